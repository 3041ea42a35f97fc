package reports

import (
	"math"

	"ccsim/sim"
	"ccsim/sim/detmath"
)

// Stat is one metric over all replications.
type Stat struct {
	Metric
	N     int // replications that have a value
	Mean  float64
	SD    float64
	First float64 // value of the first replication
}

// HalfWidth is half the width of the confidence interval for the mean, by
// Student's t. Confidence is between 0 and 1. It is missing for fewer than two
// values.
func (s *Stat) HalfWidth(confidence float64) float64 {
	if s.N < 2 {
		return missing
	}
	t := detmath.StudentTQuantile(float64((1+confidence)/2), s.N-1)
	return t * s.SD / math.Sqrt(float64(s.N))
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

// measure computes mean and standard deviation in two passes, in the order of
// the index: the same bits whatever ran where.
func (s *Stat) measure(reps []*Replication, i int) {
	sum := 0.0
	for _, r := range reps {
		if v := r.Values[i]; !math.IsNaN(v) {
			sum += v
			s.N++
		}
	}
	if s.N == 0 {
		s.Mean, s.SD = missing, missing
		return
	}
	s.Mean = sum / float64(s.N)
	squares := 0.0
	for _, r := range reps {
		if v := r.Values[i]; !math.IsNaN(v) {
			d := v - s.Mean
			squares += float64(d * d)
		}
	}
	if s.N > 1 {
		s.SD = math.Sqrt(squares / float64(s.N-1))
	}
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
