package scenarios

import (
	"ccsim/model"
	"ccsim/sim"
)

// watch remembers what expectations ask about: the events of the sides, their
// roles, and who is signed out by a fault. It is a sink beside the fold.
type watch struct {
	cfg    *model.Config
	events []sim.Fact
	out    []bool  // by agent: signed out by a fault
	count  []int   // signed out by a fault now, by pair
	pairs  []int   // of each agent
	shares []shift // changes of count
}

// shift is a change of the number of agents signed out by a fault.
type shift struct {
	t    sim.Time
	pair int
	out  int
}

func newWatch(cfg *model.Config) *watch {
	w := &watch{cfg: cfg, count: make([]int, len(cfg.PGs))}
	for _, g := range cfg.Groups {
		for range g.Count {
			w.pairs = append(w.pairs, int(g.PG))
		}
	}
	w.out = make([]bool, len(w.pairs))
	return w
}

// Record implements sim.Sink.
func (w *watch) Record(x sim.Fact) {
	switch {
	case x.Kind == model.FactSignedOut:
		w.sign(x, x.Cause != 0)
	case x.Kind == model.FactSignedIn:
		w.sign(x, false)
	case x.Kind == model.FactCode, x.Kind == model.FactForced:
	case x.Kind >= model.FactCongested && x.Kind <= model.FactRelieved, x.Kind >= model.FactHistoryLost && x.Kind <= model.FactCaughtUp:
	case x.Kind < model.FactLever || x.Kind > model.FactRecovered:
		return
	}
	w.events = append(w.events, x)
}

func (w *watch) sign(x sim.Fact, out bool) {
	if w.out[x.Subject] == out {
		return
	}
	w.out[x.Subject] = out
	p := w.pairs[x.Subject]
	if out {
		w.count[p]++
	} else {
		w.count[p]--
	}
	w.shares = append(w.shares, shift{x.T, p, w.count[p]})
}

// CopyFrom makes w an independent copy of src.
func (w *watch) CopyFrom(src *watch) {
	*w = *src
	w.events = append([]sim.Fact(nil), src.events...)
	w.out = append([]bool(nil), src.out...)
	w.count = append([]int(nil), src.count...)
	w.shares = append([]shift(nil), src.shares...)
}

// lastFault is the moment of the last lever that acted.
func (w *watch) lastFault() (sim.Time, bool) {
	for i := len(w.events) - 1; i >= 0; i-- {
		if x := w.events[i]; x.Kind == model.FactLever && !w.cfg.Levers[x.Subject].IsUndo {
			return x.T, true
		}
	}
	return 0, false
}

// find gives the index of the first event of a kind and subject from an index
// on, or -1.
func (w *watch) find(k sim.FactKind, subject uint32, from int) int {
	for i := from; i < len(w.events); i++ {
		if w.events[i].Kind == k && w.events[i].Subject == subject {
			return i
		}
	}
	return -1
}

// roleAt is the role of a process at a moment, what happens at it included.
func (w *watch) roleAt(id model.ProcID, t sim.Time) model.Role {
	role := w.firstRole(id)
	for _, x := range w.events {
		if x.T > t {
			break
		}
		if x.Kind == model.FactRole && x.Subject == uint32(id) {
			role = model.Role(x.Value)
		}
	}
	return role
}

func (w *watch) firstRole(id model.ProcID) model.Role { return w.cfg.FirstRole(id) }

// roleWithin tells whether a process has a role at some moment of a window.
func (w *watch) roleWithin(id model.ProcID, from, to sim.Time, ok func(model.Role) bool) bool {
	if ok(w.roleAt(id, from)) {
		return true
	}
	for _, x := range w.events {
		if x.Kind == model.FactRole && x.Subject == uint32(id) && x.T >= from && x.T <= to && ok(model.Role(x.Value)) {
			return true
		}
	}
	return false
}

// signedInAt is the share of a pair's agents who are not signed out by a fault.
func (w *watch) signedInAt(pair int, t sim.Time) float64 {
	out := 0
	for _, s := range w.shares {
		if s.t <= t && s.pair == pair {
			out = s.out
		}
	}
	return w.shareOf(pair, out)
}

func (w *watch) shareOf(pair, out int) float64 {
	n := 0
	for _, p := range w.pairs {
		if p == pair {
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return 1 - float64(out)/float64(n)
}

// signedInWithin tells whether the share meets a condition at some moment of a
// window after its begin.
func (w *watch) signedInWithin(pair int, from, to sim.Time, ok func(float64) bool) bool {
	if ok(w.signedInAt(pair, from)) && !w.changes(pair, from) {
		return true
	}
	for _, s := range w.shares {
		if s.pair == pair && s.t >= from && s.t <= to && ok(w.signedInAt(pair, s.t)) {
			return true
		}
	}
	return false
}

// changes tells whether agents are signed out at or after a moment: then the
// share at the moment itself says nothing yet.
func (w *watch) changes(pair int, from sim.Time) bool {
	for _, s := range w.shares {
		if s.pair == pair && s.t >= from && s.out > 0 {
			return true
		}
	}
	return false
}
