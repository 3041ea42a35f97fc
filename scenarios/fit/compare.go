package fit

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"

	"ccsim/model"
	"ccsim/scenarios"
	"ccsim/sim"
)

// cell counts what became of the calls that joined the queue in one half hour.
type cell struct {
	left      int64 // the queue: answered or hung up
	abandoned int64
	wait      int64 // ms, of both
}

func (c *cell) add(o cell) {
	c.left += o.left
	c.abandoned += o.abandoned
	c.wait += o.wait
}

func (c cell) meanWait() float64 {
	if c.left == 0 {
		return math.NaN()
	}
	return float64(c.wait) / float64(c.left) / 1000
}

func (c cell) share() float64 {
	if c.left == 0 {
		return math.NaN()
	}
	return float64(c.abandoned) / float64(c.left)
}

// picture of one week of half hours: by day of the week and half hour.
type counts [7][slots]cell

func (c *counts) at(wd, s int) *cell { return &c[wd][s] }

func (c *counts) add(o *counts) {
	for wd := range c {
		for s := range c[wd] {
			c[wd][s].add(o[wd][s])
		}
	}
}

// ofSlot sums a half hour over the days of the week, ofDay a day, total all.
func (c *counts) ofSlot(s int) (sum cell) {
	for wd := range c {
		sum.add(c[wd][s])
	}
	return sum
}

func (c *counts) ofDay(wd int) (sum cell) {
	for s := range slots {
		sum.add(c[wd][s])
	}
	return sum
}

func (c *counts) total() (sum cell) {
	for wd := range c {
		sum.add(c.ofDay(wd))
	}
	return sum
}

// observed counts what happened. skip leaves half hours out.
func (f *Fit) observed(skip func(day int64, slot int) bool) *counts {
	var c counts
	for i := range f.Data.Calls {
		call := &f.Data.Calls[i]
		if call.beforeQueue() || call.Wait == unknown || call.Outcome == Other {
			continue
		}
		day, s := slotOf(call.Queued)
		if skip != nil && skip(day, s) {
			continue
		}
		one := cell{left: 1, wait: call.Wait}
		if call.Outcome == Abandoned {
			one.abandoned = 1
		}
		c.at(weekday(day), s).add(one)
	}
	return &c
}

// watcher counts the same of a simulated run.
type watcher struct {
	counts
	first int64 // day number of the start
}

// Record takes one fact.
func (w *watcher) Record(x sim.Fact) {
	if x.Kind != model.FactAnswered && x.Kind != model.FactAbandoned {
		return
	}
	joined := int64((x.T - sim.Time(x.Value)) / sim.Millisecond)
	one := cell{left: 1, wait: x.Value / int64(sim.Millisecond)}
	if x.Kind == model.FactAbandoned {
		one.abandoned = 1
	}
	day, s := slotOf(w.first*dayMS + joined)
	w.at(weekday(day), s).add(one)
}

// Comparison is what a written scenario gives, beside what happened.
type Comparison struct {
	Table  *counts
	Sims   []*counts // one for each simulated span as long as the table
	Span   Span
	Weeks  int // scenario runs that make one such span
	fit    *Fit
	normal *counts // what happened without the unusual half hours
}

// Compare runs the scenario as often as it takes for spans as long as the table.
func (f *Fit) Compare(ctx context.Context, c *scenarios.Compiled, span Span, spans int) (*Comparison, error) {
	out := &Comparison{Table: f.observed(nil), Span: span, Weeks: 1, fit: f, Sims: make([]*counts, spans)}
	if span == Week {
		out.Weeks = max(1, int(math.Round(float64(f.days.n)/7)))
	}
	if len(f.Unusual) > 0 {
		out.normal = f.observed(func(day int64, s int) bool {
			return slices.ContainsFunc(f.Unusual, func(u Unusual) bool { return u.day == day && u.slot == s })
		})
	}
	runs := make([]*watcher, spans*out.Weeks)
	errs := make([]error, len(runs))
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(runs)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range next {
				runs[i], errs[i] = watch(c, uint32(i), f.days.first)
			}
		}()
	}
	for i := range runs {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wait.Wait()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, r := range runs {
		if errs[i] != nil {
			return nil, fmt.Errorf("replication %d: %w", i, errs[i])
		}
		if i%out.Weeks == 0 {
			out.Sims[i/out.Weeks] = &counts{}
		}
		out.Sims[i/out.Weeks].add(&r.counts)
	}
	return out, nil
}

func watch(c *scenarios.Compiled, rep uint32, first int64) (*watcher, error) {
	w, err := model.New(c.Config, c.Seed, rep)
	if err != nil {
		return nil, err
	}
	r := &watcher{first: first}
	w.SetSink(r)
	return r, w.Run()
}

// figure is one number of the table beside the simulated ones.
type figure struct {
	Table float64 `json:"table"`
	Mean  float64 `json:"simulated"`
	Least float64 `json:"least"`
	Most  float64 `json:"most"`
}

// outside tells whether no simulated span had a value as extreme.
func (f figure) outside() bool { return f.Table < f.Least || f.Table > f.Most }

// figures takes one number out of the counts of the table and of each span. Spans
// without a value do not count.
func (c *Comparison) figure(of func(*counts) float64) figure {
	out := figure{Table: of(c.Table), Least: math.Inf(1), Most: math.Inf(-1)}
	sum, n := 0.0, 0
	for _, s := range c.Sims {
		v := of(s)
		if math.IsNaN(v) {
			continue
		}
		sum += v
		n++
		out.Least, out.Most = math.Min(out.Least, v), math.Max(out.Most, v)
	}
	if n == 0 {
		return figure{Table: out.Table, Mean: math.NaN(), Least: math.NaN(), Most: math.NaN()}
	}
	out.Mean = sum / float64(n)
	return out
}

// line is a row of the comparison.
type line struct {
	Name      string `json:"name"`
	Calls     figure `json:"calls"`
	Wait      figure `json:"mean_wait_s"`
	Abandoned figure `json:"abandonment_rate"`
}

func (c *Comparison) line(name string, of func(*counts) cell) line {
	return line{
		Name:      name,
		Calls:     c.figure(func(x *counts) float64 { return float64(of(x).left) }),
		Wait:      c.figure(func(x *counts) float64 { return of(x).meanWait() }),
		Abandoned: c.figure(func(x *counts) float64 { return of(x).share() }),
	}
}

// leastShown is how many calls a half hour needs to be compared.
const leastShown = 30

// halfHours are the half hours of the day that had enough calls.
func (c *Comparison) halfHours() (lines []line) {
	for s := range slots {
		if c.Table.ofSlot(s).left >= leastShown {
			lines = append(lines, c.line(slotText(s), func(x *counts) cell { return x.ofSlot(s) }))
		}
	}
	return lines
}

// weekdays are the days of the week that had calls, Monday first.
func (c *Comparison) weekdays() (lines []line) {
	for i := range 7 {
		wd := (i + 1) % 7
		if c.Table.ofDay(wd).left >= leastShown {
			lines = append(lines, c.line(weekdayName(wd), func(x *counts) cell { return x.ofDay(wd) }))
		}
	}
	return lines
}

func (c *Comparison) all() line { return c.line("all", func(x *counts) cell { return x.total() }) }
