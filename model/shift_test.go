package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// signs gives the moments at which the agents signed in or out.
func (f *facts) signs(k sim.FactKind) (at []sim.Time) {
	for _, x := range f.all {
		if x.Kind == k {
			at = append(at, x.T)
		}
	}
	return at
}

// shift is an ideal center whose agents work from ten to fifty minutes.
func shift(agents int) *Config {
	cfg := plain(agents, 2*sim.Minute)
	cfg.Types[0].Rates = nil
	cfg.Groups[0].Staff = []StaffStep{{}, {At: 10 * sim.Minute, Count: agents}, {At: 50 * sim.Minute}}
	return cfg
}

func TestAgentsComeLateAndLeaveEarly(t *testing.T) {
	cfg := shift(4)
	cfg.Groups[0].Ramp = 8 * sim.Minute
	_, f := run(t, cfg, 1)
	require.Equal(t, []sim.Time{10 * sim.Minute, 12 * sim.Minute, 14 * sim.Minute, 16 * sim.Minute}, f.signs(FactSignedIn))
	require.Equal(t, []sim.Time{50 * sim.Minute, 50 * sim.Minute, 50 * sim.Minute, 50 * sim.Minute}, f.signs(FactSignedOut))

	cfg.Groups[0].Ramp = 0
	cfg.Groups[0].Late = must(sim.Uniform(sim.Minute, 5*sim.Minute))
	cfg.Groups[0].Early = must(sim.Constant(3 * sim.Minute))
	w, f := run(t, cfg, 1)
	in := f.signs(FactSignedIn)
	require.Len(t, in, 4)
	for _, at := range in {
		require.True(t, at >= 11*sim.Minute && at <= 15*sim.Minute, "%v", at)
	}
	require.NotEqual(t, in[0], in[3])
	require.Equal(t, []sim.Time{47 * sim.Minute, 47 * sim.Minute, 47 * sim.Minute, 47 * sim.Minute}, f.signs(FactSignedOut))
	require.NoError(t, w.CheckAll())
	// The same agent is late by the same time whatever else happens.
	cfg.Groups[0].Count, cfg.Groups[0].Staff[1].Count = 2, 2
	_, g := run(t, cfg, 1)
	for _, at := range g.signs(FactSignedIn) {
		require.Contains(t, in, at)
	}
}

func TestAbsentAgentsStayAway(t *testing.T) {
	cfg := shift(200)
	cfg.Groups[0].Absent = 0.25
	_, f := run(t, cfg, 1)
	require.InDelta(t, 150, f.count(FactSignedIn), 25)
	// Half-hours of one plan do not ask them again.
	cfg.Groups[0].Staff = []StaffStep{{}, {At: 10 * sim.Minute, Count: 200}, {At: 20 * sim.Minute, Count: 200}, {At: 30 * sim.Minute, Count: 199}, {At: 50 * sim.Minute}}
	_, g := run(t, cfg, 1)
	require.Equal(t, f.count(FactSignedIn), g.count(FactSignedIn))
	// A run that begins within a shift finds those who came.
	cfg.Groups[0].Staff = []StaffStep{{Count: 200}}
	cfg.Groups[0].Late = must(sim.Constant(sim.Minute))
	w, _ := run(t, cfg, 1)
	require.InDelta(t, 150, w.groups[0].Working, 25)
}

// Who is at a call when the staff drops finishes it and its wrap-up.
func TestWorkInProgressIsFinished(t *testing.T) {
	cfg := shift(2)
	cfg.Types[0].Every = 49 * sim.Minute
	cfg.Types[0].Wrapup, cfg.Types[0].WrapupShare, cfg.Types[0].HasWrapup = must(sim.Constant(5*sim.Minute)), 1, true
	cfg.Groups[0].Early = must(sim.Constant(30 * sim.Second))
	_, f := run(t, cfg, 1)
	require.Equal(t, 1, f.count(FactHandled))
	require.Equal(t, []sim.Time{49*sim.Minute + 30*sim.Second, 56 * sim.Minute}, f.signs(FactSignedOut))
}

func TestWrapupByTypeOfCalls(t *testing.T) {
	cfg := plain(3, sim.Minute)
	cfg.Groups[0].Wrapup, cfg.Groups[0].WrapupShare = must(sim.Constant(sim.Minute)), 1
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, 10*sim.Minute
	other := cfg.Types[0]
	other.Name, other.HasWrapup = "other", true
	cfg.Types = append(cfg.Types, other)
	_, f := run(t, cfg, 1)
	wrapped := sim.Time(0)
	for _, x := range f.all {
		if x.Kind == FactAgentTime && UnpackAgent(x.Aux).True == AgentWorkReady {
			wrapped += sim.Time(x.Value)
		}
	}
	require.Equal(t, 5*sim.Minute, wrapped, "the other type has none")
}

func TestBreaksGoInWaves(t *testing.T) {
	cfg := plain(5, 4*sim.Minute)
	cfg.Types[0].Rates = nil
	cfg.Trace = []TraceCall{{At: 18 * sim.Minute, Bare: true, IVR: -1, Talk: -1, Patience: -1}}
	cfg.Groups[0].Breaks = []Break{{From: 20 * sim.Minute, Gap: 10 * sim.Minute, Waves: 2, For: 10 * sim.Minute}, {From: 45 * sim.Minute, Waves: 1, For: 5 * sim.Minute}}
	_, f := run(t, cfg, 1)
	at := map[uint32][]sim.Time{}
	for _, x := range f.all {
		if x.Kind == FactBreak {
			at[x.Subject] = append(at[x.Subject], x.T)
		}
	}
	require.Len(t, at, 5)
	// The first agent has a call until 22 minutes, and takes the whole break then.
	for a, want := range [][2]sim.Time{{22, 45}, {30, 45}, {20, 45}, {30, 45}, {20, 45}} {
		require.Equal(t, []sim.Time{want[0] * sim.Minute, want[1] * sim.Minute}, at[uint32(a)], "agent %d", a)
	}
	away := sim.Time(0)
	for _, x := range f.all {
		if x.Kind == FactAgentTime && UnpackAgent(x.Aux).Record == AgentNotReady {
			away += sim.Time(x.Value)
		}
	}
	require.Equal(t, 5*15*sim.Minute, away)
}

// A break that is due while nobody serves the desktop begins when it can.
func TestABreakWaitsForTheDesktop(t *testing.T) {
	cfg := at(shift(1), Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(0, SideA)}, At: 19 * sim.Minute}, Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(0, SideB)}, At: 19 * sim.Minute})
	cfg.Groups[0].Breaks = []Break{{From: 19*sim.Minute + 1, Waves: 1, For: 5 * sim.Minute}}
	_, f := run(t, cfg, 1)
	require.Equal(t, []sim.Time{19*sim.Minute + 10*sim.Second}, f.signs(FactBreak), "when the PG is back")
}

func TestSpeed(t *testing.T) {
	talks := func(cfg *Config) (all []sim.Time) {
		_, f := run(t, cfg, 1)
		for _, x := range f.all {
			if x.Kind == FactHandled {
				all = append(all, sim.Time(x.Value))
			}
		}
		return all
	}
	cfg := plain(2, 2*sim.Minute)
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, 10*sim.Minute
	s := &cfg.Groups[0].Speed
	s.Agents = must(sim.Constant(2 * sim.Second))
	require.Equal(t, []sim.Time{sim.Minute, sim.Minute, sim.Minute, sim.Minute, sim.Minute}, talks(cfg))
	// Both agents learn: two calls each at half and three quarters of their speed.
	s.Agents, s.Novice, s.Calls = sim.Dist{}, 0.5, 2
	require.Equal(t, []sim.Time{4 * sim.Minute, 4 * sim.Minute, 160 * sim.Second, 160 * sim.Second, 2 * sim.Minute}, talks(cfg))
	// One of two is busy with every call.
	s.Calls, s.Busy, s.Factor = 0, 0.5, 1.5
	require.Equal(t, 80*sim.Second, talks(cfg)[0])
	s.Busy = 0.51
	require.Equal(t, 2*sim.Minute, talks(cfg)[0])
	// Talk times of a table are what they are.
	s.Busy = 0.1
	cfg.Types[0].Every = 0
	cfg.Trace = []TraceCall{{At: sim.Minute, IVR: -1, Talk: 77 * sim.Second, Patience: -1}}
	require.Equal(t, []sim.Time{77 * sim.Second}, talks(cfg))
	// Everybody has a speed of their own, the same with every call.
	*s = Speed{Agents: must(sim.Uniform(sim.Second/2, 2*sim.Second))}
	cfg.Types[0].Every = 10 * sim.Minute
	cfg.Trace = nil
	all := talks(cfg)
	require.Equal(t, all[0], all[2])
	require.NotEqual(t, all[0], all[1])
}

// Who is Not Ready already when a break is due is away for the whole of it.
func TestABreakOfWhoIsAway(t *testing.T) {
	cfg := plain(1, sim.Minute)
	cfg.Types[0].Rates = nil
	cfg.Initial.Agents = []InitialAgents{{Count: 1, Rest: must(sim.Constant(16 * sim.Minute))}}
	cfg.Groups[0].Breaks = []Break{{From: 14 * sim.Minute, Waves: 1, For: 10 * sim.Minute}}
	_, f := run(t, cfg, 1)
	away := sim.Time(0)
	for _, x := range f.all {
		if x.Kind == FactAgentTime && UnpackAgent(x.Aux).True == AgentNotReady {
			away += sim.Time(x.Value)
		}
	}
	require.Equal(t, 24*sim.Minute, away)
}
