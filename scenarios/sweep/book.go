package sweep

import (
	"fmt"
	"strconv"

	"ccsim/reports"
	"ccsim/reports/html"
)

// Workbook gives the sheets of a sweep: the table for people, and every metric
// of every point with all its digits.
func Workbook(h Head, points []Point) reports.Book {
	sum := table(h, points)
	b := reports.Book{Title: h.Scenario + " at " + strconv.Itoa(h.Total) + " points", Notes: sum.Notes, About: [][2]string{
		{"Scenario", h.Scenario}, {"Asked", h.Title}, {"Points", strconv.Itoa(h.Total)},
	}}
	for _, p := range h.Paths {
		b.About = append(b.About, [2]string{"Varied", p})
	}
	if len(points) > 0 {
		b.About = append(b.About, [2]string{"Seed", strconv.FormatUint(points[0].Seed, 10)})
	}
	b.About = append(b.About, [2]string{"Version", h.Version}, [2]string{"Command", h.Command}, [2]string{"Sweep", h.ID})
	b.Tables = append(b.Tables, reports.Table{Title: "Points", Note: "n is the number of replications; ± is half the 95 % interval of the mean.", Head: sum.Head, Rows: sum.Rows, Left: 0})
	all := reports.Table{Title: "All metrics", Head: append([]string{"point"}, h.Paths...), Left: 0, Note: "Half width: of the 95 % interval of the mean. Values of single replications: --format csv."}
	all.Head = append(all.Head, "variant", "seed", "run", "metric", "scope", "unit", "mean", "half width", "n")
	for i := range points {
		p := &points[i]
		for k := range p.Columns {
			c := &p.Columns[k]
			for j := range c.Metrics {
				m := &c.Metrics[j]
				row := append([]string{strconv.Itoa(p.Number)}, p.Values...)
				all.Rows = append(all.Rows, append(row, c.Variant, strconv.FormatUint(p.Seed, 10), p.RunID, m.Name, m.Scope, m.Unit, shown(m.Mean), shown(m.Half), fmt.Sprint(len(m.Values))))
			}
		}
	}
	b.Tables = append(b.Tables, all)
	return b
}

// Page gives what the page of a sweep shows.
func Page(h Head, points []Point) *html.SweepPage {
	sum := table(h, points)
	p := &html.SweepPage{ID: h.ID, Scenario: h.Scenario, Title: h.Title, Version: h.Version, Command: h.Command, Paths: h.Paths, Notes: sum.Notes,
		Table: reports.Table{Title: sum.Title, Head: sum.Head, Rows: sum.Rows, Left: sum.Left, Note: "n is the number of replications; ± is half the 95 % interval of the mean. Single values: --format csv."}}
	for i := range points {
		x := &points[i]
		p.Seed = x.Seed
		for k := range x.Columns {
			s := html.SweepPoint{Number: x.Number, Values: x.Values, Variant: x.Columns[k].Variant}
			for _, m := range summary(&x.Columns[k]) {
				s.N = len(m.Values)
				s.Metrics = append(s.Metrics, html.SweepMetric{Name: m.Name, Mean: float64(m.Mean), Half: float64(m.Half)})
			}
			p.Points = append(p.Points, s)
		}
	}
	return p
}
