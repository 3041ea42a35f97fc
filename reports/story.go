package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// Recorder keeps the facts of one replication that a story tells.
type Recorder struct {
	facts []sim.Fact
}

// Record implements sim.Sink.
func (r *Recorder) Record(x sim.Fact) {
	if x.Kind >= model.FactSignedIn && x.Kind <= model.FactFinding || x.Kind >= model.FactCongested && x.Kind <= model.FactRelieved || x.Kind == model.FactSentOn || x.Kind == model.FactCode || x.Kind == model.FactLookup || x.Kind >= model.FactHistoryLost && x.Kind <= model.FactCaughtUp || toldOutbound(x) || toldSupervisors(x) || x.Kind == model.FactTasksCleared || x.Kind == model.FactTasksAgain {
		r.facts = append(r.facts, x)
	}
}

// Story tells what happened to the sides, a line a moment, with what was lost
// at it. The clock is nil where the scenario has no start.
func Story(w io.Writer, cfg *model.Config, r *Recorder, clock func(sim.Time) string) error {
	t := &teller{cfg: cfg, clock: clock}
	facts := slices.Clone(r.facts)
	slices.SortStableFunc(facts, func(a, b sim.Fact) int { return int(max(-1, min(1, a.T-b.T))) })
	for i := 0; i < len(facts); {
		j := i
		for j < len(facts) && facts[j].T == facts[i].T {
			j++
		}
		t.moment(facts[i:j])
		i = j
	}
	t.returns()
	wide := 0
	for _, l := range t.lines {
		wide = max(wide, len(l.who))
	}
	for _, l := range t.lines {
		if _, err := fmt.Fprintf(w, "%-14s %-*s  %s\n", l.at, wide, l.who, l.what); err != nil {
			return err
		}
	}
	return nil
}

type storyLine struct{ at, who, what string }

type teller struct {
	cfg      *model.Config
	clock    func(sim.Time) string
	lines    []storyLine
	signed   int   // agents signed in again since the last line about them
	failed   []int // lookups that failed one after the other, of each
	unjoined int   // customers not connected to the IVR since the last line about them
	vain     []int // personal callbacks of each campaign that have waited in vain at this instant
	since    sim.Time
	last     sim.Time
}

// short prints a time to the millisecond: nothing in a story is finer.
func short(t sim.Time) string {
	return ((t + sim.Millisecond/2) / sim.Millisecond * sim.Millisecond).String()
}

func (t *teller) say(at sim.Time, who, what string) {
	stamp := short(at)
	if t.clock != nil {
		stamp = t.clock(at)
	}
	t.lines = append(t.lines, storyLine{stamp, who, what})
}

// moment tells everything of one instant.
func (t *teller) moment(facts []sim.Fact) {
	at := facts[0].T
	told := false
	for _, x := range facts {
		if x.Kind == model.FactSignedIn {
			if t.signed == 0 {
				t.since = at
			}
			t.signed++
			t.last = at
		}
		told = told || x.Kind >= model.FactLever && x.Kind <= model.FactRecovered && x.Kind != model.FactRole
	}
	if told {
		t.returns()
	}
	lost := map[model.LossKind]int{}
	for _, x := range facts {
		switch x.Kind {
		case model.FactLoss:
			lost[model.LossKind(x.Aux)]++
		case model.FactUnwanted:
			who := "ready though it had asked for Not Ready"
			if x.Aux == 1 {
				who = "Not Ready though it had asked for Ready"
			}
			t.say(at, t.agent(x.Subject), who)
		default:
			t.fact(x)
		}
	}
	t.callbacks(at)
	var words []string
	for _, k := range model.LossKinds() {
		switch n := lost[k]; {
		case n == 1:
			words = append(words, "1 "+lossWords[k][0])
		case n > 1:
			words = append(words, fmt.Sprintf("%d %s", n, lossWords[k][1]))
		}
	}
	if len(words) > 0 {
		t.say(at, "", "lost: "+strings.Join(words, ", "))
	}
}

// returns tells in one line how many agents were signed in again since the last
// line.
func (t *teller) returns() {
	if t.signed == 0 {
		return
	}
	what := fmt.Sprintf("%s signed in again", plural(t.signed, "agent"))
	if t.signed > 1 && t.last > t.since {
		what += fmt.Sprintf(" in %s", short(t.last-t.since))
	}
	t.say(t.last, "agents", what)
	t.signed = 0
}

func (t *teller) agent(a uint32) string {
	n := a
	for _, g := range t.cfg.Groups {
		if n < uint32(g.Count) {
			return fmt.Sprintf("agents/%s/%d", g.Name, n+1)
		}
		n -= uint32(g.Count)
	}
	return "agent"
}

func (t *teller) proc(id uint32) string { return t.cfg.ProcName(model.ProcID(id)) }

func (t *teller) unit(p uint32) string { return t.cfg.Units()[p].Name }

// fact tells one event of a side or a pair.
func (t *teller) fact(x sim.Fact) {
	side := func(what string, args ...any) { t.say(x.T, t.proc(x.Subject), fmt.Sprintf(what, args...)) }
	pair := func(what string, args ...any) { t.say(x.T, t.unit(x.Subject), fmt.Sprintf(what, args...)) }
	switch x.Kind {
	case model.FactLever:
		switch l := &t.cfg.Levers[x.Subject]; {
		case l.VM > 0, len(l.Importers) > 0:
			t.say(x.T, "operator", l.Name)
		case len(l.Groups) > 0 && l.Verb == model.VerbCrash:
			t.say(x.T, strings.TrimPrefix(l.Name, "crash "), "closed: the browsers are gone, and nobody is told")
		case len(l.Groups) > 0:
			t.say(x.T, strings.TrimPrefix(l.Name, "start "), "open again")
		case bySupervisor(l.Verb):
		case l.Verb == model.VerbPause || l.Verb == model.VerbResume || l.Verb == model.VerbDrain:
		case len(l.Links) > 1 && l.Verb <= model.VerbHeal:
			t.say(x.T, "network", l.Name)
		case l.Verb > model.VerbSteady:
			t.say(x.T, "operator", l.Name)
		case l.Verb > model.VerbHeal:
			t.say(x.T, "network", l.Name)
		}
	case model.FactLeverIgnored:
		who, none := whoActs(t.cfg.Levers[x.Subject].Verb)
		t.say(x.T, who, t.cfg.Levers[x.Subject].Name+": "+none+", "+model.IgnoreReason(x.Aux).String())
	case model.FactMaintRequested:
		side("maintenance requested")
	case model.FactMaintContinue:
		if !t.ofAgentPG(x.Subject) {
			side("may shut down: its peer can take over")
			return
		}
		side("all clients agreed")
	case model.FactMaintCancelled:
		side("maintenance cancelled: %s", model.Refusal(x.Aux))
	case model.FactMaintRejected:
		side("maintenance rejected: %s", model.Refusal(x.Aux))
	case model.FactSwitched:
		side("%s", t.handsOver(x))
	case model.FactShutdownFailed:
		side("the shutdown failed: it stops, its peer restarts in simplex mode")
	case model.FactStopped:
		side("stopped%s", t.unconnected(x))
	case model.FactStarted:
		side("started")
	case model.FactCrashed:
		side("crashed%s", t.held(x))
	case model.FactPIMLost:
		side("lost its CTI Manager: its PIM is out of service")
	case model.FactPaused:
		side("hangs: it does nothing and does not know it")
	case model.FactResumed:
		side("goes on after %s", short(sim.Time(x.Value)))
	case model.FactPath:
		if x.Value < 0 {
			side("has no path to a Router")
		} else {
			side("sends to router/%s", model.Side(x.Value))
		}
	case model.FactTesting:
		side("has device majority: Test-Other-Side")
	case model.FactIsolatedEnabled:
		side("isolated-enabled: it runs alone")
	case model.FactIsolatedDisabled:
		side("isolated-disabled: it stops routing")
	case model.FactPaired:
		side("in step with its peer: paired-disabled")
	case model.FactDetected:
		side("lost its peer: %d keep-alives missed", t.cfg.Timers.PrivateMisses)
	case model.FactPeerBack:
		side("hears its peer again")
	case model.FactActivating:
		side("%s", t.activates(x))
	case model.FactActive:
		side("active%s", t.phones(x))
	case model.FactStandby:
		side("standby, in step")
	case model.FactDraining:
		side("%s", t.drains(x))
	case model.FactLookup:
		t.lookup(x)
	case model.FactCode:
		t.code(x)
	case model.FactHistoryLost:
		pair("%s of history gone for good: no Logger has it", short(sim.Time(x.Value)))
	case model.FactHistoryRecovered:
		side("recovered %s of history", short(sim.Time(x.Value)))
	case model.FactCaughtUp:
		side("has caught up with its Logger after %s", short(sim.Time(x.Value)))
	case model.FactTasksCleared:
		pair("the Router clears %s: the application keeps them", plural(int(x.Value), "queued task"))
	case model.FactTasksAgain:
		pair("the application submits %s again, in the same order", plural(int(x.Value), "task"))
	case model.FactSupervised, model.FactSupervisionKept:
		t.supervisor(x)
	case model.FactSentOn:
		side("takes what CVP has held for %s", short(sim.Time(x.Value)))
	case model.FactImport:
		t.imports(x)
	case model.FactDial:
		t.unjoined++
	case model.FactCallback:
		t.callback(x)
	case model.FactSpoiled:
		t.say(x.T, "campaign/"+t.cfg.Campaigns[x.Subject].Name, plural(int(x.Value), "record")+" "+model.FateWords(x.Aux))
	case model.FactNotReady:
		side("Not Ready: %s", model.NeedWords(x.Aux))
	case model.FactCongested, model.FactCongestionLevel, model.FactRelieved:
		t.congestion(x, pair)
	default:
		t.pairFact(x, pair)
	}
}

// lookup tells when lookups begin to fail, and when they answer again.
func (t *teller) lookup(x sim.Fact) {
	if t.failed == nil {
		t.failed = make([]int, len(t.cfg.Lookups))
	}
	n, who := &t.failed[x.Subject], "lookup/"+t.cfg.Lookups[x.Subject].Name
	switch {
	case x.Aux == 1 && *n == 0:
		t.say(x.T, who, "fails: "+Cause(t.cfg, x.Cause))
	case x.Aux == 0 && *n > 0:
		t.say(x.T, who, fmt.Sprintf("answers again, after %s", plural(*n, "failed request")))
	}
	if *n++; x.Aux == 0 {
		*n = 0
	}
}

// handsOver tells what is outstanding at the switch: pending states of an Agent PG,
// queued tasks of an MR PG.
func (t *teller) handsOver(x sim.Fact) string {
	switch {
	case t.ofAgentPG(x.Subject):
		return "hands over, " + plural(int(x.Value), "pending state") + " outstanding"
	case x.Value > 0:
		return "hands over; the Router is told not to clear " + plural(int(x.Value), "queued task")
	}
	return "hands over"
}

// carries tells how many calls a Call Server that drains still has.
func (t *teller) carries(x sim.Fact) string {
	if t.cfg.Units()[model.ProcID(x.Subject).Pair()].Kind != model.UnitCVP {
		return ""
	}
	return ": no new calls; it carries " + plural(int(x.Value), "call")
}

// congestion tells a change of the congestion level.
func (t *teller) congestion(x sim.Fact, pair func(string, ...any)) {
	rate := float64(x.Value) / 1000
	load := fmt.Sprintf("%.2f route requests/s on average, %.1f%% of the capacity", rate, 100*rate/t.cfg.Congestion.Capacity)
	rejects := [...]string{"no call is rejected any more", "10% of new calls are rejected", "30% of new calls are rejected", "30% to 100% of new calls are rejected"}[x.Aux]
	pair("congestion level %d: %s; %s", x.Aux, load, rejects)
}

// link tells a change of a link; a private one by the name of its pair.
func (t *teller) link(x sim.Fact, what string) {
	l := t.cfg.Links()[x.Subject]
	if c := int(x.Cause) - 1; c >= 0 && c < len(t.cfg.Levers) && len(t.cfg.Levers[c].Links) > 1 && t.cfg.Levers[c].Verb <= model.VerbHeal {
		return // told as one
	}
	if l.Kind == model.LinkPrivate {
		t.say(x.T, t.unit(uint32(l.Pair)), "private link "+what+way(x.Aux))
		return
	}
	ends := [4]string{"", " towards the Router", " from the Router", ""}[x.Aux&3]
	t.say(x.T, t.cfg.LinkName(model.LinkID(x.Subject)), what+ends)
}

// way names the direction of a link that a mask means; both need no word.
func way(mask uint32) string { return [4]string{"", " from A to B", " from B to A", ""}[mask&3] }

func (t *teller) pairFact(x sim.Fact, pair func(string, ...any)) {
	switch x.Kind {
	case model.FactSimplex:
		pair("simplex")
	case model.FactDuplex:
		pair("duplex again")
	case model.FactCut:
		t.link(x, "cut")
	case model.FactHeal:
		t.link(x, "healed")
	case model.FactRouting:
		pair("requests are processed again after %s", short(sim.Time(x.Value)))
	case model.FactSessionsLost:
		pair("desktops lost their server")
	case model.FactRecovered:
		pair("recovered after %s", short(sim.Time(x.Value)))
	case model.FactFinding:
		if x.Value > 0 {
			pair("no longer: %s, after %s", model.Finding(x.Aux), short(sim.Time(x.Value)))
			return
		}
		pair("finding: %s", model.Finding(x.Aux))
	}
}

// ofAgentPG tells whether a process is a side of an Agent PG.
func (t *teller) ofAgentPG(id uint32) bool {
	p := model.ProcID(id)
	return !p.Beside() && t.cfg.Units()[p.Pair()].Kind == model.UnitAgentPG
}

// held tells what a process took with it.
func (t *teller) held(x sim.Fact) string {
	p := model.ProcID(x.Subject)
	if t.cfg.Units()[p.Pair()].Kind != model.UnitAgentPG {
		return ""
	}
	return " with " + plural(int(x.Value), "call") + " in talk and " + plural(int(x.Aux), "pending state")
}

func (t *teller) activates(x sim.Fact) string {
	if t.ofAgentPG(x.Subject) {
		return "registers the phones"
	}
	return "activates its PIMs"
}

func (t *teller) phones(x sim.Fact) string {
	if !t.ofAgentPG(x.Subject) {
		return ""
	}
	return ", " + plural(int(x.Value), "phone") + " registered"
}
