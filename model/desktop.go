package model

import "ccsim/sim"

// Desktops: each agent's desktop is served by one of two Finesse servers, both
// of which are always active; agents of another CTI client are connected to the CTI
// server by that client.

// usesFinesse tells whether an agent works on a Finesse desktop.
func (w *World) usesFinesse(a AgentID) bool {
	return w.cfg.Clients[w.cfg.Groups[w.top.group[a]].Client].Finesse
}

// homeSite is where an agent's desktop and phone are: the group's site, or both
// in turn.
func (w *World) homeSite(a AgentID) Side {
	if g := &w.cfg.Groups[w.top.group[a]]; g.HasSite {
		return g.Site
	}
	return Side(int(a-w.top.first[w.top.group[a]])%2) ^ w.cfg.lead
}

// phoneSite is where an agent's phone is.
func (w *World) phoneSite(a AgentID) Side {
	if g := &w.cfg.Groups[w.top.group[a]]; g.PhonesApart {
		return g.PhoneSite
	}
	return w.homeSite(a)
}

// finesseOf is the Finesse server of an agent's PG on a side.
func (w *World) finesseOf(a AgentID, s Side) ProcID {
	return pgProc(w.top.firstOf[UnitFinesse]+w.top.pair[a], s)
}

// finesseWorks tells whether a Finesse server serves desktops: it runs and
// reaches the active CTI server.
func (w *World) finesseWorks(a AgentID, s Side) bool {
	p := &w.procs[w.finesseOf(a, s)]
	return p.Role == RoleActive && !p.Paused && !w.finesseCut(w.top.pair[a], s)
}

// finesseCut tells whether the network keeps a Finesse server from the active
// CTI server of its PG.
func (w *World) finesseCut(p PairID, s Side) bool {
	active := w.pairs[p].ActiveCTI
	return active >= 0 && Side(active) != s && !w.sitesJoined()
}

// sitesJoined tells whether the public network between the sites passes.
func (w *World) sitesJoined() bool { return w.joined(w.top.sites) }

// mayConnect tells whether something could serve an agent's desktop now.
func (w *World) mayConnect(a AgentID) bool {
	g := w.top.group[a]
	if !w.sitesJoined() && w.phoneSite(a) != w.homeSite(a) {
		return false
	}
	if !w.joined(w.top.desktop+LinkID(g)) || w.groups[g].DesktopsDown || !w.joined(w.top.cti+LinkID(w.cfg.Groups[g].Client)) {
		return false
	}
	if !w.usesFinesse(a) {
		return true
	}
	return w.finesseWorks(a, SideA) || w.finesseWorks(a, SideB)
}

// chooseServer connects a desktop to its Finesse server, or to the other where
// that does not work.
func (w *World) chooseServer(a AgentID) {
	rec := &w.records[a]
	if w.usesFinesse(a) && !w.finesseWorks(a, rec.Server) {
		rec.Server = rec.Server.Other()
	}
}

// finesseLost takes a Finesse server from its desktops. Their agents are signed
// out of the desktop and in again at the other server: what the agent had asked
// for is lost (Finesse Administration Guide 15.0(1), Failover Mechanisms).
func (w *World) finesseLost(unit PairID, s Side, cause uint32) {
	p := w.top.units[unit].PG
	moved := false
	for _, a := range w.top.members[p] {
		rec := &w.records[a]
		if !w.usesFinesse(a) || rec.Server != s || !rec.Session {
			continue
		}
		moved = true
		w.dropDesktop(a, cause)
		w.planMove(a, cause)
	}
	if moved {
		w.mark(FactSessionsLost, uint32(p), 0, 0, cause)
	}
}

// dropDesktop ends the session of an agent without ending the sign-in.
func (w *World) dropDesktop(a AgentID, cause uint32) {
	p := w.top.pair[a]
	w.disturb(p, cause)
	if w.records[a].Pending != WishNone {
		w.dropPending(a, PendingLost, cause)
	}
	w.records[a].Signs++
	w.connect(a, false)
	w.forceAtDesktop(a, cause)
}

// forceAtDesktop makes an available agent Not Ready where the policy says so:
// Finesse 15.0(1) against Reporting Concepts 12.6(1).
func (w *World) forceAtDesktop(a AgentID, cause uint32) {
	rec := &w.records[a]
	if w.cfg.Policies.AfterFailover != AfterNotReady {
		return
	}
	switch {
	case w.forcible(a):
		w.force(a, reasonFailover)
	case rec.State.onCall() || rec.State.reserved():
		w.forceAfterCall(a, cause)
	}
}

// forcible tells whether an agent can be made Not Ready at once: one who is idle,
// and one in wrap-up, too (Finesse Desktop and Administration 15.0(1), LOAD).
func (w *World) forcible(a AgentID) bool {
	s := w.records[a].State
	return s == w.agents[a].State && (s == AgentAvailable || s == AgentWorkReady)
}

// forceAfterCall makes an agent Not Ready when the call is over.
func (w *World) forceAfterCall(a AgentID, cause uint32) {
	if w.records[a].Ready {
		w.mark(FactForced, uint32(a), 0, reasonFailover, cause)
		w.agents[a].WantReady = true
	}
	w.records[a].Ready = false
}

// planMove schedules the moments at which a desktop is back, and at which the
// agent is signed out if it is not.
func (w *World) planMove(a AgentID, cause uint32) {
	rec := &w.records[a]
	d := sim.Time(1)
	if !w.cfg.Timers.DesktopFailover.IsZero() {
		d = w.cfg.Timers.DesktopFailover.Sample(w.rnd[drawDesktop], uint64(a), rec.Signs)
	}
	w.deskEvent(a, evSession, d, cause)
	w.graceEnds(a, cause)
}

// graceEnds signs an agent out whose desktop does not come back in time.
func (w *World) graceEnds(a AgentID, cause uint32) {
	if grace := w.cfg.Timers.DesktopGrace; grace > 0 {
		w.deskEvent(a, evGrace, grace, cause)
	}
}

func (w *World) deskEvent(a AgentID, k sim.Kind, d sim.Time, cause uint32) {
	gen := w.records[a].Signs
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(d, 1), Ord: sim.Order(sim.RankWork, uint32(a), k, gen&sim.MaxSeq),
		Row: uint32(a), Gen: gen, Cause: cause,
	})
}

// onGrace is an agent whose desktop has been away for too long.
func (w *World) onGrace(e sim.Event) {
	a := AgentID(e.Row)
	rec := &w.records[a]
	if rec.Signs != e.Gen || rec.Session || rec.State == AgentLogout {
		return
	}
	w.signOutUnseen(a, e.Cause)
}

// signOutUnseen signs an agent out whose desktop is gone. A call that is in
// progress goes on by the phone; the PG no longer counts it for the agent.
func (w *World) signOutUnseen(a AgentID, cause uint32) {
	if w.records[a].Pending != WishNone {
		w.dropPending(a, PendingLost, cause)
	}
	w.releaseUnreachable(a)
	w.signOutByFault(a, cause)
	if w.mayConnect(a) && w.agents[a].OnShift {
		w.planDesktop(a, evSignIn, cause)
	}
}

// finesseBack lets desktops that wait for a server connect.
func (w *World) finesseBack(unit PairID, cause uint32) {
	w.reconnect(w.top.units[unit].PG, cause)
}

// desktopsDown closes the desktops of a group: the browsers are gone, and
// nobody notices at once. A session ends by presence; then the server waits before
// it signs the agent out.
func (w *World) desktopsDown(g int, cause uint32) IgnoreReason {
	if w.groups[g].DesktopsDown {
		return IgnoreDown
	}
	w.groups[g].DesktopsDown = true
	w.disturb(w.cfg.Groups[g].PG, cause)
	for i := range w.cfg.Groups[g].Count {
		a := w.top.first[g] + AgentID(i)
		if w.records[a].Session {
			w.dropView(a)
			seen := w.rnd[drawDesktop].Below(uint64(max(w.cfg.Timers.Presence, 1)), uint64(a), w.records[a].Signs)
			w.deskEvent(a, evForced, sim.Time(seen)+w.cfg.Timers.ForcedLogout, cause)
		}
	}
	return 0
}

// dropView ends what the agent sees; the system still believes in the session's
// sign-in.
func (w *World) dropView(a AgentID) {
	w.records[a].Signs++
	w.connect(a, false)
}

// onForced is the end of the wait for a desktop that crashed: by LOAD=0 the
// agent is made Not Ready, a talking one after the call; by LOAD=1 the agent is
// signed out at once, though the call goes on. One who is back at a desktop is
// spared, unless the forced logout comes late, as it may (Finesse Administration
// Guide 15.0(1), Failover Mechanisms).
func (w *World) onForced(e sim.Event) {
	a := AgentID(e.Row)
	rec := &w.records[a]
	back := rec.Signs != e.Gen || rec.Session
	if rec.State == AgentLogout || back && !w.cfg.Policies.LateForced {
		return
	}
	if w.cfg.Policies.Load == LoadSignOut {
		w.signOutUnseen(a, e.Cause)
		return
	}
	switch {
	case w.forcible(a):
		w.force(a, reasonFailover)
	case rec.State.onCall() || rec.State.reserved():
		if rec.Pending != WishNone {
			w.dropPending(a, PendingLost, e.Cause)
		}
		w.forceAfterCall(a, e.Cause)
	}
}

// desktopsUp lets the agents of a group open their desktops again.
func (w *World) desktopsUp(g int, cause uint32) IgnoreReason {
	if !w.groups[g].DesktopsDown {
		return IgnoreUp
	}
	w.groups[g].DesktopsDown = false
	w.reconnect(w.cfg.Groups[g].PG, cause)
	w.checkRecovered(w.cfg.Groups[g].PG)
	return 0
}

// clientSilent schedules what follows when the network between a CTI client, or
// the desktops of a group, and their servers is cut: nobody is told, so both ends
// wait for their limits.
func (w *World) clientSilent(link LinkID, cause uint32) {
	limit := w.cfg.Timers.CTIHeartbeat * sim.Time(w.cfg.Timers.CTIMisses)
	if limit <= 0 {
		return
	}
	phase := w.rnd[drawPhase].Below(uint64(w.cfg.Timers.CTIHeartbeat), 2<<24+uint64(link), w.lines[link.Line(0)].Gen)
	w.lineEvent(link, evClientLost, limit-sim.Time(phase), cause)
}

func (w *World) lineEvent(link LinkID, k sim.Kind, d sim.Time, cause uint32) {
	gen := w.lines[link.Line(0)].Gen
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(d, 1), Ord: sim.Order(sim.RankTimer, uint32(len(w.procs)+2*len(w.top.links))+uint32(link), k, gen&sim.MaxSeq),
		Row: uint32(link), Gen: gen, Cause: cause,
	})
}

// onClientLost is the limit of the keep-alives of a client that was cut off.
func (w *World) onClientLost(e sim.Event) {
	link := LinkID(e.Row)
	if w.joined(link) || w.lines[link.Line(0)].Gen != e.Gen {
		return
	}
	l := &w.top.links[link]
	if l.Kind == LinkSites {
		w.sitesParted(e.Cause)
		return
	}
	lost := false
	for _, a := range w.top.members[l.Pair] {
		g := w.top.group[a]
		hit := l.Kind == LinkDesktop && g == l.Index || l.Kind == LinkCTI && w.cfg.Groups[g].Client == l.Index
		if hit && w.records[a].Session {
			lost = true
			w.dropDesktop(a, e.Cause)
			w.graceEnds(a, e.Cause)
		}
	}
	if lost {
		w.mark(FactSessionsLost, uint32(l.Pair), 0, 0, e.Cause)
	}
}

// sitesParted is what a center notices when the public network between its
// sites is gone: the Finesse server across from the active CTI server loses it, and
// an agent whose phone is on the other side is signed out (Solution Design Guide for
// Packaged CCE 12.6(2), High Availability, public network). Media that cross it end.
func (w *World) sitesParted(cause uint32) {
	w.mediaParted(cause)
	for p := range w.cfg.PGs {
		for s := SideA; s <= SideB; s++ {
			if w.finesseCut(PairID(p), s) {
				w.finesseLost(w.top.firstOf[UnitFinesse]+PairID(p), s, cause)
			}
		}
		for _, a := range w.top.members[p] {
			if w.phoneSite(a) != w.homeSite(a) && w.records[a].State != AgentLogout {
				w.signOutUnseen(a, cause)
			}
		}
	}
}

// linkHealed lets those connect whom a link had cut off.
func (w *World) linkHealed(l *Link, cause uint32) {
	if l.Kind == LinkSites {
		for p := range w.cfg.PGs {
			w.reconnect(PairID(p), cause)
		}
		return
	}
	w.reconnect(l.Pair, cause)
}
