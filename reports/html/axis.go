package html

import (
	"fmt"
	"math"
	"strings"

	"ccsim/sim"
)

// tick is a mark on an axis.
type tick struct {
	at    float64 // share of the width or height
	label string
}

var steps = []sim.Time{
	100 * sim.Millisecond, 200 * sim.Millisecond, 500 * sim.Millisecond, sim.Second, 2 * sim.Second, 5 * sim.Second, 10 * sim.Second, 15 * sim.Second, 20 * sim.Second, 30 * sim.Second,
	sim.Minute, 2 * sim.Minute, 5 * sim.Minute, 10 * sim.Minute, 15 * sim.Minute, 30 * sim.Minute, sim.Hour, 2 * sim.Hour, 3 * sim.Hour, 4 * sim.Hour, 6 * sim.Hour, 12 * sim.Hour,
	sim.Day, 2 * sim.Day, 7 * sim.Day, 14 * sim.Day, 28 * sim.Day, 91 * sim.Day, 364 * sim.Day, 3640 * sim.Day,
}

// stepFor is the smallest step that makes at most so many ticks.
func stepFor(span sim.Time, most int) sim.Time {
	for _, s := range steps {
		if span/s <= sim.Time(most) {
			return s
		}
	}
	return steps[len(steps)-1]
}

// offset prints a time relative to a fault.
func offset(t sim.Time) string {
	sign := "+"
	if t < 0 {
		sign, t = "−", -t
	}
	switch {
	case t%sim.Day == 0 && t >= 2*sim.Day:
		return fmt.Sprintf("%s%d d", sign, t/sim.Day)
	case t%sim.Hour == 0 && t >= 2*sim.Hour:
		return fmt.Sprintf("%s%d h", sign, t/sim.Hour)
	case t%sim.Minute == 0 && t >= 2*sim.Minute:
		return fmt.Sprintf("%s%d min", sign, t/sim.Minute)
	case t%sim.Second == 0:
		return fmt.Sprintf("%s%d s", sign, t/sim.Second)
	}
	return fmt.Sprintf("%s%.1f s", sign, t.Seconds())
}

// around gives the ticks of an incident: the fault by the clock, the others by
// their distance from it.
func (s *scale) around(at sim.Time, zero string) (all []tick) {
	step := stepFor(s.to-s.from, 7)
	first := (s.from - at) / step * step
	for t := first; at+t <= s.to; t += step {
		if at+t < s.from {
			continue
		}
		label := offset(t)
		if t == 0 {
			label = zero
		}
		all = append(all, tick{s.x(at + t), label})
	}
	return all
}

// hours gives the ticks of a whole run.
func (s *scale) hours(clock func(sim.Time) string) (all []tick) {
	step := stepFor(s.to-s.from, 8)
	for t := s.from; t <= s.to; t += step {
		all = append(all, tick{s.x(t), brief(clock(t))})
	}
	return all
}

// brief leaves out what is zero of a date or a time of day.
func brief(stamp string) string {
	stamp = strings.TrimSuffix(stamp, " 00:00:00")
	if n := len(stamp); n >= 8 && strings.HasSuffix(stamp, ":00") && strings.Count(stamp, ":") == 2 {
		stamp = stamp[:n-3]
	}
	return stamp
}

// scale maps moments to shares of the width.
type scale struct{ from, to sim.Time }

func (s *scale) x(t sim.Time) float64 {
	v := float64(t-s.from) / float64(s.to-s.from)
	return math.Min(math.Max(v, 0), 1)
}

func (s *scale) holds(t sim.Time) bool { return t >= s.from && t <= s.to }

// nice rounds a maximum up to 1, 2, 2.5 or 5 times a power of ten.
func nice(top float64) float64 {
	if top <= 0 || math.IsNaN(top) {
		return 1
	}
	scale := 1.0
	for scale*10 <= top {
		scale *= 10
	}
	for scale > top {
		scale /= 10
	}
	for _, m := range []float64{1, 2, 2.5, 4, 5, 8, 10} {
		if m*scale >= top {
			return m * scale
		}
	}
	return 10 * scale
}
