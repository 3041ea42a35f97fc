package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func TestARunBeginsInAGivenState(t *testing.T) {
	cfg := plain(4, 2*sim.Minute)
	cfg.Types[0].Rates, cfg.Types[0].Patience = nil, must(sim.Constant(100*sim.Second))
	cfg.Initial = Initial{
		Waiting: []InitialCalls{{Ages: []sim.Time{10 * sim.Second, 90 * sim.Second, 30 * sim.Second}}},
		Talking: []InitialCalls{{Ages: []sim.Time{80 * sim.Second, 0}}},
		Agents:  []InitialAgents{{Count: 1, Wrapup: true, Rest: must(sim.Constant(5 * sim.Second))}, {Count: 1, Rest: must(sim.Constant(50 * sim.Second))}},
	}
	w, f := run(t, cfg, 1)
	require.EqualValues(t, 5, w.census.Offered)
	type end struct{ at, value sim.Time }
	var answered, handled, gone []end
	for _, x := range f.all {
		switch e := (end{x.T, sim.Time(x.Value)}); x.Kind {
		case FactAnswered:
			answered = append(answered, e)
			require.False(t, UnpackCall(x.Aux).Early, "who waits at the start is served in the run")
		case FactHandled:
			handled = append(handled, e)
		case FactAbandoned:
			gone = append(gone, e)
		case FactOffered:
			require.Zero(t, x.T)
		}
	}
	s := sim.Second
	// The wrap-up ends first, for the oldest; one has had enough before the talk ends, at 40 s.
	require.Equal(t, []end{{5 * s, 95 * s}, {40 * s, 70 * s}, {50 * s, 60 * s}}, answered)
	require.Empty(t, gone)
	require.Equal(t, []end{{40 * s, 120 * s}, {120 * s, 120 * s}, {125 * s, 120 * s}, {160 * s, 120 * s}, {170 * s, 120 * s}}, handled)
	early := 0
	for _, x := range f.all {
		if x.Kind == FactHandled && UnpackCall(x.Aux).Early {
			early++
		}
	}
	require.Equal(t, 2, early, "talks that began before the run are not measured")

	cfg.Initial.Talking[0].Rest = must(sim.Constant(200 * sim.Second))
	cfg.Initial.Agents = cfg.Initial.Agents[:1]
	cfg.Groups[0].Count = 3
	_, f = run(t, cfg, 1)
	require.Equal(t, 2, f.count(FactAbandoned))
	require.Equal(t, []sim.Time{70 * s, 90 * s}, f.signs(FactAbandoned), "100 s since they began to wait")
}

// The Router knows who is busy: it sends nobody to an agent who is not free, and who
// waits is routed at once to one who is.
func TestTheRouterKnowsTheInitialState(t *testing.T) {
	cfg := lab(10, 60)
	cfg.Types[0].Rates = nil
	cfg.Types[0].Transfer = 0
	cfg.Initial = Initial{
		Waiting: []InitialCalls{{Count: 4, Age: must(sim.Uniform(0, sim.Minute))}},
		Talking: []InitialCalls{{Count: 5, Age: must(sim.Exponential(sim.Minute))}},
		Agents:  []InitialAgents{{Count: 2, Rest: must(sim.Constant(20 * sim.Minute))}},
	}
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	require.NoError(t, w.RunUntil(4*sim.Millisecond))
	require.EqualValues(t, 5, w.census.Calls[CallTalking])
	require.EqualValues(t, 3, w.census.Calls[CallRouted])
	require.EqualValues(t, 1, w.census.Calls[CallQueued])
	require.NoError(t, w.CheckAll())
	fork := w.Fork()
	require.NoError(t, fork.Run())
	require.NoError(t, w.Run())
	require.Equal(t, w.kernel.Fingerprint(), fork.kernel.Fingerprint())
	require.EqualValues(t, 9, w.census.Offered)
	require.Zero(t, w.census.Calls[CallQueued])
	for _, x := range f.all {
		require.NotEqual(t, FactRONA, x.Kind)
	}
	refused := 0
	for c := range w.calls {
		refused += max(int(w.calls[c].Attempt)-1, 0)
	}
	require.Zero(t, refused)
}

// What is left of a talk or of patience is drawn by its law, given what has passed.
func TestWhatIsLeft(t *testing.T) {
	s := sim.NewStream(1, 0, 1)
	d := must(sim.Uniform(0, 100*sim.Second))
	sum := sim.Time(0)
	for no := range uint32(4000) {
		x := beyond(d, s, no, 60*sim.Second)
		require.Greater(t, x, 60*sim.Second)
		sum += x
	}
	require.InDelta(t, 80, (sum / 4000).Seconds(), 1)
	require.Equal(t, 100*sim.Second+1, beyond(d, s, 1, 100*sim.Second), "nobody waits so long")
}

// A plain run does not notice that there could be an initial state.
func TestAnEmptyStartIsNoState(t *testing.T) {
	w, err := New(lab(3, 60), 1, 0)
	require.NoError(t, err)
	require.False(t, w.beforeStart())
}

// An agent who is free at the start takes the caller who has waited longest.
func TestTheOldestOfTheInitialStateIsServedFirst(t *testing.T) {
	cfg := plain(1, 2*sim.Minute)
	cfg.Types[0].Rates = nil
	cfg.Initial.Waiting = []InitialCalls{{Ages: []sim.Time{10 * sim.Second, 90 * sim.Second, 30 * sim.Second}}}
	_, f := run(t, cfg, 1)
	x := f.first(FactAnswered)
	require.Zero(t, x.T)
	require.EqualValues(t, 90*sim.Second, x.Value)
}
