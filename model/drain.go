package model

// dialerMaintenance asks a side of a Dialer to shut down gracefully: its peer takes
// over, and it stops.
func (w *World) dialerMaintenance(id ProcID, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	w.mark(FactMaintRequested, uint32(id), 0, 0, cause)
	if pair.Simplex {
		w.mark(FactMaintRejected, uint32(id), 0, uint32(RefusalSimplex), cause)
		return
	}
	w.disturb(p, cause)
	w.goSimplex(p, cause)
	if pair.Active == int8(id.Side()) {
		w.setRole(id, RoleDraining)
		pair.Active, pair.OutageSince = -1, w.now()
		w.mark(FactDraining, uint32(id), 0, 0, cause)
		w.planTakeover(p, cause)
	}
	w.takeDown(id, cause)
	w.procs[id].Stay = true
	w.mark(FactStopped, uint32(id), 0, 0, cause)
	w.checkRecovered(p)
}
