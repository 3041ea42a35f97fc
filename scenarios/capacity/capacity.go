// Package capacity finds how many agents and lines a center needs: by simulation,
// with the same callers for every number that is tried, from a guess that Erlang's
// formulas give.
//
// A number is enough where every target is met. Replications of it are added until
// the interval of every target lies wholly on one side of it, or there are as many
// as the user allows; then the number is undecided, and said to be so.
package capacity

import (
	"context"
	"fmt"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// Least is how many replications of a number are run before the first look at it.
const Least = 20

// Sizes are what can be sized.
var Sizes = []string{"agents", "trunks", "vru-ports", "dialer-ports"}

// Usual are the targets where none is named.
var Usual = map[string]string{"trunks": "blocked_rate<=1%", "vru-ports": "blocked_rate<=1%", "dialer-ports": busyPorts + "<=1%"}

// Whole is the interval of one number for the whole run.
const Whole sim.Time = 0

// Study is what was asked.
type Study struct {
	Source     *scenarios.Source
	Changes    []format.Change // on top of the scenario
	Plain      *scenarios.Compiled
	Size       string // agents, trunks, ...
	Targets    []reports.Target
	Least      int      // replications before the first look
	Most       int      // and at most
	Confidence float64  // of each decision, over all its looks
	Interval   sim.Time // sized for itself; Whole = one number for the run
	OnlyNormal bool     // normal operation alone, no faults
	OnlyNeeds  bool     // without the search for what makes the difference to the formulas
	Jobs       int      // replications at a time; changes no result
	Progress   func(done, of int)
}

// Run answers it.
func (s *Study) Run(ctx context.Context, command string) (*reports.Capacity, error) {
	out := &reports.Capacity{Clock: s.Plain.ClockOf(), Size: s.Size, Targets: s.Targets, Confidence: s.Confidence, Least: min(s.Least, s.Most), Most: s.Most, Interval: s.Interval, Prices: s.Plain.Prices}
	out.Run = reports.Run{
		ID: s.id(), Scenario: s.Plain.Name, Title: s.Plain.Title, Seed: s.Plain.Seed,
		Version: "ccsim " + scenarios.Version, Model: scenarios.ModelVersion, Command: command,
	}
	for _, in := range s.Plain.Inputs {
		out.Run.Inputs = append(out.Run.Inputs, reports.Input{Name: in.Name, SHA256: in.SHA256})
	}
	x := &search{Study: s, ctx: ctx}
	conditions, err := x.conditions()
	if err != nil {
		return nil, err
	}
	for _, c := range conditions {
		x.condition = c
		needs, err := x.needs(out.Conditions)
		if err != nil {
			return nil, err
		}
		out.Conditions = append(out.Conditions, reports.Condition{Name: c.name, Needs: needs})
	}
	out.Blames = x.blames
	x.condition = normal
	out.Headroom = x.headroom(out.Conditions[0].Needs)
	return out, nil
}

// id is that of the scenario, together with what was asked.
func (s *Study) id() string {
	ids := []string{s.Plain.ID(s.Source), s.Size, fmt.Sprint(s.Least, s.Most, s.Confidence, s.Interval, s.OnlyNormal)}
	for _, t := range s.Targets {
		ids = append(ids, t.Text)
	}
	return scenarios.JoinIDs(ids...)
}

// search is a study under way.
type search struct {
	*Study
	ctx       context.Context
	condition condition // under which numbers are tried
	blames    []reports.Blame
}

// needs finds the needs under the condition; those of normal operation are there
// already where it is another.
func (x *search) needs(before []reports.Condition) ([]reports.Need, error) {
	switch {
	case x.Size == "dialer-ports":
		return x.dialers()
	case x.Size != "agents":
		return x.lines()
	case x.Interval == Whole:
		return x.whole()
	case len(before) == 0:
		return x.byWindow(nil)
	}
	return x.byWindow(before[0].Needs)
}

// compile makes the scenario runnable with some values in place of its own, in
// normal operation.
func (x *search) compile(changes ...string) (*scenarios.Compiled, error) {
	all := append([]format.Change(nil), x.Changes...)
	for _, text := range changes {
		c, err := format.ParseChange(text)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	c, err := x.Source.Compile(all...)
	if err != nil {
		return nil, err
	}
	c.Variants, c.Expect, c.Rule = nil, nil, nil
	x.condition.apply(c.Config)
	c.Levels = x.levels(c.Levels)
	return c, nil
}

// bound are the targets of some queues, each as a metric that a run has.
func (x *search) bound(cfg *model.Config, p *pool) (all []reports.Target) {
	for _, t := range x.Targets {
		if t.Scope != "" || p == nil {
			if t.Scope == "" {
				t.Scope = "all"
			}
			all = append(all, t)
			continue
		}
		for _, q := range p.queues {
			t.Scope = "skill/" + cfg.QueueName(q)
			all = append(all, t)
		}
	}
	return all
}

// simulation gives one replication of a candidate.
type simulation func(rep uint32) (*reports.Replication, error)

// straight runs a scenario from its start to its end.
func straight(c *scenarios.Compiled) simulation {
	options := c.Metered()
	return func(rep uint32) (*reports.Replication, error) {
		w, err := model.New(c.Config, c.Seed, rep)
		if err != nil {
			return nil, err
		}
		f := reports.NewFold(c.Config, options)
		w.SetSink(f)
		if err := w.Run(); err != nil {
			return nil, err
		}
		return f.Finish(w.Kernel().Fingerprint()), nil
	}
}

// Intervals is how a scenario is cut where nobody says it: into half hours where its
// load, its agents or its platform change on the way, otherwise not at all.
func Intervals(c *scenarios.Compiled) sim.Time {
	cfg := c.Config
	if len(cfg.Trace) > 0 || len(cfg.Hours.Open) > 0 || len(reports.Told(cfg)) > 0 {
		return 30 * sim.Minute
	}
	for i := range cfg.Types {
		if len(cfg.Types[i].Rates) > 1 {
			return 30 * sim.Minute
		}
	}
	for i := range cfg.Groups {
		if len(cfg.Groups[i].Staff) > 0 || len(cfg.Groups[i].Breaks) > 0 {
			return 30 * sim.Minute
		}
	}
	return Whole
}
