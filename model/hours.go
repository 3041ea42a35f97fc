package model

import "ccsim/sim"

// Hours are the opening hours. A call from outside of them is told so and sent
// away: it counts as rejected.
type Hours struct {
	Open     []Span // in order of time, without overlap; empty = always
	SendAway bool   // who waits when the center closes is sent away, too
}

// Span is a stretch of time; To is not part of it.
type Span struct{ From, To sim.Time }

// open tells whether the center takes new calls.
func (w *World) open() bool {
	spans := w.cfg.Hours.Open
	if len(spans) == 0 {
		return true
	}
	i := firstAfter(spans, w.now())
	return i < len(spans) && spans[i].From <= w.now()
}

// initHours schedules the first closing.
func (w *World) initHours() {
	if w.cfg.Hours.SendAway {
		w.planClosing(0)
	}
}

func (w *World) planClosing(i int) {
	if i >= len(w.cfg.Hours.Open) || w.cfg.Hours.Open[i].To >= w.cfg.Horizon {
		return
	}
	w.kernel.Schedule(sim.Event{T: w.cfg.Hours.Open[i].To, Ord: sim.Order(sim.RankWork, uint32(i), evClose, 0), Row: uint32(i)})
}

// onClose sends away who waits when the center closes.
func (w *World) onClose(e sim.Event) {
	w.planClosing(int(e.Row) + 1)
	w.sendAllAway()
}

// refuseClosed sends a caller away who calls outside of opening hours.
func (w *World) refuseClosed(c CallID) {
	call := &w.calls[c]
	w.record(FactClosed, call.No, 0, w.callAux(call), 0)
	w.record(FactRejected, call.No, 0, w.callAux(call), 0)
	w.setCall(c, CallRejected)
	w.endCall(c)
}

// firstAfter is the first span that has not ended yet.
func firstAfter(spans []Span, at sim.Time) int {
	lo, hi := 0, len(spans)
	for lo < hi {
		if mid := (lo + hi) / 2; spans[mid].To <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
