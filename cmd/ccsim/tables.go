package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ccsim/model"
	"ccsim/reports/hds"
	"ccsim/reports/hds/out"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/spf13/cobra"
)

// tablesFlags are where the tables of reporting systems go.
type tablesFlags struct {
	place       string
	format      string
	replication int64
	logger      string
	interval    string
}

// intervals are the values of --tables-interval: a center is set up for one of the two.
var intervals = map[string]sim.Time{"15m": 15 * sim.Minute, "30m": 30 * sim.Minute}

// loggers are the values of --tables-logger, by their numbers.
var loggers = []string{hds.AnyLogger: "any", hds.LoggerA: "A", hds.LoggerB: "B"}

func (f *tablesFlags) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.place, "tables", "", "also write one replication in the tables of reporting systems: to a directory, a SQLite file (.db) or a postgres:// URL")
	cmd.Flags().StringVar(&f.format, "tables-format", "", "form of the tables in a directory: csv (default) or parquet")
	cmd.Flags().Int64Var(&f.replication, "tables-replication", 1, "which replication --tables writes, counted from 1")
	cmd.Flags().StringVar(&f.logger, "tables-logger", "any", "whose database --tables writes: Logger A, B, or any of the two")
	cmd.Flags().StringVar(&f.interval, "tables-interval", "30m", "reporting interval of the interval tables: 15m or 30m")
	_ = cmd.RegisterFlagCompletionFunc("tables-interval", cobra.FixedCompletions([]string{"15m", "30m"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("tables-format", cobra.FixedCompletions(out.Formats, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("tables-logger", cobra.FixedCompletions(loggers, cobra.ShellCompDirectiveNoFileComp))
}

// checkTables refuses tables beside what is printed instead of a run.
func (f *runFlags) checkTables() error {
	if f.tables.place != "" && (f.story || f.topology) {
		return errors.New("--tables goes with a run: leave out --story and --topology")
	}
	return f.tables.check()
}

// check refuses flags that make no sense, before anything runs.
func (f *tablesFlags) check() error {
	if f.place == "" {
		if f.format != "" || f.replication != 1 || f.logger != "any" || f.interval != "30m" {
			return errors.New("--tables-format, --tables-replication, --tables-logger and --tables-interval belong to --tables")
		}
		return nil
	}
	switch {
	case !slices.Contains(loggers, f.logger):
		return fmt.Errorf("--tables-logger is A, B or any, not %q", f.logger)
	case intervals[f.interval] == 0:
		return fmt.Errorf("--tables-interval is 15m or 30m, not %q", f.interval)
	case f.replication < 1 || f.replication > 1<<31:
		return fmt.Errorf("--tables-replication counts from 1, and there is no replication %d", f.replication)
	}
	return out.Check(f.place, f.format)
}

// write runs the replication again and writes its tables.
func (f *tablesFlags) write(ctx context.Context, c *scenarios.Compiled, force bool) error {
	if f.place == "" {
		return nil
	}
	store, err := out.Open(f.place, f.format, force)
	if err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	o := scenarios.TablesOptions{Replication: uint32(f.replication - 1), Store: store, Logger: hds.Logger(slices.Index(loggers, f.logger)), Interval: intervals[f.interval]}
	err = c.Tables(ctx, o)
	if files, ok := store.(*out.Files); ok && err != nil {
		err = errors.Join(err, files.Discard())
	}
	var unsound *model.SoundnessError
	if err == nil || errors.As(err, &unsound) || ctx.Err() != nil {
		return err
	}
	return fmt.Errorf("%w: %w", errOutput, err)
}
