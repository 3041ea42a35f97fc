package erlang

import (
	"math"

	"ccsim/sim/detmath"
)

// Queue is a group of equal agents with one queue: Poisson arrivals,
// exponential handle times and exponential patience.
type Queue struct {
	Rate     float64 // calls a second
	Handle   float64 // mean handle time in seconds
	Patience float64 // mean in seconds; 0 = callers wait for ever (Erlang C)
	Agents   int
	Places   int // waiting places; 0 = unlimited
}

// maxAgents ends a search for a number of agents or lines.
const maxAgents = 1_000_000

// Load is the offered load in erlang.
func (q Queue) Load() float64 { return float64(q.Rate * q.Handle) }

// Stable tells whether the queue has a stationary state: always with impatient
// callers or few places, otherwise only below full load.
func (q Queue) Stable() bool {
	return q.Patience > 0 || q.Places > 0 || q.Load() < float64(q.Agents)
}

// chain is the stationary birth-and-death chain of the number of calls, seen from
// the state in which all agents are busy and nobody waits.
type chain struct {
	allBusy float64 // probability of that state
	wait    float64 // probability that all agents are busy
	waiting float64 // mean number of waiting calls
	blocked float64 // probability that all places are taken
}

// solve sums the chain. Relative to the state "all busy", the states below sum
// to 1/B - 1 with Erlang's B, and those above are products of
// rate / (agents/handle + j/patience), C. Palm's model (Research on telephone
// traffic carried by full availability groups, Tele 1957), called Erlang A.
func (q Queue) solve() chain {
	if !q.Stable() || q.Agents < 1 {
		return chain{wait: 1, waiting: math.Inf(1)}
	}
	below := 1 / Loss(q.Load(), q.Agents)
	service := float64(q.Agents) / q.Handle
	leave := 0.0
	if q.Patience > 0 {
		leave = 1 / q.Patience
	}
	term, sum, weighted := 1.0, 0.0, 0.0
	for j := 1; q.Places == 0 || j <= q.Places; j++ {
		term = float64(term * (q.Rate / (service + float64(float64(j)*leave))))
		if sum += term; sum > 1e250 {
			return q.flooded()
		}
		weighted += float64(float64(j) * term)
		if float64(float64(j)*term) < 1e-18*(1+weighted) && q.Places == 0 {
			break
		}
	}
	norm := below + sum
	c := chain{allBusy: 1 / norm, wait: (1 + sum) / norm, waiting: weighted / norm}
	if q.Places > 0 {
		c.blocked = term / norm
	}
	return c
}

// flooded is the chain under so much load that its terms leave the range of numbers:
// all agents are always busy, and so many calls wait that they hang up as fast as the
// agents fall behind.
func (q Queue) flooded() chain {
	if q.Places > 0 {
		return chain{wait: 1, waiting: float64(q.Places), blocked: 1 - float64(q.Agents)/q.Load()}
	}
	return chain{wait: 1, waiting: float64((q.Rate - float64(q.Agents)/q.Handle) * q.Patience)}
}

// Blocked is the share of calls that find every place taken.
func (q Queue) Blocked() float64 { return q.solve().blocked }

// Wait is the share of offered calls that find all agents busy: Erlang C where
// callers wait for ever.
func (q Queue) Wait() float64 { return q.solve().wait }

// MeanQueue is the mean number of waiting calls.
func (q Queue) MeanQueue() float64 { return q.solve().waiting }

// MeanWait is the mean wait of calls that enter, those that hang up included
// (J. D. C. Little, A proof for the queuing formula L = lambda W, 1961).
func (q Queue) MeanWait() float64 {
	c := q.solve()
	return c.waiting / float64(q.Rate*(1-c.blocked))
}

// Abandonment is the share of offered calls that hang up: every waiting caller
// does so at the rate 1/patience.
func (q Queue) Abandonment() float64 {
	if q.Patience <= 0 {
		return 0
	}
	return q.solve().waiting / float64(q.Patience*q.Rate)
}

// Occupancy is the share of their time that agents are busy.
func (q Queue) Occupancy() float64 {
	if !q.Stable() {
		return 1
	}
	return float64(q.Load()*(1-q.Abandonment()-q.Blocked())) / float64(q.Agents)
}

// density is that of the wait which a caller who never hangs up would have, at
// x > 0: agents/handle P(all busy) exp(rate H(x) - agents x/handle), with H(x) the
// integral of the share of callers who are still there (F. Baccelli and
// G. Hebuterne, On queues with impatient customers, 1981; S. Zeltyn and
// A. Mandelbaum, Call centers with impatient customers, 2005).
func (q Queue) density(allBusy, x float64) float64 {
	service := float64(q.Agents) / q.Handle
	h := x
	if q.Patience > 0 {
		h = float64(q.Patience * (1 - q.stays(x)))
	}
	return float64(service * allBusy * detmath.Exp(float64(q.Rate*h)-float64(service*x)))
}

// stays is the share of callers whose patience is longer than x.
func (q Queue) stays(x float64) float64 {
	if q.Patience <= 0 {
		return 1
	}
	return detmath.Exp(-x / q.Patience)
}

// Levels are the shares of calls that left the queue within a time.
type Levels struct {
	Answered  float64 // answered within / offered
	Abandoned float64 // hung up within / offered
}

// Within gives what happened within t seconds, for a queue without a limit of
// places.
func (q Queue) Within(t float64) Levels {
	if !q.Stable() || q.Places > 0 {
		return Levels{math.NaN(), math.NaN()}
	}
	c := q.solve()
	if c.allBusy == 0 && c.wait == 1 {
		return Levels{Abandoned: 1 - q.stays(t)} // flooded
	}
	offeredWithin := integral(t, func(x float64) float64 { return q.density(c.allBusy, x) })
	answered := 1 - c.wait + integral(t, func(x float64) float64 { return float64(q.density(c.allBusy, x) * q.stays(x)) })
	inQueue := float64((c.wait - offeredWithin) * q.stays(t))
	return Levels{Answered: answered, Abandoned: max(0, 1-inQueue-answered)}
}

// ServiceLevel is answered within t seconds / offered.
func (q Queue) ServiceLevel(t float64) float64 { return q.Within(t).Answered }

// MeanWaitAnswered is the mean wait of answered calls (ASA).
func (q Queue) MeanWaitAnswered() float64 {
	if q.Patience <= 0 {
		return q.MeanWait()
	}
	c := q.solve()
	end := q.horizon()
	sum := integral(end, func(x float64) float64 { return float64(float64(x*q.density(c.allBusy, x)) * q.stays(x)) })
	return sum / (1 - q.Abandonment())
}

// horizon is a time after which the density is nothing: its exponent is concave.
func (q Queue) horizon() float64 {
	service := float64(q.Agents) / q.Handle
	x := q.Handle
	for float64(q.Rate*float64(q.Patience*(1-q.stays(x))))-float64(service*x) > -60 {
		x *= 1.5
	}
	return x
}

// WaitQuantile is the time within which a share of the callers is answered,
// where all wait for ever (Erlang C).
func (q Queue) WaitQuantile(share float64) float64 {
	if q.Patience > 0 || q.Places > 0 || !q.Stable() {
		return math.NaN()
	}
	c := q.Wait()
	if 1-share >= c {
		return 0
	}
	return detmath.Log(c/(1-share)) / (float64(q.Agents)/q.Handle - q.Rate)
}

// panels of the quadrature: the integrands are smooth, and 4,000 panels leave an
// error far below 1e-10.
const panels = 4000

// integral of f from 0 to the end, by Simpson's rule.
func integral(end float64, f func(float64) float64) float64 {
	if !(end > 0) {
		return 0
	}
	h := end / panels
	sum := f(0) + f(end)
	for i := 1; i < panels; i++ {
		w := 2.0
		if i%2 == 1 {
			w = 4
		}
		sum += float64(w * f(float64(float64(i)*h)))
	}
	return float64(sum*h) / 3
}

// Staff is the smallest number of agents that is enough. What is enough for a
// number must be enough for a larger one. It is 0 where no number up to a
// million is.
func (q Queue) Staff(enough func(Queue) bool) int {
	with := func(n int) bool {
		q.Agents = n
		return enough(q)
	}
	high := 1
	for !with(high) {
		if high *= 2; high > maxAgents {
			return 0
		}
	}
	low := high / 2 // not enough
	for high-low > 1 {
		if mid := (low + high) / 2; with(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}
