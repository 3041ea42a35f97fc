package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
)

//go:embed compare.tmpl
var compareSource string

var comparePage = template.Must(template.Must(page.Clone()).New("compare").Parse(compareSource))

// maxCompared is how many of the others have figures of their own: a page stays
// small enough to be mailed.
const maxCompared = 4

// compareView is what the template of a comparison shows.
type compareView struct {
	shell
	Lines       []string // the answer: the first is the headline
	Differences drawn
	Many        string // says which of the others have no figures
	Others      []other
	Cost        table
	CostChange  table
	Tables      []table
	Metrics     table
	Terms       []fact
}

// other is one of the scenarios that are compared with the first.
type other struct {
	ID, Name  string
	Parting   string
	Pairs     []pairsFigure
	Day       drawn
	HasDay    bool
	Lanes     drawn
	HasLanes  bool
	LaneTitle string
	Callers   []string
	Changes   string
}

// pairsFigure is a scatter of pairs with what it shows.
type pairsFigure struct {
	SVG     template.HTML
	Caption string
	content string
}

// Compare writes the page of a comparison. Pictures are of the first scenario,
// then of each of the others.
func Compare(w io.Writer, c *reports.Comparison, pictures []*reports.Picture) error {
	return comparePage.Execute(w, newCompareView(c, pictures))
}

// ComparePictures gives the figures of a comparison's page, each as a picture.
func ComparePictures(c *reports.Comparison, pictures []*reports.Picture) (all []Picture) {
	v := newCompareView(c, pictures)
	foot := fmt.Sprintf("%s · %s", clean(c.Run.Command), c.Run.Version)
	if f := v.Differences.fig; f != nil {
		all = append(all, Picture{"differences", f.alone(v.Lines[0], differencesCaption, foot, false)})
	}
	for i, o := range v.Others {
		name := fmt.Sprintf("other-%d-", i+1)
		for n, p := range o.Pairs {
			all = append(all, Picture{fmt.Sprintf("%spairs-%d", name, n+1), standing(p.content, pairsSize, p.Caption, foot)})
		}
		if o.HasDay {
			all = append(all, Picture{name + "day", o.Day.fig.alone(o.Name+" and "+c.Run.Scenario+": the whole run", dayCaption(c, o.Name), foot, false)})
		}
		if o.HasLanes {
			all = append(all, Picture{name + "lanes", o.Lanes.fig.alone(o.LaneTitle, laneCaption, foot, true)})
		}
	}
	return all
}

const (
	differencesCaption = "Each row has its own scale; the middle line is no difference. Dot and dark bar: the difference, run by run with the same callers, and its 95 % interval; pale bar: the interval of independent runs."
	laneCaption        = "Replication 0 of both on one axis."
)

func dayCaption(c *reports.Comparison, name string) string {
	return fmt.Sprintf("Dark line and band: %s, mean and 95 %% interval; grey dashes: %s. Both of %d replications.", name, c.Run.Scenario, c.Run.Replications)
}

func newCompareView(c *reports.Comparison, pictures []*reports.Picture) *compareView {
	v := &compareView{shell: newShell(c.Run.Scenario + " compared")}
	runs := "one replication, no interval"
	if c.Run.Replications > 1 {
		runs = fmt.Sprintf("%d replications", c.Run.Replications)
	}
	v.Kick = fmt.Sprintf("ccsim compare · %s and %d more with the same callers · horizon %s · %s, seed %d", clean(c.Run.Scenario), len(c.Variants), reports.Span(c.Config.Horizon), runs, c.Run.Seed)
	for _, line := range reports.CompareHeadline(c) {
		v.Lines = append(v.Lines, hard(line))
	}
	slices.SortStableFunc(v.Lines, func(a, b string) int { return noNews(a) - noNews(b) })
	told := c.ToldDifferences()
	figs := 0
	if c.Run.Replications > 1 {
		v.Differences = differencesFigure(c, told, &figs)
	}
	base := newDrawer(c.Report, c.Columns()[0], pictures[0], &figs)
	for i, x := range c.Columns()[1:] {
		o := other{ID: fmt.Sprintf("o%d", i), Name: clean(x.Name), Callers: callerWords(c, i)}
		if i < len(c.Partings) {
			o.Parting = hard(c.Partings[i].Words(c.Run.Scenario, x.Name, c.Clock))
		}
		if i < len(c.Changes) {
			o.Changes = c.Changes[i]
		}
		if i < maxCompared {
			d := newDrawer(c.Report, x, pictures[1+i], &figs)
			o.Pairs = pairsOf(c, i, told[i])
			o.Day, o.HasDay = twoDays(base, d)
			o.Lanes, o.LaneTitle, o.HasLanes = twoLanes(base, d)
		}
		v.Others = append(v.Others, o)
	}
	if n := len(c.Variants); n > maxCompared {
		v.Many = fmt.Sprintf("The first %d of %d have figures; all stand in the tables.", maxCompared, n)
	}
	v.costs(c)
	for _, t := range reports.CompareTables(c) {
		v.Tables = append(v.Tables, table{Caption: t.Title, Head: t.Head, Rows: t.Rows, Left: t.Left, Note: t.Note, Class: "stack"})
	}
	v.Metrics = differenceTable(c)
	v.Terms = terms
	v.again(c.Report)
	return v
}

// noNews is 1 for a line that tells of no difference: it is no headline where
// another one tells of one.
func noNews(line string) int {
	if strings.Contains(line, "no difference") {
		return 1
	}
	return 0
}

// metricWords are the words for a metric where a picture names it.
func metricWords(d *reports.Difference) string {
	words := d.Name
	switch {
	case words == "abandonment_rate":
		words = "abandoned, share"
	case strings.HasPrefix(words, "service_level_"):
		words = "answered in " + strings.TrimPrefix(words, "service_level_")
	default:
		words = strings.NewReplacer(".", " ", "_", " ").Replace(words)
	}
	if _, of, ok := strings.Cut(d.Scope, "/"); ok {
		words += ", " + of
	}
	return clean(words)
}

// costs are the matrices of losses side by side, then their differences.
func (v *compareView) costs(c *reports.Comparison) {
	inner := &view{}
	inner.cost(c.Report)
	v.Cost = inner.Cost
	for _, row := range v.Cost.Rows {
		row[0] = strings.TrimPrefix(row[0], "variant ")
	}
	v.Cost.Caption = "Lost in a run by fault, mean ± half the 95 % interval"
	if c.Run.Replications < 2 {
		return
	}
	t := table{Caption: "All losses: difference from " + clean(c.Run.Scenario), Head: []string{"Scenario"}, Left: 1, Class: "stack"}
	var kinds []model.LossKind
	for i, k := range lossOrder() {
		if i < 4 || lostAny(c.Report, k) {
			kinds = append(kinds, k)
			t.Head = append(t.Head, capital(reports.LossWords(k)))
		}
	}
	for i, list := range c.AllDifferences() {
		row := []string{clean(c.Variants[i].Name)}
		for _, k := range kinds {
			text := "0"
			for n := range list {
				if d := &list[n]; d.Name == "losses."+k.String() && d.Scope == "all" && d.N > 0 {
					text = d.Text()
				}
			}
			row = append(row, text)
		}
		t.Rows = append(t.Rows, row)
	}
	v.CostChange = t
}

// callerWords tell the first replication caller by caller.
func callerWords(c *reports.Comparison, i int) (all []string) {
	for _, f := range c.Callers[0].Compare(c.Callers[1+i]) {
		for _, x := range []struct {
			name string
			list []reports.Caller
		}{{c.Run.Scenario, f.OnlyPlain}, {c.Variants[i].Name, f.OnlyOther}} {
			if len(x.list) > 0 {
				all = append(all, clean(fmt.Sprintf("%s %s only in %s.", reports.CallerCount(len(x.list)), f.Word(), x.name)))
			}
		}
	}
	if len(all) == 0 {
		all = append(all, "The same became of every caller.")
	}
	longer, shorter, same := c.Callers[0].Answered(c.Callers[1+i])
	return append(all, clean(fmt.Sprintf("Of the callers in both, %d waited longer in %s by more than a second, %d waited less, %d the same.", longer, c.Variants[i].Name, shorter, same)))
}

// differenceTable has every difference of every metric that is not nothing.
func differenceTable(c *reports.Comparison) table {
	t := table{Caption: "All differences, mean ± half the 95 % interval", Head: []string{"scenario", "metric", "scope", "difference", "unit", "sure"}, Left: 3, Sort: true, Class: "stack"}
	for i, list := range c.AllDifferences() {
		for k := range list {
			d := &list[k]
			if d.N == 0 || d.Value == 0 && !(d.SE > 0) {
				continue
			}
			sure := "no"
			if d.Sure() {
				sure = "yes"
			}
			t.Rows = append(t.Rows, []string{clean(c.Variants[i].Name), d.Name, clean(d.Scope), d.Text(), d.Unit, sure})
		}
	}
	return t
}
