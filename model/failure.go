package model

import "ccsim/sim"

// initFailures plans the first failure of each side.
func (w *World) initFailures() {
	for i := range w.failing {
		if i%2 < len(w.cfg.Failures[i/2].Procs) {
			w.planFailure(i)
		}
	}
}

// failureKey numbers the sides for draws. A mirrored center draws for each side
// what the other one does here.
func (w *World) failureKey(i int) uint64 {
	if len(w.cfg.Failures[i/2].Procs) == 2 {
		i ^= int(w.cfg.lead)
	}
	return uint64(i)
}

// planFailure schedules the next failure of a side, counted from now.
func (w *World) planFailure(i int) {
	w.failing[i].N++
	d := w.cfg.Failures[i/2].MTTF.Sample(w.rnd[drawFailure], w.failureKey(i), w.failing[i].N)
	w.failureEvent(i, evFail, d)
}

func (w *World) failureEvent(i int, k sim.Kind, delay sim.Time) {
	cause := uint32(1 + len(w.cfg.Levers) + i/2)
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(delay, 1), Ord: sim.Order(sim.RankFault, uint32(len(w.cfg.Levers)+i), k, w.failing[i].N&sim.MaxSeq), Row: uint32(i), Cause: cause,
	})
}

// onFail crashes a side at random. It stays down until a crew has repaired it.
// A side that is down already cannot fail: its next failure is drawn anew. After
// the horizon nothing fails any more: who waits for ever would keep a run that
// drains going through failures without end.
func (w *World) onFail(e sim.Event) {
	if w.ended {
		return
	}
	i := int(e.Row)
	id := w.cfg.Failures[i/2].Procs[i%2]
	if w.leverCrash(id, e.Cause, true, false) != 0 {
		w.planFailure(i)
		return
	}
	w.failing[i].Waiting = true
	w.callCrew(i / 2)
}

// callCrew starts the repairs for which crews are free, side A first.
func (w *World) callCrew(f int) {
	busy := 0
	for s := range 2 {
		if w.failing[2*f+s].Repair {
			busy++
		}
	}
	for n := range 2 {
		s := n ^ int(w.cfg.lead)
		row := &w.failing[2*f+s]
		if row.Waiting && busy < w.cfg.Failures[f].Crews {
			row.Waiting, row.Repair = false, true
			busy++
			w.failureEvent(2*f+s, evRepair, w.cfg.Failures[f].MTTR.Sample(w.rnd[drawRepair], w.failureKey(2*f+s), row.N))
		}
	}
}

// onRepair starts the repaired side, unless somebody has started it already.
func (w *World) onRepair(e sim.Event) {
	i := int(e.Row)
	w.failing[i].Repair = false
	w.leverStart(w.cfg.Failures[i/2].Procs[i%2], e.Cause)
	w.planFailure(i)
	w.callCrew(i / 2)
}

// watchBothDown notes the time in which neither PG side of a pair is up.
func (w *World) watchBothDown(p PairID) {
	pair := &w.pairs[p]
	down := !w.procs[pgProc(p, SideA)].up() && !w.procs[pgProc(p, SideB)].up()
	switch {
	case down && !pair.BothDown:
		pair.DownSince = w.now()
	case !down && pair.BothDown:
		w.record(FactBothDown, uint32(p), int64(w.now()-pair.DownSince), 0, pair.Cause)
	}
	pair.BothDown = down
}
