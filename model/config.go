package model

import (
	"slices"
	"strings"

	"ccsim/sim"
)

// None is the value of a limit that does not limit.
const None = -1

// EndRule says what happens at the horizon.
type EndRule uint8

// End rules.
const (
	EndStop  EndRule = iota // stop at the horizon; calls stay in progress
	EndDrain                // no arrivals after the horizon, calls in the system finish
	EndCut                  // as drain, but calls that wait are sent away
)

// Config is everything about a run that does not change while it runs. It is
// shared by all replications, forks and snapshots and must not be written to
// once a World was made of it.
type Config struct {
	Horizon sim.Time
	Warmup  sim.Time // calls that arrive before it are marked, and change nothing
	End     EndRule
	Limits  sim.Limits
	RungGap sim.Time // fingerprint rungs; 0 = none
	Ticked  bool     // heartbeats as events; the same facts, many more events

	Trunks     int // simultaneous calls, waiting or talking; None = unlimited
	QueueLimit int // waiting places; None = unlimited
	VRUPorts   int // calls in the IVR or waiting; None = unlimited

	IVR  sim.Dist // before the queue; the zero Dist takes no time
	Ring sim.Dist // until the agent answers
	RONA sim.Time // ring no answer: the call goes back to the Router; 0 = never

	Latency  Latency
	Timers   Timers
	Policies Policies
	Weights  Weights
	History  History

	PGs       []PG
	MRPGs     []MRPG
	VRUPGs    []VRUPG
	CVPs      []Node
	VVBs      []Node
	Gateways  []Node
	HDSs      []Node
	Dialers   []Dialer
	lead      Side // the preferred side: A, but in a mirrored center
	VMs       []VM // where the processes run; the model itself does not ask
	Clients   []Client
	Skills    []string
	Groups    []Group
	Precision []PrecisionQueue
	Scripts   []Script
	Lookups   []Lookup
	Types     []CallType
	Trace     []TraceCall // in order of arrival
	Levers    []Lever
	Failures  []Failure
	Probes    []Probe

	Congestion Congestion
	Campaigns  []Campaign
	Reporting  []Node // CVP Reporting Servers
	Hours      Hours
	MRDs       []MRD
	TaskTypes  []TaskType

	Release Release
	Patches []string    // names that levels and levers use, at most 32
	Levels  []ProcLevel // what is not as the profile says, at the start
	Initial Initial
	Teams   []Team
}

// Failure makes the PG sides of a pair fail and be repaired at random, by
// exponential laws: each side for itself, the repairs by a number of crews.
type Failure struct {
	Procs []ProcID // both sides of a unit, A first, or one process that stands alone
	MTTF  sim.Dist // from a repair until the next failure of that side
	MTTR  sim.Dist // of one repair, once a crew is free
	Crews int      // repairs at a time: 1, or 2 for one for each side
}

// FailureName is what fails at random: a pair, or a single process.
func (c *Config) FailureName(i int) string {
	name, _, _ := strings.Cut(c.ProcName(c.Failures[i].Procs[0]), "/")
	return name
}

// Causes is the number of causes that facts can name: 0 is the workload, then
// come the levers, then the random failures.
func (c *Config) Causes() int { return 1 + len(c.Levers) + len(c.Failures) }

// Latency holds the one-way time of a message. Zero means that there is no
// link at all: the receiver knows at the same instant (preset ideal).
type Latency struct {
	Public  sim.Time // PG - Router, Router - routing client - phone
	Cross   sim.Time // PG - Router of the other site; Public where that is longer
	Private sim.Time // PG side A - PG side B, Router A - Router B; at least 1 ns
	Desktop sim.Time // PG - CTI server - Finesse - desktop, the whole chain
}

// Timers holds the limits and durations of processes. The defaults and their
// sources are in docs/facts.md.
type Timers struct {
	PrivateHeartbeat   sim.Time // between keep-alives of a PG pair
	PrivateMisses      int      // the limit is this many intervals after the last one heard
	PublicHeartbeat    sim.Time // between keep-alives of a PG side and a Router
	PublicMisses       int
	CTIResponse        sim.Time // a client's answer to ACTIVE_MAINTENANCE_REQ
	Handover           sim.Time // from the continue event to the switch
	MaintenanceTimeout sim.Time // from the request until a shutdown counts as failed; 0 = none
	Restart            sim.Time // Node Manager: from a crash until the process is up again; also the boot after start
	StateTransfer      sim.Time // from connecting to the peer until standby
	Activation         sim.Time // PIM activation, fixed part
	ActivationPerAgent sim.Time // and for each phone to register
	ServiceStop        sim.Time // service control stops a service
	Reservation        sim.Time // PIM waits for a routed call
	Connection         sim.Time // a Router that starts looks for its peer
	TestOtherSide      sim.Time // a PG that does not answer counts as one that reaches nobody
	Settle             sim.Time // from the last answer until the Router is enabled
	RouteRequest       sim.Time // a Call Server waits for a route; 0 = for ever
	CampaignFailover   sim.Time // until the standby Campaign Manager is active
	RecordReturn       sim.Time // until a record whose Dialer is gone is pending again
	CTIHeartbeat       sim.Time // of a CTI client
	CTIMisses          int
	JTAPI              sim.Time // a silent JTAPI link counts as lost
	Presence           sim.Time // Finesse sees a crashed browser within this
	ForcedLogout       sim.Time // and waits so long before it acts
	DesktopGrace       sim.Time // a desktop that is away longer costs the sign-in
	OpenRequest        sim.Time // a CTI server's work for one client that connects
	ClientRecovery     sim.Dist // the same for a CTI client that is no Finesse; zero = as Finesse
	DesktopFailover    sim.Dist // until a desktop is on the other Finesse server
	Recovery           sim.Dist // after the new side is active until an agent is signed in again

	MRMaintenance     sim.Time // as MaintenanceTimeout, of an MR PG
	RouterMaintenance sim.Time // and of a Router
	Reboot            sim.Time // until a machine that crashed is up again, with its services; at least Restart
}

// AfterFailover says in which state an agent comes back after a failover.
type AfterFailover uint8

// Policies for the state after a failover (sources disagree; docs/facts.md).
const (
	AfterRC126    AfterFailover = iota // as before: Available, Not Ready
	AfterNotReady                      // Not Ready, connection failure
)

// PrivateLoss says which PG side goes on when the private link is lost.
type PrivateLoss uint8

// Policies for a lost private link.
const (
	WinnerWeight PrivateLoss = iota // the side with the greater weight, since release 7.5(10)
	WinnerA                         // always side A, before
)

// Policies are the choices where sources disagree.
type Policies struct {
	AfterFailover AfterFailover
	PrivateLoss   PrivateLoss
	Majority      Majority
	BothLost      BothLost
	Load          Load
	FreedAgent    FreedAgent
	Preempt       bool // a better priority interrupts talks of a worse one
	CachedRecords CachedRecords
	LogoutCode    int16    // of agents whom a failed PG or client signs out; 0 = 50002
	TalkAfterCVP  sim.Time // a talk whose Call Server died is dropped after this; 0 = goes on
	ForcedSignOut ForcedSignOut
	LateForced    bool // a forced logout hits one who has signed in elsewhere meanwhile
}

// FreedAgent says which of the waiting calls an agent of several skills takes.
type FreedAgent uint8

// Policies for a freed agent.
const (
	FreedOwnOrder FreedAgent = iota // the first of the agent's own skills for which one waits
	FreedOldest                     // the best priority, then the longest wait, whatever the skill
)

// CachedRecords says what becomes of the records in the memory of a Dialer that
// fails.
type CachedRecords uint8

// Policies for records in a Dialer's memory (the vendor's text says both).
const (
	CachedPending CachedRecords = iota // pending again after the time of return
	CachedUnknown                      // unknown
)

// Majority says what counts as reaching a PG.
type Majority uint8

// Policies for device majority.
const (
	MajorityAnyPath    Majority = iota // any live path, active or idle
	MajorityActivePath                 // only the active path of the active side
)

// Load is what Finesse does with an agent whose desktop has crashed.
type Load uint8

// Values of the LOAD setting.
const (
	LoadNotReady Load = iota // LOAD=0: Not Ready, after the call where there is one
	LoadSignOut              // LOAD=1: signed out at once
)

// BothLost says what becomes of two Routers that both ran, each for itself,
// when they meet again.
type BothLost uint8

// Policies for a split that ends.
const (
	BothLostRestart BothLost = iota // side B restarts
	BothLostManual                  // both go on until an operator restarts one
)

// Weights decide which PG side goes on after a private loss.
type Weights struct {
	AgentPIM  int
	CTIServer int
	VRUPIM    int
	MRPIM     int
}

// pim is the weight of an active PIM of a kind of PG.
func (v *Weights) pim(k UnitKind) int {
	switch k {
	case UnitVRUPG:
		return v.VRUPIM
	case UnitMRPG:
		return v.MRPIM
	}
	return v.AgentPIM
}

// PGType is the type of an Agent PG.
type PGType uint8

// PG types. Only Enterprise supports maintenance mode.
const (
	PGEnterprise PGType = iota
	PGGeneric
	PGSimplified
	PGTDM
)

// String gives the name of the type as the vendor writes it.
func (t PGType) String() string {
	return [...]string{"Enterprise", "Generic", "Simplified", "TDM"}[t]
}

// PG is an Agent PG pair.
type PG struct {
	Name      string
	Type      PGType
	InService bool // false: configured, but all its processes are down
}

// Answer is how a CTI client answers the maintenance request.
type Answer uint8

// Answers to ACTIVE_MAINTENANCE_REQ.
const (
	AnswerAccept Answer = iota
	AnswerReject
	AnswerSilent
)

// MinMaintenanceProtocol is the lowest CTI protocol version that can take
// part in maintenance mode (CTI Server Message Reference Guide, 15.0(1)).
const MinMaintenanceProtocol = 24

// Client is a CTI client of a PG: Finesse, or another one.
type Client struct {
	Name     string
	PG       PairID
	Protocol int
	Mask     bool // opened with the ACTIVE_STANDBY service mask
	Answer   Answer
	Delay    sim.Time // before it answers
	Finesse  bool     // its agents work on Finesse desktops
}

// TakesPart tells whether the client is asked in a maintenance. One that is
// not is cut off at the switch.
func (c Client) TakesPart() bool { return c.Mask && c.Protocol >= MinMaintenanceProtocol }

// StaffStep says how many agents of a group are on shift from a moment on.
type StaffStep struct {
	At    sim.Time
	Count int
}

// Group is a group of agents who are alike.
type Group struct {
	Name        string
	Count       int // agents with a row, the most that are ever on shift
	PG          PairID
	Client      int          // index of Config.Clients
	Skills      []GroupSkill // what a freed agent takes first stands first; empty = the first skill group
	NoSkills    bool         // takes calls of precision queues only
	Site        Side         // of desktops and phones
	HasSite     bool         // false: both sites in turn
	PhoneSite   Side         // of the phones, where they are not with the desktops
	PhonesApart bool
	Staff       []StaffStep // in order of time; empty = all, always
	Wrapup      sim.Dist    // zero = none
	WrapupShare float64     // of calls with wrap-up
	Pending     PendingHabit
	Away        sim.Dist // how long an applied Not Ready lasts; zero = for ever
	ReadyAgain  sim.Dist // until an agent who was made Not Ready goes Ready; zero = never
	Work
	Teamwork

	Media []GroupMedia // in which MRDs the agents work, what a freed agent takes first
}

// GroupSkill is a skill group of agents.
type GroupSkill struct {
	Skill int
	Talk  sim.Dist // of its calls with these agents, instead of the call's own; zero = the call's own
}

// Has tells whether the agents have a skill.
func (g *Group) Has(skill int) bool {
	return len(g.Skills) == 0 && skill == 0 && !g.NoSkills || slices.ContainsFunc(g.Skills, func(s GroupSkill) bool { return s.Skill == skill })
}

// PendingHabit is how agents ask for a state while they talk.
type PendingHabit struct {
	Probability   float64 // of one request, at a uniform moment of the talk
	PerHour       float64 // or requests per hour of talk
	NotReadyShare float64 // of requests; the others ask for Ready
}

// RateStep is the arrival rate from a moment on.
type RateStep struct {
	From      sim.Time
	PerSecond float64
	Slope     float64  // change of PerSecond a second, until the next step
	Day       uint32   // number of the day, for Callers.Busyness
	Talk      sim.Dist // of calls that arrive in this step; zero = the type's own
}

// CallType is a kind of call: how it arrives, what the caller does, where
// the Router sends it.
type CallType struct {
	Name       string
	Skill      int        // queue: a skill group, or a precision queue behind all skill groups
	Script     int        // index of Config.Scripts from 1, instead of Skill; 0 = none
	Outbound   bool       // the customers of a campaign; these types stand last
	Priority   int        // 1 is served first
	Rates      []RateStep // Poisson arrivals; empty = none
	Every      sim.Time   // one call each, or 0
	Talk       sim.Dist
	Patience   sim.Dist // zero = waits for ever
	Hold       float64  // share of talks with a hold
	HoldTime   sim.Dist
	Transfer   float64  // share of talks that end with a transfer
	Conference float64  // share of talks with a third party
	IVR        sim.Dist // instead of Config.IVR where HasIVR
	HasIVR     bool

	Wrapup      sim.Dist // instead of the group's where HasWrapup
	WrapupShare float64
	HasWrapup   bool
	Callers
}

// TraceCall is one call of a replay. A negative time stands for a cell that
// the file leaves empty.
type TraceCall struct {
	At       sim.Time
	Row      uint32 // of the file, counted from 0
	Bare     bool   // the arrival alone is given
	Type     uint16
	IVR      sim.Time
	Talk     sim.Time
	Patience sim.Time
}

// MRPG is a Media Routing PG pair.
type MRPG struct {
	Name      string
	InService bool
	Protocol  int // MR protocol of its application
}

// VRUPG is a VRU PG: a duplexed pair, or a simplex PG on one side. CVPs are
// the Call Servers that it connects, as indices of Config.CVPs.
type VRUPG struct {
	Name      string
	InService bool
	Simplex   bool
	Side      Side // of a simplex PG

	Treatment Treatment // of its calls that congestion control rejects; 0 = the system's

	CVPs []int
}

func (v *VRUPG) sides() uint8 {
	if v.Simplex {
		return 1 << v.Side
	}
	return bothSides
}

// Node is a single process on a site: a CVP Call Server, a voice browser, a
// gateway or an AW-HDS.
type Node struct {
	Name  string
	Site  Side
	Ports int // of a CVP Call Server; None = unlimited
}

// Dialer is a pair of SIP Dialers, one active and one warm standby.
type Dialer struct {
	Name  string
	PG    PairID
	MRPG  int // index of Config.MRPGs, or -1
	Ports int // lines that a side may dial at a time; 0 = no limit
}

// VM is a virtual machine and the processes on it.
type VM struct {
	Name  string
	Procs []ProcID
	Order []ProcID // of its maintenance script; empty = the default
}
