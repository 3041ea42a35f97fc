package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// initial compiles the state in which a run begins.
func (c *compiler) initial() {
	in := c.sc.Initial
	if in == nil {
		return
	}
	busy := make([]int, len(c.cfg.Groups))
	for i := range in.Waiting {
		f := &in.Waiting[i]
		for _, v := range []format.Value{f.Group.Value, distValue(f.Remaining)} {
			if v.Set {
				c.Add(v.Pos, "calls that wait have neither a group nor a rest of a talk")
			}
		}
		if calls, ok := c.initialCalls(f); ok {
			c.cfg.Initial.Waiting = append(c.cfg.Initial.Waiting, calls)
		}
	}
	for i := range in.Talking {
		f := &in.Talking[i]
		calls, ok := c.initialCalls(f)
		if !ok {
			continue
		}
		calls.Group = c.groupOf(f.Group, f.Pos)
		c.dist(f.Remaining, &calls.Rest)
		if calls.Rest.IsZero() && c.cfg.Types[calls.Type].Talk.IsZero() {
			c.Add(f.Pos, "the type %q has no talk time of its own; say what is left: remaining: {dist: exponential, mean: 90s}", c.cfg.Types[calls.Type].Name)
		}
		c.seats(busy, calls.Group, max(calls.Count, len(calls.Ages)), f.Pos)
		c.cfg.Initial.Talking = append(c.cfg.Initial.Talking, calls)
	}
	for i := range in.Agents {
		f := &in.Agents[i]
		if len(c.cfg.Groups) == 0 {
			continue
		}
		out := model.InitialAgents{Group: c.groupOf(f.Group, f.Pos), Wrapup: f.State.S == "wrapup"}
		c.whole(f.Count, &out.Count, 1, 100_000)
		if !f.State.Set || !f.Count.Set {
			c.Add(f.Pos, "agents need their state and their count, such as {state: not_ready, count: 4}")
		}
		if out.Wrapup {
			out.Rest = c.cfg.Groups[out.Group].Wrapup
		}
		c.dist(f.Remaining, &out.Rest)
		c.seats(busy, out.Group, out.Count, f.Pos)
		c.cfg.Initial.Agents = append(c.cfg.Initial.Agents, out)
	}
}

func distValue(d *format.Dist) format.Value {
	if d == nil {
		return format.Value{}
	}
	return d.Value
}

// seats counts the agents of a group who are no longer available, and refuses
// more than there are at the start.
func (c *compiler) seats(busy []int, g, n int, at format.Pos) {
	if len(busy) == 0 {
		return
	}
	group := &c.cfg.Groups[g]
	there := group.Count
	if len(group.Staff) > 0 {
		there = 0
		for _, s := range group.Staff {
			if s.At == 0 {
				there = s.Count
			}
		}
	}
	before := busy[g]
	busy[g] += n
	switch {
	case group.Absent > 0:
		c.Add(at, "who is there is said here, so the group %q cannot have absent agents", group.Name)
	case before <= there && busy[g] > there:
		c.Add(at, "the group %q has %d agents at the start, but %d are to be busy or Not Ready", group.Name, there, busy[g])
	}
}

func (c *compiler) groupOf(t format.Text, at format.Pos) int {
	var names []string
	for _, g := range c.cfg.Groups {
		names = append(names, g.Name)
	}
	if !t.Set && len(names) != 1 {
		c.Add(at, "say which group of agents: %s", format.Suggest("", names))
	}
	return c.index(t, names, "group of agents")
}

func (c *compiler) initialCalls(f *format.InitialCalls) (out model.InitialCalls, ok bool) {
	var names []string
	for _, t := range c.cfg.Types {
		names = append(names, t.Name)
	}
	if !f.Type.Set && len(names) != 1 {
		c.Add(f.Pos, "say which type of calls: %s", format.Suggest("", names))
	}
	out.Type = c.index(f.Type, names, "type of calls")
	if len(names) == 0 || len(c.cfg.Groups) == 0 {
		return out, false
	}
	if c.cfg.Types[out.Type].Sources > 0 {
		c.Add(f.Pos, "callers of %q take turns; they begin with thinking", names[out.Type])
	}
	for _, a := range f.Ages {
		if a.NS < 0 || a.NS > int64(30*sim.Day) {
			c.Add(a.Pos, "an age is at most 30 days")
		}
		out.Ages = append(out.Ages, sim.Time(a.NS))
	}
	c.whole(f.Count, &out.Count, 1, 1_000_000)
	c.dist(f.Age, &out.Age)
	switch {
	case f.Count.Set == (len(f.Ages) > 0):
		c.Add(f.Pos, "give the ages of the calls, such as ages: [12s, 40s], or their count with a law of ages")
	case len(f.Ages) > 0 && f.Age != nil:
		c.Add(f.Age.Pos, "give ages or a law of them, not both")
	}
	return out, true
}
