package sim

import (
	"fmt"
	"math"
	"strings"

	"ccsim/sim/detmath"
)

type branch struct {
	prob, logProb float64
	mean, rate    float64
}

type hyperexponential struct {
	branches []branch
	rate     float64 // the hazard rate at zero
	text     string
}

// Hyperexponential gives an exponential span with one of several means, each
// with its probability. The probabilities are above 0 and add up to 1, to 1e-9;
// the means are above 0.
func Hyperexponential(probs []float64, means []Time) (Dist, error) {
	if err := checkBranches(probs, means); err != nil {
		return invalid(err)
	}
	sum := 0.0
	for _, p := range probs {
		sum += p
	}
	branches := make([]branch, len(probs))
	p, m := make([]string, len(probs)), make([]string, len(probs))
	for i := range probs {
		branches[i] = newBranch(probs[i]/sum, float64(means[i]))
		p[i], m[i] = number(probs[i]), spell(means[i])
	}
	return newHyper(branches, "probs "+strings.Join(p, ",")+" means "+strings.Join(m, ",")), nil
}

func checkBranches(probs []float64, means []Time) error {
	if len(probs) == 0 {
		return errNone
	}
	if len(probs) != len(means) {
		return fmt.Errorf("there are %d probabilities and %d means; give one mean for each probability", len(probs), len(means))
	}
	sum := 0.0
	for i, p := range probs {
		if !(p > 0 && p <= 1) {
			return fmt.Errorf("probability %d is %v but must be above 0 and at most 1", i+1, p)
		}
		if err := checkMean(fmt.Sprintf("mean %d", i+1), means[i]); err != nil {
			return err
		}
		sum += p
	}
	if math.Abs(sum-1) > 1e-9 {
		return fmt.Errorf("the probabilities add up to %v but must add up to 1", sum)
	}
	return nil
}

// HyperexponentialCV gives the law of two branches with the given mean and
// coefficient of variation, from 1 to 1000, in which both branches contribute
// the same to the mean (balanced means; H. C. Tijms, A First Course in
// Stochastic Models, 2003, appendix B).
func HyperexponentialCV(mean Time, cv float64) (Dist, error) {
	if err := checkMean("mean", mean); err != nil {
		return invalid(err)
	}
	if err := checkNumber("cv", cv, 1, maxCV); err != nil {
		return invalid(err)
	}
	m, c2 := float64(mean), float64(cv*cv)
	root := math.Sqrt((c2 - 1) / (c2 + 1))
	rare := 1 / float64((c2+1)*(1+root)) // (1-root)/2 without loss of digits
	often := 1 - rare
	branches := []branch{newBranch(often, m/(often+often)), newBranch(rare, m/(rare+rare))}
	return newHyper(branches, "mean "+spell(mean)+" cv "+number(cv)), nil
}

func newBranch(prob, mean float64) branch {
	return branch{prob: prob, logProb: detmath.Log(prob), mean: mean, rate: 1 / mean}
}

func newHyper(branches []branch, parameters string) Dist {
	l := &hyperexponential{branches: branches, text: "hyperexponential " + parameters}
	for _, b := range branches {
		l.rate += b.prob / b.mean
	}
	return newDist(l)
}

// quantile solves -ln P(X > x) = e by Newton's method. The left side is concave
// since the hazard rate of a mixture falls, so that from a start below the
// solution the steps rise to it and never pass it. Every branch gives such a
// start, and so does the largest rate.
func (l *hyperexponential) quantile(u float64) float64 {
	target := -detmath.Log(1 - u)
	x := target / l.rate
	for i := range l.branches {
		b := &l.branches[i]
		x = max(x, float64(b.mean*(target+b.logProb)))
	}
	for range 50 {
		tail, density := 0.0, 0.0
		for i := range l.branches {
			b := &l.branches[i]
			t := float64(b.prob * detmath.Exp(-float64(x*b.rate)))
			tail += t
			density += float64(t * b.rate)
		}
		step := float64((target + detmath.Log(tail)) * (tail / density))
		x += step
		if !(step > float64(x*1e-9)) { // the next step would be the square
			break
		}
	}
	return x
}

func (l *hyperexponential) moments() (mean, variance float64) {
	second := 0.0
	for _, b := range l.branches {
		mean += float64(b.prob * b.mean)
		second += float64(2 * float64(b.prob*float64(b.mean*b.mean)))
	}
	return mean, second - float64(mean*mean)
}

func (l *hyperexponential) below(c float64) (p, m1, m2 float64) {
	for _, b := range l.branches {
		bp, b1, b2 := gammaBelow(1, b.mean, c)
		p += float64(b.prob * bp)
		m1 += float64(b.prob * b1)
		m2 += float64(b.prob * b2)
	}
	return p, m1, m2
}

func (l *hyperexponential) String() string { return l.text }
