package model

import "ccsim/sim"

// record states a fact. Facts of processes and pairs may fire triggers and
// probes; the probes read the world as it was before the fact took effect.
func (w *World) record(k sim.FactKind, subject uint32, value int64, aux, cause uint32) {
	w.kernel.Record(sim.Fact{T: w.now(), Kind: k, Subject: subject, Value: value, Aux: aux, Cause: cause})
}

// mark states a fact that triggers and probes may wait for.
func (w *World) mark(k sim.FactKind, subject uint32, value int64, aux, cause uint32) {
	w.readProbes(k, subject)
	w.record(k, subject, value, aux, cause)
	w.fireTriggers(k, subject)
	if len(w.vms) > 0 && (k == FactCrashed || k == FactStopped || k == FactDraining || k >= FactMaintContinue && k <= FactShutdownFailed) {
		w.scriptHears(k, ProcID(subject), aux)
	}
}

func (w *World) lose(kind LossKind, subject uint32, cause uint32) {
	w.record(FactLoss, subject, 0, uint32(kind), cause)
}

// phase says how a call that arrives now stands to the faults of the run.
func (w *World) phase() Phase {
	switch {
	case w.ill > 0:
		return PhaseDuring
	case w.everIll:
		return PhaseAfter
	}
	return PhaseBefore
}

// account tells the kernel how much memory the rows take.
func (w *World) account() {
	const callBytes = 128
	w.kernel.SetUsed(int64(cap(w.calls)) * callBytes)
}

func (w *World) readProbes(k sim.FactKind, subject uint32) {
	for i, p := range w.cfg.Probes {
		if p.Kind == k && p.Subject == subject {
			w.record(FactProbe, uint32(i), w.probe(p), 0, 0)
		}
	}
}

func (w *World) probe(p Probe) int64 {
	var n int64
	switch p.What {
	case ProbeQueue:
		for i := range w.calls {
			if w.calls[i].State == CallQueued && w.inSkill(&w.calls[i], p.Skill) {
				n++
			}
		}
	case ProbeTalking:
		for a := range w.agents {
			if w.agents[a].State.onCall() && !w.agents[a].Watching && w.inPair(a, p.Pair) && w.agentSkill(a, p.Skill) {
				n++
			}
		}
	case ProbePending:
		for a := range w.records {
			if w.records[a].Pending != WishNone && w.inPair(a, p.Pair) {
				n++
			}
		}
	}
	return n
}

func (w *World) inSkill(call *Call, skill int) bool {
	return skill < 0 || int(call.Queue) == skill
}

func (w *World) inPair(a, pair int) bool { return pair < 0 || int(w.top.pair[a]) == pair }

func (w *World) agentSkill(a, skill int) bool {
	return skill < 0 || w.cfg.Serves(w.top.group[a], skill)
}
