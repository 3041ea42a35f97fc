// Package plan says when to start a maintenance: what it costs at each start of
// a day, against the same day without it, and which start is the best.
package plan

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"
)

// Options say which starts are tried.
type Options struct {
	From, To sim.Time // first start, and the moment before which the last one lies; To 0 = the horizon
	Every    sim.Time
	Of       []string // targets of the maintenances; none = all of the timeline
	By       string   // what the best start has least of: one of Objectives
	scenarios.RunOptions
}

// Metrics that a start is judged by.
const (
	Harm = "harm"
	Cost = "cost"
)

// harms are the metrics that Harm adds up: each counts one person to whom it
// happened, an agent or a caller. That fewer callers abandon is no gain: it is
// agents who work on because their request for Not Ready was lost.
var harms = []string{"pending_states.lost", "calls.abandoned", "calls.lost", "agents.signed_out"}

// Objectives are what By may be.
func Objectives() []string { return append([]string{Cost, Harm}, harms...) }

// Plan is what each start of each maintenance costs.
type Plan struct {
	Scenario     string
	ID           string
	Seed         uint64
	Fresh        uint64 // seed of the second estimate
	Replications int
	By           string
	Currency     string // empty without prices
	Level        string // name of the service level
	From, To     sim.Time
	Every        sim.Time
	Clock        func(sim.Time) string
	Maintenances []Maintenance
	Command      string
	Version      string
	Inputs       []scenarios.Input
}

// Maintenance is one maintenance of the timeline with all its starts.
type Maintenance struct {
	Name    string // as reports print it
	Target  string
	Written sim.Time // start in the scenario; negative where it has no fixed one
	Starts  []Start
	Choice
	lever int
}

// Start is one start of a maintenance: what the run with it has more than the
// run without.
type Start struct {
	At      sim.Time
	Costs   []reports.Difference // in the order of Plan.Columns
	Values  []float64            // of the objective, by replication
	Mean    float64              // of the objective
	Trouble []string             // why it is no start: rejected, not over at the end
	Apart   bool                 // costs more than the cheapest, and not by chance
}

// Possible tells whether the maintenance came to its end in every replication.
func (s *Start) Possible() bool { return len(s.Trouble) == 0 }

// ErrNone means that there is nothing to plan.
var ErrNone = errors.New("there is no maintenance to plan: the timeline has no entry with do: maintenance")

// Run tries all starts, with the same callers in each run.
func Run(ctx context.Context, src *scenarios.Source, c *scenarios.Compiled, o Options) (*Plan, error) {
	p := &Plan{Scenario: c.Name, ID: c.ID(src), Seed: c.Seed, Fresh: c.Seed + 1, By: o.By, Clock: c.When(), Version: "ccsim " + scenarios.Version, Inputs: c.Inputs}
	if err := p.prepare(c, o); err != nil {
		return nil, err
	}
	base, variants := p.variants(c)
	out, err := run(ctx, base, variants, o.RunOptions)
	if err != nil {
		return nil, err
	}
	p.Replications = len(out.Plain.Reps)
	n := 0
	for i := range p.Maintenances {
		m := &p.Maintenances[i]
		for k := range m.Starts {
			p.measure(c, m, &m.Starts[k], out.Plain, out.Variants[n].Result)
			n++
		}
		m.choose(p)
	}
	return p, p.again(ctx, c, o.RunOptions)
}

// run runs the plain scenario and variants, whole or not at all.
func run(ctx context.Context, base *scenarios.Compiled, variants []scenarios.Variant, o scenarios.RunOptions) (*scenarios.Outcome, error) {
	base.Variants = variants
	out, err := base.Run(ctx, o)
	if err == nil && out.Partial {
		err = context.Canceled
	}
	return out, err
}

// prepare finds the maintenances and their starts.
func (p *Plan) prepare(c *scenarios.Compiled, o Options) error {
	if p.By == "" {
		if p.By = Harm; c.Prices != nil {
			p.By = Cost
		}
	}
	switch {
	case !slices.Contains(Objectives(), p.By):
		return fmt.Errorf("starts cannot be judged by %q: use one of %s", p.By, strings.Join(Objectives(), ", "))
	case p.By == Cost && c.Prices == nil:
		return errors.New("starts are judged by cost, but the scenario has no prices")
	}
	if c.Prices != nil {
		p.Currency = c.Prices.Currency
	}
	if len(c.Levels) > 0 {
		p.Level = reports.LevelName(c.Levels[0])
	}
	p.From, p.To, p.Every = o.From, o.To, o.Every
	if p.To == 0 || p.To > c.Config.Horizon {
		p.To = c.Config.Horizon
	}
	if p.Every <= 0 || p.From >= p.To {
		return fmt.Errorf("there is no start between %s and %s", p.Clock(p.From), p.Clock(p.To))
	}
	if n := (p.To - p.From) / p.Every; n > maxStarts {
		return fmt.Errorf("%d starts are too many: at most %d", n, maxStarts)
	}
	return p.find(c, o.Of)
}

const maxStarts = 1000

// find lists the maintenances that are to be planned.
func (p *Plan) find(c *scenarios.Compiled, of []string) error {
	var targets []string
	for i := range c.Config.Levers {
		l := &c.Config.Levers[i]
		if !planned(l) {
			continue
		}
		target, _, _ := strings.Cut(strings.TrimPrefix(l.Name, "maintenance "), " (")
		if slices.ContainsFunc(p.Maintenances, func(m Maintenance) bool { return m.Name == l.Name }) {
			continue // asked for again: one plan is enough
		}
		targets = append(targets, target)
		if len(of) > 0 && !slices.Contains(of, target) {
			continue
		}
		m := Maintenance{Name: l.Name, Target: target, Written: -1, lever: i}
		if l.Trigger.Kind == model.FactNone && l.AtDist.IsZero() {
			m.Written = l.At
		}
		for at := p.From; at < p.To; at += p.Every {
			m.Starts = append(m.Starts, Start{At: at})
		}
		p.Maintenances = append(p.Maintenances, m)
	}
	if len(targets) == 0 {
		return ErrNone
	}
	for _, t := range of {
		if !slices.Contains(targets, t) {
			return fmt.Errorf("the timeline has no maintenance of %s; there is one of %s", t, strings.Join(targets, ", "))
		}
	}
	return nil
}

// planned tells levers that are maintenances, not the end of one.
func planned(l *model.Lever) bool { return l.Verb == model.VerbMaintenance && !l.IsUndo }

// variants are the scenario without any maintenance, and with one alone at each
// start.
func (p *Plan) variants(c *scenarios.Compiled) (*scenarios.Compiled, []scenarios.Variant) {
	var all []scenarios.Variant
	for i := range p.Maintenances {
		m := &p.Maintenances[i]
		for k := range m.Starts {
			all = append(all, scenarios.Variant{Name: m.Name + " at " + p.Clock(m.Starts[k].At), Compiled: alone(c, m.lever, m.Starts[k].At)})
		}
	}
	return alone(c, -1, 0), all
}

// alone is the scenario in which one maintenance starts at a moment and the
// others do not take place. All else of the timeline stays; what is tied to
// an event of the maintenance comes with it.
func alone(c *scenarios.Compiled, lever int, at sim.Time) *scenarios.Compiled {
	v, cfg := *c, *c.Config
	v.Config, v.Variants, v.Expect, v.Rule, v.Steady = &cfg, nil, nil, nil, false
	cfg.Levers = slices.Clone(cfg.Levers)
	for i := range cfg.Levers {
		l := &cfg.Levers[i]
		switch {
		case i == lever:
			l.At, l.AtDist, l.Trigger = at, sim.Dist{}, model.Trigger{}
		case planned(l):
			l.IsUndo, l.AtDist, l.Trigger = true, sim.Dist{}, model.Trigger{} // the end of nothing: nobody ever pulls it
		}
	}
	return &v
}

// Columns are the metrics that a start is told by.
func (p *Plan) Columns() (all []string) {
	if p.Currency != "" {
		all = append(all, reports.TotalCost)
	}
	all = append(all, harms...)
	if p.Level != "" {
		all = append(all, p.Level)
	}
	return all
}

// measure compares a run with the one without the maintenance.
func (p *Plan) measure(c *scenarios.Compiled, m *Maintenance, s *Start, plain, other *reports.Result) {
	for _, name := range p.Columns() {
		d, _ := reports.DifferenceOf(plain, other, name, "all")
		s.Costs = append(s.Costs, d)
	}
	s.Values = p.objective(plain, other)
	s.Mean = mean(s.Values)
	s.Trouble = append(refused(m, other), unfinished(c, m, s.At, plain, other)...)
}

// objective is what a run has more of the objective, replication by
// replication.
func (p *Plan) objective(plain, other *reports.Result) []float64 {
	sum := make([]float64, len(plain.Reps))
	for _, name := range p.summed() {
		a, b := plain.Values(name, "all"), other.Values(name, "all")
		for i := range sum {
			more := b[i] - a[i]
			if p.By == Harm && name == "calls.abandoned" {
				more = max(more, 0)
			}
			sum[i] += more
		}
	}
	return sum
}

// summed are the metrics that the objective adds up.
func (p *Plan) summed() []string {
	switch p.By {
	case Harm:
		return harms
	case Cost:
		return []string{reports.TotalCost}
	}
	return []string{p.By}
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// refused says in how many replications the maintenance did not go as it was
// asked for, reason by reason.
func refused(m *Maintenance, r *reports.Result) (words []string) {
	var reasons []string
	counts := map[string]int{}
	for _, rep := range r.Reps {
		for _, x := range rep.Refusals {
			if int(x.Cause) != m.lever+1 {
				continue
			}
			text := x.What
			if x.Why != "" {
				text += ": " + x.Why
			}
			if counts[text]++; !slices.Contains(reasons, text) {
				reasons = append(reasons, text)
			}
			break // the first reason is the one
		}
	}
	for _, text := range reasons {
		what, why, _ := strings.Cut(text, ": ")
		line := fmt.Sprintf("%s in %d of %d runs", what, counts[text], len(r.Reps))
		if counts[text] == len(r.Reps) {
			line = what
		}
		if why != "" {
			line += ": " + why
		}
		words = append(words, line)
	}
	return words
}

// unfinished says whether the run ended before the maintenance did.
func unfinished(c *scenarios.Compiled, m *Maintenance, at sim.Time, plain, other *reports.Result) []string {
	l := &c.Config.Levers[m.lever]
	if l.Undo >= 0 && at+l.For >= c.Config.Horizon {
		return []string{"not over when the run ends"}
	}
	n := 0
	for i, rep := range other.Reps {
		if len(rep.Unsettled) > len(plain.Reps[i].Unsettled) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf("in %d of %d runs not recovered when the run ends", n, len(other.Reps))}
}
