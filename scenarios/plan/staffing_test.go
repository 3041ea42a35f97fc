package plan

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"ccsim/scenarios"
	"ccsim/scenarios/erlang"

	"github.com/stretchr/testify/require"
)

// queue is an M/M/n+M queue (Erlang A) in which agents and hung-up callers cost.
const queue = `apiVersion: ccsim/v1
name: queue
replications: 10
horizon: 40h
center: {preset: ideal, agents: [{name: team, count: 14}]}
workload: {calls: [{type: sales, arrivals: {rate: 200/h}, talk: {dist: exponential, mean: 180s}, patience: {dist: exponential, mean: 120s}}]}
prices: {currency: EUR, agent_hour: 30, abandoned_call: 8}
`

// expected is the mean cost of such a run by Erlang's formula.
func expected(n int) float64 {
	q := erlang.Queue{Rate: 200.0 / 3600, Handle: 180, Agents: n, Patience: 120}
	return 40 * (30*float64(n) + 8*200*q.Abandonment())
}

func cheapest(t *testing.T, text, group string, set ...string) (*Staffing, error) {
	t.Helper()
	src, c := write(t, text, set...)
	return Cheapest(context.Background(), src, nil, c, group, scenarios.RunOptions{})
}

func TestTheCheapestNumberIsErlangs(t *testing.T) {
	best := 1
	for n := 2; n < 30; n++ {
		if expected(n) < expected(best) {
			best = n
		}
	}
	s, err := cheapest(t, queue, "")
	require.NoError(t, err)
	for i := range s.Tried {
		n := &s.Tried[i]
		require.InDelta(t, expected(n.Count), n.Cost.Mean, 4*n.Cost.SE, "%d agents", n.Count)
	}
	low, high := s.Same()
	require.LessOrEqual(t, low, best)
	require.GreaterOrEqual(t, high, best)
	require.InDelta(t, best, s.Tried[s.Best].Count, 1, "the formula says %d", best)
	require.Equal(t, 14, s.Written)
	gain := expected(s.Tried[s.Best].Count) - expected(14)
	require.InDelta(t, gain, s.Gain.Value, 4*s.Gain.SE)
	require.Less(t, s.Gain.SE, s.Gain.Apart, "the same callers")

	// From wherever the search begins, and where it has to double its steps.
	for _, count := range []int{2, 40} {
		other, err := cheapest(t, strings.Replace(queue, "count: 14", fmt.Sprintf("count: %d", count), 1), "team")
		require.NoError(t, err)
		require.Equal(t, s.Tried[s.Best].Count, other.Tried[other.Best].Count, "from %d", count)
	}
}

func TestWhereNobodyIsWorthAnything(t *testing.T) {
	s, err := cheapest(t, strings.Replace(queue, "abandoned_call: 8", "abandoned_call: 0.01", 1), "", "horizon=10h")
	require.NoError(t, err)
	require.Equal(t, 1, s.Tried[s.Best].Count)
}

func TestTheCheapestSaysWhatItLacks(t *testing.T) {
	for text, want := range map[string]string{
		strings.Replace(queue, "prices:", "#", 1):                                                            "the scenario has no prices",
		strings.Replace(queue, "agent_hour: 30, ", "", 1):                                                    "agents cost nothing",
		strings.Replace(queue, "replications: 10", "replications: 1", 1):                                     "ask for more with --replications",
		strings.Replace(queue, "{name: team, count: 14}", "{name: team, count: 14}, {name: x, count: 2}", 1): "say of which group with --group: team, x",
	} {
		_, err := cheapest(t, text, "")
		require.ErrorContains(t, err, want)
	}
	_, err := cheapest(t, queue, "teem")
	require.ErrorContains(t, err, `did you mean "team"`)
}

func TestEveryOtherNumberIsToldApartOrSaidNotToBe(t *testing.T) {
	s := &Staffing{Group: "team"}
	for i, apart := range []bool{true, false, false, false, true} {
		s.Tried = append(s.Tried, Number{Count: 10 + i, Apart: apart})
	}
	s.Best = 2
	low, high := s.Same()
	require.Equal(t, [2]int{11, 13}, [2]int{low, high})
	require.Contains(t, s.Certainty(), "From 11 to 13 agents")
	s.Tried[1].Apart, s.Tried[3].Apart = true, true
	require.Contains(t, s.Certainty(), "Every other number")
}
