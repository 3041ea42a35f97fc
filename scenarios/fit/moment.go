package fit

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Moments are milliseconds of wall time since 1970-01-01 00:00 of the center: what
// its clocks show, so that a day has 24 hours whatever the season.

const (
	dayMS  = 24 * 3600 * 1000
	hourMS = 3600 * 1000
)

// dateForms are the ways of writing a date, by the name of --date-format.
var dateForms = []string{"yyyymmdd", "yyyy-mm-dd", "dd.mm.yyyy", "mm/dd/yyyy", "dd/mm/yyyy"}

// moments reads dates and times of the table.
type moments struct {
	numbers
	form  string // dd/mm/yyyy or mm/dd/yyyy where a date may be either
	zone  *time.Location
	dates map[string]int64 // day numbers of dates already read
	serie bool             // plain numbers are days of a spreadsheet
	share bool             // plain times are shares of a day
}

// spreadsheetEpoch is day 0 of spreadsheets, 1899-12-30, as a day number.
const spreadsheetEpoch = -25569

// day reads a date as a day number.
func (m *moments) day(s string) (int64, bool) {
	if d, ok := m.dates[s]; ok {
		return d, true
	}
	d, ok := m.readDay(s)
	if ok && len(m.dates) < 100_000 {
		m.dates[strings.Clone(s)] = d
	}
	return d, ok
}

func (m *moments) readDay(s string) (int64, bool) {
	if v, ok := digits(s); ok {
		if len(s) == 8 {
			return dayNumber(v/10000, v/100%100, v%100)
		}
		return v + spreadsheetEpoch, v > 10_000 && v < 100_000
	}
	a, b, c, sep, ok := dateParts(s)
	switch {
	case !ok:
		for _, layout := range []string{"2-Jan-2006", "2-Jan-06", "Jan-2-2006", "2006-Jan-2"} {
			if t, err := time.Parse(layout, s); err == nil {
				return t.Unix() / 86400, true
			}
		}
		return 0, false
	case a > 31:
		return dayNumber(a, b, c)
	case sep == '/' && m.form != "dd/mm/yyyy":
		a, b = b, a
	}
	if c < 100 {
		c += 2000
		if c > 2069 {
			c -= 100
		}
	}
	return dayNumber(c, b, a)
}

// dateParts splits a date of three numbers.
func dateParts(s string) (a, b, c int64, sep byte, ok bool) {
	i := strings.IndexAny(s, "-./")
	if i < 1 {
		return
	}
	sep = s[i]
	j := strings.IndexByte(s[i+1:], sep)
	if j < 0 {
		return
	}
	a, okA := digits(s[:i])
	b, okB := digits(s[i+1 : i+1+j])
	c, okC := digits(s[i+2+j:])
	return a, b, c, sep, okA && okB && okC
}

// dayNumber counts the days since 1970-01-01, if there is such a date.
func dayNumber(year, month, day int64) (int64, bool) {
	t := time.Date(int(year), time.Month(month), int(day), 0, 0, 0, 0, time.UTC)
	if year < 1900 || year > 2200 || t.Month() != time.Month(month) || int64(t.Day()) != day {
		return 0, false
	}
	return t.Unix() / 86400, true
}

func looksLikeDate(s string) bool {
	m := moments{dates: map[string]int64{}}
	_, ok := m.readDay(s)
	m.form = "dd/mm/yyyy"
	_, other := m.readDay(s)
	return ok || other
}

func looksLikeMoment(s string) bool {
	date, rest, ok := cutMoment(s)
	if !ok {
		return false
	}
	clock, _ := cutZone(rest)
	return looksLikeDate(date) && looksLikeClock(clock)
}

// cutMoment splits a date from its time.
func cutMoment(s string) (date, clock string, ok bool) {
	i := strings.IndexAny(s, " T")
	if i < 6 || strings.Contains(s[:i], ":") {
		return s, "", false
	}
	return strings.TrimSuffix(s[:i], ","), strings.TrimSpace(s[i+1:]), true
}

// cutZone splits the offset to UTC from a time: Z, +01:00, +0100.
func cutZone(s string) (clock, zone string) {
	if rest, ok := strings.CutSuffix(s, "Z"); ok {
		return rest, "Z"
	}
	if i := strings.LastIndexAny(s, "+-"); i > 3 {
		return strings.TrimSpace(s[:i]), s[i:]
	}
	return s, ""
}

// moment reads a moment that has its date in the same cell, or a time of a day that
// stands in another one.
func (m *moments) moment(s string, day int64, dated bool) (int64, error) {
	if date, rest, ok := cutMoment(s); ok {
		return m.whole(s, date, rest)
	}
	if v, ok := m.parse(s); ok {
		return m.plain(s, v, day, dated)
	}
	t, ok := m.clock(s)
	if !ok {
		return 0, fmt.Errorf("%q is no time of day: hh:mm, hh:mm:ss or seconds", s)
	}
	return day*dayMS + t, nil
}

// whole reads date and time of one cell.
func (m *moments) whole(s, date, rest string) (int64, error) {
	d, ok := m.day(date)
	clock, zone := cutZone(rest)
	t, okTime := m.clock(clock)
	if !ok || !okTime {
		return 0, fmt.Errorf("%q is no date and time, such as 2026-03-02 08:15:00", s)
	}
	at := d*dayMS + t
	if zone == "" {
		return at, nil
	}
	offset := time.Duration(0)
	if zone != "Z" {
		o, ok := digits(strings.Replace(zone[1:], ":", "", 1))
		if !ok || len(zone) < 3 {
			return 0, fmt.Errorf("%q ends in no offset to UTC, such as +01:00", s)
		}
		if len(zone) == 3 {
			o *= 100
		}
		offset = time.Duration(o/100)*time.Hour + time.Duration(o%100)*time.Minute
		if zone[0] == '-' {
			offset = -offset
		}
	}
	return m.wall(at - offset.Milliseconds()), nil
}

// wall is what the clocks of the zone show at a moment of UTC.
func (m *moments) wall(utc int64) int64 {
	_, offset := time.UnixMilli(utc).In(m.zone).Zone()
	return utc + int64(offset)*1000
}

// plain reads a moment written as a number: seconds of the day, or of 1970, or days
// of a spreadsheet.
func (m *moments) plain(s string, v float64, day int64, dated bool) (int64, error) {
	switch {
	case v < 0:
	case m.serie && !dated:
		return (spreadsheetEpoch)*dayMS + int64(math.Round(v*dayMS)), nil
	case m.share:
		return day*dayMS + int64(math.Round(v*dayMS)), nil
	case v < 2*86400:
		return day*dayMS + ms(v), nil
	case !dated && v >= 1e11 && v < 1e13:
		return m.wall(int64(v)), nil
	case !dated && v >= 1e8 && v < 1e11:
		return m.wall(ms(v)), nil
	}
	return 0, fmt.Errorf("%q is no moment: seconds of the day, or of 1970", s)
}
