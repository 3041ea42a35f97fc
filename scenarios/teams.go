package scenarios

import (
	"slices"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// teams compiles who is in which team, and who supervises which: a team is there
// because a group of agents names it.
func (c *compiler) teams() {
	size := map[string]int{}
	for i := range c.sc.Center.Agents {
		f, g := &c.sc.Center.Agents[i], &c.cfg.Groups[i]
		if !f.Team.Set {
			continue
		}
		name := f.Team.S
		g.Team = 1 + slices.Index(c.teamNames(), name)
		if g.Team == 0 {
			c.cfg.Teams = append(c.cfg.Teams, model.Team{Name: name, PG: g.PG})
			g.Team = len(c.cfg.Teams)
		}
		c.onPG(f.Team, g)
		before := size[name]
		if size[name] += g.Count; before <= model.MaxTeamAgents && size[name] > model.MaxTeamAgents {
			c.Add(f.Team.Pos, "a team has at most %d agents, and %q has %d: split the group %q into several, each with a team of its own", model.MaxTeamAgents, name, size[name], f.Name.S)
		}
	}
	for i := range c.sc.Center.Agents {
		c.supervises(&c.sc.Center.Agents[i], &c.cfg.Groups[i])
	}
}

func (c *compiler) teamNames() (names []string) {
	for _, t := range c.cfg.Teams {
		names = append(names, t.Name)
	}
	return names
}

// onPG refuses a team of another Agent PG.
func (c *compiler) onPG(t format.Text, g *model.Group) {
	if i := slices.Index(c.teamNames(), t.S); i >= 0 && c.cfg.Teams[i].PG != g.PG {
		c.Add(t.Pos, "the team %q is of %s, the agents of %q are of %s: a team and its supervisors are of one Agent PG", t.S, c.cfg.PGs[c.cfg.Teams[i].PG].Name, g.Name, c.cfg.PGs[g.PG].Name)
	}
}

// team finds a team by its name, counted from 1; 0 where there is none.
func (c *compiler) team(t format.Text) int {
	if len(c.cfg.Teams) == 0 {
		c.Add(t.Pos, "unknown team %q; no group of agents has a team: give one team: %s", t.S, t.S)
		return 0
	}
	return 1 + c.index(t, c.teamNames(), "team")
}

// supervises compiles what the supervisors of a group do.
func (c *compiler) supervises(f *format.Group, g *model.Group) {
	for n, t := range f.Supervises {
		team := c.team(t)
		switch {
		case n == model.MaxSupervisorTeams:
			c.Add(t.Pos, "a supervisor has at most %d teams", model.MaxSupervisorTeams)
		case slices.Contains(g.Supervises, team):
			c.Add(t.Pos, "the team %q stands twice", t.S)
		case team > 0:
			c.onPG(t, g)
			g.Supervises = append(g.Supervises, team)
		}
	}
	h := f.Supervision
	if h == nil {
		return
	}
	if len(f.Supervises) == 0 {
		c.Add(h.Pos, "supervision is what supervisors do: name their teams, such as supervises: [alpha]")
	}
	if !h.Monitor.Set && !h.Force.Set {
		c.Add(h.Pos, "supervision needs how often they monitor a call, such as monitor: 6/h, or change a state, such as force: 2/h")
	}
	for _, x := range []struct {
		set  bool
		at   format.Pos
		with bool
		what string
	}{{h.Time != nil, h.Pos, h.Monitor.Set, "time belongs to monitor"}, {h.BargeIn.Set, h.BargeIn.Pos, h.Monitor.Set, "barge_in belongs to monitor"},
		{h.NotReady.Set, h.NotReady.Pos, h.Force.Set, "not_ready belongs to force"}, {h.Logout.Set, h.Logout.Pos, h.Force.Set, "logout belongs to force"}} {
		if x.set && !x.with {
			c.Add(x.at, "%s, which is not given", x.what)
		}
	}
	s := &g.Supervision
	s.MonitorPerHour, s.ForcePerHour = h.Monitor.PerSecond*3600, h.Force.PerSecond*3600
	c.dist(h.Time, &s.MonitorTime)
	s.BargeIn, s.ForceLogout = c.share(h.BargeIn), c.share(h.Logout)
	s.ForceNotReady = min(0.8, 1-s.ForceLogout)
	if h.NotReady.Set {
		s.ForceNotReady = c.share(h.NotReady)
	}
	if s.ForceNotReady+s.ForceLogout > 1 {
		c.Add(h.Logout.Pos, "not_ready and logout are at most 100%% together")
	}
}

// changeTeam compiles which team agents are given.
func (c *compiler) changeTeam(l *model.Lever, e *format.Entry) {
	switch {
	case l.Verb != model.VerbChangeTeam && e.Team.Set:
		c.Add(e.Team.Pos, "%s takes no team", e.Do.S)
		return
	case l.Verb != model.VerbChangeTeam:
		return
	case !e.Team.Set:
		c.Add(e.Pos, "change_team needs a team, such as team: alpha")
		return
	}
	l.Team = c.team(e.Team)
	i := slices.IndexFunc(c.cfg.Groups, func(g model.Group) bool { return g.Name == e.Target.Name })
	c.onPG(e.Team, &c.cfg.Groups[i])
	if len(l.Agents) > model.MaxTeamAgents {
		c.Add(e.Target.Pos, "a team has at most %d agents, %s are %d", model.MaxTeamAgents, e.Target.Text, len(l.Agents))
	}
	l.Name += " to " + e.Team.S
}

// supervisorLever compiles what a supervisor does by the timeline.
func (c *compiler) supervisorLever(l *model.Lever, e *format.Entry) {
	force := l.Verb == model.VerbForceState
	switch acts := force || l.Verb == model.VerbMonitor || l.Verb == model.VerbBargeIn; {
	case !acts && e.Supervisor.Set:
		c.Add(e.Supervisor.Pos, "%s takes no supervisor", e.Do.S)
		return
	case !acts:
	case !slices.ContainsFunc(c.cfg.Groups, func(g model.Group) bool { return len(g.Supervises) > 0 }):
		c.Add(e.Do.Pos, "nobody supervises a team: give the agents a team, and a group of supervisors supervises: [NAME]")
		return
	case e.Supervisor.Set:
		c.bySupervisor(l, e)
	}
	switch {
	case !force && e.State.Set:
		c.Add(e.State.Pos, "%s takes no state", e.Do.S)
	case force && !e.State.Set:
		c.Add(e.Pos, "force_state needs a state: READY, NOT_READY or LOGOUT")
	case force:
		l.State = map[string]model.AgentState{"READY": model.AgentAvailable, "NOT_READY": model.AgentNotReady, "LOGOUT": model.AgentLogout}[e.State.S]
		l.Name += " to " + e.State.S
	}
}

// bySupervisor finds who acts: one agent who supervises.
func (c *compiler) bySupervisor(l *model.Lever, e *format.Entry) {
	t := e.Supervisor
	if t.Kind != format.TargetAgent {
		c.Add(t.Pos, "a supervisor is one agent, such as agents/floor/1")
		return
	}
	all := c.agentsOf(t)
	if len(all) == 0 {
		return
	}
	i := slices.IndexFunc(c.cfg.Groups, func(g model.Group) bool { return g.Name == t.Name })
	if len(c.cfg.Groups[i].Supervises) == 0 {
		c.Add(t.Pos, "the agents of %q supervise no team", t.Name)
	}
	l.Supervisor = 1 + int(all[0])
}
