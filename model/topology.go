package model

import "ccsim/sim"

// topology is what follows from the configuration and never changes.
type topology struct {
	firstOf     [unitKinds]PairID // first unit of each kind
	vru         []PairID          // VRU PG of each Call Server
	units       []Unit
	links       []Link
	watches     []watch    // of the first lines
	sends       [][]LineID // of each process: where its keep-alives go
	hears       [][]LineID
	pgs         int        // PG units, the first ones
	router      PairID     // unit of the Routers and Loggers
	campaign    PairID     // unit of the Campaign Managers
	latency     []sim.Time // of each link
	public      LinkID     // first public link
	jtapi       LinkID     // first JTAPI link
	cti         LinkID     // first link of a CTI client
	sites       LinkID
	desktop     LinkID    // first link of desktops
	agentLine   uint32    // first subject of the desktops' messages
	lineSubject uint32    // first subject of watched lines
	group       []int     // of each agent
	first       []AgentID // of each group
	pair        []PairID  // of each agent
	members     [][]AgentID
	phones      []int // of each pair
	clients     [][]int
	skills      int
	rosters     int
	queueOf     []int          // of each roster
	precision   []RosterID     // first roster of each precision queue
	scripts     [][]turn       // those of the file, then one for each queue
	scriptOf    []uint16       // of each call type
	queues      [][]int        // of each call type
	duties      [][]duty       // of each group
	skilled     [][]GroupSkill // of each profile: the groups, then what levers give
	triggers    []int          // levers with a trigger
	callWatch   bool           // some trigger waits for a call
	orders      [][]ProcID     // of each machine: the order of its script
	vmOf        []int32        // machine of each process, or noVM
	unitGap     sim.Dist       // exponential with mean one second

	dialer        LinkID   // first link of a Dialer
	callers       int      // call types of callers, the first ones
	firstCustomer []uint32 // of each campaign
	agentsOf      []int    // of each skill group

	sampleWeight float64 // of the newest sample of congestion control

	desks     []desk
	firstDesk []int32   // of each agent, and one after the last
	ofMRD     [][]int32 // desks of each MRD

	supers  []AgentID // of each row of a supervisor
	superOf []int32   // row of each agent as a supervisor, or -1; nil where nobody is one
}

func newTopology(cfg *Config) *topology {
	t := &topology{
		units: cfg.Units(),
		links: cfg.Links(),
	}
	t.members = make([][]AgentID, len(t.units))
	t.phones = make([]int, len(t.units))
	t.clients = make([][]int, len(t.units))
	t.layOut(cfg)
	t.machines(cfg)
	t.sampleWeight = cfg.Congestion.sampleWeight()
	t.unitGap, _ = sim.Exponential(sim.Second)
	for g, group := range cfg.Groups {
		t.first = append(t.first, AgentID(len(t.group)))
		for range group.Count {
			a := AgentID(len(t.group))
			t.group = append(t.group, g)
			t.pair = append(t.pair, group.PG)
			t.members[group.PG] = append(t.members[group.PG], a)
		}
		t.phones[group.PG] += group.Count
	}
	t.layDesks(cfg)
	t.layTeams(cfg)
	for i, c := range cfg.Clients {
		t.clients[c.PG] = append(t.clients[c.PG], i)
	}
	t.callUp(cfg)
	t.outbound(cfg)
	for i, l := range cfg.Levers {
		if l.Trigger.Kind != FactNone {
			t.triggers = append(t.triggers, i)
			t.callWatch = t.callWatch || l.Trigger.Kind == FactOffered
		}
	}
	return t
}

// noVM stands for a process on no machine.
const noVM = -1

// machines notes on which machine each process runs.
func (t *topology) machines(cfg *Config) {
	t.vmOf = make([]int32, len(t.units)*procsPerPair)
	for i := range t.vmOf {
		t.vmOf[i] = noVM
	}
	for n, vm := range cfg.VMs {
		t.orders = append(t.orders, cfg.ScriptOrder(n))
		for _, id := range vm.Procs {
			t.vmOf[id] = int32(n)
		}
	}
}

// outbound lays out the records of campaigns.
func (t *topology) outbound(cfg *Config) {
	for _, c := range cfg.Types {
		if !c.Outbound {
			t.callers++
		}
	}
	t.callers = max(t.callers, 1)
	first := uint32(0)
	for i := range cfg.Campaigns {
		t.firstCustomer = append(t.firstCustomer, first)
		first += uint32(cfg.Campaigns[i].room())
	}
	t.agentsOf = make([]int, len(cfg.Skills))
	for _, g := range cfg.Groups {
		for skill := range cfg.Skills {
			if g.Has(skill) {
				t.agentsOf[skill] += g.Count
			}
		}
	}
}

// layOut numbers the network.
func (t *topology) layOut(cfg *Config) {
	for p := len(t.units) - 1; p >= 0; p-- {
		t.firstOf[t.units[p].Kind] = PairID(p)
	}
	t.vru = make([]PairID, len(cfg.CVPs))
	for i, pg := range cfg.VRUPGs {
		for _, n := range pg.CVPs {
			t.vru[n] = t.firstOf[UnitVRUPG] + PairID(i)
		}
	}
	t.router = routerOf(t.units)
	for p, u := range t.units {
		if u.Kind == UnitCampaign {
			t.campaign = PairID(p)
		}
	}
	for _, l := range t.links {
		t.latency = append(t.latency, cfg.publicLatency(l))
	}
	t.watches = cfg.watches(t.units, t.links)
	t.sends = make([][]LineID, len(t.units)*procsPerPair)
	t.hears = make([][]LineID, len(t.units)*procsPerPair)
	for n, info := range t.watches {
		t.sends[info.Sender] = append(t.sends[info.Sender], LineID(n))
		t.hears[info.Observer] = append(t.hears[info.Observer], LineID(n))
	}
	for i := range t.units {
		if t.units[i].IsPG() {
			t.pgs++
		}
	}
	t.public = LinkID(t.pgs + 1)
	t.jtapi = t.public + LinkID(4*t.pgs)
	t.cti = t.jtapi + LinkID(2*len(cfg.PGs))
	t.desktop = t.cti + LinkID(len(cfg.Clients))
	t.sites = t.desktop + LinkID(len(cfg.Groups))
	t.dialer = t.sites + 1
	t.agentLine = uint32(len(t.units)) * 8
	agents := 0
	for _, g := range cfg.Groups {
		agents += g.Count
	}
	t.lineSubject = t.agentLine + uint32(agents)
}

// Purposes of draws. Their numbers are part of the meaning of a seed: new ones
// go to the end.
const (
	drawGap sim.Purpose = iota + 1
	drawTalk
	drawPatience
	drawIVR
	drawRing
	drawWrapShare
	drawWrapup
	drawAsks
	drawAskAt
	drawAskWhat
	drawAway
	drawReadyAgain
	drawPhase
	drawRecovery
	drawLever
	drawFailure
	drawRepair
	drawBeat
	drawDesktop
	drawHold
	drawHoldTime
	drawConference
	drawTransfer
	drawBusyness
	drawThink
	drawBalk
	drawRetry
	drawRetryAfter
	drawAbsent
	drawLate
	drawEarly
	drawSpeed
	drawInitial
	drawLag
	drawDialRing
	drawOutcome
	drawPreview
	drawChoice
	drawMessage
	drawTaskGap
	drawTaskHandle
	drawTaskPause
	drawTaskPauseTime
	drawMonitor
	drawWatched
	drawMonitorTime
	drawBargeIn
	drawForce
	drawForceWhat
	drawCallback
	drawCallbackDelay
	numPurposes
)

type streams [numPurposes]sim.Stream

func newStreams(seed uint64, replication uint32) streams {
	var s streams
	for p := range s {
		s[p] = sim.NewStream(seed, replication, sim.Purpose(p))
	}
	return s
}
