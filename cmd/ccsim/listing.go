package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"ccsim/reports"

	"github.com/spf13/cobra"
)

// listing prints one table: as text in the way of its verb, or in the forms that
// all tables have.
type listing struct{ format string }

func (l *listing) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.format, "format", "text", strings.Join(formats, ", "))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
}

func (l *listing) check() error {
	if !slices.Contains(formats, l.format) {
		return fmt.Errorf("unknown format %q: use %s", l.format, strings.Join(formats, ", "))
	}
	return nil
}

// print prints the table; text is what a terminal shows.
func (l *listing) print(io streams, t reports.Table, text func(row []string) string) error {
	if err := l.check(); err != nil {
		return err
	}
	var b bytes.Buffer
	if l.format == "text" && text != nil {
		for _, row := range t.Rows {
			b.WriteString(text(row) + "\n")
		}
	} else if err := reports.PrintTable(&b, l.format, t); err != nil {
		return err
	}
	if _, err := io.out.Write(b.Bytes()); err != nil {
		return fmt.Errorf("%w: %w", errOutput, err)
	}
	return nil
}
