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
	if x.Kind >= model.FactSignedIn && x.Kind <= model.FactFinding {
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
	cfg    *model.Config
	clock  func(sim.Time) string
	lines  []storyLine
	signed int // agents signed in again since the last line about them
	since  sim.Time
	last   sim.Time
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

func (t *teller) proc(id uint32) string {
	p := model.ProcID(id)
	if p.IsCTI() {
		return fmt.Sprintf("cti-%d/%s", p.Pair()+1, p.Side())
	}
	return fmt.Sprintf("%s/%s", t.cfg.PGs[p.Pair()].Name, p.Side())
}

// fact tells one event of a side or a pair.
func (t *teller) fact(x sim.Fact) {
	side := func(what string, args ...any) { t.say(x.T, t.proc(x.Subject), fmt.Sprintf(what, args...)) }
	pair := func(what string, args ...any) { t.say(x.T, t.cfg.PGs[x.Subject].Name, fmt.Sprintf(what, args...)) }
	switch x.Kind {
	case model.FactLever:
		switch l := &t.cfg.Levers[x.Subject]; {
		case l.Verb > model.VerbSteady:
			t.say(x.T, "operator", l.Name)
		case l.Verb > model.VerbHeal:
			t.say(x.T, "network", l.Name)
		}
	case model.FactLeverIgnored:
		t.say(x.T, "operator", t.cfg.Levers[x.Subject].Name+": nothing to do, "+model.IgnoreReason(x.Aux).String())
	case model.FactMaintRequested:
		side("maintenance requested")
	case model.FactMaintContinue:
		side("all clients agreed")
	case model.FactMaintCancelled:
		side("maintenance cancelled: %s", model.Refusal(x.Aux))
	case model.FactMaintRejected:
		side("maintenance rejected: %s", model.Refusal(x.Aux))
	case model.FactSwitched:
		side("hands over, %s outstanding", plural(int(x.Value), "pending state"))
	case model.FactShutdownFailed:
		side("the shutdown failed: it stops, its peer restarts in simplex mode")
	case model.FactStopped:
		side("stopped")
	case model.FactStarted:
		side("started")
	case model.FactCrashed:
		side("crashed with %s and %s", plural(int(x.Value), "call")+" in talk", plural(int(x.Aux), "pending state"))
	case model.FactDetected:
		side("lost its peer: %d keep-alives missed", t.cfg.Timers.PrivateMisses)
	case model.FactPeerBack:
		side("hears its peer again")
	case model.FactActivating:
		side("registers the phones")
	case model.FactActive:
		side("active, %s registered", plural(int(x.Value), "phone"))
	case model.FactStandby:
		side("standby, in step")
	case model.FactDraining:
		side("draining")
	default:
		t.pairFact(x, pair)
	}
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
		pair("private link cut%s", way(x.Aux))
	case model.FactHeal:
		pair("private link healed%s", way(x.Aux))
	case model.FactSessionsLost:
		pair("the desktops lost their CTI server")
	case model.FactRecovered:
		pair("recovered after %s", short(sim.Time(x.Value)))
	case model.FactFinding:
		pair("finding: %s", model.Finding(x.Aux))
	}
}
