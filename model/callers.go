package model

import (
	"math"

	"ccsim/sim"
)

// Callers is what the callers of a type do beside calling and hanging up.
type Callers struct {
	Busyness   sim.Dist // factor of one day on all rates, one second stands for 1; zero = none
	Shared     bool     // the factor is one of all types that have it so
	Sources    int      // so many callers take turns, instead of Rates; 0 = no end of callers
	Think      sim.Dist // of a source, from the end of a call until its next one
	Balking    float64  // share of those who would have to wait who leave at once
	Retry      float64  // share of those who ended without an agent who call again
	RetryAfter sim.Dist
	Announce   Announce
}

// Announce tells callers who have to wait how long it will take:
//
//	(calls that wait before it + 1) x Handling / agents who work
//
// of the skill group, as the Router knows them. With no agent at work nothing is
// announced.
type Announce struct {
	Handling sim.Time // mean handle time that is reckoned with; 0 = no announcement
	Above    sim.Time // told only if the estimate is longer
	Leave    bool     // who has less patience than the estimate leaves at once
	Patience float64  // factor on the patience of those who stay
}

// A call's number has 28 bits. The upper three count how often the caller tried
// before, so that a caller has the same draws at the third attempt whatever others
// do; the last count is that of calls of the initial state.
const (
	attemptBit   = 25
	attempt      = 1 << attemptBit
	maxRetries   = 6
	initialCalls = maxRetries + 1
)

// MaxRetryCalls is the number of calls in one run up to which callers can try
// again.
const MaxRetryCalls = attempt

// MaxRetries is how often a caller tries again at most.
const MaxRetries = maxRetries

// pace gives the factor on a step's rate: a surge, and how busy its day is.
func (w *World) pace(t, step int) float64 {
	typ, s := &w.cfg.Types[t], &w.sources[t]
	if typ.Busyness.IsZero() {
		return s.Factor
	}
	who := uint64(t)
	if typ.Shared {
		who = 1 << 32
	}
	return float64(s.Factor * typ.Busyness.Sample(w.rnd[drawBusyness], who, typ.Rates[step].Day).Seconds())
}

// area gives the mean number of arrivals from one moment to another, both within
// one step of the rates.
func (r *RateStep) area(from, to sim.Time, pace float64) float64 {
	seconds := (to - from).Seconds()
	if r.Slope == 0 {
		return float64(float64(r.PerSecond*pace) * seconds)
	}
	middle := (from - r.From).Seconds() + float64(seconds/2)
	return float64(float64((r.PerSecond+float64(r.Slope*middle))*pace) * seconds)
}

// after gives when an area is used up that begins at a moment, for a rate that
// changes in a straight line: the root of a square equation, in the form that
// does not cancel.
func (r *RateStep) after(from sim.Time, left, pace float64) sim.Time {
	a := float64((r.PerSecond + float64(r.Slope*(from-r.From).Seconds())) * pace)
	b := float64(r.Slope * pace)
	root := math.Sqrt(max(float64(a*a)+float64(2*b*left), 0))
	return from + sim.FromSeconds(min(2*left/(a+root), 1e9))
}

// initSources lets each of a finite number of callers think before the first
// call.
func (w *World) initSources(t int) {
	for k := range w.cfg.Types[t].Sources {
		w.think(t, uint32(k))
	}
}

// think lets a caller of a finite number think before the n-th call: they call in
// turn, so that n is of the same caller in every variant.
func (w *World) think(t int, n uint32) {
	no := w.callNo(t, n)
	w.dialLater(t, no, w.cfg.Types[t].Think.Sample(w.rnd[drawThink], uint64(no), 0), 0)
}

// dialLater schedules a call of a caller who is known already, with its row of
// the trace where it has one. There is none after the horizon.
func (w *World) dialLater(t int, no uint32, d sim.Time, row uint32) {
	at := w.now() + max(d, 1)
	if at >= w.cfg.Horizon {
		return
	}
	w.kernel.Schedule(sim.Event{T: at, Ord: sim.Order(sim.RankWork, no, evCaller, 0), Row: no, Gen: uint32(t), Arg: row})
}

// onCaller is a caller who calls: one of a finite number, or once more.
func (w *World) onCaller(e sim.Event) {
	no := e.Row
	t := int(e.Gen)
	c := w.newCall(no, t)
	if no>>attemptBit > 0 && w.cfg.Types[t].Retry > 0 {
		w.record(FactRetry, no, 0, w.callAux(&w.calls[c]), 0)
	}
	w.calls[c].Row = e.Arg
	if e.Arg > 0 && w.cfg.Trace[e.Arg-1].Talk >= 0 {
		w.calls[c].Talk = w.cfg.Trace[e.Arg-1].Talk
	}
	w.talkOfStep(c)
	w.dialIn(c, w.ivrTime(no, t))
}

// talkOfStep draws the talk time of a call from the law of its interval, where
// that has one.
func (w *World) talkOfStep(c CallID) {
	call := &w.calls[c]
	if rates := w.cfg.Types[call.Type].Rates; len(rates) > 0 {
		if d := &rates[w.stepAt(int(call.Type), w.now())].Talk; !d.IsZero() {
			call.Talk = d.Sample(w.rnd[drawTalk], uint64(call.No), 0)
		}
	}
}

// afterwards is what a caller does when the call is over: one who has not talked
// with an agent may try again, one of a finite number thinks.
func (w *World) afterwards(call *Call) {
	typ := &w.cfg.Types[call.Type]
	if w.triesAgain(call) {
		w.dialLater(int(call.Type), call.No+attempt, typ.RetryAfter.Sample(w.rnd[drawRetryAfter], uint64(call.No), 0), call.Row)
		return
	}
	if typ.Sources > 0 {
		first := call.No
		if typ.Retry > 0 {
			first &= attempt - 1
		}
		w.think(int(call.Type), first/uint32(w.top.callers)+uint32(typ.Sources))
	}
}

// triesAgain tells whether a caller calls again: after hanging up in the queue,
// leaving at once, finding no line or being cut off.
func (w *World) triesAgain(call *Call) bool {
	typ := &w.cfg.Types[call.Type]
	switch call.State {
	case CallAbandoned, CallBalked, CallBlocked, CallLost:
		return typ.Retry > 0 && call.No>>attemptBit < maxRetries && w.rnd[drawRetry].Uniform(uint64(call.No), 0) < typ.Retry
	}
	return false
}

// leavesAtOnce lets a caller who has to wait leave instead, or go by what is
// announced.
func (w *World) leavesAtOnce(c CallID) bool {
	call := &w.calls[c]
	typ := &w.cfg.Types[call.Type]
	if typ.Balking > 0 && w.rnd[drawBalk].Uniform(uint64(call.No), 0) < typ.Balking || typ.Announce.Handling > 0 && !w.tellEstimate(c) {
		w.record(FactBalked, call.No, 0, w.callAux(call), 0)
		w.setCall(c, CallBalked)
		w.endCall(c)
		return true
	}
	return false
}

// tellEstimate tells a caller how long the wait will be; false if the caller leaves.
func (w *World) tellEstimate(c CallID) bool {
	call := &w.calls[c]
	a := &w.cfg.Types[call.Type].Announce
	working := w.workingFor(call)
	if working == 0 {
		return true
	}
	wait := sim.Time(w.aheadOf(call)+1) * a.Handling / sim.Time(working)
	if wait <= a.Above {
		return true
	}
	w.record(FactAnnounced, call.No, int64(wait), w.callAux(call), 0)
	if call.GiveUp == sim.Forever {
		return true
	}
	patience := call.GiveUp - call.Queued
	if a.Leave && patience < wait {
		return false
	}
	if a.Patience != 1 {
		call.GiveUp = call.Queued + min(sim.Time(float64(float64(patience)*a.Patience)), sim.MaxDraw)
	}
	return true
}

// aheadOf counts the calls that wait for the same agents and will be served
// before a call that comes now.
func (w *World) aheadOf(call *Call) (n int64) {
	mine := &w.cfg.Types[call.Type]
	for t := range w.cfg.Types {
		if typ := &w.cfg.Types[t]; w.top.queues[t][0] == int(call.Queue) && typ.Priority <= mine.Priority {
			n += int64(w.sources[t].Waiting)
		}
	}
	return n
}

// workingFor counts the agents who could take a call now or after what they do:
// signed in and not Not Ready.
func (w *World) workingFor(call *Call) (n int64) {
	for g := range w.cfg.Groups {
		if w.cfg.Serves(g, int(call.Queue)) {
			n += int64(w.groups[g].Working)
		}
	}
	return n
}

// States in which an agent takes calls or is at one, and those of a call or its
// wrap-up.
const (
	busyStates uint32 = 1<<AgentTalking | 1<<AgentHold | 1<<AgentReserved | 1<<AgentWorkReady | 1<<AgentWorkNotReady
	workStates        = busyStates | 1<<AgentAvailable
)

// works tells whether an agent in this state takes calls or is at one.
func (s AgentState) works() bool { return workStates>>s&1 == 1 }

// countWorking keeps the numbers of agents of a group who work and who are busy.
func (w *World) countWorking(a AgentID, from, to AgentState) {
	g := &w.groups[w.top.group[a]]
	g.Working += int32(workStates>>to&1) - int32(workStates>>from&1)
	g.Busy += int32(busyStates>>to&1) - int32(busyStates>>from&1)
}

func one(is bool) int32 {
	if is {
		return 1
	}
	return 0
}

// busy tells whether a working agent is at a call or its wrap-up.
func (s AgentState) busy() bool { return busyStates>>s&1 == 1 }

// recountPeople compares the counts of waiting callers and working agents with
// the rows.
func (w *World) recountPeople() {
	waiting, working, busy := make([]int32, len(w.sources)), make([]int32, len(w.groups)), make([]int32, len(w.groups))
	for c := range w.calls {
		if call := &w.calls[c]; call.Waiting {
			waiting[call.Type]++
		}
	}
	for a := range w.agents {
		working[w.top.group[a]] += one(w.agents[a].State.works())
		busy[w.top.group[a]] += one(w.agents[a].State.busy())
	}
	for t := range waiting {
		if waiting[t] != w.sources[t].Waiting {
			w.unsound("%d calls of %s wait, the count is %d", waiting[t], w.cfg.Types[t].Name, w.sources[t].Waiting)
		}
	}
	for g := range working {
		if row := &w.groups[g]; working[g] != row.Working || busy[g] != row.Busy {
			w.unsound("%d agents of %s work and %d are busy, the counts are %d and %d", working[g], w.cfg.Groups[g].Name, busy[g], row.Working, row.Busy)
		}
	}
}
