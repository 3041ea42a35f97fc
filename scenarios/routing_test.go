package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRoutingIsCheckedWithPositions(t *testing.T) {
	head := `apiVersion: ccsim/v1
name: x
horizon: 1h
center:
  preset: ideal
  skill_groups: [{name: sales}, {name: support}]
  agents: [{name: team, count: 4, skills: [sales]}, {name: other, count: 1, skills: [support], attributes: {spanish: 7}}]
`
	for name, c := range map[string]struct{ text, want string }{
		"skill":            {"  precision_queues: [{name: sales, steps: [{expression: spanish > 2}]}]", `the queue "sales" stands twice`},
		"no steps":         {"  precision_queues: [{name: q}]", "needs one to ten steps"},
		"attribute":        {"  precision_queues: [{name: q, steps: [{expression: spansh > 2}]}]", `s.yaml:8:53: no agent has the attribute "spansh"; did you mean "spanish"?`},
		"nobody":           {"  precision_queues: [{name: q, steps: [{expression: spanish > 8}]}]", `no group of agents fits "spanish > 8"`},
		"expression":       {"  precision_queues: [{name: q, steps: [{expression: spanish >}]}]", "expected a proficiency from 1 to 10"},
		"bracket":          {"  precision_queues: [{name: q, steps: [{expression: (spanish > 2}]}]", "a bracket is not closed"},
		"last wait":        {"  precision_queues: [{name: q, steps: [{expression: spanish > 2, wait: 5s}]}]", "a call stays in the last step"},
		"two things":       {"scripts: [{name: a, steps: [{queue: sales, wait: 5s}]}]", "s.yaml:8:29: a step has exactly one of"},
		"to":               {"scripts: [{name: a, steps: [{queue: sales, to: [other]}]}]", `the group "other" has not the skill group "sales"`},
		"unknown queue":    {"scripts: [{name: a, steps: [{queue: salse}]}]", `unknown queue "salse"; did you mean "sales"?`},
		"unknown group":    {"scripts: [{name: a, steps: [{queue: sales, to: [taem]}]}]", `unknown group of agents "taem"; did you mean "team"?`},
		"never queued":     {"scripts: [{name: a, steps: [{wait: 5s}, {priority: +1}]}]", `the script "a" never queues the call`},
		"after the end":    {"scripts: [{name: a, steps: [{default_route: x}, {queue: sales}]}]", "nothing comes after the default route"},
		"wait at the end":  {"scripts: [{name: a, steps: [{queue: sales}, {wait: 5s}]}]", "a wait at the end of a script has no effect"},
		"priority":         {"scripts: [{name: a, steps: [{queue: sales}, {priority: +0}]}]", "steps toward the front such as +1"},
		"on_fail":          {"scripts: [{name: a, steps: [{lookup: db, on_fail: b}, {queue: sales}]}]", `unknown script (or continue, or default_route) "b"`},
		"on_fail alone":    {"scripts: [{name: a, steps: [{queue: sales, on_fail: continue}]}]", "on_fail: belongs to lookup:"},
		"circle":           {"scripts: [{name: a, steps: [{lookup: db, on_fail: a}, {queue: sales}]}]", "comes back to itself"},
		"name":             {"scripts: [{name: sales, steps: [{queue: sales}]}]", `the route "sales" stands twice`},
		"route":            {"workload: {calls: [{type: a, talk: 1m, arrivals: {rate: 1/h}}]}", "needs a route to a skill group, a precision queue or a script"},
		"lookup":           {"timeline: [{at: 1m, do: fail, target: lookup/db}]", "no script asks anything"},
		"fit":              {"timeline: [{at: 1m, do: crash, target: lookup/db}]", "crash does not fit lookup/db"},
		"abandon_timeout":  {"  lookups: [{name: db, fault_tolerance: none, abandon_timeout: 1s}]", "only hot_standby and alternate change over"},
		"duplicate router": {"  lookups: [{name: db, fault_tolerance: duplicate, router: B}]", "leave out router:"},
	} {
		_, _, err := compileText(t, head+c.text+"\n", nil)
		require.ErrorContains(t, err, c.want, name)
	}
	_, _, err := compileText(t, `apiVersion: ccsim/v1
name: x
horizon: 1h
center:
  agents: [{name: team, count: 4, skills: [all, all]}, {name: other, count: 1, attributes: {spanish: 11}}]
`, nil)
	require.ErrorContains(t, err, `the group "team" has the skill group "all" twice`)
	require.ErrorContains(t, err, "an attribute is true, false or a proficiency from 1 to 10")
}
