package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/reports/xlsx"
	"ccsim/scenarios"
	"ccsim/scenarios/compare"

	"github.com/spf13/cobra"
)

// compareFormats are those of a comparison.
var compareFormats = append(slices.Clone(formats), "html", "xlsx")

func compareVerb(io streams) *cobra.Command {
	f := &runFlags{counts: "replications"}
	cmd := &cobra.Command{
		Use:   "compare A [B...]",
		Short: "Compare scenarios with the same callers: what does the event cost?",
		Long: `Run scenarios side by side with the same callers and print what differs: the
paired difference of each metric with its 95 % interval, how many times more
independent runs would be as good, and which callers fared otherwise.

A scenario alone is compared with its own variants. All take seed and
replications of the first; expectations are judged by run, not here.`,
		Example: `  ccsim compare maintenance-at-ten
  ccsim compare quiet.yaml crash.yaml stop.yaml --replications 50
  ccsim compare quiet.yaml crash.yaml --format json -o difference.json
  ccsim compare maintenance-at-ten --format html -o difference.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.compare(cmd.Context(), io, args) },
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, s string) ([]string, cobra.ShellCompDirective) {
			return completeScenarios(cmd, nil, s)
		},
	}
	f.flags(cmd)
	f.outputFlags(cmd, compareFormats)
	f.pictureFlag(cmd)
	f.storeFlag(cmd)
	return cmd
}

// outputFlags are those of verbs that run much and print one result.
func (f *runFlags) outputFlags(cmd *cobra.Command, forms []string) {
	cmd.Flags().StringVar(&f.format, "format", "text", strings.Join(forms, ", "))
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "write to this file instead of standard output")
	cmd.Flags().BoolVar(&f.force, "force", false, "overwrite the output file")
	cmd.Flags().IntVar(&f.jobs, "jobs", 0, "replications at a time (default: one for each processor); changes no result")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no progress on standard error")
	cmd.Flags().StringVar(&f.progress, "progress", "auto", "progress bar on standard error: auto, on or off")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(forms, cobra.ShellCompDirectiveNoFileComp))
}

// checkOutput refuses a form that is not printed, and a file that is there.
func (f *runFlags) checkOutput(forms []string) error {
	switch {
	case !slices.Contains(forms, f.format):
		return fmt.Errorf("unknown format %q: use %s", f.format, strings.Join(forms, ", "))
	case !slices.Contains([]string{"auto", "on", "off"}, f.progress):
		return fmt.Errorf("--progress is auto, on or off, not %q", f.progress)
	case f.output != "" && f.output != "-" && !f.force && exists(f.output):
		return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, f.output)
	}
	return errors.Join(f.checkBinary(), f.checkPictures())
}

func (f *runFlags) compare(ctx context.Context, io streams, names []string) error {
	if err := f.checkOutput(compareFormats); err != nil {
		return err
	}
	var sides []compare.Side
	for i, name := range names {
		if name == "-" && slices.Contains(names[:i], "-") {
			return errors.New("standard input can be read once")
		}
		src, c, err := f.load(io, name)
		if err != nil {
			return err
		}
		sides = append(sides, compare.Side{Name: c.Name, Source: src, Compiled: c})
	}
	c, err := compare.Run(ctx, sides, f.options(io), f.command("compare", strings.Join(quotedAll(names), " "), sides[0].Compiled))
	if err != nil {
		return err
	}
	if err := f.keepComparison(ctx, c); err != nil {
		return err
	}
	var pictures []*reports.Picture
	if f.format == "html" || f.pictures != "" {
		if pictures, err = compare.Pictures(ctx, sides, scenarios.RunOptions{Jobs: f.jobs}, c); err != nil {
			return err
		}
	}
	if f.pictures != "" {
		if err := f.writePictures(html.ComparePictures(c, pictures)); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	switch f.format {
	case "html":
		err = html.Compare(&b, c, pictures)
	case "xlsx":
		err = xlsx.Write(&b, reports.CompareWorkbook(c))
	case "json":
		err = reports.CompareJSON(&b, c)
	case "csv":
		err = reports.CompareCSV(&b, c)
	case "markdown":
		reports.CompareMarkdown(&b, c)
	default:
		reports.CompareText(&b, c)
	}
	if err != nil {
		return err
	}
	return f.write(io, b.Bytes())
}

func quotedAll(names []string) (all []string) {
	for _, n := range names {
		all = append(all, quoted(n))
	}
	return all
}
