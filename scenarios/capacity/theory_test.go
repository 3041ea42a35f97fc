package capacity

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// What the formulas are told of an interval is the mean over all of its calls.
func TestTheFormulasKnowEveryTypeOfCalls(t *testing.T) {
	s := study(t, `apiVersion: ccsim/v1
name: two-types
horizon: 2h
center:
  preset: ideal
  skill_groups: [{name: sales}]
  agents: [{name: team, count: 20, skills: [sales]}]
workload:
  calls:
    - {type: short, route: sales, arrivals: {rate: 100/h}, talk: {dist: constant, value: 100s}, patience: {dist: exponential, mean: 60s}}
    - {type: long, route: sales, arrivals: {rate: 50/h}, talk: {dist: constant, value: 190s}, patience: {dist: exponential, mean: 120s}}
`, "agents", "80% in 20s")
	cfg := s.Plain.Config
	all := pools(cfg)
	require.Len(t, all, 1)
	is := trafficOf(cfg, &all[0], 0, sim.Hour, 2*sim.Hour)
	require.InDelta(t, 150.0/3600, is.rate, 1e-12)
	require.InDelta(t, (100.0*100+50*190)/150, is.handle, 1e-9)
	require.InDelta(t, 150/(100.0/60+50.0/120), is.patience, 1e-9, "those who leave add up")
	require.InDelta(t, (100.0*100+50*190)/3600, is.load(), 1e-9)
}
