package fit

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// poisson draws a count by its exponential gaps.
func poisson(s sim.Stream, entity uint64, mean float64) (n int64) {
	for at := -math.Log(s.Uniform(entity, 0)); at < mean; at -= math.Log(s.Uniform(entity, uint32(n))) {
		n++
	}
	return n
}

// Ten weeks of days with a factor of cv 20 % on all rates are told from ten weeks
// without one.
func TestOverdispersionIsFound(t *testing.T) {
	make10 := func(cv float64) *days {
		p := &days{first: 20_000, n: 70, slots: make([][slots]int64, 70)}
		factor := sim.NewStream(3, 0, 50)
		count := sim.NewStream(3, 0, 51)
		law, err := sim.Gamma(sim.Second, 25)
		require.NoError(t, err)
		for day := range p.slots {
			f := 1.0
			if cv > 0 {
				f = law.Sample(factor, uint64(day), 0).Seconds()
			}
			for s := 16; s < 36; s++ {
				p.slots[day][s] = poisson(count, uint64(day*slots+s), 40*f)
			}
		}
		return p
	}
	o, ok := make10(0.2).overdispersion()
	require.True(t, ok)
	require.Equal(t, 70, o.Compared)
	require.InDelta(t, 0.2, o.DayCV, 0.05)
	require.Less(t, o.DayP, 1e-6)
	require.InDelta(t, 1, o.Index, 0.12, "half hours within a day follow chance")
	f := &Fit{Over: &o, Data: &Data{}}
	require.True(t, f.overdispersed(Week))
	require.False(t, f.overdispersed(Days))
	o, ok = make10(0).overdispersion()
	require.True(t, ok)
	require.Less(t, o.DayCV, 0.04)
	require.Greater(t, o.DayP, 0.01)
	require.InDelta(t, 1, o.Index, 0.12)

	p := make10(0)
	p.slots[10][20] = 300
	u := p.unusual()
	require.Len(t, u, 1)
	require.Equal(t, dateText(20_010)+" 10:00", u[0].When)
	require.InDelta(t, 40, u[0].Expected, 6)
}

// read reads rows below a heading.
func readRows(t *testing.T, head string, rows ...string) *Data {
	t.Helper()
	d, err := Read("calls.csv", []byte(head+"\n"+strings.Join(rows, "\n")+"\n"), Options{})
	require.NoError(t, err)
	return d
}

// Half of the callers who hung up come back after ten minutes; of the answered ones
// one in ten calls again anyway.
func TestRetrials(t *testing.T) {
	var rows []string
	for i := range 200 {
		rows = append(rows, fmt.Sprintf("2026-03-02,%d,30,abandoned,,P%d", 30000+i, i))
		if i%2 == 0 {
			rows = append(rows, fmt.Sprintf("2026-03-02,%d,0,answered,60,P%d", 30600+i, i))
		}
		rows = append(rows, fmt.Sprintf("2026-03-02,%d,0,answered,60,Q%d", 40000+i, i))
		if i%10 == 0 {
			rows = append(rows, fmt.Sprintf("2026-03-02,%d,0,answered,60,Q%d", 50000+i, i))
		}
	}
	rows = append(rows, "2026-03-04,100,0,answered,60,Z")
	d := readRows(t, "date,arrival,wait,outcome,talk,caller", rows...)
	r, ok := retrials(d)
	require.True(t, ok)
	require.InDelta(t, 0.5, r.Within, 1e-9)
	require.InDelta(t, 20.0/320, r.Base, 1e-9)
	require.InDelta(t, (0.5-0.0625)/(1-0.0625), r.Probability, 1e-9)
	require.InDelta(t, 600, r.Mean, 1e-9)
	f := Estimate(d, There)
	require.NotNil(t, f.Retry)
	// Most of the 100 calls that came back are retrials, which the scenario makes itself.
	require.InDelta(t, 1-r.Probability/0.5*100/float64(len(d.Calls)), f.firstCalls(), 1e-9)
	w := f.Write("retry.yaml", Week)
	require.Contains(t, string(w.Files["retry.yaml"]), "retry: {probability: 46.7%, after: {dist: exponential, mean: 600s}}")
	_, err := w.Compile()
	require.NoError(t, err)
	_, ok = retrials(readRows(t, "date,arrival,wait,outcome,talk,caller", "2026-03-02,1,1,abandoned,,A"))
	require.False(t, ok)
}

// Two agents relieve each other at 9:15: two were seen, one was there.
func TestStaffSeenAndThere(t *testing.T) {
	d := readRows(t, "date,arrival,wait,talk,agent",
		"2026-03-02,09:00:00,0,840,A", "2026-03-02,09:15:00,0,900,B",
		"2026-03-02,23:50:00,0,1200,A") // over midnight
	first, _ := slotOf(d.Calls[0].Arrival)
	seen, there := agentsSeen(d, first, 2), presence(d, first, 2)
	require.InDelta(t, 2, seen[0][18], 1e-9)
	require.InDelta(t, (840.0+900)/1800, there[0][18], 1e-9)
	require.InDelta(t, 1, seen[0][47], 1e-9)
	require.InDelta(t, 1, seen[1][0], 1e-9)
	require.InDelta(t, 600.0/1800, there[0][47], 1e-9)

	// Between two calls: there for a short gap, and for a long one only while nobody
	// waited.
	gap := func(more ...string) float64 {
		rows := append([]string{"2026-03-02,09:00:00,0,60,A", "2026-03-02,09:20:00,0,60,A"}, more...)
		return presence(readRows(t, "date,arrival,wait,talk,agent", rows...), first, 1)[0][18]
	}
	require.InDelta(t, 1260.0/1800, gap(), 1e-9)
	require.InDelta(t, 120.0/1800, gap("2026-03-02,09:05:00,30,,"), 1e-9)
	require.InDelta(t, 1260.0/1800, gap("2026-03-02,09:05:00,5,,"), 1e-9, "a short wait shows nothing")
}

// The gap before a caller who already waited is wrap-up; before one who came later
// it is idle time.
func TestGapsBetweenCalls(t *testing.T) {
	d := readRows(t, "date,arrival,wait,talk,agent",
		"2026-03-02,09:00:00,0,60,A",
		"2026-03-02,09:00:30,42,60,A",   // waited already: gap of 12 s
		"2026-03-02,09:05:00,0,60,A",    // came later: no gap
		"2026-03-02,09:05:30,1800,60,A") // half an hour later: the agent was away
	require.Equal(t, []int64{12_000}, betweenCalls(d))
}

func TestTablesThatTellLittle(t *testing.T) {
	var rows []string
	for i := range 100 {
		rows = append(rows, fmt.Sprintf("%d", 30000+60*i))
	}
	f := Estimate(readRows(t, "arrival", rows...), There)
	var told []string
	for _, g := range f.Gaps {
		told = append(told, g.What)
	}
	require.Equal(t, []string{"types of calls", "who serves which type", "day of the week", "how days differ (overdispersion)", "talk time", "wrap-up time", "time in the IVR", "patience", "retrials", "agents on shift", "holds, transfers and conferences", "pending states"}, told)
	w := f.Write("little.yaml", Week)
	require.Len(t, w.Names, 2, "no staff to write")
	text := string(w.Files["little.yaml"])
	require.Contains(t, text, "patience: none")
	require.NotContains(t, text, "start:")
	_, err := w.Compile()
	require.NoError(t, err)
	require.NotEmpty(t, (&Result{Fit: f}).Document())

	// Names that are no names in a scenario.
	f.Types = []*TypeFit{{Name: "a b"}, {Name: "a-b"}, {Name: "???"}, {Name: "yes"}}
	require.Equal(t, []string{"a-b", "a-b-2", "-2", "yes"}, f.names())
	require.Equal(t, `"yes"`, quoted("yes"))
}
