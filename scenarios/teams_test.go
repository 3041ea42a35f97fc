package scenarios

import (
	"fmt"
	"strings"
	"testing"

	"ccsim/model"

	"github.com/stretchr/testify/require"
)

// withTeams is a scenario of these groups of agents and this timeline.
func withTeams(agents, timeline string) string {
	return "apiVersion: ccsim/v1\nname: x\nhorizon: 1h\ncenter:\n  agent_pgs: [{name: agent-pg-1}, {name: agent-pg-2}]\n  agents:\n" + agents +
		"workload: {calls: [{type: calls, arrivals: {rate: 10/h}, talk: 1m, patience: none}]}\ntimeline: [" + timeline + "]\n"
}

const alphaAndFloor = "    - {name: team, count: 3, team: alpha}\n    - {name: floor, count: 2, supervises: [alpha]}\n"

func TestTeamsAreCheckedWithPositions(t *testing.T) {
	for agents, want := range map[string]string{
		"    - {name: team, count: 51, team: alpha}\n":                                                                                                     `7:37: a team has at most 50 agents, and "alpha" has 51`,
		"    - {name: a, count: 30, team: alpha}\n    - {name: b, count: 30, team: alpha}\n":                                                               `8:34: a team has at most 50 agents, and "alpha" has 60`,
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 3, team: alpha, pg: agent-pg-2}\n":                                                 "a team and its supervisors are of one Agent PG",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 3, supervises: [alpha], pg: agent-pg-2}\n":                                         "a team and its supervisors are of one Agent PG",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 3, supervises: [alpa]}\n":                                                          `did you mean "alpha"`,
		"    - {name: b, count: 3, supervises: [alpha]}\n":                                                                                                 "no group of agents has a team",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 3, supervises: [alpha, alpha]}\n":                                                  "stands twice",
		"    - {name: a, count: 3, team: alpha, supervision: {monitor: 3/h}}\n":                                                                            "name their teams",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 1, supervises: [alpha], supervision: {barge_in: 10%}}\n":                           "how often they monitor",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 1, supervises: [alpha], supervision: {force: 1/h, time: 1m, barge_in: 10%}}\n":     "barge_in belongs to monitor",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 1, supervises: [alpha], supervision: {monitor: 1/h, not_ready: 10%}}\n":            "not_ready belongs to force",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 1, supervises: [alpha], supervision: {force: 1/h, not_ready: 60%, logout: 60%}}\n": "at most 100% together",
		"    - {name: a, count: 3, team: alpha}\n    - {name: b, count: 1, supervises: [alpha], supervision: {monitor: 1/h, barge_in: 160%}}\n":            "at most 100%",
		manyTeams(21): "a supervisor has at most 20 teams",
	} {
		_, _, err := compileText(t, withTeams(agents, ""), nil)
		require.ErrorContains(t, err, want, agents)
	}
	_, c, err := compileText(t, withTeams(manyTeams(20), ""), nil)
	require.NoError(t, err)
	require.Len(t, c.Config.Groups[20].Supervises, 20)
}

func manyTeams(n int) string {
	var b strings.Builder
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("t%d", i))
		fmt.Fprintf(&b, "    - {name: g%d, count: 50, team: t%d}\n", i, i)
	}
	fmt.Fprintf(&b, "    - {name: floor, count: 1, supervises: [%s]}\n", strings.Join(names, ", "))
	return b.String()
}

func TestVerbsOfSupervisorsAreCheckedWithPositions(t *testing.T) {
	for entry, want := range map[string]string{
		"{at: 1m, do: change_team, target: agents/team}":                                             "change_team needs a team",
		"{at: 1m, do: change_team, target: agents/team, team: beta}":                                 `unknown team "beta"`,
		"{at: 1m, do: crash, target: router/A, team: alpha}":                                         "crash takes no team",
		"{at: 1m, do: crash, target: router/A, state: READY}":                                        "crash takes no state",
		"{at: 1m, do: crash, target: router/A, supervisor: agents/floor/1}":                          "crash takes no supervisor",
		"{at: 1m, do: monitor, target: router/A}":                                                    "monitor does not fit",
		"{at: 1m, do: monitor, target: agents/team, supervisor: agents/floor}":                       "a supervisor is one agent",
		"{at: 1m, do: monitor, target: agents/team, supervisor: agents/floor/3}":                     "there is no number 3",
		"{at: 1m, do: monitor, target: agents/team, supervisor: agents/team/1}":                      "supervise no team",
		"{at: 1m, do: force_state, target: agents/team}":                                             "force_state needs a state",
		"{at: 1m, do: force_state, target: agents/team, state: TALKING}":                             `"TALKING" is not known here`,
		"{at: 1m, do: force_state, target: agents/team, state: READY, for: 1m}":                      "nothing undoes force_state",
		"{at: 1m, do: change_team, target: agents/floor/1, team: alpha, supervisor: agents/floor/1}": "change_team takes no supervisor",
	} {
		_, _, err := compileText(t, withTeams(alphaAndFloor, entry), nil)
		require.ErrorContains(t, err, want, entry)
	}
	_, _, err := compileText(t, withTeams("    - {name: team, count: 3, team: alpha}\n", "{at: 1m, do: barge_in, target: agents/team}"), nil)
	require.ErrorContains(t, err, "nobody supervises a team")
}

func TestTeamsAndSupervisorsCompile(t *testing.T) {
	_, c, err := compileText(t, withTeams("    - {name: team, count: 3, team: alpha}\n    - {name: floor, count: 2, supervises: [alpha], supervision: {monitor: 6/h, time: 90s, barge_in: 20%, force: 2/h, logout: 30%}}\n",
		"{at: 1m, do: force_state, target: agents/team/2, state: LOGOUT, supervisor: agents/floor/2}, {at: 2m, do: change_team, target: agents/floor/1, team: alpha, for: 1m}"), nil)
	require.NoError(t, err)
	floor := c.Config.Groups[1]
	require.Equal(t, []int{1}, floor.Supervises)
	require.True(t, floor.NoSkills)
	require.InDelta(t, 6, floor.MonitorPerHour, 1e-9)
	require.InDelta(t, 0.7, floor.ForceNotReady, 1e-9)
	l := c.Config.Levers
	require.Equal(t, model.AgentLogout, l[0].State)
	require.Equal(t, 5, l[0].Supervisor)
	require.Equal(t, 1, l[1].Team)
	require.Zero(t, l[2].Team, "the undo gives them their own team")
	require.Equal(t, "change_team agents/floor/1 to alpha", l[1].Name)
}
