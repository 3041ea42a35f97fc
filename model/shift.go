package model

import "ccsim/sim"

// Work is how the agents of a group keep to their plan, and how fast they are.
type Work struct {
	Late   sim.Dist // after the begin of a shift; zero = on time
	Early  sim.Dist // before its end; zero = on time
	Absent float64  // share of shifts to which an agent does not come
	Ramp   sim.Time // agents whose shift begins together sign in one after another over this span
	Breaks []Break  // in order of time
	Speed  Speed
}

// Break is one break of all agents of a group on one day: they take it in waves.
type Break struct {
	From  sim.Time // begin of the first wave
	Gap   sim.Time // from one wave to the next
	Waves int
	For   sim.Time // what each agent takes, from the moment of going
}

// Speed makes the talk and wrap-up of agents shorter (above 1) or longer.
type Speed struct {
	Agents sim.Dist // one factor for each agent, one second stands for 1; zero = 1
	Novice float64  // of an agent at the first call of the run
	Calls  int      // after which an agent is no novice any more; 0 = nobody is one
	Busy   float64  // share of working agents who are busy, from which on Factor holds; 0 = never
	Factor float64
}

func (s *Speed) any() bool { return !s.Agents.IsZero() || s.Calls > 0 || s.Busy > 0 }

// keepsPlan tells whether the agents of a group are there to the minute.
func (k *Work) keepsPlan() bool {
	return k.Late.IsZero() && k.Early.IsZero() && k.Absent == 0 && k.Ramp == 0
}

// plan makes it the duty of n agents of a group to be on shift, which they keep to
// as people do. Who was planned already goes on.
func (w *World) plan(g, n int) {
	k := &w.cfg.Groups[g].Work
	step := uint32(w.groups[g].Step)
	newcomers := n - w.plannedOf(g)
	come := 0
	for i := range w.cfg.Groups[g].Count {
		a := w.top.first[g] + AgentID(i)
		agent := &w.agents[a]
		if i < n == agent.Planned {
			continue
		}
		agent.Planned = i < n
		agent.Shift++
		switch {
		case !agent.Planned:
			if agent.OnShift {
				w.goHome(a)
			}
			continue
		case k.Absent > 0 && w.rnd[drawAbsent].Uniform(uint64(a), step) < k.Absent:
			continue
		}
		at := w.now()
		if step > 0 || at > 0 { // a run that begins within a shift finds them there
			at += k.Late.Sample(w.rnd[drawLate], uint64(a), step) + k.Ramp*sim.Time(come)/sim.Time(newcomers)
		}
		come++
		w.planShift(a, at, max(w.shiftEnd(g, i)-k.Early.Sample(w.rnd[drawEarly], uint64(a), step), at+1))
	}
}

func (w *World) plannedOf(g int) (n int) {
	for i := range w.cfg.Groups[g].Count {
		if w.agents[w.top.first[g]+AgentID(i)].Planned {
			n++
		}
	}
	return n
}

// shiftEnd is when the plan ends the present shift of the i-th agent of a group.
func (w *World) shiftEnd(g, i int) sim.Time {
	steps := w.cfg.Groups[g].Staff
	for s := int(w.groups[g].Step) + 1; s < len(steps); s++ {
		if steps[s].Count <= i {
			return steps[s].At
		}
	}
	return sim.Forever
}

// Operands of evShift.
const (
	shiftComes = iota
	shiftGoes
)

// planShift schedules when an agent comes and goes.
func (w *World) planShift(a AgentID, comes, goes sim.Time) {
	if comes <= w.now() {
		w.comeToWork(a)
	} else {
		w.shiftEvent(a, comes, shiftComes)
	}
	if g := &w.cfg.Groups[w.top.group[a]]; !g.Early.IsZero() && goes < w.cfg.Horizon {
		w.shiftEvent(a, goes, shiftGoes)
	}
}

func (w *World) shiftEvent(a AgentID, at sim.Time, what uint32) {
	gen := w.agents[a].Shift
	w.kernel.Schedule(sim.Event{T: at, Ord: sim.Order(sim.RankWork, uint32(a), evShift, gen&sim.MaxSeq), Row: uint32(a), Gen: gen, Arg: what})
}

func (w *World) onShift(e sim.Event) {
	a := AgentID(e.Row)
	switch agent := &w.agents[a]; {
	case agent.Shift != e.Gen:
		// the plan has changed since
	case e.Arg == shiftComes:
		w.comeToWork(a)
	case agent.OnShift:
		w.goHome(a)
	}
}

// comeToWork begins a shift. Who is still at the last call of the one before stays.
func (w *World) comeToWork(a AgentID) {
	if agent := &w.agents[a]; agent.OnShift {
		agent.Leaving = agent.Dismissed
		return
	}
	w.arriveAtWork(a)
}

// initBreaks schedules the first break of each group.
func (w *World) initBreaks() {
	for g := range w.cfg.Groups {
		w.planBreaks(g, 0)
	}
}

// planBreaks schedules the next wave of breaks of a group: waves are counted over
// all breaks.
func (w *World) planBreaks(g int, wave uint32) {
	n := wave
	for i := range w.cfg.Groups[g].Breaks {
		b := &w.cfg.Groups[g].Breaks[i]
		if int(n) >= b.Waves {
			n -= uint32(b.Waves)
			continue
		}
		at := b.From + sim.Time(n)*b.Gap
		w.kernel.Schedule(sim.Event{
			T: max(at, w.now()), Ord: sim.Order(sim.RankWork, uint32(g), evBreak, wave&sim.MaxSeq), Row: uint32(g), Gen: wave, Arg: uint32(i),
		})
		return
	}
}

// onBreak is a wave of breaks: every so-many-th agent of the group.
func (w *World) onBreak(e sim.Event) {
	g, b := int(e.Row), &w.cfg.Groups[e.Row].Breaks[e.Arg]
	wave := int(e.Gen)
	for i := range int(e.Arg) {
		wave -= w.cfg.Groups[g].Breaks[i].Waves
	}
	for i := wave; i < w.cfg.Groups[g].Count; i += b.Waves {
		w.breakDue(w.top.first[g]+AgentID(i), b.For)
	}
	w.planBreaks(g, e.Gen+1)
}

// breakDue sends an agent into a break: at once, or when the call and its wrap-up
// are over.
func (w *World) breakDue(a AgentID, d sim.Time) {
	agent, rec := &w.agents[a], &w.records[a]
	if !agent.OnShift || agent.Leaving {
		return
	}
	agent.Break = d
	idle := agent.State == rec.State && (agent.State == AgentAvailable || agent.State == AgentNotReady)
	if idle && rec.Session && !w.asleep(w.top.pair[a]) {
		w.takeBreak(a)
	}
}

// takeBreak makes an agent Not Ready for a break, and plans the return.
func (w *World) takeBreak(a AgentID) {
	agent := &w.agents[a]
	d := agent.Break
	agent.Break, agent.WantReady, agent.Wish = 0, false, WishNone
	w.records[a].Ready = false
	w.setAgent(a, AgentNotReady)
	w.setRecord(a, AgentNotReady)
	agent.Gen++ // an earlier return is void
	w.record(FactBreak, uint32(a), int64(d), uint32(w.top.group[a]), 0)
	w.agentTimer(a, evBack, d)
}

// paced gives how long an agent takes for what an agent of speed 1 does in a time.
func (w *World) paced(a AgentID, d sim.Time) sim.Time {
	s := &w.cfg.Groups[w.top.group[a]].Speed
	if !s.any() {
		return d
	}
	return min(sim.Time(float64(d)/max(w.speed(a, s), 0.01)), sim.MaxDraw)
}

// speed is how fast an agent is now.
func (w *World) speed(a AgentID, s *Speed) float64 {
	v := 1.0
	if !s.Agents.IsZero() {
		v = s.Agents.Sample(w.rnd[drawSpeed], uint64(a), 0).Seconds()
	}
	if n := int(w.agents[a].Talks); n < s.Calls {
		v = float64(v * (s.Novice + float64((1-s.Novice)*(float64(n)/float64(s.Calls)))))
	}
	g := &w.groups[w.top.group[a]]
	if s.Busy > 0 && float64(g.Busy) >= float64(s.Busy*float64(g.Working)) {
		v = float64(v * s.Factor)
	}
	return v
}
