package scenarios

import (
	"context"
	"flag"
	"math"
	"testing"

	"ccsim/scenarios/erlang"

	"github.com/stretchr/testify/require"
)

var macros = flag.Int("macros", 200, "macro-replications of the coverage test")

// An hour of a queue that starts empty: its means are known exactly.
const coverage = `apiVersion: ccsim/v1
name: coverage
horizon: 1h
replications: 20
center: {preset: ideal, agents: [{name: team, count: 3}]}
workload: {calls: [{type: a, arrivals: {rate: 90/h}, talk: {dist: exponential, mean: 2m}, patience: {dist: exponential, mean: 2m}}]}
`

// Of a thousand 95 % intervals (make coverage), each of 20 replications with a
// seed of its own, between 92.9 and 97.1 % cover the true value: a plain mean over
// time, a count, and a ratio by the jackknife. Fewer have a wider margin.
func TestIntervalsCoverWhatTheySay(t *testing.T) {
	exact := erlang.Queue{Rate: 90.0 / 3600, Handle: 120, Patience: 120, Agents: 3}.FromEmpty(3600)
	truth := map[string]float64{
		"mean_queue": exact.Queue, "mean_busy_agents": exact.Busy, "calls.abandoned": exact.Abandoned,
		"abandonment_rate": exact.Abandoned / exact.Offered,
	}
	_, c, err := compileText(t, coverage, nil)
	require.NoError(t, err)
	covered, below := map[string]int{}, map[string]int{}
	for seed := range *macros {
		c.Seed = uint64(seed)
		out, err := c.Run(context.Background(), RunOptions{})
		require.NoError(t, err)
		for name, want := range truth {
			s, ok := out.Plain.Get(name, "all")
			require.True(t, ok)
			switch half := s.HalfWidth(0.95); {
			case math.Abs(s.Mean-want) <= half:
				covered[name]++
			case s.Mean < want:
				below[name]++
			}
		}
	}
	n := float64(*macros)
	slack := 3 * math.Sqrt(0.95*0.05/n)
	if *macros >= 1000 {
		slack = 0.021
	}
	for name := range truth {
		share := float64(covered[name]) / n
		t.Logf("%-18s exact %.6g: %.1f %% of %d intervals cover it, %.1f %% lie below and %.1f %% above", name, truth[name], 100*share, *macros,
			100*float64(below[name])/n, 100*(1-share-float64(below[name])/n))
		require.InDelta(t, 0.95, share, slack, name) // three standard errors of a share of 95 %
	}
}
