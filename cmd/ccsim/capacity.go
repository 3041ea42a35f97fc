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
	"ccsim/scenarios"
	"ccsim/scenarios/capacity"
	"ccsim/scenarios/format"
	"ccsim/sim"

	"github.com/spf13/cobra"
)

type capacityFlags struct {
	runFlags
	targets    []string
	size       string
	confidence float64
	interval   string
	conditions string
}

// defaultMost is how many replications of one number are run at most.
const defaultMost = 1000

func capacityVerb(io streams) *cobra.Command {
	f := &capacityFlags{}
	f.counts = "numbers tried"
	cmd := &cobra.Command{
		Use:   "capacity SCENARIO --target TARGET",
		Short: "Find how many agents or lines a center needs to keep its targets",
		Long: `Find by simulation the smallest number of agents of each group, or of lines, with
which the scenario keeps its targets, beside what Erlang's formulas say.

Every number is run with the same callers. Replications are added until the
interval of each target lies wholly on one side of it; a number that is still on
both sides after --replications is undecided, and the result says so.

Exit code 1 when a target cannot be met, or it is undecided whether it can.`,
		Example: `  ccsim capacity my.yaml --target "80% in 20s" --target "abandonment_rate<3%"
  ccsim capacity my.yaml --size trunks --target "blocked_rate<1%"
  ccsim capacity my.yaml --target "mean_wait_handled(sales)<10s" --format json -o need.json`,
		Args:              cobra.ExactArgs(1),
		RunE:              func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), io, args[0]) },
		ValidArgsFunction: completeScenarios,
	}
	f.flags(cmd)
	f.outputFlags(cmd, runFormats)
	cmd.Flags().StringArrayVar(&f.targets, "target", nil, `what must be kept, such as "80% in 20s" or "abandonment_rate<3%"; may be given several times`)
	cmd.Flags().StringVar(&f.size, "size", "agents", strings.Join(capacity.Sizes, ", "))
	cmd.Flags().Float64Var(&f.confidence, "confidence", 0.99, "of each decision that a number is enough or too small")
	cmd.Flags().StringVar(&f.interval, "interval", "auto", "auto, none for one number for the whole run, or the length of the intervals, such as 30m")
	cmd.Flags().StringVar(&f.conditions, "conditions", "all", "all: also with one side down and in each fault of the scenario; normal: without")
	cmd.Flags().Lookup("replications").Usage = fmt.Sprintf("replications of one number at most (default: %d)", defaultMost)
	_ = cmd.RegisterFlagCompletionFunc("size", cobra.FixedCompletions(capacity.Sizes, cobra.ShellCompDirectiveNoFileComp))
	return withPlans(cmd, io, f)
}

func (f *capacityFlags) run(ctx context.Context, io streams, name string) error {
	if err := f.checkOutput(runFormats); err != nil {
		return err
	}
	s, err := f.study(io, name)
	if err != nil {
		return err
	}
	c, err := s.Run(ctx, f.line(name, s))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	switch f.format {
	case "html":
		err = html.WriteCapacity(&b, c, s.Source.Data)
	case "json":
		err = reports.CapacityJSON(&b, c)
	case "csv":
		err = reports.CapacityCSV(&b, c)
	case "markdown":
		reports.CapacityMarkdown(&b, c)
	default:
		reports.CapacityText(&b, c)
	}
	if err != nil {
		return err
	}
	if err := f.write(io, b.Bytes()); err != nil {
		return err
	}
	return f.met(io, c)
}

// met fails where some target cannot be met, or it is undecided whether it can.
func (f *capacityFlags) met(io streams, c *reports.Capacity) error {
	impossible, open := c.Failed()
	if impossible+open == 0 {
		return nil
	}
	if !f.quiet {
		fmt.Fprintf(io.err, "ccsim: the targets cannot be met %d times and are undecided %d times\n", impossible, open)
	}
	return errFailed
}

// study is what the flags ask.
func (f *capacityFlags) study(io streams, name string) (*capacity.Study, error) {
	switch {
	case !slices.Contains(capacity.Sizes, f.size):
		return nil, fmt.Errorf("unknown --size %q: use %s", f.size, strings.Join(capacity.Sizes, ", "))
	case !(f.confidence >= 0.5 && f.confidence < 1):
		return nil, errors.New("--confidence is a share from 0.5 to below 1, such as 0.99")
	case f.conditions != "all" && f.conditions != "normal":
		return nil, fmt.Errorf("--conditions is all or normal, not %q", f.conditions)
	case f.reps == 1:
		return nil, errors.New("--replications is at least 2: one replication has no interval")
	}
	most := f.reps
	f.reps = 0 // it bounds the search, and is no change of the scenario
	src, c, err := f.load(io, name)
	f.reps = most
	if err != nil {
		return nil, err
	}
	if most == 0 {
		most = defaultMost
	}
	f.reps = 0
	changes, err := f.changes()
	if err != nil {
		return nil, err
	}
	interval, err := f.cut(c)
	if err != nil {
		return nil, err
	}
	s := &capacity.Study{Interval: interval, OnlyNormal: f.conditions == "normal", Progress: f.bar(io), Source: src, Changes: changes, Plain: c, Size: f.size, Least: capacity.Least, Most: most, Confidence: f.confidence, Jobs: f.jobs}
	if usual := capacity.Usual[f.size]; len(f.targets) == 0 && usual != "" {
		f.targets = []string{usual}
	}
	if len(f.targets) == 0 {
		return nil, errors.New(`say what must be kept, such as --target "80% in 20s" or --target "abandonment_rate<3%"`)
	}
	for _, text := range f.targets {
		t, err := capacity.ParseTarget(c, text)
		if err != nil {
			return nil, err
		}
		s.Targets = append(s.Targets, t)
	}
	return s, nil
}

// cut is the length of the intervals.
func (f *capacityFlags) cut(c *scenarios.Compiled) (sim.Time, error) {
	switch {
	case f.interval == "none", f.size != "agents":
		return capacity.Whole, nil
	case f.interval == "auto":
		return capacity.Intervals(c), nil
	}
	ns, err := format.ParseDuration(f.interval)
	switch {
	case err != nil:
		return 0, fmt.Errorf("--interval %s: %w", f.interval, err)
	case sim.Time(ns) < sim.Minute:
		return 0, fmt.Errorf("--interval %s: at least 1m", f.interval)
	}
	return sim.Time(ns), nil
}

// line is the command that repeats the study.
func (f *capacityFlags) line(name string, s *capacity.Study) string {
	parts := []string{f.command("capacity", quoted(name), s.Plain)}
	for _, t := range f.targets {
		parts = append(parts, "--target", quoted(t))
	}
	if f.size != "agents" {
		parts = append(parts, "--size", f.size)
	}
	if s.Most != defaultMost {
		parts = append(parts, "--replications", itoa(int64(s.Most)))
	}
	if f.interval != "auto" {
		parts = append(parts, "--interval", f.interval)
	}
	if f.conditions != "all" {
		parts = append(parts, "--conditions", f.conditions)
	}
	if f.confidence != 0.99 {
		parts = append(parts, "--confidence", fmt.Sprint(f.confidence))
	}
	return strings.Join(parts, " ")
}
