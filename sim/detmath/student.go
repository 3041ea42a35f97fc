package detmath

import "math"

// StudentTQuantile gives the value below which a share p of Student's t
// distribution with df degrees of freedom lies, with a relative error below
// 1e-10. It is -Inf at p = 0, +Inf at p = 1, and NaN for other p outside of
// (0, 1) and for df below 1.
//
// The logarithms of P(|T| > t) and of P(|T| < t) are concave in ln t, so that
// Newton's method on the smaller of the two converges from every start.
func StudentTQuantile(p float64, df int) float64 {
	switch {
	case !(p >= 0 && p <= 1) || df < 1:
		return math.NaN()
	case p == 0.5:
		return 0
	case p == 0 || p == 1:
		return math.Inf(int(2*p) - 1)
	case p > 0.5:
		return absStudent(1-p, p-0.5, df)
	}
	return -absStudent(p, 0.5-p, df)
}

// absStudent gives t > 0 with a share tail above t and a share half between 0
// and t. The two add up to 1/2, each with its own full precision.
func absStudent(tail, half float64, df int) float64 {
	if df > manyDegrees {
		return nearNormal(NormQuantile(tail), float64(df))
	}
	s := newStudent(float64(df))
	inTail := tail < 0.25
	target := Log(float64(2 * min(tail, half)))
	l := Log(-NormQuantile(min(tail, 0.49)))
	if !inTail {
		l = Log(float64(root2Pi * half))
	}
	for range maxNewton {
		area, slope := s.area(l, inTail)
		step := float64((Log(area) - target) * (area / slope))
		if !inTail {
			step = -step
		}
		l += step
		if math.Abs(step) <= 4*epsilon*max(1, math.Abs(l)) {
			break
		}
	}
	return Exp(l)
}

// manyDegrees is where the expansion about the normal distribution is exact.
const manyDegrees = 1_000_000

// nearNormal gives the deviate of Student's t that belongs to the deviate z < 0
// of the normal distribution, without its sign (Abramowitz and Stegun, Handbook
// of Mathematical Functions, 26.7.5, two terms).
func nearNormal(z, df float64) float64 {
	z2 := float64(z * z)
	g1 := float64((z2 + 1) / 4)
	g2 := (float64((float64(5*z2)+16)*z2) + 3) / 96
	return -float64(z * (1 + (g1+g2/df)/df))
}

// student holds what does not depend on t.
type student struct {
	a       float64 // half the degrees of freedom
	logDF   float64
	logBeta float64 // ln B(a, 1/2)
}

func newStudent(df float64) student {
	a := df / 2
	return student{a: a, logDF: Log(df), logBeta: halfLogPi - logGammaRatio(a)}
}

const halfLogPi = 0.57236494292470008707

// logGammaRatio gives ln Gamma(a+1/2) - ln Gamma(a) without the loss of digits
// of the difference.
func logGammaRatio(a float64) float64 {
	shift := 1.0
	for ; a < stirlingFrom; a++ {
		shift = float64(shift * (a / (a + 0.5)))
	}
	return Log(shift) + float64(a*Log1p(0.5/a)) - 0.5 + float64(0.5*Log(a)) + stirling(a+0.5) - stirling(a)
}

// area gives P(|T| > t) or P(|T| < t) for ln t = l, and the size of its
// derivative with respect to l. With x = df/(df+t^2) and y = 1-x the first is
// the incomplete beta function I_x(df/2, 1/2), the second I_y(1/2, df/2)
// (Abramowitz and Stegun, 26.7.1).
func (s student) area(l float64, inTail bool) (area, slope float64) {
	logW := float64(2*l) - s.logDF
	x, y, logX, logY := 0.0, 1.0, -logW, 0.0
	if logW < 600 {
		w := Exp(logW)
		logX = -Log1p(w)
		logY = logW + logX
		x, y = 1/(1+w), w/(1+w)
	}
	front := Exp(float64(s.a*logX) + float64(0.5*logY) - s.logBeta)
	tailFirst := x < (s.a+1)/(s.a+2.5)
	if tailFirst {
		area = float64(front / s.a * betaFraction(s.a, 0.5, x))
	} else {
		area = float64(2 * float64(front*betaFraction(0.5, s.a, y)))
	}
	if tailFirst != inTail {
		area = 1 - area
	}
	return area, float64(2 * front)
}

// betaFraction gives the continued fraction of the incomplete beta function
// (Abramowitz and Stegun, 26.5.8) by the method of Lentz, two terms in a turn.
func betaFraction(a, b, x float64) float64 {
	c := 1.0
	d := 1 / notZero(1-float64((a+b)*x)/(a+1))
	h := d
	for m := 1.0; m < maxTerms; m++ {
		m2 := float64(2 * m)
		even := float64(float64(m*(b-m))*x) / float64((a+m2-1)*(a+m2))
		odd := -float64(float64((a+m)*(a+b+m))*x) / float64((a+m2)*(a+m2+1))
		d = 1 / notZero(1+float64(even*d))
		c = notZero(1 + even/c)
		h = float64(h * float64(c*d))
		d = 1 / notZero(1+float64(odd*d))
		c = notZero(1 + odd/c)
		factor := float64(c * d)
		h = float64(h * factor)
		if math.Abs(factor-1) <= 2*epsilon {
			break
		}
	}
	return h
}
