package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"ccsim/model"
	"ccsim/reports"
)

//go:embed style.css
var style string

//go:embed script.js
var script string

// defs are the patterns and glyphs of all figures.
//
//go:embed defs.svg
var defs string

//go:embed page.tmpl
var source string

var page = template.Must(template.New("page").Parse(source))

// shell is what every page has.
type shell struct {
	Title   string
	CSP     string
	Defs    template.HTML
	Style   template.CSS
	Script  template.JS
	Kick    string
	Repeat  []string
	Command string
}

func newShell(title string) shell {
	s := shell{Title: clean(title), Defs: template.HTML(strings.TrimSpace(defs)), Style: template.CSS(variables() + style), Script: template.JS(script)}
	s.CSP = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", hash(string(s.Style)), hash(script))
	return s
}

// view is what the template of a run's page shows.
type view struct {
	shell
	Headline string
	Faults   []faultLine
	Holds    int
	Fails    []string
	Expect   []expectation
	Sections []link
	Columns  []column
	Cost     table
	Tables   []table
	Metrics  table
	Rests    []fact
	Terms    []fact
	Scenario string
	Lines    int
	Expected table
}

type link struct{ ID, Text string }

type faultLine struct{ Badge, ID, Time, Text string }

type expectation struct {
	Text, Verdict, Found string
	OK                   bool
}

// fact is an entry of a list of definitions or assumptions.
type fact struct{ Name, Text string }

// column is the scenario or a variant.
type column struct {
	ID, Name  string
	First     bool
	Cards     []card
	Day       drawn
	DayTitle  string
	Incidents []section
	Quiet     []string
}

// section is an incident with its figure.
type section struct {
	ID, Title, Caption string
	Key                bool
	drawn
}

// hard keeps a number, its interval and its unit on one line.
func hard(s string) string {
	return strings.NewReplacer(" ± ", "\u00a0±\u00a0", " %", "\u00a0%", " s ", "\u00a0s ").Replace(clean(s))
}

// Write writes the page of a run. Pictures are of the scenario, then of each
// variant; text is the scenario as it was written.
func Write(w io.Writer, r *reports.Report, pictures []*reports.Picture, text []byte) error {
	v := &view{shell: newShell(r.Run.Scenario + ": what was lost and why")}
	v.head(r)
	figs := 0
	for i, c := range r.Columns() {
		v.column(r, c, pictures[i], i, &figs)
	}
	v.cost(r)
	v.rest(r, text)
	return page.Execute(w, v)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (v *view) head(r *reports.Report) {
	agents := 0
	for _, g := range r.Config.Groups {
		agents += g.Count
	}
	runs := "one replication, no interval"
	if r.Run.Replications > 1 {
		runs = fmt.Sprintf("%d replications", r.Run.Replications)
	}
	v.Kick = fmt.Sprintf("ccsim run · %s · %s agents, horizon %s · %s, seed %d", clean(r.Run.Scenario), reports.Plain(float64(agents)), reports.Span(r.Config.Horizon), runs, r.Run.Seed)
	v.Headline = hard(reports.Summary(r))
	for i, c := range r.Columns() {
		for n, lever := range reports.Faults(c.Config) {
			if !told(c.Config, lever) {
				continue
			}
			line := faultLine{Badge: reports.FaultLabel(n), ID: anchor(i, lever), Time: reports.Moment(&c.Config.Levers[lever], r.Clock), Text: hard(r.Sentence(c, lever))}
			if i > 0 {
				line.Text = "Variant " + clean(c.Name) + ": " + line.Text
			}
			v.Faults = append(v.Faults, line)
		}
	}
	for _, e := range r.Expect {
		x := expectation{Text: clean(e.Text), OK: e.OK, Verdict: "holds", Found: reports.Plain(e.Value)}
		if e.OK {
			v.Holds++
		} else {
			x.Verdict = "fails"
			x.Found = clean(e.Why)
			v.Fails = append(v.Fails, clean(e.Text))
		}
		v.Expect = append(v.Expect, x)
	}
}

func told(c *model.Config, lever int) bool {
	for _, i := range reports.Told(c) {
		if i == lever {
			return true
		}
	}
	return false
}

// anchor is the id of the section of a fault: by counters, never by names.
func anchor(column, lever int) string { return fmt.Sprintf("c%df%d", column, lever) }

func (v *view) column(r *reports.Report, c reports.Named, p *reports.Picture, i int, figs *int) {
	d := newDrawer(r, c, p, figs)
	col := column{ID: fmt.Sprintf("c%d", i), Name: clean(c.Name), First: i == 0, Cards: cardsOf(r, c), DayTitle: dayTitle(c, p)}
	if i == 0 {
		col.Day = d.day()
	}
	for n := range p.Incidents {
		in := &p.Incidents[n]
		s := section{ID: anchor(i, in.Levers[0]), drawn: d.incident(in), Key: *figs <= 2}
		s.Title = d.title(in)
		if i > 0 {
			s.Title = "Variant " + clean(c.Name) + ": " + s.Title
		}
		s.Caption = fmt.Sprintf("Lanes and marks: the first replication. Curves: mean and 95 %% interval of %d replications. The axis counts from the fault.", len(c.Result.Reps))
		if len(c.Result.Reps) < 2 {
			s.Caption = "All of it is one replication. The axis counts from the fault."
		}
		col.Incidents = append(col.Incidents, s)
	}
	v.Columns = append(v.Columns, col)
}

// title says what the faults of an incident lost; actions that only repair are
// left out.
func (d *drawer) title(in *reports.Incident) string {
	var parts []string
	for _, lever := range in.Levers {
		if told(d.cfg, lever) {
			parts = append(parts, d.badges[lever]+" · "+strings.TrimSuffix(hard(d.r.Sentence(d.c, lever)), "."))
		}
	}
	if len(parts) == 0 {
		return d.badges[in.Levers[0]] + " · " + capital(clean(d.cfg.Levers[in.Levers[0]].Name))
	}
	return strings.Join(parts, ". ")
}

// dayTitle states the finding of the day's picture.
func dayTitle(c reports.Named, p *reports.Picture) string {
	switch n := len(p.Incidents); {
	case n == 0 && len(c.Config.Levers) == 0:
		return "The whole run: nothing failed"
	case n == 0:
		return "The whole run: no fault had an effect on a side"
	case n == 1:
		return "The whole run: one incident"
	default:
		return fmt.Sprintf("The whole run: %d incidents", n)
	}
}

// cost is the matrix of faults and kinds of loss.
func (v *view) cost(r *reports.Report) {
	t := table{Caption: "Lost in a run, mean ± half the 95 % interval", Head: []string{"Fault"}, Left: 1, Class: "stack", Sort: true}
	var kinds []model.LossKind
	for i, k := range lossOrder() {
		if i < 4 || lostAny(r, k) {
			kinds = append(kinds, k)
			t.Head = append(t.Head, capital(reports.LossWords(k)))
		}
	}
	for i, c := range r.Columns() {
		for n, lever := range reports.Faults(c.Config) {
			if !told(c.Config, lever) {
				continue
			}
			name := reports.FaultLabel(n) + " " + c.Config.Levers[lever].Name
			if i > 0 {
				name = "variant " + c.Name + ", " + name
			}
			t.add(c, name, lever+1, kinds)
		}
		for n := range c.Config.Failures {
			t.add(c, "random failures of "+c.Config.FailureName(n), 1+len(c.Config.Levers)+n, kinds)
		}
	}
	if n := len(r.Plain.Reps); n > 1 {
		t.Note = fmt.Sprintf("0: none in %d runs, that is < %s a run at 95 %%. Each loss has one cause: the fault at the head of the chain of events that led to it.", n, num(3/float64(n)))
	}
	v.Cost = t
}

func lostAny(r *reports.Report, k model.LossKind) bool {
	for _, c := range r.Columns() {
		if s, ok := c.Result.Get("losses."+k.String(), "all"); ok && s.Mean > 0 {
			return true
		}
	}
	return false
}

func (t *table) add(c reports.Named, name string, cause int, kinds []model.LossKind) {
	row := []string{clean(name)}
	for _, k := range kinds {
		value, _, _ := strings.Cut(reports.Show(c.Result, "losses."+k.String(), reports.CauseScope(cause)), " (<") // the note says so once
		row = append(row, value)
	}
	t.Rows = append(t.Rows, row)
}

// rest is what stands behind the pictures: tables, assumptions, definitions and
// how to repeat the run.
func (v *view) rest(r *reports.Report, text []byte) {
	for _, t := range reports.Tables(r) {
		v.Tables = append(v.Tables, table{Caption: t.Title, Head: t.Head, Rows: t.Rows, Left: t.Left, Note: t.Note, Class: "stack"})
	}
	v.Metrics = metricTable(r)
	v.Rests = assumptions(r.Config)
	v.Terms = terms
	v.again(r)
	v.Scenario = string(text)
	v.Lines = strings.Count(v.Scenario, "\n")
}

// again says how to repeat a run.
func (s *shell) again(r *reports.Report) {
	s.Repeat = append(s.Repeat, fmt.Sprintf("%s, model %d, run %s", r.Run.Version, r.Run.Model, r.Run.ID), "Fingerprint of replication 0: "+r.Plain.Fingerprint.String())
	for _, in := range r.Run.Inputs {
		s.Repeat = append(s.Repeat, "Input "+clean(in.Name)+" sha256 "+in.SHA256)
	}
	s.Command = clean(r.Run.Command)
}

// metricTable is every metric of the scenario with a value, over all scopes.
func metricTable(r *reports.Report) table {
	t := table{Caption: "Metrics of the scenario, mean ± half the 95 % interval", Head: []string{"metric", "scope", "value", "unit", "n"}, Left: 2, Sort: true, Class: "stack"}
	for i := range r.Plain.Stats {
		s := &r.Plain.Stats[i]
		if s.N == 0 || s.Mean == 0 && s.SD == 0 || strings.HasPrefix(s.Scope, "cause/") {
			continue
		}
		t.Rows = append(t.Rows, []string{s.Name, s.Scope, reports.Show(r.Plain, s.Name, s.Scope), s.Unit, reports.Plain(float64(s.N))})
	}
	return t
}
