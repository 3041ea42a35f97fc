package model

import "ccsim/sim"

// Preview modes: a reserved agent sees the record and accepts, skips or rejects
// it; only then is the customer dialed. In direct preview the agent's own phone
// dials, without call progress analysis.

// Choice is what an agent does with a record in preview.
type Choice uint8

// Choices.
const (
	ChoiceAccept      Choice = iota
	ChoiceSkip               // the next record, please; this one comes again
	ChoiceSkipClose          // the next record, please; this one is closed
	ChoiceReject             // out of the reservation; the record comes again
	ChoiceRejectClose        // out of the reservation; the record is rejected
	choices
)

// preview shows records to the reserved agents who have none.
func (w *World) preview(c int, s Side) {
	row := &w.campaigns[c]
	for row.Idle[s].Len > 0 && row.toDial(s) > 0 && w.portFree(c, s) {
		id := row.Idle[s].First
		w.unlinkIdle(id)
		n := w.nextCustomer(c, s)
		w.show(id, n)
		w.lookAt(id, n)
	}
	w.refill(c, s)
}

// show ties a record to the agent of a reservation.
func (w *World) show(id CallID, n CustomerID) {
	call := &w.calls[id]
	call.Customer, call.Shown = n, true
	w.customers[n].Call = uint32(id) + 1
	w.campaigns[call.Campaign-1].Showing[call.Dialer]++
}

// lookAt lets an agent look at a record.
func (w *World) lookAt(id CallID, n CustomerID) {
	cu := &w.customers[n]
	w.callTimer(id, evPreviewed, w.cfg.Campaigns[cu.Campaign].Preview.Sample(w.rnd[drawPreview], uint64(w.customerNo(n)), uint32(cu.Views)))
}

// choice is what the agent does with a record, by the record and how often it was
// seen.
func (w *World) choice(n CustomerID) Choice {
	cu := &w.customers[n]
	u := w.rnd[drawChoice].Uniform(uint64(w.customerNo(n)), uint32(cu.Views))
	for i := ChoiceAccept; i < ChoiceRejectClose; i++ {
		if u < w.cfg.Campaigns[cu.Campaign].Choices[i] {
			return i
		}
		u -= w.cfg.Campaigns[cu.Campaign].Choices[i]
	}
	return ChoiceRejectClose
}

// onPreviewed is the agent's choice.
func (w *World) onPreviewed(e sim.Event) {
	c := CallID(e.Row)
	if !w.current(e) || !w.calls[c].Shown {
		return
	}
	n := w.calls[c].Customer
	choice := w.choice(n)
	w.customers[n].Views++
	switch choice {
	case ChoiceAccept:
		w.ringCustomer(n)
		if w.cfg.Campaigns[w.calls[c].Campaign-1].Mode == ModeDirectPreview {
			w.dialDirect(c, n)
		}
		return
	case ChoiceSkip, ChoiceReject:
		w.putAside(c, n)
		w.result(n, DialSkipped)
	case ChoiceSkipClose:
		w.putAside(c, n)
		w.result(n, DialClosed)
	case ChoiceRejectClose:
		w.putAside(c, n)
		w.result(n, DialRejected)
	}
	if choice >= ChoiceReject {
		w.endReservation(c)
		return
	}
	w.linkIdle(c)
	w.wake(int(w.calls[c].Campaign - 1))
}

// putAside takes a record off an agent's screen.
func (w *World) putAside(c CallID, n CustomerID) {
	call := &w.calls[c]
	call.Shown = false
	w.customers[n].Call = 0
	w.campaigns[call.Campaign-1].Showing[call.Dialer]--
	w.freesPort(int(call.Campaign - 1))
}

// dialDirect lets the agent's phone dial: the agent is on the call from the first
// ring.
func (w *World) dialDirect(c CallID, n CustomerID) {
	w.putAside(c, n)
	w.attach(c, n)
	cu, call := &w.customers[n], &w.calls[c]
	m := &w.cfg.Campaigns[cu.Campaign]
	call.Queued = w.now()
	call.Talk = m.Ring.Sample(w.rnd[drawDialRing], uint64(call.No), 0)
	if m.RingLimit > 0 {
		call.Talk = min(call.Talk, m.RingLimit)
	}
	call.Talk = max(call.Talk, 1) + 1 // the outcome of the dial comes first
	if w.outcome(n) == DialLive {
		call.Talk += w.customerTalk(c)
	}
	w.answer(c)
}

// shownEnds is a reservation that ends while its agent looks at a record, or
// waits for the customer to answer.
func (w *World) shownEnds(call *Call) {
	n := call.Customer
	cu := &w.customers[n]
	call.Shown = false
	cu.Call = 0
	w.campaigns[call.Campaign-1].Showing[call.Dialer]--
	w.freesPort(int(call.Campaign - 1))
	if cu.State == CustomerActive {
		w.giveBack(n)
	}
}
