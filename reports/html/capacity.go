package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"

	"ccsim/reports"
	"ccsim/sim"
)

//go:embed capacity.tmpl
var capacitySource string

var capacityPage = template.Must(template.Must(page.Clone()).New("capacity").Parse(capacitySource))

// capacityView is what the template of a capacity page shows.
type capacityView struct {
	Title, CSP, Kick, Headline string
	Style                      template.CSS
	Lines                      []string
	Days                       []needFigure
	Tables                     []table
	Headroom                   template.HTML
	HeadroomTitle              string
	Limits                     table
	Rests                      []fact
	Command, Scenario          string
	Repeat                     []string
	Count                      int
	Parts                      []Section // what else was asked
	More                       []string  // what that rests on
}

// add puts the answers of a study on the page, below the needs.
func (v *capacityView) add(s *reports.Study) {
	var answers []string
	for _, line := range append([]string{s.Headline}, s.Lines...) {
		answers = append(answers, hard(line))
	}
	v.Lines = append(answers, v.Lines...) // an answer to each question first
	for _, p := range Sections(s.Parts, len(v.Parts)) {
		for i := range p.Tables {
			p.Tables[i].Sort = false // this page has no script
		}
		v.Parts = append(v.Parts, p)
	}
	for _, line := range s.Rests {
		v.More = append(v.More, hard(line))
	}
}

type needFigure struct {
	Title string
	SVG   template.HTML
}

// WriteCapacity writes the page of a capacity report: text is the scenario as it was
// written, and more what else was asked of it.
func WriteCapacity(w io.Writer, c *reports.Capacity, text []byte, more ...*reports.Study) error {
	v := &capacityView{Title: clean(c.Run.Scenario) + ": how many are needed", Style: template.CSS(variables() + style)}
	v.CSP = fmt.Sprintf("default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'", hash(string(v.Style)))
	lines := reports.CapacityHeadline(c)
	v.Headline = hard(lines[0])
	for _, l := range lines[1:] {
		v.Lines = append(v.Lines, hard(l))
	}
	v.Kick = fmt.Sprintf("ccsim capacity · %s · seed %d, %d to %d replications of each number", clean(c.Run.Scenario), c.Run.Seed, c.Least, c.Most)
	if c.Interval > 0 {
		for i, name := range groupsOf(c) {
			v.Days = append(v.Days, needFigure{clean(name) + ": the need by the interval", needSteps(c, name, i)})
		}
	}
	tables := reports.CapacityTables(c)
	for i, t := range tables {
		x := table{Caption: t.Title, Head: t.Head, Rows: t.Rows, Left: t.Left, Last: t.Last, Note: t.Note, Class: "stack tight"}
		if c.Headroom != nil && i == len(tables)-1 {
			v.Limits = x
			continue
		}
		v.Tables = append(v.Tables, x)
	}
	if c.Headroom != nil {
		v.Headroom = headroomBars(c.Headroom)
		v.HeadroomTitle = hard(c.Headroom.Sentence())
	}
	v.Rests = rests(c)
	for _, s := range more {
		v.add(s)
	}
	v.Command, v.Scenario = clean(c.Run.Command), string(text)
	v.Count = strings.Count(v.Scenario, "\n")
	v.Repeat = append(v.Repeat, fmt.Sprintf("%s, model %d, run %s", c.Run.Version, c.Run.Model, c.Run.ID))
	for _, in := range c.Run.Inputs {
		v.Repeat = append(v.Repeat, "Input "+clean(in.Name)+" sha256 "+in.SHA256)
	}
	return capacityPage.ExecuteTemplate(w, "capacity", v)
}

// groupsOf are the groups that were sized.
func groupsOf(c *reports.Capacity) (names []string) {
	seen := map[string]bool{}
	for _, n := range c.Conditions[0].Needs {
		if !seen[n.Group] {
			seen[n.Group] = true
			names = append(names, n.Group)
		}
	}
	return names
}

// step is a number that holds for an interval.
type step struct {
	from, to sim.Time
	v        float64
}

// stepsOf are the needs of a group; missing where no number is known.
func stepsOf(needs []reports.Need, group string, of func(n *reports.Need) float64) (all []step) {
	for i := range needs {
		if n := &needs[i]; n.Group == group {
			all = append(all, step{n.From, n.To, of(n)})
		}
	}
	return all
}

func counted(n *reports.Need) float64 {
	if f := n.Found(); f == reports.FoundImpossible || f == reports.FoundOpen {
		return math.NaN()
	}
	return float64(n.Count)
}

// byFormula is a number of a formula; 0 where nobody calls, missing where it says
// nothing.
func byFormula(n *reports.Need, v int) float64 {
	if v == 0 && n.Offered > 0 {
		return math.NaN()
	}
	return float64(v)
}

// needSteps draws the need of a group over the run: simulated, with one side down, and
// by the formulas.
func needSteps(c *reports.Capacity, group string, id int) template.HTML {
	needs := c.Conditions[0].Needs
	curves := []struct {
		class, word string
		steps       []step
	}{
		{"nd thin", "", stepsOf(needs, group, func(n *reports.Need) float64 { return byFormula(n, n.ErlangC) })},
		{"nd thin dots", "", stepsOf(needs, group, func(n *reports.Need) float64 { return byFormula(n, n.ErlangA) })},
	}
	for i := len(c.Conditions) - 1; i >= 0; i-- {
		class := "nd dash"
		if i == 0 {
			class = "nd"
		}
		curves = append(curves, struct {
			class, word string
			steps       []step
		}{class, "", stepsOf(c.Conditions[i].Needs, group, counted)})
	}
	top := 0.0
	first, last := sim.Time(math.MaxInt64), sim.Time(0)
	for _, k := range curves {
		for _, s := range k.steps {
			first, last = min(first, s.from), max(last, s.to)
			if !math.IsNaN(s.v) {
				top = math.Max(top, s.v)
			}
		}
	}
	f := &figure{scale: scale{first, last}, lanesY: map[string]int{}}
	const height = 200
	top = nice(top)
	f.heading("Agents needed|, by the interval")
	f.ordinate(height, top, "")
	f.plot.open("svg", "x", "0", "y", px(f.y), "width", "100%", "height", px(height), "viewBox", fmt.Sprintf("0 0 1000 %d", height), "preserveAspectRatio", "none", "class", "curves")
	for _, k := range curves {
		f.plot.leaf("path", "d", stepPath(&f.scale, k.steps, top, height), "class", k.class)
	}
	f.plot.close("svg")
	f.y += height + 4
	clock := c.Clock
	if clock == nil {
		clock = func(t sim.Time) string { return offset(t) }
	}
	f.axis(f.hours(clock))
	return f.svg(fmt.Sprintf("Agents that %s needs by the interval. %s All numbers stand in the table below.", group, reports.CapacityHeadline(c)[0]), 900+id)
}

// stepPath is a line of steps, with a gap where a number is missing.
func stepPath(s *scale, steps []step, top float64, height int) string {
	d, pen := "", "M"
	for _, x := range steps {
		if math.IsNaN(x.v) {
			pen = "M"
			continue
		}
		y := num(float64(height) * (1 - x.v/top))
		d += pen + num(s.x(x.from)*1000) + " " + y + "L" + num(s.x(x.to)*1000) + " " + y
		pen = "L"
	}
	return d
}

// headroomBars draws how much of each limit is used, the first that breaks on top.
func headroomBars(h *reports.Headroom) template.HTML {
	f := &figure{lanesY: map[string]int{}}
	const row = 40
	most := 1.1
	for i := range h.Limits {
		most = math.Max(most, math.Min(h.Limits[i].Share(), 2)*1.05)
	}
	at := func(share float64) float64 { return math.Min(share, most) / most }
	for i := range h.Limits {
		l := &h.Limits[i]
		class := "active"
		if l.Share() > 0.8 {
			class = "simp"
		}
		f.plot.text("0", px(f.y+12), "ct s wide", short(l.Name, 48))
		f.plot.text("0", px(f.y+12), "ct s slim", short(l.Name, 23))
		f.plot.titled("0", px(f.y+18), pct(math.Max(at(l.Share()), 0.002)), "14", class, fmt.Sprintf("%s: %s of the limit today", clean(l.Name), reports.Percent(l.Share(), math.NaN())))
		f.plot.leaf("line", "x1", pct(at(1)), "x2", pct(at(1)), "y1", px(f.y+16), "y2", px(f.y+34), "class", "lim")
		f.gutter.text("100%", px(f.y+29), "tk e", reports.Percent(l.Share(), math.NaN()))
		f.y += row
	}
	return f.svg("Share of each limit that is used today. "+h.Sentence()+" All numbers stand in the table below.", 990)
}

// rests are what a capacity report rests on.
func rests(c *reports.Capacity) []fact {
	all := []fact{
		{"The same callers", "Every number meets the same callers: arrivals, talk and patience do not depend on how many agents there are."},
		{"Decided", fmt.Sprintf("A number is enough, or too small, when the interval of every target lies wholly on one side; at most one decision in %.0f is wrong by chance. What %d replications do not decide is marked with “?”.", 1/(1-c.Confidence), c.Most)},
		{"Normal operation", "Without the faults of the timeline and without random failures."},
	}
	if len(c.Conditions) > 1 {
		all = append(all, fact{"One side down", "All processes of site B are stopped for the whole run."})
	}
	if c.Interval > 0 {
		all = append(all, fact{"Intervals", "Solved in order of time: each begins with the calls that the numbers before it have left, and its calls are followed to their end."})
	}
	if c.Headroom != nil && c.Headroom.Assumed {
		all = append(all, fact{"Assumed: the reference design", "The scenario names none; it is the smallest that carries the load."})
	}
	return append(all, fact{"Erlang A and C", "The interval's rate, the mean of ring, talk and wrap-up, the mean patience; steady, one queue, exponential laws."})
}
