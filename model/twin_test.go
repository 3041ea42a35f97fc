package model

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// The tests of this file run small worlds by the thousand. Levers at uniform
// times would hardly meet anything, so most are aligned: the time of an event of
// the same run, plus a latency or a timeout, plus or minus a nanosecond.

// dice is a small sequence of keyed draws for the tests' own choices.
type dice struct {
	s sim.Stream
	n uint32
}

func newDice(seed uint64) *dice { return &dice{s: sim.NewStream(seed, 0, 999)} }

func (d *dice) below(n int) int {
	d.n++
	return int(d.s.Below(uint64(n), 1, d.n))
}

func (d *dice) one(p int) bool { return d.below(100) < p }

// world is a random small center: a few agents, one or two PG pairs, ideal or
// with messages.
func (d *dice) world() *Config {
	agents := 4 + d.below(12)
	cfg := lab(agents, float64(agents)*12)
	cfg.Horizon = 12 * sim.Minute
	cfg.RungGap = sim.Minute
	if d.one(30) {
		cfg = ideal(cfg)
	}
	if d.one(40) {
		cfg.PGs = append(cfg.PGs, PG{Name: "agent-pg-2", InService: d.one(90)})
		cfg.Clients = append(cfg.Clients, Client{Name: "finesse", PG: 1, Protocol: MinMaintenanceProtocol, Mask: true, Finesse: true})
		second := cfg.Groups[0]
		second.Name, second.PG, second.Client, second.Count = "second", 1, 1, 3+d.below(5)
		cfg.Groups = append(cfg.Groups, second)
	}
	if d.one(20) {
		cfg.Policies.PrivateLoss = WinnerA
	}
	if d.one(20) {
		cfg.Policies.AfterFailover = AfterNotReady
	}
	if d.one(25) {
		cfg.Ring = must(sim.Uniform(sim.Second, 14*sim.Second))
	}
	if d.one(25) {
		cfg.Groups[0].Pending = PendingHabit{PerHour: 120, NotReadyShare: 0.5}
	}
	if d.one(15) {
		cfg.Clients = append(cfg.Clients, Client{Name: "old", Protocol: 20})
		cfg.Groups[0].Client = len(cfg.Clients) - 1
	}
	if d.one(15) {
		cfg.Clients[0].Answer = Answer(d.below(3))
		cfg.Clients[0].Delay = sim.Time(d.below(6)) * sim.Second
	}
	if d.one(20) {
		cfg.Trunks = agents + d.below(6)
	}
	if d.one(20) {
		n := agents / 2
		cfg.Groups[0].Staff = []StaffStep{{0, n}, {3 * sim.Minute, agents}, {7 * sim.Minute, n}}
	}
	if d.one(20) {
		cfg.Timers.Restart = sim.Time(1+d.below(3)) * sim.Second
		cfg.Timers.StateTransfer = sim.Time(d.below(3)) * sim.Second
		cfg.Timers.Activation = sim.Time(d.below(2)) * sim.Second
	}
	if d.one(10) {
		cfg.Failures = []Failure{failure(PairID(d.below(len(cfg.PGs))), 4*sim.Minute, 20*sim.Second, 1+d.below(2))}
	}
	for range d.below(3) {
		cfg.MRPGs = append(cfg.MRPGs, MRPG{Name: fmt.Sprintf("mr-pg-%d", len(cfg.MRPGs)+1), InService: d.one(80)})
	}
	if d.one(20) {
		cfg.Policies.Majority = MajorityActivePath
	}
	if d.one(20) {
		cfg.Policies.BothLost = BothLostManual
	}
	if d.one(30) {
		cfg.Timers.Connection = sim.Time(1+d.below(5)) * sim.Second
	}
	if d.one(40) {
		d.voice(cfg)
	}
	d.machines(cfg)
	if d.one(30) {
		cfg.Policies.Load = LoadSignOut
	}
	if d.one(40) {
		d.people(cfg)
	}
	cfg.Policies.LateForced = agents%2 == 0
	cfg.End = EndRule(d.below(3))
	if d.one(30) {
		d.routing(cfg)
	}
	if len(cfg.MRPGs) > 0 && d.one(60) {
		d.tasks(cfg)
	}
	if d.one(15) {
		cfg.Congestion = Congestion{Capacity: float64(agents) / float64(200+d.below(400)), Treatment: TreatRelease}
	}
	if d.one(40) {
		d.teams(cfg)
	}
	return cfg
}

// tasks adds chats and e-mail.
func (d *dice) tasks(cfg *Config) {
	cfg.MRPGs[0].Protocol = 4 + d.below(5)
	cfg.MRDs = []MRD{{Name: "chat", Interruptible: d.one(30), MaxQueue: 2 + d.below(20), MaxWait: 3 * sim.Minute, MaxLife: 5 * sim.Minute}, {Name: "email", Interruptible: d.one(80), MaxQueue: None}}
	for i := range cfg.Groups {
		cfg.Groups[i].Media = []GroupMedia{{MRD: 0, Limit: 1 + d.below(3)}, {MRD: 1, Limit: 1 + d.below(2)}}
	}
	for i := range cfg.MRPGs {
		cfg.TaskTypes = append(cfg.TaskTypes, TaskType{
			Name: fmt.Sprintf("type-%d", i), MRD: d.below(2), MRPG: i, Rates: []RateStep{{PerSecond: 0.02}, {From: 3 * sim.Minute, PerSecond: 0.2}, {From: 6 * sim.Minute, PerSecond: 0.05}},
			Handle: must(sim.Exponential(sim.Minute)), Pause: 0.3, PauseTime: must(sim.Exponential(20 * sim.Second)),
		})
	}
}

// voice adds gateways, Call Servers and VRU PGs.
func (d *dice) voice(cfg *Config) {
	for i := range 1 + d.below(2) {
		cfg.Gateways = append(cfg.Gateways, Node{Name: fmt.Sprintf("gateway-%d", i), Site: Side(i), Ports: None})
		cfg.VVBs = append(cfg.VVBs, Node{Name: fmt.Sprintf("vvb-%d", i), Site: Side(i), Ports: None})
	}
	for i := range 1 + d.below(3) {
		cfg.CVPs = append(cfg.CVPs, Node{Name: fmt.Sprintf("cvp-%d", i), Site: Side(i % 2), Ports: 3 + d.below(20)})
		if i < 2 {
			cfg.VRUPGs = append(cfg.VRUPGs, VRUPG{Name: fmt.Sprintf("vru-pg-%d", i), InService: true, Simplex: d.one(50), Side: Side(i)})
		}
		pg := &cfg.VRUPGs[i%len(cfg.VRUPGs)]
		pg.CVPs = append(pg.CVPs, i)
	}
	cfg.IVR = must(sim.Exponential(20 * sim.Second))
	if d.one(30) {
		cfg.Policies.TalkAfterCVP = sim.Minute
	}
}

// machines gives the Routers their patch, and often lets their Loggers stand on
// their machine.
func (d *dice) machines(cfg *Config) {
	router := routerOf(cfg.Units())
	cfg.Patches = []string{PatchRouter}
	for s := SideA; s <= SideB; s++ {
		if d.one(95) {
			cfg.Levels = append(cfg.Levels, ProcLevel{pgProc(router, s), Level{Release1262.level(), 1}})
		}
		vm := VM{Name: "rogger-" + s.String(), Procs: []ProcID{pgProc(router, s)}}
		if d.one(60) {
			vm.Procs = append(vm.Procs, ctiProc(router, s))
		}
		cfg.VMs = append(cfg.VMs, vm)
		pg := VM{Name: "pg-" + s.String(), Procs: []ProcID{pgProc(0, s), ctiProc(0, s)}}
		if d.one(50) && len(cfg.MRPGs) > 0 {
			pg.Procs = append(pg.Procs, pgProc(PairID(len(cfg.PGs)), s))
		}
		cfg.VMs = append(cfg.VMs, pg)
	}
	if d.one(50) {
		cfg.Timers.ServiceStop = 2 * sim.Second
	}
}

// lever is a random lever without a time.
func (d *dice) lever(cfg *Config) Lever {
	p := PairID(d.below(len(cfg.PGs)))
	s := Side(d.below(2))
	l := Lever{Procs: []ProcID{pgProc(p, s)}, Links: []LinkID{LinkID(p)}, Pair: p, Undo: -1, Type: -1, Factor: 2}
	verbs := []Verb{VerbPause, VerbResume, VerbMaintenance, VerbMaintenance, VerbCrash, VerbCrash, VerbStop, VerbStart, VerbStart, VerbRestart,
		VerbCut, VerbCut, VerbHeal, VerbHeal, VerbDelay, VerbLose, VerbFlap, VerbSteady, VerbCancel, VerbSignOut, VerbSignIn, VerbReady, VerbNotReady, VerbSurge}
	l.Verb = verbs[d.below(len(verbs))]
	units, links := cfg.Units(), cfg.Links()
	if l.Verb >= VerbStop && l.Verb <= VerbCrash && d.one(25) {
		l.Procs[0] = ctiProc(p, s)
	}
	verb := l.Verb >= VerbStop && l.Verb <= VerbCrash || l.Verb >= VerbPause
	verb = verb || l.Verb == VerbMaintenance && d.one(50)
	if router := routerOf(units); verb && d.one(35) {
		l.Procs[0] = pgProc(router, s)
	} else if verb && d.one(25) {
		i := d.below(len(units))
		all := units[i].Procs(PairID(i))
		l.Procs[0] = all[d.below(len(all))]
	}
	if l.Verb == VerbDelay || l.Verb == VerbLose {
		links = links[:len(cfg.watches(units, links))/2]
	}
	if (l.Verb == VerbCrash || l.Verb == VerbStart) && d.one(5) {
		l.Procs, l.Groups = nil, []int{0}
	}
	if l.Verb >= VerbCut && l.Verb <= VerbSteady && d.one(50) {
		l.Links = nil
		for range 1 + d.below(4) {
			l.Links = append(l.Links, LinkID(d.below(len(links))))
		}
	}
	l.Dark = d.one(30)
	l.From = uint8(d.below(4))
	switch l.Verb {
	case VerbDelay:
		l.By = sim.Time(d.below(3)) * 300 * sim.Millisecond
	case VerbLose:
		l.Share = float64(d.below(4)) * 0.3
	case VerbFlap:
		l.Every = sim.Time(1+d.below(4)) * sim.Second
		l.Up = l.Every / sim.Time(1+d.below(4))
	}
	n := 0
	for _, g := range cfg.Groups {
		n += g.Count
	}
	l.Agents = []AgentID{AgentID(d.below(n))}
	l.Stay = d.one(20)
	if d.one(12) {
		l = Lever{Verb: []Verb{VerbMaintenance, VerbMaintenance, VerbMaintenance, VerbCancel, VerbReject}[d.below(5)], VM: 1 + d.below(len(cfg.VMs)), Control: d.one(50), Undo: -1}
		return l
	}
	if n := len(cfg.MRPGs); n > 0 && d.one(12) {
		mr := slices.IndexFunc(units, func(u Unit) bool { return u.Kind == UnitMRPG }) + d.below(n)
		l.Procs = []ProcID{pgProc(PairID(mr), s)}
		l.Verb = []Verb{VerbMaintenance, VerbCrash, VerbStop, VerbStart, VerbPause, VerbResume}[d.below(6)]
	}
	if n := len(cfg.CVPs); n > 0 && d.one(10) {
		cvp := slices.IndexFunc(units, func(u Unit) bool { return u.Kind == UnitCVP }) + d.below(n)
		l.Verb, l.CallServer = VerbDrain, units[cvp].Procs(PairID(cvp))[0]
		l.Procs = []ProcID{l.CallServer}
	}
	if len(cfg.Teams) > 0 && d.one(25) {
		d.supervise(cfg, &l)
	}
	return l
}

// offsets are what an aligned lever adds to the time of an event.
func offsets(cfg *Config) []sim.Time {
	t := &cfg.Timers
	base := []sim.Time{0, cfg.Latency.Public, cfg.Latency.Private, cfg.Latency.Desktop, 2 * cfg.Latency.Public,
		t.PrivateHeartbeat, t.PrivateHeartbeat * sim.Time(t.PrivateMisses), t.Handover, t.CTIResponse, t.Restart, t.StateTransfer, t.Activation}
	all := make([]sim.Time, 0, 3*len(base))
	for _, b := range base {
		all = append(all, b-1, b, b+1)
	}
	return all
}

// schedule adds levers to a world: the first at a free time, the others
// aligned to what the run with the levers so far does, or tied to its facts.
func (d *dice) schedule(t testing.TB, cfg *Config, seed uint64) {
	n := 1 + d.below(5)
	for range n {
		l := d.lever(cfg)
		l.At = sim.Time(1+d.below(600))*sim.Second + sim.Time(d.below(1000))*sim.Millisecond
		if len(cfg.Levers) > 0 {
			l.At = d.alignedTime(t, cfg, seed)
		}
		if len(cfg.Levers) > 0 && d.one(20) {
			l.At = 0
			l.Trigger = Trigger{Kind: []sim.FactKind{FactMaintContinue, FactDetected, FactActive, FactSwitched, FactStarted}[d.below(5)],
				Subject: uint32(pgProc(0, Side(d.below(2)))), Plus: []sim.Time{0, 1, cfg.Latency.Public, cfg.Timers.Handover / 2}[d.below(4)]}
		}
		cfg.Levers = append(cfg.Levers, l)
	}
}

// alignedTime is the moment of a fact of the run so far, or of a keep-alive,
// which is no fact, give or take a latency or a nanosecond.
func (d *dice) alignedTime(t testing.TB, cfg *Config, seed uint64) sim.Time {
	w, f := run(t, cfg, seed)
	if d.one(30) {
		beat := w.watch[LinkID(0).Line(d.below(2))].Origin % cfg.Timers.PrivateHeartbeat
		beat += sim.Time(d.below(6000)) * cfg.Timers.PrivateHeartbeat
		return max(1, beat+sim.Time(d.below(2))*cfg.Latency.Private+sim.Time(d.below(3)-1))
	}
	var times []sim.Time
	for _, x := range f.all {
		if x.Kind >= FactLever && x.Kind <= FactRecovered || d.one(2) {
			times = append(times, x.T)
		}
	}
	off := offsets(cfg)
	return max(1, times[d.below(len(times))]+off[d.below(len(off))])
}

// sorted puts facts into an order that does not depend on the recording.
func sorted(all []sim.Fact) []sim.Fact {
	c := slices.Clone(all)
	slices.SortFunc(c, func(a, b sim.Fact) int {
		for _, d := range []int64{int64(a.T - b.T), int64(a.Kind) - int64(b.Kind), int64(a.Subject) - int64(b.Subject), a.Value - b.Value, int64(a.Aux) - int64(b.Aux), int64(a.Cause) - int64(b.Cause)} {
			if d != 0 {
				return int(max(-1, min(1, d)))
			}
		}
		return 0
	})
	return c
}

// firstDifference names the first fact in which two runs differ.
func firstDifference(a, b []sim.Fact) string {
	a, b = sorted(a), sorted(b)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("fact %d: %+v against %+v", i, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d facts against %d", len(a), len(b))
}

// trials is how many random worlds each test runs; make worlds runs many more.
var trials = 400

func TestMain(m *testing.M) {
	flag.IntVar(&trials, "trials", trials, "random worlds of each property test")
	flag.Parse()
	os.Exit(m.Run())
}

func TestLazyEqualsTickedInEveryFact(t *testing.T) {
	t.Parallel() // with the other long ones
	for seed := range uint64(trials) {
		d := newDice(seed)
		cfg := d.world()
		d.schedule(t, cfg, seed)
		lazy, lf := run(t, cfg, seed)
		twin := *cfg
		twin.Ticked = true
		ticked, tf := run(t, &twin, seed)
		if lazy.kernel.Fingerprint().Facts != ticked.kernel.Fingerprint().Facts {
			t.Fatalf("seed %d: %s\nlevers %+v", seed, firstDifference(lf.all, tf.all), cfg.Levers)
		}
		require.Equal(t, rungFacts(lazy), rungFacts(ticked), "seed %d", seed)
	}
}

func rungFacts(w *World) (all []uint64) {
	for _, r := range w.kernel.Rungs() {
		all = append(all, r.At.Facts)
	}
	return all
}

func TestForkEqualsParent(t *testing.T) {
	for seed := range uint64(trials) {
		d := newDice(seed + 1_000_000)
		cfg := d.world()
		d.schedule(t, cfg, seed)
		straight, _ := run(t, cfg, seed)

		parent, err := New(cfg, seed, 0)
		require.NoError(t, err)
		var buffer World
		for range 1 + d.below(3) {
			require.NoError(t, parent.RunUntil(sim.Time(d.below(int(cfg.Horizon/sim.Millisecond)))*sim.Millisecond))
			require.NoError(t, parent.CheckAll())
			before := parent.kernel.Fingerprint()
			buffer.CopyFrom(parent)
			fork := buffer.Fork()
			require.NoError(t, fork.Run())
			require.Equal(t, straight.kernel.Fingerprint(), fork.kernel.Fingerprint(), "seed %d", seed)
			require.Equal(t, before, parent.kernel.Fingerprint(), "a fork touched its parent, seed %d", seed)
		}
		require.NoError(t, parent.Run())
		require.Equal(t, straight.kernel.Fingerprint(), parent.kernel.Fingerprint(), "seed %d", seed)
	}
}
