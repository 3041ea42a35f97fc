package capacity

import (
	"math"
	"strings"

	"ccsim/reports"
	"ccsim/sim/detmath"
)

// Verdict says on which side of its targets a number of agents or lines lies.
type Verdict uint8

// Verdicts.
const (
	Undecided Verdict = iota // the interval still holds the target
	Met                      // the whole interval is on the good side
	Missed                   // the whole interval is on the bad side
)

// cases is how many cases the target itself must let expect, of those that count
// and of those that do not, before the interval of a share is believed: with fewer
// it is not yet like a normal law, and none seen says little.
const cases = 10

// judge says on which side of a target replications lie. Each gives how far it is
// on the bad side, a share weighted by its calls; Student's interval of their mean
// must lie wholly on one side. For a share that is exact in what it asks: sum over
// sum is on the bad side where the mean of (share - target) x calls is.
func judge(reps []*reports.Replication, at int, t *reports.Target, confidence float64) Verdict {
	n, sum, calls := 0, 0.0, 0.0
	far := make([]float64, 0, len(reps))
	for _, r := range reps {
		v := r.Values[at]
		if math.IsNaN(v) {
			continue
		}
		w := 1.0
		if at < len(r.Weights) && r.Weights[at] > 0 {
			w = r.Weights[at]
			calls += w
		}
		d := float64((v - t.Want) * w)
		if strings.HasPrefix(t.Op, ">") {
			d = -d
		}
		far = append(far, d)
		sum += d
		n++
	}
	if n < 2 || few(calls, t) {
		return Undecided
	}
	mean, squares := sum/float64(n), 0.0
	for _, d := range far {
		squares += float64((d - mean) * (d - mean))
	}
	half := float64(detmath.StudentTQuantile((1+confidence)/2, n-1) * math.Sqrt(squares/float64(n-1)/float64(n)))
	switch {
	case mean == 0 && half == 0:
		return map[bool]Verdict{true: Met, false: Missed}[strings.HasSuffix(t.Op, "=")]
	case mean+half < 0:
		return Met
	case mean-half > 0:
		return Missed
	}
	return Undecided
}

// few tells whether there were too few calls to judge a share.
func few(calls float64, t *reports.Target) bool {
	return calls > 0 && t.Share() && t.Want > 0 && t.Want < 1 && float64(calls*min(t.Want, 1-t.Want)) < cases
}

// looks are the numbers of replications after which a candidate is judged: each
// half as many again, up to the most.
func looks(least, most int) (all []int) {
	for n := min(least, most); ; n = min(n+max(n/2, 1), most) {
		if all = append(all, n); n == most {
			return all
		}
	}
}
