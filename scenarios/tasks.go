package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// tasks compiles the Media Routing Domains, who works in them, and the types of
// tasks.
func (c *compiler) tasks() {
	var names []string
	for _, f := range c.sc.Center.MRDs {
		c.named(f.Name, "MRD")
		c.unique(f.Name, names, "MRD")
		names = append(names, f.Name.S)
		m := model.MRD{Name: f.Name.S, Interruptible: f.Interruptible.B, MaxQueue: 15000, MaxWait: sim.Hour, MaxLife: sim.Hour}
		limit(f.MaxQueue, &m.MaxQueue)
		duration(f.MaxWait, &m.MaxWait)
		duration(f.MaxLife, &m.MaxLife)
		c.cfg.MRDs = append(c.cfg.MRDs, m)
	}
	for i := range c.sc.Center.Agents {
		c.groupTasks(&c.sc.Center.Agents[i], &c.cfg.Groups[i], names)
	}
	var types []string
	for i := range c.sc.Workload.Tasks {
		f := &c.sc.Workload.Tasks[i]
		if !f.Type.Set {
			c.Add(f.Pos, "a type of tasks needs its name: type: web-chat")
		}
		c.unique(f.Type, types, "type of tasks")
		types = append(types, f.Type.S)
		c.taskType(f, names)
	}
}

func (c *compiler) groupTasks(g *format.Group, out *model.Group, names []string) {
	for _, f := range g.Tasks {
		if len(names) == 0 {
			c.Add(f.MRD.Pos, "tasks need an MRD: add mrds: [{name: chat}] to the center")
			return
		}
		m := model.GroupMedia{MRD: c.index(f.MRD, names, "MRD"), Limit: 1}
		c.whole(f.Limit, &m.Limit, 1, 100)
		for _, other := range out.Media {
			if other.MRD == m.MRD {
				c.Add(f.MRD.Pos, "the MRD %q stands twice", names[m.MRD])
			}
		}
		out.Media = append(out.Media, m)
	}
}

func (c *compiler) taskType(f *format.TaskType, names []string) {
	if len(names) == 0 || len(c.cfg.MRPGs) == 0 {
		c.Add(f.Pos, "tasks need an MRD and an MR PG: add mrds: [{name: chat}] and mr_pgs: [{name: mr-pg-1}] to the center")
		return
	}
	if !f.MRD.Set && len(names) > 1 {
		c.Add(f.Pos, "the type %q needs its MRD: mrd: %s", f.Type.S, names[0])
	}
	var pgs []string
	for _, pg := range c.cfg.MRPGs {
		pgs = append(pgs, pg.Name)
	}
	out := model.TaskType{Name: f.Type.S, MRD: c.index(f.MRD, names, "MRD"), MRPG: c.index(f.MRPG, pgs, "MR PG"), Pause: c.share(f.Pause)}
	c.dist(f.Handle, &out.Handle)
	c.dist(f.PauseTime, &out.PauseTime)
	switch {
	case out.Handle.IsZero():
		c.Add(f.Pos, "the type %q needs a handle time, such as handle: {dist: exponential, mean: 5m}", f.Type.S)
	case out.Pause > 0 && out.PauseTime.IsZero():
		c.Add(f.Pause.Pos, "pause needs a pause_time, such as pause_time: {dist: exponential, mean: 60s}")
	case f.PauseTime != nil && out.Pause == 0:
		c.Add(f.PauseTime.Pos, "pause_time needs a share of tasks that are paused, such as pause: 20%%")
	}
	c.taskArrivals(f, &out)
	c.taskAgents(f, out.MRD)
	c.cfg.TaskTypes = append(c.cfg.TaskTypes, out)
}

func (c *compiler) taskArrivals(f *format.TaskType, out *model.TaskType) {
	a := f.Arrivals
	if a == nil {
		c.Add(f.Pos, "the type %q needs arrivals, such as arrivals: {rate: 60/h}", f.Type.S)
		return
	}
	volume := 1.0
	if c.sc.Workload.Volume.Set {
		volume = c.sc.Workload.Volume.F
	}
	switch {
	case a.Rate.Set && a.Intervals == nil && !a.Every.Set:
		out.Rates = []model.RateStep{{PerSecond: a.Rate.PerSecond * volume}}
	case a.Intervals != nil && !a.Rate.Set && !a.Every.Set:
		out.Rates = c.rates(a.Intervals, volume)
	case a.Every.Set && a.Every.NS > 0 && !a.Rate.Set && a.Intervals == nil:
		out.Every = sim.Time(a.Every.NS)
	default:
		c.Add(a.Pos, "arrivals of tasks need exactly one of rate, intervals and every, longer than 0")
	}
}

// taskAgents refuses tasks that nobody works on.
func (c *compiler) taskAgents(f *format.TaskType, mrd int) {
	for i := range c.cfg.Groups {
		for _, m := range c.cfg.Groups[i].Media {
			if m.MRD == mrd {
				return
			}
		}
	}
	c.Add(f.Pos, "nobody works on tasks of the MRD %q: give a group of agents tasks: [{mrd: %s, limit: 3}]", c.cfg.MRDs[mrd].Name, c.cfg.MRDs[mrd].Name)
}
