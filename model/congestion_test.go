package model

import (
	"testing"

	"ccsim/sim"
	"ccsim/sim/detmath"

	"github.com/stretchr/testify/require"
)

// busy is a center under congestion control whose rate of calls changes in steps.
func busy(capacity float64, rates ...float64) *Config {
	cfg := lab(40, 1)
	cfg.Congestion = Congestion{Capacity: capacity, Treatment: TreatRelease}
	cfg.Types[0].Rates = nil
	cfg.Types[0].Transfer = 0.2
	cfg.Types[0].Talk = must(sim.Exponential(5 * sim.Second))
	cfg.Types[0].Patience = must(sim.Exponential(20 * sim.Second))
	cfg.Ring = must(sim.Uniform(sim.Second, 13*sim.Second))
	for i, r := range rates {
		cfg.Types[0].Rates = append(cfg.Types[0].Rates, RateStep{From: sim.Time(i) * 3 * sim.Minute, PerSecond: r})
	}
	cfg.Horizon = sim.Time(len(rates)) * 3 * sim.Minute
	return cfg
}

// levelChange is a change of the congestion level.
type levelChange struct {
	at    sim.Time
	level int
}

// expected works out the level second by second from what was asked of the
// Router, the plain way.
func expected(f *facts, capacity float64, until sim.Time) (all []levelChange) {
	counts := make([]int, until/sim.Second+1)
	for _, x := range f.all {
		switch x.Kind {
		case FactOffered, FactTransferred, FactRONA:
			counts[x.T/sim.Second]++
		}
	}
	weight := 1 - detmath.Exp(-1.0/30)
	average, level := 0.0, 0
	for s, n := range counts[:len(counts)-1] {
		average += float64(weight * (float64(n) - average))
		was := level
		switch load := average / capacity; {
		case load >= 1.5:
			level = 3
		case load >= 1.3:
			level = max(level, 2)
		case load >= 1.1:
			level = max(level, 1)
		}
		if level == was && was > 0 && average/capacity < []float64{0, 0.9, 1, 1}[was] {
			level--
		}
		if level != was {
			all = append(all, levelChange{sim.Time(s+1) * sim.Second, level})
		}
	}
	return all
}

func TestCongestionLevelsFollowTheWeightedAverage(t *testing.T) {
	highest := 0
	for seed := range uint64(20) {
		cfg := busy(4, 2, 4.2, 5, 5.8, 9, 3, 0.2, 6, 1)
		_, f := run(t, cfg, seed)
		var got []levelChange
		var spent sim.Time
		for _, x := range f.all {
			switch x.Kind {
			case FactCongested, FactCongestionLevel, FactRelieved:
				got = append(got, levelChange{x.T, int(x.Aux)})
				highest = max(highest, int(x.Aux))
			case FactCongestionTime:
				spent += sim.Time(x.Value)
			}
		}
		want := expected(f, 4, cfg.Horizon)
		require.Equal(t, want, got, "seed %d", seed)
		var congested sim.Time
		for i, c := range want {
			if c.level > 0 {
				end := cfg.Horizon
				if i+1 < len(want) {
					end = want[i+1].at
				}
				congested += end - c.at
			}
		}
		require.InDelta(t, congested.Seconds(), spent.Seconds(), 1, "seed %d", seed)
	}
	require.Equal(t, 3, highest)
}

func TestCongestionRejectsEachTenthAndEachThird(t *testing.T) {
	w, err := New(busy(4, 1), 1, 0)
	require.NoError(t, err)
	for level, want := range []int{0, 100, 300, 300} {
		w.congestion = CongestionRow{Level: int32(level), Average: 4, Planned: sim.Forever}
		w.congestion.Share = w.rejectShare(int32(level))
		rejected, gap, widest := 0, 0, 0
		for range 1000 {
			w.congestion.Average = 0 // far from a change
			w.routeRequest(false)    // a transfer counts and is never rejected
			gap++
			if !w.routeRequest(true) {
				rejected, widest, gap = rejected+1, max(widest, gap), 0
			}
		}
		require.Equal(t, want, rejected, "level %d", level)
		if level == 1 {
			require.Equal(t, 10, widest)
		}
	}
	for load, share := range map[float64]int32{1.2: 300_000, 1.5: 300_000, 2: 650_000, 2.5: million, 4: million} {
		w.congestion.Average = 4 * load
		require.Equal(t, share, w.rejectShare(3), "load %g", load)
	}
}

func TestCongestionControlCostsNothingFarBelow(t *testing.T) {
	free := busy(0, 2, 1)
	_, f := run(t, free, 3)
	w, g := run(t, busy(1000, 2, 1), 3)
	require.Equal(t, f.all, g.all)
	v, _ := run(t, busy(0, 2, 1), 3)
	require.Equal(t, v.Kernel().Fingerprint(), w.Kernel().Fingerprint(), "not one event more")
}

func TestCongestionRefusesTheActiveSideOnly(t *testing.T) {
	for _, s := range []Side{SideA, SideB} {
		cfg := at(busy(2, 4), Lever{Verb: VerbMaintenance, Procs: []ProcID{pgProc(0, s)}, At: 2 * sim.Minute})
		_, f := run(t, cfg, 1)
		refused := f.first(FactMaintRejected)
		if s == SideB {
			require.Nil(t, refused, "an idle side has nothing to migrate")
			require.NotNil(t, f.first(FactStopped))
			continue
		}
		require.NotNil(t, refused)
		require.Equal(t, RefusalCongestion, Refusal(refused.Aux))
	}
}

func TestTreatmentOfTheRoutingClientWins(t *testing.T) {
	cfg := busy(1, 4)
	cfg.CVPs = []Node{{Name: "cvp-a", Ports: None}, {Name: "cvp-b", Ports: None}}
	cfg.VRUPGs = []VRUPG{
		{Name: "vru-1", InService: true, CVPs: []int{0}, Treatment: TreatDialogFail},
		{Name: "vru-2", InService: true, CVPs: []int{1}},
	}
	_, f := run(t, cfg, 1)
	seen := map[Treatment]int{}
	for _, x := range f.all {
		if x.Kind == FactTreated {
			seen[Treatment(x.Aux)]++
		}
	}
	require.Len(t, seen, 2)
	require.Positive(t, seen[TreatDialogFail])
	require.Positive(t, seen[TreatRelease])
	require.Equal(t, f.count(FactRejected), f.count(FactTreated))
}
