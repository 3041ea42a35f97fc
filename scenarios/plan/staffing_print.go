package plan

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"ccsim/reports"
)

// Headline is the answer.
func (s *Staffing) Headline() string {
	n := &s.Tried[s.Best]
	text := fmt.Sprintf("%d agents of %s cost least: %s %s", n.Count, s.Group, reports.Money(n.Cost.Mean, n.Cost.HalfWidth(0.95)), s.Currency)
	if s.Gain == nil {
		return text + ", as the scenario has it."
	}
	return text + fmt.Sprintf(", %s against the %d of the scenario.", s.Gain.Signed(), s.Written)
}

// Certainty says which other numbers cannot be told apart from the cheapest.
func (s *Staffing) Certainty() string {
	low, high := s.Same()
	if low == high {
		return "Every other number that was tried costs more, and not by chance."
	}
	text := fmt.Sprintf("From %d to %d agents the cost cannot be told apart from that", low, high)
	if n := len(s.Tried) - 1; s.Tried[0].Count == low || s.Tried[n].Count == high {
		return text + " (no more were tried)."
	}
	return text + "."
}

// Assumptions say what the answer rests on.
func (s *Staffing) Assumptions() []string {
	lines := []string{
		fmt.Sprintf("Every number is run with the same callers (%d replications of seed %d), and compared run by run.", s.Replications, s.Seed),
		"The number is looked for where one agent more begins to cost more than it saves: the cost is taken to have one dip.",
		"Told apart: at 95 %, with Holm's correction for the numbers that were tried.",
	}
	if s.Gain != nil {
		lines = append(lines, fmt.Sprintf("The difference from the scenario's number is of other callers (seed %d): the least of several estimates is too low.", s.Fresh))
	}
	return lines
}

// Table is what each number of agents costs.
func (s *Staffing) Table() reports.Table {
	t := reports.Table{Title: "What " + s.Group + " costs by its number, " + s.Currency, Left: 1, Note: "±: 95 % interval.",
		Head: []string{"agents", "cost", "more than the cheapest", "abandonment rate"}}
	if s.Level != "" {
		t.Head = append(t.Head, "service level")
	}
	t.Head = append(t.Head, "note")
	for i := range s.Tried {
		n := &s.Tried[i]
		row := []string{fmt.Sprint(n.Count), reports.Money(n.Cost.Mean, n.Cost.HalfWidth(0.95)), n.More.Signed(), reports.ShowShare(n.result, "abandonment_rate", "all")}
		if s.Level != "" {
			row = append(row, reports.ShowShare(n.result, s.Level, "all"))
		}
		t.Rows = append(t.Rows, append(row, s.note(i)))
	}
	return t
}

func (s *Staffing) note(i int) string {
	switch {
	case i == s.Best:
		return "cheapest"
	case !s.Tried[i].Apart:
		return "not told apart"
	}
	return ""
}

// Document is the answer as lines and a table.
func (s *Staffing) Document() *reports.Document {
	d := &reports.Document{Title: s.Scenario + ": agents against cost"}
	d.Line(s.Headline())
	d.Line(s.Certainty())
	t := s.Table()
	d.Table(t.Title, t.Note, t.Left, t.Head, t.Rows)
	d.Heading("What this rests on")
	for _, line := range s.Assumptions() {
		d.Line("  " + line)
	}
	d.Heading("Repeat")
	d.Line("  " + s.Command)
	d.Line(fmt.Sprintf("  %s, of run %s", s.Version, s.ID))
	return d
}

// Study is the answer as a page.
func (s *Staffing) Study(text []byte) *reports.Study {
	out := &reports.Study{Kind: "capacity --minimize cost", Scenario: s.Scenario, About: fmt.Sprintf("%d replications of each number, seed %d", s.Replications, s.Seed),
		Headline: s.Headline(), Lines: []string{s.Certainty()}, Rests: s.Assumptions(), Command: s.Command, Text: text,
		Repeat: []string{fmt.Sprintf("%s, of run %s", s.Version, s.ID)}}
	curve := &reports.CostCurve{Unit: "Cost, " + s.Currency, Finds: s.Headline() + " " + s.Certainty()}
	for i := range s.Tried {
		n := &s.Tried[i]
		if !s.beside(i) {
			continue // far away: in the table
		}
		if i == s.Best {
			curve.Best = len(curve.Counts)
		}
		curve.Counts = append(curve.Counts, n.Count)
		curve.Mean = append(curve.Mean, n.Cost.Mean)
		curve.Half = append(curve.Half, n.Cost.HalfWidth(0.95))
		curve.Same = append(curve.Same, !n.Apart)
	}
	out.Parts = []reports.StudyPart{{Title: fmt.Sprintf("%d agents cost least", s.Tried[s.Best].Count), Sub: "A dot is the mean cost of a run, the line its 95 % interval. Green: cannot be told apart from the cheapest, run by run, which is finer than the intervals look.",
		Curve: curve, Tables: []reports.Table{s.Table()}}}
	return out
}

// beside tells whether all numbers between one and the cheapest were tried.
func (s *Staffing) beside(i int) bool {
	away := s.Tried[i].Count - s.Tried[s.Best].Count
	return away == i-s.Best
}

// Print prints the answer in one of Formats.
func (s *Staffing) Print(w io.Writer, format string) error {
	switch format {
	case "json":
		return s.json(w)
	case "csv":
		return s.csv(w)
	case "markdown":
		s.Document().Markdown(w)
	default:
		s.Document().Text(w)
	}
	return nil
}

func (s *Staffing) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"scenario", "group", "agents", "cost", "half_width", "more_than_cheapest", "more_half_width", "n", "unit", "confidence", "told_apart", "cheapest"})
	for i := range s.Tried {
		n := &s.Tried[i]
		_ = c.Write([]string{reports.TextCell(s.Scenario), reports.TextCell(s.Group), fmt.Sprint(n.Count), cell(n.Cost.Mean), cell(n.Cost.HalfWidth(0.95)), cell(n.More.Value), cell(n.More.HalfWidth(0.95)),
			fmt.Sprint(n.Cost.N), reports.TextCell(s.Currency), "0.95", fmt.Sprint(n.Apart), fmt.Sprint(i == s.Best)})
	}
	c.Flush()
	return c.Error()
}

type jsonNumber struct {
	Count int       `json:"agents"`
	Cost  *float64  `json:"cost"`
	Half  *float64  `json:"half_width"`
	More  *jsonCost `json:"more_than_cheapest"`
	Apart bool      `json:"told_apart"`
}

type jsonStaffing struct {
	Schema   int          `json:"schema"`
	Run      jsonRun      `json:"run"`
	Group    string       `json:"group"`
	Currency string       `json:"currency"`
	Cheapest int          `json:"cheapest"`
	Same     [2]int       `json:"not_told_apart"`
	Written  int          `json:"written"`
	Gain     *jsonCost    `json:"against_written"`
	Tried    []jsonNumber `json:"tried"`
}

func (s *Staffing) json(w io.Writer) error {
	low, high := s.Same()
	out := jsonStaffing{Schema: 1, Group: s.Group, Currency: s.Currency, Cheapest: s.Tried[s.Best].Count, Same: [2]int{low, high}, Written: s.Written, Gain: jsonDifference(s.Gain),
		Run: jsonRun{s.ID, s.Scenario, s.Seed, s.Fresh, s.Replications, s.Version, map[string]string{}, s.Command}}
	for _, in := range s.Inputs {
		out.Run.Inputs[in.Name] = in.SHA256
	}
	for i := range s.Tried {
		n := &s.Tried[i]
		half := n.Cost.HalfWidth(0.95)
		if math.IsNaN(half) {
			half = 0
		}
		out.Tried = append(out.Tried, jsonNumber{n.Count, maybe(n.Cost.Mean), maybe(half), jsonDifference(&n.More), n.Apart})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
