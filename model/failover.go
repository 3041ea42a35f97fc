package model

import "ccsim/sim"

// pgLost takes the active side of a pair out of service without a handover.
func (w *World) pgLost(p PairID, cause uint32) {
	pair := &w.pairs[p]
	if pair.Active < 0 {
		return
	}
	w.disturb(p, cause)
	if w.watcher != nil {
		w.watcher.PGLost(w.now(), p)
	}
	standby := pgProc(p, Side(pair.Active).Other())
	known := w.procs[standby].Role == RoleStandby || w.procs[standby].Role == RoleIsolated
	serving := pair.Active
	pair.Active, pair.OutageSince, pair.Unheard = -1, w.now(), false
	w.runDeferred(pgProc(p, Side(serving)))
	w.dropHeldStates(p)
	w.strandHeld(p)
	if w.top.units[p].Kind == UnitMRPG {
		w.mrLostByDialers(p, cause)
	}
	w.ctiLostByDialers(p, cause)
	w.refreshPath(p)
	w.clearTasks(p, cause)
	w.letGo(p, false, cause)
	if !known {
		w.forgetStates(p)
	}
	w.loseAtRouter(p)
	pair.ReplicaLive = false
	w.vruLost(p, cause)
}

// strandHeld is what becomes of calls whose PG was never told of them.
func (w *World) strandHeld(p PairID) {
	for {
		m, ok := w.takeHeld(p, fromRouter)
		if !ok {
			return
		}
		w.received(false)
		if m.Kind == evPreCall && w.calls[m.Row].Gen == m.Gen {
			w.strand(CallID(m.Row))
		}
	}
}

// forgetStates is what a pair knows of its agents when no side had a view of
// them: nothing.
func (w *World) forgetStates(p PairID) {
	for _, a := range w.top.members[p] {
		w.records[a].Before = AgentLogin
	}
}

// peerLost is a side that has not heard its peer for longer than the limit.
func (w *World) peerLost(id ProcID, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	w.mark(FactDetected, uint32(id), int64(w.now()-w.watch[heardBy(id)].LastHeard), 0, cause)
	if pair.Maint.Phase == MaintContinued || pair.Maint.Phase == MaintSwitched {
		w.shutdownFailed(p, cause)
		return
	}
	if pair.Maint.Phase == MaintAsking {
		w.cancelMaintenance(p, RefusalFailure, cause)
	}
	w.goSimplex(p, cause)
	switch w.procs[id].Role {
	case RoleActive:
		if w.peerConnected(id) && w.winner(p) != id.Side() {
			w.stepDown(id, cause)
		}
	case RoleStandby, RoleSyncing, RoleIsolated:
		w.alone(id, cause)
	}
	w.checkRecovered(p)
}

// winner is the side that goes on when the private link is lost. By weight it
// is the side whose components are active, since an active Agent PIM weighs more
// than anything a standby side has (High Availability, PG weights).
func (w *World) winner(p PairID) Side {
	if w.cfg.Policies.PrivateLoss == WinnerA {
		switch w.procs[pgProc(p, w.cfg.lead)].Role {
		case RoleActive, RoleStandby, RoleActivating:
			return w.cfg.lead
		}
		return w.cfg.lead.Other()
	}
	if w.weight(p, w.cfg.lead.Other()) > w.weight(p, w.cfg.lead) {
		return w.cfg.lead.Other()
	}
	return w.cfg.lead
}

func (w *World) weight(p PairID, s Side) int {
	n := 0
	if r := w.procs[pgProc(p, s)].Role; r == RoleActive || r == RoleActivating {
		n += w.cfg.Weights.pim(w.top.units[p].Kind)
	}
	if w.procs[ctiProc(p, s)].up() {
		n += w.cfg.Weights.CTIServer
	}
	return n
}

// alone is a side that is not active and has lost its peer: it takes over if
// the peer is gone, and waits out of step if the Router says it is not.
func (w *World) alone(id ProcID, cause uint32) {
	p := id.Pair()
	if !w.peerConnected(id) || w.procs[id].Role == RoleStandby && w.winner(p) == id.Side() {
		w.becomeActive(id, cause)
		return
	}
	if w.procs[id].Role != RoleIsolated {
		w.setRole(id, RoleIsolated)
	}
	w.freezeReplica(p)
}

// stepDown takes an active side out of service because its peer goes on.
func (w *World) stepDown(id ProcID, cause uint32) {
	w.pgLost(id.Pair(), cause)
	w.setRole(id, RoleIsolated)
	if w.procs[id^1].Role == RoleActive {
		w.serve(id^1, cause)
	}
}

// onPeerGone is the Router telling a side that its peer is not connected any
// more. It matters to a side that waits alone.
func (w *World) onPeerGone(e sim.Event) {
	id := ProcID(e.Row)
	if w.procs[id].Role != RoleIsolated || w.peerConnected(id) {
		return
	}
	w.becomeActive(id, e.Cause)
}

// peerBack is a side that hears its peer again.
func (w *World) peerBack(id ProcID, cause uint32) {
	p := id.Pair()
	w.mark(FactPeerBack, uint32(id), 0, 0, cause)
	switch w.procs[id].Role {
	case RoleIsolated:
		w.sync(id, cause)
	case RoleActivating:
		if w.pairs[p].Active >= 0 {
			w.sync(id, cause) // the peer has served all the time
		}
	case RoleActive:
		w.settleBothActive(p, cause)
	}
	w.checkDuplex(p, cause)
	w.checkRecovered(p)
}

// settleBothActive lets one of two active sides step back when they hear each
// other again.
func (w *World) settleBothActive(p PairID, cause uint32) {
	a, b := pgProc(p, SideA), pgProc(p, SideB)
	if w.procs[a].Role != RoleActive || w.procs[b].Role != RoleActive || !w.linked(p) {
		return
	}
	loser := pgProc(p, w.winner(p).Other())
	if w.pairs[p].Active == int8(loser.Side()) {
		w.stepDown(loser, cause)
	} else {
		w.setRole(loser, RoleIsolated)
	}
	w.sync(loser, cause)
}

// activate registers the phones; the side serves when that is done.
func (w *World) activate(id ProcID, cause uint32) {
	w.mark(FactActivating, uint32(id), 0, 0, cause)
	t := &w.cfg.Timers
	d := t.Activation + t.ActivationPerAgent*sim.Time(w.top.phones[id.Pair()])
	if d <= 0 {
		w.activated(id, cause)
		return
	}
	w.procEvent(id, evActivated, d, cause)
}

func (w *World) onActivated(e sim.Event) {
	if w.same(e) {
		w.activated(ProcID(e.Row), e.Cause)
	}
}

// activated makes a side active. If its peer still serves, both are active
// until the peer steps down: a finding.
func (w *World) activated(id ProcID, cause uint32) {
	p := id.Pair()
	w.setRole(id, RoleActive)
	if w.asleep(p) {
		w.pgLost(p, cause)
	}
	if w.pairs[p].Active >= 0 {
		w.record(FactFinding, uint32(p), 0, uint32(FindingBothActive), cause)
		return
	}
	w.serve(id, cause)
}

// serve makes an active side the one that serves. It asks the phones what they
// are doing: live calls get new objects, without context and without a link to
// the old ones.
func (w *World) serve(id ProcID, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	pair.Active = int8(id.Side())
	w.refreshPath(p)
	w.record(FactOutage, uint32(p), int64(w.now()-pair.OutageSince), 0, pair.Cause)
	w.mark(FactActive, uint32(id), int64(w.top.phones[p]), 0, cause)
	for _, a := range w.top.members[p] {
		if c := w.agents[a].Call; c != NoCall {
			w.calls[c].Object = true
		}
	}
	w.chooseCTI(p)
	w.dialersMayServe(cause)
	w.resubmit(p)
	w.planSignIns(p, cause)
	w.checkDuplex(p, cause)
	w.checkRecovered(p)
}

// planSignIns lets Finesse sign in every agent on shift who is not.
func (w *World) planSignIns(p PairID, cause uint32) {
	if w.pairs[p].Active < 0 || w.pairs[p].ActiveCTI < 0 {
		return
	}
	for _, a := range w.top.members[p] {
		if w.agents[a].OnShift && w.records[a].State == AgentLogout {
			w.planDesktop(a, evSignIn, cause)
		}
	}
}

// planDesktop schedules the moment at which an agent's desktop is back.
func (w *World) planDesktop(a AgentID, k sim.Kind, cause uint32) {
	rec := &w.records[a]
	rec.Signs++
	d := w.recoveryTime(a)
	if d <= 0 {
		w.desktopBack(a)
		return
	}
	w.kernel.Schedule(sim.Event{
		T: w.now() + d, Ord: sim.Order(sim.RankWork, uint32(a), k, rec.Signs&sim.MaxSeq),
		Row: uint32(a), Gen: rec.Signs, Cause: cause,
	})
}

// recoveryTime is how long a desktop takes to be back. Clients that are no
// Finesse connect one by one: the CTI server answers each OPEN_REQ in turn.
func (w *World) recoveryTime(a AgentID) (d sim.Time) {
	rec := &w.records[a]
	law := w.cfg.Timers.Recovery
	if !w.usesFinesse(a) && !w.cfg.Timers.ClientRecovery.IsZero() {
		law = w.cfg.Timers.ClientRecovery
	}
	if !law.IsZero() {
		d = law.Sample(w.rnd[drawRecovery], uint64(a), rec.Signs)
	}
	if w.usesFinesse(a) || w.cfg.Timers.OpenRequest <= 0 {
		return d
	}
	pair := &w.pairs[w.top.pair[a]]
	pair.OpenAt = max(pair.OpenAt, w.now()) + w.cfg.Timers.OpenRequest
	return max(d, pair.OpenAt-w.now())
}

func (w *World) onSignIn(e sim.Event) {
	if w.records[e.Row].Signs == e.Gen {
		w.desktopBack(AgentID(e.Row))
	}
}

func (w *World) onSession(e sim.Event) {
	if w.records[e.Row].Signs == e.Gen {
		w.desktopBack(AgentID(e.Row))
	}
}

// desktopBack connects a desktop to the active CTI server, and signs the
// agent in if the PG does not know the agent.
func (w *World) desktopBack(a AgentID) {
	p := w.top.pair[a]
	pair := &w.pairs[p]
	if pair.Active < 0 || pair.ActiveCTI < 0 || !w.agents[a].OnShift || w.agents[a].Dismissed || !w.mayConnect(a) {
		return
	}
	w.chooseServer(a)
	if w.records[a].State == AgentLogout {
		if !w.phonesWork() {
			return // when CUCM is back
		}
		w.signIn(a)
	} else {
		w.connect(a, true)
		if w.agents[a].WantReady && w.records[a].State == AgentNotReady {
			w.goReady(a)
		}
	}
	w.checkRecovered(p)
}

// signIn brings an agent back: on a call with code 51004, else in the state
// that the policy for failovers gives.
func (w *World) signIn(a AgentID) {
	agent, rec := &w.agents[a], &w.records[a]
	w.mark(FactSignedIn, uint32(a), 0, 0, w.pairs[w.top.pair[a]].Cause)
	if agent.Call != NoCall || agent.Watching {
		w.signInOnCall(a)
		return
	}
	ready := w.readyAfterFailover(a)
	wanted := agent.State == AgentAvailable || agent.WantReady
	if !ready && wanted && !agent.WantReady {
		// The record first: a session without a sign-in is none.
		w.setRecord(a, AgentNotReady)
		w.connect(a, true)
		w.force(a, reasonFailover)
		return
	}
	if !ready && wanted {
		ready = true // the person presses Ready
		agent.WantReady = false
	}
	if !ready {
		rec.Ready = false
		w.setRecord(a, AgentNotReady)
		w.connect(a, true)
		if agent.State != AgentNotReady {
			w.settle(a, false)
		}
		return
	}
	w.setRecord(a, AgentNotReady)
	w.connect(a, true)
	w.settle(a, true)
}

func (w *World) signInOnCall(a AgentID) {
	agent, rec := &w.agents[a], &w.records[a]
	state := AgentTalking
	if agent.Call != NoCall && w.calls[agent.Call].State == CallRinging {
		state = w.reservedState(agent.Call)
	}
	if agent.State == AgentHold {
		state = AgentHold
	}
	w.setRecord(a, state)
	w.connect(a, true)
	if rec.Ready {
		agent.WantReady = true
		w.mark(FactForced, uint32(a), 0, reasonOnCall, w.pairs[w.top.pair[a]].Cause)
	}
	rec.Ready, rec.Reason = false, reasonOnCall
}

// readyAfterFailover says whether an agent comes back Available (Reporting
// Concepts 12.6(1), Data Loss and Component Failover; or Finesse 15.0(1), by
// policy).
func (w *World) readyAfterFailover(a AgentID) bool {
	rec := &w.records[a]
	if w.cfg.Policies.AfterFailover == AfterNotReady && rec.Before != AgentLogout {
		return false
	}
	switch rec.Before {
	case AgentAvailable, AgentReserved, AgentReservedOutbound, AgentReservedPreview:
		return true
	case AgentLogout:
		return !w.onlySupervises(a) // logout: came on shift while no server answered
	case AgentTalking, AgentHold, AgentWorkReady, AgentWorkNotReady:
		return rec.Ready
	}
	return false
}
