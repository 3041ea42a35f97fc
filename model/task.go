package model

import "ccsim/sim"

// Non-voice tasks: an application such as chat or e-mail submits them through a
// Media Routing PG, the Router queues them by Media Routing Domain (MRD) and gives
// each to an agent, who may work on several at a time.

// TaskID is the slot of a task's row. Slots are reused; a task's own number is
// Task.No.
type TaskID uint32

// NoTask stands where there is none.
const NoTask TaskID = 1<<32 - 1

// TaskState is where a task is.
type TaskState uint8

// States of tasks.
const (
	TaskNone      TaskState = iota
	TaskHeld                // the application holds it: not submitted yet, or cleared by the Router
	TaskSubmitted           // on its way to the Router
	TaskQueued              // waits at the Router
	TaskOffered             // the Router has chosen an agent, and the task is on its way
	TaskActive              // with its agent: worked on, paused or interrupted

	TaskHandled  // the agent has finished it
	TaskExpired  // left the queue at the limit of its MRD
	TaskCutOff   // ended at the limit of a task's life
	TaskRejected // no place in the queue, or congestion control
	taskStates
)

var taskStateNames = [taskStates]string{"none", "held", "submitted", "queued", "offered", "active", "handled", "expired", "cut_off", "rejected"}

// String gives the name of the state in results.
func (s TaskState) String() string { return taskStateNames[s] }

// TaskOutcomes lists the states in which a task has ended.
func TaskOutcomes() []TaskState {
	return []TaskState{TaskHandled, TaskExpired, TaskCutOff, TaskRejected}
}

var taskNext = [taskStates]uint16{
	TaskNone:      1 << TaskHeld,
	TaskHeld:      1<<TaskSubmitted | 1<<TaskHeld,
	TaskSubmitted: 1<<TaskQueued | 1<<TaskOffered | 1<<TaskRejected | 1<<TaskHeld,
	TaskQueued:    1<<TaskOffered | 1<<TaskExpired | 1<<TaskHeld,
	TaskOffered:   1<<TaskActive | 1<<TaskHeld | 1<<TaskSubmitted,
	TaskActive:    1<<TaskHandled | 1<<TaskCutOff | 1<<TaskHeld,
}

// MRD is a Media Routing Domain: a kind of work with its own queue.
type MRD struct {
	Name          string
	Interruptible bool     // a call, or a task of an MRD that is not, interrupts its tasks
	MaxQueue      int      // tasks that wait; None = unlimited
	MaxWait       sim.Time // in the queue
	MaxLife       sim.Time // with an agent
}

// TaskType is a kind of task: how it arrives, and how long it takes.
type TaskType struct {
	Name      string
	MRD       int        // index of Config.MRDs
	MRPG      int        // index of Config.MRPGs: that of its application
	Rates     []RateStep // Poisson arrivals; empty = none
	Every     sim.Time   // one task each, or 0
	Handle    sim.Dist   // time that the agent works on it
	Pause     float64    // share of tasks that the agent pauses once
	PauseTime sim.Dist
}

// GroupMedia is an MRD in which the agents of a group work.
type GroupMedia struct {
	MRD   int
	Limit int // tasks at a time
}

// Task is the row of a task.
type Task struct {
	Arrived sim.Time // at the application
	Queued  sim.Time // at the Router, the last time
	Since   sim.Time // runs since
	Left    sim.Time // of the agent's work, as of Since
	PauseAt sim.Time // when so much is left, the agent pauses it; negative: not
	No      uint32   // its own number, the same in every variant
	Gen     uint32
	Next    TaskID // in the queue or at the desk
	Prev    TaskID
	Desk    int32 // of its agent, or -1
	Type    uint16
	Submits uint16
	State   TaskState
	Running bool
	Paused  bool
}

// MediaState is the state of an agent in an MRD, with the numbers of the CTI Server
// protocol.
type MediaState uint8

// States of an agent in an MRD.
const (
	MediaOff         MediaState = 0  // not ready or signed out
	MediaActive      MediaState = 11 // works on a task
	MediaPaused      MediaState = 12 // all tasks are paused
	MediaInterrupted MediaState = 13 // something that cannot be interrupted goes first
	MediaNotActive   MediaState = 14 // ready, without a task
)

// MediaStates lists the states with their names in results.
func MediaStates() []MediaState {
	return []MediaState{MediaActive, MediaPaused, MediaInterrupted, MediaNotActive}
}

// String gives the name of the state.
func (s MediaState) String() string {
	return [...]string{0: "off", 11: "active", 12: "paused", 13: "interrupted", 14: "not_active"}[s]
}

// DeskRow is an agent in an MRD.
type DeskRow struct {
	Since  sim.Time // of State
	Last   sim.Time // when the Router last chose the agent
	First  TaskID
	Count  int32 // tasks that are here
	Paused int32 // of them
	Known  int32 // tasks that the Router counts here: those on their way too, and those whose end it has not heard of
	State  MediaState
	Stops  bool // something interrupts its tasks
	Away   bool // the application knows that the agent has left
}

// MediaRow is the queue of an MRD.
type MediaRow struct {
	First, Last TaskID
	Len         int32
}

// desk is what never changes of an agent in an MRD.
type desk struct {
	Agent AgentID
	MRD   int
	Limit int32
}

// layDesks lays out who works in which MRD.
func (t *topology) layDesks(cfg *Config) {
	t.ofMRD = make([][]int32, len(cfg.MRDs))
	for a, g := range t.group {
		t.firstDesk = append(t.firstDesk, int32(len(t.desks)))
		for _, m := range cfg.Groups[g].Media {
			t.ofMRD[m.MRD] = append(t.ofMRD[m.MRD], int32(len(t.desks)))
			t.desks = append(t.desks, desk{AgentID(a), m.MRD, int32(m.Limit)})
		}
	}
	t.firstDesk = append(t.firstDesk, int32(len(t.desks)))
}

// desksOf gives the first desk of an agent and the one after the last.
func (w *World) desksOf(a AgentID) (first, end int32) {
	return w.top.firstDesk[a], w.top.firstDesk[a+1]
}

func (w *World) initTasks() {
	w.freeTask = NoTask
	w.media = append(w.media, make([]MediaRow, len(w.cfg.MRDs))...)
	for i := range w.media {
		w.media[i] = MediaRow{First: NoTask, Last: NoTask}
	}
	w.desks = append(w.desks, make([]DeskRow, len(w.top.desks))...)
	for i := range w.desks {
		w.desks[i].First = NoTask
	}
	w.taskSources = append(w.taskSources, make([]Source, len(w.cfg.TaskTypes))...)
	for t := range w.taskSources {
		w.planTask(t)
	}
}

// setTask is the one place that changes the state of a task.
func (w *World) setTask(id TaskID, to TaskState) {
	t := &w.tasks[id]
	if taskNext[t.State]>>to&1 == 0 {
		w.unsound("task %d goes from %v to %v", t.No, t.State, to)
	}
	if t.State != TaskNone {
		w.census.Tasks[t.State]--
	}
	w.census.Tasks[to]++
	t.State = to
	t.Gen++
}

// planTask schedules the next task of a type.
func (w *World) planTask(t int) {
	typ, s := &w.cfg.TaskTypes[t], &w.taskSources[t]
	at := sim.Forever
	switch {
	case typ.Every > 0:
		at = s.At + typ.Every
	case len(typ.Rates) > 0:
		at = afterUnits(typ.Rates, s.At, w.top.unitGap.Sample(w.rnd[drawTaskGap], uint64(t), s.N).Seconds())
	}
	if at >= w.cfg.Horizon {
		return
	}
	w.kernel.Schedule(sim.Event{T: max(at, w.now()+1), Ord: sim.Order(sim.RankWork, w.taskNo(t, s.N), evTask, 0), Row: uint32(t)})
}

// afterUnits gives the moment at which a gap in units of its mean is used up by
// rates that change in steps.
func afterUnits(rates []RateStep, at sim.Time, left float64) sim.Time {
	for i := range rates {
		end := sim.Forever
		if i+1 < len(rates) {
			end = rates[i+1].From
		}
		if end <= at {
			continue
		}
		at = max(at, rates[i].From)
		if rate := rates[i].PerSecond; rate > 0 {
			if need := sim.FromSeconds(min(left/rate, 1e9)); end == sim.Forever || need < end-at {
				return at + need
			}
			left = max(left-float64(rate*(end-at).Seconds()), 0)
		}
		at = end
	}
	return sim.Forever
}

func (w *World) taskNo(t int, n uint32) uint32 { return n*uint32(len(w.cfg.TaskTypes)) + uint32(t) }

// onTask is a task that comes to its application.
func (w *World) onTask(e sim.Event) {
	typ := int(e.Row)
	s := &w.taskSources[typ]
	no := w.taskNo(typ, s.N)
	s.N++
	s.At = w.now()
	w.planTask(typ)
	id := w.freeTask
	if id != NoTask {
		w.freeTask = w.tasks[id].Next
	} else {
		id = TaskID(len(w.tasks))
		w.tasks = append(w.tasks, Task{})
	}
	w.tasks[id] = Task{Arrived: w.now(), No: no, Gen: w.tasks[id].Gen + 1, Next: NoTask, Prev: NoTask, Desk: -1, Type: uint16(typ), PauseAt: -1}
	w.census.TasksOffered++
	w.record(FactTaskOffered, no, 0, uint32(typ), 0)
	w.setTask(id, TaskHeld)
	w.submit(id)
}

// endTask frees the row of a task with its outcome.
func (w *World) endTask(id TaskID, outcome TaskState, value sim.Time) {
	t := &w.tasks[id]
	w.record(FactTaskEnded, t.No, int64(value), uint32(t.Type)|uint32(outcome)<<16, 0)
	w.setTask(id, outcome)
	t.State = TaskNone
	t.Next = w.freeTask
	w.freeTask = id
}

// taskEvent schedules a step of a task; a change of its state before makes it void.
func (w *World) taskEvent(id TaskID, k sim.Kind, at sim.Time) {
	t := &w.tasks[id]
	w.kernel.Schedule(sim.Event{
		T: max(at, w.now()+1), Ord: sim.Order(sim.RankWork, t.No, k, t.Gen&sim.MaxSeq), Row: uint32(id), Gen: t.Gen, Cause: w.kernel.Current().Cause,
	})
}

func (w *World) meantTask(e sim.Event) bool { return w.tasks[e.Row].Gen == e.Gen }
