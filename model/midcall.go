package model

import "ccsim/sim"

// What an agent does with a call beside talking: hold it, bring in a third
// party, or give it to another agent. All of it needs the desktop: without control
// of the call it cannot be done.

// onCall tells whether an agent is on a call, talking or with the call on hold.
func (s AgentState) onCall() bool { return s == AgentTalking || s == AgentHold }

// planMidCall draws what will happen in this talk.
func (w *World) planMidCall(c CallID) {
	call := &w.calls[c]
	typ := &w.cfg.Types[call.Type]
	leg := uint32(call.Legs)
	if typ.Hold > 0 && w.rnd[drawHold].Uniform(uint64(call.No), 2*leg) < typ.Hold {
		w.midCallEvent(c, evHold, w.rnd[drawHold].Uniform(uint64(call.No), 2*leg+1))
	}
	if typ.Conference > 0 && w.rnd[drawConference].Uniform(uint64(call.No), 2*leg) < typ.Conference {
		w.midCallEvent(c, evConference, w.rnd[drawConference].Uniform(uint64(call.No), 2*leg+1))
	}
}

// midCallEvent schedules something at a share of the talk.
func (w *World) midCallEvent(c CallID, k sim.Kind, at float64) {
	call := &w.calls[c]
	if delay := max(sim.Time(float64(at*float64(call.Talk))), 1); delay < call.Talk {
		w.callEvent(c, k, w.now()+delay, call.Gen, 0)
	}
}

// controls tells whether the agent of a talk can act on it at the desktop.
func (w *World) controls(c CallID) bool {
	call := &w.calls[c]
	a := call.Agent
	return call.Control && w.records[a].Session && w.records[a].State.onCall() && !w.asleep(w.top.pair[a])
}

// onHold puts a call on hold, and plans when it is retrieved: within the talk.
func (w *World) onHold(e sim.Event) {
	c := CallID(e.Row)
	if !w.current(e) || !w.controls(c) {
		return
	}
	call := &w.calls[c]
	left := call.Since + call.Talk - w.now()
	d := w.cfg.Types[call.Type].HoldTime.Sample(w.rnd[drawHoldTime], uint64(call.No), uint32(call.Legs))
	w.setAgent(call.Agent, AgentHold)
	w.setRecord(call.Agent, AgentHold)
	if d = max(d, 1); d < left {
		w.callEvent(c, evRetrieve, w.now()+d, call.Gen, 0)
	}
}

// onRetrieve ends a hold, by the phone where the desktop is gone.
func (w *World) onRetrieve(e sim.Event) {
	c := CallID(e.Row)
	if !w.current(e) {
		return
	}
	a := w.calls[c].Agent
	if w.agents[a].State == AgentHold {
		w.setAgent(a, AgentTalking)
	}
	if w.records[a].State == AgentHold && !w.asleep(w.top.pair[a]) {
		w.setRecord(a, AgentTalking)
	}
}

// onConference brings a third party into a call. The mark of it is held by the
// PIM of the active side alone.
func (w *World) onConference(e sim.Event) {
	if c := CallID(e.Row); w.current(e) && w.controls(c) {
		w.calls[c].Conference = true
	}
}

// maxLegs is how often a call is given on.
const maxLegs = 3

// transfers tells whether the agent gives the call to another one at the end of
// the talk. One of a trace has the legs that its file says.
func (w *World) transfers(c CallID) bool {
	call := &w.calls[c]
	share := w.cfg.Types[call.Type].Transfer
	if share <= 0 || call.Row > 0 || call.Legs >= maxLegs || call.Fixed || !w.router.Open || !w.controls(c) {
		return false
	}
	return w.rnd[drawTransfer].Uniform(uint64(call.No), uint32(call.Legs)) < share
}

// transfer gives a call back to the Router, with its context.
func (w *World) transfer(c CallID) {
	call := &w.calls[c]
	a := call.Agent
	w.record(FactTransferred, call.No, int64(w.now()-call.Since), w.callAux(call), 0)
	call.Legs++
	call.Object, call.Conference, call.Talk, call.Asked = false, false, -1, 0
	call.Resumed = false
	call.Queued, call.GiveUp = w.now(), sim.Forever
	if p := w.patience(c); p < sim.Forever {
		call.GiveUp = w.now() + p
	}
	w.setCall(c, CallQueued)
	w.afterCall(a, c)
	w.routeRequest(false)
	w.requeue(c)
}
