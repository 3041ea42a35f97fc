package sim

import (
	"fmt"
	"strings"
)

// Limits stop a run that would never end by itself. Zero means no limit.
type Limits struct {
	AtOneInstant int   // events at one simulated time
	Events       int64 // events of the run
	Time         Time  // simulated time
	Memory       int64 // bytes of pending events and of the model's rows
}

// DefaultLimits is generous enough for a month of a large center and small
// enough to stop a cycle of handlers within a second.
func DefaultLimits() Limits {
	return Limits{AtOneInstant: 2_000_000, Events: 1 << 40, Time: 10 * 366 * Day, Memory: 8 << 30}
}

// LimitError says which limit a run went over, when, and which handlers were
// calling each other.
type LimitError struct {
	Which string // "events at one instant", "events", "simulated time" or "memory"
	Limit int64
	At    Time
	Cycle []Kind // the shortest repeating sequence of kinds, or the last few
}

// Error implements error with kinds as numbers; Describe names them.
func (e *LimitError) Error() string {
	return e.Describe(func(k Kind) string { return fmt.Sprintf("kind %d", k) })
}

// Describe is the error text with the model's names for kinds.
func (e *LimitError) Describe(name func(Kind) string) string {
	names := make([]string, len(e.Cycle))
	for i, k := range e.Cycle {
		names[i] = name(k)
	}
	return fmt.Sprintf("limit of %s (%d) reached at %v; the last handlers were %s", e.Which, e.Limit, e.At, strings.Join(names, " -> "))
}

const tailSize = 32

// tail remembers the kinds of the last events, to name a cycle.
type tail struct {
	kinds [tailSize]Kind
	n     int64
}

func (t *tail) add(k Kind) {
	t.kinds[t.n%tailSize] = k
	t.n++
}

// cycle gives the shortest sequence that repeats up to the last event, or
// the last eight kinds where none does.
func (t *tail) cycle() []Kind {
	n := int(min(t.n, tailSize))
	last := make([]Kind, n)
	for i := range last {
		last[i] = t.kinds[(t.n-int64(n)+int64(i))%tailSize]
	}
	for p := 1; p <= n/2; p++ {
		if repeats(last, p) {
			return last[n-p:]
		}
	}
	return last[max(0, n-8):]
}

func repeats(s []Kind, period int) bool {
	for i := period; i < len(s); i++ {
		if s[i] != s[i-period] {
			return false
		}
	}
	return true
}
