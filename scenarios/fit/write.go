package fit

import (
	"bytes"
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"ccsim/scenarios"
)

// Span says which days a scenario has.
type Span string

// Spans of a scenario.
const (
	Week Span = "week" // one week, each day as the mean of its like
	Days Span = "days" // every day of the table with its own counts
)

// Written are the files of a scenario by name, the scenario itself first.
type Written struct {
	Names []string
	Files map[string][]byte
}

var plainKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*$`)

// quoted writes a name as YAML.
func quoted(s string) string {
	if plainKey.MatchString(s) && !strings.EqualFold(s, "none") && !strings.EqualFold(s, "all") && !strings.EqualFold(s, "yes") && !strings.EqualFold(s, "no") {
		return s
	}
	return strconv.Quote(s)
}

// typeName is the name of a type in the scenario.
func typeName(s string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, s)
	return strings.Trim(name, "-")
}

// names are the types' names in the scenario, each once.
func (f *Fit) names() []string {
	seen := map[string]bool{"": true}
	names := make([]string, len(f.Types))
	for i, t := range f.Types {
		name := typeName(t.Name)
		for n := 2; seen[name]; n++ {
			name = fmt.Sprintf("%s-%d", strings.TrimSuffix(typeName(t.Name), "-"), n)
		}
		seen[name] = true
		names[i] = name
	}
	return names
}

// dayCount is how many days the scenario has.
func (f *Fit) dayCount(span Span) int {
	if span == Week {
		return min(7, f.days.n)
	}
	return f.days.n
}

// Write makes the scenario and its tables. The file name gives their names.
func (f *Fit) Write(file string, span Span) *Written {
	base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	w := &Written{Files: map[string][]byte{}}
	add := func(name string, data []byte) {
		w.Names = append(w.Names, name)
		w.Files[name] = data
	}
	arrivals, staff := base+"-arrivals.csv", base+"-staff.csv"
	add(filepath.Base(file), f.yaml(base, arrivals, staff, span))
	add(arrivals, f.arrivalTable(span))
	if f.Staff != nil {
		add(staff, f.staffTable(span))
	}
	return w
}

func (f *Fit) yaml(base, arrivals, staff string, span Span) []byte {
	var b bytes.Buffer
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	n := f.dayCount(span)
	line("apiVersion: ccsim/v1")
	line("name: %s", quoted(strings.Trim(base, "-")))
	line("description: |")
	line("  Estimated from %d calls of %s. %s", len(f.Data.Calls), strings.ReplaceAll(f.Data.File, "\n", " "), map[Span]string{Week: "Each day is the mean of its day of the week.", Days: "Each day has its own counts."}[span])
	line("  What the table did not tell:")
	for _, g := range f.Gaps {
		line("  - %s: %s. Here: %s.", g.What, g.Why, g.Instead)
	}
	line("seed: 1")
	line("replications: 10")
	if f.Data.Dated {
		line("start: %s 00:00 %s", dateText(f.days.first), f.Data.Zone)
	}
	line("horizon: %dd", n)
	line("end: drain")
	line("center:")
	line("  preset: lab")
	line("  ring: 0s                       # part of the wait of the table")
	if f.IVR != nil {
		line("  ivr: %s", f.IVR.Laws[0].Text)
	} else {
		line("  ivr: 0s")
	}
	line("  agents:")
	line("    - name: team")
	if f.Staff != nil {
		line("      staffing: {csv: %s}", quoted(staff))
	} else {
		line("      count: %d                   # a guess: the table does not tell", f.guessStaff())
	}
	if f.Wrapup != nil {
		line("      wrapup: %s", f.Wrapup.Laws[0].Text)
		line("      wrapup_share: %s%%", digits3(math.Min(f.Share*100, 100)))
	} else {
		line("      wrapup: none")
	}
	line("      pending: {probability: 0%%}")
	line("workload:")
	if f.overdispersed(span) {
		line("  busyness: {dist: gamma, mean: 1, shape: %s}   # one factor a day on all rates", digits3(f.Over.Shape))
	}
	line("  calls:")
	for i, name := range f.names() {
		t := f.Types[i]
		line("    - type: %s", quoted(name))
		line("      arrivals: {csv: %s, columns: {count: %s}}", quoted(arrivals), quoted(name))
		if t.Talk != nil {
			line("      talk: %s", t.Talk.Laws[0].Text)
		}
		if t.Patience != nil {
			line("      patience: %s", t.Patience.Laws[0].Text)
		} else {
			line("      patience: none")
		}
		if r := f.Retry; r != nil && r.Probability > 0 {
			line("      retry: {probability: %s%%, after: {dist: exponential, mean: %s}}", digits3(r.Probability*100), seconds(r.Mean))
		}
		line("      hold: 0%%")
		line("      transfer: 0%%")
		line("      conference: 0%%")
	}
	return b.Bytes()
}

// overdispersed tells whether simulated days get a factor: where the table shows
// more than chance, and the scenario has not the days themselves.
func (f *Fit) overdispersed(span Span) bool {
	return span == Week && f.Over != nil && f.Over.Shape > 0 && f.Over.DayP < 0.01
}

// firstCalls is the share of calls that are not retrials: those the scenario makes
// itself.
func (f *Fit) firstCalls() float64 {
	r := f.Retry
	if r == nil || r.Within == 0 {
		return 1
	}
	return 1 - float64(r.Probability/r.Within)*float64(r.Later)/float64(len(f.Data.Calls)-f.Early)
}

// arrivalTable has one row an interval and one column a type.
func (f *Fit) arrivalTable(span Span) []byte {
	first := f.firstCalls()
	weeks := make([]week, len(f.Types))
	for t := range weeks {
		weeks[t] = weekOf(f.days.first, f.days.of[t])
	}
	return f.table(span, f.names(), func(day, slot, t int) string {
		n := float64(f.days.of[t][day][slot])
		if span == Week {
			n = weeks[t].mean[weekday(f.days.first+int64(day))][slot]
		}
		return decimals(n*first, 3)
	})
}

// staffTable has the agents of each interval, whole: the mean of a day of the week
// is rounded, and one agent is there where one was seen on most days.
func (f *Fit) staffTable(span Span) []byte {
	w := weekOf(f.days.first, f.Staff)
	return f.table(span, []string{"count"}, func(day, slot, _ int) string {
		if span == Days {
			return strconv.FormatInt(int64(math.Round(f.Staff[day][slot])), 10)
		}
		return decimals(math.Round(w.mean[weekday(f.days.first+int64(day))][slot]), 0)
	})
}

func (f *Fit) table(span Span, heads []string, cell func(day, slot, column int) string) []byte {
	var b bytes.Buffer
	if f.Data.Dated {
		b.WriteString("date,")
	}
	b.WriteString("start," + strings.Join(heads, ",") + "\n")
	for day := range f.dayCount(span) {
		for slot := range slots {
			if f.Data.Dated {
				b.WriteString(dateText(f.days.first+int64(day)) + ",")
			}
			b.WriteString(slotText(slot))
			for c := range heads {
				b.WriteString("," + cell(day, slot, c))
			}
			b.WriteString("\n")
		}
	}
	return b.Bytes()
}

// guessStaff is enough for the busiest half hour, by the square-root rule.
func (f *Fit) guessStaff() int {
	handle := 180.0
	if t := f.Types[0].Talk; t != nil {
		handle = t.Mean
	}
	if f.Wrapup != nil {
		handle += float64(f.Wrapup.Mean * f.Share)
	}
	load := peakLoad(f.days, handle)
	return int(math.Ceil(load + math.Sqrt(load) + 1))
}

// Compile makes the scenario runnable without writing it.
func (w *Written) Compile() (*scenarios.Compiled, error) {
	src, err := scenarios.InMemory(w.Names[0], w.Files)
	if err != nil {
		return nil, err
	}
	return src.Compile()
}
