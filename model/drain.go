package model

// dialerMaintenance asks a side of a Dialer to shut down gracefully: it stops
// reserving and dialing while the other side takes over, waits for its calls in
// progress and then stops (Packaged CCE Administration and Configuration Guide
// 12.6(2), Graceful shutdown).
func (w *World) dialerMaintenance(id ProcID, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	w.mark(FactMaintRequested, uint32(id), 0, 0, cause)
	if why := w.dialerRefusal(id); why != RefusalNone {
		w.mark(FactMaintRejected, uint32(id), 0, uint32(why), cause)
		return
	}
	w.disturb(p, cause)
	w.goSimplex(p, cause)
	if pair.Active != int8(id.Side()) {
		w.stopDialer(id, cause)
		return
	}
	w.setRole(id, RoleDraining)
	pair.Active, pair.OutageSince = -1, w.now()
	w.mark(FactDraining, uint32(id), w.callsOf(id), 0, cause)
	w.planTakeover(p, cause)
	w.wakeDialer(p)
	w.drainedDialer(p)
}

// dialerRefusal says why a side of a Dialer may not shut down gracefully, if so:
// without a peer that is Ready nobody would dial.
func (w *World) dialerRefusal(id ProcID) Refusal {
	switch {
	case w.procs[id].Role == RoleDraining:
		return RefusalBusy
	case w.pairs[id.Pair()].Simplex:
		return RefusalSimplex
	}
	return RefusalNone
}

// callsOf counts the calls that a side of a Dialer has in progress: lines that
// ring, and customers with an agent or at a port.
func (w *World) callsOf(id ProcID) (n int64) {
	for c := range w.campaigns {
		if w.dialerOf(c) == id.Pair() {
			n += int64(w.campaigns[c].Dialing[id.Side()] + w.campaigns[c].Talking[id.Side()])
		}
	}
	return n
}

// drainedDialer stops a side that shuts down when its last call is over.
func (w *World) drainedDialer(p PairID) {
	for s := SideA; s <= SideB; s++ {
		if id := pgProc(p, s); w.procs[id].Role == RoleDraining && w.callsOf(id) == 0 {
			w.stopDialer(id, w.pairs[p].Cause)
		}
	}
}

// stopDialer stops a side that holds nothing any more.
func (w *World) stopDialer(id ProcID, cause uint32) {
	for c := range w.campaigns {
		if w.dialerOf(c) == id.Pair() {
			w.windDown(c, id.Side())
		}
	}
	w.dialerDown(id, cause)
	w.takeDown(id, cause)
	w.procs[id].Stay = true
	w.mark(FactStopped, uint32(id), 0, 0, cause)
	w.checkRecovered(id.Pair())
}
