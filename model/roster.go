package model

import "ccsim/sim"

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
func (w *World) duties(a AgentID) []duty { return w.top.duties[w.top.group[a]] }

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
	call := &w.calls[c]
	call.Places = w.place(PlaceRow{
		At: call.Queued, Priority: call.Priority, No: call.No, Owner: uint32(c), List: r.list(listWaiting), Mate: call.Places,
	})
}

// unwait takes a call out of all rosters and records how long it waited.
func (w *World) unwait(c CallID) {
	call := &w.calls[c]
	for at := call.Places; at != 0; {
		at = w.leavePlace(at)
	}
	call.Places, call.Waiting = 0, false
	w.sources[call.Type].Waiting--
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
}

// initRosters makes empty lists.
func (w *World) initRosters() {
	w.lists = make([]OrderList, w.top.rosters*int(listKinds))
	w.places = make([]PlaceRow, 1)
}

// callUp lays out the rosters and who stands in them.
func (t *topology) callUp(cfg *Config) {
	t.rosters = len(cfg.Skills)
	t.duties = make([][]duty, len(cfg.Groups))
	for g := range cfg.Groups {
		t.duties[g] = cfg.dutiesOf(&cfg.Groups[g])
	}
}

// dutiesOf lists the rosters of a group. With the policy of the oldest call all have
// the same rank.
func (c *Config) dutiesOf(g *Group) (all []duty) {
	if len(g.Skills) == 0 {
		return []duty{{Roster: 0}}
	}
	for i, s := range g.Skills {
		if c.Policies.FreedAgent == FreedOldest {
			i = 0
		}
		all = append(all, duty{RosterID(s.Skill), i})
	}
	return all
}

// skillTalk is the law of talks of a skill with an agent, where the agent has one of
// its own.
func (w *World) skillTalk(a AgentID, skill int) sim.Dist {
	for _, s := range w.cfg.Groups[w.top.group[a]].Skills {
		if s.Skill == skill {
			return s.Talk
		}
	}
	return sim.Dist{}
}

// Reaches tells whether calls of a type can come to a group of agents.
func (c *Config) Reaches(typ, group int) bool { return c.Groups[group].Has(c.Types[typ].Skill) }
