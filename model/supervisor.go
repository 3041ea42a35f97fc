package model

import "ccsim/sim"

// Supervision is what supervisors do by habit.
type Supervision struct {
	MonitorPerHour float64  // a supervisor looks for a call of the teams to monitor
	MonitorTime    sim.Dist // of a silent monitoring; zero = until the call is over
	BargeIn        float64  // share of monitored calls in which the supervisor barges in
	ForcePerHour   float64  // a supervisor changes an agent's state
	ForceNotReady  float64  // share of changes to Not Ready
	ForceLogout    float64  // share of sign-outs; the others are changes to Ready
}

// SupervisorRow is what a supervisor does at the moment.
type SupervisorRow struct {
	Since   sim.Time // of the monitoring
	Watch   AgentID  // whose call it is, or NoAgent
	No      uint32   // number of the call
	Watches uint32   // calls monitored so far: keys the draws, and voids what belongs to an earlier one
	Looks   uint32   // times the supervisor looked for a call
	Forces  uint32   // times the supervisor looked for an agent to change
	Cause   uint32   // lever behind the monitoring, or 0
	Barged  bool     // a party of the call
	Known   bool     // the PIM has the mark of it
}

// OfSupervisors is what levers on teams and of supervisors say.
type OfSupervisors struct {
	Team       int        // of change_team: place in Config.Teams, from 1; 0 = their own
	Supervisor int        // of what a supervisor does: the agent, from 1; 0 = who can
	State      AgentState // of force_state
}

// Supervised is what a supervisor does with an agent or the agent's call.
type Supervised uint8

// Acts of supervisors.
const (
	SupervisorMonitors Supervised = iota + 1
	SupervisorBargesIn
	SupervisorForcesReady
	SupervisorForcesNotReady
	SupervisorSignsOut
	SupervisorLeaves // the monitoring is over
)

func (w *World) supervised(a, me AgentID, what Supervised, cause uint32) {
	w.record(FactSupervised, uint32(a), int64(me), uint32(what), cause)
}

// atDesk tells whether a PG serves the desktop of an agent.
func (w *World) atDesk(a AgentID) bool {
	p := w.top.pair[a]
	return w.records[a].Session && w.records[a].State != AgentLogout && w.pairs[p].Active >= 0 && !w.asleep(p)
}

// mayMonitor says why a supervisor cannot begin to monitor now: that takes the
// state Not Ready, and one call at a time.
func (w *World) mayMonitor(me AgentID) IgnoreReason {
	switch {
	case !w.atDesk(me):
		return IgnoreNoServer
	case w.agents[me].State != AgentNotReady || w.records[me].State != AgentNotReady:
		return IgnoreSupervisor
	}
	return 0
}

// monitorable tells whether an agent is on a call that the PG knows and nobody
// monitors yet.
func (w *World) monitorable(a AgentID) bool {
	c := w.agents[a].Call
	if c == NoCall || !w.agents[a].State.onCall() || !w.records[a].State.onCall() {
		return false
	}
	call := &w.calls[c]
	return call.State == CallTalking && call.Object && !call.Monitored
}

// monitor lets a supervisor listen to the call of an agent. For the system the
// supervisor is on a call, too.
func (w *World) monitor(s int, a AgentID, cause uint32) IgnoreReason {
	me, row := w.top.supers[s], &w.supers[s]
	if why := w.mayMonitor(me); why != 0 {
		return why
	}
	switch {
	case !w.inTeamOf(me, a):
		return IgnoreTeam
	case !w.monitorable(a):
		return IgnoreNoTalk
	}
	call := &w.calls[w.agents[a].Call]
	call.Monitored = true
	row.Since, row.Watch, row.No, row.Cause, row.Known = w.now(), a, call.No, cause, true
	row.Watches++
	w.agents[me].Watching = true
	w.setAgent(me, AgentTalking)
	w.setRecord(me, AgentTalking)
	w.supervised(a, me, SupervisorMonitors, cause)
	return 0
}

// bargeIn makes the supervisor who monitors a call a party of it.
func (w *World) bargeIn(s int, cause uint32) IgnoreReason {
	row := &w.supers[s]
	c := w.watched(s)
	if c == NoCall || row.Barged {
		return IgnoreNoTalk
	}
	if me := w.top.supers[s]; !w.atDesk(me) || !w.records[row.Watch].State.onCall() {
		return IgnoreNoServer
	}
	row.Barged, w.calls[c].Barged = true, true
	w.supervised(row.Watch, w.top.supers[s], SupervisorBargesIn, cause)
	return 0
}

// watched is the call that a supervisor monitors, or NoCall.
func (w *World) watched(s int) CallID {
	row := &w.supers[s]
	if row.Watch == NoAgent {
		return NoCall
	}
	c := w.agents[row.Watch].Call
	if c == NoCall || w.calls[c].No != row.No || !w.calls[c].Monitored {
		return NoCall
	}
	return c
}

// unwatched is a monitored call that the agent does not have any more: its
// supervisor notices.
func (w *World) unwatched(call *Call) {
	call.Monitored, call.Barged = false, false
	for s := range w.supers {
		if row := &w.supers[s]; row.Watch != NoAgent && row.No == call.No {
			w.watchEvent(s, evWatchEnd, 1, 2*row.Watches+1)
		}
	}
}

// watchEvent schedules something in the course of a monitoring.
func (w *World) watchEvent(s int, k sim.Kind, delay sim.Time, seq uint32) {
	row := &w.supers[s]
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(delay, 1), Ord: sim.Order(sim.RankWork, uint32(w.top.supers[s]), k, seq&sim.MaxSeq),
		Row: uint32(s), Gen: row.Watches, Cause: row.Cause,
	})
}

func (w *World) onWatchEnd(e sim.Event) {
	if row := &w.supers[e.Row]; row.Watches == e.Gen && row.Watch != NoAgent {
		w.endWatch(int(e.Row))
	}
}

// endWatch ends a monitoring, or takes the supervisor out of the call.
func (w *World) endWatch(s int) {
	me, row := w.top.supers[s], &w.supers[s]
	if c := w.watched(s); c != NoCall {
		w.calls[c].Monitored, w.calls[c].Barged = false, false
	}
	w.supervised(row.Watch, me, SupervisorLeaves, row.Cause)
	w.record(FactMonitored, uint32(me), int64(w.now()-row.Since), 0, row.Cause)
	row.Watch, row.Barged, row.Known = NoAgent, false, false
	w.agents[me].Watching = false
	w.afterWatch(me)
}

// afterWatch puts a supervisor back to the state before the call, or to the
// pending one.
func (w *World) afterWatch(me AgentID) {
	agent, rec := &w.agents[me], &w.records[me]
	p := w.top.pair[me]
	if !rec.State.onCall() || w.pairs[p].Active < 0 || w.asleep(p) {
		w.idleUnseen(me)
		return
	}
	ready := w.applyPending(me)
	if ready || agent.Leaving || agent.Break > 0 || !w.onlySupervises(me) {
		w.settle(me, ready)
		return
	}
	w.meetWish(me, false)
	rec.Ready = false
	w.setAgent(me, AgentNotReady)
	w.setRecord(me, AgentNotReady)
}

// onMonitor is a supervisor who looks for a call to monitor.
func (w *World) onMonitor(e sim.Event) {
	s := int(e.Row)
	me, row := w.top.supers[s], &w.supers[s]
	if w.mayMonitor(me) == 0 {
		if a := w.pickOfTeams(me, drawWatched, row.Looks, w.monitorable); a != NoAgent && w.monitor(s, a, 0) == 0 {
			w.planWatch(s)
		}
	}
	row.Looks++
	w.planHabit(s, evMonitor)
}

// planWatch draws how long a supervisor listens, and whether and when the
// supervisor barges in.
func (w *World) planWatch(s int) {
	me, row := w.top.supers[s], &w.supers[s]
	habit := &w.cfg.Groups[w.top.group[me]].Supervision
	call := &w.calls[w.watched(s)]
	d := max(call.Since+call.Talk-w.now(), 1)
	if !habit.MonitorTime.IsZero() {
		listens := habit.MonitorTime.Sample(w.rnd[drawMonitorTime], uint64(me), row.Watches)
		w.watchEvent(s, evWatchEnd, listens, 2*row.Watches)
		d = min(d, listens)
	}
	if habit.BargeIn > 0 && w.rnd[drawBargeIn].Uniform(uint64(me), 2*row.Watches) < habit.BargeIn {
		at := w.rnd[drawBargeIn].Uniform(uint64(me), 2*row.Watches+1)
		w.watchEvent(s, evBargeIn, sim.Time(float64(at*float64(d))), row.Watches)
	}
}

func (w *World) onBargeIn(e sim.Event) {
	if w.supers[e.Row].Watches == e.Gen {
		w.bargeIn(int(e.Row), e.Cause)
	}
}

// pickOfTeams is one of a supervisor's agents of whom something is true.
func (w *World) pickOfTeams(me AgentID, purpose sim.Purpose, n uint32, is func(AgentID) bool) AgentID {
	fits := func(a AgentID) bool { return w.inTeamOf(me, a) && is(a) }
	count := uint64(0)
	for _, a := range w.top.members[w.top.pair[me]] {
		if fits(a) {
			count++
		}
	}
	if count == 0 {
		return NoAgent
	}
	k := w.rnd[purpose].Below(count, uint64(me), n)
	for _, a := range w.top.members[w.top.pair[me]] {
		if !fits(a) {
			continue
		}
		if k == 0 {
			return a
		}
		k--
	}
	return NoAgent
}

// loseMonitoring ends a silent monitoring whose PIM, or whose supervisor's sign-in,
// is gone. One who has barged in stays in the call: that is the phones' affair.
func (w *World) loseMonitoring(me AgentID, cause uint32) {
	s := w.supervisor(me)
	if s < 0 || w.supers[s].Watch == NoAgent || w.supers[s].Barged {
		return
	}
	w.lose(LossMonitoring, w.supers[s].No, cause)
	w.endWatch(s)
}

// loseBargeIn forgets that a supervisor is in a call.
func (w *World) loseBargeIn(me AgentID, cause uint32) {
	s := w.supervisor(me)
	if s < 0 || !w.supers[s].Barged || !w.supers[s].Known {
		return
	}
	w.supers[s].Known = false
	w.lose(LossBargeIn, w.supers[s].No, cause)
}

// handOverSupervision states what goes on across the switch of a maintenance.
func (w *World) handOverSupervision(p PairID, cause uint32) {
	var monitored, barged int64
	for s := range w.supers {
		if row := &w.supers[s]; w.top.pair[w.top.supers[s]] == p && row.Watch != NoAgent {
			if row.Barged {
				barged++
			} else {
				monitored++
			}
		}
	}
	if monitored+barged > 0 {
		w.record(FactSupervisionKept, uint32(p), monitored, uint32(barged), cause)
	}
}

// recountSupervisors compares the rows of supervisors with those of agents and
// calls.
func (w *World) recountSupervisors() {
	monitored := 0
	for s := range w.supers {
		row, me := &w.supers[s], w.top.supers[s]
		if w.agents[me].Watching != (row.Watch != NoAgent) {
			w.unsound("supervisor %d monitors: %v, the row says agent %d", me, w.agents[me].Watching, row.Watch)
		}
		if c := w.watched(s); c != NoCall {
			monitored++
			if w.calls[c].Barged != row.Barged {
				w.unsound("supervisor %d is in the call: %v, the call says %v", me, row.Barged, w.calls[c].Barged)
			}
		}
	}
	for c := range w.calls {
		if call := &w.calls[c]; call.State.InProgress() && call.Monitored {
			monitored--
		}
	}
	if monitored != 0 {
		w.unsound("supervisors and calls differ by %d monitored calls", monitored)
	}
}
