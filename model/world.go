package model

import (
	"fmt"

	"ccsim/sim"
)

// World is one run: the kernel, the rows of everything that changes, and the
// immutable configuration. It is used by one goroutine. Every slice is of rows
// without pointers, so CopyFrom makes a snapshot or a fork.
type World struct {
	cfg *Config
	top *topology
	rnd streams

	kernel  sim.Kernel
	watcher Watcher // or nil
	state
}

// state is all that changes in a run, apart from the kernel.
type state struct {
	calls     []Call
	agents    []Agent
	records   []Record
	views     []View
	procs     []Process
	lines     []LineRow
	watch     []WatchRow
	held      []HeldRow
	cvpUse    []int32 // ports in use of each Call Server
	router    RouterRow
	ill       int32 // units that are disturbed
	everIll   bool
	pausedNow int32 // processes that are paused
	pairs     []Pair
	lists     []OrderList // roster x kind
	places    []PlaceRow
	lookups   []LookupRow
	sources   []Source
	groups    []GroupRow
	clients   []ClientRow
	levers    []LeverRow
	failing   []FailureRow // failure x side
	gaps      []GapRow     // what the Loggers lack
	follows   []FollowRow  // of each AW-HDS
	campaigns []CampaignRow
	customers []Customer
	census    Census
	free      CallID // head of the list of free call rows
	trace     uint32 // next row of the trace
	ended     bool   // the horizon has passed
	closed    bool   // Finish has been called
	begun     bool   // the initial state is there

	congestion CongestionRow
	levels     []Level     // of each process
	vms        []ScriptRow // of each machine, where the timeline uses scripts
	history    HistoryRow

	tasks       []Task
	desks       []DeskRow // of each agent, MRD by MRD
	media       []MediaRow
	taskSources []Source
	freeTask    TaskID // head of the list of free task rows

	supers []SupervisorRow
}

// New makes the world of one replication at time zero. Replications are
// counted from 0.
func New(cfg *Config, seed uint64, replication uint32) (*World, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	w := &World{cfg: cfg, top: newTopology(cfg), rnd: newStreams(seed, replication)}
	w.kernel = *sim.NewKernel(cfg.Limits)
	w.kernel.SetRungs(cfg.RungGap)
	w.free = NoCall
	w.initRows()
	w.initNet()
	w.initPairs()
	w.initLevels()
	w.initScripts()
	w.initHistory()
	w.initTasks()
	w.initTeams()
	w.initStaff()
	w.initArrivals()
	w.initHours()
	w.initBreaks()
	w.initOutbound()
	w.initLevers()
	w.initFailures()
	return w, nil
}

// SetSink sends the facts of the run to s.
func (w *World) SetSink(s sim.Sink) { w.kernel.SetSink(s) }

// Config is the configuration the world was made of.
func (w *World) Config() *Config { return w.cfg }

// Kernel gives the clock and the fingerprints; it must not be used to
// schedule.
func (w *World) Kernel() *sim.Kernel { return &w.kernel }

// Census is the count of everything that must be conserved.
func (w *World) Census() Census { return w.census }

// CopyFrom makes w an independent copy of src, reusing the memory of w. The
// sink is left out: a fork has its own, or none.
func (w *World) CopyFrom(src *World) {
	w.cfg, w.top, w.rnd = src.cfg, src.top, src.rnd
	w.kernel.CopyFrom(&src.kernel)
	old := w.state
	w.state = src.state
	w.calls = append(old.calls[:0], src.calls...)
	w.agents = append(old.agents[:0], src.agents...)
	w.records = append(old.records[:0], src.records...)
	w.views = append(old.views[:0], src.views...)
	w.procs = append(old.procs[:0], src.procs...)
	w.lines = append(old.lines[:0], src.lines...)
	w.watch = append(old.watch[:0], src.watch...)
	w.held = append(old.held[:0], src.held...)
	w.cvpUse = append(old.cvpUse[:0], src.cvpUse...)
	w.pairs = append(old.pairs[:0], src.pairs...)
	w.lists = append(old.lists[:0], src.lists...)
	w.places = append(old.places[:0], src.places...)
	w.lookups = append(old.lookups[:0], src.lookups...)
	w.sources = append(old.sources[:0], src.sources...)
	w.groups = append(old.groups[:0], src.groups...)
	w.vms = append(old.vms[:0], src.vms...)
	w.levels = append(old.levels[:0], src.levels...)
	w.clients = append(old.clients[:0], src.clients...)
	w.levers = append(old.levers[:0], src.levers...)
	w.failing = append(old.failing[:0], src.failing...)
	w.gaps = append(old.gaps[:0], src.gaps...)
	w.follows = append(old.follows[:0], src.follows...)
	w.campaigns = append(old.campaigns[:0], src.campaigns...)
	w.customers = append(old.customers[:0], src.customers...)
	w.tasks = append(old.tasks[:0], src.tasks...)
	w.desks = append(old.desks[:0], src.desks...)
	w.media = append(old.media[:0], src.media...)
	w.taskSources = append(old.taskSources[:0], src.taskSources...)
	w.supers = append(old.supers[:0], src.supers...)
}

// Fork gives an independent copy that goes on from the present moment.
func (w *World) Fork() *World {
	f := &World{}
	f.CopyFrom(w)
	return f
}

func (w *World) now() sim.Time { return w.kernel.Now() }

func (w *World) initRows() {
	cfg := w.cfg
	n := len(w.top.group)
	w.agents = make([]Agent, n)
	w.records = make([]Record, n)
	w.views = make([]View, n)
	for a := range w.agents {
		w.agents[a] = Agent{State: AgentLogout, Call: NoCall, Profile: uint32(w.top.group[a])}
		w.records[a] = Record{State: AgentLogout, Router: RouterView{For: NoCall}}
		for i := range w.records[a].History {
			w.records[a].History[i].State = AgentLogout
		}
		w.records[a].Server = w.homeSite(AgentID(a))
		w.views[a] = View{Replica: AgentLogout, Desktop: AgentLogout}
	}
	w.initRosters()
	w.lookups = append(w.lookups, make([]LookupRow, len(cfg.Lookups))...)
	w.cvpUse = append(w.cvpUse, make([]int32, len(cfg.CVPs))...)
	w.groups = make([]GroupRow, len(cfg.Groups))
	w.clients = make([]ClientRow, len(cfg.Clients))
	w.levers = make([]LeverRow, len(cfg.Levers))
	w.failing = make([]FailureRow, 2*len(cfg.Failures))
}

// check refuses a configuration that the model cannot run. Scenario files are
// checked with positions before; this guards the other callers.
func (c *Config) check() error {
	switch {
	case len(c.PGs) == 0:
		return fmt.Errorf("model: a center needs at least one Agent PG")
	case len(c.Skills) == 0:
		return fmt.Errorf("model: a center needs at least one skill group")
	case c.Latency.Private < 1:
		return fmt.Errorf("model: the private link needs a latency of at least 1 ns, got %d ns", c.Latency.Private)
	case c.Timers.PrivateHeartbeat < 1 || c.Timers.PrivateMisses < 1 || c.Timers.PublicHeartbeat < 1 || c.Timers.PublicMisses < 1:
		return fmt.Errorf("model: keep-alives need an interval and a number of misses above zero")
	case c.Horizon < 1:
		return fmt.Errorf("model: the horizon must be after the start")
	}
	for _, g := range c.Groups {
		if int(g.PG) >= len(c.PGs) || g.Client >= len(c.Clients) {
			return fmt.Errorf("model: agents %q name a PG or client that does not exist", g.Name)
		}
		for _, s := range g.Skills {
			if s.Skill >= len(c.Skills) {
				return fmt.Errorf("model: agents %q name a skill group that does not exist", g.Name)
			}
		}
	}
	if err := c.checkOutbound(); err != nil {
		return err
	}
	if err := c.checkTeams(); err != nil {
		return err
	}
	for _, f := range c.Failures {
		if n := len(f.Procs); n < 1 || n > 2 || f.Crews < 1 || f.MTTF.IsZero() || f.MTTR.IsZero() {
			return fmt.Errorf("model: random failures need one process or two, laws of failure and repair and at least one crew")
		}
	}
	return nil
}
