// Package erlang holds closed forms of queueing and reliability theory: Erlang B,
// C and A, the staffing that follows from them, pacing of a Dialer and duplexed
// pairs. They bracket searches and test the simulator; they know nothing of
// failures, skills or changing rates, for which one simulates.
//
// Rates are per second and times are seconds, as float64. Only operations whose
// bits are the same on every processor are used.
package erlang

import (
	"math"

	"ccsim/sim/detmath"
)

// Loss is Erlang's B formula: the share of calls that find all lines busy and
// are turned away, for Poisson arrivals of so many erlang and any law of
// holding times (A. K. Erlang, Solution of some problems in the theory of
// probabilities of significance in automatic telephone exchanges, 1917). The
// recursion B(n) = a B(n-1) / (n + a B(n-1)) is stable for any size.
func Loss(load float64, lines int) float64 {
	if !(load >= 0) || lines < 0 {
		return math.NaN()
	}
	b := 1.0
	for n := 1; n <= lines; n++ {
		ab := float64(load * b)
		b = ab / (float64(n) + ab)
	}
	return b
}

// Lines is the smallest number of lines that turns away at most a share of the
// calls.
func Lines(load, share float64) int {
	if !(load >= 0) || !(share > 0) {
		return 0
	}
	b, n := 1.0, 0
	for b > share && n < maxAgents {
		n++
		ab := float64(load * b)
		b = ab / (float64(n) + ab)
	}
	return n
}

// LossLoad is the load in erlang at which a share of the calls finds all lines
// busy: Loss solved for the load, by bisection.
func LossLoad(lines int, share float64) float64 {
	if lines < 1 || !(share > 0 && share < 1) {
		return math.NaN()
	}
	low, high := 0.0, 1.0
	for Loss(high, lines) < share {
		high *= 2
	}
	for range 200 {
		mid := (low + high) / 2
		if mid <= low || mid >= high {
			break
		}
		if Loss(mid, lines) < share {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// Overdial is what becomes of dials that are made at once for a number of free
// agents, each answered by a person with a probability of its own accord: the
// answers are binomial, and an answer without an agent is dropped.
type Overdial struct {
	Answered float64 // expected live answers
	DropRate float64 // expected dropped / expected answered
	AnyDrop  float64 // probability that at least one is dropped
	Idle     float64 // expected agents left without a call
}

// DialAtOnce gives the outcome of one burst of dials.
func DialAtOnce(agents, dials int, hit float64) Overdial {
	o := Overdial{Answered: float64(float64(dials) * hit)}
	dropped := 0.0
	for k := 0; k <= dials; k++ {
		p := binomial(dials, k, hit)
		if k > agents {
			dropped += float64(p * float64(k-agents))
			o.AnyDrop += p
		} else {
			o.Idle += float64(p * float64(agents-k))
		}
	}
	if o.Answered > 0 {
		o.DropRate = dropped / o.Answered
	}
	return o
}

// binomial is the probability of k successes in n trials.
func binomial(n, k int, p float64) float64 {
	switch {
	case p <= 0:
		return map[bool]float64{true: 1}[k == 0]
	case p >= 1:
		return map[bool]float64{true: 1}[k == n]
	}
	logs := detmath.Lgamma(float64(n+1)) - detmath.Lgamma(float64(k+1)) - detmath.Lgamma(float64(n-k+1)) +
		float64(float64(k)*detmath.Log(p)) + float64(float64(n-k)*detmath.Log1p(-p))
	return detmath.Exp(logs)
}
