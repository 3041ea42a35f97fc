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
	evNewCall               // a VRU PG asks for a route
	evRouterLost            // the Router loses a PG
	evRequest               // a request for a state reaches the PG
	evResync                // a PG tells the Router all its agents
	evExpiry                // the peer has not been heard for too long
	evPeerGone              // the Router tells that the peer is not connected
	evClosed                // a connection was closed by the other end
	evCutOff                // a PG side has no Router
	evPairLeft              // a Router has left the pair
	evRealign               // PGs learn what a Router is now
	evTestAnswer            // a PG answers a Test-Other-Side
	evTestAgain             // the Router asks again
	evSettled               // the test is over
	evConnectEnd            // a Router has not found its peer
	evTakeover              // the standby Campaign Manager or Dialer takes over
	evJTAPI                 // a PG side notices its JTAPI link
	evClientLost            // a CTI client was silent for too long
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
	evGrace                 // a desktop has been away for too long
	evForced                // Finesse acts on a crashed desktop
	evSession               // a desktop is connected again
	evArrive                // a caller dials in
	evArriveTrace           // a call of the trace
	evIVRDone               // the caller enters the queue
	evAnswer                // the agent answers
	evAsk                   // the agent asks for a state
	evHold                  // the agent puts the call on hold
	evRetrieve              // and takes it back
	evConference            // a third party comes into the call
	evTalkEnd               // the talk is over
	evRouteTimeout          // a Call Server has waited too long for a route
	evDropped               // a talk whose Call Server died is dropped
	evWrapEnd               // the wrap-up is over
	evBack                  // an agent goes Ready again
	evStaff                 // staffing changes
	evHorizon               // arrivals end
	evRescan                // a plan on a lossy link goes on
	evFlap                  // a flapping link goes down or up
	evCongestion            // congestion control takes a sample
	evEmptied               // a server that drains has nothing left
	evCaller                // a caller who is known calls
	evClose                 // the center closes
	evScript                // a script goes on after a wait
	evLookup                // a lookup has answered, or not
	evPrecision             // a call leaves a step of a precision queue
	evShift                 // an agent comes or goes apart from the others
	evBreak                 // a wave of breaks begins
	evLook                  // a maintenance script looks at its service
	evPace                  // a campaign looks at its agents and lines
	evReserve               // a request for an agent comes to the Router
	evOutcome               // the outcome of a dial
	evDue                   // a record is to be dialed again
	evPreviewed             // an agent has looked at a record
	evMessage               // the message of an IVR campaign is over
	evReturned              // a record whose Dialer is gone is pending again
	evMissing               // a Dialer has missed something for too long
	evAskLater              // a Dialer asks again for an agent
	evImport                // a bulk import goes on
	evTask                  // a task comes to its application
	evNewTask               // the Router is asked for an agent for a task
	evTaskOffer             // a task comes to its agent
	evTaskDone              // the Router learns that a task has left its agent
	evTaskStep              // a task is done or paused
	evTaskResume            // an agent goes on with a paused task
	evTaskExpire            // a task has waited too long
	evTaskLife              // a task has lived too long
	evMonitor               // a supervisor looks for a call to monitor
	evBargeIn               // the supervisor barges in
	evWatchEnd              // the monitoring is over
	evForceHabit            // a supervisor looks for an agent whose state to change
	evPersonal              // a request for one agent comes to the Router
	evAskedLater            // a Dialer asks again for one agent
	evOverdue               // the time limit of a personal callback
	evDialerless            // the Campaign Manager has waited for a Dialer, or its importer, long enough
	evImporter              // a crashed importer has been started again
	numKinds
)

var kindNames = [numKinds]string{
	"none", "lever", "failure", "repair", "keep-alive sent", "keep-alive heard", "maintenance answer", "pre-call", "ring", "routed call refused",
	"agent state at Router", "route request", "PG lost at Router", "state request", "agents announced", "peer expiry", "peer gone",
	"connection closed", "no Router in reach", "Router left the pair", "realignment", "Test-Other-Side answer", "Test-Other-Side again", "Router settled", "Router connection timer",
	"takeover", "JTAPI link", "CTI client lost", "process started",
	"state transfer done", "activation done", "farewell", "maintenance response limit", "maintenance timeout", "switch",
	"drained", "reservation timeout", "patience ended", "ring no answer", "sign-in", "desktop grace", "forced logout", "desktop session", "arrival", "trace arrival",
	"IVR done", "answer", "ask for a state", "hold", "retrieve", "conference", "talk end", "route timeout", "talk dropped", "wrap-up end", "ready again", "staffing", "horizon", "rescan", "flap",
	"congestion sample", "server emptied", "caller again", "closing", "script goes on", "lookup answer", "precision queue step",
	"shift of an agent", "break",
	"script looks",
	"campaign", "reservation request", "dial outcome", "record due", "preview", "IVR message", "record returned", "Dialer link lost", "reservation again", "import",
	"task", "task asks for an agent", "task offered", "task left its agent", "task step", "task resumed", "task expired", "task life",
	"supervisor looks for a call", "barge-in", "monitoring ends", "supervisor changes a state",
	"request for one agent", "request for one agent again", "callback limit", "no Dialer", "importer",
}

// KindName names a kind of event for messages to users.
func KindName(k sim.Kind) string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}
