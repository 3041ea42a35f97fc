package scenarios

import (
	"slices"
	"time"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// agents compiles the groups of agents.
func (c *compiler) agents() {
	var names []string
	for i := range c.sc.Center.Agents {
		g := &c.sc.Center.Agents[i]
		if !g.Name.Set {
			c.Add(g.Pos, "a group of agents needs a name")
		}
		c.unique(g.Name, names, "group of agents")
		names = append(names, g.Name.S)
		c.cfg.Groups = append(c.cfg.Groups, c.group(g))
	}
}

func (c *compiler) group(g *format.Group) model.Group {
	pg := c.pgByName(g.PG)
	out := model.Group{
		Name: g.Name.S, PG: model.PairID(pg), HasSite: g.Site.Set, Site: siteOf(g.Site), PhonesApart: g.PhoneSite.Set, PhoneSite: siteOf(g.PhoneSite), Client: c.clientOf(g, pg), Skills: c.skillsOf(g), NoSkills: len(g.Skills) == 0 && (len(g.Attributes.List) > 0 || len(g.Supervises) > 0),
		Wrapup: c.pre.wrapup, WrapupShare: c.pre.share, Pending: c.pre.pending, Away: c.pre.away, ReadyAgain: c.pre.ready,
	}
	c.dist(g.Wrapup, &out.Wrapup)
	if g.WrapupShare.Set {
		out.WrapupShare = c.share(g.WrapupShare)
	} else if g.Wrapup != nil {
		out.WrapupShare = 1
	}
	c.dist(g.ReadyAgain, &out.ReadyAgain)
	if g.Pending != nil {
		c.pending(g.Pending, &out)
	}
	c.staff(g, &out)
	c.work(g, &out)
	if out.Count < 1 || out.Count > 100_000 {
		at := g.Count.Pos
		if !g.Count.Set {
			at = g.Pos
		}
		c.Add(at, "the group %q needs a count from 1 to 100000, or staffing from a table", g.Name.S)
		out.Count = 1
	}
	return out
}

func (c *compiler) pending(p *format.Pending, out *model.Group) {
	habit := model.PendingHabit{NotReadyShare: 0.8}
	habit.Probability = c.share(p.Probability)
	habit.PerHour = p.Rate.PerSecond * 3600
	if p.Probability.Set && p.Rate.Set {
		c.Add(p.Rate.Pos, "pending takes a probability or a rate, not both")
	}
	if !p.Probability.Set && !p.Rate.Set {
		c.Add(p.Pos, "pending needs a probability of calls, such as 10%%, or a rate per time of talk, such as 0.5/h")
	}
	if p.NotReady.Set {
		habit.NotReadyShare = c.share(p.NotReady)
	}
	out.Pending = habit
	c.dist(p.Away, &out.Away)
}

func (c *compiler) share(s format.Share) float64 {
	if s.F > 1 {
		c.Add(s.Pos, "this share is at most 100%%")
		return 1
	}
	return s.F
}

// clientOf finds the CTI client of a group among those of its PG.
func (c *compiler) clientOf(g *format.Group, pg int) int {
	want := "finesse"
	if g.Client.Set {
		want = g.Client.S
	}
	var names []string
	for i, cl := range c.cfg.Clients {
		if int(cl.PG) != pg {
			continue
		}
		if cl.Name == want {
			return i
		}
		names = append(names, cl.Name)
	}
	c.Add(g.Client.Pos, "the Agent PG %q has no CTI client %q; %s", c.cfg.PGs[pg].Name, want, format.Suggest(want, names))
	return 0
}

// staff compiles who is on shift when.
func (c *compiler) staff(g *format.Group, out *model.Group) {
	if g.Count.Set {
		out.Count = int(g.Count.N)
	}
	switch {
	case g.Schedule != nil && g.Staffing != nil:
		c.Add(g.Staffing.Pos, "a group has a schedule or staffing, not both")
	case g.Schedule != nil:
		out.Staff = c.shifts(g.Schedule, out.Count)
	case g.Staffing != nil:
		out.Staff = c.staffing(g.Staffing, out)
	}
}

// shifts repeats a shift on every day of the run.
func (c *compiler) shifts(s *format.Schedule, count int) (steps []model.StaffStep) {
	from, to := c.clock(s.From), c.clock(s.To)
	if s.From.OfDay == "" || s.To.OfDay == "" {
		return []model.StaffStep{{At: 0, Count: 0}, {At: from, Count: count}, {At: to, Count: 0}}
	}
	// The first moments after the start: the one that comes first tells whether
	// the run begins inside of a shift.
	if to < from {
		steps = append(steps, model.StaffStep{At: 0, Count: count})
	} else {
		steps = append(steps, model.StaffStep{At: 0, Count: 0})
	}
	for day := 0; ; day++ {
		on, off := c.daysAfter(from, day), c.daysAfter(to, day)
		if on > c.horizon && off > c.horizon {
			break
		}
		steps = append(steps, model.StaffStep{At: on, Count: count}, model.StaffStep{At: off, Count: 0})
	}
	slices.SortStableFunc(steps, func(a, b model.StaffStep) int { return int(max(-1, min(1, a.At-b.At))) })
	return steps
}

// daysAfter is the same time of day some days later, by the calendar of the
// zone.
func (c *compiler) daysAfter(at sim.Time, days int) sim.Time {
	return sim.Time(c.start.Add(time.Duration(at)).AddDate(0, 0, days).Sub(c.start))
}

// staffing reads agents per interval from a table.
func (c *compiler) staffing(t *format.Table, out *model.Group) (steps []model.StaffStep) {
	rows, length := c.intervals(t.Value, t.CSV, t.Columns, t.Date.S, nil)
	most := 0
	for i, r := range rows {
		steps = append(steps, model.StaffStep{At: max(r.at, 0), Count: int(r.count)})
		most = max(most, int(r.count))
		if i+1 == len(rows) || rows[i+1].at > r.at+length {
			steps = append(steps, model.StaffStep{At: r.at + length, Count: 0})
		}
	}
	if len(rows) > 0 && rows[0].at > 0 {
		steps = slices.Insert(steps, 0, model.StaffStep{})
	}
	if out.Count == 0 {
		out.Count = most
	}
	if most > out.Count {
		c.Add(t.Pos, "the table needs %d agents at once, the group has %d", most, out.Count)
	}
	return steps
}

// siteOf reads a site; A where none is given.
func siteOf(t format.Text) model.Side {
	if t.S == "B" {
		return model.SideB
	}
	return model.SideA
}
