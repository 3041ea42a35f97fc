package scenarios

import (
	"math"
	"slices"

	"ccsim/scenarios/format"
	"ccsim/sim"
)

// Shifts are the shifts of which a roster may be made.
type Shifts struct {
	Group     int // index of Config.Groups
	Shrinkage int // in hundredths of a percent
	Kinds     []ShiftKind
}

// ShiftKind is a kind of shift with all moments at which it may begin.
type ShiftKind struct {
	Name   string
	Starts []sim.Time
	Length sim.Time
	Breaks []ShiftBreak
}

// ShiftBreak is time off within a shift.
type ShiftBreak struct{ After, For sim.Time }

// maxStarts bounds the starts of all shifts on all days.
const maxStarts = 500

// rosters compiles the shifts; nil where the scenario has none.
func (c *compiler) rosters() *Shifts {
	f := c.sc.Shifts
	if f == nil {
		return nil
	}
	out := &Shifts{Shrinkage: int(math.Round(float64(f.Shrinkage.F * 10_000)))}
	if f.Shrinkage.F > 0.9 {
		c.Add(f.Shrinkage.Pos, "a shrinkage above 90%% leaves nobody to serve")
	}
	var names []string
	for i := range c.cfg.Groups {
		names = append(names, c.cfg.Groups[i].Name)
	}
	switch {
	case f.Group.Set:
		if out.Group = slices.Index(names, f.Group.S); out.Group < 0 {
			c.Add(f.Group.Pos, "unknown group of agents %q; %s", f.Group.S, format.Suggest(f.Group.S, names))
			out.Group = 0
		}
	case len(names) != 1:
		c.Add(f.Pos, "say which agents work in shifts, such as group: %s", append(names, "sales-team")[0])
	}
	if len(f.Types) == 0 {
		c.Add(f.Pos, `shifts need their types, such as types: [{name: day, from: "08:00", to: "10:00", length: 8h}]`)
	}
	starts := 0
	for i := range f.Types {
		k := c.shiftKind(&f.Types[i])
		starts += len(k.Starts)
		out.Kinds = append(out.Kinds, k)
	}
	if starts > maxStarts {
		c.Add(f.Pos, "the shifts have %d starts over all days, at most %d", starts, maxStarts)
	}
	return out
}

func (c *compiler) shiftKind(f *format.Shift) ShiftKind {
	k := ShiftKind{Name: f.Name.S, Length: sim.Time(f.Length.NS)}
	if !f.Name.Set || k.Length <= 0 {
		c.Add(f.Pos, "a type of shift needs a name and a length, such as {name: day, length: 8h}")
	}
	end := sim.Time(0)
	for i := range f.Breaks {
		b := ShiftBreak{sim.Time(f.Breaks[i].After.NS), sim.Time(f.Breaks[i].For.NS)}
		if b.For <= 0 || b.After < end || b.After+b.For > k.Length {
			c.Add(f.Breaks[i].Pos, "breaks lie within the shift one after the other, such as {after: 4h, for: 30m}")
		}
		end = b.After + b.For
		k.Breaks = append(k.Breaks, b)
	}
	for _, first := range c.shiftStarts(f) {
		for day := 0; ; day++ {
			at := c.daysAfter(first, day)
			if at >= c.horizon {
				break
			}
			k.Starts = append(k.Starts, at)
			if c.start.IsZero() {
				break
			}
		}
	}
	slices.Sort(k.Starts)
	return k
}

// shiftStarts are the first starts of a kind of shift.
func (c *compiler) shiftStarts(f *format.Shift) (all []sim.Time) {
	if len(f.Starts) > 0 == (f.From.Set || f.To.Set) {
		c.Add(f.Pos, `a type of shift has starts: ["08:00", "09:00"], or from: and to:`)
		return nil
	}
	for _, s := range f.Starts {
		all = append(all, c.clock(s))
	}
	if len(f.Starts) > 0 {
		return all
	}
	from, to, every := c.clock(f.From), c.clock(f.To), 30*sim.Minute
	if f.Every.Set {
		every = sim.Time(f.Every.NS)
	}
	if !f.From.Set || !f.To.Set || to < from || every < sim.Minute {
		c.Add(f.Pos, "the starts go from: one moment to: a later one, every: at least 1m")
		return nil
	}
	for at := from; at <= to && len(all) <= maxStarts; at += every {
		all = append(all, at)
	}
	return all
}
