package compare

import (
	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"
)

// stretches are into how many a run is cut while two are held side by side: their
// facts need little memory, and both stop where they part.
const stretches = 500

// partings finds where the first replication of each of the others leaves that of
// the plain scenario.
func partings(base *scenarios.Compiled, others []scenarios.Variant, clock func(sim.Time) string) ([]reports.Parting, error) {
	var all []reports.Parting
	for _, v := range others {
		p, err := parting(base, v, clock)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func parting(base *scenarios.Compiled, v scenarios.Variant, clock func(sim.Time) string) (reports.Parting, error) {
	var worlds [2]*model.World
	var journals [2]reports.Journal
	for i, cfg := range []*model.Config{base.Config, v.Config} {
		w, err := model.New(cfg, base.Seed, 0)
		if err != nil {
			return reports.Parting{}, err
		}
		w.SetSink(&journals[i])
		worlds[i] = w
	}
	horizon := max(base.Config.Horizon, v.Config.Horizon)
	for i := sim.Time(1); i <= stretches+1; i++ {
		for _, w := range worlds {
			if err := stretch(w, i, horizon); err != nil {
				return reports.Parting{}, err
			}
		}
		if p := reports.PartAt(base.Config, v.Config, journals[0].Facts, journals[1].Facts, clock); p.There {
			return p, nil
		}
		journals[0].Empty()
		journals[1].Empty()
	}
	return reports.Parting{}, nil
}

// stretch runs a world to the end of its i-th stretch; the last one is whatever
// comes after the horizon.
func stretch(w *model.World, i, horizon sim.Time) error {
	if i > stretches {
		return w.Run()
	}
	return w.RunUntil(min(horizon/stretches*i, w.Config().Horizon))
}
