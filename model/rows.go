package model

import "ccsim/sim"

// Call is the row of a call: its media leg (State), its control association
// (Controlled, Object) and its context record (Context) are hit apart by faults.
type Call struct {
	Arrived sim.Time
	Queued  sim.Time // entered the queue; patience runs from here
	Since   sim.Time // of State
	Talk    sim.Time // drawn or given at the arrival; negative: drawn at the answer
	GiveUp  sim.Time // hangs up if not answered by then
	Watched sim.Time // for which that is scheduled
	IVR     sim.Time // time in the IVR

	No         uint32 // its own number, the same in every variant
	Gen        uint32 // state changes so far
	Agent      AgentID
	Next       CallID // list of free rows
	Places     int32  // where it waits
	Busy       int32  // where its talk stands, if it can be interrupted
	Priority   int32  // 1 is served first
	Cause      uint32 // lever that spoiled it, or 0
	Gateway    nodeRef
	CVP        nodeRef
	VVB        nodeRef
	Type       uint16
	Asked      uint16 // requests for a state so far
	Row        uint32 // of the trace, counted from 1; 0: none
	Queue      uint16 // in which it waits, or its agent took it
	Script     uint16
	Moves      uint16 // steps of precision queues so far
	Step       uint8  // of the script: the next one
	Legs       uint8  // times it was transferred
	Attempt    uint8  // deliveries to a phone so far
	State      CallState
	Phase      Phase
	Waited     bool
	Waiting    bool // for an agent
	Object     bool // the PG has an object for it
	Control    bool // the desktop can act on it
	Context    bool // variables and marks are whole
	Stranded   bool // routed, but the PG that knew why is gone
	OnPort     bool // holds a port of its Call Server
	Conference bool // a third party is in it
	Monitored  bool // a supervisor hears it
	Barged     bool // and is a party of it
	Entered    bool // has asked for an agent
	Back       bool // has come back to the Router
	Claims     bool // an agent was interrupted for it
	Resumed    bool // was interrupted: has the rest of its talk before it
	Fixed      bool // cannot be transferred again: its Call Server is gone

	// Of a campaign's call.
	After    CallID // list of reservations that wait for a customer
	Before   CallID
	Customer CustomerID
	Campaign uint16 // counted from 1; 0: a caller's call
	Dialer   Side   // that made it
	Coming   bool   // a reservation that has not come to its agent
	Idle     bool   // a reservation that waits for a customer
	Shown    bool   // a reservation whose agent looks at a record
	Joined   bool   // connected to its customer
	Personal bool   // a reservation of the agent of a personal callback
}

// Agent is the truth about an agent: what the person and the phone do.
type Agent struct {
	Since     sim.Time // of State or the record's state, whichever changed last
	Until     sim.Time // end of the wrap-up
	Call      CallID
	LastCall  uint32   // number of the last call answered
	Gen       uint32   // changes of State
	Shift     uint32   // changes of Planned
	Talks     uint32   // talks so far
	Break     sim.Time // a break that is due, or 0
	Forced    uint32   // times made Not Ready, to key the draw of the reaction
	Profile   uint32   // what the agent is skilled in
	Team      uint32   // place in Config.Teams, counted from 1; 0: none
	State     AgentState
	Wish      Wish // what was last asked for during the call
	OnShift   bool
	Leaving   bool // signs out when the call is over
	WantReady bool // Not Ready, but would rather take calls
	Planned   bool // the plan has the agent on shift
	Missing   bool // on shift, but without sign-in or desktop session
	Watching  bool // a supervisor who monitors a call
	Dismissed bool // signed out by a supervisor, at once or when the call is over
}

// Wish is a state that an agent asks for.
type Wish uint8

// Wishes.
const (
	WishNone Wish = iota
	WishReady
	WishNotReady
)

// changesKept is how many changes a record remembers, so that a healthy view
// can be derived by its age. A view whose path is so slow that six changes fit
// into it shows the oldest of them; latencies are limited to one second.
const changesKept = 6

// Change is one entry of a record's short history.
type Change struct {
	At    sim.Time
	State AgentState
}

// Record is the agent as the PG sees it: the row of the OPC pair, with what
// the PIM of the active side alone holds (Pending). It is a belief; the truth is
// the Agent row.
type Record struct {
	History [changesKept]Change // newest first
	Gen     uint32
	Signs   uint32 // sign-ins planned so far, to key the draws
	Asks    uint32 // requests sent so far
	State   AgentState
	Reason  uint16
	Pending Wish
	Ready   bool // state before the call was Available
	Server  Side // of the Finesse server that the desktop uses
	Session bool // the desktop is connected to the active CTI server
	Before  AgentState
	Router  RouterView
}

// RouterView is the agent as the Router sees it, with its places in the lists
// of available agents.
type RouterView struct {
	Since     sim.Time // when the PG made the agent available
	Places    int32
	For       CallID // for which the talk was interrupted
	ForNo     uint32 // number of that call
	Available bool

	Shut bool // available to the PG, but at work on a task that nothing interrupts
}

// View is a view of a record that has been cut off from its source: a copied
// state while disturbed. Healthy views are derived from Record.History.
type View struct {
	Replica AgentState // the standby side's
	Desktop AgentState
}

// Process is one process: a PG side, a Router, a server.
type Process struct {
	Since    sim.Time // of Role
	PausedAt sim.Time
	Life     uint32 // starts so far; what belongs to an earlier life is ignored
	Gone     uint32 // times the Router told its peer that it is gone
	Checks   uint32 // times it had to look whether its peer should take over
	Turn     uint32 // changes of Role so far
	Pauses   uint32
	Cause    uint32 // lever that took it down
	Role     Role
	Waiting  heldList // events that wait while it is paused
	Stay     bool     // Node Manager leaves it down
	Paused   bool     // does nothing, and does not know it
	Cold     bool     // a Router that knows nothing of the calls yet
	Refuses  bool     // rejects the next request for maintenance
	Path     int8     // of a PG side: the Router of its active path, or -1
}

// Pair is a unit of processes. What only an Agent PG has is zero elsewhere.
type Pair struct {
	OutageSince    sim.Time
	SimplexSince   sim.Time
	DownSince      sim.Time // both PG sides are down since
	GapSince       sim.Time // of the Router: no Logger writes since
	DisturbedSince sim.Time
	Maint          Maintenance
	ToRouterAt     sim.Time // arrival of the last message
	FromRouterAt   sim.Time
	OpenAt         sim.Time    // the CTI server is busy with those who connect until then
	Held           [2]heldList // messages that wait for a path, by way
	ToRouter       uint32      // next message number
	FromRouter     uint32
	Cause          uint32 // lever of the present disturbance
	Missing        int32  // agents on shift without sign-in or session
	Pending        int32  // pending states in the PIM
	Active         int8   // side that serves, or -1
	ActiveCTI      int8   // side whose CTI server serves, or -1
	Simplex        bool
	BothDown       bool
	Disturbed      bool
	ReplicaLive    bool // the standby's view is a copy
	PathOpen       bool // messages between the PG and the Router pass
	Unheard        bool // no Router hears the active side
	Gap            bool // of the Router: no Logger writes; of a Reporting Server: it is down

	Calls int32 // of a Call Server: calls that it carries

	// Of the Campaign Managers.
	Misses     [2]uint32 // changes of what the active one waits for: Dialers, its importer
	Importers  [2]uint32 // changes of NoImporter
	NoImporter [2]bool   // the importer of a side is down
	Dialerless bool      // no Dialer is connected and Ready
}

// Source is the arrival stream of a call type.
type Source struct {
	At      sim.Time // up to which the clock of the stream has run
	Left    float64  // of the unit-mean gap that is being consumed
	Factor  float64  // surge
	N       uint32   // arrivals so far
	Waiting int32    // calls of the type that wait
	Gen     uint32
}

// GroupRow is the staffing of a group.
type GroupRow struct {
	OnShift      int32
	Working      int32 // signed in and not Not Ready
	Busy         int32 // of these, all but the available
	Step         int32
	DesktopsDown bool
}

// ClientRow is a CTI client in a maintenance.
type ClientRow struct {
	Asked    uint32 // generation of the maintenance it was asked in
	Answered bool
}

// FailureRow is one side of a pair that fails at random.
type FailureRow struct {
	N       uint32 // draws so far
	Waiting bool   // down, and no crew is free
	Repair  bool   // a crew is at work
}

// LeverRow is how far a lever has come.
type LeverRow struct {
	At    sim.Time
	Fired bool // a trigger has fired
	Acted bool // it had something to act on

	// Of an import.
	Logger   ProcID // that writes it
	Turn     uint32 // of the Logger's role when it began
	Importer uint32 // turn of the importer
	Steps    uint32
	Imported uint32
}
