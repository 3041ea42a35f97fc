package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// A message between PG and Router goes over the path of the PG's active side, which is
// on its own site while the Router there serves, and across the sites while it does not.
func TestOnlyPathsAcrossTheSitesTakeTheLongWay(t *testing.T) {
	cfg := lab(3, 6)
	cfg.Latency.Cross = 50 * sim.Millisecond
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	seen := [2]int{}
	for i, l := range cfg.Links() {
		if l.Kind != LinkPublic {
			continue
		}
		across := l.Side != l.Router
		want := cfg.Latency.Public
		if across {
			want = cfg.Latency.Cross
			seen[1]++
		}
		seen[0]++
		require.Equal(t, want, w.top.latency[i], cfg.LinkName(LinkID(i)))
	}
	require.Equal(t, [2]int{4, 2}, seen, "a PG with two sides has four links to the Routers, two of them across")
	pg := named(cfg, "agent-pg-1/A").Pair()
	require.Equal(t, cfg.Latency.Public, w.pathLatency(pg, fromRouter))
	crash := Lever{Verb: VerbCrash, Procs: []ProcID{named(cfg, "router/A")}, At: sim.Minute, Stay: true}
	w, err = New(at(cfg, crash), 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(2*sim.Minute))
	require.Equal(t, cfg.Latency.Cross, w.pathLatency(pg, fromRouter))
}
