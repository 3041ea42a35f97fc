package model

import "ccsim/sim"

// setRole is the one place that changes the role of a process.
func (w *World) setRole(id ProcID, to Role) {
	p := &w.procs[id]
	if roleNext[p.Role]>>to&1 == 0 {
		w.unsound("process %d goes from %v to %v", id, p.Role, to)
	}
	p.Role, p.Since = to, w.now()
	p.Turn++
	w.record(FactRole, uint32(id), int64(to), 0, p.Cause)
	if !id.IsCTI() {
		w.watchBothDown(id.Pair())
	}
}

// up tells whether a process runs at all.
func (p *Process) up() bool { return p.Role != RoleDown && p.Role != RoleStarting }

func (w *World) initPairs() {
	cfg := w.cfg
	w.pairs = make([]Pair, len(cfg.PGs))
	w.procs = make([]Process, len(cfg.PGs)*procsPerPair)
	for i, pg := range cfg.PGs {
		p := PairID(i)
		w.pairs[p] = Pair{Active: -1, ActiveCTI: -1, Link: [2]line{{Up: true}, {Up: true}}}
		for s := SideA; s <= SideB; s++ {
			for _, id := range []ProcID{pgProc(p, s), ctiProc(p, s)} {
				w.procs[id] = Process{LastHeard: 0, PeerUp: pg.InService}
				if pg.InService {
					w.procs[id].Role = RoleStandby
				}
			}
		}
		if !pg.InService {
			w.pairs[p].Simplex, w.pairs[p].BothDown = true, true
			continue
		}
		w.pairs[p].Active, w.pairs[p].ActiveCTI = 0, 0
		w.procs[pgProc(p, SideA)].Role = RoleActive
		w.procs[ctiProc(p, SideA)].Role = RoleActive
		for s := SideA; s <= SideB; s++ {
			w.startBeats(pgProc(p, s), 0)
		}
		for s := SideA; s <= SideB; s++ {
			w.planBeats(pgProc(p, s))
		}
	}
}

// procEvent schedules a timer of a process; a change of its role makes it void.
func (w *World) procEvent(id ProcID, k sim.Kind, delay sim.Time, cause uint32) {
	p := &w.procs[id]
	w.kernel.Schedule(sim.Event{
		T: w.now() + delay, Ord: sim.Order(sim.RankTimer, uint32(id), k, p.Turn&sim.MaxSeq),
		Row: uint32(id), Gen: p.Turn, Cause: cause,
	})
}

// same tells whether the process still has the role in which a timer was set.
func (w *World) same(e sim.Event) bool { return w.procs[e.Row].Turn == e.Gen }

// takeDown ends a process. Its timers and what it knew alone are gone.
func (w *World) takeDown(id ProcID, cause uint32) {
	p := &w.procs[id]
	w.setRole(id, RoleDown)
	p.Life++
	p.Cause = cause
	if id.IsCTI() {
		return
	}
	w.stopBeats(id)
	w.planBeats(id)
	w.dropMaintenance(id.Pair())
	peer := id ^ 1
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(2*w.cfg.Latency.Public, 1), Ord: sim.Order(sim.RankTimer, uint32(peer), evPeerGone, p.Life&sim.MaxSeq),
		Row: uint32(peer), Gen: w.procs[peer].Life, Cause: cause,
	})
}

// boot starts a process that is down; it is up after the time that a start
// takes.
func (w *World) boot(id ProcID, delay sim.Time, cause uint32) {
	w.procs[id].Stay = false
	w.setRole(id, RoleStarting)
	w.procEvent(id, evStarted, max(delay, 1), cause)
}

// onStarted is a process that has come up and looks for its place.
func (w *World) onStarted(e sim.Event) {
	if !w.same(e) {
		return
	}
	id := ProcID(e.Row)
	w.mark(FactStarted, uint32(id), 0, 0, e.Cause)
	if id.IsCTI() {
		w.ctiStarted(id)
		return
	}
	pair := &w.pairs[id.Pair()]
	p, peer := &w.procs[id], &w.procs[id^1]
	w.startBeats(id, w.edge())
	p.PeerUp, p.LastHeard = pair.linked() && peer.up(), w.now()
	switch {
	case p.PeerUp:
		w.sync(id, e.Cause)
	case w.peerConnected(id):
		w.goSimplex(id.Pair(), e.Cause)
		w.setRole(id, RoleIsolated)
	default:
		w.goSimplex(id.Pair(), e.Cause) // both sides were down: nobody has noticed that
		w.setRole(id, RoleActivating)
		w.activate(id, e.Cause)
	}
	w.planBeats(id)
	w.planBeats(id ^ 1)
}

// peerConnected is what the Router tells of the other side: whether it was
// connected one exchange of messages ago.
func (w *World) peerConnected(id ProcID) bool {
	peer := &w.procs[id^1]
	return peer.up() || peer.Role == RoleDown && peer.Since > 0 && w.now()-peer.Since < 2*w.cfg.Latency.Public
}

// sync takes over the state of the peer.
func (w *World) sync(id ProcID, cause uint32) {
	w.setRole(id, RoleSyncing)
	w.procEvent(id, evSynced, max(w.cfg.Timers.StateTransfer, 1), cause)
}

// onSynced makes a side the standby of its peer, or active where the peer is
// not.
func (w *World) onSynced(e sim.Event) {
	id := ProcID(e.Row)
	if !w.same(e) {
		return
	}
	pair := &w.pairs[id.Pair()]
	if pair.Active < 0 && w.procs[id^1].Role != RoleActivating {
		w.setRole(id, RoleActivating)
		w.activate(id, e.Cause)
		return
	}
	w.setRole(id, RoleStandby)
	pair.ReplicaLive = false
	w.mark(FactStandby, uint32(id), 0, 0, e.Cause)
	w.checkDuplex(id.Pair(), e.Cause)
}

// checkDuplex states that a pair is whole again: one side active, the other
// in step, its CTI server up.
func (w *World) checkDuplex(p PairID, cause uint32) {
	pair := &w.pairs[p]
	if !pair.Simplex || !w.duplex(p) {
		return
	}
	pair.Simplex = false
	w.record(FactSimplexTime, uint32(p), int64(w.now()-pair.SimplexSince), 0, pair.Cause)
	w.mark(FactDuplex, uint32(p), 0, 0, cause)
}

func (w *World) duplex(p PairID) bool {
	pair := &w.pairs[p]
	if pair.Active < 0 || pair.ActiveCTI < 0 || !pair.linked() {
		return false
	}
	standby := Side(pair.Active).Other()
	return w.procs[pgProc(p, standby)].Role == RoleStandby && w.procs[ctiProc(p, SideA)].up() && w.procs[ctiProc(p, SideB)].up()
}

func (w *World) goSimplex(p PairID, cause uint32) {
	pair := &w.pairs[p]
	if pair.Simplex {
		return
	}
	pair.Simplex, pair.SimplexSince = true, w.now()
	w.mark(FactSimplex, uint32(p), 0, 0, cause)
}

// disturb begins a disturbance, or hands it on to a newer lever.
func (w *World) disturb(p PairID, cause uint32) {
	pair := &w.pairs[p]
	pair.Cause = cause
	if !pair.Disturbed {
		pair.Disturbed, pair.EverDisturbed, pair.DisturbedSince = true, true, w.now()
	}
}

// checkRecovered ends a disturbance when what processes believe agrees with
// the truth again and every agent on shift is signed in with a desktop.
func (w *World) checkRecovered(p PairID) {
	pair := &w.pairs[p]
	if !pair.Disturbed || pair.Maint.Phase != MaintNone || pair.Active < 0 || pair.ActiveCTI < 0 || pair.Missing > 0 {
		return
	}
	for s := SideA; s <= SideB; s++ {
		proc, peer := &w.procs[pgProc(p, s)], &w.procs[pgProc(p, s.Other())]
		if proc.up() && proc.PeerUp != (pair.Link[s.Other()].Up && peer.up()) {
			return
		}
	}
	pair.Disturbed = false
	w.mark(FactRecovered, uint32(p), int64(w.now()-pair.DisturbedSince), 0, pair.Cause)
}
