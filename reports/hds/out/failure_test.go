package out_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"ccsim/reports/hds"
	"ccsim/reports/hds/out"
	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

// none fails with the rows of a query that should have none.
func none(t *testing.T, db *sql.DB, why, where string) {
	t.Helper()
	require.Zero(t, one(t, db, "SELECT COUNT(*) FROM "+where), why)
}

func some(t *testing.T, db *sql.DB, why, where string) {
	t.Helper()
	require.NotZero(t, one(t, db, "SELECT COUNT(*) FROM "+where), why)
}

// TestAPGCrashLeavesTwoRecords: the first ends at the crash, the second is a new call
// without the Router's key and without context.
func TestAPGCrashLeavesTwoRecords(t *testing.T) {
	db := exported(t, drained(t, "pg-crash"), hds.AnyLogger)
	const tcd = "Termination_Call_Detail"
	some(t, db, "the crash is there", tcd+" WHERE CallDisposition = 27")
	none(t, db, "a broken record ends at the crash", tcd+" WHERE CallDisposition = 27 AND DateTime <> '2026-01-05 00:05:00'")
	none(t, db, "the first record has the Router's key", tcd+" WHERE CallDisposition = 27 AND (RouterCallKey IS NULL OR Variable1 IS NULL)")
	some(t, db, "second records", tcd+" WHERE PeripheralCallType = 6")
	none(t, db, "a second record has no key and no context", tcd+` WHERE PeripheralCallType = 6
		AND (RouterCallKey IS NOT NULL OR RouterCallKeyDay IS NOT NULL OR CallTypeID IS NOT NULL OR Variable1 IS NOT NULL OR ICRCallKeyParent IS NOT NULL)`)
	none(t, db, "only second records lack the key", tcd+" WHERE PeripheralCallType <> 6 AND RouterCallKey IS NULL")
	// Both are of one caller, at one agent, one after the other.
	require.Equal(t, one(t, db, "SELECT COUNT(*) FROM "+tcd+" WHERE PeripheralCallType = 6"), one(t, db, "SELECT COUNT(*) FROM "+tcd+` b JOIN `+tcd+` a
		ON a.ANI = b.ANI AND a.AgentSkillTargetID = b.AgentSkillTargetID AND a.CallDisposition = 27 AND a.ICRCallKey < b.ICRCallKey AND a.RecoveryKey < b.RecoveryKey
		WHERE b.PeripheralCallType = 6`))
	// Agents: signed out by the failure with 50002, and in again.
	require.EqualValues(t, 12, one(t, db, "SELECT COUNT(*) FROM Agent_Logout WHERE ReasonCode = 50002 AND LogoutDateTime = '2026-01-05 00:05:00'"))
	require.EqualValues(t, 12, one(t, db, "SELECT COUNT(*) FROM Agent_Event_Detail WHERE Event = 2 AND ReasonCode = 50002"))
	require.EqualValues(t, 12, one(t, db, "SELECT COUNT(*) FROM Agent_Event_Detail WHERE Event = 1 AND DateTime > '2026-01-05 00:05:00'"))
	// What the crashed side had counted of the interval is gone: less time than the agents were signed in.
	short := one(t, db, "SELECT SUM(LoggedOnTime) FROM Agent_Skill_Group_Interval WHERE DateTime < '2026-01-05 00:05:00'")
	signedIn := one(t, db, "SELECT 12 * 25 * 60")
	require.Less(t, short, signedIn)
	require.EqualValues(t, one(t, db, "SELECT SUM(CallsHandled) FROM Agent_Skill_Group_Interval"), one(t, db, "SELECT SUM(CallsHandled) FROM Skill_Group_Interval"))
}

// TestTheLogoutCodeOfThePeripheral: by another edition a failed PG signs out with -2.
func TestTheLogoutCodeOfThePeripheral(t *testing.T) {
	db := exported(t, drained(t, "pg-crash", "center.policies.logout_code_after_failover=-2"), hds.AnyLogger)
	require.EqualValues(t, 12, one(t, db, "SELECT COUNT(*) FROM Agent_Logout WHERE ReasonCode = -2"))
	none(t, db, "the code of the other edition", "Agent_Logout WHERE ReasonCode = 50002")
}

// TestAGracefulHandoverLeavesOneRecord: no call has two records, and nobody is signed
// out; what is missing is the change of state that agents had asked for.
func TestAGracefulHandoverLeavesOneRecord(t *testing.T) {
	db := exported(t, drained(t, "pg-maintenance"), hds.AnyLogger)
	none(t, db, "records broken off", "Termination_Call_Detail WHERE CallDisposition = 27 OR PeripheralCallType = 6")
	none(t, db, "unlinked records", "Termination_Call_Detail WHERE RouterCallKey IS NULL")
	none(t, db, "sign-outs", "Agent_Logout WHERE ReasonCode <> 20002")
	none(t, db, "routes without a leg", "Route_Call_Detail r WHERE Label IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Termination_Call_Detail t WHERE t.RouterCallKeyDay = r.RouterCallKeyDay AND t.RouterCallKey = r.RouterCallKey)")
}

// TestAVRUPGLossLeavesRoutesWithoutAnEnd: the row of the route is there, no leg at the
// VRU, and a new route with a new key of the same caller.
func TestAVRUPGLossLeavesRoutesWithoutAnEnd(t *testing.T) {
	c := drained(t, "vru-pg-crash")
	db := exported(t, c, hds.AnyLogger)
	const orphans = `Route_Call_Detail r WHERE RouterErrorCode IS NULL AND NOT EXISTS (
		SELECT 1 FROM Termination_Call_Detail t WHERE t.RouterCallKeyDay = r.RouterCallKeyDay AND t.RouterCallKey = r.RouterCallKey AND t.PeripheralCallType = 1 AND t.DateTime >= r.DateTime)`
	some(t, db, "routes without an end", orphans)
	none(t, db, "an orphan has no label", orphans+" AND Label IS NOT NULL")
	some(t, db, "and comes back as new", orphans+` AND EXISTS (SELECT 1 FROM Route_Call_Detail n WHERE n.ANI = r.ANI AND n.RouterCallKey <> r.RouterCallKey AND n.RecoveryKey > r.RecoveryKey)`)
	require.Equal(t, one(t, db, "SELECT COUNT(*) FROM Route_Call_Detail WHERE RouterCallKeySequenceNumber = 0"),
		one(t, db, "SELECT COUNT(DISTINCT RouterCallKeyDay * 100000000 + RouterCallKey) FROM Route_Call_Detail"), "each first route has a key of its own")
	none(t, db, "the leg at the VRU begins with its own route", `Termination_Call_Detail t JOIN Route_Call_Detail r
		ON t.RouterCallKeyDay = r.RouterCallKeyDay AND t.RouterCallKey = r.RouterCallKey AND r.RouterCallKeySequenceNumber = 0
		WHERE t.PeripheralCallType = 1 AND t.RouterCallKeySequenceNumber = 0 AND strftime('%s', t.DateTime) - t.Duration < strftime('%s', r.BeganRoutingDateTime) - 2`)
	outcome, err := c.Run(context.Background(), scenarios.RunOptions{Jobs: 1})
	require.NoError(t, err)
	require.EqualValues(t, reported(t, outcome.Plain)("losses.routing_dialog"), one(t, db, "SELECT COUNT(*) FROM Route_Call_Detail WHERE RouterErrorCode IS NULL"))
}

// TestALoggerLacksRowsAndGetsThem: keys go on by one, and what Logger A missed has come
// to it later, with the same keys.
func TestALoggerLacksRowsAndGetsThem(t *testing.T) {
	c := drained(t, "logger-crash")
	a, b, both := exported(t, c, hds.LoggerA), exported(t, c, hds.LoggerB), exported(t, c, hds.AnyLogger)
	const late = " WHERE DbDateTime > DateTime"
	held := func(db *sql.DB) float64 { return one(t, db, "SELECT COUNT(*) FROM Route_Call_Detail"+late) }
	require.NotEqual(t, held(a) > 0, held(b) > 0, "one of them was down")
	require.Zero(t, held(both))
	for _, table := range []string{"Termination_Call_Detail", "Route_Call_Detail", "Call_Type_Interval"} {
		n := one(t, both, "SELECT COUNT(*) FROM "+table)
		for _, db := range []*sql.DB{a, b, both} {
			require.Equal(t, n, one(t, db, "SELECT COUNT(*) FROM "+table))
			require.Equal(t, n-1, one(t, db, "SELECT MAX(RecoveryKey) - MIN(RecoveryKey) FROM "+table), "no key is missing")
			require.Equal(t, n, one(t, db, "SELECT COUNT(DISTINCT RecoveryKey) FROM "+table))
		}
	}
	require.Equal(t, one(t, a, "SELECT SUM(RecoveryKey * RouterCallKey) FROM Route_Call_Detail"), one(t, b, "SELECT SUM(RecoveryKey * RouterCallKey) FROM Route_Call_Detail"))
}

// TestBothLoggersDown: what the Routers held comes when the first is back, with keys of
// that time; what they had to drop is in no table.
func TestBothLoggersDown(t *testing.T) {
	db := exported(t, drained(t, "loggers-both-crash"), hds.AnyLogger)
	held := one(t, db, "SELECT COUNT(*) FROM Route_Call_Detail WHERE DbDateTime > DateTime")
	require.NotZero(t, held, "rows that the Routers held")
	require.EqualValues(t, 1, one(t, db, "SELECT COUNT(DISTINCT DbDateTime) FROM Route_Call_Detail WHERE DbDateTime > DateTime"))
	jump := `SELECT MAX(r.RecoveryKey - (SELECT MAX(p.RecoveryKey) FROM Route_Call_Detail p WHERE p.RecoveryKey < r.RecoveryKey)) FROM Route_Call_Detail r`
	require.Greater(t, one(t, db, jump), 1000.0, "keys begin again from the time in Greenwich")
	require.Equal(t, one(t, db, "SELECT MIN(RecoveryKey) FROM Route_Call_Detail WHERE DbDateTime > DateTime"),
		one(t, db, "SELECT CAST(strftime('%s', MIN(DbDateTime)) AS INTEGER) * 1000 + 1 FROM Route_Call_Detail WHERE DbDateTime > DateTime"))

	long := exported(t, drained(t, "loggers-both-long"), hds.AnyLogger)
	gap := `SELECT MAX(strftime('%s', r.DateTime) - (SELECT strftime('%s', MAX(p.DateTime)) FROM Route_Call_Detail p WHERE p.DateTime < r.DateTime)) FROM Route_Call_Detail r`
	require.Greater(t, one(t, long, gap), 600.0, "rows that nobody has")
}

// TestOneReplicationOfMany: the tables are of the replication that was asked for.
func TestOneReplicationOfMany(t *testing.T) {
	c := drained(t, "pg-crash", "replications=2")
	outcome, err := c.Run(context.Background(), scenarios.RunOptions{Jobs: 2})
	require.NoError(t, err)
	for rep := range 2 {
		path := filepath.Join(t.TempDir(), "tables.db")
		store, err := out.Open(path, "", false)
		require.NoError(t, err)
		require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store, Replication: uint32(rep)}))
		db, err := sql.Open("sqlite", path)
		require.NoError(t, err)
		base := "SELECT SUM(CallsOffered) FROM Call_Type_Interval WHERE CallTypeID = 5000"
		v := outcome.Plain.Reps[rep]
		for i, m := range v.Metrics {
			if m.Name == "calls.offered" && m.Scope == "all" {
				require.EqualValues(t, v.Values[i], one(t, db, base))
			}
		}
		require.NoError(t, db.Close())
	}
}
