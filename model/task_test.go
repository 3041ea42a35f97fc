package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// withTasks is a center whose agents take calls, chats and e-mail.
func withTasks() *Config {
	cfg := lab(8, 60)
	cfg.Types[0].Talk = must(sim.Exponential(60 * sim.Second))
	cfg.MRPGs = []MRPG{{Name: "mr-pg-1", InService: true, Protocol: MinMRProtocol}}
	cfg.MRDs = []MRD{{Name: "chat", MaxQueue: 15000, MaxWait: sim.Hour, MaxLife: sim.Hour}, {Name: "email", Interruptible: true, MaxQueue: 15000, MaxWait: sim.Hour, MaxLife: sim.Hour}}
	cfg.TaskTypes = []TaskType{
		{Name: "web-chat", MRD: 0, Rates: []RateStep{{PerSecond: 240.0 / 3600}}, Handle: must(sim.Exponential(4 * sim.Minute))},
		{Name: "e-mail", MRD: 1, Rates: []RateStep{{PerSecond: 40.0 / 3600}}, Handle: must(sim.Exponential(3 * sim.Minute)), Pause: 0.3, PauseTime: must(sim.Exponential(sim.Minute))},
	}
	cfg.Groups[0].Media = []GroupMedia{{MRD: 0, Limit: 2}, {MRD: 1, Limit: 1}}
	return cfg
}

func (c *Config) mrSide(s Side) ProcID { return pgProc(c.unit(UnitMRPG), s) }

// outcomes counts the tasks of a run by their outcome.
func (f *facts) outcomes() map[TaskState]int {
	m := map[TaskState]int{}
	for _, x := range f.all {
		if x.Kind == FactTaskEnded {
			m[TaskState(x.Aux>>16)]++
		}
	}
	return m
}

func TestMaintenanceOfAnMRPGLosesNoTask(t *testing.T) {
	for seed := range uint64(10) {
		cfg := at(withTasks(), Lever{Verb: VerbMaintenance, Procs: []ProcID{withTasks().mrSide(SideA)}, At: 20 * sim.Minute})
		w, f := run(t, cfg, seed)
		require.Empty(t, f.losses())
		require.Zero(t, f.count(FactTaskAgain), "the Router is told not to clear what waits")
		require.Positive(t, f.first(FactSwitched).Value)
		require.Equal(t, RoleDown, w.procs[cfg.mrSide(SideA)].Role)
		require.Equal(t, RoleActive, w.procs[cfg.mrSide(SideB)].Role)
		require.Equal(t, 20*sim.Minute+cfg.Timers.Handover+cfg.Latency.Desktop, f.first(FactStopped).T)
		plain, g := run(t, withTasks(), seed)
		require.Equal(t, g.outcomes(), f.outcomes())
		require.Equal(t, plain.Census().Tasks, w.Census().Tasks, "no task sees it")
	}
}

func TestMaintenanceOfAnMRPGIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Config)
		why    Refusal
	}{
		"protocol 4": {func(c *Config) { c.MRPGs[0].Protocol = 4 }, RefusalProtocol},
		"simplex": {func(c *Config) {
			at(c, Lever{Verb: VerbStop, Procs: []ProcID{c.mrSide(SideB)}, At: 10 * sim.Minute})
		}, RefusalSimplex},
		"twice": {func(c *Config) {
			at(c, Lever{Verb: VerbMaintenance, Procs: []ProcID{c.mrSide(SideA)}, At: 20*sim.Minute - sim.Second})
		}, RefusalBusy},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := withTasks()
			c.change(cfg)
			at(cfg, Lever{Verb: VerbMaintenance, Procs: []ProcID{cfg.mrSide(SideA)}, At: 20 * sim.Minute})
			_, f := run(t, cfg, 1)
			require.Equal(t, c.why, Refusal(f.first(FactMaintRejected).Aux))
			require.Empty(t, f.losses())
		})
	}
}

func TestCrashOfAnMRPGCostsThePlacesOfQueuedTasksOnly(t *testing.T) {
	queued, unseen := 0, 0
	for seed := range uint64(20) {
		cfg := at(withTasks(), Lever{Verb: VerbCrash, Procs: []ProcID{withTasks().mrSide(SideA)}, At: 20 * sim.Minute})
		cfg.Timers.Activation = 30 * sim.Second
		w, err := New(cfg, seed, 0)
		require.NoError(t, err)
		f := &facts{}
		w.SetSink(f)
		require.NoError(t, w.RunUntil(20*sim.Minute-1))
		waiting := w.census.Tasks[TaskQueued] + w.census.Tasks[TaskOffered]
		require.NoError(t, w.Run())
		losses := f.losses()
		require.Equal(t, int(waiting), losses[LossTask], "seed %d", seed)
		require.Equal(t, waiting, f.count64(FactTaskAgain))
		back := f.first(FactActive)
		require.NotNil(t, back)
		ended, last, started := 0, uint32(0), map[uint32]sim.Time{}
		for _, x := range f.all {
			switch {
			case x.Kind == FactTaskEnded && x.T > 20*sim.Minute && x.T < back.T:
				ended++
			case x.Kind == FactTaskOffered:
				started[x.Subject] = x.T
			case x.Kind == FactTaskAgain:
				require.Equal(t, back.T, x.T)
				require.GreaterOrEqual(t, started[x.Subject], started[last], "in the same order")
				last = x.Subject
			}
		}
		require.Equal(t, ended, losses[LossEvent], "seed %d", seed)
		require.Zero(t, losses[LossCall])
		queued, unseen = queued+int(waiting), unseen+ended
		require.Zero(t, f.outcomes()[TaskRejected]+f.outcomes()[TaskExpired])
	}
	require.Positive(t, queued)
	require.Positive(t, unseen)
}

func (f *facts) count64(k sim.FactKind) int64 { return int64(f.count(k)) }

func TestTaskLossesFollowFromTheTable(t *testing.T) {
	saved := holdings
	defer func() { holdings = saved }()
	crash := at(withTasks(), Lever{Verb: VerbCrash, Procs: []ProcID{withTasks().mrSide(SideA)}, At: 20 * sim.Minute})
	taskHolding().Rebuilt = true
	_, f := run(t, crash, 2)
	require.Zero(t, f.losses()[LossTask])
	taskHolding().Rebuilt, taskHolding().Carried = false, false
	_, f = run(t, at(withTasks(), Lever{Verb: VerbMaintenance, Procs: []ProcID{withTasks().mrSide(SideA)}, At: 20 * sim.Minute}), 2)
	require.Positive(t, f.losses()[LossTask])
}

// An agent with a chat gets no call, one with an e-mail does: the e-mail waits.
func TestTasksAndCallsOfOneAgent(t *testing.T) {
	interrupted := 0
	for seed := range uint64(10) {
		cfg := withTasks()
		cfg.Types[0].Rates[0].PerSecond *= 3
		w, err := New(cfg, seed, 0)
		require.NoError(t, err)
		for at := sim.Minute; at < cfg.Horizon; at += 7 * sim.Second {
			require.NoError(t, w.RunUntil(at))
			for a := range w.agents {
				busy := w.agents[a].State.callsFirst()
				first, _ := w.desksOf(AgentID(a))
				chat, mail := &w.desks[first], &w.desks[first+1]
				require.False(t, busy && chat.Count > 0, "a call beside a chat")
				require.LessOrEqual(t, chat.Count, int32(2))
				require.LessOrEqual(t, mail.Count, int32(1))
				if mail.Count > 0 && (busy || chat.Count > 0) {
					require.Equal(t, MediaInterrupted, mail.State)
					require.False(t, w.tasks[mail.First].Running)
					interrupted++
				}
			}
			require.NoError(t, w.CheckAll())
		}
	}
	require.Positive(t, interrupted)
}

// The agent's own work on a task is as long as was drawn, however often it was
// interrupted.
func TestInterruptionsCostNoWork(t *testing.T) {
	cfg := withTasks()
	cfg.TaskTypes[1].Handle = must(sim.Constant(100 * sim.Second))
	cfg.TaskTypes[1].Pause = 0
	cfg.MRDs[1].MaxLife, cfg.End = 0, EndDrain
	_, f := run(t, cfg, 5)
	begun := map[uint32]sim.Time{}
	late, worked := 0, sim.Time(0)
	for _, x := range f.all {
		switch {
		case x.Kind == FactMediaTime && x.Aux == 1|uint32(MediaActive)<<16:
			worked += sim.Time(x.Value)
		case x.Kind == FactTaskStarted && x.Aux == 1:
			begun[x.Subject] = x.T
		case x.Kind == FactTaskEnded && x.Aux&0xffff == 1:
			took := x.T - begun[x.Subject]
			require.GreaterOrEqual(t, took, 100*sim.Second)
			if took > 100*sim.Second {
				late++
			}
		}
	}
	require.Positive(t, late)
	require.Equal(t, sim.Time(len(begun))*100*sim.Second, worked, "of each task as much as was drawn")
	alone := withTasks()
	alone.TaskTypes = alone.TaskTypes[1:]
	alone.TaskTypes[0].Handle, alone.TaskTypes[0].Pause = must(sim.Constant(100*sim.Second)), 0
	alone.Types[0].Rates = nil
	_, f = run(t, alone, 5)
	for _, x := range f.all {
		if x.Kind == FactTaskEnded {
			require.Equal(t, 100*sim.Second, x.T-begun2(f, x.Subject))
		}
	}
}

func begun2(f *facts, no uint32) sim.Time {
	for _, x := range f.all {
		if x.Kind == FactTaskStarted && x.Subject == no {
			return x.T
		}
	}
	return -1
}

func TestLimitsOfAnMRD(t *testing.T) {
	cfg := withTasks()
	cfg.MRDs[0].MaxQueue, cfg.MRDs[0].MaxWait, cfg.MRDs[0].MaxLife = 3, 20*sim.Second, 6*sim.Minute
	cfg.TaskTypes[0].Rates[0].PerSecond *= 3
	w, f := run(t, cfg, 1)
	got := f.outcomes()
	require.Positive(t, got[TaskRejected])
	require.Positive(t, got[TaskExpired])
	require.Positive(t, got[TaskCutOff])
	require.LessOrEqual(t, w.media[0].Len, int32(3))
	asked := map[uint32]sim.Time{}
	for _, x := range f.all {
		switch {
		case x.Kind == FactTaskOffered:
			asked[x.Subject] = x.T
		case x.Kind == FactTaskEnded && TaskState(x.Aux>>16) == TaskExpired:
			require.Equal(t, 20*sim.Second+cfg.Latency.Public, x.T-asked[x.Subject])
		}
	}
}

// A task of an agent whose shift ends is submitted again, and another agent takes it.
func TestTasksOutliveTheShift(t *testing.T) {
	cfg := withTasks()
	cfg.Groups[0].Staff = []StaffStep{{0, 8}, {20 * sim.Minute, 2}, {40 * sim.Minute, 8}}
	_, f := run(t, cfg, 1)
	require.Positive(t, f.count(FactTaskAgain))
	require.Empty(t, f.losses())
	require.Zero(t, f.outcomes()[TaskRejected])
}
