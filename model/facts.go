package model

import "ccsim/sim"

// Kinds of facts. Facts that happen at a process have its ProcID as Subject,
// those of a pair its PairID, those of calls and agents their numbers.
const (
	FactNone sim.FactKind = iota

	// Calls. Aux is packed by CallAux.
	FactOffered       // a caller's call arrived
	FactQueueTime     // interval: waited for an agent
	FactAnswered      // Value: wait from the queue to the answer
	FactAbandoned     // Value: wait from the queue until hung up
	FactHandled       // Value: talk time
	FactTransferred   // given to another agent; Value: talk time with this one
	FactBlocked       // no trunk, port or waiting place
	FactRejected      // by congestion control, or sent away at the end
	FactDefaultRouted // sent to the default destination: no Router could be asked
	FactCallLost      // with its cause; FactLoss says the kind
	FactRONA          // rang without an answer, back to the Router
	FactInSystem      // interval: from arrival to the end, of every call

	// Agents. AgentAux packs group and states.
	FactAgentTime    // interval in one state
	FactSignedIn     // Subject: agent
	FactSignedOut    // Subject: agent; Aux: reason code
	FactForced       // made Not Ready against the agent's wish; Aux: reason code
	FactUnwanted     // a lost pending state took effect; Aux: 0 ready against the wish, 1 not ready
	FactPendingState // Aux: a PendingOutcome
	FactLoss         // Aux: a LossKind; Subject: call or agent

	// Pairs and processes.
	FactLever          // a lever acts; Subject: its index
	FactRole           // a process changes its role; Value: the new Role
	FactLeverIgnored   // a lever does not apply at that moment; Aux: IgnoreReason
	FactMaintRequested // Subject: process
	FactMaintContinue  // all clients agreed
	FactMaintCancelled // by the operator, or a failure before the continue event; Aux: Refusal
	FactMaintRejected  // Aux: Refusal
	FactSwitched       // the peer's CTI server became active; Value: pending states that were outstanding
	FactShutdownFailed // a failure during the shutdown; Subject: process that was to shut down
	FactStopped        // a process stopped on purpose
	FactStarted        // a process is up
	FactCrashed        // Value: calls in talk, Aux: pending states, as the process last knew
	FactPaused
	FactResumed    // Value: how long it did nothing
	FactPIMLost    // a PG side lost its CTI Manager: its PIM is out of service
	FactDetected   // a side lost its peer; Value: time since the last keep-alive
	FactPeerBack   // a side hears its peer again
	FactActivating // PIM activation begins
	FactActive     // Value: phones registered
	FactStandby    // in step with the active side
	FactDraining   // handed over, about to stop
	FactSimplex    // Subject: pair
	FactDuplex     // Subject: pair
	FactCut        // Subject: link; Aux: directions
	FactHeal       // Subject: link; Aux: directions
	FactPath       // a PG side sends to another Router; Value: its side, or -1
	FactTesting    // a Router begins Test-Other-Side
	FactIsolatedEnabled
	FactIsolatedDisabled
	FactPaired       // a Router is in step with its peer
	FactRouting      // requests are processed again; Value: how long they were not
	FactSessionsLost // desktops of a pair lost their CTI server
	FactRecovered    // Subject: pair; views agree again and all agents are back; Value: time since the disturbance began
	FactOutage       // interval: no side active
	FactBothDown     // interval: neither PG side of a pair was up
	FactSimplexTime  // interval: not duplex
	FactHistoryGap   // interval: no Logger writes
	FactUnsettled    // interval: a unit that had not recovered when the run ended
	FactDisagree     // interval: the views of one agent differ from the PG's row
	FactProbe        // Subject: probe; Value: what it read
	FactFinding      // Aux: a Finding; Value: duration where it has one

	// Congestion control. Subject: unit of the Routers; Aux: level; Value: route
	// requests in 1000 s.
	FactCongested       // the level leaves 0
	FactCongestionLevel // it goes from one level above 0 to another
	FactRelieved        // it is 0 again
	FactCongestionTime  // interval: in a level above 0
	FactTreated         // Subject: call that was rejected; Aux: Treatment

	FactSentOn // a Reporting Server is back; Value: how long its data was held at the source
	// Callers.
	FactBalked    // left at once instead of waiting
	FactRetry     // a call of a caller who tried before
	FactAnnounced // Value: the wait that was announced
	FactClosed    // called outside of opening hours; FactRejected stands beside it
	// Routing.
	FactScriptStep    // Subject: call; a script came to a step; Aux: its number among all steps, from 1; Value: since the arrival
	FactPrecisionStep // Subject: call; it left a step of a precision queue; Aux: place of the next among all
	FactLookup        // Subject: lookup; Value: call; Aux: 1 it failed
	FactInterrupted   // Subject: call; Value: talk time so far
	FactBreak         // Subject: agent who goes into a break; Value: its length; Aux: group
	FactCode          // what the script of a machine says; Subject: CodeSubject; Value: a ScriptAnswer, or 0 for a status
	// History.
	FactHistoryLost      // no Logger will ever have some rows; Subject: Routers; Value: how much time they are of
	FactHistoryRecovered // Subject: Logger; Value: how much time it has taken from the Routers' memory or the other Logger
	FactCaughtUp         // an AW-HDS shows what happens now; Value: how long it was behind
	FactBehind           // interval: an AW-HDS was behind when the run ended; Subject: unit

	// Outbound campaigns.
	FactDial        // a dial has its result; Subject: number of the dial; Aux: campaign, result from bit 16
	FactReservation // the Router was asked for an agent; Subject: campaign
	FactNotReady    // a Dialer has lost something it needs; Subject: process; Aux: what, for NeedWords
	FactSpoiled     // records of a campaign hit by a loss; Value: how many; Aux: fate, for FateWords; bit 8: they were active
	FactImport      // Subject: lever; Value: records that are there; Aux: how it stands
	FactRecords     // at the end; Subject: campaign; Value: records in a state; Aux: a CustomerState

	// Tasks. Aux: type of task.
	FactTaskOffered  // came to its application
	FactTaskStarted  // Value: wait since it came
	FactTaskEnded    // Value: time since it came; Aux: type, and the TaskState behind it
	FactTaskAgain    // submitted again
	FactMediaTime    // interval: an agent in a state of an MRD; Aux: MRD, and the MediaState behind it
	FactTasksCleared // Subject: MR PG; Value: tasks whose place in the queue the Router forgot
	FactTasksAgain   // Subject: MR PG; Value: tasks that the application submits again

	// Teams and supervisors.
	FactTeam            // Subject: agent; Value: team before; Aux: team now, counted from 1
	FactSupervised      // Subject: agent; Value: supervisor; Aux: a Supervised
	FactMonitored       // interval: Subject: supervisor who monitored a call
	FactSupervisionKept // handed over in a maintenance; Subject: PG; Value: calls that are monitored; Aux: those with a supervisor in them

	// Callbacks.
	FactCallback // Subject: number of the dial; Aux: campaign, and what became of the callback from bit 16

	// Ports of a Dialer.
	FactPortWait // interval: a campaign would have dialed, and its Dialer had no port; Subject: campaign
	factKinds
)

// LossKind is a kind of loss.
type LossKind uint8

// Kinds of loss, after what was lost.
const (
	LossPendingState  LossKind = iota + 1 // request accepted, never applied
	LossCall                              // media ended without caller or agent ending it
	LossControl                           // media up, the desktop cannot act
	LossContext                           // variables, marks or wrap-up code gone
	LossUndeliverable                     // routed to an agent whom it cannot reach
	LossSplitRecord                       // two unlinked records of one call
	LossSignIn                            // an agent was signed out
	LossRoutingDialog                     // the Router does not know the call any more
	LossEvent                             // a change was never published or recorded
	LossRecord                            // a customer's record of which nobody knows what came of it
	LossTask                              // a task's place in the queue
	LossMonitoring                        // a supervisor's silent monitoring
	LossBargeIn                           // the mark of a supervisor in a call
	lossKinds
)

// String gives the name of the kind in results.
func (k LossKind) String() string {
	return [...]string{"none", "pending_state", "call", "control", "context", "undeliverable", "split_record", "sign_in", "routing_dialog", "event", "record", "task", "monitoring", "barge_in"}[k]
}

// LossKinds lists all kinds in the order of reports.
func LossKinds() []LossKind {
	all := make([]LossKind, 0, lossKinds-1)
	for k := LossPendingState; k < lossKinds; k++ {
		all = append(all, k)
	}
	return all
}

// PendingOutcome is what became of a request for a state.
type PendingOutcome uint8

// Outcomes of requests. Requested is counted for each; the others say how it ended.
const (
	PendingRequested PendingOutcome = iota
	PendingApplied
	PendingSuperseded
	PendingCancelled
	PendingRejected
	PendingLost
	pendingOutcomes
)

// String gives the name of the outcome in results.
func (o PendingOutcome) String() string {
	return [...]string{"requested", "applied", "superseded", "cancelled", "rejected", "lost"}[o]
}

// Phase says when a call arrived, seen from the faults of the run.
type Phase uint8

// Phases of a run.
const (
	PhaseBefore Phase = iota // no lever has acted yet
	PhaseDuring              // a disturbance has not recovered yet
	PhaseAfter               // recovered
)

// CallAux packs what a call's facts need to be counted by.
type CallAux struct {
	Type   int // index of Config.Types, at most 1023
	Group  int // index of Config.Groups, or -1
	Phase  Phase
	Waited bool // had to wait for an agent
	Early  bool // arrived before the warm-up ended
	Queue  int  // place in Config.QueuesOf, at most 15
}

// Pack gives the word for Fact.Aux.
func (a CallAux) Pack() uint32 {
	return packCall(a.Type, a.Group, a.Phase, a.Queue, a.Waited, a.Early)
}

// packCall is Pack without a struct to copy: most facts of a run come here.
func packCall(typ, group int, p Phase, queue int, waited, early bool) uint32 {
	w := uint32(typ) | uint32(group+1)<<10 | uint32(p)<<24 | uint32(queue)<<28
	if waited {
		w |= 1 << 26
	}
	if early {
		w |= 1 << 27
	}
	return w
}

// UnpackCall reads Fact.Aux of a call's fact.
func UnpackCall(w uint32) CallAux {
	return CallAux{Type: int(w & 0x3ff), Group: int(w>>10&0x3fff) - 1, Phase: Phase(w >> 24 & 3), Waited: w>>26&1 == 1, Early: w>>27&1 == 1, Queue: int(w >> 28)}
}

// AgentAux packs what FactAgentTime is counted by: the agent's true state and
// what the PG believes.
type AgentAux struct {
	Group  int
	True   AgentState
	Record AgentState
}

// Pack gives the word for Fact.Aux.
func (a AgentAux) Pack() uint32 { return uint32(a.Group) | uint32(a.True)<<16 | uint32(a.Record)<<24 }

// UnpackAgent reads Fact.Aux of FactAgentTime.
func UnpackAgent(w uint32) AgentAux {
	return AgentAux{Group: int(w & 0xffff), True: AgentState(w >> 16 & 0xff), Record: AgentState(w >> 24)}
}

// Finding is something that a real system can do too, and that a user should know.
type Finding uint8

// Findings.
const (
	FindingBothActive  Finding = iota + 1 // both sides of a PG active at once
	FindingBothEnabled                    // both Routers isolated-enabled at once
)

// String gives the name of the finding.
func (f Finding) String() string {
	return [...]string{"none", "both sides active", "both Routers enabled"}[f]
}

// Refusal is why a maintenance was refused or cancelled.
type Refusal uint8

// Refusals.
const (
	RefusalNone Refusal = iota
	RefusalSimplex
	RefusalType
	RefusalClientRejected
	RefusalClientSilent
	RefusalOperator
	RefusalFailure
	RefusalBusy
	RefusalTimeout
	RefusalCongestion
	RefusalVRUPG
	RefusalPrompt
	RefusalCallServer
	RefusalService
	RefusalRelease
	RefusalPatch
	RefusalMajority
	RefusalFault
	RefusalProtocol
	RefusalLogin
	refusals
)

// String says why in words.
func (r Refusal) String() string {
	return [...]string{
		"none", "it runs in simplex mode", "the PG type does not support maintenance mode",
		"a CTI client rejected it", "a CTI client did not answer", "cancelled by the operator",
		"a failure before the clients had agreed", "a maintenance of this PG is already in progress",
		"the shutdown took too long", "the congestion level of the Routers is above 0",
		"a VRU PG has no maintenance mode: drain its CVP Call Servers, then stop it",
		"REPORTINGSERVER-IP-ADDRESS: the address of the Reporting Server is needed where reportingserver is chosen",
		"the CVP Call Server must be up and running to shut down a Reporting Server",
		"this service has no maintenance mode: stop it with the service control manager",
		"both sides have to be on the release of the profile", "a patch that maintenance mode needs is missing on a side",
		"the other side would lack device majority once this one is gone", "the service rejects the request",
		"the application speaks an MR protocol below version 5",
		"CALLSERVER-USERNAME, CALLSERVER-PASSWORD: the Call Server does not accept them",
	}[r]
}

// Refusals lists all refusals, in the order of the names that expectations have for
// them.
func Refusals() []Refusal {
	all := make([]Refusal, 0, refusals-1)
	for r := RefusalSimplex; r < refusals; r++ {
		all = append(all, r)
	}
	return all
}

// IgnoreReason is why a lever had nothing to act on.
type IgnoreReason uint8

// Reasons.
const (
	IgnoreDown          IgnoreReason = iota + 1 // already down
	IgnoreUp                                    // already up
	IgnoreNoMaintenance                         // nothing to cancel
	IgnoreTooLate                               // the clients have agreed already
	IgnoreState                                 // not possible in the agent's state
	IgnoreNoServer                              // no active PG side or no desktop session
	IgnoreDraining                              // drains already
	IgnoreRuns                                  // up: what runs cannot be patched
	IgnoreInProgress                            // a script works on the machine
	IgnoreNoLogger                              // the configuration cannot change
	IgnoreDisabled                              // the campaign is disabled already
	IgnoreEnabled
	IgnoreNoImport // no Logger takes an import
	IgnoreTeamFull
	IgnoreMember     // in that team already
	IgnoreTeam       // no supervisor of the agent's team is meant
	IgnoreSupervisor // the supervisor is not in the state for it
	IgnoreNoTalk     // no call to monitor
)

// String says why in words.
func (r IgnoreReason) String() string {
	return [...]string{"none", "it is down already", "it is up already", "there is no maintenance to cancel",
		"the clients have already agreed", "the agent's state does not allow it", "no server answers the desktop", "it drains already",
		"it runs: what runs cannot be patched", "the script is at work on this machine",
		"no Logger writes, so the configuration cannot change",
		"the campaign is disabled already", "the campaign is enabled already", "no Logger is there to take the import",
		"the team has no room: it has at most 50 agents", "the agent is in that team", "the agent is not in a team of the supervisor",
		"the supervisor is not Not Ready", "there is no call to monitor"}[r]
}
