package model

import "ccsim/sim"

// BothWays is the mask of both directions of a link.
const BothWays = 1<<SideA | 1<<SideB

// leverLink does to the links of a lever, or to one direction of each, what
// the verb says.
func (w *World) leverLink(l *Lever, cause uint32) IgnoreReason {
	why, acted := IgnoreReason(0), false
	for _, link := range l.Links {
		if got := w.leverOne(l, link, l.directions(), cause); got == 0 {
			acted = true
		} else {
			why = got
		}
	}
	if l.Verb == VerbFlap {
		w.planFlap(l, cause, true)
	}
	if acted {
		return 0
	}
	return why
}

func (l *Lever) directions() uint8 {
	if l.From == 0 {
		return BothWays
	}
	return l.From
}

func (w *World) leverOne(l *Lever, link LinkID, from uint8, cause uint32) IgnoreReason {
	flap := &w.lines[link.Line(0)].Flap
	switch l.Verb {
	case VerbCut:
		return w.cut(link, from, cause)
	case VerbHeal:
		*flap = 0
		return w.heal(link, from, cause)
	case VerbDelay, VerbLose:
		w.degrade(link, from, cause, l)
	case VerbFlap:
		*flap = cause
		w.cut(link, from, cause)
	default: // the end of flapping: whatever it left down comes up
		*flap = 0
		w.heal(link, from, cause)
	}
	return 0
}

// lineChanges accounts for everything that arrived up to now, lets change alter
// the directions in the mask, and plans both listeners anew.
func (w *World) lineChanges(link LinkID, from uint8, cause uint32, change func(n LineID, line *LineRow)) {
	watched := int(link.Line(0)) < len(w.watch)
	for d := range 2 {
		if watched {
			w.hear(link.Line(d))
		}
	}
	for d := range 2 {
		if n := link.Line(d); from>>d&1 == 1 {
			w.lines[n].Cause = cause
			change(n, &w.lines[n])
		}
	}
	for d := range 2 {
		if watched {
			w.planBeats(link.Line(1 - d)) // the first side's view first
		}
	}
}

// up is the mask of the directions of a link that pass messages.
func (w *World) up(link LinkID) (mask uint8) {
	for d := range 2 {
		if !w.lines[link.Line(d)].Down {
			mask |= 1 << d
		}
	}
	return mask
}

// cut cuts directions of a link. What is under way is lost; a connection that
// acknowledges its messages sends them again later.
func (w *World) cut(link LinkID, from uint8, cause uint32) IgnoreReason {
	if from &= w.up(link); from == 0 {
		return IgnoreDown
	}
	info := &w.top.links[link]
	w.disturb(info.Pair, cause)
	w.mark(FactCut, uint32(link), 0, uint32(from), cause)
	if pair := &w.pairs[info.Pair]; info.Kind == LinkPrivate && pair.Active >= 0 && from>>uint8(pair.Active)&1 == 1 {
		w.freezeReplica(info.Pair)
	}
	w.lineChanges(link, from, cause, func(n LineID, line *LineRow) {
		if int(n) < len(w.watch) {
			w.closeSegments(n, true)
		}
		line.Down = true
		line.Gen++
	})
	w.afterCut(link, cause)
	return 0
}

// heal joins directions of a link again. A cut that nobody noticed leaves no
// trace: what was sent meanwhile is sent again.
func (w *World) heal(link LinkID, from uint8, cause uint32) IgnoreReason {
	if from &^= w.up(link); from == 0 {
		return IgnoreUp
	}
	w.mark(FactHeal, uint32(link), 0, uint32(from), cause)
	w.lineChanges(link, from, cause, func(n LineID, line *LineRow) {
		line.Down = false
		w.reopen(n)
	})
	w.afterHeal(link, cause)
	return 0
}

// afterCut is what stops at once, before anybody has noticed.
func (w *World) afterCut(link LinkID, cause uint32) {
	w.linkMatters(link, cause)
	switch l := &w.top.links[link]; l.Kind {
	case LinkJTAPI:
		w.jtapiEvent(pgProc(l.Pair, l.Side), false, w.cfg.Timers.JTAPI, cause)
	case LinkCTI, LinkDesktop, LinkSites:
		w.clientSilent(link, cause)
	case LinkDialer:
		w.dialerLinkCut(l, cause)
	}
}

// linkMatters works out anew what depends on whether a link passes messages.
func (w *World) linkMatters(link LinkID, cause uint32) {
	switch info := &w.top.links[link]; {
	case info.Kind == LinkPrivate && info.Pair == w.top.router:
		w.routersChanged(cause)
	case info.Kind == LinkPublic:
		w.refreshPath(info.Pair)
	}
}

// afterHeal lets what a cut had stopped go on.
func (w *World) afterHeal(link LinkID, cause uint32) {
	info := &w.top.links[link]
	w.linkMatters(link, cause)
	switch info.Kind {
	case LinkJTAPI:
		w.jtapiEvent(pgProc(info.Pair, info.Side), true, max(w.cfg.Latency.Public, 1), cause)
	case LinkCTI, LinkDesktop, LinkSites:
		w.linkHealed(info, cause)
	case LinkDialer:
		w.dialersMayServe(cause)
	}
	if info.Kind == LinkPrivate && w.top.units[info.Pair].IsPG() {
		w.privateHealed(info.Pair)
	}
	w.checkRecovered(info.Pair)
	if info.Kind == LinkPrivate {
		w.checkDuplex(info.Pair, cause)
	}
}

// privateHealed lets a handover go on that waited for the link, and a standby
// that never noticed catch up.
func (w *World) privateHealed(p PairID) {
	pair := &w.pairs[p]
	if s := pair.Active; s >= 0 && !w.lines[LinkID(p).Line(int(s))].Down {
		standby := pgProc(p, Side(s).Other())
		if w.procs[standby].Role == RoleStandby && w.peerUp(standby) {
			pair.ReplicaLive = false // it never noticed, and has caught up
		}
	}
	if w.linked(p) && pair.Maint.Blocked && pair.Maint.Phase == MaintContinued {
		pair.Maint.Blocked = false
		w.handOver(p)
	}
}

// reopen lets the keep-alives of a direction pass by the present state of its
// line.
func (w *World) reopen(n LineID) {
	if int(n) < len(w.watch) && w.procs[w.top.watches[n].Sender].sends() {
		w.openSegment(n, w.edge())
	}
}

// degrade adds a delay or a share of loss to directions of a link. What is
// under way arrives as it would have.
func (w *World) degrade(link LinkID, from uint8, cause uint32, l *Lever) {
	w.lineChanges(link, from, cause, func(n LineID, line *LineRow) {
		w.closeSegments(n, false)
		if l.Verb == VerbDelay {
			line.Extra = l.By
		} else {
			line.Loss = l.Share
		}
		w.reopen(n)
	})
}

// planFlap schedules the next turn of flapping links.
func (w *World) planFlap(l *Lever, cause uint32, down bool) {
	wait, arg := l.Up, uint32(0)
	if down {
		wait, arg = l.Every-l.Up, 1
	}
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(wait, 1), Ord: sim.Order(sim.RankFault, cause, evFlap, 0), Row: cause - 1, Arg: arg, Cause: cause,
	})
}

// onFlap takes flapping links down or up, those that nothing else has stopped.
func (w *World) onFlap(e sim.Event) {
	l := &w.cfg.Levers[e.Row]
	down, flaps := e.Arg == 0, false
	for _, link := range l.Links {
		if w.lines[link.Line(0)].Flap != e.Cause {
			continue
		}
		flaps = true
		if down {
			w.cut(link, l.directions(), e.Cause)
		} else {
			w.heal(link, l.directions(), e.Cause)
		}
	}
	if flaps {
		w.planFlap(l, e.Cause, down)
	}
}
