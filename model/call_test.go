package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// script is a center without chance: calls of a trace meet agents of an ideal
// center.
func script(agents int, calls ...TraceCall) *Config {
	cfg := ideal(lab(agents, 0))
	cfg.Types[0].Rates = nil
	cfg.Types[0].Patience = sim.Dist{}
	cfg.Groups[0].Wrapup, cfg.Groups[0].Pending = sim.Dist{}, PendingHabit{}
	cfg.End = EndDrain
	for i := range calls {
		calls[i].Row = uint32(i)
		if calls[i].Patience == 0 {
			calls[i].Patience = -1
		}
	}
	cfg.Trace = calls
	return cfg
}

type answered struct {
	call uint32
	at   sim.Time
	wait sim.Time
}

func (f *facts) answers() (all []answered) {
	for _, x := range f.all {
		if x.Kind == FactAnswered {
			all = append(all, answered{x.Subject, x.T, sim.Time(x.Value)})
		}
	}
	return all
}

const s = sim.Second

func TestCallsAreServedInOrderOfArrival(t *testing.T) {
	_, f := run(t, script(1, TraceCall{At: 1 * s, Talk: 10 * s}, TraceCall{At: 2 * s, Talk: 10 * s}, TraceCall{At: 3 * s, Talk: 10 * s}), 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {1, 11 * s, 9 * s}, {2, 21 * s, 18 * s}}, f.answers())
}

func TestPriorityGoesFirst(t *testing.T) {
	cfg := script(1, TraceCall{At: 1 * s, Talk: 10 * s}, TraceCall{At: 2 * s, Talk: 10 * s}, TraceCall{At: 3 * s, Talk: 10 * s, Type: 1})
	urgent := cfg.Types[0]
	cfg.Types[0].Priority = 2
	urgent.Name, urgent.Priority = "urgent", 1
	cfg.Types = append(cfg.Types, urgent)
	_, f := run(t, cfg, 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {5, 11 * s, 8 * s}, {2, 21 * s, 19 * s}}, f.answers(), "numbers are row x types + type")
}

func TestTheLongestAvailableAgentIsChosen(t *testing.T) {
	cfg := script(3, TraceCall{At: 1 * s, Talk: 2 * s}, TraceCall{At: 5 * s, Talk: 1 * s}, TraceCall{At: 7 * s, Talk: 1 * s}, TraceCall{At: 9 * s, Talk: 1 * s})
	_, f := run(t, cfg, 1)
	var order []uint32
	for _, x := range f.all {
		if x.Kind == FactAgentTime && UnpackAgent(x.Aux).True == AgentTalking {
			order = append(order, x.Subject)
		}
	}
	require.Equal(t, []uint32{0, 1, 2, 0}, order, "ties by number, then the one who has been available longest")
}

func TestLimits(t *testing.T) {
	calls := func() []TraceCall {
		return []TraceCall{{At: 1 * s, Talk: 10 * s}, {At: 2 * s, Talk: 10 * s}, {At: 3 * s, Talk: 10 * s}, {At: 4 * s, Talk: 10 * s}}
	}
	for name, c := range map[string]struct {
		set  func(*Config)
		want int64
	}{
		"no limit":       {func(*Config) {}, 0},
		"trunks":         {func(c *Config) { c.Trunks = 2 }, 2},
		"waiting places": {func(c *Config) { c.QueueLimit = 1 }, 2},
		"no waiting":     {func(c *Config) { c.QueueLimit = 0 }, 3},
		"VRU ports":      {func(c *Config) { c.VRUPorts = 2 }, 1},
	} {
		cfg := script(1, calls()...)
		c.set(cfg)
		w, _ := run(t, cfg, 1)
		require.Equal(t, c.want, w.census.Calls[CallBlocked], name)
		require.Equal(t, 4-c.want, w.census.Calls[CallHandled], name)
	}
}

func TestIVRHoldsATrunkAndAPort(t *testing.T) {
	cfg := script(5, TraceCall{At: 1 * s, IVR: 10 * s, Talk: s}, TraceCall{At: 2 * s, IVR: 10 * s, Talk: s}, TraceCall{At: 3 * s, IVR: 10 * s, Talk: s})
	cfg.VRUPorts = 2
	w, f := run(t, cfg, 1)
	require.EqualValues(t, 1, w.census.Calls[CallBlocked])
	require.Equal(t, []answered{{0, 11 * s, 0}, {1, 12 * s, 0}}, f.answers(), "the wait starts at the queue, not in the IVR")
}

func TestACallerHangsUpWhenPatienceEnds(t *testing.T) {
	_, f := run(t, script(1, TraceCall{At: 1 * s, Talk: 10 * s}, TraceCall{At: 2 * s, Talk: 10 * s, Patience: 4 * s}, TraceCall{At: 3 * s, Talk: s}), 1)
	require.Equal(t, 6*s, f.first(FactAbandoned).T)
	require.Equal(t, []answered{{0, 1 * s, 0}, {2, 11 * s, 8 * s}}, f.answers())
}

func TestACallerHangsUpWhileItRings(t *testing.T) {
	cfg := script(1, TraceCall{At: 1 * s, Talk: 10 * s, Patience: 2 * s}, TraceCall{At: 30 * s, Talk: s})
	cfg.Ring = must(sim.Constant(5 * s))
	w, f := run(t, cfg, 1)
	require.Equal(t, 3*s, f.first(FactAbandoned).T)
	require.EqualValues(t, 1, w.census.Calls[CallHandled], "the agent takes the next call")
}

func TestRingNoAnswerSendsTheCallOn(t *testing.T) {
	cfg := script(2, TraceCall{At: 1 * s, Talk: 10 * s})
	cfg.Ring, cfg.RONA = must(sim.Constant(20*s)), 12*s
	cfg.Groups[0].ReadyAgain = sim.Dist{}
	cfg.Horizon, cfg.End = sim.Minute, EndStop
	w, f := run(t, cfg, 1)
	require.Equal(t, 2, f.count(FactRONA), "each agent lets it ring once and is then Not Ready")
	require.EqualValues(t, 1, w.census.Calls[CallQueued])
	require.EqualValues(t, 32767, f.first(FactForced).Aux)
}

func TestEndRules(t *testing.T) {
	for end, want := range map[EndRule][3]int64{EndStop: {0, 2, 0}, EndDrain: {2, 0, 0}, EndCut: {1, 0, 1}} {
		cfg := script(1, TraceCall{At: 1 * s, Talk: 100 * s}, TraceCall{At: 2 * s, Talk: 10 * s}, TraceCall{At: 70 * s, Talk: s})
		cfg.Horizon, cfg.End = sim.Minute, end
		w, _ := run(t, cfg, 1)
		require.EqualValues(t, 2, w.census.Offered, "no arrivals after the horizon")
		require.Equal(t, want, [3]int64{w.census.Calls[CallHandled], w.census.inProgress(), w.census.Calls[CallRejected]})
	}
}

func TestAFaultDoesNotMoveTheCallers(t *testing.T) {
	plain, pf := run(t, lab(40, 1100), 7)
	_, cf := run(t, at(lab(40, 1100), lever(VerbCrash, pgA)), 7)
	require.Positive(t, plain.census.Offered)
	talks, waits := map[uint32]int64{}, map[uint32]int64{}
	arrivals := map[uint32]sim.Time{}
	for _, x := range pf.all {
		switch x.Kind {
		case FactOffered:
			arrivals[x.Subject] = x.T
		case FactHandled:
			talks[x.Subject] = x.Value
		case FactAbandoned:
			waits[x.Subject] = x.Value
		}
	}
	same, impatient := 0, 0
	for _, x := range cf.all {
		switch x.Kind {
		case FactOffered:
			require.Equal(t, arrivals[x.Subject], x.T)
			delete(arrivals, x.Subject)
		case FactHandled:
			if talk, ok := talks[x.Subject]; ok {
				require.Equal(t, talk, x.Value)
				same++
			}
		case FactAbandoned:
			if wait, ok := waits[x.Subject]; ok {
				require.Equal(t, wait, x.Value, "patience belongs to the caller")
				impatient++
			}
		}
	}
	require.Empty(t, arrivals)
	require.Greater(t, same, 500)
	require.Greater(t, impatient, 50)
}

func TestStaffingByInterval(t *testing.T) {
	cfg := script(3, TraceCall{At: 50 * s, Talk: 100 * s})
	cfg.Groups[0].Staff = []StaffStep{{0, 1}, {20 * s, 3}, {sim.Minute, 0}}
	cfg.End = EndStop
	cfg.Horizon = 5 * sim.Minute
	w, f := run(t, cfg, 1)
	require.EqualValues(t, 1, w.census.Calls[CallHandled], "the call in progress is finished first")
	var signedOut []sim.Time
	for _, x := range f.all {
		if x.Kind == FactSignedOut {
			signedOut = append(signedOut, x.T)
		}
	}
	require.Equal(t, []sim.Time{sim.Minute, sim.Minute, 150 * s}, signedOut)
}

func TestRatesFollowTheirSteps(t *testing.T) {
	cfg := lab(1, 0)
	cfg.Types[0].Rates = []RateStep{{From: 0, PerSecond: 1}, {From: 10 * sim.Minute, PerSecond: 0}, {From: 20 * sim.Minute, PerSecond: 4}}
	cfg.Horizon = 30 * sim.Minute
	_, f := run(t, cfg, 3)
	var n [3]int
	for _, x := range f.all {
		if x.Kind == FactOffered {
			n[x.T/(10*sim.Minute)]++
		}
	}
	require.InDelta(t, 600, n[0], 4*25)
	require.Zero(t, n[1])
	require.InDelta(t, 2400, n[2], 4*49)
}

func TestSurge(t *testing.T) {
	cfg := at(lab(1, 3600), Lever{Verb: VerbSurge, Type: -1, Factor: 3, At: 20 * sim.Minute}, Lever{Verb: VerbSurge, Type: 0, Factor: 1, At: 40 * sim.Minute})
	_, f := run(t, cfg, 3)
	var n [3]int
	for _, x := range f.all {
		if x.Kind == FactOffered {
			n[x.T/(20*sim.Minute)]++
		}
	}
	require.InDelta(t, 1200, n[0], 4*35)
	require.InDelta(t, 3600, n[1], 4*60)
	require.InDelta(t, 1200, n[2], 4*35)
}

func TestPendingStates(t *testing.T) {
	// One call of 100 s; the agent is asked to go Not Ready, Ready and Not Ready again.
	ask := func(v Verb, after sim.Time) Lever { return Lever{Verb: v, Agents: []AgentID{0}, At: after} }
	cfg := script(1, TraceCall{At: 1 * s, Talk: 100 * s}, TraceCall{At: 200 * s, Talk: s})
	cfg.Groups[0].Away = must(sim.Constant(sim.Minute))
	at(cfg, ask(VerbNotReady, 10*s), ask(VerbReady, 20*s), ask(VerbNotReady, 30*s))
	w, f := run(t, cfg, 1)
	require.Equal(t, [pendingOutcomes]int64{PendingRequested: 3, PendingSuperseded: 2, PendingApplied: 1}, w.census.Pending)
	require.Equal(t, 200*s, f.answers()[1].at, "Not Ready from 101 s to 161 s")

	cfg = script(1, TraceCall{At: 1 * s, Talk: 100 * s}, TraceCall{At: 102 * s, Talk: s})
	at(cfg, ask(VerbNotReady, 10*s), ask(VerbReady, 20*s))
	_, f = run(t, cfg, 1)
	require.Equal(t, 102*s, f.answers()[1].at, "the last request wins")

	cfg = script(1, TraceCall{At: 1 * s, Talk: 100 * s})
	at(cfg, ask(VerbNotReady, 10*s), ask(VerbSignOut, 20*s))
	w, _ = run(t, cfg, 1)
	require.EqualValues(t, 1, w.census.Pending[PendingCancelled], "who leaves needs no state any more")
}
