package model

import "ccsim/sim"

// Graceful shutdown by kind of service (Packaged CCE Administration and
// Configuration Guide 12.6(2), Graceful shutdown). Agent PG, MR PG, Dialer and
// Router have a maintenance mode; what they have in common is here: the request, its
// checks and the standby side, which has nothing to migrate and just stops.

// requestMaintenance asks a service to shut down gracefully.
func (w *World) requestMaintenance(id ProcID, cause uint32) {
	p := id.Pair()
	kind := w.top.units[p].Kind
	if kind == UnitDialer && !w.procs[id].Refuses {
		w.dialerMaintenance(id, cause)
		return
	}
	w.mark(FactMaintRequested, uint32(id), 0, 0, cause)
	if why := w.refusal(id); why != RefusalNone {
		w.procs[id].Refuses = false
		w.mark(FactMaintRejected, uint32(id), 0, uint32(why), cause)
		return
	}
	w.disturb(p, cause)
	pair := &w.pairs[p]
	if pair.Active != int8(id.Side()) {
		w.stopStandby(id, cause)
		return
	}
	pair.Maint = Maintenance{Gen: pair.Maint.Gen + 1, Cause: cause, Phase: MaintAsking, Side: id.Side()}
	if limit := w.maintenanceLimit(kind); limit > 0 {
		w.maintTimer(p, evMaintTimeout, limit)
	}
	if kind == UnitAgentPG {
		w.askClients(p)
		return
	}
	w.agreed(p) // nobody has to be asked
}

// maintenanceLimit is the time in which a service has to be down; a Dialer waits for
// its calls, without a limit.
func (w *World) maintenanceLimit(k UnitKind) sim.Time {
	switch k {
	case UnitMRPG:
		return w.cfg.Timers.MRMaintenance
	case UnitRouter:
		return w.cfg.Timers.RouterMaintenance
	}
	return w.cfg.Timers.MaintenanceTimeout
}

// refusal checks what the chapter checks before a shutdown.
func (w *World) refusal(id ProcID) Refusal {
	p := id.Pair()
	u := &w.top.units[p]
	switch {
	case w.procs[id].Refuses:
		return RefusalFault
	case u.Kind == UnitVRUPG:
		return RefusalVRUPG
	case !u.Kind.maintained() || id.Beside():
		return RefusalService
	case u.Kind == UnitAgentPG && w.cfg.PGs[p].Type != PGEnterprise:
		return RefusalType
	case u.Kind == UnitMRPG && w.cfg.MRPGs[u.Number].Protocol < MinMRProtocol:
		return RefusalProtocol
	case w.pairs[p].Maint.Phase != MaintNone:
		return RefusalBusy
	case w.pairs[p].Simplex:
		return RefusalSimplex
	case u.Kind == UnitAgentPG && w.pairs[p].Active == int8(id.Side()) && w.congestionLevel() > 0:
		return RefusalCongestion // a standby side has nothing to migrate
	case u.Kind == UnitRouter && w.procs[id^1].Role != RolePairedEnabled && w.pairs[p].Active != int8(id.Side()):
		return RefusalSimplex // its peer is gone, which nobody has noticed yet
	}
	if why := w.levelRefusal(p); why != RefusalNone {
		return why
	}
	if u.Kind == UnitRouter && w.pairs[p].Active == int8(id.Side()) && !w.majorityAlone(id^1) {
		return RefusalMajority
	}
	return RefusalNone
}

// maintained tells the services that have a maintenance mode.
func (k UnitKind) maintained() bool {
	return k == UnitAgentPG || k == UnitMRPG || k == UnitDialer || k == UnitRouter
}

// stopStandby stops a side that has nothing to migrate.
func (w *World) stopStandby(id ProcID, cause uint32) {
	p := id.Pair()
	if w.top.units[p].Kind == UnitRouter {
		w.pairs[p].Maint = Maintenance{Gen: w.pairs[p].Maint.Gen + 1, Cause: cause, Phase: MaintSwitched, Side: id.Side()}
		w.transferRouter(id, cause)
		return
	}
	w.shutDown(id, cause)
	w.goSimplex(p, cause)
}

// mayHandOver tells whether both sides are as a handover needs them.
func (w *World) mayHandOver(old, next ProcID) bool {
	a, b := w.procs[old].Role, w.procs[next].Role
	if w.top.units[old.Pair()].Kind == UnitRouter {
		return a == RolePairedEnabled && b == RolePairedDisabled
	}
	return a == RoleActive && b == RoleStandby
}
