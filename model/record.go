package model

import "ccsim/sim"

// setRecord is the one place that changes an agent's state as the PG sees it.
// It keeps the short history from which healthy views are derived, and tells the
// Router when the agent becomes available or stops being so.
func (w *World) setRecord(a AgentID, to AgentState) {
	rec := &w.records[a]
	from := rec.State
	if from == to {
		return
	}
	w.closeInterval(a)
	copy(rec.History[1:], rec.History[:changesKept-1])
	rec.History[0] = Change{w.now(), to}
	rec.State = to
	rec.Gen++
	w.updateMissing(a)
	w.agentChanged(a)
	if w.pairs[w.top.pair[a]].Active < 0 {
		return // a dead PG tells nobody
	}
	switch {
	case to == AgentAvailable:
		w.tellRouter(a, true)
	case from == AgentAvailable && !to.reserved():
		w.tellRouter(a, false)
	}
}

// derived gives the state in a healthy view of the given age: the newest
// change that has had the time to arrive.
func (w *World) derived(a AgentID, age sim.Time) AgentState {
	rec := &w.records[a]
	for _, ch := range rec.History {
		if ch.At+age <= w.now() {
			return ch.State
		}
	}
	return rec.History[changesKept-1].State
}

// replica is the agent's state as the standby PG side believes it.
func (w *World) replica(a AgentID) AgentState {
	if w.pairs[w.top.pair[a]].ReplicaLive {
		return w.views[a].Replica
	}
	return w.derived(a, w.replicaAge(w.top.pair[a]))
}

// replicaAge is how old the standby's view is: the way of a message to it.
func (w *World) replicaAge(p PairID) sim.Time {
	if s := w.pairs[p].Active; s >= 0 {
		return w.delay(LinkID(p).Line(int(s)))
	}
	return w.cfg.Latency.Private
}

// desktop is the agent's state as the desktop shows it.
func (w *World) desktop(a AgentID) AgentState {
	if !w.records[a].Session {
		return w.views[a].Desktop
	}
	return w.derived(a, w.cfg.Latency.Desktop)
}

// freezeReplica copies the standby's view of all agents of a pair: from here
// on it hears nothing more.
func (w *World) freezeReplica(p PairID) {
	if w.pairs[p].ReplicaLive {
		return
	}
	for _, a := range w.top.members[p] {
		w.views[a].Replica = w.derived(a, w.replicaAge(p))
	}
	w.pairs[p].ReplicaLive = true
}

// connect opens or closes the desktop session of an agent. What a closed
// desktop shows stays as it was.
func (w *World) connect(a AgentID, on bool) {
	rec := &w.records[a]
	if rec.Session == on {
		return
	}
	if !on {
		w.views[a].Desktop = w.derived(a, w.cfg.Latency.Desktop)
	}
	rec.Session = on
	w.updateMissing(a)
	if c := w.agents[a].Call; c != NoCall {
		w.control(c, on)
	}
}

// control gives or takes what the desktop can do with a call. A call that was
// not controlled cannot lose control again.
func (w *World) control(c CallID, on bool) {
	call := &w.calls[c]
	if call.Control && !on {
		w.lose(LossControl, call.No, w.pairCauseOf(call))
	}
	call.Control = on && (!call.Conference && !call.Barged || call.Context) // parties of a conference stay unknown until it ends
}

func (w *World) pairCauseOf(call *Call) uint32 { return w.pairs[w.top.pair[call.Agent]].Cause }
