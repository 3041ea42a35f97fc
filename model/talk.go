package model

import "ccsim/sim"

func (w *World) onRing(e sim.Event) {
	if w.current(e) {
		w.ring(CallID(e.Row))
	}
}

// ring lets the phone ring until the agent answers, the limit of ring no
// answer passes or the caller hangs up. The phone is the media's: it rings on
// when the PG is gone.
func (w *World) ring(c CallID) {
	if w.calls[c].Campaign > 0 {
		w.hasAgent(c)
		return
	}
	if call := &w.calls[c]; call.Gateway > 0 && !w.sitesJoined() && w.site(call) != w.phoneSite(call.Agent) {
		w.unreachable(c)
		return
	}
	w.setCall(c, CallRinging)
	call := &w.calls[c]
	d := w.ringTime(c)
	call.Attempt++
	if d <= 0 {
		w.answer(c)
		return
	}
	w.watchPatience(c)
	if w.cfg.RONA > 0 && d >= w.cfg.RONA {
		w.callTimer(c, evRONA, w.cfg.RONA)
		return
	}
	w.callTimer(c, evAnswer, d)
}

// unreachable is a call that the Router has given to an agent whose phone the
// Call Server cannot reach: it fails, while the record says that it was routed.
func (w *World) unreachable(c CallID) {
	call := &w.calls[c]
	a := call.Agent
	call.Cause = w.lines[w.top.sites.Line(0)].Cause
	w.lose(LossUndeliverable, call.No, call.Cause)
	w.record(FactCallLost, call.No, int64(w.now()-call.Queued), w.callAux(call), call.Cause)
	w.setCall(c, CallLost)
	w.releaseReserved(a, c)
	w.endCall(c)
}

func (w *World) onAnswer(e sim.Event) {
	if w.current(e) {
		w.answer(CallID(e.Row))
	}
}

// answer begins the talk.
func (w *World) answer(c CallID) {
	w.setCall(c, CallTalking)
	call := &w.calls[c]
	a := call.Agent
	if call.Legs == 0 && !call.Resumed {
		w.record(FactAnswered, call.No, int64(w.now()-call.Queued), w.callAux(call), 0)
	}
	w.agents[a].LastCall = call.No
	w.setAgent(a, AgentTalking)
	if w.records[a].State.reserved() && !w.asleep(w.top.pair[a]) {
		w.setRecord(a, AgentTalking)
	}
	call.Talk = w.talkTime(c)
	if call.Campaign == 0 && (call.Row == 0 || w.cfg.Trace[call.Row-1].Talk < 0) {
		call.Talk = w.paced(a, call.Talk)
	}
	w.agents[a].Talks++
	w.callTimer(c, evTalkEnd, call.Talk)
	w.canInterrupt(c)
	if call.Resumed {
		return
	}
	w.planAsk(c)
	w.planMidCall(c)
}

func (w *World) onTalkEnd(e sim.Event) {
	c := CallID(e.Row)
	if w.calls[c].State != CallTalking || w.calls[c].Gen != e.Gen {
		return
	}
	if w.transfers(c) {
		w.transfer(c)
		return
	}
	call := &w.calls[c]
	a := call.Agent
	w.record(FactHandled, call.No, int64(w.now()-call.Since), w.callAux(call), 0)
	w.setCall(c, CallHandled)
	w.afterCall(a, c)
	w.endCall(c)
}

// onRONA takes the call from a phone that nobody answers. The agent is made
// Not Ready with code 32767 (Database Schema Handbook 12.6(1), reason codes).
func (w *World) onRONA(e sim.Event) {
	if !w.current(e) {
		return
	}
	c := CallID(e.Row)
	call := &w.calls[c]
	a := call.Agent
	w.record(FactRONA, call.No, int64(w.now()-call.Since), w.callAux(call), 0)
	w.agents[a].Call = NoCall
	call.Object = false
	if w.records[a].State.reserved() {
		w.force(a, reasonRONA)
	} else {
		w.idleUnseen(a)
	}
	w.routeRequest(false)
	w.requeue(c)
}

// releaseReserved frees the agent of a call that ended before the answer.
func (w *World) releaseReserved(a AgentID, c CallID) {
	agent := &w.agents[a]
	if agent.Call != c {
		// The PG has not heard of it: the Router alone had taken the agent off its list.
		if w.records[a].State == AgentAvailable {
			w.routerHears(a, true, w.now())
		}
		return
	}
	agent.Call = NoCall
	if !w.records[a].State.reserved() || w.asleep(w.top.pair[a]) {
		w.idleUnseen(a)
		return
	}
	w.settle(a, true)
}

// Reason codes (Database Schema Handbook 12.6(1), Field Values).
const (
	reasonFailover  = 50002 // CTI client or PG failed
	reasonPhone     = 50003 // CUCM reports the phone out of service
	reasonOnCall    = 51004 // on a call when the PG restarted
	reasonRONA      = 32767 // did not answer
	reasonSignedOut = 20002 // normal sign-out
)

// force makes an agent Not Ready against the agent's wish.
func (w *World) force(a AgentID, reason uint16) {
	w.records[a].Reason = reason
	w.agents[a].WantReady = true
	w.mark(FactForced, uint32(a), 0, uint32(reason), w.pairs[w.top.pair[a]].Cause)
	w.settle(a, false)
}
