//go:build linux

package store

import (
	"context"
	"math"
	"path/filepath"
	"testing"
	"time"

	"ccsim/internal/pgtest"
	"ccsim/reports"

	"github.com/stretchr/testify/require"
)

func report(id string, mean float64) *reports.Report {
	r := &reports.Report{Plain: &reports.Result{}}
	r.Run = reports.Run{ID: id, Scenario: "day", Seed: math.MaxUint64, Replications: 2, Version: "x"}
	s := reports.Stat{Mean: mean, N: 1}
	s.Name, s.Scope = "calls.offered", "all"
	r.Plain.Stats = append(r.Plain.Stats, s)
	return r
}

// works stores two runs and finds them again.
func works(t *testing.T, place string) {
	ctx := context.Background()
	s, err := Open(ctx, place, true)
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	now := time.Unix(1000, 0)
	for range 2 {
		require.NoError(t, s.Put(ctx, report("ab1", 5), map[string][]byte{"text": []byte("± 5\n")}, now))
	}
	require.NoError(t, s.Put(ctx, report("ab2", 7), nil, now.Add(time.Second)))
	all, err := s.Runs(ctx)
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Equal(t, Run{"ab2", "day", "18446744073709551615", 2, "x", "1970-01-01 00:16:41.000"}, all[0])
	_, err = s.Find(ctx, "ab")
	require.ErrorContains(t, err, "ab1")
	require.ErrorContains(t, err, "ab2")
	r, err := s.Find(ctx, "ab1")
	require.NoError(t, err)
	body, err := s.Report(ctx, r.ID, "text")
	require.NoError(t, err)
	require.Equal(t, "± 5\n", string(body))
	a, err := s.Metrics(ctx, "ab1")
	require.NoError(t, err)
	b, err := s.Metrics(ctx, "ab2")
	require.NoError(t, err)
	value, _ := Difference(a[0], b[0])
	require.InDelta(t, 2, value.Float64, 0)
}

func TestSQLiteKeepsRuns(t *testing.T) { works(t, filepath.Join(t.TempDir(), "runs.db")) }

func TestPostgreSQLKeepsRuns(t *testing.T) { works(t, pgtest.Server(t)) }

func TestAnUnpairedDifferenceAddsSquares(t *testing.T) {
	_, half := Difference(Metric{Value: null(1), Half: null(3)}, Metric{Value: null(2), Half: null(4)})
	require.InDelta(t, 5, half.Float64, 0)
	_, half = Difference(Metric{Value: null(1), Half: null(math.NaN())}, Metric{Value: null(2), Half: null(4)})
	require.False(t, half.Valid)
}
