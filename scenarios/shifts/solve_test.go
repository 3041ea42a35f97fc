package shifts

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// newRand is the same stream each time.
func newRand() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func clock(t sim.Time) string { return t.String() }

// small is a random problem: up to four kinds of shifts over eight hours.
func small(r *rand.Rand) *Problem {
	p := &Problem{Clock: clock, Shrinkage: r.IntN(3) * 1000}
	for i := range 8 {
		p.Needs = append(p.Needs, Need{sim.Time(i) * sim.Hour, sim.Time(i+1) * sim.Hour, r.IntN(4)})
	}
	p.Needs[r.IntN(8)].Agents = 2
	for k := range 1 + r.IntN(3) {
		kind := Kind{Name: fmt.Sprint(k), Length: sim.Time(2+r.IntN(4)) * sim.Hour}
		for s := range 8 {
			if k == 0 || r.IntN(3) == 0 {
				kind.Starts = append(kind.Starts, sim.Time(s)*sim.Hour)
			}
		}
		if r.IntN(2) == 0 && k > 0 {
			kind.Breaks = []Break{{After: sim.Hour, For: 30 * sim.Minute}}
		}
		p.Kinds = append(p.Kinds, kind)
	}
	return p
}

// covers checks a roster against the problem, minute by minute.
func covers(p *Problem, shifts []Shift) bool {
	for at := sim.Time(0); at < 8*sim.Hour; at += 15 * sim.Minute {
		heads := 0
		for _, s := range shifts {
			if atWork(&p.Kinds[s.Kind], s.Start, at) {
				heads += s.Count
			}
		}
		for _, n := range p.Needs {
			if at >= n.From && at < n.To && Serving(heads, p.Shrinkage) < n.Agents {
				return false
			}
		}
	}
	return true
}

// cheapest finds the least pay of all rosters by trying them.
func cheapest(g *program) int64 {
	spare := g.spare(make([]int, len(g.columns)))
	best := int64(1 << 60)
	var try func(paid int64)
	try = func(paid int64) {
		if paid >= best {
			return
		}
		open := slices.IndexFunc(spare, func(n int) bool { return n < 0 })
		if open < 0 {
			best = paid
			return
		}
		for c := range g.columns { // somebody has to cover the first open row
			if g.covers[c][open] {
				for _, r := range g.columns[c].cells {
					spare[r]++
				}
				try(paid + g.columns[c].paid)
				for _, r := range g.columns[c].cells {
					spare[r]--
				}
			}
		}
	}
	try(0)
	return best
}

func TestRostersCoverAndAreNearlyTheCheapest(t *testing.T) {
	r := newRand()
	exact, noted := 0, 0
	const trials = 300
	for range trials {
		p := small(r)
		out, err := p.Solve()
		require.NoError(t, err)
		require.True(t, covers(p, out.Shifts), "%+v", p)
		g, err := p.build()
		require.NoError(t, err)
		least := cheapest(g)
		paid := int64(out.Paid / sim.Second)
		require.GreaterOrEqual(t, paid, least)
		require.LessOrEqual(t, float64(paid), 1.25*float64(least), "%+v", p)
		if out.Note != "" {
			noted++
			continue
		}
		require.LessOrEqual(t, int64(out.Bound/sim.Second), least, "the bound of the linear program")
		if paid == least {
			exact++
		}
	}
	require.Greater(t, exact, trials*9/10)
	require.LessOrEqual(t, noted, trials/50)
	t.Logf("%d of %d the cheapest, %d without an answer of the linear program", exact, trials, noted)
}

func TestTheRosterIsTheSameInEveryOrderOfRowsAndColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		p := small(r)
		g, err := p.build()
		require.NoError(t, err)
		x, err := g.relax()
		if err != nil {
			continue
		}
		h := shuffled(g, r)
		y, err := h.program.relax()
		if err != nil {
			continue
		}
		back := make([]float64, len(y))
		for c := range y {
			back[h.columns[c]] = y[c]
		}
		require.Equal(t, roundUp(x), roundUp(back), "%+v", p)
	}
}

type mixed struct {
	program *program
	columns []int
}

// shuffled is the same program with rows and columns in another order.
func shuffled(g *program, r *rand.Rand) mixed {
	out := mixed{program: &program{rows: make([]row, len(g.rows))}, columns: r.Perm(len(g.columns))}
	rows := r.Perm(len(g.rows))
	for i, to := range rows {
		out.program.rows[to] = g.rows[i]
	}
	for _, c := range out.columns {
		col := g.columns[c]
		col.cells = nil
		has := make([]bool, len(g.rows))
		for _, i := range g.columns[c].cells {
			col.cells = append(col.cells, rows[i])
			has[rows[i]] = true
		}
		slices.Sort(col.cells)
		out.program.columns = append(out.program.columns, col)
		out.program.covers = append(out.program.covers, has)
	}
	return out
}

// whole is a day of half hours with shifts as centers have them.
func whole(r *rand.Rand) *Problem {
	p := &Problem{Clock: clock, Shrinkage: 500 * r.IntN(7)}
	level := 5 + r.IntN(60)
	for i := range 24 {
		level = max(level+r.IntN(21)-10, 2)
		p.Needs = append(p.Needs, Need{sim.Time(i) * 30 * sim.Minute, sim.Time(i+1) * 30 * sim.Minute, level})
	}
	every := func(step, last sim.Time) (all []sim.Time) {
		for at := sim.Time(0); at <= last; at += step {
			all = append(all, at)
		}
		return all
	}
	p.Kinds = []Kind{
		{Name: "full", Starts: every(30*sim.Minute, 4*sim.Hour), Length: 8 * sim.Hour, Breaks: []Break{{After: 3*sim.Hour + 30*sim.Minute, For: 30 * sim.Minute}}},
		{Name: "long", Starts: every(2*sim.Hour, 2*sim.Hour), Length: 10 * sim.Hour, Breaks: []Break{{After: 2 * sim.Hour, For: 15 * sim.Minute}, {After: 5 * sim.Hour, For: 45 * sim.Minute}}},
		{Name: "short", Starts: every(sim.Hour, 8*sim.Hour), Length: 4 * sim.Hour},
	}
	return p
}

func TestRostersAreTheSameOnEveryProcessor(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	sum := fnv.New64a()
	over := 0.0
	const trials = 60
	for range trials {
		p := whole(r)
		out, err := p.Solve()
		require.NoError(t, err)
		require.Empty(t, out.Note, "the linear program has an answer")
		fmt.Fprintln(sum, out.Shifts, out.Paid, out.Bound)
		over += float64(out.Paid-out.Bound) / float64(out.Bound)
	}
	t.Logf("%.2f %% above the linear program on average", 100*over/trials)
	require.Less(t, over/trials, 0.02)
	require.Equal(t, uint64(0xd4a5777ebea2c21d), sum.Sum64(), "the rosters of amd64, arm64 and s390x when this was written")
}
