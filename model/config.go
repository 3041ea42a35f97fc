package model

import "ccsim/sim"

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

	PGs      []PG
	Clients  []Client
	Skills   []string
	Groups   []Group
	Types    []CallType
	Trace    []TraceCall // in order of arrival
	Levers   []Lever
	Failures []Failure
	Probes   []Probe
}

// Failure makes the PG sides of a pair fail and be repaired at random, by
// exponential laws: each side for itself, the repairs by a number of crews.
type Failure struct {
	Pair  PairID
	MTTF  sim.Dist // from a repair until the next failure of that side
	MTTR  sim.Dist // of one repair, once a crew is free
	Crews int      // repairs at a time: 1, or 2 for one for each side
}

// Causes is the number of causes that facts can name: 0 is the workload, then
// come the levers, then the random failures.
func (c *Config) Causes() int { return 1 + len(c.Levers) + len(c.Failures) }

// Latency holds the one-way time of a message. Zero means that there is no
// link at all: the receiver knows at the same instant (preset ideal).
type Latency struct {
	Public  sim.Time // PG - Router, Router - routing client - phone
	Private sim.Time // PG side A - PG side B; at least 1 ns
	Desktop sim.Time // PG - CTI server - Finesse - desktop, the whole chain
}

// Timers holds the limits and durations of processes. The defaults and their
// sources are in docs/facts.md.
type Timers struct {
	PrivateHeartbeat   sim.Time // between keep-alives of a PG pair
	PrivateMisses      int      // the limit is this many intervals after the last one heard
	CTIResponse        sim.Time // a client's answer to ACTIVE_MAINTENANCE_REQ
	Handover           sim.Time // from the continue event to the switch
	MaintenanceTimeout sim.Time // from the request until a shutdown counts as failed; 0 = none
	Restart            sim.Time // Node Manager: from a crash until the process is up again; also the boot after start
	StateTransfer      sim.Time // from connecting to the peer until standby
	Activation         sim.Time // PIM activation, fixed part
	ActivationPerAgent sim.Time // and for each phone to register
	Reservation        sim.Time // PIM waits for a routed call
	Recovery           sim.Dist // after the new side is active until an agent is signed in again
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
}

// Weights decide which PG side goes on after a private loss.
type Weights struct {
	AgentPIM  int
	CTIServer int
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
	Client      int // index of Config.Clients
	Skill       int
	Staff       []StaffStep // in order of time; empty = all, always
	Wrapup      sim.Dist    // zero = none
	WrapupShare float64     // of calls with wrap-up
	Pending     PendingHabit
	Away        sim.Dist // how long an applied Not Ready lasts; zero = for ever
	ReadyAgain  sim.Dist // until an agent who was made Not Ready goes Ready; zero = never
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
	Talk      sim.Dist // of calls that arrive in this step; zero = the type's own
}

// CallType is a kind of call: how it arrives, what the caller does, where
// the Router sends it.
type CallType struct {
	Name     string
	Skill    int
	Priority int        // 1 is served first
	Rates    []RateStep // Poisson arrivals; empty = none
	Every    sim.Time   // one call each, or 0
	Talk     sim.Dist
	Patience sim.Dist // zero = waits for ever
	IVR      sim.Dist // instead of Config.IVR where HasIVR
	HasIVR   bool
}

// TraceCall is one call of a replay. A negative time stands for a cell that
// the file leaves empty.
type TraceCall struct {
	At       sim.Time
	Row      uint32 // of the file, counted from 0
	Type     uint16
	IVR      sim.Time
	Talk     sim.Time
	Patience sim.Time
}
