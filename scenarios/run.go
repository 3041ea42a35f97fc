package scenarios

import (
	"context"
	"fmt"
	"math"
	"slices"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// RunOptions say how a compiled scenario is run. None of them changes the
// result.
type RunOptions struct {
	Jobs     int                // replications at a time; 0 = one for each processor
	Progress func(done, of int) // called in between, from several goroutines in turn
	Forks    int                // forks at random moments on the way, to prove that they change nothing
}

// Outcome is a scenario that has run.
type Outcome struct {
	Plain    *reports.Result
	Variants []reports.Named
	Expect   []reports.Expectation
	Partial  bool // stopped before all replications were done
	Asked    int  // replications that there should be

	Steady    *reports.Steady     // of the first replication, where that was asked for
	Precision []reports.Precision // how the metrics of the rule stand, where there is one
}

// task is one replication of the plain scenario or of a variant.
type task struct {
	of  int // 0 = plain, then variants
	rep int
}

type done struct {
	rep      *reports.Replication
	verdicts []verdict
	err      error
}

// Run runs all replications of a scenario and its variants, several at a time,
// and merges them in the order of their index. A canceled context leaves a
// partial outcome of the replications that are complete.
func (c *Compiled) Run(ctx context.Context, o RunOptions) (*Outcome, error) {
	p := newPool(c, append([]Variant{{c.Name, c}}, c.Variants...), o)
	p.run(ctx)
	return c.merge(p, ctx.Err() != nil)
}

// share lets all replications of a configuration have one list of metrics:
// there may be a million of them.
func share(metrics *[]reports.Metric, rep *reports.Replication) {
	switch {
	case rep == nil:
	case *metrics == nil:
		*metrics = rep.Metrics
	default:
		rep.Metrics = *metrics
	}
}

// one runs one replication. Expectations of what happens in it are judged in it.
func (v Variant) one(plain *Compiled, t task, forks int) (d done) {
	run, err := v.simulate(uint32(t.rep), forks)
	if err != nil {
		return done{err: fmt.Errorf("%s, replication %d of seed %d: %w; this is a bug of the simulator, its numbers are not to be used: please report it with the scenario and the seed, which repeat it", v.Name, t.rep, plain.Seed, err)}
	}
	d.rep = run.fold.Finish(run.world.Kernel().Fingerprint())
	name := v.Name
	if t.of == 0 {
		name = ""
	}
	d.verdicts = v.judge(plain.Expect, name, run.watch, d.rep, run.world.End())
	return d
}

// simulation is a world with the sinks that follow it.
type simulation struct {
	world *model.World
	fold  *reports.Fold
	watch *watch
}

func (s *simulation) Record(x sim.Fact) {
	s.fold.Record(x)
	s.watch.Record(x)
}

func (s *simulation) fork() *simulation {
	f := &simulation{world: s.world.Fork(), fold: &reports.Fold{}, watch: &watch{}}
	f.fold.CopyFrom(s.fold)
	f.watch.CopyFrom(s.watch)
	f.world.SetSink(f)
	return f
}

// options are what a fold measures of a scenario.
func (c *Compiled) options() reports.Options {
	return reports.Options{Warmup: c.Warmup, Levels: c.Levels, ShortAbandon: c.ShortAbandon, Prices: c.Prices}
}

func (c *Compiled) simulate(rep uint32, forks int) (*simulation, error) {
	w, err := model.New(c.Config, c.Seed, rep)
	if err != nil {
		return nil, err
	}
	s := &simulation{world: w, fold: reports.NewFold(c.Config, c.options()), watch: newWatch(c.Config)}
	w.SetSink(s)
	where := sim.NewStream(c.Seed, rep, forkPurpose)
	for i := range forks {
		span := uint64(c.Config.Horizon) / uint64(forks)
		at := sim.Time(span*uint64(i) + where.Below(span, 0, uint32(i)))
		if err := s.world.RunUntil(at); err != nil {
			return nil, err
		}
		s = s.fork()
	}
	return s, s.world.Run()
}

// forkPurpose is a purpose of draws that no model uses.
const forkPurpose sim.Purpose = 1 << 15

// merge puts the replications together, and judges what speaks of all of them.
func (c *Compiled) merge(p *pool, stopped bool) (*Outcome, error) {
	all, results := p.all, p.results
	complete, asked := 0, p.asked()
	for rep := range asked {
		whole := true
		for of := range all {
			if err := results[of][rep].err; err != nil {
				return nil, err
			}
			whole = whole && results[of][rep].rep != nil
		}
		if !whole {
			break
		}
		complete++
	}
	if complete == 0 {
		return nil, context.Canceled
	}
	out := &Outcome{Partial: stopped && complete < asked, Asked: asked}
	if c.Rule != nil {
		out.Precision = p.check(complete)
	}
	if c.Steady {
		var err error
		if out.Steady, err = c.steady(); err != nil {
			return nil, err
		}
	}
	for of, v := range all {
		r := reports.Merge(p.replications(of, complete))
		if of == 0 {
			out.Plain = r
		} else {
			out.Variants = append(out.Variants, reports.Named{Name: v.Name, Config: v.Config, Result: r})
		}
	}
	for i := range c.Expect {
		of := 1 + slices.IndexFunc(c.Variants, func(v Variant) bool { return v.Name == c.Expect[i].Expr.Variant })
		out.Expect = append(out.Expect, c.conclude(i, results[of][:complete], out))
	}
	return out, nil
}

// conclude says whether an expectation holds in every replication, or of the
// means.
func (c *Compiled) conclude(i int, reps []done, out *Outcome) reports.Expectation {
	e := reports.Expectation{Text: c.Expect[i].Text, OK: true, Value: math.NaN()}
	m := c.Expect[i].Expr.Compare
	if m == nil || !m.Mean && m.Variant == "" {
		for rep := range reps {
			v := reps[rep].verdicts[i]
			if rep == 0 {
				e.Value = v.value
			}
			if !v.ok {
				e.OK, e.Value = false, v.value
				e.Why = v.why
				if len(reps) > 1 {
					e.Why += fmt.Sprintf(" (replication %d)", rep)
				}
				break
			}
		}
		return e
	}
	r := out.Plain
	for _, v := range out.Variants {
		if v.Name == m.Variant {
			r = v.Result
		}
	}
	for rep := range r.Reps {
		v := compareValue(m, r.Reps[rep])
		if m.Mean {
			v = verdict{value: math.NaN(), why: "it has no value"}
			if s, ok := r.Get(m.Metric, m.Scope); ok {
				v = verdict{ok: compares(s.Mean, m.Op, m.Want), value: s.Mean, why: "the mean is " + reports.Plain(s.Mean)}
			}
		}
		if e.Value = v.value; !v.ok {
			e.OK, e.Why = false, v.why
			break
		}
	}
	return e
}
