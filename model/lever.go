package model

import "ccsim/sim"

// Verb is what a lever does.
type Verb uint8

// Verbs.
const (
	VerbMaintenance Verb = iota + 1
	VerbCancel
	VerbStop
	VerbStart
	VerbRestart
	VerbCrash
	VerbCut
	VerbHeal
	VerbDelay
	VerbLose
	VerbFlap
	VerbSteady
	VerbSignIn
	VerbSignOut
	VerbReady
	VerbNotReady
	VerbSurge
	VerbPause
	VerbResume
	VerbDrain
	VerbFail
	VerbAnswer
	VerbPatch
	VerbReject
	VerbReskill
	VerbDisable
	VerbEnable
	VerbImport
	VerbChangeTeam
	VerbMonitor
	VerbBargeIn
	VerbForceState
	VerbLeave
)

var verbNames = [...]string{"none", "maintenance", "cancel", "stop", "start", "restart", "crash", "cut", "heal",
	"delay", "lose", "flap", "steady", "sign_in", "sign_out", "ready", "not_ready", "surge", "pause", "resume", "drain", "fail", "answer", "patch", "reject", "reskill", "disable", "enable", "import",
	"change_team", "monitor", "barge_in", "force_state", "leave"}

// String gives the verb as scenario files write it.
func (v Verb) String() string { return verbNames[v] }

// Lever is one fault or operator action. Exactly one of At (Trigger.Kind == 0
// and At.IsZero), AtDist and Trigger says when.
type Lever struct {
	Name    string // as reports print it, such as "crash agent-pg-1/A"
	Verb    Verb
	Procs   []ProcID // of process verbs, in the order in which they go; a machine or site has many
	Dark    bool     // the machine itself is gone: nobody closes its connections
	Pair    PairID   // unit that reports name: of the first process or link
	Links   []LinkID // of link verbs
	From    uint8    // of link verbs: sending ends, bit 0 = A or the PG, bit 1 = the other
	By      sim.Time // of delay: on top of the latency
	Share   float64  // of lose
	Every   sim.Time // of flap: period, begins with the link down
	Up      sim.Time // of flap: of each period
	Groups  []int    // of desktops
	Agents  []AgentID
	Group   int          // of reskill: whose agents
	Skills  []GroupSkill // of reskill; empty = as the group is
	Lookup  int          // of fail: index of Config.Lookups, from 1
	Type    int          // of surge: index of Config.Types, or -1 for all
	Factor  float64      // of surge
	At      sim.Time
	AtDist  sim.Dist // a keyed draw for each replication
	Trigger Trigger
	OfSupervisors

	Stay   bool // crash: Node Manager does not restart it (an undo lever will)
	Undo   int  // index of the lever that this one schedules after For, or -1
	For    sim.Time
	IsUndo bool // acts only when its parent does
	Entry  int  // timeline entry, counted from 0

	VM           int     // of verbs on a machine: index of Config.VMs, from 1
	Orchestrated bool    // the script is started from orchestration, not on the machine
	Control      bool    // of reject: service control fails, not the registry
	Install      Install // of patch
	CallServer   ProcID  // of drain: where the service controller runs
	BadLogin     bool    // of drain: the Call Server accepts no user name and password

	Importers []Side // of the Campaign Managers
	Campaign  int    // of verbs on campaigns
	Records   uint32 // of import
	PerSecond float64
	Overwrite bool
	Reimport  bool // all records of the campaign are deleted first; else as an append
}

// Trigger ties a lever to the first fact of a kind: it acts Plus after it, at
// the earliest 1 ns after.
type Trigger struct {
	Kind    sim.FactKind // FactNone: no trigger
	Subject uint32       // process, pair, agent or call number, as the fact has it
	Call    CallState    // of FactOffered: the state that call Subject must reach
	Plus    sim.Time
}

// Probe reads a number at the moment of a fact, before it takes effect.
type Probe struct {
	Name    string
	What    ProbeKind
	Skill   int // of queue and talking; -1 = all
	Pair    int // of talking and pending; -1 = all
	Kind    sim.FactKind
	Subject uint32
}

// ProbeKind is what a probe reads.
type ProbeKind uint8

// Probes.
const (
	ProbeQueue   ProbeKind = iota + 1 // calls waiting
	ProbeTalking                      // calls with an agent
	ProbePending                      // pending states outstanding
)
