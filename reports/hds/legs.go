package hds

import (
	"ccsim/model"
	"ccsim/sim"
)

// Values of PeripheralCallType (ICM Software Database Schema Handbook,
// Termination_Call_Detail).
const (
	typeACDIn      = 1 // at a VRU
	typePreRouted  = 2 // routed to an agent
	typeTransferIn = 4
	typeOtherIn    = 6 // no route information or call context
	typeOut        = 9
)

// Values of CallDisposition (Database Schema Handbook 12.6(1), Field Values).
const (
	dispNetwork     = 1 // routed to an agent, never arrived
	dispQueue       = 2 // abandoned in the queue
	dispRing        = 3 // abandoned while ringing
	dispDelay       = 4 // not connected when it ended
	dispShort       = 7
	dispNoAnswer    = 10 // an agent's own call was not answered
	dispHandled     = 13
	dispOther       = 14 // handled, not by an agent
	dispRedirected  = 15
	dispRONA        = 19
	dispUAbort      = 26 // congestion or no resource
	dispSoftware    = 27 // failed software
	dispTransferred = 28
	dispConference  = 30
	dispLostBefore  = 60 // network error
	dispLostRinging = 61
	dispLostTalking = 62
)

// flags are the values of CallDispositionFlag.
const (
	flagHandled    = 1
	flagAbandoned  = 2
	flagShort      = 3
	flagError      = 4
	flagRedirected = 5
	flagIncomplete = 7
)

// toVRU begins a leg at the VRU.
func (e *Export) toVRU(at sim.Time, c *call) {
	if c.onVRU {
		return
	}
	c.onVRU, c.vruFrom, c.inQueue, c.inIVR = true, at, 0, 0
}

// leaveVRU writes the leg at the VRU.
func (e *Export) leaveVRU(at sim.Time, m *model.Call, c *call, disp, flag Int) {
	if !c.onVRU {
		return
	}
	c.onVRU = false
	r := &e.tcd
	*r = e.blank.tcd
	e.head(r, at, c)
	e.link(r, c)
	e.legKey++
	r.ICRCallKey = e.legKey
	r.PeripheralCallType = typeACDIn
	if m.CVP > 0 {
		r.PeripheralID = e.ids.ofCVP[m.CVP-1]
		unit := r.PeripheralID - firstID
		e.periKeys[unit]++
		r.PeripheralCallKey = e.periKeys[unit]
	} else {
		r.PeripheralCallKey = e.legKey
	}
	r.CallDisposition, r.CallDispositionFlag = disp, flag
	total := seconds(at - c.vruFrom)
	r.LocalQTime = min(seconds(c.inQueue), total)
	r.DelayTime = total - r.LocalQTime
	r.Duration = total
	if flag == flagAbandoned || flag == flagShort {
		r.TimeToAband = total
	}
	r.Priority = Int(m.Priority)
	e.put(tableTCD, r, at)
}

// head fills what every leg has.
func (e *Export) head(r *TerminationCallDetail, at sim.Time, c *call) {
	r.DateTime = Time(at)
	if c.campaign == 0 {
		r.ANI, r.DNIS = caller(c.no), dialedNumber(c.typ)
		r.DigitsDialed = r.DNIS
	} else {
		record, _ := e.cfg.DialOf(c.no)
		r.DigitsDialed = phoneOf(c.campaign-1, record)
	}
	r.MRDomainID = voiceDomain
	r.AnsweredWithinServiceLevel, r.NewTransaction = "N", "N"
}

// link joins a leg to the Router's call.
func (e *Export) link(r *TerminationCallDetail, c *call) {
	if c.asked {
		r.RouterCallKeyDay, r.RouterCallKey, r.RouterCallKeySequenceNumber = c.day, c.key, c.legs
		c.legs++
	}
	r.CallTypeID = e.ids.callType(c.sums)
	r.CallGUID = e.guid(c.no)
	r.Variable[0] = Text(e.cfg.Types[c.typ].Name)
}

// seconds rounds a duration as the tables do.
func seconds(d sim.Time) Int { return Int((d + sim.Second/2) / sim.Second) }

// routed writes a row of a route: with the agent, or without where the call ended
// before. m is nil where the call is not asked for.
func (e *Export) routed(at sim.Time, m *model.Call, c *call, agent bool) {
	r := &e.rcd
	*r = e.blank.rcd
	r.RouterCallKeyDay, r.RouterCallKey, r.RouterCallKeySequenceNumber = c.day, c.key, c.routes
	c.routes++
	r.DateTime = Time(at)
	r.DialedNumberID, r.DialedNumberString = firstID+Int(c.typ), dialedNumber(c.typ)
	r.ANI = caller(c.no)
	r.CallTypeID = e.ids.callType(c.sums)
	r.RouterQueueTime, r.CallSegmentTime = seconds(c.inQueue), seconds(at-c.began)
	r.MRDomainID = voiceDomain
	r.BeganRoutingDateTime, r.BeganCallTypeDateTime = Time(c.began), Time(c.began)
	r.Variable[0] = Text(e.cfg.Types[c.typ].Name)
	if m != nil {
		r.RouterErrorCode = 0
		r.Priority = Int(m.Priority)
		if m.CVP > 0 {
			r.RoutingClientID = e.ids.ofCVP[m.CVP-1]
		}
	}
	if agent {
		r.Label = e.ids.phone(m.Agent)
		r.TargetLabel = r.Label
	}
	e.put(tableRCD, r, at)
}

// reserved notes for what the agent of a route will be busy.
func (e *Export) reserved(m *model.Call) {
	if a := &e.agents[m.Agent]; a.rec == model.AgentAvailable {
		a.queue, a.out = int(m.Queue), m.Campaign > 0
	}
}

// toAgent begins a leg at an agent's phone.
func (e *Export) toAgent(at sim.Time, m *model.Call, c *call) {
	e.legKey++
	parent, typ := Int(Null), Int(typePreRouted)
	if c.sums != c.typ {
		parent, typ = c.leg.key, typeTransferIn
	}
	c.onAgent = true
	c.leg = leg{
		agent: m.Agent, queue: int(m.Queue), from: at, answered: Null, netQueue: c.inQueue, parent: parent, key: e.legKey, typ: typ,
		seen: true, linked: true, out: c.campaign > 0,
	}
	e.agents[m.Agent].call = c.no
	e.agents[m.Agent].queue = int(m.Queue)
	e.agents[m.Agent].out = c.campaign > 0
	if c.campaign == 0 {
		e.groupOf(&c.leg).CallsOffered++
	}
}

// leaveAgent ends the leg at an agent's phone.
func (e *Export) leaveAgent(at sim.Time, from model.CallState, m *model.Call, c *call) {
	l := &c.leg
	a := &e.agents[l.agent]
	e.endHold(at, a, c)
	a.call = 0
	c.onAgent = false
	t := e.of(c)
	work := e.workOf(l)
	switch {
	case c.why == model.FactRONA:
		t.CallsRONA++
		if at-c.queued <= e.opt.Level {
			t.ServiceLevelRONA++
		}
		work(func(w *Work) { w.RedirectNoAnsCalls++; w.RedirectNoAnsTime += Secs(at - l.from) })
		e.writeLeg(at, at, c, dispRONA, flagRedirected, false)
	case m.State == model.CallAbandoned:
		work(func(w *Work) { w.AbandonRingCalls++; w.AbandonRingTime += Secs(at - l.from) })
		disp, flag := Int(dispRing), Int(flagAbandoned)
		if e.opt.Short > 0 && c.wait <= e.opt.Short {
			disp, flag = dispShort, flagShort
		}
		e.writeLeg(at, at, c, disp, flag, false)
	case m.State == model.CallLost, m.State == model.CallDefaultRouted:
		disp := Int(dispLostTalking)
		if from == model.CallRinging {
			disp = dispLostRinging
		}
		e.writeLeg(at, at, c, disp, flagError, false)
	case c.why == model.FactInterrupted:
		e.writeLeg(at, at, c, dispRedirected, flagRedirected, false)
	default:
		e.talked(at, m, c)
	}
}

// talked is a talk that is over: its row waits for the wrap-up.
func (e *Export) talked(at sim.Time, m *model.Call, c *call) {
	l := &c.leg
	disp := Int(dispHandled)
	if m.Conference {
		disp = dispConference
		e.workOf(l)(func(w *Work) { w.ConferencedOutCalls++ })
	}
	transferred := c.why == model.FactTransferred
	if transferred {
		disp = dispTransferred
		e.workOf(l)(func(w *Work) { w.TransferredOutCalls++ })
	}
	if l.seen {
		e.writeLeg(at, at, c, disp, flagHandled, true)
	}
	if transferred {
		c.sums = e.transfers(c.typ)
		c.counted, c.judged, c.watched = false, false, false
		c.began = at
		e.of(c).CallsOffered++
	}
}

// writeLeg writes the row of a leg at an agent's phone. One that waits for the wrap-up
// is kept at the agent.
func (e *Export) writeLeg(at, end sim.Time, c *call, disp, flag Int, waits bool) {
	l := &c.leg
	if !l.seen {
		return // nobody has seen it end
	}
	r := &e.tcd
	*r = e.blank.tcd
	e.head(r, at, c)
	pg := e.cfg.Groups[e.agents[l.agent].group].PG
	r.PeripheralID = e.ids.peripheral(pg)
	e.periKeys[pg]++
	r.PeripheralCallKey = e.periKeys[pg]
	r.PeripheralCallType = l.typ
	r.ICRCallKey, r.ICRCallKeyParent = l.key, l.parent
	r.AgentSkillTargetID, r.AgentPeripheralNumber = e.ids.agent(l.agent), e.ids.phone(l.agent)
	r.SkillGroupSkillTargetID, r.PrecisionQueueID = e.ids.skillGroup(pg, l.queue), e.ids.precision(l.queue)
	if l.linked {
		e.link(r, c)
		if l.out {
			r.RouterCallKeyDay, r.RouterCallKey, r.RouterCallKeySequenceNumber = Null, Null, Null
		} else {
			r.RoutedAgentSkillTargetID, r.RoutedSkillGroupSkillTargetID = r.AgentSkillTargetID, r.SkillGroupSkillTargetID
		}
	} else {
		r.SkillGroupSkillTargetID, r.PrecisionQueueID = Null, Null
	}
	r.CallDisposition, r.CallDispositionFlag = disp, flag
	if l.within {
		r.AnsweredWithinServiceLevel = "Y"
	}
	total := seconds(end - l.from)
	r.RingTime = total
	if l.answered != Null {
		r.RingTime = min(seconds(l.answered-l.from), total)
		r.HoldTime = min(seconds(l.hold), total-r.RingTime)
		r.TalkTime = total - r.RingTime - r.HoldTime
	}
	if flag == flagAbandoned || flag == flagShort {
		r.TimeToAband = total
	}
	r.NetQTime = seconds(l.netQueue)
	r.Duration = total
	if !waits {
		e.put(tableTCD, r, at)
		return
	}
	e.agents[l.agent].keepWrapup(r, at, c, l)
}
