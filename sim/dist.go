package sim

import (
	"errors"
	"math"
	"slices"

	"ccsim/sim/detmath"
)

type family uint8

const (
	famNone family = iota
	famConstant
	famUniform
	famExponential
	famErlang
	famGamma
	famLognormal
	famHyper
	famEmpirical
)

// Dist is a law of durations.
type Dist struct {
	fam    family
	mean   Time
	a, b   float64
	lo, hi Time
	cap    Time
	probs  []float64
	values []Time
}

var errDist = errors.New("sim: a law needs times above zero")

// Constant is always v.
func Constant(v Time) (Dist, error) {
	if v < 0 {
		return Dist{}, errDist
	}
	return Dist{fam: famConstant, mean: v}, nil
}

// Uniform lies between lo and hi.
func Uniform(lo, hi Time) (Dist, error) {
	if lo < 0 || hi < lo {
		return Dist{}, errDist
	}
	return Dist{fam: famUniform, lo: lo, hi: hi, mean: (lo + hi) / 2}, nil
}

// Exponential has the given mean.
func Exponential(mean Time) (Dist, error) {
	if mean <= 0 {
		return Dist{}, errDist
	}
	return Dist{fam: famExponential, mean: mean}, nil
}

// Erlang is a sum of k exponentials.
func Erlang(k int, mean Time) (Dist, error) { return Gamma(mean, float64(k)) }

// Gamma has the given mean and shape.
func Gamma(mean Time, shape float64) (Dist, error) {
	if mean <= 0 || shape <= 0 {
		return Dist{}, errDist
	}
	return Dist{fam: famGamma, mean: mean, a: shape}, nil
}

// Lognormal has the given mean and coefficient of variation.
func Lognormal(mean Time, cv float64) (Dist, error) {
	if mean <= 0 || cv <= 0 {
		return Dist{}, errDist
	}
	s2 := detmath.Log1p(cv * cv)
	return Dist{fam: famLognormal, mean: mean, a: detmath.Log(float64(mean)) - float64(s2/2), b: math.Sqrt(s2)}, nil
}

// Hyperexponential mixes exponentials.
func Hyperexponential(probs []float64, means []Time) (Dist, error) {
	if len(probs) == 0 || len(probs) != len(means) {
		return Dist{}, errDist
	}
	m := 0.0
	for i := range probs {
		m += float64(probs[i] * float64(means[i]))
	}
	return Dist{fam: famHyper, mean: Time(m), probs: probs, values: means}, nil
}

// HyperexponentialCV mixes two with balanced means.
func HyperexponentialCV(mean Time, cv float64) (Dist, error) {
	if cv < 1 {
		return Dist{}, errDist
	}
	c2 := cv * cv
	p := (1 + math.Sqrt((c2-1)/(c2+1))) / 2
	return Hyperexponential([]float64{p, 1 - p}, []Time{Time(float64(mean) / (2 * p)), Time(float64(mean) / (2 * (1 - p)))})
}

// Empirical draws one of the values.
func Empirical(values []Time) (Dist, error) {
	if len(values) == 0 {
		return Dist{}, errDist
	}
	v := slices.Clone(values)
	slices.Sort(v)
	return Dist{fam: famEmpirical, values: v}, nil
}

// Capped limits the values.
func (d Dist) Capped(m Time) Dist { d.cap = m; return d }

// IsZero tells the zero value.
func (d Dist) IsZero() bool { return d.fam == famNone }

// Mean is the mean before the cap.
func (d Dist) Mean() Time { return d.mean }

// Sample draws.
func (d Dist) Sample(s Stream, e uint64, n uint32) Time {
	v := d.Quantile(s.Uniform(e, n))
	if d.cap > 0 {
		v = min(v, d.cap)
	}
	return v
}

// Quantile inverts the law.
func (d Dist) Quantile(u float64) Time {
	m := float64(d.mean)
	switch d.fam {
	case famConstant:
		return d.mean
	case famUniform:
		return d.lo + Time(float64(u*float64(d.hi-d.lo)))
	case famExponential:
		return Time(float64(-m * detmath.Log(1-u)))
	case famGamma:
		return Time(float64(m / d.a * detmath.Exp(detmath.LogGammaQuantile(d.a, detmath.NormQuantile(u)))))
	case famLognormal:
		return Time(detmath.Exp(d.a + float64(d.b*detmath.NormQuantile(u))))
	case famHyper:
		for i, p := range d.probs {
			if u < p || i == len(d.probs)-1 {
				return Time(float64(-float64(d.values[i]) * detmath.Log(1-min(u/p, 1-1e-16))))
			}
			u -= p
		}
	case famEmpirical:
		return d.values[min(int(u*float64(len(d.values))), len(d.values)-1)]
	}
	return 0
}
