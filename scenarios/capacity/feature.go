package capacity

import (
	"math"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// feature is something of a scenario that the formulas do not know, and how a
// configuration is without it.
type feature struct {
	name    string
	there   func(cfg *model.Config) bool
	without func(cfg *model.Config, win window)
}

// features are those that can be left out one at a time.
var features = []feature{
	{"the ringing of phones", func(c *model.Config) bool { return !c.Ring.IsZero() }, func(c *model.Config, _ window) { c.Ring = sim.Dist{} }},
	{"agents who go Not Ready after a call", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Groups, func(g model.Group) bool { return g.Pending.Probability > 0 || g.Pending.PerHour > 0 })
	}, func(c *model.Config, _ window) {
		for i := range c.Groups {
			c.Groups[i].Pending = model.PendingHabit{}
		}
	}},
	{"holds, transfers and conferences", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Types, func(t model.CallType) bool { return t.Hold > 0 || t.Transfer > 0 || t.Conference > 0 })
	}, func(c *model.Config, _ window) {
		for i := range c.Types {
			c.Types[i].Hold, c.Types[i].Transfer, c.Types[i].Conference = 0, 0, 0
		}
	}},
	{"talk that is not exponential", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Types, func(t model.CallType) bool { return cv(t.Talk) > 0 && math.Abs(cv(t.Talk)-1) > 0.05 })
	}, func(c *model.Config, _ window) {
		for i := range c.Types {
			c.Types[i].Talk = exponential(c.Types[i].Talk)
			c.Types[i].Rates = slices.Clone(c.Types[i].Rates)
			for k := range c.Types[i].Rates {
				c.Types[i].Rates[k].Talk = exponential(c.Types[i].Rates[k].Talk)
			}
		}
	}},
	{"patience that is not exponential", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Types, func(t model.CallType) bool {
			return !t.Patience.IsZero() && !strings.HasPrefix(t.Patience.String(), "exponential")
		})
	}, func(c *model.Config, _ window) {
		for i := range c.Types {
			c.Types[i].Patience = exponential(c.Types[i].Patience)
		}
	}},
	{"callers who call again", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Types, func(t model.CallType) bool { return t.Retry > 0 })
	}, func(c *model.Config, _ window) {
		for i := range c.Types {
			c.Types[i].Retry = 0
		}
	}},
	{"days that are busier or quieter as a whole", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Types, func(t model.CallType) bool { return !t.Busyness.IsZero() })
	}, func(c *model.Config, _ window) {
		for i := range c.Types {
			c.Types[i].Busyness = sim.Dist{}
		}
	}},
	{"balking", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Types, func(t model.CallType) bool { return t.Balking > 0 })
	}, func(c *model.Config, _ window) {
		for i := range c.Types {
			c.Types[i].Balking = 0
		}
	}},
	{"breaks", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Groups, func(g model.Group) bool { return len(g.Breaks) > 0 })
	}, func(c *model.Config, _ window) {
		for i := range c.Groups {
			c.Groups[i].Breaks = nil
		}
	}},
	{"absence and lateness", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Groups, func(g model.Group) bool {
			return g.Absent > 0 || !g.Late.IsZero() || !g.Early.IsZero() || g.Ramp > 0
		})
	}, func(c *model.Config, _ window) {
		for i := range c.Groups {
			w := &c.Groups[i].Work
			w.Absent, w.Late, w.Early, w.Ramp = 0, sim.Dist{}, sim.Dist{}, 0
		}
	}},
	{"agents who are faster or slower than others", func(c *model.Config) bool {
		return slices.ContainsFunc(c.Groups, func(g model.Group) bool { return !g.Speed.Agents.IsZero() || g.Speed.Calls > 0 || g.Speed.Busy > 0 })
	}, func(c *model.Config, _ window) {
		for i := range c.Groups {
			c.Groups[i].Speed = model.Speed{}
		}
	}},
	{"load that changes from one interval to the next", func(c *model.Config) bool {
		return len(c.Trace) == 0 && slices.ContainsFunc(c.Types, func(t model.CallType) bool { return len(t.Rates) > 1 })
	}, even},
}

// even lets the load of a window last for the whole run.
func even(c *model.Config, win window) {
	for i := range c.Types {
		t := &c.Types[i]
		if len(t.Rates) == 0 {
			continue
		}
		calls, talk := callsOf(c, i, win.from, win.to)
		step := model.RateStep{PerSecond: calls / (win.to - win.from).Seconds()}
		for _, s := range t.Rates {
			if s.From <= win.from {
				step.Talk = s.Talk
			}
		}
		if step.Talk.IsZero() && talk > 0 {
			step.Talk = t.Talk
		}
		t.Rates = []model.RateStep{step}
	}
}

// cv is the coefficient of variation of a law; 0 for none.
func cv(d sim.Dist) float64 {
	if d.IsZero() || d.Mean() == 0 {
		return 0
	}
	return math.Sqrt(d.Variance()) / d.Mean().Seconds()
}

// exponential is the exponential law with the mean of another.
func exponential(d sim.Dist) sim.Dist {
	if d.IsZero() || d.Mean() == 0 {
		return d
	}
	e, err := sim.Exponential(d.Mean())
	if err != nil {
		return d
	}
	return e
}

// leftOut copies a configuration and leaves features out of it.
func leftOut(cfg *model.Config, win window, list ...feature) *model.Config {
	out := *cfg
	out.Groups, out.Types = slices.Clone(cfg.Groups), slices.Clone(cfg.Types)
	for _, f := range list {
		f.without(&out, win)
	}
	return &out
}

// blame leaves out one feature after another and finds the need anew, where the need
// of a group is largest: what a feature costs is simulated, not guessed.
func (d *day) blame() (all []reports.Blame, err error) {
	for i, p := range d.pools {
		if len(p.groups) > 1 {
			continue
		}
		k := d.peak(i)
		if k < 0 {
			continue
		}
		n := d.needs[k][d.place(i)]
		b := reports.Blame{From: n.From, To: n.To, Group: n.Group, Count: n.Count, ErlangA: n.ErlangA, ErlangC: n.ErlangC}
		var there []feature
		for _, f := range features {
			if f.there(d.line.base) {
				there = append(there, f)
			}
		}
		for _, f := range there {
			if err := d.leave(&b, &p, k, n, f.name, f); err != nil {
				return nil, err
			}
		}
		if err := d.leave(&b, &p, k, n, "all of these", there...); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}

// leave finds the need of a pool's one group in a window without some features.
func (d *day) leave(b *reports.Blame, p *pool, k int, n reports.Need, name string, list ...feature) error {
	win := d.windows[k]
	plan := d.line.plan
	if list[len(list)-1].name == features[len(features)-1].name {
		plan = plan.with(0, len(d.windows), map[int]int{p.groups[0]: n.Count})
	}
	cfg := leftOut(d.line.base, win, list...)
	l := newLine(cfg, d.Plain.Seed, plan, d.Most)
	counts, needs := map[int]int{p.groups[0]: n.Count}, []reports.Need{n}
	d.formulas(&needs[0], cfg, p, p.groups[0])
	err := d.size(p, needs, counts, func(counts map[int]int) (simulation, error) { return l.try(k, own(counts, p), d.metered()), nil })
	b.Parts = append(b.Parts, reports.Part{Name: name, Need: needs[0]})
	return err
}

// peak is the window in which a pool needs most; -1 where it is not known in any.
func (d *day) peak(i int) int {
	best := -1
	for k := range d.windows {
		n := &d.needs[k][d.place(i)]
		if n.Found() != reports.FoundExact && n.Found() != reports.FoundWithin {
			continue
		}
		if best < 0 || n.Count > d.needs[best][d.place(i)].Count {
			best = k
		}
	}
	return best
}

// place is where the needs of a pool begin among those of a window.
func (d *day) place(i int) (at int) {
	for _, p := range d.pools[:i] {
		at += len(p.groups)
	}
	return at
}
