package format

import (
	"fmt"
	"strings"
)

// CodesMatch asks for the codes that the maintenance script of a machine gave.
type CodesMatch struct {
	VM   string
	Want []string // "..." stands for any codes in between
	Col  int
}

// codes reads codes(VM) matches [100, ..., 500].
func (p *exprParser) codes(col int) *CodesMatch {
	p.expect("(")
	m := &CodesMatch{VM: strings.TrimPrefix(p.word("a virtual machine, such as pg-1a"), "vm/"), Col: col}
	p.expect(")")
	p.expect("matches")
	p.expect("[")
	for p.peek() != "]" {
		m.Want = append(m.Want, p.code())
		if p.peek() != "," {
			break
		}
		p.i++
	}
	p.expect("]")
	return m
}

// code reads a code, with or without its prefix.
func (p *exprParser) code() string {
	return strings.TrimPrefix(p.word("a code, such as 300-DIALER-101, or ..."), "MMRequest-")
}

// codeEvent reads CODE VM of the event code.
func (p *exprParser) codeEvent(e EventAt) EventAt {
	e.Code = p.code()
	e.Target = p.target()
	if e.Target.Kind != TargetVM {
		p.fail(e.Col, "the event %q happens at vm/NAME, not at %s", e.Event, e.Target.Text)
	}
	return e
}

// Match tells whether codes are as a pattern says.
func (m *CodesMatch) Match(codes []string) bool { return match(m.Want, codes) }

func match(want, codes []string) bool {
	if len(want) == 0 {
		return len(codes) == 0
	}
	if want[0] == "..." {
		for skip := range len(codes) + 1 {
			if match(want[1:], codes[skip:]) {
				return true
			}
		}
		return false
	}
	return len(codes) > 0 && codes[0] == want[0] && match(want[1:], codes[1:])
}

// ParseClock reads a moment: a duration since the start, or a time of day.
func ParseClock(text string) (c Clock, err error) {
	c.Set = true
	if c.parse(text) != nil {
		return c, fmt.Errorf("%q is no moment: expected %s", text, c.unit())
	}
	return c, nil
}
