package capacity

import (
	"fmt"
	"runtime"
	"sync"

	"ccsim/reports"
)

// decide adds replications of a candidate until it is sure on which side of the
// targets it lies, or there are as many as allowed. Looks come after fixed numbers of
// replications, so that the answer does not depend on how many run at a time; the
// probability of a wrong decision is shared by all looks (C. E. Bonferroni).
func (x *search) decide(run simulation, targets []reports.Target) (Verdict, []*reports.Replication, error) {
	all := looks(x.Least, x.Most)
	confidence := 1 - (1-x.Confidence)/float64(len(all))
	var reps []*reports.Replication
	for _, n := range all {
		more, err := x.batch(run, len(reps), n)
		if err != nil {
			return Undecided, nil, err
		}
		reps = append(reps, more...)
		v, err := together(reps, targets, confidence)
		if v != Undecided || err != nil {
			return v, reps, err
		}
	}
	return Undecided, reps, nil
}

// together judges all targets: one that is surely missed decides, and all must
// surely be met.
func together(reps []*reports.Replication, targets []reports.Target, confidence float64) (Verdict, error) {
	sure := Met
	for i := range targets {
		at := place(reps[0].Metrics, &targets[i])
		if at < 0 {
			return Undecided, fmt.Errorf("--target %s: the run does not measure %s of %s", targets[i].Text, targets[i].Metric, targets[i].Scope)
		}
		switch judge(reps, at, &targets[i], confidence) {
		case Missed:
			return Missed, nil
		case Undecided:
			sure = Undecided
		}
	}
	return sure, nil
}

// place finds the metric of a target.
func place(metrics []reports.Metric, t *reports.Target) int {
	for i, m := range metrics {
		if m.Name == t.Metric && m.Scope == t.Scope {
			return i
		}
	}
	return -1
}

// batch runs the replications from one number to another, several at a time.
func (x *search) batch(run simulation, from, to int) ([]*reports.Replication, error) {
	reps, errs := make([]*reports.Replication, to-from), make([]error, to-from)
	jobs := x.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	tasks := make(chan int)
	var wait sync.WaitGroup
	for range min(jobs, to-from) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range tasks {
				reps[i], errs[i] = run(uint32(from + i))
			}
		}()
	}
	for i := range reps {
		if x.ctx.Err() != nil {
			break
		}
		tasks <- i
	}
	close(tasks)
	wait.Wait()
	if err := x.ctx.Err(); err != nil {
		return nil, err
	}
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("replication %d of seed %d: %w; this is a bug of the simulator, its numbers are not to be used: please report it with the scenario and the seed, which repeat it", from+i, x.Plain.Seed, err)
		}
		if i > 0 || from > 0 {
			reps[i].Metrics = reps[0].Metrics
		}
	}
	return reps, nil
}
