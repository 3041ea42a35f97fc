package model

import (
	"fmt"
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// smallWorld is two Routers, two Agent PGs, an MR PG and two simplex VRU PGs, with
// eight agents.
func smallWorld() *Config {
	cfg := lab(4, 60)
	cfg.PGs = append(cfg.PGs, PG{Name: "agent-pg-2", InService: true})
	cfg.Clients = append(cfg.Clients, Client{Name: "finesse", PG: 1, Protocol: MinMaintenanceProtocol, Mask: true, Finesse: true})
	second := cfg.Groups[0]
	second.Name, second.PG, second.Client = "second", 1, 1
	cfg.Groups = append(cfg.Groups, second)
	cfg.MRPGs = []MRPG{{Name: "mr-pg-1", InService: true}}
	for i, s := range []string{"a", "b"} {
		cfg.CVPs = append(cfg.CVPs, Node{Name: "cvp-" + s, Site: Side(i), Ports: None})
		cfg.VVBs = append(cfg.VVBs, Node{Name: "vvb-" + s, Site: Side(i), Ports: None})
		cfg.Gateways = append(cfg.Gateways, Node{Name: "gateway-" + s, Site: Side(i), Ports: None})
		cfg.HDSs = append(cfg.HDSs, Node{Name: "hds-" + s, Site: Side(i), Ports: None})
		cfg.VRUPGs = append(cfg.VRUPGs, VRUPG{Name: "vru-pg-" + s, InService: true, Simplex: true, Side: Side(i), CVPs: []int{i}})
	}
	cfg.Dialers = []Dialer{{Name: "dialer-1", MRPG: -1}}
	cfg.IVR = must(sim.Exponential(10 * sim.Second))
	cfg.Types[0].Rates = []RateStep{{PerSecond: 240.0 / 3600}, {From: 100 * sim.Second}}
	cfg.Types[0].Talk = must(sim.Exponential(30 * sim.Second))
	cfg.RungGap = 0
	return cfg
}

// faults is one fault of every kind on everything in a center, each with what
// heals it after a while.
func faults(cfg *Config) (all [][2]Lever) {
	add := func(l Lever, back Verb) {
		heal := l
		heal.Verb, heal.By, heal.Share = back, 0, 0
		all = append(all, [2]Lever{l, heal})
	}
	units := cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(PairID(i)) {
			procs := []ProcID{id}
			add(Lever{Verb: VerbCrash, Procs: procs, Stay: true}, VerbStart)
			add(Lever{Verb: VerbCrash, Procs: procs, Stay: true, Dark: true}, VerbStart)
			add(Lever{Verb: VerbStop, Procs: procs}, VerbStart)
			add(Lever{Verb: VerbPause, Procs: procs}, VerbResume)
			if units[i].Kind == UnitAgentPG && !id.Beside() {
				add(Lever{Verb: VerbMaintenance, Procs: procs}, VerbStart)
			}
		}
	}
	for i, l := range cfg.Links() {
		links := []LinkID{LinkID(i)}
		add(Lever{Verb: VerbCut, Links: links}, VerbHeal)
		add(Lever{Verb: VerbCut, Links: links, From: 1}, VerbHeal)
		add(Lever{Verb: VerbCut, Links: links, From: 2}, VerbHeal)
		add(Lever{Verb: VerbFlap, Links: links, Every: 4 * sim.Second, Up: 2 * sim.Second}, VerbSteady)
		if l.Kind == LinkPrivate || l.Kind == LinkPublic {
			add(Lever{Verb: VerbDelay, Links: links, By: 700 * sim.Millisecond}, VerbDelay)
			add(Lever{Verb: VerbLose, Links: links, Share: 0.7}, VerbLose)
		}
	}
	for s := SideA; s <= SideB; s++ {
		var site []ProcID
		for i := range units {
			for _, id := range units[i].Procs(PairID(i)) {
				if id.Side() == s && units[i].Kind != UnitCUCM {
					site = append(site, id)
				}
			}
		}
		add(Lever{Verb: VerbCrash, Procs: site, Stay: true, Dark: true}, VerbStart)
	}
	add(Lever{Verb: VerbCrash, Groups: []int{0}}, VerbStart)
	return all
}

// unsettled names what has not come back to normal: everything that a center
// needs to be whole.
func (w *World) unsettled() (all []string) {
	for p := range w.pairs {
		u, pair := &w.top.units[p], &w.pairs[p]
		if pair.Disturbed {
			all = append(all, u.Name+" is disturbed")
		}
		if pair.Simplex && !u.Single() {
			all = append(all, u.Name+" is simplex")
		}
		if u.IsPG() && (pair.Active < 0 || !pair.PathOpen) {
			all = append(all, u.Name+" does not serve")
		}
	}
	if w.router.Status != routerServes {
		all = append(all, "no Router routes")
	}
	for a := range w.agents {
		if w.isMissing(AgentID(a)) {
			all = append(all, fmt.Sprintf("agent %d is missing", a))
		} else if d := w.disagreement(AgentID(a)); d != "" {
			all = append(all, fmt.Sprintf("agent %d: the view of the %s is wrong", a, d))
		}
	}
	for id := range w.procs {
		switch r := w.procs[id].Role; r {
		case RoleIsolated, RoleSyncing, RoleTesting, RoleConnecting:
			all = append(all, procName(w.top.units, ProcID(id))+" is "+r.String())
		}
	}
	return all
}

const (
	faultLasts = 20 * sim.Second
	// settledBy is the longest time after healing: a crashed desktop that is seen
	// late, Routers that find each other, transfer their state, and Loggers after them.
	settledBy = 4 * sim.Minute
)

// momentsOf gives the times of the events of a minute.
func momentsOf(t *testing.T, cfg *Config, seed uint64) (moments []sim.Time) {
	t.Helper()
	w, err := New(cfg, seed, 0)
	require.NoError(t, err)
	for {
		e, ok, err := w.kernel.Next(100 * sim.Second)
		require.NoError(t, err)
		if !ok {
			return slices.Compact(moments)
		}
		w.handle(e)
		if e.T >= 40*sim.Second {
			moments = append(moments, e.T)
		}
	}
}

// One fault of every kind, at every event of a quiet minute: no law is broken, and
// after healing everything is whole again in time.
func TestOneFaultOfEveryKindAtEveryEvent(t *testing.T) {
	t.Parallel() // with the other long ones
	base := smallWorld()
	base.Horizon = 3 * sim.Minute
	all, runs := faults(base), 0
	for _, seed := range []uint64{1, 3, 7} {
		moments := momentsOf(t, base, seed)
		require.Greater(t, len(moments), 20)
		for _, f := range all {
			for _, at := range moments {
				cfg := *base
				fault, heal := f[0], f[1]
				fault.At, heal.At = at, at+faultLasts
				fault.Undo, heal.Undo, fault.Type, heal.Type = -1, -1, -1, -1
				cfg.Levers = []Lever{fault, heal}
				cfg.Horizon = at + faultLasts + settledBy
				w, err := New(&cfg, seed, 0)
				require.NoError(t, err)
				require.NoError(t, w.Run(), "%v of %v at %v", fault.Verb, names(&cfg, fault), at)
				require.Empty(t, w.unsettled(), "%v of %v, from %d, dark %v, at %v", fault.Verb, names(&cfg, fault), fault.From, fault.Dark, at)
				runs++
			}
		}
	}
	require.Greater(t, runs, 30_000)
}

func names(cfg *Config, l Lever) (all []string) {
	for _, id := range l.Procs {
		all = append(all, cfg.ProcName(id))
	}
	for _, link := range l.Links {
		all = append(all, cfg.LinkName(link))
	}
	slices.Sort(all)
	return all
}
