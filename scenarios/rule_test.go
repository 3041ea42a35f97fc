package scenarios

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"testing"

	"ccsim/reports"
	"ccsim/reports/html"

	"github.com/stretchr/testify/require"
)

const ruled = `apiVersion: ccsim/v1
name: ruled
horizon: 1h
replications: {min: 10, max: 200, precision: 10%, of: [mean_wait]}
center: {preset: ideal, agents: [{name: team, count: 5}]}
workload: {calls: [{type: sales, arrivals: {rate: 100/h}, talk: {dist: exponential, mean: 2m}, patience: {dist: exponential, mean: 3m}}]}
`

func runText(t *testing.T, text string, jobs int, changes ...string) (*Source, *Compiled, *Outcome) {
	t.Helper()
	src, c, err := compileText(t, text, nil, changes...)
	require.NoError(t, err)
	out, err := c.Run(context.Background(), RunOptions{Jobs: jobs})
	require.NoError(t, err)
	return src, c, out
}

func TestReplicationsEndWhenTheIntervalIsNarrow(t *testing.T) {
	_, c, out := runText(t, ruled, 3)
	n := len(out.Plain.Reps)
	require.Greater(t, n, 10)
	require.Less(t, n, 200)
	require.True(t, reports.Met(out.Precision))
	s, ok := out.Plain.Get("mean_wait", "all")
	require.True(t, ok)
	require.LessOrEqual(t, s.HalfWidth(0.95), 0.1*s.Mean)
	// It ended at the first look at which it was so, and not later.
	require.False(t, reports.Met(c.Rule.Check(out.Plain.Reps[:n-1])))
	for _, jobs := range []int{1, 7} {
		_, _, other := runText(t, ruled, jobs)
		require.Len(t, other.Plain.Reps, n, "%d at a time", jobs)
		again, _ := other.Plain.Get("mean_wait", "all")
		require.Equal(t, math.Float64bits(s.Mean), math.Float64bits(again.Mean))
	}
}

func TestARuleLooksAtEveryVariant(t *testing.T) {
	const variants = `variants: {rush: {set: {workload.volume: 140%}}, quiet: {set: {workload.volume: 30%}}}
`
	_, _, alone := runText(t, ruled, 2)
	_, _, out := runText(t, ruled+variants, 2)
	require.Len(t, out.Precision, 3)
	require.Greater(t, len(out.Plain.Reps), len(alone.Plain.Reps), "the quiet variant waits seldom and scatters")
}

func TestAPrecisionThatIsNotReachedIsSaidInEveryForm(t *testing.T) {
	src, c, out := runText(t, ruled, 2, "replications.precision=0.01s", "replications.max=12")
	require.Len(t, out.Plain.Reps, 12)
	require.False(t, out.Partial)
	r := c.Report(src, out, "ccsim run ruled")
	pictures, err := c.Pictures(context.Background(), RunOptions{}, out)
	require.NoError(t, err)
	for name, render := range map[string]func(*bytes.Buffer) error{
		"text":     func(b *bytes.Buffer) error { reports.Text(b, r); return nil },
		"markdown": func(b *bytes.Buffer) error { reports.Markdown(b, r); return nil },
		"csv":      func(b *bytes.Buffer) error { return reports.CSV(b, r) },
		"json":     func(b *bytes.Buffer) error { return reports.JSON(b, r) },
		"html":     func(b *bytes.Buffer) error { return html.Write(b, r, pictures, src.Data) },
	} {
		var b bytes.Buffer
		require.NoError(t, render(&b))
		require.Regexp(t, "(?i)precision not reached", b.String(), name)
		if name == "json" {
			var got struct {
				Run struct {
					Precision struct {
						Reached bool
						Max     int
						Of      []struct{ Reached bool }
					}
				}
			}
			require.NoError(t, json.Unmarshal(b.Bytes(), &got))
			require.False(t, got.Run.Precision.Reached)
			require.Equal(t, 12, got.Run.Precision.Max)
			require.False(t, got.Run.Precision.Of[0].Reached)
		}
	}
}

func TestANumberTakesThePlaceOfARule(t *testing.T) {
	_, c, out := runText(t, ruled, 2, "replications=7")
	require.Nil(t, c.Rule)
	require.Len(t, out.Plain.Reps, 7)
}

func TestWhatWasNeverSeenIsNotPrecise(t *testing.T) {
	_, _, out := runText(t, ruled, 2, "replications={min: 10, max: 20, precision: 5%, of: [calls.lost]}")
	require.Len(t, out.Plain.Reps, 20)
	require.False(t, reports.Met(out.Precision))
	// In absolute terms 3/n is enough at 30.
	_, _, out = runText(t, ruled, 2, "replications={min: 10, max: 90, precision: 0.1, of: [calls.lost]}")
	require.Len(t, out.Plain.Reps, 30)
}

func TestARuleSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"{max: 20, of: [mean_wait]}":                         "needs a precision",
		"{max: 20, precision: 5%}":                           "needs the metrics",
		"{max: 20, precision: 5%, of: [mean_wiat]}":          `unknown metric "mean_wiat"`,
		"{max: 20, precision: 5%, of: [mean_wait(nobody)]}":  `unknown scope "nobody"`,
		"{max: 20, precision: 5%, of: [service_level_30s]}":  "add its threshold",
		"{max: 20, precision: 0%, of: [mean_wait]}":          "is not a precision above 0",
		"{min: 30, max: 20, precision: 5%, of: [mean_wait]}": "swap them",
		"{min: 1, precision: 5%, of: [mean_wait]}":           "min is at least 2",
		"{max: 0, precision: 5%, of: [mean_wait]}":           "from 1 to 1000000",
	} {
		_, _, err := compileText(t, small+"replications: "+text+"\n", nil)
		require.ErrorContains(t, err, want, text)
		require.ErrorContains(t, err, "s.yaml:6:", text)
	}
}

func TestControlVariatesNarrowTheInterval(t *testing.T) {
	src, c, out := runText(t, ruled, 2, "replications=200", "report.control_variates=true")
	r := c.Report(src, out, "")
	var b bytes.Buffer
	reports.Text(&b, r)
	require.Contains(t, b.String(), "With the number of calls as control variate")
	gain := 0.0
	for _, x := range r.Controls(reports.Named{Config: c.Config, Result: out.Plain}) {
		if x.Name == "mean_queue" {
			gain = x.Gain
			require.Less(t, x.Half, x.Plain)
		}
	}
	require.Greater(t, gain, 1.3, "the queue depends on how many call")
	b.Reset()
	require.NoError(t, reports.JSON(&b, r))
	require.Contains(t, b.String(), `"control": "calls.offered"`)
	b.Reset()
	require.NoError(t, reports.CSV(&b, r))
	require.Contains(t, b.String(), "ruled,plain,mean_wait,controlled,")
	_, c, out = runText(t, ruled, 2, "replications=3", "report.control_variates=true")
	b.Reset()
	reports.Text(&b, c.Report(src, out, ""))
	require.Contains(t, b.String(), "3 replications are fewer than 10")
}
