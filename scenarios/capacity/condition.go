package capacity

import (
	"slices"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// condition is a state of the platform for which a need is found.
type condition struct {
	name     string
	keep     []int        // faults of the timeline that happen
	failures bool         // the random failures happen
	down     *model.Lever // stops one side for the whole run
	from, to sim.Time     // while the fault lasts, at least; from 0 where it is not known before
}

// normal is the center without a fault.
var normal = condition{name: "normal operation"}

// conditions are those that a scenario asks for, normal operation first.
func (x *search) conditions() ([]condition, error) {
	all := []condition{normal}
	if x.OnlyNormal {
		return all, nil
	}
	down, err := x.sideDown()
	if err != nil {
		return nil, err
	}
	cfg := x.Plain.Config
	all = append(all, condition{name: "one side down", down: down, to: cfg.Horizon})
	for _, i := range reports.Told(cfg) {
		l := &cfg.Levers[i]
		c := condition{name: l.Name, keep: []int{i}, to: l.At + l.For}
		if l.Trigger.Kind == model.FactNone && l.AtDist.IsZero() {
			c.from = l.At
			c.name += " at " + x.moment(l.At)
		} else {
			c.to = cfg.Horizon
		}
		all = append(all, c)
	}
	if len(cfg.Failures) > 0 {
		all = append(all, condition{name: "random failures", failures: true, to: cfg.Horizon})
	}
	return all, nil
}

func (x *search) moment(t sim.Time) string {
	if clock := x.Plain.ClockOf(); clock != nil {
		return clock(t)
	}
	return "+" + reports.Span(t)
}

// sideDown is the lever that stops all of site B at the start of the run.
func (x *search) sideDown() (*model.Lever, error) {
	change, err := format.ParseChange("timeline=[{at: 0s, do: stop, target: site/B}]")
	if err != nil {
		return nil, err
	}
	c, err := x.Source.Compile(append(slices.Clone(x.Changes), change)...)
	if err != nil {
		return nil, err
	}
	return &c.Config.Levers[0], nil
}

// apply brings a configuration into the condition. What is left of the timeline,
// such as a surge or a new skill, belongs to the day. An undo that nobody calls never
// acts, so a fault is taken out by making it one.
func (c *condition) apply(cfg *model.Config) {
	for _, i := range reports.Told(cfg) {
		if !slices.Contains(c.keep, i) {
			cfg.Levers[i].IsUndo, cfg.Levers[i].Trigger, cfg.Levers[i].AtDist = true, model.Trigger{}, sim.Dist{}
		}
	}
	if !c.failures {
		cfg.Failures = nil
	}
	if c.down != nil {
		cfg.Levers = append(cfg.Levers, *c.down)
	}
}
