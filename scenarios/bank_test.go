package scenarios

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"ccsim/reports"

	"github.com/stretchr/testify/require"
)

// The month of a real bank that research uses may not be shipped. Where its files
// are, CCSIM_BANK_DIR names their directory; elsewhere the look-alike stands in.
const bankScenario = `apiVersion: ccsim/v1
name: february
start: 1999-02-01 00:00 Asia/Jerusalem
horizon: 28d
end: drain
center:
  ring: 0s
  agents:
    - {name: team, wrapup: none, staffing: {csv: bank1999_feb_halfhour.csv, columns: {start: interval_start, count: distinct_agents_seen}}}
timeline:
  - {at: "1999-02-14 21:30", do: maintenance, target: agent-pg-1/A}
expect:
  - calls.lost == 0
  - calls.in_progress == 0
  - losses.context == 0
  - agents.signed_out == 0
`

const bankCalls = bankScenario + `  - calls.offered == 33043
workload:
  calls: [{type: bank, patience: {dist: exponential, mean: 300s}, talk: {dist: lognormal, mean: 190s, cv: 1.2}}]
  trace:
    csv: bank1999_feb_calls.csv
    columns: {arrival: vru_entry_s, ivr: vru_time_s, type: type, talk: service_time_s}
    types: {PS: bank, NW: bank, NE: bank, TT: bank, IN: bank, PE: bank}
`

const bankCounts = bankScenario + `  - mean(calls.offered) > 32800
  - mean(calls.offered) < 33300
replications: 20
workload:
  calls:
    - type: bank
      patience: {dist: exponential, mean: 300s}
      talk: {dist: lognormal, mean: 190s, cv: 1.2}
      arrivals: {csv: bank1999_feb_halfhour.csv, columns: {start: interval_start, count: offered, talk: mean_service_s}}
`

func TestTheBanksFebruary(t *testing.T) {
	dir := os.Getenv("CCSIM_BANK_DIR")
	if dir == "" {
		t.Log("CCSIM_BANK_DIR is not set: the real month is not here; look-alike-month and look-alike-week of the library stand in")
		return
	}
	files := map[string]string{}
	for _, name := range []string{"bank1999_feb_calls.csv", "bank1999_feb_halfhour.csv"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		files[name] = string(data)
	}
	for name, text := range map[string]string{"calls": bankCalls, "counts": bankCounts} {
		_, c, err := compileText(t, text, files)
		require.NoError(t, err, name)
		out, err := c.Run(context.Background(), RunOptions{})
		require.NoError(t, err, name)
		for _, e := range out.Expect {
			require.True(t, e.OK, "%s: %s: %s", name, e.Text, e.Why)
		}
	}
}

// A day of the real month without and with a maintenance at ten.
const bankDay = `apiVersion: ccsim/v1
name: tuesday
start: 1999-02-16 00:00 Asia/Jerusalem
horizon: 24h
end: drain
replications: 400
center:
  ring: 0s
  agents:
    - {name: team, wrapup: none, staffing: {csv: bank1999_feb_halfhour.csv, columns: {start: interval_start, count: distinct_agents_seen}}}
workload:
  calls:
    - type: bank
      patience: {dist: exponential, mean: 300s}
      talk: {dist: lognormal, mean: 190s, cv: 1.2}
      arrivals: {csv: bank1999_feb_halfhour.csv, columns: {start: interval_start, count: offered, talk: mean_service_s}}
variants:
  maintenance: {timeline: [{at: "10:00", do: maintenance, target: agent-pg-1/A, for: 1h}]}
`

func TestAMaintenanceOfTheBankAgainstNone(t *testing.T) {
	dir := os.Getenv("CCSIM_BANK_DIR")
	if dir == "" {
		t.Log("CCSIM_BANK_DIR is not set: the real month is not here; maintenance-at-ten of the library stands in")
		return
	}
	const table = "bank1999_feb_halfhour.csv"
	data, err := os.ReadFile(filepath.Join(dir, table))
	require.NoError(t, err)
	_, c, err := compileText(t, bankDay, map[string]string{table: string(data)})
	require.NoError(t, err)
	out, err := c.Run(context.Background(), RunOptions{})
	require.NoError(t, err)
	for _, d := range reports.Differences(out.Plain, []*reports.Result{out.Variants[0].Result})[0] {
		if d.Scope != "all" || d.Name != "abandonment_rate" && d.Name != "mean_wait" {
			continue
		}
		paired, apart := d.HalfWidth(0.95), d.Independent(0.95)
		t.Logf("%s: %.5g without, %+.2g ± %.2g paired, ± %.2g by independent runs: %.0f times narrower", d.Name, d.Base, d.Value, paired, apart, apart/paired)
		require.Greater(t, apart, 5*paired, d.Name)
		require.Greater(t, paired, 0.0, d.Name)
	}
}
