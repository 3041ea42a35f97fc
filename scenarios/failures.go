package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// failures compiles the random failures of PG sides.
func (c *compiler) failures() {
	for i := range c.sc.Center.Failures {
		f := &c.sc.Center.Failures[i]
		if f.Target.Kind != format.TargetPG {
			if f.Target.Kind != format.TargetNone || !f.Target.Set {
				c.Add(f.Pos, "failures need the target of an Agent PG, both sides, such as target: agent-pg-1")
			}
			continue
		}
		_, pair, ok := c.place(f.Target)
		crews := 2
		c.whole(f.Crews, &crews, 1, 2)
		if f.MTTF.NS <= 0 || f.MTTR.NS <= 0 {
			c.Add(f.Pos, "failures need mttf and mttr above 0, such as {target: agent-pg-1, mttf: 4000h, mttr: 8h}")
			continue
		}
		if ok {
			c.cfg.Failures = append(c.cfg.Failures, model.Failure{
				Pair: pair, Crews: crews, MTTF: law(sim.Exponential(sim.Time(f.MTTF.NS))), MTTR: law(sim.Exponential(sim.Time(f.MTTR.NS))),
			})
		}
	}
}
