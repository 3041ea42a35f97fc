package model

import "ccsim/sim"

// BothWays is the mask of both directions of a link.
const BothWays = 1<<SideA | 1<<SideB

// leverLink does to a private link, or to one direction of it, what the verb
// says.
func (w *World) leverLink(l *Lever, cause uint32) IgnoreReason {
	from := l.From
	if from == 0 {
		from = BothWays
	}
	p := l.Pair
	switch l.Verb {
	case VerbCut:
		return w.cut(p, from, cause)
	case VerbHeal:
		w.pairs[p].Flap++
		return w.heal(p, from, cause)
	case VerbDelay, VerbLose:
		w.degrade(p, from, cause, l)
		return 0
	case VerbFlap:
		w.pairs[p].Flap++
		w.flap(l, cause, true)
		return 0
	}
	// The end of flapping: whatever it left down comes up.
	w.pairs[p].Flap++
	w.heal(p, from, cause)
	return 0
}

// linkChanges accounts for everything that arrived up to now, lets change alter the
// directions in the mask, and plans both sides anew.
func (w *World) linkChanges(p PairID, from uint8, cause uint32, change func(id ProcID, line *line)) {
	for s := SideA; s <= SideB; s++ {
		w.hear(pgProc(p, s))
	}
	for s := SideA; s <= SideB; s++ {
		if from>>s&1 == 1 {
			w.pairs[p].Link[s].Cause = cause
			change(pgProc(p, s), &w.pairs[p].Link[s])
		}
	}
	w.planBeats(pgProc(p, SideA))
	w.planBeats(pgProc(p, SideB))
}

// up is the mask of the directions that pass messages.
func (p *Pair) up() (mask uint8) {
	for s := range p.Link {
		if p.Link[s].Up {
			mask |= 1 << s
		}
	}
	return mask
}

// cut cuts directions of the private link. What is under way is lost.
func (w *World) cut(p PairID, from uint8, cause uint32) IgnoreReason {
	pair := &w.pairs[p]
	if from &= pair.up(); from == 0 {
		return IgnoreDown
	}
	w.disturb(p, cause)
	w.mark(FactCut, uint32(p), 0, uint32(from), cause)
	if pair.Active >= 0 && from>>uint8(pair.Active)&1 == 1 {
		w.freezeReplica(p)
	}
	w.linkChanges(p, from, cause, func(id ProcID, line *line) {
		w.closeSegments(id, true)
		line.Up = false
		line.Gen++
	})
	return 0
}

// heal joins directions of the private link again. A cut that nobody noticed
// leaves no trace: what was sent meanwhile is sent again.
func (w *World) heal(p PairID, from uint8, cause uint32) IgnoreReason {
	pair := &w.pairs[p]
	if from &^= pair.up(); from == 0 {
		return IgnoreUp
	}
	w.mark(FactHeal, uint32(p), 0, uint32(from), cause)
	w.linkChanges(p, from, cause, func(id ProcID, line *line) {
		line.Up = true
		w.reopen(id)
	})
	if s := pair.Active; s >= 0 && pair.Link[s].Up {
		if standby := &w.procs[pgProc(p, Side(s).Other())]; standby.Role == RoleStandby && standby.PeerUp {
			pair.ReplicaLive = false // it never noticed, and has caught up
		}
	}
	if pair.linked() && pair.Maint.Blocked && pair.Maint.Phase == MaintContinued {
		pair.Maint.Blocked = false
		w.handOver(p)
	}
	w.checkRecovered(p)
	w.checkDuplex(p, cause)
	return 0
}

// reopen lets the keep-alives of a side pass by the present state of its line.
func (w *World) reopen(id ProcID) {
	if w.procs[id].up() {
		w.openSegment(id, w.edge())
	}
}

// degrade adds a delay or a share of loss to directions of the private link. What
// is under way arrives as it would have.
func (w *World) degrade(p PairID, from uint8, cause uint32, l *Lever) {
	w.linkChanges(p, from, cause, func(id ProcID, line *line) {
		w.closeSegments(id, false)
		if l.Verb == VerbDelay {
			line.Extra = l.By
		} else {
			line.Loss = l.Share
		}
		w.reopen(id)
	})
}

// flap takes the link down or up and schedules the next turn.
func (w *World) flap(l *Lever, cause uint32, down bool) {
	from, wait, arg := l.From, l.Every-l.Up, uint32(1)
	if from == 0 {
		from = BothWays
	}
	if down {
		w.cut(l.Pair, from, cause)
	} else {
		w.heal(l.Pair, from, cause)
		wait, arg = l.Up, 0
	}
	gen := w.pairs[l.Pair].Flap
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(wait, 1), Ord: sim.Order(sim.RankFault, cause, evFlap, gen&sim.MaxSeq), Row: cause - 1, Gen: gen, Arg: arg, Cause: cause,
	})
}

func (w *World) onFlap(e sim.Event) {
	l := &w.cfg.Levers[e.Row]
	if w.pairs[l.Pair].Flap == e.Gen {
		w.flap(l, e.Cause, e.Arg == 0)
	}
}
