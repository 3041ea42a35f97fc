package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// disagreement names the first view of an agent that differs from the PG's
// row, or nothing.
func (w *World) disagreement(a AgentID) string {
	rec := &w.records[a]
	switch {
	case rec.State == AgentLogout:
		return ""
	case w.replica(a) != rec.State:
		return "standby side"
	case w.desktop(a) != rec.State:
		return "desktop"
	case (rec.Router.Available || rec.Router.Shut) != (rec.State == AgentAvailable):
		return "Router"
	}
	return ""
}

func TestViewsAgreeAgainWhenEverythingIsQuiet(t *testing.T) {
	checked := 0
	for seed := range uint64(trials) {
		d := newDice(seed + 2_000_000)
		cfg := d.world()
		d.schedule(t, cfg, seed)
		cfg.End = EndStop
		// No calls in the last minutes, so that nothing is under way.
		cfg.Types[0].Rates = append(cfg.Types[0].Rates, RateStep{From: cfg.Horizon})
		cfg.Horizon += 20 * sim.Minute
		w, _ := run(t, cfg, seed)
		for a := range w.agents {
			pair := &w.pairs[w.top.pair[a]]
			if pair.Disturbed || pair.Simplex || !pair.PathOpen || pair.Unheard || w.records[a].History[0].At > cfg.Horizon-sim.Second {
				continue
			}
			require.Empty(t, w.disagreement(AgentID(a)), "seed %d, agent %d, %v", seed, a, w.records[a].State)
			checked++
		}
	}
	require.Greater(t, checked, 10*trials/4)
}
