package fit

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// source is a scenario whose parameters a fit has to find again.
const source = `apiVersion: ccsim/v1
name: source
seed: 7
start: 2026-03-02 00:00 UTC
horizon: 14d
end: drain
center:
  ring: 0s
  ivr: {dist: gamma, mean: 20s, shape: 4}
  agents:
    - {name: team, staffing: {csv: staff.csv}, wrapup: {dist: gamma, mean: 40s, shape: 3}, wrapup_share: 60%, pending: {probability: 0%}}
workload:
  calls:
    - {type: sales, arrivals: {csv: halves.csv, columns: {count: sales}}, talk: {dist: lognormal, mean: 180s, cv: 0.8}, patience: {dist: exponential, mean: 120s}, hold: 0%, transfer: 0%, conference: 0%}
    - {type: help, arrivals: {csv: halves.csv, columns: {count: help}}, talk: {dist: gamma, mean: 300s, shape: 2}, patience: {dist: weibull, mean: 300s, shape: 1.5}, hold: 0%, transfer: 0%, conference: 0%}
`

// halves are open hours from 8 to 18, busier at noon, closed on Sundays.
func halves() (counts, staff []byte) {
	var c, s bytes.Buffer
	c.WriteString("date,start,sales,help\n")
	s.WriteString("date,start,count\n")
	for day := range 14 {
		for slot := range slots {
			sales, help, agents := 0, 0, 0
			if slot >= 16 && slot < 36 && day%7 != 6 {
				sales, help, agents = 50, 20, 11
				if slot >= 22 && slot < 28 {
					sales, agents = 80, 14
				}
			}
			at := fmt.Sprintf("2026-03-%02d,%s", 2+day, slotText(slot))
			fmt.Fprintf(&c, "%s,%d,%d\n", at, sales, help)
			fmt.Fprintf(&s, "%s,%d\n", at, agents)
		}
	}
	return c.Bytes(), s.Bytes()
}

// logger writes a run as the table that a real center would have.
type logger struct {
	rows    map[uint32]*row
	talking map[int64]uint32   // end of a talk: agent
	wrapups map[[2]int64]int64 // agent and begin: length
}

type row struct {
	arrival, left, wait, talk, end int64
	typ                            int
	answered, abandoned            bool
}

func (l *logger) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactAgentTime:
		switch model.UnpackAgent(x.Aux).True {
		case model.AgentTalking:
			l.talking[int64(x.T)] = x.Subject
		case model.AgentWorkReady, model.AgentWorkNotReady:
			l.wrapups[[2]int64{int64(x.Subject), int64(x.T) - x.Value}] = x.Value
		}
		return
	case model.FactOffered:
		l.rows[x.Subject] = &row{arrival: int64(x.T), typ: model.UnpackCall(x.Aux).Type}
	}
	r := l.rows[x.Subject]
	switch x.Kind {
	case model.FactAnswered:
		r.answered, r.wait, r.left = true, x.Value, int64(x.T)
	case model.FactAbandoned:
		r.abandoned, r.wait, r.left = true, x.Value, int64(x.T)
	case model.FactHandled:
		r.talk, r.end = x.Value, int64(x.T)
	}
}

// table runs the source once and writes its calls.
func table(t *testing.T) []byte {
	t.Helper()
	counts, staff := halves()
	src, err := scenarios.InMemory("source.yaml", map[string][]byte{"source.yaml": []byte(source), "halves.csv": counts, "staff.csv": staff})
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	w, err := model.New(c.Config, c.Seed, 0)
	require.NoError(t, err)
	l := &logger{map[uint32]*row{}, map[int64]uint32{}, map[[2]int64]int64{}}
	w.SetSink(l)
	require.NoError(t, w.Run())
	var b bytes.Buffer
	b.WriteString("date,arrival,ivr,wait,outcome,talk,wrapup,agent,type\n")
	for _, no := range slices.Sorted(maps.Keys(l.rows)) {
		r := l.rows[no]
		seconds := func(ns int64) string { return fmt.Sprintf("%.3f", float64(ns)/1e9) }
		day := r.arrival / int64(sim.Day)
		fmt.Fprintf(&b, "2026-03-%02d,%s,%s,%s,", 2+day, seconds(r.arrival%int64(sim.Day)), seconds(r.left-r.wait-r.arrival), seconds(r.wait))
		if r.answered {
			agent := l.talking[r.end]
			fmt.Fprintf(&b, "answered,%s,%s,A%d,", seconds(r.talk), seconds(l.wrapups[[2]int64{int64(agent), r.end}]), agent)
		} else {
			b.WriteString("abandoned,,,,")
		}
		b.WriteString([]string{"sales", "help"}[r.typ] + "\n")
	}
	return b.Bytes()
}

// A run of the simulator is read back: what went in comes out, and the scenario that
// was written gives the same waits again.
func TestTheSimulatorsOwnCallsAreReadBack(t *testing.T) {
	d, err := Read("calls.csv", table(t), Options{})
	require.NoError(t, err)
	f := Estimate(d, There)
	require.Greater(t, len(d.Calls), 15_000)
	require.Len(t, f.Types, 2)
	sales, help := f.Types[0], f.Types[1]
	require.Equal(t, []string{"sales", "help"}, []string{sales.Name, help.Name})

	// Arrivals of an open day: 14 half hours of 50 and 6 of 80; none on Sunday.
	w := weekOf(f.days.first, f.days.of[0])
	for wd := range 7 {
		want := 1180.0
		if wd == 0 {
			want = 0
		}
		require.InDelta(t, want, sumFloat(&w.mean[wd]), 90, weekdayName(wd))
	}
	require.Greater(t, f.Over.DayP, 0.001)
	require.Greater(t, f.Over.IndexP, 0.001)
	require.Empty(t, f.Unusual)

	law := func(laws []Law, family string) Law {
		for _, l := range laws {
			if l.Family == family {
				return l
			}
		}
		t.Fatal(family)
		return Law{}
	}
	require.Equal(t, "lognormal", sales.Talk.Laws[0].Family)
	require.InEpsilon(t, 180, sales.Talk.Mean, 0.03)
	require.InEpsilon(t, 0.704, law(sales.Talk.Laws, "lognormal").params[1], 0.03) // sigma of cv 0.8
	require.Equal(t, "gamma", help.Talk.Laws[0].Family)
	require.InEpsilon(t, 2, help.Talk.Laws[0].params[1], 0.07)
	require.Equal(t, "gamma", f.Wrapup.Laws[0].Family)
	require.InEpsilon(t, 40, f.Wrapup.Mean, 0.03)
	require.InEpsilon(t, 0.6, f.Share, 0.03)
	require.Empty(t, f.WrapupFrom)
	require.Equal(t, "gamma", f.IVR.Laws[0].Family)
	require.InEpsilon(t, 20, f.IVR.Mean, 0.03)
	require.InEpsilon(t, 120, law(sales.Patience.Laws, "exponential").Mean, 0.08)
	weibull := law(help.Patience.Laws, "weibull")
	require.InEpsilon(t, 300, weibull.Mean, 0.2)
	require.InEpsilon(t, 1.5, weibull.params[1], 0.15)

	// 12 open days of 14 half hours of 11 agents and 6 of 14: 1,428 agent hours.
	require.InEpsilon(t, 1428, f.There, 0.05)
	require.Greater(t, f.Seen, f.There)

	written := f.Write("again.yaml", Week)
	c, err := written.Compile()
	require.NoError(t, err)
	cmp, err := f.Compare(context.Background(), c, Week, 10)
	require.NoError(t, err)
	all := cmp.all()
	require.InEpsilon(t, all.Calls.Table, all.Calls.Mean, 0.02)
	require.InDelta(t, all.Abandoned.Table, all.Abandoned.Mean, 0.03)
	require.InEpsilon(t, all.Wait.Table, all.Wait.Mean, 0.4)
	require.Len(t, cmp.halfHours(), 20)
	require.Len(t, cmp.weekdays(), 6)

	// Every day of the table with its own counts.
	days := f.Write("days.yaml", Days)
	require.Contains(t, string(days.Files["days.yaml"]), "horizon: 13d")
	c, err = days.Compile()
	require.NoError(t, err)
	cmp, err = f.Compare(context.Background(), c, Days, 3)
	require.NoError(t, err)
	require.InEpsilon(t, float64(len(d.Calls)), cmp.all().Calls.Mean, 0.03)

	// A comparison that was stopped has no result.
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = f.Compare(ctx, c, Days, 3)
	require.ErrorIs(t, err, context.Canceled)
}

// lookAlike is the week that the project ships.
func lookAlike(t *testing.T) *Fit {
	t.Helper()
	data, err := os.ReadFile("../library/look-alike-calls.csv")
	require.NoError(t, err)
	d, err := Read("look-alike-calls.csv", data, Options{})
	require.NoError(t, err)
	return Estimate(d, There)
}

// The written files have the same bytes on every processor: scripts/determinism.sh
// runs this test on each.
func TestGoldenScenarioOfTheLookAlike(t *testing.T) {
	w := lookAlike(t).Write("look-alike.yaml", Week)
	require.Equal(t, []string{"look-alike.yaml", "look-alike-arrivals.csv", "look-alike-staff.csv"}, w.Names)
	file := filepath.Join("testdata", "look-alike.golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		require.NoError(t, os.WriteFile(file, w.Files["look-alike.yaml"], 0o600))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), string(w.Files["look-alike.yaml"]))
}

func TestReportsAndPictures(t *testing.T) {
	f := lookAlike(t)
	c, err := f.Write("x.yaml", Week).Compile()
	require.NoError(t, err)
	r := &Result{Fit: f, Scenario: "x.yaml", Command: "ccsim fit x"}
	r.Compared, err = f.Compare(context.Background(), c, Week, 3)
	require.NoError(t, err)
	var text, markdown, machine bytes.Buffer
	r.Document().Text(&text)
	r.Document().Markdown(&markdown)
	require.NoError(t, r.JSON(&machine))
	for _, want := range []string{"Calls by day of the week", "Patience: the first law", "Could not estimate", "retrials: no column tells the caller", "Where and why they differ", "Why: wrap-up is not in the table.", "Repeat: ccsim fit x"} {
		require.Contains(t, text.String(), want)
		require.Contains(t, markdown.String(), want)
	}
	var parsed map[string]any
	require.NoError(t, json.Unmarshal(machine.Bytes(), &parsed))
	require.InDelta(t, len(f.Data.Calls), parsed["calls"], 0)
	require.NotEmpty(t, parsed["comparison"])
	svg, err := r.Picture("svg")
	require.NoError(t, err)
	for _, want := range []string{"Calls per half hour", "Talk time of", "Patience", "Kaplan-Meier", "Mean wait by half hour", "Abandoned by half hour", "what happened"} {
		require.Contains(t, string(svg), want)
	}
	picture, err := r.Picture("png")
	require.NoError(t, err)
	_, err = png.Decode(bytes.NewReader(picture))
	require.NoError(t, err)
}

// The month of a real bank that research uses may not be shipped; CCSIM_BANK_DIR
// names the directory where its files are.
func TestTheBanksFebruary(t *testing.T) {
	dir := os.Getenv("CCSIM_BANK_DIR")
	if dir == "" {
		t.Log("CCSIM_BANK_DIR is not set: the real month is not here; the look-alike week stands in")
		return
	}
	data, err := os.ReadFile(filepath.Join(dir, "bank1999_feb_calls.csv"))
	require.NoError(t, err)
	d, err := Read("february.csv", data, Options{})
	require.NoError(t, err)
	require.Len(t, d.Calls, 33_043)
	require.Zero(t, d.BadRows)
	f := Estimate(d, There)
	require.Len(t, f.Types, 6)
	require.Equal(t, 1972, f.Early)
	require.Contains(t, f.WrapupFrom, "gaps")
	c, err := f.Write("february.yaml", Week).Compile()
	require.NoError(t, err)
	cmp, err := f.Compare(context.Background(), c, Week, 20)
	require.NoError(t, err)
	all := cmp.all()
	t.Log(strings.Join(cmp.differences(), "\n"))
	require.InDelta(t, all.Abandoned.Table, all.Abandoned.Mean, 0.03)
	require.InEpsilon(t, all.Wait.Table, all.Wait.Mean, 0.35)
	// The agents seen are an upper estimate: with them nobody would have waited so long.
	c, err = Estimate(d, Seen).Write("seen.yaml", Week).Compile()
	require.NoError(t, err)
	upper, err := f.Compare(context.Background(), c, Week, 5)
	require.NoError(t, err)
	require.Less(t, upper.all().Wait.Most, all.Wait.Table)
}
