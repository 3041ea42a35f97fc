package out_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"ccsim/reports/hds/out"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// ofHalfHours sums columns of an interval table by the half hour.
func ofHalfHours(t *testing.T, db *sql.DB, table string, columns ...string) map[string]string {
	t.Helper()
	half := "substr(DateTime, 1, 14) || CASE WHEN substr(DateTime, 15, 2) < '30' THEN '00' ELSE '30' END"
	sums := "SUM(" + strings.Join(columns, ") || ' ' || SUM(") + ")"
	rows, err := db.Query("SELECT " + half + ", " + sums + " FROM " + table + " GROUP BY 1")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	all := map[string]string{}
	for rows.Next() {
		var at, sum string
		require.NoError(t, rows.Scan(&at, &sum))
		all[at] = sum
	}
	require.NoError(t, rows.Err())
	return all
}

// Two quarters of an hour are the half hour, in everything that happens at a moment.
func TestTwoQuartersAreAHalfHour(t *testing.T) {
	c := drained(t, "busy-half-hour")
	halves := exported(t, c, 0)
	path := filepath.Join(t.TempDir(), "quarters.db")
	store, err := out.Open(path, "", false)
	require.NoError(t, err)
	require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store, Interval: 15 * sim.Minute}))
	quarters, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, quarters.Close()) })
	for table, columns := range map[string][]string{
		"Call_Type_Interval":         {"CallsOffered", "CallsHandled", "CallsAnswered", "TotalCallsAband", "ServiceLevelCalls", "HandleTime"},
		"Skill_Group_Interval":       {"CallsHandled", "CallsAnswered"},
		"Agent_Skill_Group_Interval": {"CallsHandled", "CallsAnswered"},
	} {
		require.Equal(t, ofHalfHours(t, halves, table, columns...), ofHalfHours(t, quarters, table, columns...), table)
		require.Greater(t, one(t, quarters, "SELECT COUNT(DISTINCT DateTime) FROM "+table), one(t, halves, "SELECT COUNT(DISTINCT DateTime) FROM "+table), table)
		require.InDelta(t, 15, one(t, quarters, "SELECT MAX(ReportingInterval) FROM "+table), 0, table)
		require.InDelta(t, 30, one(t, halves, "SELECT MIN(ReportingInterval) FROM "+table), 0, table)
	}
}
