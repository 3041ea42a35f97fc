package shifts

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// Formats are the forms in which a plan is printed.
var Formats = []string{"text", "markdown", "json", "csv"}

// hours prints a time in hours, to the minute as far as it needs.
func hours(t sim.Time) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", t.Seconds()/3600), ".0") }

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// people is how many shifts are worked.
func (p *Plan) people() (n int) {
	for _, s := range p.Roster.Shifts {
		n += s.Count
	}
	return n
}

// Headline is the answer.
func (p *Plan) Headline() string {
	text := fmt.Sprintf("%s of %s cover every interval with %s paid hours", plural(p.people(), "shift"), p.Group, hours(p.Roster.Paid))
	if p.Currency != "" {
		text += fmt.Sprintf(" (%s %s)", reports.Money(float64(p.Price*p.Roster.Paid.Seconds())/3600, missing), p.Currency)
	}
	yes, no, unsure := p.counts()
	text += fmt.Sprintf("; %s is kept in %d of %s", p.level(), yes, plural(yes+no+unsure, "interval"))
	if unsure > 0 {
		text += fmt.Sprintf(", not sure in %d", unsure)
	}
	if no > 0 {
		text += fmt.Sprintf(", missed in %d", no)
	}
	return text + "."
}

// Bound says how good the roster is.
func (p *Plan) Bound() string {
	if p.Roster.Note != "" {
		return p.Roster.Note
	}
	text := fmt.Sprintf("No roster of these shifts can do with less than %s paid hours (linear program)", hours(p.Roster.Bound))
	if over := p.Roster.Paid - p.Roster.Bound; over > 0 {
		return text + fmt.Sprintf(": whole agents take %.1f %% more.", math.Floor(1000*over.Seconds()/p.Roster.Bound.Seconds())/10)
	}
	return text + "."
}

// short leaves out the seconds of a time of day where there are none.
func (p *Plan) short(t sim.Time) string {
	text := p.Problem.Clock(t)
	if strings.Count(text, ":") == 2 && strings.HasSuffix(text, ":00") {
		return strings.TrimSuffix(text, ":00")
	}
	return text
}

// Shifts is the table of the roster.
func (p *Plan) Shifts() reports.Table {
	t := reports.Table{Title: "The roster of " + p.Group, Head: []string{"shift", "from", "to", "breaks", "agents", "paid hours"}, Left: 4}
	for _, s := range p.Roster.Shifts {
		k := &p.Problem.Kinds[s.Kind]
		var breaks []string
		for _, b := range k.Breaks {
			breaks = append(breaks, p.short(s.Start+b.After)+" – "+p.short(s.Start+b.After+b.For))
		}
		if len(breaks) == 0 {
			breaks = []string{"–"}
		}
		t.Rows = append(t.Rows, []string{k.Name, p.short(s.Start), p.short(s.Start + k.Length), strings.Join(breaks, ", "), fmt.Sprint(s.Count), hours(sim.Time(s.Count) * k.Length)})
	}
	return t
}

// Intervals is the table of what is needed, planned and kept.
func (p *Plan) Intervals() reports.Table {
	t := reports.Table{Title: "Interval by interval", Left: 1, Head: []string{"interval", "needed", "heads needed", "planned", "of these serve", p.level(), "kept"},
		Note: fmt.Sprintf("Needed: agents who serve; heads: with %s shrinkage. The service level is simulated with those who serve: calls that enter the queue in the interval, %s.", p.shrinkage(), p.runs())}
	for i := range p.Cells {
		c := &p.Cells[i]
		t.Rows = append(t.Rows, []string{p.short(c.From), fmt.Sprint(c.Agents), fmt.Sprint(c.Heads), fmt.Sprint(c.Planned), fmt.Sprint(c.Serving), reports.Percent(c.Level.Mean, c.Level.HalfWidth(0.95)), c.Met(&p.Goal)})
	}
	return t
}

func (p *Plan) shrinkage() string { return fmt.Sprintf("%g %%", float64(p.Problem.Shrinkage)/100) }

func (p *Plan) runs() string {
	if p.Replications == 1 {
		return "one replication"
	}
	return fmt.Sprintf("%d replications, ±: 95 %% interval", p.Replications)
}

// Assumptions say what the plan rests on.
func (p *Plan) Assumptions() []string {
	return []string{
		"Needs: " + p.Source + ".",
		fmt.Sprintf("Of the heads on duty a share of %s does not serve; those who do are rounded down, and heads are rounded up.", p.shrinkage()),
		"Paid hours are from begin to end of a shift, breaks included. A shift counts where it is at work, to the minute.",
		"The linear program is solved in parts of agents, rounded up to whole ones, and trimmed by steps of whole shifts while all intervals stay covered.",
		fmt.Sprintf("The check is the scenario with the roster in place of its staffing, without its faults: %d replications of seed %d.", p.Replications, p.Seed),
	}
}

// Document is the plan as lines and tables.
func (p *Plan) Document() *reports.Document {
	d := &reports.Document{Title: p.Scenario + ": a roster of shifts"}
	d.Line(p.Headline())
	d.Line(p.Bound())
	for _, t := range []reports.Table{p.Shifts(), p.Intervals()} {
		d.Table(t.Title, t.Note, t.Left, t.Head, t.Rows)
	}
	d.Heading("What this rests on")
	for _, line := range p.Assumptions() {
		d.Line("  " + line)
	}
	d.Heading("Repeat")
	d.Line("  " + p.Command)
	d.Line(fmt.Sprintf("  %s, of run %s", p.Version, p.ID))
	return d
}

// Study is the plan as a page.
func (p *Plan) Study(text []byte) *reports.Study {
	s := &reports.Study{Kind: "capacity --shifts", Scenario: p.Scenario, About: fmt.Sprintf("%d replications, seed %d", p.Replications, p.Seed),
		Headline: p.Headline(), Lines: []string{p.Bound()}, Rests: p.Assumptions(), Command: p.Command, Text: text,
		Repeat: []string{fmt.Sprintf("%s, of run %s", p.Version, p.ID)}}
	for _, in := range p.Inputs {
		s.Repeat = append(s.Repeat, "Input "+in.Name+" sha256 "+in.SHA256)
	}
	s.Parts = []reports.StudyPart{
		{Title: "Who works when", Sub: "A bar is a shift, the number at its left how many agents have it, a gap a break.", Shifts: p.picture(), Tables: []reports.Table{p.Shifts()}},
		{Title: "Need, plan and simulation", Tables: []reports.Table{p.Intervals()}},
	}
	return s
}

func (p *Plan) picture() *reports.ShiftChart {
	c := &reports.ShiftChart{Finds: p.Headline() + " " + p.Bound(), From: p.Cells[0].From, To: p.Cells[len(p.Cells)-1].To, Clock: p.Problem.Clock}
	for _, s := range p.Roster.Shifts {
		k := &p.Problem.Kinds[s.Kind]
		b := reports.ShiftBar{Name: k.Name, Count: s.Count, From: s.Start, To: s.Start + k.Length}
		for _, x := range k.Breaks {
			b.Breaks = append(b.Breaks, [2]sim.Time{s.Start + x.After, s.Start + x.After + x.For})
		}
		c.From, c.To = min(c.From, b.From), max(c.To, b.To)
		c.Bars = append(c.Bars, b)
	}
	for i := range p.Cells {
		x := &p.Cells[i]
		c.Cells = append(c.Cells, reports.ShiftCell{From: x.From, To: x.To, Need: x.Heads, Planned: x.Planned})
	}
	return c
}

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

func (p *Plan) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"scenario", "group", "from", "from_s", "to_s", "needed", "heads_needed", "planned", "serving", "metric", "value", "half_width", "n", "kept"})
	for i := range p.Cells {
		x := &p.Cells[i]
		_ = c.Write([]string{reports.TextCell(p.Scenario), reports.TextCell(p.Group), p.Problem.Clock(x.From), fmt.Sprintf("%.12g", x.From.Seconds()), fmt.Sprintf("%.12g", x.To.Seconds()),
			fmt.Sprint(x.Agents), fmt.Sprint(x.Heads), fmt.Sprint(x.Planned), fmt.Sprint(x.Serving), x.Level.Name, cell(x.Level.Mean), cell(x.Level.HalfWidth(0.95)), fmt.Sprint(x.Level.N), x.Met(&p.Goal)})
	}
	c.Flush()
	return c.Error()
}

// Staffing prints those who serve as a table for staffing: of a scenario.
func (p *Plan) Staffing(w io.Writer) error {
	c := csv.NewWriter(w)
	date, _ := p.Start(0)
	head := []string{"date", "start", "count"}
	if date == "" {
		head = head[1:]
	}
	_ = c.Write(head)
	steps := p.Problem.steps(p.Roster.Shifts)
	gap := grid(steps)
	for at, k := sim.Time(0), 0; at < p.horizon; at += gap {
		for k+1 < len(steps) && steps[k+1].At <= at {
			k++
		}
		date, clock := p.Start(at)
		row := []string{date, clock, fmt.Sprint(steps[k].Count)}
		_ = c.Write(row[3-len(head):])
	}
	c.Flush()
	return c.Error()
}

// grid is the longest interval at whose multiples all changes are.
func grid(steps []model.StaffStep) sim.Time {
	gap := 30 * sim.Minute
	for _, s := range steps {
		for a := s.At; a%gap != 0; {
			a, gap = gap, a%gap
		}
	}
	return gap
}

func cell(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf("%.12g", v)
}

type jsonShift struct {
	Name   string  `json:"shift"`
	From   float64 `json:"from_s"`
	To     float64 `json:"to_s"`
	Clock  string  `json:"from"`
	Agents int     `json:"agents"`
}

type jsonCell struct {
	From    float64  `json:"from_s"`
	To      float64  `json:"to_s"`
	Clock   string   `json:"from"`
	Need    int      `json:"needed"`
	Heads   int      `json:"heads_needed"`
	Planned int      `json:"planned"`
	Serving int      `json:"serving"`
	Value   *float64 `json:"value"`
	Half    *float64 `json:"half_width"`
	N       int      `json:"n"`
	Met     string   `json:"kept"`
}

type jsonPlan struct {
	Schema    int         `json:"schema"`
	ID        string      `json:"id"`
	Scenario  string      `json:"scenario"`
	Seed      uint64      `json:"seed"`
	Reps      int         `json:"replications"`
	Version   string      `json:"version"`
	Command   string      `json:"command"`
	Group     string      `json:"group"`
	Shrinkage float64     `json:"shrinkage"`
	Goal      string      `json:"goal"`
	Paid      float64     `json:"paid_h"`
	Bound     *float64    `json:"bound_h"`
	Note      string      `json:"note"`
	Shifts    []jsonShift `json:"shifts"`
	Intervals []jsonCell  `json:"intervals"`
}

func maybe(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}

func (p *Plan) json(w io.Writer) error {
	out := jsonPlan{Schema: 1, ID: p.ID, Scenario: p.Scenario, Seed: p.Seed, Reps: p.Replications, Version: p.Version, Command: p.Command, Group: p.Group,
		Shrinkage: float64(p.Problem.Shrinkage) / full, Goal: p.level(), Paid: p.Roster.Paid.Seconds() / 3600, Note: p.Roster.Note, Shifts: []jsonShift{}, Intervals: []jsonCell{}}
	if p.Roster.Note == "" {
		out.Bound = maybe(p.Roster.Bound.Seconds() / 3600)
	}
	for _, s := range p.Roster.Shifts {
		k := &p.Problem.Kinds[s.Kind]
		out.Shifts = append(out.Shifts, jsonShift{k.Name, s.Start.Seconds(), (s.Start + k.Length).Seconds(), p.Problem.Clock(s.Start), s.Count})
	}
	for i := range p.Cells {
		x := &p.Cells[i]
		out.Intervals = append(out.Intervals, jsonCell{x.From.Seconds(), x.To.Seconds(), p.Problem.Clock(x.From), x.Agents, x.Heads, x.Planned, x.Serving, maybe(x.Level.Mean), maybe(x.Level.HalfWidth(0.95)), x.Level.N, x.Met(&p.Goal)})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
