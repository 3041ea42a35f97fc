package hds

import (
	"fmt"

	"ccsim/model"
	"ccsim/sim"
)

// dialState is how far a dial has come.
type dialState uint8

const (
	dialRings   dialState = iota
	dialLive              // its row waits for the end of the call
	dialWritten           // its row is there
)

// Values of Dialer_Detail.CallResult (Database Schema Handbook 12.6(1)).
const (
	resultError             = 2
	resultNoAnswer          = 8
	resultBusy              = 9
	resultConnected         = 10
	resultMachine           = 12
	resultCallback          = 14
	resultCallbackAbandoned = 15
	resultAbandoned         = 16
	resultNoPersonalAgent   = 17
	resultSkipped           = 18
	resultSkippedClosed     = 19
	resultCustomerAbandoned = 21
	resultFlushed           = 25
	resultDropped           = 27
	resultCampaignLost      = 32
)

// results are the codes of what comes of a dial.
var results = map[model.DialResult]Int{
	model.DialLive: resultConnected, model.DialNoAnswer: resultNoAnswer, model.DialBusy: resultBusy, model.DialMachine: resultMachine,
	model.DialAbandoned: resultAbandoned, model.DialCustomerAbandoned: resultCustomerAbandoned, model.DialFailedToIVR: resultError,
	model.DialSkipped: resultSkipped, model.DialClosed: resultSkippedClosed, model.DialRejected: resultSkippedClosed,
}

// resultOf is the code of a result. One that was given up has it by what was lost.
func (e *Export) resultOf(r model.DialResult, cause uint32) Int {
	if r != model.DialCancelled {
		return results[r]
	}
	if n := int(cause) - 1; n >= 0 && n < len(e.cfg.Levers) {
		for _, id := range e.cfg.Levers[n].Procs {
			switch e.units[id.Pair()].Kind {
			case model.UnitGateway:
				return resultDropped
			case model.UnitCampaign:
				return resultCampaignLost
			}
		}
	}
	return resultFlushed
}

// outbound follows the calls of campaigns from the moment at which a customer is on
// the line.
func (e *Export) outbound(at sim.Time, from model.CallState, m *model.Call) {
	c := e.calls[m.No]
	if c == nil {
		if m.State == model.CallRouted {
			e.reserved(m)
		}
		if m.State != model.CallTalking && (m.State != model.CallIVR || !m.Joined) {
			return // the reservation of an agent
		}
		c = e.open(m.No, int(m.Type), at)
		c.campaign = int(m.Campaign)
		if m.State == model.CallIVR {
			e.toVRU(at, c)
			return
		}
		e.toAgent(at, m, c)
		c.leg.typ, c.leg.answered = typeOut, at
		return
	}
	if m.State.InProgress() {
		return
	}
	d := at - c.arrived
	switch {
	case c.onVRU:
		disp, flag := Int(dispOther), Int(flagHandled)
		if m.State == model.CallLost {
			disp, flag = dispLostTalking, flagError
		}
		e.leaveVRU(at, m, c, disp, flag)
	case m.State == model.CallHandled && c.dial == dialWritten:
		l := &c.leg // the agent's phone has dialed, and nobody was there
		e.agents[l.agent].call, c.onAgent = 0, false
		e.writeLeg(at, at, c, dispNoAnswer, flagError, false)
	default:
		e.leaveAgent(at, from, m, c)
	}
	if c.dial == dialLive {
		r := Int(resultConnected)
		if d < e.cfg.Campaigns[c.campaign-1].MinCall {
			r = resultCustomerAbandoned
		} else if c.callback {
			r = resultCallback
		}
		e.dialRow(at, c.no, c.campaign-1, r, c, d)
	}
	e.close(c)
}

// dialed takes the result of a dial. The row of a call comes when it is over.
func (e *Export) dialed(x sim.Fact) {
	r, n := model.DialResult(x.Aux>>16), int(x.Aux&0xffff)
	c := e.calls[x.Subject]
	if c != nil && r == model.DialLive {
		c.dial = dialLive
		delete(e.callingBack, x.Subject)
		return
	}
	if c != nil {
		c.dial = dialWritten
	}
	code := e.resultOf(r, x.Cause)
	if e.callingBack[x.Subject] && code == resultAbandoned {
		code = resultCallbackAbandoned
	}
	delete(e.callingBack, x.Subject)
	e.dialRow(x.T, x.Subject, n, code, c, 0)
}

// callback follows what customers were promised: a talk that ended with the wish to be
// called back has a result of its own, and so has a callback for whom no agent was free.
func (e *Export) callback(x sim.Fact) {
	switch x.Aux >> 16 {
	case model.CallbackAsked, model.CallbackPersonal:
		if c := e.calls[x.Subject]; c != nil {
			c.callback = true
		}
	case model.CallbackDialed, model.CallbackDialedAgain:
		e.callingBack[x.Subject] = true
	case model.CallbackMissed:
		e.dialRow(x.T, x.Subject, int(x.Aux&0xffff), resultNoPersonalAgent, nil, 0)
	}
}

func (e *Export) dialRow(at sim.Time, no uint32, campaign int, result Int, c *call, d sim.Time) {
	m := &e.cfg.Campaigns[campaign]
	record, _ := e.cfg.DialOf(no)
	r := e.blank.dial
	r.DateTime, r.CampaignID, r.DialerID = Time(at), firstID+Int(campaign), firstID+Int(m.Dialer)
	r.DialingListID, r.Phone = Int(record+1), phoneOf(campaign, record)
	r.CallResult, r.CallDuration = result, seconds(d)
	if c != nil && c.leg.out {
		r.AgentPeripheralNumber = e.ids.phone(c.leg.agent)
		r.SkillGroupSkillTargetID = e.ids.skillGroup(e.cfg.Groups[e.agents[c.leg.agent].group].PG, c.leg.queue)
	}
	e.put(tableDialerDetail, &r, at)
}

// phoneOf is the number of a customer: the same at each attempt.
func phoneOf(campaign, record int) Text {
	return Text(fmt.Sprintf("556%03d%06d", campaign, record+1))
}
