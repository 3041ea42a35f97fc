package capacity

import (
	"testing"

	"ccsim/reports"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// Two groups with ten calls an hour each of six minutes: two are in talk at a time,
// whatever the agents do after a call.
const twoTeams = `apiVersion: ccsim/v1
name: two
horizon: 2h
center: {preset: ideal, skill_groups: [{name: a}, {name: b}], agents: [{name: one, skills: [a], count: 5, wrapup: 5m}, {name: two, skills: [b], count: 5, wrapup: 5m}]}
workload:
  calls:
    - {type: a, route: a, arrivals: {rate: 10/h}, talk: 6m, patience: {dist: exponential, mean: 5m}}
    - {type: b, route: b, arrivals: {rate: 10/h}, talk: 6m, patience: {dist: exponential, mean: 5m}}
`

// Calls in talk of the whole center are held against those of the whole center, without
// what comes after a call; and so many calls as always wait at a number are no
// difference.
func TestHowAnIntervalBegins(t *testing.T) {
	s := study(t, twoTeams, "agents", "80% in 20s")
	require.InDelta(t, 2.0, talks(s.Plain.Config, 0, sim.Hour), 1e-9)
	x := &search{Study: s, condition: normal}
	p := pools(s.Plain.Config)[0]
	n := &reports.Need{To: sim.Hour, Group: "one", Load: 1.83}
	few := map[int]int{0: 2}
	usual := x.queued(n, &p, few)
	require.Greater(t, usual, 0.2)
	told := func(counts map[int]int, talking, waiting float64) (all []string) {
		x.begin(n, &p, counts, talking, waiting, func(reason, _ string, _ ...any) { all = append(all, reason) })
		return all
	}
	require.Empty(t, told(few, 2.2, usual))
	require.Equal(t, []string{"calls wait from before"}, told(few, 2.2, usual+0.2))
	require.Equal(t, []string{"calls wait from before"}, told(map[int]int{0: 5}, 2.2, usual))
	require.Equal(t, []string{"begins with more calls in talk than are steady"}, told(few, 2.5, 0))
	require.Equal(t, []string{"begins with fewer calls in talk than are steady"}, told(few, 1.6, 0))
}
