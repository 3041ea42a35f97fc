package model

import (
	"math"

	"ccsim/sim"
)

// CampaignRow is how far a campaign has come: what each side of its Dialer holds
// and what the Router was asked for.
type CampaignRow struct {
	Lines    float64 // for each reserved agent or free port now
	Live     int32   // live answers since the last correction
	Dropped  int32   // of them abandoned
	Fresh    uint32  // the next record that was never given out
	Total    uint32  // records so far
	Attempts uint32  // dials so far
	Served   uint32  // when the Router last gave it an agent, to take turns
	Paces    uint32
	Gen      [2]uint32    // of requests; those of an earlier one are void
	Due      customerList // to be dialed again now
	Personal customerList // personal callbacks that are due
	Cached   [2]customerList
	Wanted   [2]customerList // personal callbacks that wait for their agents
	Idle     [2]idleList
	Asked    [2]int32 // requests on their way to the Router
	Waiting  [2]int32 // requests at the Router
	Refused  [2]int32 // requests that congestion control rejected, until the Dialer asks again
	Dialing  [2]int32 // lines that ring
	Talking  [2]int32 // calls with an agent or at a port
	Routed   [2]int32 // reservations on their way to an agent
	Showing  [2]int32 // agents who look at a record in preview, or wait for its customer
	Planned  bool     // looks at its agents and lines in a moment
	Disabled bool
	Short    bool     // would dial, and has no port
	Since    sim.Time // when that began
}

// idleList is the agents who are reserved and wait for a customer, as their
// reservations: who waits longest comes first.
type idleList struct {
	First CallID
	Last  CallID
	Len   int32
}

// initOutbound makes the rows of campaigns.
func (w *World) initOutbound() {
	w.campaigns = append(w.campaigns, make([]CampaignRow, len(w.cfg.Campaigns))...)
	for c := range w.campaigns {
		m := &w.cfg.Campaigns[c]
		row := &w.campaigns[c]
		row.Lines, row.Total, row.Disabled = m.Lines, uint32(m.Records), m.Disabled
		for s := range row.Idle {
			row.Idle[s] = idleList{First: NoCall, Last: NoCall}
		}
		for i := range m.room() {
			cu := Customer{Campaign: uint16(c)}
			if i < m.Records {
				cu.State = CustomerPending
			}
			w.census.Records[cu.State]++
			w.customers = append(w.customers, cu)
		}
		w.wake(c)
	}
}

// dialerOf is the unit of a campaign's Dialer.
func (w *World) dialerOf(c int) PairID { return w.unitOf(UnitDialer, w.cfg.Campaigns[c].Dialer) }

// wake lets a campaign look at its records, agents and lines a moment later:
// whatever happens at one instant, it looks once.
func (w *World) wake(c int) {
	row := &w.campaigns[c]
	if row.Planned {
		return
	}
	row.Planned = true
	row.Paces++
	w.kernel.Schedule(sim.Event{
		T: w.now() + 1, Ord: sim.Order(sim.RankWork, uint32(c), evPace, row.Paces&sim.MaxSeq), Row: uint32(c),
		Cause: w.kernel.Current().Cause,
	})
}

// wakeDialer wakes all campaigns of a Dialer.
func (w *World) wakeDialer(p PairID) {
	for c := range w.campaigns {
		if w.dialerOf(c) == p {
			w.wake(c)
		}
	}
}

func (w *World) wakeAll() {
	for c := range w.campaigns {
		w.wake(c)
	}
}

// onPace lets the Router serve who waits for agents, and the Dialer dial.
func (w *World) onPace(e sim.Event) {
	c := int(e.Row)
	row := &w.campaigns[c]
	row.Planned = false
	w.missCallbacks(c)
	w.serveRequests(w.cfg.Campaigns[c].Skill)
	serving, ok := w.servingDialer(c)
	for s := SideA; s <= SideB; s++ {
		switch id := pgProc(w.dialerOf(c), s); {
		case ok && s == serving && !row.Disabled && !w.ended:
			w.dial(c, s)
		case row.Disabled || w.ended || w.procs[id].Role == RoleDraining:
			w.windDown(c, s)
		}
	}
	w.markPorts(c, serving, ok && !row.Disabled && !w.ended)
	w.drainedDialer(w.dialerOf(c))
}

// servingDialer is the side of a campaign's Dialer that dials: the active one,
// while it has all it needs and a Campaign Manager is active.
func (w *World) servingDialer(c int) (Side, bool) {
	p := w.dialerOf(c)
	s := w.pairs[p].Active
	if s < 0 {
		return 0, false
	}
	id := pgProc(p, Side(s))
	return Side(s), w.procs[id].Role == RoleActive && w.pairs[w.top.campaign].Active >= 0 && w.dialerReady(id)
}

// toDial is how many records can still be given to a Dialer or wait in it.
func (row *CampaignRow) toDial(s Side) int32 {
	return row.Cached[s].Len + row.Due.Len + int32(row.Total-row.Fresh)
}

// dial dials as many lines as the mode allows, and asks for agents.
func (w *World) dial(c int, s Side) {
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	w.askPersonal(c, s)
	if m.Mode.Preview() {
		w.preview(c, s)
	} else {
		for w.sharedLines(c, s) < w.linesFor(c, s) && row.toDial(s) > 0 && w.portFree(c, s) {
			w.ringCustomer(w.nextCustomer(c, s))
		}
		w.refill(c, s)
	}
	if !m.Mode.IVR() {
		w.askAgents(c, s)
	}
}

// sharedLines is how many lines ring for the agents who wait, or the free ports: those
// of personal callbacks have agents of their own.
func (w *World) sharedLines(c int, s Side) int32 {
	row := &w.campaigns[c]
	if w.cfg.Campaigns[c].Mode.Preview() {
		return row.Dialing[s]
	}
	return row.Dialing[s] - row.Showing[s]
}

// linesFor is how many lines may ring: for the reserved agents, or for the free
// ports.
func (w *World) linesFor(c int, s Side) int32 {
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	free := row.Idle[s].Len
	if m.Mode.IVR() {
		free = max(int32(m.Ports)-row.Talking[SideA]-row.Talking[SideB], 0)
	}
	if m.Mode == ModeIVRProgressive {
		return free
	}
	return int32(math.Floor(float64(row.Lines * float64(free))))
}

// nextCustomer takes a record out of the Dialer's memory, which the Campaign
// Manager fills: who is due again comes before who was never called.
func (w *World) nextCustomer(c int, s Side) CustomerID {
	row := &w.campaigns[c]
	if row.Cached[s].Len == 0 {
		w.give(c, s)
	}
	return w.popCustomer(&row.Cached[s])
}

// give lets the Campaign Manager give a Dialer one more record.
func (w *World) give(c int, s Side) {
	row := &w.campaigns[c]
	var n CustomerID
	if row.Due.Len > 0 {
		n = w.popCustomer(&row.Due)
	} else {
		n = CustomerID(w.top.firstCustomer[c] + row.Fresh)
		row.Fresh++
	}
	w.given(n, s)
	w.pushCustomer(&row.Cached[s], n)
}

// given is a record that goes into the memory of a Dialer.
func (w *World) given(n CustomerID, s Side) {
	w.setCustomer(n, CustomerActive)
	cu := &w.customers[n]
	cu.Side, cu.Cause, cu.Closing, cu.Orphan = s, 0, false, false
	cu.Ask, cu.Wish = askNone, false
}

// refill keeps the Dialer's memory as full as the campaign says.
func (w *World) refill(c int, s Side) {
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	for row.Cached[s].Len < int32(m.Cache) && row.toDial(s) > row.Cached[s].Len {
		w.give(c, s)
	}
}

// ringCustomer dials a customer. What comes of it is drawn by the record and the
// attempt.
func (w *World) ringCustomer(n CustomerID) {
	cu := &w.customers[n]
	m, row := &w.cfg.Campaigns[cu.Campaign], &w.campaigns[cu.Campaign]
	cu.Attempt++
	w.callsBack(n)
	cu.Line = true
	cu.Gateway = 0
	if len(w.cfg.Gateways) > 0 {
		cu.Gateway = nodeRef(1 + w.pick(w.cfg.Gateways, w.customerNo(n), SideA, true, func(i int) bool { return w.works(UnitGateway, i) }))
	}
	row.Attempts++
	row.Dialing[cu.Side]++
	w.census.Dials++
	w.setCustomer(n, CustomerDialed)
	d := m.Ring.Sample(w.rnd[drawDialRing], uint64(w.customerNo(n)), 0)
	if m.RingLimit > 0 {
		d = min(d, m.RingLimit)
	}
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(d, 1), Ord: sim.Order(sim.RankWork, w.customerNo(n), evOutcome, 0), Row: uint32(n), Gen: uint32(cu.Attempt),
	})
}

// outcome is what a dial would come to with a center that can take the customer.
func (w *World) outcome(n CustomerID) DialResult {
	cu := &w.customers[n]
	m := &w.cfg.Campaigns[cu.Campaign]
	no := uint64(w.customerNo(n))
	if m.RingLimit > 0 && m.Ring.Sample(w.rnd[drawDialRing], no, 0) > m.RingLimit {
		return DialNoAnswer
	}
	u := w.rnd[drawOutcome].Uniform(no, 0)
	for r := DialLive; r < DialMachine; r++ {
		if u < m.Outcome[r] {
			return r
		}
		u -= m.Outcome[r]
	}
	return DialMachine
}

// onOutcome is the gateway's answer to a dial, by its call progress analysis.
func (w *World) onOutcome(e sim.Event) {
	n := CustomerID(e.Row)
	cu := &w.customers[n]
	if uint32(cu.Attempt) != e.Gen || !cu.Line {
		return
	}
	r := w.outcome(n)
	if r == DialLive {
		r = w.connectCustomer(n)
	}
	joined := r == DialMachine && w.toMachine(n)
	w.hangUpLine(n, r)
	direct := w.cfg.Campaigns[cu.Campaign].Mode == ModeDirectPreview
	if cu.Call > 0 && r != DialLive && !direct { // the agent of a preview sees the next record
		id := CallID(cu.Call - 1)
		w.putAside(id, n)
		if w.cfg.Campaigns[cu.Campaign].Mode.Preview() {
			w.linkIdle(id)
		} else {
			w.endReservation(id) // of a personal callback
		}
	}
	if r == DialLive || direct || joined {
		return // the call goes on, or ends on the agent's phone
	}
	w.result(n, r)
}

// hangUpLine ends the ringing of a line with its result.
func (w *World) hangUpLine(n CustomerID, r DialResult) {
	cu := &w.customers[n]
	cu.Line = false
	w.campaigns[cu.Campaign].Dialing[cu.Side]--
	w.census.Outcomes[r]++
	w.record(FactDial, w.customerNo(n), 0, uint32(cu.Campaign)|uint32(r)<<16, cu.Cause)
	w.learn(int(cu.Campaign), r)
	w.freesPort(int(cu.Campaign))
	w.wake(int(cu.Campaign))
}

// connectCustomer gives a live answer to the agent who waits longest, or to a
// port; without one the customer hears nobody: a dialer abandoned call.
func (w *World) connectCustomer(n CustomerID) DialResult {
	cu := &w.customers[n]
	c, s := int(cu.Campaign), cu.Side
	row := &w.campaigns[c]
	switch m := &w.cfg.Campaigns[c]; {
	case m.Mode.IVR():
		return w.toIVR(n)
	case m.Mode == ModeDirectPreview:
		return DialLive // the agent is on the call
	case cu.Call > 0:
		id := CallID(cu.Call - 1)
		w.putAside(id, n)
		w.join(id, n)
		return DialLive
	}
	if row.Idle[s].Len == 0 || w.procs[pgProc(w.dialerOf(c), s)].Paused {
		return DialAbandoned
	}
	w.join(row.Idle[s].First, n)
	return DialLive
}

// join transfers a customer to a reserved agent: the talk begins.
func (w *World) join(c CallID, n CustomerID) {
	w.unlinkIdle(c)
	w.attach(c, n)
	call := &w.calls[c]
	call.Queued = w.now()
	call.Talk = w.customerTalk(c)
	w.answer(c)
}

// customerTalk is the talk of an agent with a customer.
func (w *World) customerTalk(c CallID) sim.Time {
	call := &w.calls[c]
	if w.onMachine(call) {
		m := &w.cfg.Campaigns[call.Campaign-1]
		return max(w.paced(call.Agent, m.MachineTalk.Sample(w.rnd[drawTalk], uint64(call.No), 0)), m.MinCall)
	}
	return w.paced(call.Agent, w.cfg.Types[call.Type].Talk.Sample(w.rnd[drawTalk], uint64(call.No), 0))
}

// attach makes a call that of a customer.
func (w *World) attach(c CallID, n CustomerID) {
	call, cu := &w.calls[c], &w.customers[n]
	call.No = w.customerNo(n)
	call.Customer, call.Joined, call.Gateway = n, true, cu.Gateway
	w.campaigns[cu.Campaign].Talking[cu.Side]++
}

// outboundEnded is a call or a reservation of a campaign that has ended.
func (w *World) outboundEnded(id CallID, how CallState) {
	call := &w.calls[id]
	c := int(call.Campaign - 1)
	w.wake(c)
	w.unlinkIdle(id)
	w.arrived(call)
	if call.Personal {
		w.comesNoMore(id)
	}
	if call.Shown {
		w.shownEnds(call)
	}
	if !call.Joined {
		return
	}
	call.Joined = false
	w.campaigns[c].Talking[call.Dialer]--
	m := w.cfg.Campaigns[c].Mode
	if n := call.Customer; call.No == w.customerNo(n) && w.customers[n].State == CustomerDialed {
		r := w.resultOf(call, how)
		if r == DialLive && !m.IVR() {
			w.talkedTo(n, call)
		}
		w.result(n, r)
	}
}

// resultOf is the result of a call that has ended.
func (w *World) resultOf(call *Call, how CallState) DialResult {
	m := &w.cfg.Campaigns[call.Campaign-1]
	if m.Mode == ModeDirectPreview {
		if r := w.outcome(call.Customer); r != DialLive {
			return r
		}
	}
	if w.onMachine(call) {
		return DialMachine
	}
	if how != CallHandled || w.now()-call.Queued < m.MinCall {
		return DialCustomerAbandoned
	}
	return DialLive
}

// windDown lets a side that may not dial any more let go of the agents whom its
// lines do not need.
func (w *World) windDown(c int, s Side) {
	w.takeBackRequests(c, s)
	w.unshow(c, s)
	w.dropIdle(c, s, false)
	if w.pairs[w.top.campaign].Active >= 0 && w.has(pgProc(w.dialerOf(c), s), needCampaign) {
		w.handBack(c, s)
	}
}

// handBack gives the records in a Dialer's memory back to the Campaign Manager.
func (w *World) handBack(c int, s Side) {
	row := &w.campaigns[c]
	for row.Cached[s].Len > 0 {
		w.giveBack(w.popCustomer(&row.Cached[s]))
	}
	for row.Wanted[s].Len > 0 {
		w.giveBack(w.popCustomer(&row.Wanted[s]))
	}
}

// learn corrects the lines of a predictive campaign after so many live answers:
// up while fewer are abandoned than aimed at, else down.
func (w *World) learn(c int, r DialResult) {
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	switch r {
	case DialAbandoned:
		row.Dropped++
		row.Live++
	case DialLive, DialFailedToIVR:
		row.Live++
	}
	if !m.Mode.Predictive() || m.Limit <= 0 || int(row.Live) < m.Pace {
		return
	}
	aim := float64(m.Limit * aimOfLimit)
	rate := float64(row.Dropped) / float64(row.Live)
	step := float64(float64(m.Gain*lineStep) * max((aim-rate)/aim, -2))
	row.Lines = min(max(float64(row.Lines*float64(1+step)), 1), m.MaxLines)
	row.Live, row.Dropped = 0, 0
}

// What no public source states of the correction of lines: how far one of gain
// 1.0 goes. The share of the limit at which it aims is the vendor's.
const (
	aimOfLimit = 0.85
	lineStep   = 0.1
)

// setCampaign disables or enables a campaign. Calls in progress go on. An operator
// who enables a campaign also lets those be dialed again whom nobody dials by
// itself.
func (w *World) setCampaign(c int, disable bool) IgnoreReason {
	row := &w.campaigns[c]
	barred := false
	for i := range row.Total {
		n := CustomerID(w.top.firstCustomer[c] + i)
		if cu := &w.customers[n]; !disable && cu.Barred && cu.State == CustomerPending {
			barred, cu.Barred = true, false
			w.pushCustomer(&row.Due, n)
		}
	}
	if row.Disabled == disable && !barred {
		if disable {
			return IgnoreDisabled
		}
		return IgnoreEnabled
	}
	row.Disabled = disable
	w.wake(c)
	return 0
}
