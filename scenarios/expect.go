package scenarios

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// checkExpectations parses and binds the expectations of a scenario.
func (c *Compiled) checkExpectations(p *format.Problems, sc *format.Scenario) {
	k := &compiler{Problems: p, sc: sc, cfg: c.Config, start: c.Start, horizon: c.Config.Horizon}
	for _, t := range sc.Expect {
		e, col, err := format.ParseExpr(t.S)
		if err != nil {
			p.Add(shifted(t.Pos, col), "%v", err)
			continue
		}
		k.ofVariant(c, e, t.Pos).bind(c, e, t.Pos)
		c.Expect = append(c.Expect, Expectation{t.Pos, t.S, e})
	}
}

// bind checks the names that an expectation uses, and gives its events and
// moments their meaning.
func (k *compiler) bind(c *Compiled, e *format.Expr, at format.Pos) {
	switch {
	case e.Compare != nil:
		k.bindCompare(c, e.Compare, at)
	case e.Role != nil:
		if where := k.bindTarget(&e.Role.Target, at); len(where.procs) > 1 {
			k.Add(e.Role.Target.Pos, "role() takes one side, such as %s/A", e.Role.Target.Text)
		}
		if e.Role.At != nil {
			e.Role.At.Pos = shifted(at, e.Role.Col)
			e.Role.At.NS = int64(k.clock(*e.Role.At))
		}
	case e.Signed != nil:
		e.Signed.Target.Pos = shifted(at, e.Signed.Target.Col)
		k.agentPG(e.Signed.Target)
	case e.Codes != nil:
		k.bindCodes(e.Codes, at)
	case e.Within != nil:
		if e.Within.After != nil {
			k.bindEvent(e.Within.After, at)
		}
		k.bind(c, e.Within.Then, at)
	}
	for i := range e.Order {
		k.bindEvent(&e.Order[i], at)
	}
}

// ofVariant gives the compiler of the variant whose course an expectation speaks of.
func (k *compiler) ofVariant(c *Compiled, e *format.Expr, at format.Pos) *compiler {
	if e.Variant == "" {
		return k
	}
	k.knownVariant(c, e.Variant, shifted(at, e.VariantCol))
	for _, v := range c.Variants {
		if v.Name == e.Variant {
			return &compiler{Problems: k.Problems, sc: k.sc, cfg: v.Config, start: v.Start, horizon: v.Config.Horizon}
		}
	}
	return k
}

func (k *compiler) knownVariant(c *Compiled, name string, at format.Pos) {
	if name == "" || slices.ContainsFunc(c.Variants, func(v Variant) bool { return v.Name == name }) {
		return
	}
	var names []string
	for _, v := range c.Variants {
		names = append(names, v.Name)
	}
	k.Add(at, "unknown variant %q; %s", name, format.Suggest(name, names))
}

func (k *compiler) bindTarget(t *format.Target, at format.Pos) place {
	t.Pos = shifted(at, t.Col)
	where, _ := k.place(*t)
	return where
}

func (k *compiler) bindEvent(e *format.EventAt, at format.Pos) {
	e.Target.Pos = shifted(at, e.Col)
	if e.Call >= 0 {
		k.Add(e.Target.Pos, "calls can be named in when:, not in expectations")
		return
	}
	k.event(e)
}

func (k *compiler) bindCompare(c *Compiled, m *format.Compare, at format.Pos) {
	k.knownVariant(c, m.Variant, shifted(at, m.Col))
	m.Scope = k.measured(c, m.Metric, m.Scope, shifted(at, m.Col))
}

// measured checks that a metric is measured, and gives its scope in full.
func (k *compiler) measured(c *Compiled, metric, name string, at format.Pos) string {
	scope, ok := k.scope(name)
	if !ok {
		k.Add(at, "unknown scope %q; name a type of calls, a skill group or a group of agents", name)
	}
	if strings.HasPrefix(metric, "service_level_") && !slices.ContainsFunc(c.Levels, func(l sim.Time) bool {
		return strings.HasPrefix(metric+"_", reports.LevelName(l)+"_")
	}) {
		k.Add(at, "%s is not measured: add its threshold to report.service_level", metric)
	}
	k.priced(c, metric, at)
	if name, ok := strings.CutPrefix(metric, "probes."); ok && !slices.ContainsFunc(c.Config.Probes, func(p model.Probe) bool { return p.Name == name }) {
		k.Add(at, "there is no probe %q under report.probes", name)
	}
	return scope
}

// scope finds what a bare name means.
func (k *compiler) scope(name string) (string, bool) {
	if name == "" || name == "all" || strings.Contains(name, "/") {
		return map[bool]string{true: "all", false: name}[name == "" || name == "all"], true
	}
	for _, t := range k.cfg.Callers() {
		if t.Name == name {
			return "type/" + name, true
		}
	}
	for _, t := range k.cfg.TaskTypes {
		if t.Name == name {
			return "task/" + name, true
		}
	}
	for _, m := range k.cfg.MRDs {
		if m.Name == name {
			return "mrd/" + name, true
		}
	}
	if slices.Contains(k.queueNames(), name) {
		return "skill/" + name, true
	}
	for _, g := range k.cfg.Groups {
		if g.Name == name {
			return "agents/" + name, true
		}
	}
	if slices.Contains(k.campaignNames(), name) {
		return "campaign/" + name, true
	}
	return "", false
}

// verdict is what became of an expectation in one replication.
type verdict struct {
	ok    bool
	value float64
	why   string
}

// judge evaluates those of some expectations that speak of one replication of the
// scenario itself, or of a variant.
func (c *Compiled) judge(expect []Expectation, variant string, w *watch, rep *reports.Replication, end sim.Time) []verdict {
	all := make([]verdict, len(expect))
	for i := range expect {
		e := expect[i].Expr
		if m := e.Compare; e.Variant != variant || m != nil && (m.Mean || m.Variant != "") {
			continue // judged in another run, or when all replications are in
		}
		all[i] = c.holds(e, w, rep, end)
	}
	return all
}

func (c *Compiled) holds(e *format.Expr, w *watch, rep *reports.Replication, end sim.Time) verdict {
	switch {
	case e.Compare != nil:
		return compareValue(e.Compare, rep)
	case e.Role != nil:
		t := end
		if e.Role.At != nil {
			t = sim.Time(e.Role.At.NS)
		}
		role := w.roleAt(c.proc(e.Role.Target), t)
		return verdict{ok: roleOK(e.Role)(role), value: math.NaN(), why: "the role is " + role.String()}
	case e.Signed != nil:
		v := w.signedInAt(c.pair(e.Signed.Target), end)
		return verdict{ok: compares(v, e.Signed.Op, e.Signed.Want), value: v, why: fmt.Sprintf("%.1f%% are signed in", 100*v)}
	case e.Codes != nil:
		got := codesOf(c.Config, rep, e.Codes.VM)
		return verdict{ok: e.Codes.Match(got), value: math.NaN(), why: "the codes are [" + strings.Join(got, ", ") + "]"}
	case e.Within != nil:
		return c.within(e.Within, w)
	}
	return c.ordered(e.Order, w)
}

func roleOK(r *format.RoleIs) func(model.Role) bool {
	return func(role model.Role) bool { return (role.String() == r.Role) != r.Not }
}

func (c *Compiled) within(x *format.Within, w *watch) verdict {
	from, ok := w.lastFault()
	if x.After == nil {
		if !ok {
			return verdict{value: math.NaN(), why: "there was no fault"}
		}
	} else {
		i := c.find(x.After, w, 0)
		if i < 0 {
			return verdict{value: math.NaN(), why: c.missing(x.After, w) + " did not happen"}
		}
		from = w.events[i].T
	}
	to := from + sim.Time(x.NS)
	if r := x.Then.Role; r != nil {
		ok = w.roleWithin(c.proc(r.Target), from, to, roleOK(r))
	} else {
		s := x.Then.Signed
		ok = w.signedInWithin(c.pair(s.Target), from, to, func(v float64) bool { return compares(v, s.Op, s.Want) })
	}
	return verdict{ok: ok, value: math.NaN(), why: fmt.Sprintf("not so between %v and %v", from, to)}
}

func (c *Compiled) ordered(events []format.EventAt, w *watch) verdict {
	next := 0
	for i := range events {
		at := c.find(&events[i], w, next)
		if at < 0 {
			how := "did not happen"
			if i > 0 {
				how = fmt.Sprintf("did not happen after %s %s", events[i-1].Event, events[i-1].Target.Text)
			}
			return verdict{value: math.NaN(), why: c.missing(&events[i], w) + " " + how}
		}
		next = at + 1
	}
	return verdict{ok: true, value: math.NaN()}
}

// The names were checked when the scenario was compiled, so the problems of
// these look-ups stay empty.
func (c *Compiled) lookup() *compiler {
	return &compiler{Problems: &format.Problems{}, cfg: c.Config, start: c.Start, horizon: c.Config.Horizon}
}

func (c *Compiled) proc(t format.Target) model.ProcID {
	if at, ok := c.lookup().place(t); ok && len(at.procs) > 0 {
		return at.procs[0]
	}
	return 0
}

func (c *Compiled) pair(t format.Target) int {
	p := c.lookup().agentPG(t)
	return int(p)
}

func (c *Compiled) meaning(e *format.EventAt) (sim.FactKind, uint32) {
	kind, subject, _, _ := c.lookup().event(e)
	return kind, subject
}

// find gives the index of the first such event from an index on, or -1.
func (c *Compiled) find(e *format.EventAt, w *watch, from int) int {
	kind, subject := c.meaning(e)
	for at := w.find(kind, subject, from); at >= 0; at = w.find(kind, subject, at+1) {
		if e.Because == 0 || w.events[at].Aux == uint32(e.Because) {
			return at
		}
	}
	return -1
}

// missing names an event that did not happen; where it happened for another
// reason, that one is told.
func (c *Compiled) missing(e *format.EventAt, w *watch) string {
	name := e.Event + " " + e.Target.Text
	if e.Because == 0 {
		return name
	}
	kind, subject := c.meaning(e)
	other := ""
	if at := w.find(kind, subject, 0); at >= 0 {
		other = fmt.Sprintf(" (but because %s)", reasonName(kind, w.events[at].Aux))
	}
	return fmt.Sprintf("%s because %s%s", name, reasonName(kind, uint32(e.Because)), other)
}

// reasonName is how an expectation names a reason.
func reasonName(kind sim.FactKind, reason uint32) string {
	if kind == model.FactMaintRejected || kind == model.FactMaintCancelled {
		return format.Reasons[reason-1]
	}
	return strconv.Itoa(model.ReasonCode(reason))
}

func compareValue(m *format.Compare, rep *reports.Replication) verdict {
	for i, x := range rep.Metrics {
		if x.Name == m.Metric && x.Scope == m.Scope {
			v := rep.Values[i]
			return verdict{ok: compares(v, m.Op, m.Want), value: v, why: shown(v)}
		}
	}
	return verdict{value: math.NaN(), why: fmt.Sprintf("%s has no value for %s", m.Metric, m.Scope)}
}

func shown(v float64) string {
	if math.IsNaN(v) {
		return "it has no value in this run"
	}
	return "it is " + reports.Plain(v)
}

func compares(v float64, op string, want float64) bool {
	switch op {
	case "==":
		return v == want
	case "!=":
		return v != want
	case "<":
		return v < want
	case "<=":
		return v <= want
	case ">":
		return v > want
	}
	return v >= want
}
