package shifts

import (
	"errors"
	"math"

	"ccsim/sim"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// The library computes in floating point that is not the same to the last bit on
// every processor, and a program may have many optima: which one it ends at could
// then differ from machine to machine. So what it says is used in a way in which
// it does not matter:
//
//   - each shift costs a little more by an amount of its own (surcharge), far more than
//     the errors of rounding and far less than a second of pay, so that the optimum is one
//     corner, and the same one for everybody;
//   - a corner of such a program has coordinates that are fractions of small
//     numbers; they are rounded up with a tolerance (slack) that lies far from both;
//   - all steps after that are of whole numbers, in a fixed order.
//
// A test solves each problem with rows and columns in other orders, which
// changes all roundings, and finds the same roster.
const (
	tolerance = 1e-9
	slack     = 1e-6
)

// errShape means that the answer of the library is not one.
var errShape = errors.New("its answer covers too little")

// surcharge is a cost that only tells shifts apart which cost the same, in
// seconds: scattered, so that no two sets of shifts have the same sum by a pattern.
func surcharge(c *column) float64 {
	h := uint64(c.start)/uint64(sim.Second)*0x9e3779b97f4a7c15 + uint64(c.kind+1)*0xbf58476d1ce4e5b9
	h ^= h >> 31
	h *= 0x94d049bb133111eb
	h ^= h >> 29
	return 0.01 + float64(h>>44)/float64(1<<20)/4
}

// relax solves the linear program: the least pay such that every row is covered,
// in parts of agents. What is covered beyond the need is a column of its own for
// each row, so that the rows are independent, which the library asks for.
func (g *program) relax() ([]float64, error) {
	m, n := len(g.rows), len(g.columns)
	a := mat.NewDense(m, n+m, nil)
	cost := make([]float64, n+m)
	need := make([]float64, m)
	for c := range g.columns {
		cost[c] = float64(g.columns[c].paid) + surcharge(&g.columns[c])
		for _, r := range g.columns[c].cells {
			a.Set(r, c, 1)
		}
	}
	for r := range g.rows {
		a.Set(r, n+r, -1)
		need[r] = float64(g.rows[r].heads)
	}
	_, x, err := lp.Simplex(cost, a, need, tolerance, nil)
	if err != nil {
		return nil, err
	}
	return x[:n], g.check(x[:n])
}

// check proves that the answer covers every row.
func (g *program) check(x []float64) error {
	for r := range g.rows {
		sum := 0.0
		for c := range g.columns {
			if g.covers[c][r] {
				sum += x[c]
			}
		}
		if !(sum > float64(g.rows[r].heads)-slack) {
			return errShape
		}
	}
	return nil
}

// bound is the pay of the answer, rounded down to a whole minute.
func (g *program) bound(x []float64) sim.Time {
	sum := 0.0
	for c := range g.columns {
		sum += float64(x[c] * float64(g.columns[c].paid))
	}
	return sim.Time(math.Floor(sum/60+slack)) * sim.Minute
}

func roundUp(x []float64) []int {
	counts := make([]int, len(x))
	for i, v := range x {
		counts[i] = max(int(math.Ceil(v-slack)), 0)
	}
	return counts
}
