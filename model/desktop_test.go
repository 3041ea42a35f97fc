package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// sessions counts the agents of a PG with a session at the desktop, and all.
func sessions(w *World, pg PairID) (with, all int) {
	for _, a := range w.top.members[pg] {
		all++
		if w.records[a].Session {
			with++
		}
	}
	return with, all
}

// The desktops of a Finesse server that died stay where they went: the death of the
// other one takes them all.
func TestDesktopsStayWithTheServerThatTookThem(t *testing.T) {
	cfg := reference()
	first, second := crash(cfg, "finesse-1/A")[0], crash(cfg, "finesse-1/B")[0]
	first.Stay = true
	second.At += 10 * sim.Minute
	w, err := New(at(cfg, first, second), 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(first.At+sim.Second))
	pg := named(cfg, "agent-pg-1/A").Pair()
	with, all := sessions(w, pg)
	require.Greater(t, with, all/4, "about half of them were with the other server")
	require.Less(t, with, all*3/4)
	require.NoError(t, w.RunUntil(second.At-1))
	with, _ = sessions(w, pg)
	require.Equal(t, all, with, "all have found a server")
	require.NoError(t, w.RunUntil(second.At+sim.Second))
	with, _ = sessions(w, pg)
	require.Zero(t, with)
}
