package html_test

import (
	"bytes"
	"context"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/sim"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// capacityReport is a report of two groups over a day, with every way in which a
// search can end.
func capacityReport(group string) *reports.Capacity {
	c := &reports.Capacity{
		Run: reports.Run{ID: "id", Scenario: "s " + group, Title: group, Seed: 1, Version: "ccsim", Command: "ccsim capacity"}, Size: "agents",
		Targets:    []reports.Target{{Text: "80% in 20s", Metric: "service_level_20s", Op: ">=", Want: 0.8}},
		Confidence: 0.99, Least: 20, Most: 1000, Interval: 30 * sim.Minute,
	}
	for i, name := range []string{"normal operation", "one side down", "crash agent-pg-1/A at 09:00"} {
		x := reports.Condition{Name: name}
		for k := range 48 {
			for g := range 2 {
				n := reports.Need{
					From: sim.Time(k) * c.Interval, To: sim.Time(k+1) * c.Interval, Group: group + strings.Repeat("x", g), Offered: 30, Load: 3, Enough: true,
					Count: 10 + k%7 + i, Low: 9 + k%7 + i, Top: 60, ErlangA: 9, ErlangC: 10, Why: []string{"0.4 of 10 agents are Not Ready"},
				}
				switch k {
				case 3:
					n.Enough, n.Low = false, 60
				case 4:
					n.Enough, n.Low = false, 5
				case 5:
					n.Low -= 2
				case 6:
					n.Top, n.Offered, n.Count, n.Enough, n.ErlangA, n.ErlangC = 0, 0, 0, false, 0, 0
				}
				n.Values = []reports.Value{{Metric: reports.Metric{Name: "service_level_20s"}, Mean: 0.82, Half: 0.01, N: 100}}
				x.Needs = append(x.Needs, n)
			}
		}
		c.Conditions = append(c.Conditions, x)
	}
	c.Blames = []reports.Blame{{Group: group, Count: 16, ErlangA: 9, Parts: []reports.Part{{Name: "breaks", Need: c.Conditions[0].Needs[0]}}}}
	c.Headroom = &reports.Headroom{Design: "2000", Assumed: true, Limits: []reports.Limit{
		{Name: "active agents of " + group, Use: 2100, Limit: 2000, Times: 0.95, Source: "stated, SDG"},
		{Name: "inbound calls a second", Use: 14, Limit: 15, Times: 1.07, Source: "stated, SDG"},
		{Name: "skills of an agent", Use: 1, Limit: 15, Times: math.Inf(1), Source: "stated, SDG"},
	}}
	return c
}

func capacityHTML(t *testing.T, group string) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.WriteCapacity(&b, capacityReport(group), []byte("name: "+group)))
	return b.Bytes()
}

func TestACapacityPageSaysWhatBreaksFirst(t *testing.T) {
	page := string(capacityHTML(t, "sales"))
	require.Contains(t, page, "The limit of active agents of sales is exceeded today: 2,100 of 2,000.")
	require.Contains(t, page, "none up to 60")
	require.Contains(t, page, "undecided above 5")
	require.Contains(t, page, "What makes the difference: sales needs 16")
	require.NotContains(t, page, "NaN")
	require.Equal(t, page, string(capacityHTML(t, "sales")), "the same bytes each time")
}

func TestNamesAreDataInACapacityPage(t *testing.T) {
	page := string(capacityHTML(t, `</script><svg onload=alert(1)>"><img src=x>{{.}}`))
	for _, bad := range []string{"<svg onload", "<img src=x", " style=", "http://", "https://", "<script"} {
		require.NotContains(t, strings.ReplaceAll(page, "http://www.w3.org/", ""), bad)
	}
}

func TestACapacityPageInABrowser(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("testdata", "axe.min.js"))
	require.NoError(t, err)
	ctx := browser(t)
	seen := watch(t, ctx)
	file := filepath.Join(t.TempDir(), "capacity.html")
	var b bytes.Buffer
	cost := costStudy(t)
	group := "sales-and-service-of-the-second-floor"
	require.NoError(t, html.WriteCapacity(&b, capacityReport(group), []byte("name: "+group), reports.JoinStudies("ccsim capacity", cost)))
	require.NoError(t, os.WriteFile(file, b.Bytes(), 0o600))
	at := url.URL{Scheme: "file", Path: file}
	for _, width := range []int64{320, 360, 768, 1280} {
		for _, look := range [][2]string{{"screen", "light"}, {"screen", "dark"}, {"print", "light"}} {
			limited, cancel := context.WithTimeout(ctx, 60*time.Second)
			require.NoError(t, chromedp.Do(limited, media(look[0], look[1]), chromedp.EmulateViewport(width, 900), chromedp.Navigate(at.String())))
			bad, err := chromedp.Run(limited, chromedp.Evaluate[[]string](overlapping))
			cancel()
			require.NoError(t, err)
			require.Empty(t, bad, "at %d, %s %s", width, look[0], look[1])
		}
	}
	checkAxe(t, ctx, "capacity", string(axe))
	require.Empty(t, seen.all(), "no message and no request")
}
