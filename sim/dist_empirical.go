package sim

import (
	"fmt"
	"slices"
)

type empirical struct{ values []Time }

// Empirical gives the observed values back, each as often as it is in the list;
// a value that counts twice stands there twice. The list is copied. Values are
// from 0 to MaxDraw.
func Empirical(values []Time) (Dist, error) {
	if len(values) == 0 {
		return invalid(errNone)
	}
	for i, v := range values {
		if err := checkSpan(fmt.Sprintf("value %d", i+1), v); err != nil {
			return invalid(err)
		}
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return newDist(&empirical{sorted}), nil
}

func (l *empirical) quantile(u float64) float64 {
	i := int(float64(u * float64(len(l.values))))
	return float64(l.values[min(i, len(l.values)-1)])
}

func (l *empirical) moments() (mean, variance float64) {
	n := float64(len(l.values))
	for _, v := range l.values {
		mean += float64(v) / n
	}
	for _, v := range l.values {
		d := float64(v) - mean
		variance += float64(d*d) / n
	}
	return mean, variance
}

func (l *empirical) below(c float64) (p, m1, m2 float64) {
	n := float64(len(l.values))
	for _, v := range l.values {
		x := float64(v)
		if x > c {
			break
		}
		p++
		m1 += x / n
		m2 += float64(x*x) / n
	}
	return p / n, m1, m2
}

func (l *empirical) String() string {
	last := len(l.values) - 1
	return fmt.Sprintf("empirical %d values min %s max %s", last+1, spell(l.values[0]), spell(l.values[last]))
}
