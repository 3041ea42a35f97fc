package reports

import (
	"fmt"
	"math"
	"strings"

	"ccsim/sim"
)

// Target is what a center must keep, such as 80 % of the calls within 20 s.
type Target struct {
	Text   string
	Metric string
	Scope  string // empty = the calls of each skill group
	Op     string // <, <=, > or >=
	Want   float64
	Level  sim.Time // threshold of a service level
}

// Share tells whether the target is about a share of the calls.
func (t *Target) Share() bool {
	return isShare(t.Metric) && t.Metric != "occupancy" && t.Metric != "utilization"
}

// Capacity is how many agents or lines a center needs.
type Capacity struct {
	Run        Run
	Clock      func(sim.Time) string // nil where the scenario has no start
	Size       string                // what is sized: agents, trunks, ...
	Targets    []Target
	Confidence float64  // with which each number was decided, over all looks at it
	Least      int      // replications before the first look
	Most       int      // and when a number stays undecided
	Interval   sim.Time // 0 = one number for the whole run
	Conditions []Condition
	Blames     []Blame
	Prices     *Prices // nil = not told in money
	Headroom   *Headroom
}

// Headroom is how far the limits of the platform are.
type Headroom struct {
	Design  string  // reference design whose limits they are
	Assumed bool    // it is the smallest that carries the load; the scenario names none
	Limits  []Limit // the one that breaks first stands first
}

// Limit is one limit of the platform.
type Limit struct {
	Name   string
	Use    float64 // today
	Limit  float64
	Times  float64 // multiple of today's load at which it is reached; infinite = not within 200 times
	Source string
}

// Share is how much of the limit is used today.
func (l *Limit) Share() float64 { return l.Use / l.Limit }

// First is the limit that breaks first as the load grows, or nil where none does.
func (h *Headroom) First() *Limit {
	if h == nil || len(h.Limits) == 0 || math.IsInf(h.Limits[0].Times, 1) {
		return nil
	}
	return &h.Limits[0]
}

// Sentence says what breaks first.
func (h *Headroom) Sentence() string {
	l := h.First()
	switch {
	case l == nil:
		return "No limit of the platform is near: none is reached within 200 times today's load."
	case l.Times < 1:
		return fmt.Sprintf("The limit of %s is exceeded today: %s of %s.", l.Name, Plain(l.Use), Plain(l.Limit))
	}
	return fmt.Sprintf("The limit of %s breaks first, at %s times today's load.", l.Name, times(l.Times))
}

// times prints a multiple of the load.
func times(v float64) string {
	switch {
	case math.IsInf(v, 1):
		return "> 200"
	case v >= 10:
		return fixed(v, 0)
	}
	return fixed(v, 2)
}

// Blame is what makes a need in normal operation another one than the formulas say:
// where it is largest, the need was found again without one feature of the scenario
// after another.
type Blame struct {
	From, To                sim.Time
	Group                   string
	Count, ErlangA, ErlangC int
	Parts                   []Part
}

// Part is the need without one feature.
type Part struct {
	Name string
	Need Need
}

// Condition is a state of the platform under which the need was found.
type Condition struct {
	Name  string
	Needs []Need // in order of time, then of groups; the same ones under each condition
}

// Need is how many agents or lines are needed in one interval.
type Need struct {
	From, To sim.Time
	Group    string   // of agents; empty for lines
	Queues   []string // whose calls are judged
	Offered  float64  // calls offered, mean
	Load     float64  // in erlang, as the formulas have it

	Enough bool // some number surely meets the targets
	Count  int  // the smallest that does
	Low    int  // largest number that surely misses them
	Top    int  // largest number that might have been tried; 0 = no calls, so none was

	ErlangB, ErlangC, ErlangA int      // by formula; 0 = it has none
	ByAgents                  int      // ports of a Dialer: lines of all agents whom its campaigns may reserve, or of all ports of the IVR
	Why                       []string // what the runs show of what the formulas leave out
	Reasons                   []string // the same without its numbers

	Values       []Value // of each target, with Count agents
	Tried        int     // numbers that were simulated
	Usual        bool    // taken over from normal operation: the fault does not touch it
	Replications int     // of Count
}

// Value is a metric as it was estimated.
type Value struct {
	Metric
	Mean, Half float64
	N          int
}

// Found says how a search ended.
type Found uint8

// Ends of a search.
const (
	FoundNothing    Found = iota // no calls, so nobody is needed
	FoundExact                   // one less surely misses a target
	FoundWithin                  // enough; of some smaller numbers it could not be decided
	FoundOpen                    // of no number it could be decided that it is enough
	FoundImpossible              // the largest number that was tried surely misses a target
)

// String names the end of a search as results have it.
func (f Found) String() string {
	return [...]string{"no_calls", "exact", "undecided_below", "undecided", "cannot_be_met"}[f]
}

// Found says how the search for a need ended.
func (n *Need) Found() Found {
	switch {
	case n.Top == 0:
		return FoundNothing
	case !n.Enough && n.Low >= n.Top:
		return FoundImpossible
	case !n.Enough:
		return FoundOpen
	case n.Low < n.Count-1:
		return FoundWithin
	}
	return FoundExact
}

// Words are the need as a table has it.
func (n *Need) Words() string {
	switch n.Found() {
	case FoundNothing:
		return "0"
	case FoundImpossible:
		return fmt.Sprintf("none up to %d", n.Top)
	case FoundOpen:
		return fmt.Sprintf("undecided above %d", n.Low)
	case FoundWithin:
		if n.Low+2 == n.Count {
			return fmt.Sprintf("%d (%d?)", n.Count, n.Low+1)
		}
		return fmt.Sprintf("%d (%d–%d?)", n.Count, n.Low+1, n.Count-1)
	}
	return fmt.Sprint(n.Count)
}

// Failed counts the needs for which no number is surely enough.
func (c *Capacity) Failed() (impossible, open int) {
	for i := range c.Conditions {
		for k := range c.Conditions[i].Needs {
			switch c.Conditions[i].Needs[k].Found() {
			case FoundImpossible:
				impossible++
			case FoundOpen:
				open++
			}
		}
	}
	return impossible, open
}

// undecided counts the needs of which some smaller number may do.
func (c *Capacity) undecided() (n int) {
	for i := range c.Conditions {
		for k := range c.Conditions[i].Needs {
			if c.Conditions[i].Needs[k].Found() == FoundWithin {
				n++
			}
		}
	}
	return n
}

// sizeWords are what is sized, one and many.
var sizeWords = map[string][2]string{"agents": {"agent", "agents"}, "trunks": {"trunk", "trunks"}, "vru-ports": {"VRU port", "VRU ports"}, "dialer-ports": {"dialer port", "dialer ports"}}

func (c *Capacity) sized(n int) string {
	words := sizeWords[c.Size]
	if n == 1 {
		return "1 " + words[0]
	}
	return fixed(float64(n), 0) + " " + words[1]
}

func (c *Capacity) targets() string {
	var all []string
	for _, t := range c.Targets {
		all = append(all, t.Text)
	}
	return join(all)
}

// tightest is the need of a condition that is largest.
func tightest(needs []Need) *Need {
	var top *Need
	for i := range needs {
		if top == nil || needs[i].rank() > top.rank() {
			top = &needs[i]
		}
	}
	return top
}

func (n *Need) rank() int {
	switch n.Found() {
	case FoundImpossible:
		return math.MaxInt
	case FoundOpen:
		return -1 // told apart
	}
	return n.Count
}

// CapacityHeadline is the answer in a sentence for each condition, what breaks first,
// and what could not be decided.
func CapacityHeadline(c *Capacity) []string { return c.headline() }

// headline is the answer in a sentence for each condition.
func (c *Capacity) headline() (lines []string) {
	for i := range c.Conditions {
		x := &c.Conditions[i]
		name := ""
		if len(c.Conditions) > 1 {
			name = strings.ToUpper(x.Name[:1]) + x.Name[1:] + ": "
		}
		for _, g := range c.groupsOf(x) {
			lines = append(lines, name+c.sentence(g))
		}
	}
	if c.Headroom != nil {
		lines = append(lines, c.Headroom.Sentence())
	}
	impossible, open := c.Failed()
	if impossible > 0 {
		lines = append(lines, fmt.Sprintf("%s cannot be met: even the largest number that was tried surely misses.", plural(impossible, "need")))
	}
	if open > 0 {
		lines = append(lines, fmt.Sprintf("%s UNDECIDED: no number was surely enough after %d replications; more replications or a wider target decide.", plural(open, "need"), c.Most))
	}
	if n := c.undecided(); n > 0 {
		lines = append(lines, fmt.Sprintf("%s with \"?\": the numbers in brackets lie so near a target that %d replications do not decide; what stands before is surely enough.", plural(n, "need"), c.Most))
	}
	return lines
}

// groupsOf are the needs of a condition, group by group.
func (c *Capacity) groupsOf(x *Condition) (all [][]Need) {
	var names []string
	for _, n := range x.Needs {
		at := -1
		for i, name := range names {
			if name == n.Group {
				at = i
			}
		}
		if at < 0 {
			at = len(names)
			names = append(names, n.Group)
			all = append(all, nil)
		}
		all[at] = append(all[at], n)
	}
	return all
}

func (c *Capacity) sentence(needs []Need) string {
	n := tightest(needs)
	who := n.Group
	if who == "" {
		who = "The center"
	}
	when := ""
	if len(needs) > 1 {
		when = " at " + c.moment(n.From)
	}
	switch n.Found() {
	case FoundNothing:
		return fmt.Sprintf("%s gets no calls.", who)
	case FoundImpossible:
		return fmt.Sprintf("%s cannot keep %s%s with up to %s.", who, c.targets(), when, c.sized(n.Top))
	case FoundOpen:
		return fmt.Sprintf("how many %s %s needs%s for %s is undecided; more than %d.", sizeWords[c.Size][1], who, when, c.targets(), n.Low)
	}
	return fmt.Sprintf("%s needs %s%s for %s.", who, c.sized(n.Count), when, c.targets())
}

// moment is a time of day, or the time since the start.
func (c *Capacity) moment(t sim.Time) string {
	if c.Clock != nil {
		return strings.TrimSuffix(c.Clock(t), ":00")
	}
	if t == 0 {
		return "start"
	}
	return "+" + span(t)
}
