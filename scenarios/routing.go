package scenarios

import (
	"slices"
	"strconv"
	"strings"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// skillsOf compiles the skill groups of agents, in their order.
func (c *compiler) skillsOf(g *format.Group) (all []model.GroupSkill) {
	if len(g.Skills) == 0 && len(c.cfg.Skills) > 1 && len(g.Attributes.List) == 0 {
		c.Add(g.Pos, "the group %q needs its skill groups: skills: [%s]", g.Name.S, c.cfg.Skills[0])
	}
	for _, f := range g.Skills {
		s := model.GroupSkill{Skill: c.index(f.Name, c.cfg.Skills, "skill group")}
		if slices.ContainsFunc(all, func(o model.GroupSkill) bool { return o.Skill == s.Skill }) {
			c.Add(f.Pos, "the group %q has the skill group %q twice", g.Name.S, f.Name.S)
			continue
		}
		c.dist(f.Talk, &s.Talk)
		all = append(all, s)
	}
	return all
}

// routing compiles precision queues, lookups and scripts.
func (c *compiler) routing() {
	for i := range c.sc.Center.Precision {
		c.precision(&c.sc.Center.Precision[i])
	}
	if c.sc.Center.Policies.Preemption.S == "resume" {
		c.cfg.Policies.Preempt = true
	}
	for i := range c.sc.Center.Lookups {
		c.lookup(&c.sc.Center.Lookups[i])
	}
	for i := range c.sc.Scripts {
		s := &c.sc.Scripts[i]
		c.named(s.Name, "script")
		c.unique(s.Name, append(c.queueNames(), c.scriptNames()...), "route")
		c.cfg.Scripts = append(c.cfg.Scripts, model.Script{Name: s.Name.S})
	}
	for i := range c.sc.Scripts {
		c.script(i, &c.sc.Scripts[i])
	}
	c.endless()
}

func (c *compiler) queueNames() (names []string) {
	for q := range c.cfg.Queues() {
		names = append(names, c.cfg.QueueName(q))
	}
	return names
}

func (c *compiler) scriptNames() (names []string) {
	for i := range c.cfg.Scripts {
		names = append(names, c.cfg.Scripts[i].Name)
	}
	return names
}

func (c *compiler) groupNames() (names []string) {
	for i := range c.cfg.Groups {
		names = append(names, c.cfg.Groups[i].Name)
	}
	return names
}

// precision compiles a precision queue: the groups that fit each of its steps.
func (c *compiler) precision(f *format.PrecisionQueue) {
	c.named(f.Name, "precision queue")
	c.unique(f.Name, c.queueNames(), "queue")
	q := model.PrecisionQueue{Name: f.Name.S}
	if len(f.Steps) == 0 || len(f.Steps) > 10 {
		c.Add(f.Pos, "the precision queue %q needs one to ten steps, such as steps: [{expression: spanish >= 8, wait: 20s}, {expression: spanish >= 5}]", f.Name.S)
		q.Steps = []model.PrecisionStep{{}}
	}
	for i := range f.Steps {
		s := &f.Steps[i]
		step := model.PrecisionStep{Groups: c.fitting(s), Wait: sim.Time(s.Wait.NS)}
		if i > 0 && f.Cumulative.B {
			step.Groups = append(step.Groups, q.Steps[i-1].Groups...)
			slices.Sort(step.Groups)
			step.Groups = slices.Compact(step.Groups)
		}
		if last := i == len(f.Steps)-1; last && s.Wait.Set {
			c.Add(s.Wait.Pos, "a call stays in the last step of a precision queue: leave out its wait")
		}
		q.Steps = append(q.Steps, step)
	}
	c.cfg.Precision = append(c.cfg.Precision, q)
}

// fitting lists the groups of agents whose attributes fit a step.
func (c *compiler) fitting(s *format.PrecisionStep) (groups []int) {
	p, err := format.ParsePredicate(s.Expression.S)
	if err != nil {
		at := s.Expression.Pos
		if !s.Expression.Set {
			at = s.Pos
		}
		c.Add(at, "a step needs an expression over attributes, such as spanish >= 8 and mortgages: %v", err)
		return nil
	}
	var known []string
	for i := range c.sc.Center.Agents {
		a := &c.sc.Center.Agents[i].Attributes
		for _, one := range a.List {
			known = append(known, one.Name.S)
		}
		if p.Fits(a) {
			groups = append(groups, i)
		}
	}
	for _, name := range p.Names() {
		if !slices.Contains(known, name) {
			c.Add(s.Expression.Pos, "no agent has the attribute %q; %s", name, format.Suggest(name, known))
		}
	}
	if len(groups) == 0 {
		c.Add(s.Expression.Pos, "no group of agents fits %q", s.Expression.S)
	}
	return groups
}

var tolerances = map[string]model.FaultTolerance{
	"alternate": model.LookupAlternate, "duplicate": model.LookupDuplicate, "none": model.LookupNone,
}

func (c *compiler) lookup(f *format.Lookup) {
	c.named(f.Name, "lookup")
	c.unique(f.Name, c.lookupNames(), "lookup")
	l := c.pre.lookup
	l.Name, l.Tolerance, l.First = f.Name.S, tolerances[f.Tolerance.S], siteOf(f.Router)
	duration(f.Takes, &l.Takes)
	duration(f.Timeout, &l.Timeout)
	duration(f.Abandon, &l.Abandon)
	if f.Abandon.Set && (l.Tolerance == model.LookupNone || l.Tolerance == model.LookupDuplicate) {
		c.Add(f.Abandon.Pos, "only hot_standby and alternate change over to the other connection")
	}
	if f.Router.Set && l.Tolerance == model.LookupDuplicate {
		c.Add(f.Router.Pos, "duplicate asks through both Routers: leave out router:")
	}
	c.cfg.Lookups = append(c.cfg.Lookups, l)
}

func (c *compiler) lookupNames() (names []string) {
	for i := range c.cfg.Lookups {
		names = append(names, c.cfg.Lookups[i].Name)
	}
	return names
}

// lookupByName finds a lookup; one that is only used in a script has the defaults.
func (c *compiler) lookupByName(t format.Text) int {
	names := c.lookupNames()
	if i := slices.Index(names, t.S); i >= 0 {
		return i
	}
	if len(c.sc.Center.Lookups) > 0 {
		return c.index(t, names, "lookup")
	}
	c.named(t, "lookup")
	l := c.pre.lookup
	l.Name = t.S
	c.cfg.Lookups = append(c.cfg.Lookups, l)
	return len(names)
}

// script compiles the steps of a script.
func (c *compiler) script(i int, f *format.Script) {
	out := &c.cfg.Scripts[i]
	if len(f.Steps) > 200 {
		c.Add(f.Pos, "a script has at most 200 steps")
		return
	}
	queues := false
	for n := range f.Steps {
		s := &f.Steps[n]
		step, ok := c.step(s)
		if !ok {
			continue
		}
		if k := len(out.Steps); k > 0 && out.Steps[k-1].Kind == model.StepDefault {
			c.Add(s.Pos, "nothing comes after the default route")
		}
		queues = queues || step.Kind == model.StepQueue || step.Kind == model.StepDefault
		out.Steps = append(out.Steps, step)
	}
	if !queues {
		c.Add(f.Pos, "the script %q never queues the call: add {queue: %s} or end with {default_route: NAME}", f.Name.S, c.cfg.Skills[0])
	}
	if k := len(out.Steps); k > 0 && out.Steps[k-1].Kind == model.StepWait {
		c.Add(f.Steps[len(f.Steps)-1].Pos, "a wait at the end of a script has no effect: leave it out, or add what comes after it")
	}
}

// step compiles one step: exactly one thing.
func (c *compiler) step(s *format.Step) (out model.Step, ok bool) {
	given := 0
	for _, set := range []bool{s.Queue.Set, s.Wait.Set, s.Priority.Set, s.Lookup.Set, s.Default.Set} {
		if set {
			given++
		}
	}
	switch {
	case given != 1:
		c.Add(s.Pos, "a step has exactly one of queue, wait, priority, lookup and default_route")
		return out, false
	case len(s.To) > 0 && !s.Queue.Set:
		c.Add(s.To[0].Pos, "to: belongs to queue:")
	case s.OnFail.Set && !s.Lookup.Set:
		c.Add(s.OnFail.Pos, "on_fail: belongs to lookup:")
	}
	switch {
	case s.Queue.Set:
		return c.queueStep(s), true
	case s.Wait.Set:
		if s.Wait.NS <= 0 {
			c.Add(s.Wait.Pos, "a wait is longer than 0")
		}
		return model.Step{Kind: model.StepWait, Wait: sim.Time(s.Wait.NS)}, true
	case s.Priority.Set:
		return c.priorityStep(s), true
	case s.Lookup.Set:
		return c.lookupStep(s), true
	}
	return model.Step{Kind: model.StepDefault, Label: s.Default.S}, true
}

func (c *compiler) queueStep(s *format.Step) model.Step {
	step := model.Step{Kind: model.StepQueue, Queue: c.index(s.Queue, c.queueNames(), "queue")}
	if len(s.To) > 0 && step.Queue >= len(c.cfg.Skills) {
		c.Add(s.To[0].Pos, "the agents of a precision queue follow from its steps: leave out to:")
		return step
	}
	for _, t := range s.To {
		g := c.index(t, c.groupNames(), "group of agents")
		if slices.Contains(step.To, g) {
			c.Add(t.Pos, "the group %q stands twice", t.S)
			continue
		}
		if g < len(c.cfg.Groups) && !c.cfg.Groups[g].Has(step.Queue) {
			c.Add(t.Pos, "the group %q has not the skill group %q: add it to its skills", t.S, s.Queue.S)
		}
		step.To = append(step.To, g)
	}
	return step
}

func (c *compiler) priorityStep(s *format.Step) model.Step {
	n, err := strconv.Atoi(s.Priority.S)
	raise := strings.HasPrefix(s.Priority.S, "+") || strings.HasPrefix(s.Priority.S, "-")
	switch {
	case err != nil || n < -1000 || n > 1000 || !raise && n < 1 || n == 0:
		c.Add(s.Priority.Pos, "priority is a whole number from 1 to 1000, or steps toward the front such as +1")
	}
	return model.Step{Kind: model.StepPriority, Priority: int32(n), Raise: raise}
}

func (c *compiler) lookupStep(s *format.Step) model.Step {
	step := model.Step{Kind: model.StepLookup, Lookup: c.lookupByName(s.Lookup), OnFail: model.FailContinue}
	switch s.OnFail.S {
	case "", "continue":
	case "default_route":
		step.OnFail = model.FailDefault
	default:
		step.OnFail = c.index(s.OnFail, c.scriptNames(), "script (or continue, or default_route)")
	}
	return step
}

// endless refuses scripts that go on with each other in a circle when lookups fail.
func (c *compiler) endless() {
	state := make([]int, len(c.cfg.Scripts)) // 1 = on the way, 2 = done
	var visit func(i int) bool
	visit = func(i int) bool {
		if state[i] > 0 {
			return state[i] == 1
		}
		state[i] = 1
		for _, s := range c.cfg.Scripts[i].Steps {
			if s.Kind == model.StepLookup && s.OnFail >= 0 && visit(s.OnFail) {
				return true
			}
		}
		state[i] = 2
		return false
	}
	for i := range c.cfg.Scripts {
		if state[i] == 0 && visit(i) {
			c.Add(c.sc.Scripts[i].Pos, "the script %q comes back to itself when its lookups fail", c.cfg.Scripts[i].Name)
			for k := range c.cfg.Scripts {
				c.cfg.Scripts[k].Steps = nil
			}
			return
		}
	}
}

// route finds where a type of calls goes: a script, a skill group or a precision
// queue.
func (c *compiler) route(f *format.CallType, out *model.CallType) {
	if !f.Route.Set {
		if c.cfg.Queues() > 1 {
			c.Add(f.Pos, "the type %q needs a route to a skill group, a precision queue or a script: route: %s", f.Type.S, c.cfg.Skills[0])
		}
		return
	}
	if i := slices.Index(c.scriptNames(), f.Route.S); i >= 0 {
		out.Script = i + 1
		return
	}
	names := c.queueNames()
	if i := slices.Index(names, f.Route.S); i >= 0 {
		out.Skill = i
		return
	}
	c.Add(f.Route.Pos, "unknown route %q; %s", f.Route.S, format.Suggest(f.Route.S, append(names, c.scriptNames()...)))
}

// checkRoutes refuses a type whose script leads to more queues than a fact can name.
func (c *compiler) checkRoutes() {
	for i := range c.cfg.Types {
		if len(c.cfg.QueuesOf(i)) > model.MaxQueues {
			c.Add(c.sc.Workload.Calls[i].Pos, "the script of %q leads to more than %d queues", c.cfg.Types[i].Name, model.MaxQueues)
		}
	}
}

// lookupTarget finds the lookup that a lever acts on.
func (c *compiler) lookupTarget(t format.Target) int {
	names := c.lookupNames()
	if i := slices.Index(names, t.Name); i >= 0 {
		return i + 1
	}
	if len(names) == 0 {
		c.Add(t.Pos, "no script asks anything: there is no %s", t.Text)
	} else {
		c.Add(t.Pos, "unknown lookup %q; %s", t.Name, format.Suggest(t.Name, names))
	}
	return 0
}
