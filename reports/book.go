package reports

import (
	"fmt"
	"strings"
)

// Book is a result as a workbook shows it: facts of the run, then a table a
// sheet.
type Book struct {
	Title  string
	About  [][2]string // name and value, for the first sheet
	Tables []Table
	Notes  []string
}

// Workbook gives the sheets of a run: the tables of the report, and every
// metric with all its digits.
func Workbook(r *Report) Book {
	b := Book{Title: r.Run.Scenario, About: aboutRun(r, Headline(r)), Tables: Tables(r)}
	if len(r.Expect) > 0 {
		t := Table{Title: "Expectations", Head: []string{"expectation", "verdict", "why", "found"}, Left: 3}
		for _, e := range r.Expect {
			t.Rows = append(t.Rows, []string{e.Text, map[bool]string{true: "holds", false: "fails"}[e.OK], e.Why, cell(e.Value)})
		}
		b.Tables = append(b.Tables, t)
	}
	b.Tables = append(b.Tables, metricsTable(r))
	if len(r.Variants) > 0 && len(r.Plain.Reps) > 1 {
		b.Tables = append(b.Tables, differenceValues(r))
	}
	return b
}

// CompareWorkbook gives the sheets of a comparison.
func CompareWorkbook(c *Comparison) Book {
	b := Book{Title: c.Run.Scenario + " compared", About: aboutRun(c.Report, c.headline()), Tables: CompareTables(c)}
	b.Tables = append(b.Tables, metricsTable(c.Report), differenceValues(c.Report))
	return b
}

// CompareTables are the tables of a comparison in their order.
func CompareTables(c *Comparison) []Table {
	g := pairedTable(c.Report, "Differences from "+c.Run.Scenario+", with the same callers", "scenario")
	return []Table{{g.title, g.note, g.head, g.rows, g.left, g.last}, callerTable(c)}
}

// callerTable tells the first replication caller by caller.
func callerTable(c *Comparison) Table {
	t := Table{Title: "Callers of the first replication whose fate differs", Head: []string{"scenario", "what became of them", "only in", "callers"}, Left: 3,
		Note: "The same callers call in each; the numbers of the callers: --format json."}
	for i, v := range c.Variants {
		for _, f := range c.Callers[0].Compare(c.Callers[1+i]) {
			for _, x := range []struct {
				name string
				list []Caller
			}{{c.Run.Scenario, f.OnlyPlain}, {v.Name, f.OnlyOther}} {
				if len(x.list) > 0 {
					t.Rows = append(t.Rows, []string{v.Name, f.word, x.name, fmt.Sprint(len(x.list))})
				}
			}
		}
	}
	return t
}

// CompareHeadline is one sentence for each of the compared scenarios.
func CompareHeadline(c *Comparison) []string { return c.headline() }

// aboutRun says what was asked, the answer, and how to repeat it.
func aboutRun(r *Report, answer []string) [][2]string {
	all := [][2]string{{"Scenario", r.Run.Scenario}, {"Asked", r.Run.Title}}
	for _, line := range answer {
		all = append(all, [2]string{"Answer", line})
	}
	for n, i := range Faults(r.Config) {
		all = append(all, [2]string{"Fault " + FaultLabel(n), r.when(r.Config, i) + "  " + r.Config.Levers[i].Name})
	}
	all = append(all, [2]string{"Horizon", span(r.Config.Horizon)}, [2]string{"Replications", fmt.Sprint(r.Run.Replications)},
		[2]string{"Seed", fmt.Sprint(r.Run.Seed)}, [2]string{"Version", fmt.Sprintf("%s, model %d", r.Run.Version, r.Run.Model)},
		[2]string{"Command", r.Run.Command}, [2]string{"Run", r.Run.ID}, [2]string{"Fingerprint", r.Plain.Fingerprint.String()})
	for _, in := range r.Run.Inputs {
		all = append(all, [2]string{"Input " + in.Name, "sha256 " + in.SHA256})
	}
	return all
}

// metricsTable has every metric of every column with all its digits.
func metricsTable(r *Report) Table {
	t := Table{Title: "All metrics", Left: 4, Head: []string{"scenario", "metric", "scope", "unit", "mean", "half width", "sd", "n"},
		Note: "Half width: of the 95 % interval of the mean; sd: standard deviation over replications."}
	for _, col := range r.columns() {
		for i := range col.Result.Stats {
			s := &col.Result.Stats[i]
			scope := s.Scope
			if n, ok := strings.CutPrefix(scope, "cause/"); ok {
				if s.N == 0 || s.Mean == 0 && s.SD == 0 {
					continue
				}
				cause := 0
				_, _ = fmt.Sscan(n, &cause)
				scope = "cause/" + Cause(col.Config, uint32(cause))
			}
			t.Rows = append(t.Rows, []string{col.Name, s.Name, scope, s.Unit, cell(s.Mean), cell(s.HalfWidth(confidence)), cell(s.SD), fmt.Sprint(s.N)})
		}
	}
	return t
}

// differenceValues has every paired difference with all its digits.
func differenceValues(r *Report) Table {
	t := Table{Title: "All differences", Left: 4, Head: []string{"scenario", "metric", "scope", "unit", r.Run.Scenario, "difference", "half width", "independent runs", "variance reduction", "n", "p (Holm)"},
		Note: "Difference: less " + r.Run.Scenario + ", run by run with the same callers. Half width: of its 95 % interval; independent runs: what it would be with other callers."}
	for i, list := range r.differences() {
		for k := range list {
			if d := &list[k]; d.N > 0 {
				t.Rows = append(t.Rows, []string{r.Variants[i].Name, d.Name, d.Scope, d.Unit, cell(d.Base), cell(d.Value), cell(d.HalfWidth(confidence)), cell(d.Independent(confidence)), cell(d.Reduction()), fmt.Sprint(d.N), cell(d.Holm)})
			}
		}
	}
	return t
}
