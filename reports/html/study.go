package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"ccsim/reports"
)

//go:embed study.tmpl
var studySource string

// study shares the tables of the page of a run.
var study = template.Must(template.Must(page.Clone()).New("study").Parse(studySource))

type studyView struct {
	Title, CSP string
	Style      template.CSS
	Script     template.JS
	Kick       string
	Headline   string
	Lead       []string
	Parts      []Section
	Rests      []string
	Command    string
	Repeat     []string
	Text       string
	Lines      int
}

// Section is a part of a page: a title, a figure and tables, as its template
// shows them.
type Section struct {
	ID, Nav, Title, Sub string
	Figure              template.HTML
	Tables              []table
	fig                 *figure
}

// WriteStudy writes the page of a study.
func WriteStudy(w io.Writer, s *reports.Study) error {
	v := &studyView{
		Title: clean(s.Scenario) + ": " + s.Kind, Style: template.CSS(variables() + style), Script: template.JS(script),
		Kick: fmt.Sprintf("ccsim %s · %s · %s", s.Kind, clean(s.Scenario), s.About), Headline: hard(s.Headline),
		Parts: Sections(s.Parts, 0), Command: clean(s.Command), Text: string(s.Text), Lines: strings.Count(string(s.Text), "\n"),
	}
	v.CSP = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", hash(string(v.Style)), hash(script))
	for _, line := range s.Lines {
		v.Lead = append(v.Lead, hard(line))
	}
	for _, line := range s.Rests {
		v.Rests = append(v.Rests, hard(line))
	}
	for _, line := range s.Repeat {
		v.Repeat = append(v.Repeat, clean(line))
	}
	return study.ExecuteTemplate(w, "study", v)
}

// Sections draws the parts of a study; figures are numbered from first on.
func Sections(parts []reports.StudyPart, first int) (all []Section) {
	for i := range parts {
		p := &parts[i]
		s := Section{ID: fmt.Sprintf("part%d", first+i+1), Nav: short(p.Title, 34), Title: hard(p.Title), Sub: hard(p.Sub)}
		finds := ""
		switch {
		case p.Starts != nil:
			s.fig, finds = startsFigure(p.Starts), p.Starts.Finds
		case p.Shifts != nil:
			s.fig, finds = shiftsFigure(p.Shifts), p.Shifts.Finds
		case p.Curve != nil:
			s.fig, finds = curveFigure(p.Curve), p.Curve.Finds
		}
		if s.fig != nil {
			s.Figure = s.fig.svg(finds, first+i+1)
		}
		for _, t := range p.Tables {
			s.Tables = append(s.Tables, table{Caption: hard(t.Title), Head: t.Head, Rows: t.Rows, Left: max(t.Left, 1), Note: hard(t.Note), Class: "stack", Sort: true})
		}
		all = append(all, s)
	}
	return all
}

// StudyPictures gives the figures of a study's page, each as a picture.
func StudyPictures(s *reports.Study) (all []Picture) {
	foot := fmt.Sprintf("%s · %s", clean(s.Command), strings.Join(s.Repeat, " · "))
	for i, x := range Sections(s.Parts, 0) {
		if x.fig != nil {
			all = append(all, Picture{fmt.Sprintf("part-%d", i+1), x.fig.alone(x.Title, x.Sub, foot, false)})
		}
	}
	return all
}
