package hds

import (
	"ccsim/model"
	"ccsim/sim"
)

// History is what the Loggers have of a run, found in a first pass: rows of a time at
// which a Logger did not write come to it later, or never.
type History struct {
	quiet
	taken [2][]stretch // what each Logger lacked and got
	lost  []stretch    // what no Logger will ever have
	never [2][]stretch // what each still lacks at the end
}

// stretch is the rows from one moment to another, and when they came.
type stretch struct{ from, to, at sim.Time }

// quiet is a watcher to whom nothing matters.
type quiet struct{}

func (quiet) CallChanged(sim.Time, model.CallState, *model.Call)                {}
func (quiet) CallRequested(sim.Time, *model.Call)                               {}
func (quiet) AgentChanged(sim.Time, model.AgentID, *model.Agent, *model.Record) {}
func (quiet) PGLost(sim.Time, model.PairID)                                     {}
func (quiet) RowsTaken(_ sim.Time, _ model.Side, _, _ sim.Time)                 {}
func (quiet) RowsLost(_, _, _ sim.Time)                                         {}

// RowsTaken implements model.Watcher.
func (h *History) RowsTaken(at sim.Time, logger model.Side, from, to sim.Time) {
	h.taken[logger] = append(h.taken[logger], stretch{from, to, at})
}

// RowsLost implements model.Watcher.
func (h *History) RowsLost(at, from, to sim.Time) {
	h.lost = append(h.lost, stretch{from, to, at})
}

// Finish notes what the Loggers lack when the run has ended.
func (h *History) Finish(w *model.World) {
	for s := model.SideA; s <= model.SideB; s++ {
		for _, g := range w.Lacking(s) {
			h.never[s] = append(h.never[s], stretch{from: g.From, to: g.To})
		}
	}
}

// Logger says whose database is written.
type Logger uint8

// Loggers.
const (
	AnyLogger Logger = iota // what at least one of the two has
	LoggerA
	LoggerB
)

// fate is what became of a row.
type fate struct {
	stored sim.Time // when the Logger had it
	absent bool     // it never had it
	held   bool     // no Logger wrote at that time: the Routers held the row
}

// of tells what became of a row of a moment in the database of a Logger.
func (h *History) of(at sim.Time, l Logger) fate {
	switch {
	case h == nil:
		return fate{stored: at}
	case l == LoggerB:
		return h.at(at, model.SideB)
	case l == LoggerA:
		return h.at(at, model.SideA)
	}
	a, b := h.at(at, model.SideA), h.at(at, model.SideB)
	if a.absent || !b.absent && b.stored < a.stored {
		return b
	}
	return a
}

func (h *History) at(at sim.Time, s model.Side) fate {
	f := fate{stored: at}
	got, lacked := find(h.taken[s], at)
	if lacked {
		f.stored = got
	}
	_, never := find(h.never[s], at)
	_, lost := find(h.lost, at)
	f.absent = never || lost
	_, other := find(h.taken[s.Other()], at)
	_, otherNever := find(h.never[s.Other()], at)
	f.held = (lacked || never) && (other || otherNever)
	return f
}

func find(all []stretch, at sim.Time) (sim.Time, bool) {
	for _, s := range all {
		if s.from <= at && at < s.to {
			return s.at, true
		}
	}
	return 0, false
}
