package model

import (
	"slices"

	"ccsim/sim"
)

// Who may take which calls. A roster is a set of agents to whom calls can be
// queued: all agents of a skill group, those of them who are in one group of agents,
// or those who fit a step of a precision queue. An agent stands in several rosters, a
// call waits in one or more. The Router knows of each roster who is available and
// who waits.

// RosterID is a roster. The rosters of the skill groups come first, in their order.
type RosterID uint32

// Lists of a roster.
const (
	listIdle    listID = iota // available agents, the longest available first
	listWaiting               // calls, by priority, then in order of arrival in the queue
	listBusy                  // agents whose talk can be interrupted
	listKinds
)

func (r RosterID) list(kind listID) listID { return listID(r)*listKinds + kind }

// duty is one roster of an agent. Duties of a lower rank come first when a freed
// agent chooses among waiting calls.
type duty struct {
	Roster RosterID
	Rank   int
}

// duties gives the rosters of an agent, in the order of their ranks.
func (w *World) duties(a AgentID) []duty { return w.top.duties[w.agents[a].Profile] }

// firstAvailable is the agent of a roster who has been available longest, as the
// Router knows it; ties by number.
func (w *World) firstAvailable(r RosterID) AgentID {
	if at := w.firstOf(r.list(listIdle)); at != 0 {
		return AgentID(w.places[at].Owner)
	}
	return NoAgent
}

// firstWaiting is the call that an agent takes next: of the first of the agent's
// skills for which one waits the call of the best priority, of these the one that
// has waited longest.
func (w *World) firstWaiting(a AgentID) CallID {
	best, rank := int32(0), 0
	for _, d := range w.duties(a) {
		if best != 0 && d.Rank > rank {
			break
		}
		at := w.firstOf(d.Roster.list(listWaiting))
		if at != 0 && (best == 0 || w.before(at, best)) {
			best, rank = at, d.Rank
		}
	}
	if best == 0 {
		return NoCall
	}
	return CallID(w.places[best].Owner)
}

// list puts an agent on the lists of available agents of all rosters, by the time
// of becoming available.
func (w *World) list(a AgentID, since sim.Time) {
	r := &w.records[a].Router
	r.Since, r.Available = since, true
	for _, d := range w.duties(a) {
		r.Places = w.place(PlaceRow{At: since, No: uint32(a), Owner: uint32(a), List: d.Roster.list(listIdle), Mate: r.Places})
	}
}

// unlist takes an agent off all lists.
func (w *World) unlist(a AgentID) {
	r := &w.records[a].Router
	r.Shut = false
	if !r.Available {
		return
	}
	for at := r.Places; at != 0; {
		at = w.leavePlace(at)
	}
	r.Places, r.Available = 0, false
}

// queueTo lets a call wait in a roster, beside those where it waits already. It
// keeps its age: who comes later by a script stands before those who came to the
// center after it.
func (w *World) queueTo(c CallID, r RosterID) {
	if w.waitsIn(c, r) {
		return
	}
	call := &w.calls[c]
	call.Places = w.place(PlaceRow{
		At: call.Queued, Priority: call.Priority, No: call.No, Owner: uint32(c), List: r.list(listWaiting), Mate: call.Places,
	})
}

// waitsIn tells whether a call waits in a roster.
func (w *World) waitsIn(c CallID, r RosterID) bool {
	for at := w.calls[c].Places; at != 0; at = w.places[at].Mate {
		if w.places[at].List == r.list(listWaiting) {
			return true
		}
	}
	return false
}

// leaveRoster takes a call out of one roster.
func (w *World) leaveRoster(c CallID, r RosterID) {
	link := &w.calls[c].Places
	for *link != 0 {
		if at := *link; w.places[at].List == r.list(listWaiting) {
			*link = w.leavePlace(at)
			return
		}
		link = &w.places[*link].Mate
	}
}

// queueFor is the queue in which an agent takes a waiting call: the first of the
// agent's own in which it waits.
func (w *World) queueFor(c CallID, a AgentID) uint16 {
	call := &w.calls[c]
	if len(w.top.queues[call.Type]) > 1 {
		for _, d := range w.duties(a) {
			if w.waitsIn(c, d.Roster) {
				return uint16(w.top.queueOf[d.Roster])
			}
		}
	}
	return call.Queue
}

// queuePlace is the place of a call's queue among those of its type.
func (w *World) queuePlace(call *Call) int {
	all := w.top.queues[call.Type]
	if len(all) == 1 {
		return 0
	}
	return max(slices.Index(all, int(call.Queue)), 0)
}

// unwait takes a call out of all rosters and records how long it waited.
func (w *World) unwait(c CallID) {
	call := &w.calls[c]
	for at := call.Places; at != 0; {
		at = w.leavePlace(at)
	}
	w.sources[call.Type].Waiting--
	call.Places, call.Waiting, call.Claims = 0, false, false
	w.record(FactQueueTime, call.No, int64(w.now()-call.Since), w.callAux(call), 0)
}

// matchAll gives waiting calls to agents who were available all the time.
func (w *World) matchAll() {
	for r := range RosterID(w.top.rosters) {
		for w.firstOf(r.list(listWaiting)) != 0 {
			a := w.firstAvailable(r)
			if a == NoAgent {
				break
			}
			w.route(w.firstWaiting(a), a)
		}
	}
	w.matchTasks()
}

// initRosters makes empty lists.
func (w *World) initRosters() {
	w.lists = make([]OrderList, w.top.rosters*int(listKinds))
	w.places = make([]PlaceRow, 1)
}

// callUp lays out the rosters, who stands in them, and the scripts that lead to them.
func (t *topology) callUp(cfg *Config) {
	t.skills, t.rosters = len(cfg.Skills), len(cfg.Skills)
	t.queueOf = make([]int, t.rosters)
	for q := range t.queueOf {
		t.queueOf[q] = q
	}
	parts := make([][]part, len(cfg.Groups)) // rosters of each group, beside those of its skills
	for p := range cfg.Precision {
		t.precision = append(t.precision, RosterID(t.rosters))
		for _, step := range cfg.Precision[p].Steps {
			for _, g := range step.Groups {
				parts[g] = append(parts[g], part{RosterID(t.rosters), len(cfg.Skills) + p})
			}
			t.addRoster(len(cfg.Skills) + p)
		}
	}
	number := uint32(0)
	for s := range cfg.Scripts {
		var turns []turn
		for i := range cfg.Scripts[s].Steps {
			number++
			turns = append(turns, turn{&cfg.Scripts[s].Steps[i], t.rostersOf(&cfg.Scripts[s].Steps[i], parts), number})
		}
		t.scripts = append(t.scripts, turns)
	}
	for q := range cfg.Queues() {
		step := &Step{Kind: StepQueue, Queue: q}
		t.scripts = append(t.scripts, []turn{{step, t.rostersOf(step, parts), 0}})
	}
	for i := range cfg.Types {
		script := len(cfg.Scripts) + cfg.Types[i].Skill
		if s := cfg.Types[i].Script; s > 0 {
			script = s - 1
		}
		t.scriptOf = append(t.scriptOf, uint16(script))
		t.queues = append(t.queues, cfg.QueuesOf(i))
	}
	for g := range cfg.Groups {
		t.duties = append(t.duties, cfg.dutiesOf(&cfg.Groups[g], parts[g]))
	}
	t.reskills(cfg, parts)
}

// part is a roster of a group that is not a whole skill group, with its queue.
type part struct {
	roster RosterID
	queue  int
}

func (t *topology) addRoster(queue int) {
	t.queueOf = append(t.queueOf, queue)
	t.rosters++
}

// rostersOf gives the rosters of a queue step, and makes those of single groups.
func (t *topology) rostersOf(s *Step, parts [][]part) (all []RosterID) {
	switch {
	case s.Kind != StepQueue:
		return nil
	case len(s.To) == 0 && s.Queue < t.skills:
		return []RosterID{RosterID(s.Queue)}
	}
	for _, g := range s.To {
		i := slices.IndexFunc(parts[g], func(p part) bool { return p.queue == s.Queue })
		if i < 0 {
			i = len(parts[g])
			parts[g] = append(parts[g], part{RosterID(t.rosters), s.Queue})
			t.addRoster(s.Queue)
		}
		all = append(all, parts[g][i].roster)
	}
	return all
}

// dutiesOf lists the rosters of a group: those of its first skill first, precision
// queues last. With the policy of the oldest call all have the same rank.
func (c *Config) dutiesOf(g *Group, parts []part) (all []duty) {
	skills := g.Skills
	if len(skills) == 0 && !g.NoSkills {
		skills = []GroupSkill{{}}
	}
	add := func(r RosterID, rank int) {
		if c.Policies.FreedAgent == FreedOldest {
			rank = 0
		}
		all = append(all, duty{r, rank})
	}
	for i, s := range skills {
		add(RosterID(s.Skill), i)
		for _, p := range parts {
			if p.queue == s.Skill {
				add(p.roster, i)
			}
		}
	}
	for _, p := range parts {
		if p.queue >= len(c.Skills) {
			add(p.roster, len(skills))
		}
	}
	return all
}

// skillTalk is the law of talks of a skill with an agent, where the agent has one of
// its own.
func (w *World) skillTalk(a AgentID, skill int) sim.Dist {
	for _, s := range w.top.skilled[w.agents[a].Profile] {
		if s.Skill == skill {
			return s.Talk
		}
	}
	return sim.Dist{}
}

// Reaches tells whether calls of a type can come to a group of agents.
func (c *Config) Reaches(typ, group int) bool {
	t := &c.Types[typ]
	if t.Script == 0 {
		return c.Serves(group, t.Skill) || c.becomesSkilled(group, t.Skill)
	}
	for _, s := range c.scriptsFrom(t.Script - 1) {
		for _, step := range c.Scripts[s].Steps {
			if step.Kind == StepQueue && (c.Serves(group, step.Queue) || c.becomesSkilled(group, step.Queue)) && (len(step.To) == 0 || slices.Contains(step.To, group)) {
				return true
			}
		}
	}
	return false
}

// Serves tells whether a group of agents takes calls of a queue.
func (c *Config) Serves(group, queue int) bool {
	if queue < len(c.Skills) {
		return c.Groups[group].Has(queue)
	}
	return slices.ContainsFunc(c.Precision[queue-len(c.Skills)].Steps, func(s PrecisionStep) bool { return slices.Contains(s.Groups, group) })
}
