package sweep

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"sync"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
)

// Sweep is a scenario with the points at which it is run.
type Sweep struct {
	Source *scenarios.Source
	Flags  []format.Change // on top of the scenario at every point
	Points Points
	head   Head
}

// Head says which sweep it is. Sweeps with one ID have the same bytes.
type Head struct {
	ID       string   `json:"id"`
	Scenario string   `json:"scenario"`
	Version  string   `json:"version"`
	Total    int      `json:"points"`
	Paths    []string `json:"paths"`
	Title    string   `json:"title,omitempty"`   // what the scenario says of itself
	Command  string   `json:"command,omitempty"` // repeats the sweep
}

// New checks all points before the first one runs.
func New(src *scenarios.Source, flags []format.Change, points Points) (*Sweep, error) {
	s := &Sweep{Source: src, Flags: flags, Points: points}
	ids := []string{}
	for i := range points.Values {
		c, err := s.compile(i)
		if err != nil {
			return nil, fmt.Errorf("point %d (%s): %w", i+1, s.label(i), err)
		}
		ids = append(ids, c.ID(src))
		s.head.Scenario, s.head.Title = c.Name, c.Title
	}
	s.head.Version, s.head.Total, s.head.Paths = "ccsim "+scenarios.Version, len(ids), points.Paths
	s.head.ID = scenarios.JoinIDs(append(ids, points.Paths...)...)
	return s, nil
}

func (s *Sweep) label(i int) (text string) {
	for k, path := range s.Points.Paths {
		if k > 0 {
			text += ", "
		}
		text += path + "=" + s.Points.Values[i][k]
	}
	return text
}

func (s *Sweep) compile(i int) (*scenarios.Compiled, error) {
	changes, err := s.Points.changes(i)
	if err != nil {
		return nil, err
	}
	return s.Source.Compile(append(append([]format.Change(nil), s.Flags...), changes...)...)
}

// Repeat says which command repeats the sweep.
func (s *Sweep) Repeat(command string) { s.head.Command = command }

// Head says which sweep it is.
func (s *Sweep) Head() Head { return s.head }

// Point is what came out of one point.
type Point struct {
	Sweep   string   `json:"sweep"` // id of the sweep it belongs to
	Number  int      `json:"point"` // from 1 on
	Values  []string `json:"values"`
	RunID   string   `json:"run_id"`
	Seed    uint64   `json:"seed"`
	Columns []Column `json:"columns"`
	Failed  []string `json:"failed,omitempty"` // expectations that do not hold
	Short   bool     `json:"precision_not_reached,omitempty"`
}

// Column is the plain scenario or a variant.
type Column struct {
	Variant string   `json:"variant"`
	Metrics []Metric `json:"metrics"`
}

// Metric is one metric with its value in each replication.
type Metric struct {
	Name   string  `json:"name"`
	Scope  string  `json:"scope"`
	Unit   string  `json:"unit"`
	Mean   value   `json:"mean"`
	Half   value   `json:"half_width"`
	Values []value `json:"values"`
}

// value is a number that may be missing.
type value float64

func (v value) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(v)) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(v))
}

func (v *value) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*v = value(math.NaN())
		return nil
	}
	return json.Unmarshal(data, (*float64)(v))
}

// Options say how a sweep is run. None of them changes a result.
type Options struct {
	Jobs     int
	Shard    int // of Shards, from 1 on; 0 = all points
	Shards   int
	Load     func(point int) ([]byte, error)    // what was kept of a point, or nothing
	Save     func(point int, data []byte) error // keeps a point that is complete
	Progress func(done, of int)
}

// mine tells whether a point belongs to the shard.
func (o *Options) mine(i int) bool { return o.Shards == 0 || i%o.Shards == o.Shard-1 }

// Run runs the points that are not kept yet, and gives all of them in order. A
// canceled context leaves the complete ones kept.
func (s *Sweep) Run(ctx context.Context, o Options) ([]Point, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r := &runner{sweep: s, opt: o, points: make([]*Point, s.head.Total), stop: cancel}
	var todo []int
	for i := range s.head.Total {
		if o.mine(i) {
			kept, err := s.kept(i, o)
			if err != nil {
				return nil, err
			}
			r.points[i] = kept
			r.of++
			if kept == nil {
				todo = append(todo, i)
			} else {
				r.done++
			}
		}
	}
	r.all(ctx, todo)
	if r.err != nil {
		return nil, r.err
	}
	var all []Point
	for i, p := range r.points {
		if p != nil {
			all = append(all, *p)
		} else if o.mine(i) {
			return nil, context.Canceled
		}
	}
	return all, nil
}

// kept is a point that an earlier run of this sweep has kept.
func (s *Sweep) kept(i int, o Options) (*Point, error) {
	if o.Load == nil {
		return nil, nil
	}
	data, err := o.Load(i + 1)
	if err != nil || data == nil {
		return nil, err
	}
	p := &Point{}
	if err := json.Unmarshal(data, p); err != nil {
		return nil, fmt.Errorf("the kept point %d cannot be read (%w): remove the state", i+1, err)
	}
	if p.Sweep != s.head.ID || p.Number != i+1 {
		return nil, fmt.Errorf("the kept point %d belongs to another sweep: the scenario, the points, a flag or the version has changed; remove the state or name another", i+1)
	}
	return p, nil
}

// runner runs points side by side where there are enough, and otherwise the
// replications of a point.
type runner struct {
	sweep  *Sweep
	opt    Options
	points []*Point
	stop   context.CancelFunc

	lock     sync.Mutex
	done, of int
	err      error
}

func (r *runner) all(ctx context.Context, todo []int) {
	jobs := r.opt.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	side, inside := 1, jobs
	if len(todo) >= jobs {
		side, inside = jobs, 1
	}
	tasks := make(chan int)
	var wait sync.WaitGroup
	for range side {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range tasks {
				r.one(ctx, i, inside)
			}
		}()
	}
	for _, i := range todo {
		if ctx.Err() != nil {
			break
		}
		tasks <- i
	}
	close(tasks)
	wait.Wait()
}

func (r *runner) one(ctx context.Context, i, jobs int) {
	p, err := r.sweep.point(ctx, i, jobs)
	r.lock.Lock()
	defer r.lock.Unlock()
	if err == nil && p != nil && r.opt.Save != nil {
		var data []byte
		if data, err = json.Marshal(p); err == nil {
			err = r.opt.Save(i+1, data)
		}
	}
	if err != nil {
		if r.err == nil && ctx.Err() == nil {
			r.err = err
		}
		r.stop()
		return
	}
	if p == nil {
		return
	}
	r.points[i] = p
	r.done++
	if r.opt.Progress != nil {
		r.opt.Progress(r.done, r.of)
	}
}

// point runs one point; nothing where it was stopped on the way.
func (s *Sweep) point(ctx context.Context, i, jobs int) (*Point, error) {
	c, err := s.compile(i)
	if err != nil {
		return nil, err
	}
	out, err := c.Run(ctx, scenarios.RunOptions{Jobs: jobs})
	if err != nil || out.Partial {
		return nil, err
	}
	p := &Point{Sweep: s.head.ID, Number: i + 1, Values: s.Points.Values[i], RunID: c.ID(s.Source), Seed: c.Seed, Short: !reports.Met(out.Precision)}
	p.Columns = append(p.Columns, column("plain", out.Plain))
	for _, v := range out.Variants {
		p.Columns = append(p.Columns, column(v.Name, v.Result))
	}
	for _, e := range out.Expect {
		if !e.OK {
			p.Failed = append(p.Failed, e.Text)
		}
	}
	return p, nil
}

func column(name string, r *reports.Result) Column {
	c := Column{Variant: name}
	for i := range r.Stats {
		st := &r.Stats[i]
		if reports.OfCause(st.Scope) {
			continue
		}
		m := Metric{Name: st.Name, Scope: st.Scope, Unit: st.Unit, Mean: value(st.Mean), Half: value(st.HalfWidth(0.95))}
		for _, rep := range r.Reps {
			m.Values = append(m.Values, value(rep.Values[i]))
		}
		c.Metrics = append(c.Metrics, m)
	}
	return c
}
