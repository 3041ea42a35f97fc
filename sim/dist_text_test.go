package sim

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDistString(t *testing.T) {
	cases := []struct {
		d    Dist
		want string
	}{
		{must(Constant(25 * Second)), "constant value 25s"},
		{must(Constant(0)), "constant value 0s"},
		{must(Uniform(Second, 5*Second)), "uniform min 1s max 5s"},
		{must(Exponential(10 * Minute)), "exponential mean 10m"},
		{must(Erlang(3, 90*Second)), "erlang k 3 mean 1m30s"},
		{must(Gamma(Second, 400)), "gamma mean 1s shape 400"},
		{must(Lognormal(150*Second, 0.6)), "lognormal mean 2m30s cv 0.6"},
		{must(Lognormal(150*Second, 0.6)).Capped(10 * Minute), "lognormal mean 2m30s cv 0.6 cap 10m"},
		{must(Hyperexponential([]float64{0.25, 0.75}, []Time{Second, Hour + Second/2})), "hyperexponential probs 0.25,0.75 means 1s,1h0.5s"},
		{must(HyperexponentialCV(Hour, 2)), "hyperexponential mean 1h cv 2"},
		{must(Normal(3*Minute, Minute)), "normal mean 3m sd 1m"},
		{must(Triangular(Minute, 2*Minute, Hour)), "triangular min 1m mode 2m max 1h"},
		{must(Triangular(Minute, Minute, Minute)), "uniform min 1m max 1m"},
		{must(Weibull(Minute, 0.7)), "weibull mean 1m shape 0.7"},
		{must(LogLogistic(Minute, 2)), "loglogistic median 1m shape 2"},
		{must(Pareto(Minute, 2.5)), "pareto min 1m shape 2.5"},
		{must(Empirical([]Time{3 * Millisecond, 1500 * Nanosecond})), "empirical 2 values min 1.5us max 3ms"},
		{must(Constant(1_000_000_007)), "constant value 1.000000007s"},
	}
	for _, c := range cases {
		require.Equal(t, c.want, c.d.String())
	}
	require.Equal(t, "-1s", spell(-Second))
	require.Equal(t, "-2562047h47m16.854775807s", spell(math.MinInt64))
}

func TestInvalidLaws(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	bad := func(want string) func(Dist, error) {
		return func(d Dist, err error) {
			t.Helper()
			require.EqualError(t, err, "sim: "+want)
			require.True(t, d.IsZero())
		}
	}
	bad("value is -1s but must not be below 0s")(Constant(-Second))
	bad("value is 2562047h47m16.854775807s but must be at most 876600h (100 years)")(Constant(Forever))
	bad("min is -1ns but must not be below 0s")(Uniform(-1, Second))
	bad("max is -1s but must not be below 0s")(Uniform(0, -Second))
	bad("max 1s is below min 5s; exchange them")(Uniform(5*Second, Second))
	zero := "mean is 0s but must be above 0s; for a span that is always 0s use a constant"
	bad(zero)(Exponential(0))
	bad("mean is 876600h0.000000001s but must be at most 876600h (100 years)")(Exponential(MaxDraw + 1))
	bad(zero)(Erlang(2, 0))
	bad("k is 0 but must be from 1 to 1000000")(Erlang(0, Second))
	bad("k is 1000001 but must be from 1 to 1000000")(Erlang(1_000_001, Second))
	bad(zero)(Gamma(0, 1))
	bad("shape is 0 but must be from 0.01 to 1e+06")(Gamma(Second, 0))
	bad("shape is NaN but must be from 0.01 to 1e+06")(Gamma(Second, nan))
	bad(zero)(Lognormal(0, 1))
	bad("cv is -1 but must be from 0 to 1000")(Lognormal(Second, -1))
	bad("cv is +Inf but must be from 0 to 1000")(Lognormal(Second, inf))
	bad(zero)(HyperexponentialCV(0, 2))
	bad("cv is 0.5 but must be from 1 to 1000")(HyperexponentialCV(Second, 0.5))
	bad("the list of values is empty but must have at least one")(Hyperexponential(nil, nil))
	bad("there are 1 probabilities and 2 means; give one mean for each probability")(Hyperexponential([]float64{1}, []Time{1, 2}))
	bad("probability 1 is 0 but must be above 0 and at most 1")(Hyperexponential([]float64{0, 1}, []Time{1, 2}))
	bad("probability 2 is NaN but must be above 0 and at most 1")(Hyperexponential([]float64{1, nan}, []Time{1, 2}))
	bad("mean 2 is 0s but must be above 0s; for a span that is always 0s use a constant")(Hyperexponential([]float64{0.5, 0.5}, []Time{1, 0}))
	bad("the probabilities add up to 0.75 but must add up to 1")(Hyperexponential([]float64{0.5, 0.25}, []Time{1, 2}))
	bad(zero)(Normal(0, Second))
	bad("sd is 0s but must be above 0s; for a span that is always 0s use a constant")(Normal(Second, 0))
	bad("mode 3s must lie between min 1s and max 2s")(Triangular(Second, 3*Second, 2*Second))
	bad("min is -1s but must not be below 0s")(Triangular(-Second, 0, 2*Second))
	bad("shape is NaN but must be from 0.1 to 1000")(Weibull(Second, nan))
	bad("shape is 0.01 but must be from 0.1 to 1000")(LogLogistic(Second, 0.01))
	bad("median is 0s but must be above 0s; for a span that is always 0s use a constant")(LogLogistic(0, 2))
	bad("shape is 1 but must be above 1 and at most 1000 for a law with a mean; give the median instead")(LogLogisticMean(Second, 1))
	bad("min is 0s but must be above 0s; for a span that is always 0s use a constant")(Pareto(0, 2))
	bad("shape is 2000 but must be from 0.1 to 1000")(Pareto(Second, 2000))
	bad("the list of values is empty but must have at least one")(Empirical(nil))
	bad("value 2 is -1ns but must not be below 0s")(Empirical([]Time{1, -1}))
}
