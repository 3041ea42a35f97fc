package model

import "ccsim/sim"

// setCall is the one place that changes the state of a call.
func (w *World) setCall(c CallID, to CallState) {
	call := &w.calls[c]
	if callNext[call.State]>>to&1 == 0 {
		w.unsound("call %d goes from %v to %v", call.No, call.State, to)
	}
	if call.State != CallNone {
		w.census.Calls[call.State]--
	}
	if call.Monitored && to != CallTalking {
		w.unwatched(call)
	}
	if call.Busy != 0 {
		w.noInterrupt(call)
	}
	w.census.Calls[to]++
	from := call.State
	call.State, call.Since = to, w.now()
	call.Gen++
	if to == CallIVR || to == CallQueued {
		w.useCVP(call)
	} else {
		w.freeCVP(call)
	}
	if w.top.callWatch {
		w.fireCallTriggers(call.No, to)
	}
	if call.Campaign > 0 && !to.InProgress() {
		w.outboundEnded(c, to)
	}
	if !to.InProgress() {
		w.record(FactInSystem, call.No, int64(w.now()-call.Arrived), w.callAux(call), call.Cause)
	}
	if w.watcher != nil {
		w.watcher.CallChanged(w.now(), from, call)
	}
}

func (w *World) callAux(call *Call) uint32 {
	group := -1
	if call.Agent != NoAgent {
		group = w.top.group[call.Agent]
	}
	return packCall(int(call.Type), group, call.Phase, w.queuePlace(call), call.Waited, call.Arrived < w.cfg.Warmup)
}

// newCall offers a call. Its number is the same in every variant and its
// draws are keyed by it.
func (w *World) newCall(no uint32, typ int) CallID {
	c := w.free
	if c != NoCall {
		w.free = w.calls[c].Next
	} else {
		c = CallID(len(w.calls))
		w.calls = append(w.calls, Call{})
		w.account()
	}
	gen := w.calls[c].Gen
	w.calls[c] = Call{
		Arrived: w.now(), No: no, Gen: gen + 1, Agent: NoAgent, Next: NoCall, Queue: uint16(w.top.queues[typ][0]),
		Type: uint16(typ), Phase: w.phase(), Control: true, Context: true, GiveUp: sim.Forever, Talk: -1,
	}
	w.census.Offered++
	w.record(FactOffered, no, 0, w.callAux(&w.calls[c]), 0)
	return c
}

// endCall frees the row of a call that has ended. Events still on their way to
// it meet a later generation.
func (w *World) endCall(c CallID) {
	call := &w.calls[c]
	w.leaveCVP(call)
	if typ := &w.cfg.Types[call.Type]; typ.Retry > 0 || typ.Sources > 0 {
		w.afterwards(call)
	}
	call.State = CallNone
	call.Gen++
	call.Next = w.free
	w.free = c
}

// inSystem is the number of trunks in use.
func (w *World) inSystem() int { return int(w.census.inProgress()) }

// vruPorts is the number of VRU ports in use: a call holds one in the IVR and
// while it waits.
func (w *World) vruPorts() int {
	return int(w.census.Calls[CallIVR] + w.census.Calls[CallQueued])
}

func full(used, limit int) bool { return limit != None && used >= limit }

func (w *World) block(c CallID) {
	w.record(FactBlocked, w.calls[c].No, 0, w.callAux(&w.calls[c]), 0)
	w.setCall(c, CallBlocked)
	w.endCall(c)
}

// callTimer schedules a step of a call after a delay. The generation makes it
// void when the call goes another way before.
func (w *World) callTimer(c CallID, k sim.Kind, delay sim.Time) {
	w.callEvent(c, k, w.now()+max(delay, 1), w.calls[c].Gen, 0)
}

func (w *World) callEvent(c CallID, k sim.Kind, at sim.Time, gen, arg uint32) {
	call := &w.calls[c]
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.Order(sim.RankWork, call.No, k, gen&sim.MaxSeq),
		Row: uint32(c), Gen: gen, Arg: arg, Cause: w.kernel.Current().Cause,
	})
}

// current tells whether a call event still means this call in this state.
func (w *World) current(e sim.Event) bool { return w.calls[e.Row].Gen == e.Gen }

func (w *World) onIVRDone(e sim.Event) {
	if w.current(e) {
		w.enterQueue(CallID(e.Row))
	}
}

// enterQueue runs the script of a call.
func (w *World) enterQueue(c CallID) {
	w.calls[c].Entered = false
	w.startScript(c, false)
}

// watchPatience schedules the moment at which the caller hangs up, if it is not
// scheduled yet: it is the same in the queue and while the phone rings.
func (w *World) watchPatience(c CallID) {
	call := &w.calls[c]
	if call.GiveUp == sim.Forever {
		return
	}
	at := max(call.GiveUp, w.now()+1)
	if call.Watched == at {
		return
	}
	call.Watched = at
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.Order(sim.RankWork, call.No, evPatience, call.Gen&sim.MaxSeq),
		Row: uint32(c), Gen: call.No, Cause: w.kernel.Current().Cause,
	})
}

// onPatience abandons a call that no agent has answered yet.
func (w *World) onPatience(e sim.Event) {
	call := &w.calls[e.Row]
	waits := call.Waiting || call.State == CallRouted || call.State == CallRinging
	if call.No == e.Gen && call.Watched == e.T && call.GiveUp <= e.T && waits {
		w.abandon(CallID(e.Row))
	}
}

func (w *World) abandon(c CallID) {
	call := &w.calls[c]
	if call.Waiting {
		w.unwait(c)
	}
	w.record(FactAbandoned, call.No, int64(w.now()-call.Queued), w.callAux(call), call.Cause)
	a, stranded := call.Agent, call.Stranded
	w.setCall(c, CallAbandoned)
	w.endCall(c)
	if a != NoAgent && !stranded {
		w.releaseReserved(a, c)
	}
}

// onHorizon ends the arrivals of a run that goes on to finish its calls.
func (w *World) onHorizon() {
	w.ended = true
	w.wakeAll()
	if w.cfg.End != EndCut {
		return
	}
	w.sendAllAway()
}

func (w *World) sendAllAway() {
	for r := range RosterID(w.top.rosters) {
		for at := w.firstOf(r.list(listWaiting)); at != 0; at = w.firstOf(r.list(listWaiting)) {
			w.sendAway(CallID(w.places[at].Owner))
		}
	}
}

func (w *World) sendAway(c CallID) {
	w.unwait(c)
	w.record(FactRejected, w.calls[c].No, int64(w.now()-w.calls[c].Queued), w.callAux(&w.calls[c]), 0)
	w.setCall(c, CallRejected)
	w.endCall(c)
}
