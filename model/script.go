package model

import "ccsim/sim"

// Routing scripts. A call's script queues it, waits, raises its priority, looks
// something up and in the end gives it the default route. A script goes on while the
// call waits in the queues that it has come to; it ends when the call is routed. A
// ring no answer or any other way back to the Router starts it anew: the call keeps its
// age, not its priority.

// Script is a routing script.
type Script struct {
	Name  string
	Steps []Step
}

// StepKind is what a step of a script does.
type StepKind uint8

// Steps.
const (
	StepQueue    StepKind = iota // to the agents of a queue
	StepWait                     // goes on after a time
	StepPriority                 // changes the priority
	StepLookup                   // asks a database or an application gateway
	StepDefault                  // gives the call the default route
)

// Step is one step of a script.
type Step struct {
	Kind     StepKind
	Queue    int      // of queue: a skill group, or a precision queue behind all skill groups
	To       []int    // of queue: groups of agents, tried in order; empty = all of the queue
	Wait     sim.Time // of wait
	Priority int32    // of priority: becomes it, or goes up by it
	Raise    bool     // of priority: goes up by Priority steps, toward the front
	Lookup   int      // of lookup
	OnFail   int      // of lookup: a script to go on with, FailContinue or FailDefault
	Label    string   // of the default route
}

// What a script does when a lookup fails, where it does not go on with another.
const (
	FailContinue = -1 // goes on with the next step
	FailDefault  = -2 // gives the call the default route
)

// PrecisionQueue is a queue whose agents follow from their attributes.
type PrecisionQueue struct {
	Name  string
	Steps []PrecisionStep
}

// PrecisionStep is a step of a precision queue: a call moves to the next after the
// wait, and stays in the last.
type PrecisionStep struct {
	Groups []int // whose attributes fit
	Wait   sim.Time
}

// Queues is the number of queues: skill groups, then precision queues.
func (c *Config) Queues() int { return len(c.Skills) + len(c.Precision) }

// QueueName is the name of a queue.
func (c *Config) QueueName(q int) string {
	if q < len(c.Skills) {
		return c.Skills[q]
	}
	return c.Precision[q-len(c.Skills)].Name
}

// QueuesOf lists the queues to which calls of a type can come, in the order of its
// script and those that it can go on with. There is at least one.
func (c *Config) QueuesOf(typ int) (all []int) {
	t := &c.Types[typ]
	if t.Script == 0 {
		return []int{t.Skill}
	}
	seen := make([]bool, c.Queues())
	for _, s := range c.scriptsFrom(t.Script - 1) {
		for _, step := range c.Scripts[s].Steps {
			if step.Kind == StepQueue && !seen[step.Queue] {
				seen[step.Queue] = true
				all = append(all, step.Queue)
			}
		}
	}
	if len(all) == 0 {
		return []int{0} // a script that only gives the default route
	}
	return all
}

// scriptsFrom lists a script and all that it can go on with.
func (c *Config) scriptsFrom(first int) []int {
	all, seen := []int{first}, make([]bool, len(c.Scripts))
	seen[first] = true
	for i := 0; i < len(all); i++ {
		for _, step := range c.Scripts[all[i]].Steps {
			if step.Kind == StepLookup && step.OnFail >= 0 && !seen[step.OnFail] {
				seen[step.OnFail] = true
				all = append(all, step.OnFail)
			}
		}
	}
	return all
}

// MaxQueues is how many queues the calls of one type can come to: a fact has room
// for so many.
const MaxQueues = 16

// turn is a step as it runs: with the rosters behind its queue.
type turn struct {
	*Step
	rosters []RosterID // tried in order
	number  uint32     // among the steps of all scripts
}

// startScript begins the script of a call: when it comes to the Router, and when it
// comes back.
func (w *World) startScript(c CallID, back bool) {
	call := &w.calls[c]
	if w.router.Status == routerOut {
		w.noRouter(c)
		return
	}
	call.Back, call.Step, call.Priority = back, 0, int32(w.cfg.Types[call.Type].Priority)
	call.Script = w.top.scriptOf[call.Type]
	w.runScript(c)
}

// runScript goes on until a step takes time or the call is gone.
func (w *World) runScript(c CallID) {
	call := &w.calls[c]
	for {
		steps := w.top.scripts[call.Script]
		if int(call.Step) == len(steps) {
			return // it waits where it is queued
		}
		t := &steps[call.Step]
		call.Step++
		if t.number > 0 {
			w.record(FactScriptStep, call.No, int64(w.now()-call.Arrived), t.number, 0)
		}
		if w.takeTurn(c, t) {
			return
		}
	}
}

// takeTurn does one step, and tells whether the script stops here.
func (w *World) takeTurn(c CallID, t *turn) (stops bool) {
	switch t.Kind {
	case StepQueue:
		return w.queueStep(c, t)
	case StepWait:
		return w.waitStep(c, evScript, t.Wait)
	case StepPriority:
		return w.setPriority(c, t.Step)
	case StepLookup:
		return w.lookupStep(c, t)
	case StepDefault:
		w.defaultRoute(c, 0)
		return true
	}
	return false
}

// onScript goes on with a script after a wait.
func (w *World) onScript(e sim.Event) {
	if w.current(e) {
		w.runScript(CallID(e.Row))
	}
}

// waitStep lets a script go on later. A call that waits for nobody yet hears
// something meanwhile: it needs a port.
func (w *World) waitStep(c CallID, k sim.Kind, d sim.Time) (stops bool) {
	if d <= 0 {
		return false
	}
	if w.listensTo(c) {
		w.callTimer(c, k, d)
	}
	return true
}

// listensTo puts a call that is not queued yet on a port, and tells whether it is
// there.
func (w *World) listensTo(c CallID) bool {
	call := &w.calls[c]
	if call.Waiting || call.State == CallIVR {
		return true
	}
	if call.State == CallNone && full(w.vruPorts(), w.cfg.VRUPorts) {
		w.block(c)
		return false
	}
	w.setCall(c, CallIVR)
	return true
}

// queueStep gives a call to an agent of a queue, or lets it wait for one beside where
// it waits already. It tells whether the call has an agent or is gone.
func (w *World) queueStep(c CallID, t *turn) bool {
	call := &w.calls[c]
	if !call.Entered {
		w.enter(c)
	}
	if w.router.Open {
		for _, r := range t.rosters {
			if a := w.firstAvailable(r); a != NoAgent {
				w.reachAgent(c, a, t.Queue)
				return true
			}
		}
	}
	if !call.Waiting && !w.startWaiting(c, t.Queue) {
		return true
	}
	if p := t.Queue - len(w.cfg.Skills); p >= 0 && len(t.To) == 0 {
		return w.startPrecision(c, p)
	}
	for _, r := range t.rosters {
		w.queueTo(c, r)
	}
	return w.interruptFor(c)
}

// enter notes when a call first asks for an agent: from here the caller's patience
// runs. One that comes back as new has waited already.
func (w *World) enter(c CallID) {
	call := &w.calls[c]
	call.Entered = true
	call.Queued = w.now()
	if call.GiveUp < sim.Forever {
		return
	}
	if p := w.patience(c); p < sim.Forever {
		call.GiveUp = w.now() + p
	}
}

// reachAgent routes a call that asks for an agent now.
func (w *World) reachAgent(c CallID, a AgentID, queue int) {
	call := &w.calls[c]
	switch {
	case call.Waiting:
		w.unwait(c)
	case call.Back:
		w.setCall(c, CallQueued)
	}
	call.Queue = uint16(queue)
	w.route(c, a)
}

// startWaiting makes a call one that waits, if there is room for it: no limit turns
// away one that comes back.
func (w *World) startWaiting(c CallID, queue int) bool {
	call := &w.calls[c]
	if !call.Back {
		holds := call.State == CallIVR
		if full(w.queued(), w.cfg.QueueLimit) || !holds && full(w.vruPorts(), w.cfg.VRUPorts) {
			w.block(c)
			return false
		}
	}
	first := !call.Waited
	call.Waited, call.Queue = true, uint16(queue)
	if first && !call.Back && w.leavesAtOnce(c) {
		return false
	}
	w.setCall(c, CallQueued)
	call.Waiting = true
	w.sources[call.Type].Waiting++
	w.watchPatience(c)
	return true
}

// setPriority changes the priority of a call, also where it waits. It tells whether the
// call has an agent now.
func (w *World) setPriority(c CallID, s *Step) bool {
	call := &w.calls[c]
	if s.Raise {
		call.Priority -= s.Priority
	} else {
		call.Priority = s.Priority
	}
	if !call.Waiting {
		return false
	}
	places := call.Places
	call.Places = 0
	for at := places; at != 0; {
		r := RosterID(w.places[at].List / listKinds)
		at = w.leavePlace(at)
		w.queueTo(c, r)
	}
	return w.interruptFor(c)
}

// startPrecision lets a call wait in the first step of a precision queue. Its steps
// go on by themselves, whatever the script does meanwhile. It tells whether the call
// has an agent.
func (w *World) startPrecision(c CallID, p int) bool {
	first := w.top.precision[p]
	for n := range w.cfg.Precision[p].Steps {
		if w.waitsIn(c, first+RosterID(n)) {
			return false
		}
	}
	return w.precisionStep(c, p, 0)
}

// precisionStep lets a call wait in a step of a precision queue; a step without a
// wait hands it on at once.
func (w *World) precisionStep(c CallID, p, n int) bool {
	steps := w.cfg.Precision[p].Steps
	for ; ; n++ {
		r := w.top.precision[p] + RosterID(n)
		if a := w.firstAvailable(r); a != NoAgent && w.router.Open {
			w.reachAgent(c, a, len(w.cfg.Skills)+p)
			return true
		}
		last := n == len(steps)-1
		if last || steps[n].Wait > 0 {
			w.queueTo(c, r)
			if !last {
				w.planPrecision(c, p, n, steps[n].Wait)
			}
			return w.interruptFor(c)
		}
	}
}

// planPrecision schedules when a call leaves a step. A call may be in several
// precision queues, so its steps are numbered.
func (w *World) planPrecision(c CallID, p, n int, wait sim.Time) {
	call := &w.calls[c]
	call.Moves++
	w.kernel.Schedule(sim.Event{
		T: w.now() + wait, Ord: sim.Order(sim.RankWork, call.No, evPrecision, uint32(call.Moves)),
		Row: uint32(c), Gen: call.Gen, Arg: uint32(p)<<8 | uint32(n), Cause: w.kernel.Current().Cause,
	})
}

// onPrecision moves a call to the next step of a precision queue: from here on it
// waits for the agents of that step.
func (w *World) onPrecision(e sim.Event) {
	if !w.current(e) {
		return
	}
	c, p, n := CallID(e.Row), int(e.Arg>>8), int(e.Arg&0xff)
	w.record(FactPrecisionStep, w.calls[c].No, int64(w.now()-w.calls[c].Queued), uint32(w.top.precision[p])+uint32(n)+1, 0)
	w.leaveRoster(c, w.top.precision[p]+RosterID(n))
	w.precisionStep(c, p, n+1)
}
