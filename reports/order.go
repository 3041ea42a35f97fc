package reports

import (
	"math"
	"slices"
	"strings"

	"ccsim/sim/detmath"
)

// Median is the middle of the runs with an interval that assumes no law.
type Median struct{ Value, Low, High float64 }

// Median gives the median over replications and its interval by order
// statistics: the values of rank l and n+1-l, with l so that fewer than l of n
// values lie below the median with at most half the error (H. A. David and
// H. N. Nagaraja, Order Statistics, 7.1). With 95 % it needs six values; before,
// Low and High are missing.
func (r *Result) Median(i int, confidence float64) Median {
	var all []float64
	for _, rep := range r.Reps {
		if v := rep.Values[i]; !math.IsNaN(v) {
			all = append(all, v)
		}
	}
	n := len(all)
	if n == 0 {
		return Median{missing, missing, missing}
	}
	slices.Sort(all)
	m := Median{(all[(n-1)/2] + all[n/2]) / 2, missing, missing}
	if l := medianRank(n, (1-confidence)/2); l > 0 {
		m.Low, m.High = all[l-1], all[n-l]
	}
	return m
}

// medianRank is the largest l for which fewer than l of n fair coins show heads
// with at most this probability; 0 where there is none.
func medianRank(n int, tail float64) int {
	sum := 0.0
	of := detmath.Lgamma(float64(n+1)) - float64(float64(n)*math.Ln2)
	for k := range n {
		sum += detmath.Exp(of - detmath.Lgamma(float64(k+1)) - detmath.Lgamma(float64(n-k+1)))
		if sum > tail {
			return k
		}
	}
	return n
}

// isQuantile tells the metrics whose runs are told by their median.
func isQuantile(name string) bool { return strings.HasPrefix(name, "wait_p") }

// counted are the blocks of counts: where none was seen in n runs there is still
// something to say.
var counted = []string{"calls.", "losses.", "pending_states.", "agents.", "findings."}

// Upper is the bound of a count that was 0 in every run: with 95 % its mean a run
// is less than 3/n (J. A. Hanley and A. Lippman-Hand, If nothing goes wrong, is
// everything all right?, JAMA 249, 1983). It is missing for all others, and for
// a single run.
func (s *Stat) Upper() float64 {
	if s.N < 2 || s.Mean != 0 || s.SD != 0 {
		return missing
	}
	for _, block := range counted {
		if strings.HasPrefix(s.Name, block) {
			return 3 / float64(s.N)
		}
	}
	return missing
}

// boundWords print such a bound, rounded up to two digits.
func boundWords(bound float64) string {
	scale, places := 1.0, 0
	for float64(bound*scale) < 10 && places < 9 {
		scale *= 10
		places++
	}
	text := fixed(math.Ceil(float64(bound*scale)-1e-9)/scale, places)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	return text
}
