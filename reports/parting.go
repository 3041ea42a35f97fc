package reports

import (
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// Parting is the first moment at which two runs of the same callers differ.
type Parting struct {
	There       bool // false where the runs do not part
	At          sim.Time
	Base, Other string // what happened at that moment in one and not in the other
}

// Journal keeps every fact until it is emptied: a sink.
type Journal struct{ Facts []sim.Fact }

// Record implements sim.Sink.
func (j *Journal) Record(x sim.Fact) { j.Facts = append(j.Facts, x) }

// Empty forgets what was kept and keeps the room for it.
func (j *Journal) Empty() { j.Facts = j.Facts[:0] }

// PartAt finds the first difference of two journals of the same stretch of time.
func PartAt(base, other *model.Config, a, b []sim.Fact, clock func(sim.Time) string) Parting {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	if len(a) == 0 && len(b) == 0 {
		return Parting{}
	}
	at := sim.Forever
	for _, list := range [][]sim.Fact{a, b} {
		if len(list) > 0 {
			at = min(at, list[0].T)
		}
	}
	only := func(list, others []sim.Fact) (mine []sim.Fact) {
		for _, x := range list {
			if x.T == at && !slices.Contains(others, x) {
				mine = append(mine, x)
			}
		}
		return mine
	}
	return Parting{true, at, tell(base, only(a, b), clock), tell(other, only(b, a), clock)}
}

// tell says in words what happened at one moment: as a story does, and else by
// the kind of fact.
func tell(cfg *model.Config, facts []sim.Fact, clock func(sim.Time) string) string {
	if len(facts) == 0 {
		return "nothing"
	}
	r := &Recorder{}
	for _, x := range facts {
		r.Record(x)
	}
	t := &teller{cfg: cfg, clock: clock}
	if len(r.facts) > 0 {
		t.moment(r.facts)
		t.returns()
	}
	var words []string
	for _, l := range t.lines {
		words = append(words, strings.TrimSpace(l.who+" "+l.what))
	}
	if len(words) == 0 {
		for _, x := range facts {
			if w := plainFact(cfg, x); !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	if n := len(words); n > 3 {
		words = append(words[:3], fmt.Sprintf("%d more", n-3))
	}
	return strings.Join(words, "; ")
}

// TellFact says in words what happened, without whom it happened to.
func TellFact(cfg *model.Config, x sim.Fact) string {
	t := &teller{cfg: cfg}
	t.fact(x)
	if len(t.lines) == 0 {
		return plainFact(cfg, x)
	}
	return t.lines[0].what
}

// callFacts are the words for what a story leaves out.
var callFacts = map[sim.FactKind]string{
	model.FactOffered: "arrives", model.FactQueueTime: "leaves the queue", model.FactAnswered: "is answered", model.FactAbandoned: "hangs up", model.FactHandled: "ends its talk",
	model.FactTransferred: "is transferred", model.FactBlocked: "is blocked", model.FactRejected: "is rejected", model.FactDefaultRouted: "is default-routed", model.FactCallLost: "is lost",
	model.FactRONA: "rings without an answer", model.FactInSystem: "leaves", model.FactBalked: "leaves at once", model.FactRetry: "tries again", model.FactAnnounced: "hears its wait",
	model.FactScriptStep: "comes to another step of its script", model.FactPrecisionStep: "comes to another step of its precision queue",
}

func plainFact(_ *model.Config, x sim.Fact) string {
	if w, ok := callFacts[x.Kind]; ok {
		return fmt.Sprintf("caller %d %s", x.Subject, w)
	}
	if x.Kind == model.FactAgentTime {
		return fmt.Sprintf("agent %d changes state", x.Subject)
	}
	return "a change that no story tells"
}

// partingLine says where one of the compared runs leaves the plain one.
func (c *Comparison) partingLine(i int) string {
	if i >= len(c.Partings) {
		return ""
	}
	return c.Partings[i].Words(c.Run.Scenario, c.Variants[i].Name, c.Clock)
}

// Words tell where two runs part, in a sentence.
func (p Parting) Words(base, other string, clock func(sim.Time) string) string {
	if !p.There {
		return fmt.Sprintf("In the first replication everything happens at the same moments in %s and %s.", base, other)
	}
	at := "+" + span(p.At)
	if clock != nil {
		at = clock(p.At)
	}
	return fmt.Sprintf("The first replications part at %s. In %s: %s. In %s: %s.", at, base, p.Base, other, p.Other)
}
