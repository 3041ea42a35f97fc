package model

// AgentState is the state of an agent with the numbers of the CTI Server
// protocol (CTI Server Message Reference Guide, AgentState values). States of
// non-voice tasks come with later parts.
type AgentState uint8

// Agent states.
const (
	AgentLogin        AgentState = 0 // transient
	AgentLogout       AgentState = 1
	AgentNotReady     AgentState = 2
	AgentAvailable    AgentState = 3 // Ready
	AgentTalking      AgentState = 4
	AgentWorkNotReady AgentState = 5 // wrap-up, then Not Ready
	AgentWorkReady    AgentState = 6 // wrap-up, then Ready
	AgentReserved     AgentState = 8 // a call is on its way
	AgentHold         AgentState = 10
	// Reserved for an outbound call: code 8 too, told apart by Finesse's names.
	AgentReservedOutbound AgentState = 15
	AgentReservedPreview  AgentState = 16
	agentStates                      = 17
)

var agentStateNames = [agentStates]string{"login", "logout", "not_ready", "available", "talking", "work_not_ready", "work_ready", "", "reserved", "", "hold", "", "", "", "", "reserved_outbound", "reserved_outbound_preview"}

// String gives the name of the state in results.
func (s AgentState) String() string { return agentStateNames[s] }

// reserved tells the states of an agent for whom a call is on its way.
func (s AgentState) reserved() bool {
	return s == AgentReserved || s == AgentReservedOutbound || s == AgentReservedPreview
}

// agentNext holds the legal changes of an agent's true state (Finesse Web
// Services Developer Guide 12.5(1), state transitions for Unified CCE). A change
// to Logout from Talking or Work is a forced sign-out.
var agentNext = [agentStates]uint32{
	AgentLogin:            1<<AgentNotReady | 1<<AgentAvailable | 1<<AgentTalking,
	AgentLogout:           1<<AgentLogin | 1<<AgentNotReady,
	AgentNotReady:         1<<AgentAvailable | 1<<AgentLogout | 1<<AgentTalking,
	AgentAvailable:        1<<AgentReservedOutbound | 1<<AgentReservedPreview | 1<<AgentReserved | 1<<AgentNotReady | 1<<AgentLogout,
	AgentReserved:         1<<AgentTalking | 1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentLogout,
	AgentReservedOutbound: 1<<AgentTalking | 1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentLogout,
	AgentReservedPreview:  1<<AgentTalking | 1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentLogout,
	AgentHold:             1<<AgentTalking | 1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentWorkReady | 1<<AgentWorkNotReady | 1<<AgentLogout,
	AgentTalking:          1<<AgentHold | 1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentWorkReady | 1<<AgentWorkNotReady | 1<<AgentLogout,
	AgentWorkNotReady:     1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentLogout | 1<<AgentWorkReady,
	AgentWorkReady:        1<<AgentAvailable | 1<<AgentNotReady | 1<<AgentLogout | 1<<AgentWorkNotReady,
}

// CallState is where a call is.
type CallState uint8

// Call states. The first group is in progress, the second has ended.
const (
	CallNone    CallState = iota
	CallIVR               // in the IVR, before the queue
	CallQueued            // waits for an agent
	CallRouted            // the Router chose an agent, the phone does not ring yet
	CallRinging           // the agent's phone rings
	CallTalking           // with an agent

	CallHandled   // ended by caller or agent after the talk
	CallAbandoned // the caller hung up before an agent answered
	CallBlocked   // no trunk, port or waiting place
	CallRejected  // by congestion control, or sent away at the end of the run
	CallLost      // ended by a fault

	CallDefaultRouted // the gateway sent it to the default destination
	CallBalked        // the caller left at once instead of waiting
	callStates
)

var callStateNames = [callStates]string{"none", "ivr", "queued", "routed", "ringing", "talking", "handled", "abandoned", "blocked", "rejected", "lost", "default_routed", "balked"}

// String gives the name of the state in results and in `when: call N STATE`.
func (s CallState) String() string { return callStateNames[s] }

// InProgress tells whether a call in this state has not ended yet.
func (s CallState) InProgress() bool { return s >= CallIVR && s <= CallTalking }

// CallStates lists the states that a trigger can name.
func CallStates() []CallState {
	all := make([]CallState, 0, callStates-1)
	for s := CallIVR; s < callStates; s++ {
		all = append(all, s)
	}
	return all
}

var callNext = [callStates]uint16{
	CallNone:    1<<CallBalked | 1<<CallIVR | 1<<CallQueued | 1<<CallRouted | 1<<CallBlocked | 1<<CallRejected | 1<<CallLost | 1<<CallDefaultRouted,
	CallIVR:     1<<CallHandled | 1<<CallBalked | 1<<CallIVR | 1<<CallQueued | 1<<CallRouted | 1<<CallBlocked | 1<<CallRejected | 1<<CallLost | 1<<CallDefaultRouted,
	CallQueued:  1<<CallQueued | 1<<CallIVR | 1<<CallBlocked | 1<<CallRouted | 1<<CallAbandoned | 1<<CallRejected | 1<<CallLost | 1<<CallDefaultRouted,
	CallRouted:  1<<CallIVR | 1<<CallRinging | 1<<CallQueued | 1<<CallAbandoned | 1<<CallLost | 1<<CallDefaultRouted,
	CallRinging: 1<<CallIVR | 1<<CallTalking | 1<<CallQueued | 1<<CallAbandoned | 1<<CallLost | 1<<CallDefaultRouted,
	CallTalking: 1<<CallQueued | 1<<CallHandled | 1<<CallLost,
}

// Role is what a process does in its pair.
type Role uint8

// Roles.
const (
	RoleDown       Role = iota
	RoleStarting        // boots
	RoleSyncing         // takes over the state of its peer
	RoleStandby         // in step, ready to take over
	RoleIsolated        // up, but out of step: the private link is down
	RoleActivating      // registers phones
	RoleActive          // serves
	RoleDraining        // has handed over, about to stop

	// States of a Router's synchronizer.
	RoleConnecting       // looks for its peer
	RoleTesting          // Test-Other-Side
	RolePairedEnabled    // in step, decides the order of inputs
	RolePairedDisabled   // in step, forwards its inputs
	RoleIsolatedEnabled  // runs alone
	RoleIsolatedDisabled // does not run, so that the other may
	numRoles
)

var roleNames = [numRoles]string{"down", "starting", "syncing", "standby", "isolated", "activating", "active", "draining",
	"connecting", "testing", "paired-enabled", "paired-disabled", "isolated-enabled", "isolated-disabled"}

// String gives the name of the role in results and expectations.
func (r Role) String() string { return roleNames[r] }

// Roles lists all roles.
func Roles() []Role {
	all := make([]Role, 0, numRoles)
	for r := RoleDown; r < numRoles; r++ {
		all = append(all, r)
	}
	return all
}

var roleNext = [numRoles]uint16{
	RoleDown:       1 << RoleStarting,
	RoleStarting:   1<<RoleSyncing | 1<<RoleActivating | 1<<RoleIsolated | 1<<RoleStandby | 1<<RoleActive | 1<<RoleConnecting | 1<<RoleDown,
	RoleSyncing:    1<<RoleStandby | 1<<RoleIsolated | 1<<RoleActivating | 1<<RoleActive | 1<<RoleConnecting | 1<<RolePairedDisabled | 1<<RoleDown,
	RoleStandby:    1<<RoleDraining | 1<<RoleActive | 1<<RoleActivating | 1<<RoleIsolated | 1<<RoleSyncing | 1<<RoleStarting | 1<<RoleDown,
	RoleIsolated:   1<<RoleSyncing | 1<<RoleActivating | 1<<RoleDown,
	RoleActivating: 1<<RoleActive | 1<<RoleStandby | 1<<RoleSyncing | 1<<RoleDown,
	RoleActive:     1<<RoleDraining | 1<<RoleIsolated | 1<<RoleStarting | 1<<RoleStandby | 1<<RoleDown,
	RoleDraining:   1 << RoleDown,

	RoleConnecting:       1<<RoleTesting | 1<<RoleIsolatedEnabled | 1<<RoleIsolatedDisabled | 1<<RoleSyncing | 1<<RoleDown,
	RoleTesting:          1<<RoleIsolatedEnabled | 1<<RoleIsolatedDisabled | 1<<RoleSyncing | 1<<RoleDown,
	RolePairedEnabled:    1<<RoleIsolatedEnabled | 1<<RoleIsolatedDisabled | 1<<RoleDraining | 1<<RoleDown,
	RolePairedDisabled:   1<<RoleTesting | 1<<RoleDraining | 1<<RoleIsolatedDisabled | 1<<RoleIsolatedEnabled | 1<<RoleSyncing | 1<<RoleDown,
	RoleIsolatedEnabled:  1<<RolePairedEnabled | 1<<RoleDown,
	RoleIsolatedDisabled: 1<<RoleTesting | 1<<RoleIsolatedEnabled | 1<<RoleSyncing | 1<<RoleDown,
}
