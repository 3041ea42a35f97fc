package html_test

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/scenarios/plan"
	"ccsim/scenarios/shifts"
	"ccsim/sim"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// planPage makes the page of a plan.
func planPage(t *testing.T, name string, o plan.Options) []byte {
	t.Helper()
	src, c := compiled(t, name)
	c.Replications = min(c.Replications, 3)
	p, err := plan.Run(context.Background(), src, c, o)
	require.NoError(t, err)
	p.Command = "ccsim capacity " + name + " --plan"
	var b bytes.Buffer
	require.NoError(t, html.WriteStudy(&b, p.Study(src.Data)))
	return b.Bytes()
}

// compiled opens an embedded scenario.
func compiled(t *testing.T, name string) (*scenarios.Source, *scenarios.Compiled) {
	t.Helper()
	src, err := scenarios.Open(name, nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	return src, c
}

// rosterPage makes the page of a roster.
func rosterPage(t *testing.T) []byte {
	t.Helper()
	src, c := compiled(t, "roster-of-a-day")
	var needs []shifts.Need
	for i := range 24 {
		at := sim.Time(i) * 30 * sim.Minute
		needs = append(needs, shifts.Need{From: at, To: at + 30*sim.Minute, Agents: 10 + 7*(i%4)})
	}
	p, err := shifts.Make(context.Background(), src, c, needs, shifts.Goal{Share: 0.8, Within: 20 * sim.Second}, 2, 0)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.WriteStudy(&b, p.Study(src.Data)))
	return b.Bytes()
}

// costStudy finds a cheapest number.
func costStudy(t *testing.T) *reports.Study {
	t.Helper()
	src, c := compiled(t, "roster-of-a-day")
	two, err := format.ParseChange("replications=2")
	require.NoError(t, err)
	c.Replications = 2
	s, err := plan.Cheapest(context.Background(), src, []format.Change{two}, c, "", scenarios.RunOptions{})
	require.NoError(t, err)
	return s.Study(src.Data)
}

// costPage makes its page.
func costPage(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.WriteStudy(&b, costStudy(t)))
	return b.Bytes()
}

func TestStudiesInABrowser(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("testdata", "axe.min.js"))
	require.NoError(t, err)
	ctx := browser(t)
	seen := watch(t, ctx)
	for name, page := range map[string][]byte{
		"a day":           planPage(t, "plan-a-patch", plan.Options{From: sim.Hour, Every: 30 * sim.Minute}),
		"refused starts":  planPage(t, "overload-maintenance", plan.Options{Every: sim.Minute}),
		"a roster":        rosterPage(t),
		"agents and cost": costPage(t),
		"all are refused": planPage(t, "overload-maintenance", plan.Options{From: 6 * sim.Minute, To: 7 * sim.Minute, Every: sim.Minute}),
	} {
		require.Less(t, len(page), 1_500_000)
		file := filepath.Join(t.TempDir(), "study.html")
		require.NoError(t, os.WriteFile(file, page, 0o600))
		at := url.URL{Scheme: "file", Path: file}
		for _, width := range []int64{320, 360, 768, 1280} {
			for _, look := range [][2]string{{"screen", "light"}, {"screen", "dark"}, {"print", "light"}} {
				limited, cancel := context.WithTimeout(ctx, 60*time.Second)
				require.NoError(t, chromedp.Do(limited, media(look[0], look[1]), chromedp.EmulateViewport(width, 900), chromedp.Navigate(at.String())))
				bad, err := chromedp.Run(limited, chromedp.Evaluate[[]string](overlapping))
				cancel()
				require.NoError(t, err)
				require.Empty(t, bad, "%s at %d, %s %s", name, width, look[0], look[1])
			}
		}
		checkAxe(t, ctx, name, string(axe))
		withScript, err := chromedp.Run(ctx, chromedp.Evaluate[string](numbers))
		require.NoError(t, err)
		require.Equal(t, withScript, withoutScript(t, ctx, at.String()), "script adds no content")
	}
	require.Empty(t, seen.all(), "no message and no request")
}

func TestNamesOfStudiesAreData(t *testing.T) {
	src, err := scenarios.Open("-", strings.NewReader(hostile+"timeline: [{at: 2m, do: maintenance, target: \"pg\\\"><b>/A\"}]\n"))
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	p, err := plan.Run(context.Background(), src, c, plan.Options{Every: sim.Minute})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.WriteStudy(&b, p.Study(src.Data)))
	page, _, found := strings.Cut(b.String(), "<script>")
	require.True(t, found)
	for _, bad := range []string{"<svg onload", "<img src=x", "<b>", " style=", "NaN"} {
		require.NotContains(t, page, bad)
	}
	require.Equal(t, 1, strings.Count(b.String(), "<script>"))
}
