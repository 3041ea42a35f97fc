package scenarios

import (
	"cmp"
	"slices"
	"time"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// work compiles how the agents of a group keep to their plan, and how fast they
// are.
func (c *compiler) work(g *format.Group, out *model.Group) {
	if a := g.Adherence; a != nil {
		c.dist(a.Late, &out.Late)
		c.dist(a.Early, &out.Early)
		duration(a.Ramp, &out.Ramp)
		out.Absent = c.share(a.Absent)
		if len(out.Staff) == 0 && (a.Late != nil || a.Early != nil || a.Ramp.Set) {
			c.Add(a.Pos, "nobody is late for a shift that never begins: give the group a schedule or staffing")
		}
	}
	for i := range g.Breaks {
		out.Breaks = append(out.Breaks, c.breaks(&g.Breaks[i])...)
	}
	slices.SortStableFunc(out.Breaks, func(a, b model.Break) int { return cmp.Compare(a.From, b.From) })
	for i := 1; i < len(out.Breaks); i++ {
		if b := &out.Breaks[i-1]; b.From+sim.Time(b.Waves)*b.Gap > out.Breaks[i].From && b.Waves > 1 {
			c.Add(g.Breaks[0].Pos, "two breaks of the group %q overlap", g.Name.S)
			break
		}
	}
	c.speed(g.Speed, &out.Speed)
}

// breaks repeats a break on every day of the run.
func (c *compiler) breaks(b *format.Break) (all []model.Break) {
	if !b.From.Set || b.For.NS <= 0 {
		c.Add(b.Pos, `a break needs its begin and its length, such as {from: "12:00", to: "14:00", for: 30m}`)
		return nil
	}
	from := c.clock(b.From)
	one := model.Break{From: from, Waves: 1, For: sim.Time(b.For.NS)}
	if b.To.Set {
		to := c.clock(b.To)
		if to < from && b.To.OfDay != "" && b.From.OfDay != "" {
			// The run begins between the two: the first whole break is of the next day.
			to = c.daysAfter(to, 1)
		}
		one.Waves = int((to - from) / one.For)
		if one.Waves < 1 {
			c.Add(b.To.Pos, "a break of %v does not fit between from and to", time.Duration(one.For))
			return nil
		}
		one.Gap = (to - from) / sim.Time(one.Waves)
	}
	for day := 0; ; day++ {
		if one.From = from; b.From.OfDay != "" {
			one.From = c.daysAfter(from, day)
		}
		if one.From >= c.horizon {
			return all
		}
		all = append(all, one)
		if b.From.OfDay == "" || c.start.IsZero() {
			return all
		}
	}
}

func (c *compiler) speed(f *format.Speed, out *model.Speed) {
	if f == nil {
		return
	}
	c.dist(factorOf(f.Agents), &out.Agents)
	if n := f.Novice; n != nil {
		out.Novice = n.Speed.F
		c.whole(n.Calls, &out.Calls, 1, 1_000_000)
		if n.Speed.F <= 0 || n.Calls.N < 1 {
			c.Add(n.Pos, "a novice needs a speed above 0%% and a number of calls, such as {speed: 60%%, calls: 200}")
		}
	}
	if b := f.Busy; b != nil {
		out.Busy, out.Factor = c.share(b.Above), b.Factor.F
		if b.Above.F <= 0 || b.Factor.F <= 0 {
			c.Add(b.Pos, "busy needs a share and a factor above 0%%, such as {above: 90%%, factor: 110%%}")
		}
	}
}

// wrapupOf compiles a wrap-up of a type of calls, which goes before the group's.
func (c *compiler) wrapupOf(f *format.CallType, out *model.CallType) {
	if f.Wrapup == nil {
		if f.WrapupShare.Set {
			c.Add(f.WrapupShare.Pos, "wrapup_share of a type needs its wrapup")
		}
		return
	}
	out.HasWrapup, out.WrapupShare = true, 1
	c.dist(f.Wrapup, &out.Wrapup)
	if f.WrapupShare.Set {
		out.WrapupShare = c.share(f.WrapupShare)
	}
}
