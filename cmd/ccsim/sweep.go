package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"ccsim/reports/html"
	"ccsim/scenarios"
	"ccsim/scenarios/sweep"

	"github.com/spf13/cobra"
)

type sweepFlags struct {
	runFlags
	grid, latin []string
	points      int
	list        string
	shard       string
	state       string
}

func sweepVerb(io streams) *cobra.Command {
	f := &sweepFlags{}
	f.counts = "points"
	cmd := &cobra.Command{
		Use:   "sweep SCENARIO",
		Short: "Run a scenario at many points: a grid, a Latin hypercube or a list",
		Long: `Run a scenario at many points and print one table over all points, variants and
replications; every row has its point, replication, seed and run id. All points
have the same callers, so that they can be compared.

Points come from --grid path=a,b,c (repeated: every combination), from
--latin path=low..high with --points N, or from --list FILE.csv, whose header has
the paths and whose rows are the points. Paths are those of --set.

With -o FILE each complete point is kept in FILE.state (or --state DIR); after an
interruption the same command goes on, and the result is the same, byte for byte.
With --shard i/n only every n-th point runs, and the output is a part for
"ccsim merge".

Exit code 1 when an expectation does not hold at a point.`,
		Example: `  ccsim sweep pg-crash --grid center.agents.sales-team.count=12,14,16 --grid workload.volume=80%,100%
  ccsim sweep my.yaml --latin workload.volume=80%..130% --points 50 --format csv -o sweep.csv
  ccsim sweep pg-crash --grid center.agents.sales-team.count=12,14,16 --format html -o sweep.html
  ccsim sweep my.yaml --list points.csv --shard 1/2 -o part1.json`,
		Args:              cobra.ExactArgs(1),
		RunE:              func(cmd *cobra.Command, args []string) error { return f.run(cmd, io, args[0]) },
		ValidArgsFunction: completeScenarios,
	}
	f.flags(cmd)
	f.outputFlags(cmd, sweep.Formats)
	f.pictureFlag(cmd)
	cmd.Flags().StringArrayVar(&f.grid, "grid", nil, "path=a,b,c: values that are crossed with those of other --grid")
	cmd.Flags().StringArrayVar(&f.latin, "latin", nil, "path=low..high: a range of a Latin hypercube")
	cmd.Flags().IntVar(&f.points, "points", 0, "points of the Latin hypercube")
	cmd.Flags().StringVar(&f.list, "list", "", "CSV file of points: paths in the header")
	cmd.Flags().StringVar(&f.shard, "shard", "", "i/n: run only every n-th point, beginning with the i-th, and write a part")
	cmd.Flags().StringVar(&f.state, "state", "", "directory in which complete points are kept (default with -o: the output file with .state)")
	return cmd
}

func (f *sweepFlags) run(cmd *cobra.Command, io streams, name string) error {
	shard, shards, err := parseShard(f.shard)
	if err != nil {
		return err
	}
	if shards > 0 && f.pictures != "" {
		return errors.New("--shard writes a part: --pictures belongs to the whole sweep")
	}
	if shards > 0 && cmd.Flags().Changed("format") {
		return errors.New("--shard writes a part for ccsim merge, which takes the --format")
	}
	if err := f.checkOutput(sweep.Formats); err != nil {
		return err
	}
	src, compiled, err := f.load(io, name)
	if err != nil {
		return err
	}
	points, err := f.read(compiled.Seed)
	if err != nil {
		return err
	}
	flags, err := f.changes()
	if err != nil {
		return err
	}
	s, err := sweep.New(src, flags, points)
	if err != nil {
		return err
	}
	s.Repeat(f.repeat(name, compiled))
	o := sweep.Options{Jobs: f.jobs, Shard: shard, Shards: shards, Progress: f.bar(io)}
	dir, err := f.keep(&o)
	if err != nil {
		return err
	}
	return f.print(cmd.Context(), io, s, o, dir)
}

// repeat is the line that repeats the sweep: without a shard, since the parts
// together are the whole.
func (f *sweepFlags) repeat(name string, c *scenarios.Compiled) string {
	parts := []string{f.command("sweep", quoted(name), c)}
	for _, g := range f.grid {
		parts = append(parts, "--grid", quoted(g))
	}
	for _, l := range f.latin {
		parts = append(parts, "--latin", quoted(l))
	}
	if f.points > 0 {
		parts = append(parts, "--points", strconv.Itoa(f.points))
	}
	if f.list != "" {
		parts = append(parts, "--list", quoted(f.list))
	}
	return strings.Join(parts, " ")
}

// read takes the points from the one way that was named.
func (f *sweepFlags) read(seed uint64) (sweep.Points, error) {
	ways := 0
	for _, given := range []bool{len(f.grid) > 0, len(f.latin) > 0, f.list != ""} {
		if given {
			ways++
		}
	}
	switch {
	case ways != 1:
		return sweep.Points{}, errors.New("say what varies: --grid path=a,b,c, --latin path=low..high, or --list FILE.csv")
	case f.points != 0 && len(f.latin) == 0:
		return sweep.Points{}, errors.New("--points belongs to --latin")
	case len(f.grid) > 0:
		return sweep.Grid(f.grid)
	case len(f.latin) > 0:
		return sweep.Latin(f.latin, f.points, seed)
	}
	data, err := os.ReadFile(f.list)
	if err != nil {
		return sweep.Points{}, fmt.Errorf("%w %s: %w", scenarios.ErrIO, f.list, errors.Unwrap(err))
	}
	return sweep.List(f.list, data)
}

// parseShard reads i/n.
func parseShard(text string) (shard, shards int, err error) {
	if text == "" {
		return 0, 0, nil
	}
	a, b, _ := strings.Cut(text, "/")
	shard, err1 := strconv.Atoi(a)
	shards, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || shard < 1 || shard > shards {
		return 0, 0, fmt.Errorf("--shard is i/n with i from 1 to n, such as 2/4, not %q", text)
	}
	return shard, shards, nil
}

// keep lets complete points be kept in a directory, if there is one, and gives
// its name.
func (f *sweepFlags) keep(o *sweep.Options) (string, error) {
	dir := f.state
	if dir == "" && f.output != "" && f.output != "-" {
		dir = f.output + ".state"
	}
	if dir == "" {
		return "", nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("%w %s: %w", errOutput, dir, errors.Unwrap(err))
	}
	file := func(point int) string { return filepath.Join(dir, fmt.Sprintf("point-%06d.json", point)) }
	o.Save = func(point int, data []byte) error { return writeFile(file(point), data, true) }
	o.Load = func(point int) ([]byte, error) {
		data, err := os.ReadFile(file(point))
		if errors.Is(err, os.ErrNotExist) {
			return nil, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w %s: %w", scenarios.ErrIO, file(point), errors.Unwrap(err))
		}
		return data, nil
	}
	return dir, nil
}

func (f *sweepFlags) print(ctx context.Context, io streams, s *sweep.Sweep, o sweep.Options, dir string) error {
	points, err := s.Run(ctx, o)
	if err != nil {
		if ctx.Err() != nil && dir != "" {
			fmt.Fprintf(io.err, "ccsim: stopped; what is complete is in %s, and the same command goes on\n", dir)
		}
		return err
	}
	if f.pictures != "" {
		if err := f.writePictures(html.SweepPictures(sweep.Page(s.Head(), points))); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if o.Shards > 0 {
		err = sweep.WritePart(&b, s.Head(), points)
	} else {
		err = sweep.Print(&b, f.format, s.Head(), points)
	}
	if err != nil {
		return err
	}
	if err := f.write(io, b.Bytes()); err != nil {
		return err
	}
	if dir != "" && f.state == "" {
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("%w: %w", errOutput, err)
		}
	}
	return judged(io, points, f.quiet)
}

// judged fails where an expectation did not hold at a point.
func judged(io streams, points []sweep.Point, quiet bool) error {
	failed := 0
	for _, p := range points {
		if len(p.Failed) > 0 {
			failed++
		}
	}
	if failed == 0 {
		return nil
	}
	if !quiet {
		fmt.Fprintf(io.err, "ccsim: at %d of %d points an expectation does not hold\n", failed, len(points))
	}
	return errFailed
}

func mergeVerb(io streams) *cobra.Command {
	f := &runFlags{}
	cmd := &cobra.Command{
		Use:   "merge PART...",
		Short: "Put the parts of a sharded sweep together",
		Long: `Put the parts that "ccsim sweep --shard i/n" wrote together. The result is the
same, byte for byte, as that of the sweep without --shard.`,
		Example: "  ccsim merge part1.json part2.json --format csv -o sweep.csv",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return f.merge(io, args) },
	}
	cmd.Flags().StringVar(&f.format, "format", "text", strings.Join(sweep.Formats, ", "))
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "write to this file instead of standard output")
	cmd.Flags().BoolVar(&f.force, "force", false, "overwrite the output file")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no remarks on standard error")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(sweep.Formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (f *runFlags) merge(io streams, names []string) error {
	f.progress = "auto"
	if err := f.checkOutput(sweep.Formats); err != nil {
		return err
	}
	var parts []*sweep.Part
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("%w %s: %w", scenarios.ErrIO, name, errors.Unwrap(err))
		}
		part, err := sweep.ReadPart(name, data)
		if err != nil {
			return err
		}
		parts = append(parts, part)
	}
	head, points, err := sweep.Merge(names, parts)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := sweep.Print(&b, f.format, head, points); err != nil {
		return err
	}
	if err := f.write(io, b.Bytes()); err != nil {
		return err
	}
	return judged(io, points, f.quiet)
}
