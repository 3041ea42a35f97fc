package plan

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"ccsim/reports"
	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

// crowd is a center that is far too small, so that callers wait, hang up and find
// no trunk.
const crowd = `apiVersion: ccsim/v1
name: crowd
replications: 3
start: 2026-03-03 08:00 Europe/Vienna
horizon: 4h
warmup: 1h
center:
  preset: lab
  trunks: 30
  gateways: [{name: gateway-a}]
  agents:
    - {name: all-day, count: 12, wrapup: none}
    - {name: part, count: 8, wrapup: none, schedule: {from: "09:00", to: "11:30"}}
workload: {calls: [{type: sales, arrivals: {rate: 900/h}, talk: {dist: exponential, mean: 120s}, patience: {dist: exponential, mean: 60s}}]}
timeline: [{at: 2h, do: crash, target: agent-pg-1/A, for: 10m}, {at: 2h1m, do: crash, target: agent-pg-1/B, for: 10m}, {at: 3h, do: crash, target: gateway-a, for: 1m}]
`

const all = `prices:
  currency: EUR
  agent_hour: 30
  line_hour: 0.5
  lost_call: 20
  late_call: 1
  abandoned_call: 5
  blocked_call: 3
  outage_minute: 40
  signed_out_agent: 2
`

func run1(t *testing.T, text string, set ...string) (*reports.Report, *scenarios.Outcome) {
	t.Helper()
	src, c := write(t, text, set...)
	out, err := c.Run(context.Background(), scenarios.RunOptions{})
	require.NoError(t, err)
	return c.Report(src, out, "ccsim run crowd"), out
}

func TestCostsAreQuantitiesTimesPrices(t *testing.T) {
	r, out := run1(t, crowd+all, "warmup=0s", "report.service_level=[20s]")
	value := func(name string) float64 {
		s, ok := out.Plain.Get(name, "all")
		require.True(t, ok, name)
		return s.Mean
	}
	require.InDelta(t, 30*(12*4+8*2.5), value("cost.agents"), 1e-9, "the hours of the plan")
	require.InDelta(t, 0.5*30*4, value("cost.lines"), 1e-9)
	require.InDelta(t, 20*value("calls.lost"), value("cost.lost"), 1e-9)
	require.InDelta(t, 5*value("calls.abandoned"), value("cost.abandoned"), 1e-9)
	require.InDelta(t, 3*(value("calls.blocked")+value("calls.rejected")), value("cost.blocked"), 1e-9)
	require.InDelta(t, 40*value("outage_s")/60, value("cost.outage"), 1e-6)
	require.InDelta(t, 2*value("agents.signed_out"), value("cost.signed_out"), 1e-9)
	answered := value("service_level_20s") / value("service_level_20s_handled") * value("calls.offered")
	require.InDelta(t, answered-value("service_level_20s")*value("calls.offered"), value("cost.late"), 1e-6, "answered, but after 20 s")
	sum := 0.0
	for _, p := range r.Options.Prices.Items {
		require.Positive(t, value("cost."+p.Name), p.Name)
		sum += value("cost." + p.Name)
	}
	require.InDelta(t, sum, value(reports.TotalCost), 1e-6)

	_, warm := run1(t, crowd+all)
	s, _ := warm.Plain.Get(reports.TotalCost, "all")
	require.InDelta(t, value(reports.TotalCost), s.Mean, 1e-6, "of the whole run, whatever the warm-up")

	_, monthly := run1(t, crowd+strings.Replace(all, "line_hour: 0.5", "line_month: 365.25", 1))
	s, _ = monthly.Plain.Get("cost.lines", "all")
	require.InDelta(t, 0.5*30*4, s.Mean, 1e-9, "a month of 730.5 hours")
}

func TestWithoutPricesNothingIsToldInMoney(t *testing.T) {
	r, _ := run1(t, crowd)
	priced, _ := run1(t, crowd+all)
	for _, f := range []func(*bytes.Buffer, *reports.Report) error{
		func(b *bytes.Buffer, r *reports.Report) error { reports.Text(b, r); return nil },
		func(b *bytes.Buffer, r *reports.Report) error { return reports.CSV(b, r) },
		func(b *bytes.Buffer, r *reports.Report) error { return reports.JSON(b, r) },
	} {
		var without, with bytes.Buffer
		require.NoError(t, f(&without, r))
		require.NoError(t, f(&with, priced))
		require.NotContains(t, strings.ToLower(without.String()), "cost")
		require.Contains(t, strings.ToLower(with.String()), "cost")
		require.Contains(t, with.String(), "EUR")
	}
	require.Equal(t, r.Plain.Fingerprint, priced.Plain.Fingerprint, "prices change nothing that happens")
}

func TestWrongPricesSayWhereAndWhy(t *testing.T) {
	for text, want := range map[string]string{
		"prices: {agent_hour: 30}\n":                                       "prices need their currency",
		"prices: {currency: EUR}\n":                                        "nothing has a price",
		"prices: {currency: EUR, agent_hour: -1}\n":                        ":16:37: a price is not negative",
		"prices: {currency: EUR, line_hour: 1, line_month: 2}\n":           "an hour or a month, not both",
		"prices: {currency: EUR, agent: 3}\n":                              `unknown key "agent"`,
		"expect: [cost.total < 5]\n":                                       "nothing of it has a price",
		"prices: {currency: EUR, lost_call: 3}\nexpect: [cost.late < 5]\n": "cost.late is not measured",
	} {
		_, _, err := try(t, crowd+text)
		require.ErrorContains(t, err, want, text)
	}
	_, _, err := try(t, crowd+all, "center.trunks=none")
	require.ErrorContains(t, err, "set center.trunks")
	_, _, err = try(t, crowd+all+"expect: [cost.total > 5, mean(cost.late) > 0]\n")
	require.NoError(t, err)
}
