package scenarios

import (
	"slices"
	"time"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// workload compiles the types of calls and the trace.
func (c *compiler) workload() {
	w := &c.sc.Workload
	var names []string
	for i := range w.Calls {
		f := &w.Calls[i]
		if !f.Type.Set {
			c.Add(f.Pos, "a type of calls needs its name: type: sales")
		}
		c.unique(f.Type, names, "type of calls")
		names = append(names, f.Type.S)
		c.cfg.Types = append(c.cfg.Types, c.callType(f))
	}
	if w.Trace != nil {
		c.trace(w.Trace, names)
	}
	c.sortTrace()
	c.hours()
	if len(c.cfg.Types) > 1000 {
		c.Add(w.Pos, "at most 1000 types of calls")
	}
}

func (c *compiler) callType(f *format.CallType) model.CallType {
	out := model.CallType{Name: f.Type.S, Priority: 1, Talk: c.pre.talk, Patience: c.pre.patience}
	c.route(f, &out)
	out.Hold, out.HoldTime, out.Transfer, out.Conference = c.pre.hold, c.pre.holdTime, c.pre.transfer, c.pre.conference
	for _, s := range []struct {
		from format.Share
		to   *float64
	}{{f.Hold, &out.Hold}, {f.Transfer, &out.Transfer}, {f.Conference, &out.Conference}} {
		if s.from.Set {
			*s.to = s.from.F
		}
		if s.from.F > 1 {
			c.Add(s.from.Pos, "a share of talks is at most 100%%")
		}
	}
	c.dist(f.HoldTime, &out.HoldTime)
	if out.Hold > 0 && out.HoldTime.IsZero() {
		c.Add(f.Hold.Pos, "hold needs a hold_time, such as hold_time: {dist: exponential, mean: 30s}")
	}
	c.whole(f.Priority, &out.Priority, 1, 1000)
	c.dist(f.Talk, &out.Talk)
	c.dist(f.Patience, &out.Patience)
	if f.IVR != nil {
		out.HasIVR = true
		c.dist(f.IVR, &out.IVR)
	}
	if out.Talk.IsZero() && !c.talkGiven(f) {
		c.Add(f.Pos, "the type %q needs a talk time, such as talk: {dist: exponential, mean: 180s}", f.Type.S)
	}
	if f.Arrivals != nil {
		c.arrivals(f, &out)
	} else if c.sc.Workload.Trace == nil {
		c.Add(f.Pos, "the type %q needs arrivals, such as arrivals: {rate: 200/h}", f.Type.S)
	}
	c.callers(f, &out)
	return out
}

// talkGiven tells whether a table brings the talk times; a constant of 0 is
// given, too.
func (c *compiler) talkGiven(f *format.CallType) bool {
	return f.Talk != nil && !f.Talk.None || f.Arrivals != nil && f.Arrivals.CSV.Set || c.sc.Workload.Trace != nil
}

func (c *compiler) arrivals(f *format.CallType, out *model.CallType) {
	a := f.Arrivals
	given := 0
	for _, set := range []bool{a.Rate.Set, a.Intervals != nil, a.CSV.Set, a.Every.Set, a.Times.Set, a.Sources.Set} {
		if set {
			given++
		}
	}
	if given != 1 {
		c.Add(a.Pos, "arrivals need exactly one of rate, intervals, csv, every, times and sources")
		return
	}
	volume := 1.0
	if c.sc.Workload.Volume.Set {
		volume = c.sc.Workload.Volume.F
	}
	switch {
	case a.Rate.Set:
		out.Rates = []model.RateStep{{PerSecond: a.Rate.PerSecond * volume}}
	case a.Intervals != nil:
		out.Rates = c.rates(a.Intervals, volume)
	case a.CSV.Set:
		out.Rates = c.counts(f, volume)
	case a.Times.Set:
		c.times(a, len(c.cfg.Types))
	case a.Sources.Set:
		c.sources(a, out)
	default:
		out.Every = sim.Time(a.Every.NS)
		if out.Every <= 0 {
			c.Add(a.Every.Pos, "every must be longer than 0")
		}
		if c.sc.Workload.Volume.Set {
			c.Add(a.Every.Pos, "volume scales arrival rates, but every gives fixed times: leave out one of them")
		}
	}
	c.linear(a, out.Rates)
	if a.Think != nil && !a.Sources.Set {
		c.Add(a.Think.Pos, "think belongs to sources")
	}
	if !a.CSV.Set && !a.Times.Set && (a.Columns.Set || a.Date.Set) {
		c.Add(a.Pos, "columns and date_format belong to a csv or times")
	}
}

func (c *compiler) rates(intervals []format.Interval, volume float64) (steps []model.RateStep) {
	at := sim.Time(-1)
	for i, in := range intervals {
		from := c.clock(in.From)
		if from <= at && i > 0 {
			c.Add(in.From.Pos, "intervals stand in order of time")
		}
		if len(steps) == 0 && from > 0 {
			steps = append(steps, model.RateStep{})
		}
		steps = append(steps, model.RateStep{From: from, PerSecond: in.Rate.PerSecond * volume})
		at = from
		if in.To.Set {
			to := c.clock(in.To)
			if to <= from {
				c.Add(in.To.Pos, "the interval ends before it begins")
			}
			if i+1 == len(intervals) || c.clock(intervals[i+1].From) > to {
				steps = append(steps, model.RateStep{From: to})
			}
		}
	}
	return steps
}

// counts reads calls per interval from a table, with mean talk times where
// it has them.
func (c *compiler) counts(f *format.CallType, volume float64) (steps []model.RateStep) {
	a := f.Arrivals
	rows, length := c.intervals(a.Value, a.CSV, a.Columns, a.Date.S, f.Talk)
	if len(rows) > 0 && rows[0].at > 0 {
		steps = append(steps, model.RateStep{})
	}
	for i, r := range rows {
		steps = append(steps, model.RateStep{From: r.at, PerSecond: r.count / length.Seconds() * volume, Talk: r.talk})
		if i+1 == len(rows) || rows[i+1].at > r.at+length {
			steps = append(steps, model.RateStep{From: r.at + length})
		}
	}
	return steps
}

// interval is one row of a table of intervals.
type interval struct {
	at    sim.Time
	count float64
	talk  sim.Dist
}

// intervals reads a table of counts per interval. The length of the intervals
// is the smallest distance of two of them.
func (c *compiler) intervals(at format.Value, file format.Text, columns format.Mapping, dateFormat string, talk *format.Dist) (rows []interval, length sim.Time) {
	length = 30 * sim.Minute
	data, ok := c.in.read(c.Problems, file)
	if !ok {
		return nil, length
	}
	t := format.OpenTable(c.Problems, at.Pos, file.S, data, columns, dateFormat, []string{"start", "count"}, []string{"date", "talk"})
	if t == nil || t.Has("date") && !c.needStart(file) {
		return nil, length
	}
	for {
		row, ok := t.Next()
		if !ok {
			break
		}
		from, okFrom := row.Seconds("start")
		count, okCount := row.Count("count")
		offset, okDate := c.dateOffset(row, t)
		if !okFrom || !okCount || !okDate {
			if row.Text("start") == "" {
				row.Fail("start", "the cell is empty")
			}
			continue
		}
		in := interval{at: offset + sim.Time(from), count: count}
		if n := len(rows); n > 0 {
			gap := in.at - rows[n-1].at
			if gap <= 0 {
				row.Fail("start", "intervals stand in order of time, each once")
				continue
			}
			length = min(length, gap)
		}
		in.talk = c.intervalTalk(row, t, talk)
		rows = append(rows, in)
	}
	if len(rows) == 0 {
		c.Add(file.Pos, "%s holds no interval", file.S)
	}
	return c.withinRun(rows, length), length
}

// withinRun drops the intervals that end before the run begins.
func (c *compiler) withinRun(rows []interval, length sim.Time) []interval {
	return slices.DeleteFunc(rows, func(r interval) bool { return r.at+length <= 0 || r.at >= c.horizon })
}

func (c *compiler) intervalTalk(row format.Row, t *format.Reader, talk *format.Dist) sim.Dist {
	if talk == nil && c.pre.talk.IsZero() || !t.Has("talk") {
		if !t.Has("talk") {
			return sim.Dist{}
		}
	}
	ns, ok := row.Seconds("talk")
	if !ok || ns <= 0 {
		return sim.Dist{}
	}
	if talk != nil && !talk.None && talk.Params.Mean.Set {
		return c.law(talk, sim.Time(ns))
	}
	return law(sim.Exponential(sim.Time(ns)))
}

func (c *compiler) needStart(file format.Text) bool {
	if c.start.IsZero() {
		c.Add(file.Pos, "%s has dates, so the scenario needs a start, such as start: 2026-03-02 00:00 Europe/Vienna", file.S)
		return false
	}
	return true
}

// dateOffset is where the day of a row begins, seen from the start of the run.
func (c *compiler) dateOffset(row format.Row, t *format.Reader) (sim.Time, bool) {
	if !t.Has("date") {
		return 0, true
	}
	day, ok := row.Date("date", c.start.Location())
	return sim.Time(day.Sub(c.start)), ok
}

// trace reads single calls. Rows before the start or after the horizon are
// not replayed.
func (c *compiler) trace(f *format.Trace, names []string) {
	data, ok := c.in.read(c.Problems, f.CSV)
	if !ok {
		return
	}
	t := format.OpenTable(c.Problems, f.Pos, f.CSV.S, data, f.Columns, f.Date.S, []string{"arrival"}, []string{"date", "ivr", "type", "talk", "patience"})
	if t == nil || t.Has("date") && !c.needStart(f.CSV) {
		return
	}
	if v := c.sc.Workload.Volume; v.Set && v.F != 1 {
		c.Add(v.Pos, "volume scales arrival rates, but a trace gives single calls: leave out one of them")
	}
	if len(names) == 0 {
		c.Add(f.Pos, "a trace needs the types of its calls under calls:, with their route and patience")
		return
	}
	types := c.traceTypes(f, names)
	for n := uint32(0); ; n++ {
		row, ok := t.Next()
		if !ok {
			break
		}
		if call, ok := c.traceCall(row, t, types, names); ok && call.At >= 0 && call.At < c.horizon {
			call.Row = n
			c.cfg.Trace = append(c.cfg.Trace, call)
		}
	}
	if len(c.cfg.Trace) == 0 {
		c.Add(f.CSV.Pos, "%s holds no call between the start and the horizon", f.CSV.S)
	}
}

// traceTypes maps the codes of the file to call types.
func (c *compiler) traceTypes(f *format.Trace, names []string) map[string]int {
	types := map[string]int{}
	for i, n := range names {
		types[n] = i
	}
	for _, p := range f.Types.Pairs {
		types[p.Key.S] = c.index(p.Value, names, "type of calls")
	}
	return types
}

func (c *compiler) traceCall(row format.Row, t *format.Reader, types map[string]int, names []string) (call model.TraceCall, ok bool) {
	offset, ok := c.dateOffset(row, t)
	arrival, okArrival := row.Seconds("arrival")
	if !ok || !okArrival {
		if row.Text("arrival") == "" {
			row.Fail("arrival", "the cell is empty")
		}
		return call, false
	}
	typ := 0
	if t.Has("type") {
		typ, ok = types[row.Text("type")]
		if !ok {
			row.Fail("type", "the code %q is no type of calls; map it, such as types: {%s: %s}", row.Text("type"), row.Text("type"), names[0])
			return call, false
		}
	}
	cell := func(name string) sim.Time {
		if ns, ok := row.Seconds(name); t.Has(name) && ok {
			return sim.Time(ns)
		}
		return -1
	}
	call = model.TraceCall{At: offset + sim.Time(arrival), Type: uint16(typ), IVR: cell("ivr"), Talk: cell("talk"), Patience: cell("patience")}
	if call.Talk < 0 && c.cfg.Types[typ].Talk.IsZero() {
		row.Fail("talk", "the call has no talk time, and its type %q has none either", names[typ])
		return call, false
	}
	return call, true
}

// clockTime is where a moment of the run lies on the calendar.
func (c *Compiled) clockTime(t sim.Time) time.Time { return c.Start.Add(time.Duration(t)) }
