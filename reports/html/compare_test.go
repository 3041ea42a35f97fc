package html_test

import (
	"bytes"
	"context"
	escaped "html"
	"strings"
	"testing"

	"ccsim/reports/html"
	"ccsim/scenarios"
	"ccsim/scenarios/compare"
	"ccsim/scenarios/format"
	"ccsim/scenarios/sweep"

	"github.com/stretchr/testify/require"
)

// sidesOf opens scenarios for a comparison; text is what - reads.
func sidesOf(t *testing.T, text string, names ...string) (sides []compare.Side) {
	t.Helper()
	for _, name := range names {
		src, err := scenarios.Open(name, strings.NewReader(text))
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		c.Replications = 4
		for _, v := range c.Variants {
			v.Replications = 4
		}
		sides = append(sides, compare.Side{Name: c.Name, Source: src, Compiled: c})
	}
	return sides
}

func comparePage(t *testing.T, jobs int, sides []compare.Side) string {
	t.Helper()
	o := scenarios.RunOptions{Jobs: jobs}
	c, err := compare.Run(context.Background(), sides, o, "ccsim compare")
	require.NoError(t, err)
	pictures, err := compare.Pictures(context.Background(), sides, o, c)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.Compare(&b, c, pictures))
	return b.String()
}

func TestComparisonsSayWhatDiffersAndWhere(t *testing.T) {
	one := comparePage(t, 1, sidesOf(t, "", "pg-crash", "maintenance-private-link"))
	require.True(t, one == comparePage(t, 8, sidesOf(t, "", "pg-crash", "maintenance-private-link")), "the same bytes at any number of workers")
	text := escaped.UnescapeString(one)
	for _, want := range []string{
		"The first replications part at +5 min. In pg-crash: agent-pg-1/A crashed", "maintenance requested", // the first event
		"pg-crash above maintenance-private-link, where they first differ", "no difference seen", "Pairing makes the interval",
		"-name: pg-crash", "\n+name: maintenance-private-link", // the scenarios as a diff
		"ccsim compare",
	} {
		require.True(t, strings.Contains(text, want), want)
	}
	variants := comparePage(t, 2, sidesOf(t, "", "maintenance-at-ten"))
	head, _, _ := strings.Cut(variants, "</h1>")
	require.Contains(t, head, "crash against maintenance-at-ten", "the headline is a difference where there is one")
	require.True(t, strings.Contains(escaped.UnescapeString(variants), "+10:00:00  crash agent-pg-1/A"), "what a variant does instead")
}

func TestNamesInComparisonsAndSweepsAreData(t *testing.T) {
	other := strings.Replace(hostile, "horizon: 5m", "horizon: 6m", 1)
	pages := []string{comparePage(t, 2, append(sidesOf(t, hostile, "-"), sidesOf(t, other, "-")...))}
	src, err := scenarios.Open("-", strings.NewReader(hostile))
	require.NoError(t, err)
	points, err := sweep.Grid([]string{"workload.volume=80%,100%"})
	require.NoError(t, err)
	change, err := format.ParseChange("replications=2")
	require.NoError(t, err)
	s, err := sweep.New(src, []format.Change{change}, points)
	require.NoError(t, err)
	all, err := s.Run(context.Background(), sweep.Options{})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, sweep.Print(&b, "html", s.Head(), all))
	for _, whole := range append(pages, b.String()) {
		page, script, found := strings.Cut(whole, "<script>")
		require.True(t, found)
		_, foot, _ := strings.Cut(script, "</script>")
		page += foot
		for _, bad := range []string{"<svg onload", "<img src=x", "<b>", "<i>&amp;", " style=", "NaN", "Inf"} {
			require.NotContains(t, page, bad)
		}
		require.Equal(t, 1, strings.Count(whole, "<script>"))
	}
}

func TestASweepLeadsWithWhatMoves(t *testing.T) {
	page := string(swept(t, sweep.Grid, "center.agents.sales-team.count=12,60"))
	head, _, _ := strings.Cut(page, "</h1>")
	require.Contains(t, head, "<h1>Answered in 20s: from ")
	require.Contains(t, head, "(count 60).")
	still := string(swept(t, sweep.Grid, "seed=1,1"))
	require.Contains(t, still, "No metric of pg-crash moves by more than its interval")
}
