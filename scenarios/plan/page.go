package plan

import (
	"fmt"
	"math"
	"strings"

	"ccsim/reports"
)

// Study is the plan as a page.
func (p *Plan) Study(text []byte) *reports.Study {
	s := &reports.Study{
		Kind: "capacity --plan", Scenario: p.Scenario, About: fmt.Sprintf("%d replications of each start, seed %d", p.Replications, p.Seed),
		Rests: p.Assumptions(), Command: p.Command, Text: text,
		Repeat: []string{fmt.Sprintf("%s, plan of run %s", p.Version, p.ID)},
	}
	for _, in := range p.Inputs {
		s.Repeat = append(s.Repeat, "Input "+in.Name+" sha256 "+in.SHA256)
	}
	for i := range p.Maintenances {
		m := &p.Maintenances[i]
		if i == 0 {
			s.Headline = p.Headline(m)
		} else {
			s.Lines = append(s.Lines, p.Headline(m))
		}
		if words := p.Certainty(m); words != "" {
			s.Lines = append(s.Lines, words)
		}
		s.Parts = append(s.Parts, p.Part(m))
	}
	return s
}

// Part is the section of one maintenance: the picture of its starts and their
// table.
func (p *Plan) Part(m *Maintenance) reports.StudyPart {
	title := capital(m.Name) + ": no start is possible"
	if m.Best >= 0 {
		title = fmt.Sprintf("%s: best at %s", capital(m.Name), p.short(m.Starts[m.Best].At))
	}
	return reports.StudyPart{
		Title: title, Sub: "A dot is the mean of what a start costs more, the line its 95 % interval; × is no start. The brackets are the starts that cannot be told apart from the cheapest.",
		Starts: p.picture(m), Tables: []reports.Table{p.Table(m)},
	}
}

func (p *Plan) picture(m *Maintenance) *reports.Starts {
	unit := p.label(p.By)
	if p.By == Cost {
		unit = "cost, " + p.Currency
	}
	out := &reports.Starts{Unit: capital(unit), Finds: strings.TrimSpace(p.Headline(m) + " " + p.Certainty(m)), Every: p.Every, Clock: p.Clock}
	for i := range m.Starts {
		s := &m.Starts[i]
		d := p.mean(s)
		half := d.HalfWidth(0.95)
		if math.IsNaN(half) {
			half = 0
		}
		out.Points = append(out.Points, reports.StartPoint{At: s.At, Mean: d.Value, Half: half, Possible: s.Possible(), Best: i == m.Best, Words: m.Note(i)})
	}
	for _, r := range m.Runs {
		out.Runs = append(out.Runs, [2]int{r.First, r.Last})
	}
	return out
}
