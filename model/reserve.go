package model

import "ccsim/sim"

// How a Dialer reserves agents: a request goes through the Media Routing PG to
// the Router, whose script picks an agent; the agent's PG reserves the agent with a
// call of its own, and tells the Dialer as its CTI client (Solution Design Guide for
// Unified CCE 12.5, Outbound Option).

// mrOf is the MR PG of a campaign's Dialer.
func (w *World) mrOf(c int) PairID {
	return w.unitOf(UnitMRPG, w.cfg.Dialers[w.cfg.Campaigns[c].Dialer].MRPG)
}

// mayAsk tells whether a side of a Dialer reaches its MR PG.
func (w *World) mayAsk(c int, s Side) bool {
	return w.pairs[w.mrOf(c)].Active >= 0 && w.has(pgProc(w.dialerOf(c), s), needMR)
}

// askAgents keeps as many requests and reservations as there are agents it may
// reserve and customers to dial.
func (w *World) askAgents(c int, s Side) {
	row := &w.campaigns[c]
	limit := w.mostReserved(c, s)
	for row.Waiting[s] > 0 && row.inHand(s) > limit {
		row.Waiting[s]--
	}
	for row.Idle[s].Len > max(w.sharedLines(c, s)+row.toDial(s), 0) {
		w.endReservation(row.Idle[s].Last)
	}
	if !w.mayAsk(c, s) {
		w.takeBackRequests(c, s)
		return
	}
	for row.inHand(s) < limit {
		w.askAgent(c, s)
	}
}

// inHand is how many agents a side has reserved or asked for, who have no customer
// on the line.
func (row *CampaignRow) inHand(s Side) int32 {
	return row.Asked[s] + row.Refused[s] + row.Waiting[s] + row.Idle[s].Len + row.Showing[s] + row.Routed[s]
}

// takeBackRequests takes a side's requests back from the Router.
func (w *World) takeBackRequests(c int, s Side) {
	row := &w.campaigns[c]
	row.Waiting[s] = 0
	w.takeBackPersonal(c, s)
	if row.Asked[s]+row.Refused[s] > 0 {
		row.Asked[s], row.Refused[s] = 0, 0
		row.Gen[s]++
	}
}

// mostReserved is how many agents and requests a campaign may have.
func (w *World) mostReserved(c int, s Side) int32 {
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	share := int32(float64(float64(m.Reserve*float64(w.top.agentsOf[m.Skill])) + 0.5))
	share = max(share, 1) - row.Talking[SideA] - row.Talking[SideB]
	return min(max(share, 0), w.sharedLines(c, s)+row.Showing[s]+row.toDial(s))
}

// askAgent sends one request for an agent.
func (w *World) askAgent(c int, s Side) {
	row := &w.campaigns[c]
	mr := w.mrOf(c)
	if w.cfg.Latency.Public == 0 && w.pathOpen(mr) {
		w.requested(c, s)
		return
	}
	row.Asked[s]++
	w.message(mr, toRouter, evReserve, uint32(c), row.Gen[s], uint32(s))
}

func (w *World) onReserve(e sim.Event) {
	c := int(e.Row)
	if !w.arrives(w.mrOf(c), toRouter, e) {
		return
	}
	w.received(true)
	row := &w.campaigns[c]
	if row.Gen[e.Arg] != e.Gen {
		return // taken back
	}
	row.Asked[e.Arg]--
	w.requested(c, Side(e.Arg))
}

// requested is a request that has come to the Router: it waits until an agent is
// available for whom no caller waits.
func (w *World) requested(c int, s Side) {
	w.record(FactReservation, uint32(c), 0, 0, 0)
	row := &w.campaigns[c]
	if !w.routeRequest(true) {
		row.Refused[s]++
		w.kernel.Schedule(sim.Event{
			T: w.now() + askLater, Ord: sim.Order(sim.RankWork, uint32(c), evAskLater, uint32(w.census.Refused)&sim.MaxSeq),
			Row: uint32(c), Gen: row.Gen[s], Arg: uint32(s),
		})
		w.census.Refused++
		return
	}
	row.Waiting[s]++
	w.wake(c)
}

// askLater is how long a Dialer waits after a request that congestion control has
// rejected with a dialog failure (not published).
const askLater = 5 * sim.Second

// onAskLater lets a Dialer ask again.
func (w *World) onAskLater(e sim.Event) {
	row := &w.campaigns[e.Row]
	if row.Gen[e.Arg] == e.Gen && row.Refused[e.Arg] > 0 {
		row.Refused[e.Arg]--
		w.wake(int(e.Row))
	}
}

// agentFree wakes the campaigns that wait for an agent like this one.
func (w *World) agentFree(a AgentID) {
	for c := range w.campaigns {
		row := &w.campaigns[c]
		if w.cfg.Groups[w.top.group[a]].Has(w.cfg.Campaigns[c].Skill) && row.Waiting[SideA]+row.Waiting[SideB] > 0 || row.Wanted[SideA].Len+row.Wanted[SideB].Len > 0 {
			w.wake(c)
		}
	}
}

// serveRequests gives the available agents of a skill group to the campaigns that
// wait for them, in turn. Callers come first.
func (w *World) serveRequests(skill int) {
	w.servePersonal()
	for w.router.Open {
		a := w.firstAvailable(RosterID(skill))
		c := w.nextRequest(skill)
		if a == NoAgent || c < 0 {
			return
		}
		w.reserve(c, a)
	}
}

// nextRequest is the campaign whose turn it is.
func (w *World) nextRequest(skill int) int {
	best := -1
	for c := range w.campaigns {
		row := &w.campaigns[c]
		if w.cfg.Campaigns[c].Skill != skill || row.Waiting[SideA]+row.Waiting[SideB] == 0 {
			continue
		}
		if best < 0 || row.Served < w.campaigns[best].Served {
			best = c
		}
	}
	return best
}

// reserve lets the Router choose an agent for a request.
func (w *World) reserve(c int, a AgentID) {
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	s := SideA
	if row.Waiting[s] == 0 {
		s = SideB
	}
	row.Waiting[s]--
	w.census.Reservations++
	row.Served = uint32(w.census.Reservations)
	call := w.newCall(reservationNo+uint32(w.census.Reservations)%reservations, m.Type)
	w.calls[call].Campaign, w.calls[call].Dialer = uint16(c+1), s
	w.calls[call].Coming = true
	row.Routed[s]++
	w.route(call, a)
}

// reservedState is the state of an agent who is reserved for a call.
func (w *World) reservedState(c CallID) AgentState {
	switch call := &w.calls[c]; {
	case call.Campaign == 0:
		return AgentReserved
	case w.cfg.Campaigns[call.Campaign-1].Mode.Preview():
		return AgentReservedPreview
	}
	return AgentReservedOutbound
}

// hasAgent is a reservation that has come to its agent: the Dialer knows of it.
func (w *World) hasAgent(c CallID) {
	w.setCall(c, CallRinging)
	call := &w.calls[c]
	w.arrived(call)
	if call.Personal {
		w.hasItsAgent(c)
		return
	}
	w.linkIdle(c)
	w.wake(int(call.Campaign - 1))
}

// arrived is a reservation that is not on its way any more.
func (w *World) arrived(call *Call) {
	if call.Coming {
		call.Coming = false
		w.campaigns[call.Campaign-1].Routed[call.Dialer]--
	}
}

// endReservation lets go of a reserved agent who has no customer.
func (w *World) endReservation(c CallID) {
	call := &w.calls[c]
	a, stranded := call.Agent, call.Stranded
	w.setCall(c, CallAbandoned)
	w.endCall(c)
	if a != NoAgent && !stranded {
		w.releaseReserved(a, c)
	}
}

// askAgain is a reservation that its agent could not take: the request waits at
// the Router again.
func (w *World) askAgain(c CallID) {
	call := &w.calls[c]
	call.Agent = NoAgent
	if !call.Personal {
		w.campaigns[call.Campaign-1].Waiting[call.Dialer]++
	}
	w.setCall(c, CallAbandoned)
	w.endCall(c)
}

// linkIdle puts a reservation at the end of those that wait for a customer.
func (w *World) linkIdle(c CallID) {
	call := &w.calls[c]
	list := &w.campaigns[call.Campaign-1].Idle[call.Dialer]
	call.Idle, call.Before, call.After = true, list.Last, NoCall
	if list.Last == NoCall {
		list.First = c
	} else {
		w.calls[list.Last].After = c
	}
	list.Last = c
	list.Len++
}

// unlinkIdle takes a reservation off the list.
func (w *World) unlinkIdle(c CallID) {
	call := &w.calls[c]
	if !call.Idle {
		return
	}
	list := &w.campaigns[call.Campaign-1].Idle[call.Dialer]
	if call.Before == NoCall {
		list.First = call.After
	} else {
		w.calls[call.Before].After = call.After
	}
	if call.After == NoCall {
		list.Last = call.Before
	} else {
		w.calls[call.After].Before = call.Before
	}
	call.Idle, call.Before, call.After = false, NoCall, NoCall
	list.Len--
}
