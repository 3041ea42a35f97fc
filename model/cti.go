package model

// chooseCTI makes sure that exactly one CTI server of a pair is active while
// a PG side is, preferably the one beside it.
func (w *World) chooseCTI(p PairID) {
	pair := &w.pairs[p]
	pair.ActiveCTI = -1
	if pair.Active < 0 || w.top.units[p].Kind != UnitAgentPG {
		return
	}
	side := Side(pair.Active)
	for _, s := range []Side{side, side.Other()} {
		if r := w.procs[ctiProc(p, s)].Role; r == RoleStandby || r == RoleActive {
			pair.ActiveCTI = int8(s)
			break
		}
	}
	for s := SideA; s <= SideB; s++ {
		w.setCTIRole(ctiProc(p, s), pair.ActiveCTI == int8(s))
	}
}

func (w *World) setCTIRole(id ProcID, active bool) {
	switch r := w.procs[id].Role; {
	case active && r == RoleStandby:
		w.setRole(id, RoleActive)
	case !active && r == RoleActive:
		w.setRole(id, RoleStandby)
	}
}

// ctiStarted puts a CTI server that has come up behind the active one, or
// makes it active where there is none.
func (w *World) ctiStarted(id ProcID) {
	p := id.Pair()
	pair := &w.pairs[p]
	w.setRole(id, RoleStandby)
	had := pair.ActiveCTI
	if had < 0 {
		w.chooseCTI(p)
	}
	if had < 0 && pair.ActiveCTI >= 0 {
		w.reconnect(p, pair.Cause)
		w.dialersMayServe(pair.Cause)
	}
	w.checkDuplex(p, w.kernel.Current().Cause)
}

// ctiLost is the active CTI server gone while the PG serves: the sessions of
// all desktops end at once by their sockets. The PIM keeps its pending states.
func (w *World) ctiLost(p PairID, cause uint32) {
	w.disturb(p, cause)
	w.mark(FactSessionsLost, uint32(p), 0, 0, cause)
	for _, a := range w.top.members[p] {
		if w.records[a].State != AgentLogout {
			w.connect(a, false)
			w.records[a].Signs++
		}
	}
	w.ctiLostByDialers(p, cause)
	w.chooseCTI(p)
	w.reconnect(p, cause)
	w.dialersMayServe(cause)
}

// reconnect brings all desktops to the active CTI server, and signs in those
// whom the PG does not know.
func (w *World) reconnect(p PairID, cause uint32) {
	pair := &w.pairs[p]
	if pair.Active < 0 || pair.ActiveCTI < 0 {
		return
	}
	for _, a := range w.top.members[p] {
		switch {
		case !w.agents[a].OnShift || w.records[a].Session || !w.mayConnect(a):
		case w.records[a].State == AgentLogout:
			w.planDesktop(a, evSignIn, cause)
		default:
			w.planDesktop(a, evSession, cause)
		}
	}
}
