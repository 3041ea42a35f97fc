package model

import "ccsim/sim"

// Test-Other-Side: a Router that lost its peer asks each PG that it reaches to
// contact the peer over the public network, and stays disabled if one finds it
// enabled. A PG that finds it still deciding is asked again.

// answer is what a PG finds.
type answer uint32

const (
	answerUnreachable answer = iota
	answerDisabled
	answerEnabled
	answerUndecided
)

// testOtherSide begins a test, or asks again those who found the other Router undecided.
func (w *World) testOtherSide(id ProcID, cause uint32) {
	t := &w.router.Tests[id.Side()]
	*t = test{Gen: t.Gen + 1}
	for p := range w.top.pgs {
		if w.reaches(id, PairID(p)) {
			t.Waiting++
			w.askPG(id, PairID(p), cause)
		}
	}
	if t.Waiting == 0 {
		w.testEnds(id, cause)
	}
}

// askPG schedules the answer of a PG: after one exchange of messages where it
// knows that the other Router is gone, after two where it asks it, and after the
// limit where nothing comes back.
func (w *World) askPG(id ProcID, p PairID, cause uint32) {
	exchange := 2 * max(w.cfg.Latency.Public, 1)
	delay, what := exchange, answerUnreachable
	switch w.question(id, p) {
	case questionUnheard:
		delay = max(delay, w.cfg.Timers.TestOtherSide)
	case questionAnswered:
		delay, what = 2*exchange, w.found(id)
	}
	w.kernel.Schedule(sim.Event{
		T: w.now() + delay, Ord: sim.Order(sim.RankTimer, uint32(len(w.procs)+len(w.watch)+2*int(p))+uint32(id.Side()), evTestAnswer, w.router.Tests[id.Side()].Gen&sim.MaxSeq),
		Row: uint32(id), Gen: w.router.Tests[id.Side()].Gen, Arg: uint32(what), Cause: cause,
	})
}

// question is what becomes of a Router's question about the other.
type question uint8

const (
	questionNone     question = iota // no side of the PG has a connection to both
	questionUnheard                  // nothing comes back
	questionAnswered                 // it is passed on and answered
)

// question says what becomes of a Router's question to a PG: one side that passes
// it on is enough.
func (w *World) question(id ProcID, p PairID) (best question) {
	for s := SideA; s <= SideB; s++ {
		pg := pgProc(p, s)
		own, other, peer := w.publicLink(pg, id.Side()), w.publicLink(pg, id.Side().Other()), &w.procs[id^1]
		switch {
		case !w.watch[own.Line(0)].Up || !w.procs[pg].up() || !w.watch[other.Line(1)].Up:
		case !w.joined(other) || !peer.up() || peer.Paused || w.procs[pg].Paused || !w.joined(own):
			best = max(best, questionUnheard)
		default:
			return questionAnswered
		}
	}
	return best
}

// overtaken tells whether the other Router runs, or goes first, by the end of a
// test that had begun before it: its own questions came by a PG that reaches both.
func (w *World) overtaken(id ProcID) bool {
	r := w.procs[id^1].Role
	if !routesAlone(r) && (r != RoleTesting || id.Side() == w.cfg.lead) {
		return false
	}
	for p := range w.top.pgs {
		if w.reaches(id, PairID(p)) && w.question(id, PairID(p)) == questionAnswered {
			return true
		}
	}
	return false
}

// found is what a PG finds the other Router to be.
func (w *World) found(id ProcID) answer {
	switch r := w.procs[id^1].Role; {
	case routesAlone(r):
		return answerEnabled
	case pairedRole(r):
		return answerUndecided // it has not noticed yet
	case r == RoleTesting && id.Side() != w.cfg.lead:
		return answerUndecided // of two that test, side A goes first
	}
	return answerDisabled
}

func (w *World) onTestAnswer(e sim.Event) {
	id := ProcID(e.Row)
	t := &w.router.Tests[id.Side()]
	if t.Gen != e.Gen || w.procs[id].Role != RoleTesting {
		return
	}
	switch answer(e.Arg) {
	case answerEnabled:
		t.Enabled = true
	case answerUndecided:
		t.Again = true
	}
	t.Waiting--
	if t.Waiting == 0 {
		w.testEnds(id, e.Cause)
	}
}

// testEnds draws the conclusion of a test: one "enabled" is enough to stay
// disabled.
func (w *World) testEnds(id ProcID, cause uint32) {
	t := &w.router.Tests[id.Side()]
	switch {
	case t.Enabled:
		w.setRouter(id, RoleIsolatedDisabled, cause)
	case t.Again:
		w.procEvent(id, evTestAgain, w.cfg.Timers.PrivateHeartbeat, cause)
	default:
		w.procEvent(id, evSettled, max(w.cfg.Timers.Settle, 1), cause)
	}
}

func (w *World) onTestAgain(e sim.Event) {
	if w.same(e) {
		w.testOtherSide(ProcID(e.Row), e.Cause)
	}
}

// onSettled ends the test of a Router that found nobody else in charge.
func (w *World) onSettled(e sim.Event) {
	id := ProcID(e.Row)
	switch {
	case !w.same(e):
	case !w.majority(id):
		w.setRouter(id, RoleIsolatedDisabled, e.Cause) // PGs that it had counted did not answer, and are silent
	case w.overtaken(id):
		w.testOtherSide(id, e.Cause)
	default:
		w.setRouter(id, RoleIsolatedEnabled, e.Cause)
	}
}
