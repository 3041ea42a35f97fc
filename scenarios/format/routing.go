package format

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Script is a routing script.
type Script struct {
	Value
	Name  Text   `key:"name" doc:"name; a call's route"`
	Steps []Step `key:"steps" doc:"what it does, one thing a step"`
}

// Step is one step of a script: exactly one of queue, wait, priority, lookup and
// default_route.
type Step struct {
	Value
	Queue    Text     `key:"queue" doc:"a skill group or precision queue; the script goes on while the call waits"`
	To       []Text   `key:"to" doc:"of queue: groups of agents, tried in order (default: all of the skill group)"`
	Wait     Duration `key:"wait" doc:"goes on after that time"`
	Priority Text     `key:"priority" doc:"a priority, or steps toward the front such as +1"`
	Lookup   Text     `key:"lookup" doc:"asks a database or an application gateway"`
	OnFail   Text     `key:"on_fail" doc:"of lookup: continue, default_route or the name of another script (default continue)"`
	Default  Text     `key:"default_route" doc:"where the call goes; the end of the script"`
}

// PrecisionQueue is a queue whose agents follow from their attributes.
type PrecisionQueue struct {
	Value
	Name       Text            `key:"name" doc:"name; a call's route"`
	Steps      []PrecisionStep `key:"steps" doc:"tried in order, each for its time"`
	Cumulative Bool            `key:"cumulative" doc:"true: a later step keeps the agents of the earlier ones (default false)"`
}

// PrecisionStep is a step of a precision queue.
type PrecisionStep struct {
	Value
	Expression Text     `key:"expression" doc:"terms over attributes with and, or, not, such as spanish >= 8 and mortgages"`
	Wait       Duration `key:"wait" doc:"then the next step (not of the last)"`
}

// Lookup is what scripts can ask.
type Lookup struct {
	Value
	Name      Text     `key:"name" doc:"name"`
	Tolerance Text     `key:"fault_tolerance" oneof:"hot_standby alternate duplicate none" doc:"through which Router's connection requests go (default hot_standby)"`
	Router    Text     `key:"router" oneof:"A B" doc:"Router side that asks first, or alone (default A)"`
	Takes     Duration `key:"takes" doc:"until the answer"`
	Timeout   Duration `key:"request_timeout" doc:"until a request without an answer has failed"`
	Abandon   Duration `key:"abandon_timeout" doc:"until a connection without answers counts as lost"`
}

// Attribute is what an agent is or can: true, false or a proficiency from 1 to 10.
type Attribute struct {
	Name  Text
	Flag  bool // it is true or false
	Level int  // proficiency; of a flag 1 for true and 0 for false
}

// Attributes are the attributes of agents in the order of the file.
type Attributes struct {
	Value
	List []Attribute
}

// Get finds an attribute by its name.
func (a *Attributes) Get(name string) *Attribute {
	for i := range a.List {
		if a.List[i].Name.S == name {
			return &a.List[i]
		}
	}
	return nil
}

func (a *Attributes) decode(d *decoder, n ast.Node) {
	a.note(d.pos(n))
	pairs, _ := d.pairs(n)
	for _, p := range pairs {
		one := Attribute{Name: Text{Value{d.pos(p.Key), true}, p.Key.GetToken().Value}}
		text, _ := scalarText(d.resolveOrNull(p.Value))
		level, err := strconv.Atoi(text)
		switch {
		case text == "true" || text == "false":
			one.Flag, one.Level = true, map[string]int{"true": 1}[text]
		case err == nil && level >= 1 && level <= 10:
			one.Level = level
		default:
			d.Add(d.pos(p.Value), "an attribute is true, false or a proficiency from 1 to 10")
		}
		a.List = append(a.List, one)
	}
}

func (a *Attributes) schema(*schemer) map[string]any {
	return map[string]any{"type": "object", "additionalProperties": map[string]any{"anyOf": []any{
		map[string]any{"type": "boolean"}, map[string]any{"type": "integer", "minimum": 1, "maximum": 10},
	}}}
}

// Predicate is an expression over attributes.
type Predicate struct {
	op    string // and, or, not, or a comparison
	left  *Predicate
	right *Predicate
	name  string
	level int
	flag  bool // compared with true or false
}

// ParsePredicate reads an expression such as: spanish >= 8 and (boston or not new).
// and binds tighter than or.
func ParsePredicate(text string) (*Predicate, error) {
	p := &predicateParser{words: attributeWords(text)}
	out, err := p.or()
	if err == nil && p.i < len(p.words) {
		err = fmt.Errorf("unexpected %q", p.words[p.i])
	}
	return out, err
}

// attributeWords splits an expression into names, numbers, operators and brackets.
func attributeWords(text string) []string {
	for _, op := range []string{"(", ")", "&&", "||"} {
		text = strings.ReplaceAll(text, op, " "+op+" ")
	}
	var b strings.Builder
	for i, r := range text {
		isOp := strings.ContainsRune("<>=!", r)
		if i > 0 && isOp != strings.ContainsRune("<>=!", rune(text[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.Fields(b.String())
}

type predicateParser struct {
	words []string
	i     int
	depth int
}

func (p *predicateParser) peek() string {
	if p.i < len(p.words) {
		return p.words[p.i]
	}
	return ""
}

func (p *predicateParser) take(words ...string) bool {
	for _, w := range words {
		if p.peek() == w {
			p.i++
			return true
		}
	}
	return false
}

func (p *predicateParser) or() (*Predicate, error) { return p.chain("or", "||", p.and) }

func (p *predicateParser) and() (*Predicate, error) { return p.chain("and", "&&", p.term) }

func (p *predicateParser) chain(word, sign string, next func() (*Predicate, error)) (*Predicate, error) {
	left, err := next()
	for err == nil && p.take(word, sign) {
		var right *Predicate
		right, err = next()
		left = &Predicate{op: word, left: left, right: right}
	}
	return left, err
}

func (p *predicateParser) term() (*Predicate, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, fmt.Errorf("nested too deep")
	}
	defer func() { p.depth-- }()
	switch {
	case p.take("not", "!"):
		inner, err := p.term()
		return &Predicate{op: "not", left: inner}, err
	case p.take("("):
		inner, err := p.or()
		if err == nil && !p.take(")") {
			err = fmt.Errorf("a bracket is not closed")
		}
		return inner, err
	}
	name := p.peek()
	if name == "" || strings.ContainsAny(name, "()<>=!&|") || name == "and" || name == "or" {
		return nil, fmt.Errorf("expected an attribute, found %q", name)
	}
	p.i++
	op := p.peek()
	switch op {
	case "==", "!=", "<", "<=", ">", ">=":
		p.i++
	default:
		return &Predicate{op: "==", name: name, level: 1, flag: true}, nil
	}
	return p.value(name, op)
}

func (p *predicateParser) value(name, op string) (*Predicate, error) {
	text := p.peek()
	p.i++
	if text == "true" || text == "false" {
		if op != "==" && op != "!=" {
			return nil, fmt.Errorf("true and false are compared with == or !=")
		}
		return &Predicate{op: op, name: name, level: map[string]int{"true": 1}[text], flag: true}, nil
	}
	level, err := strconv.Atoi(text)
	if err != nil {
		return nil, fmt.Errorf("expected a proficiency from 1 to 10, true or false behind %s %s, found %q", name, op, text)
	}
	return &Predicate{op: op, name: name, level: level}, nil
}

// Names lists the attributes of an expression.
func (p *Predicate) Names() (all []string) {
	if p == nil {
		return nil
	}
	if p.name != "" {
		all = append(all, p.name)
	}
	return append(append(all, p.left.Names()...), p.right.Names()...)
}

// Fits tells whether agents fit. A term about an attribute that they do not have does
// not hold.
func (p *Predicate) Fits(a *Attributes) bool {
	switch p.op {
	case "and":
		return p.left.Fits(a) && p.right.Fits(a)
	case "or":
		return p.left.Fits(a) || p.right.Fits(a)
	case "not":
		return !p.left.Fits(a)
	}
	has := a.Get(p.name)
	if has == nil || has.Flag != p.flag {
		return false
	}
	switch p.op {
	case "==":
		return has.Level == p.level
	case "!=":
		return has.Level != p.level
	case "<":
		return has.Level < p.level
	case "<=":
		return has.Level <= p.level
	case ">":
		return has.Level > p.level
	}
	return has.Level >= p.level
}
