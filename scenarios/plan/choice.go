package plan

import (
	"context"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"
)

// Choice is the start that is recommended.
type Choice struct {
	Cheapest int // start with the least mean; -1 where none is possible
	Best     int // the earliest of the run of starts around it that cannot be told apart from it
	Possible int // starts that are possible
	Same     int // of these, not told apart from the cheapest, itself included
	Runs     []Span
	// Fresh is what the best start costs with callers that it was not chosen by, and
	// As what the start of the scenario costs with the same. They are missing where
	// there was nothing to choose.
	Fresh, As *reports.Difference
}

// Span is a run of starts, by their numbers.
type Span struct{ First, Last int }

// choose finds the cheapest start, those that cannot be told apart from it, and
// of the run around it the earliest.
func (m *Maintenance) choose(p *Plan) {
	m.Choice = Choice{Cheapest: -1, Best: -1}
	for i := range m.Starts {
		if s := &m.Starts[i]; s.Possible() {
			m.Possible++
			if m.Cheapest < 0 || s.Mean < m.Starts[m.Cheapest].Mean {
				m.Cheapest = i
			}
		}
	}
	if m.Cheapest < 0 {
		return
	}
	m.tellApart(p)
	for i := range m.Starts {
		if !m.same(i) {
			continue
		}
		m.Same++
		if n := len(m.Runs); n > 0 && m.Runs[n-1].Last == i-1 {
			m.Runs[n-1].Last = i
		} else {
			m.Runs = append(m.Runs, Span{i, i})
		}
	}
	for _, r := range m.Runs {
		if r.First <= m.Cheapest && m.Cheapest <= r.Last {
			m.Best = r.First
		}
	}
}

// same tells whether a start cannot be told apart from the cheapest.
func (m *Maintenance) same(i int) bool {
	return m.Starts[i].Possible() && !m.Starts[i].Apart
}

// tellApart compares each possible start with the cheapest one, run by run, with
// Holm's correction for their number: where many are compared, some seem dear by
// chance. Two runs say nothing about chance where there are fewer.
func (m *Maintenance) tellApart(p *Plan) {
	cheapest := m.Starts[m.Cheapest].Values
	all := make([]reports.Difference, len(m.Starts))
	var family []*reports.Difference
	for i := range m.Starts {
		if i != m.Cheapest && m.Starts[i].Possible() {
			all[i] = reports.PairValues(reports.Metric{Name: p.By, Scope: "all"}, cheapest, m.Starts[i].Values)
			family = append(family, &all[i])
		}
	}
	reports.Holm(family)
	for i := range m.Starts {
		m.Starts[i].Apart = all[i].N > 1 && all[i].Sure()
	}
}

// again estimates the chosen starts with callers that they were not chosen by:
// the least of many estimates is too low.
func (p *Plan) again(ctx context.Context, c *scenarios.Compiled, o scenarios.RunOptions) error {
	o.Progress = nil
	for i := range p.Maintenances {
		m := &p.Maintenances[i]
		if m.Best < 0 || m.Possible < 2 {
			continue
		}
		starts := []sim.Time{m.Starts[m.Best].At}
		if m.Written >= 0 && m.Written < c.Config.Horizon && m.Written != starts[0] {
			starts = append(starts, m.Written)
		}
		var variants []scenarios.Variant
		for _, at := range starts {
			v := alone(c, m.lever, at)
			v.Seed = p.Fresh
			variants = append(variants, scenarios.Variant{Name: m.Name + " at " + p.Clock(at), Compiled: v})
		}
		base := alone(c, -1, 0)
		base.Seed = p.Fresh
		out, err := run(ctx, base, variants, o)
		if err != nil {
			return err
		}
		m.Fresh = p.fresh(out.Plain, out.Variants[0].Result)
		if len(starts) > 1 && len(refused(m, out.Variants[1].Result)) == 0 {
			m.As = p.fresh(out.Plain, out.Variants[1].Result)
		}
	}
	return nil
}

func (p *Plan) fresh(plain, other *reports.Result) *reports.Difference {
	more := p.objective(plain, other)
	d := reports.PairValues(reports.Metric{Name: p.By, Scope: "all"}, make([]float64, len(more)), more)
	return &d
}
