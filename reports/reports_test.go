package reports

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func center() *model.Config {
	return &model.Config{
		Horizon: sim.Hour, PGs: []model.PG{{Name: "agent-pg-1", InService: true}}, Skills: []string{"sales"},
		Groups: []model.Group{{Name: "team", Count: 3}}, Types: []model.CallType{{Name: "sales"}, {Name: "a|b"}},
		Levers: []model.Lever{{Name: "crash agent-pg-1/A", Verb: model.VerbCrash, Procs: []model.ProcID{0}, At: 30 * sim.Minute, Undo: -1}},
	}
}

var opt = Options{Warmup: 10 * sim.Minute, Levels: []sim.Time{20 * sim.Second}}

func call(k sim.FactKind, t, v sim.Time, aux model.CallAux) sim.Fact {
	return sim.Fact{T: t, Kind: k, Value: int64(v), Aux: aux.Pack()}
}

func agent(t, d sim.Time, truth, record model.AgentState) sim.Fact {
	return sim.Fact{T: t, Kind: model.FactAgentTime, Value: int64(d), Aux: model.AgentAux{True: truth, Record: record}.Pack()}
}

// some is a made replication: four calls, three agents, one crash.
func some() []sim.Fact {
	sales, waited := model.CallAux{Group: -1}, model.CallAux{Group: 0, Waited: true, Phase: model.PhaseDuring}
	early := model.CallAux{Group: 0, Early: true}
	m := sim.Minute
	return []sim.Fact{
		call(model.FactOffered, 5*m, 0, early), call(model.FactAnswered, 5*m, 0, early), call(model.FactHandled, 8*m, 3*m, early),
		call(model.FactOffered, 20*m, 0, sales), call(model.FactAnswered, 20*m, 0, model.CallAux{}), call(model.FactHandled, 22*m, 2*m, model.CallAux{}),
		call(model.FactOffered, 31*m, 0, model.CallAux{Group: -1, Phase: model.PhaseDuring}),
		call(model.FactQueueTime, 32*m, m, waited), call(model.FactAnswered, 32*m, m, waited), call(model.FactHandled, 36*m, 4*m, waited),
		call(model.FactOffered, 31*m, 0, model.CallAux{Type: 1, Group: -1, Phase: model.PhaseDuring}),
		call(model.FactQueueTime, 31*m+10*sim.Second, 10*sim.Second, model.CallAux{Type: 1, Group: -1, Waited: true, Phase: model.PhaseDuring}),
		call(model.FactAbandoned, 31*m+10*sim.Second, 10*sim.Second, model.CallAux{Type: 1, Group: -1, Waited: true, Phase: model.PhaseDuring}),
		agent(20*m, 20*m, model.AgentAvailable, model.AgentAvailable), agent(30*m, 10*m, model.AgentTalking, model.AgentTalking),
		agent(40*m, 10*m, model.AgentAvailable, model.AgentLogout), agent(60*m, 20*m, model.AgentWorkReady, model.AgentWorkReady),
		{T: 30 * m, Kind: model.FactLever, Cause: 1}, {T: 30*m + 450*sim.Millisecond, Kind: model.FactDetected, Subject: 1, Cause: 1},
		{T: 30*m + 5*sim.Second, Kind: model.FactActive, Subject: 1, Cause: 1}, {T: 31 * m, Kind: model.FactRecovered, Cause: 1},
		{T: 30*m + 5*sim.Second, Kind: model.FactOutage, Value: int64(5 * sim.Second), Cause: 1},
		{T: 30 * m, Kind: model.FactLoss, Aux: uint32(model.LossPendingState), Cause: 1},
		{T: 30 * m, Kind: model.FactPendingState, Aux: uint32(model.PendingRequested)}, {T: 30 * m, Kind: model.FactPendingState, Aux: uint32(model.PendingLost), Cause: 1},
		{T: 30 * m, Kind: model.FactSignedOut, Aux: 50002, Cause: 1}, {T: 30 * m, Kind: model.FactCrashed, Cause: 1},
	}
}

func folded(facts []sim.Fact) *Replication {
	f := NewFold(center(), opt)
	for _, x := range facts {
		f.Record(x)
	}
	return f.Finish(sim.Fingerprint{})
}

func get(t *testing.T, r *Replication, name, scope string) float64 {
	t.Helper()
	for i, m := range r.Metrics {
		if m.Name == name && m.Scope == scope {
			return r.Values[i]
		}
	}
	t.Fatalf("no metric %s of %s", name, scope)
	return 0
}

func TestMetricsByHand(t *testing.T) {
	r := folded(some())
	for name, want := range map[string]float64{
		"calls.offered": 4, "calls.handled": 3, "calls.abandoned": 1, "calls.in_progress": 0,
		"mean_wait": 70.0 / 3, "mean_wait_handled": 30, "mean_wait_abandoned": 10, "p_wait": 2.0 / 3, "abandonment_rate": 1.0 / 3,
		"service_level_20s": 1.0 / 3, "service_level_20s_handled": 0.5, "service_level_20s_any": 2.0 / 3, "service_level_20s_no_short": 0.5,
		"mean_queue": 70.0 / 3000, "outage_s": 5, "outages": 1, "both_down_spells": 0, "side_failures": 1,
		"detection_s": 0.45, "takeover_s": 5, "recovery_s": 60,
		// 10 min available, 10 talking, 10 idle but signed out, 20 in wrap-up, of the 50 min after the warm-up.
		"mean_agents_available": 0.2, "mean_agents_talking": 0.2, "mean_agents_logout": 0.2, "mean_agents_work_ready": 0.4,
		"occupancy": 0.75, "utilization": 0.75, "mean_busy_agents": 0.6, "aht": (360 + 1200) / 2.0,
		"losses.pending_state": 1, "pending_states.lost": 1, "pending_states.pending": 0, "agents.signed_out": 1,
	} {
		require.InDelta(t, want, get(t, r, name, "all"), 1e-9, name)
	}
	require.InDelta(t, 1, get(t, r, "service_level_20s", "phase/before"), 1e-9)
	require.InDelta(t, 0, get(t, r, "service_level_20s", "phase/during"), 1e-9)
	require.True(t, math.IsNaN(get(t, r, "service_level_20s", "phase/after")), "no call, no share")
	require.InDelta(t, 1, get(t, r, "abandonment_rate", "type/a|b"), 1e-9)
	require.InDelta(t, 1, get(t, r, "losses.pending_state", CauseScope(1)), 1e-9)
}

func TestTheOrderOfFactsDoesNotMatter(t *testing.T) {
	want := folded(some())
	for seed := range uint64(50) {
		facts := some()
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		got := folded(facts)
		for i := range want.Values {
			require.Equal(t, math.Float64bits(want.Values[i]), math.Float64bits(got.Values[i]), want.Metrics[i].Name)
		}
	}
}

func TestACopiedFoldGoesOnAlone(t *testing.T) {
	facts := some()
	whole := folded(facts)
	a, b := NewFold(center(), opt), &Fold{}
	for _, x := range facts[:10] {
		a.Record(x)
	}
	b.CopyFrom(a)
	before := a.Finish(sim.Fingerprint{})
	for _, x := range facts[10:] {
		b.Record(x)
	}
	require.Equal(t, bitsOf(whole), bitsOf(b.Finish(sim.Fingerprint{})))
	require.Equal(t, bitsOf(before), bitsOf(a.Finish(sim.Fingerprint{})), "the copy wrote to its source")
}

func bitsOf(r *Replication) (all []uint64) {
	for _, v := range r.Values {
		all = append(all, math.Float64bits(v))
	}
	return all
}

func TestQuantiles(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var h histogram
	var all []float64
	for range 20000 {
		v := sim.Time(rnd.ExpFloat64() * float64(30*sim.Second))
		h.add(v)
		all = append(all, v.Seconds())
	}
	slices.Sort(all)
	for _, q := range []float64{0.01, 0.5, 0.9, 0.99, 0.9999} {
		require.InEpsilon(t, all[int(q*20000)], h.quantile(q), 0.002, "%v", q)
	}
	require.True(t, math.IsNaN((&histogram{}).quantile(0.5)))
}

func TestNumbers(t *testing.T) {
	for want, got := range map[string]string{
		"17 ± 3": WithInterval(16.8, 2.3), "341 ± 13": WithInterval(341.2, 12.1), "0.4 ± 0.6": WithInterval(0.41, 0.55),
		"1,234 ± 20": WithInterval(1234.4, 19.2), "−3 ± 1": WithInterval(-3.2, 1), "0.012 ± 0.002": WithInterval(0.0123, 0.0016),
		"5": WithInterval(5, 0), "–": WithInterval(math.NaN(), 1), "2.03": WithInterval(2.03, 1e-9),
		"82.4 ± 0.6 %": Percent(0.8241, 0.0052), "100.0 %": Percent(1, math.NaN()),
		"1,234,567": Plain(1234567), "0.1235": Plain(0.12345), "12.35": Plain(12.345678), "123.5": Plain(123.456),
	} {
		require.Equal(t, want, got)
	}
	require.Equal(t, "service_level_20s", LevelName(20*sim.Second))
	require.Equal(t, "service_level_7.5s", LevelName(7500*sim.Millisecond))
}

func TestIntervals(t *testing.T) {
	var reps []*Replication
	for _, v := range []float64{4, 6, 8, math.NaN()} {
		reps = append(reps, &Replication{Metrics: []Metric{{"x", "all", ""}}, Values: []float64{v}})
	}
	s, ok := Merge(reps).Get("x", "all")
	require.True(t, ok)
	require.Equal(t, 3, s.N)
	require.InDelta(t, 6, s.Mean, 1e-12)
	require.InDelta(t, 2, s.SD, 1e-12)
	require.InDelta(t, 4.3027*2/math.Sqrt(3), s.HalfWidth(0.95), 1e-3, "Student's t with 2 degrees of freedom")
	one := Merge(reps[:1])
	s, _ = one.Get("x", "all")
	require.True(t, math.IsNaN(s.HalfWidth(0.95)), "one replication, no interval")
}

func report(n int) *Report {
	var reps []*Replication
	for range n {
		reps = append(reps, folded(some()))
	}
	quiet := center()
	quiet.Levers = nil
	var none []*Replication
	for range n {
		none = append(none, NewFold(quiet, opt).Finish(sim.Fingerprint{}))
	}
	return &Report{
		Run: Run{ID: "id", Scenario: "=made|up", Title: "A story.", Replications: n, Asked: n, Command: "ccsim run x", Version: "ccsim test"}, Config: center(), Options: opt, Plain: Merge(reps),
		Variants: []Named{{"quiet", quiet, Merge(none)}},
		Expect:   []Expectation{{"calls.lost == 0", true, 0, ""}, {"mean_wait < 1s", false, 23.3, "it is 23.33"}},
	}
}

func TestTextSaysWhatMatters(t *testing.T) {
	var b bytes.Buffer
	Text(&b, report(3))
	for _, want := range []string{
		"1 expectation of 2 FAILED.", "The crash of agent-pg-1 side A lost 1 pending state, but no sign-in", "F1  +30 min  crash agent-pg-1/A",
		"FAILS  mean_wait < 1s : it is 23.33", "holds  calls.lost == 0", "Repeat: ccsim run x", "No side served: plain 5 s, quiet 0 s.",
	} {
		require.Contains(t, b.String(), want)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		require.LessOrEqual(t, len([]rune(line)), 140, line)
	}
	b.Reset()
	Markdown(&b, report(1))
	require.Contains(t, b.String(), "## Calls by outcome")
	require.Contains(t, b.String(), `a\|b`, "cells keep their column")
}

func TestJSONKeepsItsShape(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, JSON(&b, report(2)))
	var v struct {
		Schema int `json:"schema"`
		Run    struct {
			ID          string            `json:"id"`
			Fingerprint map[string]string `json:"fingerprint"`
		} `json:"run"`
		Calls  map[string]int `json:"calls"`
		Losses []struct {
			Kind, Cause string
			ButFor      string `json:"but_for"`
			Count       int
		} `json:"losses"`
		Failovers []struct {
			Component, Fault string
			Detected         float64 `json:"detected_s"`
		} `json:"failovers"`
		Metrics []struct {
			Name, Scope string
			Value       *float64
		} `json:"metrics"`
		Expectations []struct{ OK bool } `json:"expectations"`
		Variants     map[string]struct {
			Calls map[string]int `json:"calls"`
		} `json:"variants"`
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &v))
	require.Equal(t, 1, v.Schema)
	require.Equal(t, "id", v.Run.ID)
	require.Equal(t, 4, v.Calls["offered"])
	require.Equal(t, "not_tested", v.Losses[0].ButFor)
	require.Equal(t, "crash agent-pg-1/A", v.Losses[0].Cause)
	require.Equal(t, "agent-pg-1", v.Failovers[0].Component)
	require.InDelta(t, 0.45, v.Failovers[0].Detected, 1e-9)
	require.Len(t, v.Expectations, 2)
	require.Contains(t, v.Variants, "quiet")
	require.Greater(t, len(v.Metrics), 100)
	require.NotContains(t, b.String(), "NaN")
}

func TestCSVIsTidyAndSafe(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, CSV(&b, report(2)))
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	require.Equal(t, "scenario,variant,metric,scope,value,half_width,sd,n,unit,confidence,note", lines[0])
	require.Contains(t, lines[1], "'=made|up,plain,calls.offered,all,4,", "no cell is a formula")
	require.Contains(t, b.String(), "losses.pending_state,cause/crash agent-pg-1/A,1,")
	require.NotContains(t, b.String(), "NaN")
}

func TestStoryIsToldInOrder(t *testing.T) {
	cfg := center()
	var r Recorder
	for _, x := range some() {
		r.Record(x)
	}
	r.Record(sim.Fact{T: 31 * sim.Minute, Kind: model.FactSignedIn})
	r.Record(sim.Fact{T: 30*sim.Minute + 40*sim.Second, Kind: model.FactSignedIn, Subject: 1})
	cfg.Timers.PrivateMisses = 5
	var b bytes.Buffer
	require.NoError(t, Story(&b, cfg, &r, nil))
	require.Equal(t, `30m0.000s      agent-pg-1/A  crashed with 0 calls in talk and 0 pending states
30m0.000s                    lost: 1 pending state
30m0.450s      agent-pg-1/B  lost its peer: 5 keep-alives missed
30m5.000s      agent-pg-1/B  active, 0 phones registered
31m0.000s      agents        2 agents signed in again in 20.000s
31m0.000s      agent-pg-1    recovered after 0.000s
`, b.String())
}
