package model

import (
	"fmt"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// teams puts the agents of a random world into teams, with supervisors who have busy
// habits.
func (d *dice) teams(cfg *Config) {
	cfg.Policies.ForcedSignOut = ForcedSignOut(d.below(3))
	for i := range len(cfg.Groups) {
		g := &cfg.Groups[i]
		cfg.Teams = append(cfg.Teams, Team{Name: fmt.Sprintf("team-%d", i), PG: g.PG})
		g.Team = len(cfg.Teams)
		over := *g
		over.Name, over.Count, over.Team, over.Supervises = "floor-"+g.Name, 1+d.below(2), 0, []int{g.Team}
		over.NoSkills, over.Skills = d.one(80), nil
		over.Supervision = Supervision{
			MonitorPerHour: 60, MonitorTime: must(sim.Exponential(sim.Minute)), BargeIn: 0.5,
			ForcePerHour: float64(d.below(2) * 60), ForceNotReady: 0.5, ForceLogout: 0.05,
		}
		if d.one(30) {
			over.MonitorTime = sim.Dist{}
		}
		cfg.Groups = append(cfg.Groups, over)
	}
}

// supervise makes a lever one of teams and supervisors.
func (d *dice) supervise(cfg *Config, l *Lever) {
	l.Verb = []Verb{VerbMonitor, VerbBargeIn, VerbForceState, VerbForceState, VerbChangeTeam}[d.below(5)]
	l.State = []AgentState{AgentAvailable, AgentNotReady, AgentLogout}[d.below(3)]
	var of []AgentID
	first, pg := AgentID(0), cfg.Teams[0].PG
	for _, g := range cfg.Groups {
		for i := range g.Count {
			if g.PG == pg {
				of = append(of, first+AgentID(i))
			}
		}
		first += AgentID(g.Count)
	}
	l.Agents = []AgentID{of[d.below(len(of))]}
	l.Team = d.below(2)
}

// floor is a center of one team of eight agents, always on calls of twenty minutes, and
// one supervisor: agent 8.
func floor(levers ...Lever) *Config {
	cfg := lab(8, 400)
	cfg.Types[0].Talk = must(sim.Constant(20 * sim.Minute))
	cfg.Types[0].Hold, cfg.Types[0].Transfer, cfg.Types[0].Conference = 0, 0, 0
	cfg.Teams = []Team{{Name: "alpha"}, {Name: "beta"}}
	cfg.Groups[0].Team = 1
	cfg.Groups[0].Pending = PendingHabit{}
	over := cfg.Groups[0]
	over.Name, over.Count, over.Team, over.Supervises, over.NoSkills = "floor", 1, 0, []int{1}, true
	cfg.Groups = append(cfg.Groups, over)
	return at(cfg, levers...)
}

const boss = AgentID(8)

func act(v Verb, at sim.Time, agents ...AgentID) Lever {
	return Lever{Verb: v, Agents: agents, At: at, Undo: -1, Type: -1}
}

// force is a supervisor who sets the state of agent 0.
func force(to AgentState, at sim.Time) Lever {
	l := act(VerbForceState, at, 0)
	l.State = to
	return l
}

// acts are what supervisors did, in order.
func (f *facts) acts() (all []Supervised) {
	for _, x := range f.all {
		if x.Kind == FactSupervised {
			all = append(all, Supervised(x.Aux))
		}
	}
	return all
}

func (f *facts) ignored() (all []IgnoreReason) {
	for _, x := range f.all {
		if x.Kind == FactLeverIgnored {
			all = append(all, IgnoreReason(x.Aux))
		}
	}
	return all
}

// upTo runs a world up to a time.
func upTo(t *testing.T, cfg *Config, end sim.Time) *World {
	t.Helper()
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(end))
	require.NoError(t, w.CheckAll())
	return w
}

func TestASupervisorWhoMonitorsIsOnACall(t *testing.T) {
	cfg := floor(act(VerbMonitor, half, 0))
	w := upTo(t, cfg, half-1)
	require.Equal(t, AgentNotReady, w.records[boss].State, "who takes no calls is Not Ready from the sign-in on")
	w = upTo(t, cfg, half+sim.Second)
	require.Equal(t, AgentTalking, w.agents[boss].State)
	require.Equal(t, AgentTalking, w.records[boss].State)
	require.True(t, w.calls[w.agents[0].Call].Monitored)
	require.Zero(t, w.probe(Probe{What: ProbeTalking, Skill: -1, Pair: -1})-8, "a call with an agent is one")
	w = upTo(t, cfg, half+11*sim.Minute)
	require.Equal(t, AgentNotReady, w.agents[boss].State, "with the call the monitoring is over")
	require.Equal(t, AgentNotReady, w.records[boss].State)
}

func TestOneCallAtATimeAndOneSupervisorEach(t *testing.T) {
	busy := act(VerbMonitor, half+1, 1)
	busy.Supervisor = int(boss) + 1
	cfg := floor(act(VerbMonitor, half, 0), busy, act(VerbMonitor, half+2, 0), act(VerbMonitor, half+3, boss))
	cfg.Groups[1].Count = 2
	_, f := run(t, cfg, 1)
	require.Equal(t, []IgnoreReason{IgnoreSupervisor, IgnoreNoTalk, IgnoreTeam}, f.ignored())
}

func TestOnlyTheOwnTeamsAreSupervised(t *testing.T) {
	cfg := floor(act(VerbMonitor, half, 0), force(AgentLogout, half+1))
	cfg.Groups[1].Supervises = []int{2}
	_, f := run(t, cfg, 1)
	require.Equal(t, []IgnoreReason{IgnoreTeam, IgnoreTeam}, f.ignored())
}

func TestMonitoringAndBargeInAreKeptInAMaintenanceAndLostInACrash(t *testing.T) {
	for _, barge := range []bool{false, true} {
		verb, kind := VerbMonitor, LossMonitoring
		if barge {
			verb, kind = VerbBargeIn, LossBargeIn
		}
		kept, f := run(t, floor(act(verb, half-sim.Second, 0), lever(VerbMaintenance, pgA)), 1)
		require.Equal(t, RoleActive, kept.procs[pgB].Role)
		require.Empty(t, f.losses())
		k := f.first(FactSupervisionKept)
		require.NotNil(t, k)
		require.Equal(t, [2]int64{1 - int64(one(barge)), int64(one(barge))}, [2]int64{k.Value, int64(k.Aux)})

		crash := floor(act(verb, half-sim.Second, 0), Lever{Verb: VerbCrash, Procs: []ProcID{pgA}, At: half})
		_, f = run(t, crash, 1)
		lost := 0
		for _, x := range f.all {
			if x.Kind == FactLoss && LossKind(x.Aux) == kind {
				require.Equal(t, uint32(2), x.Cause, "the crash is the cause")
				require.Equal(t, half, x.T)
				lost++
			}
		}
		require.Equal(t, 1, lost)
		w := upTo(t, crash, half+sim.Second)
		require.Equal(t, barge, w.agents[boss].Watching, "who has barged in stays in the call, who listened does not")
	}
}

func TestACallWithASupervisorStaysWithoutControlAfterACrash(t *testing.T) {
	for _, barge := range []bool{false, true} {
		cfg := floor(Lever{Verb: VerbCrash, Procs: []ProcID{pgA}, At: half})
		if barge {
			cfg = floor(act(VerbBargeIn, half-sim.Second, 0), Lever{Verb: VerbCrash, Procs: []ProcID{pgA}, At: half})
		}
		w := upTo(t, cfg, half+4*sim.Minute)
		require.True(t, w.records[0].Session, "signed in again")
		require.Equal(t, !barge, w.calls[w.agents[0].Call].Control)
		if barge {
			require.Equal(t, AgentTalking, w.records[boss].State, "signed in again in the middle of the call")
			require.Equal(t, uint16(reasonOnCall), w.records[boss].Reason)
		}
	}
}

func TestATalkWithASupervisorIsNotInterrupted(t *testing.T) {
	w := upTo(t, floor(act(VerbBargeIn, half, 0)), half+1)
	w.records[0].Ready, w.records[1].Ready = true, true
	require.False(t, w.interruptible(0))
	require.True(t, w.interruptible(1))
}

func TestAForcedStateIsDoneOrRefusedAtOnce(t *testing.T) {
	idle := func(levers ...Lever) *Config {
		cfg := floor(levers...)
		cfg.Types[0].Rates = []RateStep{{PerSecond: 1e-9}}
		return cfg
	}
	w := upTo(t, idle(force(AgentNotReady, half)), half)
	require.Equal(t, AgentNotReady, w.records[0].State)
	require.Equal(t, uint16(reasonSupervisor), w.records[0].Reason)
	w = upTo(t, idle(force(AgentNotReady, half), force(AgentAvailable, half+1)), half+1)
	require.Equal(t, AgentAvailable, w.records[0].State)
	w = upTo(t, idle(force(AgentLogout, half)), half)
	require.Equal(t, AgentLogout, w.records[0].State)
	require.False(t, w.agents[0].OnShift)
	_, f := run(t, idle(force(AgentAvailable, half)), 1)
	require.Equal(t, []IgnoreReason{IgnoreState}, f.ignored(), "Ready already")
	w, f = run(t, floor(force(AgentNotReady, half), force(AgentAvailable, half+1)), 1)
	require.Equal(t, []IgnoreReason{IgnoreState, IgnoreState}, f.ignored(), "not while talking, and never for later")
	require.Zero(t, w.census.Pending[PendingRequested])
}

func TestAForcedStateEndsAWrapUp(t *testing.T) {
	for to, want := range map[AgentState]AgentState{AgentNotReady: AgentNotReady, AgentAvailable: AgentAvailable, AgentLogout: AgentLogout} {
		cfg := floor()
		cfg.Types[0].Talk = must(sim.Constant(10 * sim.Minute))
		cfg.Types[0].Rates = []RateStep{{PerSecond: 0.05}, {From: 9 * sim.Minute}}
		cfg.Groups[0].Wrapup, cfg.Groups[0].WrapupShare = must(sim.Constant(5*sim.Minute)), 1
		w := upTo(t, cfg, 12*sim.Minute)
		require.Equal(t, AgentWorkReady, w.records[0].State)
		at(cfg, force(to, 12*sim.Minute))
		w = upTo(t, cfg, 12*sim.Minute)
		require.Equal(t, want, w.records[0].State, to)
		require.Equal(t, want, w.agents[0].State, to)
	}
}

func TestASignOutDuringACallIsByPolicy(t *testing.T) {
	run := func(p ForcedSignOut) (now, later *World, f *facts) {
		cfg := floor(force(AgentLogout, half))
		cfg.Policies.ForcedSignOut = p
		f = &facts{}
		later, err := New(cfg, 1, 0)
		require.NoError(t, err)
		later.SetSink(f)
		require.NoError(t, later.RunUntil(half+11*sim.Minute))
		return upTo(t, cfg, half+sim.Second), later, f
	}
	now, later, f := run(SignOutAtOnce)
	require.Equal(t, AgentLogout, now.records[0].State)
	require.Equal(t, AgentTalking, now.agents[0].State, "the call goes on")
	require.Equal(t, map[LossKind]int{LossControl: 1}, f.losses())
	require.False(t, later.agents[0].OnShift)
	require.Equal(t, uint32(reasonSupervisor), f.first(FactSignedOut).Aux)

	now, later, f = run(SignOutAfterCall)
	require.Equal(t, AgentTalking, now.records[0].State)
	require.Empty(t, f.losses())
	require.False(t, later.agents[0].OnShift)
	require.Equal(t, uint32(reasonSupervisor), f.first(FactSignedOut).Aux)

	now, later, f = run(SignOutNotReady)
	require.Equal(t, AgentTalking, now.records[0].State)
	require.Equal(t, AgentNotReady, later.records[0].State)
	require.Nil(t, f.first(FactSignedOut))
}

func TestWhoIsSignedOutByASupervisorDoesNotHoldUpARecovery(t *testing.T) {
	cfg := floor(force(AgentLogout, half), Lever{Verb: VerbCrash, Procs: []ProcID{pgA}, At: half + sim.Second})
	w := upTo(t, cfg, half+4*sim.Minute)
	require.Equal(t, AgentTalking, w.agents[0].State)
	require.Equal(t, AgentLogout, w.records[0].State, "Finesse does not sign the agent in again")
	require.False(t, w.pairs[0].Disturbed)
}

func TestAChangeOfTeamNeedsALoggerAndRoom(t *testing.T) {
	to := func(team int, at sim.Time, agents ...AgentID) Lever {
		l := act(VerbChangeTeam, at, agents...)
		l.Team = team
		return l
	}
	cfg := floor(to(2, half, 0), act(VerbMonitor, half+1, 0), to(0, half+2, 0), act(VerbMonitor, half+3, 0), to(1, half+4, 0))
	w, f := run(t, cfg, 1)
	require.Equal(t, []IgnoreReason{IgnoreTeam, IgnoreMember}, f.ignored(), "another team has other supervisors; back in the own one")
	require.Equal(t, uint32(1), w.agents[0].Team)

	cfg = floor()
	at(cfg, lasting(crash(cfg, "logger/A", "logger/B"))...)
	_, f = run(t, at(cfg, to(2, half+sim.Minute, 0)), 1)
	require.Equal(t, []IgnoreReason{IgnoreNoLogger}, f.ignored())

	cfg = floor(to(2, half, 0, 1))
	full := cfg.Groups[0]
	full.Name, full.Count, full.Team = "full", MaxTeamAgents-1, 2
	cfg.Groups = append(cfg.Groups, full)
	_, f = run(t, cfg, 1)
	require.Equal(t, []IgnoreReason{IgnoreTeamFull}, f.ignored())
	cfg.Groups[2].Count--
	_, f = run(t, cfg, 1)
	require.Empty(t, f.ignored())
}

// What a supervisor did not see of a change of team during the migration is what he
// would not have seen without it.
func TestAChangeOfTeamIsNotAffectedByAMaintenance(t *testing.T) {
	levers := func() []Lever {
		change := act(VerbChangeTeam, half+sim.Second, 0)
		change.Team = 2
		return []Lever{change, act(VerbMonitor, half+sim.Second+1, 0), act(VerbMonitor, half+sim.Second+2, 1)}
	}
	_, without := run(t, floor(levers()...), 1)
	w, with := run(t, floor(append([]Lever{lever(VerbMaintenance, pgA)}, levers()...)...), 1)
	require.Equal(t, RoleActive, w.procs[pgB].Role)
	require.Less(t, with.first(FactMaintContinue).T, half+sim.Second)
	require.Greater(t, with.first(FactSwitched).T, half+sim.Second)
	require.Equal(t, without.acts(), with.acts())
	require.Equal(t, without.ignored(), with.ignored())
	require.Empty(t, with.losses())
}

func TestSupervisorsKeepTheirHabits(t *testing.T) {
	cfg := floor()
	cfg.Groups[1].Count = 2
	cfg.Groups[1].Supervision = Supervision{MonitorPerHour: 30, MonitorTime: must(sim.Constant(30 * sim.Second)), BargeIn: 0.5, ForcePerHour: 30, ForceNotReady: 0.5}
	cfg.Types[0].Rates = []RateStep{{PerSecond: 0.01}}
	w, f := run(t, cfg, 1)
	var n [SupervisorLeaves + 1]int
	for _, what := range f.acts() {
		n[what]++
	}
	for _, what := range []Supervised{SupervisorMonitors, SupervisorBargesIn, SupervisorForcesReady, SupervisorForcesNotReady, SupervisorLeaves} {
		require.Greater(t, n[what], 3, what)
	}
	require.InDelta(t, n[SupervisorMonitors], n[SupervisorLeaves], 2)
	for _, x := range f.all {
		if x.Kind == FactMonitored {
			require.LessOrEqual(t, sim.Time(x.Value), 30*sim.Second)
		}
	}
	require.NoError(t, w.CheckAll())
}

// A CTI server that fails alone takes the desktops, not what the PIM holds; a client
// that is cut off at the switch takes its supervisor along.
func TestWhatTheSupervisorsServerTakesAlong(t *testing.T) {
	cti := floor(act(VerbMonitor, half, 0), Lever{Verb: VerbCrash, Procs: []ProcID{ctiProc(0, SideA)}, At: half + 1}, act(VerbBargeIn, half+2, 0), force(AgentLogout, half+3))
	_, f := run(t, cti, 1)
	require.Zero(t, f.losses()[LossMonitoring])
	require.Equal(t, []IgnoreReason{IgnoreNoServer, IgnoreNoServer}, f.ignored(), "no server answers the supervisor's desktop")

	old := floor(act(VerbMonitor, half-1, 0), lever(VerbMaintenance, pgA))
	old.Clients = append(old.Clients, Client{Name: "old", Protocol: 20})
	old.Groups[1].Client = len(old.Clients) - 1
	w, f := run(t, old, 1)
	require.Equal(t, RoleActive, w.procs[pgB].Role)
	require.Equal(t, 1, f.losses()[LossMonitoring], "the supervisor is signed out, and with that no longer listens")
	require.Zero(t, f.losses()[LossControl], "the agents' own client takes part")
}

func TestASupervisorGoesHomeWhenTheCallIsOver(t *testing.T) {
	cfg := floor(act(VerbMonitor, half, 0), act(VerbSignOut, half+1, boss))
	w := upTo(t, cfg, half+2)
	require.Equal(t, AgentTalking, w.agents[boss].State)
	w = upTo(t, cfg, half+21*sim.Minute)
	require.Equal(t, AgentLogout, w.agents[boss].State)
	require.False(t, w.agents[boss].OnShift)
}

// A supervisor who also takes calls is Ready at first; what the supervisor asks for
// while monitoring comes when that is over.
func TestASupervisorWhoTakesCallsMonitorsWhenNotReady(t *testing.T) {
	over := act(VerbLeave, half+sim.Minute, 0)
	cfg := floor(act(VerbMonitor, half-2, 0), act(VerbNotReady, half-1, boss), act(VerbMonitor, half, 0), act(VerbReady, half+sim.Second, boss), over)
	cfg.Groups[1].NoSkills = false
	cfg.Types[0].Rates = []RateStep{{PerSecond: 0.01, From: half - 11*sim.Minute}, {From: half - sim.Minute}}
	_, f := run(t, cfg, 1)
	require.Equal(t, []IgnoreReason{IgnoreSupervisor}, f.ignored())
	w := upTo(t, cfg, half+30*sim.Second)
	require.Equal(t, AgentTalking, w.records[boss].State)
	require.Equal(t, WishReady, w.records[boss].Pending)
	w = upTo(t, cfg, half+2*sim.Minute)
	require.Equal(t, AgentAvailable, w.records[boss].State)
	require.Equal(t, int64(1), w.census.Pending[PendingApplied])
}
