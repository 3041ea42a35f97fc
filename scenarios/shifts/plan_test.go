package shifts

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/erlang"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func compile(t *testing.T, text string) (*scenarios.Source, *scenarios.Compiled, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	src, err := scenarios.Open(file, nil)
	require.NoError(t, err)
	c, err := src.Compile()
	return src, c, err
}

// queue is Erlang A: twelve agents who serve, of fifteen who are there.
const queue = `apiVersion: ccsim/v1
name: queue
replications: 60
start: 2026-03-03 08:00 Europe/Vienna
horizon: 8h
end: drain
center: {preset: ideal, agents: [{name: team, count: 3}]}
workload: {calls: [{type: sales, arrivals: {rate: 200/h}, talk: {dist: exponential, mean: 180s}, patience: {dist: exponential, mean: 120s}}]}
timeline: [{at: 5h, do: crash, target: agent-pg-1/A}]
prices: {currency: EUR, agent_hour: 10}
`

const day = `shifts: {shrinkage: 20%, types: [{name: day, starts: ["08:00"], length: 8h, breaks: [{after: 6h, for: 1h}]}, {name: half, from: "08:00", to: "12:00", every: 4h, length: 4h}]}
`

func hoursOf(agents ...int) (needs []Need) {
	for i, n := range agents {
		needs = append(needs, Need{sim.Time(i) * sim.Hour, sim.Time(i+1) * sim.Hour, n})
	}
	return needs
}

func TestTheCheckIsASimulationOfThoseWhoServe(t *testing.T) {
	src, c, err := compile(t, queue+day)
	require.NoError(t, err)
	p, err := Make(context.Background(), src, c, hoursOf(12, 12, 12, 12, 9, 9, 9, 9), Goal{Share: 0.8, Within: 20 * sim.Second}, 60, 2)
	require.NoError(t, err)
	require.Equal(t, []Shift{{1, 0, 15}, {1, 4 * sim.Hour, 12}}, p.Roster.Shifts, "a shift with a break costs more")
	require.Equal(t, 108*sim.Hour, p.Roster.Paid)
	require.Equal(t, p.Roster.Paid, p.Roster.Bound)
	for i, n := range []int{12, 12, 12, 12, 9, 9, 9, 9} {
		x := &p.Cells[i]
		require.Equal(t, []int{n, Heads(n, 2000)}, []int{x.Agents, x.Heads})
		require.Equal(t, x.Heads, x.Planned)
		require.Equal(t, n, x.Serving)
		if i == 0 || i == 4 {
			continue // the queue is not in its steady state yet
		}
		q := erlang.Queue{Rate: 200.0 / 3600, Handle: 180, Patience: 120, Agents: n}
		require.InDelta(t, q.ServiceLevel(20), x.Level.Mean, 4*x.Level.SE, "hour %d", i)
	}
	require.Equal(t, "no", p.Cells[6].Met(&p.Goal), "nine are too few")
	require.Contains(t, p.Headline(), "with 108 paid hours (1,080 EUR)")

	var one, three bytes.Buffer
	for b, jobs := range map[*bytes.Buffer]int{&one: 1, &three: 3} {
		p, err := Make(context.Background(), src, c, p.Problem.Needs, p.Goal, 60, jobs)
		require.NoError(t, err)
		for _, form := range Formats {
			require.NoError(t, p.Print(b, form))
		}
	}
	require.Equal(t, one.String(), three.String(), "at any number of workers")
}

func TestTheRosterIsATableOfStaffing(t *testing.T) {
	src, c, err := compile(t, strings.Replace(queue+day, "replications: 60", "replications: 1", 1))
	require.NoError(t, err)
	p, err := Make(context.Background(), src, c, hoursOf(2, 4, 4, 3, 1, 1), Goal{Share: 0.8, Within: 20 * sim.Second}, 1, 1)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, p.Staffing(&b))
	require.True(t, strings.HasPrefix(b.String(), "date,start,count\n2026-03-03,08:00:00,4\n"), b.String())
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "staff.csv"), b.Bytes(), 0o600))
	text := strings.Replace(queue, "{name: team, count: 3}", "{name: team, staffing: {csv: staff.csv}}", 1)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x.yaml"), []byte(text), 0o600))
	src, err = scenarios.Open(filepath.Join(dir, "x.yaml"), nil)
	require.NoError(t, err)
	again, err := src.Compile()
	require.NoError(t, err)
	require.InDelta(t, 4*4+4*1, reports.PaidHours(again.Config), 1e-9, "who serves, as the roster says")
}

func TestHeadsAreExact(t *testing.T) {
	for agents := range 200 {
		for _, shrinkage := range []int{0, 1, 1000, 2000, 3333, 9000} {
			n := Heads(agents, shrinkage)
			require.GreaterOrEqual(t, Serving(n, shrinkage), agents)
			if n > 0 {
				require.Less(t, Serving(n-1, shrinkage), agents, "one less is too few")
			}
		}
	}
	require.Equal(t, 15, Heads(12, 2000))
}

func TestWhatNoShiftCoversIsNamed(t *testing.T) {
	p := &Problem{Clock: clock, Kinds: []Kind{{Name: "a", Starts: []sim.Time{0}, Length: 4 * sim.Hour, Breaks: []Break{{After: sim.Hour, For: 30 * sim.Minute}}}}}
	p.Needs = hoursOf(3, 0, 2)
	out, err := p.Solve()
	require.NoError(t, err, "nobody is needed in the break")
	require.Equal(t, []Shift{{0, 0, 3}}, out.Shifts)
	p.Needs = hoursOf(3, 1, 2)
	_, err = p.Solve()
	require.ErrorContains(t, err, "no shift works at "+sim.Hour.String()+", where 1 agents are needed")
	p.Needs = hoursOf(0, 0)
	_, err = p.Solve()
	require.ErrorIs(t, err, ErrNoNeed)
}

func TestWithoutAnAnswerWholeShiftsDo(t *testing.T) {
	p := small(newRand())
	g, err := p.build()
	require.NoError(t, err)
	counts := make([]int, len(g.columns))
	g.fill(counts)
	g.trim(counts)
	for _, n := range g.spare(counts) {
		require.GreaterOrEqual(t, n, 0)
	}
	for c := range counts {
		if counts[c] > 0 {
			counts[c]--
			require.False(t, g.covered(g.spare(counts), c), "no shift is in vain")
			counts[c]++
		}
	}
}

func TestWrongShiftsSayWhereAndWhy(t *testing.T) {
	for text, want := range map[string]string{
		"shifts: {shrinkage: 95%, types: [{name: a, starts: [0s], length: 1h}]}": "leaves nobody to serve",
		"shifts: {group: teem, types: [{name: a, starts: [0s], length: 1h}]}":    `did you mean "team"`,
		"shifts: {shrinkage: 10%}":                                                                 "shifts need their types",
		"shifts: {types: [{starts: [0s], length: 1h}]}":                                            "needs a name and a length",
		"shifts: {types: [{name: a, length: 1h}]}":                                                 "or from: and to:",
		"shifts: {types: [{name: a, from: 2h, to: 1h, length: 1h}]}":                               "the starts go from",
		"shifts: {types: [{name: a, starts: [0s], length: 1h, breaks: [{after: 50m, for: 20m}]}]}": "breaks lie within the shift",
		"shifts: {types: [{name: a, from: 0s, to: 8h, every: 1m, length: 1h}, {name: b, from: 0s, to: 8h, every: 1m, length: 1h}]}": "at most 500",
	} {
		_, _, err := compile(t, queue+text+"\n")
		require.ErrorContains(t, err, want, text)
	}
	src, c, err := compile(t, queue)
	require.NoError(t, err)
	_, err = Make(context.Background(), src, c, hoursOf(1), Goal{}, 1, 1)
	require.ErrorIs(t, err, ErrShifts)
}

func TestNeedsOfAFile(t *testing.T) {
	good := `{"schema":1,"targets":[{"text":"80% in 20s"}],"conditions":[{"name":"normal operation","needs":[
{"from_s":0,"to_s":1800,"group":"team","queues":["q"],"found":"exact","needed":5},{"from_s":0,"to_s":1800,"group":"x","needed":7},
{"from_s":1800,"to_s":3600,"group":"team","queues":["q"],"found":"no_calls","needed":null}]}]}`
	f, err := ReadNeeds("n.json", []byte(good), "team")
	require.NoError(t, err)
	require.Equal(t, &Found{[]Need{{0, 30 * sim.Minute, 5}, {30 * sim.Minute, sim.Hour, 0}}, []string{"q"}, "80% in 20s"}, f)
	for text, want := range map[string]string{
		"{}": "is not what ccsim capacity --format json writes",
		strings.Replace(good, `"needed":5`, `"needed":null`, 1):    "is not known (exact)",
		strings.ReplaceAll(good, `"team"`, `"other"`):              "there are no needs of the group team",
		strings.Replace(good, `"from_s":1800`, `"from_s":1700`, 1): "without overlaps; number 2 is not",
	} {
		_, err := ReadNeeds("n.json", []byte(text), "team")
		require.ErrorContains(t, err, want)
	}
}

func TestACallBelongsToTheIntervalInWhichItEntersTheQueue(t *testing.T) {
	_, c, err := compile(t, queue)
	require.NoError(t, err)
	p := &Problem{Needs: hoursOf(1, 1)}
	a := &tally{cfg: c.Config, cells: p.cells(nil), goal: &Goal{Within: 20 * sim.Second}, within: make([]int64, 2), all: make([]int64, 2)}
	aux := model.CallAux{Group: 0}.Pack()
	for _, x := range []struct {
		kind     sim.FactKind
		at, wait sim.Time
	}{
		{model.FactAnswered, sim.Hour + 5*sim.Second, 10 * sim.Second},  // waited over the full hour
		{model.FactAnswered, sim.Hour + 15*sim.Second, 30 * sim.Second}, // too long
		{model.FactAnswered, sim.Hour + 5*sim.Second, 5 * sim.Second},
		{model.FactAbandoned, sim.Hour + 9*sim.Second, 2 * sim.Second},
		{model.FactAnswered, 2*sim.Hour + sim.Second, sim.Second}, // after the last interval
		{model.FactHandled, sim.Hour, sim.Second},
	} {
		a.Record(sim.Fact{T: x.at, Kind: x.kind, Value: int64(x.wait), Aux: aux})
	}
	require.Equal(t, []int64{1, 1}, a.within)
	require.Equal(t, []int64{2, 2}, a.all)
}

func TestKeptIsSaidWhereTheWholeIntervalSaysSo(t *testing.T) {
	g := &Goal{Share: 0.8}
	for want, s := range map[string]reports.Stat{
		"yes":             {N: 20, Mean: 0.85, SE: 0.02},
		"not sure":        {N: 20, Mean: 0.82, SE: 0.02},
		"no":              {N: 20, Mean: 0.7, SE: 0.02},
		"yes, in one run": {N: 1, Mean: 0.9, SE: missing},
		"no, in one run":  {N: 1, Mean: 0.7, SE: missing},
		"–":               {Mean: missing, SE: missing},
	} {
		require.Equal(t, want, (&Cell{Level: s}).Met(g))
	}
	require.Equal(t, "not sure", (&Cell{Level: reports.Stat{N: 20, Mean: 0.78, SE: 0.02}}).Met(g))
}
