package model

import (
	"fmt"
	"slices"

	"ccsim/sim"
)

// Teams: each agent is in one, or in none, and a team has supervisors. Which team
// an agent is in is configuration, as its skill groups are: an administrator changes
// it through a Logger that writes, and the PG, and a maintenance of it, have no part
// in it.

// Limits of teams (Solution Design Guide for Packaged CCE 12.6(2), Configuration
// Limits).
const (
	MaxTeamAgents      = 50
	MaxSupervisorTeams = 20
)

// Team is a team of agents of one Agent PG.
type Team struct {
	Name string
	PG   PairID
}

// Teamwork says in which team the agents of a group are, and which teams they
// supervise.
type Teamwork struct {
	Team       int   // place in Config.Teams, counted from 1; 0 = none
	Supervises []int // likewise; empty = they are no supervisors
	Supervision
}

// checkTeams refuses teams that the model cannot run.
func (c *Config) checkTeams() error {
	for _, g := range c.Groups {
		for _, t := range append([]int{g.Team}, g.Supervises...) {
			if t > 0 && (t > len(c.Teams) || c.Teams[t-1].PG != g.PG) {
				return fmt.Errorf("model: agents %q name a team that does not exist on their Agent PG", g.Name)
			}
		}
	}
	return nil
}

// changeTeam gives agents another team, or their own one again. What a supervisor
// does with a call of theirs goes on until it is over.
func (w *World) changeTeam(l *Lever, cause uint32) IgnoreReason {
	if w.pairs[w.top.router].Gap {
		return IgnoreNoLogger
	}
	if l.Team > 0 && w.teamSize(l.Team, l.Agents)+len(l.Agents) > MaxTeamAgents {
		return IgnoreTeamFull
	}
	why := IgnoreMember
	for _, a := range l.Agents {
		to := l.Team
		if to == 0 {
			to = w.cfg.Groups[w.top.group[a]].Team
		}
		agent := &w.agents[a]
		if int(agent.Team) != to {
			w.record(FactTeam, uint32(a), int64(agent.Team), uint32(to), cause)
			agent.Team, why = uint32(to), 0
		}
	}
	return why
}

// teamSize is how many agents a team has beside some.
func (w *World) teamSize(team int, beside []AgentID) (n int) {
	for a := range w.agents {
		if int(w.agents[a].Team) == team && !slices.Contains(beside, AgentID(a)) {
			n++
		}
	}
	return n
}

// layTeams lays out who supervises.
func (t *topology) layTeams(cfg *Config) {
	for a, g := range t.group {
		if len(cfg.Groups[g].Supervises) == 0 {
			continue
		}
		if t.superOf == nil {
			t.superOf = slices.Repeat([]int32{-1}, len(t.group))
		}
		t.superOf[a] = int32(len(t.supers))
		t.supers = append(t.supers, AgentID(a))
	}
}

// supervisor is the row of an agent who supervises, or -1.
func (w *World) supervisor(a AgentID) int {
	if w.top.superOf == nil {
		return -1
	}
	return int(w.top.superOf[a])
}

// onlySupervises tells an agent who takes no calls of any skill group: such a one is
// Not Ready from the sign-in on.
func (w *World) onlySupervises(a AgentID) bool {
	g := &w.cfg.Groups[w.top.group[a]]
	return len(g.Supervises) > 0 && g.NoSkills
}

// inTeamOf tells whether a supervisor has an agent in one of the supervised teams.
func (w *World) inTeamOf(me, a AgentID) bool {
	team := int(w.agents[a].Team)
	return team > 0 && me != a && slices.Contains(w.cfg.Groups[w.top.group[me]].Supervises, team)
}

// initTeams makes the rows of teams and supervisors, and plans what supervisors do
// by habit.
func (w *World) initTeams() {
	for a, g := range w.top.group {
		w.agents[a].Team = uint32(w.cfg.Groups[g].Team)
	}
	w.supers = append(w.supers, make([]SupervisorRow, len(w.top.supers))...)
	for s := range w.supers {
		w.supers[s].Watch = NoAgent
		w.planHabit(s, evMonitor)
		w.planHabit(s, evForceHabit)
	}
}

// planHabit schedules when a supervisor next looks for a call to monitor, or for an
// agent whose state to change: a Poisson stream of each, until arrivals end.
func (w *World) planHabit(s int, k sim.Kind) {
	me, row := w.top.supers[s], &w.supers[s]
	habit := &w.cfg.Groups[w.top.group[me]].Supervision
	perHour, n, purpose := habit.MonitorPerHour, row.Looks, drawMonitor
	if k == evForceHabit {
		perHour, n, purpose = habit.ForcePerHour, row.Forces, drawForce
	}
	if perHour <= 0 || w.ended {
		return
	}
	unit := w.top.unitGap.Sample(w.rnd[purpose], uint64(me), n)
	gap := sim.FromSeconds(float64(unit.Seconds() * float64(3600/perHour)))
	w.kernel.Schedule(sim.Event{T: w.now() + max(gap, 1), Ord: sim.Order(sim.RankWork, uint32(me), k, n&sim.MaxSeq), Row: uint32(s), Gen: n})
}
