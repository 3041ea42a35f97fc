package html_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"ccsim/reports/html"
	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

// hostile is a scenario whose names try to break out of a page.
const hostile = `apiVersion: ccsim/v1
name: "</script><svg onload=alert(1)>"
description: "\"><img src=x>. {{.Title}}"
horizon: 5m
center:
  agent_pgs: [{name: "pg\"><b>"}]
  agents: [{name: "=1+1 {{.}}", count: 3}]
workload:
  calls: [{type: "<i>&amp;", arrivals: {rate: 60/h}}]
expect: ["calls.lost == 0"]
`

func TestNamesAreData(t *testing.T) {
	src, err := scenarios.Open("-", strings.NewReader(hostile))
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	out, err := c.Run(context.Background(), scenarios.RunOptions{})
	require.NoError(t, err)
	pictures, err := c.Pictures(context.Background(), scenarios.RunOptions{}, out)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, c.Report(src, out, "ccsim run -"), pictures, src.Data))
	page, script, found := strings.Cut(b.String(), "<script>")
	require.True(t, found)
	_, foot, _ := strings.Cut(script, "</script>")
	page += foot
	for _, bad := range []string{"<svg onload", "<img src=x", "<b>", "<i>&amp;", " style=", "http://", "https://", "NaN"} {
		require.NotContains(t, strings.ReplaceAll(page, "http://www.w3.org/", ""), bad)
	}
	require.Equal(t, 1, strings.Count(b.String(), "<script>"))
	require.Equal(t, 1, strings.Count(page, "<style>"))
}

func TestPagesAreTheSameAtAnyNumberOfWorkers(t *testing.T) {
	var pages [2]bytes.Buffer
	for i, jobs := range []int{1, 8} {
		src, err := scenarios.Open("busy-half-hour", nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		c.Replications = 4
		out, err := c.Run(context.Background(), scenarios.RunOptions{Jobs: jobs})
		require.NoError(t, err)
		pictures, err := c.Pictures(context.Background(), scenarios.RunOptions{Jobs: jobs}, out)
		require.NoError(t, err)
		require.NoError(t, html.Write(&pages[i], c.Report(src, out, "ccsim run"), pictures, src.Data))
	}
	require.Equal(t, pages[0].String(), pages[1].String())
}

func TestTitlesOfIncidentsSpeakOfFaultsOnly(t *testing.T) {
	page := string(report(t, "vm-maintenance"))
	require.Contains(t, page, "Maintenance of vm/pg-1a")
	require.NotContains(t, page, "The cancel of", "a start of the machine is no cancel")
}
