package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// holding is a center in which each call is held once for ten seconds.
func holding() *Config {
	cfg := ideal(lab(20, 100))
	cfg.Horizon, cfg.End = sim.Hour, EndDrain
	cfg.Groups[0].Pending = PendingHabit{}
	typ := &cfg.Types[0]
	typ.Talk, typ.Hold, typ.HoldTime = must(sim.Constant(400*sim.Second)), 1, must(sim.Constant(10*sim.Second))
	return cfg
}

func (f *facts) timeIn(s AgentState, from sim.Time) (n, total sim.Time) {
	for _, x := range f.all {
		if x.Kind == FactAgentTime && UnpackAgent(x.Aux).True == s && x.T-sim.Time(x.Value) >= from {
			n, total = n+1, total+sim.Time(x.Value)
		}
	}
	return n, total
}

func TestAHoldIsRetrieved(t *testing.T) {
	w, f := run(t, holding(), 1)
	n, total := f.timeIn(AgentHold, 0)
	require.InDelta(t, w.census.Offered, int64(n), 0.1*float64(w.census.Offered), "a call is held unless the talk is nearly over")
	require.Less(t, total, n*10*sim.Second+1)
	require.Greater(t, total, n*9*sim.Second)
}

func TestNobodyHoldsWithoutADesktop(t *testing.T) {
	cfg := holding()
	links := linksOf(cfg, func(l Link) bool { return l.Kind == LinkDesktop })
	cfg.Levers = []Lever{{Verb: VerbCut, Links: links, At: half, Undo: -1}}
	_, f := run(t, cfg, 1)
	n, _ := f.timeIn(AgentHold, 0)
	require.Positive(t, n)
	n, _ = f.timeIn(AgentHold, half+cfg.Timers.CTIHeartbeat*sim.Time(cfg.Timers.CTIMisses))
	require.Zero(t, n)
}
