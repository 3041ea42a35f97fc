package scenarios

import (
	"fmt"

	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// Moment reads a moment of the run: a duration since its start, such as 2h, or a
// time of day where the scenario has a start.
func (c *Compiled) Moment(text string) (sim.Time, error) {
	if ns, err := format.ParseDuration(text); err == nil {
		return sim.Time(ns), nil
	}
	if c.Start.IsZero() {
		return 0, fmt.Errorf("%q is not a duration since the start, such as 2h; a time of day needs a start of the scenario", text)
	}
	t, ok := moment(c.Start, text)
	if !ok {
		return 0, fmt.Errorf("%q is neither a time of day such as 10:30 nor a duration since the start such as 2h", text)
	}
	return sim.Time(t.Sub(c.Start)), nil
}

// When prints moments: as times of day where the scenario has a start, or else
// as times since it.
func (c *Compiled) When() func(sim.Time) string {
	if clock := c.clock(); clock != nil {
		return clock
	}
	return func(t sim.Time) string {
		if t == 0 {
			return "+0 s"
		}
		return "+" + reports.Span(t)
	}
}

// DateOf is the date and the time of day of a moment, as tables of staffing have
// them; without a start the date is empty.
func (c *Compiled) DateOf(t sim.Time) (date, clock string) {
	if c.Start.IsZero() {
		return "", fmt.Sprintf("%g", t.Seconds())
	}
	at := c.clockTime(t)
	return at.Format("2006-01-02"), at.Format("15:04:05")
}
