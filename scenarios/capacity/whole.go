package capacity

import (
	"fmt"
	"math"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/erlang"
)

// whole finds one number for the whole run, for each group.
func (x *search) whole() ([]reports.Need, error) {
	var all []reports.Need
	counts := map[int]int{} // of the groups that were sized
	run := window{x.Plain.Warmup, x.Plain.Config.Horizon}
	for _, p := range pools(x.Plain.Config) {
		needs := x.expected(&p, run)
		for i, g := range p.groups {
			counts[g] = guess(&needs[i])
		}
		err := x.size(&p, needs, counts, func(counts map[int]int) (simulation, error) {
			c, err := x.staffed(counts)
			if err != nil {
				return nil, err
			}
			return straight(c), nil
		})
		if err != nil {
			return nil, err
		}
		all = append(all, needs...)
	}
	return all, x.some(all)
}

// some refuses a scenario in which nothing can be sized.
func (x *search) some(needs []reports.Need) error {
	if len(needs) == 0 {
		return fmt.Errorf("no caller's call comes to agents in %s: there is nothing to size", x.Plain.Name)
	}
	return nil
}

// staffed is the scenario with so many agents of some groups. Whoever has a plan in
// the file keeps the rows for it: they stay at home.
func (x *search) staffed(counts map[int]int) (*scenarios.Compiled, error) {
	groups := x.Plain.Config.Groups
	var changes []string
	for g := range groups {
		n, ok := counts[g]
		if !ok {
			continue
		}
		if len(groups[g].Staff) > 0 {
			n = max(n, groups[g].Count)
		}
		changes = append(changes, fmt.Sprintf("center.agents[%d].count=%d", g, max(n, 1)))
	}
	c, err := x.compile(changes...)
	if err != nil {
		return nil, err
	}
	for g, n := range counts {
		c.Config.Groups[g].Staff = nil
		if n < c.Config.Groups[g].Count {
			c.Config.Groups[g].Staff = []model.StaffStep{{At: 0, Count: n}}
		}
	}
	return c, nil
}

// size finds the needs of a pool: first all its groups together, each as many above
// its guess, then each for itself, the others as they are by then. The counts begin
// as the guesses and end as what was found.
func (x *search) size(p *pool, needs []reports.Need, counts map[int]int, simulate func(counts map[int]int) (simulation, error)) error {
	calls := 0.0
	for i := range needs {
		calls += needs[i].Offered
	}
	if calls == 0 {
		return nil
	}
	targets := x.bound(x.Plain.Config, p)
	try := func(counts map[int]int, n *reports.Need) (Verdict, error) {
		run, err := simulate(counts)
		if err != nil {
			return Undecided, err
		}
		v, reps, err := x.decide(run, targets)
		if n.Tried++; v == Met {
			// The numbers that are met come in falling order.
			n.Replications, n.Values = len(reps), values(reps, targets)
			n.Why, n.Reasons = x.why(n, p, counts, reps)
		}
		return v, err
	}
	floor := 1
	if len(p.groups) > 1 {
		floor = 0
		a, err := find(0, 0, 2*int(math.Ceil(loads(needs)))+20, func(d int) (Verdict, error) { return try(plus(counts, p, d), &needs[0]) })
		if err != nil {
			return err
		}
		for _, g := range p.groups {
			counts[g] += min(a.Need, a.Top)
		}
	}
	for i, g := range p.groups {
		a, err := find(counts[g], floor, x.top(g, counts[g]), func(n int) (Verdict, error) {
			c := plus(counts, p, 0)
			c[g] = n
			return try(c, &needs[i])
		})
		if err != nil {
			return err
		}
		needs[i].Enough, needs[i].Count, needs[i].Low, needs[i].Top = a.Enough, a.Need, a.Low, a.Top
		counts[g] = min(a.Need, a.Top)
	}
	return nil
}

// top is the largest number of a group that is tried.
func (x *search) top(group, guess int) int {
	return max(2*guess+20, x.Plain.Config.Groups[group].Count)
}

func loads(needs []reports.Need) (sum float64) {
	for i := range needs {
		sum += needs[i].Load
	}
	return sum
}

// formulas put into a need what they say of a configuration.
func (x *search) formulas(n *reports.Need, cfg *model.Config, p *pool, group int) {
	targets := x.bound(cfg, p)
	t := trafficOf(cfg, p, group, n.From, n.To)
	n.Offered, n.Load = float64(t.rate*(n.To-n.From).Seconds()), t.load()
	n.ErlangC, n.ErlangA = staff(&t, 0, targets), staff(&t, t.patience, targets)
}

// expected are the needs of a pool in a window before they are found, with what the
// formulas say.
func (x *search) expected(p *pool, win window) []reports.Need {
	cfg := x.Plain.Config
	needs := make([]reports.Need, len(p.groups))
	for i, g := range p.groups {
		n := &needs[i]
		*n = reports.Need{From: win.from, To: win.to, Group: cfg.Groups[g].Name}
		x.formulas(n, cfg, p, g)
		for _, q := range p.queues {
			if serves(cfg, g, q) {
				n.Queues = append(n.Queues, cfg.QueueName(q))
			}
		}
	}
	return needs
}

// plus are the counts with so many more in each group of a pool.
func plus(counts map[int]int, p *pool, more int) map[int]int {
	all := map[int]int{}
	for g, n := range counts {
		all[g] = n
	}
	for _, g := range p.groups {
		all[g] += more
	}
	return all
}

// guess is where the search for a need begins: Erlang A, or the load.
func guess(n *reports.Need) int {
	if n.ErlangA > 0 {
		return n.ErlangA
	}
	return max(n.ErlangC, int(math.Ceil(n.Load)), 1)
}

// values are the estimates of the targets' metrics.
func values(reps []*reports.Replication, targets []reports.Target) (all []reports.Value) {
	r := reports.Merge(reps)
	for i := range targets {
		s, ok := r.Get(targets[i].Metric, targets[i].Scope)
		if ok {
			all = append(all, reports.Value{Metric: s.Metric, Mean: s.Mean, Half: s.HalfWidth(0.95), N: s.N})
		}
	}
	return all
}

// resource is something that lines are counted of.
type resource struct {
	path string // for --set
}

// resources are what --size names beside agents.
var resources = map[string]resource{"trunks": {"center.trunks"}, "vru-ports": {"center.vru_ports"}}

// lines sizes what calls hold from their arrival on, trunks or ports.
func (x *search) lines() ([]reports.Need, error) {
	cfg := x.Plain.Config
	targets := x.bound(cfg, nil)
	n := reports.Need{From: x.Plain.Warmup, To: cfg.Horizon}
	t := x.held()
	n.Load, n.Offered = t.load(), float64(t.rate*(n.To-n.From).Seconds())
	if n.Offered == 0 {
		return []reports.Need{n}, nil
	}
	for i := range targets {
		if targets[i].Metric == "blocked_rate" {
			n.ErlangB = max(n.ErlangB, erlang.Lines(n.Load, targets[i].Want))
		}
	}
	start := max(n.ErlangB, int(math.Ceil(n.Load)), 1)
	a, err := find(start, 1, 2*start+20, func(count int) (Verdict, error) {
		c, err := x.compile(fmt.Sprintf("%s=%d", resources[x.Size].path, count))
		if err != nil {
			return Undecided, err
		}
		v, reps, err := x.decide(straight(c), targets)
		if n.Tried++; v == Met {
			n.Replications, n.Values = len(reps), values(reps, targets)
		}
		return v, err
	})
	n.Enough, n.Count, n.Low, n.Top = a.Enough, a.Need, a.Low, a.Top
	return []reports.Need{n}, err
}

// held is the traffic that holds a line: the IVR, and of trunks the talk too. How
// long calls wait in between the formula does not know.
func (x *search) held() (t traffic) {
	cfg := x.Plain.Config
	from, to := x.Plain.Warmup, cfg.Horizon
	for i := range cfg.Callers() {
		typ := &cfg.Types[i]
		calls, talk := callsOf(cfg, i, from, to)
		hold := cfg.IVR.Mean()
		if typ.HasIVR {
			hold = typ.IVR.Mean()
		}
		if x.Size == "trunks" {
			hold += cfg.Ring.Mean()
		} else {
			talk = 0
		}
		t.rate += calls
		t.handle += float64(calls * (hold.Seconds() + talk))
	}
	if t.rate > 0 {
		t.handle /= t.rate
		t.rate /= (to - from).Seconds()
	}
	return t
}
