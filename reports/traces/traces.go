// Package traces writes one replication as a trace: for Perfetto in the JSON form
// of Chrome's traces, or as OTLP/JSON. It is written while the run goes on, so
// that memory grows with the calls in progress only.
package traces

import (
	"cmp"
	"fmt"
	"slices"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// Forms are the forms of traces.
var Forms = []string{"chrome", "otlp"}

// span is a stretch of time of something.
type span struct {
	name     string
	from, to sim.Time
	attrs    []attr
	failed   string // why it did not end well, or nothing
	events   []instant
	children []span
}

type attr struct{ name, value string }

// instant is something that happens at one moment.
type instant struct {
	name  string
	at    sim.Time
	attrs []attr
}

// encoder writes what the collector finds.
type encoder interface {
	begin()
	role(id model.ProcID, s span)        // roles of one process follow one another
	cut(id model.LinkID, s span)         // stretches in which a link was cut
	maintenance(id model.ProcID, s span) // of one process
	call(no uint32, s span)              // with its waits and talks
	process(id model.ProcID, i instant)
	group(g int, i instant)
	fault(i instant)
	loss(i instant)
	end() error
}

// Trace is a sink that writes a trace.
type Trace struct {
	cfg         *model.Config
	out         encoder
	roles       map[model.ProcID]*span
	cuts        map[model.LinkID]*span
	maintaining map[model.ProcID]*span
	calls       map[uint32]*span
}

func newTrace(cfg *model.Config, out encoder) *Trace {
	t := &Trace{cfg: cfg, out: out, roles: map[model.ProcID]*span{}, cuts: map[model.LinkID]*span{}, maintaining: map[model.ProcID]*span{}, calls: map[uint32]*span{}}
	out.begin()
	units := cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(model.PairID(i)) {
			t.roles[id] = &span{name: cfg.FirstRole(id).String()}
		}
	}
	return t
}

// Record implements sim.Sink.
func (t *Trace) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactOffered:
		t.begin(x)
	case model.FactQueueTime, model.FactHandled, model.FactTransferred, model.FactAbandoned, model.FactBlocked, model.FactRejected, model.FactDefaultRouted, model.FactCallLost, model.FactRONA, model.FactInSystem:
		t.call(x)
	case model.FactRole:
		t.role(x)
	case model.FactCut, model.FactHeal:
		t.link(x)
	case model.FactLever:
		t.out.fault(instant{t.cfg.Levers[x.Subject].Name, x.T, nil})
	case model.FactLoss:
		t.loss(x)
	case model.FactSignedOut, model.FactSignedIn, model.FactForced, model.FactUnwanted:
		t.agent(x)
	default:
		t.process(x)
	}
}

// begin opens the span of a call.
func (t *Trace) begin(x sim.Fact) {
	name := t.cfg.Types[model.UnpackCall(x.Aux).Type].Name
	t.calls[x.Subject] = &span{name: "call " + name, from: x.T, attrs: []attr{{"call.type", name}, {"call.number", fmt.Sprint(x.Subject)}}}
}

// cause names the lever or failure behind a fact; nothing for the workload.
func (t *Trace) cause(x sim.Fact) []attr {
	if x.Cause == 0 {
		return nil
	}
	return []attr{{"cause", reports.Cause(t.cfg, x.Cause)}}
}

// call adds to a call, and writes it when it leaves.
func (t *Trace) call(x sim.Fact) {
	c := t.calls[x.Subject]
	if c == nil { // no call of a customer, such as a Dialer's reservation of an agent
		return
	}
	group := "agents"
	if g := model.UnpackCall(x.Aux).Group; g >= 0 && g < len(t.cfg.Groups) {
		group = "agents/" + t.cfg.Groups[g].Name
	}
	switch x.Kind {
	case model.FactQueueTime:
		if x.Value > 0 {
			c.children = append(c.children, span{name: "wait", from: x.T - sim.Time(x.Value), to: x.T})
		}
	case model.FactHandled, model.FactTransferred:
		c.children = append(c.children, span{name: "talk " + group, from: x.T - sim.Time(x.Value), to: x.T, attrs: []attr{{"agent.group", group}}})
	case model.FactInSystem:
		c.to = x.T
		slices.SortStableFunc(c.children, func(a, b span) int { return cmp.Compare(a.from, b.from) })
		t.out.call(x.Subject, *c)
		delete(t.calls, x.Subject)
	default:
		word := map[sim.FactKind]string{model.FactAbandoned: "abandoned", model.FactBlocked: "blocked", model.FactRejected: "rejected", model.FactDefaultRouted: "default-routed", model.FactCallLost: "lost", model.FactRONA: "rings without an answer"}[x.Kind]
		c.events = append(c.events, instant{name: word, at: x.T})
		if x.Kind == model.FactCallLost {
			c.failed = "lost: " + reports.Cause(t.cfg, x.Cause)
		}
	}
}

func (t *Trace) role(x sim.Fact) {
	id := model.ProcID(x.Subject)
	s := t.roles[id]
	if s == nil {
		return
	}
	if s.to = x.T; s.to > s.from {
		t.out.role(id, *s)
	}
	t.roles[id] = &span{name: model.Role(x.Value).String(), from: x.T, attrs: t.cause(x)}
}

func (t *Trace) link(x sim.Fact) {
	id := model.LinkID(x.Subject)
	s := t.cuts[id]
	if s != nil && x.T > s.from {
		s.to = x.T
		t.out.cut(id, *s)
	}
	delete(t.cuts, id)
	if x.Kind == model.FactCut {
		t.cuts[id] = &span{name: "cut off", from: x.T, attrs: t.cause(x)}
	}
}

func (t *Trace) loss(x sim.Fact) {
	kind := model.LossKind(x.Aux)
	i := instant{"lost " + kind.String(), x.T, append([]attr{{"kind", kind.String()}, {"number", fmt.Sprint(x.Subject)}}, t.cause(x)...)}
	t.out.loss(i)
	if kind == model.LossPendingState || kind == model.LossSignIn || kind == model.LossRecord || kind == model.LossTask {
		return // their number is not that of a call
	}
	if c := t.calls[x.Subject]; c != nil {
		c.events = append(c.events, i)
	}
}

// agent tells what happens to an agent, on the track of the group.
func (t *Trace) agent(x sim.Fact) {
	no := int(x.Subject)
	for g := range t.cfg.Groups {
		if no -= t.cfg.Groups[g].Count; no < 0 {
			word := map[sim.FactKind]string{model.FactSignedOut: "signed out", model.FactSignedIn: "signed in", model.FactForced: "made Not Ready", model.FactUnwanted: "in a state against the wish"}[x.Kind]
			t.out.group(g, instant{word, x.T, append([]attr{{"agent", fmt.Sprint(x.Subject)}}, t.cause(x)...)})
			return
		}
	}
}

// processFacts are what a process does, told as its story does.
var processFacts = []sim.FactKind{
	model.FactMaintRequested, model.FactMaintContinue, model.FactMaintCancelled, model.FactMaintRejected, model.FactSwitched, model.FactShutdownFailed,
	model.FactStopped, model.FactStarted, model.FactCrashed, model.FactPaused, model.FactResumed, model.FactPIMLost, model.FactDetected, model.FactPeerBack,
	model.FactActivating, model.FactActive, model.FactStandby, model.FactDraining, model.FactPath, model.FactTesting, model.FactIsolatedEnabled, model.FactIsolatedDisabled, model.FactPaired,
}

func (t *Trace) process(x sim.Fact) {
	if !slices.Contains(processFacts, x.Kind) {
		return
	}
	id := model.ProcID(x.Subject)
	i := instant{reports.TellFact(t.cfg, x), x.T, t.cause(x)}
	t.out.process(id, i)
	m := t.maintaining[id]
	if x.Kind == model.FactMaintRequested {
		t.maintaining[id] = &span{name: "maintenance of " + t.cfg.ProcName(id), from: x.T, attrs: append([]attr{{"process", t.cfg.ProcName(id)}}, t.cause(x)...)}
		return
	}
	if m == nil {
		return
	}
	m.events = append(m.events, i)
	switch x.Kind {
	case model.FactMaintRejected, model.FactMaintCancelled, model.FactShutdownFailed, model.FactCrashed:
		m.failed = i.name
	case model.FactStopped:
	default:
		return
	}
	m.to = x.T
	t.out.maintenance(id, *m)
	delete(t.maintaining, id)
}

// Close writes what was still going on when the run ended.
func (t *Trace) Close(end sim.Time) error {
	for _, id := range sorted(t.roles) {
		if s := t.roles[id]; end > s.from {
			s.to = end
			t.out.role(id, *s)
		}
	}
	for _, id := range sorted(t.cuts) {
		if s := t.cuts[id]; end > s.from {
			s.to = end
			t.out.cut(id, *s)
		}
	}
	for _, id := range sorted(t.maintaining) {
		s := t.maintaining[id]
		s.to, s.failed = end, "not over when the run ended"
		t.out.maintenance(id, *s)
	}
	for _, no := range sorted(t.calls) { // none, unless a fact of its end is missing
		s := t.calls[no]
		s.to = end
		t.out.call(no, *s)
	}
	return t.out.end()
}

func sorted[K cmp.Ordered, V any](m map[K]V) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
