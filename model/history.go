package model

import "ccsim/sim"

// History is what the Loggers keep, and how an AW-HDS follows. The model keeps no
// rows, but the stretches of time whose rows a Logger lacks. (Reporting Concepts
// 12.6(1), Data Loss and Component Failover: recovery keys, fetches, lag.)
type History struct {
	Retention [2]sim.Time // of the Logger of each side; 0 = keeps all
	Memory    sim.Time    // the Routers hold what no Logger takes for so long; 0 = without limit
	Lag       sim.Dist    // of an AW-HDS behind its Logger
	Fetch     int         // rows that an AW-HDS fetches at a time
	FetchTime sim.Time    // of one fetch
	RowsACall float64     // rows that a call leaves behind
}

// HistoryRow is what the Routers hold for Loggers that cannot take it, and how the
// Loggers stand.
type HistoryRow struct {
	HeldFrom sim.Time // the Routers hold the rows since then: no Logger writes
	OutFrom  sim.Time // no Router runs since then; the PGs keep their rows
	Writes   [2]bool  // the Logger of a side takes rows
}

// GapRow is a stretch of time whose rows a Logger lacks. One that lasts ends at
// Forever.
type GapRow struct {
	From  sim.Time
	To    sim.Time
	Cause uint32
	Side  Side
}

// FollowRow is an AW-HDS that is behind its Logger.
type FollowRow struct {
	Since  sim.Time
	Calls  uint32 // offered by then
	Cause  uint32
	Behind bool
}

func (w *World) initHistory() {
	for s := SideA; s <= SideB; s++ {
		w.history.Writes[s] = w.procs[w.loggerOf(s)].Role == RoleActive
	}
	w.follows = append(w.follows, make([]FollowRow, len(w.cfg.HDSs))...)
}

// loggersChanged keeps what each Logger lacks.
func (w *World) loggersChanged(cause uint32) {
	h := &w.history
	before := h.Writes[SideA] || h.Writes[SideB]
	var back [2]bool
	for s := SideA; s <= SideB; s++ {
		switch writes := w.procs[w.loggerOf(s)].Role == RoleActive; {
		case h.Writes[s] && !writes:
			w.gaps = append(w.gaps, GapRow{From: w.now(), To: sim.Forever, Cause: cause, Side: s})
			h.Writes[s] = false
		case !h.Writes[s] && writes:
			w.closeGap(s)
			h.Writes[s], back[s] = true, true
		}
	}
	after := h.Writes[SideA] || h.Writes[SideB]
	switch {
	case before && !after:
		h.HeldFrom = w.now()
	case !before && after:
		w.takeHeldRows(cause)
	}
	w.exchangeHistory(cause)
}

// closeGap ends the stretch that lasts.
func (w *World) closeGap(s Side) {
	for i := range w.gaps {
		if g := &w.gaps[i]; g.Side == s && g.To == sim.Forever {
			g.To = w.now()
		}
	}
}

// takeHeldRows lets the first Logger that is back take what the Routers hold: what
// they had to drop is gone for good.
func (w *World) takeHeldRows(cause uint32) {
	kept := w.keptFrom()
	w.loseHistory(w.history.HeldFrom, kept, cause)
	for s := SideA; s <= SideB; s++ {
		if !w.history.Writes[s] {
			continue
		}
		if got := w.fillGap(s, kept, w.now()); got > 0 {
			w.mark(FactHistoryRecovered, uint32(w.loggerOf(s)), int64(got), 0, cause)
		}
	}
}

// keptFrom is the moment from which on the Routers still hold what nobody took.
func (w *World) keptFrom() sim.Time {
	from := w.history.HeldFrom
	if m := w.cfg.History.Memory; m > 0 {
		from = max(from, w.now()-m)
	}
	return from
}

// loseHistory states that no Logger will ever have the rows of a stretch.
func (w *World) loseHistory(from, to sim.Time, cause uint32) {
	if from >= to {
		return
	}
	for i := range w.gaps {
		if g := &w.gaps[i]; g.From < to && from < g.To && g.Cause != 0 {
			cause = g.Cause // the lever at the head of the chain
			break
		}
	}
	if w.watcher != nil {
		w.watcher.RowsLost(w.now(), from, to)
	}
	w.fillGap(SideA, from, to)
	w.fillGap(SideB, from, to)
	w.mark(FactHistoryLost, uint32(w.top.router), int64(to-from), 0, cause)
}

// fillGap takes a stretch out of what a Logger lacks, and says how much of it it
// lacked.
func (w *World) fillGap(s Side, from, to sim.Time) (filled sim.Time) {
	if from >= to {
		return 0
	}
	for i := 0; i < len(w.gaps); i++ {
		g := w.gaps[i]
		a, b := max(g.From, from), min(g.To, to)
		if g.Side != s || a >= b {
			continue
		}
		filled += b - a
		if w.watcher != nil {
			w.watcher.RowsTaken(w.now(), s, a, b)
		}
		switch {
		case g.From < a && b < g.To:
			w.gaps[i].To = a
			w.gaps = append(w.gaps, GapRow{From: b, To: g.To, Cause: g.Cause, Side: s})
		case g.From < a:
			w.gaps[i].To = a
		case b < g.To:
			w.gaps[i].From = b
		default:
			w.gaps[i] = w.gaps[len(w.gaps)-1]
			w.gaps = w.gaps[:len(w.gaps)-1]
			i--
		}
	}
	return filled
}

// exchangeHistory lets each Logger copy from the other one what it lacks, by their
// recovery keys. What the other one has purged meanwhile is gone for good.
func (w *World) exchangeHistory(cause uint32) {
	if len(w.gaps) == 0 || !w.history.Writes[SideA] || !w.history.Writes[SideB] || !w.linked(w.top.router) {
		return
	}
	for s := SideA; s <= SideB; s++ {
		got := sim.Time(0)
		for {
			g, ok := w.anyGap(s)
			if !ok {
				break
			}
			if own := w.cfg.History.Retention[s]; own > 0 {
				w.fillGap(s, g.From, min(w.now()-own, g.To)) // it would have purged that itself
				g.From = max(g.From, w.now()-own)
			}
			if other := w.cfg.History.Retention[s.Other()]; other > 0 {
				w.loseHistory(g.From, min(w.now()-other, g.To), g.Cause)
				g.From = max(g.From, w.now()-other)
			}
			got += w.fillGap(s, g.From, g.To)
		}
		if got > 0 {
			w.mark(FactHistoryRecovered, uint32(w.loggerOf(s)), int64(got), 0, cause)
		}
	}
}

// anyGap gives a stretch that a Logger lacks.
func (w *World) anyGap(s Side) (GapRow, bool) {
	for _, g := range w.gaps {
		if g.Side == s {
			return g, true
		}
	}
	return GapRow{}, false
}

// historyOut is the moment at which no Router runs any more: what they held for the
// Loggers goes with their memory, and from here on the PGs keep their rows.
func (w *World) historyOut(cause uint32) {
	h := &w.history
	h.OutFrom = w.now()
	if !h.Writes[SideA] && !h.Writes[SideB] && h.HeldFrom < w.now() {
		w.loseHistory(h.HeldFrom, w.now(), cause)
	}
}

// historyIn is the moment at which a Router runs again: there is nothing to recover
// of the time between.
func (w *World) historyIn() {
	h := &w.history
	for s := SideA; s <= SideB; s++ {
		w.fillGap(s, h.OutFrom, w.now())
	}
	h.HeldFrom = w.now()
}

// behind is an AW-HDS that has lost its Logger, or was down itself.
func (w *World) behind(id ProcID, cause uint32) {
	f := &w.follows[w.top.units[id.Pair()].Number]
	if !f.Behind {
		*f = FollowRow{Since: w.now(), Calls: uint32(w.census.Offered), Cause: cause, Behind: true}
	}
}

// readOn lets an AW-HDS read what its Logger has and it has not: fetch by fetch.
func (w *World) readOn(id ProcID, cause uint32) {
	w.setRole(id, RoleSyncing)
	f := &w.follows[w.top.units[id.Pair()].Number]
	h := &w.cfg.History
	d := sim.Time(0)
	if !h.Lag.IsZero() {
		d = h.Lag.Sample(w.rnd[drawLag], uint64(w.top.units[id.Pair()].Number), w.procs[id].Turn)
	}
	if h.Fetch > 0 {
		rows := int64(float64(float64(uint32(w.census.Offered)-f.Calls) * h.RowsACall))
		d += sim.Time((rows+int64(h.Fetch)-1)/int64(h.Fetch)) * h.FetchTime
	}
	if d <= 0 {
		w.caughtUp(id)
		return
	}
	w.procEvent(id, evSynced, d, cause)
}

// caughtUp is an AW-HDS that shows what happens now again.
func (w *World) caughtUp(id ProcID) {
	w.setRole(id, RoleActive)
	f := &w.follows[w.top.units[id.Pair()].Number]
	if f.Behind {
		f.Behind = false
		w.mark(FactCaughtUp, uint32(id), int64(w.now()-f.Since), 0, f.Cause)
	}
	w.checkRecovered(id.Pair())
}

// closeHistory states at the end of a run what an AW-HDS still lacks.
func (w *World) closeHistory() {
	for i := range w.follows {
		if f := &w.follows[i]; f.Behind {
			w.record(FactBehind, uint32(w.unitOf(UnitHDS, i)), int64(w.now()-f.Since), 0, f.Cause)
		}
	}
}
