package model

import "ccsim/sim"

// Lookups of routing scripts: a database, or an application gateway. Each Router side
// has a connection of its own to the host of its side. What a request does when one
// fails is the fault tolerance of the lookup (Database Schema Handbook 7.2(1), Field
// Values, Application Gateway: Fault Tolerance). So a Router side that stops costs
// lookups: those that were under way through it, and those that are still sent to it
// until the connection counts as lost.

// FaultTolerance says through which Router's connection a lookup goes.
type FaultTolerance uint8

// Fault tolerances.
const (
	LookupHotStandby FaultTolerance = iota // all through the first; through the other when that is lost
	LookupAlternate                        // in turn; all through the one that is left
	LookupDuplicate                        // through both
	LookupNone                             // through the first only
)

// Lookup is what scripts can ask.
type Lookup struct {
	Name      string
	Tolerance FaultTolerance
	First     Side     // Router side that is asked first
	Takes     sim.Time // until the answer
	Timeout   sim.Time // until a request without an answer has failed
	Abandon   sim.Time // until a connection without answers counts as lost
}

// LookupRow is the state of a lookup.
type LookupRow struct {
	Failed bool   // by a lever: nothing answers
	Cause  uint32 // lever
}

// lookupStep asks. The script goes on when the answer is there, or when it is clear
// that there will be none.
func (w *World) lookupStep(c CallID, t *turn) (stops bool) {
	l := &w.cfg.Lookups[t.Lookup]
	side, works := w.asks(l, w.calls[c].No)
	d := l.Takes
	if !works || w.lookups[t.Lookup].Failed {
		d = l.Timeout
	}
	if d <= 0 {
		return w.looked(c, t, side, works)
	}
	if w.listensTo(c) {
		call := &w.calls[c]
		w.callEvent(c, evLookup, w.now()+d, call.Gen, w.request(side, works))
	}
	return true
}

// request packs the connection of a request: its side, whether it works, and the life
// of the Router behind it.
func (w *World) request(side Side, works bool) uint32 {
	if !works {
		return uint32(side) << 1
	}
	return w.procs[w.routerID(side)].Life<<2 | uint32(side)<<1 | 1
}

// onLookup is the end of a request: it fails if the Router through which it went has
// stopped meanwhile.
func (w *World) onLookup(e sim.Event) {
	if !w.current(e) {
		return
	}
	c := CallID(e.Row)
	call := &w.calls[c]
	t := &w.top.scripts[call.Script][call.Step-1]
	side := Side(e.Arg >> 1 & 1)
	sent := e.Arg&1 == 1
	works := sent && w.request(side, w.runs(side)) == e.Arg
	if !works && sent && w.cfg.Lookups[t.Lookup].Tolerance == LookupDuplicate {
		side = side.Other()
		works = w.runs(side)
	}
	if !w.looked(c, t, side, works) {
		w.runScript(c)
	}
}

// runs tells whether a Router side can ask.
func (w *World) runs(s Side) bool {
	p := &w.procs[w.routerID(s)]
	return w.keepsState(s) && !p.Paused
}

// asks gives the connection that a request takes, and whether it works.
func (w *World) asks(l *Lookup, no uint32) (side Side, works bool) {
	side = l.First
	if l.Tolerance == LookupAlternate && no%2 == 1 {
		side = side.Other()
	}
	if w.runs(side) || l.Tolerance == LookupNone {
		return side, w.runs(side)
	}
	pair := &w.pairs[w.top.router]
	if noticed := pair.Simplex && w.now() >= pair.SimplexSince+l.Abandon; !noticed && l.Tolerance != LookupDuplicate {
		return side, false
	}
	return side.Other(), w.runs(side.Other())
}

// looked takes the result of a lookup, and tells whether the script stops here.
func (w *World) looked(c CallID, t *turn, side Side, works bool) (stops bool) {
	row := &w.lookups[t.Lookup]
	cause := uint32(0)
	switch {
	case row.Failed:
		cause = row.Cause
	case !works:
		cause = w.procs[w.routerID(side)].Cause
	}
	call := &w.calls[c]
	if works && !row.Failed {
		w.record(FactLookup, uint32(t.Lookup), int64(call.No), 0, 0)
		return false
	}
	w.record(FactLookup, uint32(t.Lookup), int64(call.No), 1, cause)
	switch {
	case t.OnFail == FailDefault:
		w.defaultRoute(c, cause)
		return true
	case t.OnFail >= 0:
		call.Script, call.Step = uint16(t.OnFail), 0
	}
	return false
}

// leverLookup makes a lookup fail, or answer again.
func (w *World) leverLookup(l *Lever, cause uint32) IgnoreReason {
	row := &w.lookups[l.Lookup-1]
	fails := l.Verb == VerbFail
	switch {
	case row.Failed == fails && fails:
		return IgnoreDown
	case row.Failed == fails:
		return IgnoreUp
	}
	row.Failed, row.Cause = fails, cause
	return 0
}
