package model

import "ccsim/sim"

// A paused process does nothing and does not know it: a machine that is
// suspended, or a process that hangs. What reaches it waits in its sockets. Others
// see that it is silent. When it goes on, it reads what has waited, and its overdue
// timers fire.

func (w *World) leverPause(id ProcID, cause uint32) IgnoreReason {
	p := &w.procs[id]
	if !p.up() || p.Paused {
		return IgnoreDown
	}
	w.mark(FactPaused, uint32(id), 0, 0, cause)
	w.disturb(id.Pair(), cause)
	for _, n := range w.top.hears[id] {
		w.hear(n)
	}
	p.Paused, p.PausedAt, p.Cause = true, w.now(), cause
	p.Pauses++
	w.pausedNow++
	for _, n := range w.top.sends[id] {
		w.closeSegments(n, false)
		w.planBeats(n)
	}
	w.planAll(id)
	w.pausedChanged(id, cause)
	return 0
}

func (w *World) leverResume(id ProcID, cause uint32) IgnoreReason {
	p := &w.procs[id]
	if !p.up() || !p.Paused {
		return IgnoreUp
	}
	w.mark(FactResumed, uint32(id), int64(w.now()-p.PausedAt), 0, cause)
	for _, n := range w.top.hears[id] {
		w.hear(n)
	}
	p.Paused = false
	w.pausedNow--
	for _, n := range w.top.sends[id] {
		w.reopen(n)
		w.planBeats(n)
	}
	w.pausedChanged(id, cause)
	for _, n := range w.top.hears[id] {
		w.readWaiting(n, p.PausedAt)
	}
	w.runDeferred(id)
	w.goOn(id, cause)
	return 0
}

// goOn is what a process that was away finds: another side that serves in its
// place, or everything that has happened to its agents meanwhile.
func (w *World) goOn(id ProcID, cause uint32) {
	p := id.Pair()
	u, pair := &w.top.units[p], &w.pairs[p]
	switch {
	case !u.IsPG() || id.Beside():
		if !u.watched() {
			w.nodeBack(id, cause)
		}
	case w.procs[id].Role == RoleActive && pair.Active != int8(id.Side()):
		w.setRole(id, RoleIsolated)
		if w.peerUp(id) {
			w.sync(id, cause)
		}
	case w.procs[id].Role == RoleActive:
		w.catchUp(p)
		if pair.Maint.Blocked && pair.Maint.Phase == MaintContinued {
			pair.Maint.Blocked = false
			w.handOver(p)
		}
	}
	w.checkRecovered(p)
}

// asleep tells whether the side that serves a PG does nothing.
func (w *World) asleep(p PairID) bool {
	s := w.pairs[p].Active
	return s >= 0 && w.procs[pgProc(p, Side(s))].Paused
}

// catchUp lets a PG side that goes on see what its agents did meanwhile: calls
// that were answered, and calls that are over.
func (w *World) catchUp(p PairID) {
	for _, a := range w.top.members[p] {
		agent, rec := &w.agents[a], &w.records[a]
		switch {
		case rec.State != agent.State && agent.State.onCall() && (rec.State.reserved() || rec.State.onCall()):
			w.setRecord(a, agent.State)
		case (rec.State.reserved() || rec.State.onCall()) && agent.Call == NoCall && !agent.Watching:
			w.settle(a, w.applyPending(a))
		case rec.State == AgentNotReady && agent.WantReady && agent.State == AgentNotReady && rec.Session:
			w.goReady(a)
		}
	}
}

// owner is the process that has to run for an event to have its effect.
func (w *World) owner(e sim.Event) (ProcID, bool) {
	switch e.Kind() {
	case evSynced, evActivated, evFarewell, evPeerGone, evConnectEnd, evTestAgain, evSettled, evTakeover, evCutOff, evPairLeft, evJTAPI, evDialerless:
		return ProcID(e.Row), true
	case evClosed:
		return w.top.watches[e.Row].Observer, true
	case evSwitch, evDrained, evResponseEnd, evMaintTimeout, evAnswerMM:
		return pgProc(PairID(e.Row), w.pairs[e.Row].Maint.Side), true
	case evRequest, evWrapEnd:
		return w.servingAgent(AgentID(e.Row))
	case evRONA:
		if a := w.calls[e.Row].Agent; a != NoAgent {
			return w.servingAgent(a)
		}
	}
	return 0, false
}

func (w *World) servingAgent(a AgentID) (ProcID, bool) {
	p := w.top.pair[a]
	s := w.pairs[p].Active
	return pgProc(p, Side(max(s, 0))), s >= 0
}

// deferred keeps an event whose process is paused until it goes on.
func (w *World) deferred(e sim.Event) bool {
	if w.pausedNow == 0 {
		return false
	}
	id, ok := w.owner(e)
	if !ok || !w.procs[id].Paused {
		return false
	}
	w.enlist(&w.procs[id].Waiting, HeldRow{Kind: e.Kind(), Ord: e.Ord, Row: e.Row, Gen: e.Gen, Arg: e.Arg, Cause: e.Cause})
	return true
}

// runDeferred lets everything that waited for a process happen now, in order: it
// goes on, or it has ended and nothing comes of it.
func (w *World) runDeferred(id ProcID) {
	for {
		m, ok := w.unlistHeld(&w.procs[id].Waiting)
		if !ok {
			return
		}
		w.kernel.Schedule(sim.Event{T: w.now() + 1, Ord: m.Ord, Row: m.Row, Gen: m.Gen, Arg: m.Arg, Cause: m.Cause})
	}
}

// readWaiting lets a process that goes on draw its conclusions from what came
// meanwhile: first from what it reads, then from what is overdue.
func (w *World) readWaiting(n LineID, since sim.Time) {
	row := &w.watch[n]
	if !w.listens(n) {
		return
	}
	if !row.Up && row.LastHeard >= since {
		row.Up = true
		w.heardAgain(n)
	}
	w.planBeats(n)
}

// pausedChanged is what a pause or its end means beyond keep-alives.
func (w *World) pausedChanged(id ProcID, cause uint32) {
	switch u := &w.top.units[id.Pair()]; {
	case u.Kind == UnitRouter && !id.Beside():
		w.routersChanged(cause)
	case u.IsPG() && !id.Beside():
		w.refreshPath(id.Pair())
	case w.procs[id].Paused:
		w.nodeHangs(id, cause)
	}
}

// nodeHangs is what others notice of a process that hangs: its clients wait, and
// go elsewhere.
func (w *World) nodeHangs(id ProcID, cause uint32) {
	switch u := &w.top.units[id.Pair()]; u.Kind {
	case UnitFinesse:
		w.finesseLost(id.Pair(), id.Side(), cause)
	case UnitDialer:
		w.dialerMisses(id, needRuns, cause)
	case UnitCTIManager:
		for p := range w.cfg.PGs {
			w.jtapiEvent(pgProc(PairID(p), id.Side()), false, w.cfg.Timers.JTAPI, cause)
		}
	}
}
