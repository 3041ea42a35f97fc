package sim

import "ccsim/sim/detmath"

type exponential struct{ mean float64 }

// Exponential gives spans without memory, with a mean above 0.
func Exponential(mean Time) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	return newDist(&exponential{float64(mean)}), nil
}

// quantile uses that 1-u is exact for every number of Stream.Uniform.
func (l *exponential) quantile(u float64) float64 { return -float64(l.mean * detmath.Log(1-u)) }

func (l *exponential) moments() (mean, variance float64) {
	return l.mean, float64(l.mean * l.mean)
}

func (l *exponential) below(c float64) (p, m1, m2 float64) { return gammaBelow(1, l.mean, c) }

func (l *exponential) String() string { return "exponential mean " + spell(Time(l.mean)) }
