package fit

import (
	"math"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// draws are n spans of a law of the simulator, in milliseconds.
func draws(t *testing.T, d sim.Dist, err error, purpose sim.Purpose, n int) []int64 {
	t.Helper()
	require.NoError(t, err)
	s := sim.NewStream(5, 0, purpose)
	all := make([]int64, n)
	for i := range all {
		all[i] = int64(d.Sample(s, uint64(i), 0) / sim.Millisecond)
	}
	return all
}

// Every family finds the parameters of its own draws, and is the best of all.
func TestLawsAreRecovered(t *testing.T) {
	exponential, e1 := sim.Exponential(90 * sim.Second)
	lognormal, e2 := sim.Lognormal(180*sim.Second, 0.7)
	gamma, e3 := sim.Gamma(120*sim.Second, 2.5)
	weibull, e4 := sim.Weibull(60*sim.Second, 2)
	loglogistic, e5 := sim.LogLogistic(100*sim.Second, 3)
	hyper, e6 := sim.HyperexponentialCV(100*sim.Second, 2)
	for i, c := range []struct {
		name   string
		law    sim.Dist
		err    error
		params []float64
	}{
		{"exponential", exponential, e1, []float64{90}},
		{"lognormal", lognormal, e2, []float64{180 / math.Sqrt(1.49), math.Sqrt(math.Log(1.49))}},
		{"gamma", gamma, e3, []float64{120, 2.5}},
		{"weibull", weibull, e4, []float64{60 / math.Gamma(1.5), 2}},
		{"loglogistic", loglogistic, e5, []float64{100, 3}},
		{"hyperexponential", hyper, e6, []float64{100, 3}},
	} {
		s := newSample(draws(t, c.law, c.err, sim.Purpose(i), 20_000), nil)
		laws := s.laws(true)
		// An exponential law is a gamma, a Weibull and a hyperexponential one, too.
		if c.name != "exponential" {
			require.Equal(t, c.name, laws[0].Family)
		}
		for _, l := range laws {
			if l.Family != c.name {
				continue
			}
			require.InDeltaSlice(t, c.params, l.params, 0.1*c.params[0], c.name)
			for j := range c.params {
				require.InEpsilon(t, c.params[j], l.params[j], 0.1, "%s parameter %d", c.name, j)
			}
			require.Less(t, l.Distance, 0.015, c.name)
			require.InEpsilon(t, l.Mean, s.mean(), 0.05)
		}
		require.Greater(t, laws[0].P, 0.01, "the test of fit refuses the true law %s", c.name)
	}
}

// The test of fit refuses a wrong law.
func TestGoodnessOfFitRefuses(t *testing.T) {
	d, err := sim.Uniform(60*sim.Second, 120*sim.Second)
	s := newSample(draws(t, d, err, 20, 5000), nil)
	_, p := goodness(&families[0], s.few(testSize, drawValue))
	require.LessOrEqual(t, p, 0.02)
}

// The remission times of 21 leukemia patients (Freireich and others, 1963; Kalbfleisch
// and Prentice, The Statistical Analysis of Failure Time Data) with their published
// survival curve.
func TestKaplanMeierOfATextbook(t *testing.T) {
	ended := []int64{6, 6, 6, 7, 10, 13, 16, 22, 23}
	cut := []int64{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}
	for i := range ended {
		ended[i] *= 1000
	}
	for i := range cut {
		cut[i] *= 1000
	}
	s := newSample(ended, cut)
	want := []step{{6, 0.857, 0.0764, 21}, {7, 0.807, 0.0869, 17}, {10, 0.753, 0.0963, 15}, {13, 0.690, 0.1068, 12}, {16, 0.627, 0.1141, 11}, {22, 0.538, 0.1282, 7}, {23, 0.448, 0.1346, 6}}
	got := s.kaplanMeier()
	require.Len(t, got, len(want))
	for i := range want {
		require.InDelta(t, want[i].x, got[i].x, 1e-9)
		require.InDelta(t, want[i].s, got[i].s, 0.0006)
		require.InDelta(t, want[i].se, got[i].se, 0.0006)
		require.InDelta(t, want[i].left, got[i].left, 1e-9)
	}
	// The exponential estimate is time over remissions: 359 / 9 weeks.
	p, _, ok := s.estimate(&families[0], exactly)
	require.True(t, ok)
	require.InEpsilon(t, 359.0/9, p[0], 1e-5)
}

// Callers who were answered would have waited longer: a fit that takes their wait as
// the end of their patience, or leaves them out, finds a third of it.
func TestPatienceKnowsThatAnswersCutItShort(t *testing.T) {
	for i, c := range []struct {
		family string
		law    func() (sim.Dist, error)
		mean   float64
	}{
		{"exponential", func() (sim.Dist, error) { return sim.Exponential(100 * sim.Second) }, 100},
		{"weibull", func() (sim.Dist, error) { return sim.Weibull(100*sim.Second, 1.6) }, 100},
	} {
		law, err := c.law()
		patience := draws(t, law, err, sim.Purpose(30+2*i), 20_000)
		answer, err := sim.Exponential(50 * sim.Second)
		offered := draws(t, answer, err, sim.Purpose(31+2*i), 20_000)
		var left, cut []int64
		for j := range patience {
			if patience[j] < offered[j] {
				left = append(left, patience[j])
			} else {
				cut = append(cut, offered[j])
			}
		}
		p := patienceOf(left, cut)
		require.NotNil(t, p)
		require.Equal(t, len(cut), p.Answered)
		for _, l := range p.Laws {
			if l.Family == c.family {
				require.InEpsilon(t, c.mean, l.Mean, 0.04, l.Text)
				require.Less(t, l.Distance, 0.02)
				require.LessOrEqual(t, l.AIC-p.Laws[0].AIC, 2.5)
			}
		}
		require.InEpsilon(t, law.Quantile(0.5).Seconds(), p.Median, 0.05)
		require.Less(t, p.Mean, 60.0, "the naive mean, which must not be taken for patience")
	}
}

func TestValuesAreKeptWithFourDigits(t *testing.T) {
	require.Equal(t, int64(9_999), coarse(9_999))
	require.Equal(t, int64(12_350), coarse(12_345))
	require.Equal(t, int64(1_234_000), coarse(1_234_499))
	require.Equal(t, "0.00123", digits3(0.0012345))
	require.Equal(t, "185", digits3(184.99))
	require.Equal(t, "12300", digits3(12345))
	require.Equal(t, "0", digits3(math.NaN()))
}
