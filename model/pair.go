package model

import "ccsim/sim"

// setRole is the one place that changes the role of a process.
func (w *World) setRole(id ProcID, to Role) {
	p := &w.procs[id]
	if roleNext[p.Role]>>to&1 == 0 {
		w.unsound("process %s goes from %v to %v", procName(w.top.units, id), p.Role, to)
	}
	p.Role, p.Since = to, w.now()
	p.Turn++
	w.record(FactRole, uint32(id), int64(to), 0, p.Cause)
	if len(w.vms) > 0 {
		w.scriptWakes(id)
	}
	if !id.Beside() && w.top.units[id.Pair()].watched() {
		w.watchBothDown(id.Pair())
	}
}

// watched tells the pairs whose sides listen to each other.
func (u *Unit) watched() bool { return u.IsPG() || u.Kind == UnitRouter }

// up tells whether a process runs at all.
func (p *Process) up() bool { return p.Role != RoleDown && p.Role != RoleStarting }

// firstRole is the role of a process at the start of a run.
func (u *Unit) firstRole(id ProcID) Role {
	first := u.Lead
	if !u.Has(first) {
		first = first.Other()
	}
	leads := id.Side() == first
	switch {
	case !u.InService || !u.Has(id.Side()) || id.Beside() && !u.hasBeside():
		return RoleDown
	case u.Kind == UnitRouter && id.Beside(), u.alwaysActive():
		return RoleActive
	case u.Kind == UnitRouter && leads:
		return RolePairedEnabled
	case u.Kind == UnitRouter:
		return RolePairedDisabled
	case leads:
		return RoleActive
	}
	return RoleStandby
}

// FirstRole is the role of a process at the start of a run.
func (c *Config) FirstRole(id ProcID) Role { u := c.Units()[id.Pair()]; return u.firstRole(id) }

// alwaysActive tells the units whose processes all serve at the same time.
func (u *Unit) alwaysActive() bool {
	switch u.Kind {
	case UnitFinesse, UnitCTIManager, UnitCUCM, UnitCVP, UnitVVB, UnitGateway, UnitHDS, UnitReporting:
		return true
	}
	return false
}

func (w *World) initPairs() {
	units := w.top.units
	w.pairs = make([]Pair, len(units))
	w.procs = make([]Process, len(units)*procsPerPair)
	w.router = RouterRow{Open: true}
	for i := range units {
		u, pair := &units[i], &w.pairs[i]
		*pair = Pair{Active: -1, ActiveCTI: -1}
		for n := range ProcID(procsPerPair) {
			id := ProcID(i)*procsPerPair + n
			w.procs[id] = Process{Role: u.firstRole(id), Path: noPath}
			if u.IsPG() && !id.Beside() && w.procs[id].up() {
				w.procs[id].Path = int8(id.Side())
			}
		}
		pair.Simplex = u.watched() && (!u.InService || u.Single())
		pair.BothDown = u.watched() && !u.InService
		if !u.InService {
			continue
		}
		for _, s := range [2]Side{u.Lead.Other(), u.Lead} { // who leads comes last
			if r := w.procs[pgProc(PairID(i), s)].Role; r == RoleActive || r == RolePairedEnabled {
				pair.Active = int8(s)
			}
		}
		if u.Kind == UnitAgentPG {
			pair.ActiveCTI = int8(u.Lead)
		}
		pair.PathOpen = u.IsPG()
	}
	for n, info := range w.top.watches {
		w.watch[n].Up = w.procs[info.Sender].up() && w.procs[info.Observer].up()
	}
	for id := range w.procs {
		if w.procs[id].up() {
			w.startBeats(ProcID(id), 0)
		}
	}
	for id := range w.procs {
		if w.procs[id].up() {
			w.planAll(ProcID(id))
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
	if p.Paused {
		w.pausedNow--
	}
	p.Cause, p.Paused, p.Path = cause, false, noPath
	w.runDeferred(id)
	if id.Beside() {
		return
	}
	w.stopBeats(id)
	w.planAll(id)
	if !w.top.units[id.Pair()].IsPG() {
		return
	}
	w.dropMaintenance(id.Pair())
	w.tellPeerGone(id, cause)
}

// tellPeerGone lets the Router tell a side that its peer is not connected any
// more.
func (w *World) tellPeerGone(id ProcID, cause uint32) {
	p := &w.procs[id]
	p.Gone++
	peer := id ^ 1
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(2*w.cfg.Latency.Public, 1), Ord: sim.Order(sim.RankTimer, uint32(peer), evPeerGone, p.Gone&sim.MaxSeq),
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
	u := &w.top.units[id.Pair()]
	switch {
	case u.Kind == UnitAgentPG && id.Beside():
		w.ctiStarted(id)
	case u.Kind == UnitRouter && id.Beside():
		w.loggerStarted(id, e.Cause)
	case u.Kind == UnitRouter:
		w.connectAll(id)
		w.routerStarted(id, e.Cause)
	case u.IsPG():
		w.pgStarted(id, e.Cause)
	default:
		w.nodeStarted(id, e.Cause)
	}
}

// connectAll lets a process that has come up believe of its peers what its
// first attempts to connect find.
func (w *World) connectAll(id ProcID) {
	w.startBeats(id, w.edge())
	for _, n := range w.top.hears[id] {
		sender := &w.procs[w.top.watches[n].Sender]
		row := &w.watch[n]
		row.Up, row.LastHeard = w.joined(n.Link()) && sender.sends(), w.now()
	}
}

// pgStarted is a PG side that has come up.
func (w *World) pgStarted(id ProcID, cause uint32) {
	w.connectAll(id)
	for r := SideA; r <= SideB; r++ { // who accepts a connection hears its first word
		link := w.publicLink(id, r)
		if w.watch[link.Line(1)].Up && w.procs[w.routerID(r)].up() && !w.watch[link.Line(0)].Up {
			w.watch[link.Line(0)].Up = true
			w.watch[link.Line(0)].LastHeard = w.now()
		}
	}
	w.procs[id].Path = w.bestPath(id)
	switch {
	case w.peerUp(id):
		w.sync(id, cause)
	case w.peerConnected(id):
		w.goSimplex(id.Pair(), cause)
		w.setRole(id, RoleIsolated)
	default:
		w.goSimplex(id.Pair(), cause) // both sides were down: nobody has noticed that
		w.becomeActive(id, cause)
	}
	w.planAll(id)
	for _, n := range w.top.sends[id] {
		w.planBeats(n)
	}
}

// becomeActive begins the activation of a side that nothing else serves for.
func (w *World) becomeActive(id ProcID, cause uint32) {
	if !w.seesPhones(id) {
		if w.procs[id].Role != RoleIsolated {
			w.setRole(id, RoleIsolated) // until its CTI Manager is back
		}
		return
	}
	w.setRole(id, RoleActivating)
	w.activate(id, cause)
}

// peerConnected is what the Router tells of the other side: whether it was
// connected one exchange of messages ago.
func (w *World) peerConnected(id ProcID) bool {
	peer := &w.procs[id^1]
	if !peer.up() {
		return peer.Role == RoleDown && peer.Since > 0 && w.now()-peer.Since < 2*w.cfg.Latency.Public
	}
	return w.routerKnows(id)
}

// routerKnows tells whether the Router that a side reaches, or the one in step
// with it, hears the other side.
func (w *World) routerKnows(id ProcID) bool {
	r := w.procs[id].Path
	if r == noPath {
		return false
	}
	if w.watch[w.publicLink(id^1, Side(r)).Line(0)].Up {
		return true
	}
	own, peer := &w.procs[w.routerID(Side(r))], &w.procs[w.routerID(Side(r).Other())]
	return pairedRole(own.Role) && pairedRole(peer.Role) && w.watch[w.publicLink(id^1, Side(r).Other()).Line(0)].Up
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
	switch w.top.units[id.Pair()].Kind {
	case UnitRouter:
		w.centralSynced(id, e.Cause)
		return
	case UnitHDS:
		w.caughtUp(id)
		return
	}
	pair := &w.pairs[id.Pair()]
	if pair.Active < 0 && w.procs[id^1].Role != RoleActivating {
		w.becomeActive(id, e.Cause)
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
	pair, u := &w.pairs[p], &w.top.units[p]
	a, b := &w.procs[pgProc(p, SideA)], &w.procs[pgProc(p, SideB)]
	switch {
	case u.Single():
		return false
	case u.Kind == UnitRouter:
		return pairedRole(a.Role) && pairedRole(b.Role) && w.linked(p)
	case u.alwaysActive():
		return a.up() && b.up()
	case pair.Active < 0:
		return false
	}
	other := pgProc(p, Side(pair.Active).Other())
	standby := w.procs[other].Role == RoleStandby && w.seesPhones(other)
	switch {
	case u.Kind == UnitDialer:
		return standby && w.dialerReady(other)
	case !u.IsPG():
		return standby
	case u.Kind == UnitAgentPG && (pair.ActiveCTI < 0 || !w.procs[ctiProc(p, SideA)].up() || !w.procs[ctiProc(p, SideB)].up()):
		return false
	}
	return standby && w.linked(p)
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
		pair.Disturbed, pair.DisturbedSince = true, w.now()
		w.ill++
		w.everIll = true
	}
}

// checkRecovered ends a disturbance when what processes believe agrees with
// the truth again and every agent on shift is signed in with a desktop.
func (w *World) checkRecovered(p PairID) {
	pair := &w.pairs[p]
	if !pair.Disturbed || !w.serves(p) || !w.agree(p) {
		return
	}
	pair.Disturbed = false
	w.ill--
	if pair.DisturbedSince == w.now() && !w.top.units[p].watched() {
		return // others served all the time
	}
	w.mark(FactRecovered, uint32(p), int64(w.now()-pair.DisturbedSince), 0, pair.Cause)
}

// serves tells whether a unit does its work for everybody again.
func (w *World) serves(p PairID) bool {
	pair, u := &w.pairs[p], &w.top.units[p]
	switch u.Kind {
	case UnitAgentPG:
		return pair.Maint.Phase == MaintNone && pair.Active >= 0 && pair.ActiveCTI >= 0 && pair.Missing == 0 && w.reachable(p)
	case UnitMRPG, UnitVRUPG:
		return pair.Maint.Phase == MaintNone && pair.Active >= 0 && w.reachable(p)
	case UnitRouter:
		return w.router.Open && !w.router.Both
	case UnitFinesse, UnitCTIManager, UnitHDS: // how far an AW-HDS is behind is told apart
		return w.procs[pgProc(p, SideA)].up() || w.procs[pgProc(p, SideB)].up()
	case UnitDialer:
		return pair.Active >= 0 && w.has(pgProc(p, Side(pair.Active)), needMR)
	case UnitCampaign:
		return pair.Active >= 0
	}
	return w.procs[pgProc(p, SideA)].Role == RoleActive || w.procs[pgProc(p, SideB)].Role == RoleActive
}

// reachable tells whether the active side of a PG has a path to a Router that
// routes, or none does.
func (w *World) reachable(p PairID) bool {
	if w.router.Status == routerOut {
		return true // the Routers' own disturbance
	}
	path := w.procs[pgProc(p, Side(w.pairs[p].Active))].Path
	return !w.pairs[p].Unheard && path != noPath && w.inService(Side(path))
}

// agree tells whether each end of the links of a PG or Router believes of the
// other what is true.
func (w *World) agree(p PairID) bool {
	if !w.top.units[p].watched() {
		return true
	}
	for s := SideA; s <= SideB; s++ {
		for _, n := range w.top.hears[pgProc(p, s)] {
			info := &w.top.watches[n]
			if w.procs[info.Observer].up() && w.watch[n].Up != (!w.lines[n].Down && w.procs[info.Sender].up()) {
				return false
			}
		}
	}
	return true
}
