package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccsim/reports"
)

//go:embed sweep.tmpl
var sweepSource string

var sweepPage = template.Must(template.Must(page.Clone()).New("sweep").Parse(sweepSource))

// SweepPage is what the page of a sweep shows.
type SweepPage struct {
	ID, Scenario, Title, Version, Command string
	Seed                                  uint64
	Paths                                 []string // what varies
	Points                                []SweepPoint
	Table                                 reports.Table
	Notes                                 []string // what failed where
}

// SweepPoint is a point of one scenario or variant with its metrics in the order
// of the table.
type SweepPoint struct {
	Number  int
	Values  []string
	Variant string
	N       int // replications
	Metrics []SweepMetric
}

// SweepMetric is a mean with half the width of its interval.
type SweepMetric struct {
	Name       string
	Mean, Half float64
}

// sweepView is what the template of a sweep shows.
type sweepView struct {
	shell
	Headline string
	Asked    string
	Paths    []sweepPath
	Table    table
	Failing  string // how many of the notes there are
	Notes    []string
}

// sweepPath is one thing that varies, with a chart of each metric over it.
type sweepPath struct {
	ID, Name, Caption string
	drawn
}

// Sweep writes the page of a sweep.
func Sweep(w io.Writer, p *SweepPage) error { return sweepPage.Execute(w, newSweepView(p)) }

// SweepPictures gives the figures of a sweep's page, each as a picture.
func SweepPictures(p *SweepPage) (all []Picture) {
	v := newSweepView(p)
	foot := fmt.Sprintf("%s · %s", clean(p.Command), p.Version)
	for i, x := range v.Paths {
		all = append(all, Picture{fmt.Sprintf("sweep-%d", i+1), x.fig.alone(clean(p.Scenario)+" over "+x.Name, x.Caption, foot, false)})
	}
	return all
}

func newSweepView(p *SweepPage) *sweepView {
	v := &sweepView{shell: newShell(p.Scenario + " at " + strconv.Itoa(len(p.Points)) + " points"), Asked: clean(p.Title)}
	v.Kick = fmt.Sprintf("ccsim sweep · %s · seed %d, the same callers at every point", clean(p.Scenario), p.Seed)
	v.Headline = hard(sweepHeadline(p))
	figs := 0
	for i, path := range p.Paths {
		if x, ok := p.chart(i, &figs); ok {
			x.ID, x.Name = fmt.Sprintf("p%d", i), clean(path)
			v.Paths = append(v.Paths, x)
		}
	}
	v.Table = table{Caption: clean(p.Table.Title), Head: p.Table.Head, Rows: p.Table.Rows, Left: p.Table.Left, Note: p.Table.Note, Class: "stack", Sort: true}
	for _, n := range p.Notes {
		v.Notes = append(v.Notes, clean(n))
	}
	if n := len(v.Notes); n > 0 {
		v.Failing = fmt.Sprintf("%d remarks on points: expectations that do not hold, precision that was not reached", n)
	}
	v.Command = clean(p.Command)
	v.Repeat = []string{p.Version + ", sweep " + p.ID}
	return v
}

// sweepHeadline says how far the first of the metrics that people ask for goes
// by more than its interval.
func sweepHeadline(p *SweepPage) string {
	for _, prefix := range []string{"service_level_", "abandonment_rate", "mean_wait", "calls.lost", ""} {
		for k, m := range p.metrics() {
			if strings.HasPrefix(m.Name, prefix) {
				if text := p.moved(k); text != "" {
					return text
				}
			}
		}
	}
	return fmt.Sprintf("No metric of %s moves by more than its interval over %d points.", p.Scenario, len(p.Points))
}

// moved tells from where to where a metric goes; nothing where it stays within
// its interval.
func (p *SweepPage) moved(k int) string {
	low, high := -1, -1
	for i := range p.Points {
		if k >= len(p.Points[i].Metrics) || math.IsNaN(p.Points[i].Metrics[k].Mean) {
			continue
		}
		if low < 0 || p.Points[i].Metrics[k].Mean < p.Points[low].Metrics[k].Mean {
			low = i
		}
		if high < 0 || p.Points[i].Metrics[k].Mean > p.Points[high].Metrics[k].Mean {
			high = i
		}
	}
	if low < 0 {
		return ""
	}
	a, b := p.Points[low].Metrics[k], p.Points[high].Metrics[k]
	if b.Mean-a.Mean <= halfOr(a.Half)+halfOr(b.Half) {
		return ""
	}
	return fmt.Sprintf("%s: from %s (%s) to %s (%s).", sweepWords(a.Name), reports.Cell(a.Name, a.Mean, a.Half), p.where(low), reports.Cell(b.Name, b.Mean, b.Half), p.where(high))
}

// sweepWords are the words for a metric of all calls.
func sweepWords(name string) string {
	if name == "mean_wait" {
		return "Mean wait in seconds"
	}
	return capital(metricWords(&reports.Difference{Metric: reports.Metric{Name: name, Scope: "all"}}))
}

func halfOr(h float64) float64 {
	if math.IsNaN(h) {
		return 0
	}
	return h
}

// where names a point.
func (p *SweepPage) where(i int) string {
	var parts []string
	for k, path := range p.Paths {
		short := path[strings.LastIndexByte(path, '.')+1:]
		parts = append(parts, short+" "+p.Points[i].Values[k])
	}
	if p.variants() {
		parts = append(parts, p.Points[i].Variant)
	}
	return strings.Join(parts, ", ")
}

func (p *SweepPage) variants() bool {
	return slices.ContainsFunc(p.Points, func(x SweepPoint) bool { return x.Variant != p.Points[0].Variant })
}

func (p *SweepPage) metrics() []SweepMetric {
	if len(p.Points) == 0 {
		return nil
	}
	return p.Points[0].Metrics
}

// maxSeries is how many lines a chart of a sweep has; more are drawn as dots.
const maxSeries = 4

// series are the points that differ in one path only, in its order.
type series struct {
	name   string
	points []int
}

// scaleOf gives each point its place on the axis of a path, from 0 to 1, and the
// ticks: by value where all values are numbers, shares or durations, and else
// one after the other.
func (p *SweepPage) scaleOf(path int) (at []float64, ticks []tick, several bool) {
	var values []float64
	var words []string
	numeric := true
	for i := range p.Points {
		text := p.Points[i].Values[path]
		v, ok := quantity(text)
		numeric = numeric && ok
		values = append(values, v)
		if !slices.Contains(words, text) {
			words = append(words, text)
		}
	}
	if !numeric {
		for i := range p.Points {
			values[i] = float64(slices.Index(words, p.Points[i].Values[path]))
		}
	}
	low, top := slices.Min(values), slices.Max(values)
	if low == top {
		return nil, nil, false
	}
	place := func(v float64) float64 { return 0.04 + float64(0.92*(v-low)/(top-low)) }
	seen := map[string]bool{}
	for i, v := range values {
		at = append(at, place(v))
		if text := p.Points[i].Values[path]; !seen[text] {
			seen[text] = true
			ticks = append(ticks, tick{place(v), text})
		}
	}
	if numeric && len(ticks) > maxTicks {
		ticks = roundTicks(low, top, place, p.Points, path)
	}
	slices.SortStableFunc(ticks, func(a, b tick) int { return int(math.Copysign(1, a.at-b.at)) })
	return at, ticks, true
}

// maxTicks are the most values that an axis names one by one.
const maxTicks = 9

// roundTicks are round values of an axis with many; durations are in seconds.
func roundTicks(low, top float64, place func(float64) float64, points []SweepPoint, path int) (ticks []tick) {
	unit := ""
	switch _, err := strconv.ParseFloat(points[0].Values[path], 64); {
	case strings.HasSuffix(points[0].Values[path], "%"):
		unit = "%"
	case err != nil:
		unit = " s"
	}
	for _, v := range between(low, top) {
		ticks = append(ticks, tick{place(v), num(v) + unit})
	}
	return ticks
}

// quantity reads a number, a share or a duration.
func quantity(text string) (float64, bool) {
	if share, ok := strings.CutSuffix(text, "%"); ok {
		text = share
	}
	if v, err := strconv.ParseFloat(text, 64); err == nil && !math.IsNaN(v) && !math.IsInf(v, 0) {
		return v, true
	}
	d, err := time.ParseDuration(text)
	return d.Seconds(), err == nil
}

// lines are the series of a path: the points that have all else in common.
func (p *SweepPage) lines(path int, at []float64) (all []series) {
	place := map[string]int{}
	for i := range p.Points {
		var key []string
		for k, v := range p.Points[i].Values {
			if k != path {
				key = append(key, p.Paths[k][strings.LastIndexByte(p.Paths[k], '.')+1:]+" "+v)
			}
		}
		if p.variants() {
			key = append(key, p.Points[i].Variant)
		}
		name := strings.Join(key, ", ")
		n, ok := place[name]
		if !ok {
			n = len(all)
			place[name] = n
			all = append(all, series{name: clean(name)})
		}
		all[n].points = append(all[n].points, i)
	}
	for n := range all {
		slices.SortStableFunc(all[n].points, func(a, b int) int {
			switch {
			case at[a] < at[b]:
				return -1
			case at[a] > at[b]:
				return 1
			}
			return a - b
		})
	}
	return all
}

// chart draws every metric over one path.
func (p *SweepPage) chart(path int, figs *int) (sweepPath, bool) {
	at, ticks, several := p.scaleOf(path)
	if !several {
		return sweepPath{}, false
	}
	lines := p.lines(path, at)
	dots := len(lines) > maxSeries
	f := newFigure(reports.Window{Bin: 1, Bins: 1}, 0)
	if !dots && len(lines) > 1 {
		f.seriesKey(lines)
	}
	var labels []string
	for k, m := range p.metrics() {
		top, some := 0.0, false
		for i := range p.Points {
			if k < len(p.Points[i].Metrics) {
				if x := p.Points[i].Metrics[k]; !math.IsNaN(x.Mean) {
					top, some = math.Max(top, x.Mean+halfOr(x.Half)), true
				}
			}
		}
		if !some || top <= 0 {
			labels = append(labels, sweepWords(m.Name)+": 0 at every point")
			continue
		}
		unit := ""
		if reports.IsShare(m.Name) {
			unit, top = "%", math.Min(nice(top), 1)
		} else {
			top = nice(top)
		}
		f.heading(sweepWords(m.Name) + "|, mean and 95 % interval")
		f.ordinate(sweepHeight, top, unit)
		for n, s := range lines {
			f.trend(p, s, k, at, top, n, !dots)
		}
		f.y += sweepHeight + 10
	}
	f.valueAxis(ticks)
	if len(labels) > 0 {
		f.fold(strings.Join(labels, ", "))
	}
	*figs++
	caption := "Dots are points, bars the 95 % interval of the mean."
	if dots {
		caption += fmt.Sprintf(" %d combinations of the other values are not told apart.", len(lines))
	}
	label := fmt.Sprintf("Metrics of %s over %s, with 95 %% intervals. All values stand in the table of points.", p.Scenario, p.Paths[path])
	return sweepPath{Caption: caption, drawn: drawn{SVG: f.svg(label, *figs), fig: f}}, true
}

// sweepHeight is the height of a chart of a sweep.
const sweepHeight = 90

// seriesLook are the looks of series: told apart by dash and dot, not by color.
var seriesLook = []string{"l ink", "l2 axis", "l2 ink", "l axis"}

// seriesKey names the series.
func (f *figure) seriesKey(lines []series) {
	for n, s := range lines {
		f.plot.leaf("line", "x1", "0", "x2", "34", "y1", px(f.y+10), "y2", px(f.y+10), "class", seriesLook[n])
		f.plot.text("42", px(f.y+14), "s", short(s.name, 40))
		f.y += 20
	}
	f.y += 6
}

// trend draws a series: a line through its points where it is one, and the
// interval of each.
func (f *figure) trend(p *SweepPage, s series, k int, at []float64, top float64, n int, joined bool) {
	d, pen := "", "M"
	height := func(v float64) float64 { return float64(float64(sweepHeight) * (1 - math.Min(math.Max(v/top, 0), 1))) }
	for _, i := range s.points {
		if k >= len(p.Points[i].Metrics) || math.IsNaN(p.Points[i].Metrics[k].Mean) {
			pen = "M"
			continue
		}
		m := p.Points[i].Metrics[k]
		x, y := at[i], height(m.Mean)
		d += pen + num(x*1000) + " " + num(y)
		pen = "L"
		if h := halfOr(m.Half); h > 0 {
			f.over.leaf("line", "x1", pct(x), "x2", pct(x), "y1", num(float64(f.y)+height(m.Mean-h)), "y2", num(float64(f.y)+height(m.Mean+h)), "class", "ci thin")
		}
		class := "pt"
		if n%2 == 1 || !joined {
			class = "pt2"
		}
		f.over.leaf("circle", "cx", pct(x), "cy", num(float64(f.y)+y), "r", "3.5", "class", class)
	}
	if joined {
		f.plot.open("svg", "x", "0", "y", px(f.y), "width", "100%", "height", px(sweepHeight), "viewBox", fmt.Sprintf("0 0 1000 %d", sweepHeight), "preserveAspectRatio", "none", "class", "curves")
		f.plot.leaf("path", "d", d, "class", seriesLook[n])
		f.plot.close("svg")
	}
}

// valueAxis writes the values of a path, those that fit.
func (f *figure) valueAxis(ticks []tick) {
	last := -1.0
	for i, t := range ticks {
		label := short(t.label, 16)
		room := 1.0
		if last >= 0 {
			room = t.at - last
		}
		if i+1 < len(ticks) && i > 0 {
			room = math.Min(room, ticks[i+1].at-t.at)
		}
		hide, ok := fits(label+" ", room)
		if !ok {
			continue
		}
		last = t.at
		f.plot.text(pct(t.at), px(f.y+15), "tk mid "+hide, label)
	}
	f.y += axisRow
}
