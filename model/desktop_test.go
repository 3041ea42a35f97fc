package model

import (
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// Desktops that are cut off for longer than the grace cost the sign-in.
func TestADesktopThatStaysAwaySignsItsAgentOut(t *testing.T) {
	for away, signedOut := range map[sim.Time]int{sim.Minute: 0, 5 * sim.Minute: 20} {
		cfg := lab(20, 100)
		cfg.Horizon = sim.Hour
		links := linksOf(cfg, func(l Link) bool { return l.Kind == LinkDesktop })
		require.NotEmpty(t, links)
		cfg.Levers = []Lever{{Verb: VerbCut, Links: links, At: half, Undo: -1}, {Verb: VerbHeal, Links: links, At: half + away, Undo: -1}}
		w, f := run(t, cfg, 1)
		require.Equal(t, signedOut, f.losses()[LossSignIn], "away %v", away)
		for a := range w.agents {
			require.NotEqual(t, AgentLogout, w.records[a].State, "all are back, away %v", away)
		}
	}
}

// With LOAD=0 an agent whose browser crashed is made Not Ready, idle or at a call,
// and gets no call before the desktop is back.
func TestAgentsWithoutADesktopAreMadeNotReady(t *testing.T) {
	cfg := lab(20, 100)
	cfg.Horizon = sim.Hour
	cfg.Groups[0].Pending = PendingHabit{}
	cfg.Levers = []Lever{{Verb: VerbCrash, Groups: []int{0}, At: half, Undo: -1}, {Verb: VerbStart, Groups: []int{0}, At: half + 10*sim.Minute, Undo: -1}}
	_, f := run(t, cfg, 1)
	forced := map[uint32]bool{}
	for _, x := range f.all {
		if x.Kind == FactForced && x.Aux == uint32(reasonFailover) { // not by RONA
			forced[x.Subject] = true
		}
		if noticed := half + cfg.Timers.Presence + cfg.Timers.ForcedLogout; x.Kind == FactAnswered && x.T > noticed+sim.Minute && x.T < half+10*sim.Minute {
			t.Fatalf("answered without a desktop: %+v", x)
		}
	}
	require.Len(t, forced, 20)
}

// By policy a desktop that lost its server costs the readiness at once.
func TestAgentsOfALostServerAreMadeNotReadyByPolicy(t *testing.T) {
	for policy, want := range map[AfterFailover]int{AfterRC126: 0, AfterNotReady: 20} {
		cfg := lab(20, 100)
		cfg.Horizon = sim.Hour
		cfg.Policies.AfterFailover = policy
		cfg.Groups[0].Pending = PendingHabit{}
		links := linksOf(cfg, func(l Link) bool { return l.Kind == LinkDesktop })
		cfg.Levers = []Lever{{Verb: VerbCut, Links: links, At: half, Undo: -1}, {Verb: VerbHeal, Links: links, At: half + sim.Minute, Undo: -1}}
		_, f := run(t, cfg, 1)
		forced := map[uint32]bool{}
		for _, x := range f.all {
			if x.Kind == FactForced && x.Aux == uint32(reasonFailover) {
				forced[x.Subject] = true
			}
		}
		require.Len(t, forced, want, "policy %d", policy)
	}
}

func TestDesktopsMoveToTheOtherFinesse(t *testing.T) {
	cfg := lab(20, 100)
	cfg.Horizon = sim.Hour
	finesse := PairID(slices.IndexFunc(cfg.Units(), func(u Unit) bool { return u.Kind == UnitFinesse }))
	crash := lever(VerbCrash, pgProc(finesse, SideA))
	crash.Stay = true
	w, f := run(t, at(cfg, crash), 1)
	require.NotNil(t, f.first(FactSessionsLost))
	for a := range w.agents {
		require.True(t, w.records[a].Session, "agent %d", a)
		require.Equal(t, SideB, w.records[a].Server, "agent %d", a)
	}
}

// A forced logout that comes late hits an agent who is back at a desktop, by policy.
func TestALateForcedLogoutLandsByPolicy(t *testing.T) {
	for lands, signedOut := range map[bool]int{false: 0, true: 20} {
		cfg := lab(20, 100)
		cfg.Horizon = sim.Hour
		cfg.Timers.DesktopFailover, cfg.Timers.Recovery = must(sim.Constant(sim.Second)), must(sim.Constant(sim.Second))
		cfg.Policies.Load, cfg.Policies.LateForced = LoadSignOut, lands
		cfg.Levers = []Lever{{Verb: VerbCrash, Groups: []int{0}, At: half, Undo: -1}, {Verb: VerbStart, Groups: []int{0}, At: half + 5*sim.Second, Undo: -1}}
		w, f := run(t, cfg, 1)
		require.Equal(t, signedOut, f.losses()[LossSignIn], "lands: %v", lands)
		for a := range w.agents {
			require.True(t, w.records[a].Session, "all are at a desktop again")
		}
	}
}
