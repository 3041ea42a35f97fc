package model

// A VRU PG that reaches no Router which runs: in a split, its own Router is stopped and
// the other one is across the gap. No route can come to its Call Servers: the dialogs of
// the calls that wait there end, and the calls come back as new, to a Call Server that is
// in service or by the default route of their gateway (inferred from Solution Design Guide
// for Packaged CCE 12.6(2), High Availability: calls at a disabled side are not routed,
// and the end of a routing dialog makes a new call).

// vruSide is the side of its VRU PG that serves a Call Server: the active one, or, where
// that is across a network that is gone, the one of the Call Server's own site.
func (w *World) vruSide(i int) (ProcID, bool) {
	p := w.top.vru[i]
	active := w.pairs[p].Active
	if active < 0 {
		return 0, false
	}
	if site := w.cfg.CVPs[i].Site; !w.siteReaches(Side(active), site) {
		own := pgProc(p, site)
		return own, w.top.units[p].Has(site) && w.procs[own].Role == RoleActive
	}
	return pgProc(p, Side(active)), true
}

// atStopped tells whether a PG side sends to a Router that does not run while another
// does. While the Routers decide who runs, what comes waits.
func (w *World) atStopped(id ProcID) bool {
	r := w.procs[id].Path
	return r != noPath && w.router.Status == routerServes && !w.keepsState(Side(r))
}

// routable tells whether a route can come to a Call Server.
func (w *World) routable(i int) bool {
	id, ok := w.vruSide(i)
	return ok && w.procs[id].Path != noPath && !w.atStopped(id)
}

// cutOffCalls lets the calls that wait on the Call Servers of a PG side come back as
// new, if it is a VRU PG side without a Router that runs.
func (w *World) cutOffCalls(id ProcID, cause uint32) {
	if w.top.units[id.Pair()].Kind != UnitVRUPG || w.procs[id].Role != RoleActive {
		return
	}
	w.eachCall(func(call *Call) bool {
		if call.CVP == 0 || call.State != CallIVR && call.State != CallQueued || w.vruOf(call) != id.Pair() {
			return false
		}
		side, ok := w.vruSide(int(call.CVP) - 1)
		return ok && side == id
	}, func(c CallID) { w.backAsNew(c, cause) })
}
