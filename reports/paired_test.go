package reports

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPairsCancelWhatBothHave(t *testing.T) {
	plain := Merge(reps("mean_wait", []float64{10, 20, 30, 40}, nil))
	other := Merge(reps("mean_wait", []float64{11, 22, 31, 42}, nil))
	d := Differences(plain, []*Result{other})[0][0]
	require.Equal(t, 10.0+15, d.Base)
	require.InDelta(t, 1.5, d.Value, 1e-12)
	require.InDelta(t, math.Sqrt(1.0/3)/2, d.SE, 1e-12, "differences 1, 2, 1, 2")
	require.InDelta(t, 3.182446305*d.SE, d.HalfWidth(0.95), 1e-8)
	require.InDelta(t, math.Hypot(plain.Stats[0].SE, other.Stats[0].SE), d.Apart, 1e-12)
	require.InDelta(t, 2.446911851*d.Apart, d.Independent(0.95), 1e-8)
	require.Greater(t, d.Reduction(), 500.0)
	require.True(t, d.Sure())
	require.InDelta(t, 0.0137, d.P, 1e-3, "t = 5.196 with three degrees of freedom")
	require.Equal(t, d.P, d.Holm, "one comparison needs no correction")
}

func TestPairsOfRatiosWeighCalls(t *testing.T) {
	plain := Merge(reps("abandonment_rate", []float64{0.1, 0.5, 0.2}, []float64{90, 10, 50}))
	other := Merge(reps("abandonment_rate", []float64{0.2, 0.6, 0.3}, []float64{90, 10, 50}))
	d := Differences(plain, []*Result{other})[0][0]
	require.InDelta(t, 0.1, d.Value, 1e-12)
	require.InDelta(t, 0, d.SE, 1e-12, "the same in every run")
}

func TestAPairNeedsBoth(t *testing.T) {
	plain := Merge(reps("mean_wait", []float64{1, math.NaN(), 5}, nil))
	other := Merge(reps("mean_wait", []float64{2, 7, math.NaN()}, nil))
	d := Differences(plain, []*Result{other})[0][0]
	require.Equal(t, 1, d.N)
	require.Equal(t, 1.0, d.Value, "of the one run that both have")
	require.True(t, math.IsNaN(d.HalfWidth(0.95)))
	require.False(t, d.Sure())
	other = Merge(reps("mean_queue", []float64{2, 7, 3}, nil))
	require.Empty(t, Differences(plain, []*Result{other})[0])
}

func TestWhatIsAlwaysTheSameIsSure(t *testing.T) {
	plain := Merge(reps("agents.signed_out", []float64{0, 0}, nil))
	d := Differences(plain, []*Result{Merge(reps("agents.signed_out", []float64{12, 12}, nil)), plain})
	require.True(t, d[0][0].Sure())
	require.False(t, d[1][0].Sure())
	require.True(t, math.IsNaN(d[0][0].Reduction()))
}

func TestHolm(t *testing.T) {
	var family []*Difference
	for _, p := range []float64{0.04, 0.01, math.NaN(), 0.03, 0.5} {
		family = append(family, &Difference{P: p, Holm: missing})
	}
	holm(family)
	for i, want := range []float64{0.09, 0.04, math.NaN(), 0.09, 0.5} {
		if math.IsNaN(want) {
			require.True(t, math.IsNaN(family[i].Holm))
			continue
		}
		require.InDelta(t, want, family[i].Holm, 1e-12, "number %d", i)
	}
}
