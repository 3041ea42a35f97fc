package model

import "ccsim/sim"

// Preemptive priorities: a call for which no agent is available takes one from a talk
// of a worse priority. The talk that is interrupted goes back to its queue with its age
// and is resumed for the rest of its time, by whoever is available then. A policy: most
// centers never do it to voice calls.

// listBusy is filled where talks can be interrupted: agents who talk, the worst
// priority first, of these the talk that began last.

// canInterrupt notes a talk that a better priority may interrupt.
func (w *World) canInterrupt(c CallID) {
	if !w.cfg.Policies.Preempt {
		return
	}
	call := &w.calls[c]
	a := call.Agent
	for _, d := range w.duties(a) {
		call.Busy = w.place(PlaceRow{
			At: -w.now(), Priority: -call.Priority, No: uint32(a), Owner: uint32(a), List: d.Roster.list(listBusy), Mate: call.Busy,
		})
	}
}

// noInterrupt ends that: the talk is over, or cannot be interrupted any more.
func (w *World) noInterrupt(call *Call) {
	for at := call.Busy; at != 0; {
		at = w.leavePlace(at)
	}
	call.Busy = 0
}

// interruptFor takes an agent from a talk of a worse priority for a call that waits.
// The agent is its own when the PG has said that the agent is available; it tells
// whether that was at once.
func (w *World) interruptFor(c CallID) bool {
	if !w.cfg.Policies.Preempt || !w.router.Open || w.calls[c].Claims {
		return false
	}
	a := w.worstTalk(c)
	if a == NoAgent {
		return false
	}
	call := &w.calls[c]
	call.Claims = true
	w.records[a].Router.For, w.records[a].Router.ForNo = c, call.No
	w.interrupt(a)
	return !w.calls[c].Waiting
}

// worstTalk is the agent whose talk a call may interrupt. Talks that the Router cannot
// interrupt leave the lists on the way.
func (w *World) worstTalk(c CallID) AgentID {
	call := &w.calls[c]
	for {
		best := int32(0)
		for at := call.Places; at != 0; at = w.places[at].Mate {
			b := w.firstOf(RosterID(w.places[at].List / listKinds).list(listBusy))
			if b != 0 && (best == 0 || w.before(b, best)) {
				best = b
			}
		}
		if best == 0 || -w.places[best].Priority <= call.Priority {
			return NoAgent
		}
		a := AgentID(w.places[best].Owner)
		if w.interruptible(a) {
			return a
		}
		w.noInterrupt(&w.calls[w.agents[a].Call])
	}
}

// interruptible tells whether the Router can take an agent from a talk: not from a
// call on hold or with a third party, nor from one after which the agent will not be
// Ready.
func (w *World) interruptible(a AgentID) bool {
	agent, rec := &w.agents[a], &w.records[a]
	call := &w.calls[agent.Call]
	return agent.State == AgentTalking && rec.State == AgentTalking && rec.Session && rec.Ready && rec.Pending == WishNone &&
		!agent.Leaving && !call.Conference && !call.Barged && !call.Fixed && w.pathOpen(w.top.pair[a]) && !w.asleep(w.top.pair[a])
}

// interrupt sends the call of an agent back to its queue. Its caller has been served
// once and waits for the rest.
func (w *World) interrupt(a AgentID) {
	c := w.agents[a].Call
	call := &w.calls[c]
	talked := w.now() - call.Since
	w.record(FactInterrupted, call.No, int64(talked), w.callAux(call), 0)
	call.Talk = max(call.Talk-talked, 1)
	call.Resumed, call.Object, call.GiveUp = true, false, sim.Forever
	w.setCall(c, CallQueued)
	w.agents[a].Call = NoCall
	w.requeue(c)
	w.setAgent(a, AgentAvailable)
	w.setRecord(a, AgentAvailable)
}

// claimed is the call for which an agent was interrupted, if it still waits.
func (w *World) claimed(a AgentID) CallID {
	r := &w.records[a].Router
	c := r.For
	if c == NoCall {
		return NoCall
	}
	r.For = NoCall
	if call := &w.calls[c]; !call.Waiting || call.No != r.ForNo {
		return NoCall
	}
	w.calls[c].Claims = false
	return c
}
