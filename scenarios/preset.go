package scenarios

import (
	"ccsim/model"
	"ccsim/sim"
)

// preset is what a scenario leaves out.
type preset struct {
	cfg      model.Config
	talk     sim.Dist // zero: must be given
	patience sim.Dist
	wrapup   sim.Dist
	share    float64
	pending  model.PendingHabit
	away     sim.Dist
	ready    sim.Dist
}

func law(d sim.Dist, err error) sim.Dist {
	if err != nil {
		panic(err) // the laws of presets are constants of this file
	}
	return d
}

// base is what all presets share. docs/facts.md has the sources.
func base() preset {
	return preset{share: 1, cfg: model.Config{
		Limits: sim.DefaultLimits(), Trunks: model.None, QueueLimit: model.None, VRUPorts: model.None,
		Weights: model.Weights{AgentPIM: 100, CTIServer: 5},
		Timers: model.Timers{
			PrivateHeartbeat: 100 * sim.Millisecond, PrivateMisses: 5, CTIResponse: 5 * sim.Second,
			Restart: 10 * sim.Second, StateTransfer: 30 * sim.Second, Reservation: 30 * sim.Second,
		},
	}}
}

// ideal is a center in which nothing takes time but what the scenario says:
// exactly the queueing model that it states. Keep-alives run.
func ideal() preset {
	p := base()
	p.cfg.Latency.Private = 1
	return p
}

// lab is a center with real message times and the defaults for what nobody
// publishes.
func lab() preset {
	p := base()
	c := &p.cfg
	c.Latency = model.Latency{Public: 5 * sim.Millisecond, Private: 20 * sim.Millisecond, Desktop: 15 * sim.Millisecond}
	c.IVR = law(sim.Exponential(30 * sim.Second))
	c.Ring = law(sim.Uniform(sim.Second, 5*sim.Second))
	c.RONA = 12 * sim.Second
	c.Timers.Handover = 2 * sim.Second
	c.Timers.MaintenanceTimeout = 120 * sim.Second
	c.Timers.Activation = 5 * sim.Second
	c.Timers.ActivationPerAgent = 10 * sim.Millisecond
	c.Timers.Recovery = law(sim.Uniform(35*sim.Second, 75*sim.Second))
	p.talk = law(sim.Lognormal(150*sim.Second, 0.6))
	p.patience = law(sim.Exponential(150 * sim.Second))
	p.wrapup, p.share = law(sim.Exponential(30*sim.Second)).Capped(60*sim.Second), 0.7
	p.pending = model.PendingHabit{Probability: 0.1, NotReadyShare: 0.8}
	p.away = law(sim.Exponential(10 * sim.Minute))
	p.ready = law(sim.Exponential(30 * sim.Second))
	return p
}
