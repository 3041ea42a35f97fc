package scenarios

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ccsim/docs"
	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// compileText compiles a scenario given as text, with files beside it.
func compileText(t *testing.T, text string, files map[string]string, changes ...string) (*Source, *Compiled, error) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600))
	}
	file := filepath.Join(dir, "s.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	src, err := Open(file, nil)
	require.NoError(t, err)
	var all []format.Change
	for _, c := range changes {
		one, err := format.ParseChange(c)
		require.NoError(t, err)
		all = append(all, one)
	}
	c, err := src.Compile(all...)
	return src, c, err
}

const small = `apiVersion: ccsim/v1
name: small
horizon: 20m
center: {preset: ideal, agents: [{name: team, count: 4}]}
workload: {calls: [{type: sales, arrivals: {rate: 60/h}, talk: {dist: exponential, mean: 2m}, patience: 3m}]}
`

func TestMeaningIsCheckedWithPositions(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"pg":              {"timeline: [{at: 1m, do: crash, target: agent-pg-2/A}]", `s.yaml:6:40: unknown target "agent-pg-2/A"; did you mean "agent-pg-1/A"?`},
		"cti":             {"timeline: [{at: 1m, do: crash, target: cti-3/A}]", `unknown target "cti-3/A"; did you mean "cti-1/A"?`},
		"verb and target": {"timeline: [{at: 1m, do: crash, target: agents/team}]", "crash does not fit agents/team; it acts on desktops/GROUP or agent-pg-1/A"},
		"group":           {"timeline: [{at: 1m, do: ready, target: agents/taem}]", `unknown group of agents "taem"; did you mean "team"?`},
		"agent":           {"timeline: [{at: 1m, do: ready, target: agents/team/9}]", "there is no number 9"},
		"no moment":       {"timeline: [{do: crash, target: agent-pg-1/A}]", "needs its moment"},
		"two moments":     {"timeline: [{at: 1m, when: {event: crashed, target: agent-pg-1/A}, do: start, target: agent-pg-1/A}]", "at: or when:, not both"},
		"too late":        {"timeline: [{at: 1h, do: crash, target: agent-pg-1/A}]", "the run ends at 20m0.000s"},
		"time of day":     {"timeline: [{at: '10:30', do: crash, target: agent-pg-1/A}]", `the time of day "10:30" needs a start`},
		"event":           {"timeline: [{when: {event: crshed, target: agent-pg-1/A}, do: start, target: agent-pg-1/A}]", `unknown event "crshed"; did you mean "crashed"?`},
		"call state":      {"timeline: [{when: {event: call 3 talkin}, do: start, target: agent-pg-1/A}]", `unknown state of a call "talkin"; did you mean "talking"?`},
		"surge":           {"timeline: [{at: 1m, do: surge, target: calls/sales}]", "surge needs a factor"},
		"factor":          {"timeline: [{at: 1m, do: crash, factor: 2, target: agent-pg-1/A}]", "crash takes no factor"},
		"undo":            {"timeline: [{at: 1m, do: cancel, target: agent-pg-1/A, for: 1m}]", "nothing undoes cancel"},
		"expect":          {"expect: [calls.lst == 0]", `s.yaml:6:10: unknown metric "calls.lst"`},
		"expect column":   {"expect: [role(agent-pg-9/A) == down]", `s.yaml:6:15: unknown target "agent-pg-9/A"`},
		"scope":           {"expect: [mean_wait(support) < 5s]", `unknown scope "support"`},
		"variant":         {"expect: ['variant(b, calls.lost) == 0']", `unknown variant "b"`},
		"level":           {"expect: [service_level_30s > 0]", "add its threshold to report.service_level"},
		"probe":           {"expect: [probes.x > 0]", `there is no probe "x"`},
		"probe of":        {"report: {probes: {x: queue(nobody) before crashed agent-pg-1/A}}", `cannot read of "nobody"`},
		"warmup":          {"warmup: 20m", "the warm-up must end before the horizon"},
		"horizon":         {"warmup: 200w\nseed: 3\nend: stop", "the warm-up must end before the horizon"},
		"replications":    {"replications: 0", "from 1 to 1000000"},
	} {
		_, _, err := compileText(t, small+c.text+"\n", nil)
		require.ErrorContains(t, err, c.want, name)
	}
	for name, c := range map[string]struct{ text, want string }{
		"no talk":     {"workload: {calls: [{type: a, arrivals: {rate: 1/h}}]}", "needs a talk time"},
		"no arrivals": {"workload: {calls: [{type: a, talk: 1m}]}", "needs arrivals"},
		"two kinds":   {"workload: {calls: [{type: a, talk: 1m, arrivals: {rate: 1/h, every: 1m}}]}", "exactly one of rate"},
		"route":       {"workload: {calls: [{type: a, route: x, talk: 1m, arrivals: {rate: 1/h}}]}", `unknown route "x"; one of: all`},
		"mean":        {"workload: {calls: [{type: a, talk: {dist: exponential}, arrivals: {rate: 1/h}}]}", "exponential needs mean"},
		"volume":      {"workload: {volume: 50%, calls: [{type: a, talk: 1m, arrivals: {every: 1m}}]}", "volume scales arrival rates"},
		"columns":     {"workload: {calls: [{type: a, talk: 1m, arrivals: {rate: 1/h, columns: {count: x}}}]}", "columns and date_format belong to a csv"},
		"missing csv": {"workload: {calls: [{type: a, talk: 1m, arrivals: {csv: gone.csv}}]}", "cannot read gone.csv"},
	} {
		head := "apiVersion: ccsim/v1\nname: x\nhorizon: 1h\ncenter: {preset: ideal, agents: [{name: team, count: 4}]}\n"
		_, _, err := compileText(t, head+c.text+"\n", nil)
		require.ErrorContains(t, err, c.want, name)
	}
	_, _, err := compileText(t, "apiVersion: ccsim/v1\nname: x\nhorizon: 9999d\n", nil)
	require.ErrorContains(t, err, "the horizon is at most 3660 days")
	_, _, err = compileText(t, "seed: 1\n", nil)
	for _, want := range []string{"apiVersion: ccsim/v1", "needs a name", "needs a horizon"} {
		require.ErrorContains(t, err, want)
	}
}

func TestAnErrorOfATableSaysWhere(t *testing.T) {
	text := `apiVersion: ccsim/v1
name: x
start: 2026-03-02 00:00 Europe/Vienna
horizon: 1d
center: {preset: ideal, agents: [{name: team, count: 4}]}
workload:
  calls: [{type: sales, talk: 1m}]
  trace: {csv: calls.csv, columns: {arrival: t, type: k}, types: {S: sales}}
`
	_, _, err := compileText(t, text, map[string]string{"calls.csv": "date,t,k\n20260302,100,S\n20260302,200,X\n2026-13-02,300,S\n20260302,,S\n"})
	require.ErrorContains(t, err, `calls.csv:3:14: the code "X" is no type of calls`)
	require.ErrorContains(t, err, `calls.csv:4:1: "2026-13-02" in column "date" is not a date`)
	require.ErrorContains(t, err, `calls.csv:5:`)
}

func TestIntervalsFollowTheCalendarOfTheirZone(t *testing.T) {
	// On 29 March 2026 clocks go from 02:00 to 03:00 in Vienna.
	text := `apiVersion: ccsim/v1
name: x
start: 2026-03-28 12:00 Europe/Vienna
horizon: 2d
center: {preset: ideal, agents: [{name: team, count: 4, schedule: {from: "08:00", to: "16:00"}}]}
workload: {calls: [{type: sales, talk: 1m, arrivals: {intervals: [{from: "18:00", to: "20:00", rate: 60/h}]}}]}
timeline: [{at: "Sun 10:00", do: crash, target: agent-pg-1/A}, {at: "2026-03-29 11:30", do: start, target: agent-pg-1/B}]
`
	_, c, err := compileText(t, text, nil)
	require.NoError(t, err)
	require.Equal(t, 21*sim.Hour, c.Config.Levers[0].At, "an hour is missing in the night")
	require.Equal(t, 22*sim.Hour+30*sim.Minute, c.Config.Levers[1].At)
	require.Equal(t, []model.RateStep{{}, {From: 6 * sim.Hour, PerSecond: 1.0 / 60}, {From: 8 * sim.Hour}}, c.Config.Types[0].Rates)
	require.Equal(t, []model.StaffStep{{At: 0, Count: 4}, {At: 4 * sim.Hour}, {At: 19 * sim.Hour, Count: 4}, {At: 27 * sim.Hour}, {At: 43 * sim.Hour, Count: 4}}, c.Config.Groups[0].Staff[:5])
}

func TestCountsAndStaffFromTables(t *testing.T) {
	text := `apiVersion: ccsim/v1
name: x
horizon: 2h
center: {preset: ideal, agents: [{name: team, staffing: {csv: staff.csv}}]}
workload: {volume: 50%, calls: [{type: sales, talk: {dist: lognormal, mean: 1m, cv: 1}, arrivals: {csv: calls.csv}}]}
`
	_, c, err := compileText(t, text, map[string]string{
		"calls.csv": "start,count,talk\n00:00,36,120\n00:30,18,\n01:30,36,60\n", "staff.csv": "start,agents\n00:00,2\n00:30,5\n01:00,3\n"})
	require.NoError(t, err)
	rates := c.Config.Types[0].Rates
	require.Len(t, rates, 5)
	require.Equal(t, 0.01, rates[0].PerSecond)
	require.Equal(t, 2*sim.Minute, rates[0].Talk.Mean())
	require.True(t, rates[1].Talk.IsZero())
	require.Equal(t, sim.Hour, rates[2].From)
	require.Zero(t, rates[2].PerSecond, "no row, no calls")
	require.Equal(t, 5, c.Config.Groups[0].Count)
	require.Equal(t, []model.StaffStep{{At: 0, Count: 2}, {At: 30 * sim.Minute, Count: 5}, {At: sim.Hour, Count: 3}, {At: 90 * sim.Minute}}, c.Config.Groups[0].Staff)
	require.Len(t, c.Inputs, 2)
}

// printed is a report in all forms.
func printed(t *testing.T, src *Source, c *Compiled, o RunOptions) string {
	t.Helper()
	out, err := c.Run(context.Background(), o)
	require.NoError(t, err)
	var b bytes.Buffer
	r := c.Report(src, out, "ccsim run x")
	reports.Text(&b, r)
	reports.Markdown(&b, r)
	require.NoError(t, reports.JSON(&b, r))
	require.NoError(t, reports.CSV(&b, r))
	return b.String()
}

func TestTheLibraryIsTheSameAtAnyNumberOfWorkersAndThroughForks(t *testing.T) {
	for _, name := range Library() {
		if strings.HasPrefix(name, "look-alike-month") {
			continue // the others say as much in less time
		}
		src, err := Open(name, nil)
		require.NoError(t, err)
		change, err := format.ParseChange("replications=4")
		require.NoError(t, err)
		c, err := src.Compile(change)
		require.NoError(t, err)
		want := printed(t, src, c, RunOptions{Jobs: 1})
		require.Equal(t, want, printed(t, src, c, RunOptions{Jobs: 8}), name)
		require.Equal(t, want, printed(t, src, c, RunOptions{Jobs: 2, Forks: 3}), name)
	}
}

// shortened cuts days of ticks to some hours: what the timeline does comes early,
// what fails at random fails often. With CCSIM_FULL set nothing is cut.
func shortened(t *testing.T, full *model.Config) model.Config {
	t.Helper()
	cfg := *full
	if cfg.Horizon <= 2*sim.Hour || os.Getenv("CCSIM_FULL") != "" {
		return cfg
	}
	cfg.Horizon, cfg.Warmup = 10*sim.Hour, 0
	cfg.Levers, cfg.Failures = slices.Clone(cfg.Levers), slices.Clone(cfg.Failures)
	for i := range cfg.Levers {
		cfg.Levers[i].At = 9*sim.Hour + sim.Time(i)*sim.Minute
	}
	often, err := sim.Exponential(sim.Hour)
	require.NoError(t, err)
	for i := range cfg.Failures {
		cfg.Failures[i].MTTF, cfg.Failures[i].MTTR = often, often
	}
	return cfg
}

func TestEveryLibraryScenarioHasTheSameFactsWithTickedHeartbeats(t *testing.T) {
	for _, name := range Library() {
		src, err := Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		for _, v := range append([]Variant{{name, c}}, c.Variants...) {
			facts := func(ticked bool) uint64 {
				cfg := shortened(t, v.Config)
				cfg.Ticked = ticked
				w, err := model.New(&cfg, v.Seed, 0)
				require.NoError(t, err)
				require.NoError(t, w.Run())
				return w.Kernel().Fingerprint().Facts
			}
			require.Equal(t, facts(false), facts(true), "%s %s", name, v.Name)
		}
	}
}

func TestExpectations(t *testing.T) {
	text := small + `timeline: [{at: 10m, do: crash, target: agent-pg-1/A}]
report: {probes: {talking: talking(all) before crashed agent-pg-1/A}}
variants: {quiet: {timeline: []}}
expect:
  - agents.signed_out == 4
  - agents.signed_out == 5
  - role(agent-pg-1/A, at 9m) == active
  - role(agent-pg-1/A, at 10m1s) == active
  - within(1s after crashed agent-pg-1/A, role(agent-pg-1/B) == active)
  - within(100ms after crashed agent-pg-1/A, role(agent-pg-1/B) == active)
  - within(1s, signed_in(agent-pg-1) == 100%)
  - within(100ms, signed_in(agent-pg-1) == 100%)
  - order(crashed agent-pg-1/A, detected agent-pg-1/B)
  - order(detected agent-pg-1/B, crashed agent-pg-1/A)
  - within(1s after crashed agent-pg-1/B, role(agent-pg-1/B) == active)
  - variant(quiet, agents.signed_out) == 0
  - mean(calls.offered) > 1000
  - service_level_20s(sales) > 0
  - probes.talking >= 0
`
	_, c, err := compileText(t, text, nil)
	require.NoError(t, err)
	out, err := c.Run(context.Background(), RunOptions{})
	require.NoError(t, err)
	want := []bool{true, false, true, false, true, false, true, false, true, false, false, true, false, true, true}
	for i, e := range out.Expect {
		require.Equal(t, want[i], e.OK, "%s: %s", e.Text, e.Why)
		require.Equal(t, !e.OK, e.Why != "", e.Text)
	}
	require.Len(t, out.Expect, len(want))
}

func TestRunIDsDependOnWhatIsRun(t *testing.T) {
	ids := map[string]string{}
	for name, changes := range map[string][]string{"plain": nil, "again": nil, "seed": {"seed=2"}, "value": {"center.agents.team.count=5"}} {
		src, c, err := compileText(t, small, nil, changes...)
		require.NoError(t, err)
		out, err := c.Run(context.Background(), RunOptions{})
		require.NoError(t, err)
		ids[name] = c.Report(src, out, "ccsim run x").Run.ID
	}
	require.Equal(t, ids["plain"], ids["again"], "another directory, the same run")
	require.NotEqual(t, ids["plain"], ids["seed"])
	require.NotEqual(t, ids["plain"], ids["value"])
}

func TestAStoppedRunKeepsWhatIsComplete(t *testing.T) {
	_, c, err := compileText(t, small, nil, "replications=50")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	out, err := c.Run(ctx, RunOptions{Jobs: 1, Progress: func(done, _ int) {
		if done == 7 {
			cancel()
		}
	}})
	require.NoError(t, err)
	require.True(t, out.Partial)
	require.GreaterOrEqual(t, len(out.Plain.Reps), 7)
	require.Less(t, len(out.Plain.Reps), 50)
	_, err = c.Run(ctx, RunOptions{})
	require.ErrorIs(t, err, context.Canceled)
}

func TestOpenSaysWhatIsThere(t *testing.T) {
	_, err := Open("pg-crsh", nil)
	require.ErrorIs(t, err, ErrIO)
	require.ErrorContains(t, err, `did you mean "pg-crash"?`)
	_, err = Open("gone.yaml", nil)
	require.ErrorIs(t, err, ErrIO)
	src, err := Open("-", strings.NewReader(small))
	require.NoError(t, err)
	_, err = src.Compile()
	require.NoError(t, err)
}

// docs/metrics.md explains every number that any scenario of the library gives,
// and names no number that none gives.
func TestEveryMetricIsExplained(t *testing.T) {
	all, seen := reports.Explanations(docs.Metrics), map[string]bool{}
	for _, name := range Library() {
		src, err := Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		// The names do not depend on how long it runs.
		c.Config.Horizon, c.Config.Warmup, c.Config.End, c.Replications, c.Variants = sim.Second, 0, model.EndStop, 1, nil
		c.Expect = nil
		out, err := c.Run(context.Background(), RunOptions{})
		require.NoError(t, err)
		for i := range out.Plain.Stats {
			m := out.Plain.Stats[i].Name
			if seen[m] {
				continue
			}
			seen[m] = true
			require.NotEmpty(t, reports.Explain(all, m), "docs/metrics.md does not explain %s of %s", m, name)
		}
	}
	for _, e := range all {
		for _, n := range e.Names {
			require.Empty(t, format.CheckMetric(strings.NewReplacer("*", "lost", "N_s", "1_s", "treatments.NAME", "treatments.release").Replace(n)), "docs/metrics.md explains what does not exist")
		}
	}
}
