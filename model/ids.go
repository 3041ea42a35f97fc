package model

// CallID is the slot of a call's row. Slots are reused; a call's own number
// is Call.No.
type CallID uint32

// AgentID is the row of an agent; it is also the agent's own number.
type AgentID uint32

// PairID is the row of a unit of processes: of an Agent PG pair where nothing
// else is said.
type PairID uint32

// ProcID is the row of a process. The two sides of a pair are id and id^1, side
// A is even.
type ProcID uint32

// NoCall and NoAgent stand where there is none.
const (
	NoCall  CallID  = 1<<32 - 1
	NoAgent AgentID = 1<<32 - 1
)

// Side is one side of a duplexed pair.
type Side uint8

// The two sides.
const (
	SideA Side = iota
	SideB
)

// String gives the letter of the side.
func (s Side) String() string { return string(rune('A' + s)) }

// Other is the peer's side.
func (s Side) Other() Side { return s ^ 1 }

// procsPerPair is the number of rows of processes of a unit: both sides, and
// what stands beside each (the CTI server of a PG, the Logger of a Router).
const procsPerPair = 4

func pgProc(p PairID, s Side) ProcID  { return ProcID(p)*procsPerPair + ProcID(s) }
func ctiProc(p PairID, s Side) ProcID { return ProcID(p)*procsPerPair + 2 + ProcID(s) }

// PGProc is the main process of a side of a unit: the PG, the Router, the
// server.
func PGProc(p PairID, s Side) ProcID { return pgProc(p, s) }

// CTIProc is the process beside it: the CTI server of a PG, the Logger of a
// Router.
func CTIProc(p PairID, s Side) ProcID { return ctiProc(p, s) }

// Pair gives the unit that the process belongs to.
func (id ProcID) Pair() PairID { return PairID(id / procsPerPair) }

// Side gives the side on which the process runs.
func (id ProcID) Side() Side { return Side(id & 1) }

// Beside tells a CTI server or Logger from a PG or Router.
func (id ProcID) Beside() bool { return id%procsPerPair >= 2 }

// LinkID is a link between two places. Its two directions are LineIDs.
type LinkID uint32

// LineID is one direction of a link: the way of what one end sends.
type LineID uint32

// Line gives the direction of a link by its sender: 0 is the end that is
// named first, side A or the PG.
func (l LinkID) Line(dir int) LineID { return LineID(l)*2 + LineID(dir) }

// Link gives the link of a direction.
func (n LineID) Link() LinkID { return LinkID(n / 2) }
