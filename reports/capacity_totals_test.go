package reports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// planned is a plan of two days by the half hour for one group.
func planned() *Capacity {
	c := &Capacity{Size: "agents", Interval: 30 * sim.Minute, Targets: []Target{{Text: "80% in 20s", Metric: "service_level_20s", Op: ">=", Want: 0.8}},
		Clock: func(t sim.Time) string { return []string{"2026-06-01 23:00:00", "2026-06-02 00:00:00"}[t/sim.Hour] }}
	need := func(k, low, count, erlangC, erlangA int, reasons ...string) Need {
		return Need{From: sim.Time(k) * c.Interval, To: sim.Time(k+1) * c.Interval, Group: "team", Offered: 30, Enough: true, Low: low, Count: count, Top: 60,
			ErlangC: erlangC, ErlangA: erlangA, Reasons: reasons}
	}
	normal := []Need{
		need(0, 9, 10, 10, 9, "agents are Not Ready", "calls wait from before"), // C agrees, A is surely too few
		need(1, 8, 10, 11, 9, "agents are Not Ready"),                           // A lies among the undecided; C is more than needed
		need(2, 9, 10, 12, 11), // both are more than needed
		{From: 3 * c.Interval, To: 4 * c.Interval, Group: "team"}, // nobody calls
	}
	down := []Need{need(0, 11, 12, 10, 9), need(1, 11, 12, 11, 9), need(2, 9, 10, 12, 11), normal[3]}
	down[1].Enough, down[1].Count = false, 61
	c.Conditions = []Condition{{"normal operation", normal}, {"one side down", down}}
	return c
}

func TestAgentHoursAreSummedByTheDay(t *testing.T) {
	all := planned().Totals()
	require.Len(t, all, 3)
	require.Equal(t, Total{"2026-06-01", "team", 60, []Hours{{10, false}, {12, true}}, 10.5, 9}, all[0])
	require.Equal(t, Total{"2026-06-02", "team", 30, []Hours{{5, false}, {5, false}}, 6, 5.5}, all[1])
	require.Equal(t, Total{"", "team", 90, []Hours{{15, false}, {17, true}}, 16.5, 14.5}, all[2])
	c := planned()
	c.Conditions[0].Needs[1].ErlangC = 0
	var text strings.Builder
	CapacityText(&text, c)
	require.Regexp(t, `all +team +90 +15 +≥ 17 +– +14\.5 `, text.String(), "a formula without a number has no sum")
}

func TestAFormulaAgreesWithWhatIsNotRuledOut(t *testing.T) {
	all := planned().Agreements()
	require.Len(t, all, 2)
	require.Equal(t, Agreement{"team", "Erlang C", 3, 1, 0, 2, 15, 16.5, []Reason{{"agents are Not Ready", 0, 1}, {ReasonNone, 0, 1}}}, all[0])
	require.Equal(t, Agreement{"team", "Erlang A", 3, 1, 1, 1, 15, 14.5,
		[]Reason{{"agents are Not Ready", 1, 0}, {"calls wait from before", 1, 0}, {ReasonNone, 0, 1}}}, all[1])
	c := planned()
	c.Conditions[0].Needs[0].Enough = false
	require.Equal(t, 2, c.Agreements()[1].Intervals, "what is undecided is not compared")
}

func TestSumsStandInEveryForm(t *testing.T) {
	c := planned()
	var text, markdown, data bytes.Buffer
	CapacityText(&text, c)
	CapacityMarkdown(&markdown, c)
	require.NoError(t, CapacityJSON(&data, c))
	require.Regexp(t, `2026-06-01 +team +60 +10 +≥ 12 +10\.5 +9 `, text.String())
	require.Contains(t, markdown.String(), "Where Erlang A does not agree")
	var out struct {
		Hours    []struct{ Day *string } `json:"agent_hours"`
		Formulas []struct {
			Formula string
			Few     int `json:"surely_too_few"`
		}
	}
	require.NoError(t, json.Unmarshal(data.Bytes(), &out))
	require.Len(t, out.Hours, 3)
	require.Nil(t, out.Hours[2].Day)
	require.Equal(t, 1, out.Formulas[1].Few)
	c.Interval = 0
	text.Reset()
	CapacityText(&text, c)
	require.NotContains(t, text.String(), "Agent hours", "one number for the whole run has no sum")
}
