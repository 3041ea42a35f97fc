package sim

import (
	"math"

	"ccsim/sim/detmath"
)

type normal struct {
	mean, sd   float64
	above      float64 // the share of the untruncated law above zero
	start      float64 // the deviate of zero
	text       string
	atStart    float64 // normal density at start
	truncMean  float64
	truncCurve float64 // variance
}

// Normal gives spans of a normal law of which the values below zero are left
// out. The mean, above 0, and the standard deviation, above 0, are those of the law
// before that; Mean and Variance are those of what is left. Up to a deviation of a
// third of the mean the two do not differ by more than 0.2 %.
func Normal(mean, sd Time) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if err := checkMean("sd", sd); err != nil {
		return invalid(err)
	}
	l := &normal{mean: float64(mean), sd: float64(sd), text: "normal mean " + spell(mean) + " sd " + spell(sd)}
	l.start = -(l.mean / l.sd)
	l.above = detmath.NormCDF(-l.start)
	l.atStart = detmath.NormDensity(l.start)
	hazard := l.atStart / l.above
	l.truncMean = l.mean + float64(l.sd*hazard)
	l.truncCurve = float64(float64(l.sd*l.sd) * (1 + float64(l.start*hazard) - float64(hazard*hazard)))
	return newDist(l), nil
}

// quantile works from the nearer end, so that no digits are lost at either.
func (l *normal) quantile(u float64) float64 {
	upper := float64((1 - u) * l.above)
	if upper <= 0.5 {
		return l.mean - float64(l.sd*detmath.NormQuantile(upper))
	}
	lower := detmath.NormCDF(l.start) + float64(u*l.above)
	return l.mean + float64(l.sd*detmath.NormQuantile(lower))
}

func (l *normal) moments() (mean, variance float64) { return l.truncMean, l.truncCurve }

// below integrates 1, x and x*x over the deviates from the one of zero to z.
func (l *normal) below(c float64) (p, m1, m2 float64) {
	z := (c - l.mean) / l.sd
	p = (detmath.NormCDF(z) - detmath.NormCDF(l.start)) / l.above
	density := detmath.NormDensity(z)
	first := (l.atStart - density) / l.above
	second := p + (float64(l.start*l.atStart)-float64(z*density))/l.above
	m1 = float64(l.mean*p) + float64(l.sd*first)
	m2 = float64(float64(l.mean*l.mean)*p) + float64(float64(2*l.mean*l.sd)*first) + float64(float64(l.sd*l.sd)*second)
	return min(max(p, 0), 1), max(m1, 0), max(m2, 0)
}

func (l *normal) String() string { return l.text }

type triangular struct {
	least, most, mode float64
	rising            float64 // the share below the mode
}

// Triangular gives spans between least and most whose density rises in a
// straight line to the mode and falls in another: what one can say of a task of
// which only the shortest, the usual and the longest time are known.
func Triangular(least, mode, most Time) (Dist, error) {
	if err := checkSpan("min", least); err != nil {
		return invalid(err)
	}
	if err := checkSpan("max", most); err != nil {
		return invalid(err)
	}
	if mode < least || mode > most {
		return invalid(errMode(least, mode, most))
	}
	l := &triangular{least: float64(least), most: float64(most), mode: float64(mode)}
	if most == least {
		return Uniform(least, most)
	}
	l.rising = (l.mode - l.least) / (l.most - l.least)
	return newDist(l), nil
}

func (l *triangular) quantile(u float64) float64 {
	w := l.most - l.least
	if u < l.rising {
		return l.least + math.Sqrt(float64(float64(u*w)*(l.mode-l.least)))
	}
	return l.most - math.Sqrt(float64(float64((1-u)*w)*(l.most-l.mode)))
}

func (l *triangular) moments() (mean, variance float64) {
	a, b, c := 0.0, l.most-l.least, l.mode-l.least // from least, against cancellation
	squares := float64(b*b) + float64(c*c) - float64(b*c)
	return l.least + (a+b+c)/3, squares / 18
}

// below adds up the pieces left and right of the mode; both are cubic.
func (l *triangular) below(c float64) (p, m1, m2 float64) {
	c = min(c, l.most)
	if c < l.least {
		return 0, 0, 0
	}
	w := l.most - l.least
	if up := l.mode - l.least; up > 0 {
		// density 2 t / (w up) at least+t
		t := min(c, l.mode) - l.least
		scale := 2 / float64(w*up)
		q1 := float64(float64(t*t) / 2)
		q2 := float64(float64(float64(t*t)*t) / 3)
		q3 := float64(float64(float64(t*t)*float64(t*t)) / 4)
		p, m1, m2 = shifted(l.least, 1, scale, q1, q2, q3)
	}
	if down := l.most - l.mode; down > 0 && c > l.mode {
		// density 2 t / (w down) at most-t, for t from most-c to down
		t := l.most - c
		scale := 2 / float64(w*down)
		q1 := float64((float64(down*down) - float64(t*t)) / 2)
		q2 := float64((float64(float64(down*down)*down) - float64(float64(t*t)*t)) / 3)
		q3 := float64((float64(float64(down*down)*float64(down*down)) - float64(float64(t*t)*float64(t*t))) / 4)
		dp, d1, d2 := shifted(l.most, -1, scale, q1, q2, q3)
		p, m1, m2 = p+dp, m1+d1, m2+d2
	}
	return p, m1, m2
}

// shifted turns integrals of t, t*t and t*t*t with a density scale*t into those
// of 1, x and x*x for x = at + sign*t.
func shifted(at, sign, scale, q1, q2, q3 float64) (p, m1, m2 float64) {
	p = float64(scale * q1)
	m1 = float64(scale * (float64(at*q1) + float64(sign*q2)))
	m2 = float64(scale * (float64(float64(at*at)*q1) + float64(float64(2*sign*at)*q2) + q3))
	return p, m1, m2
}

func (l *triangular) String() string {
	return "triangular min " + spell(Time(l.least)) + " mode " + spell(Time(l.mode)) + " max " + spell(Time(l.most))
}
