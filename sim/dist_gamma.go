package sim

import (
	"fmt"
	"strconv"

	"ccsim/sim/detmath"
)

// The shapes that are accepted: below the first most draws are 0 ns, above the
// last the law is a constant with a deviation of one thousandth.
const (
	minShape = 0.01
	maxShape = 1e6
)

// Gamma gives spans with a mean above 0 and a shape from 0.01 to 1e6; the
// coefficient of variation is 1/sqrt(shape). For a factor without unit take one
// second as 1 and read it with Seconds.
func Gamma(mean Time, shape float64) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if err := checkNumber("shape", shape, minShape, maxShape); err != nil {
		return invalid(err)
	}
	l := newGamma(mean, shape)
	l.text = "gamma mean " + spell(mean) + " shape " + number(shape)
	return newDist(l), nil
}

// Erlang gives the sum of k exponential spans, k from 1 to 1e6, with a mean above
// 0 of the sum.
func Erlang(k int, mean Time) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if k < 1 || k > maxShape {
		return invalid(fmt.Errorf("k is %d but must be from 1 to %d", k, int(maxShape)))
	}
	l := newGamma(mean, float64(k))
	l.text = "erlang k " + strconv.Itoa(k) + " mean " + spell(mean)
	return newDist(l), nil
}

// gamma inverts its distribution function by interpolation of the logarithm of
// the quantile over the normal deviate z of the same probability, which is a
// smooth curve for every shape. At each node the table has the value and two
// derivatives; a polynomial of degree five between two nodes agrees with all six
// (quintic Hermite interpolation). The error of a quantile is below 1e-9 of it.
type gamma struct {
	mean, shape float64
	nodes       [gammaNodes + 1]gammaNode
	text        string
}

// gammaNode holds ln(quantile/mean), and its derivatives by z times the distance
// of nodes and half its square.
type gammaNode struct{ value, slope, curve float64 }

// The nodes reach beyond the deviates of the uniform numbers, 8.21.
const (
	gammaReach   = 8.25
	gammaDensity = 16 // nodes for a unit of z
	gammaNodes   = int(2 * gammaReach * gammaDensity)
)

func newGamma(mean Time, shape float64) *gamma {
	l := &gamma{mean: float64(mean), shape: shape}
	logShape := detmath.Log(shape)
	for i := range l.nodes {
		l.nodes[i] = newGammaNode(shape, logShape, float64(float64(i)/gammaDensity)-gammaReach)
	}
	return l
}

// newGammaNode takes the derivatives from the densities: with k the density of
// the logarithm at the quantile and phi the normal density, the slope is phi/k,
// and the logarithm of k changes by shape-x for each unit of ln x.
func newGammaNode(shape, logShape, z float64) gammaNode {
	logX := detmath.LogGammaQuantile(shape, z)
	x := detmath.Exp(logX)
	slope := detmath.NormDensity(z) / detmath.GammaKernel(shape, logX)
	curve := -float64(slope * (z + float64((shape-x)*slope)))
	return gammaNode{logX - logShape, slope / gammaDensity, curve / (2 * gammaDensity * gammaDensity)}
}

func (l *gamma) quantile(u float64) float64 {
	at := float64((detmath.NormQuantile(u) + gammaReach) * gammaDensity)
	i := min(max(int(at), 0), gammaNodes-1)
	return float64(l.mean * detmath.Exp(between(&l.nodes[i], &l.nodes[i+1], at-float64(i))))
}

// between interpolates at t from 0 to 1: Taylor's polynomial of the first node,
// and what it misses at the second one by t^3, t^3(t-1) and t^3(t-1)^2.
func between(a, b *gammaNode, t float64) float64 {
	value := b.value - (a.value + a.slope + a.curve)
	slope := b.slope - (a.slope + float64(2*a.curve))
	curve := b.curve - a.curve
	c4 := slope - float64(3*value)
	c5 := curve - float64(3*(value+c4))
	low := a.value + float64(t*(a.slope+float64(t*a.curve)))
	high := value + float64((t-1)*(c4+float64((t-1)*c5)))
	return low + float64(float64(float64(t*t)*t)*high)
}

func (l *gamma) moments() (mean, variance float64) {
	return l.mean, float64(l.mean*l.mean) / l.shape
}

func (l *gamma) below(c float64) (p, m1, m2 float64) { return gammaBelow(l.shape, l.mean, c) }

// gammaBelow uses that x times the density of a gamma law is, up to the mean,
// the density of the law with the next shape.
func gammaBelow(shape, mean, c float64) (p, m1, m2 float64) {
	x := c / mean * shape
	p = detmath.GammaP(shape, x)
	m1 = float64(mean * detmath.GammaP(shape+1, x))
	second := float64(float64(mean*mean) * (1 + 1/shape))
	return p, m1, float64(second * detmath.GammaP(shape+2, x))
}

func (l *gamma) String() string { return l.text }
