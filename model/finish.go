package model

import "ccsim/sim"

// Finish closes every interval that is still open and checks the whole state.
// Run calls it; who uses RunUntil calls it once at the end.
func (w *World) Finish() error {
	if w.closed {
		return nil
	}
	w.closed = true
	for a := range w.agents {
		w.closeInterval(AgentID(a))
	}
	for c := range w.calls {
		call := &w.calls[c]
		if !call.State.InProgress() {
			continue
		}
		if call.Waiting {
			w.record(FactQueueTime, call.No, int64(w.now()-call.Since), w.callAux(call), 0)
		}
		w.record(FactInSystem, call.No, int64(w.now()-call.Arrived), w.callAux(call), call.Cause)
	}
	for p := range w.pairs {
		pair := &w.pairs[p]
		if pair.Active < 0 && w.top.units[p].IsPG() {
			w.record(FactOutage, uint32(p), int64(w.now()-pair.OutageSince), 0, pair.Cause)
		}
		if pair.BothDown {
			w.record(FactBothDown, uint32(p), int64(w.now()-pair.DownSince), 0, pair.Cause)
		}
		if pair.Disturbed {
			w.record(FactUnsettled, uint32(p), int64(w.now()-pair.DisturbedSince), 0, pair.Cause)
		}
		if pair.Gap {
			w.record(FactHistoryGap, uint32(p), int64(w.now()-pair.GapSince), 0, pair.Cause)
		}
		if pair.Simplex {
			w.record(FactSimplexTime, uint32(p), int64(w.now()-pair.SimplexSince), 0, pair.Cause)
		}
	}
	w.closeCongestion()
	w.closePorts()
	w.closeHistory()
	w.finishTasks()
	if w.router.Status != routerServes {
		pair := &w.pairs[w.top.router]
		w.record(FactOutage, uint32(w.top.router), int64(w.now()-pair.OutageSince), 0, pair.Cause)
	}
	if w.router.Both {
		w.record(FactFinding, uint32(w.top.router), int64(w.now()-w.router.BothSince), uint32(FindingBothEnabled), w.pairs[w.top.router].Cause)
	}
	w.recordCustomers()
	return w.CheckAll()
}

// LeverTimes gives when each lever acts or acted in this replication;
// Forever for one whose trigger has not fired.
func (w *World) LeverTimes() []sim.Time {
	at := make([]sim.Time, len(w.levers))
	for i := range at {
		at[i] = w.levers[i].At
		if l := &w.cfg.Levers[i]; (l.Trigger.Kind != FactNone || l.IsUndo) && at[i] == 0 {
			at[i] = sim.Forever
		}
	}
	return at
}
