package model

import "ccsim/sim"

// centralSynced ends the state transfer of a Router or a Logger.
func (w *World) centralSynced(id ProcID, cause uint32) {
	if id.Beside() {
		w.setRole(id, RoleActive)
		w.mark(FactStandby, uint32(id), 0, 0, cause)
		w.historyChanged(cause)
		w.checkRecovered(w.top.router)
		return
	}
	w.routerSynced(id, cause)
}

// loggerOf is the Logger that a Router of a side writes to: it talks to the
// Router of its own side only.
func (w *World) loggerOf(s Side) ProcID { return ctiProc(w.top.router, s) }

// loggersFollow lets each Logger write while its Router works, and wait while
// it does not.
func (w *World) loggersFollow(cause uint32) {
	for s := SideA; s <= SideB; s++ {
		id := w.loggerOf(s)
		switch r := w.procs[id].Role; {
		case r == RoleActive && !w.keepsState(s):
			w.setRole(id, RoleIsolated)
		case r == RoleIsolated && w.keepsState(s):
			w.recoverLogger(id, cause)
		case r == RoleSyncing && !w.keepsState(s):
			w.setRole(id, RoleIsolated)
		}
	}
	w.historyChanged(cause)
}

// recoverLogger lets a Logger fetch what it missed from the other one; where
// there is no other, it has missed nothing that exists.
func (w *World) recoverLogger(id ProcID, cause uint32) {
	w.setRole(id, RoleSyncing)
	w.procEvent(id, evSynced, max(w.cfg.Timers.StateTransfer, 1), cause)
}

func (w *World) loggerStarted(id ProcID, cause uint32) {
	w.setRole(id, RoleSyncing)
	if !w.keepsState(id.Side()) {
		w.setRole(id, RoleIsolated)
	} else {
		w.procEvent(id, evSynced, max(w.cfg.Timers.StateTransfer, 1), cause)
	}
	w.historyChanged(cause)
}

// historyChanged keeps the time in which no Logger writes: data goes stale and
// the configuration cannot be changed. The Campaign Manager and the AW-HDS of a
// side depend on its Logger.
func (w *World) historyChanged(cause uint32) {
	w.loggersChanged(cause)
	pair := &w.pairs[w.top.router]
	gap := w.procs[w.loggerOf(SideA)].Role != RoleActive && w.procs[w.loggerOf(SideB)].Role != RoleActive
	switch {
	case gap && !pair.Gap:
		pair.GapSince = w.now()
	case !gap && pair.Gap:
		w.record(FactHistoryGap, uint32(w.top.router), int64(w.now()-pair.GapSince), 0, pair.Cause)
	}
	pair.Gap = gap
	w.campaignFollows(cause)
	w.historyFollows(cause)
}

// historyFollows lets each AW-HDS take data from the Logger of its side only.
func (w *World) historyFollows(cause uint32) {
	for i := range w.top.units {
		if w.top.units[i].Kind != UnitHDS {
			continue
		}
		for s := SideA; s <= SideB; s++ {
			id := pgProc(PairID(i), s)
			writes := w.procs[w.loggerOf(s)].Role == RoleActive
			switch r := w.procs[id].Role; {
			case (r == RoleActive || r == RoleSyncing) && !writes:
				w.setRole(id, RoleIsolated)
				w.behind(id, cause)
			case r == RoleIsolated && writes:
				w.readOn(id, cause)
			}
		}
	}
}

// campaignUnit is the unit of the Campaign Managers.
func (w *World) campaignUnit() PairID { return w.top.campaign }

// campaignFollows makes the standby Campaign Manager take over when the active
// one is gone or has lost its Router.
func (w *World) campaignFollows(cause uint32) {
	p := w.campaignUnit()
	pair := &w.pairs[p]
	for s := SideA; s <= SideB; s++ {
		if id := pgProc(p, s); w.procs[id].Role == RoleActivating && !w.keepsState(s) {
			w.setRole(id, RoleStandby)
		}
	}
	if pair.Active >= 0 {
		id := pgProc(p, Side(pair.Active))
		if w.procs[id].Role == RoleActive && w.keepsState(id.Side()) {
			return
		}
		w.disturb(p, cause)
		w.goSimplex(p, cause)
		pair.Active, pair.OutageSince = -1, w.now()
		if w.procs[id].Role == RoleActive {
			w.setRole(id, RoleStandby)
		}
		w.campaignLost(cause)
	}
	w.planTakeover(p, cause)
}

// planTakeover schedules the moment at which a standby is active, if there is
// one and nobody else is on the way.
func (w *World) planTakeover(p PairID, cause uint32) {
	if w.pairs[p].Active >= 0 {
		return
	}
	for s := SideA; s <= SideB; s++ {
		if w.procs[pgProc(p, s)].Role == RoleActivating {
			return
		}
	}
	for _, s := range [2]Side{w.cfg.lead, w.cfg.lead.Other()} {
		id := pgProc(p, s)
		if w.procs[id].Role != RoleStandby || w.top.units[p].Kind == UnitCampaign && !w.keepsState(s) {
			continue
		}
		if w.top.units[p].Kind == UnitDialer && (w.pairs[w.top.campaign].Active < 0 || !w.dialerReady(id)) {
			continue // when the Campaign Manager is back, or what the Dialer needs
		}
		w.setRole(id, RoleActivating)
		w.procEvent(id, evTakeover, w.takeoverTime(p), cause)
		return
	}
}

// takeoverTime is how long a standby takes to become active: the Campaign
// Manager waits for its own timer, a Dialer is told by the Campaign Manager.
func (w *World) takeoverTime(p PairID) sim.Time {
	if w.top.units[p].Kind == UnitCampaign {
		return max(w.cfg.Timers.CampaignFailover, 1)
	}
	return max(2*w.cfg.Latency.Public, 1)
}

func (w *World) onTakeover(e sim.Event) {
	if !w.same(e) {
		return
	}
	id := ProcID(e.Row)
	p := id.Pair()
	pair := &w.pairs[p]
	if w.top.units[p].Kind == UnitDialer && !w.dialerReady(id) {
		w.setRole(id, RoleStandby)
		w.planTakeover(p, e.Cause)
		return
	}
	w.setRole(id, RoleActive)
	pair.Active = int8(id.Side())
	w.mark(FactActive, uint32(id), 0, 0, e.Cause)
	if w.top.units[p].Kind == UnitCampaign && pair.NoImporter[id.Side()] {
		w.campaignMisses(true, needsImporter, e.Cause)
	}
	w.checkDuplex(p, e.Cause)
	w.checkRecovered(p)
	w.dialersMayServe(e.Cause)
}

// nodeStarted is a process without a private link that has come up.
func (w *World) nodeStarted(id ProcID, cause uint32) {
	p := id.Pair()
	u := &w.top.units[p]
	switch {
	case u.Kind == UnitHDS:
		w.setRole(id, RoleIsolated)
		w.historyFollows(cause)
	case u.alwaysActive():
		w.setRole(id, RoleActive)
	default:
		w.setRole(id, RoleStandby)
		if w.pairs[p].Active < 0 {
			w.planTakeover(p, cause)
		}
	}
	w.nodeBack(id, cause)
	w.checkDuplex(p, cause)
	w.checkRecovered(p)
}

// nodeDown takes a process without a private link out of service.
func (w *World) nodeDown(id ProcID, stopped bool, cause uint32) {
	p := id.Pair()
	u, pair := &w.top.units[p], &w.pairs[p]
	w.takeDown(id, cause)
	if !u.Single() {
		w.goSimplex(p, cause)
	}
	if !u.alwaysActive() && pair.Active == int8(id.Side()) {
		pair.Active, pair.OutageSince = -1, w.now()
		if u.Kind == UnitCampaign {
			w.campaignLost(cause)
		}
	}
	if !u.alwaysActive() {
		w.planTakeover(p, cause)
	}
	w.nodeLost(id, stopped, cause)
	w.checkRecovered(p)
}

// nodeLost is what goes with a process.
func (w *World) nodeLost(id ProcID, stopped bool, cause uint32) {
	switch u := &w.top.units[id.Pair()]; u.Kind {
	case UnitFinesse:
		w.finesseLost(id.Pair(), id.Side(), cause)
	case UnitCTIManager:
		w.managersChanged(id.Side(), false, cause)
	case UnitCUCM:
		w.cucmDown(cause)
	case UnitCVP:
		w.cvpDown(u.Number, stopped, cause)
	case UnitVVB:
		w.vvbDown(u.Number, cause)
	case UnitGateway:
		w.gatewayDown(u.Number, cause)
	case UnitHDS:
		w.behind(id, cause)
	case UnitReporting:
		w.reportingDown(id.Pair())
		w.gatewayLostByDialers(u.Number, cause)
	case UnitDialer:
		w.dialerDown(id, cause)
	}
}

// nodeBack is what comes back with a process.
func (w *World) nodeBack(id ProcID, cause uint32) {
	switch w.top.units[id.Pair()].Kind {
	case UnitFinesse:
		w.finesseBack(id.Pair(), cause)
	case UnitCTIManager:
		w.managersChanged(id.Side(), true, cause)
	case UnitCUCM:
		w.cucmBack(cause)
	case UnitReporting:
		w.reportingUp(id, cause)
	case UnitGateway, UnitDialer:
		w.dialersMayServe(cause)
	}
}
