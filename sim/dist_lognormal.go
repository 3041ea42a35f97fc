package sim

import (
	"math"

	"ccsim/sim/detmath"
)

type lognormal struct {
	mean, cv    float64
	sigma, half float64 // the deviation of the logarithm, and half its variance
}

// maxCV is far beyond any law of handle times and keeps all moments finite.
const maxCV = 1000

// Lognormal gives spans whose logarithms are normal, with a mean above 0 and a
// coefficient of variation (standard deviation / mean) from 0 to 1000. Measured
// service times of call centers are close to it (L. Brown et al., Statistical
// analysis of a telephone call center, Journal of the American Statistical
// Association 100, 2005).
func Lognormal(mean Time, cv float64) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if err := checkNumber("cv", cv, 0, maxCV); err != nil {
		return invalid(err)
	}
	s2 := detmath.Log1p(float64(cv * cv))
	return newDist(&lognormal{float64(mean), cv, math.Sqrt(s2), s2 / 2}), nil
}

func (l *lognormal) quantile(u float64) float64 {
	return float64(l.mean * detmath.Exp(float64(l.sigma*detmath.NormQuantile(u))-l.half))
}

func (l *lognormal) moments() (mean, variance float64) {
	sd := float64(l.mean * l.cv)
	return l.mean, float64(sd * sd)
}

// below uses that x^k times the density is k shifts of it by sigma, times the
// kth moment.
func (l *lognormal) below(c float64) (p, m1, m2 float64) {
	if l.sigma == 0 {
		return constant{Time(l.mean)}.below(c)
	}
	z := (detmath.Log(c/l.mean) + l.half) / l.sigma
	p = detmath.NormCDF(z)
	m1 = float64(l.mean * detmath.NormCDF(z-l.sigma))
	second := float64(float64(l.mean*l.mean) * (1 + float64(l.cv*l.cv)))
	m2 = float64(second * detmath.NormCDF(z-float64(2*l.sigma)))
	return p, m1, m2
}

func (l *lognormal) String() string {
	return "lognormal mean " + spell(Time(l.mean)) + " cv " + number(l.cv)
}
