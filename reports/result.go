package reports

import (
	"ccsim/sim"
	"ccsim/sim/detmath"
)

// Stat is one metric over all replications.
type Stat struct {
	Metric
	N     int // replications that have a value
	Mean  float64
	SE    float64 // standard error of the mean; missing for fewer than two values
	SD    float64 // of the values of single replications
	First float64 // value of the first replication
}

// HalfWidth is half the width of the confidence interval for the mean, by
// Student's t. Confidence is between 0 and 1. It is missing for fewer than two
// values.
func (s *Stat) HalfWidth(confidence float64) float64 {
	if s.N < 2 {
		return missing
	}
	return float64(studentT(confidence, s.N-1) * s.SE)
}

// studentT is the factor of an interval: a share of the distribution lies
// within it.
func studentT(confidence float64, df int) float64 {
	return detmath.StudentTQuantile(float64((1+confidence)/2), df)
}

// Result is the values of all replications with their means.
type Result struct {
	Stats       []Stat
	Reps        []*Replication
	Fingerprint sim.Fingerprint // of the first replication
	index       map[Metric]int
}

// Merge puts replications together in the order of their index.
func Merge(reps []*Replication) *Result {
	r := &Result{Reps: reps, index: map[Metric]int{}}
	if len(reps) == 0 {
		return r
	}
	r.Fingerprint = reps[0].Fingerprint
	for i, m := range reps[0].Metrics {
		s := Stat{Metric: m, First: reps[0].Values[i]}
		s.measure(reps, i)
		r.Stats = append(r.Stats, s)
		m.Unit = ""
		r.index[m] = i
	}
	return r
}

// measure computes mean, standard error and standard deviation, in the order
// of the index: the same bits whatever ran where.
func (s *Stat) measure(reps []*Replication, i int) {
	e := newEstimate(reps, i)
	s.N, s.Mean, s.SE, s.SD = e.n, e.mean, e.se, e.sd
}

// Get finds a metric by name and scope.
func (r *Result) Get(name, scope string) (*Stat, bool) {
	i, ok := r.index[Metric{Name: name, Scope: scope}]
	if !ok {
		return nil, false
	}
	return &r.Stats[i], true
}

// Value gives the value of a metric in one replication.
func (r *Result) Value(rep int, name, scope string) (float64, bool) {
	i, ok := r.index[Metric{Name: name, Scope: scope}]
	if !ok {
		return 0, false
	}
	return r.Reps[rep].Values[i], true
}
