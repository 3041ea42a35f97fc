package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func failure(p PairID, mttf, mttr sim.Time, crews int) Failure {
	return Failure{Procs: []ProcID{pgProc(p, SideA), pgProc(p, SideB)}, MTTF: must(sim.Exponential(mttf)), MTTR: must(sim.Exponential(mttr)), Crews: crews}
}

func TestRandomFailuresOfBothSides(t *testing.T) {
	for crews, share := range map[int]float64{1: 2.0 / 3 * 0.5, 2: 0.25} {
		// With MTTF = MTTR both sides are down a quarter of the time with two crews; with
		// one crew the chain of states 0, 1 and 2 down has weights 1, 2 and 2.
		if crews == 1 {
			share = 2.0 / 5
		}
		cfg := ideal(lab(1, 0))
		cfg.Types[0].Rates = nil
		cfg.Horizon = 4000 * sim.Hour
		cfg.Timers.Restart = sim.Millisecond
		cfg.Failures = []Failure{failure(0, sim.Hour, sim.Hour, crews)}
		w, f := run(t, cfg, 1)
		both := sim.Time(0)
		for _, x := range f.all {
			if x.Kind == FactBothDown {
				both += sim.Time(x.Value)
			}
		}
		require.InDelta(t, share, both.Seconds()/cfg.Horizon.Seconds(), 0.03, "%d crews", crews)
		require.Greater(t, f.count(FactCrashed), 3000)
		require.Equal(t, uint32(1), f.first(FactCrashed).Cause, "the failure is a cause of its own")
		require.NoError(t, w.CheckAll())
	}
}

func TestAFailureDoesNotMoveTheCallersOrOtherFailures(t *testing.T) {
	cfg := lab(20, 300)
	cfg.Failures = []Failure{failure(0, 20*sim.Minute, sim.Minute, 2)}
	_, a := run(t, cfg, 5)
	again := *cfg
	_, b := run(t, at(&again, Lever{Verb: VerbMaintenance, Procs: []ProcID{pgB}, At: sim.Minute}), 5)
	require.Equal(t, a.first(FactOffered).T, b.first(FactOffered).T)
	require.Equal(t, a.count(FactOffered), b.count(FactOffered))
	require.Equal(t, firstCrash(a, pgA), firstCrash(b, pgA))
	require.Less(t, firstCrash(a, pgA), sim.Hour)
}

func firstCrash(f *facts, id ProcID) sim.Time {
	for _, x := range f.all {
		if x.Kind == FactCrashed && x.Subject == uint32(id) {
			return x.T
		}
	}
	return sim.Forever
}

func TestADrainEndsThoughCallersWaitForEver(t *testing.T) {
	cfg := ideal(lab(2, 60))
	cfg.End = EndDrain
	cfg.Types[0].Patience = sim.Dist{}
	cfg.Groups[0].Staff = []StaffStep{{0, 2}, {cfg.Horizon / 2, 0}}
	cfg.Failures = []Failure{failure(0, 4*sim.Minute, 20*sim.Second, 1)}
	w, _ := run(t, cfg, 1)
	require.Positive(t, w.census.inProgress(), "nobody is left to answer")
	require.Less(t, w.End(), cfg.Horizon+sim.Hour)
}
