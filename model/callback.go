package model

import "ccsim/sim"

// Callbacks: a customer whom a campaign has reached asks the agent to be called at
// another time. The agent's desktop notes it, and the record waits with the Campaign
// Manager as B, for any agent of the campaign, or as S, for the same agent (Outbound
// Option Guide for Unified CCE 12.6(1), Personal_Callback_List; Database Schema
// Handbook 12.6(1), Field Values). Which of the two is set for the campaign.
//
// When an S is due it is given to the Dialer, which asks the Router for that very agent
// for as long as the time limit says. While it is there it is an active record, with
// the fate of those in a failure; while it waits with the Campaign Manager no failure
// touches it, but while no Campaign Manager is active nothing becomes of it either.

// Callbacks is what a campaign does about customers who ask to be called back.
type Callbacks struct {
	Share    float64  // of talks that end with that wish
	Delay    sim.Dist // until then
	Personal bool     // by the same agent
	Missed   MissedCallback
	Limit    sim.Time // how long the agent of a personal callback is tried
}

// MissedCallback is what becomes of a personal callback whose agent could not be had
// within the time limit.
type MissedCallback uint8

// Ways to go on.
const (
	MissedCampaign MissedCallback = iota // any agent of the campaign calls
	MissedNextDay                        // the same agent, at the same time on the next day
	MissedClose                          // nobody: the record is closed
)

// String gives the way as scenario files write it.
func (m MissedCallback) String() string { return [...]string{"campaign", "next_day", "close"}[m] }

// promise is what a record's customer was promised.
type promise uint8

const (
	promiseNone     promise = iota
	promiseRegular          // B: a call by any agent
	promisePersonal         // S: a call by Customer.Agent
)

// How far the request for the agent of a personal callback is.
type personalAsk uint8

const (
	askNone    personalAsk = iota
	askSent                // on its way to the Router
	askWaits               // at the Router
	askRefused             // rejected by congestion control
	askComing              // the agent's reservation is on its way
)

// What FactCallback tells.
const (
	CallbackAsked       uint32 = iota // Value: the time until it is due
	CallbackPersonal                  // the same, of the same agent
	CallbackDialed                    // the customer is dialed for the first time; Value: how late
	CallbackDialedAgain               // and again, when that did not reach the customer
	CallbackKept                      // the customer was spoken with, as promised
	CallbackMissed                    // the agent could not be had in time
	CallbackUnnoted                   // the agent had no desktop to note it
)

const (
	nextDay = 24 * sim.Hour
	// personalAgain is the time from one call of a personal callback to the next
	// within the time limit (Q&A 116202 on personal callbacks).
	personalAgain = sim.Minute
	// maxDials is the number of dials after which a record is left alone whatever was
	// promised: each has a key of its own.
	maxDials = attemptsKept - 1
)

// told records something about a callback.
func (w *World) told(n CustomerID, what uint32, value sim.Time, cause uint32) {
	w.record(FactCallback, w.customerNo(n), int64(value), uint32(w.customers[n].Campaign)|what<<16, cause)
}

// callsBack tells of a dial of a record whose customer was promised a call.
func (w *World) callsBack(n CustomerID) {
	cu := &w.customers[n]
	cu.Tried = true
	switch {
	case cu.Promise == promiseNone:
	case cu.Attempt == cu.Base+1:
		w.told(n, CallbackDialed, w.now()-cu.Due, 0)
	default:
		w.told(n, CallbackDialedAgain, 0, 0)
	}
}

// talkedTo is a talk that has ended well: a promise was kept, and the customer may ask
// for another call. It tells whether the record waits for one now. Without control of
// the call the agent's desktop cannot note it.
func (w *World) talkedTo(n CustomerID, call *Call) {
	cu := &w.customers[n]
	b := &w.cfg.Campaigns[cu.Campaign].Callbacks
	if cu.Promise == promiseRegular || cu.Promise == promisePersonal && cu.Agent == call.Agent {
		w.told(n, CallbackKept, 0, 0)
	}
	cu.Promise = promiseNone
	no := uint64(w.customerNo(n))
	if b.Share == 0 || cu.Attempt >= maxDials || w.rnd[drawCallback].Uniform(no, 0) >= b.Share {
		return
	}
	if !call.Control {
		w.told(n, CallbackUnnoted, 0, w.pairCauseOf(call))
		if !cu.Orphan && !cu.Closing && !cu.Deleted {
			w.loseRecord(n, w.pairCauseOf(call))
		}
		return
	}
	delay := max(b.Delay.Sample(w.rnd[drawCallbackDelay], no, 0), 1)
	cu.Promise, cu.Agent, cu.Due, cu.Base = promiseRegular, call.Agent, w.now()+delay, cu.Attempt
	cu.Wish, cu.Tried = true, false
	what := CallbackAsked
	if b.Personal {
		cu.Promise, what = promisePersonal, CallbackPersonal
	}
	w.told(n, what, delay, 0)
}

// promised is the state in which a record waits for what its customer was promised.
func (cu *Customer) promised() CustomerState {
	return [...]CustomerState{CustomerPending, CustomerCallback, CustomerPersonal}[cu.Promise]
}

// promise lets a record wait for its time.
func (w *World) promise(n CustomerID, at sim.Time) {
	cu := &w.customers[n]
	w.setCustomer(n, cu.promised())
	if at < w.cfg.Horizon {
		w.customerEvent(n, evDue, at-w.now(), 0)
	}
}

// spent tells whether a record has been dialed as often as the campaign allows; a
// callback starts the count again.
func (w *World) spent(cu *Customer) bool {
	return int(cu.Attempt-cu.Base) >= w.cfg.Campaigns[cu.Campaign].Attempts || cu.Base > 0 && cu.Attempt >= maxDials
}

// personalFailed is a dial of a personal callback that has not reached the customer: it
// is tried again soon while the time limit lasts, else as other customers.
func (w *World) personalFailed(n CustomerID, r DialResult) {
	cu := &w.customers[n]
	b := &w.cfg.Campaigns[cu.Campaign].Callbacks
	switch at := w.now() + personalAgain; {
	case cu.Attempt >= maxDials:
		w.setCustomer(n, CustomerMaxAttempts)
	case w.spent(cu):
		w.leaveAgent(n)
	case at < cu.Due+b.Limit:
		w.promise(n, at)
	default:
		w.putOff(n, w.now()+w.cfg.Campaigns[cu.Campaign].Retry[r])
	}
}

// putOff sets a new time for a personal callback.
func (w *World) putOff(n CustomerID, at sim.Time) {
	w.customers[n].Due, w.customers[n].Tried = at, false
	w.promise(n, at)
}

// giveBack lets the Campaign Manager have a record that its Dialer held.
func (w *World) giveBack(n CustomerID) {
	cu := &w.customers[n]
	row := &w.campaigns[cu.Campaign]
	w.setCustomer(n, cu.promised())
	if cu.Promise == promisePersonal {
		w.pushCustomer(&row.Personal, n)
	} else {
		w.pushCustomer(&row.Due, n)
	}
}

// personalDue is a personal callback whose time has come.
func (w *World) personalDue(n CustomerID) {
	cu := &w.customers[n]
	w.pushCustomer(&w.campaigns[cu.Campaign].Personal, n)
	w.kernel.Schedule(sim.Event{
		T: max(cu.Due+w.cfg.Campaigns[cu.Campaign].Callbacks.Limit, w.now()+1), Ord: sim.Order(sim.RankWork, w.customerNo(n), evOverdue, cu.Gen&sim.MaxSeq),
		Row: uint32(cu.Campaign),
	})
}

// onOverdue lets the Campaign Manager look for callbacks whose time has passed.
func (w *World) onOverdue(e sim.Event) { w.wake(int(e.Row)) }

// overdue tells whether the time limit of a personal callback has passed.
func (w *World) overdue(n CustomerID) bool {
	cu := &w.customers[n]
	return cu.Ask != askComing && w.now() >= cu.Due+w.cfg.Campaigns[cu.Campaign].Callbacks.Limit
}

// missCallbacks takes the personal callbacks whose agent could not be had in time off
// their lists. The Campaign Manager does it: without an active one they wait.
func (w *World) missCallbacks(c int) {
	row := &w.campaigns[c]
	if row.Personal.Len+row.Wanted[SideA].Len+row.Wanted[SideB].Len == 0 || w.pairs[w.top.campaign].Active < 0 {
		return
	}
	w.filter(&row.Personal, func(n CustomerID) bool { return !w.overdue(n) }, w.missed)
	for s := range row.Wanted {
		if w.has(pgProc(w.dialerOf(c), Side(s)), needCampaign) {
			w.filter(&row.Wanted[s], func(n CustomerID) bool { return !w.overdue(n) }, w.missed)
		}
	}
}

// filter keeps some records of a list, and does something to the others once they are
// off it.
func (w *World) filter(l *customerList, keep func(CustomerID) bool, do func(CustomerID)) {
	for range l.Len {
		if n := w.popCustomer(l); keep(n) {
			w.pushCustomer(l, n)
		} else {
			do(n)
		}
	}
}

// missed is a personal callback whose time limit is over. One whose agent was there, and
// only the customer was not, is tried again as other customers who do not answer.
func (w *World) missed(n CustomerID) {
	cu := &w.customers[n]
	if again := w.cfg.Campaigns[cu.Campaign].Retry[DialNoAnswer]; cu.Tried && again > 0 {
		w.putOff(n, w.now()+again)
		return
	}
	w.told(n, CallbackMissed, 0, 0)
	w.leaveAgent(n)
}

// leaveAgent lets a personal callback go on as the campaign says: its agent could not be
// had, or has not reached the customer as often as allowed.
func (w *World) leaveAgent(n CustomerID) {
	cu := &w.customers[n]
	switch w.cfg.Campaigns[cu.Campaign].Callbacks.Missed {
	case MissedCampaign:
		cu.Promise = promiseRegular
		w.setCustomer(n, CustomerCallback)
		w.pushCustomer(&w.campaigns[cu.Campaign].Due, n)
	case MissedNextDay:
		at := cu.Due + nextDay
		for at <= w.now() {
			at += nextDay
		}
		w.putOff(n, at)
	case MissedClose:
		cu.Promise = promiseNone
		w.setCustomer(n, CustomerClosed)
	}
	w.wake(int(cu.Campaign))
}

// askPersonal gives a Dialer the personal callbacks that are due, and lets it ask for
// their agents.
func (w *World) askPersonal(c int, s Side) {
	row := &w.campaigns[c]
	for row.Personal.Len > 0 {
		n := w.popCustomer(&row.Personal)
		w.given(n, s)
		w.pushCustomer(&row.Wanted[s], n)
	}
	if row.Wanted[s].Len == 0 || !w.mayAsk(c, s) {
		return
	}
	for n := row.Wanted[s].First; n != 0; n = w.customers[n-1].Next {
		if w.customers[n-1].Ask == askNone {
			w.askFor(CustomerID(n - 1))
		}
	}
}

// askFor sends the request for the agent of a personal callback.
func (w *World) askFor(n CustomerID) {
	cu := &w.customers[n]
	mr := w.mrOf(int(cu.Campaign))
	cu.Ask = askSent
	if w.cfg.Latency.Public == 0 && w.pathOpen(mr) {
		w.askedFor(n)
		return
	}
	w.message(mr, toRouter, evPersonal, uint32(n), cu.Gen, w.campaigns[cu.Campaign].Gen[cu.Side])
}

func (w *World) onPersonal(e sim.Event) {
	n := CustomerID(e.Row)
	cu := &w.customers[n]
	if !w.arrives(w.mrOf(int(cu.Campaign)), toRouter, e) {
		return
	}
	w.received(true)
	if cu.Gen == e.Gen && cu.Ask == askSent && w.campaigns[cu.Campaign].Gen[cu.Side] == e.Arg {
		w.askedFor(n)
	}
}

// askedFor is a request for one agent that has come to the Router: it waits there until
// that agent is available and no caller waits.
func (w *World) askedFor(n CustomerID) {
	cu := &w.customers[n]
	c := int(cu.Campaign)
	w.record(FactReservation, uint32(c), 0, 0, 0)
	if w.routeRequest(true) {
		cu.Ask = askWaits
		w.wake(c)
		return
	}
	w.census.Refused++
	cu.Ask = askRefused
	w.kernel.Schedule(sim.Event{
		T: w.now() + askLater, Ord: sim.Order(sim.RankWork, w.customerNo(n), evAskedLater, uint32(w.census.Refused)&sim.MaxSeq),
		Row: uint32(n), Gen: cu.Gen, Arg: w.campaigns[c].Gen[cu.Side],
	})
}

// onAskedLater lets a Dialer ask again after congestion control has rejected a
// request.
func (w *World) onAskedLater(e sim.Event) {
	cu := &w.customers[e.Row]
	if cu.Gen == e.Gen && cu.Ask == askRefused && w.campaigns[cu.Campaign].Gen[cu.Side] == e.Arg {
		cu.Ask = askNone
		w.wake(int(cu.Campaign))
	}
}

// takeBackPersonal takes the requests for agents of personal callbacks back from the
// Router; reservations on their way come all the same.
func (w *World) takeBackPersonal(c int, s Side) {
	row := &w.campaigns[c]
	if row.Wanted[s].Len == 0 {
		return
	}
	row.Gen[s]++
	row.Asked[s], row.Refused[s] = 0, 0
	for n := row.Wanted[s].First; n != 0; n = w.customers[n-1].Next {
		if cu := &w.customers[n-1]; cu.Ask != askComing {
			cu.Ask = askNone
		}
	}
}

// servePersonal gives available agents to the personal callbacks that wait for them.
func (w *World) servePersonal() {
	for c := range w.campaigns {
		for s := range w.campaigns[c].Wanted {
			for n := w.campaigns[c].Wanted[s].First; n != 0 && w.router.Open; {
				cu, at := &w.customers[n-1], CustomerID(n-1)
				n = cu.Next // the reservation may come to the agent at once, and the record leaves the list
				if cu.Ask == askWaits && w.records[cu.Agent].Router.Available {
					w.reserveFor(at)
				}
			}
		}
	}
}

// reserveFor lets the Router give a personal callback its agent.
func (w *World) reserveFor(n CustomerID) {
	cu := &w.customers[n]
	c := int(cu.Campaign)
	w.census.Reservations++
	id := w.newCall(reservationNo+uint32(w.census.Reservations)%reservations, w.cfg.Campaigns[c].Type)
	call := &w.calls[id]
	call.Campaign, call.Dialer, call.Customer = uint16(c+1), cu.Side, n
	call.Coming, call.Personal = true, true
	w.campaigns[c].Routed[cu.Side]++
	cu.Ask, cu.Call = askComing, uint32(id)+1
	w.route(id, cu.Agent)
}

// comesFor tells whether the reservation of a call is the one that its record waits for.
func (w *World) comesFor(id CallID) bool {
	call := &w.calls[id]
	cu := &w.customers[call.Customer]
	return call.Personal && cu.Call == uint32(id)+1 && cu.Ask == askComing && cu.State == CustomerActive && !cu.Orphan
}

// comesNoMore is a reservation that has not come to its agent: the Dialer asks again.
func (w *World) comesNoMore(id CallID) {
	if n := w.calls[id].Customer; w.comesFor(id) {
		w.customers[n].Ask, w.customers[n].Call = askNone, 0
		w.wake(int(w.customers[n].Campaign))
	}
}

// hasItsAgent is the reservation of a personal callback that has come to its agent. The
// Dialer dials at once; in preview the agent sees the record first.
func (w *World) hasItsAgent(id CallID) {
	call := &w.calls[id]
	n, c, s := call.Customer, int(call.Campaign-1), call.Dialer
	serving, ok := w.servingDialer(c)
	row := &w.campaigns[c]
	if !w.comesFor(id) || !ok || serving != s || row.Disabled || w.ended {
		w.comesNoMore(id)
		w.endReservation(id)
		return
	}
	w.filter(&row.Wanted[s], func(o CustomerID) bool { return o != n }, func(CustomerID) {})
	w.customers[n].Ask = askNone
	w.show(id, n)
	if w.cfg.Campaigns[c].Mode.Preview() {
		w.lookAt(id, n)
		return
	}
	w.ringCustomer(n)
}
