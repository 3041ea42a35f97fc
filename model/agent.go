package model

import "ccsim/sim"

// setAgent is the one place that changes an agent's true state.
func (w *World) setAgent(a AgentID, to AgentState) {
	agent := &w.agents[a]
	if agent.State == to {
		return
	}
	if agentNext[agent.State]>>to&1 == 0 {
		w.unsound("agent %d goes from %v to %v", a, agent.State, to)
	}
	w.closeInterval(a)
	w.countWorking(a, agent.State, to)
	agent.State = to
	agent.Gen++
	if len(w.desks) > 0 {
		w.deskChanged(a)
	}
	w.agentChanged(a)
}

// closeInterval records how long the agent was in the present combination of
// true state and record.
func (w *World) closeInterval(a AgentID) {
	agent := &w.agents[a]
	if d := w.now() - agent.Since; d > 0 {
		aux := AgentAux{Group: w.top.group[a], True: agent.State, Record: w.records[a].State}
		w.record(FactAgentTime, uint32(a), int64(d), aux.Pack(), 0)
		if agent.OnShift {
			w.census.LoggedIn += int64(d)
		}
		if agent.State != AgentLogout {
			w.census.InStates += int64(d)
		}
	}
	agent.Since = w.now()
}

// agentTimer schedules something that an agent does later; a change of state
// before makes it void.
func (w *World) agentTimer(a AgentID, k sim.Kind, delay sim.Time) {
	gen := w.agents[a].Gen
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(delay, 1), Ord: sim.Order(sim.RankWork, uint32(a), k, gen&sim.MaxSeq),
		Row: uint32(a), Gen: gen, Cause: w.kernel.Current().Cause,
	})
}

// isMissing tells whether an agent on shift is without sign-in or desktop.
func (w *World) isMissing(a AgentID) bool {
	rec := &w.records[a]
	return w.agents[a].OnShift && !w.agents[a].Dismissed && (rec.State == AgentLogout || !rec.Session)
}

// updateMissing keeps the pair's count of missing agents; everything that
// changes sign-in, session or shift calls it.
func (w *World) updateMissing(a AgentID) {
	agent := &w.agents[a]
	is := w.isMissing(a)
	if is == agent.Missing {
		return
	}
	agent.Missing = is
	pair := &w.pairs[w.top.pair[a]]
	if is {
		pair.Missing++
	} else {
		pair.Missing--
	}
}

// afterCall moves an agent on when the talk is over: to wrap-up, or back to
// the state before the call, or to the pending one.
func (w *World) afterCall(a AgentID, c CallID) {
	w.unseenEnd(a, c)
	agent, rec := &w.agents[a], &w.records[a]
	agent.Call = NoCall
	if !rec.State.onCall() || w.asleep(w.top.pair[a]) {
		// No PG sees the phone: there is no wrap-up timer and no pending state.
		w.idleUnseen(a)
		return
	}
	ready := w.applyPending(a)
	wrap := w.wrapupTime(a, c)
	if wrap <= 0 {
		w.settle(a, ready)
		return
	}
	state := AgentWorkNotReady
	if ready {
		state = AgentWorkReady
	}
	w.setAgent(a, state)
	w.setRecord(a, state)
	agent.Until = w.now() + wrap
	w.agentTimer(a, evWrapEnd, wrap)
}

// unseenEnd is a call that ends while no PG side sees its phone: its events are
// never published.
func (w *World) unseenEnd(a AgentID, c CallID) {
	if pair := &w.pairs[w.top.pair[a]]; pair.Active < 0 {
		w.lose(LossEvent, w.calls[c].No, pair.Cause)
	}
}

// idleUnseen puts an agent whom no PG sees back to what the person wants.
func (w *World) idleUnseen(a AgentID) {
	agent := &w.agents[a]
	switch {
	case agent.Leaving:
		w.leave(a)
	case w.records[a].Ready:
		w.setAgent(a, AgentAvailable)
	default:
		w.setAgent(a, AgentNotReady)
	}
}

// onWrapEnd ends the wrap-up by its timer.
func (w *World) onWrapEnd(e sim.Event) {
	a := AgentID(e.Row)
	if w.agents[a].Gen == e.Gen {
		w.settle(a, w.agents[a].State == AgentWorkReady)
	}
}

// settle makes an agent without a call Available or Not Ready and sees to it
// that the person comes back some day.
func (w *World) settle(a AgentID, ready bool) {
	agent, rec := &w.agents[a], &w.records[a]
	if agent.Leaving {
		w.leave(a)
		return
	}
	if agent.Break > 0 {
		w.takeBreak(a)
		return
	}
	w.meetWish(a, ready)
	if ready {
		rec.Ready = true
		w.setAgent(a, AgentAvailable)
		w.setRecord(a, AgentAvailable)
		return
	}
	rec.Ready = false
	w.setAgent(a, AgentNotReady)
	w.setRecord(a, AgentNotReady)
	w.planReturn(a)
}

// meetWish states when an agent ends up in another state than asked for.
func (w *World) meetWish(a AgentID, ready bool) {
	agent := &w.agents[a]
	switch {
	case agent.Wish == WishNotReady && ready:
		w.record(FactUnwanted, uint32(a), 0, 0, w.pairs[w.top.pair[a]].Cause)
	case agent.Wish == WishReady && !ready:
		w.record(FactUnwanted, uint32(a), 0, 1, w.pairs[w.top.pair[a]].Cause)
	}
	agent.Wish = WishNone
}

// planReturn schedules when a Not Ready agent goes Ready again: soon where
// the system made it Not Ready, after the break where the agent asked for it.
func (w *World) planReturn(a AgentID) {
	g := &w.cfg.Groups[w.top.group[a]]
	agent := &w.agents[a]
	d, s := g.Away, drawAway
	if agent.WantReady {
		d, s = g.ReadyAgain, drawReadyAgain
	}
	agent.Forced++
	if !d.IsZero() {
		w.agentTimer(a, evBack, d.Sample(w.rnd[s], uint64(a), agent.Forced))
	}
}

// onBack is a Not Ready agent who presses Ready.
func (w *World) onBack(e sim.Event) {
	a := AgentID(e.Row)
	if w.agents[a].Gen != e.Gen || w.agents[a].State != AgentNotReady {
		return
	}
	if w.records[a].State != AgentNotReady || !w.records[a].Session || w.asleep(w.top.pair[a]) {
		w.agents[a].WantReady = true // no server answers: when the desktop is back
		return
	}
	w.goReady(a)
}

func (w *World) goReady(a AgentID) {
	w.agents[a].WantReady = false
	w.records[a].Ready = true
	w.setAgent(a, AgentAvailable)
	w.setRecord(a, AgentAvailable)
}

// goNotReady takes an available agent out of service at the agent's own wish.
func (w *World) goNotReady(a AgentID) {
	w.records[a].Ready = false
	w.setAgent(a, AgentNotReady)
	w.setRecord(a, AgentNotReady)
	w.planReturn(a)
}
