package capacity

import (
	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// quiet takes the faults out of a configuration but those to keep, and random
// failures unless they are kept: what is left of the timeline, such as a surge or
// a new skill, belongs to the day. An undo that nobody calls never acts, so a fault
// is taken out by making it one.
func quiet(cfg *model.Config, keep map[int]bool, failures bool) {
	for _, i := range reports.Told(cfg) {
		if !keep[i] {
			cfg.Levers[i].IsUndo, cfg.Levers[i].Trigger, cfg.Levers[i].AtDist = true, model.Trigger{}, sim.Dist{}
		}
	}
	if !failures {
		cfg.Failures = nil
	}
}
