package model

import "ccsim/sim"

func (w *World) initArrivals() {
	w.sources = make([]Source, len(w.cfg.Types))
	for t := range w.sources {
		w.sources[t].Factor = 1
		w.nextGap(t)
		w.planArrival(t)
		w.initSources(t)
	}
	w.planTrace()
	w.kernel.Schedule(sim.Event{T: w.cfg.Horizon, Ord: sim.Order(sim.RankObserver, 0, evHorizon, 0)})
}

// callNo numbers the calls of a type apart from all others, so that a change
// in one type does not renumber another.
func (w *World) callNo(t int, n uint32) uint32 { return n*uint32(w.top.callers) + uint32(t) }

// nextGap draws the gap before the next arrival of a type, in units of its
// mean.
func (w *World) nextGap(t int) {
	s := &w.sources[t]
	s.Left = w.top.unitGap.Sample(w.rnd[drawGap], uint64(t), s.N).Seconds()
}

// planArrival schedules the next arrival of a type. Poisson arrivals with a
// rate that changes in steps use up the gap step by step, so that a new rate
// needs no new draw.
func (w *World) planArrival(t int) {
	typ, s := &w.cfg.Types[t], &w.sources[t]
	at := sim.Forever
	switch {
	case typ.Every > 0:
		at = s.At + typ.Every
	case len(typ.Rates) > 0:
		at = w.afterGap(t)
	}
	if at >= w.cfg.Horizon {
		return
	}
	w.kernel.Schedule(sim.Event{
		T: max(at, w.now()), Ord: sim.Order(sim.RankWork, w.callNo(t, s.N), evArrive, s.Gen&sim.MaxSeq),
		Row: uint32(t), Gen: s.Gen,
	})
}

// afterGap gives the moment at which the rest of the gap is used up.
func (w *World) afterGap(t int) sim.Time {
	rates, s := w.cfg.Types[t].Rates, &w.sources[t]
	at, left := s.At, s.Left
	for i := w.stepAt(t, at); i < len(rates); i++ {
		end := sim.Forever
		if i+1 < len(rates) {
			end = rates[i+1].From
		}
		at = max(at, rates[i].From)
		pace := w.pace(t, i)
		if rates[i].Slope != 0 {
			area := rates[i].area(at, end, pace)
			if left < area {
				return min(rates[i].after(at, left, pace), end)
			}
			left, at = left-area, end
			continue
		}
		perSecond := rates[i].PerSecond * pace
		if perSecond > 0 {
			need := sim.FromSeconds(min(left/perSecond, 1e9))
			if end == sim.Forever || need < end-at {
				return at + need
			}
			left -= float64(perSecond * (end - at).Seconds())
			left = max(left, 0)
		}
		at = end
	}
	return sim.Forever
}

// stepAt gives the step of a type's rates that holds at a moment; before the
// first step it is the first.
func (w *World) stepAt(t int, at sim.Time) int {
	rates := w.cfg.Types[t].Rates
	lo, hi := 0, len(rates)
	for lo < hi {
		mid := (lo + hi) / 2
		if rates[mid].From <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// surge multiplies the arrival rates of a type, or of all. The gap that is
// being used up goes on at the new rate.
func (w *World) surge(typ int, factor float64) {
	for t := range w.sources {
		if typ >= 0 && t != typ || len(w.cfg.Types[t].Rates) == 0 {
			continue
		}
		s := &w.sources[t]
		s.Left = w.leftAt(t, w.now())
		s.At, s.Factor = w.now(), factor
		s.Gen++
		w.planArrival(t)
	}
}

// leftAt gives what is left of the gap at a moment before its end.
func (w *World) leftAt(t int, to sim.Time) float64 {
	rates, s := w.cfg.Types[t].Rates, &w.sources[t]
	left := s.Left
	for i := w.stepAt(t, s.At); i < len(rates); i++ {
		from, end := max(s.At, rates[i].From), to
		if i+1 < len(rates) {
			end = min(end, rates[i+1].From)
		}
		if end > from {
			left -= rates[i].area(from, end, w.pace(t, i))
		}
	}
	return max(left, 0)
}

func (w *World) onArrive(e sim.Event) {
	t := int(e.Row)
	s := &w.sources[t]
	if s.Gen != e.Gen {
		return
	}
	no := w.callNo(t, s.N)
	s.N++
	s.At = w.now()
	w.nextGap(t)
	w.planArrival(t)
	c := w.newCall(no, t)
	w.talkOfStep(c)
	w.dialIn(c, w.ivrTime(no, t))
}

// planTrace schedules the next call of the trace.
func (w *World) planTrace() {
	if int(w.trace) >= len(w.cfg.Trace) {
		return
	}
	c := &w.cfg.Trace[w.trace]
	if c.At >= w.cfg.Horizon {
		return
	}
	w.kernel.Schedule(sim.Event{
		T: c.At, Ord: sim.Order(sim.RankWork, w.callNo(int(c.Type), c.Row), evArriveTrace, 0), Row: w.trace,
	})
}

func (w *World) onArriveTrace(e sim.Event) {
	row := &w.cfg.Trace[e.Row]
	w.trace++
	w.planTrace()
	no := w.callNo(int(row.Type), row.Row)
	c := w.newCall(no, int(row.Type))
	if !row.Bare {
		w.calls[c].Row = e.Row + 1
	}
	if row.Talk >= 0 {
		w.calls[c].Talk = row.Talk
	}
	ivr := row.IVR
	if ivr < 0 {
		ivr = w.ivrTime(no, int(row.Type))
	}
	w.dialIn(c, ivr)
}
