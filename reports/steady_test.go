package reports

import (
	"math"
	"math/rand/v2"
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// series is a run whose waits begin at a level and settle about a mean of 10,
// each hanging together with the one before.
func series(seed uint64, n int, start, decay float64) *LongRun {
	rnd := rand.New(rand.NewPCG(seed, 5))
	s := NewLongRun(Options{Levels: []sim.Time{10 * sim.Second}})
	x := 0.0
	for i := range n {
		x = 0.8*x + rnd.NormFloat64()
		wait := 10 + x + start*math.Exp(-float64(i)/decay)
		s.Record(sim.Fact{T: sim.Time(i) * sim.Second, Kind: model.FactAnswered, Value: int64(max(wait, 0) * 1e9), Aux: model.CallAux{Waited: true}.Pack()})
	}
	return s
}

func TestTheWarmUpIsFound(t *testing.T) {
	for seed := range uint64(20) {
		s := series(seed, 20_000, 200, 300).Analyze()
		require.Empty(t, s.Trouble)
		// After six times 300 calls the start is less than half a unit away.
		require.Greater(t, s.Dropped, 900)
		require.Less(t, s.Dropped, 6000)
		require.Equal(t, sim.Time(s.Dropped-1)*sim.Second, s.Until)
	}
	quiet := series(1, 20_000, 0, 1).Analyze()
	require.Less(t, quiet.Dropped, 4000, "there was none")
}

func TestBatchMeansCoverTheMean(t *testing.T) {
	covered := 0
	const tries = 400
	for seed := range uint64(tries) {
		s := series(seed, 8_000, 100, 100).Analyze()
		v := s.Values[0]
		require.Equal(t, "mean_wait", v.Name)
		if math.Abs(v.Mean-10) <= v.Half {
			covered++
		}
	}
	require.InDelta(t, 0.95, float64(covered)/tries, 0.035, "plain standard errors would cover some 50 %")
}

func TestASeriesThatHasNotSettledIsDoubtful(t *testing.T) {
	require.Contains(t, series(1, 20_000, 300, 20_000).Analyze().Trouble, "no end of the warm-up")
	require.Contains(t, series(1, 250, 0, 1).Analyze().Trouble, "fewer than 30 batches of 10")
	require.Contains(t, NewLongRun(Options{}).Analyze().Trouble, "too short")
	s := NewLongRun(Options{})
	for i := range 6000 { // long waves
		s.Record(sim.Fact{Kind: model.FactAnswered, Value: int64((2 + math.Sin(float64(i)/400)) * 1e9)})
	}
	require.Contains(t, s.Analyze().Trouble, "hang together")
}

func TestASeriesCountsWhatTheFoldCounts(t *testing.T) {
	s := NewLongRun(Options{Levels: []sim.Time{20 * sim.Second}})
	s.Record(sim.Fact{Kind: model.FactOffered})
	s.Record(sim.Fact{Kind: model.FactAnswered, Value: int64(sim.Second), Aux: model.CallAux{Early: true}.Pack()})
	for i := range 600 {
		k := model.FactAnswered
		if i%3 == 0 {
			k = model.FactAbandoned
		}
		s.Record(sim.Fact{Kind: k, Value: int64(sim.Time(10+20*(i%2)) * sim.Second), Aux: model.CallAux{Waited: i%2 == 1}.Pack()})
	}
	out := s.Analyze()
	require.Equal(t, 600, out.Calls, "calls before the warm-up of the scenario do not count")
	want := map[string]float64{"mean_wait": 20, "p_wait": 0.5, "abandonment_rate": 1.0 / 3, "service_level_20s": 1.0 / 3}
	for _, v := range out.Values {
		require.InDelta(t, want[v.Name], v.Mean, 0.02, v.Name)
	}
}
