package detmath

import "math"

const (
	halfLog2Pi = 0.91893853320467274178
	root2Pi    = 2.50662827463100050242
	epsilon    = 0x1p-53
)

// Lgamma gives the natural logarithm of the gamma function for x > 0 with an
// error below 1e-14 or a relative error below 1e-15, whichever is more. It is
// +Inf at 0 and NaN for negative numbers, for which nobody here asks.
func Lgamma(x float64) float64 {
	switch {
	case x != x || x < 0:
		return math.NaN()
	case x == 0 || x > math.MaxFloat64:
		return math.Inf(1)
	}
	product := 1.0
	for ; x < stirlingFrom; x++ {
		product = float64(product * x)
	}
	return float64((x-0.5)*Log(x)) - x + halfLog2Pi + stirling(x) - Log(product)
}

// stirlingFrom is where the asymptotic series of stirling is exact enough.
const stirlingFrom = 10

// stirling gives ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi)/2) for x from
// stirlingFrom (Abramowitz and Stegun, Handbook of Mathematical Functions,
// 6.1.41).
func stirling(x float64) float64 {
	y := 1 / x
	y2 := float64(y * y)
	s := 1.0 / 156
	s = float64(s*y2) - 691.0/360360
	s = float64(s*y2) + 1.0/1188
	s = float64(s*y2) - 1.0/1680
	s = float64(s*y2) + 1.0/1260
	s = float64(s*y2) - 1.0/360
	s = float64(s*y2) + 1.0/12
	return float64(s * y)
}

// GammaP gives the regularized lower incomplete gamma function: the probability
// that a gamma variate with shape a and scale 1 is at most x, for a from 0.01
// to 1.1e6 and x >= 0, with a relative error below 1e-12. It is NaN outside.
func GammaP(a, x float64) float64 {
	p, _ := gammaPQ(a, x)
	return p
}

// GammaQ is 1 - GammaP(a, x) without the loss of digits where that is small.
func GammaQ(a, x float64) float64 {
	_, q := gammaPQ(a, x)
	return q
}

func gammaPQ(a, x float64) (p, q float64) {
	switch {
	case !(a > 0) || !(x >= 0):
		return math.NaN(), math.NaN()
	case x == 0:
		return 0, 1
	case x > math.MaxFloat64:
		return 1, 0
	}
	return gammaShares(a, x, gammaKernel(a, x, Log(x)))
}

// gammaShares gives both incomplete gamma functions from the kernel: the
// smaller one by the power series or by the continued fraction (Abramowitz and
// Stegun, 6.5.29 and 6.5.31).
func gammaShares(a, x, kernel float64) (p, q float64) {
	if x < a+1 {
		p = float64(kernel / a * gammaSeries(a, x))
		return p, 1 - p
	}
	q = float64(kernel * gammaFraction(a, x))
	return 1 - q, q
}

// GammaKernel gives x^a e^-x / Gamma(a) for x = exp(logx), with a relative
// error below 1e-12 where it is above 1e-100: it is the density of the logarithm
// of a gamma variate with shape a, and x times the density of the variate. The
// logarithm is asked for since x itself may be too small for a float64.
func GammaKernel(a, logx float64) float64 { return gammaKernel(a, Exp(logx), logx) }

// gammaKernel is GammaKernel where x is known. For a large shape the powers
// nearly cancel; they are then taken about x = a (C. Loader, Fast and accurate
// computation of binomial probabilities, 2000).
func gammaKernel(a, x, logx float64) float64 {
	if a < stirlingFrom {
		return Exp(float64(a*logx) - x - Lgamma(a))
	}
	u := (x - a) / a
	far := u - (logx - Log(a))
	if math.Abs(u) < 0.5 {
		far = lessLog1p(u)
	}
	return float64(math.Sqrt(a) / root2Pi * Exp(-float64(a*far)-stirling(a)))
}

// lessLog1p gives u - ln(1+u) for |u| < 1/2 with full relative precision: with
// s = u/(2+u), ln(1+u) is 2s + 2s^3/3 + 2s^5/5 + ..., and u - 2s is u s.
func lessLog1p(u float64) float64 {
	s := u / (2 + u)
	s2 := float64(s * s)
	power, sum := s2, 0.0
	for n := 3.0; power > sum*epsilon; n += 2 {
		sum += power / n
		power = float64(power * s2)
	}
	return float64(s * (u - float64(2*sum)))
}

// maxTerms bounds every series and fraction; the longest, for a shape of 1e6,
// takes some 10,000 terms.
const maxTerms = 200_000

// gammaSeries gives 1 + x/(a+1) + x^2/((a+1)(a+2)) + ...
func gammaSeries(a, x float64) float64 {
	sum, term := 1.0, 1.0
	for n := 1; n < maxTerms && term > sum*(epsilon/4); n++ {
		term = float64(term * (x / (a + float64(n))))
		sum += term
	}
	return sum
}

// gammaFraction gives 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...))) by the
// method of Lentz in the form of I. Thompson and A. Barnett (Journal of
// Computational Physics 64, 1986).
func gammaFraction(a, x float64) float64 {
	b := x + 1 - a
	c := 1 / tiny
	d := 1 / b
	h := d
	for i := 1.0; i < maxTerms; i++ {
		an := float64(i * (a - i))
		b += 2
		d = 1 / notZero(float64(an*d)+b)
		c = notZero(b + an/c)
		factor := float64(c * d)
		h = float64(h * factor)
		if math.Abs(factor-1) <= 2*epsilon {
			break
		}
	}
	return h
}

// tiny stands in for a denominator of zero in a continued fraction.
const tiny = 1e-300

func notZero(x float64) float64 {
	if math.Abs(x) < tiny {
		return tiny
	}
	return x
}
