package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"ccsim/docs"
	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/reports/xlsx"
	"ccsim/scenarios"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

type runFlags struct {
	common
	format   string
	output   string
	force    bool
	jobs     int
	forks    int
	story    bool
	topology bool
	explain  bool
	quiet    bool
	progress string
	pictures string // directory
	trace    traceFlags
	store    string // file or URL
	counts   string // what the progress bar counts
	tables   tablesFlags
}

// formats are the forms in which results are printed.
var formats = []string{"text", "markdown", "json", "csv"}

// runFormats are those of a run: it can also be a page.
var runFormats = append(slices.Clone(formats), "html", "xlsx")

func runVerb(io streams) *cobra.Command {
	f := &runFlags{counts: "replications"}
	cmd := &cobra.Command{
		Use:   "run [SCENARIO]",
		Short: "Run a scenario and print what was lost and why",
		Long: `Run a scenario: a file, "-" for standard input, or the name of an embedded one
(ccsim scenarios list). Without a name the embedded ` + scenarios.DefaultName + ` runs.

Exit code 0 when all expectations hold, 1 when one does not, 2 for bad input.`,
		Example: `  ccsim run
  ccsim run --format html -o report.html
  ccsim run --format xlsx -o report.xlsx
  ccsim run --pictures pictures
  ccsim run pg-crash --trace pg-crash.json
  ccsim run pg-crash --story
  ccsim run pg-crash --topology --format svg -o center.svg
  ccsim run pg-crash --explain-metrics
  ccsim run pg-crash --tables pg-crash.db
  ccsim run my.yaml --replications 50 --format json -o result.json
  ccsim run my.yaml --set workload.volume=120% --set center.agents.sales-team.count=90`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := scenarios.DefaultName
			if len(args) == 1 {
				name = args[0]
			}
			return f.run(cmd.Context(), io, name)
		},
		ValidArgsFunction: completeScenarios,
	}
	f.flags(cmd)
	f.pictureFlag(cmd)
	f.trace.flags(cmd)
	cmd.Flags().StringVar(&f.format, "format", "text", "text, markdown, json, csv, html or xlsx; text or svg of --topology")
	f.tables.flags(cmd)
	f.storeFlag(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "write to this file instead of standard output")
	cmd.Flags().BoolVar(&f.force, "force", false, "overwrite the output file")
	cmd.Flags().IntVar(&f.jobs, "jobs", 0, "replications at a time (default: one for each processor); changes no result")
	cmd.Flags().BoolVar(&f.story, "story", false, "tell the first replication event by event instead")
	cmd.Flags().BoolVar(&f.topology, "topology", false, "draw the center instead: its machines and links by the names that a timeline uses")
	cmd.Flags().BoolVar(&f.explain, "explain-metrics", false, "print every metric of the run with its value and what it means instead")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no progress and no remarks on standard error")
	cmd.Flags().StringVar(&f.progress, "progress", "auto", "progress bar on standard error: auto, on or off")
	cmd.Flags().IntVar(&f.forks, "check-forks", 0, "go on from this many snapshots on the way; changes no result")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(append(slices.Clone(runFormats), "svg"), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (f *runFlags) run(ctx context.Context, io streams, name string) error {
	switch {
	case f.topology && f.story:
		return errors.New("--topology and --story exclude each other")
	case f.explain && (f.topology || f.story):
		return errors.New("--explain-metrics, --topology and --story exclude each other")
	case f.trace.file != "" && (f.topology || f.story):
		return errors.New("--trace is written beside a report: not with --topology or --story")
	case f.pictures != "" && (f.explain || f.topology || f.story):
		return errors.New("--pictures are those of a run: not with --explain-metrics, --topology or --story")
	case f.explain && f.format != "text":
		return fmt.Errorf("--explain-metrics is printed as text, not as %q", f.format)
	case f.topology && f.format != "text" && f.format != "svg":
		return fmt.Errorf("--topology is drawn as text or svg, not as %q", f.format)
	case f.topology:
	case !slices.Contains(runFormats, f.format):
		return fmt.Errorf("unknown format %q: use %s", f.format, strings.Join(runFormats, ", "))
	case !slices.Contains([]string{"auto", "on", "off"}, f.progress):
		return fmt.Errorf("--progress is auto, on or off, not %q", f.progress)
	case f.output != "" && !f.force && exists(f.output):
		return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, f.output)
	}
	if err := errors.Join(f.checkBinary(), f.checkPictures(), f.checkTables(), f.checkStore(), f.trace.check(f.force)); err != nil {
		return err
	}
	src, compiled, err := f.load(io, name)
	if err != nil {
		return err
	}
	if f.topology {
		var picture bytes.Buffer
		if err := compiled.Topology(&picture, f.format); err != nil {
			return err
		}
		return f.write(io, picture.Bytes())
	}
	if f.story {
		var text bytes.Buffer
		if err := compiled.Story(&text); err != nil {
			return err
		}
		return f.write(io, text.Bytes())
	}
	outcome, err := compiled.Run(ctx, f.options(io))
	if err != nil {
		return err
	}
	if err := f.tables.write(ctx, compiled, f.force); err != nil {
		return err
	}
	report := compiled.Report(src, outcome, f.command("run", quoted(name), compiled))
	if err := f.keep(ctx, report); err != nil {
		return err
	}
	text, err := f.render(ctx, src, compiled, outcome, report)
	if err != nil {
		return err
	}
	if err := f.trace.write(src, compiled, f.force); err != nil {
		return err
	}
	if err := f.write(io, text); err != nil {
		return err
	}
	if report.Failed() > 0 {
		if !f.quiet {
			fmt.Fprintf(io.err, "ccsim: %d of %d expectations do not hold\n", report.Failed(), len(report.Expect))
		}
		return errFailed
	}
	return nil
}

func (f *runFlags) render(ctx context.Context, src *scenarios.Source, c *scenarios.Compiled, o *scenarios.Outcome, r *reports.Report) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if f.explain {
		reports.Explained(&b, r, docs.Metrics)
		return b.Bytes(), nil
	}
	var pictures []*reports.Picture
	if f.format == "html" || f.pictures != "" {
		if pictures, err = c.Pictures(ctx, scenarios.RunOptions{Jobs: f.jobs}, o); err != nil {
			return nil, err
		}
	}
	if f.pictures != "" {
		if err := f.writePictures(html.Pictures(r, pictures)); err != nil {
			return nil, err
		}
	}
	switch f.format {
	case "html":
		if err := html.Write(&b, r, pictures, src.Data); err != nil {
			return nil, err
		}
	case "xlsx":
		err = xlsx.Write(&b, reports.Workbook(r))
	case "json":
		err = reports.JSON(&b, r)
	case "csv":
		err = reports.CSV(&b, r)
	case "markdown":
		reports.Markdown(&b, r)
	default:
		reports.Text(&b, r)
	}
	return b.Bytes(), err
}

// command is the line that repeats a run.
func (f *runFlags) command(verb, names string, c *scenarios.Compiled) string {
	parts := []string{"ccsim", verb, names}
	if f.seed >= 0 {
		parts = append(parts, "--seed", itoa(int64(c.Seed)))
	}
	if f.reps > 0 {
		parts = append(parts, "--replications", itoa(int64(c.Replications)))
	}
	for _, s := range f.set {
		parts = append(parts, "--set", quoted(s))
	}
	return strings.Join(parts, " ")
}

// quoted quotes an argument for a shell where it needs it.
func quoted(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t\n'\"\\$`*?[]{}()<>|&;!#~") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// options are the flags that change no result.
func (f *runFlags) options(io streams) scenarios.RunOptions {
	return scenarios.RunOptions{Jobs: f.jobs, Forks: f.forks, Progress: f.bar(io)}
}

// bar gives the function that draws progress, or nil.
func (f *runFlags) bar(io streams) func(done, of int) {
	show := f.progress == "on" || f.progress == "auto" && !f.quiet && isTerminal(io.err)
	if !show {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, of int) {
		if bar == nil {
			bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(io.err), progressbar.OptionSetDescription(f.counts),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30))
		}
		_ = bar.Set(done)
	}
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

func (f *runFlags) write(io streams, data []byte) error {
	if f.output == "" || f.output == "-" {
		if _, err := io.out.Write(data); err != nil {
			return fmt.Errorf("%w: %w", errOutput, err)
		}
		return nil
	}
	return writeFile(f.output, data, f.force)
}

func completeScenarios(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return scenarios.Library(), cobra.ShellCompDirectiveDefault
}
