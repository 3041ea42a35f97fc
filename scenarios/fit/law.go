package fit

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// curve is a law of spans in seconds.
type curve interface {
	LogProb(x float64) float64 // logarithm of the density
	CDF(x float64) float64
	Survival(x float64) float64
	Quantile(p float64) float64
	Mean() float64
}

// family is a kind of law with parameters above zero, which are searched on a
// logarithmic scale.
type family struct {
	name  string
	start func(m moments2) []float64
	curve func(p []float64) curve
	// spell writes the law as in a scenario. A mean above zero stands in for the
	// law's own.
	spell func(p []float64, mean float64) string
	// closed gives the estimate itself where there is a formula and nothing is
	// censored.
	closed bool
}

// moments2 is what the search begins with.
type moments2 struct{ mean, cv, logMean, logSD float64 }

// families are the laws that are tried, in the order in which equals are named.
var families = []family{
	{
		name:  "exponential",
		start: func(m moments2) []float64 { return []float64{m.mean} },
		curve: func(p []float64) curve { return distuv.Exponential{Rate: 1 / p[0]} },
		spell: func(p []float64, mean float64) string {
			return fmt.Sprintf("{dist: exponential, mean: %s}", seconds(or(mean, p[0])))
		},
		closed: true,
	},
	{
		name:  "lognormal",
		start: func(m moments2) []float64 { return []float64{math.Exp(m.logMean), m.logSD} },
		curve: func(p []float64) curve { return distuv.LogNormal{Mu: math.Log(p[0]), Sigma: p[1]} },
		spell: func(p []float64, mean float64) string {
			l := distuv.LogNormal{Mu: math.Log(p[0]), Sigma: p[1]}
			return fmt.Sprintf("{dist: lognormal, mean: %s, cv: %s}", seconds(or(mean, l.Mean())), digits3(math.Sqrt(math.Expm1(p[1]*p[1]))))
		},
		closed: true,
	},
	{
		name:  "gamma",
		start: func(m moments2) []float64 { return []float64{m.mean, 1 / (m.cv * m.cv)} },
		curve: func(p []float64) curve { return distuv.Gamma{Alpha: p[1], Beta: p[1] / p[0]} },
		spell: func(p []float64, mean float64) string {
			return fmt.Sprintf("{dist: gamma, mean: %s, shape: %s}", seconds(or(mean, p[0])), digits3(p[1]))
		},
	},
	{
		name:  "weibull",
		start: func(m moments2) []float64 { return []float64{m.mean, 1} },
		curve: func(p []float64) curve { return distuv.Weibull{Lambda: p[0], K: p[1]} },
		spell: func(p []float64, mean float64) string {
			w := distuv.Weibull{Lambda: p[0], K: p[1]}
			return fmt.Sprintf("{dist: weibull, mean: %s, shape: %s}", seconds(or(mean, w.Mean())), digits3(p[1]))
		},
	},
	{
		name:  "loglogistic",
		start: func(m moments2) []float64 { return []float64{math.Exp(m.logMean), math.Pi / math.Sqrt(3) / m.logSD} },
		curve: func(p []float64) curve { return logLogistic{median: p[0], shape: p[1]} },
		spell: func(p []float64, mean float64) string {
			l := logLogistic{median: p[0], shape: p[1]}
			if own := l.Mean(); mean > 0 && !math.IsInf(own, 1) {
				l.median *= mean / own
			}
			return fmt.Sprintf("{dist: loglogistic, median: %s, shape: %s}", seconds(l.median), digits3(p[1]))
		},
	},
	{
		name:  "hyperexponential",
		start: func(m moments2) []float64 { return []float64{m.mean, math.Max(float64(m.cv*m.cv)-1, 0.1)} },
		curve: func(p []float64) curve { return newHyper(p[0], p[1]) },
		spell: func(p []float64, mean float64) string {
			return fmt.Sprintf("{dist: hyperexponential, mean: %s, cv: %s}", seconds(or(mean, p[0])), digits3(math.Sqrt(1+p[1])))
		},
	},
}

func or(a, b float64) float64 {
	if a > 0 {
		return a
	}
	return b
}

// logLogistic has the survival function 1 / (1 + (x/median)^shape).
type logLogistic struct{ median, shape float64 }

func (l logLogistic) z(x float64) float64 { return l.shape * math.Log(x/l.median) }

func (l logLogistic) LogProb(x float64) float64 {
	z := l.z(x)
	return math.Log(l.shape/x) + z - float64(2*softplus(z))
}

func (l logLogistic) Survival(x float64) float64 {
	if x <= 0 {
		return 1
	}
	return 1 / (1 + math.Exp(l.z(x)))
}

func (l logLogistic) CDF(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return 1 / (1 + math.Exp(-l.z(x)))
}

func (l logLogistic) Quantile(p float64) float64 {
	return l.median * math.Pow(p/(1-p), 1/l.shape)
}

func (l logLogistic) Mean() float64 {
	if l.shape <= 1 {
		return math.Inf(1)
	}
	return l.median * math.Pi / l.shape / math.Sin(math.Pi/l.shape)
}

// softplus is the logarithm of 1 + e^z.
func softplus(z float64) float64 {
	if z > 0 {
		return z + math.Log1p(math.Exp(-z))
	}
	return math.Log1p(math.Exp(z))
}

// hyper has two exponential branches that contribute the same to the mean, as the
// law of the scenario format with mean and cv.
type hyper struct{ p, often, rare float64 } // share of the first branch, and the rates

// newHyper makes it from the mean and the square of the coefficient of variation
// less one.
func newHyper(mean, excess float64) hyper {
	p := (1 + math.Sqrt(excess/(excess+2))) / 2
	return hyper{p, 2 * p / mean, 2 * (1 - p) / mean}
}

func (h hyper) LogProb(x float64) float64 {
	return math.Log(float64(h.p*h.often*math.Exp(-h.often*x)) + float64((1-h.p)*h.rare*math.Exp(-h.rare*x)))
}

func (h hyper) Survival(x float64) float64 {
	return float64(h.p*math.Exp(-h.often*x)) + float64((1-h.p)*math.Exp(-h.rare*x))
}

func (h hyper) CDF(x float64) float64 { return 1 - h.Survival(x) }

func (h hyper) Mean() float64 { return h.p/h.often + (1-h.p)/h.rare }

func (h hyper) Quantile(p float64) float64 {
	lo, hi := 0.0, 1/h.often
	for h.CDF(hi) < p {
		hi *= 2
	}
	for range 60 {
		if mid := (lo + hi) / 2; h.CDF(mid) < p {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}
