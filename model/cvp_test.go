package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// withCVP is a center with two Call Servers behind one gateway.
func withCVP() *Config {
	cfg := lab(12, 500)
	cfg.Horizon = 60 * sim.Minute
	cfg.IVR = must(sim.Exponential(20 * sim.Second))
	cfg.Types[0].Transfer = 0.3
	cfg.Gateways = []Node{{Name: "gateway-a", Ports: None}}
	cfg.CVPs = []Node{{Name: "cvp-a", Ports: None}, {Name: "cvp-b", Ports: None}}
	cfg.VRUPGs = []VRUPG{{Name: "vru-pg-1", InService: true, CVPs: []int{0, 1}}}
	cfg.Reporting = []Node{{Name: "reporting-a", Ports: None}}
	return cfg
}

// unit is the first unit of a kind.
func (c *Config) unit(k UnitKind) PairID {
	for i, u := range c.Units() {
		if u.Kind == k {
			return PairID(i)
		}
	}
	panic("no unit of this kind")
}

func TestDrainingCallServerStopsWithItsLastCall(t *testing.T) {
	for seed := range uint64(20) {
		cfg := withCVP()
		id := pgProc(cfg.unit(UnitCVP), SideA)
		at(cfg, Lever{Verb: VerbDrain, Procs: []ProcID{id}, CallServer: id, At: 5 * sim.Minute})
		w, err := New(cfg, seed, 0)
		require.NoError(t, err)
		f := &facts{}
		w.SetSink(f)
		require.NoError(t, w.RunUntil(5*sim.Minute))
		on := map[uint32]bool{}
		for i := range w.calls {
			if call := &w.calls[i]; call.State.InProgress() && call.CVP == 1 {
				on[call.No] = true
			}
		}
		require.NotEmpty(t, on)
		require.NoError(t, w.Run())
		stopped, last := f.first(FactStopped), sim.Time(0)
		require.NotNil(t, stopped)
		for _, x := range f.all {
			if x.Kind == FactInSystem && on[x.Subject] {
				last = max(last, x.T)
			}
		}
		require.Equal(t, last+cfg.Latency.Public, stopped.T, "seed %d: with the last of %d calls, not before and not later", seed, len(on))
		require.Equal(t, int64(len(on)), f.first(FactDraining).Value)
		require.Zero(t, f.count(FactCallLost))
		require.Empty(t, f.losses()[LossRoutingDialog])
		require.Equal(t, RoleDown, w.procs[id].Role)
	}
}

func TestServiceControllerAsksForAReportingServer(t *testing.T) {
	for name, c := range map[string]struct {
		named, down bool
		why         Refusal
	}{"no address": {false, false, RefusalPrompt}, "Call Server down": {true, true, RefusalCallServer}, "all well": {true, false, RefusalNone}} {
		t.Run(name, func(t *testing.T) {
			cfg := withCVP()
			id, reporting := pgProc(cfg.unit(UnitCVP), SideA), pgProc(cfg.unit(UnitReporting), SideA)
			l := Lever{Verb: VerbDrain, CallServer: id, At: 5 * sim.Minute}
			if c.named {
				l.Procs = []ProcID{reporting}
			}
			if c.down {
				at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{id}, Stay: true, At: 4 * sim.Minute})
			}
			at(cfg, l, Lever{Verb: VerbStart, Procs: []ProcID{reporting}, At: 8 * sim.Minute})
			w, f := run(t, cfg, 1)
			require.Equal(t, RoleActive, w.procs[reporting].Role)
			if rejected := f.first(FactMaintRejected); c.why != RefusalNone {
				require.NotNil(t, rejected)
				require.Equal(t, c.why, Refusal(rejected.Aux))
				require.Nil(t, f.first(FactSentOn))
				return
			}
			held := 3*sim.Minute - cfg.Latency.Public + cfg.Timers.Restart
			require.Equal(t, int64(held), f.first(FactSentOn).Value)
			require.Zero(t, f.count(FactCallLost))
		})
	}
}

func TestVRUPGHasNoMaintenance(t *testing.T) {
	cfg := withCVP()
	id := pgProc(cfg.unit(UnitVRUPG), SideA)
	w, f := run(t, at(cfg, Lever{Verb: VerbMaintenance, Procs: []ProcID{id}, At: 5 * sim.Minute}), 1)
	require.Equal(t, RefusalVRUPG, Refusal(f.first(FactMaintRejected).Aux))
	require.Equal(t, RoleActive, w.procs[id].Role)
}

func TestNewCallsTakeTheDefaultRouteWhileEveryCallServerDrains(t *testing.T) {
	cfg := withCVP()
	for i := range 2 {
		id := pgProc(cfg.unit(UnitCVP)+PairID(i), SideA)
		at(cfg, Lever{Verb: VerbDrain, Procs: []ProcID{id}, CallServer: id, At: 5 * sim.Minute})
	}
	_, f := run(t, cfg, 1)
	require.Positive(t, f.count(FactDefaultRouted))
	for _, x := range f.all {
		if x.Kind == FactDefaultRouted {
			require.NotZero(t, x.Cause, "the drain is the cause")
		}
	}
}

func TestTalksOfADeadCallServerCannotBeTransferred(t *testing.T) {
	cfg := withCVP()
	cfg.Types[0].Transfer = 1
	id := pgProc(cfg.unit(UnitCVP), SideA)
	at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{id}, Stay: true, At: 5 * sim.Minute})
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	require.NoError(t, w.RunUntil(5*sim.Minute-1))
	talks := map[uint32]bool{}
	for i := range w.calls {
		if call := &w.calls[i]; call.State == CallTalking && call.CVP == 1 {
			talks[call.No] = true
		}
	}
	require.NotEmpty(t, talks)
	require.NoError(t, w.Run())
	for _, x := range f.all {
		require.False(t, x.Kind == FactTransferred && x.T > 5*sim.Minute && talks[x.Subject], "call %d is transferred by a Call Server that is gone", x.Subject)
	}
}
