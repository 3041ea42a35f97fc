package model

// The Media Routing PG. In a maintenance it migrates its tasks to the idle peripheral
// and tells the Router not to clear those that wait (Packaged CCE Administration and
// Configuration Guide 12.6(2), Graceful shutdown). When it is lost otherwise the Router
// clears the tasks that came through it, and the application submits them again in the
// same order; running tasks go on (Solution Design Guide for Packaged CCE 12.6(2), High
// Availability; Reporting Concepts 12.6(1), Data Loss and Component Failover).

// MinMRProtocol is the first version of the MR protocol in which an application can
// take part in a maintenance.
const MinMRProtocol = 5

// migrateTasks hands the tasks of an MR PG over to its idle peripheral; the Router keeps
// those that wait.
func (w *World) migrateTasks(p PairID, cause uint32) {
	if !taskHolding().Carried {
		w.clearTasks(p, cause)
	}
	w.resubmit(p)
}

// outstanding is what a handover finds: the pending states of an Agent PG, the tasks of
// an MR PG that wait at the Router.
func (w *World) outstanding(p PairID) int64 {
	if w.top.units[p].Kind == UnitMRPG {
		return int64(len(w.tasksOf(p, TaskState.atRouter)))
	}
	return int64(w.pairs[p].Pending)
}

// taskHolding is the row of the table of holdings that says what is carried of queued
// tasks.
func taskHolding() *Holding {
	at := len(holdings) - 1
	for holdings[at].Item != ItemTask {
		at--
	}
	return &holdings[at]
}

// atRouter tells the states in which the Router has a task that no agent has yet.
func (s TaskState) atRouter() bool { return s == TaskQueued || s == TaskOffered }

// clearTasks lets the Router forget the tasks that came through an MR PG. Their
// application keeps them; what is lost is their place in the queue.
func (w *World) clearTasks(p PairID, cause uint32) {
	if len(w.tasks) == 0 || w.top.units[p].Kind != UnitMRPG {
		return
	}
	lost := int64(0)
	for _, id := range w.tasksOf(p, func(s TaskState) bool { return s == TaskSubmitted || s.atRouter() }) {
		t := &w.tasks[id]
		if t.State.atRouter() {
			lost++
			if !taskHolding().Rebuilt {
				w.lose(LossTask, t.No, cause)
			}
		}
		switch t.State {
		case TaskQueued:
			w.leaveQueue(id)
		case TaskOffered:
			w.desks[t.Desk].Known--
			t.Desk = -1
		}
		w.setTask(id, TaskHeld)
	}
	if lost > 0 {
		w.mark(FactTasksCleared, uint32(p), lost, 0, cause)
	}
	w.reopenDesks()
}

// reopenDesks lets agents take calls and tasks again from whom the Router has taken
// a task that had not come to them.
func (w *World) reopenDesks() {
	for a := range w.records {
		if w.records[a].Router.Shut && !w.soleTask(AgentID(a), -1) {
			w.routerHears(AgentID(a), true, w.now())
		}
	}
	w.matchTasks()
}

// resubmit lets the application submit what it holds, in the same order, after the
// ends of tasks that could not be told.
func (w *World) resubmit(p PairID) {
	if len(w.cfg.TaskTypes) == 0 || w.top.units[p].Kind != UnitMRPG || !w.takesTasks(p) {
		return
	}
	w.release(p, toRouter)
	again := int64(0)
	for _, id := range w.tasksOf(p, func(s TaskState) bool { return s == TaskHeld }) {
		if w.tasks[id].Submits > 0 {
			again++
		}
		w.submit(id)
	}
	if again > 0 {
		w.mark(FactTasksAgain, uint32(p), again, 0, w.pairs[p].Cause)
	}
}

// recountTasks compares the census of tasks with their rows, and what each desk and
// queue counts.
func (w *World) recountTasks() {
	var states [taskStates]int64
	here, known := make([]int32, len(w.desks)), make([]int32, len(w.desks))
	waiting := make([]int32, len(w.media))
	for i := range w.tasks {
		t := &w.tasks[i]
		states[t.State]++
		switch t.State {
		case TaskQueued:
			waiting[w.cfg.TaskTypes[t.Type].MRD]++
		case TaskOffered:
			known[t.Desk]++
		case TaskActive:
			here[t.Desk]++
			known[t.Desk]++
		}
	}
	for s := TaskHeld; s <= TaskActive; s++ {
		if states[s] != w.census.Tasks[s] {
			w.unsound("the census has %d tasks %v, the rows have %d", w.census.Tasks[s], s, states[s])
		}
	}
	for i := range w.desks {
		d := &w.desks[i]
		if d.Count != here[i] || d.Known < known[i] || d.Count > w.top.desks[i].Limit || d.Known > w.top.desks[i].Limit {
			w.unsound("desk %d counts %d tasks and the Router %d, the rows have %d and %d, the limit is %d", i, d.Count, d.Known, here[i], known[i], w.top.desks[i].Limit)
		}
	}
	for m := range w.media {
		n := int32(0)
		for id := w.media[m].First; id != NoTask; id = w.tasks[id].Next {
			n++
		}
		if n != w.media[m].Len || n != waiting[m] {
			w.unsound("MRD %d counts %d tasks that wait, its list has %d and the rows %d", m, w.media[m].Len, n, waiting[m])
		}
	}
}

// tasksInSystem counts the tasks that have not ended.
func (c *Census) tasksInSystem() (n int64) {
	for s := TaskHeld; s <= TaskActive; s++ {
		n += c.Tasks[s]
	}
	return n
}

// checkTasks is the law of tasks: each that was offered is in progress or has an
// outcome.
func (w *World) checkTasks() {
	c := &w.census
	got := c.tasksInSystem()
	for _, s := range TaskOutcomes() {
		got += c.Tasks[s]
	}
	if got != c.TasksOffered {
		w.unsound("%d tasks were offered, but %d are in progress or have an outcome", c.TasksOffered, got)
	}
}

// finishTasks closes the intervals of MRDs at the end of a run.
func (w *World) finishTasks() {
	for i := range w.desks {
		w.closeMedia(int32(i))
	}
}

// tasksBusy counts the tasks that a run that drains waits for: those that agents
// work on. Others may wait for ever.
func (c *Census) tasksBusy() int64 { return c.Tasks[TaskActive] }
