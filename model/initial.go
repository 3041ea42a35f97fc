package model

import (
	"cmp"
	"slices"

	"ccsim/sim"
)

// Initial is the state in which a run begins, instead of an empty center whose
// agents are all available. Counts are of what there is beyond that.
type Initial struct {
	Waiting []InitialCalls
	Talking []InitialCalls
	Agents  []InitialAgents
}

// InitialCalls are calls of one type that wait, or talk with agents of one group.
type InitialCalls struct {
	Type  int
	Group int        // of talks
	Ages  []sim.Time // in the queue or the talk, one for each call; or
	Count int        // so many, with
	Age   sim.Dist   // a law of ages; zero = just begun
	Rest  sim.Dist   // of talks: what is left; zero = by the type's law, for a talk of this age
}

// InitialAgents are agents who wrap up or are Not Ready.
type InitialAgents struct {
	Group  int
	Count  int
	Wrapup bool     // else Not Ready
	Rest   sim.Dist // until they are Ready; zero = for ever
}

func (i *Initial) any() bool { return len(i.Waiting)+len(i.Talking)+len(i.Agents) > 0 }

// number is how many calls there are.
func (i *InitialCalls) number() int { return max(len(i.Ages), i.Count) }

// before tells whether the run is still being put together: what happens then has
// long been known to everybody.
func (w *World) beforeStart() bool { return !w.begun && w.cfg.Initial.any() }

// start puts the center into its initial state: talks, other agents, then the
// calls that wait, the oldest first.
func (w *World) start() {
	w.begun = true
	if !w.cfg.Initial.any() {
		return
	}
	n := uint32(0)
	for i := range w.cfg.Initial.Talking {
		in := &w.cfg.Initial.Talking[i]
		for k := range in.number() {
			w.startTalk(in, w.initialNo(in.Type, n), k)
			n++
		}
	}
	for i := range w.cfg.Initial.Agents {
		in := &w.cfg.Initial.Agents[i]
		for k := range in.Count {
			w.startAgent(in, uint32(i), uint32(k))
		}
	}
	w.startQueue(n)
}

func (w *World) initialNo(t int, n uint32) uint32 {
	return initialCalls<<attemptBit | w.callNo(t, n)
}

// age is how old a call of the initial state is.
func (w *World) age(in *InitialCalls, no uint32, k int) sim.Time {
	if len(in.Ages) > 0 {
		return in.Ages[k]
	}
	return in.Age.Sample(w.rnd[drawInitial], uint64(no), 0)
}

// beyond draws a span of which it is known that it is longer than an age.
func beyond(d sim.Dist, s sim.Stream, no uint32, age sim.Time) sim.Time {
	for n := range uint32(maxRedraws) {
		if x := d.Sample(s, uint64(no), n); x > age {
			return x
		}
	}
	return age + 1
}

// maxRedraws is how often a longer span is looked for: an age that one in a
// thousand exceeds is found.
const maxRedraws = 10_000

// freeAgent is the available agent of a group with the lowest number.
func (w *World) freeAgent(g int) AgentID {
	for i := range w.cfg.Groups[g].Count {
		if a := w.top.first[g] + AgentID(i); w.agents[a].State == AgentAvailable && w.records[a].State == AgentAvailable {
			return a
		}
	}
	return NoAgent
}

// initialCall makes a call that the carrier has brought before the run.
func (w *World) initialCall(no uint32, t int) CallID {
	c := w.newCall(no, t)
	call := &w.calls[c]
	call.Entered, call.Queue = true, uint16(w.top.queues[t][0])
	if len(w.cfg.Gateways) > 0 {
		call.Gateway = nodeRef(w.pick(w.cfg.Gateways, no, SideA, true, func(i int) bool { return w.works(UnitGateway, i) }) + 1)
	}
	cvp := w.pick(w.cfg.CVPs, no, w.site(call), call.Gateway == 0, func(i int) bool {
		return w.inServiceCVP(i) && !full(int(w.cvpUse[i]), w.cfg.CVPs[i].Ports)
	})
	if cvp < 0 {
		return c
	}
	call.CVP = nodeRef(cvp + 1)
	w.pairs[w.unitOf(UnitCVP, cvp)].Calls++
	call.VVB = nodeRef(w.pick(w.cfg.VVBs, no, w.cfg.CVPs[cvp].Site, false, func(i int) bool { return w.works(UnitVVB, i) }) + 1)
	return c
}

// startTalk begins a talk of an age with the next free agent of the group.
func (w *World) startTalk(in *InitialCalls, no uint32, k int) {
	a := w.freeAgent(in.Group)
	if a == NoAgent {
		return
	}
	age := w.age(in, no, k)
	left := in.Rest.Sample(w.rnd[drawInitial], uint64(no), 1)
	if in.Rest.IsZero() {
		left = beyond(w.cfg.Types[in.Type].Talk, w.rnd[drawTalk], no, age) - age
	}
	c := w.initialCall(no, in.Type)
	call := &w.calls[c]
	call.Arrived, call.Queued, call.Agent, call.Object = -age-1, -age-1, a, true
	w.occupy(a, c)
	for _, s := range [...]CallState{CallRouted, CallRinging, CallTalking} {
		w.setCall(c, s)
	}
	w.agents[a].LastCall = no
	w.setAgent(a, AgentTalking)
	w.setRecord(a, AgentTalking)
	call.Talk = max(left, 1)
	w.callTimer(c, evTalkEnd, call.Talk)
	w.planAsk(c)
	w.planMidCall(c)
	call.Since, call.Talk = -age, call.Talk+age
}

// occupy takes an agent from the Router's lists for a call, or for none.
func (w *World) occupy(a AgentID, c CallID) {
	w.unlist(a)
	w.agents[a].Call = c
	w.setAgent(a, AgentReserved)
	w.setRecord(a, AgentReserved)
}

// startAgent lets an agent wrap up or be Not Ready.
func (w *World) startAgent(in *InitialAgents, i, k uint32) {
	a := w.freeAgent(in.Group)
	if a == NoAgent {
		return
	}
	rest := in.Rest.Sample(w.rnd[drawInitial], 1<<32|uint64(i), k)
	if !in.Wrapup {
		w.unlist(a)
		w.records[a].Ready = false
		w.setAgent(a, AgentNotReady)
		w.setRecord(a, AgentNotReady)
		if !in.Rest.IsZero() {
			w.agentTimer(a, evBack, rest)
		}
		return
	}
	w.occupy(a, NoCall)
	w.setAgent(a, AgentTalking)
	w.setRecord(a, AgentTalking)
	w.setAgent(a, AgentWorkReady)
	w.setRecord(a, AgentWorkReady)
	w.agents[a].Until = w.now() + rest
	w.agentTimer(a, evWrapEnd, rest)
}

// startQueue lets calls wait that have waited before. n numbers them.
func (w *World) startQueue(n uint32) {
	var all []CallID
	for i := range w.cfg.Initial.Waiting {
		in := &w.cfg.Initial.Waiting[i]
		for k := range in.number() {
			no := w.initialNo(in.Type, n)
			n++
			c := w.initialCall(no, in.Type)
			call := &w.calls[c]
			age := w.age(in, no, k)
			call.Queued, call.Waited = -age, true
			if d := w.cfg.Types[in.Type].Patience; !d.IsZero() {
				call.GiveUp = beyond(d, w.rnd[drawPatience], no, age) - age
			}
			w.setCall(c, CallIVR)
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b CallID) int { return cmp.Compare(w.calls[a].Queued, w.calls[b].Queued) })
	for _, c := range all {
		w.requeue(c)
	}
}
