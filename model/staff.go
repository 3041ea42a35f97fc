package model

import "ccsim/sim"

func (w *World) initStaff() {
	for g := range w.cfg.Groups {
		if len(w.cfg.Groups[g].Staff) == 0 {
			w.staff(g, w.cfg.Groups[g].Count)
			continue
		}
		w.nextStaffing(g)
	}
}

// nextStaffing applies the steps that are due and schedules the next one.
func (w *World) nextStaffing(g int) {
	row := &w.groups[g]
	steps := w.cfg.Groups[g].Staff
	for int(row.Step) < len(steps) && steps[row.Step].At <= w.now() {
		w.staff(g, steps[row.Step].Count)
		row.Step++
	}
	if int(row.Step) < len(steps) {
		w.kernel.Schedule(sim.Event{
			T: steps[row.Step].At, Ord: sim.Order(sim.RankWork, uint32(g), evStaff, uint32(row.Step)), Row: uint32(g),
		})
	}
}

func (w *World) onStaff(e sim.Event) { w.nextStaffing(int(e.Row)) }

// staff makes n agents of a group be on shift: those with the lowest numbers.
// Whoever has a call or wraps up finishes it first.
func (w *World) staff(g, n int) {
	if !w.cfg.Groups[g].keepsPlan() {
		w.plan(g, n)
		w.groups[g].OnShift = int32(n)
		return
	}
	for i := range w.cfg.Groups[g].Count {
		a := w.top.first[g] + AgentID(i)
		switch agent := &w.agents[a]; {
		case i < n && !agent.OnShift:
			w.arriveAtWork(a)
		case i < n:
			agent.Leaving = agent.Dismissed
		case agent.OnShift:
			w.goHome(a)
		}
	}
	w.groups[g].OnShift = int32(n)
}

// arriveAtWork signs an agent in, or lets the agent wait for a server.
func (w *World) arriveAtWork(a AgentID) {
	agent := &w.agents[a]
	w.closeInterval(a)
	agent.OnShift, agent.Leaving, agent.Dismissed, agent.WantReady, agent.Break = true, false, false, false, 0
	agent.Wish = WishNone
	w.setAgent(a, AgentNotReady)
	ready := !w.onlySupervises(a)
	if ready {
		w.setAgent(a, AgentAvailable)
	}
	w.records[a].Before = AgentLogout
	w.records[a].Ready = ready
	w.openDesks(a)
	w.updateMissing(a)
	pair := &w.pairs[w.top.pair[a]]
	if pair.Active >= 0 && pair.ActiveCTI >= 0 && w.mayConnect(a) && w.phonesWork() {
		w.chooseServer(a)
		w.signIn(a)
	}
}

// goHome ends an agent's shift, after the call and its wrap-up where there is
// one.
func (w *World) goHome(a AgentID) {
	agent := &w.agents[a]
	if s := agent.State; s == AgentAvailable || s == AgentNotReady {
		w.leave(a)
		return
	}
	agent.Leaving = true
}

// leave signs an agent out at the end of the shift.
func (w *World) leave(a AgentID) {
	agent := &w.agents[a]
	if w.records[a].Pending != WishNone {
		w.dropPending(a, PendingCancelled, 0)
	}
	w.setAgent(a, AgentLogout)
	w.closeInterval(a)
	reason := uint32(reasonSignedOut)
	if agent.Dismissed {
		reason = reasonSupervisor
	}
	agent.OnShift, agent.Leaving, agent.Dismissed, agent.WantReady, agent.Wish = false, false, false, false, WishNone
	w.records[a].Signs++
	if w.records[a].State != AgentLogout {
		w.record(FactSignedOut, uint32(a), 0, reason, 0)
		w.setRecord(a, AgentLogout)
	}
	w.connect(a, false)
	w.clearDesks(a)
	w.updateMissing(a)
	w.checkRecovered(w.top.pair[a])
}
