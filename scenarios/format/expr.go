package format

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Expr is an expectation. Exactly one of its parts is set.
type Expr struct {
	Col     int // of its first letter in the text, from 1
	Text    string
	Compare *Compare
	Within  *Within
	Order   []EventAt
	Role    *RoleIs
	Signed  *SignedIn
	Codes   *CodesMatch // codes(pg-1a) matches [...]

	Variant    string // whose course is meant, of all but Compare; empty = of the scenario itself
	VariantCol int
}

// Compare is a metric against a number. Mean says that it speaks of the mean
// over replications, Variant names the variant it is about.
type Compare struct {
	Metric  string // such as mean_wait
	Scope   string // such as sales; empty = all
	Mean    bool
	Variant string
	Op      string
	Want    float64
	Col     int
}

// Within is a condition that must hold at latest a span after an event, or after
// the last fault where no event is named.
type Within struct {
	NS    int64
	After *EventAt
	Then  *Expr
}

// EventAt is an event of a target.
type EventAt struct {
	Code   string // of "code CODE"
	Event  string
	Target Target
	Call   int    // of "call N STATE", or -1
	State  string // of a call
	Col    int

	Because int // number of the reason asked for, of Reasons from 1 or a reason code; 0 = any
}

// RoleIs asks for the role of a side, at a moment or at the end.
type RoleIs struct {
	Target Target
	At     *Clock
	Role   string
	Not    bool
	Col    int
}

// SignedIn asks for the share of a PG's agents on shift who are signed in.
type SignedIn struct {
	Target Target
	Op     string
	Want   float64
	Col    int
}

// ProbeExpr is what a probe reads before an event.
type ProbeExpr struct {
	What  string // queue, talking or pending
	Of    string
	Event EventAt
	Col   int
}

// exprError is a mistake at a column of the text.
type exprError struct {
	col  int
	text string
}

func (e *exprError) Error() string { return e.text }

type token struct {
	text string
	col  int
}

// scan cuts a text into names, numbers with units, and signs. Names may hold
// dashes, slashes and colons, since targets do.
func scan(s string) (all []token) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\n':
			i++
		case strings.ContainsRune("(),[]", rune(c)):
			all = append(all, token{s[i : i+1], i + 1})
			i++
		case strings.ContainsRune("=<>!", rune(c)):
			n := 1
			if i+1 < len(s) && s[i+1] == '=' {
				n = 2
			}
			all = append(all, token{s[i : i+n], i + 1})
			i += n
		default:
			n := i
			for n < len(s) && !strings.ContainsRune(" \t\n(),[]=<>!", rune(s[n])) {
				_, w := utf8.DecodeRuneInString(s[n:])
				n += w
			}
			all = append(all, token{s[i:n], i + 1})
			i = n
		}
	}
	return all
}

type exprParser struct {
	tokens []token
	i      int
	end    int
}

// ParseExpr reads an expectation. The position of the error counts columns of
// the text from 1.
func ParseExpr(text string) (e *Expr, col int, err error) {
	p := &exprParser{tokens: scan(text), end: len(text) + 1}
	defer p.caught(&col, &err)
	e = p.expr()
	e.Text = text
	p.finish()
	return e, 0, nil
}

// ParseProbe reads what a probe reads.
func ParseProbe(text string) (e *ProbeExpr, col int, err error) {
	p := &exprParser{tokens: scan(text), end: len(text) + 1}
	defer p.caught(&col, &err)
	e = &ProbeExpr{Col: p.col(), What: p.word("what is read")}
	if e.What != "queue" && e.What != "talking" && e.What != "pending" {
		p.fail(e.Col, "unknown probe %q; %s", e.What, Suggest(e.What, []string{"queue", "talking", "pending"}))
	}
	p.expect("(")
	e.Of = p.word("a name")
	p.expect(")")
	p.expect("before")
	e.Event = p.event()
	p.withoutReason(&e.Event)
	p.finish()
	return e, 0, nil
}

// ParseEvent reads an event as `when:` writes it: a name, or call N STATE.
func ParseEvent(event, target string) (e *EventAt, col int, err error) {
	p := &exprParser{tokens: scan(strings.TrimSpace(event + " " + target)), end: len(event) + 1}
	defer p.caught(&col, &err)
	at := p.event()
	p.withoutReason(&at)
	p.finish()
	return &at, 0, nil
}

func (p *exprParser) caught(col *int, err *error) {
	switch r := recover().(type) {
	case nil:
	case *exprError:
		*col, *err = r.col, r
	default:
		panic(r)
	}
}

func (p *exprParser) fail(col int, format string, args ...any) {
	panic(&exprError{col, fmt.Sprintf(format, args...)})
}

func (p *exprParser) peek() string {
	if p.i < len(p.tokens) {
		return p.tokens[p.i].text
	}
	return ""
}

func (p *exprParser) col() int {
	if p.i < len(p.tokens) {
		return p.tokens[p.i].col
	}
	return p.end
}

func (p *exprParser) word(what string) string {
	if p.i >= len(p.tokens) {
		p.fail(p.end, "expected %s, but the text ends here", what)
	}
	t := p.tokens[p.i].text
	if strings.Contains("(),[]=<>!", t[:1]) {
		p.fail(p.col(), "expected %s, found %q", what, t)
	}
	p.i++
	return t
}

func (p *exprParser) expect(text string) {
	if p.peek() != text {
		if p.i >= len(p.tokens) {
			p.fail(p.end, "expected %q, but the text ends here", text)
		}
		p.fail(p.col(), "expected %q, found %q", text, p.peek())
	}
	p.i++
}

func (p *exprParser) finish() {
	if p.i < len(p.tokens) {
		p.fail(p.col(), "nothing is expected after this, found %q", p.peek())
	}
}

func (p *exprParser) expr() *Expr {
	e := &Expr{Col: p.col()}
	name := p.word("a metric, within(), order(), role() or signed_in()")
	switch name {
	case "variant":
		if of := p.ofVariant(); of != nil {
			return of
		}
		e.Compare = p.compare(name, e.Col)
	case "within":
		e.Within = p.within()
	case "order":
		e.Order = p.order()
	case "role":
		e.Role = p.role(e.Col)
	case "signed_in":
		e.Signed = p.signedIn(e.Col)
	case "codes":
		e.Codes = p.codes(e.Col)
	default:
		e.Compare = p.compare(name, e.Col)
	}
	return e
}

func (p *exprParser) within() *Within {
	p.expect("(")
	w := &Within{}
	col := p.col()
	ns, err := ParseDuration(p.word("a duration"))
	if err != nil {
		p.fail(col, "expected a duration with its unit, such as 120s")
	}
	w.NS = ns
	if p.peek() == "after" {
		p.i++
		at := p.event()
		w.After = &at
	}
	p.expect(",")
	w.Then = p.expr()
	if w.Then.Role == nil && w.Then.Signed == nil {
		p.fail(w.Then.Col, "within() takes role(...) or signed_in(...)")
	}
	p.expect(")")
	return w
}

func (p *exprParser) order() (all []EventAt) {
	p.expect("(")
	for {
		all = append(all, p.event())
		if p.peek() != "," {
			break
		}
		p.i++
	}
	p.expect(")")
	return all
}

// event reads EVENT TARGET, or call N STATE.
func (p *exprParser) event() EventAt {
	e := EventAt{Call: -1, Col: p.col()}
	e.Event = p.word("an event")
	if e.Event == "call" {
		col := p.col()
		n, err := strconv.Atoi(p.word("the number of a call"))
		if err != nil || n < 0 {
			p.fail(col, "expected the number of a call, counted from 0")
		}
		e.Call, e.State = n, p.word("the state of a call")
		return e
	}
	if e.Event == "code" {
		return p.codeEvent(e)
	}
	if why := CheckEvent(e.Event); why != "" {
		p.fail(e.Col, "%s", why)
	}
	e.Target = p.target()
	for _, k := range Events[e.Event] {
		if k == e.Target.Kind {
			p.because(&e)
			return e
		}
	}
	p.fail(e.Col, "the event %q happens at %s, not at %s", e.Event, forms(Events[e.Event]), e.Target.Text)
	return e
}

func forms(kinds []TargetKind) string {
	var all []string
	for _, k := range kinds {
		all = append(all, k.Form())
	}
	return strings.Join(all, " or ")
}

func (p *exprParser) target() (t Target) {
	col := p.col()
	text := p.word("a target, such as agent-pg-1/A")
	if err := t.parse(text); err != nil {
		p.fail(col, "%v", err)
	}
	t.Col = col
	return t
}

var roles = []string{"down", "starting", "syncing", "standby", "isolated", "activating", "active", "draining",
	"connecting", "testing", "paired-enabled", "paired-disabled", "isolated-enabled", "isolated-disabled"}

func (p *exprParser) role(col int) *RoleIs {
	p.expect("(")
	r := &RoleIs{Target: p.target(), Col: col}
	if r.Target.Kind != TargetSide && r.Target.Kind != TargetUnit {
		p.fail(r.Target.Col, "role() takes one side, such as agent-pg-1/A")
	}
	if p.peek() == "," {
		p.i++
		p.expect("at")
		at := p.col()
		r.At = &Clock{}
		if err := r.At.parse(p.word("a moment")); err != nil {
			p.fail(at, "expected a moment, such as 2h1m")
		}
	}
	p.expect(")")
	switch p.peek() {
	case "==":
	case "!=":
		r.Not = true
	default:
		p.fail(p.col(), "expected == or != after role()")
	}
	p.i++
	at := p.col()
	r.Role = p.word("a role")
	if !contains(strings.Join(roles, " "), r.Role) {
		p.fail(at, "unknown role %q; %s", r.Role, Suggest(r.Role, roles))
	}
	return r
}

func (p *exprParser) signedIn(col int) *SignedIn {
	p.expect("(")
	s := &SignedIn{Target: p.target(), Col: col}
	if s.Target.Kind != TargetUnit {
		p.fail(s.Target.Col, "signed_in() takes an Agent PG, such as agent-pg-1")
	}
	p.expect(")")
	s.Op, s.Want = p.comparison()
	return s
}

// compare reads METRIC(SCOPE) OP NUMBER, with mean(...) or variant(NAME, ...)
// around the metric.
func (p *exprParser) compare(name string, col int) *Compare {
	c := &Compare{Col: col}
	closing := 0
	for (name == "mean" || name == "variant") && p.peek() == "(" {
		p.i++
		closing++
		if name == "variant" {
			c.Variant = p.word("the name of a variant")
			p.expect(",")
		} else {
			c.Mean = true
		}
		c.Col = p.col()
		name = p.word("a metric")
	}
	c.Metric = name
	if why := CheckMetric(name); why != "" {
		p.fail(c.Col, "%s", why)
	}
	if p.peek() == "(" {
		p.i++
		c.Scope = p.word("a scope, such as the name of a call type")
		p.expect(")")
	}
	for ; closing > 0; closing-- {
		p.expect(")")
	}
	c.Op, c.Want = p.comparison()
	return c
}

func (p *exprParser) comparison() (op string, want float64) {
	op = p.peek()
	switch op {
	case "==", "!=", "<", "<=", ">", ">=":
		p.i++
	default:
		p.fail(p.col(), "expected a comparison (==, !=, <, <=, > or >=)")
	}
	col := p.col()
	text := p.word("a number")
	want, ok := number(text)
	if !ok {
		p.fail(col, "expected a number, a share such as 5%% or a duration such as 10s, found %q", text)
	}
	return op, want
}

// number reads a plain number, a share, or a duration as seconds.
func number(text string) (float64, bool) {
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return f, true
	}
	var s Share
	if strings.HasSuffix(text, "%") && s.parse(text) == nil {
		return s.F, true
	}
	if ns, err := ParseDuration(text); err == nil {
		return float64(ns) / 1e9, true
	}
	return 0, false
}
