package plan

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"ccsim/reports"
)

// Formats are the forms in which a plan is printed.
var Formats = []string{"text", "markdown", "json", "csv"}

// Print prints the plan in one of Formats.
func (p *Plan) Print(w io.Writer, format string) error {
	switch format {
	case "json":
		return p.json(w)
	case "csv":
		return p.csv(w)
	case "markdown":
		p.Document().Markdown(w)
	default:
		p.Document().Text(w)
	}
	return nil
}

// Document is the plan as lines and tables.
func (p *Plan) Document() *reports.Document {
	d := &reports.Document{Title: p.Scenario + ": when to start a maintenance"}
	for i := range p.Maintenances {
		m := &p.Maintenances[i]
		d.Line(p.Headline(m))
		if words := p.Certainty(m); words != "" {
			d.Line(words)
		}
	}
	for i := range p.Maintenances {
		t := p.Table(&p.Maintenances[i])
		d.Table(t.Title, t.Note, t.Left, t.Head, t.Rows)
	}
	d.Heading("What this rests on")
	for _, line := range p.Assumptions() {
		d.Line("  " + line)
	}
	d.Heading("Repeat")
	d.Line("  " + p.Command)
	d.Line(fmt.Sprintf("  %s, plan of run %s", p.Version, p.ID))
	return d
}

// Table is what each start of a maintenance costs.
func (p *Plan) Table(m *Maintenance) reports.Table {
	t := reports.Table{Title: capital(m.Name) + ": what each start costs more than the same day without it", Head: []string{"start"}, Left: 1, Note: "±: 95 % interval of the paired difference."}
	for _, name := range p.Columns() {
		t.Head = append(t.Head, p.label(name))
	}
	t.Head = append(t.Head, "note")
	for i := range m.Starts {
		s := &m.Starts[i]
		row := []string{p.short(s.At)}
		for k := range s.Costs {
			text := strings.TrimSuffix(s.Costs[k].Signed(), " %")
			if !s.Possible() && m.refusedAlways(i) {
				text = "–"
			}
			row = append(row, text)
		}
		t.Rows = append(t.Rows, append(row, m.Note(i)))
	}
	return t
}

// refusedAlways tells whether nothing was done at all: its costs are nothing, and say nothing.
func (m *Maintenance) refusedAlways(i int) bool {
	for _, text := range m.Starts[i].Trouble {
		if strings.HasPrefix(text, "rejected") && !strings.Contains(text, " in ") || strings.HasPrefix(text, "nothing to do") && !strings.Contains(text, " in ") {
			return true
		}
	}
	return false
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func (p *Plan) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"scenario", "maintenance", "start", "start_s", "metric", "difference", "half_width", "n", "unit", "confidence", "possible", "told_apart", "best", "note"})
	for i := range p.Maintenances {
		m := &p.Maintenances[i]
		for k := range m.Starts {
			s := &m.Starts[k]
			for j := range s.Costs {
				d := &s.Costs[j]
				_ = c.Write([]string{reports.TextCell(p.Scenario), reports.TextCell(m.Target), p.Clock(s.At), fmt.Sprintf("%.12g", s.At.Seconds()), d.Name, cell(d.Value), cell(d.HalfWidth(0.95)),
					fmt.Sprint(d.N), reports.TextCell(d.Unit), "0.95", fmt.Sprint(s.Possible()), fmt.Sprint(s.Apart), fmt.Sprint(k == m.Best), m.Note(k)})
			}
		}
	}
	c.Flush()
	return c.Error()
}

func cell(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf("%.12g", v)
}

type jsonCost struct {
	Metric string   `json:"metric"`
	Value  *float64 `json:"difference"`
	Half   *float64 `json:"half_width"`
	N      int      `json:"n"`
	Unit   string   `json:"unit"`
}

type jsonStart struct {
	At       float64    `json:"start_s"`
	Clock    string     `json:"start"`
	Costs    []jsonCost `json:"costs"`
	Judged   *float64   `json:"objective"`
	Possible bool       `json:"possible"`
	Trouble  []string   `json:"trouble"`
	Apart    bool       `json:"told_apart"`
}

type jsonMaintenance struct {
	Name     string      `json:"name"`
	Target   string      `json:"target"`
	Written  *float64    `json:"written_s"`
	Best     *jsonChoice `json:"best"`
	Cheapest string      `json:"cheapest"`
	Possible int         `json:"possible"`
	Same     int         `json:"not_told_apart"`
	Runs     [][2]string `json:"not_told_apart_runs"`
	AsIs     *jsonCost   `json:"as_written"`
	Starts   []jsonStart `json:"starts"`
}

type jsonChoice struct {
	At    float64   `json:"start_s"`
	Clock string    `json:"start"`
	Fresh *jsonCost `json:"fresh"`
}

type jsonPlan struct {
	Schema       int               `json:"schema"`
	Run          jsonRun           `json:"run"`
	By           string            `json:"judged_by"`
	Currency     string            `json:"currency"`
	Confidence   float64           `json:"confidence"`
	Maintenances []jsonMaintenance `json:"maintenances"`
	Assumptions  []string          `json:"assumptions"`
}

type jsonRun struct {
	ID           string            `json:"id"`
	Scenario     string            `json:"scenario"`
	Seed         uint64            `json:"seed"`
	Fresh        uint64            `json:"fresh_seed"`
	Replications int               `json:"replications"`
	Version      string            `json:"version"`
	Inputs       map[string]string `json:"inputs"`
	Command      string            `json:"command"`
}

func (p *Plan) json(w io.Writer) error {
	out := jsonPlan{Schema: 1, By: p.By, Currency: p.Currency, Confidence: 0.95, Assumptions: p.Assumptions(),
		Run: jsonRun{p.ID, p.Scenario, p.Seed, p.Fresh, p.Replications, p.Version, map[string]string{}, p.Command}}
	for _, in := range p.Inputs {
		out.Run.Inputs[in.Name] = in.SHA256
	}
	for i := range p.Maintenances {
		out.Maintenances = append(out.Maintenances, p.jsonOf(&p.Maintenances[i]))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func (p *Plan) jsonOf(m *Maintenance) jsonMaintenance {
	x := jsonMaintenance{Name: m.Name, Target: m.Target, Possible: m.Possible, Same: m.Same, Runs: [][2]string{}, AsIs: jsonDifference(m.As), Starts: []jsonStart{}}
	if m.Written >= 0 {
		x.Written = maybe(m.Written.Seconds())
	}
	if m.Best >= 0 {
		at := m.Starts[m.Best].At
		x.Best = &jsonChoice{at.Seconds(), p.Clock(at), jsonDifference(m.Fresh)}
		x.Cheapest = p.Clock(m.Starts[m.Cheapest].At)
	}
	for _, r := range m.Runs {
		x.Runs = append(x.Runs, [2]string{p.Clock(m.Starts[r.First].At), p.Clock(m.Starts[r.Last].At)})
	}
	for k := range m.Starts {
		s := &m.Starts[k]
		y := jsonStart{At: s.At.Seconds(), Clock: p.Clock(s.At), Judged: maybe(s.Mean), Possible: s.Possible(), Trouble: append([]string{}, s.Trouble...), Apart: s.Apart}
		for j := range s.Costs {
			y.Costs = append(y.Costs, *jsonDifference(&s.Costs[j]))
		}
		x.Starts = append(x.Starts, y)
	}
	return x
}

func jsonDifference(d *reports.Difference) *jsonCost {
	if d == nil {
		return nil
	}
	return &jsonCost{d.Name, maybe(d.Value), maybe(d.HalfWidth(0.95)), d.N, d.Unit}
}

// maybe leaves out what is missing.
func maybe(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}
