package reports

import (
	"math"

	"ccsim/model"
	"ccsim/sim"
	"ccsim/sim/detmath"
)

// Window is a stretch of a run that is looked at in bins of equal width.
type Window struct {
	From sim.Time // may lie before the start of the run
	Bin  sim.Time
	Bins int
}

// To is the end of the window.
func (w Window) To() sim.Time { return w.From + w.Bin*sim.Time(w.Bins) }

// Band is what an agent is counted as in a picture.
type Band uint8

// Bands, in the order in which they are stacked.
const (
	BandTalking Band = iota // talking, or with the call on hold
	BandWrapUp
	BandReady    // available or reserved
	BandNotReady // signed in, takes no calls
	BandSignedOut
	bands
)

// String names the band for readers.
func (b Band) String() string {
	return [...]string{"talking", "wrap-up", "ready", "not ready", "signed out"}[b]
}

// Bands lists all bands.
func Bands() []Band { return []Band{BandTalking, BandWrapUp, BandReady, BandNotReady, BandSignedOut} }

// band gives the band of an agent on shift by the true state and by what the
// system knows; none for one who is not at work.
func band(a model.AgentAux) (Band, bool) {
	switch {
	case a.True == model.AgentLogout:
		return 0, false
	case a.Record == model.AgentLogout:
		return BandSignedOut, true
	}
	switch a.True {
	case model.AgentTalking, model.AgentHold:
		return BandTalking, true
	case model.AgentWorkReady, model.AgentWorkNotReady:
		return BandWrapUp, true
	case model.AgentNotReady:
		return BandNotReady, true
	}
	if a.Record == model.AgentNotReady {
		return BandNotReady, true
	}
	return BandReady, true
}

// Series is what happened in a window of one replication, by bin. All values are
// whole numbers: times in nanoseconds of calls or agents, and counts.
type Series struct {
	Window
	Queue   []int64        // calls waiting
	Talk    []int64        // calls in talk
	Desk    []int64        // of these, with an agent whom the system knows
	Agents  [bands][]int64 // by band
	Pending [2][]int64     // pending states held by the side that was active when they were asked for
	Left    []int64        // calls that were answered or abandoned, by their arrival in the queue
	Within  []int64        // of these, answered within the first threshold
}

func newSeries(w Window) *Series {
	s := &Series{Window: w}
	for _, list := range s.lists() {
		*list = make([]int64, w.Bins)
	}
	return s
}

func (s *Series) lists() []*[]int64 {
	all := []*[]int64{&s.Queue, &s.Talk, &s.Desk, &s.Pending[0], &s.Pending[1], &s.Left, &s.Within}
	for b := range s.Agents {
		all = append(all, &s.Agents[b])
	}
	return all
}

// spread adds an interval to the bins that it overlaps.
func (s *Series) spread(to []int64, from, end sim.Time, times int64) {
	from, end = max(from, s.From), min(end, s.To())
	for from < end {
		i := int((from - s.From) / s.Bin)
		next := min(s.From+s.Bin*sim.Time(i+1), end)
		to[i] += int64(next-from) * times
		from = next
	}
}

// at counts something that happens at a moment.
func (s *Series) at(to []int64, t sim.Time) {
	if t >= s.From && t < s.To() {
		to[(t-s.From)/s.Bin]++
	}
}

// Watcher folds the facts of one replication into the series of some windows.
type Watcher struct {
	Series []*Series
	cfg    *model.Config
	level  sim.Time
	pair   []model.PairID // of each agent
	active []model.Side   // of each pair
	side   []int8         // of each agent: who holds the pending state, -1 = nobody
	held   [2]int64
	since  sim.Time
}

// NewWatcher watches windows of a replication of cfg. The level is the first
// threshold of the service level.
func NewWatcher(cfg *model.Config, level sim.Time, windows []Window) *Watcher {
	w := &Watcher{cfg: cfg, level: level}
	for _, win := range windows {
		w.Series = append(w.Series, newSeries(win))
	}
	for _, g := range cfg.Groups {
		for range g.Count {
			w.pair = append(w.pair, g.PG)
			w.side = append(w.side, -1)
		}
	}
	w.active = make([]model.Side, len(cfg.Units()))
	return w
}

// Record implements sim.Sink.
func (w *Watcher) Record(x sim.Fact) {
	v := sim.Time(x.Value)
	switch x.Kind {
	case model.FactQueueTime:
		w.interval(func(s *Series) []int64 { return s.Queue }, x.T-v, x.T)
	case model.FactAgentTime:
		w.agent(x)
	case model.FactAnswered, model.FactAbandoned:
		for _, s := range w.Series {
			s.at(s.Left, x.T-v)
			if x.Kind == model.FactAnswered && v <= w.level {
				s.at(s.Within, x.T-v)
			}
		}
	case model.FactPendingState:
		w.pending(x)
	case model.FactSwitched:
		id := model.ProcID(x.Subject)
		w.active[id.Pair()] = id.Side().Other()
	case model.FactActive:
		if id := model.ProcID(x.Subject); !id.Beside() {
			w.active[id.Pair()] = id.Side()
		}
	}
}

func (w *Watcher) interval(of func(*Series) []int64, from, to sim.Time) {
	for _, s := range w.Series {
		s.spread(of(s), from, to, 1)
	}
}

func (w *Watcher) agent(x sim.Fact) {
	a := model.UnpackAgent(x.Aux)
	from := x.T - sim.Time(x.Value)
	if a.True == model.AgentTalking || a.True == model.AgentHold {
		w.interval(func(s *Series) []int64 { return s.Talk }, from, x.T)
		if a.Record != model.AgentLogout {
			w.interval(func(s *Series) []int64 { return s.Desk }, from, x.T)
		}
	}
	if b, ok := band(a); ok {
		w.interval(func(s *Series) []int64 { return s.Agents[b] }, from, x.T)
	}
}

// pending keeps how many requests each side holds. One agent has at most one
// that counts.
func (w *Watcher) pending(x sim.Fact) {
	w.flow(x.T)
	a := x.Subject
	switch o := model.PendingOutcome(x.Aux); o {
	case model.PendingRequested:
		if w.side[a] < 0 {
			w.side[a] = int8(w.active[w.pair[a]])
			w.held[w.side[a]]++
		}
	case model.PendingSuperseded, model.PendingRejected:
		if o == model.PendingRejected && w.side[a] >= 0 {
			w.held[w.side[a]]--
			w.side[a] = -1
		}
	default:
		if w.side[a] >= 0 {
			w.held[w.side[a]]--
			w.side[a] = -1
		}
	}
}

// flow adds what was held since the last change.
func (w *Watcher) flow(to sim.Time) {
	for side, n := range w.held {
		if n > 0 {
			for _, s := range w.Series {
				s.spread(s.Pending[side], w.since, to, n)
			}
		}
	}
	w.since = to
}

// Finish closes what is open at the end of a run.
func (w *Watcher) Finish(end sim.Time) []*Series {
	w.flow(end)
	return w.Series
}

// Curve is a value for each bin: the mean over replications and half the width
// of its 95 % interval, which is 0 for one replication. A bin without a value is NaN.
type Curve struct{ Mean, Half []float64 }

// Curves are the series of all replications of a window.
type Curves struct {
	Window
	Replications       int
	Queue, Talk, Desk  Curve // calls
	Agents             [bands]Curve
	Pending            [2]Curve // pending states
	Service            Curve    // share of calls that were answered within the threshold
	ServiceBins        int      // bins of Service: fewer, since each needs calls
	SignedOut, Holding bool     // some agent was signed out; some pending state was held
}

// NewCurves merges the series of one window over replications, in the order
// of their index. The service level is taken over so many bins at a time.
func NewCurves(reps []*Series, group int) *Curves {
	first := reps[0]
	c := &Curves{Window: first.Window, Replications: len(reps)}
	perBin := float64(first.Bin)
	level := func(of func(*Series) []int64) Curve {
		return curve(len(reps), first.Bins, func(rep, bin int) float64 { return float64(of(reps[rep])[bin]) / perBin })
	}
	c.Queue = level(func(s *Series) []int64 { return s.Queue })
	c.Talk = level(func(s *Series) []int64 { return s.Talk })
	c.Desk = level(func(s *Series) []int64 { return s.Desk })
	for b := range c.Agents {
		c.Agents[b] = level(func(s *Series) []int64 { return s.Agents[b] })
	}
	for side := range c.Pending {
		c.Pending[side] = level(func(s *Series) []int64 { return s.Pending[side] })
		c.Holding = c.Holding || peak(c.Pending[side]) > 0
	}
	c.SignedOut = peak(c.Agents[BandSignedOut]) > 0
	c.ServiceBins = first.Bins / group
	c.Service = curve(len(reps), c.ServiceBins, func(rep, bin int) float64 {
		var within, left int64
		for i := bin * group; i < (bin+1)*group; i++ {
			within += reps[rep].Within[i]
			left += reps[rep].Left[i]
		}
		return ratio(float64(within), float64(left))
	})
	return c
}

func peak(c Curve) (top float64) {
	for _, v := range c.Mean {
		if v > top {
			top = v
		}
	}
	return top
}

// curve computes means and intervals in two passes, in the order of the index.
func curve(reps, bins int, value func(rep, bin int) float64) Curve {
	c := Curve{make([]float64, bins), make([]float64, bins)}
	for bin := range bins {
		n, sum := 0, 0.0
		for rep := range reps {
			if v := value(rep, bin); !math.IsNaN(v) {
				n++
				sum += v
			}
		}
		if n == 0 {
			c.Mean[bin], c.Half[bin] = missing, 0
			continue
		}
		mean, squares := sum/float64(n), 0.0
		for rep := range reps {
			if v := value(rep, bin); !math.IsNaN(v) {
				d := v - mean
				squares += float64(d * d)
			}
		}
		c.Mean[bin] = mean
		if n > 1 {
			t := detmath.StudentTQuantile((1+confidence)/2, n-1)
			c.Half[bin] = float64(t*math.Sqrt(squares/float64(n-1))) / math.Sqrt(float64(n))
		}
	}
	return c
}
