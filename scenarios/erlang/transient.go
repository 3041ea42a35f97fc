package erlang

import (
	"math"
	"slices"
)

// Transient is what happens until a moment in a queue that starts empty.
type Transient struct {
	Queue     float64 // waiting calls, averaged over the time
	Busy      float64 // busy agents, averaged over the time
	Abandoned float64 // expected number of calls that hung up
	Offered   float64 // expected number of calls
}

// FromEmpty follows a queue that starts empty for t seconds: the forward equations
// of the chain, by the method of Runge and Kutta. It is what a run without a
// warm-up has as its exact means. The queue needs impatient callers.
func (q Queue) FromEmpty(t float64) Transient {
	if !(t > 0) || q.Agents < 1 || q.Patience <= 0 || q.Places > 0 {
		return Transient{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	}
	c := &equations{q: q, n: q.Agents + max(60, int(4*q.Load())+1)}
	p := make([]float64, c.n+3) // states, then the integrals of queue and busy
	p[0] = 1
	steps := int(math.Ceil(float64(t*c.fastest())/0.1)) + 1
	h := t / float64(steps)
	for range steps {
		p = c.step(p, h)
	}
	queue, busy := p[c.n+1], p[c.n+2]
	return Transient{Queue: queue / t, Busy: busy / t, Abandoned: queue / q.Patience, Offered: float64(q.Rate * t)}
}

// equations are those of the chain with states 0 to n.
type equations struct {
	q Queue
	n int
}

// leaves is the rate at which a call leaves state k.
func (c *equations) leaves(k int) float64 {
	busy, waiting := min(k, c.q.Agents), max(k-c.q.Agents, 0)
	return float64(busy)/c.q.Handle + float64(waiting)/c.q.Patience
}

func (c *equations) fastest() float64 { return c.q.Rate + c.leaves(c.n) }

// slope is the derivative of states and integrals.
func (c *equations) slope(p []float64) []float64 {
	d := make([]float64, len(p))
	for k := range c.n + 1 {
		if k < c.n {
			up := float64(c.q.Rate * p[k])
			d[k] -= up
			d[k+1] += up
		}
		if k > 0 {
			down := float64(c.leaves(k) * p[k])
			d[k] -= down
			d[k-1] += down
		}
		d[c.n+1] += float64(float64(max(k-c.q.Agents, 0)) * p[k])
		d[c.n+2] += float64(float64(min(k, c.q.Agents)) * p[k])
	}
	return d
}

func (c *equations) step(p []float64, h float64) []float64 {
	k1 := c.slope(p)
	k2 := c.slope(along(p, k1, h/2))
	k3 := c.slope(along(p, k2, h/2))
	k4 := c.slope(along(p, k3, h))
	next := slices.Clone(p)
	for i := range next {
		next[i] += float64(h / 6 * (k1[i] + float64(2*k2[i]) + float64(2*k3[i]) + k4[i]))
	}
	return next
}

func along(p, d []float64, h float64) []float64 {
	next := slices.Clone(p)
	for i := range next {
		next[i] += float64(h * d[i])
	}
	return next
}
