package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

var verbs = map[string]model.Verb{
	"maintenance": model.VerbMaintenance, "cancel": model.VerbCancel, "stop": model.VerbStop, "start": model.VerbStart,
	"restart": model.VerbRestart, "crash": model.VerbCrash, "cut": model.VerbCut, "heal": model.VerbHeal,
	"sign_in": model.VerbSignIn, "sign_out": model.VerbSignOut, "ready": model.VerbReady, "not_ready": model.VerbNotReady,
	"surge": model.VerbSurge, "delay": model.VerbDelay, "lose": model.VerbLose, "flap": model.VerbFlap,
	"pause": model.VerbPause, "resume": model.VerbResume, "drain": model.VerbDrain, "fail": model.VerbFail,
	"patch": model.VerbPatch, "reskill": model.VerbReskill, "disable": model.VerbDisable, "enable": model.VerbEnable, "import": model.VerbImport,
	"change_team": model.VerbChangeTeam, "monitor": model.VerbMonitor, "barge_in": model.VerbBargeIn, "force_state": model.VerbForceState,
}

// undos say what undoes a verb after `for:`.
var undos = map[model.Verb]model.Verb{
	model.VerbMaintenance: model.VerbStart, model.VerbStop: model.VerbStart, model.VerbCrash: model.VerbStart,
	model.VerbPause: model.VerbResume, model.VerbCut: model.VerbHeal, model.VerbDelay: model.VerbDelay, model.VerbLose: model.VerbLose, model.VerbFlap: model.VerbSteady,
	model.VerbSignIn: model.VerbSignOut, model.VerbSignOut: model.VerbSignIn,
	model.VerbReady: model.VerbNotReady, model.VerbNotReady: model.VerbReady, model.VerbSurge: model.VerbSurge, model.VerbDrain: model.VerbStart, model.VerbFail: model.VerbAnswer, model.VerbReskill: model.VerbReskill, model.VerbDisable: model.VerbEnable, model.VerbEnable: model.VerbDisable,
	model.VerbChangeTeam: model.VerbChangeTeam, model.VerbMonitor: model.VerbLeave, model.VerbBargeIn: model.VerbLeave,
}

// eventKinds are the facts behind the events that files name.
var eventKinds = map[string]sim.FactKind{
	"maintenance-requested": model.FactMaintRequested, "maintenance-continue": model.FactMaintContinue,
	"maintenance-cancelled": model.FactMaintCancelled, "maintenance-rejected": model.FactMaintRejected,
	"switched": model.FactSwitched, "shutdown-failed": model.FactShutdownFailed, "stopped": model.FactStopped,
	"started": model.FactStarted, "crashed": model.FactCrashed, "detected": model.FactDetected, "activating": model.FactActivating,
	"active": model.FactActive, "standby": model.FactStandby, "draining": model.FactDraining, "simplex": model.FactSimplex,
	"duplex": model.FactDuplex, "recovered": model.FactRecovered, "sessions-lost": model.FactSessionsLost,
	"paused": model.FactPaused, "resumed": model.FactResumed, "testing": model.FactTesting, "isolated-enabled": model.FactIsolatedEnabled,
	"isolated-disabled": model.FactIsolatedDisabled, "paired": model.FactPaired, "realigned": model.FactPath, "routing": model.FactRouting,
	"congested": model.FactCongested, "congestion-level": model.FactCongestionLevel, "relieved": model.FactRelieved,
	"history-lost": model.FactHistoryLost, "history-recovered": model.FactHistoryRecovered, "caught-up": model.FactCaughtUp,
	"cut": model.FactCut, "heal": model.FactHeal, "signed-out": model.FactSignedOut, "signed-in": model.FactSignedIn, "forced-not-ready": model.FactForced,
}

func (c *compiler) timeline() {
	for i := range c.sc.Timeline {
		c.entry(&c.sc.Timeline[i], i)
	}
}

func (c *compiler) entry(e *format.Entry, n int) {
	if !e.Do.Set || !e.Target.Set {
		c.Add(e.Pos, "a timeline entry needs do: and target:, such as {at: 2h, do: crash, target: agent-pg-1/A}")
		return
	}
	verb, known := verbs[e.Do.S]
	if !known || e.Target.Kind == format.TargetNone {
		c.moment(&model.Lever{}, e)
		return // the verb or target was noted by the decoder
	}
	if fits := format.VerbFits[e.Do.S]; !slices.Contains(fits, e.Target.Kind) {
		c.Add(e.Target.Pos, "%s does not fit %s; it acts on %s", e.Do.S, e.Target.Text, forms(fits))
		return
	}
	name := e.Do.S + " " + e.Target.Text
	switch {
	case e.Factor.Set:
		name += fmt.Sprintf(" by %g", e.Factor.F)
	case e.By.Set:
		name += " by " + sim.Time(e.By.NS).String()
	case e.Share.Set:
		name += fmt.Sprintf(" %g%%", float64(e.Share.F*100))
	}
	l := model.Lever{Name: name, Verb: verb, Type: -1, Factor: 1, Undo: -1, Entry: n}
	if !c.aim(&l, e) {
		return
	}
	c.moment(&l, e)
	c.surge(&l, e)
	c.reskill(&l, e)
	c.changeTeam(&l, e)
	c.supervisorLever(&l, e)
	c.link(&l, e)
	c.drain(&l, e)
	c.patch(&l, e)
	c.scriptOfMachine(&l, e)
	c.imports(&l, e)
	c.cfg.Levers = append(c.cfg.Levers, l)
	if e.For.Set {
		c.undo(len(c.cfg.Levers)-1, e)
	}
}

func forms(kinds []format.TargetKind) string {
	var all []string
	for _, k := range kinds {
		all = append(all, k.Form())
	}
	return strings.Join(all, " or ")
}

// undo adds the lever that ends another after its time.
func (c *compiler) undo(i int, e *format.Entry) {
	l := c.cfg.Levers[i]
	verb, ok := undos[l.Verb]
	if !ok {
		c.Add(e.For.Pos, "nothing undoes %s: leave out for:", l.Verb)
		return
	}
	if e.For.NS <= 0 {
		c.Add(e.For.Pos, "for: must be longer than 0")
		return
	}
	back := l
	back.VM = 0
	back.Name, back.Verb, back.IsUndo, back.Factor = verb.String()+" "+e.Target.Text, verb, true, 1
	if back.By, back.Share = 0, 0; verb == l.Verb || verb == model.VerbSteady || verb == model.VerbAnswer || verb == model.VerbLeave {
		back.Name = "end of " + l.Name
	}
	back.Skills, back.Team = nil, 0
	back.At, back.AtDist, back.Trigger = 0, sim.Dist{}, model.Trigger{}
	c.cfg.Levers = append(c.cfg.Levers, back)
	c.cfg.Levers[i].Undo, c.cfg.Levers[i].For = len(c.cfg.Levers)-1, sim.Time(e.For.NS)
	c.cfg.Levers[i].Stay = l.Verb == model.VerbCrash
}

func (c *compiler) surge(l *model.Lever, e *format.Entry) {
	switch {
	case l.Verb != model.VerbSurge && e.Factor.Set:
		c.Add(e.Factor.Pos, "%s takes no factor", e.Do.S)
	case l.Verb == model.VerbSurge && (!e.Factor.Set || e.Factor.F < 0):
		c.Add(e.Pos, "surge needs a factor from 0 up, such as factor: 2")
	case l.Verb == model.VerbSurge:
		l.Factor = e.Factor.F
	}
}

// link compiles the parameters of the verbs that act on links.
func (c *compiler) link(l *model.Lever, e *format.Entry) {
	l.By, l.Share, l.Every, l.Up = sim.Time(e.By.NS), e.Share.F, sim.Time(e.Every.NS), sim.Time(e.Up.NS)
	for _, p := range []struct {
		value format.Value
		name  string
		verb  model.Verb
	}{{e.By.Value, "by", model.VerbDelay}, {e.Share.Value, "share", model.VerbLose}, {e.Every.Value, "every", model.VerbFlap}, {e.Up.Value, "up", model.VerbFlap}} {
		switch {
		case p.value.Set && l.Verb != p.verb:
			c.Add(p.value.Pos, "%s takes no %s", e.Do.S, p.name)
		case !p.value.Set && l.Verb == p.verb:
			c.Add(e.Pos, "%s needs %s", e.Do.S, p.name)
		}
	}
	switch {
	case l.By > sim.Minute:
		c.Add(e.By.Pos, "a delay is at most 1m; cut the link instead")
	case l.Share > 0.99:
		c.Add(e.Share.Pos, "a share of loss is at most 99%%; cut the link instead")
	case l.Verb == model.VerbFlap && e.Every.Set && e.Up.Set && (l.Up <= 0 || l.Up >= l.Every || l.Every < 10*sim.Millisecond):
		c.Add(e.Up.Pos, "flap needs 0 < up < every, and every of at least 10ms")
	}
}

// aim finds what the target names.
func (c *compiler) aim(l *model.Lever, e *format.Entry) bool {
	t := e.Target
	switch t.Kind {
	case format.TargetCalls:
		var names []string
		for _, typ := range c.cfg.Callers() {
			names = append(names, typ.Name)
		}
		l.Type = c.index(nameOf(t), names, "type of calls")
		if len(names) > 0 && len(c.cfg.Types[l.Type].Rates) == 0 {
			c.Add(t.Pos, "surge multiplies rates, but %s has given times", t.Name)
		}
		return true
	case format.TargetLookup:
		l.Lookup = c.lookupTarget(t)
		return l.Lookup > 0
	case format.TargetCampaign:
		l.Campaign = c.index(nameOf(t), c.campaignNames(), "campaign")
		return len(c.cfg.Campaigns) > 0
	case format.TargetAgents, format.TargetAgent:
		l.Agents = c.agentsOf(t)
		return len(l.Agents) > 0
	}
	if c.ofMachine(l, e) {
		return l.VM > 0
	}
	if t.Name == "importer" && (t.Kind == format.TargetSide || t.Kind == format.TargetUnit) {
		return c.importer(l, t)
	}
	at, ok := c.place(t)
	if l.Verb == model.VerbFail {
		l.Verb = model.VerbReject // a service: it answers no lookup
	}
	if !ok || !c.possible(l.Verb, t, at) {
		return false
	}
	l.Procs, l.Links, l.From, l.Pair, l.Dark = at.procs, at.links, at.from, at.unit, at.dark
	if at.group > 0 {
		l.Groups = []int{at.group - 1}
	}
	return true
}

func nameOf(t format.Target) format.Text { return format.Text{Value: t.Value, S: t.Name} }

func (c *compiler) agentsOf(t format.Target) (all []model.AgentID) {
	first := 0
	var names []string
	for _, g := range c.cfg.Groups {
		if g.Name == t.Name {
			if t.Kind == format.TargetAgent {
				if t.N > g.Count {
					c.Add(t.Pos, "the group %q has %d agents: there is no number %d", g.Name, g.Count, t.N)
					return nil
				}
				return []model.AgentID{model.AgentID(first + t.N - 1)}
			}
			for i := range g.Count {
				all = append(all, model.AgentID(first+i))
			}
			return all
		}
		names = append(names, g.Name)
		first += g.Count
	}
	c.Add(t.Pos, "unknown group of agents %q; %s", t.Name, format.Suggest(t.Name, names))
	return nil
}

// moment compiles at: or when:.
func (c *compiler) moment(l *model.Lever, e *format.Entry) {
	switch {
	case e.At != nil && e.When != nil:
		c.Add(e.When.Pos, "an entry has at: or when:, not both")
	case e.When != nil:
		c.trigger(l, e.When)
	case e.At == nil:
		c.Add(e.Pos, "a timeline entry needs its moment: at: 2h, or when: {event: maintenance-continue, target: agent-pg-1/A}")
	case e.At.Dist != nil:
		l.AtDist = c.law(e.At.Dist, 0)
	default:
		l.At = c.clock(e.At.Clock)
		if l.At > c.horizon && c.cfg.End == model.EndStop {
			c.Add(e.At.Pos, "the run ends at %v, before this", c.horizon)
		}
	}
}

func (c *compiler) trigger(l *model.Lever, t *format.Trigger) {
	ev, _, err := format.ParseEvent(t.Event.S, t.Target.S)
	if err != nil {
		c.Add(t.Event.Pos, "%v", err)
		return
	}
	if ev.Target.Set || ev.Call < 0 {
		ev.Target.Pos = t.Target.Pos
	}
	kind, subject, state, ok := c.event(ev)
	if ok {
		l.Trigger = model.Trigger{Kind: kind, Subject: subject, Call: state, Plus: sim.Time(t.Plus.NS)}
	}
}

// event finds the fact, the subject and, for calls, the state that an event
// means.
func (c *compiler) event(e *format.EventAt) (kind sim.FactKind, subject uint32, state model.CallState, ok bool) {
	if e.Call >= 0 {
		var names []string
		for _, s := range model.CallStates() {
			if s.String() == e.State {
				return model.FactOffered, uint32(e.Call), s, true
			}
			names = append(names, s.String())
		}
		c.Add(e.Target.Pos, "unknown state of a call %q; %s", e.State, format.Suggest(e.State, names))
		return 0, 0, 0, false
	}
	if e.Code != "" {
		return c.codeEvent(e)
	}
	kind = eventKinds[e.Event]
	switch e.Target.Kind {
	case format.TargetAgent:
		agents := c.agentsOf(e.Target)
		if len(agents) == 0 {
			return 0, 0, 0, false
		}
		return kind, uint32(agents[0]), 0, true
	}
	at, ok := c.place(e.Target)
	switch {
	case !ok:
		return 0, 0, 0, false
	case e.Target.Kind == format.TargetLink:
		return kind, uint32(at.links[0]), 0, true
	case ofUnit[kind]:
		return kind, uint32(at.unit), 0, true
	case len(at.procs) != 1:
		c.Add(e.Target.Pos, "%s is two processes: name a side, such as %s/A", e.Target.Text, e.Target.Text)
		return 0, 0, 0, false
	}
	return kind, uint32(at.procs[0]), 0, true
}

// ofUnit are the facts that belong to a unit, not to one of its processes.
var ofUnit = map[sim.FactKind]bool{
	model.FactSimplex: true, model.FactDuplex: true, model.FactRecovered: true, model.FactSessionsLost: true, model.FactRouting: true, model.FactHistoryLost: true,
	model.FactCongested: true, model.FactCongestionLevel: true, model.FactRelieved: true,
}

// probes compiles report.probes.
func (c *compiler) probes() {
	kinds := map[string]model.ProbeKind{"queue": model.ProbeQueue, "talking": model.ProbeTalking, "pending": model.ProbePending}
	for _, pair := range c.sc.Report.Probes.Pairs {
		e, col, err := format.ParseProbe(pair.Value.S)
		if err != nil {
			c.Add(shifted(pair.Value.Pos, col), "%v", err)
			continue
		}
		e.Event.Target.Pos = pair.Value.Pos
		kind, subject, _, ok := c.event(&e.Event)
		p := model.Probe{Name: pair.Key.S, What: kinds[e.What], Kind: kind, Subject: subject, Skill: -1, Pair: -1}
		if ok && c.probed(&p, e.Of, pair.Value.Pos) {
			c.cfg.Probes = append(c.cfg.Probes, p)
		}
	}
}

// probed finds what a probe reads of: a skill group, a type of calls or a PG.
func (c *compiler) probed(p *model.Probe, of string, at format.Pos) bool {
	if of == "all" {
		return true
	}
	if i := slices.Index(c.queueNames(), of); i >= 0 && p.What != model.ProbePending {
		p.Skill = i
		return true
	}
	for i, t := range c.cfg.Callers() {
		if t.Name == of && p.What != model.ProbePending {
			p.Skill = c.cfg.QueuesOf(i)[0]
			return true
		}
	}
	if i := slices.Index(c.pgNames(), of); i >= 0 && p.What != model.ProbeQueue {
		p.Pair = i
		return true
	}
	names := append(append(c.queueNames(), c.pgNames()...), "all")
	c.Add(at, "the probe cannot read of %q; %s", of, format.Suggest(of, names))
	return false
}

// shifted moves a position into a text that stands there. A text in quotes or
// on a line of its own is shifted by the quote or not at all.
func shifted(at format.Pos, col int) format.Pos {
	if at.From == "" && col > 0 {
		at.Col += col - 1
	}
	return at
}

func (c *compiler) levels() (all []sim.Time) {
	for _, l := range c.sc.Report.ServiceLevel {
		if l.NS <= 0 {
			c.Add(l.Pos, "a service level threshold is longer than 0")
		}
		all = append(all, sim.Time(l.NS))
	}
	if len(all) == 0 {
		all = []sim.Time{20 * sim.Second}
	}
	return all
}
