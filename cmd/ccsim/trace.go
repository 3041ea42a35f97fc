package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ccsim/reports/traces"
	"ccsim/scenarios"

	"github.com/spf13/cobra"
)

// traceFlags name the file of a trace and its form.
type traceFlags struct{ file, form string }

func (t *traceFlags) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&t.file, "trace", "", "write the first replication as a trace for Perfetto (ui.perfetto.dev) to this file too; as OTLP/JSON where it ends in .otlp.json")
	cmd.Flags().StringVar(&t.form, "trace-format", "", "of --trace: chrome or otlp (default: by the name of the file)")
	_ = cmd.RegisterFlagCompletionFunc("trace-format", cobra.FixedCompletions(traces.Forms, cobra.ShellCompDirectiveNoFileComp))
}

// check finds the form, and refuses a file that is there.
func (t *traceFlags) check(force bool) error {
	switch {
	case t.file == "" && t.form != "":
		return fmt.Errorf("--trace-format belongs to --trace FILE")
	case t.file == "":
		return nil
	case t.form == "" && strings.HasSuffix(t.file, ".otlp.json"):
		t.form = "otlp"
	case t.form == "":
		t.form = "chrome"
	case !slices.Contains(traces.Forms, t.form):
		return fmt.Errorf("--trace-format is %s, not %q", strings.Join(traces.Forms, " or "), t.form)
	}
	if !force && exists(t.file) {
		return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, t.file)
	}
	return nil
}

// write runs the first replication again and writes its trace.
func (t *traceFlags) write(src *scenarios.Source, c *scenarios.Compiled, force bool) error {
	if t.file == "" {
		return nil
	}
	return writeStream(t.file, force, func(w io.Writer) error { return c.Trace(w, src, t.form) })
}
