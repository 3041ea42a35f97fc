package sim

import "fmt"

// Kernel holds time, the pending events and the fingerprints of one run. The
// model asks it for the next event and handles it; the kernel knows nothing of
// what events mean. A Kernel is copied with CopyFrom; it is not safe for use by
// several goroutines at once, nor does it need to be: runs are independent.
type Kernel struct {
	queue   Queue
	current Event
	limits  Limits
	used    int64 // bytes the model holds, as it last said
	events  int64
	instant int // events at the current time
	print   Fingerprint
	rungs   []Rung
	rungGap Time
	tail    tail
	sink    Sink
}

// NewKernel gives a kernel at time zero.
func NewKernel(l Limits) *Kernel { return &Kernel{limits: l} }

// SetSink sends every fact from now on to s; nil stops it. The sink is not
// part of the state: a copy starts without one.
func (k *Kernel) SetSink(s Sink) { k.sink = s }

// SetRungs records the fingerprint at every multiple of gap.
func (k *Kernel) SetRungs(gap Time) { k.rungGap = gap }

// Rungs are the fingerprints recorded so far.
func (k *Kernel) Rungs() []Rung { return k.rungs }

// Now is the time of the current event.
func (k *Kernel) Now() Time { return k.current.T }

// Current is the event being handled.
func (k *Kernel) Current() Event { return k.current }

// Events is the number of events taken so far.
func (k *Kernel) Events() int64 { return k.events }

// Pending is the number of events still to come.
func (k *Kernel) Pending() int { return k.queue.Len() }

// PendingEvents lists them in order, for hashing and for reading.
func (k *Kernel) PendingEvents() []Event { return k.queue.Sorted() }

// Fingerprint is what the run has done so far.
func (k *Kernel) Fingerprint() Fingerprint { return k.print }

// SetUsed tells the kernel how many bytes the model's rows take.
func (k *Kernel) SetUsed(bytes int64) { k.used = bytes }

// Schedule adds an event. It panics when the event does not come after the
// current one in the total order: an effect before its cause is a bug of the
// model that would make runs depend on who scheduled first.
func (k *Kernel) Schedule(e Event) {
	if k.events > 0 && !k.current.Key().Before(e.Key()) {
		panic(fmt.Sprintf("sim: event of kind %d at %v (order %x) does not come after the current one of kind %d at %v (order %x)",
			e.Kind(), e.T, e.Ord, k.current.Kind(), k.current.T, k.current.Ord))
	}
	k.queue.Push(e)
}

// Next takes the first event that comes at or before until. ok is false when
// there is none; an event beyond until stays pending, so that a run can be
// continued.
func (k *Kernel) Next(until Time) (e Event, ok bool, err error) {
	e, ok = k.queue.Peek()
	if !ok || e.T > until {
		return Event{}, false, nil
	}
	k.queue.Pop()
	k.passRungs(e.T)
	if k.events > 0 && !k.current.Key().Before(e.Key()) {
		panic(fmt.Sprintf("sim: two events with one key: kind %d and kind %d at %v (order %x)", k.current.Kind(), e.Kind(), e.T, e.Ord))
	}
	if e.T == k.current.T {
		k.instant++
	} else {
		k.instant = 1
	}
	k.events++
	k.current = e
	k.tail.add(e.Kind())
	k.print.event(e)
	return e, true, k.check()
}

// Record adds a fact to the fingerprint and passes it on.
func (k *Kernel) Record(f Fact) {
	k.print.Facts += f.hash()
	if k.sink != nil {
		k.sink.Record(f)
	}
}

// CopyFrom makes k an independent copy of src and reuses k's memory. The
// sink is left out.
func (k *Kernel) CopyFrom(src *Kernel) {
	queue, rungs := k.queue, k.rungs
	*k = *src
	k.queue = queue
	k.queue.CopyFrom(&src.queue)
	k.rungs = append(rungs[:0], src.rungs...)
	k.sink = nil
}

func (k *Kernel) passRungs(t Time) {
	if k.rungGap <= 0 {
		return
	}
	for next := Time(len(k.rungs)+1) * k.rungGap; next <= t; next += k.rungGap {
		k.rungs = append(k.rungs, Rung{next, k.print})
	}
}

func (k *Kernel) check() error {
	l := k.limits
	switch {
	case l.AtOneInstant > 0 && k.instant > l.AtOneInstant:
		return k.over("events at one instant", int64(l.AtOneInstant))
	case l.Events > 0 && k.events > l.Events:
		return k.over("events", l.Events)
	case l.Time > 0 && k.current.T > l.Time:
		return k.over("simulated time in nanoseconds", int64(l.Time))
	case l.Memory > 0 && k.events%1024 == 0 && k.used+k.queue.Bytes() > l.Memory:
		return k.over("memory in bytes", l.Memory)
	}
	return nil
}

func (k *Kernel) over(which string, limit int64) error {
	return &LimitError{Which: which, Limit: limit, At: k.current.T, Cycle: k.tail.cycle()}
}
