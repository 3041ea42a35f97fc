package reports

import (
	"math"
	"math/rand/v2"
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// withCalls makes replications of a metric beside the number of calls.
func withCalls(values, calls []float64) *Result {
	var all []*Replication
	for i := range values {
		all = append(all, &Replication{Metrics: []Metric{{"mean_wait", "all", "s"}, {"calls.offered", "all", ""}}, Values: []float64{values[i], calls[i]}})
	}
	return Merge(all)
}

func TestWhatIsDueToMoreCallsIsTakenOff(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 9))
	covered, gain := 0, 0.0
	const tries, n = 2000, 20
	for range tries {
		var y, x []float64
		for range n {
			calls := 100 + 10*rnd.NormFloat64()
			x = append(x, calls)
			y = append(y, 30+0.5*(calls-100)+2*rnd.NormFloat64())
		}
		c, _ := withCalls(y, x).Control(Metric{Name: "mean_wait", Scope: "all"}, 100)
		if math.Abs(c.Mean-30) <= c.Half {
			covered++
		}
		gain += c.Gain / tries
	}
	require.InDelta(t, 0.95, float64(covered)/tries, 0.015)
	require.InDelta(t, 29.0/4, gain, 1.5, "variance 25 + 4 against 4, less what the slope costs")
}

func TestAControlThatDoesNotHelpIsNotTold(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 3))
	told := 0
	for range 200 {
		var y, x []float64
		for range 12 {
			x, y = append(x, rnd.NormFloat64()), append(y, rnd.NormFloat64())
		}
		if _, ok := withCalls(y, x).Control(Metric{Name: "mean_wait", Scope: "all"}, 0); ok {
			told++
		}
	}
	require.Less(t, told, 100)
	for _, r := range []*Result{withCalls([]float64{1, 2}, []float64{1, 2}), withCalls(make([]float64, 20), make([]float64, 20))} {
		_, ok := r.Control(Metric{Name: "mean_wait", Scope: "all"}, 0)
		require.False(t, ok)
	}
	_, ok := withCalls([]float64{1}, []float64{1}).Control(Metric{Name: "gone"}, 0)
	require.False(t, ok)
}

func TestTheExpectedNumberOfCalls(t *testing.T) {
	cfg := func(types ...model.CallType) *model.Config {
		return &model.Config{Horizon: sim.Hour, Types: types}
	}
	steps := model.CallType{Rates: []model.RateStep{{From: -sim.Hour, PerSecond: 0.1}, {From: 30 * sim.Minute, PerSecond: 0.2, Slope: 0.001}, {From: 2 * sim.Hour, PerSecond: 9}}}
	n, ok := ExpectedCalls(cfg(steps, model.CallType{Rates: []model.RateStep{{PerSecond: 1}}}))
	require.True(t, ok)
	require.InDelta(t, 180+360+0.001*1800*1800/2+3600, n, 1e-9)
	for name, c := range map[string]*model.Config{
		"every": cfg(model.CallType{Every: sim.Second}), "none": cfg(),
		"retry": cfg(model.CallType{Rates: steps.Rates, Callers: model.Callers{Retry: 0.5}}), "sources": cfg(model.CallType{Callers: model.Callers{Sources: 3}}),
		"trace": {Horizon: sim.Hour, Types: []model.CallType{steps}, Trace: make([]model.TraceCall, 1)},
		"surge": {Horizon: sim.Hour, Types: []model.CallType{steps}, Levers: []model.Lever{{Verb: model.VerbSurge}}},
	} {
		_, ok := ExpectedCalls(c)
		require.False(t, ok, name)
	}
}
