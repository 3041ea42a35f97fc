package model

import "ccsim/sim"

// The Central Controller: two Routers in synchronized execution. Logically
// they are one Router, so the model keeps its lists once. What can differ is which
// of them may run: their synchronizers decide that by the private link, device
// majority and Test-Other-Side (Solution Design Guide for Packaged CCE 12.6(2),
// High Availability; ICM and Synchronization, document 26300).

// routerStatus is what the center can expect of its Routers.
type routerStatus uint8

const (
	routerServes  routerStatus = iota // inputs are processed
	routerDecides                     // inputs wait until one Router is enabled
	routerOut                         // no Router routes
)

// RouterRow is the state of the pair of Routers.
type RouterRow struct {
	Status    routerStatus
	Open      bool // Status is routerServes
	Lost      bool // all knowledge of calls and agents was lost
	Both      bool // both are isolated-enabled
	BothSince sim.Time
	Tests     [2]test
}

// test is a Test-Other-Side of one Router.
type test struct {
	Gen     uint32
	Waiting int32 // PGs that have not answered
	Enabled bool  // a PG found the other Router enabled
	Again   bool  // a PG found it undecided
}

func (w *World) routerID(s Side) ProcID { return pgProc(w.top.router, s) }

func enabledRole(r Role) bool { return r == RolePairedEnabled || r == RoleIsolatedEnabled }
func pairedRole(r Role) bool  { return r == RolePairedEnabled || r == RolePairedDisabled }
func routesAlone(r Role) bool { return r == RoleIsolatedEnabled }
func undecided(p *Process) bool {
	return pairedRole(p.Role) || p.Role == RoleTesting && !p.Cold || routesAlone(p.Role) && p.Paused
}

// inService tells whether a Router is one that PGs may send to: they are told
// when it stops being so.
func (w *World) inService(s Side) bool {
	r := w.procs[w.routerID(s)].Role
	return pairedRole(r) || routesAlone(r)
}

// keepsState tells whether a Router has the state of the center: it runs, or is
// about to decide whether it does.
func (w *World) keepsState(s Side) bool {
	p := &w.procs[w.routerID(s)]
	return w.inService(s) || p.Role == RoleTesting && !p.Cold
}

// routerOpen tells whether what reaches a Router is processed at once: it runs
// alone, or in step with a peer that it reaches.
func (w *World) routerOpen(s Side) bool {
	own, peer := &w.procs[w.routerID(s)], &w.procs[w.routerID(s.Other())]
	switch {
	case own.Paused:
		return false
	case routesAlone(own.Role):
		return true
	}
	return pairedRole(own.Role) && pairedRole(peer.Role) && !peer.Paused && w.linked(w.top.router)
}

// routersChanged works out what the Routers can do after one of them, or their
// link, changed.
func (w *World) routersChanged(cause uint32) {
	a, b := &w.procs[w.routerID(SideA)], &w.procs[w.routerID(SideB)]
	status := routerOut
	switch {
	case w.routerOpen(SideA) || w.routerOpen(SideB):
		status = routerServes
	case undecided(a) || undecided(b):
		status = routerDecides
	}
	w.watchBothEnabled(a, b, cause)
	w.loggersFollow(cause)
	was := w.router.Status
	w.router.Status, w.router.Open = status, status == routerServes
	w.leader()
	if was == status {
		w.refreshPaths()
		return
	}
	if was == routerServes {
		w.disturb(w.top.router, cause)
		w.pairs[w.top.router].OutageSince = w.now()
	}
	switch status {
	case routerOut:
		w.routingLost(cause)
	case routerServes:
		w.routingBack(cause)
	}
	w.refreshPaths()
	w.checkRecovered(w.top.router)
}

// leader keeps which Router is the enabled one.
func (w *World) leader() {
	pair := &w.pairs[w.top.router]
	pair.Active = -1
	for _, s := range [2]Side{w.cfg.lead.Other(), w.cfg.lead} {
		if enabledRole(w.procs[w.routerID(s)].Role) {
			pair.Active = int8(s)
		}
	}
}

// watchBothEnabled states how long both Routers ran, each for itself.
func (w *World) watchBothEnabled(a, b *Process, cause uint32) {
	both := routesAlone(a.Role) && routesAlone(b.Role)
	switch r := &w.router; {
	case both && !r.Both:
		r.Both, r.BothSince = true, w.now()
		w.record(FactFinding, uint32(w.top.router), 0, uint32(FindingBothEnabled), cause)
	case !both && r.Both:
		r.Both = false
		w.record(FactFinding, uint32(w.top.router), int64(w.now()-r.BothSince), uint32(FindingBothEnabled), w.pairs[w.top.router].Cause)
	}
}

// routingLost ends the routing dialogs: nobody knows the waiting calls any
// more, and the gateways give them the default treatment.
func (w *World) routingLost(cause uint32) {
	w.router.Lost = true
	w.historyOut(cause)
	w.forgetCongestion()
	w.eachCall(func(call *Call) bool { return call.State == CallQueued || call.State == CallIVR }, func(c CallID) {
		w.lose(LossRoutingDialog, w.calls[c].No, cause)
		w.defaultRoute(c, cause)
	})
	for c := range w.campaigns {
		w.takeBackRequests(c, SideA)
		w.takeBackRequests(c, SideB)
	}
	for p := range w.top.pgs {
		w.routerLost(PairID(p))
		w.dropHeldStates(PairID(p))
	}
	for p := range w.top.pgs {
		w.clearTasks(PairID(p), cause)
	}
}

// routingBack lets routing go on: from where it stood when the Routers only had
// to decide, from what the PGs tell when all knowledge was lost.
func (w *World) routingBack(cause uint32) {
	pair := &w.pairs[w.top.router]
	w.record(FactOutage, uint32(w.top.router), int64(w.now()-pair.OutageSince), 0, pair.Cause)
	w.mark(FactRouting, uint32(w.top.router), int64(w.now()-pair.OutageSince), 0, cause)
	w.refreshPaths()
	if w.router.Lost {
		w.router.Lost = false
		w.historyIn()
		for p := range w.top.pgs {
			w.announce(PairID(p))
			w.resubmit(PairID(p))
		}
	}
	w.matchAll()
	w.wakeAll()
}

// defaultRoute lets the gateway send a call to the default destination.
func (w *World) defaultRoute(c CallID, cause uint32) {
	call := &w.calls[c]
	if call.Waiting {
		w.unwait(c)
	}
	call.Cause = cause
	w.record(FactDefaultRouted, call.No, int64(w.now()-call.Arrived), w.callAux(call), cause)
	w.setCall(c, CallDefaultRouted)
	w.endCall(c)
}

// setRouter changes the state of a synchronizer.
func (w *World) setRouter(id ProcID, to Role, cause uint32) {
	p := &w.procs[id]
	was := p.Role
	w.setRole(id, to)
	if pairedRole(to) || routesAlone(to) {
		p.Cold = false
	}
	switch to {
	case RoleIsolatedEnabled:
		w.mark(FactIsolatedEnabled, uint32(id), 0, 0, cause)
	case RoleIsolatedDisabled:
		w.mark(FactIsolatedDisabled, uint32(id), 0, 0, cause)
	case RoleTesting:
		w.mark(FactTesting, uint32(id), 0, 0, cause)
	}
	w.routersChanged(cause)
	if pairedRole(was) && !pairedRole(to) {
		w.leavePair(id, cause)
	}
	w.realign(id, cause)
}

// leavePair closes the connection to a peer that still believes in the pair.
func (w *World) leavePair(id ProcID, cause uint32) {
	n := privateLine(id)
	w.kernel.Schedule(sim.Event{
		T: w.now() + w.delay(n), Ord: sim.Order(sim.RankTimer, uint32(id^1), evPairLeft, w.procs[id].Turn&sim.MaxSeq),
		Row: uint32(id ^ 1), Gen: w.lines[n].Gen, Cause: cause,
	})
}

func (w *World) onPairLeft(e sim.Event) {
	id := ProcID(e.Row)
	n := heardBy(id)
	if w.lines[n].Down || w.lines[n].Gen != e.Gen || !pairedRole(w.procs[id].Role) || pairedRole(w.procs[id^1].Role) {
		return
	}
	w.routerAlone(id, e.Cause)
}

// realign tells the PGs that are connected to a Router what it is now.
func (w *World) realign(id ProcID, cause uint32) {
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(w.cfg.Latency.Public, 1), Ord: sim.Order(sim.RankTimer, uint32(id), evRealign, w.procs[id].Turn&sim.MaxSeq),
		Row: uint32(id), Gen: w.procs[id].Turn, Cause: cause,
	})
}

func (w *World) onRealign(e sim.Event) {
	for p := range w.top.pgs {
		for s := SideA; s <= SideB; s++ {
			if id := pgProc(PairID(p), s); w.procs[id].up() {
				w.choosePath(id, e.Cause)
				w.checkRecovered(PairID(p))
			}
		}
	}
}

// routerAlone is a Router that has lost its peer: by the table of a lost
// private network, with the majority rule of its side.
func (w *World) routerAlone(id ProcID, cause uint32) {
	w.disturb(w.top.router, cause)
	w.routerShutdownFails(cause)
	p := &w.procs[id]
	w.hear(heardBy(id))
	w.mark(FactDetected, uint32(id), int64(w.now()-w.watch[heardBy(id)].LastHeard), 0, cause)
	w.goSimplex(w.top.router, cause)
	switch p.Role {
	case RolePairedEnabled:
		if w.majority(id) {
			w.setRouter(id, RoleIsolatedEnabled, cause)
		} else {
			w.setRouter(id, RoleIsolatedDisabled, cause)
		}
	case RolePairedDisabled:
		w.testOrStop(id, cause)
	case RoleSyncing:
		w.setRouter(id, RoleConnecting, cause)
		w.procEvent(id, evConnectEnd, w.cfg.Timers.Connection, cause)
	}
	w.checkRecovered(w.top.router)
}

// testOrStop is a Router that may only run if the other does not.
func (w *World) testOrStop(id ProcID, cause uint32) {
	if !w.majority(id) {
		if w.procs[id].Role != RoleIsolatedDisabled {
			w.setRouter(id, RoleIsolatedDisabled, cause)
		}
		return
	}
	w.setRouter(id, RoleTesting, cause)
	w.testOtherSide(id, cause)
}

// tryAgain lets a Router that stopped for want of a majority test anew when it
// hears more PGs.
func (w *World) tryAgain(id ProcID, cause uint32) {
	if w.procs[id].Role == RoleIsolatedDisabled && !w.peerUp(id) && w.majority(id) && !w.refused(id) {
		w.testOrStop(id, cause)
	}
}

// refused tells whether the last test found the other Router enabled.
func (w *World) refused(id ProcID) bool { return w.router.Tests[id.Side()].Enabled }

// majority tells whether a Router has device majority: side A needs half of
// the configured and enabled PGs, side B more than half. A pair of PG sides is one
// vote.
func (w *World) majority(id ProcID) bool {
	reached := w.reached(id)
	if id.Side() == w.cfg.lead {
		return 2*reached >= w.top.pgs
	}
	return 2*reached > w.top.pgs
}

// reached counts the PGs that a Router can communicate with.
func (w *World) reached(id ProcID) (n int) {
	for p := range w.top.pgs {
		if w.reaches(id, PairID(p)) {
			n++
		}
	}
	return n
}

func (w *World) reaches(router ProcID, p PairID) bool {
	for s := SideA; s <= SideB; s++ {
		pg := pgProc(p, s)
		if !w.watch[w.publicLink(pg, router.Side()).Line(0)].Up {
			continue
		}
		active := w.pairs[p].Active == int8(s) && w.procs[pg].Path == int8(router.Side())
		if w.cfg.Policies.Majority == MajorityAnyPath || active {
			return true
		}
	}
	return false
}

// PGVotes says, for the table of results and tests, how many PGs a Router
// reaches of how many.
func (w *World) PGVotes(s Side) (reached, total int) { return w.reached(w.routerID(s)), w.top.pgs }

// routerMeets is a Router that hears its peer again.
func (w *World) routerMeets(id ProcID, cause uint32) {
	w.mark(FactPeerBack, uint32(id), 0, 0, cause)
	w.meet(cause)
	w.checkRecovered(w.top.router)
}

// meet lets two Routers that hear each other become a pair again. One that is
// enabled leads, else side A, which is preferred.
func (w *World) meet(cause uint32) {
	a, b := w.routerID(w.cfg.lead), w.routerID(w.cfg.lead.Other())
	if !w.procs[a].up() || !w.procs[b].up() || !w.peerUp(a) || !w.peerUp(b) {
		return
	}
	ra, rb := w.procs[a].Role, w.procs[b].Role
	switch {
	case pairedRole(ra) && pairedRole(rb), ra == RoleSyncing, rb == RoleSyncing:
		return
	case routesAlone(ra) && routesAlone(rb):
		w.settleBothEnabled(cause)
	case enabledRole(ra):
		w.lead(a, b, cause)
	case enabledRole(rb):
		w.lead(b, a, cause)
	default:
		w.lead(a, b, cause)
	}
}

// lead lets one Router go on while the other takes over its state.
func (w *World) lead(first, second ProcID, cause uint32) {
	if !routesAlone(w.procs[first].Role) {
		w.setRouter(first, RoleIsolatedEnabled, cause)
	}
	w.rejoin(second, cause)
}

// settleBothEnabled restarts side B when two Routers that both ran meet again,
// unless an operator has to do it.
func (w *World) settleBothEnabled(cause uint32) {
	if w.cfg.Policies.BothLost == BothLostManual {
		return
	}
	b := w.routerID(w.cfg.lead.Other())
	w.goDown(b, cause)
	w.boot(b, w.cfg.Timers.Restart, cause)
}

// rejoin begins the state transfer of a Router that comes back to its peer.
func (w *World) rejoin(id ProcID, cause uint32) {
	w.setRouter(id, RoleSyncing, cause)
	w.procEvent(id, evSynced, max(w.cfg.Timers.StateTransfer, 1), cause)
}

// routerSynced makes two Routers a pair: the survivor stays enabled.
func (w *World) routerSynced(id ProcID, cause uint32) {
	if r := w.procs[id^1].Role; r == RoleIsolatedEnabled {
		w.setRole(id^1, RolePairedEnabled)
	}
	w.setRouter(id, RolePairedDisabled, cause)
	w.mark(FactPaired, uint32(id), 0, 0, cause)
	w.checkDuplex(w.top.router, cause)
}

// routerStarted is a Router that has come up: it looks for its peer.
func (w *World) routerStarted(id ProcID, cause uint32) {
	w.procs[id].Cold = true
	w.setRouter(id, RoleConnecting, cause)
	w.procEvent(id, evConnectEnd, w.cfg.Timers.Connection, cause)
	w.planAll(id)
	for _, n := range w.top.sends[id] {
		w.planBeats(n)
	}
}

// onConnectEnd is a Router that has not found its peer in time.
func (w *World) onConnectEnd(e sim.Event) {
	id := ProcID(e.Row)
	if w.same(e) && !w.peerUp(id) {
		w.testOrStop(id, e.Cause)
	}
}

// routerDown is a Router that is gone.
func (w *World) routerDown(id ProcID, dark bool, cause uint32) {
	w.routerShutdownFails(cause)
	w.takeDown(id, cause)
	if !dark {
		w.closePaths(id, cause)
	}
	w.routersChanged(cause)
}

// noRouter is a call that asks for a route while no Router can give one.
func (w *World) noRouter(c CallID) { w.defaultRoute(c, w.pairs[w.top.router].Cause) }
