package detmath

import "math"

// LogGammaQuantile gives the natural logarithm of the value that a gamma variate
// with shape a and scale 1 exceeds with the same probability as a standard
// normal variate exceeds z; for a from 0.01 to 1e6 and |z| up to 37, with an
// error below 1e-12 times the larger of 1 and 1/a. The logarithm is given since
// the value itself is too small for a float64 where a is small.
//
// The logarithm of either incomplete gamma function is concave in ln x, so that
// Newton's method on it converges from every start, from one side after the
// first step.
func LogGammaQuantile(a, z float64) float64 {
	if !(a > 0) || z != z {
		return math.NaN()
	}
	lower := z <= 0
	target := Log(NormCDF(-math.Abs(z)))
	l := firstLogGamma(a, z, target)
	for range maxNewton {
		x := Exp(l)
		kernel := gammaKernel(a, x, l)
		p, q := gammaShares(a, x, kernel)
		var step float64
		if lower {
			step = float64((target - Log(p)) * (p / kernel))
		} else {
			step = float64((Log(q) - target) * (q / kernel))
		}
		l += step
		if math.Abs(step) <= 4*epsilon*max(1, math.Abs(l)) {
			break
		}
	}
	return l
}

// maxNewton bounds Newton's method, which takes fewer than ten steps from the
// starts chosen here unless rounding keeps it from settling.
const maxNewton = 40

// firstLogGamma gives a start. For shapes from 1 it is the cube of E. B. Wilson
// and M. M. Hilferty (The distribution of chi-square, PNAS 17, 1931), within
// bounds: P(a,x) <= x^a/Gamma(a+1) for the lower side, and for the upper side
// the tail bound of B. Laurent and P. Massart (Annals of Statistics 28, 2000,
// lemma 1). For smaller shapes it is the bound.
func firstLogGamma(a, z, target float64) float64 {
	bound := (target + Lgamma(a+1)) / a
	if z > 0 {
		bound = Log(a + math.Sqrt(float64(float64(2*a)*-target)) - target)
	}
	cube := 1 - 1/(9*a) + z/(3*math.Sqrt(a))
	switch {
	case a < 1 || cube <= 0:
		return bound
	case z > 0:
		return min(bound, Log(a)+float64(3*Log(cube)))
	}
	return max(bound, Log(a)+float64(3*Log(cube)))
}
