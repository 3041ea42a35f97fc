package model

import "ccsim/sim"

// MaintPhase is how far a maintenance of a pair has come.
type MaintPhase uint8

// Phases. A failure before the continue event cancels the request; after it,
// until the side has stopped, it turns the shutdown into a crash failover.
const (
	MaintNone      MaintPhase = iota
	MaintAsking               // the clients have been asked
	MaintContinued            // all agreed; the peer takes over
	MaintSwitched             // the peer serves; the old side drains
)

// Maintenance is the one maintenance that a pair may be in.
type Maintenance struct {
	Gen     uint32
	Cause   uint32
	Waiting int32 // clients that have not answered
	Phase   MaintPhase
	Side    Side // that shuts down
	Blocked bool // the handover waits for the private link
}

func (w *World) maintTimer(p PairID, k sim.Kind, delay sim.Time) {
	m := &w.pairs[p].Maint
	w.kernel.Schedule(sim.Event{
		T: w.now() + delay, Ord: sim.Order(sim.RankTimer, uint32(pgProc(p, m.Side)), k, m.Gen&sim.MaxSeq),
		Row: uint32(p), Gen: m.Gen, Cause: m.Cause,
	})
}

// meant tells whether a maintenance timer still belongs to this maintenance
// in this phase.
func (w *World) meant(e sim.Event, phase MaintPhase) bool {
	m := &w.pairs[e.Row].Maint
	return m.Gen == e.Gen && m.Phase == phase
}

// askClients sends ACTIVE_MAINTENANCE_REQ to each client that opened with the
// mask (CTI Server Message Reference Guide, 15.0(1), Session Management).
func (w *World) askClients(p PairID) {
	m := &w.pairs[p].Maint
	for _, i := range w.top.clients[p] {
		if w.cfg.Clients[i].TakesPart() {
			w.clients[i] = ClientRow{Asked: m.Gen}
			m.Waiting++
		}
	}
	if m.Waiting == 0 {
		w.agreed(p)
		return
	}
	w.maintTimer(p, evResponseEnd, w.cfg.Timers.CTIResponse)
	for _, i := range w.top.clients[p] {
		c := &w.cfg.Clients[i]
		if !c.TakesPart() || c.Answer == AnswerSilent || m.Phase != MaintAsking {
			continue
		}
		delay := 2*w.cfg.Latency.Desktop + c.Delay
		if delay <= 0 {
			w.clientAnswers(p, i)
			continue
		}
		w.kernel.Schedule(sim.Event{
			T: w.now() + delay, Ord: sim.MessageOrder(linkSubject(p, linkClients), uint32(i)&sim.MaxSeq, evAnswerMM),
			Row: uint32(p), Gen: m.Gen, Arg: uint32(i), Cause: m.Cause,
		})
	}
}

func (w *World) onAnswerMM(e sim.Event) {
	if w.meant(e, MaintAsking) {
		w.clientAnswers(PairID(e.Row), int(e.Arg))
	}
}

func (w *World) clientAnswers(p PairID, client int) {
	m := &w.pairs[p].Maint
	if w.cfg.Clients[client].Answer == AnswerReject {
		w.rejectMaintenance(p, RefusalClientRejected)
		return
	}
	w.clients[client].Answered = true
	m.Waiting--
	if m.Waiting == 0 {
		w.agreed(p)
	}
}

// onResponseEnd counts silence as a reject.
func (w *World) onResponseEnd(e sim.Event) {
	if w.meant(e, MaintAsking) {
		w.rejectMaintenance(PairID(e.Row), RefusalClientSilent)
	}
}

// rejectMaintenance is ACTIVE_MAINTENANCE_EVENT with cancel: one client is
// enough.
func (w *World) rejectMaintenance(p PairID, why Refusal) {
	m := &w.pairs[p].Maint
	m.Phase = MaintNone
	w.mark(FactMaintRejected, uint32(pgProc(p, m.Side)), 0, uint32(why), m.Cause)
	w.checkRecovered(p)
}

// cancelMaintenance ends a request before its continue event.
func (w *World) cancelMaintenance(p PairID, why Refusal, cause uint32) {
	m := &w.pairs[p].Maint
	m.Phase = MaintNone
	w.mark(FactMaintCancelled, uint32(pgProc(p, m.Side)), 0, uint32(why), cause)
	w.checkRecovered(p)
}

// agreed is ACTIVE_MAINTENANCE_EVENT with continue.
func (w *World) agreed(p PairID) {
	m := &w.pairs[p].Maint
	if next := pgProc(p, m.Side.Other()); w.top.units[p].IsPG() && w.procs[next].Path == noPath {
		w.cancelMaintenance(p, RefusalFailure, m.Cause) // nobody hands over to a side without a Router
		return
	}
	m.Phase = MaintContinued
	w.mark(FactMaintContinue, uint32(pgProc(p, m.Side)), 0, 0, m.Cause)
	if w.cfg.Timers.Handover <= 0 {
		w.handOver(p)
		return
	}
	w.maintTimer(p, evSwitch, w.cfg.Timers.Handover)
}

func (w *World) onSwitch(e sim.Event) {
	if w.meant(e, MaintContinued) {
		w.handOver(PairID(e.Row))
	}
}

// handOver is the switch: the one instant at which the peer's CTI server
// becomes active. What the PIM of the old side alone held is lost.
func (w *World) handOver(p PairID) {
	pair := &w.pairs[p]
	m := &pair.Maint
	old, next := pgProc(p, m.Side), pgProc(p, m.Side.Other())
	if !w.linked(p) || w.procs[old].Paused || w.procs[next].Paused || !w.mayHandOver(old, next) {
		m.Blocked = true // until the link heals, or a side notices
		return
	}
	w.mark(FactSwitched, uint32(old), w.outstanding(p), 0, m.Cause)
	m.Phase = MaintSwitched
	if w.top.units[p].Kind == UnitRouter {
		w.transferRouter(old, m.Cause)
		return
	}
	w.handOverSupervision(p, m.Cause)
	w.letGo(p, true, m.Cause)
	w.cutOff(p, m.Cause)
	w.setRole(old, RoleDraining)
	w.setRole(next, RoleActive)
	pair.Active = int8(m.Side.Other())
	w.refreshPath(p)
	if w.top.units[p].Kind == UnitAgentPG {
		w.setRole(ctiProc(p, m.Side), RoleDraining)
	}
	w.chooseCTI(p)
	w.migrateTasks(p, m.Cause)
	w.mark(FactDraining, uint32(old), 0, 0, m.Cause)
	w.mark(FactActive, uint32(next), int64(w.top.phones[p]), 0, m.Cause)
	w.maintTimer(p, evDrained, w.cfg.Latency.Desktop)
}

// cutOff signs out the agents whose client cannot take part: it is never
// asked, and finds its server gone.
func (w *World) cutOff(p PairID, cause uint32) {
	for _, a := range w.top.members[p] {
		client := w.cfg.Groups[w.top.group[a]].Client
		if !w.cfg.Clients[client].TakesPart() && w.records[a].State != AgentLogout {
			w.releaseUnreachable(a)
			w.signOutByFault(a, cause)
			if w.agents[a].OnShift {
				w.planDesktop(a, evSignIn, cause)
			}
		}
	}
}

// releaseUnreachable ends what cannot go on without a sign-in: the
// reservation of a call whose phone does not ring yet, and the wrap-up.
func (w *World) releaseUnreachable(a AgentID) {
	if c := w.agents[a].Call; c != NoCall && w.calls[c].State == CallRouted {
		w.agents[a].Call = NoCall
		w.setAgent(a, AgentAvailable)
		w.refuse(c)
	}
	if s := w.agents[a].State; s == AgentWorkReady || s == AgentWorkNotReady {
		w.idleUnseen(a)
	}
}

// onDrained stops the side that has handed over: its clients have moved.
func (w *World) onDrained(e sim.Event) {
	if !w.meant(e, MaintSwitched) {
		return
	}
	p := PairID(e.Row)
	m := &w.pairs[p].Maint
	old := pgProc(p, m.Side)
	if w.procs[old].Role != RoleDraining {
		if w.top.units[p].Kind == UnitRouter {
			m.Phase = MaintNone
		}
		return // it crashed first: its peer will notice
	}
	m.Phase = MaintNone
	w.goSimplex(p, m.Cause)
	if w.top.units[p].Kind == UnitRouter {
		w.stopRouter(old, m.Cause)
		return
	}
	w.shutDown(old, m.Cause)
}

// dropMaintenance forgets a shutdown when neither side is left to notice that
// it failed.
func (w *World) dropMaintenance(p PairID) {
	if !w.procs[pgProc(p, SideA)].up() && !w.procs[pgProc(p, SideB)].up() {
		w.pairs[p].Maint.Phase = MaintNone
	}
}

// shutDown stops a PG side on purpose, and the CG service with it.
func (w *World) shutDown(id ProcID, cause uint32) {
	cti := ctiProc(id.Pair(), id.Side())
	if w.procs[cti].Role != RoleDown {
		w.takeDown(cti, cause)
	}
	w.procs[cti].Stay = true
	if w.procs[id].Role != RoleDown {
		w.takeDown(id, cause)
		w.closePaths(id, cause)
		w.sayFarewell(id, cause)
	}
	w.procs[id].Stay = true
	w.mark(FactStopped, uint32(id), 0, 0, cause)
	w.chooseCTI(id.Pair())
	w.checkRecovered(id.Pair())
}

func (w *World) onMaintTimeout(e sim.Event) {
	p := PairID(e.Row)
	m := &w.pairs[p].Maint
	switch {
	case w.meant(e, MaintAsking):
		w.rejectMaintenance(p, RefusalTimeout)
	case w.top.units[p].Kind == UnitRouter:
		if w.meant(e, MaintContinued) {
			w.cancelMaintenance(p, RefusalTimeout, m.Cause)
		}
	case w.meant(e, MaintContinued), w.meant(e, MaintSwitched):
		w.shutdownFailed(p, m.Cause)
	}
}

// shutdownFailed is a failure between the continue event and the stop: the
// side that shuts down stops, its peer restarts in simplex mode, and calls and
// agents are recovered as in a failover.
func (w *World) shutdownFailed(p PairID, cause uint32) {
	m := &w.pairs[p].Maint
	m.Phase = MaintNone
	old, next := pgProc(p, m.Side), pgProc(p, m.Side.Other())
	w.mark(FactShutdownFailed, uint32(old), 0, 0, cause)
	w.pgLost(p, cause)
	w.goSimplex(p, cause)
	w.shutDown(old, cause)
	if w.procs[next].up() {
		w.takeDown(next, cause)
		w.boot(next, w.cfg.Timers.Restart, cause)
	}
}

// successorLost is the side that is to take over in a maintenance when it loses the
// Routers or the phones: before the continue event that cancels the request, after it
// the shutdown has failed.
func (w *World) successorLost(id ProcID, cause uint32) {
	p := id.Pair()
	m := &w.pairs[p].Maint
	switch {
	case m.Phase == MaintNone || m.Side == id.Side():
	case m.Phase == MaintAsking:
		w.cancelMaintenance(p, RefusalFailure, cause)
	case m.Phase == MaintContinued:
		w.shutdownFailed(p, cause)
	}
}

// sayFarewell tells the peer that a side stops on purpose, so that it does not
// wait for the limit. It comes after the last keep-alive.
func (w *World) sayFarewell(id ProcID, cause uint32) {
	link := linkSubject(id.Pair(), linkBeatsA+uint32(id.Side()))
	w.kernel.Schedule(sim.Event{
		T: w.now() + w.delay(privateLine(id)), Ord: sim.MessageOrder(link, sim.MaxSeq, evFarewell),
		Row: uint32(id ^ 1), Gen: w.lines[privateLine(id)].Gen, Cause: cause,
	})
}

func (w *World) onFarewell(e sim.Event) {
	id := ProcID(e.Row)
	p := &w.procs[id]
	n := heardBy(id)
	if e.Gen != w.lines[n].Gen || w.lines[n].Down || !p.up() || !w.peerUp(id) || w.procs[id^1].up() {
		return
	}
	w.watch[n].Up = false
	w.planBeats(n)
	w.checkRecovered(id.Pair())
}
