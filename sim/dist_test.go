package sim

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// oracle is what gonum knows of a law, in seconds.
type oracle interface {
	CDF(float64) float64
	Mean() float64
	Variance() float64
}

func must(d Dist, err error) Dist {
	if err != nil {
		panic(err)
	}
	return d
}

func gammaOracle(mean, shape float64) oracle { return distuv.Gamma{Alpha: shape, Beta: shape / mean} }

func lognormalOracle(mean, cv float64) oracle {
	s2 := math.Log1p(cv * cv)
	return distuv.LogNormal{Mu: math.Log(mean) - s2/2, Sigma: math.Sqrt(s2)}
}

// mixture is the oracle of hyperexponential laws.
type mixture struct{ probs, means []float64 }

func (m mixture) CDF(x float64) float64 {
	sum := 0.0
	for i, p := range m.probs {
		sum += p * distuv.Exponential{Rate: 1 / m.means[i]}.CDF(x)
	}
	return sum
}

func (m mixture) Mean() float64 {
	return m.probs[0]*m.means[0] + m.probs[1]*m.means[1]
}

func (m mixture) Variance() float64 {
	return 2*m.probs[0]*m.means[0]*m.means[0] + 2*m.probs[1]*m.means[1]*m.means[1] - m.Mean()*m.Mean()
}

// truncated is the oracle of a normal law without what lies below zero.
type truncated struct{ mean, sd float64 }

func (n truncated) full() distuv.Normal { return distuv.Normal{Mu: n.mean, Sigma: n.sd} }

func (n truncated) CDF(x float64) float64 {
	zero := n.full().CDF(0)
	return (n.full().CDF(x) - zero) / (1 - zero)
}

func (n truncated) hazard() float64 { return n.full().Prob(0) * n.sd / (1 - n.full().CDF(0)) }

func (n truncated) Mean() float64 { return n.mean + n.sd*n.hazard() }

func (n truncated) Variance() float64 {
	h := n.hazard()
	return n.sd * n.sd * (1 - n.mean/n.sd*h - h*h)
}

// odds is the oracle of a law whose logarithm is logistic.
type odds struct{ median, shape float64 }

func (o odds) CDF(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return distuv.Logistic{Mu: math.Log(o.median), S: 1 / o.shape}.CDF(math.Log(x))
}

func (o odds) moment(k float64) float64 {
	b := k * math.Pi / o.shape
	return math.Pow(o.median, k) * b / math.Sin(b)
}

func (o odds) Mean() float64     { return o.moment(1) }
func (o odds) Variance() float64 { return o.moment(2) - o.moment(1)*o.moment(1) }

// continuous pairs the laws that have a density with their oracles.
var continuous = []struct {
	d Dist
	o oracle
}{
	{must(Uniform(Second, 5*Second)), distuv.Uniform{Min: 1, Max: 5}},
	{must(Exponential(150 * Second)), distuv.Exponential{Rate: 1.0 / 150}},
	{must(Erlang(1, 90*Second)), distuv.Exponential{Rate: 1.0 / 90}},
	{must(Erlang(3, 90*Second)), gammaOracle(90, 3)},
	{must(Gamma(100*Second, 0.1)), gammaOracle(100, 0.1)},
	{must(Gamma(100*Second, 0.4)), gammaOracle(100, 0.4)},
	{must(Gamma(100*Second, 2.5)), gammaOracle(100, 2.5)},
	{must(Gamma(100*Second, 11)), gammaOracle(100, 11)},
	{must(Gamma(Second, 400)), gammaOracle(1, 400)},
	{must(Lognormal(150*Second, 0.6)), lognormalOracle(150, 0.6)},
	{must(Lognormal(150*Second, 3)), lognormalOracle(150, 3)},
	{must(Hyperexponential([]float64{0.9, 0.1}, []Time{30 * Second, 600 * Second})), mixture{[]float64{0.9, 0.1}, []float64{30, 600}}},
	{must(Normal(180*Second, 60*Second)), truncated{180, 60}},
	{must(Normal(30*Second, 60*Second)), truncated{30, 60}},
	{must(Normal(180*Second, Second)), truncated{180, 1}},
	{must(Triangular(Minute, 2*Minute, 5*Minute)), distuv.NewTriangle(60, 300, 120, nil)},
	{must(Triangular(0, 0, 5*Minute)), distuv.NewTriangle(0, 300, 0, nil)},
	{must(Triangular(Minute, 5*Minute, 5*Minute)), distuv.NewTriangle(60, 300, 300, nil)},
	{must(Weibull(150*Second, 0.6)), distuv.Weibull{K: 0.6, Lambda: 150 / math.Gamma(1+1/0.6)}},
	{must(Weibull(150*Second, 1)), distuv.Exponential{Rate: 1.0 / 150}},
	{must(Weibull(150*Second, 4)), distuv.Weibull{K: 4, Lambda: 150 / math.Gamma(1.25)}},
	{must(LogLogistic(90*Second, 4.5)), odds{90, 4.5}},
	{must(LogLogistic(90*Second, 9)), odds{90, 9}},
	{must(Pareto(30*Second, 4.5)), distuv.Pareto{Xm: 30, Alpha: 4.5}},
	{must(Pareto(30*Second, 20)), distuv.Pareto{Xm: 30, Alpha: 20}},
	// cv 3: p = (1 ± sqrt(8/10))/2, and each branch has half of the mean.
	{must(HyperexponentialCV(100*Second, 3)), mixture{
		[]float64{(1 + math.Sqrt(0.8)) / 2, (1 - math.Sqrt(0.8)) / 2},
		[]float64{100 / (1 + math.Sqrt(0.8)), 100 / (1 - math.Sqrt(0.8))},
	}},
}

// The distribution function of gonum at our quantile is the share asked for,
// relative to the nearer tail, as far as one nanosecond allows.
func TestQuantilesAgainstGonum(t *testing.T) {
	for _, c := range continuous {
		for _, u := range []float64{1e-4, 1e-3, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1 - 1e-4} {
			q := c.d.Quantile(u)
			below := c.o.CDF((float64(q) - 1) / 1e9)
			above := c.o.CDF((float64(q) + 1) / 1e9)
			slack := 1e-7 * min(u, 1-u)
			require.True(t, below <= u+slack && u <= above+slack, "%v at %v: %v gives %v to %v", c.d, u, q, below, above)
		}
	}
}

func TestMomentsAgainstGonum(t *testing.T) {
	for _, c := range continuous {
		require.InDelta(t, c.o.Mean(), c.d.Mean().Seconds(), 1e-9, "%v", c.d)
		require.InEpsilon(t, c.o.Variance(), c.d.Variance(), 1e-9, "%v", c.d)
	}
}

// Samples have the mean and the distribution function of the law:
// the mean within five of its deviations, the function by the test of Kolmogorov
// and Smirnov at a level of 1e-6.
func TestSamplesAgainstGonum(t *testing.T) {
	const n = 40_000
	for i, c := range continuous {
		s := NewStream(7, 1, Purpose(i))
		x := make([]float64, n)
		sum := 0.0
		for j := range x {
			x[j] = c.d.Sample(s, uint64(j), 0).Seconds()
			sum += x[j]
		}
		mean := sum / n
		require.InDelta(t, c.o.Mean(), mean, 5*math.Sqrt(c.o.Variance()/n), "%v", c.d)
		slices.Sort(x)
		distance := 0.0
		for j, v := range x {
			// A variate stands for the nanosecond around it.
			distance = max(distance, c.o.CDF(v-0.5e-9)-float64(j)/n, float64(j+1)/n-c.o.CDF(v+0.5e-9))
		}
		require.Less(t, distance, 2.69/math.Sqrt(n), "%v", c.d)
	}
}

// The table of a gamma law gives the quantile that solving gives.
func TestGammaTable(t *testing.T) {
	for _, shape := range []float64{minShape, 0.1, 0.5, 1, 2.5, 30, 400, 1e4, maxShape} {
		d := must(Gamma(Hour, shape))
		for _, u := range []float64{minUniform, 1e-12, 1e-5, 0.003, 0.111, 0.35, 0.5, 0.77, 0.977, 1 - 1e-7, 1 - 1e-13, maxUniform} {
			want := solveGamma(Hour, shape, u)
			require.InDelta(t, want, float64(d.Quantile(u)), 0.51+1e-9*want, "shape %v at %v", shape, u)
		}
	}
}

// One draw number gives one variate, and a larger uniform number no smaller one.
func TestQuantileIsMonotone(t *testing.T) {
	laws := []Dist{must(Empirical([]Time{3 * Second, Second, 2 * Second})), must(Constant(Second))}
	for _, c := range continuous {
		laws = append(laws, c.d, c.d.Capped(c.d.Mean()))
	}
	for _, d := range laws {
		last := Time(0)
		for i := range 20_001 {
			q := d.Quantile(float64(i) / 20_000)
			require.GreaterOrEqual(t, q, last, "%v at %v", d, i)
			last = q
		}
		s := NewStream(1, 2, 3)
		for e := range uint64(100) {
			require.Equal(t, d.Quantile(s.Uniform(e, 5)), d.Sample(s, e, 5))
		}
	}
}

// At the borders between pieces of an inversion neighbors of u do not turn round.
func TestQuantileIsMonotoneNextToBorders(t *testing.T) {
	laws := []Dist{must(Lognormal(Day, 0.6)), must(Gamma(Day, 0.3)), must(Gamma(Day, 2.5)), must(HyperexponentialCV(Day, 4)),
		must(Normal(Day, Day)), must(Triangular(0, Day, 2*Day)), must(Weibull(Day, 0.6)), must(LogLogistic(Day, 2)), must(Pareto(Day, 3))}
	for _, d := range laws {
		for _, border := range []float64{0.075, 0.925, 0.5, math.Exp(-25)} {
			last := Time(0)
			for i := -500; i <= 500; i++ {
				q := d.Quantile(border * (1 + float64(i)*1e-11))
				require.GreaterOrEqual(t, q, last, "%v next to %v", d, border)
				last = q
			}
		}
	}
}

func TestCapped(t *testing.T) {
	s := NewStream(3, 3, 3)
	laws := []Dist{must(Constant(90 * Second)), must(Empirical([]Time{20 * Second, 80 * Second, 500 * Second}))}
	for _, c := range continuous {
		laws = append(laws, c.d)
	}
	for _, d := range laws {
		for _, limit := range []Time{0, d.Quantile(0.2), d.Mean(), d.Quantile(0.95), d.Quantile(0.95) + 1, Hour, MaxDraw} {
			c := d.Capped(limit)
			const n = 4000
			sum, squares := 0.0, 0.0
			for i := range n {
				// The middles of n equal shares stand for the law.
				u := (float64(i) + 0.5) / n
				require.Equal(t, min(d.Quantile(u), limit), c.Quantile(u), "%v", c)
				require.Equal(t, min(d.Sample(s, uint64(i), 0), limit), c.Sample(s, uint64(i), 0))
				x := c.Quantile(u).Seconds()
				sum += x
				squares += x * x
			}
			mean := sum / n
			if limit <= d.Quantile(0.951) {
				require.InDelta(t, mean, c.Mean().Seconds(), 1e-8+0.002*mean, "%v", c)
				require.InDelta(t, squares/n-mean*mean, c.Variance(), 1e-8+0.01*mean*mean, "%v", c)
			}
			require.Equal(t, c, c.Capped(limit+1), "a looser cap changes nothing")
		}
		require.Equal(t, Time(0), d.Capped(-Second).Quantile(1))
		require.Zero(t, d.Capped(-Second).Mean())
	}
	require.True(t, Dist{}.Capped(Second).IsZero())
}

func TestZeroDist(t *testing.T) {
	var d Dist
	require.True(t, d.IsZero())
	require.Zero(t, d.Sample(NewStream(1, 1, 1), 1, 1))
	require.Zero(t, d.Quantile(0.5))
	require.Zero(t, d.Mean())
	require.Zero(t, d.Variance())
	require.Equal(t, "none", d.String())
	require.False(t, must(Constant(0)).IsZero())
}

// No parameters within the ranges lead beyond the range of a draw.
func TestDrawsSaturate(t *testing.T) {
	ones := make([]Time, 3)
	laws := []Dist{
		must(Constant(MaxDraw)), must(Uniform(0, MaxDraw)), must(Exponential(MaxDraw)), must(Exponential(1)),
		must(Gamma(MaxDraw, minShape)), must(Gamma(MaxDraw, maxShape)), must(Gamma(1, minShape)), must(Erlang(maxShape, 1)),
		must(Lognormal(MaxDraw, maxCV)), must(Lognormal(1, maxCV)), must(Lognormal(MaxDraw, 0)),
		must(HyperexponentialCV(MaxDraw, maxCV)), must(HyperexponentialCV(1, 1)), must(Empirical(ones)),
		must(Hyperexponential([]float64{1e-12, 1 - 1e-12}, []Time{MaxDraw, 1})),
	}
	for _, d := range laws {
		for _, u := range []float64{-1, 0, 1e-300, minUniform, 0.001, 0.5, 0.999, maxUniform, 1, 2, math.NaN(), math.Inf(1)} {
			q := d.Quantile(u)
			require.True(t, q >= 0 && q <= MaxDraw, "%v at %v: %d", d, u, q)
		}
		require.False(t, math.IsNaN(d.Variance()) || math.IsInf(d.Variance(), 0), "%v", d)
		require.LessOrEqual(t, d.Quantile(0), d.Quantile(1))
	}
	require.Equal(t, MaxDraw, must(Exponential(MaxDraw)).Quantile(1))
	require.Equal(t, 150*Second, must(Lognormal(150*Second, 0)).Quantile(0.3))
}

// With probability 1e-12 the long branch decides beyond the short one's tail.
func TestHyperexponentialOfExtremes(t *testing.T) {
	d := must(Hyperexponential([]float64{1e-12, 1 - 1e-12}, []Time{Hour, Second}))
	for _, tail := range []float64{0.5, 1e-3, 1e-9, 1e-11, 1.1e-12, 0.9e-12, 1e-14, minUniform} {
		x := d.Quantile(1 - tail).Seconds()
		u := 1 - tail // what is left of the tail in a float64
		require.InEpsilon(t, 1-u, 1e-12*math.Exp(-x/3600)+(1-1e-12)*math.Exp(-x), 1e-6, "at %v", tail)
	}
}

func TestEmpirical(t *testing.T) {
	values := []Time{5 * Second, Second, Second, 9 * Second}
	d := must(Empirical(values))
	values[0] = Hour
	require.Equal(t, 4*Second, d.Mean())
	require.InDelta(t, 11.0, d.Variance(), 1e-12) // (1+9+9+25)/4
	require.Equal(t, []Time{Second, Second, 5 * Second, 9 * Second},
		[]Time{d.Quantile(0), d.Quantile(0.49), d.Quantile(0.5), d.Quantile(1)})
	counts := map[Time]int{}
	s := NewStream(1, 1, 1)
	for i := range uint64(40_000) {
		counts[d.Sample(s, i, 0)]++
	}
	require.Len(t, counts, 3)
	require.InDelta(t, 20_000, counts[Second], 500)
	require.InDelta(t, 10_000, counts[9*Second], 430)
}

func TestSampleDoesNotAllocate(t *testing.T) {
	s := NewStream(1, 1, 1)
	for _, d := range families() {
		n := uint32(0)
		require.Zero(t, testing.AllocsPerRun(1000, func() { d.Sample(s, 1, n); n++ }), "%v", d)
	}
}

// Laws without a mean have one as soon as they are capped.
func TestTailsWithoutMoments(t *testing.T) {
	for _, d := range []Dist{must(LogLogistic(Minute, 0.8)), must(LogLogistic(Minute, 1)), must(Pareto(Minute, 1)), must(Pareto(Minute, 0.5))} {
		require.Equal(t, MaxDraw, d.Mean(), "%v", d)
		require.True(t, math.IsInf(d.Variance(), 1), "%v", d)
		c := d.Capped(10 * Minute)
		const n = 200_000
		sum, squares := 0.0, 0.0
		for i := range n {
			x := c.Quantile((float64(i) + 0.5) / n).Seconds()
			sum += x / n
			squares += x * x / n
		}
		require.InEpsilon(t, sum, c.Mean().Seconds(), 1e-5, "%v", c)
		require.InEpsilon(t, squares-sum*sum, c.Variance(), 1e-4, "%v", c)
	}
	require.True(t, math.IsInf(must(Pareto(Minute, 2)).Variance(), 1))
	require.Equal(t, 2*Minute, must(Pareto(Minute, 2)).Mean())
}

// The tails that make these laws what they are: how often patience exceeds ten
// times its median.
func TestTails(t *testing.T) {
	for _, c := range []struct {
		d    Dist
		u, x float64
	}{
		{must(LogLogistic(Minute, 2)), 1 - 1.0/101, 600},
		{must(Pareto(Minute, 2)), 0.99, 600},
		{must(Weibull(Minute, 1)), 1 - math.Exp(-10), 600},
		{must(Normal(Minute, Minute)), 1 - 0.02275013194817921/0.8413447460685429, 180},
	} {
		require.InEpsilon(t, c.x, c.d.Quantile(c.u).Seconds(), 1e-9, "%v", c.d)
	}
	mean := must(LogLogisticMean(100*Second, 2.5))
	require.InDelta(t, 100, mean.Mean().Seconds(), 1e-7)
}
