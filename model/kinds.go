package model

import "ccsim/sim"

// Kinds of events. Their order decides ties of one subject at one instant
// within one rank, so new kinds go where their meaning puts them.
const (
	evNone         sim.Kind = iota
	evLever                 // a lever acts
	evFail                  // a side fails at random
	evRepair                // the repair of a side ends
	evTick                  // ticked mode: a keep-alive is sent
	evBeat                  // a keep-alive arrives
	evAnswerMM              // a client's answer to the maintenance request arrives
	evPreCall               // the PG is told of a routed call
	evRing                  // the phone rings
	evRefused               // the Router learns that a routed call was not taken
	evRouterAgent           // the Router learns that an agent is available or not
	evRouterLost            // the Router loses a PG
	evRequest               // a request for a state reaches the PG
	evExpiry                // the peer has not been heard for too long
	evPeerGone              // the Router tells that the peer is not connected
	evStarted               // a process is up
	evSynced                // the peer's state has been taken over
	evActivated             // the phones are registered
	evFarewell              // the peer said that it stops
	evResponseEnd           // a client has not answered in time
	evMaintTimeout          // the maintenance took too long
	evSwitch                // the handover ends
	evDrained               // the side that has handed over stops
	evReservation           // the PIM has waited long enough for a routed call
	evPatience              // the caller hangs up
	evRONA                  // the phone has rung too long
	evSignIn                // Finesse signs an agent in
	evSession               // a desktop is connected again
	evArrive                // a caller dials in
	evArriveTrace           // a call of the trace
	evIVRDone               // the caller enters the queue
	evAnswer                // the agent answers
	evAsk                   // the agent asks for a state
	evTalkEnd               // the talk is over
	evWrapEnd               // the wrap-up is over
	evBack                  // an agent goes Ready again
	evStaff                 // staffing changes
	evHorizon               // arrivals end
	evRescan                // a plan on a lossy link goes on
	evFlap                  // a flapping link goes down or up
	numKinds
)

var kindNames = [numKinds]string{
	"none", "lever", "failure", "repair", "keep-alive sent", "keep-alive heard", "maintenance answer", "pre-call", "ring", "routed call refused",
	"agent state at Router", "PG lost at Router", "state request", "peer expiry", "peer gone", "process started",
	"state transfer done", "activation done", "farewell", "maintenance response limit", "maintenance timeout", "switch",
	"drained", "reservation timeout", "patience ended", "ring no answer", "sign-in", "desktop session", "arrival", "trace arrival",
	"IVR done", "answer", "ask for a state", "talk end", "wrap-up end", "ready again", "staffing", "horizon", "rescan", "flap",
}

// KindName names a kind of event for messages to users.
func KindName(k sim.Kind) string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}
