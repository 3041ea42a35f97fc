package reports

import (
	"math"
	"slices"
	"strings"

	"ccsim/sim/detmath"
)

// Difference is a metric of one scenario less that of another with the same
// callers: replication by replication, so that what both have in common cancels.
type Difference struct {
	Metric
	N     int     // replications in which both have a value
	Base  float64 // value of the plain scenario
	Value float64 // difference
	SE    float64 // standard error of the difference; missing for fewer than two pairs
	Apart float64 // and what independent runs would have had
	P     float64 // chance of a difference as large as this where there is none; missing where nothing scatters
	Holm  float64 // the same, corrected for the number of scenarios that are compared
}

// HalfWidth is half the width of the interval of the difference.
func (d *Difference) HalfWidth(confidence float64) float64 {
	if d.N < 2 {
		return missing
	}
	return float64(studentT(confidence, d.N-1) * d.SE)
}

// Independent is the half-width that as many independent runs would have had.
func (d *Difference) Independent(confidence float64) float64 {
	if d.N < 2 {
		return missing
	}
	return float64(studentT(confidence, 2*d.N-2) * d.Apart)
}

// Reduction is the variance of independent runs over that of the paired ones:
// so many times more runs would have been needed. It is missing where nothing
// scatters.
func (d *Difference) Reduction() float64 {
	return ratio(float64(d.Apart*d.Apart), float64(d.SE*d.SE))
}

// Sure tells whether the difference is not by chance, at 95 %.
func (d *Difference) Sure() bool {
	if d.SE == 0 {
		return d.N > 1 && d.Value != 0
	}
	return d.Holm < 1-confidence
}

// Differences compares several results with a plain one, metric by metric, and
// corrects for their number by Holm's rule (S. Holm, A simple sequentially
// rejective multiple test procedure, 1979). Metrics that not both have are left
// out, and losses by cause: the causes are not the same.
func Differences(plain *Result, others []*Result) [][]Difference {
	all := make([][]Difference, len(others))
	for i := range plain.Stats {
		s := &plain.Stats[i]
		if strings.HasPrefix(s.Scope, "cause/") {
			continue
		}
		var family []*Difference
		for k, other := range others {
			j, ok := other.index[Metric{Name: s.Name, Scope: s.Scope}]
			if !ok {
				continue
			}
			all[k] = append(all[k], difference(plain, i, other, j))
		}
		for k := range all {
			if n := len(all[k]); n > 0 && all[k][n-1].Name == s.Name && all[k][n-1].Scope == s.Scope {
				family = append(family, &all[k][n-1])
			}
		}
		holm(family)
	}
	return all
}

// difference pairs the replications of one metric.
func difference(plain *Result, i int, other *Result, j int) Difference {
	a, b := newEstimate(plain.Reps, i), newEstimate(other.Reps, j)
	pairs := make([]float64, min(len(a.pseudo), len(b.pseudo)))
	d := Difference{Metric: plain.Stats[i].Metric, Base: a.mean, SE: missing, P: missing, Holm: missing}
	for k := range pairs {
		pairs[k] = b.pseudo[k] - a.pseudo[k]
		if !math.IsNaN(pairs[k]) {
			d.N++
		}
	}
	d.Value = average(pairs)
	if d.N == a.n && d.N == b.n {
		d.Value = b.mean - a.mean
	}
	d.Apart = math.Sqrt(float64(a.se*a.se) + float64(b.se*b.se))
	if d.N > 1 {
		d.SE = spread(pairs, average(pairs), d.N) / math.Sqrt(float64(d.N))
		if d.SE > 0 {
			d.P = detmath.StudentTTails(d.Value/d.SE, d.N-1)
		}
	}
	return d
}

// holm corrects the chances of a family of comparisons: the smallest is
// multiplied by their number, the next by one less, and none falls below one
// before it.
func holm(family []*Difference) {
	tested := slices.DeleteFunc(slices.Clone(family), func(d *Difference) bool { return math.IsNaN(d.P) })
	slices.SortStableFunc(tested, func(a, b *Difference) int {
		switch {
		case a.P < b.P:
			return -1
		case a.P > b.P:
			return 1
		}
		return 0
	})
	last := 0.0
	for i, d := range tested {
		last = max(last, min(1, float64(float64(len(tested)-i)*d.P)))
		d.Holm = last
	}
}
