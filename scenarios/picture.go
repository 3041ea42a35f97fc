package scenarios

import (
	"context"
	"runtime"
	"sync"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// Pictures runs the replications of an outcome again with recording on and
// gives what figures are drawn from: of the scenario, then of each variant.
// Nothing of it changes the outcome, and no number of workers changes a picture.
func (c *Compiled) Pictures(ctx context.Context, o RunOptions, out *Outcome) ([]*reports.Picture, error) {
	all := append([]Variant{{c.Name, c}}, c.Variants...)
	var pictures []*reports.Picture
	for i, v := range all {
		progress := func(done, of int) {
			if o.Progress != nil {
				o.Progress(i*of+done, len(all)*of)
			}
		}
		p, err := v.picture(ctx, o.Jobs, progress, len(out.Plain.Reps))
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, p)
	}
	return pictures, nil
}

func (c *Compiled) picture(ctx context.Context, jobs int, progress func(done, of int), replications int) (*reports.Picture, error) {
	p := &reports.Picture{Trace: &reports.Trace{}}
	world, err := model.New(c.Config, c.Seed, 0)
	if err != nil {
		return nil, err
	}
	world.SetSink(p.Trace)
	if err := world.Run(); err != nil {
		return nil, err
	}
	p.Trace.End = world.End()
	p.Incidents = reports.Incidents(c.Config, p.Trace)
	series := make([][]*reports.Series, replications)
	if err := inParallel(ctx, jobs, replications, progress, func(rep int) (err error) {
		series[rep], err = c.watch(uint32(rep), p.Incidents)
		return err
	}); err != nil {
		return nil, err
	}
	merged := func(window int, w reports.Window) *reports.Curves {
		var list []*reports.Series
		for rep := range series {
			if s := series[rep][window]; s != nil {
				list = append(list, s)
			}
		}
		return w.Merge(list)
	}
	p.Day = merged(0, reports.DayWindow(c.Config))
	for i := range p.Incidents {
		p.Incidents[i].Curves = merged(1+i, p.Incidents[i].Window)
	}
	return p, nil
}

// watch gives the series of the whole run and of each incident in one
// replication; nil for one whose fault did not act in it.
func (c *Compiled) watch(rep uint32, incidents []reports.Incident) ([]*reports.Series, error) {
	times, err := c.leverTimes(rep, incidents)
	if err != nil {
		return nil, err
	}
	windows, place := []reports.Window{reports.DayWindow(c.Config)}, []int{0}
	for i := range incidents {
		at := times[incidents[i].Levers[0]]
		if at >= sim.Forever {
			place = append(place, -1)
			continue
		}
		place = append(place, len(windows))
		windows = append(windows, incidents[i].Shifted(at))
	}
	var level sim.Time
	if levels := c.Levels; len(levels) > 0 {
		level = levels[0]
	}
	w, err := model.New(c.Config, c.Seed, rep)
	if err != nil {
		return nil, err
	}
	watcher := reports.NewWatcher(c.Config, level, windows)
	w.SetSink(watcher)
	if err := w.Run(); err != nil {
		return nil, err
	}
	found := watcher.Finish(w.End())
	all := make([]*reports.Series, len(place))
	for i, at := range place {
		if at >= 0 {
			all[i] = found[at]
		}
	}
	return all, nil
}

// leverTimes tells when each lever acts in a replication. Where all moments of
// incidents are given by the scenario, no run is needed for that.
func (c *Compiled) leverTimes(rep uint32, incidents []reports.Incident) ([]sim.Time, error) {
	times := make([]sim.Time, len(c.Config.Levers))
	known := true
	for i := range times {
		times[i] = c.Config.Levers[i].At
	}
	for i := range incidents {
		l := &c.Config.Levers[incidents[i].Levers[0]]
		known = known && l.Trigger.Kind == model.FactNone && l.AtDist.IsZero()
	}
	if known {
		return times, nil
	}
	w, err := model.New(c.Config, c.Seed, rep)
	if err != nil {
		return nil, err
	}
	if err := w.Run(); err != nil {
		return nil, err
	}
	return w.LeverTimes(), nil
}

// inParallel calls work for 0 to n-1, several at a time, and gives the error of
// the smallest index.
func inParallel(ctx context.Context, jobs, n int, progress func(done, of int), work func(i int) error) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	errs := make([]error, n)
	next := make(chan int)
	var wait sync.WaitGroup
	var lock sync.Mutex
	finished := 0
	for range min(jobs, n) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range next {
				errs[i] = work(i)
				lock.Lock()
				finished++
				progress(finished, n)
				lock.Unlock()
			}
		}()
	}
	stopped := false
	for i := 0; i < n && !stopped; i++ {
		select {
		case <-ctx.Done():
			stopped = true
		case next <- i:
		}
	}
	close(next)
	wait.Wait()
	if stopped {
		return context.Canceled
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
