package compare

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ccsim/reports"
	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

func side(t *testing.T, name, text string) Side {
	t.Helper()
	file := filepath.Join(t.TempDir(), name+".yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	src, err := scenarios.Open(file, nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	return Side{c.Name, src, c}
}

const quiet = `apiVersion: ccsim/v1
name: quiet
horizon: 30m
replications: 12
center: {preset: lab, gateways: [{name: gateway-a, site: A}], agents: [{name: team, count: 6}]}
workload: {calls: [{type: sales, arrivals: {rate: 150/h}, talk: {dist: exponential, mean: 2m}, patience: {dist: exponential, mean: 2m}}]}
`

var crash = strings.Replace(quiet, "name: quiet", "name: crash\nseed: 99", 1) + "timeline: [{at: 10m, do: crash, target: gateway-a, for: 1m}]\n"

func text(t *testing.T, c *reports.Comparison) string {
	t.Helper()
	var b bytes.Buffer
	reports.CompareText(&b, c)
	return b.String()
}

func TestTheCallersThatWereLostOnlyInOne(t *testing.T) {
	c, err := Run(context.Background(), []Side{side(t, "a", quiet), side(t, "b", crash)}, scenarios.RunOptions{Jobs: 2}, "ccsim compare a b")
	require.NoError(t, err)
	require.Equal(t, uint64(1), c.Run.Seed, "all take the seed of the first")
	for rep := range c.Plain.Reps {
		a, _ := c.Plain.Value(rep, "calls.offered", "all")
		b, _ := c.Variants[0].Result.Value(rep, "calls.offered", "all")
		require.Equal(t, a, b, "the same callers call in both")
	}
	list := c.Callers[0].Compare(c.Callers[1])
	var lost reports.Fated
	for _, f := range list {
		if f.Fate == "lost" {
			lost = f
		}
	}
	require.Empty(t, lost.OnlyPlain)
	require.Zero(t, lost.Both)
	n, ok := c.Variants[0].Result.Value(0, "calls.lost", "all")
	require.True(t, ok)
	require.Greater(t, n, 2.0)
	require.Len(t, lost.OnlyOther, int(n), "each lost call has a caller with a number")
	require.Contains(t, text(t, c), "callers were lost only in crash, in the first replication.")
	for i, x := range lost.OnlyOther {
		require.Less(t, x.Arrived.Seconds(), 660.0+5)
		if i > 0 {
			require.LessOrEqual(t, lost.OnlyOther[i-1].Arrived, x.Arrived)
		}
	}
}

func TestAScenarioDoesNotDifferFromItself(t *testing.T) {
	a := side(t, "a", quiet)
	c, err := Run(context.Background(), []Side{a, a}, scenarios.RunOptions{}, "ccsim compare a a")
	require.NoError(t, err)
	require.Equal(t, "quiet (2)", c.Variants[0].Name)
	for _, d := range reports.Differences(c.Plain, []*reports.Result{c.Variants[0].Result})[0] {
		if d.N > 0 {
			require.Zero(t, d.Value, d.Name)
		}
		require.False(t, d.Sure(), d.Name)
	}
	require.Contains(t, text(t, c), "The same became of every caller.")
	require.Contains(t, text(t, c), "no difference that is more than chance")
}

func TestTheSameBytesAtAnyNumberOfWorkers(t *testing.T) {
	var want string
	for _, jobs := range []int{1, 5} {
		c, err := Run(context.Background(), []Side{side(t, "a", quiet), side(t, "b", crash)}, scenarios.RunOptions{Jobs: jobs}, "")
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, reports.CompareJSON(&b, c))
		if want == "" {
			want = b.String()
		}
		require.Equal(t, want, b.String())
	}
}

func TestAllFormsSayTheSame(t *testing.T) {
	c, err := Run(context.Background(), []Side{side(t, "a", quiet), side(t, "b", crash)}, scenarios.RunOptions{}, "")
	require.NoError(t, err)
	var j, v, m bytes.Buffer
	require.NoError(t, reports.CompareJSON(&j, c))
	require.NoError(t, reports.CompareCSV(&v, c))
	reports.CompareMarkdown(&m, c)
	require.Contains(t, m.String(), "# quiet compared")
	var got struct {
		Base   string
		Others []struct {
			Name        string
			Differences []struct {
				Name, Scope string
				Value       float64
			}
			Callers []struct {
				Fate      string
				OnlyOther []struct{ Number int } `json:"only_other"`
			}
		}
	}
	require.NoError(t, json.Unmarshal(j.Bytes(), &got))
	require.Equal(t, "quiet", got.Base)
	require.Equal(t, "crash", got.Others[0].Name)
	require.NotEmpty(t, got.Others[0].Callers)
	rows, err := csv.NewReader(&v).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+len(got.Others[0].Differences))
	require.Equal(t, got.Others[0].Differences[0].Name, rows[1][2])
}

func TestAScenarioAloneIsComparedWithItsVariants(t *testing.T) {
	_, err := Run(context.Background(), []Side{side(t, "a", quiet)}, scenarios.RunOptions{}, "")
	require.ErrorIs(t, err, ErrAlone)
	c, err := Run(context.Background(), []Side{side(t, "a", quiet+"variants: {rush: {set: {workload.volume: 150%}}}\n")}, scenarios.RunOptions{}, "")
	require.NoError(t, err)
	require.Equal(t, "rush", c.Variants[0].Name)
}

// TestAMaintenanceAtTen is what pairs are for: the maintenance of one morning
// against the noise of a whole day.
func TestAMaintenanceAtTen(t *testing.T) {
	src, err := scenarios.Open("maintenance-at-ten", nil)
	require.NoError(t, err)
	compiled, err := src.Compile()
	require.NoError(t, err)
	c, err := Run(context.Background(), []Side{{compiled.Name, src, compiled}}, scenarios.RunOptions{}, "")
	require.NoError(t, err)
	for _, d := range reports.Differences(c.Plain, []*reports.Result{c.Variants[0].Result})[0] {
		if d.Scope == "all" && (d.Name == "abandonment_rate" || d.Name == "mean_wait") {
			require.Greater(t, d.Independent(0.95), 5*d.HalfWidth(0.95), d.Name)
			require.Greater(t, d.HalfWidth(0.95), 0.0, "it does make a difference")
		}
	}
}

func TestRunsPartWhereTheFirstFactDiffers(t *testing.T) {
	a, b := side(t, "a", quiet), side(t, "b", crash)
	c, err := Run(context.Background(), []Side{a, b}, scenarios.RunOptions{}, "")
	require.NoError(t, err)
	require.Len(t, c.Partings, 1)
	p := c.Partings[0]
	require.True(t, p.There)
	require.Equal(t, 600.0, p.At.Seconds())
	require.Equal(t, "nothing", p.Base)
	require.Contains(t, p.Other, "gateway-a")
	require.Contains(t, text(t, c), "The first replications part at +10 min. In quiet: nothing. In crash: ")
	same, err := Run(context.Background(), []Side{a, a}, scenarios.RunOptions{}, "")
	require.NoError(t, err)
	require.False(t, same.Partings[0].There)
	require.Contains(t, text(t, same), "everything happens at the same moments")
	fewer := side(t, "c", strings.Replace(quiet, "count: 6", "count: 5", 1))
	c, err = Run(context.Background(), []Side{a, fewer}, scenarios.RunOptions{}, "")
	require.NoError(t, err)
	require.True(t, c.Partings[0].There)
	require.NotContains(t, c.Partings[0].Base+c.Partings[0].Other, "no story tells")
}
