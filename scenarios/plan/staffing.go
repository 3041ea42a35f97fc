package plan

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
)

// Staffing is the number of agents of a group with the least expected cost.
type Staffing struct {
	Scenario     string
	ID           string
	Group        string
	Seed, Fresh  uint64
	Replications int
	Currency     string
	Level        string
	Tried        []Number            // in order of their count
	Best         int                 // place of the cheapest
	Written      int                 // agents of the scenario
	Gain         *reports.Difference // of the best against the scenario's, with other callers; nil where they are the same
	Command      string
	Version      string
	Inputs       []scenarios.Input
}

// Number is one number of agents that was tried.
type Number struct {
	Count  int
	Cost   reports.Stat
	More   reports.Difference // cost less that of the cheapest, run by run
	Apart  bool               // costs more than the cheapest, and not by chance
	result *reports.Result
}

// costs finds numbers of agents and remembers what was tried.
type costs struct {
	ctx     context.Context
	src     *scenarios.Source
	changes []format.Change
	plain   *scenarios.Compiled
	group   int
	opt     scenarios.RunOptions
	tried   map[int]*reports.Result
}

// maxAgents bounds the search.
const maxAgents = 100_000

// Cheapest finds the number of agents of a group with the least expected cost. Each
// number is run with the same callers; what one agent more costs grows with their
// number, so that the cheapest is where it changes its sign.
func Cheapest(ctx context.Context, src *scenarios.Source, changes []format.Change, c *scenarios.Compiled, group string, o scenarios.RunOptions) (*Staffing, error) {
	if c.Prices == nil {
		return nil, errors.New("the scenario has no prices: nothing can be weighed against the cost of agents")
	}
	if !slices.ContainsFunc(c.Prices.Items, func(p reports.Price) bool { return p.Name == "agents" && p.Amount > 0 }) {
		return nil, errors.New("agents cost nothing: give prices.agent_hour")
	}
	if c.Replications < 2 {
		return nil, errors.New("one replication says nothing about chance: ask for more with --replications")
	}
	g, err := groupOf(c.Config, group)
	if err != nil {
		return nil, err
	}
	x := &costs{ctx: ctx, src: src, changes: changes, plain: c, group: g, opt: o, tried: map[int]*reports.Result{}}
	best, err := x.search(c.Config.Groups[g].Count)
	if err != nil {
		return nil, err
	}
	return x.staffing(best)
}

// groupOf finds the group whose number is looked for.
func groupOf(cfg *model.Config, name string) (int, error) {
	var names []string
	for i := range cfg.Groups {
		g := &cfg.Groups[i]
		if name == "" && len(cfg.Groups) == 1 || g.Name == name {
			if steady(g) {
				return i, nil
			}
			return 0, fmt.Errorf("the number of agents of %s follows a table of staffing: there is no one number to look for", g.Name)
		}
		names = append(names, g.Name)
	}
	if name == "" {
		return 0, fmt.Errorf("say of which group with --group: %s", strings.Join(names, ", "))
	}
	return 0, fmt.Errorf("unknown group of agents %q; %s", name, format.Suggest(name, names))
}

// steady tells whether a group is there with all of its agents or with none.
func steady(g *model.Group) bool {
	return !slices.ContainsFunc(g.Staff, func(s model.StaffStep) bool { return s.Count != 0 && s.Count != g.Count })
}

// run runs the scenario with a number of agents.
func (x *costs) run(n int, seed uint64) (*reports.Result, error) {
	change, err := format.ParseChange(fmt.Sprintf("center.agents[%d].count=%d", x.group, n))
	if err != nil {
		return nil, err
	}
	c, err := x.src.Compile(append(slices.Clone(x.changes), change)...)
	if err != nil {
		return nil, err
	}
	c.Expect, c.Rule, c.Steady, c.Seed = nil, nil, false, seed
	out, err := run(x.ctx, c, nil, x.opt)
	if err != nil {
		return nil, err
	}
	return out.Plain, nil
}

func (x *costs) at(n int) (*reports.Result, error) {
	if r := x.tried[n]; r != nil {
		return r, nil
	}
	r, err := x.run(n, x.plain.Seed)
	if err == nil {
		x.tried[n] = r
	}
	return r, err
}

// rises tells whether one agent more than n costs more.
func (x *costs) rises(n int) (bool, error) {
	a, err := x.at(n)
	if err != nil {
		return false, err
	}
	b, err := x.at(n + 1)
	if err != nil {
		return false, err
	}
	d, _ := reports.DifferenceOf(a, b, reports.TotalCost, "all")
	return d.Value >= 0, nil
}

// search finds the smallest number from which on one more costs more: by doubling
// steps from the scenario's, then by halving.
func (x *costs) search(from int) (int, error) {
	low, high := 0, 0 // one more than low saves, one more than high costs; low 0 = nobody
	up, err := x.rises(from)
	if err != nil {
		return 0, err
	}
	step := max(from/16, 1)
	for n := from; ; step *= 2 {
		if up {
			high, n = n, max(n-step, 1)
			if high == 1 {
				return 1, nil
			}
		} else {
			low, n = n, n+step
		}
		if n > maxAgents {
			return 0, fmt.Errorf("one agent more still saves at %d: look at the prices", low)
		}
		now, err := x.rises(n)
		if err != nil {
			return 0, err
		}
		if now != up {
			if now {
				high = n
			} else {
				low = n
			}
			break
		}
		if up && n == 1 {
			return 1, nil
		}
	}
	for high-low > 1 {
		middle := (low + high) / 2
		now, err := x.rises(middle)
		if err != nil {
			return 0, err
		}
		if now {
			high = middle
		} else {
			low = middle
		}
	}
	return high, nil
}

// near is how far numbers beside the cheapest are tried, as long as they cannot be told
// apart from it.
const near = 12

// staffing tries the numbers beside the cheapest and tells them apart.
func (x *costs) staffing(best int) (*Staffing, error) {
	for _, way := range []int{-1, 1} {
		for k := 1; k <= near && best+way*k >= 1; k++ {
			if _, err := x.at(best + way*k); err != nil {
				return nil, err
			}
			d, _ := reports.DifferenceOf(x.tried[best], x.tried[best+way*k], reports.TotalCost, "all")
			if k > 1 && d.Value > 0 && d.Sure() {
				break
			}
		}
	}
	c := x.plain
	s := &Staffing{Scenario: c.Name, ID: c.ID(x.src), Group: c.Config.Groups[x.group].Name, Seed: c.Seed, Fresh: c.Seed + 1, Replications: c.Replications,
		Currency: c.Prices.Currency, Written: c.Config.Groups[x.group].Count, Version: "ccsim " + scenarios.Version, Inputs: c.Inputs}
	if len(c.Levels) > 0 {
		s.Level = reports.LevelName(c.Levels[0])
	}
	for n, r := range x.tried {
		cost, _ := r.Get(reports.TotalCost, "all")
		s.Tried = append(s.Tried, Number{Count: n, Cost: *cost, result: r})
	}
	slices.SortFunc(s.Tried, func(a, b Number) int { return a.Count - b.Count })
	s.compare()
	return s, x.again(s)
}

// compare finds the cheapest number and tells the others apart from it, with
// Holm's correction for how many there are.
func (s *Staffing) compare() {
	for i := range s.Tried {
		if s.Tried[i].Cost.Mean < s.Tried[s.Best].Cost.Mean {
			s.Best = i
		}
	}
	var family []*reports.Difference
	for i := range s.Tried {
		n := &s.Tried[i]
		n.More, _ = reports.DifferenceOf(s.Tried[s.Best].result, n.result, reports.TotalCost, "all")
		if i != s.Best {
			family = append(family, &n.More)
		}
	}
	reports.Holm(family)
	for i := range s.Tried {
		s.Tried[i].Apart = i != s.Best && s.Tried[i].More.Sure()
	}
}

// again compares the cheapest number with the scenario's once more, with callers
// that it was not chosen by.
func (x *costs) again(s *Staffing) error {
	best := s.Tried[s.Best].Count
	if best == s.Written {
		return nil
	}
	a, err := x.run(s.Written, s.Fresh)
	if err != nil {
		return err
	}
	b, err := x.run(best, s.Fresh)
	if err != nil {
		return err
	}
	d, _ := reports.DifferenceOf(a, b, reports.TotalCost, "all")
	s.Gain = &d
	return nil
}

// Same are the least and the most agents that cannot be told apart from the
// cheapest number.
func (s *Staffing) Same() (low, high int) {
	low, high = s.Best, s.Best
	for low > 0 && !s.Tried[low-1].Apart && s.Tried[low-1].Count == s.Tried[low].Count-1 {
		low--
	}
	for high+1 < len(s.Tried) && !s.Tried[high+1].Apart && s.Tried[high+1].Count == s.Tried[high].Count+1 {
		high++
	}
	return s.Tried[low].Count, s.Tried[high].Count
}
