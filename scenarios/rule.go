package scenarios

import (
	"strings"

	"ccsim/reports"
	"ccsim/scenarios/format"
)

const (
	maxReplications = 1_000_000
	defaultMin      = 10 // fewer say little about how far they scatter
	defaultMax      = 1000
)

// replications checks their number, or how many a rule may take.
func (c *compiler) replications() {
	r := &c.sc.Replications
	if r.HasRule() {
		r.N = defaultMax
		if r.Max.Set {
			r.N = r.Max.N
		}
	}
	at := r.Pos
	if r.Max.Set {
		at = r.Max.Pos
	}
	if r.N < 1 || r.N > maxReplications {
		c.Add(at, "replications is a whole number from 1 to %d", maxReplications)
		r.N = 1
	}
}

// stoppingRule is the rule of the replications, or nil.
func (c *Compiled) stoppingRule(p *format.Problems, sc *format.Scenario) *reports.Rule {
	r := &sc.Replications
	if !r.HasRule() {
		return nil
	}
	u := &reports.Rule{Min: min(defaultMin, c.Replications), Max: c.Replications, Width: r.Precision.Width, Relative: r.Precision.Relative}
	if r.Min.Set {
		u.Min = int(r.Min.N)
	}
	switch {
	case !r.Precision.Set:
		p.Add(r.Pos, "the rule needs a precision, such as precision: 5%%")
	case len(r.Of) == 0:
		p.Add(r.Pos, "the rule needs the metrics that must be so precise, such as of: [abandonment_rate]")
	case u.Min < 2:
		p.Add(r.Min.Pos, "min is at least 2: one replication has no interval")
	case u.Min > u.Max:
		p.Add(r.Pos, "min is %d and max %d: swap them", u.Min, u.Max)
	}
	k := &compiler{Problems: p, sc: sc, cfg: c.Config, start: c.Start, horizon: c.Config.Horizon}
	for _, t := range r.Of {
		name, scope := splitMetric(t.S)
		if why := format.CheckMetric(name); why != "" {
			p.Add(t.Pos, "%s", why)
			continue
		}
		u.Of = append(u.Of, reports.Metric{Name: name, Scope: k.measured(c, name, scope, t.Pos)})
	}
	return u
}

// splitMetric takes mean_wait(sales) apart.
func splitMetric(text string) (name, scope string) {
	name, scope, _ = strings.Cut(strings.TrimSuffix(strings.TrimSpace(text), ")"), "(")
	return strings.TrimSpace(name), strings.TrimSpace(scope)
}
