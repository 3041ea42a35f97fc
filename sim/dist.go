package sim

import (
	"errors"
	"fmt"
	"math"
)

// MaxDraw is the longest span a law gives: 100 years of 365.25 days. Longer ones
// become MaxDraw, so that a draw added to the time of a run never overflows.
const MaxDraw = 36525 * Day

// Dist is a law of spans of time, such as talk time or patience. It is an
// immutable value for configurations; copies share their tables. The zero Dist
// stands for no law: it always gives 0, and what that means is up to the owner.
//
// One draw number gives one variate, by inversion: a larger uniform number
// gives no smaller span. Runs with antithetic or common draws are therefore
// correlated as much as can be. Variates have the same bits on every
// architecture.
type Dist struct {
	law      law
	limit    Time // MaxDraw unless the law is capped
	mean     float64
	variance float64
}

// law is a family with its parameters. Spans are in nanoseconds here.
type law interface {
	// quantile inverts the distribution function for 0 < u < 1.
	quantile(u float64) float64
	// moments gives the mean and the variance.
	moments() (mean, variance float64)
	// below gives P(X <= c) and the integrals of x and of x*x up to c, for c >= 0.
	below(c float64) (p, m1, m2 float64)
	// String gives the family and its parameters as in a scenario.
	String() string
}

// newDist makes a Dist from a law whose parameters were checked.
func newDist(l law) Dist {
	mean, variance := l.moments()
	return Dist{law: l, limit: MaxDraw, mean: mean, variance: variance}
}

// Capped gives the law whose values above limit become limit. Mean and Variance
// are those of the capped law. A limit below zero counts as zero; a zero Dist
// stays zero.
func (d Dist) Capped(limit Time) Dist {
	if d.law == nil || limit >= d.limit {
		return d
	}
	d.limit = max(limit, 0)
	c := float64(d.limit)
	p, m1, m2 := d.law.below(c)
	d.mean = m1 + float64(c*(1-p))
	d.variance = max(0, m2+float64(float64(c*c)*(1-p))-float64(d.mean*d.mean))
	return d
}

// Sample gives the variate of draw number n of an entity, from 0 to MaxDraw.
func (d Dist) Sample(s Stream, entity uint64, n uint32) Time {
	if d.law == nil {
		return 0
	}
	return d.round(d.law.quantile(s.Uniform(entity, n)))
}

// The smallest and the largest number that Stream.Uniform gives.
const (
	minUniform = 0x1p-53
	maxUniform = 1 - minUniform
)

// Quantile gives the span that a share u of the variates does not exceed. A u
// beyond the range of Stream.Uniform, 2^-53 to 1-2^-53, counts as its nearer
// end, so that Quantile(0) and Quantile(1) are the least and the largest variate.
func (d Dist) Quantile(u float64) Time {
	if d.law == nil {
		return 0
	}
	if !(u >= minUniform) {
		u = minUniform
	}
	return d.round(d.law.quantile(min(u, maxUniform)))
}

// round gives the nearest nanosecond within the limits.
func (d Dist) round(x float64) Time {
	x = math.Floor(x + 0.5)
	switch {
	case !(x > 0):
		return 0
	case x >= float64(d.limit):
		return d.limit
	}
	return Time(int64(x))
}

// Mean gives the mean, rounded to the nearest nanosecond and at most MaxDraw.
func (d Dist) Mean() Time {
	if d.law == nil {
		return 0
	}
	return d.round(d.mean)
}

// Variance gives the variance in square seconds.
func (d Dist) Variance() float64 { return d.variance / float64(Second) / float64(Second) }

// IsZero tells whether no law is set.
func (d Dist) IsZero() bool { return d.law == nil }

// String gives the law in the notation of scenarios, such as "lognormal mean
// 2m30s cv 0.6", followed by "cap 10m" for a capped one.
func (d Dist) String() string {
	switch {
	case d.law == nil:
		return "none"
	case d.limit < MaxDraw:
		return d.law.String() + " cap " + spell(d.limit)
	}
	return d.law.String()
}

// errNone is for a law that takes a list.
var errNone = errors.New("the list of values is empty but must have at least one")

// invalid reports a law that cannot be made. The caller knows its family.
func invalid(err error) (Dist, error) { return Dist{}, fmt.Errorf("sim: %w", err) }

// checkMean accepts means from one nanosecond to MaxDraw.
func checkMean(name string, mean Time) error {
	switch {
	case mean <= 0:
		return fmt.Errorf("%s is %s but must be above 0s; for a span that is always 0s use a constant", name, spell(mean))
	case mean > MaxDraw:
		return fmt.Errorf("%s is %s but must be at most %s (100 years)", name, spell(mean), spell(MaxDraw))
	}
	return nil
}

// checkSpan accepts values from zero to MaxDraw.
func checkSpan(name string, value Time) error {
	switch {
	case value < 0:
		return fmt.Errorf("%s is %s but must not be below 0s", name, spell(value))
	case value > MaxDraw:
		return fmt.Errorf("%s is %s but must be at most %s (100 years)", name, spell(value), spell(MaxDraw))
	}
	return nil
}

// checkNumber accepts numbers within a range and neither NaN nor infinity.
func checkNumber(name string, x, least, most float64) error {
	if !(x >= least && x <= most) {
		return fmt.Errorf("%s is %v but must be from %v to %v", name, x, least, most)
	}
	return nil
}
