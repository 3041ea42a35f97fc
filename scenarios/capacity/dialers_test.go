package capacity

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

// For ten free ports of the IVR ten lines ring, for two of the other Dialer two: so many
// ports are needed, and one less is always missing.
const twoDialers = `apiVersion: ccsim/v1
name: dial
horizon: 30m
warmup: 5m
center:
  preset: lab
  agents: [{name: agents, count: 1}]
  mr_pgs: [{name: mr-pg-1}]
  dialers: [{name: dialer-1, pg: agent-pg-1, mr_pg: mr-pg-1, ports: 4}, {name: dialer-2, pg: agent-pg-1, mr_pg: mr-pg-1}, {name: dialer-3, pg: agent-pg-1}]
  campaigns:
    - {name: reminders, mode: ivr-progressive, dialer: dialer-1, ports: 10, records: 20000, outcome: {live: 0%, no_answer: 100%}, ring: {dist: uniform, min: 10s, max: 20s}, message: 25s}
    - {name: surveys, mode: ivr-progressive, dialer: dialer-2, ports: 2, records: 20000, outcome: {live: 0%, no_answer: 100%}, ring: {dist: uniform, min: 10s, max: 20s}, message: 25s}
`

func TestPortsOfEachDialer(t *testing.T) {
	s := study(t, twoDialers, "dialer-ports", Usual["dialer-ports"])
	c, err := s.Run(context.Background(), "")
	require.NoError(t, err)
	needs := c.Conditions[0].Needs
	require.Len(t, needs, 2, "the third Dialer dials nobody")
	for i, want := range []int{10, 2} {
		n := &needs[i]
		require.Equal(t, want, n.Count, n.Group)
		require.Equal(t, want-1, n.Low, n.Group)
		require.Equal(t, want, n.ByAgents, n.Group)
		require.InEpsilon(t, want, n.Load, 0.02, "so many lines ring all the time")
	}
	require.Equal(t, "dialer-2", needs[1].Group)
}

// A target may ask for customers instead: half the lines reach half of them.
func TestPortsForSoManyDials(t *testing.T) {
	s := study(t, twoDialers, "dialer-ports", "dials_h(reminders)>=1150")
	c, err := s.Run(context.Background(), "")
	require.NoError(t, err)
	require.Equal(t, 5, c.Conditions[0].Needs[0].Count, "five lines of 15 s dial 1200 an hour")
}
