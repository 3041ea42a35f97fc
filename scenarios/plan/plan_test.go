package plan

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// write puts a scenario into a file and compiles it.
func write(t *testing.T, text string, set ...string) (*scenarios.Source, *scenarios.Compiled) {
	t.Helper()
	src, c, err := try(t, text, set...)
	require.NoError(t, err)
	return src, c
}

func try(t *testing.T, text string, set ...string) (*scenarios.Source, *scenarios.Compiled, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	src, err := scenarios.Open(file, nil)
	require.NoError(t, err)
	var all []format.Change
	for _, s := range set {
		c, err := format.ParseChange(s)
		require.NoError(t, err)
		all = append(all, c)
	}
	c, err := src.Compile(all...)
	return src, c, err
}

// day has two levels of load, and so many agents that nobody waits. Half of the
// agents ask for something at a uniform moment of a talk of 120 s, which is pending
// for 60 s in the mean: of Poisson arrivals at the rate r there are r x 50 % x
// 60 s pending states at any moment, as in a system with infinitely many servers.
const day = `apiVersion: ccsim/v1
name: day
replications: 120
start: 2026-03-03 08:00 Europe/Vienna
horizon: 3h
end: drain
center:
  preset: ideal
  trunks: 100
  agents: [{name: team, count: 90, schedule: {from: "08:00", to: "11:00"}, wrapup: none, pending: {probability: 50%, not_ready: 50%, away: 1s}}]
workload:
  calls:
    - type: sales
      arrivals: {intervals: [{from: "08:00", rate: 600/h}, {from: "09:30", rate: 1200/h}]}
      talk: {dist: exponential, mean: 120s}
timeline:
  - {at: "10:30", do: maintenance, target: agent-pg-1/A, for: 10m}
`

const prices = `prices: {currency: EUR, agent_hour: 30, line_hour: 0.5, pending_state: 7, lost_call: 20, late_call: 1, abandoned_call: 5}
`

func planOf(t *testing.T, text string, o Options, set ...string) *Plan {
	t.Helper()
	src, c := write(t, text, set...)
	p, err := Run(context.Background(), src, c, o)
	require.NoError(t, err)
	return p
}

func TestAStartCostsThePendingStatesOfItsHour(t *testing.T) {
	p := planOf(t, day+prices, Options{From: sim.Hour, To: 150 * sim.Minute, Every: 45 * sim.Minute})
	m := &p.Maintenances[0]
	require.Len(t, m.Starts, 2)
	for i, rate := range []float64{600, 1200} {
		want := rate / 3600 * 0.5 * 60
		d := &m.Starts[i].Costs[1]
		require.Equal(t, "pending_states.lost", d.Name)
		require.InDelta(t, want, d.Value, 4*math.Sqrt(want/120), "start %d: the mean of a Poisson number", i)
		require.InDelta(t, math.Sqrt(want/120), d.SE, 0.25*math.Sqrt(want/120), "and its standard error")
		cost := m.Starts[i].Costs[0]
		require.Equal(t, "cost.total", cost.Name)
		require.InDelta(t, 7*d.Value+5*m.Starts[i].Costs[2].Value, cost.Value, 0.05, "hours of agents and lines are the same with and without")
	}
	require.True(t, m.Starts[1].Apart, "twice as many are lost")
	require.Equal(t, 0, m.Best)
	require.Equal(t, 1, m.Same)
	require.Equal(t, Cost, p.By, "where there are prices")
	require.Equal(t, 120, m.Fresh.N)
	require.InDelta(t, 7*5, m.Fresh.Value, 4*7*math.Sqrt(5.0/120))
	require.NotEqual(t, m.Starts[0].Mean, m.Fresh.Value, "with other callers")
	require.InDelta(t, 7*10, m.As.Value, 4*7*math.Sqrt(10.0/120), "at 10:30, as the scenario has it")
}

func TestOthersAreLeftOutAndWhatIsTiedComesAlong(t *testing.T) {
	tied := day + "  - {when: {event: maintenance-continue, target: agent-pg-1/A, plus: 5m}, do: surge, target: calls/sales, factor: 3, for: 5m}\n"
	two := tied + "  - {at: \"09:00\", do: maintenance, target: agent-pg-1/B, for: 5m}\n"
	o := Options{From: 30 * sim.Minute, To: sim.Hour, Every: 30 * sim.Minute}
	one := planOf(t, tied, o, "replications=5")
	both := planOf(t, two, o, "replications=5")
	require.Len(t, both.Maintenances, 2)
	require.Equal(t, one.Maintenances[0].Starts[0].Values, both.Maintenances[0].Starts[0].Values, "the second maintenance is in neither run")
	require.Equal(t, "agent-pg-1/B", both.Maintenances[1].Target)
	require.Zero(t, both.Maintenances[1].Starts[0].Mean, "the idle side holds nothing")

	_, c := write(t, two, "replications=5")
	counts := func(lever int) (lost, offered float64) {
		out, err := alone(c, lever, sim.Hour).Run(context.Background(), scenarios.RunOptions{})
		require.NoError(t, err)
		l, _ := out.Plain.Get("pending_states.lost", "all")
		o, _ := out.Plain.Get("calls.offered", "all")
		return l.Mean, o.Mean
	}
	lost, quiet := counts(-1)
	require.Zero(t, lost, "the day without any maintenance")
	lost, rush := counts(0)
	require.Positive(t, lost)
	require.InDelta(t, 100, rush-quiet, 50, "600 an hour twice more for five minutes, after the continue event")
}

func TestAStartThatIsRefusedIsNoneAndSaysWhy(t *testing.T) {
	src, err := scenarios.Open("overload-maintenance", nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	p, err := Run(context.Background(), src, c, Options{From: 5 * sim.Minute, To: 8 * sim.Minute, Every: sim.Minute, By: "pending_states.lost"})
	require.NoError(t, err)
	require.Len(t, p.Maintenances, 1, "asked for twice, planned once")
	m := &p.Maintenances[0]
	require.Empty(t, m.Starts[0].Trouble)
	for _, s := range m.Starts[1:] {
		require.Equal(t, []string{"rejected: the congestion level of the Routers is above 0"}, s.Trouble)
		require.Zero(t, s.Mean, "it costs nothing, and is not the best for that")
	}
	require.Positive(t, m.Starts[0].Mean)
	require.Equal(t, 0, m.Best)
	require.Equal(t, 1, m.Possible)
	require.Nil(t, m.Fresh, "nothing was selected")
	require.Equal(t, "–", p.Table(m).Rows[1][1])
}

func TestTheEndOfTheRunIsNoStart(t *testing.T) {
	p := planOf(t, day, Options{From: 165 * sim.Minute, Every: 5 * sim.Minute}, "replications=2")
	m := &p.Maintenances[0]
	require.Empty(t, m.Starts[0].Trouble)
	require.Equal(t, []string{"not over when the run ends"}, m.Starts[1].Trouble, "10:50 and ten minutes")
}

// starts makes a maintenance whose starts cost what is given, in two
// replications that differ by the noise.
func starts(noise float64, means ...float64) *Maintenance {
	m := &Maintenance{}
	for i, v := range means {
		values := []float64{v, v, v, v}
		for k := range values {
			values[k] += noise * float64([]int{1, -1, 2, -2}[(k+i)%4])
		}
		m.Starts = append(m.Starts, Start{At: sim.Time(i), Values: values, Mean: mean(values)})
	}
	return m
}

func TestTheEarliestOfTheRunAroundTheCheapest(t *testing.T) {
	p := &Plan{By: Harm}
	m := starts(0.1, 0, 9, 9, 0.02, 0.01, 0, 9, 0)
	m.Starts[0].Trouble = []string{"rejected"}
	m.choose(p)
	require.Equal(t, 5, m.Cheapest, "the first of equals")
	require.Equal(t, 3, m.Best)
	require.Equal(t, []Span{{3, 5}, {7, 7}}, m.Runs)
	require.Equal(t, 4, m.Same)
	require.Equal(t, 7, m.Possible)

	m = starts(0.1, 0.02, 9, 0.01, 0)
	m.choose(p)
	require.Equal(t, 3, m.Cheapest)
	require.Equal(t, 2, m.Best, "not of another run, which is earlier")

	m = starts(100, 3, 1, 2)
	m.choose(p)
	require.Equal(t, 0, m.Best, "noise: nothing can be told apart")
	require.Equal(t, 3, m.Same)

	m = starts(0, 3, 1, 2)
	m.choose(p)
	require.Equal(t, 1, m.Best, "what does not scatter is told apart")
	require.Equal(t, 1, m.Same)

	m = starts(0, 3, 1)
	m.Starts[0].Trouble, m.Starts[1].Trouble = []string{"x"}, []string{"x"}
	m.choose(p)
	require.Equal(t, -1, m.Best)
}

func TestFewerWhoAbandonAreNoGainInHarm(t *testing.T) {
	// A center that is too small: agents whose request for Not Ready is lost
	// work on, and fewer callers hang up.
	small := `apiVersion: ccsim/v1
name: small
replications: 10
horizon: 1h
center:
  preset: lab
  agents: [{name: team, count: 40, wrapup: none, pending: {probability: 100%, not_ready: 100%, away: 5m}}]
workload: {calls: [{type: sales, arrivals: {rate: 700/h}, talk: {dist: exponential, mean: 120s}, patience: {dist: exponential, mean: 60s}}]}
timeline: [{at: 30m, do: maintenance, target: agent-pg-1/A}]
`
	p := planOf(t, small, Options{From: 20 * sim.Minute, To: 25 * sim.Minute, Every: 30 * sim.Minute})
	s := &p.Maintenances[0].Starts[0]
	require.Negative(t, s.Costs[1].Value, "fewer abandon")
	require.GreaterOrEqual(t, s.Mean, s.Costs[0].Value, "and that takes nothing off the pending states")
	require.Contains(t, fmt.Sprint(p.Assumptions()), "that is not counted as a gain")
}

func TestPlansAreTheSameAtAnyNumberOfWorkersAndInEveryForm(t *testing.T) {
	src, c := write(t, day+prices, "replications=4")
	for _, form := range Formats {
		var first []byte
		for _, jobs := range []int{1, 3} {
			p, err := Run(context.Background(), src, c, Options{From: sim.Hour, To: 2 * sim.Hour, Every: 30 * sim.Minute, RunOptions: scenarios.RunOptions{Jobs: jobs}})
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, p.Print(&b, form))
			require.Contains(t, b.String(), "agent-pg-1/A")
			if first == nil {
				first = b.Bytes()
			}
			require.Equal(t, string(first), b.String(), form)
		}
	}
}

func TestWhatCannotBePlannedSaysWhy(t *testing.T) {
	src, c := write(t, day)
	for text, o := range map[string]Options{
		"use one of cost, harm":          {Every: sim.Hour, By: "mean_wait"},
		"the scenario has no prices":     {Every: sim.Hour, By: Cost},
		"no start between":               {Every: sim.Hour, From: 4 * sim.Hour},
		"are too many":                   {Every: sim.Second},
		"no maintenance of agent-pg-1/B": {Every: sim.Hour, Of: []string{"agent-pg-1/B"}},
		"there is one of agent-pg-1/A":   {Every: sim.Hour, Of: []string{"nobody"}},
	} {
		_, err := Run(context.Background(), src, c, o)
		require.ErrorContains(t, err, text)
	}
	src, err := scenarios.Open("pg-crash", nil)
	require.NoError(t, err)
	c, err = src.Compile()
	require.NoError(t, err)
	_, err = Run(context.Background(), src, c, Options{Every: sim.Hour})
	require.ErrorIs(t, err, ErrNone)
}
