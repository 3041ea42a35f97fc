package hds

import (
	"ccsim/model"
	"ccsim/sim"
)

// agent is an agent as far as rows need it.
type agent struct {
	in       []membership
	wrapup   *wrapup
	since    sim.Time // of the present states
	login    sim.Time
	notReady sim.Time
	holdFrom sim.Time
	group    int
	queue    int    // of the last call
	call     uint32 // in progress, or 0
	reason   Int    // of Not Ready
	next     Int    // reason of the next Not Ready
	leaving  Int    // reason of the sign-out that comes, or 0
	duration Int    // of the sign-in that has ended
	true     model.AgentState
	rec      model.AgentState
	out      bool // the last call was of a campaign
	left     bool // signed out, and the reason is not known yet
}

// membership is an agent in a skill group or precision queue.
type membership struct {
	AgentSkillGroupInterval
	queue int
	used  bool
}

// wrapup is the row of a call whose agent is in wrap-up.
type wrapup struct {
	row    TerminationCallDetail
	from   sim.Time
	sums   int
	leg    leg
	talk   sim.Time
	active bool
	linked bool
}

// tracedAgents is how many agents have their trace on: the limit of the largest
// designs (Solution Design Guide for Packaged CCE 12.6(2), Configuration Limits).
const tracedAgents = 400

// Values of Agent_Event_Detail.Event (not published; docs/tables.md).
const (
	eventLogin    = 1
	eventLogout   = 2
	eventNotReady = 3
)

// member finds an agent's membership; one who takes a call of another queue, after a
// change of skills, becomes a member.
func (e *Export) member(id int, a *agent, queue int) *membership {
	for i := range a.in {
		if a.in[i].queue == queue {
			a.in[i].used = true
			return &a.in[i]
		}
	}
	a.in = append(a.in, e.membership(id, int(e.cfg.Groups[a.group].PG), queue))
	m := &a.in[len(a.in)-1]
	m.used = true
	return m
}

// AgentChanged implements model.Watcher.
func (e *Export) AgentChanged(at sim.Time, id model.AgentID, m *model.Agent, rec *model.Record) {
	e.advance(at)
	e.spend(id, at)
	a := &e.agents[id]
	if c := e.calls[a.call]; a.call != 0 && c != nil {
		switch {
		case m.State == model.AgentHold && a.true != model.AgentHold:
			a.holdFrom = at
		case m.State != model.AgentHold:
			e.endHold(at, a, c)
		}
	}
	wasWork := working(a.true)
	a.true = m.State
	if w := a.wrapup; w != nil && w.active && !working(m.State) && (wasWork || m.State != model.AgentTalking) {
		e.writeWrapup(at, w)
	}
	if rec.State != a.rec {
		was := a.rec
		a.rec = rec.State
		e.recordChanged(at, id, a, was)
	}
}

func working(s model.AgentState) bool {
	return s == model.AgentWorkReady || s == model.AgentWorkNotReady
}

// recordChanged writes what the PG sees of an agent.
func (e *Export) recordChanged(at sim.Time, id model.AgentID, a *agent, was model.AgentState) {
	if was == model.AgentLogout {
		a.login = at
		e.event(at, id, a, eventLogin, 0, 0)
	}
	if was == model.AgentNotReady {
		e.event(at, id, a, eventNotReady, a.reason, seconds(at-a.notReady))
		a.reason = 0
	}
	switch a.rec {
	case model.AgentNotReady:
		a.notReady, a.reason, a.next = at, a.next, 0
	case model.AgentAvailable:
		a.next = 0
	case model.AgentLogout:
		a.duration, a.left, a.next = seconds(at-a.login), true, 0
		if a.leaving > 0 {
			e.logout(at, id, a, a.leaving)
		}
	}
	e.trace(at, id, a)
}

// signedOut takes the reason of a sign-out, which comes before the change of state or
// after it.
func (e *Export) signedOut(x sim.Fact) {
	id := model.AgentID(x.Subject)
	a := &e.agents[id]
	if a.left {
		e.logout(x.T, id, a, Int(model.ReasonCode(x.Aux)))
		return
	}
	a.leaving = Int(model.ReasonCode(x.Aux))
}

func (e *Export) logout(at sim.Time, id model.AgentID, a *agent, reason Int) {
	a.left, a.leaving = false, 0
	e.event(at, id, a, eventLogout, reason, a.duration)
	e.put(tableLogout, &AgentLogout{
		LogoutDateTime: Time(at), SkillTargetID: e.ids.agent(id), MRDomainID: voiceDomain, LoginDuration: a.duration, ReasonCode: reason, NetworkTargetID: Null,
	}, at)
}

func (e *Export) event(at sim.Time, id model.AgentID, a *agent, event, reason, duration Int) {
	e.put(tableAgentEvent, &AgentEventDetail{
		DateTime: Time(at), MRDomainID: voiceDomain, SkillTargetID: e.ids.agent(id), LoginDateTime: Time(a.login), Event: event, ReasonCode: reason, Duration: duration,
	}, at)
}

// trace writes a change of state of an agent whose trace is on.
func (e *Export) trace(at sim.Time, id model.AgentID, a *agent) {
	if id >= tracedAgents {
		return
	}
	r := e.blank.trace
	r.DateTime, r.SkillTargetID, r.MRDomainID = Time(at), e.ids.agent(id), voiceDomain
	state := a.rec
	if state.Reserved() {
		state = model.AgentReserved
	}
	r.EventName, r.AgentState = Int(state), Int(state)
	if a.rec == model.AgentNotReady {
		r.ReasonCode = a.reason
	}
	if c := e.calls[a.call]; a.call != 0 && c != nil {
		r.ICRCallKey = c.leg.key
		r.SkillGroupSkillTargetID = e.ids.skillGroup(e.cfg.Groups[a.group].PG, c.leg.queue)
		r.Direction = 1
		if c.leg.out {
			r.Direction = 2
		}
	}
	e.put(tableTrace, &r, at)
}

// spend counts the time since the last change, in the state that the PG saw.
func (e *Export) spend(id model.AgentID, at sim.Time) {
	a := &e.agents[id]
	d := Secs(at - a.since)
	a.since = at
	if a.rec == model.AgentLogout || d <= 0 {
		return
	}
	e.touched = true
	pg := int(e.cfg.Groups[a.group].PG)
	busy := a.rec != model.AgentAvailable && a.rec != model.AgentNotReady
	if busy {
		e.member(int(id), a, a.queue)
	}
	for i := range a.in {
		m := &a.in[i]
		m.used = true
		g := &e.groups[pg*e.cfg.Queues()+m.queue]
		g.dirty = true
		other := busy && m.queue != a.queue
		m.add(a, d, other)
		g.add(a, d, other)
	}
}

// add counts a time in the state of an agent.
func (w *Work) add(a *agent, d Secs, other bool) {
	w.LoggedOnTime += d
	switch {
	case other:
		w.BusyOtherTime += d
	case a.rec == model.AgentAvailable:
		w.AvailTime += d
	case a.rec == model.AgentNotReady:
		w.NotReadyTime += d
	case a.rec.Reserved():
		w.ReservedStateTime += d
	case a.rec == model.AgentTalking && a.out:
		w.TalkOutTime += d
	case a.rec == model.AgentTalking:
		w.TalkInTime += d
	case a.rec == model.AgentHold:
		w.HoldTime += d
	case a.rec == model.AgentWorkReady:
		w.WorkReadyTime += d
	case a.rec == model.AgentWorkNotReady:
		w.WorkNotReadyTime += d
	}
}

// endHold adds a hold to the leg of the agent.
func (e *Export) endHold(at sim.Time, a *agent, c *call) {
	if a.true == model.AgentHold && c.onAgent {
		c.leg.hold += at - max(a.holdFrom, c.leg.from)
		a.holdFrom = at
	}
}

// keepWrapup keeps the row of a talk that is over until the agent's wrap-up is over
// too.
func (a *agent) keepWrapup(r *TerminationCallDetail, at sim.Time, c *call, l *leg) {
	if a.wrapup == nil {
		a.wrapup = &wrapup{}
	}
	*a.wrapup = wrapup{row: *r, from: at, sums: c.sums, leg: *l, talk: at - l.answered, active: true, linked: l.linked}
}

// writeWrapup writes the row of a call whose wrap-up is over, and counts the call as
// handled.
func (e *Export) writeWrapup(at sim.Time, w *wrapup) {
	w.active = false
	work := at - w.from
	r, l := &w.row, &w.leg
	r.DateTime = Time(at)
	r.WorkTime = seconds(work)
	r.Duration += r.WorkTime
	hold := l.hold
	e.put(tableTCD, r, at)
	e.workOf(l)(func(x *Work) {
		if l.out {
			x.AgentOutCalls++
			x.AgentOutCallsTime += Secs(w.talk + work)
			x.AgentOutCallsTalkTime += Secs(w.talk - hold)
			if hold > 0 {
				x.AgentOutCallsOnHold++
			}
			return
		}
		x.CallsHandled++
		x.HandledCallsTime += Secs(w.talk + work)
		x.HandledCallsTalkTime += Secs(w.talk - hold)
		if hold > 0 {
			x.IncomingCallsOnHold++
			x.IncomingCallsHoldTime += Secs(hold)
		}
		if l.typ == typeTransferIn {
			x.TransferredInCalls++
		}
	})
	if l.out || !w.linked {
		return // no call type knows of it
	}
	t := &e.types[w.sums].CallTypeInterval
	t.CallsHandled++
	t.HandleTime += Secs(w.talk + work)
	t.TalkTime += Secs(w.talk - hold)
	t.HoldTime += Secs(hold)
}

// closeWrapups writes the rows of calls whose agents are in wrap-up when the run ends.
func (e *Export) closeWrapups(at sim.Time) {
	for a := range e.agents {
		if w := e.agents[a].wrapup; w != nil && w.active {
			e.writeWrapup(at, w)
		}
	}
}
