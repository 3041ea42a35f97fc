package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// twoTeams is a center of two skill groups: nobody who calls for the second is
// served but by the second team, which has one agent.
func twoTeams() *Config {
	cfg := lab(6, 60)
	cfg.Skills = []string{"sales", "support"}
	cfg.Groups[0].Skills = skills(0)
	second := cfg.Groups[0]
	second.Name, second.Count, second.Skills = "second", 1, skills(1)
	cfg.Groups = append(cfg.Groups, second)
	support := cfg.Types[0]
	support.Name, support.Skill, support.Patience = "support", 1, sim.Dist{}
	support.Rates = []RateStep{{PerSecond: 100.0 / 3600}}
	cfg.Types = append(cfg.Types, support)
	return cfg
}

func reskillTo(skill int, at sim.Time, agents ...AgentID) Lever {
	return Lever{Verb: VerbReskill, Agents: agents, Skills: skills(skill), At: at, Undo: -1, Type: -1}
}

// answeredBy counts the calls of the second type that each group answered in a time.
func (f *facts) answeredBy(from, to sim.Time) (n [2]int) {
	for _, x := range f.all {
		if a := UnpackCall(x.Aux); x.Kind == FactAnswered && x.T >= from && x.T < to && a.Type == 1 {
			n[a.Group]++
		}
	}
	return n
}

func TestReskilledAgentsTakeWhatTheyAreNowSkilledIn(t *testing.T) {
	cfg := twoTeams()
	give := reskillTo(1, half, 0, 1, 2)
	back := reskillTo(0, half+10*sim.Minute, 0, 1, 2)
	back.Skills = nil
	_, f := run(t, at(cfg, give, back), 1)
	require.Zero(t, f.answeredBy(0, half)[0])
	require.Greater(t, f.answeredBy(half, half+10*sim.Minute)[0], 5)
	require.Zero(t, f.answeredBy(half+10*sim.Minute+sim.Second*10, cfg.Horizon)[0], "as they were")
	waiting := 0
	for _, x := range f.all {
		if a := UnpackCall(x.Aux); x.Kind == FactAnswered && a.Type == 1 && a.Group == 0 && x.T < half+10*sim.Second {
			waiting++
		}
	}
	require.Positive(t, waiting, "who waits is given at once to who is free")
}

func TestReskillingIsNotAffectedByAMaintenance(t *testing.T) {
	plain := twoTeams()
	_, without := run(t, at(plain, reskillTo(1, half+sim.Second, 0, 1, 2)), 1)
	cfg := twoTeams()
	w, with := run(t, at(cfg, lever(VerbMaintenance, pgA), reskillTo(1, half+sim.Second, 0, 1, 2)), 1)
	require.Equal(t, RoleActive, w.procs[pgB].Role)
	require.Less(t, with.first(FactMaintContinue).T, half+sim.Second)
	require.Greater(t, with.first(FactSwitched).T, half+sim.Second, "it comes in the middle of the migration")
	require.Equal(t, without.answeredBy(half, half+5*sim.Minute), with.answeredBy(half, half+5*sim.Minute))
	for kind := range with.losses() {
		require.Equal(t, LossPendingState, kind)
	}
}

func TestReskillingNeedsALogger(t *testing.T) {
	cfg := twoTeams()
	at(cfg, lasting(crash(cfg, "logger/A", "logger/B"))...)
	_, f := run(t, at(cfg, reskillTo(1, half+sim.Minute, 0)), 1)
	ignored := f.first(FactLeverIgnored)
	require.NotNil(t, ignored)
	require.Equal(t, IgnoreNoLogger, IgnoreReason(ignored.Aux))
}

// Who is free when the skills change takes no more calls of the old ones.
func TestReskilledAgentsLeaveTheOldLists(t *testing.T) {
	cfg := twoTeams()
	cfg.Types[1].Rates = []RateStep{{PerSecond: 2.0 / 3600}} // else they are all busy with support
	_, f := run(t, at(cfg, reskillTo(1, half, 0, 1, 2, 3, 4, 5)), 1)
	before, after := 0, 0
	for _, x := range f.all {
		switch a := UnpackCall(x.Aux); {
		case x.Kind != FactAnswered || a.Type != 0 || a.Group != 0:
		case x.T < half:
			before++
		case x.T > half+cfg.RONA: // those that rang already are still answered
			after++
		}
	}
	require.Greater(t, before, 10)
	require.Zero(t, after)
}
