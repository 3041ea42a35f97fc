package model

import "ccsim/sim"

// What an agent does with tasks. A call goes before the tasks of interruptible MRDs,
// and so does a task of an MRD that is not interruptible: they are interrupted until
// it is over. Tasks of an MRD that is not interruptible keep calls and other tasks
// away, as a call does.

// callsFirst tells the states of an agent in which a call keeps or interrupts tasks.
func (s AgentState) callsFirst() bool {
	switch s {
	case AgentLogin, AgentLogout, AgentNotReady, AgentAvailable:
		return false
	}
	return true
}

// startTask puts a task on the desk of its agent.
func (w *World) startTask(id TaskID) {
	t := &w.tasks[id]
	d := &w.desks[t.Desk]
	a := w.top.desks[t.Desk].Agent
	if !w.agents[a].OnShift {
		d.Away = true
		w.takeOff(id)
		return
	}
	w.setTask(id, TaskActive)
	w.record(FactTaskStarted, t.No, int64(w.now()-t.Arrived), uint32(t.Type), 0)
	t.Next = d.First
	if d.First != NoTask {
		w.tasks[d.First].Prev = id
	}
	d.First = id
	d.Count++
	typ := &w.cfg.TaskTypes[t.Type]
	t.Left = max(typ.Handle.Sample(w.rnd[drawTaskHandle], uint64(t.No), 0), 1)
	if typ.Pause > 0 && w.rnd[drawTaskPause].Uniform(uint64(t.No), 0) < typ.Pause {
		t.PauseAt = sim.Time(float64(w.rnd[drawTaskPause].Uniform(uint64(t.No), 1) * float64(t.Left)))
	}
	if life := w.cfg.MRDs[typ.MRD].MaxLife; life > 0 {
		w.kernel.Schedule(sim.Event{T: w.now() + life, Ord: sim.Order(sim.RankWork, t.No, evTaskLife, t.Gen&sim.MaxSeq), Row: uint32(id), Arg: t.No})
	}
	w.deskChanged(a)
}

// deskChanged works out anew what interrupts the tasks of an agent, and lets those
// run that may.
func (w *World) deskChanged(a AgentID) {
	first, end := w.desksOf(a)
	for i := first; i < end; i++ {
		d := &w.desks[i]
		d.Stops = w.stopped(a, i)
		for id := d.First; id != NoTask; id = w.tasks[id].Next {
			if d.Stops {
				w.stopTask(id)
			} else {
				w.runTask(id)
			}
		}
		w.setMedia(a, i)
	}
}

// stopped tells whether something interrupts the tasks of a desk.
func (w *World) stopped(a AgentID, i int32) bool {
	if !w.cfg.MRDs[w.top.desks[i].MRD].Interruptible {
		return false
	}
	if w.agents[a].State.callsFirst() {
		return true
	}
	first, end := w.desksOf(a)
	for o := first; o < end; o++ {
		if o != i && w.desks[o].Count > 0 && !w.cfg.MRDs[w.top.desks[o].MRD].Interruptible {
			return true
		}
	}
	return false
}

// setMedia is the one place that changes the state of an agent in an MRD.
func (w *World) setMedia(a AgentID, i int32) {
	d := &w.desks[i]
	to := MediaNotActive
	switch {
	case d.Count > 0 && d.Stops:
		to = MediaInterrupted
	case d.Count > 0 && d.Count == d.Paused:
		to = MediaPaused
	case d.Count > 0:
		to = MediaActive
	case w.agents[a].State == AgentLogout || w.agents[a].State == AgentNotReady:
		to = MediaOff
	}
	if to == d.State {
		return
	}
	w.closeMedia(i)
	d.State = to
}

// closeMedia records how long an agent was in a state of an MRD.
func (w *World) closeMedia(i int32) {
	d := &w.desks[i]
	if n := w.now() - d.Since; n > 0 && d.State != MediaOff {
		w.record(FactMediaTime, uint32(w.top.desks[i].Agent), int64(n), uint32(w.top.desks[i].MRD)|uint32(d.State)<<16, 0)
	}
	d.Since = w.now()
}

// runTask lets a task go on until it is done, or until the agent pauses it.
func (w *World) runTask(id TaskID) {
	t := &w.tasks[id]
	if t.Running || t.Paused {
		return
	}
	t.Running, t.Since = true, w.now()
	t.Gen++
	next := t.Left
	if t.PauseAt >= 0 {
		next -= t.PauseAt
	}
	w.taskEvent(id, evTaskStep, w.now()+next)
}

// stopTask interrupts a task.
func (w *World) stopTask(id TaskID) {
	t := &w.tasks[id]
	if !t.Running {
		return
	}
	t.Left = max(t.Left-(w.now()-t.Since), 0)
	t.Running = false
	t.Gen++
}

// onTaskStep is a task that is done, or that the agent pauses.
func (w *World) onTaskStep(e sim.Event) {
	id := TaskID(e.Row)
	if !w.meantTask(e) {
		return
	}
	t := &w.tasks[id]
	w.stopTask(id)
	if t.PauseAt < 0 {
		w.finishTask(id, TaskHandled)
		return
	}
	t.PauseAt, t.Paused = -1, true
	w.desks[t.Desk].Paused++
	w.taskEvent(id, evTaskResume, w.now()+w.cfg.TaskTypes[t.Type].PauseTime.Sample(w.rnd[drawTaskPauseTime], uint64(t.No), 0))
	w.deskChanged(w.top.desks[t.Desk].Agent)
}

// onTaskResume is an agent who goes on with a paused task.
func (w *World) onTaskResume(e sim.Event) {
	if !w.meantTask(e) {
		return
	}
	t := &w.tasks[e.Row]
	t.Paused = false
	w.desks[t.Desk].Paused--
	w.deskChanged(w.top.desks[t.Desk].Agent)
}

// onTaskLife ends a task that has been with its agent for as long as its MRD allows.
func (w *World) onTaskLife(e sim.Event) {
	if t := &w.tasks[e.Row]; t.State == TaskActive && t.No == e.Arg {
		w.finishTask(TaskID(e.Row), TaskCutOff)
	}
}

// finishTask ends a task at its desk. While no MR PG side is active nobody can be
// told: it never appears in reports.
func (w *World) finishTask(id TaskID, outcome TaskState) {
	t := &w.tasks[id]
	p, desk := w.mrOfTask(t), t.Desk
	w.stopTask(id)
	w.leaveDesk(id)
	if pair := &w.pairs[p]; pair.Active < 0 {
		w.lose(LossEvent, t.No, pair.Cause)
	}
	w.endTask(id, outcome, w.now()-t.Arrived)
	w.tellDone(desk, p)
	w.deskChanged(w.top.desks[desk].Agent)
}

// leaveDesk takes a task off the desk of its agent.
func (w *World) leaveDesk(id TaskID) {
	t := &w.tasks[id]
	d := &w.desks[t.Desk]
	if t.Prev == NoTask {
		d.First = t.Next
	} else {
		w.tasks[t.Prev].Next = t.Next
	}
	if t.Next != NoTask {
		w.tasks[t.Next].Prev = t.Prev
	}
	t.Next, t.Prev = NoTask, NoTask
	d.Count--
	if t.Paused {
		d.Paused--
	}
}

// takeOff lets the application submit a task again whose agent has left.
func (w *World) takeOff(id TaskID) {
	t := &w.tasks[id]
	p, desk := w.mrOfTask(t), t.Desk
	if t.State == TaskActive {
		w.stopTask(id)
		w.leaveDesk(id)
	}
	t.Desk, t.Paused, t.PauseAt = -1, false, -1
	w.setTask(id, TaskHeld)
	w.tellDone(desk, p)
	w.submit(id)
}

// clearDesks gives back the tasks of an agent whose shift is over.
func (w *World) clearDesks(a AgentID) {
	first, end := w.desksOf(a)
	for i := first; i < end; i++ {
		w.desks[i].Away = true
	}
	for i := first; i < end; i++ {
		for w.desks[i].First != NoTask {
			w.takeOff(w.desks[i].First)
		}
	}
}

// openDesks lets an agent whose shift begins take tasks again.
func (w *World) openDesks(a AgentID) {
	first, end := w.desksOf(a)
	for i := first; i < end; i++ {
		w.desks[i].Away = false
	}
}
