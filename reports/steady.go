package reports

import (
	"fmt"
	"math"

	"ccsim/model"
	"ccsim/sim"
)

// LongRun keeps what a long run says of each call, in the order in which calls
// left the queue: a sink.
type LongRun struct {
	opt    Options
	waits  []float64 // seconds
	gone   []bool    // hung up
	waited []bool
	at     []sim.Time // when it left
}

// NewLongRun makes a sink for the calls that arrive after the warm-up.
func NewLongRun(opt Options) *LongRun { return &LongRun{opt: opt} }

// Record implements sim.Sink.
func (s *LongRun) Record(x sim.Fact) {
	if x.Kind != model.FactAnswered && x.Kind != model.FactAbandoned {
		return
	}
	a := model.UnpackCall(x.Aux)
	if a.Early {
		return
	}
	s.waits = append(s.waits, sim.Time(x.Value).Seconds())
	s.gone = append(s.gone, x.Kind == model.FactAbandoned)
	s.waited = append(s.waited, a.Waited)
	s.at = append(s.at, x.T)
}

// Steady is what one long run says of its steady state.
type Steady struct {
	Calls   int      // that left the queue
	Dropped int      // of them in the warm-up that was found
	Until   sim.Time // end of that warm-up
	Batches int
	Size    int // calls in a batch
	Values  []SteadyValue
	Trouble string // why it should not be believed; empty = nothing found
}

// SteadyValue is the mean of a metric over the calls after the warm-up.
type SteadyValue struct {
	Name, Unit string
	Mean, Half float64
	Lag        float64 // correlation of neighboring batches
}

const (
	batches    = 30   // of batch means: more add little (B. Schmeiser, Batch size effects, 1982)
	mserSize   = 5    // of the means whose spread finds the warm-up
	fewest     = 10   // calls in a batch
	maxLag     = 0.37 // twice the standard error of the correlation of 30 independent batches
	enoughMSER = 20
)

// Analyze finds the end of the warm-up by MSER-5 on the waits, and gives
// intervals by batch means of what follows.
func (s *LongRun) Analyze() *Steady {
	out := &Steady{Calls: len(s.waits)}
	cut, ok := mser5(s.waits)
	out.Dropped = cut
	if cut > 0 {
		out.Until = s.at[cut-1]
	}
	rest := len(s.waits) - cut
	out.Batches, out.Size = batches, rest/batches
	switch {
	case out.Size < fewest:
		out.Trouble = fmt.Sprintf("the run is too short: %d calls are fewer than %d batches of %d", rest, batches, fewest)
		return out
	case !ok:
		out.Trouble = "the run is too short: no end of the warm-up in its first half"
	}
	first := len(s.waits) - out.Size*batches // the batches end where the run ends
	s.value(out, "mean_wait", "s", first, func(i int) float64 { return s.waits[i] })
	s.value(out, "p_wait", "", first, func(i int) float64 { return one(s.waited[i]) })
	s.value(out, "abandonment_rate", "", first, func(i int) float64 { return one(s.gone[i]) })
	for _, l := range s.opt.Levels {
		limit := l.Seconds()
		s.value(out, LevelName(l), "", first, func(i int) float64 { return one(!s.gone[i] && s.waits[i] <= limit) })
	}
	if out.Trouble == "" {
		for _, v := range out.Values {
			if v.Lag > maxLag {
				out.Trouble = fmt.Sprintf("neighboring batches of %s still hang together (correlation %.2f): run longer", v.Name, v.Lag)
				break
			}
		}
	}
	return out
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// value computes the batch means of one metric with their interval.
func (s *LongRun) value(out *Steady, name, unit string, first int, of func(int) float64) {
	means := make([]float64, batches)
	for b := range means {
		sum := 0.0
		for i := range out.Size {
			sum += of(first + b*out.Size + i)
		}
		means[b] = sum / float64(out.Size)
	}
	mean := average(means)
	half := float64(studentT(confidence, batches-1) * (spread(means, mean, batches) / math.Sqrt(batches)))
	out.Values = append(out.Values, SteadyValue{name, unit, mean, half, lag1(means, mean)})
}

// lag1 is the correlation of neighbors; 0 where nothing scatters.
func lag1(v []float64, mean float64) float64 {
	top, bottom := 0.0, 0.0
	for i := range v {
		d := v[i] - mean
		bottom += float64(d * d)
		if i > 0 {
			top += float64(d * (v[i-1] - mean))
		}
	}
	if bottom == 0 {
		return 0
	}
	return top / bottom
}

// mser5 gives how many values the warm-up has: it cuts where the standard error
// of the mean of the rest, taken over means of five, is smallest (K. P. White,
// M. J. Cobb and S. C. Spratt, A comparison of five steady-state truncation
// heuristics for simulation, 2000). It looks at the first half; where the smallest
// lies at the very end of that, the series has not settled.
func mser5(values []float64) (cut int, ok bool) {
	n := len(values) / mserSize
	if n < enoughMSER {
		return 0, false
	}
	sum, squares := 0.0, 0.0
	best, at := math.Inf(1), n
	for j := n - 1; j >= 0; j-- {
		mean := average(values[j*mserSize : (j+1)*mserSize])
		sum += mean
		squares += float64(mean * mean)
		count := float64(n - j)
		if j > n/2 {
			continue // the end of every series looks quiet
		}
		if x := max(0, squares-float64(sum*sum)/count) / float64(count*count); x <= best {
			best, at = x, j
		}
	}
	return at * mserSize, at*20 < n*9
}

// steadyTable tells the steady state of the first replication.
func steadyTable(r *Report) *grid {
	s := r.Steady
	if s == nil {
		return nil
	}
	g := &grid{title: "Steady state of the first replication, by batch means", head: []string{"after the warm-up that was found", "mean", "correlation of batches"}}
	for _, v := range s.Values {
		g.add(v.Name, Cell(v.Name, v.Mean, v.Half), fixed(v.Lag, 2))
	}
	g.note = fmt.Sprintf("MSER-5: the first %d of %d calls (%s) are warm-up. %d batches of %d calls.", s.Dropped, s.Calls, s.Until-s.Until%sim.Second, s.Batches, s.Size)
	if s.Trouble != "" {
		g.note += " DOUBTFUL: " + s.Trouble + "."
	}
	return g
}

type jsonSteady struct {
	Calls   int               `json:"calls"`
	Dropped int               `json:"warmup_calls"`
	Until   *number           `json:"warmup_s"`
	Batches int               `json:"batches"`
	Size    int               `json:"batch_size"`
	Doubt   string            `json:"doubtful,omitempty"`
	Metrics []jsonSteadyValue `json:"metrics"`
}

type jsonSteadyValue struct {
	Name string  `json:"name"`
	Mean *number `json:"value"`
	Half *number `json:"half_width"`
	Lag  *number `json:"lag1"`
	Unit string  `json:"unit"`
}

func (r *Report) jsonSteady() *jsonSteady {
	s := r.Steady
	if s == nil {
		return nil
	}
	out := &jsonSteady{s.Calls, s.Dropped, maybe(s.Until.Seconds()), s.Batches, s.Size, s.Trouble, []jsonSteadyValue{}}
	for _, v := range s.Values {
		out.Metrics = append(out.Metrics, jsonSteadyValue{v.Name, maybe(v.Mean), maybe(v.Half), maybe(v.Lag), v.Unit})
	}
	return out
}
