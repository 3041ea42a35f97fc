package capacity

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ccsim/reports"

	"github.com/stretchr/testify/require"
)

// busyCenter is the reference design of 2000 agents in its busy hour.
const busyCenter = `apiVersion: ccsim/v1
name: busy
horizon: 1h
center: {preset: %s, agents: [{name: team, count: 1200, skills: [a, b]}], skill_groups: [{name: a}, {name: b}]}
workload:
  calls: [{type: sales, route: a, arrivals: {rate: 6/s}, talk: {dist: exponential, mean: 150s}, patience: {dist: exponential, mean: 150s}}]
`

func headroomOf(t *testing.T, preset string) *reports.Headroom {
	t.Helper()
	s := study(t, fmt.Sprintf(busyCenter, preset), "agents", "80% in 20s")
	x := &search{Study: s, condition: normal}
	return x.headroom([]reports.Need{{Group: "team", To: s.Plain.Config.Horizon, Enough: true, Count: 1100, Top: 2000}})
}

func limitOf(t *testing.T, h *reports.Headroom, name string) reports.Limit {
	t.Helper()
	for _, l := range h.Limits {
		if l.Name == name {
			return l
		}
	}
	t.Fatalf("no limit of %s", name)
	return reports.Limit{}
}

// What grows with the calls is reached at limit / today; agents are added as Erlang A
// asks for them, which is a little less than in proportion.
func TestTheLimitThatBreaksFirst(t *testing.T) {
	h := headroomOf(t, "2000")
	require.Equal(t, "2000", h.Design)
	require.False(t, h.Assumed)
	calls := limitOf(t, h, "inbound calls a second")
	require.InDelta(t, 6, calls.Use, 1e-9)
	require.InDelta(t, 15.0/6, calls.Times, 0.01)
	users := limitOf(t, h, "Finesse users of agent-pg-1")
	require.InDelta(t, 1100, users.Use, 0)
	require.Greater(t, users.Times, 1800.0/1100)
	require.Less(t, users.Times, 1.1*1800/1100)
	require.Equal(t, users.Name, h.First().Name, "Finesse is full before the Agent PG and the Router")
	require.Greater(t, limitOf(t, h, "active agents of agent-pg-1").Times, users.Times)
	requests := limitOf(t, h, "route requests a second, congestion onset")
	require.InDelta(t, 1.1*18/(6*1.1), requests.Times, 0.01, "one call in ten is transferred")
	require.True(t, math.IsInf(limitOf(t, h, "skills of an agent").Times, 1))
	for i := 1; i < len(h.Limits); i++ {
		require.LessOrEqual(t, h.Limits[i-1].Times, h.Limits[i].Times)
	}
}

func TestWithoutAReferenceDesignTheSmallestIsTaken(t *testing.T) {
	h := headroomOf(t, "lab")
	require.Equal(t, "2000", h.Design)
	require.True(t, h.Assumed)
	big := study(t, strings.Replace(fmt.Sprintf(busyCenter, "lab"), "6/s", "20/s", 1), "agents", "80% in 20s")
	x := &search{Study: big, condition: normal}
	require.Equal(t, "4000", x.headroom(nil).Design, "20 calls a second are too many for the smallest")
}

func TestAgentsOfAPGByTheirQueues(t *testing.T) {
	for queues, want := range map[float64]int{1: 2000, 15: 2000, 15.5: 1500, 30: 1000, 40: 750, 70: 600} {
		require.Equal(t, want, agentsOfPG(queues))
	}
}

func TestALimitThatIsExceeded(t *testing.T) {
	require.InDelta(t, 0.5, reach(10, func(times float64) float64 { return 20 * times }), 0.001)
	require.Zero(t, reach(10, func(float64) float64 { return 11 }))
}
