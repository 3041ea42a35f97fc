package model

import "ccsim/sim"

// IVR campaigns connect the customers who answer to a VRU script, without agents:
// the Dialer asks the Router through its MR PG where to send the call, and the
// gateway sends it to a CVP Call Server.

// toIVR connects a live answer to a port.
func (w *World) toIVR(n CustomerID) DialResult {
	cu := &w.customers[n]
	c, s := int(cu.Campaign), cu.Side
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	if m.Mode.IVR() && row.Talking[SideA]+row.Talking[SideB] >= int32(m.Ports) {
		return DialAbandoned
	}
	cvp, vvb, ok := w.portFor(n)
	if !ok || !w.routesIVR(c, s) {
		return DialFailedToIVR
	}
	id := w.newCall(w.customerNo(n), m.Type)
	call := &w.calls[id]
	call.Campaign, call.Dialer, call.CVP, call.VVB = uint16(c+1), s, cvp, vvb
	if cvp > 0 {
		w.pairs[w.unitOf(UnitCVP, int(cvp)-1)].Calls++
	}
	w.attach(id, n)
	w.setCall(id, CallIVR)
	w.calls[id].Queued = w.now()
	w.callTimer(id, evMessage, m.Message.Sample(w.rnd[drawMessage], uint64(w.calls[id].No), 0))
	return DialLive
}

// routesIVR tells whether a side of a Dialer gets a route to the IVR: the MR PG
// has one Dialer as its client, the active one. A side that shuts down has handed
// that connection over, so a customer who answers then cannot be connected.
func (w *World) routesIVR(c int, s Side) bool {
	if !w.router.Open || w.pairs[w.dialerOf(c)].Active != int8(s) {
		return false
	}
	return w.cfg.Dialers[w.cfg.Campaigns[c].Dialer].MRPG < 0 || w.pathOpen(w.mrOf(c)) && w.mayAsk(c, s)
}

// portFor chooses a Call Server and voice browser; a center without any has ports
// that nothing stops.
func (w *World) portFor(n CustomerID) (cvp, vvb nodeRef, ok bool) {
	if full(w.vruPorts(), w.cfg.VRUPorts) {
		return 0, 0, false
	}
	no := w.customerNo(n)
	if len(w.cfg.CVPs) > 0 {
		i := w.pick(w.cfg.CVPs, no, SideA, true, func(i int) bool { return w.inServiceCVP(i) && !full(int(w.cvpUse[i]), w.cfg.CVPs[i].Ports) })
		if i < 0 {
			return 0, 0, false
		}
		cvp = nodeRef(i + 1)
	}
	if len(w.cfg.VVBs) > 0 && cvp > 0 {
		i := w.pick(w.cfg.VVBs, no, w.cfg.CVPs[cvp-1].Site, false, func(i int) bool { return w.works(UnitVVB, i) })
		if i < 0 {
			return 0, 0, false
		}
		vvb = nodeRef(i + 1)
	}
	return cvp, vvb, true
}

// onMessage ends an IVR call: the customer has heard the message.
func (w *World) onMessage(e sim.Event) {
	if !w.current(e) {
		return
	}
	c := CallID(e.Row)
	call := &w.calls[c]
	w.record(FactHandled, call.No, int64(w.now()-call.Since), w.callAux(call), 0)
	w.setCall(c, CallHandled)
	w.endCall(c)
}
