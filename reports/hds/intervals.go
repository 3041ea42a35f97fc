package hds

import (
	"math"
	"reflect"

	"ccsim/model"
	"ccsim/sim"
)

// buckets are the bounds of AnsInterval and AbandInterval in seconds: those of the
// default bucket interval that Unified CCE ships with (Unified Intelligence Center user
// guide 9.0(1)).
var buckets = [9]int64{8, 30, 60, 90, 120, 180, 300, 600, 1200}

func bucket(wait sim.Time) int {
	for i, b := range buckets {
		if wait < sim.Time(b)*sim.Second {
			return i
		}
	}
	return len(buckets)
}

// serviceLevelType says that abandoned calls count against the service level.
const serviceLevelType = 2

// typeSums is a call type in the present interval.
type typeSums struct {
	CallTypeInterval
	used  bool // it exists
	queue Int  // calls that wait now
}

// groupSums is a skill group at a peripheral in the present interval.
type groupSums struct {
	SkillGroupInterval
	queue int
	pg    int
	dirty bool
}

func (e *Export) initSums() {
	callers := e.cfg.Callers()
	e.types = make([]typeSums, len(e.cfg.Types)+len(callers))
	blank := blankRow[CallTypeInterval](e.tables[tableCallTypeInterval])
	for i := range e.types {
		e.types[i].CallTypeInterval = blank
		e.types[i].CallTypeID = Big(e.ids.callType(i))
		e.types[i].used = i < len(callers) || i >= len(e.cfg.Types) && callers[i-len(e.cfg.Types)].Transfer > 0
	}
	queues := e.cfg.Queues()
	group := blankRow[SkillGroupInterval](e.tables[tableSkillGroupInterval])
	for pg := range e.cfg.PGs {
		for q := range queues {
			g := groupSums{SkillGroupInterval: group, queue: q, pg: pg}
			g.SkillTargetID = Big(e.ids.skillGroup(model.PairID(pg), q))
			if id := e.ids.precision(q); id != Null {
				g.PrecisionQueueID = Big(id)
			}
			e.groups = append(e.groups, g)
		}
	}
	e.members = make([][]int, len(e.units))
	for g, group := range e.cfg.Groups {
		for range group.Count {
			a := agent{group: g, true: model.AgentLogout, rec: model.AgentLogout}
			for q := range queues {
				if e.cfg.Serves(g, q) {
					a.in = append(a.in, e.membership(len(e.agents), int(group.PG), q))
				}
			}
			e.members[group.PG] = append(e.members[group.PG], len(e.agents))
			e.agents = append(e.agents, a)
		}
	}
}

func (e *Export) membership(a, pg, q int) membership {
	row := blankRow[AgentSkillGroupInterval](e.tables[tableAgentSkillGroupInterval])
	row.SkillTargetID = Big(e.ids.agent(model.AgentID(a)))
	row.SkillGroupSkillTargetID = Big(e.ids.skillGroup(model.PairID(pg), q))
	if id := e.ids.precision(q); id != Null {
		row.PrecisionQueueID = Big(id)
	}
	return membership{AgentSkillGroupInterval: row, queue: q}
}

// of is the call type in which a call counts now.
func (e *Export) of(c *call) *CallTypeInterval {
	e.touched = true
	return &e.types[c.sums].CallTypeInterval
}

// transfers is the call type of the transferred calls of a type.
func (e *Export) transfers(typ int) int { return len(e.cfg.Types) + typ }

// count gives a call its outcome, once.
func (e *Export) count(c *call, n *Int) {
	if !c.counted {
		c.counted = true
		*n++
	}
}

// waiting is a call that has not waited longer than the threshold.
type waiting struct {
	due  sim.Time // when it has
	from sim.Time // since when it waits
	no   uint32
}

// queue is a call that begins to wait.
func (e *Export) queue(at sim.Time, m *model.Call, c *call) {
	c.queued = m.Queued
	t := &e.types[c.sums]
	t.queue++
	t.MaxCallsQueued = max(t.MaxCallsQueued, t.queue)
	if c.judged || c.watched {
		return
	}
	c.watched = true
	w := waiting{max(m.Queued+e.opt.Level+1, at), m.Queued, c.no}
	i := len(e.slow)
	e.slow = append(e.slow, w)
	for ; i > 0 && e.slow[i-1].due > w.due; i-- {
		e.slow[i] = e.slow[i-1]
	}
	e.slow[i] = w
}

// passThreshold is the next call that has waited longer than the threshold, if it
// still waits.
func (e *Export) passThreshold() {
	w := e.slow[0]
	e.slow = e.slow[1:]
	if c := e.calls[w.no]; c != nil && !c.judged && c.asked && c.queued == w.from {
		c.judged = true
		e.of(c).ServiceLevelCallsOffered++
	}
}

// unqueue is a call that waits no longer.
func (e *Export) unqueue(at sim.Time, c *call) {
	t := &e.types[c.sums]
	t.queue--
	d := at - c.since
	if c.since < c.arrived {
		d = at - c.arrived
	}
	c.inQueue += d
	if d > 0 {
		e.touched = true
		t.RouterQueueCalls++
		t.RouterQueueWaitTime += Secs(d)
		t.MaxCallWaitTime = max(t.MaxCallWaitTime, seconds(d))
	}
}

// answered is a call that an agent has answered.
func (e *Export) answered(x sim.Fact) {
	c := e.calls[x.Subject]
	if c != nil && c.onAgent && c.campaign == 0 {
		e.answer(c, sim.Time(x.Value))
	}
}

func (e *Export) answer(c *call, wait sim.Time) {
	if !c.leg.seen {
		return // no PG has seen it
	}
	t, g := e.of(c), e.groupOf(&c.leg)
	t.CallsAnswered++
	t.AnswerWaitTime += Secs(wait)
	t.AnsInterval[bucket(wait)]++
	e.workOf(&c.leg)(func(w *Work) { w.CallsAnswered++; w.AnswerWaitTime += Secs(wait) })
	within := wait <= e.opt.Level
	c.leg.within = within
	if !c.judged {
		c.judged = true
		t.ServiceLevelCallsOffered++
	}
	g.ServiceLevelCallsOffered++
	if within {
		t.ServiceLevelCalls++
		g.ServiceLevelCalls++
	}
}

// abandonment counts a caller who has hung up, not at once.
func (e *Export) abandonment(t *CallTypeInterval, c *call, from model.CallState, at sim.Time) {
	t.CallDelayAbandTime += Secs(at - c.arrived)
	t.CTDelayAbandTime += Secs(at - c.began)
	t.AbandInterval[bucket(c.wait)]++
	if from < model.CallRouted {
		t.RouterCallsAbandQ++
		t.DelayQAbandTime += Secs(c.wait)
	} else {
		t.RouterCallsAbandToAgent++
		t.DelayAgentAbandTime += Secs(c.wait)
	}
	if c.wait <= e.opt.Level {
		t.ServiceLevelAband++
	}
	if !c.judged {
		c.judged = true
		t.ServiceLevelCallsOffered++
	}
}

// groupOf is the skill group of a leg.
func (e *Export) groupOf(l *leg) *groupSums {
	pg := int(e.cfg.Groups[e.agents[l.agent].group].PG)
	g := &e.groups[pg*e.cfg.Queues()+l.queue]
	g.dirty = true
	return g
}

// workOf gives a function that counts for the agent and the skill group of a leg.
func (e *Export) workOf(l *leg) func(func(*Work)) {
	e.touched = true
	a := &e.agents[l.agent]
	own := &e.member(int(l.agent), a, l.queue).Work
	group := &e.groupOf(l).Work
	return func(count func(*Work)) {
		count(own)
		count(group)
	}
}

// endInterval writes the rows of the interval that ends.
func (e *Export) endInterval(at sim.Time) {
	e.touched = false
	for a := range e.agents {
		e.spend(model.AgentID(a), at)
	}
	for i := range e.types {
		if e.types[i].used {
			e.endType(&e.types[i], at)
		}
	}
	for i := range e.groups {
		e.endGroup(&e.groups[i], at)
	}
	table := e.tables[tableAgentSkillGroupInterval]
	for a := range e.agents {
		pg := e.cfg.Groups[e.agents[a].group].PG
		for i := range e.agents[a].in {
			m := &e.agents[a].in[i]
			if e.serving[pg] && m.used {
				m.DateTime, m.ReportingInterval = Time(e.began), Big(e.clock.interval/sim.Minute)
				e.put(tableAgentSkillGroupInterval, &m.AgentSkillGroupInterval, at)
			}
			if m.used {
				table.clear(reflect.ValueOf(&m.AgentSkillGroupInterval).Elem(), !e.serving[pg])
				m.used = false
			}
		}
	}
}

func (e *Export) endType(t *typeSums, at sim.Time) {
	t.DateTime, t.ReportingInterval, t.BucketIntervalID, t.ServiceLevelType = Time(e.began), Big(e.clock.interval/sim.Minute), bucketID, serviceLevelType
	t.ServiceLevel = share(t.ServiceLevelCalls, t.ServiceLevelCallsOffered)
	if t.RouterQueueCalls > 0 {
		t.AvgRouterDelayQ = Int(sim.Time(t.RouterQueueWaitTime) / sim.Second / sim.Time(t.RouterQueueCalls))
	}
	e.put(tableCallTypeInterval, &t.CallTypeInterval, at)
	e.tables[tableCallTypeInterval].clear(reflect.ValueOf(&t.CallTypeInterval).Elem(), false)
	t.MaxCallsQueued = t.queue
}

// endGroup writes the row of a skill group, unless its PG has nothing to send it.
func (e *Export) endGroup(g *groupSums, at sim.Time) {
	g.DateTime, g.ReportingInterval = Time(e.began), Big(e.clock.interval/sim.Minute)
	g.ServiceLevel = share(g.ServiceLevelCalls, g.ServiceLevelCallsOffered)
	if e.serving[g.pg] && g.dirty {
		e.put(tableSkillGroupInterval, &g.SkillGroupInterval, at)
	}
	e.tables[tableSkillGroupInterval].clear(reflect.ValueOf(&g.SkillGroupInterval).Elem(), !e.serving[g.pg])
	g.dirty = false
}

func share(a, b Int) Real {
	if b == 0 {
		return Real(math.NaN())
	}
	return Real(float64(a) / float64(b))
}

// PGLost implements model.Watcher: what the side has counted in this interval goes with
// it.
func (e *Export) PGLost(at sim.Time, p model.PairID) {
	e.advance(at)
	if e.units[p].Kind != model.UnitAgentPG {
		return
	}
	e.serving[p] = false
	for _, a := range e.members[p] {
		e.spend(model.AgentID(a), at)
		for i := range e.agents[a].in {
			m := &e.agents[a].in[i]
			e.tables[tableAgentSkillGroupInterval].clear(reflect.ValueOf(&m.AgentSkillGroupInterval).Elem(), true)
			m.used = false
		}
	}
	for i := range e.groups {
		if g := &e.groups[i]; g.pg == int(p) {
			e.tables[tableSkillGroupInterval].clear(reflect.ValueOf(&g.SkillGroupInterval).Elem(), true)
			g.dirty = false
		}
	}
}
