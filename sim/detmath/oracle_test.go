package detmath

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// shapes are from far below one to far above.
var shapes = []float64{0.01, 0.05, 0.3, 0.5, 0.999, 1, 1.5, 2, 7.3, 9.99, 10, 10.01, 40, 400, 12345.6, 1e6}

func TestElementaryAgainstMath(t *testing.T) {
	for i := range 20_000 {
		x := float64(i)/100 - 100
		near(t, math.Exp(x), Exp(x), 4e-16, x)
		y := math.Exp(x)
		if x != 0 {
			near(t, math.Log(y), Log(y), 4e-16, y)
		}
		near(t, math.Log1p(y), Log1p(y), 8e-16, y)
		lg, _ := math.Lgamma(y)
		require.InDelta(t, lg, Lgamma(y), max(1e-14, 2e-15*math.Abs(lg)), "at %v", y)
	}
}

func TestGammaAgainstGonum(t *testing.T) {
	for _, a := range shapes {
		if a > 1000 {
			continue // gonum loses digits there
		}
		for _, z := range []float64{-4, -2, -0.5, 0, 0.5, 1, 2, 4} {
			x := max(a+z*math.Sqrt(a), a/10)
			near(t, mathext.GammaIncReg(a, x), GammaP(a, x), 1e-11, a, x)
			near(t, mathext.GammaIncRegComp(a, x), GammaQ(a, x), 1e-10, a, x)
		}
	}
}

func TestNormalAgainstGonum(t *testing.T) {
	for i := 1; i < 2000; i++ {
		p := float64(i) / 2000
		require.InDelta(t, distuv.UnitNormal.Quantile(p), NormQuantile(p), 1e-13, "at %v", p)
		z := float64(i)/100 - 10
		require.InDelta(t, distuv.UnitNormal.CDF(z), NormCDF(z), 1e-14, "at %v", z)
		require.InDelta(t, distuv.UnitNormal.Prob(z), NormDensity(z), 1e-14, "at %v", z)
	}
}

func TestStudentTAgainstGonum(t *testing.T) {
	for _, df := range []int{1, 2, 3, 4, 7, 20, 21, 60, 61, 200, 1000, 12_345} {
		law := distuv.StudentsT{Sigma: 1, Nu: float64(df)}
		for _, p := range []float64{0.001, 0.01, 0.2, 0.25, 0.26, 0.4, 0.51, 0.7, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9999} {
			x := StudentTQuantile(p, df)
			require.InEpsilon(t, p, law.CDF(x), 1e-8, "df %d at %v", df, p)
		}
	}
}

// The inverse functions are inverse, in the far tails too, where no table is.
func TestNormalRoundTrip(t *testing.T) {
	for i := -3700; i <= 0; i++ {
		z := float64(i) / 100
		near(t, z, NormQuantile(NormCDF(z)), 2e-14, z)
	}
}

func TestLogGammaQuantileRoundTrip(t *testing.T) {
	for _, a := range shapes {
		for z := -30.0; z <= 30; z += 0.25 {
			logX := LogGammaQuantile(a, z)
			x := Exp(logX)
			if x < 1e-290 {
				want := Exp(float64(a*logX) - Lgamma(a+1)) // all that is left of the series
				near(t, NormCDF(z), want, 1e-10, a, z)
				continue
			}
			// A rounding of ln x changes the probability by this share of it.
			tail := min(GammaP(a, x), GammaQ(a, x))
			bound := 1e-12 + 1e-15*max(1, math.Abs(logX))*GammaKernel(a, logX)/tail
			if z <= 0 {
				near(t, NormCDF(z), GammaP(a, x), bound, a, z)
			} else {
				near(t, NormCDF(-z), GammaQ(a, x), bound, a, z)
			}
		}
	}
}

func TestStudentTLimits(t *testing.T) {
	for _, p := range []float64{1e-300, 1e-15, 0.01, 0.3, 0.4999, 0.6, 0.975, 1 - 1e-12} {
		// Two degrees of freedom have a closed form.
		alpha := 4 * p * (1 - p)
		near(t, 2*(p-0.5)*math.Sqrt(2/alpha), StudentTQuantile(p, 2), 1e-12, p)
		near(t, math.Tan(math.Pi*(max(p, 1e-15)-0.5)), StudentTQuantile(max(p, 1e-15), 1), 0.2, p)
		// The expansion for many degrees joins the fraction for fewer.
		near(t, StudentTQuantile(p, manyDegrees), StudentTQuantile(p, manyDegrees+1), 1e-9, p)
		// With ever more degrees the quantile becomes the normal one.
		near(t, NormQuantile(p), StudentTQuantile(p, math.MaxInt32), 2e-7, p)
	}
	for df := 1; df < 3000; df++ {
		require.Less(t, StudentTQuantile(0.975, df+1), StudentTQuantile(0.975, df))
	}
}
