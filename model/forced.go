package model

import "ccsim/sim"

// Forced states: a supervisor sets the state of an agent of the teams. It is done
// or refused at once, it never waits for the end of a call as an agent's own wish
// does (Finesse Web Services Developer Guide 12.5(1), state transitions for Unified
// CCE).

// reasonSupervisor is the code of what a supervisor has set (Finesse Web Services
// Developer Guide 12.5(1)).
const reasonSupervisor = 999

// ForcedSignOut says what becomes of an agent whom a supervisor signs out during a
// call.
type ForcedSignOut uint8

// Policies for a sign-out during a call: three sources, three answers.
const (
	SignOutAtOnce    ForcedSignOut = iota // the call goes on without a desktop
	SignOutAfterCall                      // signed out when the call is over
	SignOutNotReady                       // Not Ready when the call is over
)

// mayForce says why a supervisor cannot change an agent's state.
func (w *World) mayForce(me, a AgentID, to AgentState) IgnoreReason {
	switch {
	case !w.atDesk(me):
		return IgnoreNoServer
	case !w.inTeamOf(me, a):
		return IgnoreTeam
	case !w.forceable(a, to):
		return IgnoreState
	}
	return 0
}

// forceable tells whether a supervisor may set a state now: Not Ready for one who is
// Ready or wraps up, Ready for one who is Not Ready or wraps up, a sign-out always.
func (w *World) forceable(a AgentID, to AgentState) bool {
	switch s := w.records[a].State; {
	case s == AgentLogout || w.agents[a].Dismissed:
		return false
	case to == AgentLogout:
		return true
	case s != w.agents[a].State:
		return false
	case s == AgentWorkReady || s == AgentWorkNotReady:
		return true
	default:
		return to == AgentNotReady && s == AgentAvailable || to == AgentAvailable && s == AgentNotReady
	}
}

// forceState sets an agent's state at the wish of a supervisor.
func (w *World) forceState(me, a AgentID, to AgentState, cause uint32) IgnoreReason {
	if why := w.mayForce(me, a, to); why != 0 {
		return why
	}
	agent, rec := &w.agents[a], &w.records[a]
	rec.Reason = reasonSupervisor
	switch to {
	case AgentLogout:
		w.supervised(a, me, SupervisorSignsOut, cause)
		w.forceOut(a, cause)
	case AgentAvailable:
		w.supervised(a, me, SupervisorForcesReady, cause)
		agent.Wish, agent.WantReady = WishNone, false
		w.settle(a, true)
	default:
		w.supervised(a, me, SupervisorForcesNotReady, cause)
		agent.Wish, agent.WantReady = WishNone, false
		w.settle(a, false)
	}
	return 0
}

// forceOut signs an agent out. One who wraps up stops; one whose phone rings, and by
// policy one who talks, goes when the call is over.
func (w *World) forceOut(a AgentID, cause uint32) {
	if s := w.supervisor(a); s >= 0 && w.agents[a].Watching {
		w.endWatch(s)
		if w.records[a].State == AgentLogout {
			return // was about to go home
		}
	}
	agent, rec := &w.agents[a], &w.records[a]
	w.releaseUnreachable(a)
	switch {
	case rec.State == AgentLogout || agent.State == AgentLogout:
	case agent.Call == NoCall:
		agent.Dismissed = true
		w.leave(a)
	case w.cfg.Policies.ForcedSignOut == SignOutNotReady && agent.State.onCall():
		if rec.Pending != WishNone {
			w.dropPending(a, PendingSuperseded, 0)
		}
		agent.Wish, agent.WantReady, rec.Ready = WishNone, false, false
	case w.cfg.Policies.ForcedSignOut == SignOutAtOnce && agent.State.onCall():
		w.signOutOnCall(a, cause)
	default:
		agent.Dismissed, agent.Leaving = true, true
		w.updateMissing(a)
	}
}

// signOutOnCall signs an agent out who talks: the call goes on by the phone, its
// desktop is gone.
func (w *World) signOutOnCall(a AgentID, cause uint32) {
	agent, rec := &w.agents[a], &w.records[a]
	if rec.Pending != WishNone {
		w.dropPending(a, PendingCancelled, 0)
	}
	agent.Wish, agent.Dismissed, agent.Leaving = WishNone, true, true
	if call := &w.calls[agent.Call]; call.Control {
		call.Control = false
		w.lose(LossControl, call.No, cause)
	}
	rec.Signs++ // voids a desktop that was on its way back
	w.record(FactSignedOut, uint32(a), 0, reasonSupervisor, 0)
	w.setRecord(a, AgentLogout)
	w.connect(a, false)
}

// onForceHabit is a supervisor who looks for an agent whose state to change.
func (w *World) onForceHabit(e sim.Event) {
	s := int(e.Row)
	me, row := w.top.supers[s], &w.supers[s]
	habit := &w.cfg.Groups[w.top.group[me]].Supervision
	to := AgentAvailable
	switch u := w.rnd[drawForceWhat].Uniform(uint64(me), 2*row.Forces); {
	case u < habit.ForceNotReady:
		to = AgentNotReady
	case u < habit.ForceNotReady+habit.ForceLogout:
		to = AgentLogout
	}
	if w.atDesk(me) {
		if a := w.pickOfTeams(me, drawForceWhat, 2*row.Forces+1, func(a AgentID) bool { return w.forceable(a, to) }); a != NoAgent {
			w.forceState(me, a, to, 0)
		}
	}
	row.Forces++
	w.planHabit(s, evForceHabit)
}

// leverSupervisor is a supervisor who does what the timeline says: the one it names,
// or the first of the agent's team who can. Of a group it takes one call to monitor.
func (w *World) leverSupervisor(l *Lever, cause uint32) IgnoreReason {
	why, acted := IgnoreTeam, false
	for _, a := range l.Agents {
		switch got := w.supervise(l, a, cause); {
		case got == 0 && l.Verb != VerbForceState:
			return 0
		case got == 0:
			acted = true
		case why == IgnoreTeam:
			why = got
		}
	}
	if acted {
		return 0
	}
	return why
}

// supervise lets a supervisor act on one agent.
func (w *World) supervise(l *Lever, a AgentID, cause uint32) IgnoreReason {
	why := IgnoreTeam
	for s, me := range w.top.supers {
		if l.Supervisor > 0 && AgentID(l.Supervisor-1) != me || !w.inTeamOf(me, a) {
			continue
		}
		got := w.superviseBy(l, s, a, cause)
		if got == 0 {
			return 0
		}
		if why == IgnoreTeam || why == IgnoreSupervisor {
			why = got
		}
	}
	return why
}

func (w *World) superviseBy(l *Lever, s int, a AgentID, cause uint32) IgnoreReason {
	row := &w.supers[s]
	switch l.Verb {
	case VerbMonitor:
		return w.monitor(s, a, cause)
	case VerbForceState:
		return w.forceState(w.top.supers[s], a, l.State, cause)
	case VerbLeave:
		if row.Watch != a || row.Cause == 0 {
			return IgnoreNoTalk
		}
		w.endWatch(s)
		return 0
	}
	if row.Watch != a { // whoever barges in listens first
		if why := w.monitor(s, a, cause); why != 0 {
			return why
		}
	}
	return w.bargeIn(s, cause)
}
