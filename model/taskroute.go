package model

import (
	"cmp"
	"slices"

	"ccsim/sim"
)

// How tasks are routed: from the application through its MR PG to the Router, from
// there to an agent of the MRD, and back when they are done.

// mrOfTask is the MR PG of a task's application.
func (w *World) mrOfTask(t *Task) PairID { return w.unitOf(UnitMRPG, w.cfg.TaskTypes[t.Type].MRPG) }

// takesTasks tells whether an MR PG passes tasks on to the Router. While it does not,
// the application holds them.
func (w *World) takesTasks(p PairID) bool {
	pair := &w.pairs[p]
	return pair.Active >= 0 && !pair.Unheard && w.router.Status != routerOut
}

// submit sends a task to the Router, or leaves it with its application.
func (w *World) submit(id TaskID) {
	t := &w.tasks[id]
	p := w.mrOfTask(t)
	if !w.takesTasks(p) {
		return
	}
	if t.Submits++; t.Submits > 1 {
		w.record(FactTaskAgain, t.No, 0, uint32(t.Type), w.pairs[p].Cause)
	}
	w.setTask(id, TaskSubmitted)
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) {
		w.taskAsks(id)
		return
	}
	w.message(p, toRouter, evNewTask, uint32(id), t.Gen, uint32(p))
}

func (w *World) onNewTask(e sim.Event) {
	if !w.arrives(PairID(e.Arg), toRouter, e) {
		return
	}
	w.received(true)
	if w.meantTask(e) {
		w.taskAsks(TaskID(e.Row))
	}
}

// taskAsks is a task that asks the Router for an agent.
func (w *World) taskAsks(id TaskID) {
	t := &w.tasks[id]
	m := w.cfg.TaskTypes[t.Type].MRD
	t.Queued = w.now()
	if !w.routeRequest(true) {
		w.endTask(id, TaskRejected, w.now()-t.Arrived)
		return
	}
	if d := w.chooseDesk(m); d >= 0 && w.router.Open {
		w.assign(id, d)
		return
	}
	if full(int(w.media[m].Len), w.cfg.MRDs[m].MaxQueue) || full(w.queued(), w.cfg.QueueLimit) {
		w.endTask(id, TaskRejected, w.now()-t.Arrived)
		return
	}
	w.setTask(id, TaskQueued)
	row := &w.media[m]
	t.Prev, t.Next = row.Last, NoTask
	if row.Last == NoTask {
		row.First = id
	} else {
		w.tasks[row.Last].Next = id
	}
	row.Last = id
	row.Len++
	if wait := w.cfg.MRDs[m].MaxWait; wait > 0 {
		w.taskEvent(id, evTaskExpire, w.now()+wait)
	}
}

// queued is the number of calls and tasks that wait at the Router.
func (w *World) queued() int { return int(w.census.Calls[CallQueued] + w.census.Tasks[TaskQueued]) }

// leaveQueue takes a task out of the queue of its MRD.
func (w *World) leaveQueue(id TaskID) {
	t := &w.tasks[id]
	row := &w.media[w.cfg.TaskTypes[t.Type].MRD]
	if t.Prev == NoTask {
		row.First = t.Next
	} else {
		w.tasks[t.Prev].Next = t.Next
	}
	if t.Next == NoTask {
		row.Last = t.Prev
	} else {
		w.tasks[t.Next].Prev = t.Prev
	}
	t.Next, t.Prev = NoTask, NoTask
	row.Len--
}

// onTaskExpire is a task that has waited for as long as its MRD allows.
func (w *World) onTaskExpire(e sim.Event) {
	if id := TaskID(e.Row); w.meantTask(e) {
		w.leaveQueue(id)
		w.endTask(id, TaskExpired, w.now()-w.tasks[id].Arrived)
	}
}

// chooseDesk finds the agent for a task: of those who may take one he who has fewest
// tasks of the MRD, then he who was chosen longest ago; -1 where there is none.
func (w *World) chooseDesk(m int) int32 {
	best := int32(-1)
	for _, i := range w.top.ofMRD[m] {
		if !w.mayTake(i) {
			continue
		}
		if d := &w.desks[i]; best < 0 || d.Known < w.desks[best].Known || d.Known == w.desks[best].Known && d.Last < w.desks[best].Last {
			best = i
		}
	}
	return best
}

// mayTake tells whether the Router may give a task to a desk: the agent is ready and
// has no call, the limit of the MRD is not reached, and no task of another MRD that
// cannot be interrupted stands in the way.
func (w *World) mayTake(i int32) bool {
	info := &w.top.desks[i]
	r := &w.records[info.Agent].Router
	return (r.Available || r.Shut) && !w.desks[i].Away && w.desks[i].Known < info.Limit && !w.soleTask(info.Agent, i)
}

// soleTask tells whether an agent has a task that cannot be interrupted, at any desk
// but one.
func (w *World) soleTask(a AgentID, but int32) bool {
	first, end := w.desksOf(a)
	for i := first; i < end; i++ {
		if i != but && w.desks[i].Known > 0 && !w.cfg.MRDs[w.top.desks[i].MRD].Interruptible {
			return true
		}
	}
	return false
}

// assign gives a task to an agent. An agent with a task that cannot be interrupted
// gets no call.
func (w *World) assign(id TaskID, i int32) {
	t := &w.tasks[id]
	if t.State == TaskQueued {
		w.leaveQueue(id)
	}
	a := w.top.desks[i].Agent
	w.desks[i].Known++
	w.desks[i].Last = w.now()
	t.Desk = i
	w.setTask(id, TaskOffered)
	if w.records[a].Router.Available && w.soleTask(a, -1) {
		w.unlist(a)
		w.records[a].Router.Shut = true
	}
	p := w.mrOfTask(t)
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) && w.pairs[p].Active >= 0 {
		w.startTask(id)
		return
	}
	w.message(p, fromRouter, evTaskOffer, uint32(id), t.Gen, uint32(p))
}

func (w *World) onTaskOffer(e sim.Event) {
	if !w.arrives(PairID(e.Arg), fromRouter, e) {
		return
	}
	w.received(w.pairs[e.Arg].Active >= 0)
	if w.meantTask(e) {
		w.startTask(TaskID(e.Row))
	}
}

// tellDone lets the Router know that a task has left a desk: when the MR PG can tell
// it.
func (w *World) tellDone(i int32, p PairID) {
	if w.takesTasks(p) {
		if w.cfg.Latency.Public == 0 && w.pathOpen(p) {
			w.deskFree(i)
			return
		}
		w.message(p, toRouter, evTaskDone, uint32(i), 0, uint32(p))
		return
	}
	w.census.Sent++
	w.census.OnLinks++
	w.hold(p, toRouter, HeldRow{Kind: evTaskDone, Row: uint32(i), Arg: uint32(p), Cause: w.kernel.Current().Cause})
}

func (w *World) onTaskDone(e sim.Event) {
	if w.arrives(PairID(e.Arg), toRouter, e) {
		w.received(true)
		w.deskFree(int32(e.Row))
	}
}

// deskFree is the Router learning that an agent can take another task, or a call
// again.
func (w *World) deskFree(i int32) {
	w.desks[i].Known--
	a := w.top.desks[i].Agent
	if w.records[a].Router.Shut && !w.soleTask(a, -1) {
		w.routerHears(a, true, w.now())
		return
	}
	w.offerTasks(a)
}

// offerTasks gives the tasks that wait to an agent who may take them.
func (w *World) offerTasks(a AgentID) {
	first, end := w.desksOf(a)
	for i := first; i < end && w.router.Open; i++ {
		for m := w.top.desks[i].MRD; w.media[m].First != NoTask && w.mayTake(i); {
			w.assign(w.media[m].First, i)
		}
	}
}

// matchTasks gives the tasks that wait to whoever may take them.
func (w *World) matchTasks() {
	for m := range w.media {
		for w.media[m].First != NoTask && w.router.Open {
			d := w.chooseDesk(m)
			if d < 0 {
				break
			}
			w.assign(w.media[m].First, d)
		}
	}
}

// tasksOf lists the tasks of an MR PG in certain states, in the order in which they
// came to the application.
func (w *World) tasksOf(p PairID, in func(TaskState) bool) (all []TaskID) {
	for i := range w.tasks {
		if t := &w.tasks[i]; t.State != TaskNone && in(t.State) && w.mrOfTask(t) == p {
			all = append(all, TaskID(i))
		}
	}
	slices.SortFunc(all, func(a, b TaskID) int {
		x, y := &w.tasks[a], &w.tasks[b]
		return cmp.Or(cmp.Compare(x.Arrived, y.Arrived), cmp.Compare(x.No, y.No))
	})
	return all
}
