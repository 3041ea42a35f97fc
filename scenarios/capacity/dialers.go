package capacity

import (
	"fmt"
	"math"
	"slices"

	"ccsim/model"
	"ccsim/reports"
)

// busyPorts is the metric of a Dialer whose ports are all taken.
const busyPorts = "dialer_ports_busy_rate"

// dialers sizes the ports of each Dialer that has campaigns, the others as the scenario
// has them.
func (x *search) dialers() (all []reports.Need, err error) {
	cfg := x.Plain.Config
	rule := dialing(cfg)
	for d := range cfg.Dialers {
		if !slices.ContainsFunc(cfg.Campaigns, func(c model.Campaign) bool { return c.Dialer == d }) {
			continue
		}
		n := reports.Need{From: x.Plain.Warmup, To: cfg.Horizon, Group: cfg.Dialers[d].Name, ByAgents: int(math.Ceil(rule[d]))}
		if err := x.dialer(&n, d); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s has no campaign: its Dialers need no ports", x.Plain.Name)
	}
	return all, nil
}

// dialer sizes the ports of one Dialer. How many dials there are and how long they take
// is seen in a run without a limit.
func (x *search) dialer(n *reports.Need, d int) error {
	free, err := x.ported(d, 0)
	if err != nil {
		return err
	}
	reps, err := x.batch(free, 0, 2)
	if err != nil {
		return err
	}
	targets := x.ofDialer(d)
	for i := range x.Plain.Config.Campaigns {
		c := &x.Plain.Config.Campaigns[i]
		at := place(reps[0].Metrics, &reports.Target{Metric: "dials_h", Scope: "campaign/" + c.Name})
		if c.Dialer != d || at < 0 {
			continue
		}
		rate := (reps[0].Values[at] + reps[1].Values[at]) / 2 / 3600 // dials a second
		ring := c.Ring.Mean().Seconds()
		if c.RingLimit > 0 {
			ring = min(ring, c.RingLimit.Seconds())
		}
		n.Offered += float64(rate * (n.To - n.From).Seconds())
		n.Load += float64(rate * ring)
	}
	if n.Offered == 0 {
		return nil
	}
	start := max(int(math.Ceil(n.Load)), 1)
	a, err := find(start, 1, max(2*start+20, n.ByAgents), func(count int) (Verdict, error) {
		run, err := x.ported(d, count)
		if err != nil {
			return Undecided, err
		}
		v, reps, err := x.decide(run, targets)
		if n.Tried++; v == Met {
			n.Replications, n.Values = len(reps), values(reps, targets)
		}
		return v, err
	})
	n.Enough, n.Count, n.Low, n.Top = a.Enough, a.Need, a.Low, a.Top
	return err
}

// ported is the scenario with so many ports of a Dialer; 0 = no limit.
func (x *search) ported(d, count int) (simulation, error) {
	c, err := x.compile()
	if err != nil {
		return nil, err
	}
	c.Config.Dialers[d].Ports = count
	return straight(c), nil
}

// ofDialer are the targets of a Dialer: one without a scope holds for each of its
// campaigns.
func (x *search) ofDialer(d int) (all []reports.Target) {
	for _, t := range x.Targets {
		if t.Scope != "" {
			all = append(all, t)
			continue
		}
		for _, c := range x.Plain.Config.Campaigns {
			if c.Dialer == d {
				t.Scope = "campaign/" + c.Name
				all = append(all, t)
			}
		}
	}
	return all
}
