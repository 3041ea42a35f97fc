package shifts

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"
)

// Goal is what has to be kept in every interval: a share of the calls that enter the
// queue in it is answered within a limit.
type Goal struct {
	Share  float64
	Within sim.Time
	Queues []string // whose calls are judged; none = all
}

// Cell is an interval of the plan.
type Cell struct {
	Need
	Heads   int // on the roster that are needed
	Planned int // on the roster, the least of the interval
	Serving int // of these, by the shrinkage
	Level   reports.Stat
}

// Met says whether the goal is kept in an interval.
func (c *Cell) Met(g *Goal) string {
	half := c.Level.HalfWidth(0.95)
	switch {
	case c.Level.N == 0:
		return "–"
	case !(half >= 0):
		return map[bool]string{true: "yes, in one run", false: "no, in one run"}[c.Level.Mean >= g.Share]
	case c.Level.Mean-half >= g.Share:
		return "yes"
	case c.Level.Mean+half < g.Share:
		return "no"
	}
	return "not sure"
}

// steps are the agents who serve, from each moment on at which their number changes.
func (p *Problem) steps(shifts []Shift) []model.StaffStep {
	edges := []sim.Time{0}
	for _, s := range shifts {
		edges = append(edges, edgesOf(&p.Kinds[s.Kind], s.Start)...)
	}
	slices.Sort(edges)
	var steps []model.StaffStep
	for _, at := range slices.Compact(edges) {
		n := Serving(p.heads(shifts, at), p.Shrinkage)
		if k := len(steps); k == 0 || steps[k-1].Count != n {
			steps = append(steps, model.StaffStep{At: max(at, 0), Count: n})
		}
	}
	return steps
}

// heads are those on the roster who work at a moment.
func (p *Problem) heads(shifts []Shift, at sim.Time) (n int) {
	for _, s := range shifts {
		if atWork(&p.Kinds[s.Kind], s.Start, at) {
			n += s.Count
		}
	}
	return n
}

// cells tell what is planned in each interval.
func (p *Problem) cells(shifts []Shift) []Cell {
	var all []Cell
	for _, n := range p.Needs {
		c := Cell{Need: n, Heads: Heads(n.Agents, p.Shrinkage), Planned: p.heads(shifts, n.From)}
		for _, s := range shifts {
			for _, at := range edgesOf(&p.Kinds[s.Kind], s.Start) {
				if at > n.From && at < n.To {
					c.Planned = min(c.Planned, p.heads(shifts, at))
				}
			}
		}
		c.Serving = Serving(c.Planned, p.Shrinkage)
		all = append(all, c)
	}
	return all
}

// rostered is the scenario in which a group follows the roster and nothing fails:
// what the needs were found for.
func rostered(c *scenarios.Compiled, group int, steps []model.StaffStep) *model.Config {
	cfg := *c.Config
	cfg.Groups = slices.Clone(cfg.Groups)
	g := &cfg.Groups[group]
	g.Staff, g.Count = steps, 1
	for _, s := range steps {
		g.Count = max(g.Count, s.Count)
	}
	cfg.Levers, cfg.Failures = slices.Clone(cfg.Levers), nil
	for i := range cfg.Levers {
		if l := &cfg.Levers[i]; len(l.Procs)+len(l.Links)+len(l.Groups)+l.VM > 0 {
			l.IsUndo, l.AtDist, l.Trigger = true, sim.Dist{}, model.Trigger{} // a fault: the end of nothing
		}
	}
	return &cfg
}

// tally counts the calls of each interval.
type tally struct {
	cfg         *model.Config
	cells       []Cell
	goal        *Goal
	within, all []int64
}

// Record takes one fact.
func (t *tally) Record(x sim.Fact) {
	if x.Kind != model.FactAnswered && x.Kind != model.FactAbandoned {
		return
	}
	a := model.UnpackCall(x.Aux)
	if t.cfg.Types[a.Type].Outbound || len(t.goal.Queues) > 0 && !slices.Contains(t.goal.Queues, t.cfg.QueueName(t.cfg.QueuesOf(a.Type)[a.Queue])) {
		return
	}
	wait := sim.Time(x.Value)
	entered := x.T - wait
	i, found := slices.BinarySearchFunc(t.cells, entered, func(c Cell, at sim.Time) int {
		switch {
		case c.To <= at:
			return -1
		case c.From > at:
			return 1
		}
		return 0
	})
	if !found {
		return
	}
	t.all[i]++
	if x.Kind == model.FactAnswered && wait <= t.goal.Within {
		t.within[i]++
	}
}

// simulate runs the scenario with the roster and measures the goal in each
// interval.
func simulate(ctx context.Context, c *scenarios.Compiled, cfg *model.Config, cells []Cell, goal *Goal, replications, jobs int) error {
	reps := make([]*reports.Replication, replications)
	errs := make([]error, replications)
	metrics := make([]reports.Metric, len(cells))
	for i := range metrics {
		metrics[i] = reports.Metric{Name: reports.LevelName(goal.Within), Scope: "all"}
	}
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	tasks := make(chan int)
	var wait sync.WaitGroup
	for range min(jobs, replications) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for rep := range tasks {
				reps[rep], errs[rep] = replicate(c, cfg, cells, goal, metrics, uint32(rep))
			}
		}()
	}
	for rep := range replications {
		if ctx.Err() != nil {
			break
		}
		tasks <- rep
	}
	close(tasks)
	wait.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	for i, s := range reports.Merge(reps).Stats {
		cells[i].Level = s
	}
	return nil
}

func replicate(c *scenarios.Compiled, cfg *model.Config, cells []Cell, goal *Goal, metrics []reports.Metric, rep uint32) (*reports.Replication, error) {
	w, err := model.New(cfg, c.Seed, rep)
	if err != nil {
		return nil, err
	}
	t := &tally{cfg: cfg, cells: cells, goal: goal, within: make([]int64, len(cells)), all: make([]int64, len(cells))}
	w.SetSink(t)
	if err := w.Run(); err != nil {
		return nil, err
	}
	out := &reports.Replication{Metrics: metrics}
	for i := range cells {
		v, n := missing, float64(t.all[i])
		if n > 0 {
			v = float64(t.within[i]) / n
		}
		out.Values = append(out.Values, v)
		out.Weights = append(out.Weights, n)
	}
	return out, nil
}
