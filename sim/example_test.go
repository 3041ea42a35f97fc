package sim_test

import (
	"fmt"

	"ccsim/sim"
)

// A model of two events: a caller comes every ten seconds and talks for four.
const (
	evArrive sim.Kind = iota + 1
	evLeave
)

type line struct {
	k       sim.Kernel
	callers uint32
	talking int
}

func (l *line) schedule(delay sim.Time, kind sim.Kind, caller uint32) {
	l.k.Schedule(sim.Event{T: l.k.Now() + delay, Ord: sim.Order(sim.RankWork, caller, kind, 0), Row: caller})
}

func (l *line) handle(e sim.Event) {
	switch e.Kind() {
	case evArrive:
		l.talking++
		l.callers++
		l.schedule(4*sim.Second, evLeave, e.Row)
		l.schedule(10*sim.Second, evArrive, l.callers)
	case evLeave:
		l.talking--
		l.k.Record(sim.Fact{T: e.T, Kind: 1, Subject: e.Row})
	}
}

// A model takes events from the kernel and dispatches them itself; a copy of
// its plain state is a snapshot.
func Example() {
	var l line
	l.schedule(0, evArrive, 0)
	for {
		e, ok, err := l.k.Next(25 * sim.Second)
		if err != nil || !ok {
			break
		}
		l.handle(e)
		fmt.Println(e.T, "talking:", l.talking)
	}
	fmt.Println(l.callers, "callers,", l.k.Pending(), "event pending")
	// Output:
	// 0.000s talking: 1
	// 4.000s talking: 0
	// 10.000s talking: 1
	// 14.000s talking: 0
	// 20.000s talking: 1
	// 24.000s talking: 0
	// 3 callers, 1 event pending
}
