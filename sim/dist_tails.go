package sim

import (
	"fmt"
	"math"

	"ccsim/sim/detmath"
)

func errMode(least, mode, most Time) error {
	return fmt.Errorf("mode %s must lie between min %s and max %s", spell(mode), spell(least), spell(most))
}

// The shapes of Weibull, log-logistic and Pareto laws. A smaller one has tails
// that no run can show, a larger one is a constant.
const (
	minTail = 0.1
	maxTail = 1000
)

type weibull struct {
	mean, shape float64
	scale       float64
	logScale    float64
	second      float64 // the second moment
}

// Weibull gives spans with a mean above 0 and a shape from 0.1 to 1000: below 1
// who has waited long goes on waiting, at 1 it is exponential, above 1 patience
// wears out.
func Weibull(mean Time, shape float64) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if err := checkNumber("shape", shape, minTail, maxTail); err != nil {
		return invalid(err)
	}
	l := &weibull{mean: float64(mean), shape: shape}
	l.logScale = detmath.Log(l.mean) - detmath.Lgamma(1+1/shape)
	l.scale = detmath.Exp(l.logScale)
	l.second = detmath.Exp(float64(2*l.logScale) + detmath.Lgamma(1+2/shape))
	return newDist(l), nil
}

func (l *weibull) quantile(u float64) float64 {
	return detmath.Exp(l.logScale + detmath.Log(-detmath.Log1p(-u))/l.shape)
}

func (l *weibull) moments() (mean, variance float64) {
	return l.mean, max(0, l.second-float64(l.mean*l.mean))
}

// below uses that (x/scale)^shape is exponential.
func (l *weibull) below(c float64) (p, m1, m2 float64) {
	if c <= 0 {
		return 0, 0, 0
	}
	x := detmath.Exp(float64(l.shape * (detmath.Log(c) - l.logScale)))
	p = detmath.GammaP(1, x)
	m1 = float64(l.mean * detmath.GammaP(1+1/l.shape, x))
	return p, m1, float64(l.second * detmath.GammaP(1+2/l.shape, x))
}

func (l *weibull) String() string {
	return "weibull mean " + spell(Time(l.mean)) + " shape " + number(l.shape)
}

type logLogistic struct{ median, logMedian, shape float64 }

// LogLogistic gives spans with a median above 0 and a shape from 0.1 to 1000:
// odds of having ended grow as a power of the time. With a shape up to 1 the mean
// is infinite, up to 2 the variance is; Mean is then MaxDraw unless the law is
// capped.
func LogLogistic(median Time, shape float64) (Dist, error) {
	if err := checkMean("median", median); err != nil {
		return invalid(err)
	}
	if err := checkNumber("shape", shape, minTail, maxTail); err != nil {
		return invalid(err)
	}
	return newDist(&logLogistic{float64(median), detmath.Log(float64(median)), shape}), nil
}

// LogLogisticMean gives the log-logistic law with a mean; the shape must be above
// 1.
func LogLogisticMean(mean Time, shape float64) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if !(shape > 1 && shape <= maxTail) {
		return invalid(fmt.Errorf("shape is %v but must be above 1 and at most %v for a law with a mean; give the median instead", shape, float64(maxTail)))
	}
	median := Time(float64(mean)/logisticMoment(shape, 1) + 0.5)
	return LogLogistic(max(median, 1), shape)
}

// logisticMoment gives the kth moment in units of the median's kth power.
func logisticMoment(shape, k float64) float64 {
	if shape <= k {
		return math.Inf(1)
	}
	return detmath.Exp(detmath.Lgamma(1+k/shape) + detmath.Lgamma(1-k/shape))
}

func (l *logLogistic) quantile(u float64) float64 {
	return detmath.Exp(l.logMedian + (detmath.Log(u)-detmath.Log1p(-u))/l.shape)
}

func (l *logLogistic) moments() (mean, variance float64) {
	mean = float64(l.median * logisticMoment(l.shape, 1))
	if l.shape <= 2 {
		return mean, math.Inf(1)
	}
	second := float64(float64(l.median*l.median) * logisticMoment(l.shape, 2))
	return mean, max(0, second-float64(mean*mean))
}

// below integrates by Simpson's rule over the logarithm of the odds, from where
// nothing is left. It is asked for once, when a law is capped.
func (l *logLogistic) below(c float64) (p, m1, m2 float64) {
	if c <= 0 {
		return 0, 0, 0
	}
	const pieces = 16_000
	top := float64(l.shape * (detmath.Log(c) - l.logMedian))
	from := min(top, 0) - 45
	step := (top - from) / pieces
	for i := range pieces + 1 {
		t := from + float64(float64(i)*step)
		weight := 2.0
		switch {
		case i == 0 || i == pieces:
			weight = 1
		case i%2 == 1:
			weight = 4
		}
		odds := detmath.Exp(-math.Abs(t))
		density := float64(weight * (odds / float64((1+odds)*(1+odds))))
		x := float64(l.median * detmath.Exp(t/l.shape))
		m1 += float64(density * x)
		m2 += float64(float64(density*x) * x)
	}
	p = 1 / (1 + detmath.Exp(-top))
	return p, float64(m1 * (step / 3)), float64(m2 * (step / 3))
}

func (l *logLogistic) String() string {
	return "loglogistic median " + spell(Time(l.median)) + " shape " + number(l.shape)
}

type pareto struct{ least, logLeast, shape float64 }

// Pareto gives spans from least, above 0, on, that exceed a time with a
// probability that falls as a power of it, the shape, from 0.1 to 1000. With a
// shape up to 1 the mean is infinite, up to 2 the variance is; Mean is then MaxDraw
// unless the law is capped.
func Pareto(least Time, shape float64) (Dist, error) {
	if err := checkMean("min", least); err != nil {
		return invalid(err)
	}
	if err := checkNumber("shape", shape, minTail, maxTail); err != nil {
		return invalid(err)
	}
	return newDist(&pareto{float64(least), detmath.Log(float64(least)), shape}), nil
}

func (l *pareto) quantile(u float64) float64 {
	return detmath.Exp(l.logLeast - detmath.Log1p(-u)/l.shape)
}

func (l *pareto) moments() (mean, variance float64) {
	if l.shape <= 1 {
		return math.Inf(1), math.Inf(1)
	}
	mean = float64(l.least*l.shape) / (l.shape - 1)
	if l.shape <= 2 {
		return mean, math.Inf(1)
	}
	ratio := l.least / (l.shape - 1)
	return mean, float64(float64(ratio*ratio) * (l.shape / (l.shape - 2)))
}

func (l *pareto) below(c float64) (p, m1, m2 float64) {
	if c < l.least {
		return 0, 0, 0
	}
	span := detmath.Log(c / l.least)
	p = -lessOne(-float64(l.shape * span))
	m1 = float64(float64(l.least*l.shape) * powerIntegral(1-l.shape, span))
	m2 = float64(float64(float64(l.least*l.least)*l.shape) * powerIntegral(2-l.shape, span))
	return p, m1, m2
}

// powerIntegral gives (exp(a*s) - 1) / a, and s for a = 0.
func powerIntegral(a, s float64) float64 {
	if a == 0 {
		return s
	}
	return lessOne(float64(a*s)) / a
}

// lessOne gives exp(x) - 1, by its series where the difference would cancel.
func lessOne(x float64) float64 {
	if math.Abs(x) > 0.01 {
		return detmath.Exp(x) - 1
	}
	sum, term := 0.0, 1.0
	for n := 1.0; n < 9; n++ {
		term = float64(term * (x / n))
		sum += term
	}
	return sum
}

func (l *pareto) String() string {
	return "pareto min " + spell(Time(l.least)) + " shape " + number(l.shape)
}
