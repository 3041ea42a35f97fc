package detmath

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// The references work in 300 bits with the plainest series there are.
const precision = 300

func bigFloat(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func bigInt(n int64) *big.Float { return new(big.Float).SetPrec(precision).SetInt64(n) }

// bigAtanh sums x + x^3/3 + x^5/5 + ...
func bigAtanh(x *big.Float) *big.Float {
	sum, term := bigFloat(0), bigFloat(0).Set(x)
	square := bigFloat(0).Mul(x, x)
	for n := int64(1); term.Sign() != 0 && (sum.Sign() == 0 || term.MantExp(nil) > sum.MantExp(nil)-precision); n += 2 {
		sum.Add(sum, bigFloat(0).Quo(term, bigInt(n)))
		term.Mul(term, square)
	}
	return sum
}

func bigLn2() *big.Float {
	third := bigFloat(0).Quo(bigInt(1), bigInt(3))
	return third.Mul(bigInt(2), bigAtanh(third))
}

// bigLog takes ln(m 2^e) as e ln 2 + 2 atanh((m-1)/(m+1)) for m from 3/4 to 3/2.
func bigLog(x *big.Float) *big.Float {
	m := bigFloat(0)
	e := x.MantExp(m)
	if m.Cmp(bigFloat(0.75)) < 0 {
		m.Mul(m, bigInt(2))
		e--
	}
	s := bigFloat(0).Quo(bigFloat(0).Sub(m, bigInt(1)), bigFloat(0).Add(m, bigInt(1)))
	s = bigFloat(0).Mul(bigInt(2), bigAtanh(s))
	return s.Add(s, bigFloat(0).Mul(bigInt(int64(e)), bigLn2()))
}

// bigExp sums the series at x/2^40 and squares forty times.
func bigExp(x *big.Float) *big.Float {
	const halvings = 40
	small := bigFloat(0).SetMantExp(x, -halvings)
	sum, term := bigInt(1), bigInt(1)
	for n := int64(1); n < 30; n++ {
		term.Mul(term, small)
		term.Quo(term, bigInt(n))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// ulps gives the error of got in units in its last place.
func ulps(got float64, want *big.Float) float64 {
	near, _ := want.Float64()
	near = math.Abs(near)
	ulp := math.Nextafter(near, math.Inf(1)) - near
	diff := bigFloat(0).Sub(bigFloat(got), want)
	ratio, _ := diff.Quo(diff, bigFloat(ulp)).Float64()
	return math.Abs(ratio)
}

func TestLogTable(t *testing.T) {
	for i, row := range logTable {
		c := 1 + float64(i)/128
		require.Equal(t, 1/c, row.inv, "row %d", i)
		rest := bigFloat(0).Sub(bigLog(bigFloat(c)), bigFloat(row.hi))
		lo, _ := rest.Float64()
		require.Equal(t, lo, row.lo, "row %d", i)
		require.Zero(t, math.Mod(row.hi, 0x1p-42), "row %d: the first part has too many bits", i)
	}
	require.Equal(t, logRow{0.5, ln2Hi, ln2Lo}, logTable[128])
}

func TestExpTable(t *testing.T) {
	for j, row := range expTable {
		power := bigExp(bigFloat(0).Mul(bigLn2(), bigFloat(float64(j)/128)))
		hi, _ := power.Float64()
		require.Equal(t, hi, row.hi, "row %d", j)
		lo, _ := power.Sub(power, bigFloat(hi)).Float64()
		require.Equal(t, lo, row.lo, "row %d", j)
	}
	rest := bigFloat(0).Sub(bigFloat(0).Quo(bigLn2(), bigInt(128)), bigFloat(stepHi))
	lo, _ := rest.Float64()
	require.Equal(t, lo, stepLo)
	require.Zero(t, math.Mod(stepHi, 0x1p-42))
}

func TestLogAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	worst := 0.0
	try := func(x float64) { worst = max(worst, ulps(Log(x), bigLog(bigFloat(x)))) }
	for range 2000 {
		try(r.Float64())                                                     // a uniform draw
		try(1 + (r.Float64()-0.5)/16)                                        // next to the zero
		try(1 - math.Ldexp(r.Float64(), -r.IntN(50)))                        // ever closer to it
		try(math.Float64frombits(r.Uint64N(infBits-1) + 1))                  // any positive number
		try(math.Float64frombits(r.Uint64N(smallestBits-1) + 1))             // subnormal numbers
		try(1 + float64(r.IntN(128))/128 + 1.0/256 - float64(r.IntN(3))/1e9) // at a border of the table
	}
	require.Less(t, worst, 1.0)
	require.Greater(t, worst, 0.5, "no value was hard enough: the measure is wrong")
}

func TestExpAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	worst, worstSmall := 0.0, 0.0
	for range 3000 {
		for _, x := range []float64{709.7 * (2*r.Float64() - 1), 4 * (r.Float64() - 0.5), math.Ldexp(r.Float64(), -r.IntN(60))} {
			if e := ulps(Exp(x), bigExp(bigFloat(x))); x > -708 {
				worst = max(worst, e)
			}
		}
		x := -708 - 37*r.Float64()
		worstSmall = max(worstSmall, ulps(Exp(x), bigExp(bigFloat(x))))
	}
	require.Less(t, worst, 0.6)
	require.Less(t, worstSmall, 1.0)
}

func TestLog1pAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	worst := 0.0
	for range 3000 {
		for _, x := range []float64{r.Float64()*2 - 1, math.Ldexp(r.Float64()-0.5, -r.IntN(70)), math.Ldexp(r.Float64(), r.IntN(1000))} {
			worst = max(worst, ulps(Log1p(x), bigLog(bigFloat(0).Add(bigInt(1), bigFloat(x)))))
		}
	}
	require.Less(t, worst, 3.0)
}

func TestEdges(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	require.Equal(t, -inf, Log(0))
	require.Equal(t, 0.0, Log(1))
	require.Equal(t, inf, Log(inf))
	require.True(t, math.IsNaN(Log(-1)) && math.IsNaN(Log(nan)) && math.IsNaN(Log(-inf)))
	require.Equal(t, -inf, Log1p(-1))
	require.Equal(t, inf, Log1p(inf))
	require.Equal(t, 1e-300, Log1p(1e-300))
	require.True(t, math.IsNaN(Log1p(-2)) && math.IsNaN(Log1p(nan)))
	require.Equal(t, 1.0, Exp(0))
	require.Equal(t, inf, Exp(710))
	require.Equal(t, inf, Exp(inf))
	require.Equal(t, 0.0, Exp(-746))
	require.Equal(t, 0.0, Exp(-inf))
	require.Equal(t, math.SmallestNonzeroFloat64, Exp(-745))
	require.Less(t, Exp(expOverflow), inf)
	require.Greater(t, Exp(expOverflow), 0x1.fffffp1023)
	require.True(t, math.IsNaN(Exp(nan)))
	require.Equal(t, -inf, NormQuantile(0))
	require.Equal(t, inf, NormQuantile(1))
	require.True(t, math.IsNaN(NormQuantile(-0.1)) && math.IsNaN(NormQuantile(1.1)) && math.IsNaN(NormQuantile(nan)))
	require.Equal(t, 0.0, NormCDF(-inf))
	require.Equal(t, 1.0, NormCDF(inf))
	require.True(t, math.IsNaN(NormCDF(nan)))
	require.Equal(t, inf, Lgamma(0))
	require.Equal(t, inf, Lgamma(inf))
	require.True(t, math.IsNaN(Lgamma(-1)) && math.IsNaN(Lgamma(nan)))
	require.Equal(t, 0.0, GammaP(2, 0))
	require.Equal(t, 1.0, GammaQ(2, 0))
	require.Equal(t, 1.0, GammaP(2, inf))
	require.True(t, math.IsNaN(GammaP(0, 1)) && math.IsNaN(GammaQ(1, -1)) && math.IsNaN(GammaP(nan, 1)))
	require.True(t, math.IsNaN(LogGammaQuantile(0, 1)) && math.IsNaN(LogGammaQuantile(1, nan)))
	require.Equal(t, 0.0, StudentTQuantile(0.5, 3))
	require.Equal(t, -inf, StudentTQuantile(0, 3))
	require.Equal(t, inf, StudentTQuantile(1, 3))
	require.True(t, math.IsNaN(StudentTQuantile(0.9, 0)) && math.IsNaN(StudentTQuantile(1.5, 3)) && math.IsNaN(StudentTQuantile(nan, 3)))
}
