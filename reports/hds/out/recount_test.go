package out_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/reports/hds"
	"ccsim/reports/hds/out"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// drained is a scenario without a warm-up that runs until its last call is over.
func drained(t *testing.T, name string, changes ...string) *scenarios.Compiled {
	t.Helper()
	src, err := scenarios.Open(name, nil)
	require.NoError(t, err)
	var all []format.Change
	for _, c := range append([]string{"warmup=0s", "end=drain", "replications=1"}, changes...) {
		change, err := format.ParseChange(c)
		require.NoError(t, err)
		all = append(all, change)
	}
	c, err := src.Compile(all...)
	require.NoError(t, err, name)
	c.Variants, c.Expect = nil, nil
	return c
}

// exported is the tables of a scenario in SQLite.
func exported(t *testing.T, c *scenarios.Compiled, logger hds.Logger) *sql.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tables.db")
	store, err := out.Open(path, "", false)
	require.NoError(t, err)
	require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store, Logger: logger}))
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

// one gives the number that a query has.
func one(t *testing.T, db *sql.DB, query string) float64 {
	t.Helper()
	var n sql.NullFloat64
	require.NoError(t, db.QueryRow(query).Scan(&n), query)
	return n.Float64
}

// counted is what a run did, counted by itself from its facts.
type counted struct {
	cfg        *model.Config
	requests   int            // of new calls that a Router took
	asked      map[uint32]int // the same, by call
	offered    map[uint32]bool
	handled    map[sim.Time]uint32
	unseen     int // talks that ended while no PG saw it, of callers
	unseenOut  int // the same, of campaigns
	handledOut int
	splits     int // records that a PG broke off
	talk       sim.Time
	onAgent    map[uint32]bool
}

func (n *counted) Record(x sim.Fact) {
	out := func() bool { return n.cfg.Types[model.UnpackCall(x.Aux).Type].Outbound }
	switch x.Kind {
	case model.FactOffered:
		n.offered[x.Subject] = !out()
	case model.FactClosed:
		n.ask(x.Subject)
	case model.FactHandled:
		n.handled[x.T] = x.Subject
		switch a := model.UnpackCall(x.Aux); {
		case out() && a.Group >= 0:
			n.handledOut++
		case !out():
			n.talk += sim.Time(x.Value)
		}
	case model.FactTransferred:
		n.talk += sim.Time(x.Value)
	case model.FactLoss:
		switch model.LossKind(x.Aux) {
		case model.LossEvent:
			switch {
			case n.handled[x.T] != x.Subject:
			case n.offered[x.Subject]:
				n.unseen++
			default:
				n.unseenOut++
			}
		case model.LossSplitRecord:
			if n.onAgent[x.Subject] {
				n.splits++
			}
		}
	}
}

func (n *counted) ask(no uint32) { n.requests++; n.asked[no]++ }

func (n *counted) CallRequested(_ sim.Time, c *model.Call) { n.ask(c.No) }
func (n *counted) CallChanged(_ sim.Time, from model.CallState, c *model.Call) {
	if c.Campaign == 0 && c.State == model.CallQueued && n.asked[c.No] == 0 {
		n.ask(c.No) // it waited when the run began
	}
	if c.Campaign == 0 && c.State == model.CallRouted && n.asked[c.No] == 0 {
		n.ask(c.No) // it talked when the run began
	}
	n.onAgent[c.No] = c.State == model.CallRinging || c.State == model.CallTalking
}
func (n *counted) AgentChanged(sim.Time, model.AgentID, *model.Agent, *model.Record) {}
func (n *counted) PGLost(sim.Time, model.PairID)                                     {}
func (n *counted) RowsTaken(sim.Time, model.Side, sim.Time, sim.Time)                {}
func (n *counted) RowsLost(sim.Time, sim.Time, sim.Time)                             {}

func count(t *testing.T, c *scenarios.Compiled) *counted {
	t.Helper()
	w, err := model.New(c.Config, c.Seed, 0)
	require.NoError(t, err)
	n := &counted{cfg: c.Config, asked: map[uint32]int{}, offered: map[uint32]bool{}, handled: map[sim.Time]uint32{}, onAgent: map[uint32]bool{}}
	w.SetSink(n)
	w.SetWatcher(n)
	require.NoError(t, w.Run())
	return n
}

// reported gives a metric of the report.
func reported(t *testing.T, r *reports.Result) func(name string) float64 {
	return func(name string) float64 {
		for i, m := range r.Reps[0].Metrics {
			if m.Name == name && m.Scope == "all" {
				return r.Reps[0].Values[i]
			}
		}
		t.Fatalf("the report has no %s", name)
		return 0
	}
}

// leftOut are scenarios of the library whose tables lack rows that no Logger has, or
// that say the same as others and take long.
var leftOut = map[string]bool{"loggers-both-long": true, "logger-retention": true, "router-a-and-logger-b": true, "look-alike-month": true}

func TestSumsOfTheTablesAreTheReport(t *testing.T) {
	compared := 0
	for _, name := range scenarios.Library() {
		if leftOut[name] {
			continue
		}
		t.Run(name, func(t *testing.T) {
			c := drained(t, name)
			outcome, err := c.Run(context.Background(), scenarios.RunOptions{Jobs: 1})
			require.NoError(t, err)
			compare(t, c, reported(t, outcome.Plain), exported(t, c, hds.AnyLogger), count(t, c))
			compared++
		})
	}
	require.Greater(t, compared, 100)
}

func compare(t *testing.T, c *scenarios.Compiled, metric func(string) float64, db *sql.DB, n *counted) {
	sum := func(what, where string) float64 { return one(t, db, "SELECT SUM("+what+") FROM "+where) }
	rows := func(where string) float64 { return one(t, db, "SELECT COUNT(*) FROM "+where) }
	callers := "Call_Type_Interval i JOIN Call_Type c ON c.CallTypeID = i.CallTypeID WHERE EnterpriseName NOT LIKE '%.transfer'"

	// Offered: each route request once; and who never came to a Router is in no table.
	require.EqualValues(t, n.requests, sum("CallsOffered", callers), "offered")
	never, again := 0, 0
	for no, caller := range n.offered {
		switch {
		case caller && n.asked[no] == 0:
			never++
		case caller:
			again += n.asked[no] - 1
		}
	}
	require.EqualValues(t, metric("calls.offered"), sum("CallsOffered", callers)+float64(never-again), "offered")

	// Each call that was offered to a type has one outcome in it.
	require.EqualValues(t, sum("CallsOffered", "Call_Type_Interval"), sum(`CallsHandled + TotalCallsAband + ShortCalls + ErrorCount + IncompleteCalls
		+ ReturnBusy + ReturnRelease + ICRDefaultRouted + NetworkAnnouncement`, "Call_Type_Interval"), "outcomes")

	// Handled, by the rows of single calls.
	handled := rows("Termination_Call_Detail WHERE CallDispositionFlag = 1 AND CallDisposition IN (13, 30)") + float64(n.unseen+n.unseenOut)
	if !direct(c) { // in which the agent's phone rings the customer
		require.EqualValues(t, metric("calls.handled")+float64(n.handledOut), handled, "handled")
	}
	require.EqualValues(t, n.splits, rows("Termination_Call_Detail WHERE CallDisposition = 27"), "records broken off")
	require.LessOrEqual(t, rows("Termination_Call_Detail WHERE PeripheralCallType = 6"), float64(n.splits), "second records")

	// Abandoned, and the wait until then. Calls whose record was broken off while they
	// rang are errors instead.
	gone := sum("RouterCallsAbandQ + RouterCallsAbandToAgent + ShortCalls", "Call_Type_Interval")
	require.LessOrEqual(t, gone, metric("calls.abandoned"), "abandoned")
	require.GreaterOrEqual(t, gone+float64(n.splits), metric("calls.abandoned"), "abandoned")

	require.EqualValues(t, metric("agents.signed_out"), rows("Agent_Logout WHERE ReasonCode NOT IN (20002, 999)"), "sign-outs")
	require.EqualValues(t, rows("Agent_Logout"), rows("Agent_Event_Detail WHERE Event = 2"), "sign-outs")
	for _, table := range []string{"Termination_Call_Detail", "Route_Call_Detail", "Call_Type_Interval", "Agent_Event_Detail"} {
		require.Equal(t, rows(table), one(t, db, "SELECT COUNT(DISTINCT RecoveryKey) FROM "+table), "keys")
	}
	agentTimes(t, db, sum, metric("agents.signed_out") > 0)
	dialers(t, c, metric, rows)
	if n.splits > 0 || again > 0 {
		return // these calls count differently where nobody links their records
	}
	require.EqualValues(t, metric("calls_rona"), rows("Termination_Call_Detail WHERE CallDisposition = 19"), "ring no answer")
	require.EqualValues(t, metric("calls.abandoned"), gone, "abandoned")
	require.EqualValues(t, sum("RouterCallsAbandQ", "Call_Type_Interval")+metric("calls.balked"), rows("Termination_Call_Detail WHERE CallDisposition = 2"), "abandoned in the queue")
	require.EqualValues(t, sum("RouterCallsAbandToAgent", "Call_Type_Interval"), rows("Termination_Call_Detail WHERE CallDisposition = 3 OR CallDisposition = 1 AND CallDispositionFlag = 2"), "abandoned on the way or ringing")
	lost := rows("Termination_Call_Detail WHERE PeripheralCallType <> 9 AND (CallDisposition IN (60, 61, 62) OR CallDisposition = 1 AND CallDispositionFlag = 7)")
	require.LessOrEqual(t, lost, metric("calls.lost"), "lost")
	if never == 0 {
		require.EqualValues(t, metric("calls.lost"), lost+metric("calls.default_routed")-sum("ICRDefaultRouted", "Call_Type_Interval")-metric("losses.routing_dialog"), "lost")
	}
	same(t, c, metric, sum, callers, n)
}

// same compares what every call has seen of a Router.
func same(t *testing.T, c *scenarios.Compiled, metric func(string) float64, sum func(what, where string) float64, callers string, n *counted) {
	level := reports.LevelName(c.Levels[0])
	answered := sum("CallsAnswered", callers)
	if answered == 0 {
		return
	}
	require.InDelta(t, metric(level), sum("ServiceLevelCalls", callers)/metric("calls.offered"), 1e-9, "service level")
	require.InDelta(t, metric(level+"_handled"), sum("ServiceLevelCalls", callers)/answered, 1e-9, "service level of the handled")
	// A second for each call type: sums of seconds carry their rest from row to row.
	types := sum("1", "Call_Type")
	require.InDelta(t, metric("mean_wait_handled")*answered, sum("AnswerWaitTime", callers), types, "ASA")
	require.InDelta(t, n.talk.Seconds(), sum("TalkTime + HoldTime", "Call_Type_Interval"), 2*types, "talk time")
}

// agentTimes compares the states of agents with the time for which they were signed in,
// and those of agents with those of their skill groups.
func agentTimes(t *testing.T, db *sql.DB, sum func(what, where string) float64, lost bool) {
	const states = "AvailTime + NotReadyTime + ReservedStateTime + TalkInTime + TalkOutTime + HoldTime + WorkReadyTime + WorkNotReadyTime + BusyOtherTime"
	const agents = "Agent_Skill_Group_Interval"
	members := one(t, db, "SELECT COUNT(*) FROM (SELECT DISTINCT SkillTargetID, SkillGroupSkillTargetID FROM "+agents+")")
	if !lost { // with what a crashed PG had counted go rests of seconds
		require.InDelta(t, sum("LoggedOnTime", agents), sum(states, agents), 9*members, "states")
		for _, column := range []string{"LoggedOnTime", "TalkInTime", "NotReadyTime", "HandledCallsTime"} {
			require.InDelta(t, sum(column, agents), sum(column, "Skill_Group_Interval"), members+1, column)
		}
	}
	for _, column := range []string{"CallsAnswered", "CallsHandled", "RedirectNoAnsCalls", "TransferredOutCalls"} {
		require.Equal(t, sum(column, agents), sum(column, "Skill_Group_Interval"), column)
	}
}

// dialers compares the results of dials.
func dialers(t *testing.T, c *scenarios.Compiled, metric func(string) float64, rows func(where string) float64) {
	if len(c.Config.Campaigns) == 0 {
		require.Zero(t, rows("Dialer_Detail"))
		return
	}
	for result, codes := range map[string]string{
		"attempts": "2, 8, 9, 10, 12, 14, 15, 16, 18, 19, 21, 25, 27, 32", "live": "10, 14, 21", "no_answer": "8", "busy": "9", "machine": "12", "abandoned": "15, 16",
	} {
		require.EqualValues(t, metric("outbound."+result), rows("Dialer_Detail WHERE CallResult IN ("+codes+")"), result)
	}
	if c.Config.Campaigns[0].Callbacks.Share > 0 {
		require.EqualValues(t, metric("outbound.callbacks"), rows("Dialer_Detail WHERE CallResult = 14"))
		require.EqualValues(t, metric("outbound.callbacks_missed"), rows("Dialer_Detail WHERE CallResult = 17"))
		if len(c.Config.Levers) == 0 {
			require.Positive(t, rows("Dialer_Detail WHERE CallResult = 15"), "callbacks for whom no agent was free")
			require.Zero(t, rows("Dialer_Detail a WHERE CallResult = 16 AND EXISTS (SELECT 1 FROM Dialer_Detail b WHERE b.DialingListID = a.DialingListID AND b.CallResult = 14 AND b.DateTime <= a.DateTime)"))
		}
	}
}

func direct(c *scenarios.Compiled) bool {
	for _, m := range c.Config.Campaigns {
		if m.Mode == model.ModeDirectPreview {
			return true
		}
	}
	return false
}
