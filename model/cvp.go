package model

import "ccsim/sim"

// Graceful shutdown of CVP: the service controller on a Call Server drains the
// Call Server itself, or stops a Reporting Server. A VRU PG has no maintenance mode
// of its own: its Call Servers are drained first, and then it is stopped (Packaged
// CCE Administration and Configuration Guide 12.6(2), Graceful shutdown).

// leverDrain is the service controller. It runs on a Call Server; what it stops is
// the process of the lever, if its answers name one.
func (w *World) leverDrain(l *Lever, cause uint32) IgnoreReason {
	id := l.CallServer
	if len(l.Procs) > 0 {
		id = l.Procs[0]
	}
	switch {
	case !w.procs[id].up():
		return IgnoreDown
	case w.procs[id].Role == RoleDraining:
		return IgnoreDraining
	}
	w.mark(FactMaintRequested, uint32(id), 0, 0, cause)
	if why := w.drainRefusal(l); why != RefusalNone {
		w.mark(FactMaintRejected, uint32(id), 0, uint32(why), cause)
		return 0
	}
	w.procs[id].Cause = cause
	w.setRole(id, RoleDraining)
	w.mark(FactDraining, uint32(id), w.onCallServer(id), 0, cause)
	if w.onCallServer(id) == 0 {
		w.procEvent(id, evEmptied, max(w.cfg.Latency.Public, 1), cause)
	}
	return 0
}

// drainRefusal checks what the service controller asks for: user name and password of
// the Call Server, and for a Reporting Server its address and a Call Server that is up.
func (w *World) drainRefusal(l *Lever) Refusal {
	switch {
	case len(l.Procs) == 0:
		return RefusalPrompt
	case l.Procs[0] != l.CallServer && !w.procs[l.CallServer].up():
		return RefusalCallServer
	case l.BadLogin:
		return RefusalLogin
	}
	return RefusalNone
}

// onCallServer is the number of calls that a Call Server carries: in the IVR, in the
// queue, and with agents.
func (w *World) onCallServer(id ProcID) int64 { return int64(w.pairs[id.Pair()].Calls) }

// leaveCVP takes a call off its Call Server. One that drains stops when the last
// call has left.
func (w *World) leaveCVP(call *Call) {
	if call.CVP == 0 {
		return
	}
	w.freeCVP(call)
	id := w.nodeProc(UnitCVP, int(call.CVP)-1)
	call.CVP, call.VVB = 0, 0
	pair := &w.pairs[id.Pair()]
	pair.Calls--
	if p := &w.procs[id]; pair.Calls == 0 && p.Role == RoleDraining {
		w.procEvent(id, evEmptied, max(w.cfg.Latency.Public, 1), p.Cause)
	}
}

// drainedBy is the lever that took a Call Server out of service without disturbing
// anything, or 0.
func (w *World) drainedBy(i int) uint32 {
	p := &w.procs[w.nodeProc(UnitCVP, i)]
	if p.Role == RoleDraining || p.Role == RoleDown {
		return p.Cause
	}
	return 0
}

// onEmptied stops a server that has nothing left to do.
func (w *World) onEmptied(e sim.Event) {
	id := ProcID(e.Row)
	if !w.same(e) || w.procs[id].Role != RoleDraining {
		return
	}
	w.takeDown(id, e.Cause)
	w.procs[id].Stay = true
	w.mark(FactStopped, uint32(id), 0, 0, e.Cause)
	w.nodeLost(id, true, e.Cause)
}

// reportingDown begins the time in which what CVP has to report is held at its
// source.
func (w *World) reportingDown(p PairID) {
	if pair := &w.pairs[p]; !pair.Gap {
		pair.Gap, pair.GapSince = true, w.now()
	}
}

// reportingUp lets the sources send what they hold.
func (w *World) reportingUp(id ProcID, cause uint32) {
	pair := &w.pairs[id.Pair()]
	if !pair.Gap {
		return
	}
	pair.Gap = false
	w.record(FactHistoryGap, uint32(id.Pair()), int64(w.now()-pair.GapSince), 0, cause)
	w.mark(FactSentOn, uint32(id), int64(w.now()-pair.GapSince), 0, cause)
}

// recountCallServers compares what each Call Server counts with the calls.
func (w *World) recountCallServers() {
	carried, ports := make([]int32, len(w.cfg.CVPs)), make([]int32, len(w.cfg.CVPs))
	for i := range w.calls {
		call := &w.calls[i]
		if call.State == CallNone || call.CVP == 0 {
			continue
		}
		carried[call.CVP-1]++
		if call.OnPort {
			ports[call.CVP-1]++
		}
	}
	for i := range carried {
		if got := w.pairs[w.unitOf(UnitCVP, i)].Calls; got != carried[i] || w.cvpUse[i] != ports[i] {
			w.unsound("Call Server %d counts %d calls and %d ports, the rows have %d and %d", i, got, w.cvpUse[i], carried[i], ports[i])
		}
	}
}
