package reports

import (
	"fmt"
	"math"
	"strings"
)

// Rule is a sequential stopping rule: replications are added until the
// intervals of some metrics are narrow enough, or there are Max of them.
type Rule struct {
	Min, Max int
	Width    float64 // half-width that is asked for
	Relative bool    // as a share of the value, not in its unit
	Of       []Metric
}

// Precision is how a metric of a rule stands.
type Precision struct {
	Metric
	Column string  // name of the variant; empty = the scenario itself
	Half   float64 // half-width, as a share of the value where the rule is relative; missing where it has none
	OK     bool
}

// Check says how the metrics of the rule stand after some replications.
//
// A half-width of a share g/(1+g) of the value is asked for so that the value
// itself is wrong by at most a share g (A. M. Law, Simulation Modeling and
// Analysis, 9.4.1). A value of 0 says nothing in relative terms and is never
// enough; of a count that was never seen the bound 3/n counts.
func (u *Rule) Check(reps []*Replication) []Precision {
	all := make([]Precision, len(u.Of))
	for i, m := range u.Of {
		all[i] = u.one(m, reps)
	}
	return all
}

func (u *Rule) one(m Metric, reps []*Replication) Precision {
	p := Precision{Metric: m, Half: missing}
	for i, x := range reps[0].Metrics {
		if x.Name != m.Name || x.Scope != m.Scope {
			continue
		}
		s := Stat{Metric: x}
		s.measure(reps, i)
		limit := u.Width
		p.Half = s.HalfWidth(confidence)
		if bound := s.Upper(); !math.IsNaN(bound) {
			p.Half = bound
		}
		if u.Relative {
			limit = u.Width / (1 + u.Width)
			p.Half = ratio(p.Half, math.Abs(s.Mean))
		}
		p.OK = s.N >= u.Min && p.Half <= limit
	}
	return p
}

// Met tells whether all is precise enough.
func Met(all []Precision) bool {
	for _, p := range all {
		if !p.OK {
			return false
		}
	}
	return true
}

// Next is the number of replications at which a rule that is not met after n is
// looked at again: each of the first 100, then every hundredth part.
func (u *Rule) Next(n int) int { return min(max(n+1+n/100, u.Min), u.Max) }

// Asked says what the rule wants, such as ± 5 % of abandonment_rate.
func (u *Rule) Asked() string {
	var names []string
	for _, m := range u.Of {
		names = append(names, m.label())
	}
	width := "± " + trimmed(u.Width)
	if u.Relative {
		width = "± " + trimmed(u.Width*100) + " %"
	}
	return width + " of " + join(names)
}

// label is the name of a metric with its scope where that is not all.
func (m Metric) label() string {
	if m.Scope == "" || m.Scope == "all" {
		return m.Name
	}
	return m.Name + "(" + m.Scope + ")"
}

func trimmed(v float64) string { return fmt.Sprintf("%.6g", v) }

// words say how far a metric is.
func (p *Precision) words(relative bool) string {
	name := p.label()
	if p.Column != "" {
		name = p.Column + ": " + name
	}
	switch {
	case math.IsNaN(p.Half):
		return name + " has no interval"
	case relative:
		return name + " is within " + Percent(p.Half, missing)
	}
	return name + " is within " + Plain(p.Half)
}

// stopWords say in a sentence why the replications ended, and first of all where
// the precision was not reached.
func (r *Report) stopWords() string {
	u := r.Rule
	if u == nil {
		return ""
	}
	if Met(r.Precision) {
		return fmt.Sprintf("Replications ended after %d of at most %d: %s was reached.", r.Run.Replications, u.Max, u.Asked())
	}
	var short []string
	for i := range r.Precision {
		if !r.Precision[i].OK {
			short = append(short, r.Precision[i].words(u.Relative))
		}
	}
	return fmt.Sprintf("Precision not reached after %d replications: asked for %s, but %s.", r.Run.Replications, u.Asked(), strings.Join(short, ", "))
}
