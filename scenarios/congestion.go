package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// capacities are the route requests a second that the Routers of a deployment take
// (Solution Design Guide for Packaged CCE 12.6(2), Sizing and Operating Conditions).
var capacities = map[string]float64{
	"contact-director": 300, "24000": 105, "12000": 105, "4000": 35, "2000": 18, "lab": 4, "packaged-lab": 1,
}

// congestion compiles congestion control. The presets of reference designs have the
// capacity of their deployment; in others, which may be of any size, it is off
// until the file gives one.
func (c *compiler) congestion() {
	f, to := &c.sc.Center.Congestion, &c.cfg.Congestion
	switch preset := c.sc.Center.Preset.S; preset {
	case "2000", "4000", "12000", "24000":
		to.Capacity = capacities[preset]
	}
	if f.Deployment.Set {
		to.Capacity = capacities[f.Deployment.S]
	}
	if f.Capacity.Set {
		to.Capacity = f.Capacity.PerSecond
		if to.Capacity <= 0 {
			c.Add(f.Capacity.Pos, "the capacity is above 0, such as 18/s; deployment: none turns congestion control off")
		}
		if f.Deployment.S == "none" {
			c.Add(f.Capacity.Pos, "deployment: none turns congestion control off: leave out the capacity")
		}
	}
	duration(f.Window, &to.Window)
	if f.Window.Set && to.Window < sim.Second {
		c.Add(f.Window.Pos, "the Routers take a sample a second: the time constant is at least 1s")
	}
	if f.FullAt.Set {
		to.FullAt = f.FullAt.F
		if to.FullAt <= 1.5 {
			c.Add(f.FullAt.Pos, "level 3 begins at 150%% of the capacity: full_rejection lies above it")
		}
	}
	to.Treatment = model.TreatDialedNumber
	if f.Treatment.Set {
		to.Treatment = treatment(f.Treatment)
		if to.Capacity == 0 {
			c.Add(f.Treatment.Pos, "without congestion control no call is rejected: give a capacity, such as 18/s")
		}
	}
}

// treatment reads a treatment; 0 where none is given.
func treatment(t format.Text) model.Treatment {
	for _, m := range model.Treatments() {
		if m.String() == t.S {
			return m
		}
	}
	return 0
}
