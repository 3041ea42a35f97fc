package model

// CallID is the slot of a call's row. Slots are reused; a call's own number
// is Call.No.
type CallID uint32

// AgentID is the row of an agent; it is also the agent's own number.
type AgentID uint32

// PairID is the row of an Agent PG pair.
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

// procsPerPair is the number of processes of an Agent PG pair: the PG on both
// sides, the CTI server on both sides.
const procsPerPair = 4

func pgProc(p PairID, s Side) ProcID  { return ProcID(p)*procsPerPair + ProcID(s) }
func ctiProc(p PairID, s Side) ProcID { return ProcID(p)*procsPerPair + 2 + ProcID(s) }

// PGProc is the Agent PG process of a side.
func PGProc(p PairID, s Side) ProcID { return pgProc(p, s) }

// CTIProc is the CTI server of a side.
func CTIProc(p PairID, s Side) ProcID { return ctiProc(p, s) }

// Pair gives the pair that the process belongs to.
func (id ProcID) Pair() PairID { return PairID(id / procsPerPair) }

// Side gives the side on which the process runs.
func (id ProcID) Side() Side { return Side(id & 1) }

// IsCTI tells a CTI server from a PG.
func (id ProcID) IsCTI() bool { return id%procsPerPair >= 2 }
