package sim

import (
	"math"
	"strconv"
	"strings"
)

// Time is a moment or a span of simulated time in whole nanoseconds. Zero is
// the start of the run. Integer time makes ties exact and their order a matter
// of meaning instead of rounding.
type Time int64

// Spans of simulated time.
const (
	Nanosecond  Time = 1
	Microsecond      = 1000 * Nanosecond
	Millisecond      = 1000 * Microsecond
	Second           = 1000 * Millisecond
	Minute           = 60 * Second
	Hour             = 60 * Minute
	Day              = 24 * Hour
)

// Forever is later than any event: an expiry that never comes.
const Forever Time = math.MaxInt64

// Seconds gives t in seconds. The division is exact IEEE 754, so the result
// has the same bits on every architecture.
func (t Time) Seconds() float64 { return float64(t) / float64(Second) }

// FromSeconds rounds s seconds to the nearest nanosecond.
func FromSeconds(s float64) Time { return Time(math.Floor(float64(s*float64(Second)) + 0.5)) }

// String prints t as hours, minutes and seconds with milliseconds, such as
// 1h2m3.004s; finer digits appear only where t has them.
func (t Time) String() string {
	if t == Forever {
		return "forever"
	}
	var b strings.Builder
	if t < 0 {
		b.WriteByte('-')
		t = -t
	}
	h, rest := t/Hour, t%Hour
	m, s := rest/Minute, rest%Minute
	if h > 0 {
		b.WriteString(strconv.FormatInt(int64(h), 10) + "h")
	}
	if h > 0 || m > 0 {
		b.WriteString(strconv.FormatInt(int64(m), 10) + "m")
	}
	b.WriteString(strconv.FormatInt(int64(s/Second), 10))
	frac := strconv.FormatInt(int64(s%Second)+int64(Second), 10)[1:]
	for len(frac) > 3 && frac[len(frac)-1] == '0' {
		frac = frac[:len(frac)-1]
	}
	b.WriteString("." + frac + "s")
	return b.String()
}
