package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// The active Router is gone, and its keep-alives are not missed yet: the inactive one
// that is asked to shut down would leave the center without a Router.
func TestTheInactiveRouterDoesNotStopWhileTheOtherIsDown(t *testing.T) {
	patched := func(levers ...Lever) *Config {
		cfg := lab(4, 40)
		cfg.Patches = []string{PatchRouter}
		for s := SideA; s <= SideB; s++ {
			cfg.Levels = append(cfg.Levels, ProcLevel{pgProc(routerOf(cfg.Units()), s), Level{Release1262.level(), 1}})
		}
		return at(cfg, levers...)
	}
	router := routerOf(patched().Units())
	crash := Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(router, SideA)}, At: half}
	ask := Lever{Verb: VerbMaintenance, Procs: []ProcID{pgProc(router, SideB)}, At: half + 100*sim.Millisecond}
	w, f := run(t, patched(crash, ask), 1)
	rejected := f.first(FactMaintRejected)
	require.NotNil(t, rejected)
	require.Equal(t, RefusalSimplex, Refusal(rejected.Aux))
	require.True(t, w.procs[pgProc(router, SideB)].up())
	w, f = run(t, patched(ask), 1)
	require.Nil(t, f.first(FactMaintRejected), "with both in step it stops")
	require.False(t, w.procs[pgProc(router, SideB)].up())
}
