package model

import (
	"slices"

	"ccsim/sim"
)

// topology is what follows from the configuration and never changes.
type topology struct {
	group      []int     // of each agent
	first      []AgentID // of each group
	pair       []PairID  // of each agent
	members    [][]AgentID
	phones     []int // of each pair
	clients    [][]int
	priorities []int    // distinct, first served first
	level      []int    // of each call type
	triggers   []int    // levers with a trigger
	callWatch  bool     // some trigger waits for a call
	unitGap    sim.Dist // exponential with mean one second
}

func newTopology(cfg *Config) *topology {
	t := &topology{
		members: make([][]AgentID, len(cfg.PGs)),
		phones:  make([]int, len(cfg.PGs)),
		clients: make([][]int, len(cfg.PGs)),
		level:   make([]int, len(cfg.Types)),
	}
	t.unitGap, _ = sim.Exponential(sim.Second)
	for g, group := range cfg.Groups {
		t.first = append(t.first, AgentID(len(t.group)))
		for range group.Count {
			a := AgentID(len(t.group))
			t.group = append(t.group, g)
			t.pair = append(t.pair, group.PG)
			t.members[group.PG] = append(t.members[group.PG], a)
		}
		t.phones[group.PG] += group.Count
	}
	for i, c := range cfg.Clients {
		t.clients[c.PG] = append(t.clients[c.PG], i)
	}
	for _, c := range cfg.Types {
		t.priorities = append(t.priorities, c.Priority)
	}
	slices.Sort(t.priorities)
	t.priorities = slices.Compact(t.priorities)
	for i, c := range cfg.Types {
		t.level[i], _ = slices.BinarySearch(t.priorities, c.Priority)
	}
	for i, l := range cfg.Levers {
		if l.Trigger.Kind != FactNone {
			t.triggers = append(t.triggers, i)
			t.callWatch = t.callWatch || l.Trigger.Kind == FactOffered
		}
	}
	return t
}

// Purposes of draws. Their numbers are part of the meaning of a seed: new ones
// go to the end.
const (
	drawGap sim.Purpose = iota + 1
	drawTalk
	drawPatience
	drawIVR
	drawRing
	drawWrapShare
	drawWrapup
	drawAsks
	drawAskAt
	drawAskWhat
	drawAway
	drawReadyAgain
	drawPhase
	drawRecovery
	drawLever
	drawFailure
	drawRepair
	drawBeat
	numPurposes
)

type streams [numPurposes]sim.Stream

func newStreams(seed uint64, replication uint32) streams {
	var s streams
	for p := range s {
		s[p] = sim.NewStream(seed, replication, sim.Purpose(p))
	}
	return s
}
