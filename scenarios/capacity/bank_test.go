package capacity

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// The month of a real bank that research uses may not be shipped. Where its files
// are, CCSIM_BANK_DIR names their directory; look-alike-month of the library stands in
// elsewhere.
const bankMonth = `apiVersion: ccsim/v1
name: february
description: February 1999 of a small bank by the half hour.
start: 1999-02-01 00:00 Asia/Jerusalem
horizon: 28d
center:
  ring: 0s
  agents: [{name: team, count: 30, wrapup: none}]
workload:
  calls:
    - type: bank
      patience: {dist: exponential, mean: 300s}
      talk: {dist: lognormal, mean: 190s, cv: 1.2}
      arrivals: {csv: bank1999_feb_halfhour.csv, columns: {start: interval_start, count: offered, talk: mean_service_s}}
`

func TestTheIntervalPlanOfTheBanksFebruary(t *testing.T) {
	dir := os.Getenv("CCSIM_BANK_DIR")
	if dir == "" {
		t.Log("CCSIM_BANK_DIR is not set: the real month is not here; the look-alike month stands in")
		return
	}
	const table = "bank1999_feb_halfhour.csv"
	data, err := os.ReadFile(filepath.Join(dir, table))
	require.NoError(t, err)
	src, err := scenarios.InMemory("february.yaml", map[string][]byte{"february.yaml": []byte(bankMonth), table: data})
	require.NoError(t, err)
	sideBySide(t, src, 28, 60)
}

// One day of the month of the library, so that the comparison runs everywhere.
func TestTheIntervalPlanOfTheLookAlikeMonth(t *testing.T) {
	src, err := scenarios.Open("look-alike-month", nil)
	require.NoError(t, err)
	sideBySide(t, src, 1, 40)
}

// sideBySide finds the plan of a month and tells how often and why it differs from
// Erlang A and C.
func sideBySide(t *testing.T, src *scenarios.Source, days, most int) {
	t.Helper()
	s := &Study{Source: src, Size: "agents", Least: Least, Most: most, Confidence: 0.99, Interval: 30 * sim.Minute, OnlyNormal: true}
	s.Changes = append(s.Changes, change(t, "horizon="+map[bool]string{true: "28d", false: "24h"}[days > 1]))
	s.Changes = append(s.Changes, change(t, "timeline=[]"))
	var err error
	s.Plain, err = src.Compile(s.Changes...)
	require.NoError(t, err)
	target, err := ParseTarget(s.Plain, "80% in 20s")
	require.NoError(t, err)
	s.Targets = []reports.Target{target}
	c, err := s.Run(context.Background(), "")
	require.NoError(t, err)
	needs := c.Conditions[0].Needs
	require.Len(t, needs, 48*days)
	busy, more, less, overC, agents, byA, byC := 0, 0, 0, 0, 0, 0, 0
	for i := range needs {
		n := &needs[i]
		if n.Offered == 0 {
			require.Equal(t, reports.FoundNothing, n.Found())
			continue
		}
		if n.Offered < 20 || !slices.Contains([]reports.Found{reports.FoundExact, reports.FoundWithin}, n.Found()) {
			continue
		}
		busy++
		agents, byA, byC = agents+n.Count, byA+n.ErlangA, byC+n.ErlangC
		switch {
		case n.Low+1 > n.ErlangA:
			more++
		case n.Count < n.ErlangA:
			less++
		}
		if n.Low+1 > n.ErlangC {
			overC++
		}
		require.InDelta(t, n.ErlangA, n.Count, max(6, float64(n.ErlangA)/2), "%s: %v", c.Clock(n.From), n)
	}
	require.Greater(t, busy, 10*days)
	t.Logf("%d half hours with 20 calls and more: %d agents by simulation, %d by Erlang A, %d by Erlang C; Erlang A is surely too few in %d and surely more than needed in %d, Erlang C surely too few in %d",
		busy, agents, byA, byC, more, less, overC)
	for _, b := range c.Blames {
		t.Logf("%s at %s: %d, Erlang A %d, Erlang C %d", b.Group, c.Clock(b.From), b.Count, b.ErlangA, b.ErlangC)
		for i := range b.Parts {
			t.Logf("  without %s: %s (Erlang A %d)", b.Parts[i].Name, b.Parts[i].Need.Words(), b.Parts[i].Need.ErlangA)
		}
	}
}
