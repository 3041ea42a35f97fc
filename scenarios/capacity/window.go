package capacity

import (
	"fmt"
	"slices"
	"sync"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// window is an interval that is sized for itself.
type window struct{ from, to sim.Time }

// windows cut the run from its warm-up on into intervals, or leave it whole.
func windows(from, to, length sim.Time) (all []window) {
	if length == Whole {
		length = to - from
	}
	for ; from < to; from += length {
		all = append(all, window{from, min(from+length, to)})
	}
	return all
}

// timetable is the number of agents of each group in each window, as far as it is
// decided. Groups that are not sized have none and keep to the scenario.
type timetable struct {
	windows []window
	counts  [][]int // by group, then window
}

// put writes the timetable into a copy of a configuration. The first window counts
// from the start of the run, the last one until its end.
func (t *timetable) put(cfg *model.Config) *model.Config {
	out := *cfg
	out.Groups = slices.Clone(cfg.Groups)
	for g, counts := range t.counts {
		if counts == nil {
			continue
		}
		steps := make([]model.StaffStep, len(counts))
		for k, n := range counts {
			steps[k] = model.StaffStep{At: t.windows[k].from, Count: n}
		}
		steps[0].At = 0
		out.Groups[g].Staff = steps
	}
	return &out
}

// with gives a timetable in which some groups have so many agents from one window to
// before another.
func (t *timetable) with(from, to int, counts map[int]int) *timetable {
	out := &timetable{t.windows, slices.Clone(t.counts)}
	for g, n := range counts {
		out.counts[g] = slices.Clone(t.counts[g])
		for i := from; i < to; i++ {
			out.counts[g][i] = n
		}
	}
	return out
}

// tail is how long calls of a window may wait beyond its end until they are left
// open.
const tail = sim.Hour

// line is the replications of one condition, each as far as the timetable is decided
// and somebody asked. A window is tried from there: what came before is as planned,
// so a queue that is left over is carried over.
type line struct {
	base  *model.Config // with rows for the most agents that are tried
	seed  uint64
	plan  *timetable
	now   *model.Config // base by plan
	reps  []*model.World
	at    []int // window before which each stands
	spare sync.Pool
}

func newLine(base *model.Config, seed uint64, plan *timetable, most int) *line {
	return &line{base: base, seed: seed, plan: plan, now: plan.put(base), reps: make([]*model.World, most), at: make([]int, most)}
}

// decided makes numbers of a window part of the plan.
func (l *line) decided(k int, counts map[int]int) {
	l.plan = l.plan.with(k, k+1, counts)
	l.now = l.plan.put(l.base)
}

// before brings a replication to the moment before a window begins.
func (l *line) before(rep uint32, k int) (*model.World, error) {
	w := l.reps[rep]
	if w == nil {
		var err error
		if w, err = model.New(l.now, l.seed, rep); err != nil {
			return nil, err
		}
		l.reps[rep] = w
	}
	w.Replan(l.now)
	if l.at[rep] < k {
		l.at[rep] = k
		return w, w.RunUntil(l.plan.windows[k].from - 1)
	}
	return w, nil
}

// try simulates a window with some numbers from its begin on.
func (l *line) try(k int, counts map[int]int, options reports.Options) simulation {
	cfg, win := l.plan.with(k, len(l.plan.windows), counts).put(l.base), l.plan.windows[k]
	measured := *cfg
	measured.Horizon = win.to
	options.Warmup = win.from
	return func(rep uint32) (*reports.Replication, error) {
		w, err := l.start(rep, k, cfg)
		if err != nil {
			return nil, err
		}
		defer l.spare.Put(w)
		s := newSieve(&measured, options, win)
		s.talking, s.waiting = w.Census().Calls[model.CallTalking], w.Census().Calls[model.CallQueued]
		w.SetSink(s)
		if err := w.RunUntil(win.to); err != nil {
			return nil, err
		}
		for at := win.to; s.open > 0 && at < win.to+tail; {
			at += 10 * sim.Second
			if err := w.RunUntil(at); err != nil {
				return nil, err
			}
		}
		if err := w.Finish(); err != nil {
			return nil, err
		}
		return s.finish(w), nil
	}
}

// start is a world at the begin of a window, which may be changed.
func (l *line) start(rep uint32, k int, cfg *model.Config) (*model.World, error) {
	w, ok := l.spare.Get().(*model.World)
	if !ok {
		w = &model.World{}
	}
	if k == 0 {
		fresh, err := model.New(cfg, l.seed, rep)
		if err != nil {
			return nil, err
		}
		return fresh, fresh.RunUntil(l.plan.windows[0].from - 1)
	}
	base, err := l.before(rep, k)
	if err != nil {
		return nil, err
	}
	w.CopyFrom(base)
	w.Replan(cfg)
	return w, nil
}

// sieve lets through what belongs to a window: the calls that are offered in it, to
// their end, and what else happens until its end.
type sieve struct {
	window
	fold *reports.Fold
	mine map[uint32]bool // calls of the window; true = they still wait
	open int             // that wait, or have not come to the queue yet

	talking, waiting int64 // calls at the begin
}

func newSieve(cfg *model.Config, options reports.Options, win window) *sieve {
	return &sieve{window: win, fold: reports.NewFold(cfg, options), mine: map[uint32]bool{}}
}

// Record implements sim.Sink.
func (s *sieve) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactOffered:
		if x.T < s.from || x.T >= s.to {
			return
		}
		s.mine[x.Subject] = true
		s.open++
	case model.FactAnswered, model.FactAbandoned, model.FactBlocked, model.FactRejected, model.FactDefaultRouted, model.FactCallLost, model.FactBalked:
		waits, mine := s.mine[x.Subject]
		if !mine {
			return
		}
		if waits {
			s.mine[x.Subject] = false
			s.open--
		}
	case model.FactHandled, model.FactTransferred, model.FactInterrupted, model.FactRetry, model.FactAnnounced, model.FactClosed:
		if _, mine := s.mine[x.Subject]; !mine {
			return
		}
	case model.FactQueueTime, model.FactAgentTime:
		// clipped to the window
	default:
		if x.T >= s.to {
			return
		}
	}
	s.fold.Record(x)
}

// What is told of a window beside the metrics of a run.
const (
	metricTalking = "capacity.talking"
	metricWaiting = "capacity.waiting"
	metricOffered = "capacity.offered"
)

func (s *sieve) finish(w *model.World) *reports.Replication {
	r := s.fold.Finish(w.Kernel().Fingerprint())
	for _, m := range []struct {
		name string
		n    int64
	}{{metricTalking, s.talking}, {metricWaiting, s.waiting}, {metricOffered, int64(len(s.mine))}} {
		r.Metrics = append(r.Metrics, reports.Metric{Name: m.name, Scope: "all"})
		r.Values = append(r.Values, float64(m.n))
		r.Weights = append(r.Weights, 0)
	}
	return r
}

// rows makes room for the most agents that are tried: the scenario with so many rows
// in each group that is sized.
func (x *search) rows(most map[int]int) (*model.Config, error) {
	var changes []string
	for g, group := range x.Plain.Config.Groups {
		if n, ok := most[g]; ok {
			changes = append(changes, fmt.Sprintf("center.agents[%d].count=%d", g, max(n, group.Count)))
		}
	}
	c, err := x.compile(changes...)
	if err != nil {
		return nil, err
	}
	return c.Config, nil
}
