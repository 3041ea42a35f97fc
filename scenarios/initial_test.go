package scenarios

import (
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func TestInitialStateIsChecked(t *testing.T) {
	text := func(initial string) string {
		return `apiVersion: ccsim/v1
name: x
start: 2026-03-03 08:00 UTC
horizon: 1h
center:
  preset: ideal
  agents: [{name: team, count: 3}, {name: night, count: 2, schedule: {from: "20:00", to: "22:00"}}]
workload: {calls: [{type: calls, arrivals: {rate: 10/h}, talk: 1m}, {type: turns, arrivals: {sources: 2, think: 1m}, talk: 1m}]}
initial: ` + initial + "\n"
	}
	_, c, err := compileText(t, text("{waiting: [{type: calls, ages: [5s]}], talking: [{type: calls, group: team, count: 2, age: 30s}], agents: [{group: team, state: not_ready, count: 1}]}"), nil)
	require.NoError(t, err)
	age, _ := sim.Constant(30 * sim.Second)
	require.Equal(t, model.Initial{
		Waiting: []model.InitialCalls{{Ages: []sim.Time{5 * sim.Second}}},
		Talking: []model.InitialCalls{{Count: 2, Age: age}},
		Agents:  []model.InitialAgents{{Count: 1}},
	}, c.Config.Initial)
	for initial, want := range map[string]string{
		"{waiting: [{ages: [5s]}]}":                                                                           "say which type of calls: one of: calls, turns",
		"{waiting: [{type: cals, ages: [5s]}]}":                                                               `did you mean "calls"?`,
		"{waiting: [{type: turns, ages: [5s]}]}":                                                              "begin with thinking",
		"{waiting: [{type: calls}]}":                                                                          "give the ages of the calls",
		"{waiting: [{type: calls, count: 1, ages: [5s]}]}":                                                    "give the ages of the calls",
		"{waiting: [{type: calls, age: 3s, ages: [5s]}]}":                                                     "ages or a law of them",
		"{waiting: [{type: calls, ages: [50d]}]}":                                                             "at most 30 days",
		"{waiting: [{type: calls, group: team, ages: [5s]}]}":                                                 "neither a group nor a rest",
		"{talking: [{type: calls, count: 1}]}":                                                                "say which group of agents",
		"{talking: [{type: calls, group: team, count: 4}]}":                                                   "has 3 agents at the start, but 4",
		"{talking: [{type: calls, group: night, count: 1}]}":                                                  "has 0 agents at the start",
		"{talking: [{type: calls, group: team, count: 3}], agents: [{group: team, state: wrapup, count: 1}]}": "but 4 are to be busy",
		"{agents: [{group: team, count: 1}]}":                                                                 "their state and their count",
	} {
		_, _, err := compileText(t, text(initial), nil)
		require.ErrorContains(t, err, want, initial)
	}
}
