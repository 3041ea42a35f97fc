package hds

import (
	"time"

	"ccsim/sim"
)

// clock turns moments of the run into dates of the center.
type clock struct {
	start    time.Time
	interval sim.Time // length of a reporting interval
}

// noStart is when a run begins whose scenario has no start: a Monday.
var noStart = time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)

// halfHour is the reporting interval where nobody asks for another.
const halfHour = 30 * sim.Minute

func newClock(start time.Time, interval sim.Time) *clock {
	if start.IsZero() {
		start = noStart
	}
	if interval == 0 {
		interval = halfHour
	}
	return &clock{start, interval}
}

func (c *clock) date(t sim.Time) time.Time { return c.start.Add(time.Duration(t)) }

// wall is a moment on the clock of the center, in seconds since 1970.
func (c *clock) wall(t sim.Time) int64 {
	d := c.date(t)
	_, east := d.Zone()
	return d.Unix() + int64(east)
}

// zone is the column TimeZone: minutes from the clock of the center to UTC.
func (c *clock) zone(t sim.Time) int64 {
	_, east := c.date(t).Zone()
	return int64(-east / 60)
}

// epoch is the number of days from the beginning of 1600 to that of 1970.
const epoch = 135140

// day is RouterCallKeyDay: days since the beginning of 1600.
func (c *clock) day(t sim.Time) int64 { return c.wall(t)/86400 + epoch }

// begin is when the interval of a moment began, by the clock of the center.
func (c *clock) begin(t sim.Time) sim.Time {
	d := c.date(t)
	_, east := d.Zone()
	into := (d.Unix()+int64(east))%int64(c.interval/sim.Second)*int64(sim.Second) + int64(d.Nanosecond())
	return t - sim.Time(into)
}
