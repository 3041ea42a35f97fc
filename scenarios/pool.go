package scenarios

import (
	"context"
	"runtime"
	"sync"

	"ccsim/reports"
)

// pool runs the replications of a scenario and its variants, several at a time,
// and ends them by the rule of the scenario. The rule looks at replications in
// the order of their index, so that what it says does not depend on who was
// faster; what ran ahead is thrown away.
type pool struct {
	plain   *Compiled
	all     []Variant // the plain scenario first
	opt     RunOptions
	results [][]done // by variant and replication
	metrics [][]reports.Metric

	lock     sync.Mutex
	finished int
	complete int           // replications that are there of all variants, from the first on
	look     int           // with so many the rule is looked at next
	stop     int           // with so many it was met; 0 = not yet
	met      chan struct{} // closed then
}

func newPool(c *Compiled, all []Variant, o RunOptions) *pool {
	p := &pool{plain: c, all: all, opt: o, results: make([][]done, len(all)), metrics: make([][]reports.Metric, len(all)), met: make(chan struct{})}
	for i := range p.results {
		p.results[i] = make([]done, c.Replications)
	}
	if c.Rule != nil {
		p.look = c.Rule.Next(0)
	}
	return p
}

// asked is how many replications count.
func (p *pool) asked() int {
	if p.stop > 0 {
		return p.stop
	}
	return p.plain.Replications
}

func (p *pool) run(ctx context.Context) {
	jobs := p.opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	tasks := make(chan task)
	var wait sync.WaitGroup
	for range min(jobs, p.plain.Replications*len(p.all)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for t := range tasks {
				p.take(t, p.all[t.of].one(p.plain, t, p.opt.Forks))
			}
		}()
	}
	p.feed(ctx, tasks)
	wait.Wait()
}

// feed hands out the replications, each of all variants side by side, so that
// a stopped run has comparable ones.
func (p *pool) feed(ctx context.Context, tasks chan<- task) {
	defer close(tasks)
	for rep := range p.plain.Replications {
		for of := range p.all {
			select {
			case <-ctx.Done():
				return
			case <-p.met:
				return
			case tasks <- task{of, rep}:
			}
		}
	}
}

// take puts a replication into its place, and looks at the rule.
func (p *pool) take(t task, d done) {
	p.lock.Lock()
	defer p.lock.Unlock()
	share(&p.metrics[t.of], d.rep)
	p.results[t.of][t.rep] = d
	p.finished++
	if p.opt.Progress != nil {
		p.opt.Progress(p.finished, p.plain.Replications*len(p.all))
	}
	for p.stop == 0 && p.complete < p.plain.Replications && p.whole(p.complete) {
		p.complete++
		p.decide()
	}
}

func (p *pool) whole(rep int) bool {
	for of := range p.all {
		if p.results[of][rep].rep == nil {
			return false
		}
	}
	return true
}

func (p *pool) decide() {
	if p.plain.Rule == nil || p.complete < p.look {
		return
	}
	p.look = p.plain.Rule.Next(p.complete)
	if reports.Met(p.check(p.complete)) {
		p.stop = p.complete
		close(p.met)
	}
}

// check says how the metrics of the rule stand after some replications, in the
// scenario and in every variant.
func (p *pool) check(n int) (all []reports.Precision) {
	for of, v := range p.all {
		for _, x := range p.plain.Rule.Check(p.replications(of, n)) {
			if of > 0 {
				x.Column = v.Name
			}
			all = append(all, x)
		}
	}
	return all
}

// replications are the first ones of a variant.
func (p *pool) replications(of, n int) []*reports.Replication {
	reps := make([]*reports.Replication, n)
	for i := range reps {
		reps[i] = p.results[of][i].rep
	}
	return reps
}
