package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// lab is a small center with real message times: one PG pair, one skill group.
func lab(agents int, callsPerHour float64) *Config {
	return &Config{
		Horizon: sim.Hour, Limits: sim.DefaultLimits(), RungGap: 10 * sim.Minute,
		Trunks: None, QueueLimit: None, VRUPorts: None,
		Ring: must(sim.Uniform(sim.Second, 5*sim.Second)), RONA: 12 * sim.Second,
		Latency: Latency{Public: 5 * sim.Millisecond, Private: 5 * sim.Millisecond, Desktop: 15 * sim.Millisecond},
		Timers: Timers{
			PrivateHeartbeat: 100 * sim.Millisecond, PrivateMisses: 5, PublicHeartbeat: 400 * sim.Millisecond, PublicMisses: 5,
			Connection: 30 * sim.Second, TestOtherSide: 2 * sim.Second, Settle: sim.Second / 2, RouteRequest: 20 * sim.Second, CampaignFailover: sim.Minute,
			CTIResponse: 5 * sim.Second, Handover: 2 * sim.Second,
			MaintenanceTimeout: 2 * sim.Minute, Restart: 10 * sim.Second, StateTransfer: 30 * sim.Second,
			Activation: 5 * sim.Second, ActivationPerAgent: 10 * sim.Millisecond, Reservation: 30 * sim.Second,
			Recovery:     must(sim.Uniform(35*sim.Second, 75*sim.Second)),
			CTIHeartbeat: 5 * sim.Second, CTIMisses: 3, JTAPI: 30 * sim.Second, Presence: 2 * sim.Minute, ForcedLogout: sim.Minute,
			RecordReturn: sim.Minute, DesktopGrace: 2 * sim.Minute, OpenRequest: 15 * sim.Millisecond, DesktopFailover: must(sim.Uniform(50*sim.Second, 110*sim.Second)),
		},
		Weights: Weights{AgentPIM: 100, CTIServer: 5, VRUPIM: 10, MRPIM: 10},
		PGs:     []PG{{Name: "agent-pg-1", InService: true}},
		Clients: []Client{{Name: "finesse", Protocol: MinMaintenanceProtocol, Mask: true, Finesse: true}},
		Skills:  []string{"sales"},
		Groups: []Group{{
			Name: "team", Count: agents, Wrapup: must(sim.Exponential(30 * sim.Second)), WrapupShare: 0.7,
			Pending: PendingHabit{Probability: 0.1, NotReadyShare: 0.8},
			Away:    must(sim.Exponential(10 * sim.Minute)), ReadyAgain: must(sim.Exponential(30 * sim.Second)),
		}},
		Types: []CallType{{
			Name: "sales", Priority: 1, Rates: []RateStep{{PerSecond: callsPerHour / 3600}},
			Talk: must(sim.Lognormal(150*sim.Second, 0.6)), Patience: must(sim.Exponential(150 * sim.Second)),
		}},
	}
}

// ideal takes all times of processes and messages out of a center.
func ideal(cfg *Config) *Config {
	cfg.Ring, cfg.RONA = sim.Dist{}, 0
	cfg.Latency = Latency{Private: 1}
	t := &cfg.Timers
	t.Handover, t.Activation, t.ActivationPerAgent, t.Recovery = 0, 0, 0, sim.Dist{}
	return cfg
}

func must(d sim.Dist, err error) sim.Dist {
	if err != nil {
		panic(err)
	}
	return d
}

// at adds levers at given times to a configuration.
func at(cfg *Config, levers ...Lever) *Config {
	for _, l := range levers {
		l.Undo = -1
		cfg.Levers = append(cfg.Levers, l)
	}
	return cfg
}

// facts keeps what a run stated.
type facts struct{ all []sim.Fact }

func (f *facts) Record(x sim.Fact) { f.all = append(f.all, x) }

func (f *facts) count(k sim.FactKind) (n int) {
	for _, x := range f.all {
		if x.Kind == k {
			n++
		}
	}
	return n
}

func (f *facts) losses() map[LossKind]int {
	m := map[LossKind]int{}
	for _, x := range f.all {
		if x.Kind == FactLoss {
			m[LossKind(x.Aux)]++
		}
	}
	return m
}

func (f *facts) first(k sim.FactKind) *sim.Fact {
	for i := range f.all {
		if f.all[i].Kind == k {
			return &f.all[i]
		}
	}
	return nil
}

// run runs a configuration and returns its world and facts.
func run(t testing.TB, cfg *Config, seed uint64) (*World, *facts) {
	t.Helper()
	w, err := New(cfg, seed, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	if cfg.Ticked && cfg.End != EndStop { // heartbeats never run out: who waits for ever is found here
		require.NoError(t, w.RunUntil(cfg.Horizon+24*sim.Hour))
		require.True(t, w.done(), "somebody still waits a day after the horizon, seed %d: %+v", seed, w.census)
		require.NoError(t, w.Finish())
		return w, f
	}
	require.NoError(t, w.Run())
	return w, f
}
