package model

import "ccsim/sim"

// The Router routes by what it has been told: its list of available agents is
// a view, not the truth.

// linkSubject numbers the directions of the links of a pair for the order of
// messages.
func linkSubject(p PairID, direction uint32) uint32 { return uint32(p)*8 + direction }

const (
	linkBeatsA   = 0 // keep-alives sent by side A
	linkBeatsB   = 1
	linkToRouter = 2
	linkToPG     = 3
	linkClients  = 4
	linkTicksA   = 6
	linkTicksB   = 7
)

// send schedules the arrival of a message. Messages of one link stand in the
// order of sending.
func (w *World) send(link uint32, number *uint32, k sim.Kind, latency sim.Time, row, gen, arg uint32) {
	*number++
	w.census.Sent++
	w.census.OnLinks++
	w.kernel.Schedule(sim.Event{
		T: w.now() + latency, Ord: sim.MessageOrder(link, *number&sim.MaxSeq, k),
		Row: row, Gen: gen, Arg: arg, Cause: w.kernel.Current().Cause,
	})
}

// received counts a message that has come to its end: it met a living process, or not.
func (w *World) received(alive bool) {
	w.census.OnLinks--
	if alive {
		w.census.Arrived++
	} else {
		w.census.Dropped++
	}
}

// tellRouter sends an agent's availability to the Router.
func (w *World) tellRouter(a AgentID, available bool) {
	p := w.top.pair[a]
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) || w.beforeStart() {
		w.routerHears(a, available, w.now())
		return
	}
	arg := uint32(0)
	if available {
		arg = 1
	}
	w.message(p, toRouter, evRouterAgent, uint32(a), 0, arg)
}

func (w *World) onRouterAgent(e sim.Event) {
	if !w.arrives(w.top.pair[e.Row], toRouter, e) {
		return
	}
	w.received(true)
	w.routerHears(AgentID(e.Row), e.Arg == 1, w.now()-w.cfg.Latency.Public)
}

// routerHears changes the Router's view of an agent, and routes a waiting
// call to one that became available.
func (w *World) routerHears(a AgentID, available bool, since sim.Time) {
	w.unlist(a)
	if !available {
		return
	}
	if len(w.desks) > 0 && w.soleTask(a, -1) {
		w.records[a].Router.Shut = true
		w.offerTasks(a)
		return
	}
	w.list(a, since)
	c := w.claimed(a)
	if c == NoCall {
		c = w.firstWaiting(a)
	}
	if c != NoCall && w.router.Open {
		w.route(c, a)
		return
	}
	if len(w.desks) > 0 {
		w.offerTasks(a)
	}
	w.agentFree(a)
}

// route gives a call to an agent: the PG is told, and the caller may still
// hang up until the answer.
func (w *World) route(c CallID, a AgentID) {
	call := &w.calls[c]
	if call.Waiting {
		q := w.queueFor(c, a)
		w.unwait(c)
		call.Queue = q
	}
	w.unlist(a)
	call.Agent = a
	w.setCall(c, CallRouted)
	p := w.top.pair[a]
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) && w.pairs[p].Active >= 0 {
		w.preCall(c)
		return
	}
	w.watchPatience(c)
	if !w.pathOpen(p) {
		w.callTimer(c, evReservation, w.cfg.Timers.Reservation)
	}
	w.message(p, fromRouter, evPreCall, uint32(c), call.Gen, uint32(p))
}

func (w *World) onPreCall(e sim.Event) {
	if !w.arrives(PairID(e.Arg), fromRouter, e) {
		return
	}
	alive := w.pairs[e.Arg].Active >= 0
	w.received(alive)
	switch {
	case !w.current(e):
		// The caller has hung up, or the PG was lost meanwhile.
	case !alive:
		w.strand(CallID(e.Row))
	default:
		w.preCall(CallID(e.Row))
	}
}

// preCall reserves the agent for a routed call, unless the agent has left the
// Available state in the meantime.
func (w *World) preCall(c CallID) {
	call := &w.calls[c]
	a := call.Agent
	if w.records[a].State != AgentAvailable || w.agents[a].State != AgentAvailable {
		w.refuse(c)
		return
	}
	w.agents[a].Call = c
	call.Object = true
	w.setAgent(a, w.reservedState(c))
	w.setRecord(a, w.reservedState(c))
	if w.cfg.Latency.Public == 0 {
		w.ring(c)
		return
	}
	w.callTimer(c, evRing, w.cfg.Latency.Public)
}

// refuse sends a routed call back to the Router.
func (w *World) refuse(c CallID) {
	p := w.top.pair[w.calls[c].Agent]
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) {
		w.requeue(c)
		return
	}
	w.message(p, toRouter, evRefused, uint32(c), w.calls[c].Gen, uint32(p))
}

func (w *World) onRefused(e sim.Event) {
	if !w.arrives(PairID(e.Arg), toRouter, e) {
		return
	}
	w.received(true)
	if w.current(e) {
		w.requeue(CallID(e.Row))
	}
}

// requeue starts the script again for a call that came back. It keeps its age, and
// no limit turns it away.
func (w *World) requeue(c CallID) {
	if w.calls[c].Campaign > 0 {
		w.askAgain(c)
		return
	}
	w.calls[c].Agent = NoAgent
	w.startScript(c, true)
}

// loseAtRouter takes the agents of a lost PG out of the Router's lists.
func (w *World) loseAtRouter(p PairID) {
	if len(w.top.members[p]) == 0 && w.top.units[p].Kind != UnitAgentPG {
		return
	}
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) {
		w.routerLost(p)
		return
	}
	w.message(p, toRouter, evRouterLost, uint32(p), 0, 0)
}

func (w *World) onRouterLost(e sim.Event) {
	if !w.arrives(PairID(e.Row), toRouter, e) {
		return
	}
	w.received(true)
	w.routerLost(PairID(e.Row))
}

func (w *World) routerLost(p PairID) {
	for _, a := range w.top.members[p] {
		w.unlist(a)
	}
}

// strand leaves a routed call without the PG that knew why it comes: if it is
// not answered before the PIM's limit, it cannot be delivered.
func (w *World) strand(c CallID) {
	call := &w.calls[c]
	if call.Stranded {
		return
	}
	if call.Campaign > 0 {
		w.endReservation(c)
		return
	}
	call.Stranded, call.Cause = true, w.pairCauseOf(call)
	call.Gen++
	w.watchPatience(c)
	w.kernel.Schedule(sim.Event{
		T: max(call.Since+w.cfg.Timers.Reservation, w.now()+1), Ord: sim.Order(sim.RankWork, call.No, evReservation, call.Gen&sim.MaxSeq),
		Row: uint32(c), Gen: call.Gen, Cause: call.Cause,
	})
}

// onReservation ends a call that was routed to an agent whom it never reached.
func (w *World) onReservation(e sim.Event) {
	c := CallID(e.Row)
	if !w.current(e) {
		return
	}
	call := &w.calls[c]
	if call.Campaign > 0 {
		w.endReservation(c)
		return
	}
	w.lose(LossUndeliverable, call.No, call.Cause)
	w.record(FactCallLost, call.No, int64(w.now()-call.Queued), w.callAux(call), call.Cause)
	a, stranded := call.Agent, call.Stranded
	w.setCall(c, CallLost)
	w.endCall(c)
	if a != NoAgent && !stranded {
		w.releaseReserved(a, c) // the Router waits no longer for this agent
	}
}
