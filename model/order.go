package model

import "ccsim/sim"

// Ordered lists of agents and calls: who is first is found in one step, whatever
// their number. Nearly all come in order and stand in a doubly linked list; the few
// who come out of order (a call that overflows with its age, an agent announced late)
// stand in a pairing heap beside it. Places are rows of one pool, so a snapshot
// copies them.

// PlaceRow is the place of an agent or a call in one list.
type PlaceRow struct {
	At       sim.Time // available since, or in the queue since
	Priority int32    // of a call; lower is first
	No       uint32   // number of the agent or call, for ties
	Owner    uint32   // AgentID or CallID
	List     listID
	Next     int32 // list: the next; heap: the next child of the same parent; free: the next free one
	Prev     int32 // list: the one before; heap: parent or child before
	Child    int32 // heap: the first child
	Mate     int32 // next place of the same owner
	Heaped   bool
}

// OrderList is the head of a list: places counted from 1, 0 is none.
type OrderList struct {
	First, Last int32
	Heap        int32
	Len         int32
}

// listID numbers the lists: some for each roster.
type listID uint32

// takePlace gives a free row of the pool. Row 0 heads the free ones.
func (w *World) takePlace() int32 {
	if at := w.places[0].Next; at != 0 {
		w.places[0].Next = w.places[at].Next
		return at
	}
	w.places = append(w.places, PlaceRow{})
	return int32(len(w.places) - 1)
}

// before tells which of two places comes first.
func (w *World) before(a, b int32) bool {
	x, y := &w.places[a], &w.places[b]
	switch {
	case x.Priority != y.Priority:
		return x.Priority < y.Priority
	case x.At != y.At:
		return x.At < y.At
	}
	return x.No < y.No
}

// place puts a row into its list and gives its number in the pool.
func (w *World) place(row PlaceRow) int32 {
	at := w.takePlace()
	w.places[at] = row
	list := &w.lists[row.List]
	list.Len++
	switch {
	case list.Last == 0:
		list.First, list.Last = at, at
	case !w.before(at, list.Last):
		w.places[at].Prev, w.places[list.Last].Next = list.Last, at
		list.Last = at
	case w.before(at, list.First):
		w.places[at].Next, w.places[list.First].Prev = list.First, at
		list.First = at
	default:
		w.places[at].Heaped = true
		list.Heap = w.meld(list.Heap, at)
	}
	return at
}

// firstOf is the first place of a list, or 0.
func (w *World) firstOf(id listID) int32 {
	list := &w.lists[id]
	switch {
	case list.Heap == 0:
		return list.First
	case list.First == 0 || w.before(list.Heap, list.First):
		return list.Heap
	}
	return list.First
}

// leavePlace takes a place out of its list, frees it and gives the next place of
// its owner.
func (w *World) leavePlace(at int32) (mate int32) {
	row := &w.places[at]
	mate = row.Mate
	list := &w.lists[row.List]
	list.Len--
	switch {
	case row.Heaped:
		w.unheap(list, at)
	default:
		w.unlink(list, row)
	}
	w.places[at] = PlaceRow{Next: w.places[0].Next}
	w.places[0].Next = at
	return mate
}

func (w *World) unlink(list *OrderList, row *PlaceRow) {
	if row.Prev == 0 {
		list.First = row.Next
	} else {
		w.places[row.Prev].Next = row.Next
	}
	if row.Next == 0 {
		list.Last = row.Prev
	} else {
		w.places[row.Next].Prev = row.Prev
	}
}

// meld joins two heaps: the later root becomes the first child of the earlier.
func (w *World) meld(a, b int32) int32 {
	switch {
	case a == 0:
		return b
	case b == 0:
		return a
	case w.before(b, a):
		a, b = b, a
	}
	child := w.places[a].Child
	w.places[b].Next, w.places[b].Prev = child, a
	if child != 0 {
		w.places[child].Prev = b
	}
	w.places[a].Child = b
	return a
}

// unheap takes a place out of the heap of a list.
func (w *World) unheap(list *OrderList, at int32) {
	row := w.places[at]
	children := w.meldAll(row.Child)
	if at == list.Heap {
		list.Heap = children
		return
	}
	if w.places[row.Prev].Child == at {
		w.places[row.Prev].Child = row.Next
	} else {
		w.places[row.Prev].Next = row.Next
	}
	if row.Next != 0 {
		w.places[row.Next].Prev = row.Prev
	}
	list.Heap = w.meld(list.Heap, children)
}

// meldAll makes one heap of the children of a place: in pairs, then from the last
// pair back.
func (w *World) meldAll(first int32) int32 {
	pairs := int32(0) // linked by Next, last one first
	for first != 0 {
		a := first
		b := w.places[a].Next
		first = 0
		if b != 0 {
			first = w.places[b].Next
			w.places[b].Next, w.places[b].Prev = 0, 0
		}
		w.places[a].Next, w.places[a].Prev = 0, 0
		a = w.meld(a, b)
		w.places[a].Next = pairs
		pairs = a
	}
	root := int32(0)
	for pairs != 0 {
		next := w.places[pairs].Next
		w.places[pairs].Next = 0
		root = w.meld(root, pairs)
		pairs = next
	}
	return root
}
