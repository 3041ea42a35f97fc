package model

import "ccsim/sim"

// Each PG side has a path to both Routers: an active one, on which everything
// goes, and an idle one. A path switch is buffered and acknowledged, so it loses no
// message (ICM Administrator Guide 6.0, Fault Tolerance): what cannot go now is
// held and goes later, in order.

// HeldRow is a message that waits for its path. Rows form a list for each PG
// and way.
type HeldRow struct {
	Ord   uint64 // of a deferred event
	Kind  sim.Kind
	Row   uint32
	Gen   uint32
	Arg   uint32
	Cause uint32
	Next  int32 // 0: the last
}

// heldList is a list of held messages: places in the pool, counted from 1.
type heldList struct{ First, Last int32 }

// Ways of messages between a PG and the Router.
const (
	toRouter = iota
	fromRouter
)

// noPath is the path of a side that reaches no Router.
const noPath = -1

// initNet makes the rows of links. All are up; the parts out of service do not
// send.
func (w *World) initNet() {
	w.lines = make([]LineRow, 2*len(w.top.links))
	w.watch = make([]WatchRow, len(w.top.watches))
	w.held = make([]HeldRow, 1) // place 0 heads the free list
}

// pathOpen tells whether messages between a PG and the Router arrive now.
func (w *World) pathOpen(p PairID) bool { return w.pairs[p].PathOpen }

// refreshPath works out anew whether a PG's messages pass, and lets go what
// was held if they do.
func (w *World) refreshPath(p PairID) {
	pair := &w.pairs[p]
	open := w.router.Open
	if s := pair.Active; s >= 0 {
		id := pgProc(p, Side(s))
		r := w.procs[id].Path
		open = r != noPath && w.routerOpen(Side(r)) && w.joined(w.publicLink(id, Side(r))) && !w.procs[id].Paused
	}
	was := pair.PathOpen
	pair.PathOpen = open
	if open && !was {
		w.release(p, toRouter)
		w.release(p, fromRouter)
	}
}

func (w *World) refreshPaths() {
	for p := range w.top.pgs {
		w.refreshPath(PairID(p))
	}
}

// hold keeps a message until its path is open. It counts as under way.
func (w *World) hold(p PairID, way int, m HeldRow) { w.enlist(&w.pairs[p].Held[way], m) }

// enlist puts a row at the end of a list.
func (w *World) enlist(list *heldList, m HeldRow) {
	at := w.held[0].Next
	if at == 0 {
		at = int32(len(w.held))
		w.held = append(w.held, HeldRow{})
	} else {
		w.held[0].Next = w.held[at].Next
	}
	m.Next = 0
	w.held[at] = m
	if list.Last == 0 {
		list.First = at
	} else {
		w.held[list.Last].Next = at
	}
	list.Last = at
}

// takeHeld takes the oldest held message off its list.
func (w *World) takeHeld(p PairID, way int) (HeldRow, bool) {
	return w.unlistHeld(&w.pairs[p].Held[way])
}

// unlistHeld takes the first row off a list.
func (w *World) unlistHeld(list *heldList) (HeldRow, bool) {
	at := list.First
	if at == 0 {
		return HeldRow{}, false
	}
	m := w.held[at]
	list.First = m.Next
	if m.Next == 0 {
		list.Last = 0
	}
	w.held[at] = HeldRow{Next: w.held[0].Next}
	w.held[0].Next = at
	return m, true
}

// release sends what was held, in order.
func (w *World) release(p PairID, way int) {
	for w.pathOpen(p) {
		m, ok := w.takeHeld(p, way)
		if !ok {
			return
		}
		w.post(p, way, m)
	}
}

// message sends a message between a PG and the Router, or holds it.
func (w *World) message(p PairID, way int, k sim.Kind, row, gen, arg uint32) {
	m := HeldRow{Kind: k, Row: row, Gen: gen, Arg: arg, Cause: w.kernel.Current().Cause}
	w.census.Sent++
	w.census.OnLinks++
	if !w.pathOpen(p) {
		w.hold(p, way, m)
		return
	}
	w.post(p, way, m)
}

// post lets a message arrive after the latency of its path; messages of one
// way stand in the order of sending.
func (w *World) post(p PairID, way int, m HeldRow) {
	pair := &w.pairs[p]
	link, number, last := linkSubject(p, linkToRouter), &pair.ToRouter, &pair.ToRouterAt
	if way == fromRouter {
		link, number, last = linkSubject(p, linkToPG), &pair.FromRouter, &pair.FromRouterAt
	}
	*number++
	at := w.now() + max(w.pathLatency(p, way), 1)
	at = max(at, *last)
	*last = at
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.MessageOrder(link, *number&sim.MaxSeq, m.Kind),
		Row: m.Row, Gen: m.Gen, Arg: m.Arg, Cause: m.Cause,
	})
}

// pathLatency is the present way of a message of a PG.
func (w *World) pathLatency(p PairID, way int) sim.Time {
	s := w.pairs[p].Active
	if s < 0 || w.cfg.Latency.Public == 0 {
		return w.cfg.Latency.Public
	}
	id := pgProc(p, Side(s))
	r := w.procs[id].Path
	if r == noPath {
		return w.cfg.Latency.Public
	}
	link := w.publicLink(id, Side(r))
	return w.top.latency[link] + w.lines[link.Line(way)].Extra
}

// arrives tells whether a message that has come to its end may be handled; if
// its path broke while it was under way, it is held and sent again.
func (w *World) arrives(p PairID, way int, e sim.Event) bool {
	if w.pathOpen(p) {
		return true
	}
	w.hold(p, way, HeldRow{Kind: e.Kind(), Row: e.Row, Gen: e.Gen, Arg: e.Arg, Cause: e.Cause})
	return false
}

// choosePath gives a PG side an active path: the present one while it is good,
// else that to the Router of its own side, else the other.
func (w *World) choosePath(id ProcID, cause uint32) {
	proc := &w.procs[id]
	best := w.bestPath(id)
	if proc.Path == best {
		w.checkRouter(id, cause)
		return
	}
	was := proc.Path
	proc.Path = best
	w.mark(FactPath, uint32(id), int64(best), 0, cause)
	if best == noPath {
		w.successorLost(id, cause)
	}
	if p := id.Pair(); w.pairs[p].Active == int8(id.Side()) && was == noPath {
		w.announce(p)
	}
	w.checkPaths(id.Pair(), cause)
	if best != noPath {
		w.tryAgain(w.routerID(Side(best)), cause)
	}
	w.checkRouter(id, cause)
}

// checkRouter looks at what a side that has found its path can expect of it.
func (w *World) checkRouter(id ProcID, cause uint32) {
	if w.atStopped(id) {
		w.cutOffCalls(id, cause)
	}
}

// connected tells whether a PG side and a Router hear each other: a connection
// that passes one way only is closed by the end that hears nothing.
func (w *World) connected(id ProcID, r Side) bool {
	link := w.publicLink(id, r)
	return w.watch[link.Line(1)].Up && (w.watch[link.Line(0)].Up || !w.procs[w.routerID(r)].up())
}

func (w *World) bestPath(id ProcID) int8 {
	proc := &w.procs[id]
	best := int8(noPath)
	if r := proc.Path; r != noPath && w.connected(id, Side(r)) && w.keepsState(Side(r)) {
		return r
	}
	for _, r := range [2]Side{id.Side(), id.Side().Other()} {
		if !w.connected(id, r) {
			continue
		}
		if w.inService(r) {
			return int8(r)
		}
		if best == noPath {
			best = int8(r) // connected, though the Router does not route
		}
	}
	return best
}

// checkPaths lets the other side of a PG take over when the active side has
// lost both Routers and the other has not.
func (w *World) checkPaths(p PairID, cause uint32) {
	pair := &w.pairs[p]
	w.refreshPath(p)
	if pair.Active < 0 {
		return
	}
	id := pgProc(p, Side(pair.Active))
	if w.procs[id].Path != noPath {
		return
	}
	w.disturb(p, cause)
	proc := &w.procs[id]
	proc.Checks++
	w.kernel.Schedule(sim.Event{
		T: w.now() + w.cfg.Timers.PublicHeartbeat, Ord: sim.Order(sim.RankTimer, uint32(id), evCutOff, proc.Checks&sim.MaxSeq),
		Row: uint32(id), Gen: proc.Turn, Cause: cause,
	})
}

// onCutOff is a side that has been without a Router for the time of a
// keep-alive: by now its peer knows what it reaches itself.
func (w *World) onCutOff(e sim.Event) {
	id := ProcID(e.Row)
	if w.same(e) && w.procs[id].Path == noPath && w.pairs[id.Pair()].Active == int8(id.Side()) {
		w.pgCutOff(id, e.Cause)
	}
}

// pgCutOff is the active side of a PG without a path to any Router: its peer
// takes over if it has one.
func (w *World) pgCutOff(id ProcID, cause uint32) {
	p := id.Pair()
	switch w.pairs[p].Maint.Phase {
	case MaintAsking:
		w.cancelMaintenance(p, RefusalFailure, cause)
		w.disturb(p, cause)
	case MaintContinued, MaintSwitched:
		w.shutdownFailed(p, cause)
		return
	}
	peer := id ^ 1
	if w.procs[peer].Role != RoleStandby || w.procs[peer].Path == noPath || !w.linked(p) || !w.seesPhones(peer) {
		w.cutOffCalls(id, cause) // nobody takes over
		return
	}
	w.goSimplex(p, cause)
	w.pgLost(p, cause)
	w.setRole(id, RoleIsolated)
	w.becomeActive(peer, cause)
	w.sync(id, cause)
}

// pathSilent is an end of a public link that does not hear the other.
func (w *World) pathSilent(n LineID, cause uint32) {
	info := &w.top.watches[n]
	if w.top.units[info.Observer.Pair()].IsPG() {
		w.choosePath(info.Observer, cause)
		w.checkRecovered(info.Observer.Pair())
		return
	}
	w.routerView(info.Sender.Pair(), cause)
	w.pathChanged(info.Sender, cause)
	if other := info.Sender ^ 1; w.procs[other].Role == RoleIsolated && !w.peerConnected(other) {
		w.tellPeerGone(info.Sender, cause)
	}
}

// pathChanged lets a PG side look for a path after a Router has closed or
// accepted its connection.
func (w *World) pathChanged(id ProcID, cause uint32) {
	if w.procs[id].up() && !w.procs[id].Paused {
		w.choosePath(id, cause)
		w.checkPaths(id.Pair(), cause)
		w.checkRecovered(id.Pair())
	}
}

// pathHeard is an end of a public link that hears the other again.
func (w *World) pathHeard(n LineID) {
	info := &w.top.watches[n]
	cause := w.causeOfReturn(n)
	if w.top.units[info.Observer.Pair()].IsPG() {
		w.choosePath(info.Observer, cause)
		w.checkPaths(info.Observer.Pair(), cause)
		w.checkRecovered(info.Observer.Pair())
		return
	}
	w.routerView(info.Sender.Pair(), cause)
	w.pathChanged(info.Sender, cause)
	w.tryAgain(info.Observer, cause)
	w.checkRecovered(w.top.router)
}

// routerView is what the Router knows of a PG after one of its paths changed:
// a PG whose active side no Router hears is lost to it.
func (w *World) routerView(p PairID, cause uint32) {
	pair := &w.pairs[p]
	if pair.Active < 0 {
		return
	}
	heard := w.heardByRouter(pgProc(p, Side(pair.Active)))
	if heard == !pair.Unheard {
		return
	}
	pair.Unheard = !heard
	if !heard {
		w.disturb(p, cause)
		w.routerLost(p)
		w.takeBack(p)
		w.clearTasks(p, cause)
		return
	}
	w.resubmit(p)
	w.announce(p)
	w.checkRecovered(p)
}

// heardByRouter tells whether a Router that runs hears a PG side.
func (w *World) heardByRouter(id ProcID) bool {
	for r := SideA; r <= SideB; r++ {
		if w.procs[pgProc(w.top.router, r)].up() && w.watch[w.publicLink(id, r).Line(0)].Up {
			return true
		}
	}
	return false
}

// takeBack lets the Router choose anew for calls whose PG never heard of them.
func (w *World) takeBack(p PairID) {
	for {
		m, ok := w.takeHeld(p, fromRouter)
		if !ok {
			return
		}
		w.received(false)
		if m.Kind == evPreCall && w.calls[m.Row].Gen == m.Gen {
			w.requeue(CallID(m.Row))
		}
	}
}

// announce sends the Router all agents of a PG: after both had lost each other.
func (w *World) announce(p PairID) {
	pair := &w.pairs[p]
	if pair.Active < 0 || len(w.top.members[p]) == 0 {
		return
	}
	w.dropHeldStates(p)
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) {
		w.resync(p)
		return
	}
	w.message(p, toRouter, evResync, uint32(p), 0, 0)
}

func (w *World) onResync(e sim.Event) {
	if w.arrives(PairID(e.Row), toRouter, e) {
		w.received(true)
		w.resync(PairID(e.Row))
	}
}

// resync makes the Router's list of available agents agree with the PG's rows.
func (w *World) resync(p PairID) {
	w.routerLost(p)
	if w.pairs[p].Active < 0 {
		return
	}
	for _, a := range w.top.members[p] {
		if rec := &w.records[a]; rec.State == AgentAvailable {
			w.routerHears(a, true, rec.History[0].At)
		}
	}
}

// dropHeldStates throws away agent states that wait for a path: newer ones, or
// all of them, will follow.
func (w *World) dropHeldStates(p PairID) {
	list := w.pairs[p].Held[toRouter]
	w.pairs[p].Held[toRouter] = heldList{}
	for at := list.First; at != 0; {
		m := w.held[at]
		w.held[at] = HeldRow{Next: w.held[0].Next}
		w.held[0].Next = at
		at = m.Next
		if m.Kind == evRouterAgent || m.Kind == evResync {
			w.received(false)
			continue
		}
		w.hold(p, toRouter, m)
	}
}

// closePaths lets the other ends know that a process has ended: its operating
// system closes its connections. Where the whole machine is gone, nobody does.
func (w *World) closePaths(id ProcID, cause uint32) {
	for _, n := range w.top.sends[id] {
		if info := &w.top.watches[n]; info.Sender == info.Observer^1 {
			continue // peers listen for keep-alives only
		}
		w.kernel.Schedule(sim.Event{
			T: w.now() + w.delay(n) + 1, Ord: sim.Order(sim.RankTimer, w.subject(n), evClosed, w.procs[id].Life&sim.MaxSeq),
			Row: uint32(n), Gen: w.lines[n].Gen, Cause: cause,
		})
	}
}

// onClosed is the end of a connection: heard at once, if the link is up.
func (w *World) onClosed(e sim.Event) {
	n := LineID(e.Row)
	row := &w.watch[n]
	if w.lines[n].Gen != e.Gen || w.lines[n].Down || !w.listens(n) || !row.Up || w.procs[w.top.watches[n].Sender].up() {
		return
	}
	w.hear(n)
	row.Up = false
	w.planBeats(n)
	w.pathSilent(n, e.Cause)
}
