package model

import (
	"cmp"
	"slices"

	"ccsim/sim"
)

// The way of a call before it reaches an agent: the carrier brings it to an
// ingress gateway, which sends it to a CVP Call Server; the Call Server asks the
// Router through its VRU PG, and a voice browser plays the IVR and the queue. A
// center may leave out all of these; then calls come to the Router by themselves.

// place is the index of a node in its list, counted from 1; 0 is none.
type nodeRef uint16

// unitOf gives the unit of the i-th node of a kind.
func (w *World) unitOf(k UnitKind, i int) PairID { return w.top.firstOf[k] + PairID(i) }

// nodeProc gives the process of a node.
func (w *World) nodeProc(k UnitKind, i int) ProcID {
	p := w.unitOf(k, i)
	if w.top.units[p].Has(SideA) {
		return pgProc(p, SideA)
	}
	return pgProc(p, SideB)
}

// works tells whether a node takes calls.
func (w *World) works(k UnitKind, i int) bool {
	p := &w.procs[w.nodeProc(k, i)]
	return p.Role == RoleActive && !p.Paused
}

// pick chooses a node for a call: those of its site first, in turn by the number
// of the call; a node that may not is left out.
func (w *World) pick(nodes []Node, no uint32, site Side, anySite bool, may func(i int) bool) int {
	n := len(nodes)
	for _, near := range [2]bool{true, false} {
		for k := range n {
			i := (int(no) + k) % n
			if same := anySite || nodes[i].Site == site; same == near && may(i) {
				return i
			}
		}
		if anySite {
			return -1
		}
	}
	return -1
}

// dialIn brings a new call to a gateway and on to a Call Server. Without any it
// is lost, or takes the default route.
func (w *World) dialIn(c CallID, ivr sim.Time) {
	call := &w.calls[c]
	call.IVR = ivr
	if !w.open() {
		w.refuseClosed(c)
		return
	}
	if len(w.cfg.Gateways) > 0 {
		g := w.pick(w.cfg.Gateways, call.No, SideA, true, func(i int) bool { return w.works(UnitGateway, i) })
		if g < 0 {
			w.loseCall(c, w.procs[w.nodeProc(UnitGateway, int(call.No)%len(w.cfg.Gateways))].Cause)
			return
		}
		call.Gateway = nodeRef(g + 1)
	}
	if full(w.inSystem(), w.cfg.Trunks) {
		w.block(c)
		return
	}
	w.requestRoute(c)
}

// site is where a call came in; a center without gateways has one place.
func (w *World) site(call *Call) Side {
	if call.Gateway == 0 {
		return SideA
	}
	return w.cfg.Gateways[call.Gateway-1].Site
}

// requestRoute sends a call to a Call Server and asks the Router for a route:
// of a new call, or of one that comes back as new.
func (w *World) requestRoute(c CallID) {
	call := &w.calls[c]
	if len(w.cfg.CVPs) == 0 {
		w.begin(c)
		return
	}
	free := false
	cvp := w.pick(w.cfg.CVPs, call.No, w.site(call), call.Gateway == 0, func(i int) bool {
		if !w.inServiceCVP(i) || call.Gateway > 0 && !w.siteReaches(w.site(call), w.cfg.CVPs[i].Site) {
			return false
		}
		free = true
		return !full(int(w.cvpUse[i]), w.cfg.CVPs[i].Ports)
	})
	switch {
	case cvp < 0 && free:
		w.block(c)
		return
	case cvp < 0:
		w.defaultRoute(c, w.causeOfVoice())
		return
	}
	call.CVP = nodeRef(cvp + 1)
	w.pairs[w.unitOf(UnitCVP, cvp)].Calls++
	if len(w.cfg.VVBs) > 0 {
		vvb := w.pick(w.cfg.VVBs, call.No, w.cfg.CVPs[cvp].Site, false, func(i int) bool {
			return w.works(UnitVVB, i) && w.siteReaches(w.cfg.CVPs[cvp].Site, w.cfg.VVBs[i].Site)
		})
		if vvb < 0 {
			w.defaultRoute(c, w.causeOfVoice())
			return
		}
		call.VVB = nodeRef(vvb + 1)
	}
	if call.State == CallNone && full(w.vruPorts(), w.cfg.VRUPorts) {
		w.block(c)
		return
	}
	w.setCall(c, CallIVR)
	p := w.vruOf(call)
	if w.cfg.Latency.Public == 0 && w.pathOpen(p) {
		w.begin(c)
		return
	}
	w.message(p, toRouter, evNewCall, uint32(c), call.Gen, uint32(p))
	if t := w.cfg.Timers.RouteRequest; t > 0 {
		w.callTimer(c, evRouteTimeout, t)
	}
}

// onRouteTimeout is a Call Server that has waited too long for a route: the
// survivability script of the gateway takes the call.
func (w *World) onRouteTimeout(e sim.Event) {
	if w.current(e) {
		w.defaultRoute(CallID(e.Row), w.causeOfVoice())
	}
}

// causeOfVoice is the lever of the last disturbance of anything on the way of
// calls.
func (w *World) causeOfVoice() (cause uint32) {
	for p := range w.pairs {
		switch u := &w.top.units[p]; u.Kind {
		case UnitVRUPG, UnitCVP, UnitVVB, UnitRouter:
			if w.pairs[p].Disturbed {
				cause = max(cause, w.pairs[p].Cause)
			}
			if u.Kind == UnitCVP {
				cause = max(cause, w.drainedBy(u.Number))
			}
		}
	}
	return cause
}

// vruOf is the VRU PG through which a call's dialog with the Router runs.
func (w *World) vruOf(call *Call) PairID { return w.top.vru[call.CVP-1] }

// siteReaches tells whether what stands on two sites can talk over the public
// network.
func (w *World) siteReaches(a, b Side) bool { return a == b || w.sitesJoined() }

// inServiceCVP tells whether a Call Server takes new calls: it runs, and reaches
// its VRU PG, which reaches a Router that runs.
func (w *World) inServiceCVP(i int) bool {
	return w.works(UnitCVP, i) && w.router.Status != routerOut && w.routable(i)
}

func (w *World) onNewCall(e sim.Event) {
	if !w.arrives(PairID(e.Arg), toRouter, e) {
		return
	}
	w.received(true)
	if w.current(e) {
		w.begin(CallID(e.Row))
	}
}

// begin runs the script: the IVR, then the queue.
func (w *World) begin(c CallID) {
	call := &w.calls[c]
	call.Gen++ // the request is answered
	if w.router.Status == routerOut {
		w.noRouter(c)
		return
	}
	if !w.routeRequest(true) {
		w.reject(c)
		return
	}
	if w.watcher != nil {
		w.watcher.CallRequested(w.now(), call)
	}
	if call.IVR <= 0 {
		w.enterQueue(c)
		return
	}
	if call.State != CallIVR {
		if full(w.vruPorts(), w.cfg.VRUPorts) {
			w.block(c)
			return
		}
		w.setCall(c, CallIVR)
	}
	w.callTimer(c, evIVRDone, call.IVR)
}

// loseCall ends a call because what carried it is gone.
func (w *World) loseCall(c CallID, cause uint32) {
	call := &w.calls[c]
	if call.Waiting {
		w.unwait(c)
	}
	call.Cause = cause
	since := call.Queued
	if since == 0 {
		since = call.Arrived
	}
	w.lose(LossCall, call.No, cause)
	w.record(FactCallLost, call.No, int64(w.now()-since), w.callAux(call), cause)
	a, stranded, was := call.Agent, call.Stranded, call.State
	w.setCall(c, CallLost)
	if a != NoAgent && !stranded {
		w.partWithAgent(a, c, was)
	}
	w.endCall(c)
}

// partWithAgent frees the agent of a call that has ended under it.
func (w *World) partWithAgent(a AgentID, c CallID, was CallState) {
	if was == CallTalking {
		w.afterCall(a, c)
		return
	}
	w.releaseReserved(a, c)
}

// backAsNew lets a call whose routing dialog has ended come back to the Router
// as a new call, without a link to the old one, where a Call Server takes it (Solution Design Guide for Packaged
// CCE 12.6(2), High Availability, VRU PG).
func (w *World) backAsNew(c CallID, cause uint32) {
	call := &w.calls[c]
	if call.Campaign > 0 {
		w.loseCall(c, cause)
		return
	}
	no := call.No
	w.lose(LossRoutingDialog, no, cause)
	if call.Waiting {
		w.unwait(c)
	}
	call.Cause = cause
	w.leaveCVP(call)
	w.requestRoute(c)
	if w.calls[c].CVP > 0 { // else its gateway has taken it, and the Router has one record
		w.lose(LossSplitRecord, no, cause)
	}
}

// vruLost is a VRU PG that no longer serves its Call Servers: calls in the IVR
// or the queue come back as new, those with an agent are not touched.
func (w *World) vruLost(p PairID, cause uint32) {
	if w.top.units[p].Kind != UnitVRUPG {
		return
	}
	w.eachCall(func(call *Call) bool {
		return call.CVP > 0 && w.vruOf(call) == p && (call.State == CallIVR || call.State == CallQueued)
	}, func(c CallID) { w.backAsNew(c, cause) })
}

// eachCall does something to the calls that a test chooses, in the order of
// their numbers: slots are no order.
func (w *World) eachCall(chosen func(*Call) bool, do func(CallID)) {
	var hit []CallID
	for c := range w.calls {
		if call := &w.calls[c]; call.State.InProgress() && chosen(call) {
			hit = append(hit, CallID(c))
		}
	}
	w.byNumber(hit)
	for _, c := range hit {
		do(c)
	}
}

// cvpDown is a Call Server whose SIP service is gone. Calls that no agent has
// yet are sent on by the survivability script of their gateway; talks go on but
// cannot be transferred again. One that is stopped without draining ends all its
// calls, to free their licenses.
func (w *World) cvpDown(i int, stopped bool, cause uint32) {
	of := func(call *Call) bool { return int(call.CVP) == i+1 }
	w.eachCall(of, func(c CallID) {
		call := &w.calls[c]
		switch {
		case stopped:
			w.loseCall(c, cause)
		case call.State == CallTalking:
			call.Fixed = true
			if after := w.cfg.Policies.TalkAfterCVP; after > 0 {
				w.callEvent(c, evDropped, w.now()+after, call.Gen, 0)
			}
		default:
			w.lose(LossRoutingDialog, call.No, cause)
			w.survive(c, cause)
		}
	})
}

// survive sends a call to the default destination, from whatever it was doing
// before an agent answered.
func (w *World) survive(c CallID, cause uint32) {
	call := &w.calls[c]
	a, stranded := call.Agent, call.Stranded
	w.defaultRoute(c, cause)
	if a != NoAgent && !stranded {
		w.releaseReserved(a, c)
	}
}

// onDropped ends a talk whose Call Server died some minutes ago.
func (w *World) onDropped(e sim.Event) {
	if w.current(e) {
		w.loseCall(CallID(e.Row), w.procs[w.nodeProc(UnitCVP, int(w.calls[e.Row].CVP)-1)].Cause)
	}
}

// vvbDown drops the calls that a voice browser held: their media were there.
func (w *World) vvbDown(i int, cause uint32) {
	w.eachCall(func(call *Call) bool {
		return int(call.VVB) == i+1 && (call.State == CallIVR || call.State == CallQueued)
	}, func(c CallID) { w.loseCall(c, cause) })
}

// gatewayDown ends all calls of a gateway.
func (w *World) gatewayDown(i int, cause uint32) {
	w.eachCall(func(call *Call) bool { return int(call.Gateway) == i+1 }, func(c CallID) { w.loseCall(c, cause) })
}

// mediaParted ends the calls whose media cross the public network between the
// sites, when the ends have noticed that it is gone.
func (w *World) mediaParted(cause uint32) {
	w.eachCall(func(call *Call) bool {
		return call.Gateway > 0 && (call.State == CallTalking || call.State == CallRinging) && w.site(call) != w.phoneSite(call.Agent)
	}, func(c CallID) { w.loseCall(c, cause) })
}

// freeCVP and useCVP keep the ports in use of a Call Server.
func (w *World) freeCVP(call *Call) {
	if call.CVP > 0 && call.OnPort {
		w.cvpUse[call.CVP-1]--
		call.OnPort = false
	}
}

func (w *World) useCVP(call *Call) {
	if call.CVP > 0 && !call.OnPort {
		w.cvpUse[call.CVP-1]++
		call.OnPort = true
	}
}

// byNumber sorts calls by their own numbers.
func (w *World) byNumber(calls []CallID) {
	slices.SortFunc(calls, func(a, b CallID) int { return cmp.Compare(w.calls[a].No, w.calls[b].No) })
}
