package capacity

import (
	"context"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

const busyDay = `apiVersion: ccsim/v1
name: day
start: 2026-03-03 08:00 Europe/Vienna
horizon: 3h
center: {preset: lab, agents: [{name: team, count: 10, wrapup: none}]}
workload:
  calls:
    - type: sales
      arrivals: {intervals: [{from: "08:00", rate: 60/h}, {from: "09:00", rate: 120/h}, {from: "10:00", rate: 40/h}]}
      talk: {dist: exponential, mean: 3m}
      patience: {dist: exponential, mean: 5m}
`

// dayOf begins the search of a scenario.
func dayOf(t *testing.T, s *Study) *day {
	t.Helper()
	x := &search{Study: s, ctx: context.Background(), condition: normal}
	d := &day{search: x, windows: windows(s.Plain.Warmup, s.Plain.Config.Horizon, s.Interval), pools: pools(s.Plain.Config)}
	require.NoError(t, d.guess())
	return d
}

// A window is tried from where the windows before it have left the center: the
// replication is the same as one that runs through all of them.
func TestAWindowGoesOnFromTheOneBefore(t *testing.T) {
	s := study(t, busyDay, "agents", "80% in 20s")
	s.Interval = 30 * sim.Minute
	d := dayOf(t, s)
	for k, n := range []int{3, 2, 7, 8, 4} {
		d.line.decided(k, map[int]int{0: n})
	}
	require.Equal(t, []int{3, 2, 7, 8, 4}, d.line.plan.counts[0][:5], "what was found is planned")
	const k = 5
	counts := map[int]int{0: 3}
	for rep := range uint32(3) {
		got, err := d.line.try(k, counts, d.metered())(rep)
		require.NoError(t, err)

		w, err := model.New(d.line.plan.with(k, len(d.windows), counts).put(d.line.base), s.Plain.Seed, rep)
		require.NoError(t, err)
		cfg := *d.line.base
		cfg.Horizon = d.windows[k].to
		o := d.metered()
		o.Warmup = d.windows[k].from
		through := newSieve(&cfg, o, d.windows[k])
		w.SetSink(through)
		require.NoError(t, w.RunUntil(d.windows[k].to+tail))
		want := through.finish(w)
		for i, m := range got.Metrics {
			if m.Scope == "skill/all" && m.Name != "mean_talk" && m.Name != "throughput_h" {
				require.InDelta(t, want.Values[i], got.Values[i], 0, m.Name)
			}
		}
		at := place(got.Metrics, &reports.Target{Metric: metricTalking, Scope: "all"})
		require.Positive(t, got.Values[at], "calls are in talk when the window begins")
	}
}

// Only the calls of a window are judged, to their end.
func TestOnlyTheCallsOfAWindowCount(t *testing.T) {
	cfg := &model.Config{Skills: []string{"all"}, Types: []model.CallType{{Name: "sales"}}, PGs: []model.PG{{}}, Horizon: 200}
	s := newSieve(cfg, reports.Options{Warmup: 100}, window{100, 200})
	aux := model.CallAux{Group: -1}.Pack()
	for _, x := range []sim.Fact{
		{T: 90, Kind: model.FactOffered, Subject: 1, Aux: aux},
		{T: 110, Kind: model.FactOffered, Subject: 2, Aux: aux},
		{T: 120, Kind: model.FactAnswered, Subject: 1, Aux: aux},
		{T: 150, Kind: model.FactOffered, Subject: 3, Aux: aux},
		{T: 190, Kind: model.FactAnswered, Subject: 2, Aux: aux},
	} {
		s.Record(x)
	}
	require.Equal(t, 1, s.open, "call 3 still waits")
	s.Record(sim.Fact{T: 210, Kind: model.FactOffered, Subject: 4, Aux: aux})
	s.Record(sim.Fact{T: 250, Kind: model.FactAbandoned, Subject: 3, Aux: aux})
	require.Zero(t, s.open)
	r := s.fold.Finish(sim.Fingerprint{})
	value := func(name string) float64 {
		return r.Values[place(r.Metrics, &reports.Target{Metric: name, Scope: "all"})]
	}
	require.Equal(t, 2.0, value("calls.offered"))
	require.Equal(t, 1.0, value("calls.abandoned"))
	require.Equal(t, 0.5, value("abandonment_rate"))
}

// By the half hour the need follows the load, and lies where Erlang A says, give or
// take what a half hour is not steady.
func TestTheNeedOfADay(t *testing.T) {
	s := study(t, strings.Replace(busyDay, "preset: lab", "preset: ideal", 1), "agents", "80% in 20s")
	s.Interval, s.OnlyNormal, s.OnlyNeeds = 30*sim.Minute, true, true
	c, err := s.Run(context.Background(), "")
	require.NoError(t, err)
	needs := c.Conditions[0].Needs
	require.Len(t, needs, 6)
	for k, n := range needs {
		require.Contains(t, []reports.Found{reports.FoundExact, reports.FoundWithin}, n.Found())
		require.InDelta(t, n.ErlangA, n.Count, 2, "window %d", k)
		require.Greater(t, n.Values[0].Mean, 0.8)
	}
	require.Greater(t, needs[3].Count, needs[0].Count)
	require.Greater(t, needs[3].Count, needs[5].Count)
}

// A scenario without all that the formulas do not know needs what Erlang A says: what
// was left out is all that makes a difference.
func TestWithoutItsFeaturesADayIsErlangA(t *testing.T) {
	s := study(t, strings.Replace(busyDay, "wrapup: none", "wrapup: none, pending: {probability: 30%, away: 10m}", 1), "agents", "80% in 20s")
	s.Interval, s.OnlyNormal, s.Most = sim.Hour, true, 500
	c, err := s.Run(context.Background(), "")
	require.NoError(t, err)
	b := c.Blames[0]
	require.Greater(t, b.Count, b.ErlangA+1)
	last := b.Parts[len(b.Parts)-1]
	require.Equal(t, "all of these", last.Name)
	require.GreaterOrEqual(t, last.Need.ErlangA, last.Need.Low+1)
	require.LessOrEqual(t, last.Need.ErlangA, last.Need.Count)
	for _, p := range b.Parts {
		if p.Name == "agents who go Not Ready after a call" {
			require.Less(t, p.Need.Count, b.Count)
		}
	}
}

// In normal operation no fault happens; in its own condition one does, and the need is
// searched from its interval on.
func TestAFaultAsksForMoreInItsInterval(t *testing.T) {
	s := study(t, strings.Replace(busyDay, "preset: lab", "preset: lab, timers: {pim_activation: 2m}", 1)+`timeline:
  - {at: "09:20", do: crash, target: agent-pg-1/A, for: 10m}
  - {at: "10:10", do: stop, target: agent-pg-1/B, for: 1m}
`, "agents", "75% in 20s")
	s.Interval, s.OnlyNormal, s.OnlyNeeds, s.Most = 30*sim.Minute, false, true, 150
	c, err := s.Run(context.Background(), "")
	require.NoError(t, err)
	var names []string
	for _, x := range c.Conditions {
		names = append(names, x.Name)
	}
	require.Equal(t, []string{"normal operation", "one side down", "crash agent-pg-1/A at 09:20:00", "stop agent-pg-1/B at 10:10:00"}, names)
	for _, n := range c.Conditions[1].Needs {
		require.False(t, n.Usual, "one side is down for the whole run")
	}
	for k, n := range c.Conditions[2].Needs[:4] {
		require.Equal(t, k < 2, n.Usual, "window %d", k)
	}
	require.Greater(t, c.Conditions[2].Needs[2].Count, c.Conditions[0].Needs[2].Count, "agents are signed out in the crash")
	var text strings.Builder
	reports.CapacityText(&text, c)
	require.Contains(t, text.String(), "Where a fault asks for another number")
	require.Regexp(t, `crash agent-pg-1/A at 09:20:00 +09:00 `, text.String())
	for k := range 4 {
		require.True(t, c.Conditions[3].Needs[k].Usual)
	}
	x := &search{Study: s, ctx: context.Background(), condition: normal}
	plain, err := x.compile()
	require.NoError(t, err)
	r, err := straight(plain)(0)
	require.NoError(t, err)
	at := place(r.Metrics, &reports.Target{Metric: "simplex_s", Scope: "all"})
	require.Zero(t, r.Values[at], "no side is down in normal operation")
	all, err := x.conditions()
	require.NoError(t, err)
	x.condition = all[1]
	plain, err = x.compile()
	require.NoError(t, err)
	r, err = straight(plain)(0)
	require.NoError(t, err)
	require.Positive(t, r.Values[at], "one side is down")
	require.Zero(t, r.Values[place(r.Metrics, &reports.Target{Metric: "side_failures", Scope: "all"})], "and does not crash")
}

func TestIntervalsWhereTheLoadChanges(t *testing.T) {
	require.Equal(t, 30*sim.Minute, Intervals(study(t, busyDay, "agents").Plain))
	require.Equal(t, Whole, Intervals(study(t, strings.Replace(strings.ReplaceAll(queue, "%d/h", "60/h"), "%s", "none", 1), "agents").Plain))
}
