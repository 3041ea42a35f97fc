package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ccsim/reports"
	"ccsim/reports/store"

	"github.com/spf13/cobra"
)

func (f *runFlags) storeFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.store, "store", "", "also keep the report in this store, for ccsim runs: a SQLite file or a postgres:// URL")
}

// checkStore refuses a store beside what is printed instead of a run.
func (f *runFlags) checkStore() error {
	if f.store != "" && (f.story || f.topology || f.explain) {
		return errors.New("--store goes with a run: leave out --story, --topology and --explain-metrics")
	}
	return nil
}

// keep stores a report in all forms of text.
func (f *runFlags) keep(ctx context.Context, r *reports.Report) error {
	if f.store == "" {
		return nil
	}
	var text, markdown, table, document bytes.Buffer
	reports.Text(&text, r)
	reports.Markdown(&markdown, r)
	if err := errors.Join(reports.CSV(&table, r), reports.JSON(&document, r)); err != nil {
		return err
	}
	return f.put(ctx, r, map[string][]byte{"text": text.Bytes(), "markdown": markdown.Bytes(), "csv": table.Bytes(), "json": document.Bytes()})
}

// keepComparison stores a comparison, under the names of all that are compared: it is
// another thing than a run of the first.
func (f *runFlags) keepComparison(ctx context.Context, c *reports.Comparison) error {
	if f.store == "" {
		return nil
	}
	var text, markdown, table, document bytes.Buffer
	reports.CompareText(&text, c)
	reports.CompareMarkdown(&markdown, c)
	if err := errors.Join(reports.CompareCSV(&table, c), reports.CompareJSON(&document, c)); err != nil {
		return err
	}
	r := *c.Report
	for i := range c.Variants {
		r.Run.Scenario += " / " + c.Variants[i].Name
	}
	return f.put(ctx, &r, map[string][]byte{"text": text.Bytes(), "markdown": markdown.Bytes(), "csv": table.Bytes(), "json": document.Bytes()})
}

// put stores a report in its forms.
func (f *runFlags) put(ctx context.Context, r *reports.Report, forms map[string][]byte) error {
	s, err := store.Open(ctx, f.store, true)
	if err == nil {
		err = errors.Join(s.Put(ctx, r, forms, time.Now()), s.Close())
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	return nil
}

// runsFlags are those of the verbs that read a store.
type runsFlags struct {
	listing
	place string
}

func runsVerb(io streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "runs",
		Short: "Find stored runs again: list, show, compare",
		Long:  `Runs that "ccsim run --store PLACE" and "ccsim compare --store PLACE" stored in a SQLite file or in PostgreSQL.`,
		Example: `  ccsim run pg-crash --store runs.db
  ccsim runs list --store runs.db
  ccsim runs show pg-crash --store runs.db --format markdown`,
	}
	cmd.AddCommand(runsListVerb(io), runsShowVerb(io), runsCompareVerb(io))
	return cmd
}

func (f *runsFlags) command(use, short string, args cobra.PositionalArgs, do func(context.Context, *store.Store, []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Args: args, RunE: func(cmd *cobra.Command, args []string) (err error) {
		if f.place == "" {
			return errors.New("name the store: --store runs.db, or a postgres:// URL")
		}
		if err := f.check(); err != nil {
			return err
		}
		s, err := store.Open(cmd.Context(), f.place, false)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, s.Close()) }()
		return do(cmd.Context(), s, args)
	}}
	f.flags(cmd)
	cmd.Flags().StringVar(&f.place, "store", "", "the store: a SQLite file or a postgres:// URL")
	return cmd
}

func runsListVerb(io streams) *cobra.Command {
	f := &runsFlags{}
	return f.command("list [SCENARIO]", "List the stored runs, newest first", cobra.MaximumNArgs(1), func(ctx context.Context, s *store.Store, args []string) error {
		all, err := s.Runs(ctx)
		if err != nil {
			return err
		}
		t := reports.Table{Title: "Stored runs", Head: []string{"id", "scenario", "seed", "replications", "version", "stored at"}, Left: 2}
		for _, r := range all {
			if len(args) == 0 || r.Scenario == args[0] {
				t.Rows = append(t.Rows, []string{r.ID, r.Scenario, r.Seed, strconv.Itoa(r.Replications), r.Version, r.Stored})
			}
		}
		return f.print(io, t, nil)
	})
}

func runsShowVerb(io streams) *cobra.Command {
	f := &runsFlags{}
	return f.command("show RUN", "Print a stored report: by id, start of an id, or scenario", cobra.ExactArgs(1), func(ctx context.Context, s *store.Store, args []string) error {
		r, err := s.Find(ctx, args[0])
		if err != nil {
			return err
		}
		body, err := s.Report(ctx, r.ID, f.format)
		if err != nil {
			return err
		}
		if _, err := io.out.Write(body); err != nil {
			return fmt.Errorf("%w: %w", errOutput, err)
		}
		return nil
	})
}

func runsCompareVerb(io streams) *cobra.Command {
	f := &runsFlags{}
	return f.command("compare A B", "Put the metrics of two stored runs side by side, unpaired", cobra.ExactArgs(2), func(ctx context.Context, s *store.Store, args []string) error {
		var metrics [2][]store.Metric
		for i, name := range args {
			r, err := s.Find(ctx, name)
			if err != nil {
				return err
			}
			if metrics[i], err = s.Metrics(ctx, r.ID); err != nil {
				return err
			}
		}
		return f.print(io, sideBySide(args, metrics[0], metrics[1]), nil)
	})
}

// sideBySide is the table of what both runs measured; what a cause lost is left out,
// since causes are numbered in each scenario on its own.
func sideBySide(names []string, a, b []store.Metric) reports.Table {
	t := reports.Table{
		Title: names[1] + " less " + names[0], Left: 3,
		Note: "Unpaired: the runs are taken as independent. ccsim compare runs both with the same callers and pairs them.",
		Head: []string{"metric", "scope", "unit", "a", "b", "difference", "half width"},
	}
	second := map[[2]string]store.Metric{}
	for _, m := range b {
		second[[2]string{m.Name, m.Scope}] = m
	}
	for _, m := range a {
		other, ok := second[[2]string{m.Name, m.Scope}]
		if !ok || strings.HasPrefix(m.Scope, "cause/") {
			continue
		}
		value, half := store.Difference(m, other)
		t.Rows = append(t.Rows, []string{m.Name, m.Scope, m.Unit, stored(m.Value), stored(other.Value), stored(value), stored(half)})
	}
	return t
}

func stored(v sql.NullFloat64) string {
	if !v.Valid {
		return ""
	}
	return strconv.FormatFloat(v.Float64, 'g', 6, 64)
}
