package shifts

import (
	"cmp"
	"slices"
)

// spare is how many agents each row has beyond its need.
func (g *program) spare(counts []int) []int {
	spare := make([]int, len(g.rows))
	for r := range g.rows {
		spare[r] = -g.rows[r].heads
	}
	for c, n := range counts {
		for _, r := range g.columns[c].cells {
			spare[r] += n
		}
	}
	return spare
}

// fill adds shifts until everything is covered: always the one that covers most
// of what is open for its pay, the first of equals.
func (g *program) fill(counts []int) {
	for {
		spare := g.spare(counts)
		best, gain := -1, int64(0)
		for c := range g.columns {
			open := int64(0)
			for _, r := range g.columns[c].cells {
				if spare[r] < 0 {
					open++
				}
			}
			if open > 0 && (best < 0 || open*g.columns[best].paid > gain*g.columns[c].paid) {
				best, gain = c, open
			}
		}
		if best < 0 {
			return
		}
		counts[best]++
	}
}

// trim makes a roster that covers everything cheaper, one step after the other,
// until no step helps: a shift less, a shorter one for a shift, one for
// two. All numbers are whole and the order is fixed.
func (g *program) trim(counts []int) {
	order := make([]int, len(g.columns))
	for c := range order {
		order[c] = c
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.columns[b].paid, g.columns[a].paid) })
	spare := g.spare(counts)
	for g.less(counts, spare, order) || g.shorter(counts, spare, order) || g.oneForTwo(counts, spare, order) {
	}
}

// move changes the number of one shift.
func (g *program) move(counts, spare []int, c, by int) {
	counts[c] += by
	for _, r := range g.columns[c].cells {
		spare[r] += by
	}
}

// covered tells whether nothing that a shift covered is open.
func (g *program) covered(spare []int, shifts ...int) bool {
	for _, c := range shifts {
		for _, r := range g.columns[c].cells {
			if spare[r] < 0 {
				return false
			}
		}
	}
	return true
}

func (g *program) less(counts, spare, order []int) bool {
	for _, c := range order {
		if counts[c] == 0 {
			continue
		}
		g.move(counts, spare, c, -1)
		if g.covered(spare, c) {
			return true
		}
		g.move(counts, spare, c, 1)
	}
	return false
}

func (g *program) shorter(counts, spare, order []int) bool {
	for _, c := range order {
		if counts[c] == 0 {
			continue
		}
		g.move(counts, spare, c, -1)
		for d := range g.columns {
			if g.columns[d].paid >= g.columns[c].paid {
				continue
			}
			g.move(counts, spare, d, 1)
			if g.covered(spare, c) {
				return true
			}
			g.move(counts, spare, d, -1)
		}
		g.move(counts, spare, c, 1)
	}
	return false
}

func (g *program) oneForTwo(counts, spare, order []int) bool {
	for i, c := range order {
		if counts[c] == 0 {
			continue
		}
		g.move(counts, spare, c, -1)
		for _, d := range order[i:] {
			if counts[d] == 0 {
				continue
			}
			g.move(counts, spare, d, -1)
			for e := range g.columns {
				if g.columns[e].paid >= g.columns[c].paid+g.columns[d].paid {
					continue
				}
				g.move(counts, spare, e, 1)
				if g.covered(spare, c, d) {
					return true
				}
				g.move(counts, spare, e, -1)
			}
			g.move(counts, spare, d, 1)
		}
		g.move(counts, spare, c, 1)
	}
	return false
}
