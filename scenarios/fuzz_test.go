package scenarios

import (
	"errors"
	"testing"
	"testing/fstest"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// FuzzCompile compiles anything that reads as a scenario and runs its first
// simulated moments: it may complain, never panic.
func FuzzCompile(f *testing.F) {
	for _, name := range Library() {
		src, err := Open(name, nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src.Data)
	}
	f.Add([]byte(small))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := format.Parse("fuzz.yaml", data)
		if err != nil {
			return
		}
		src := &Source{Name: "fuzz.yaml", Data: data, doc: doc, dir: fstest.MapFS{}}
		c, err := src.Compile()
		if err != nil {
			_ = err.Error()
			return
		}
		agents := 0
		for _, g := range c.Config.Groups {
			agents += g.Count
		}
		if agents > 2000 || len(c.Config.PGs) > 50 {
			return // valid, but not worth the time here
		}
		c.Config.Limits = sim.Limits{Events: 20_000, AtOneInstant: 20_000}
		w, err := model.New(c.Config, c.Seed, 0)
		if err != nil {
			return
		}
		if err := w.RunUntil(min(c.Config.Horizon, sim.Minute)); err != nil {
			var exceeded *model.LimitExceeded
			if !errors.As(err, &exceeded) {
				t.Fatal(err)
			}
		}
	})
}
