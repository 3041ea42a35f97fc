//go:build linux

package store

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
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

// writer stores runs of its own, and one that all others store too.
func writer(place string, n int) error {
	ctx := context.Background()
	for k := range 10 {
		s, err := Open(ctx, place, true)
		if err != nil {
			return err
		}
		for _, id := range []string{fmt.Sprintf("own-%d-%d", n, k), "shared"} {
			if err := s.Put(ctx, report(id, float64(n)), map[string][]byte{"text": []byte(id)}, time.Unix(int64(k), 0)); err != nil {
				return err
			}
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
	return nil
}

// together lets several write to a store that is not there yet, and sees that all of
// it is there then, once.
func together(t *testing.T, place string, write func(n int) error) {
	t.Helper()
	const writers = 4
	errs := make([]error, writers)
	var wait sync.WaitGroup
	for n := range writers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			errs[n] = write(n)
		}()
	}
	wait.Wait()
	for n, err := range errs {
		require.NoError(t, err, "writer %d", n)
	}
	ctx := context.Background()
	s, err := Open(ctx, place, false)
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	all, err := s.Runs(ctx)
	require.NoError(t, err)
	require.Len(t, all, writers*10+1)
	for _, r := range all {
		body, err := s.Report(ctx, r.ID, "text")
		require.NoError(t, err)
		require.Equal(t, r.ID, string(body))
		m, err := s.Metrics(ctx, r.ID)
		require.NoError(t, err)
		require.Len(t, m, 1, "of one of the writers, not of two")
	}
}

// Several processes store into one SQLite file at the same time: each waits for the
// others, and no run is lost or mixed with another.
func TestProcessesShareASQLiteFile(t *testing.T) {
	if place := os.Getenv("CCSIM_STORE_WRITER"); place != "" { // this is one of them
		var n int
		_, err := fmt.Sscan(os.Getenv("CCSIM_STORE_NUMBER"), &n)
		require.NoError(t, err)
		require.NoError(t, writer(place, n))
		return
	}
	place := filepath.Join(t.TempDir(), "runs.db")
	self, err := os.Executable()
	require.NoError(t, err)
	together(t, place, func(n int) error {
		cmd := exec.Command(self, "-test.run=^TestProcessesShareASQLiteFile$")
		cmd.Env = append(os.Environ(), "CCSIM_STORE_WRITER="+place, fmt.Sprintf("CCSIM_STORE_NUMBER=%d", n))
		out, err := cmd.CombinedOutput()
		if err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
		return nil
	})
}

func TestWritersShareAPostgreSQL(t *testing.T) {
	place := pgtest.Server(t)
	together(t, place, func(n int) error { return writer(place, n) })
}

// A run that is stored again has the forms and metrics of the last time only.
func TestAStoredRunIsReplacedWhole(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "runs.db"), true)
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	first := report("ab1", 5)
	first.Plain.Stats = append(first.Plain.Stats, first.Plain.Stats[0])
	require.NoError(t, s.Put(ctx, first, map[string][]byte{"text": []byte("old"), "csv": []byte("old")}, time.Unix(1, 0)))
	require.NoError(t, s.Put(ctx, report("ab1", 6), map[string][]byte{"text": []byte("new")}, time.Unix(2, 0)))
	m, err := s.Metrics(ctx, "ab1")
	require.NoError(t, err)
	require.Len(t, m, 1)
	require.InDelta(t, 6, m[0].Value.Float64, 0)
	body, err := s.Report(ctx, "ab1", "text")
	require.NoError(t, err)
	require.Equal(t, "new", string(body))
	_, err = s.Report(ctx, "ab1", "csv")
	require.Error(t, err)
	all, err := s.Runs(ctx)
	require.NoError(t, err)
	require.Equal(t, "1970-01-01 00:00:02.000", all[0].Stored)
	first.Run.ID = "ab3"
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	require.Error(t, s.Put(canceled, first, nil, time.Unix(3, 0)))
	_, err = s.Find(ctx, "ab3")
	require.Error(t, err, "what failed leaves nothing")
}
