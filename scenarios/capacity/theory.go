package capacity

import (
	"math"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/erlang"
	"ccsim/sim"
)

// traffic is what comes to a group of agents in an interval, as the formulas need
// it.
type traffic struct {
	rate     float64 // calls a second
	handle   float64 // s, mean: ring, talk and wrap-up
	patience float64 // s, mean; 0 = all wait for ever
	ivr      float64 // s, mean, before the queue
}

func (t *traffic) load() float64 { return float64(t.rate * t.handle) }

// trafficOf sums the calls of a group from one moment to another.
func trafficOf(cfg *model.Config, p *pool, group int, from, to sim.Time) (t traffic) {
	leave, forever := 0.0, 0.0
	for i := range cfg.Callers() {
		if owner(cfg, p, cfg.QueuesOf(i)[0]) != group {
			continue
		}
		calls, talk := callsOf(cfg, i, from, to)
		if calls <= 0 {
			continue
		}
		typ := &cfg.Types[i]
		t.rate += calls
		t.handle += float64(calls * (talk + cfg.Ring.Mean().Seconds() + wrapup(cfg, typ, group)))
		ivr := cfg.IVR
		if typ.HasIVR {
			ivr = typ.IVR
		}
		t.ivr += float64(calls * ivr.Mean().Seconds())
		if s := typ.Patience.Mean().Seconds(); s > 0 {
			leave += calls / s
		} else {
			forever += calls
		}
	}
	if t.rate == 0 {
		return t
	}
	t.handle /= t.rate
	t.ivr /= t.rate
	if leave > 0 {
		t.patience = t.rate / leave
	}
	t.rate /= (to - from).Seconds()
	return t
}

// wrapup is the mean wrap-up of a call of a type with a group, in seconds.
func wrapup(cfg *model.Config, typ *model.CallType, group int) float64 {
	if typ.HasWrapup {
		return float64(typ.Wrapup.Mean().Seconds() * typ.WrapupShare)
	}
	if group < 0 {
		return 0
	}
	g := &cfg.Groups[group]
	return float64(g.Wrapup.Mean().Seconds() * g.WrapupShare)
}

// callsOf is how many calls of a type come from one moment to another, and their
// mean talk in seconds.
func callsOf(cfg *model.Config, typ int, from, to sim.Time) (calls, talk float64) {
	t := &cfg.Types[typ]
	sum := 0.0
	own := t.Talk.Mean().Seconds()
	if t.Every > 0 {
		calls += (to - from).Seconds() / t.Every.Seconds()
		sum += float64(calls * own)
	}
	for i := range t.Rates {
		s := &t.Rates[i]
		begin, end := max(from, s.From), to
		if i+1 < len(t.Rates) {
			end = min(end, t.Rates[i+1].From)
		}
		if end <= begin {
			continue
		}
		middle := ((begin - s.From) + (end-begin)/2).Seconds()
		n := float64((s.PerSecond + float64(s.Slope*middle)) * (end - begin).Seconds())
		mean := own
		if !s.Talk.IsZero() {
			mean = s.Talk.Mean().Seconds()
		}
		calls += n
		sum += float64(n * mean)
	}
	for i := range cfg.Trace {
		if c := &cfg.Trace[i]; int(c.Type) == typ && c.At >= from && c.At < to {
			calls++
			if c.Talk >= 0 {
				sum += c.Talk.Seconds()
			} else {
				sum += own
			}
		}
	}
	if calls == 0 {
		return 0, own
	}
	return calls, sum / calls
}

// formula is what a closed form says of a metric of a queue; missing where it says
// nothing.
func formula(q erlang.Queue, t *reports.Target) float64 {
	if !q.Stable() {
		return math.Inf(1)
	}
	l := t.Level.Seconds()
	switch t.Metric {
	case "abandonment_rate":
		return q.Abandonment()
	case "mean_wait":
		return q.MeanWait()
	case "mean_wait_handled":
		return q.MeanWaitAnswered()
	case "p_wait":
		return q.Wait()
	case "occupancy", "utilization":
		return q.Occupancy()
	case "mean_queue":
		return q.MeanQueue()
	case reports.LevelName(t.Level):
		return q.ServiceLevel(l)
	case reports.LevelName(t.Level) + "_any":
		w := q.Within(l)
		return w.Answered + w.Abandoned
	case reports.LevelName(t.Level) + "_handled":
		return q.ServiceLevel(l) / (1 - q.Abandonment())
	case reports.LevelName(t.Level) + "_no_short":
		w := q.Within(l)
		return w.Answered / (1 - w.Abandoned)
	}
	return math.NaN()
}

// staff is how many agents a formula asks for; 0 where it has nothing to say of a
// target.
func staff(t *traffic, patience float64, targets []reports.Target) int {
	if t.rate == 0 {
		return 0
	}
	for i := range targets {
		if targets[i].Metric == "abandonment_rate" && patience == 0 || math.IsNaN(formula(erlang.Queue{Rate: t.rate, Handle: t.handle, Patience: 1, Agents: 1}, &targets[i])) {
			return 0
		}
	}
	q := erlang.Queue{Rate: t.rate, Handle: t.handle, Patience: patience}
	return q.Staff(func(q erlang.Queue) bool {
		for i := range targets {
			v := formula(q, &targets[i])
			if more := targets[i].Op[0] == '>'; !q.Stable() || more && v < targets[i].Want || !more && v > targets[i].Want {
				return false
			}
		}
		return true
	})
}
