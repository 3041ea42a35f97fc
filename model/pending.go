package model

import "ccsim/sim"

// planAsk schedules the agent's next request for a state during this talk:
// one at a uniform moment, or a Poisson stream of them.
func (w *World) planAsk(c CallID) {
	call := &w.calls[c]
	habit := &w.cfg.Groups[w.top.group[call.Agent]].Pending
	no, n := uint64(call.No), uint32(call.Asked)
	var delay sim.Time
	switch {
	case habit.PerHour > 0:
		gap := sim.FromSeconds(3600 / habit.PerHour)
		delay = w.top.unitGap.Sample(w.rnd[drawAskAt], no, n)
		delay = sim.FromSeconds(float64(delay.Seconds() * gap.Seconds()))
	case habit.Probability > 0 && n == 0 && w.rnd[drawAsks].Uniform(no, 0) < habit.Probability:
		delay = sim.Time(float64(w.rnd[drawAskAt].Uniform(no, 0) * float64(call.Talk)))
	default:
		return
	}
	left := call.Since + call.Talk - w.now()
	if delay = max(delay, 1); delay < left {
		w.callEvent(c, evAsk, w.now()+delay, call.Gen, n)
	}
}

// onAsk is an agent who chooses a state on the desktop while talking.
func (w *World) onAsk(e sim.Event) {
	c := CallID(e.Row)
	if !w.current(e) {
		return
	}
	call := &w.calls[c]
	habit := &w.cfg.Groups[w.top.group[call.Agent]].Pending
	wish := WishReady
	if w.rnd[drawAskWhat].Uniform(uint64(call.No), e.Arg) < habit.NotReadyShare {
		wish = WishNotReady
	}
	w.ask(call.Agent, wish)
	call.Asked++
	if habit.PerHour > 0 {
		w.planAsk(c)
	}
}

// ask sends a request for a state to the PG. Without a session the desktop
// gets an error at once.
func (w *World) ask(a AgentID, wish Wish) {
	w.pendingFact(a, PendingRequested)
	if !w.records[a].Session {
		w.pendingFact(a, PendingRejected)
		return
	}
	w.agents[a].Wish = wish
	if w.cfg.Latency.Desktop == 0 {
		w.requestState(a, wish)
		return
	}
	w.census.InFlight++
	link := w.top.agentLine + uint32(a)
	w.send(link, &w.records[a].Asks, evRequest, w.cfg.Latency.Desktop, uint32(a), 0, uint32(wish))
}

func (w *World) onRequest(e sim.Event) {
	a := AgentID(e.Row)
	w.census.InFlight--
	alive := w.pairs[w.top.pair[a]].Active >= 0 && w.records[a].Session
	w.received(alive)
	if !alive {
		w.rejectRequest(a)
		return
	}
	w.requestState(a, Wish(e.Arg))
}

// requestState is the PG's answer to a request: stored while the agent talks,
// done at once where the call is over.
func (w *World) requestState(a AgentID, wish Wish) {
	rec := &w.records[a]
	switch rec.State {
	case AgentTalking, AgentHold:
		if rec.Pending != WishNone {
			w.dropPending(a, PendingSuperseded, 0)
		}
		rec.Pending = wish
		w.pairs[w.top.pair[a]].Pending++
		w.census.Held++
	case AgentWorkReady, AgentWorkNotReady:
		w.rewrap(a, wish)
		w.pendingFact(a, PendingApplied)
	case AgentAvailable:
		w.agents[a].Wish = WishNone
		if wish == WishNotReady {
			w.goNotReady(a)
		}
		w.pendingFact(a, PendingApplied)
	case AgentNotReady:
		w.agents[a].Wish = WishNone
		if wish == WishReady {
			w.goReady(a)
		}
		w.pendingFact(a, PendingApplied)
	default:
		w.rejectRequest(a)
	}
}

func (w *World) rejectRequest(a AgentID) {
	w.agents[a].Wish = WishNone
	w.pendingFact(a, PendingRejected)
}

// rewrap changes what comes after the wrap-up that is in progress.
func (w *World) rewrap(a AgentID, wish Wish) {
	state := AgentWorkNotReady
	if wish == WishReady {
		state = AgentWorkReady
	}
	if w.agents[a].State == state {
		return
	}
	left := w.agents[a].Until - w.now()
	w.setAgent(a, state)
	w.setRecord(a, state)
	w.agentTimer(a, evWrapEnd, left)
}

// applyPending moves a pending state into effect at the end of the call and
// says whether the agent will be Ready. One who leaves cancels it.
func (w *World) applyPending(a AgentID) (ready bool) {
	rec := &w.records[a]
	switch {
	case rec.Pending == WishNone:
		return rec.Ready
	case w.agents[a].Leaving:
		w.dropPending(a, PendingCancelled, 0)
		return rec.Ready
	}
	ready = rec.Pending == WishReady
	w.dropPending(a, PendingApplied, 0)
	return ready
}

// dropPending is the one place where a stored state leaves the PIM.
func (w *World) dropPending(a AgentID, how PendingOutcome, cause uint32) {
	w.records[a].Pending = WishNone
	w.pairs[w.top.pair[a]].Pending--
	w.census.Held--
	w.census.Pending[how]++
	w.record(FactPendingState, uint32(a), 0, uint32(how), cause)
	if how == PendingLost {
		w.lose(LossPendingState, uint32(a), cause)
	}
}

func (w *World) pendingFact(a AgentID, how PendingOutcome) {
	w.census.Pending[how]++
	w.record(FactPendingState, uint32(a), 0, uint32(how), 0)
}
