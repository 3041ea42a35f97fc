package model

import (
	"fmt"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// skilled is a random center of several skills: groups with some of them in some
// order, types of calls with priorities.
func (d *dice) skilled() *Config {
	cfg := lab(0, 0)
	cfg.Horizon = 20 * sim.Minute
	cfg.RungGap = 0
	if d.one(50) {
		cfg = ideal(cfg)
	}
	cfg.Skills = nil
	skills := 2 + d.below(3)
	for s := range skills {
		cfg.Skills = append(cfg.Skills, fmt.Sprintf("skill-%d", s))
	}
	team := cfg.Groups[0]
	cfg.Groups = nil
	agents := 0
	for g := range 2 + d.below(4) {
		team.Name, team.Count, team.Skills = fmt.Sprintf("team-%d", g), 1+d.below(4), nil
		for _, s := range d.permutation(skills)[:1+d.below(skills)] {
			team.Skills = append(team.Skills, GroupSkill{Skill: s})
		}
		agents += team.Count
		cfg.Groups = append(cfg.Groups, team)
	}
	call := cfg.Types[0]
	cfg.Types = nil
	for n := range skills + d.below(3) {
		call.Name, call.Skill, call.Priority = fmt.Sprintf("type-%d", n), d.below(skills), 1+d.below(3)
		call.Rates = []RateStep{{PerSecond: float64(agents) * float64(8+d.below(8)) / 3600 / float64(skills)}}
		cfg.Types = append(cfg.Types, call)
	}
	if d.one(40) {
		cfg.Policies.FreedAgent = FreedOldest
	}
	cfg.End = EndRule(d.below(3))
	return cfg
}

// permutation is the numbers below n in a random order.
func (d *dice) permutation(n int) []int {
	all := make([]int, n)
	for i := range all {
		j := d.below(i + 1)
		all[i], all[j] = all[j], i
	}
	return all
}

// router is what a slow Router that looks at everybody would know.
type slowRouter struct {
	idle    map[AgentID]sim.Time
	waiting map[CallID]bool
	routed  map[CallID]AgentID
}

func look(w *World) slowRouter {
	r := slowRouter{map[AgentID]sim.Time{}, map[CallID]bool{}, map[CallID]AgentID{}}
	for a := range w.records {
		if v := w.records[a].Router; v.Available {
			r.idle[AgentID(a)] = v.Since
		}
	}
	for c := range w.calls {
		switch call := &w.calls[c]; {
		case call.Waiting:
			r.waiting[CallID(c)] = true
		case call.Agent != NoAgent && call.State.InProgress():
			r.routed[CallID(c)] = call.Agent
		}
	}
	return r
}

// may tells whether an agent has the skill that a call waits for, and where it
// stands among the agent's own.
func may(w *World, a AgentID, c CallID) (rank int, ok bool) {
	skill := w.cfg.Types[w.calls[c].Type].Skill
	for i, s := range w.cfg.Groups[w.top.group[a]].Skills {
		if s.Skill == skill {
			if w.cfg.Policies.FreedAgent == FreedOldest {
				i = 0
			}
			return i, true
		}
	}
	return 0, false
}

// sooner tells whether an agent would take call x rather than y.
func sooner(w *World, a AgentID, x, y CallID) bool {
	rx, _ := may(w, a, x)
	ry, _ := may(w, a, y)
	p, q := &w.calls[x], &w.calls[y]
	switch {
	case rx != ry:
		return rx < ry
	case p.Priority != q.Priority:
		return p.Priority < q.Priority
	case p.Queued != q.Queued:
		return p.Queued < q.Queued
	}
	return p.No < q.No
}

// The routing of a run is checked at every event against one that looks at all
// agents and all calls: no call waits while an agent who may take it is available,
// nobody gets a call without its skill, the longest available agent is chosen, and a
// freed agent takes the right call.
func TestRoutingAgainstOneThatLooksAtEverybody(t *testing.T) {
	chosen, taken := 0, 0
	for seed := range uint64(max(trials/10, 30)) {
		d := newDice(seed + 6_000_000)
		w, err := New(d.skilled(), seed, 0)
		require.NoError(t, err)
		before := look(w)
		for !w.done() {
			e, ok, err := w.kernel.Next(w.cfg.Horizon + sim.Hour)
			require.NoError(t, err)
			if !ok {
				break
			}
			w.handle(e)
			w.checkConserved()
			after := look(w)
			for c := range after.waiting {
				for a := range after.idle {
					_, ok := may(w, a, c)
					require.False(t, ok, "seed %d: call %d waits, agent %d is available", seed, w.calls[c].No, a)
				}
			}
			for c, a := range after.routed {
				if before.routed[c] == a && !before.waiting[c] {
					continue
				}
				_, ok := may(w, a, c)
				require.True(t, ok, "seed %d: agent %d has not the skill", seed, a)
				if before.waiting[c] {
					for o := range before.waiting {
						if _, ok := may(w, a, o); ok && o != c && w.calls[o].State == CallQueued {
							require.True(t, sooner(w, a, c, o), "seed %d: call %d was to come before %d", seed, w.calls[o].No, w.calls[c].No)
							taken++
						}
					}
					continue
				}
				for o, since := range before.idle {
					if _, ok := may(w, o, c); ok && o != a {
						was, there := before.idle[a]
						require.True(t, there && (was < since || was == since && a < o), "seed %d: agent %d was available longer than %d", seed, o, a)
						chosen++
					}
				}
			}
			before = after
		}
		require.NoError(t, w.Finish())
	}
	require.Greater(t, chosen, 100)
	require.Greater(t, taken, 100)
}

// skills sets the skills of a group of agents, in their order.
func skills(all ...int) (out []GroupSkill) {
	for _, s := range all {
		out = append(out, GroupSkill{Skill: s})
	}
	return out
}

// blended is a script of one agent with two skills; the second type of calls is for
// the second skill.
func blended(order []GroupSkill, calls ...TraceCall) *Config {
	cfg := script(1, calls...)
	cfg.Skills = []string{"support", "sales"}
	cfg.Groups[0].Skills = order
	other := cfg.Types[0]
	other.Name, other.Skill = "sales", 1
	cfg.Types = append(cfg.Types, other)
	return cfg
}

func TestAFreedAgentTakesTheFirstOfItsSkills(t *testing.T) {
	calls := []TraceCall{{At: 1 * s, Talk: 10 * s}, {At: 2 * s, Talk: 10 * s}, {At: 3 * s, Talk: 10 * s, Type: 1}}
	_, f := run(t, blended(skills(1, 0), calls...), 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {5, 11 * s, 8 * s}, {2, 21 * s, 19 * s}}, f.answers())
	_, f = run(t, blended(skills(0, 1), calls...), 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {2, 11 * s, 9 * s}, {5, 21 * s, 18 * s}}, f.answers())
	cfg := blended(skills(1, 0), calls...)
	cfg.Policies.FreedAgent = FreedOldest
	_, f = run(t, cfg, 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {2, 11 * s, 9 * s}, {5, 21 * s, 18 * s}}, f.answers(), "the oldest call first")
}

func TestTheTalkTimeOfASkill(t *testing.T) {
	cfg := blended([]GroupSkill{{Skill: 0}, {Skill: 1, Talk: must(sim.Constant(4 * s))}}, TraceCall{At: 1 * s, Talk: 10 * s}, TraceCall{At: 20 * s, Talk: 10 * s, Type: 1})
	_, f := run(t, cfg, 1)
	var talks []sim.Time
	for _, x := range f.all {
		if x.Kind == FactHandled {
			talks = append(talks, sim.Time(x.Value))
		}
	}
	require.Equal(t, []sim.Time{10 * s, 4 * s}, talks)
}
