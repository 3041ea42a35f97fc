package model

import "ccsim/sim"

func (w *World) initLevers() {
	for i := range w.cfg.Levers {
		l := &w.cfg.Levers[i]
		if l.Trigger.Kind != FactNone || l.IsUndo {
			continue
		}
		at := l.At
		if !l.AtDist.IsZero() {
			at = l.AtDist.Sample(w.rnd[drawLever], uint64(i), 0)
		}
		w.pull(i, at)
	}
}

// pull schedules a lever.
func (w *World) pull(i int, at sim.Time) {
	w.levers[i].At = at
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.Order(sim.RankFault, uint32(i), evLever, 0), Row: uint32(i), Cause: uint32(i) + 1,
	})
}

// fireTriggers schedules the levers that wait for a fact.
func (w *World) fireTriggers(k sim.FactKind, subject uint32) {
	for _, i := range w.top.triggers {
		t := &w.cfg.Levers[i].Trigger
		if t.Kind == k && t.Subject == subject && !w.levers[i].Fired {
			w.levers[i].Fired = true
			w.pull(i, w.now()+max(t.Plus, 1))
		}
	}
}

// fireCallTriggers schedules the levers that wait for a call to reach a state.
func (w *World) fireCallTriggers(no uint32, s CallState) {
	for _, i := range w.top.triggers {
		t := &w.cfg.Levers[i].Trigger
		if t.Kind == FactOffered && t.Subject == no && t.Call == s && !w.levers[i].Fired {
			w.levers[i].Fired = true
			w.pull(i, w.now()+max(t.Plus, 1))
		}
	}
}

// onLever pulls a lever. One that has nothing to act on is stated, not fatal.
func (w *World) onLever(e sim.Event) {
	l := &w.cfg.Levers[e.Row]
	w.mark(FactLever, e.Row, 0, 0, e.Cause)
	if why := w.act(l, e.Cause); why != 0 {
		w.record(FactLeverIgnored, e.Row, 0, uint32(why), e.Cause)
		return
	}
	w.levers[e.Row].Acted = true
	if l.Undo >= 0 {
		w.pull(l.Undo, w.now()+max(l.For, 1))
	}
}

// act does what the verb says. What becomes of messages in flight is said at
// each verb.
func (w *World) act(l *Lever, cause uint32) IgnoreReason {
	if l.VM > 0 {
		return w.leverVM(l, cause)
	}
	if len(l.Importers) > 0 {
		return w.leverImporter(l, cause)
	}
	switch l.Verb {
	case VerbMaintenance, VerbCancel, VerbCrash, VerbStop, VerbStart, VerbRestart, VerbPause, VerbResume:
		return w.leverProcs(l, cause)
	case VerbCut, VerbHeal, VerbDelay, VerbLose, VerbFlap, VerbSteady:
		return w.leverLink(l, cause)
	case VerbDrain:
		return w.leverDrain(l, cause)
	case VerbFail, VerbAnswer:
		return w.leverLookup(l, cause)
	case VerbPatch:
		return w.leverPatch(l)
	case VerbReject:
		return w.leverReject(l)
	case VerbReskill:
		return w.reskill(l, cause-1)
	case VerbChangeTeam:
		return w.changeTeam(l, cause)
	case VerbMonitor, VerbBargeIn, VerbForceState, VerbLeave:
		return w.leverSupervisor(l, cause)
	case VerbDisable, VerbEnable:
		return w.setCampaign(l.Campaign, l.Verb == VerbDisable)
	case VerbImport:
		return w.startImport(int(cause-1), l)
	case VerbSurge:
		w.surge(l.Type, l.Factor)
		return 0
	}
	return w.leverAgents(l)
}

// leverProcs acts on the processes of a lever one by one. It had nothing to do
// if none of them had.
func (w *World) leverProcs(l *Lever, cause uint32) IgnoreReason {
	why, acted := IgnoreReason(0), false
	for _, g := range l.Groups {
		if l.Verb == VerbCrash {
			why = w.desktopsDown(g, cause)
		} else {
			why = w.desktopsUp(g, cause)
		}
		acted = acted || why == 0
	}
	for _, id := range l.Procs {
		if got := w.leverProc(l, id, cause); got == 0 {
			acted = true
		} else {
			why = got
		}
	}
	if acted {
		return 0
	}
	return why
}

func (w *World) leverProc(l *Lever, id ProcID, cause uint32) IgnoreReason {
	switch l.Verb {
	case VerbMaintenance:
		return w.leverMaintenance(id, cause)
	case VerbCancel:
		return w.leverCancel(id, cause)
	case VerbCrash:
		return w.leverCrash(id, cause, l.Stay, l.Dark)
	case VerbStop:
		return w.leverStop(id, cause)
	case VerbStart:
		return w.leverStart(id, cause)
	case VerbRestart:
		if why := w.leverStop(id, cause); why != 0 {
			return why
		}
		return w.leverStart(id, cause)
	case VerbPause:
		return w.leverPause(id, cause)
	}
	return w.leverResume(id, cause)
}

func (w *World) leverMaintenance(id ProcID, cause uint32) IgnoreReason {
	if !w.procs[id].up() {
		return IgnoreDown
	}
	w.requestMaintenance(id, cause)
	return 0
}

// leverCancel is the administrator's cancel. It comes too late once the
// clients have agreed.
func (w *World) leverCancel(id ProcID, cause uint32) IgnoreReason {
	m := &w.pairs[id.Pair()].Maint
	switch {
	case m.Phase == MaintNone || m.Side != id.Side():
		return IgnoreNoMaintenance
	case m.Phase != MaintAsking:
		return IgnoreTooLate
	}
	w.cancelMaintenance(id.Pair(), RefusalOperator, cause)
	return 0
}

// leverCrash ends a process without a farewell. Messages on their way to it
// are dropped; those it sent still arrive. Node Manager starts it again, or its machine
// does when it is up again, unless the lever says otherwise.
func (w *World) leverCrash(id ProcID, cause uint32, stay, dark bool) IgnoreReason {
	if w.procs[id].Role == RoleDown {
		return IgnoreDown
	}
	talks, pending := w.heldBy(id)
	w.mark(FactCrashed, uint32(id), talks, uint32(pending), cause)
	w.endProcess(id, dark, false, cause)
	if stay {
		w.procs[id].Stay = true
		return 0
	}
	if dark {
		w.boot(id, max(w.cfg.Timers.Restart, w.cfg.Timers.Reboot), cause)
		return 0
	}
	w.boot(id, w.cfg.Timers.Restart, cause)
	return 0
}

// leverStop stops a service with the service control manager, without
// maintenance mode: for its peer and its clients it is a crash, but nothing
// starts it again.
func (w *World) leverStop(id ProcID, cause uint32) IgnoreReason {
	if w.procs[id].Role == RoleDown {
		return IgnoreDown
	}
	w.mark(FactStopped, uint32(id), 0, 0, cause)
	w.goDown(id, cause)
	w.procs[id].Stay = true
	return 0
}

// leverStart starts a service that is down; a PG brings its CG service with it
// when a maintenance had stopped both.
func (w *World) leverStart(id ProcID, cause uint32) IgnoreReason {
	if w.procs[id].Role != RoleDown {
		return IgnoreUp
	}
	w.boot(id, w.cfg.Timers.Restart, cause)
	if id.Beside() || w.top.units[id.Pair()].Kind != UnitAgentPG {
		return 0
	}
	cti := ctiProc(id.Pair(), id.Side())
	if w.procs[cti].Role == RoleDown && w.procs[cti].Stay {
		w.boot(cti, w.cfg.Timers.Restart, cause)
	}
	return 0
}

// heldBy counts the talks and pending states that go with a process.
func (w *World) heldBy(id ProcID) (talks int64, pending int32) {
	p := id.Pair()
	if id.Beside() || w.top.units[p].Kind != UnitAgentPG || w.pairs[p].Active != int8(id.Side()) {
		return 0, 0
	}
	return w.probe(Probe{What: ProbeTalking, Skill: -1, Pair: int(p)}), w.pairs[p].Pending
}

// goDown takes a process down without a handover. Its operating system closes
// its connections.
func (w *World) goDown(id ProcID, cause uint32) { w.endProcess(id, false, true, cause) }

// endProcess takes a process down without a handover, alone or with its whole
// machine.
func (w *World) endProcess(id ProcID, dark, stopped bool, cause uint32) {
	p := id.Pair()
	w.disturb(p, cause)
	u := &w.top.units[p]
	switch {
	case u.Kind == UnitRouter && id.Beside():
		w.takeDown(id, cause)
		w.historyChanged(cause)
	case u.Kind == UnitRouter:
		w.routerDown(id, dark, cause)
	case id.Beside():
		w.ctiDown(id, cause)
	case u.IsPG():
		w.pgDown(id, dark, cause)
	default:
		w.nodeDown(id, stopped, cause)
	}
}

// pgDown takes a PG side down.
func (w *World) pgDown(id ProcID, dark bool, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	if pair.Maint.Phase == MaintAsking && pair.Maint.Side == id.Side() {
		w.cancelMaintenance(p, RefusalFailure, cause)
		w.disturb(p, cause)
	}
	if pair.Active == int8(id.Side()) {
		w.pgLost(p, cause)
	}
	w.takeDown(id, cause)
	if !dark {
		w.closePaths(id, cause)
	}
	w.chooseCTI(p)
	w.checkRecovered(p)
}

// ctiDown takes a CTI server down. OPC sees it at once; in the middle of a
// shutdown it is one of the failures that spoil it.
func (w *World) ctiDown(id ProcID, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	was := pair.ActiveCTI == int8(id.Side())
	w.takeDown(id, cause)
	switch pair.Maint.Phase {
	case MaintAsking:
		w.cancelMaintenance(p, RefusalFailure, cause)
	case MaintContinued, MaintSwitched:
		w.shutdownFailed(p, cause)
	}
	w.disturb(p, cause)
	w.goSimplex(p, cause)
	if was && pair.Active >= 0 {
		w.ctiLost(p, cause)
	}
	w.chooseCTI(p)
	w.checkRecovered(p)
}

// leverAgents acts on agents through their desktops.
func (w *World) leverAgents(l *Lever) IgnoreReason {
	why := IgnoreState
	for _, a := range l.Agents {
		if got := w.leverAgent(l.Verb, a); got == 0 {
			why = 0
		} else if why != 0 {
			why = got
		}
	}
	return why
}

func (w *World) leverAgent(v Verb, a AgentID) IgnoreReason {
	agent := &w.agents[a]
	switch v {
	case VerbSignIn:
		if agent.OnShift {
			return IgnoreUp
		}
		w.arriveAtWork(a)
		return 0
	case VerbSignOut:
		if !agent.OnShift {
			return IgnoreDown
		}
		w.goHome(a)
		return 0
	}
	if !w.records[a].Session {
		return IgnoreNoServer
	}
	wish := WishReady
	if v == VerbNotReady {
		wish = WishNotReady
	}
	if agent.State.onCall() {
		w.ask(a, wish)
		return 0
	}
	return w.setStateNow(a, wish)
}

// setStateNow changes the state of an agent without a call, as the operator
// asks: it stays so until something changes it again.
func (w *World) setStateNow(a AgentID, wish Wish) IgnoreReason {
	switch s := w.records[a].State; {
	case s == AgentWorkReady || s == AgentWorkNotReady:
		w.rewrap(a, wish)
	case s == AgentAvailable && wish == WishNotReady:
		w.records[a].Ready = false
		w.setAgent(a, AgentNotReady)
		w.setRecord(a, AgentNotReady)
	case s == AgentNotReady && wish == WishReady:
		w.goReady(a)
	default:
		return IgnoreState
	}
	return 0
}
