package format

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Value is what every scalar of a scenario has: where it stands, and whether
// it was given at all.
type Value struct {
	Pos
	Set bool
}

// Text is a string.
type Text struct {
	Value
	S string
}

// Int is a whole number.
type Int struct {
	Value
	N int64
}

// Float is a plain number without a unit, such as a factor.
type Float struct {
	Value
	F float64
}

// Bool is true or false.
type Bool struct {
	Value
	B bool
}

// Limit is a whole number, or none.
type Limit struct {
	Value
	None bool
	N    int64
}

// Duration is a span of time in nanoseconds. It carries a unit: 500ms, 30s,
// 1h30m, 2d, 1w.
type Duration struct {
	Value
	NS int64
}

// Share is a part of a whole: 5% or 0.05.
type Share struct {
	Value
	F float64
}

// Rate is a number of things a time: 2000/h, 9/s, 3/min, 100/d.
type Rate struct {
	Value
	PerSecond float64
	Text      string
}

// Clock is a moment: a duration since the start, or a time of day such as
// "10:30", "Tue 10:00" or "2026-03-05 10:00" where the scenario has a start. It is
// resolved when the start is known.
type Clock struct {
	Value
	NS    int64
	OfDay string // not empty: a time of day, still to be resolved
}

type scalar interface {
	parse(text string) error
	note(at Pos)
	unit() string
}

func (v *Value) note(at Pos) { v.Pos, v.Set = at, true }

func (t *Text) parse(s string) error { t.S = s; return nil }
func (t *Text) unit() string         { return "text" }

func (i *Int) parse(s string) (err error) {
	i.N, err = strconv.ParseInt(strings.ReplaceAll(s, "_", ""), 10, 64)
	return plain(err)
}
func (i *Int) unit() string { return "a whole number" }

func (f *Float) parse(s string) (err error) {
	f.F, err = strconv.ParseFloat(s, 64)
	if err == nil && (math.IsNaN(f.F) || math.IsInf(f.F, 0)) {
		err = strconv.ErrRange
	}
	return plain(err)
}
func (f *Float) unit() string { return "a number" }

func (b *Bool) parse(s string) error {
	switch s {
	case "true":
		b.B = true
	case "false":
		b.B = false
	default:
		return errPlain
	}
	return nil
}
func (b *Bool) unit() string { return "true or false" }

func (l *Limit) parse(s string) (err error) {
	if s == "none" {
		l.None = true
		return nil
	}
	l.None = false
	l.N, err = strconv.ParseInt(s, 10, 32)
	if err == nil && l.N < 0 {
		return errPlain
	}
	return plain(err)
}
func (l *Limit) unit() string { return "a whole number from 0 up, or none" }

func (d *Duration) parse(s string) (err error) {
	d.NS, err = ParseDuration(s)
	return err
}
func (d *Duration) unit() string { return "a duration with its unit, such as 30s, 500ms, 1h30m or 2d" }

func (s *Share) parse(text string) error {
	number, percent := strings.CutSuffix(text, "%")
	f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return errPlain
	}
	if percent {
		f /= 100
	}
	if f < 0 {
		return fmt.Errorf("a share is not negative")
	}
	s.F = f
	return nil
}
func (s *Share) unit() string { return "a share, such as 5% or 0.05" }

var perTime = map[string]float64{"s": 1, "sec": 1, "min": 60, "m": 60, "h": 3600, "d": 86400}

func (r *Rate) parse(s string) error {
	number, unit, ok := strings.Cut(s, "/")
	seconds, known := perTime[strings.TrimSpace(unit)]
	f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if !ok || !known || err != nil || f < 0 || math.IsInf(f, 0) || math.IsNaN(f) {
		return errPlain
	}
	r.PerSecond, r.Text = f/seconds, s
	return nil
}
func (r *Rate) unit() string { return "a rate with its time, such as 2000/h, 3/min or 9/s" }

func (c *Clock) parse(s string) error {
	if ns, err := ParseDuration(s); err == nil {
		c.NS, c.OfDay = ns, ""
		return nil
	}
	if !strings.Contains(s, ":") {
		return errPlain
	}
	c.OfDay = s
	return nil
}
func (c *Clock) unit() string {
	return `a duration since the start, such as 2h, or a time of day in quotes, such as "10:30" or "Tue 10:00"`
}

// errPlain means: not of this form. The caller says which form it is.
var errPlain = fmt.Errorf("not of this form")

func plain(err error) error {
	if err != nil {
		return errPlain
	}
	return nil
}

var units = []struct {
	name string
	ns   int64
}{{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"min", 60e9}, {"m", 60e9}, {"h", 3600e9}, {"d", 86400e9}, {"w", 7 * 86400e9}}

// ParseDuration reads a duration exactly, to the nanosecond: one or more
// numbers with units, largest first by habit. A bare 0 needs no unit.
func ParseDuration(s string) (int64, error) {
	if s == "0" {
		return 0, nil
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return 0, fmt.Errorf("%s has no unit: write %ss for seconds, %sm for minutes", s, s, s)
	}
	total, rest := int64(0), s
	for rest != "" {
		ns, tail, err := leading(rest)
		if err != nil {
			return 0, err
		}
		if total > math.MaxInt64-ns {
			return 0, fmt.Errorf("%s is longer than 292 years", s)
		}
		total, rest = total+ns, tail
	}
	return total, nil
}

// leading reads one number with its unit.
func leading(s string) (ns int64, rest string, err error) {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.') {
		n++
	}
	end := n
	for end < len(s) && s[end] > '9' {
		end++
	}
	for _, u := range units {
		if s[n:end] == u.name && n > 0 {
			ns, err := scaled(s[:n], u.ns)
			return ns, s[end:], err
		}
	}
	return 0, "", errPlain
}

// scaled multiplies a decimal number by a whole one without rounding more than
// the last nanosecond.
func scaled(number string, by int64) (int64, error) {
	whole, fraction, _ := strings.Cut(number, ".")
	n, err := strconv.ParseInt("0"+whole, 10, 64)
	if err != nil || strings.Contains(fraction, ".") || n > math.MaxInt64/by/2 {
		return 0, fmt.Errorf("%s is not a number that fits", number)
	}
	n *= by
	for _, digit := range fraction {
		by /= 10
		n += int64(digit-'0') * by
	}
	return n, nil
}
