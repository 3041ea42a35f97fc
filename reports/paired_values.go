package reports

// PairValues compares given values with plain ones, replication by replication.
func PairValues(m Metric, plain, other []float64) Difference {
	one := func(values []float64) *Result {
		reps := make([]*Replication, len(values))
		for i, v := range values {
			reps[i] = &Replication{Metrics: []Metric{m}, Values: []float64{v}}
		}
		return Merge(reps)
	}
	d := difference(one(plain), 0, one(other), 0)
	d.Holm = d.P
	return d
}

// Holm corrects the chances of comparisons that are made together.
func Holm(family []*Difference) { holm(family) }

// Values are those of one metric, replication by replication; nil where it is
// not measured.
func (r *Result) Values(name, scope string) []float64 {
	i, ok := r.index[Metric{Name: name, Scope: scope}]
	if !ok {
		return nil
	}
	all := make([]float64, len(r.Reps))
	for k, rep := range r.Reps {
		all[k] = rep.Values[i]
	}
	return all
}

// DifferenceOf compares one metric of two results, replication by replication.
func DifferenceOf(plain, other *Result, name, scope string) (Difference, bool) {
	m := Metric{Name: name, Scope: scope}
	i, ok := plain.index[m]
	j, also := other.index[m]
	if !ok || !also {
		return Difference{}, false
	}
	d := difference(plain, i, other, j)
	d.Holm = d.P
	return d, true
}

// Signed prints a difference with its sign and 95 % interval.
func (d *Difference) Signed() string {
	return signed(d.Value, d.HalfWidth(confidence), isShare(d.Name))
}
