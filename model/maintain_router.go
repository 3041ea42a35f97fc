package model

import "ccsim/sim"

// Graceful shutdown of a Router: the peer runs alone before this side stops, so
// that no request waits. The Logger services of the same machine stop with it; a
// Logger on another machine keeps its process, with nothing to write.

// majorityAlone tells whether a Router would have device majority once its peer is
// gone: the PGs of which it hears a side, whatever path is active now.
func (w *World) majorityAlone(id ProcID) bool {
	reached := w.reachedAlone(id)
	if id.Side() == w.cfg.lead {
		return 2*reached >= w.top.pgs
	}
	return 2*reached > w.top.pgs
}

// reachedAlone counts the PGs that a Router would reach without its peer.
func (w *World) reachedAlone(id ProcID) (reached int) {
	for p := range w.top.pgs {
		for s := SideA; s <= SideB; s++ {
			pg := pgProc(PairID(p), s)
			serves := w.cfg.Policies.Majority == MajorityAnyPath || w.pairs[p].Active == int8(s)
			if serves && w.watch[w.publicLink(pg, id.Side()).Line(0)].Up {
				reached++
				break
			}
		}
	}
	return reached
}

// transferRouter lets the other Router run alone and tells the PGs to send to it.
func (w *World) transferRouter(id ProcID, cause uint32) {
	p := id.Pair()
	w.setRouter(id^1, RoleIsolatedEnabled, cause)
	w.setRole(id, RoleDraining)
	w.goSimplex(p, cause)
	w.routersChanged(cause)
	w.realign(id, cause)
	w.mark(FactDraining, uint32(id), 0, 0, cause)
	w.maintTimer(p, evDrained, w.realignment())
}

// realignment is the time in which all PGs have turned to the other Router.
func (w *World) realignment() sim.Time { return max(2*w.cfg.Latency.Public, 2) }

// stopRouter stops a Router that has handed over, and the Logger services of its
// machine.
func (w *World) stopRouter(id ProcID, cause uint32) {
	w.takeDown(id, cause)
	w.closePaths(id, cause)
	w.sayFarewell(id, cause)
	w.procs[id].Stay = true
	w.mark(FactStopped, uint32(id), 0, 0, cause)
	w.routersChanged(cause)
	if w.scripted(id) {
		return // it stops them itself, and says so
	}
	for _, other := range w.withRouter(id) {
		if w.procs[other].Role != RoleDown {
			w.stopService(other, cause)
		}
	}
	w.checkRecovered(id.Pair())
}

// withRouter lists the Logger services of the machine of a Router: the Logger and
// the Campaign Manager.
func (w *World) withRouter(id ProcID) []ProcID {
	vm := w.top.vmOf[id]
	if vm == noVM {
		return nil
	}
	var all []ProcID
	for _, other := range w.cfg.VMs[vm].Procs {
		if k := w.top.units[other.Pair()].Kind; k == UnitRouter && other.Beside() || k == UnitCampaign {
			all = append(all, other)
		}
	}
	return all
}

// stopService stops a service with the service control manager: nothing starts it
// again.
func (w *World) stopService(id ProcID, cause uint32) {
	w.mark(FactStopped, uint32(id), 0, 0, cause)
	w.endProcess(id, false, true, cause)
	w.procs[id].Stay = true
	w.checkRecovered(id.Pair())
}

// routerShutdownFails is a failure before the peer runs alone: the request is
// cancelled, and the table of a lost private network or peer decides.
func (w *World) routerShutdownFails(cause uint32) {
	p := w.top.router
	if w.pairs[p].Maint.Phase == MaintContinued {
		w.cancelMaintenance(p, RefusalFailure, cause)
		w.disturb(p, cause)
	}
}
