package model

import "ccsim/sim"

// The PIM of an Agent PG side sees phones through the JTAPI link to the CTI
// Manager of its side, and the CTI Manager through CUCM.

// jtapiLink is the link of an Agent PG side to its CTI Manager.
func (w *World) jtapiLink(id ProcID) LinkID {
	return w.top.jtapi + LinkID(id.Pair())*2 + LinkID(id.Side())
}

// seesPhones tells whether a PG side can run its PIM. MR and VRU PIMs need no
// CTI Manager.
func (w *World) seesPhones(id ProcID) bool {
	if w.top.units[id.Pair()].Kind != UnitAgentPG {
		return true
	}
	manager := &w.procs[pgProc(w.top.firstOf[UnitCTIManager], id.Side())]
	return manager.up() && !manager.Paused && w.joined(w.jtapiLink(id))
}

// phonesWork tells whether CUCM serves the phones.
func (w *World) phonesWork() bool { return w.works(UnitCUCM, 0) }

// jtapiLost is a PG side that has lost its CTI Manager: its PIM goes out of
// service and the other side takes over, if it sees the phones. There is no
// fail-back.
func (w *World) jtapiLost(id ProcID, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	if !w.procs[id].up() || w.procs[id].Paused {
		return
	}
	w.disturb(p, cause)
	w.goSimplex(p, cause)
	if pair.Active != int8(id.Side()) {
		if w.procs[id].Role == RoleActivating {
			w.setRole(id, RoleSyncing)
			w.setRole(id, RoleIsolated)
		}
		w.successorLost(id, cause)
		return
	}
	switch pair.Maint.Phase {
	case MaintAsking:
		w.cancelMaintenance(p, RefusalFailure, cause)
		w.disturb(p, cause)
	case MaintContinued, MaintSwitched:
		w.shutdownFailed(p, cause)
		return
	}
	w.mark(FactPIMLost, uint32(id), 0, 0, cause)
	w.pgLost(p, cause)
	w.setRole(id, RoleIsolated)
	w.chooseCTI(p)
	peer := id ^ 1
	if w.procs[peer].Role == RoleStandby && w.linked(p) && w.seesPhones(peer) {
		w.becomeActive(peer, cause)
		w.sync(id, cause)
	}
}

// jtapiBack is a PG side that sees the phones again: it serves if nobody does.
func (w *World) jtapiBack(id ProcID, cause uint32) {
	p := id.Pair()
	if !w.procs[id].up() || w.procs[id].Paused || !w.seesPhones(id) {
		return
	}
	peer := &w.procs[id^1]
	serves := w.pairs[p].Active >= 0 || peer.Role == RoleActivating || w.procs[id].Role == RoleActivating
	switch r := w.procs[id].Role; {
	case !serves && (r == RoleIsolated || r == RoleStandby):
		w.becomeActive(id, cause)
	case !serves && r == RoleSyncing && peer.Role == RoleIsolated:
		w.setRole(id, RoleIsolated)
		w.becomeActive(id, cause)
	}
	w.checkDuplex(p, cause)
	w.checkRecovered(p)
}

// managersChanged lets the PG sides of one side notice their CTI Manager.
func (w *World) managersChanged(s Side, back bool, cause uint32) {
	for p := range w.cfg.PGs {
		w.jtapiEvent(pgProc(PairID(p), s), back, max(w.cfg.Latency.Public, 1), cause)
	}
}

// jtapiEvent schedules what a PG side notices of its JTAPI link: an end at once
// by its socket, a silence after the limit.
func (w *World) jtapiEvent(id ProcID, back bool, delay sim.Time, cause uint32) {
	p := &w.procs[id]
	p.Checks++
	arg := uint32(0)
	if back {
		arg = 1
	}
	w.kernel.Schedule(sim.Event{
		T: w.now() + delay, Ord: sim.Order(sim.RankTimer, uint32(id), evJTAPI, p.Checks&sim.MaxSeq),
		Row: uint32(id), Arg: arg, Cause: cause,
	})
}

func (w *World) onJTAPI(e sim.Event) {
	id := ProcID(e.Row)
	switch sees := w.seesPhones(id); {
	case e.Arg == 0 && !sees:
		w.jtapiLost(id, e.Cause)
	case e.Arg == 1 && sees:
		w.jtapiBack(id, e.Cause)
	}
}

// cucmDown puts all phones out of service. Talks go on between the phones; the
// PGs sign their agents out and lose sight of the calls.
func (w *World) cucmDown(cause uint32) {
	for p := range w.cfg.PGs {
		pair := &w.pairs[p]
		if pair.Active < 0 {
			continue
		}
		w.disturb(PairID(p), cause)
		w.letGo(PairID(p), false, cause)
	}
}

// cucmBack lets the phones register again, and the agents sign in.
func (w *World) cucmBack(cause uint32) {
	for p := range w.cfg.PGs {
		for _, a := range w.top.members[p] {
			if c := w.agents[a].Call; c != NoCall && w.pairs[p].Active >= 0 {
				w.calls[c].Object = true
			}
		}
		w.planSignIns(PairID(p), cause)
		w.checkRecovered(PairID(p))
	}
}
