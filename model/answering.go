package model

// MachineUse is what becomes of an answering machine that call progress analysis has
// found (Solution Design Guide for Unified CCE 12.5, Outbound Option).
type MachineUse uint8

// Uses. What was left on a machine or not, the customer has not been reached: the result
// is that of a machine, and the customer is dialed again by it.
const (
	MachineHangUp MachineUse = iota
	MachineAgent             // to the agent who waits longest, who leaves a message
	MachineIVR               // to the IVR, which plays one
)

// toMachine connects an answering machine as its campaign says. Where no agent or port
// is free it is hung up on: nobody hears it.
func (w *World) toMachine(n CustomerID) bool {
	cu := &w.customers[n]
	c, s := int(cu.Campaign), cu.Side
	row := &w.campaigns[c]
	switch w.cfg.Campaigns[c].Machine {
	case MachineAgent:
		if cu.Call > 0 {
			id := CallID(cu.Call - 1)
			w.putAside(id, n)
			w.join(id, n)
			return true
		}
		if row.Idle[s].Len == 0 || w.procs[pgProc(w.dialerOf(c), s)].Paused {
			return false
		}
		w.join(row.Idle[s].First, n)
		return true
	case MachineIVR:
		return w.toIVR(n) == DialLive
	}
	return false
}

// onMachine tells whether a call is with an answering machine.
func (w *World) onMachine(call *Call) bool {
	return w.cfg.Campaigns[call.Campaign-1].Machine != MachineHangUp && w.outcome(call.Customer) == DialMachine
}
