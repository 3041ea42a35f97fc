package scenarios

import (
	"ccsim/reports"
	"ccsim/sim"
)

// Scope finds what a bare name means in a metric: a type of calls, a skill group or
// precision queue, a group of agents, a campaign.
func (c *Compiled) Scope(name string) (string, bool) {
	k := &compiler{cfg: c.Config}
	return k.scope(name)
}

// Metered are the options of what a run of the scenario measures.
func (c *Compiled) Metered() reports.Options { return c.options() }

// ClockOf prints moments as times of day, nil where the scenario has no start.
func (c *Compiled) ClockOf() func(sim.Time) string { return c.clock() }
