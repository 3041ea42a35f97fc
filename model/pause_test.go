package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// A side that hung while its peer took over does not serve when it goes on.
func TestASideThatGoesOnDoesNotServeBesideItsPeer(t *testing.T) {
	cfg := lab(20, 100)
	cfg.Horizon = sim.Hour
	resume := lever(VerbResume, pgA)
	resume.At = half + 2*sim.Minute
	cfg = at(cfg, lever(VerbPause, pgA), resume)
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	require.NoError(t, w.RunUntil(resume.At-1))
	require.Equal(t, RoleActive, w.procs[pgA].Role, "it does not know better")
	require.Equal(t, RoleActive, w.procs[pgB].Role)
	require.NoError(t, w.RunUntil(resume.At+1))
	require.Equal(t, RoleSyncing, w.procs[pgA].Role)
	require.NoError(t, w.Run())
	require.Equal(t, RoleStandby, w.procs[pgA].Role)
	require.Equal(t, RoleActive, w.procs[pgB].Role)
}
