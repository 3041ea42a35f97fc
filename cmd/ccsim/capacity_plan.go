package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/scenarios/plan"
	"ccsim/sim"

	"github.com/spf13/cobra"
)

// withPlans lets the verb also answer when to start a maintenance.
func withPlans(cmd *cobra.Command, to streams, f *capacityFlags) *cobra.Command {
	p, s := &planFlags{}, &shiftFlags{}
	p.flags(cmd)
	s.flags(cmd)
	if cmd.Flags().Lookup("pictures") == nil {
		f.pictureFlag(cmd)
	}
	cmd.Long += `

With --plan it says when to start a maintenance of the timeline: what each start
costs more than the same day without it, with the same callers, and which start is
the best. With --minimize cost it finds the number of agents of a group with the
least expected cost by the prices of the scenario. In both --replications is how
often each start or number is run. With --shifts it makes a roster of the shifts of
the scenario that covers the needs of every interval, and checks it by simulation.

With --format html several of these, and --target, are answered on one page.`
	cmd.Example += `
  ccsim capacity my.yaml --plan --from 08:00 --to 20:00 --every 30m
  ccsim capacity my.yaml --minimize cost --group sales-team
  ccsim capacity my.yaml --shifts --target "80% in 20s" --roster staff.csv
  ccsim capacity my.yaml --target "80% in 20s" --shifts --minimize cost --plan --format html -o plan.html`
	need := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if f.several(p, s) {
			return f.together(cmd, to, args[0], p, s)
		}
		if s.on && p.minimize != "" {
			return errors.New("--minimize cost finds one number, --shifts a roster: ask one of them, or for a page (--format html)")
		}
		if p.minimize != "" {
			return f.cheapest(cmd, to, args[0], p)
		}
		if s.on && p.on {
			return errors.New("--plan asks for a start, --shifts for a roster: ask one of them, or for a page (--format html)")
		}
		if name := firstSet(cmd, shiftsOnly); name != "" && !s.on {
			return fmt.Errorf("--%s belongs to --shifts", name)
		}
		if p.on {
			return f.plan(cmd, to, args[0], p)
		}
		if name := firstSet(cmd, planOnly); name != "" {
			return fmt.Errorf("--%s belongs to --plan", name)
		}
		if cmd.Flags().Changed("group") {
			return errors.New("--group belongs to --minimize")
		}
		if s.on {
			return f.makeRoster(cmd, to, args[0], s)
		}
		return need(cmd, args)
	}
	return cmd
}

// planOnly are the flags that mean something with --plan alone, and sizing those
// that mean nothing with it.
var (
	planOnly = []string{"from", "to", "every", "maintenance", "by"}
	sizing   = []string{"target", "size", "confidence", "interval", "conditions"}
)

// planFormats are those of plans: each is a page too.
var planFormats = append(slices.Clone(plan.Formats), "html")

// firstSet is the first of some flags that was given.
func firstSet(cmd *cobra.Command, names []string) string {
	for _, name := range names {
		if cmd.Flags().Changed(name) {
			return name
		}
	}
	return ""
}

// planFlags say which starts of a maintenance are tried.
type planFlags struct {
	on              bool
	from, to, every string
	of              []string
	by              string
	minimize, group string
}

func (f *planFlags) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.on, "plan", false, "say when to start a maintenance of the timeline instead")
	cmd.Flags().StringVar(&f.minimize, "minimize", "", "cost: find the number of agents that costs least instead of one that keeps a target")
	cmd.Flags().StringVar(&f.group, "group", "", "of --minimize: the group of agents (default: the only one)")
	cmd.Flags().StringVar(&f.from, "from", "", "first start of a maintenance: a time of day, or a duration since the start (default: the end of the warm-up)")
	cmd.Flags().StringVar(&f.to, "to", "", "starts lie before this (default: the end of the run)")
	cmd.Flags().StringVar(&f.every, "every", "30m", "from one start to the next")
	cmd.Flags().StringSliceVar(&f.of, "maintenance", nil, "target of the maintenance to plan, such as agent-pg-1/A (default: each of the timeline)")
	cmd.Flags().StringVar(&f.by, "by", "", "what the best start has least of: "+strings.Join(plan.Objectives(), ", ")+" (default: cost where there are prices, or else harm)")
}

// options reads the flags for a scenario.
func (f *planFlags) options(c *scenarios.Compiled, run scenarios.RunOptions) (o plan.Options, err error) {
	o = plan.Options{From: c.Warmup, Of: f.of, By: f.by, RunOptions: run}
	every, err := format.ParseDuration(f.every)
	if err != nil || every <= 0 {
		return o, fmt.Errorf("--every is a duration above 0, such as 30m, not %q", f.every)
	}
	o.Every = sim.Time(every)
	if f.from != "" {
		if o.From, err = c.Moment(f.from); err != nil {
			return o, fmt.Errorf("--from: %w", err)
		}
	}
	if f.to != "" {
		if o.To, err = c.Moment(f.to); err != nil {
			return o, fmt.Errorf("--to: %w", err)
		}
		if o.To <= o.From {
			return o, errors.New("--to does not lie after --from; times of day are the first after the start of the run")
		}
	}
	return o, nil
}

// command is what the flags add to the line that repeats a plan.
func (f *planFlags) command() string {
	text := " --plan"
	for _, x := range [][2]string{{"from", f.from}, {"to", f.to}, {"by", f.by}} {
		if x[1] != "" {
			text += " --" + x[0] + " " + quoted(x[1])
		}
	}
	if f.every != "30m" {
		text += " --every " + quoted(f.every)
	}
	for _, t := range f.of {
		text += " --maintenance " + quoted(t)
	}
	return text
}

// minimizing is what the flags add to the line that repeats a search for the least cost.
func (f *planFlags) minimizing() string {
	if f.group == "" {
		return " --minimize cost"
	}
	return " --minimize cost --group " + quoted(f.group)
}

// plan prints what each start of a maintenance costs.
func (f *capacityFlags) plan(cmd *cobra.Command, to streams, name string, p *planFlags) error {
	if other := firstSet(cmd, sizing); other != "" {
		return fmt.Errorf("--%s asks for a size, --plan for a start: ask one of them, or for a page with --target (--format html)", other)
	}
	if err := f.checkOutput(planFormats); err != nil {
		return err
	}
	f.counts = "replications"
	src, c, err := f.load(to, name)
	if err != nil {
		return err
	}
	o, err := p.options(c, f.options(to))
	if err != nil {
		return err
	}
	result, err := plan.Run(cmd.Context(), src, c, o)
	if err != nil {
		return err
	}
	result.Command = f.command("capacity", quoted(name), c) + p.command()
	return f.give(to, result, src)
}

// answer is what a plan has to say.
type answer interface {
	Print(w io.Writer, format string) error
	Study(text []byte) *reports.Study
}

// give prints an answer in the form that was asked for.
func (f *capacityFlags) give(to streams, a answer, src *scenarios.Source) error {
	var b bytes.Buffer
	if f.format == "html" || f.pictures != "" {
		if err := f.page(&b, a.Study(src.Data)); err != nil {
			return err
		}
	}
	if f.format != "html" {
		b.Reset()
		if err := a.Print(&b, f.format); err != nil {
			return err
		}
	}
	return f.write(to, b.Bytes())
}

// cheapest prints the number of agents with the least cost.
func (f *capacityFlags) cheapest(cmd *cobra.Command, to streams, name string, p *planFlags) error {
	switch {
	case p.minimize != "cost":
		return fmt.Errorf("--minimize takes cost, not %q", p.minimize)
	case p.on || firstSet(cmd, append(planOnly, sizing...)) != "":
		return errors.New("--minimize cost stands alone: not with --plan, --target or their flags, but on a page (--format html)")
	}
	if err := f.checkOutput(planFormats); err != nil {
		return err
	}
	src, c, err := f.load(to, name)
	if err != nil {
		return err
	}
	changes, err := f.changes()
	if err != nil {
		return err
	}
	s, err := plan.Cheapest(cmd.Context(), src, changes, c, p.group, scenarios.RunOptions{Jobs: f.jobs})
	if err != nil {
		return err
	}
	s.Command = f.command("capacity", quoted(name), c) + p.minimizing()
	return f.give(to, s, src)
}

// page writes the page of a study, and its pictures where they were asked for.
func (f *capacityFlags) page(w io.Writer, s *reports.Study) error {
	if f.pictures != "" {
		if err := f.checkPictures(); err != nil {
			return err
		}
		if err := f.writePictures(html.StudyPictures(s)); err != nil {
			return err
		}
	}
	return html.WriteStudy(w, s)
}
