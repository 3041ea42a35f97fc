package model

// Item is a piece of state that some process holds.
type Item uint8

// Items of the parts that exist.
const (
	ItemMedia Item = iota + 1
	ItemPendingState
	ItemReservation
	ItemCallObject
	ItemContext
	ItemWrapUp
	ItemControl
	ItemSignIn
	ItemTask
	ItemBargeIn
	ItemMonitoring
)

// Holding says who holds an item of state, whether a graceful handover
// carries it to the peer, and whether anything rebuilds it after a crash. What is
// neither carried nor rebuilt is lost: the losses of a run follow from this table.
//
// Sources: Packaged CCE Administration and Configuration Guide 12.6(2), Graceful
// shutdown; Solution Design Guide for Packaged CCE 12.6(2), High Availability;
// Unified CCE 7.x SRND, PG failover; Finesse Administration Guide 15.0(1),
// Failover Mechanisms. What these leave open is marked in docs/facts.md.
type Holding struct {
	Item    Item
	Name    string
	Holder  string
	Carried bool // by the handover of a maintenance
	Rebuilt bool // after a crash, a plain stop or a step down
	Loss    LossKind
}

var holdings = [...]Holding{
	{ItemMedia, "media leg", "phones, CUCM, gateway", true, true, LossCall},
	{ItemPendingState, "pending state", "PIM of the active side alone", false, false, LossPendingState},
	{ItemReservation, "reservation", "Router and PIM", true, false, LossUndeliverable},
	{ItemCallObject, "call object and its identity", "OPC pair", true, false, LossSplitRecord},
	{ItemBargeIn, "barge-in mark", "PIM of the active side", true, false, LossBargeIn},
	{ItemMonitoring, "silent monitoring", "PIM of the active side", true, false, LossMonitoring},
	{ItemContext, "peripheral and ECC variables, marks", "the call object; a copy on the desktop", true, false, LossContext},
	{ItemWrapUp, "wrap-up in progress and its code", "PIM timer and OPC agent state", true, false, LossContext},
	{ItemControl, "desktop session", "CTI server", true, false, LossControl},
	{ItemSignIn, "sign-in and agent state as the system sees it", "OPC pair; views elsewhere", true, false, LossSignIn},
	{ItemTask, "place of a queued task", "both Routers, while the MR PG is there; the application has the task", true, false, LossTask},
}

// Holdings is the table of who holds what, in the order in which a PG that
// leaves service lets go of it.
func Holdings() []Holding { return append([]Holding(nil), holdings[:]...) }

// letGo loses what the active side of a pair held and the way of leaving does
// not save.
func (w *World) letGo(p PairID, graceful bool, cause uint32) {
	for _, h := range holdings {
		if graceful && h.Carried || !graceful && h.Rebuilt {
			continue
		}
		for _, a := range w.top.members[p] {
			if w.records[a].State != AgentLogout {
				w.loseItem(h.Item, a, cause)
			}
		}
	}
}

func (w *World) loseItem(item Item, a AgentID, cause uint32) {
	switch item {
	case ItemMedia:
		w.loseMedia(a, cause)
	case ItemPendingState:
		if w.records[a].Pending != WishNone {
			w.dropPending(a, PendingLost, cause)
		}
	case ItemReservation:
		w.loseReservation(a)
	case ItemCallObject:
		w.splitCall(a, cause)
	case ItemContext:
		w.loseContext(a, cause)
	case ItemWrapUp:
		w.loseWrapUp(a, cause)
	case ItemControl:
		w.connect(a, false)
	case ItemBargeIn:
		w.loseBargeIn(a, cause)
	case ItemMonitoring:
		w.loseMonitoring(a, cause)
	case ItemSignIn:
		w.signOutByFault(a, cause)
	}
}

// loseMedia ends a call that rings or talks. A PG holds no media, so the table
// never asks for it; parts that do will.
func (w *World) loseMedia(a AgentID, cause uint32) {
	c := w.agents[a].Call
	if c == NoCall || w.calls[c].State == CallRouted {
		return
	}
	call := &w.calls[c]
	call.Cause = cause
	w.lose(LossCall, call.No, cause)
	w.record(FactCallLost, call.No, int64(w.now()-call.Queued), w.callAux(call), cause)
	w.setCall(c, CallLost)
	w.endCall(c)
	w.agents[a].Call = NoCall
	w.idleUnseen(a)
}

// loseReservation strands a call whose phone does not ring yet: the PIM that
// told the agent of it is gone. A phone that rings goes on ringing.
func (w *World) loseReservation(a AgentID) {
	c := w.agents[a].Call
	if c == NoCall || w.calls[c].State != CallRouted {
		return
	}
	w.agents[a].Call = NoCall
	w.calls[c].Object = false
	w.setAgent(a, AgentAvailable)
	w.strand(c)
}

// splitCall ends the PG's object of a live call; what the peer makes of the
// phone later is a record without a link to it.
func (w *World) splitCall(a AgentID, cause uint32) {
	c := w.agents[a].Call
	if c == NoCall || !w.calls[c].Object {
		return
	}
	w.calls[c].Object = false
	w.calls[c].Cause = cause
	w.lose(LossSplitRecord, w.calls[c].No, cause)
}

func (w *World) loseContext(a AgentID, cause uint32) {
	c := w.agents[a].Call
	if c == NoCall || !w.calls[c].Context {
		return
	}
	w.calls[c].Context = false
	w.lose(LossContext, w.calls[c].No, cause)
}

// loseWrapUp ends a wrap-up: its timer and its code are gone, the agent is
// back to the state before the call.
func (w *World) loseWrapUp(a AgentID, cause uint32) {
	if s := w.agents[a].State; s != AgentWorkReady && s != AgentWorkNotReady {
		return
	}
	w.lose(LossContext, w.agents[a].LastCall, cause)
	w.idleUnseen(a)
}

// logoutCode is the reason with which a failure of a PG or a client signs agents out:
// 50002 by Reporting Concepts 12.6(1), Data Loss and Component Failover; -1 or -2, a
// peripheral that restarts or is reset, by the Database Schema Handbook.
func (w *World) logoutCode() uint16 {
	if code := w.cfg.Policies.LogoutCode; code != 0 {
		return uint16(code)
	}
	return reasonFailover
}

// ReasonCode reads a reason code in Fact.Aux: those of the peripheral itself are negative.
func ReasonCode(aux uint32) int {
	if code := int16(uint16(aux)); code < 0 && code >= -100 {
		return int(code)
	}
	return int(aux)
}

// signOutByFault signs an agent out because a process failed.
func (w *World) signOutByFault(a AgentID, cause uint32) {
	if w.pairs[w.top.pair[a]].Active >= 0 {
		w.loseMonitoring(a, cause)
	}
	rec := &w.records[a]
	if rec.State == AgentLogout {
		return
	}
	rec.Before = w.replica(a)
	rec.Reason = w.logoutCode()
	if !w.phonesWork() {
		rec.Reason = reasonPhone
	}
	rec.Signs++ // voids a sign-in that was on its way
	w.connect(a, false)
	w.setRecord(a, AgentLogout)
	w.lose(LossSignIn, uint32(a), cause)
	w.mark(FactSignedOut, uint32(a), 0, uint32(rec.Reason), cause)
}
