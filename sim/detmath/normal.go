package detmath

import "math"

// Coefficients of the rational functions of algorithm AS 241, routine PPND16
// (M. J. Wichura, The percentage points of the normal distribution, Applied
// Statistics 37, 1988), lowest power first.
var (
	centerNum = [8]float64{
		3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
		4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
	}
	centerDen = [8]float64{
		1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
		2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
	}
	tailNum = [8]float64{
		1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
		1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
	}
	tailDen = [8]float64{
		1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
		1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
	}
	farNum = [8]float64{
		6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
		2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
	}
	farDen = [8]float64{
		1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
		7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
	}
)

// NormQuantile gives the standard normal deviate below which a share p lies,
// with a relative error below 1e-15. It is -Inf at 0, +Inf at 1 and NaN outside.
func NormQuantile(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		return float64(q * (poly7(r, &centerNum) / poly7(r, &centerDen)))
	}
	tail := p
	if q > 0 {
		tail = 1 - p
	}
	var z float64
	switch {
	case tail == 0:
		z = math.Inf(1)
	case tail > 0:
		z = tailDeviate(math.Sqrt(-Log(tail)))
	default:
		return math.NaN()
	}
	if q < 0 {
		return -z
	}
	return z
}

// tailDeviate gives the deviate above which a share exp(-r*r) lies.
func tailDeviate(r float64) float64 {
	if r <= 5 {
		return poly7(r-1.6, &tailNum) / poly7(r-1.6, &tailDen)
	}
	return poly7(r-5, &farNum) / poly7(r-5, &farDen)
}

// poly7 gives c[0] + c[1] x + ... + c[7] x^7, in pairs so that a processor can
// work on several at once.
func poly7(x float64, c *[8]float64) float64 {
	x2 := float64(x * x)
	x4 := float64(x2 * x2)
	low := c[0] + float64(c[1]*x) + float64(x2*(c[2]+float64(c[3]*x)))
	high := c[4] + float64(c[5]*x) + float64(x2*(c[6]+float64(c[7]*x)))
	return low + float64(x4*high)
}

// NormCDF gives the probability that a standard normal deviate is at most z,
// with a relative error below 1e-13 for z down to -37. It is half the upper
// incomplete gamma function with parameter 1/2 at z*z/2 (M. Abramowitz and I.
// Stegun, Handbook of Mathematical Functions, 26.4.19 with one degree of
// freedom).
func NormCDF(z float64) float64 {
	tail := float64(0.5 * GammaQ(0.5, float64(float64(0.5*z)*z)))
	if z > 0 {
		return 1 - tail
	}
	return tail
}

// NormDensity gives the standard normal density at z, with a relative error
// below 1e-13 for z up to 37 in size.
func NormDensity(z float64) float64 {
	return Exp(-float64(float64(0.5*z)*z)) / root2Pi
}
