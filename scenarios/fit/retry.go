package fit

import (
	"math"

	"ccsim/sim"
)

// Retry is how callers come back after they hung up.
type Retry struct {
	Abandoned   int     `json:"abandoned"`      // with a caller and a day to come back in
	Within      float64 `json:"within_day"`     // share that called again within a day
	Base        float64 `json:"after_answer"`   // share of answered callers that called again within a day
	Probability float64 `json:"probability"`    // of a retrial: beyond those who would have called anyway
	Mean        float64 `json:"mean_s"`         // until the call, over those within a day
	Later       int64   `json:"calls_returned"` // calls of the table that came back within a day after an abandonment
}

// retrials looks for the next call of each caller. ok is false where there are too
// few.
func retrials(d *Data) (r Retry, ok bool) {
	next := make([]int64, len(d.Calls)) // until the same caller's next call
	seen := make(map[int32]int, d.Callers)
	for i := len(d.Calls) - 1; i >= 0; i-- {
		next[i] = math.MaxInt64
		if who := d.Calls[i].Caller; who != unknown {
			if j, ok := seen[who]; ok {
				next[i] = d.Calls[j].Arrival - d.Calls[i].Arrival
			}
			seen[who] = i
		}
	}
	end := d.Calls[len(d.Calls)-1].Arrival - dayMS
	var answered, answeredAgain, again, sum int64
	for i := range d.Calls {
		c := &d.Calls[i]
		if c.Caller == unknown || c.beforeQueue() || c.Arrival > end {
			continue
		}
		back := next[i] <= dayMS
		switch c.Outcome {
		case Answered:
			answered++
			if back {
				answeredAgain++
			}
		case Abandoned:
			r.Abandoned++
			if back {
				again++
				sum += next[i]
			}
		}
	}
	if r.Abandoned < leastValues || again < 10 {
		return r, false
	}
	r.Within = float64(again) / float64(r.Abandoned)
	if answered > 0 {
		r.Base = float64(answeredAgain) / float64(answered)
	}
	r.Probability = math.Max(0, (r.Within-r.Base)/(1-r.Base))
	r.Mean = float64(sum) / float64(again) / float64(sim.Second/sim.Millisecond)
	r.Later = again
	return r, true
}
