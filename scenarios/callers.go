package scenarios

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// callers compiles what the callers of a type do beside calling and hanging up.
func (c *compiler) callers(f *format.CallType, out *model.CallType) {
	c.dist(factorOf(f.Busyness), &out.Busyness)
	if all := c.sc.Workload.Busyness; f.Busyness == nil && all != nil && len(out.Rates) > 0 {
		c.dist(&all.Dist, &out.Busyness)
		out.Shared = true
	}
	if f.Busyness != nil && len(out.Rates) == 0 {
		c.Add(f.Busyness.Pos, "busyness multiplies rates, but the type %q has none", f.Type.S)
	}
	if !out.Busyness.IsZero() {
		out.Rates = c.splitByDay(out.Rates)
	}
	out.Balking = c.share(f.Balking)
	c.wrapupOf(f, out)
	c.retry(f, out)
	c.announce(f, out)
}

func factorOf(f *format.Factor) *format.Dist {
	if f == nil {
		return nil
	}
	return &f.Dist
}

// splitByDay gives each step of the rates the number of its day; days are those
// of the calendar where the scenario has a start.
func (c *compiler) splitByDay(steps []model.RateStep) (split []model.RateStep) {
	days := c.midnights()
	for i, s := range steps {
		end := c.horizon
		if i+1 < len(steps) {
			end = min(steps[i+1].From, end)
		}
		for d, from := range days {
			to := c.horizon
			if d+1 < len(days) {
				to = days[d+1]
			}
			if at := max(from, s.From); at < min(to, end) {
				part := s
				part.PerSecond += float64(s.Slope * (at - s.From).Seconds())
				part.From, part.Day = at, uint32(d)
				split = append(split, part)
			}
		}
	}
	return split
}

// midnights are the moments at which days begin, the first at the start of the
// run.
func (c *compiler) midnights() []sim.Time {
	all := []sim.Time{0}
	if c.start.IsZero() {
		for at := sim.Day; at < c.horizon; at += sim.Day {
			all = append(all, at)
		}
		return all
	}
	s := c.start
	for d := 1; ; d++ {
		at := sim.Time(time.Date(s.Year(), s.Month(), s.Day()+d, 0, 0, 0, 0, s.Location()).Sub(s))
		if at >= c.horizon {
			return all
		}
		all = append(all, at)
	}
}

func (c *compiler) retry(f *format.CallType, out *model.CallType) {
	if f.Retry == nil {
		return
	}
	out.Retry = c.share(f.Retry.Probability)
	c.dist(f.Retry.After, &out.RetryAfter)
	if !f.Retry.Probability.Set || f.Retry.After == nil {
		c.Add(f.Retry.Pos, "retry needs a probability and a law of the pause, such as {probability: 50%%, after: {dist: exponential, mean: 15m}}")
	}
	calls := 0.0
	for i, s := range out.Rates {
		end := c.horizon
		if i+1 < len(out.Rates) {
			end = out.Rates[i+1].From
		}
		calls += float64(s.PerSecond * (end - s.From).Seconds())
	}
	if calls*float64(len(c.sc.Workload.Calls)) > model.MaxRetryCalls/2 {
		c.Add(f.Retry.Pos, "retrials are for runs of up to %d million calls; shorten the horizon", model.MaxRetryCalls/2_000_000)
	}
}

func (c *compiler) announce(f *format.CallType, out *model.CallType) {
	a := f.Announce
	if a == nil {
		return
	}
	out.Announce = model.Announce{Handling: out.Talk.Mean(), Above: sim.Time(a.Above.NS), Leave: a.Callers.S != "stay", Patience: 1}
	duration(a.Handling, &out.Announce.Handling)
	if out.Announce.Handling <= 0 {
		c.Add(a.Pos, "an announcement reckons with a mean handle time, such as handling: 180s")
	}
	if a.Handling.NS > int64(sim.Day) {
		c.Add(a.Handling.Pos, "the handling of an announcement is at most a day")
	}
	if a.Patience.Set {
		out.Announce.Patience = a.Patience.F
		if a.Patience.F > 100 {
			c.Add(a.Patience.Pos, "an announcement multiplies patience by at most 10000%%")
		}
	}
	if out.Patience.IsZero() && (a.Patience.Set || a.Callers.Set) && c.sc.Workload.Trace == nil {
		c.Add(a.Pos, "callers of the type %q wait for ever, so nothing that they hear changes what they do; give them a patience", f.Type.S)
	}
}

// linear lets the rates of intervals change in straight lines.
func (c *compiler) linear(a *format.Arrivals, steps []model.RateStep) {
	if a.Linear.S != "linear" {
		return
	}
	if a.Intervals == nil {
		c.Add(a.Linear.Pos, "interpolate belongs to intervals")
		return
	}
	for i := range steps[:len(steps)-1] {
		if span := (steps[i+1].From - steps[i].From).Seconds(); span > 0 {
			steps[i].Slope = (steps[i+1].PerSecond - steps[i].PerSecond) / span
		}
	}
}

// sources compiles a finite number of callers.
func (c *compiler) sources(a *format.Arrivals, out *model.CallType) {
	c.whole(a.Sources, &out.Sources, 1, 1_000_000)
	c.dist(a.Think, &out.Think)
	if a.Think == nil {
		c.Add(a.Pos, "sources need a law of the time between two calls, such as think: {dist: exponential, mean: 60s}")
	}
	if v := c.sc.Workload.Volume; v.Set {
		c.Add(v.Pos, "volume scales arrival rates, but sources give a number of callers: leave out one of them")
	}
}

// times reads moments of arrival, one call a row.
func (c *compiler) times(a *format.Arrivals, typ int) {
	data, ok := c.in.read(c.Problems, a.Times)
	if !ok {
		return
	}
	if v := c.sc.Workload.Volume; v.Set {
		c.Add(v.Pos, "volume scales arrival rates, but times gives single calls: leave out one of them")
	}
	if c.sc.Workload.Trace != nil {
		c.Add(a.Times.Pos, "calls come from a trace or from times, not from both")
		return
	}
	t := format.OpenTable(c.Problems, a.Pos, a.Times.S, data, a.Columns, a.Date.S, []string{"arrival"}, []string{"date"})
	if t == nil || t.Has("date") && !c.needStart(a.Times) {
		return
	}
	found := false
	for n := uint32(0); ; n++ {
		row, ok := t.Next()
		if !ok {
			break
		}
		offset, okDate := c.dateOffset(row, t)
		arrival, okArrival := row.Seconds("arrival")
		if okDate && !okArrival && row.Text("arrival") == "" {
			row.Fail("arrival", "the cell is empty")
		}
		if at := offset + sim.Time(arrival); okDate && okArrival && at >= 0 && at < c.horizon {
			found = true
			c.cfg.Trace = append(c.cfg.Trace, model.TraceCall{At: at, Row: n, Type: uint16(typ), Bare: true, IVR: -1, Talk: -1, Patience: -1})
		}
	}
	if !found {
		c.Add(a.Times.Pos, "%s holds no call between the start and the horizon", a.Times.S)
	}
}

// sortTrace puts the calls of all tables into the order in which they come, those
// of one moment by their numbers.
func (c *compiler) sortTrace() {
	slices.SortStableFunc(c.cfg.Trace, func(a, b model.TraceCall) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Type, b.Type))
	})
}

// hours compiles the opening hours.
func (c *compiler) hours() {
	o := c.sc.Center.Open
	if o == nil {
		return
	}
	if len(o.Hours) == 0 {
		c.Add(o.Pos, `opening hours need their hours, such as hours: [{from: "08:00", to: "18:00"}]`)
	}
	c.cfg.Hours.SendAway = o.Close.S == "send_away"
	var spans []model.Span
	for i := range o.Hours {
		spans = append(spans, c.spans(&o.Hours[i])...)
	}
	slices.SortFunc(spans, func(a, b model.Span) int { return cmp.Compare(a.From, b.From) })
	for _, s := range spans {
		if n := len(c.cfg.Hours.Open); n > 0 && s.From <= c.cfg.Hours.Open[n-1].To {
			c.cfg.Hours.Open[n-1].To = max(c.cfg.Hours.Open[n-1].To, s.To)
			continue
		}
		c.cfg.Hours.Open = append(c.cfg.Hours.Open, s)
	}
	if len(spans) == 0 && len(o.Hours) > 0 {
		c.Add(o.Pos, "the center is closed during the whole run")
	}
}

// spans are the days of one line of opening hours.
func (c *compiler) spans(h *format.Hours) (spans []model.Span) {
	if !h.From.Set || !h.To.Set {
		c.Add(h.Pos, `opening hours need from and to, such as {from: "08:00", to: "18:00"}`)
		return nil
	}
	if h.From.OfDay == "" || h.To.OfDay == "" {
		from, to := c.clock(h.From), c.clock(h.To)
		if from >= to {
			c.Add(h.To.Pos, "the hours end before they begin")
		}
		if len(h.Days) > 0 {
			c.Add(h.Days[0].Pos, "days of the week need times of day")
		}
		return []model.Span{{From: from, To: to}}
	}
	if c.clock(h.From); c.start.IsZero() {
		return nil
	}
	for day := -1; ; day++ {
		midnight := time.Date(c.start.Year(), c.start.Month(), c.start.Day()+day, 0, 0, 0, 0, c.start.Location())
		from, ok := ofDay(midnight, h.From.OfDay)
		to, okTo := ofDay(midnight, h.To.OfDay)
		if !ok || !okTo {
			c.Add(h.Pos, "opening hours repeat every day: write times such as 08:00, and days: [Mon, Tue]")
			return nil
		}
		if !to.After(from) {
			to, _ = ofDay(midnight.AddDate(0, 0, 1), h.To.OfDay)
		}
		at, end := sim.Time(from.Sub(c.start)), sim.Time(to.Sub(c.start))
		if at >= c.horizon {
			return spans
		}
		if end > 0 && opensOn(h.Days, midnight.Weekday()) {
			spans = append(spans, model.Span{From: max(at, 0), To: end})
		}
	}
}

// ofDay is a time of day on a day; 24:00 is its end.
func ofDay(midnight time.Time, text string) (time.Time, bool) {
	if text == "24:00" {
		return midnight.AddDate(0, 0, 1), true
	}
	for _, form := range []string{"15:04", "15:04:05"} {
		if t, err := time.Parse(form, text); err == nil {
			return time.Date(midnight.Year(), midnight.Month(), midnight.Day(), t.Hour(), t.Minute(), t.Second(), 0, midnight.Location()), true
		}
	}
	return time.Time{}, false
}

func opensOn(days []format.Text, d time.Weekday) bool {
	return len(days) == 0 || slices.ContainsFunc(days, func(t format.Text) bool { return len(t.S) >= 3 && weekdays[strings.ToLower(t.S[:3])] == d })
}
