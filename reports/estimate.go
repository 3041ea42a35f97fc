package reports

import "math"

// estimate is what a number of replications say about one metric.
type estimate struct {
	n            int
	mean, se, sd float64
	// pseudo is one value for each replication, missing where it has none: the
	// value itself, or of a ratio its jackknife pseudo-value. Their standard error
	// is that of the mean, and those of two scenarios can be subtracted.
	pseudo []float64
}

// newEstimate estimates one metric. A ratio is the sum of its numerators over
// the sum of its denominators, so that calls weigh and not runs; its standard
// error is by the jackknife (R. G. Miller, The jackknife: a review, Biometrika 61,
// 1974). Everything else is the plain mean.
func newEstimate(reps []*Replication, i int) estimate {
	e := estimate{mean: missing, se: missing, sd: missing, pseudo: make([]float64, len(reps))}
	sum, top, bottom := 0.0, 0.0, 0.0
	for k, r := range reps {
		v := r.Values[i]
		e.pseudo[k] = v
		if math.IsNaN(v) {
			continue
		}
		e.n++
		sum += v
		if w := r.weight(i); w > 0 {
			top += float64(v * w)
			bottom += w
		}
	}
	if e.n == 0 {
		return e
	}
	e.mean = sum / float64(e.n)
	e.sd = spread(e.pseudo, e.mean, e.n)
	if bottom > 0 {
		e.mean = top / bottom
		e.jackknife(reps, i, top, bottom)
	}
	if e.n > 1 {
		e.se = spread(e.pseudo, average(e.pseudo), e.n) / math.Sqrt(float64(e.n))
	}
	return e
}

// jackknife puts pseudo-values in the place of the values of a ratio: n times
// the ratio of all, less n-1 times the ratio without the one.
func (e *estimate) jackknife(reps []*Replication, i int, top, bottom float64) {
	n := float64(e.n)
	for k, r := range reps {
		v, w := r.Values[i], r.weight(i)
		if math.IsNaN(v) {
			continue
		}
		without := e.mean
		if bottom > w {
			without = (top - float64(v*w)) / (bottom - w)
		}
		e.pseudo[k] = float64(n*e.mean) - float64((n-1)*without)
	}
}

func (r *Replication) weight(i int) float64 {
	if i >= len(r.Weights) {
		return 0
	}
	return r.Weights[i]
}

// average is the mean of the values that are there.
func average(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if !math.IsNaN(v) {
			sum += v
			n++
		}
	}
	return ratio(sum, float64(n))
}

// spread is the standard deviation of n values about their mean; 0 for one.
func spread(values []float64, mean float64, n int) float64 {
	squares := 0.0
	for _, v := range values {
		if d := v - mean; !math.IsNaN(v) {
			squares += float64(d * d)
		}
	}
	if n < 2 {
		return 0
	}
	return math.Sqrt(squares / float64(n-1))
}
