package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// Each kind of PG has its own PIM: a side whose PIM is active goes on when the private
// link is lost, unless its weight is nothing; then side A does, as in a tie.
func TestEveryKindOfPIMHasItsWeight(t *testing.T) {
	for name, c := range map[string]struct {
		kind   UnitKind
		change func(*Weights)
		want   Side
	}{
		"MR":                         {UnitMRPG, func(*Weights) {}, SideB},
		"MR of no weight":            {UnitMRPG, func(w *Weights) { w.MRPIM = 0 }, SideA},
		"MR, agent PIM of no weight": {UnitMRPG, func(w *Weights) { w.AgentPIM = 0 }, SideB},
		"VRU":                        {UnitVRUPG, func(*Weights) {}, SideB},
		"VRU of no weight":           {UnitVRUPG, func(w *Weights) { w.VRUPIM = 0 }, SideA},
	} {
		cfg := withTasks()
		cfg.VRUPGs = []VRUPG{{Name: "vru-pg-1", InService: true, CVPs: []int{0}}}
		cfg.CVPs = []Node{{Name: "cvp-a", Ports: None}}
		c.change(&cfg.Weights)
		p := cfg.unit(c.kind)
		at(cfg, Lever{Verb: VerbRestart, Procs: []ProcID{pgProc(p, SideA)}, At: 20 * sim.Minute},
			Lever{Verb: VerbCut, Links: linksOf(cfg, func(l Link) bool { return l.Kind == LinkPrivate && l.Pair == p }), At: half})
		w, err := New(cfg, 1, 0)
		require.NoError(t, err)
		require.NoError(t, w.RunUntil(half-1))
		require.Equal(t, RoleActive, w.procs[pgProc(p, SideB)].Role, name)
		require.NoError(t, w.RunUntil(half+sim.Minute))
		require.Equal(t, RoleActive, w.procs[pgProc(p, c.want)].Role, name)
		require.NotEqual(t, RoleActive, w.procs[pgProc(p, c.want.Other())].Role, name)
	}
}
