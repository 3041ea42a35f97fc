// Package shifts makes a roster of shifts that covers the agents needed in each
// interval, and checks it by simulation.
package shifts

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"ccsim/scenarios"
	"ccsim/sim"
)

// Kind is a shift with all moments at which it may begin.
type Kind = scenarios.ShiftKind

// Break is time off within a shift.
type Break = scenarios.ShiftBreak

// Need is how many agents are needed in an interval.
type Need struct {
	From, To sim.Time
	Agents   int
}

// Problem is which shifts there may be and what they have to cover.
type Problem struct {
	Kinds []Kind
	Needs []Need // in order of time, without overlaps
	// Shrinkage is the share of paid time in which agents do not serve, in hundredths
	// of a percent: a whole number, so that the heads needed are exact.
	Shrinkage int
	Clock     func(sim.Time) string // for messages
}

// Shift is one kind of shift at one start.
type Shift struct {
	Kind  int // of Problem.Kinds
	Start sim.Time
	Count int // agents who have it
}

// Roster is a plan in whole shifts.
type Roster struct {
	Shifts []Shift  // those that somebody has, in order of their start
	Paid   sim.Time // of all, breaks included
	// Bound is what the linear program needs: no roster is cheaper.
	Bound sim.Time
	Note  string // how the plan was made, where the linear program gave none
}

// column is a shift in the linear program.
type column struct {
	kind  int
	start sim.Time
	paid  int64 // seconds
	cells []int // rows that it covers
}

// row is a stretch of time in which every shift is either at work or not.
type row struct {
	at    sim.Time
	heads int // agents on the roster that are needed
}

// program is the problem as rows and columns of whole numbers.
type program struct {
	rows    []row
	columns []column
	covers  [][]bool // by column and row
}

// full is the whole in hundredths of a percent.
const full = 10_000

// Heads are the agents who have to be on the roster so that enough of them serve,
// rounded up.
func Heads(agents, shrinkage int) int {
	return (agents*full + full - shrinkage - 1) / (full - shrinkage)
}

// Serving are those of a number of heads who serve, rounded down.
func Serving(heads, shrinkage int) int { return heads * (full - shrinkage) / full }

// atWork tells whether somebody who has a shift works at a moment of it.
func atWork(k *Kind, start, at sim.Time) bool {
	if at < start || at >= start+k.Length {
		return false
	}
	for _, b := range k.Breaks {
		if at >= start+b.After && at < start+b.After+b.For {
			return false
		}
	}
	return true
}

// edgesOf are the moments at which a shift begins or ends to work.
func edgesOf(k *Kind, start sim.Time) []sim.Time {
	all := []sim.Time{start, start + k.Length}
	for _, b := range k.Breaks {
		all = append(all, start+b.After, start+b.After+b.For)
	}
	return all
}

// ErrNoNeed means that there is nothing to cover.
var ErrNoNeed = errors.New("no agents are needed at any time: there is no roster to make")

// build cuts the time at every edge, so that each shift covers a stretch whole or
// not at all, and puts stretches that the same shifts cover into one row.
func (p *Problem) build() (*program, error) {
	g := &program{}
	var edges []sim.Time
	for _, n := range p.Needs {
		edges = append(edges, n.From, n.To)
	}
	for i := range p.Kinds {
		k := &p.Kinds[i]
		for _, s := range k.Starts {
			g.columns = append(g.columns, column{kind: i, start: s, paid: int64(k.Length / sim.Second)})
			edges = append(edges, edgesOf(k, s)...)
		}
	}
	slices.SortStableFunc(g.columns, func(a, b column) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.paid, b.paid), cmp.Compare(a.kind, b.kind))
	})
	slices.Sort(edges)
	edges = slices.Compact(edges)
	rows := map[string]int{} // by the shifts that cover it
	for _, n := range p.Needs {
		if n.Agents <= 0 {
			continue
		}
		for _, at := range edges {
			if at < n.From || at >= n.To {
				continue
			}
			if err := g.stretch(p, rows, at, Heads(n.Agents, p.Shrinkage)); err != nil {
				return nil, err
			}
		}
	}
	if len(g.rows) == 0 {
		return nil, ErrNoNeed
	}
	g.drop()
	return g, nil
}

// stretch adds one stretch, or makes the row of the same shifts as high.
func (g *program) stretch(p *Problem, rows map[string]int, at sim.Time, heads int) error {
	key := make([]byte, len(g.columns))
	covered := false
	for c := range g.columns {
		if k := &p.Kinds[g.columns[c].kind]; atWork(k, g.columns[c].start, at) {
			key[c], covered = 1, true
		}
	}
	if !covered {
		return fmt.Errorf("no shift works at %s, where %d agents are needed: add one that does", p.Clock(at), heads)
	}
	if r, ok := rows[string(key)]; ok {
		g.rows[r].heads = max(g.rows[r].heads, heads)
		return nil
	}
	r := len(g.rows)
	rows[string(key)] = r
	g.rows = append(g.rows, row{at, heads})
	for c := range g.columns {
		if key[c] == 1 {
			g.columns[c].cells = append(g.columns[c].cells, r)
		}
	}
	return nil
}

// drop leaves out shifts that cover nothing that is needed: the solver takes no
// empty columns.
func (g *program) drop() {
	g.columns = slices.DeleteFunc(g.columns, func(c column) bool { return len(c.cells) == 0 })
	for c := range g.columns {
		has := make([]bool, len(g.rows))
		for _, r := range g.columns[c].cells {
			has[r] = true
		}
		g.covers = append(g.covers, has)
	}
}

// Solve makes a roster: the linear program, rounded up to whole agents, and
// trimmed while everything stays covered.
func (p *Problem) Solve() (*Roster, error) {
	g, err := p.build()
	if err != nil {
		return nil, err
	}
	out := &Roster{}
	counts := make([]int, len(g.columns))
	x, err := g.relax()
	if err != nil {
		out.Note = "The linear program had no answer (" + err.Error() + "): the plan is by steps of whole shifts alone."
	} else {
		out.Bound = g.bound(x)
		counts = roundUp(x)
	}
	g.fill(counts)
	g.trim(counts)
	for c, n := range counts {
		if n > 0 {
			col := &g.columns[c]
			out.Shifts = append(out.Shifts, Shift{col.kind, col.start, n})
			out.Paid += sim.Time(n) * p.Kinds[col.kind].Length
		}
	}
	return out, nil
}
