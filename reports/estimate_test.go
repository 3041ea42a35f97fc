package reports

import (
	"math"
	"math/rand/v2"
	"testing"

	"ccsim/sim/detmath"

	"github.com/stretchr/testify/require"
)

// reps makes replications of one metric.
func reps(name string, values, weights []float64) (all []*Replication) {
	for i, v := range values {
		r := &Replication{Metrics: []Metric{{name, "all", ""}}, Values: []float64{v}}
		if weights != nil {
			r.Weights = []float64{weights[i]}
		}
		all = append(all, r)
	}
	return all
}

func TestARatioWeighsCallsNotRuns(t *testing.T) {
	r := Merge(reps("abandonment_rate", []float64{0.1, 0.5, math.NaN(), 0.3}, []float64{90, 10, 0, 100}))
	s, ok := r.Get("abandonment_rate", "all")
	require.True(t, ok)
	require.InDelta(t, 44.0/200, s.Mean, 1e-12, "44 of 200 calls, not the mean of 10, 50 and 30 %")
	require.Equal(t, 3, s.N)
	// The textbook form: (n-1)/n times the squares of the ratios without one of them.
	without := []float64{35.0 / 110, 39.0 / 190, 14.0 / 100}
	squares := 0.0
	for _, w := range without {
		squares += (w - average(without)) * (w - average(without))
	}
	require.InDelta(t, math.Sqrt(squares*2/3), s.SE, 1e-12)
	require.InDelta(t, s.SE*4.302652730, s.HalfWidth(0.95), 1e-9)
}

func TestEqualWeightsAreThePlainMean(t *testing.T) {
	values := []float64{0.2, 0.4, 0.1, 0.9}
	a := Merge(reps("x", values, nil)).Stats[0]
	b := Merge(reps("x", values, []float64{7, 7, 7, 7})).Stats[0]
	require.InDelta(t, a.Mean, b.Mean, 1e-12)
	require.InDelta(t, a.SE, b.SE, 1e-12)
	require.InDelta(t, a.SD/2, a.SE, 1e-12)
}

func TestOneRunHasNoInterval(t *testing.T) {
	s := Merge(reps("x", []float64{3}, []float64{5})).Stats[0]
	require.Equal(t, 3.0, s.Mean)
	require.True(t, math.IsNaN(s.HalfWidth(0.95)))
	none := Merge(reps("x", []float64{math.NaN()}, nil)).Stats[0]
	require.True(t, math.IsNaN(none.Mean))
	require.True(t, math.IsNaN(none.HalfWidth(0.95)))
}

func TestTheMedianHasAnIntervalWithoutALaw(t *testing.T) {
	// Ranks from printed tables of the sign test: n = 6: 1 and 6; 10: 2 and 9; 20: 6 and 15.
	for n, want := range map[int]int{5: 0, 6: 1, 8: 1, 9: 2, 10: 2, 20: 6, 25: 8, 100: 40} {
		require.Equal(t, want, medianRank(n, 0.025), "n = %d", n)
	}
	r := Merge(reps("wait_p90", []float64{9, 1, 3, 100, 5, 7}, nil))
	require.Equal(t, Median{6, 1, 100}, r.Median(0, 0.95))
	r = Merge(reps("wait_p90", []float64{9, 1, math.NaN()}, nil))
	m := r.Median(0, 0.95)
	require.Equal(t, 5.0, m.Value)
	require.True(t, math.IsNaN(m.Low))
	// It covers the median of a skew law at least as often as it says.
	rnd := rand.New(rand.NewPCG(3, 4))
	covered := 0
	const tries = 4000
	for range tries {
		var v []float64
		for range 15 {
			v = append(v, rnd.ExpFloat64())
		}
		if m := Merge(reps("wait_p90", v, nil)).Median(0, 0.95); m.Low <= math.Ln2 && math.Ln2 <= m.High {
			covered++
		}
	}
	require.Greater(t, float64(covered)/tries, 0.95)
	require.Less(t, float64(covered)/tries, 0.98, "and not much more: that would be wider than it must be")
}

func TestACountThatWasNeverSeenHasABound(t *testing.T) {
	zero := Merge(reps("losses.call", make([]float64, 20), nil)).Stats[0]
	require.InDelta(t, 0.15, zero.Upper(), 1e-12)
	for _, s := range []Stat{
		Merge(reps("losses.call", make([]float64, 1), nil)).Stats[0],
		Merge(reps("losses.call", []float64{0, 1}, nil)).Stats[0],
		Merge(reps("mean_wait", make([]float64, 20), nil)).Stats[0],
	} {
		require.True(t, math.IsNaN(s.Upper()), s.Name)
	}
	for n, want := range map[int]string{2: "1.5", 3: "1", 7: "0.43", 20: "0.15", 30: "0.1", 41: "0.074", 1000: "0.003"} {
		require.Equal(t, want, boundWords(3/float64(n)))
	}
	// A Poisson count with this mean is 0 in all 20 runs with 5 %.
	require.InDelta(t, 0.05, detmath.Exp(-20*zero.Upper()), 0.001)
}
