package model

import "ccsim/sim"

// The active Campaign Manager fails over when it has lost all its Dialers, or none of
// them is Ready, or it has lost its importer, for as long as its timer says; one Dialer
// that is connected keeps it active (Solution Design Guide for Packaged CCE 12.6(2), High
// Availability). The other one then waits for Dialers: it has had none that it could lose.

// someDialer tells whether a Dialer is connected to the Campaign Manager and Ready. One
// that drains is.
func (w *World) someDialer() bool {
	for i := range w.cfg.Dialers {
		for s := SideA; s <= SideB; s++ {
			if id := pgProc(w.unitOf(UnitDialer, i), s); w.procs[id].up() && w.dialerReady(id) {
				return true
			}
		}
	}
	return false
}

// dialersChanged begins or ends the time in which the Campaign Manager has no Dialer. A
// center without campaigns has nothing that it could harm.
func (w *World) dialersChanged(cause uint32) {
	pair := &w.pairs[w.top.campaign]
	none := len(w.campaigns) > 0 && !w.someDialer()
	if none == pair.Dialerless {
		return
	}
	pair.Dialerless = none
	w.campaignMisses(none, needsDialer, cause)
}

// campaignMisses notes that the active Campaign Manager misses something, or does not any
// more; whatever it waited for before counts no longer.
func (w *World) campaignMisses(begins bool, what, cause uint32) {
	p := w.top.campaign
	pair := &w.pairs[p]
	pair.Misses[what-needsDialer]++
	if !begins || pair.Active < 0 {
		return
	}
	id := pgProc(p, Side(pair.Active))
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(w.cfg.Timers.CampaignFailover, 1), Ord: sim.Order(sim.RankTimer, uint32(id)<<1|(what-needsDialer), evDialerless, pair.Misses[what-needsDialer]&sim.MaxSeq),
		Row: uint32(id), Gen: pair.Misses[what-needsDialer], Arg: what, Cause: cause,
	})
}

// onDialerless lets the other Campaign Manager be activated, if there is one that has
// its importer: the active one has waited long enough.
func (w *World) onDialerless(e sim.Event) {
	id := ProcID(e.Row)
	p, peer := id.Pair(), id^1
	pair := &w.pairs[p]
	if pair.Misses[e.Arg-needsDialer] != e.Gen || pair.Active != int8(id.Side()) ||
		w.procs[peer].Role != RoleStandby || !w.keepsState(peer.Side()) || pair.NoImporter[peer.Side()] {
		return
	}
	w.disturb(p, e.Cause)
	w.setRole(id, RoleStandby)
	pair.Active, pair.OutageSince = -1, w.now()
	w.mark(FactNotReady, uint32(id), 0, e.Arg, e.Cause)
	w.campaignLost(e.Cause)
	w.setRole(peer, RoleActivating)
	w.procEvent(peer, evTakeover, max(2*w.cfg.Latency.Public, 1), e.Cause)
}

// leverImporter stops, crashes or starts importers. Node Manager starts a crashed one
// again.
func (w *World) leverImporter(l *Lever, cause uint32) IgnoreReason {
	why, acted := IgnoreReason(0), false
	for _, s := range l.Importers {
		down := w.pairs[w.top.campaign].NoImporter[s]
		switch {
		case l.Verb == VerbStart && !down:
			why = IgnoreUp
		case l.Verb != VerbStart && down:
			why = IgnoreDown
		default:
			acted = true
			w.setImporter(s, l.Verb == VerbStart, cause)
			if l.Verb == VerbCrash && !l.Stay {
				w.kernel.Schedule(sim.Event{
					T: w.now() + max(w.cfg.Timers.Restart, 1), Ord: sim.Order(sim.RankTimer, uint32(s), evImporter, w.pairs[w.top.campaign].Importers[s]&sim.MaxSeq),
					Row: uint32(s), Gen: w.pairs[w.top.campaign].Importers[s], Cause: cause,
				})
			}
		}
	}
	if acted {
		return 0
	}
	return why
}

// onImporter is a crashed importer that has been started again.
func (w *World) onImporter(e sim.Event) {
	if s := Side(e.Row); w.pairs[w.top.campaign].Importers[s] == e.Gen {
		w.setImporter(s, true, e.Cause)
	}
}

// setImporter takes the importer of a side out of service, or back.
func (w *World) setImporter(s Side, up bool, cause uint32) {
	pair := &w.pairs[w.top.campaign]
	pair.NoImporter[s] = !up
	pair.Importers[s]++
	if pair.Active == int8(s) {
		w.campaignMisses(!up, needsImporter, cause)
	}
}

// imports tells whether the importer of a side works, and has since it was at a turn.
func (w *World) imports(s Side, turn uint32) bool {
	pair := &w.pairs[w.top.campaign]
	return !pair.NoImporter[s] && pair.Importers[s] == turn
}
