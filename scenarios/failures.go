package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// failures compiles the random failures and repairs of processes.
func (c *compiler) failures() {
	for i := range c.sc.Center.Failures {
		f := &c.sc.Center.Failures[i]
		if f.Target.Kind != format.TargetUnit {
			if f.Target.Kind != format.TargetNone || !f.Target.Set {
				c.Add(f.Pos, "failures need a target, both sides of a pair or a single process, such as target: agent-pg-1 or target: gateway-a")
			}
			continue
		}
		at, ok := c.processPlace(f.Target)
		crews := 2
		c.whole(f.Crews, &crews, 1, 2)
		if f.MTTF.NS <= 0 || f.MTTR.NS <= 0 {
			c.Add(f.Pos, "failures need mttf and mttr above 0, such as {target: agent-pg-1, mttf: 4000h, mttr: 8h}")
			continue
		}
		if ok {
			c.cfg.Failures = append(c.cfg.Failures, model.Failure{
				Procs: at.procs, Crews: crews, MTTF: law(sim.Exponential(sim.Time(f.MTTF.NS))), MTTR: law(sim.Exponential(sim.Time(f.MTTR.NS))),
			})
		}
	}
}
