package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ccsim/scenarios"
	"ccsim/scenarios/fit"

	"github.com/spf13/cobra"
)

type fitFlags struct {
	output   string
	force    bool
	format   string
	columns  map[string]string
	outcomes map[string]string
	date     string
	zone     string
	skip     bool
	days     string
	staff    string
	compare  bool
	spans    int
	plot     string
	quiet    bool
}

func fitVerb(io streams) *cobra.Command {
	f := &fitFlags{}
	cmd := &cobra.Command{
		Use:   "fit CALLS.csv",
		Short: "Estimate a scenario from a table of calls",
		Long: `Estimate a scenario from a table of calls, one a row: arrivals per half hour and day
of the week, IVR, talk and wrap-up times, patience, agents on shift. The report says
what the table does not tell, and what the scenario has in its place.

Columns are found by their headings, dates and outcomes by content, or mapped:
  ` + strings.Join(fit.Columns(), ", ") + `
Exit code 0 when the scenario was written, 2 for bad input.`,
		Example: `  ccsim fit calls.csv -o mine.yaml
  ccsim fit calls.csv -o mine.yaml --compare --plot fit.svg
  ccsim fit export.csv -o mine.yaml --columns arrival=Beginn,talk='Gespräch (s)' --outcomes aufgelegt=abandoned --zone Europe/Vienna
  ccsim fit calls.csv --format json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), io, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "", "write the scenario to this file, its tables beside it")
	flags.BoolVar(&f.force, "force", false, "overwrite existing files")
	flags.StringVar(&f.format, "format", "text", "of the report: text, markdown, csv or json")
	flags.StringToStringVar(&f.columns, "columns", nil, "our name=heading of the table, or =none: columns that are not found, or found wrongly")
	flags.StringToStringVar(&f.outcomes, "outcomes", nil, "word of the table=answered, abandoned or other")
	flags.StringVar(&f.date, "date-format", "", "how dates are written: yyyymmdd, yyyy-mm-dd, dd.mm.yyyy, mm/dd/yyyy or dd/mm/yyyy (default: as they look)")
	flags.StringVar(&f.zone, "zone", "UTC", "time zone of the center, such as Europe/Vienna")
	flags.BoolVar(&f.skip, "skip-bad-rows", false, "leave out rows that cannot be read, and say how many")
	flags.StringVar(&f.days, "days", "week", "week: one week, each day as the mean of its like; all: every day of the table")
	flags.StringVar(&f.staff, "staff", "there", "agents of a half hour: there: for the time that they were on calls or between two; seen: all who were on a call in it, an upper estimate")
	flags.BoolVar(&f.compare, "compare", false, "run the scenario and compare waits and abandonment with what happened")
	flags.IntVar(&f.spans, "spans", 20, "of --compare: simulated spans as long as the table")
	flags.StringVar(&f.plot, "plot", "", "draw fit and data, and the comparison, to this file: .svg or .png")
	flags.BoolVar(&f.quiet, "quiet", false, "no remarks on standard error")
	for name, values := range map[string][]string{"format": {"text", "markdown", "csv", "json"}, "days": {"week", "all"}, "staff": {"there", "seen"}} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

// options checks the flags.
func (f *fitFlags) options() (o fit.Options, err error) {
	for flag, allowed := range map[string][]string{"format": {f.format, "text", "markdown", "csv", "json"}, "days": {f.days, "week", "all"}, "staff": {f.staff, "there", "seen"}} {
		if !slices.Contains(allowed[1:], allowed[0]) {
			return o, fmt.Errorf("--%s %s: use one of %s", flag, allowed[0], strings.Join(allowed[1:], ", "))
		}
	}
	if ext := filepath.Ext(f.plot); f.plot != "" && ext != ".svg" && ext != ".png" {
		return o, fmt.Errorf("--plot %s: the name ends in .svg or .png", f.plot)
	}
	if f.compare && (f.spans < 2 || f.spans > 1000) {
		return o, errors.New("--spans is from 2 to 1000")
	}
	zone, err := time.LoadLocation(f.zone)
	if err != nil {
		return o, fmt.Errorf("--zone %s: no such time zone, use a name such as Europe/Vienna", f.zone)
	}
	o = fit.Options{Columns: f.columns, Outcomes: map[string]fit.Outcome{}, DateFormat: f.date, Zone: zone, SkipBad: f.skip}
	for word, meaning := range f.outcomes {
		i := slices.Index(fit.OutcomeNames, meaning)
		if i < 0 {
			return o, fmt.Errorf("--outcomes %s=%s: it is answered, abandoned or other", word, meaning)
		}
		o.Outcomes[word] = fit.Outcome(i)
	}
	return o, nil
}

func (f *fitFlags) run(ctx context.Context, io streams, name string) error {
	options, err := f.options()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("%w %s: %w", scenarios.ErrIO, name, errors.Unwrap(err))
	}
	table, err := fit.Read(filepath.Base(name), data, options)
	if err != nil {
		return err
	}
	r := &fit.Result{Fit: fit.Estimate(table, fit.Staffing(f.staff)), Scenario: f.output, Command: f.command(name)}
	span := fit.Week
	if f.days == "all" {
		span = fit.Days
	}
	written := r.Fit.Write(f.target(name), span)
	if err := f.save(io, written); err != nil {
		return err
	}
	if f.compare {
		compiled, err := written.Compile()
		if err != nil {
			return err
		}
		if r.Compared, err = r.Fit.Compare(ctx, compiled, span, f.spans); err != nil {
			return err
		}
	}
	if f.plot != "" {
		picture, err := r.Picture(strings.TrimPrefix(filepath.Ext(f.plot), "."))
		if err != nil {
			return err
		}
		if err := writeFile(f.plot, picture, f.force); err != nil {
			return err
		}
	}
	return f.print(io, r)
}

// target is the file of the scenario; without one it is only made for a comparison.
func (f *fitFlags) target(name string) string {
	if f.output != "" {
		return f.output
	}
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base)) + ".yaml"
}

// save writes the scenario and its tables: all or none where one exists.
func (f *fitFlags) save(io streams, w *fit.Written) error {
	if f.output == "" {
		return nil
	}
	dir := filepath.Dir(f.output)
	for _, n := range w.Names {
		if to := filepath.Join(dir, n); !f.force && exists(to) {
			return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, to)
		}
	}
	for _, n := range w.Names {
		to := filepath.Join(dir, n)
		if err := writeFile(to, w.Files[n], f.force); err != nil {
			return err
		}
		if !f.quiet {
			fmt.Fprintf(io.err, "ccsim: wrote %s\n", to)
		}
	}
	return nil
}

func (f *fitFlags) print(io streams, r *fit.Result) error {
	var b bytes.Buffer
	switch f.format {
	case "json":
		if err := r.JSON(&b); err != nil {
			return err
		}
	case "csv":
		if err := r.Document().CSV(&b); err != nil {
			return err
		}
	case "markdown":
		r.Document().Markdown(&b)
	default:
		r.Document().Text(&b)
	}
	if _, err := io.out.Write(b.Bytes()); err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	return nil
}

// command is the line that repeats the fit.
func (f *fitFlags) command(name string) string {
	parts := []string{"ccsim fit", quoted(name)}
	add := func(flag, value, normal string) {
		if value != normal {
			parts = append(parts, "--"+flag, quoted(value))
		}
	}
	add("output", f.output, "")
	add("columns", pairs(f.columns), "")
	add("outcomes", pairs(f.outcomes), "")
	add("date-format", f.date, "")
	add("zone", f.zone, "UTC")
	if f.skip {
		parts = append(parts, "--skip-bad-rows")
	}
	add("days", f.days, "week")
	add("staff", f.staff, "there")
	if f.compare {
		parts = append(parts, "--compare")
		add("spans", itoa(int64(f.spans)), "20")
	}
	return strings.Join(parts, " ")
}

// pairs writes a mapping as a flag takes it.
func pairs(m map[string]string) string {
	var all []string
	for k, v := range m {
		all = append(all, k+"="+v)
	}
	slices.Sort(all)
	return strings.Join(all, ",")
}
