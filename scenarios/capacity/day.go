package capacity

import (
	"slices"

	"ccsim/reports"
	"ccsim/sim"
)

// byWindow finds the needs window by window, in order of time: each with what the
// windows before it leave over under the numbers that were found for them. Under
// another condition than normal operation only those windows are searched that it
// can touch; the others are as normal.
func (x *search) byWindow(usual []reports.Need) (needs []reports.Need, err error) {
	d := &day{search: x, windows: windows(x.Plain.Warmup, x.Plain.Config.Horizon, x.Interval), pools: pools(x.Plain.Config), usual: usual}
	if err = x.some(make([]reports.Need, len(d.pools))); err != nil {
		return nil, err
	}
	if err = d.guess(); err != nil {
		return nil, err
	}
	same := 0
	for k := range d.windows {
		if usual != nil && (d.windows[k].to <= x.condition.from || same >= calm && d.windows[k].from > x.condition.to) {
			continue
		}
		if err := d.one(k); err != nil {
			return nil, err
		}
		if same++; usual != nil && d.differs(k) {
			same = 0
		}
		if x.Progress != nil {
			x.Progress(k+1, len(d.windows))
		}
	}
	if usual == nil && !x.OnlyNeeds {
		if x.blames, err = d.blame(); err != nil {
			return nil, err
		}
	}
	return slices.Concat(d.needs...), nil
}

// calm is for how many windows after a fault the need must be as in normal operation
// until it is taken for over.
const calm = 2

// day is a search window by window.
type day struct {
	*search
	windows []window
	pools   []pool
	usual   []reports.Need
	needs   [][]reports.Need // by window: pool by pool
	line    *line
}

// guess begins with what the formulas say, or with the needs of normal operation, and
// makes room for what will be tried.
func (d *day) guess() error {
	plan := &timetable{d.windows, make([][]int, len(d.Plain.Config.Groups))}
	most := map[int]int{}
	for k, win := range d.windows {
		var needs []reports.Need
		for _, p := range d.pools {
			list, count := d.begin(&p, k, win)
			for i, g := range p.groups {
				plan.counts[g] = append(plan.counts[g], count[i])
				most[g] = max(most[g], d.top(g, count[i]))
			}
			needs = append(needs, list...)
		}
		d.needs = append(d.needs, needs)
	}
	base, err := d.rows(most)
	if err != nil {
		return err
	}
	d.line = newLine(base, d.Plain.Seed, plan, d.Most)
	return nil
}

// begin is with what the search for a pool's needs in a window begins.
func (d *day) begin(p *pool, k int, win window) (needs []reports.Need, counts []int) {
	if d.usual == nil {
		needs = d.expected(p, win)
		for i := range needs {
			if n := &needs[i]; n.Offered > 0 {
				counts = append(counts, guess(n))
			} else {
				counts = append(counts, 0)
			}
		}
		return needs, counts
	}
	for _, n := range d.usual[k*d.groups():][:d.groups()] {
		for _, g := range p.groups {
			if n.Group == d.Plain.Config.Groups[g].Name {
				n.Usual = true
				needs, counts = append(needs, n), append(counts, min(n.Count, n.Top))
			}
		}
	}
	return needs, counts
}

// groups is how many groups are sized.
func (d *day) groups() (n int) {
	for _, p := range d.pools {
		n += len(p.groups)
	}
	return n
}

// one finds the needs of a window.
func (d *day) one(k int) error {
	at := 0
	for _, p := range d.pools {
		needs := d.needs[k][at : at+len(p.groups)]
		counts := map[int]int{}
		for i, g := range p.groups {
			counts[g] = d.line.plan.counts[g][k]
			needs[i].Usual, needs[i].Tried, needs[i].Why, needs[i].Reasons, needs[i].Values = false, 0, nil, nil, nil
		}
		err := d.size(&p, needs, counts, func(counts map[int]int) (simulation, error) {
			return d.line.try(k, own(counts, &p), d.metered()), nil
		})
		if err != nil {
			return err
		}
		d.line.decided(k, own(counts, &p))
		at += len(p.groups)
	}
	return nil
}

// own are the counts of a pool's groups.
func own(counts map[int]int, p *pool) map[int]int {
	out := map[int]int{}
	for _, g := range p.groups {
		out[g] = counts[g]
	}
	return out
}

// metered is what is measured in a window.
func (x *search) metered() reports.Options {
	o := x.Plain.Metered()
	o.Levels = x.levels(o.Levels)
	return o
}

// levels are thresholds of service levels, with those of the targets.
func (x *search) levels(have []sim.Time) []sim.Time {
	all := slices.Clone(have)
	for _, t := range x.Targets {
		if t.Level > 0 && !slices.Contains(all, t.Level) {
			all = append(all, t.Level)
		}
	}
	return all
}

// differs tells whether a need of a window is another than in normal operation.
func (d *day) differs(k int) bool {
	for i, n := range d.needs[k] {
		if u := d.usual[k*d.groups()+i]; u.Count != n.Count || u.Enough != n.Enough {
			return true
		}
	}
	return false
}
