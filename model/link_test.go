package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

const (
	fromA = 1 << SideA
	fromB = 1 << SideB
)

func TestOneWayCuts(t *testing.T) {
	heal := Lever{Verb: VerbHeal, Links: []LinkID{0}, At: half + sim.Minute}
	for name, c := range map[string]struct {
		from     uint8
		detector ProcID
		role     Role // of side B while the link is cut
	}{
		"the standby hears nothing":     {fromA, pgB, RoleIsolated},
		"the active side hears nothing": {fromB, pgA, RoleStandby},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := at(lab(20, 320), Lever{Verb: VerbCut, Links: []LinkID{0}, From: c.from, At: half}, heal)
			w, err := New(cfg, 1, 0)
			require.NoError(t, err)
			f := &facts{}
			w.SetSink(f)
			require.NoError(t, w.RunUntil(half+30*sim.Second))
			require.Equal(t, 1, f.count(FactDetected), "one side alone notices")
			require.Equal(t, uint32(c.detector), f.first(FactDetected).Subject)
			require.Equal(t, c.role, w.procs[pgB].Role)
			require.True(t, w.pairs[0].Simplex)
			require.NoError(t, w.Run())
			require.Empty(t, f.losses(), "the Router sees both sides: nobody takes over")
			require.Equal(t, RoleStandby, w.procs[pgB].Role)
			require.False(t, w.pairs[0].Simplex)
		})
	}
}

func TestASideThatIsNotHeardTakesOverByTheOldRule(t *testing.T) {
	// Side B is active; A hears nothing from it and always wins, but B hears A and goes on.
	cfg := at(lab(20, 320), Lever{Verb: VerbRestart, Procs: []ProcID{pgA}, At: 20 * sim.Minute},
		Lever{Verb: VerbCut, Links: []LinkID{0}, From: fromB, At: half}, Lever{Verb: VerbHeal, Links: []LinkID{0}, At: half + sim.Minute})
	cfg.Policies.PrivateLoss = WinnerA
	w, f := run(t, cfg, 1)
	require.Equal(t, FindingBothActive, Finding(f.first(FactFinding).Aux))
	require.Equal(t, RoleActive, w.procs[pgA].Role, "when they hear each other again, B steps back")
	require.Equal(t, RoleStandby, w.procs[pgB].Role)
	require.False(t, w.pairs[0].Simplex)
	require.Zero(t, w.pairs[0].Missing)
}

func TestADelayMisfiresOnlyIfItOpensAGapOverTheLimit(t *testing.T) {
	for by, detections := range map[sim.Time]int{100 * sim.Millisecond: 0, 390 * sim.Millisecond: 0, 510 * sim.Millisecond: 2, 3 * sim.Second: 2} {
		_, f := run(t, at(lab(20, 320), Lever{Verb: VerbDelay, Links: []LinkID{0}, By: by, At: half}), 1)
		require.Equal(t, detections, f.count(FactDetected), "a delay of %v", by)
		require.Equal(t, detections, f.count(FactPeerBack))
		require.Empty(t, f.losses())
	}
}

func TestLossRaisesFalseAlarmsAndNothingElse(t *testing.T) {
	w, f := run(t, at(lab(20, 320), Lever{Verb: VerbLose, Links: []LinkID{0}, Share: 0.5, At: sim.Minute}, Lever{Verb: VerbLose, Links: []LinkID{0}, At: half}), 1)
	require.Greater(t, f.count(FactDetected), 20, "with half of them lost, five in a row are a matter of seconds")
	require.Empty(t, f.losses(), "the standby asks the Router before it takes over")
	require.Equal(t, RoleActive, w.procs[pgA].Role)
	require.Equal(t, RoleStandby, w.procs[pgB].Role)
	require.False(t, w.pairs[0].Simplex)
}

func TestFlapping(t *testing.T) {
	cfg := at(lab(20, 320), Lever{Verb: VerbFlap, Links: []LinkID{0}, Every: 10 * sim.Second, Up: 4 * sim.Second, At: half}, Lever{Verb: VerbSteady, Links: []LinkID{0}, At: half + 35*sim.Second})
	w, f := run(t, cfg, 1)
	require.Equal(t, 4, f.count(FactCut))
	require.Equal(t, 4, f.count(FactHeal))
	require.Equal(t, half+6*sim.Second, f.first(FactHeal).T)
	require.Empty(t, f.losses())
	require.True(t, w.linked(0))
	require.False(t, w.pairs[0].Simplex)
}
