//go:build linux

package out_test

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"os"
	"testing"
	"time"

	"ccsim/internal/pgtest"
	"ccsim/model"
	"ccsim/reports"
	"ccsim/reports/hds"
	"ccsim/reports/hds/out"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// line is a row of the published interval report.
type line struct {
	callType                                      string
	start                                         time.Time
	offered, handled, abandoned                   int64
	negative, ignored, positive, asa, abandonRate sql.NullFloat64
}

// report runs the query of the documents.
func report(t *testing.T, db *sql.DB) (all []line) {
	t.Helper()
	query, err := os.ReadFile("../../../docs/queries/interval-report.sql")
	require.NoError(t, err)
	rows, err := db.Query(string(query))
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		var l line
		require.NoError(t, rows.Scan(&l.callType, &l.start, &l.offered, &l.handled, &l.abandoned, &l.negative, &l.ignored, &l.positive, &l.asa, &l.abandonRate))
		l.start = l.start.UTC()
		for _, n := range []*sql.NullFloat64{&l.negative, &l.ignored, &l.positive, &l.asa, &l.abandonRate} {
			n.Float64 = math.Round(n.Float64*1e9) / 1e9 // one divides decimals, the other floating point
		}
		all = append(all, l)
	}
	require.NoError(t, rows.Err())
	return all
}

// halfHour is what the report should say of one half hour, counted from facts.
type halfHour struct {
	offered, answered, within, abandoned int64
	wait                                 sim.Time
}

type halfHours struct {
	counted
	begin sim.Time // into the first half hour
	of    map[int64]*halfHour
	level sim.Time
}

func (h *halfHours) at(t sim.Time) *halfHour {
	n := int64((t + h.begin) / (30 * sim.Minute))
	if h.of[n] == nil {
		h.of[n] = &halfHour{}
	}
	return h.of[n]
}

func (h *halfHours) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactAnswered:
		n := h.at(x.T)
		n.answered++
		n.wait += sim.Time(x.Value)
		if sim.Time(x.Value) <= h.level {
			n.within++
		}
	case model.FactAbandoned:
		h.at(x.T).abandoned++
	case model.FactClosed:
		h.at(x.T).offered++
	}
}

// CallChanged implements model.Watcher.
func (h *halfHours) CallChanged(sim.Time, model.CallState, *model.Call) {}

func (h *halfHours) CallRequested(t sim.Time, _ *model.Call) { h.at(t).offered++ }

func TestAPublishedReportRunsOnBothDatabases(t *testing.T) {
	c := drained(t, "a-day-as-planned", "workload.calls.sales.transfer=0%")
	outcome, err := c.Run(context.Background(), scenarios.RunOptions{Jobs: 1})
	require.NoError(t, err)
	metric := reported(t, outcome.Plain)

	light := report(t, exported(t, c, hds.AnyLogger))
	url := pgtest.Server(t)
	store, err := out.Open(url, "", false)
	require.NoError(t, err)
	require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store}))
	db, err := sql.Open("pgx", url)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	require.Equal(t, light, report(t, db))
	require.Greater(t, len(light), 15)

	// Each half hour is what happened in it.
	w, err := model.New(c.Config, c.Seed, 0)
	require.NoError(t, err)
	level := reports.LevelName(c.Levels[0])
	truth := &halfHours{of: map[int64]*halfHour{}, level: c.Levels[0]}
	w.SetSink(truth)
	w.SetWatcher(truth)
	require.NoError(t, w.Run())
	var offered, within, answered, abandoned, wait float64
	for _, l := range light {
		start := time.Date(c.Start.Year(), c.Start.Month(), c.Start.Day(), c.Start.Hour(), c.Start.Minute(), 0, 0, time.UTC)
		n := truth.at(sim.Time(l.start.Sub(start)))
		require.Equal(t, n.offered, l.offered, l.start)
		require.Equal(t, n.abandoned, l.abandoned, l.start)
		require.Equal(t, n.answered > 0, l.asa.Valid, l.start)
		if n.answered > 0 {
			require.InDelta(t, (n.wait / sim.Time(n.answered)).Seconds(), l.asa.Float64, 1, l.start)
		}
		if n.offered > 0 {
			require.InDelta(t, 100*float64(n.abandoned)/float64(n.offered), l.abandonRate.Float64, 1e-9, l.start)
		}
		offered += float64(l.offered)
		abandoned += float64(l.abandoned)
		answered += float64(n.answered)
		within += float64(n.within)
		wait += l.asa.Float64 * float64(n.answered)
	}
	// And together they are the report.
	require.EqualValues(t, metric("calls.offered"), offered)
	require.InDelta(t, metric("abandonment_rate"), abandoned/offered, 1e-9)
	require.InDelta(t, metric(level), within/offered, 1e-9)
	require.InDelta(t, metric("mean_wait_handled"), wait/answered, 1/answered)
	sums := "SELECT SUM(ServiceLevelCalls) FROM Call_Type_Interval"
	require.EqualValues(t, within, one(t, db, sums))

	// Rows of calls are the same, too; nothing is overwritten unless it is asked for.
	require.EqualValues(t, metric("calls.handled"), one(t, db, "SELECT COUNT(*) FROM Termination_Call_Detail WHERE CallDisposition IN (13, 30)"))
	store, err = out.Open(url, "", false)
	require.NoError(t, err)
	require.ErrorIs(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store}), out.ErrExists)
	store, err = out.Open(url, "", true)
	require.NoError(t, err)
	require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store}))
	require.Equal(t, light, report(t, db))
}

func TestADatabaseThatIsNotThere(t *testing.T) {
	_, err := out.Open("postgres://nobody@/none?host="+t.TempDir()+"&port=5433&sslmode=disable", "", false)
	require.Error(t, err)
	require.False(t, errors.Is(err, out.ErrExists))
}
