package model

import "ccsim/sim"

// CustomerState is the state of a customer's record, by the letters of the
// dialing list (Database Schema Handbook 12.6(1)).
type CustomerState uint8

// States of records.
const (
	CustomerNone        CustomerState = iota // not imported yet
	CustomerPending                          // P: with the Campaign Manager, to be dialed
	CustomerActive                           // A: given to a Dialer
	CustomerDialed                           // D: dialed, its result is not known yet
	CustomerClosed                           // C
	CustomerRetry                            // R: to be dialed again later
	CustomerCallback                         // B: asked to be called back
	CustomerPersonal                         // S: asked for one agent
	CustomerMaxAttempts                      // M: dialed as often as the campaign allows
	CustomerRejected                         // J: rejected by an agent
	CustomerUnknown                          // U: was active when the one who held it was lost
	customerStates
)

// String gives the letter of the state.
func (s CustomerState) String() string { return "-PADCRBSMJU"[s : s+1] }

// CustomerStates lists the states of records in the order of reports.
func CustomerStates() []CustomerState {
	all := make([]CustomerState, 0, customerStates-1)
	for s := CustomerPending; s < customerStates; s++ {
		all = append(all, s)
	}
	return all
}

var customerNext = [customerStates]uint16{
	CustomerNone:     1 << CustomerPending,
	CustomerPending:  1<<CustomerActive | 1<<CustomerNone,
	CustomerActive:   1<<CustomerPending | 1<<CustomerCallback | 1<<CustomerPersonal | 1<<CustomerDialed | 1<<CustomerClosed | 1<<CustomerRetry | 1<<CustomerRejected | 1<<CustomerUnknown | 1<<CustomerMaxAttempts | 1<<CustomerNone,
	CustomerDialed:   1<<CustomerPending | 1<<CustomerClosed | 1<<CustomerRetry | 1<<CustomerCallback | 1<<CustomerPersonal | 1<<CustomerMaxAttempts | 1<<CustomerNone,
	CustomerRetry:    1<<CustomerActive | 1<<CustomerNone,
	CustomerCallback: 1<<CustomerActive | 1<<CustomerNone,
	CustomerPersonal: 1<<CustomerActive | 1<<CustomerCallback | 1<<CustomerPersonal | 1<<CustomerClosed | 1<<CustomerNone,
	CustomerUnknown:  1<<CustomerPending | 1<<CustomerNone,

	CustomerClosed: 1 << CustomerNone, CustomerMaxAttempts: 1 << CustomerNone, CustomerRejected: 1 << CustomerNone,
}

// CustomerID is the row of a customer's record.
type CustomerID uint32

// Customer is a record of a campaign: held by the Campaign Manager, and by the
// memory of a Dialer while it is active or dialed.
type Customer struct {
	Gen      uint32
	Next     uint32 // in the list that it stands in, counted from 1
	Cause    uint32 // lever that spoiled its attempt
	Call     uint32 // of a preview: the reservation whose agent sees it, counted from 1
	Campaign uint16
	Views    uint16 // times an agent looked at it
	Gateway  nodeRef
	Attempt  uint8 // dials so far
	State    CustomerState
	Side     Side // of the Dialer that holds it
	Line     bool // a line rings for it
	Closing  bool // its result does not count any more: it is closed
	Orphan   bool // nobody can report its result
	Deleted  bool // gone when its call is over: the list was overwritten
	Barred   bool // is not dialed again by itself

	Due     sim.Time // of its callback
	Agent   AgentID  // of a personal one
	Promise promise
	Ask     personalAsk // for that agent
	Base    uint8       // dials before the callback
	Tried   bool        // dialed since it was due
	Wish    bool        // its customer has just asked for one
}

// customerList is a list of records, first in, first out.
type customerList struct {
	First, Last uint32 // counted from 1
	Len         int32
}

func (w *World) pushCustomer(l *customerList, n CustomerID) {
	w.customers[n].Next = 0
	if l.Len == 0 {
		l.First = uint32(n) + 1
	} else {
		w.customers[l.Last-1].Next = uint32(n) + 1
	}
	l.Last = uint32(n) + 1
	l.Len++
}

func (w *World) popCustomer(l *customerList) CustomerID {
	n := CustomerID(l.First - 1)
	l.First = w.customers[n].Next
	l.Len--
	if l.Len == 0 {
		l.Last = 0
	}
	return n
}

// setCustomer is the one place that changes the state of a record.
func (w *World) setCustomer(n CustomerID, to CustomerState) {
	cu := &w.customers[n]
	if customerNext[cu.State]>>to&1 == 0 {
		w.unsound("record %d goes from %v to %v", n, cu.State, to)
	}
	w.census.Records[cu.State]--
	w.census.Records[to]++
	cu.State = to
	cu.Gen++
}

// customerNo is the number of the present dial of a customer.
func (w *World) customerNo(n CustomerID) uint32 {
	cu := &w.customers[n]
	index := uint32(n) - w.top.firstCustomer[cu.Campaign]
	return outboundNo + (index*uint32(len(w.cfg.Campaigns))+uint32(cu.Campaign))*attemptsKept + uint32(cu.Attempt)%attemptsKept
}

// customerEvent schedules something about a record; a change of its state makes
// it void.
func (w *World) customerEvent(n CustomerID, k sim.Kind, delay sim.Time, cause uint32) {
	cu := &w.customers[n]
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(delay, 1), Ord: sim.Order(sim.RankWork, w.customerNo(n), k, cu.Gen&sim.MaxSeq),
		Row: uint32(n), Gen: cu.Gen, Cause: cause,
	})
}

// result ends an attempt: by it and the rules of the campaign the record is
// closed, dialed again later, or has been dialed often enough.
func (w *World) result(n CustomerID, r DialResult) {
	cu := &w.customers[n]
	m := &w.cfg.Campaigns[cu.Campaign]
	if cu.Line {
		w.hangUpLine(n, DialCancelled)
	}
	wish := cu.Wish
	cu.Wish = false
	again := wish || r != DialLive && m.Retry[r] > 0
	switch {
	case cu.State != CustomerActive && cu.State != CustomerDialed || cu.Orphan:
		// Lost meanwhile: whoever was to report it is gone.
	case cu.Deleted:
		cu.Deleted = false
		w.setCustomer(n, CustomerNone)
	case cu.Closing:
		if again {
			w.loseRecord(n, cu.Cause)
		}
		w.setCustomer(n, CustomerClosed)
	case r == DialRejected:
		w.setCustomer(n, CustomerRejected)
	case !again:
		w.setCustomer(n, CustomerClosed)
	case wish:
		w.promise(n, cu.Due)
	case cu.Promise == promisePersonal:
		w.personalFailed(n, r)
	case w.spent(cu):
		w.setCustomer(n, CustomerMaxAttempts)
	default:
		w.setCustomer(n, CustomerRetry)
		if w.now()+m.Retry[r] < w.cfg.Horizon {
			w.customerEvent(n, evDue, m.Retry[r], 0)
		}
	}
	w.wake(int(cu.Campaign))
}

// onDue lets a record be dialed again.
func (w *World) onDue(e sim.Event) {
	n := CustomerID(e.Row)
	if cu := &w.customers[n]; cu.Gen == e.Gen {
		if cu.State == CustomerPersonal {
			w.personalDue(n)
			w.wake(int(cu.Campaign))
			return
		}
		w.pushCustomer(&w.campaigns[cu.Campaign].Due, n)
		w.wake(int(cu.Campaign))
	}
}

// loseRecord states that a record left its way: nobody knows what came of it.
func (w *World) loseRecord(n CustomerID, cause uint32) {
	w.lose(LossRecord, w.customerNo(n), cause)
}

// eachCustomer does something to the records that one side of a Dialer holds, in
// their order.
func (w *World) eachCustomer(campaign int, s Side, do func(n CustomerID, cu *Customer)) {
	first := w.top.firstCustomer[campaign]
	for i := range w.campaigns[campaign].Total {
		n := CustomerID(first + i)
		if cu := &w.customers[n]; cu.Side == s && (cu.State == CustomerActive || cu.State == CustomerDialed) {
			do(n, cu)
		}
	}
}

// recountCustomers compares the records with the census, and with the counts of
// lines and calls.
func (w *World) recountCustomers() {
	var states [customerStates]int64
	lines, wanted := make([][2]int32, len(w.campaigns)), make([][2]int32, len(w.campaigns))
	for i := range w.customers {
		cu := &w.customers[i]
		states[cu.State]++
		if cu.Line {
			lines[cu.Campaign][cu.Side]++
		}
		if cu.State == CustomerActive && cu.Promise == promisePersonal && !cu.Orphan && (cu.Call == 0 || cu.Ask == askComing) {
			wanted[cu.Campaign][cu.Side]++
		}
	}
	if states != w.census.Records {
		w.unsound("the census has records %v, the rows have %v", w.census.Records, states)
	}
	talking := make([][2]int32, len(w.campaigns))
	idle, routed, showing := make([][2]int32, len(w.campaigns)), make([][2]int32, len(w.campaigns)), make([][2]int32, len(w.campaigns))
	for i := range w.calls {
		call := &w.calls[i]
		switch {
		case call.Campaign == 0 || !call.State.InProgress():
		case call.Coming:
			routed[call.Campaign-1][call.Dialer]++
		case call.Shown:
			showing[call.Campaign-1][call.Dialer]++
		case call.Idle:
			idle[call.Campaign-1][call.Dialer]++
		case call.Joined:
			talking[call.Campaign-1][call.Dialer]++
		}
	}
	for c := range w.campaigns {
		row := &w.campaigns[c]
		for s := range 2 {
			have := [6]int32{row.Dialing[s], row.Talking[s], row.Idle[s].Len, row.Routed[s], row.Showing[s], row.Wanted[s].Len}
			if rows := [6]int32{lines[c][s], talking[c][s], idle[c][s], routed[c][s], showing[c][s], wanted[c][s]}; have != rows {
				w.unsound("campaign %d, side %d: lines that ring, calls, agents that wait, are on their way and look at a record, and personal callbacks that wait for theirs are %v; the rows have %v", c, s, have, rows)
			}
		}
	}
}

// checkDials reads the census only, as the other laws that hold after every event
// do: each record is in one state, and each dial rings or has one result.
func (w *World) checkDials() {
	n := int64(0)
	for _, k := range w.census.Records {
		n += k
	}
	if n != int64(len(w.customers)) {
		w.unsound("there are %d records, but %d have a state", len(w.customers), n)
	}
	if w.census.ringing() < 0 {
		w.unsound("%d customers were dialed, but the results are %v", w.census.Dials, w.census.Outcomes)
	}
}

// recordCustomers states how many records of each campaign are in each state.
func (w *World) recordCustomers() {
	counts := make([][customerStates]int64, len(w.campaigns))
	for i := range w.customers {
		counts[w.customers[i].Campaign][w.customers[i].State]++
	}
	for c := range counts {
		for s := CustomerPending; s < customerStates; s++ {
			w.record(FactRecords, uint32(c), counts[c][s], uint32(s), 0)
		}
	}
}
