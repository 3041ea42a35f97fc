package model

import "ccsim/sim"

// Watcher is told more than the facts say: every change of a call and of an agent,
// with the whole row. It is for those who write down single calls and agents, such as
// the tables of reporting systems. What it is told is no part of the fingerprint, and a
// run without one pays for comparisons with nil. It must not change the rows, nor keep
// pointers to them: they are used again.
type Watcher interface {
	// CallChanged is a call that went from a state to Call.State. Facts about the same
	// change (answered, handled, abandoned) come before it.
	CallChanged(at sim.Time, from CallState, call *Call)
	// CallRequested is a route request of a new call that a Router has taken.
	CallRequested(at sim.Time, call *Call)
	// AgentChanged is an agent whose true state, or state as the PG sees it, has changed.
	AgentChanged(at sim.Time, a AgentID, agent *Agent, rec *Record)
	// PGLost is an active PG side that leaves service without a handover, before
	// anything of what it held is lost.
	PGLost(at sim.Time, p PairID)
	// RowsTaken is a stretch of history that a Logger lacked and has now.
	RowsTaken(at sim.Time, logger Side, from, to sim.Time)
	// RowsLost is a stretch of history that no Logger will ever have.
	RowsLost(at sim.Time, from, to sim.Time)
}

// SetWatcher lets w tell a watcher, first of the agents who are signed in already. A
// fork starts without one.
func (w *World) SetWatcher(watcher Watcher) {
	w.watcher = watcher
	for a := range w.agents {
		if w.agents[a].State != AgentLogout || w.records[a].State != AgentLogout {
			w.agentChanged(AgentID(a))
		}
	}
}

func (w *World) agentChanged(a AgentID) {
	if w.watcher != nil {
		w.watcher.AgentChanged(w.now(), a, &w.agents[a], &w.records[a])
	}
}

// Lacking lists the stretches of history that a Logger lacks now. One that lasts ends
// at sim.Forever.
func (w *World) Lacking(s Side) (all []GapRow) {
	for _, g := range w.gaps {
		if g.Side == s {
			all = append(all, g)
		}
	}
	return all
}

// DialOf reads the number of a campaign's dial: the customer's place in the list,
// counted from 0, and the attempt.
func (c *Config) DialOf(no uint32) (record, attempt int) {
	n := no - outboundNo
	return int(n/attemptsKept) / max(len(c.Campaigns), 1), int(n % attemptsKept)
}

// CallerOf is the number of the caller of a call: the same for each time that the
// caller tries again.
func CallerOf(no uint32) uint32 {
	if tries := no >> attemptBit; tries <= maxRetries {
		return no & (attempt - 1)
	}
	return no
}

// Reserved tells the states of an agent for whom a call is on its way.
func (s AgentState) Reserved() bool { return s.reserved() }
