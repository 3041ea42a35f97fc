package capacity

import (
	"math"
	"slices"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/erlang"
)

// design is a reference design of the vendor with its limits (Solution Design Guide
// for Packaged CCE 12.6(2), Configuration Limits; docs/facts.md).
type design struct {
	name     string
	agents   int     // active
	calls    float64 // inbound, a second
	capacity float64 // of congestion control, route requests a second
	ports    int     // of VRUs, in the layout with added PGs
	skills   int     // of an agent, at most
	dialers  int     // ports of all Dialers
}

var designs = []design{
	{"2000", 2000, 15, 18, 6000, 15, 3000},
	{"4000", 4000, 30, 35, 12000, 15, 6000},
	{"12000", 12000, 90, 105, 36000, 15, 12000},
	{"24000", 24000, 90, 105, 48000, 10, 12000},
}

// Limits that all designs share.
const (
	finesseUsers = 1800  // agents of one Finesse pair
	vruPGCalls   = 15    // inbound calls a second of one VRU PG
	queuedCalls  = 15000 // calls and tasks that wait
	onset        = 1.1   // of its capacity: congestion control begins to reject
	busyHour     = 30    // calls of an agent in the busy hour that the limits assume
	dialerPorts  = 3000  // of one Dialer
	portsBlocked = 0.001 // goal for VRU ports
	linesBlocked = 0.01  // goal for trunks
)

// perPG is how many active agents an Agent PG carries, by the queues of an agent.
var perPG = []struct{ queues, agents int }{{15, 2000}, {20, 1500}, {30, 1000}, {40, 750}, {50, 600}}

func agentsOfPG(queues float64) int {
	for _, p := range perPG {
		if queues <= float64(p.queues) {
			return p.agents
		}
	}
	return perPG[len(perPG)-1].agents
}

// today is the load that the limits are held against.
type today struct {
	cfg     *model.Config
	agents  []int     // of each group, at the moment when all together are most
	load    []traffic // of each group, then
	pools   []pool
	calls   float64 // a second, when most
	ivr     float64 // erlang in the IVR, when most
	waiting float64 // calls that wait, when most
	trunks  float64 // erlang on trunks, when most
}

// headroom says how far each limit of the platform is, and at which multiple of the
// load it is reached when agents are added as the load asks for them.
func (x *search) headroom(needs []reports.Need) *reports.Headroom {
	t := x.today(needs)
	d, assumed := designOf(x.Plain.Preset, t)
	h := &reports.Headroom{Design: d.name, Assumed: assumed}
	cfg := t.cfg
	add := func(name string, limit float64, source string, use func(times float64) float64) {
		l := reports.Limit{Name: name, Use: use(1), Limit: limit, Source: source}
		l.Times = reach(limit, use)
		h.Limits = append(h.Limits, l)
	}
	linear := func(v float64) func(float64) float64 {
		return func(times float64) float64 { return float64(v * times) }
	}
	fixed := func(v float64) func(float64) float64 { return func(float64) float64 { return v } }
	all := allGroups(cfg)
	add("active agents", float64(d.agents), "stated, SDG", func(times float64) float64 { return t.staffed(x.Targets, all, times) })
	for pg := range cfg.PGs {
		var groups []int
		queues, agents := 0.0, 0
		for g := range cfg.Groups {
			if int(cfg.Groups[g].PG) == pg {
				groups = append(groups, g)
				agents += t.agents[g]
				queues += float64(t.agents[g] * len(cfg.Groups[g].Skills))
			}
		}
		if agents == 0 {
			continue
		}
		limit := float64(agentsOfPG(queues / float64(agents)))
		use := func(times float64) float64 { return t.staffed(x.Targets, groups, times) }
		add("active agents of "+cfg.PGs[pg].Name, limit, "stated, SDG", use)
		add("Finesse users of "+cfg.PGs[pg].Name, finesseUsers, "stated, SDG", use)
	}
	add("inbound calls a second", d.calls, "stated, SDG", linear(t.calls))
	capacity := d.capacity
	if cfg.Congestion.Capacity > 0 {
		capacity = cfg.Congestion.Capacity
	}
	add("route requests a second, congestion onset", float64(onset*capacity), "stated, SDG", linear(float64(t.calls*(1+transfers(cfg)))))
	if n := len(cfg.VRUPGs); n > 0 {
		add("inbound calls a second of a VRU PG", vruPGCalls, "stated, SDG", linear(t.calls/float64(n)))
	}
	ports := d.ports
	if cfg.VRUPorts != model.None {
		ports = cfg.VRUPorts
	}
	if t.ivr > 0 {
		add("VRU ports for 0.1 % blocked", float64(ports), "stated, SDG; the scenario's where it sets them", func(times float64) float64 {
			return float64(erlang.Lines(float64((t.ivr+t.waiting)*times), portsBlocked))
		})
	}
	if cfg.Trunks != model.None {
		add("trunks for 1 % blocked", float64(cfg.Trunks), "the scenario's", func(times float64) float64 {
			return float64(erlang.Lines(float64((t.ivr+t.waiting+t.trunks)*times), linesBlocked))
		})
	}
	places := queuedCalls
	if cfg.QueueLimit != model.None {
		places = min(places, cfg.QueueLimit)
	}
	add("waiting calls", float64(places), "stated, SDG; the scenario's where it sets them", linear(t.waiting))
	if sum := t.staffed(x.Targets, all, 1); sum > 0 {
		add("calls of an agent in an hour", busyHour, "stated, SRND7: the limits assume it", fixed(float64(t.calls*3600)/sum))
	}
	add("skills of an agent", float64(d.skills), "stated, SDG", fixed(float64(mostSkills(cfg))))
	for i, n := range dialing(cfg) {
		add("ports of "+cfg.Dialers[i].Name, dialerPorts, "stated, SDG", fixed(n))
	}
	slices.SortStableFunc(h.Limits, func(a, b reports.Limit) int {
		switch {
		case a.Times < b.Times:
			return -1
		case a.Times > b.Times:
			return 1
		}
		return 0
	})
	return h
}

// today reads the load at the moment of the most agents and of the most calls.
func (x *search) today(needs []reports.Need) *today {
	cfg := x.Plain.Config
	t := &today{cfg: cfg, agents: make([]int, len(cfg.Groups)), load: make([]traffic, len(cfg.Groups)), pools: pools(cfg)}
	wins := windows(x.Plain.Warmup, cfg.Horizon, x.Interval)
	most := -1
	for k, win := range wins {
		counts := make([]int, len(cfg.Groups))
		sum := 0
		for g := range cfg.Groups {
			counts[g] = cfg.Groups[g].Count
			for i := range needs {
				if n := &needs[i]; n.Group == cfg.Groups[g].Name && n.From == wins[k].from {
					counts[g] = min(n.Count, max(n.Top, 0))
				}
			}
			sum += counts[g]
		}
		calls := x.busy(t, win)
		if sum > most {
			most = sum
			t.agents = counts
			for _, p := range t.pools {
				for _, g := range p.groups {
					t.load[g] = trafficOf(cfg, &p, g, win.from, win.to)
				}
			}
		}
		t.calls = max(t.calls, calls)
	}
	for _, p := range t.pools {
		for _, g := range p.groups {
			if t.agents[g] > 0 && t.load[g].rate > 0 {
				q := erlang.Queue{Rate: t.load[g].rate, Handle: t.load[g].handle, Patience: t.load[g].patience, Agents: t.agents[g]}
				if q.Stable() {
					t.waiting += q.MeanQueue()
				}
			}
		}
	}
	return t
}

// busy takes the load of a window where it is most, and gives its calls a second.
func (x *search) busy(t *today, win window) float64 {
	ivr, talk, sum := 0.0, 0.0, 0.0
	for i := range t.cfg.Callers() {
		typ := &t.cfg.Types[i]
		calls, mean := callsOf(t.cfg, i, win.from, win.to)
		rate := calls / (win.to - win.from).Seconds()
		hold := t.cfg.IVR.Mean()
		if typ.HasIVR {
			hold = typ.IVR.Mean()
		}
		sum += rate
		ivr += float64(rate * hold.Seconds())
		talk += float64(rate * (mean + t.cfg.Ring.Mean().Seconds()))
	}
	t.ivr, t.trunks = max(t.ivr, ivr), max(t.trunks, talk)
	return sum
}

// staffed is how many agents of some groups a multiple of the load asks for: what was
// found for today, and what Erlang A asks for more.
func (t *today) staffed(targets []reports.Target, groups []int, times float64) float64 {
	sum := 0.0
	for _, g := range groups {
		n := float64(t.agents[g])
		load := t.load[g]
		if load.rate > 0 && times != 1 {
			now := staff(&load, load.patience, targets)
			load.rate = float64(load.rate * times)
			if then := staff(&load, load.patience, targets); now > 0 && then > 0 {
				n += float64(then - now)
			} else {
				n = float64(n * times)
			}
		}
		sum += n
	}
	return sum
}

// far is the multiple of the load up to which limits are looked for.
const far = 200

// reach is the multiple of the load at which a limit is reached; infinite where growth
// does not reach it, and below 1 where it is exceeded today.
func reach(limit float64, use func(times float64) float64) float64 {
	switch {
	case use(far) <= limit:
		return math.Inf(1)
	case use(0.001) > limit:
		return 0
	}
	low, high := 0.001, float64(far)
	for high-low > 0.0005*low {
		middle := float64(low+high) / 2
		if use(middle) <= limit {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// designOf is the reference design of a preset, or the smallest one that carries
// today's agents and calls.
func designOf(preset string, t *today) (d design, assumed bool) {
	sum := 0
	for _, n := range t.agents {
		sum += n
	}
	for _, d := range designs {
		if d.name == preset {
			return d, false
		}
	}
	for _, d := range designs {
		if sum <= d.agents && t.calls <= d.calls {
			return d, true
		}
	}
	return designs[len(designs)-1], true
}

func allGroups(cfg *model.Config) (all []int) {
	for g := range cfg.Groups {
		all = append(all, g)
	}
	return all
}

// transfers is the share of calls that ask the Router once more.
func transfers(cfg *model.Config) (most float64) {
	for i := range cfg.Callers() {
		most = max(most, cfg.Types[i].Transfer)
	}
	return most
}

func mostSkills(cfg *model.Config) (most int) {
	for i := range cfg.Groups {
		most = max(most, len(cfg.Groups[i].Skills), 1)
	}
	return most
}

// dialing is how many ports each Dialer needs for its campaigns at once: lines for all
// ports of the IVR modes, and of the others for all agents whom they may reserve.
func dialing(cfg *model.Config) []float64 {
	ports := make([]float64, len(cfg.Dialers))
	for i := range cfg.Campaigns {
		c := &cfg.Campaigns[i]
		n := float64(c.Ports)
		if !c.Mode.IVR() {
			n = 0
			for g := range cfg.Groups {
				if cfg.Groups[g].Has(c.Skill) {
					n += float64(float64(cfg.Groups[g].Count) * c.Reserve)
				}
			}
		}
		ports[c.Dialer] += float64(n * mostLines(c))
	}
	return slices.DeleteFunc(ports, func(n float64) bool { return n == 0 && len(cfg.Campaigns) == 0 })
}

// mostLines is how many lines a campaign may dial for an agent or port.
func mostLines(c *model.Campaign) float64 {
	switch {
	case c.Mode == model.ModeDirectPreview:
		return 0
	case c.Mode.Preview() || c.Mode == model.ModeIVRProgressive:
		return 1
	case c.Mode.Predictive():
		return max(c.Lines, c.MaxLines)
	}
	return c.Lines
}
