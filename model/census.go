package model

// Census counts what must be conserved. Only the single writers of each state
// keep it; reports do not read it but fold facts.
type Census struct {
	Offered      int64
	Calls        [callStates]int64 // calls by state, ended ones included
	Pending      [pendingOutcomes]int64
	InFlight     int64 // requests on their way to a PG
	Held         int64 // pending states in the PIMs
	Sent         int64 // messages on links
	Arrived      int64
	Dropped      int64                 // messages that met a dead process or a cut link
	OnLinks      int64                 // messages under way
	Records      [customerStates]int64 // of campaigns
	Dials        int64
	Outcomes     [dialResults]int64 // of dials that have ended
	Reservations int64              // agents whom the Router gave to campaigns
	Refused      int64              // reservations that congestion control rejected
	LoggedIn     int64              // nanoseconds of shift, over all agents, up to the last change of each
	InStates     int64              // nanoseconds in all true states but Logout

	TasksOffered int64
	Tasks        [taskStates]int64 // tasks by state, ended ones included
}

func (c *Census) inProgress() int64 {
	var n int64
	for s := CallIVR; s <= CallTalking; s++ {
		n += c.Calls[s]
	}
	return n
}

// ringing is the number of lines that ring.
func (c *Census) ringing() int64 {
	n := c.Dials
	for _, k := range c.Outcomes {
		n -= k
	}
	return n
}

// checkConserved is called after every event. It reads only the census, so it
// costs a few additions.
func (w *World) checkConserved() {
	c := &w.census
	if got := c.inProgress() + c.Calls[CallHandled] + c.Calls[CallAbandoned] + c.Calls[CallBlocked] + c.Calls[CallRejected] + c.Calls[CallLost] + c.Calls[CallDefaultRouted] + c.Calls[CallBalked]; got != c.Offered {
		w.unsound("%d calls were offered, but %d are in progress or have an outcome", c.Offered, got)
	}
	ended := c.Pending[PendingApplied] + c.Pending[PendingSuperseded] + c.Pending[PendingCancelled] + c.Pending[PendingRejected] + c.Pending[PendingLost]
	if still := c.InFlight + c.Held; c.Pending[PendingRequested] != ended+still {
		w.unsound("%d states were requested, but %d ended and %d are pending", c.Pending[PendingRequested], ended, still)
	}
	if c.Dials > 0 {
		w.checkDials()
	}
	if c.TasksOffered > 0 {
		w.checkTasks()
	}
	if c.Sent != c.Arrived+c.Dropped+c.OnLinks {
		w.unsound("%d messages were sent, but %d arrived, %d were dropped and %d are under way", c.Sent, c.Arrived, c.Dropped, c.OnLinks)
	}
}

// CheckAll counts everything again from the rows and compares it with the
// census: for snapshots, the end of a run and tests. It returns a
// *SoundnessError or nil.
func (w *World) CheckAll() (err error) {
	defer func() {
		if r := recover(); r != nil {
			broken, ok := r.(*SoundnessError)
			if !ok {
				panic(r)
			}
			err = broken
		}
	}()
	w.recountCalls()
	w.recountAgents()
	w.recountPeople()
	w.recountLists()
	w.recountCallServers()
	w.recountCustomers()
	w.recountTasks()
	w.recountSupervisors()
	return nil
}

func (w *World) recountCalls() {
	var states [callStates]int64
	for i := range w.calls {
		states[w.calls[i].State]++
	}
	for s := CallIVR; s <= CallTalking; s++ {
		if states[s] != w.census.Calls[s] {
			w.unsound("the census has %d calls %v, the rows have %d", w.census.Calls[s], s, states[s])
		}
	}
}

func (w *World) recountAgents() {
	var held, missing int64
	pairs := make([]int32, len(w.pairs))
	for a := range w.agents {
		agent, rec := &w.agents[a], &w.records[a]
		if rec.Pending != WishNone {
			held++
			pairs[w.top.pair[a]]++
		}
		if agent.Missing {
			missing++
		}
		if agent.Missing != w.isMissing(AgentID(a)) {
			w.unsound("agent %d: missing is %v", a, agent.Missing)
		}
		busy := agent.State.onCall() || agent.State.reserved()
		if busy != (agent.Call != NoCall || agent.Watching) {
			w.unsound("agent %d is %v but has call slot %d", a, agent.State, agent.Call)
		}
		if agent.Call != NoCall && w.calls[agent.Call].Agent != AgentID(a) {
			w.unsound("agent %d and call %d do not agree", a, w.calls[agent.Call].No)
		}
	}
	if held != w.census.Held {
		w.unsound("the census has %d pending states held, the rows have %d", w.census.Held, held)
	}
	for p := range w.pairs {
		missing -= int64(w.pairs[p].Missing)
		if pairs[p] != w.pairs[p].Pending {
			w.unsound("pair %d counts %d pending states, its records hold %d", p, w.pairs[p].Pending, pairs[p])
		}
	}
	if missing != 0 {
		w.unsound("pairs and agents differ by %d missing agents", missing)
	}
	if w.closed && w.census.LoggedIn != w.census.InStates {
		w.unsound("agents were on shift for %d ns, their states sum to %d ns", w.census.LoggedIn, w.census.InStates)
	}
}

// recountLists checks that every place stands in its list in order, and that calls
// and agents have as many places as they should.
func (w *World) recountLists() {
	var waiting, idle, busy int
	for c := range w.calls {
		call := &w.calls[c]
		if call.Waiting != (call.State == CallQueued) || call.Waiting != (call.Places != 0) {
			w.unsound("call %d is %v but waits: %v", call.No, call.State, call.Waiting)
		}
		waiting += w.recountPlaces(call.Places, uint32(c))
		busy += w.recountPlaces(call.Busy, uint32(call.Agent))
	}
	for a := range w.records {
		r := &w.records[a].Router
		n := w.recountPlaces(r.Places, uint32(a))
		if r.Available && n != len(w.duties(AgentID(a))) || !r.Available && n != 0 {
			w.unsound("agent %d stands in %d lists", a, n)
		}
		idle += n
	}
	for id := range w.lists {
		n := w.recountList(listID(id))
		switch listID(id) % listKinds {
		case listIdle:
			idle -= n
		case listWaiting:
			waiting -= n
		case listBusy:
			busy -= n
		}
	}
	if waiting != 0 || idle != 0 || busy != 0 {
		w.unsound("lists differ from their rows: %d waiting calls, %d available agents, %d talks", waiting, idle, busy)
	}
}

// recountPlaces counts the places of an owner.
func (w *World) recountPlaces(at int32, owner uint32) (n int) {
	for ; at != 0; at = w.places[at].Mate {
		if w.places[at].Owner != owner {
			w.unsound("place %d is of %d, not of %d", at, w.places[at].Owner, owner)
		}
		n++
	}
	return n
}

// recountList walks a list and counts its places; those of its heap too.
func (w *World) recountList(id listID) int {
	list := &w.lists[id]
	n, prev := w.recountHeap(id, list.Heap, 0), int32(0)
	for at := list.First; at != 0; at = w.places[at].Next {
		row := &w.places[at]
		if row.List != id || row.Prev != prev || row.Heaped || prev != 0 && !w.before(prev, at) {
			w.unsound("list %d is broken at %d", id, row.No)
		}
		prev = at
		n++
	}
	if prev != list.Last || n != int(list.Len) {
		w.unsound("list %d says %d places and has %d", id, list.Len, n)
	}
	return n
}

// recountHeap counts a heap: a place and its children, and those that come after it
// under the same parent.
func (w *World) recountHeap(id listID, at, parent int32) (n int) {
	for prev := parent; at != 0; at = w.places[at].Next {
		row := &w.places[at]
		if row.List != id || row.Prev != prev || !row.Heaped || parent != 0 && !w.before(parent, at) {
			w.unsound("heap of list %d is broken at %d", id, row.No)
		}
		n += 1 + w.recountHeap(id, row.Child, at)
		prev = at
	}
	return n
}
