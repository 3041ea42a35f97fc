package hds

import (
	"ccsim/model"
	"ccsim/sim"
)

// call is a call in progress, as far as rows need it.
type call struct {
	no       uint32
	typ      int
	sums     int // call type in which it counts: that of transferred calls after a transfer
	campaign int // counted from 1; 0: a caller's call
	arrived  sim.Time
	since    sim.Time // of its state
	queued   sim.Time // from which the service level is measured
	wait     sim.Time // in the queue and while the phone rang, when that is over
	inQueue  sim.Time // time in queues on the present leg at the VRU
	inIVR    sim.Time // before that
	vruFrom  sim.Time
	began    sim.Time // of the routing
	day, key Int
	legs     Int // so far, by the Router's key
	routes   Int
	why      sim.FactKind // what the next change of state is
	asked    bool         // a Router knows it
	counted  bool         // it has its outcome in its call type
	judged   bool         // it has counted for the service level
	watched  bool         // it is in the list of those who wait
	onVRU    bool
	onAgent  bool
	dial     dialState
	callback bool // its customer asks to be called back
	leg      leg
}

// leg is a call at an agent's phone.
type leg struct {
	agent    model.AgentID
	queue    int
	from     sim.Time
	answered sim.Time // or Null
	hold     sim.Time
	netQueue sim.Time
	parent   Int
	key      Int
	typ      Int
	within   bool // answered within the service level
	seen     bool // the PG has an object for it
	linked   bool // with the Router's key
	out      bool // of a campaign
}

func (e *Export) offered(x sim.Fact) {
	a := model.UnpackCall(x.Aux)
	if e.cfg.Types[a.Type].Outbound {
		return
	}
	e.open(x.Subject, a.Type, x.T)
}

func (e *Export) open(no uint32, typ int, at sim.Time) *call {
	c := &call{}
	if n := len(e.free); n > 0 {
		c, e.free = e.free[n-1], e.free[:n-1]
	}
	*c = call{no: no, typ: typ, sums: typ, arrived: at, since: at}
	e.calls[no] = c
	return c
}

func (e *Export) close(c *call) {
	delete(e.calls, c.no)
	e.free = append(e.free, c)
}

// CallRequested implements model.Watcher.
func (e *Export) CallRequested(at sim.Time, m *model.Call) {
	e.advance(at)
	if c := e.calls[m.No]; c != nil {
		e.ask(c, at)
	}
}

// ask is a new call at the Router: it gets a key, and is offered to its type.
func (e *Export) ask(c *call, at sim.Time) {
	if day := e.clock.day(at); day != e.day {
		e.day, e.lastKey = day, 0
	}
	e.lastKey++
	c.asked, c.counted, c.day, c.key, c.legs, c.routes, c.began = true, false, Int(e.day), e.lastKey, 0, 0, at
	e.of(c).CallsOffered++
}

// CallChanged implements model.Watcher.
func (e *Export) CallChanged(at sim.Time, from model.CallState, m *model.Call) {
	e.advance(at)
	if m.Campaign > 0 {
		e.outbound(at, from, m)
		return
	}
	c := e.calls[m.No]
	if c == nil {
		return
	}
	e.leaves(at, from, m, c)
	e.enters(at, from, m, c)
	c.since, c.why = at, 0
	if !m.State.InProgress() {
		e.close(c)
	}
}

// leaves ends what a call was doing.
func (e *Export) leaves(at sim.Time, from model.CallState, m *model.Call, c *call) {
	switch from {
	case model.CallIVR:
		c.inIVR += at - c.since
		e.of(c).VRUTime += Secs(at - c.since)
		e.of(c).CTVRUTime += Secs(at - c.since)
	case model.CallQueued:
		e.unqueue(at, c)
	case model.CallRinging, model.CallTalking:
		if m.State != model.CallTalking {
			e.leaveAgent(at, from, m, c)
		}
	}
}

// enters begins what it does now, or ends it.
func (e *Export) enters(at sim.Time, from model.CallState, m *model.Call, c *call) {
	if (m.State >= model.CallQueued && m.State <= model.CallTalking || c.why == model.FactClosed) && !c.asked {
		e.ask(c, at) // it was there when the run began, or comes without a VRU
	}
	switch m.State {
	case model.CallIVR:
		e.toVRU(at, c)
	case model.CallQueued:
		e.toVRU(at, c)
		e.queue(at, m, c)
	case model.CallRouted:
		e.toVRU(at, c)
		e.reserved(m)
		e.routed(at, m, c, true)
	case model.CallRinging:
		e.leaveVRU(at, m, c, dispRedirected, flagRedirected)
		e.toAgent(at, m, c)
	case model.CallTalking:
		c.leg.answered = at
		if m.Legs > 0 && !m.Resumed {
			e.answer(c, at-m.Queued) // a transferred call has no fact of it
		}
	default:
		e.ends(at, from, m, c)
	}
}

// ends is a call that has ended before an agent had answered, or with a fault.
func (e *Export) ends(at sim.Time, from model.CallState, m *model.Call, c *call) {
	t := e.of(c)
	if !c.asked {
		return // no Router knows it
	}
	waiting := from < model.CallRouted
	switch m.State {
	case model.CallAbandoned:
		e.abandoned(at, from, m, c)
		return
	case model.CallBalked:
		c.wait, c.inQueue = 0, 0
		e.count(c, &t.TotalCallsAband)
		e.leaveVRU(at, m, c, dispQueue, flagAbandoned)
	case model.CallBlocked:
		e.count(c, &t.ReturnBusy)
		t.RouterQueueGlobalLimit++
		e.leaveVRU(at, m, c, dispUAbort, flagError)
	case model.CallRejected:
		if c.why == model.FactClosed {
			e.count(c, &t.NetworkAnnouncement)
		} else {
			e.count(c, &t.ReturnRelease)
		}
		e.leaveVRU(at, m, c, dispDelay, flagError)
	case model.CallDefaultRouted:
		e.count(c, &t.ICRDefaultRouted)
		e.leaveVRU(at, m, c, dispRedirected, flagRedirected)
	case model.CallLost:
		if from == model.CallRouted {
			e.count(c, &t.IncompleteCalls)
			e.leaveVRU(at, m, c, dispNetwork, flagIncomplete)
			break
		}
		e.count(c, &t.ErrorCount)
		e.leaveVRU(at, m, c, dispLostBefore, flagError)
	}
	if waiting {
		e.routed(at, m, c, false)
	}
}

// abandoned is a caller who has hung up.
func (e *Export) abandoned(at sim.Time, from model.CallState, m *model.Call, c *call) {
	t := e.of(c)
	short := e.opt.Short > 0 && c.wait <= e.opt.Short
	disp, flag := Int(dispQueue), Int(flagAbandoned)
	if from == model.CallRouted {
		disp = dispNetwork
	}
	if short {
		disp, flag = dispShort, flagShort
	}
	switch {
	case c.counted:
	case short:
		e.count(c, &t.ShortCalls)
	default:
		e.count(c, &t.TotalCallsAband)
		e.abandonment(t, c, from, at)
	}
	e.leaveVRU(at, m, c, disp, flag)
	if from < model.CallRouted {
		e.routed(at, m, c, false)
	}
}

// loss takes a loss that shows in the tables.
func (e *Export) loss(x sim.Fact) {
	c := e.calls[x.Subject]
	switch kind := model.LossKind(x.Aux); {
	case kind == model.LossSignIn || kind == model.LossPendingState || c == nil:
		// of an agent, or of a call that has ended
	case kind == model.LossRoutingDialog:
		e.dialogLost(x.T, c)
	case kind == model.LossSplitRecord && c.onAgent:
		e.split(x.T, c)
	}
}

// dialogLost is a call of which the Router knows nothing more: it has a row of its
// route where a Router is left to write it, and none of its leg at the VRU. If it comes
// back, it is a new call.
func (e *Export) dialogLost(at sim.Time, c *call) {
	if c.asked && !c.onAgent && c.vruOnly() && (e.routers[0] || e.routers[1]) {
		e.routed(at, nil, c, false)
	}
	if c.asked {
		e.count(c, &e.of(c).ErrorCount)
	}
	c.asked, c.onVRU, c.judged, c.watched = false, false, false, false
	c.sums = c.typ // it dials the first number again
}

// vruOnly tells whether no row of the present route was written yet.
func (c *call) vruOnly() bool { return c.routes == 0 || c.onVRU }

// split ends the PG's record of a live call at a crash.
func (e *Export) split(at sim.Time, c *call) {
	if !c.leg.seen {
		return
	}
	e.writeLeg(at, at, c, dispSoftware, flagError, false)
	c.leg.seen, c.leg.linked = false, false
	if c.asked {
		e.count(c, &e.of(c).ErrorCount)
	}
}

// pgActive lets the new side of a PG make records for the calls that it finds: without
// the Router's key and without context.
func (e *Export) pgActive(p int, at sim.Time) {
	e.serving[p] = true
	for _, a := range e.members[p] {
		c := e.calls[e.agents[a].call]
		if e.agents[a].call == 0 || c == nil || !c.onAgent || c.leg.seen {
			continue
		}
		l := &c.leg
		e.legKey++
		l.seen, l.from, l.hold, l.parent, l.key, l.typ, l.netQueue, l.within = true, at, 0, Null, e.legKey, typeOtherIn, 0, false
		if l.answered != Null {
			l.answered = at
		}
		e.agents[a].holdFrom = at
	}
}
