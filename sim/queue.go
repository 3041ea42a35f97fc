package sim

import "slices"

// Queue is the set of pending events, taken out in their total order.
//
// It is a calendar queue: time is cut into days of a power of two nanoseconds,
// a day's events lie in a list, and only the events of today are kept in a heap.
// After R. Brown, Calendar queues, Communications of the ACM 31(10), 1988, with a
// heap for the active day so that ten thousand ties at one instant stay cheap.
// The order of what comes out depends on the events alone, never on the layout.
//
// The zero value is empty and ready to use.
type Queue struct {
	nodes   []node
	buckets []int32 // head of each day's list, plus one; 0 is empty
	today   []Event // 4-ary heap: every event of day or earlier
	free    int32   // head of the free list, plus one
	shift   uint8   // a day is 1<<shift nanoseconds
	day     int64
	later   int // events in buckets
	pops    int // since the width was chosen
	origin  Time
}

type node struct {
	ev   Event
	next int32
}

const (
	minBuckets   = 64
	initialShift = 27 // 0.13 s
)

// Len is the number of pending events.
func (q *Queue) Len() int { return len(q.today) + q.later }

// Bytes is the memory the queue holds on to.
func (q *Queue) Bytes() int64 {
	return int64(cap(q.nodes))*48 + int64(cap(q.today))*40 + int64(cap(q.buckets))*4
}

// Push adds an event.
func (q *Queue) Push(e Event) {
	if len(q.buckets) == 0 {
		q.buckets = make([]int32, minBuckets)
		q.shift = initialShift
		q.day = int64(e.T) >> q.shift
	}
	if int64(e.T)>>q.shift <= q.day {
		q.heapPush(e)
		return
	}
	q.bucketPush(e)
	if q.later > 2*len(q.buckets) {
		q.rebuild(2*len(q.buckets), q.shift)
	}
}

// Peek gives the first event without taking it.
func (q *Queue) Peek() (Event, bool) {
	if len(q.today) == 0 && !q.advance() {
		return Event{}, false
	}
	return q.today[0], true
}

// Pop takes the first event.
func (q *Queue) Pop() (Event, bool) {
	e, ok := q.Peek()
	if !ok {
		return Event{}, false
	}
	q.heapPop()
	q.pops++
	if q.pops >= max(512, 2*q.Len()) {
		q.chooseWidth(e.T)
	}
	return e, true
}

// CopyFrom makes q an independent copy of src and reuses q's memory.
func (q *Queue) CopyFrom(src *Queue) {
	nodes, buckets, today := q.nodes, q.buckets, q.today
	*q = *src
	q.nodes = append(nodes[:0], src.nodes...)
	q.buckets = append(buckets[:0], src.buckets...)
	q.today = append(today[:0], src.today...)
}

// Sorted lists all pending events in order, for hashing and for reading.
func (q *Queue) Sorted() []Event {
	all := slices.Clone(q.today)
	for _, head := range q.buckets {
		for i := head; i != 0; i = q.nodes[i-1].next {
			all = append(all, q.nodes[i-1].ev)
		}
	}
	slices.SortFunc(all, compareEvents)
	return all
}

func compareEvents(a, b Event) int {
	switch {
	case a.Key().Before(b.Key()):
		return -1
	case b.Key().Before(a.Key()):
		return 1
	}
	return 0
}

func (q *Queue) bucketPush(e Event) {
	i := q.free
	if i != 0 {
		q.free = q.nodes[i-1].next
	} else {
		q.nodes = append(q.nodes, node{})
		i = int32(len(q.nodes))
	}
	b := (int64(e.T) >> q.shift) & int64(len(q.buckets)-1)
	q.nodes[i-1] = node{ev: e, next: q.buckets[b]}
	q.buckets[b] = i
	q.later++
}

// advance moves to the next day that has events and heaps them.
func (q *Queue) advance() bool {
	if q.later == 0 {
		return false
	}
	for range q.buckets {
		q.day++
		if q.collect() {
			return true
		}
	}
	// A whole year without an event: jump to the first one instead of walking.
	q.day = q.firstDay()
	return q.collect()
}

// collect moves the events of the current day into the heap.
func (q *Queue) collect() bool {
	b := q.day & int64(len(q.buckets)-1)
	link := &q.buckets[b]
	for *link != 0 {
		i := *link
		n := &q.nodes[i-1]
		if int64(n.ev.T)>>q.shift != q.day {
			link = &n.next
			continue
		}
		q.today = append(q.today, n.ev)
		*link = n.next
		n.next, q.free = q.free, i
		q.later--
	}
	// A sorted slice is a heap.
	slices.SortFunc(q.today, compareEvents)
	return len(q.today) > 0
}

func (q *Queue) firstDay() int64 {
	first := int64(Forever)
	for _, head := range q.buckets {
		for i := head; i != 0; i = q.nodes[i-1].next {
			first = min(first, int64(q.nodes[i-1].ev.T)>>q.shift)
		}
	}
	return first
}

// chooseWidth sets the length of a day to about three times the mean gap
// between the events taken since the last choice.
func (q *Queue) chooseWidth(now Time) {
	gap := max(1, int64(now-q.origin)/int64(q.pops))
	q.pops, q.origin = 0, now
	var shift uint8
	for shift < 50 && int64(1)<<shift < 3*gap {
		shift++
	}
	n := minBuckets
	for n < q.Len() {
		n *= 2
	}
	if shift != q.shift || n < len(q.buckets)/4 {
		q.rebuild(n, shift)
	}
}

func (q *Queue) rebuild(buckets int, shift uint8) {
	all := make([]Event, 0, q.Len())
	all = append(all, q.today...)
	for _, head := range q.buckets {
		for i := head; i != 0; i = q.nodes[i-1].next {
			all = append(all, q.nodes[i-1].ev)
		}
	}
	first := Forever
	for _, e := range all {
		first = min(first, e.T)
	}
	q.buckets = slices.Grow(q.buckets[:0], buckets)[:buckets]
	clear(q.buckets)
	q.nodes, q.free, q.today, q.later = q.nodes[:0], 0, q.today[:0], 0
	q.shift = shift
	q.day = int64(first) >> shift
	for _, e := range all {
		if int64(e.T)>>shift <= q.day {
			q.heapPush(e)
		} else {
			q.bucketPush(e)
		}
	}
}

func (q *Queue) heapPush(e Event) {
	q.today = append(q.today, e)
	h, i := q.today, len(q.today)-1
	for i > 0 {
		p := (i - 1) / 4
		if !e.Key().Before(h[p].Key()) {
			break
		}
		h[i] = h[p]
		i = p
	}
	h[i] = e
}

func (q *Queue) heapPop() {
	h := q.today
	last := h[len(h)-1]
	h = h[:len(h)-1]
	q.today = h
	if len(h) == 0 {
		return
	}
	i := 0
	for {
		c := 4*i + 1
		if c >= len(h) {
			break
		}
		m := c
		for j := c + 1; j < min(c+4, len(h)); j++ {
			if h[j].Key().Before(h[m].Key()) {
				m = j
			}
		}
		if !h[m].Key().Before(last.Key()) {
			break
		}
		h[i] = h[m]
		i = m
	}
	h[i] = last
}
