package model

// Census counts what must be conserved. Only the single writers of each state
// keep it; reports do not read it but fold facts.
type Census struct {
	Offered  int64
	Calls    [callStates]int64 // calls by state, ended ones included
	Pending  [pendingOutcomes]int64
	InFlight int64 // requests on their way to a PG
	Held     int64 // pending states in the PIMs
	Sent     int64 // messages on links
	Arrived  int64
	Dropped  int64 // messages that met a dead process or a cut link
	OnLinks  int64 // messages under way
	LoggedIn int64 // nanoseconds of shift, over all agents, up to the last change of each
	InStates int64 // nanoseconds in all true states but Logout
}

func (c *Census) inProgress() int64 {
	var n int64
	for s := CallIVR; s <= CallTalking; s++ {
		n += c.Calls[s]
	}
	return n
}

// checkConserved is called after every event. It reads only the census, so it
// costs a few additions.
func (w *World) checkConserved() {
	c := &w.census
	if got := c.inProgress() + c.Calls[CallHandled] + c.Calls[CallAbandoned] + c.Calls[CallBlocked] + c.Calls[CallRejected] + c.Calls[CallLost] + c.Calls[CallDefaultRouted]; got != c.Offered {
		w.unsound("%d calls were offered, but %d are in progress or have an outcome", c.Offered, got)
	}
	ended := c.Pending[PendingApplied] + c.Pending[PendingSuperseded] + c.Pending[PendingCancelled] + c.Pending[PendingRejected] + c.Pending[PendingLost]
	if still := c.InFlight + c.Held; c.Pending[PendingRequested] != ended+still {
		w.unsound("%d states were requested, but %d ended and %d are pending", c.Pending[PendingRequested], ended, still)
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
	w.recountLists()
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
		busy := agent.State.onCall() || agent.State == AgentReserved
		if busy != (agent.Call != NoCall) {
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

func (w *World) recountLists() {
	var queued int64
	for i := range w.waiting {
		n, prev := int32(0), NoCall
		for c := w.waiting[i].First; c != NoCall; c = w.calls[c].Next {
			if w.calls[c].Prev != prev || w.calls[c].State != CallQueued {
				w.unsound("waiting list %d is broken at call %d", i, w.calls[c].No)
			}
			prev = c
			n++
		}
		if n != w.waiting[i].Len || w.waiting[i].Last != prev {
			w.unsound("waiting list %d says %d calls and has %d", i, w.waiting[i].Len, n)
		}
		queued += int64(n)
	}
	if queued != w.census.Calls[CallQueued] {
		w.unsound("%d calls are queued, the waiting lists hold %d", w.census.Calls[CallQueued], queued)
	}
	for s := range w.skills {
		prev := NoAgent
		for a := w.skills[s].First; a != NoAgent; a = w.records[a].Router.Next {
			r := &w.records[a].Router
			if !r.Available || r.Prev != prev {
				w.unsound("list of available agents %d is broken at agent %d", s, a)
			}
			prev = a
		}
	}
}
