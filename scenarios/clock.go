package scenarios

import (
	"strings"
	"time"

	"ccsim/scenarios/format"
	"ccsim/sim"
)

var weekdays = map[string]time.Weekday{"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}

// clock resolves a moment: a time of day is the first such moment at or after
// the start, in the zone of the start.
func (c *compiler) clock(m format.Clock) sim.Time {
	if m.OfDay == "" {
		return sim.Time(m.NS)
	}
	if c.start.IsZero() {
		c.Add(m.Pos, "the time of day %q needs a start of the scenario, such as start: 2026-03-03 08:00 Europe/Vienna", m.OfDay)
		return 0
	}
	t, ok := moment(c.start, m.OfDay)
	if !ok {
		c.Add(m.Pos, "%q is not a time of day such as 10:30, Tue 10:00 or 2026-03-05 10:00", m.OfDay)
		return 0
	}
	if t.Before(c.start) {
		c.Add(m.Pos, "%q lies before the start of the run", m.OfDay)
		return 0
	}
	return sim.Time(t.Sub(c.start))
}

func moment(start time.Time, text string) (time.Time, bool) {
	for _, form := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05"} {
		if t, err := time.ParseInLocation(form, text, start.Location()); err == nil {
			return t, true
		}
	}
	words := strings.Fields(text)
	day, named := time.Weekday(0), false
	if len(words) == 2 && len(words[0]) >= 3 {
		day, named = weekdays[strings.ToLower(words[0][:3])]
		if !named {
			return time.Time{}, false
		}
		words = words[1:]
	}
	if len(words) != 1 {
		return time.Time{}, false
	}
	for _, form := range []string{"15:04", "15:04:05"} {
		clock, err := time.Parse(form, words[0])
		if err != nil {
			continue
		}
		for d := range 8 {
			t := time.Date(start.Year(), start.Month(), start.Day()+d, clock.Hour(), clock.Minute(), clock.Second(), 0, start.Location())
			if !t.Before(start) && (!named || t.Weekday() == day) {
				return t, true
			}
		}
	}
	return time.Time{}, false
}
