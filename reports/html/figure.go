package html

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"ccsim/reports"
	"ccsim/sim"
)

// Heights of the rows of a figure, in pixels.
const (
	faultRow = 30
	causeRow = 16
	axisRow  = 22
	phaseRow = 26
	laneRow  = 18
	laneGap  = 8
	chartGap = 32
	lossRow  = 22
	foldRow  = 30
)

// figure is a picture in the making: names in the gutter, marks in the plot.
type figure struct {
	scale
	gutter canvas
	plot   canvas // what zooms
	over   canvas // fault lines and cause lines, above all bars
	still  canvas // titles, which do not zoom
	y      int
	at     sim.Time // the moment that the axis counts from
	lanesY map[string]int
	areas  []areaWord
}

// areaWord is a word in an area, with its place.
type areaWord struct {
	x    float64
	y    int
	text string
}

func newFigure(w reports.Window, at sim.Time) *figure {
	return &figure{scale: scale{w.From, w.To()}, at: at, lanesY: map[string]int{}}
}

func px(v int) string { return strconv.Itoa(v) }

// axis draws the labels of a time axis.
func (f *figure) axis(ticks []tick) {
	space := 1.0
	if len(ticks) > 1 {
		space = ticks[1].at - ticks[0].at
	}
	for i, t := range ticks {
		class := "tk mid"
		switch {
		case t.at < 0.04:
			class = "tk s"
		case t.at > 0.96:
			class = "tk e"
		}
		room := space * [4]float64{4, 1, 2, 1}[i%4]
		if hide, ok := fits(t.label+" ", room); ok {
			f.plot.text(pct(t.at), px(f.y+15), class+" "+hide, t.label)
		}
	}
	f.y += axisRow
}

// faults draws a flag for each fault, with a label beside it.
func (f *figure) faults(title string, all []flag) {
	f.y += 4
	f.name(title, "")
	f.y -= 4
	for i, a := range all {
		x := f.x(a.at)
		f.plot.use("g-fault", pct(x), px(f.y+14), "fault")
		room, class, dx := 1-x, "flt s", "10"
		if i+1 < len(all) {
			room = f.x(all[i+1].at) - x
		}
		if x > 0.72 {
			class, dx = "flt e", "-10"
			room = x
			if i > 0 {
				room = x - f.x(all[i-1].at)
			}
		}
		if hide, ok := fits(a.badge+" "+a.what+"   ", room); ok {
			f.plot.open("text", "x", pct(x), "dx", dx, "y", px(f.y+18), "class", class)
			f.plot.WriteString(escape(a.badge))
			f.plot.open("tspan", "class", hide)
			f.plot.WriteString(" " + escape(short(a.what, 60)))
			f.plot.close("tspan")
			f.plot.close("text")
		} else if hide, ok := fits(a.badge+"   ", room); ok {
			f.plot.open("text", "x", pct(x), "dx", dx, "y", px(f.y+18), "class", class+" "+hide)
			f.plot.WriteString(escape(a.badge))
			f.plot.close("text")
		}
	}
	f.y += faultRow
}

// flag is a fault on the axis.
type flag struct {
	at          sim.Time
	badge, what string
}

// hairlines draws the dotted line of each fault through all rows.
func (f *figure) hairlines(all []flag, from int) {
	for _, a := range all {
		f.over.leaf("line", "x1", pct(f.x(a.at)), "x2", pct(f.x(a.at)), "y1", px(from), "y2", px(f.y), "class", "fline")
	}
}

// phases draws the stretches between moments, by name.
func (f *figure) phases(ends []sim.Time, words []string) {
	f.gutter.text("0", px(f.y+17), "nm", "Phase")
	from, shade := f.from, 0
	for i, end := range ends {
		end = min(end, f.to)
		if end <= from {
			continue
		}
		x, w := f.x(from), f.x(end)-f.x(from)
		f.plot.titled(pct(x), px(f.y+4), pct(w), "18", "ph"+px(shade), words[i])
		if hide, ok := fits(words[i], w); ok {
			f.plot.text(pct(x+float64(w/2)), px(f.y+17), "phl mid "+hide, words[i])
		}
		from, shade = end, 1-shade
	}
	f.y += phaseRow
}

// pair draws the two sides of a pair, or one lane of a single process or link.
func (f *figure) pair(name string, lanes []*lane) {
	if len(name) > 11 {
		f.gutter.text("0", px(f.y+13), "nm wide", short(name, 21))
		f.gutter.text("0", px(f.y+13), "nm slim", short(name, 11))
	} else {
		f.gutter.text("0", px(f.y+13), "nm", name)
	}
	for _, l := range lanes {
		if len(lanes) > 1 {
			f.gutter.text("100%", px(f.y+13), "sd e", l.proc.Side().String())
		}
		f.lanesY[l.name] = f.y + 9
		f.lane(l)
		f.y += laneRow
	}
	f.y += laneGap
}

// thick is the height of a bar by its condition.
var thick = map[string]int{"standby": 6, "stopped": 2}

func (f *figure) lane(l *lane) {
	for _, b := range l.bars {
		from, to := max(b.from, f.from), min(b.to, f.to)
		if to <= from || b.class == "whole" {
			continue
		}
		x, w := f.x(from), f.x(to)-f.x(from)
		h := thick[b.class]
		if h == 0 {
			h = 14
		}
		title := fmt.Sprintf("%s %s from %s to %s", l.name, b.word, offset(from-f.at), offset(to-f.at))
		f.plot.titled(pct(x), px(f.y+9-h/2), pct(w), px(h), b.class, title)
		if hide, ok := fits(b.word, w); ok && h >= 14 {
			f.plot.text(pct(x+float64(w/2)), px(f.y+13), "bl mid b-"+b.class+" "+hide, b.word)
		} else if ok && b.class == "stopped" {
			f.plot.text(pct(x+float64(w/2)), px(f.y+13), "bl mid b-stop "+hide, b.word)
		}
	}
}

// fold names what did not change in one line.
func (f *figure) fold(names string) {
	if names == "" {
		return
	}
	f.gutter.text("0", px(f.y+17), "nm", "No change")
	if hide, ok := fits(names, 1); ok {
		f.plot.text("0", px(f.y+17), "muted s "+hide, names)
	}
	f.y += foldRow
}

// line is a curve of a chart.
type line struct {
	curve reports.Curve
	class string // color
	dash  bool
	band  bool // with its interval
	word  string
}

// chart draws curves over one another. A y axis of counts starts at 0.
func (f *figure) chart(title string, height int, top float64, unit string, lines ...line) {
	f.heading(title)
	f.ordinate(height, top, unit)
	f.plot.open("svg", "x", "0", "y", px(f.y), "width", "100%", "height", px(height), "viewBox", fmt.Sprintf("0 0 1000 %d", height), "preserveAspectRatio", "none", "class", "curves")
	for _, l := range lines {
		if l.band {
			f.plot.leaf("path", "d", bandPath(l.curve, top, height), "class", "bd "+l.class)
		}
	}
	for _, l := range lines {
		class := "l " + l.class
		if l.dash {
			class = "l2 " + l.class
		}
		f.plot.leaf("path", "d", linePath(l.curve, top, height), "class", class)
	}
	f.plot.close("svg")
	f.words(lines, height, top)
	f.y += height + 10
}

func (f *figure) heading(title string) {
	f.still.open("text", "x", "0", "y", px(f.y+14), "class", "ct s halo")
	shortened(&f.still, title)
	f.still.close("text")
	f.y += 22
}

// shortened writes a text whose parts after bars are left out where the plot is
// too narrow for all up to them.
func shortened(c *canvas, text string) {
	parts := strings.Split(text, "|")
	c.WriteString(escape(parts[0]))
	all := parts[0]
	for _, part := range parts[1:] {
		all += part
		if hide, ok := fits(all, 0.98); ok {
			c.open("tspan", "class", hide)
			c.WriteString(escape(part))
			c.close("tspan")
		}
	}
}

// words puts the name of each line beside its highest point.
func (f *figure) words(lines []line, height int, top float64) {
	for _, l := range lines {
		if l.word == "" {
			continue
		}
		at, high := 0, -1.0
		n := len(l.curve.Mean)
		for i := n / 20; i < n-n/20; i++ {
			if v := l.curve.Mean[i]; v > high {
				at, high = i, v
			}
		}
		if high < 0 {
			continue
		}
		y := f.y + int(float64(height)*(1-high/top))
		y = min(max(y-4, f.y+10), f.y+height-4)
		x := (float64(at) + 0.5) / float64(n)
		class := "dl halo " + anchored(x)
		hide, ok := f.beside(l.word, x, y, 0.5)
		if ok {
			f.over.text(pct(x), px(y), class+l.class+"-t "+hide, l.word)
		}
	}
}

// anchored says at which end a text stands at x, so that it stays inside.
func anchored(x float64) string {
	switch {
	case x < 0.25:
		return "s "
	case x > 0.75:
		return "e "
	}
	return "mid "
}

// ordinate draws the y axis: three ticks in the gutter.
func (f *figure) ordinate(height int, top float64, unit string) {
	for _, share := range []float64{0, 0.5, 1} {
		y := f.y + int(float64(height)*(1-share))
		label := num(top * share)
		if unit == "%" {
			label = num(math.Round(top*share*1000)/10) + " %"
		}
		f.gutter.text("100%", px(y+4), "tk e", label)
		f.plot.leaf("line", "x1", "0", "x2", "100%", "y1", px(y), "y2", px(y), "class", "grid")
	}
}

// point is the place of bin i of n in a stretched picture that is 1000 wide.
func point(i, n int, v, top float64, height int) string {
	y := float64(height) * (1 - math.Min(v/top, 1.02))
	return num((float64(i)+0.5)*1000/float64(n)) + " " + num(y)
}

// linePath is a curve; it has a gap where there is no value.
func linePath(c reports.Curve, top float64, height int) string {
	d, pen := "", "M"
	for i, v := range c.Mean {
		if math.IsNaN(v) {
			pen = "M"
			continue
		}
		d += pen + point(i, len(c.Mean), v, top, height)
		if pen == "M" {
			d += "h.01" // a single value is a dot
		}
		pen = "L"
	}
	return d
}

// bandPath is the interval around a curve.
func bandPath(c reports.Curve, top float64, height int) string {
	d := ""
	for i := 0; i < len(c.Mean); {
		if math.IsNaN(c.Mean[i]) {
			i++
			continue
		}
		j := i
		for j < len(c.Mean) && !math.IsNaN(c.Mean[j]) {
			j++
		}
		pen := "M"
		for k := i; k < j; k++ {
			d += pen + point(k, len(c.Mean), c.Mean[k]+c.Half[k], top, height)
			pen = "L"
		}
		for k := j - 1; k >= i; k-- {
			d += "L" + point(k, len(c.Mean), math.Max(c.Mean[k]-c.Half[k], 0), top, height)
		}
		d += "Z"
		i = j
	}
	return d
}

// stack draws areas upon one another.
func (f *figure) stack(title string, height int, curves []reports.Curve, classes, words []string) {
	n := len(curves[0].Mean)
	base, top := make([]float64, n), 0.0
	for i := range n {
		sum := 0.0
		for _, c := range curves {
			sum += c.Mean[i]
		}
		top = math.Max(top, sum)
	}
	top = nice(top)
	f.heading(title)
	f.ordinate(height, top, "")
	f.plot.open("svg", "x", "0", "y", px(f.y), "width", "100%", "height", px(height), "viewBox", fmt.Sprintf("0 0 1000 %d", height), "preserveAspectRatio", "none", "class", "curves")
	for k, c := range curves {
		over := make([]float64, n)
		for i := range n {
			over[i] = base[i] + c.Mean[i]
		}
		d, pen := "", "M"
		for i := range n {
			d += pen + point(i, n, over[i], top, height)
			pen = "L"
		}
		for i := n - 1; i >= 0; i-- {
			d += "L" + point(i, n, base[i], top, height)
		}
		f.plot.leaf("path", "d", d+"Z", "class", "st "+classes[k])
		f.word(words[k], classes[k], base, over, top, height)
		base = over
	}
	f.plot.close("svg")
	f.y += height + 10
}

// wordShare is how many characters on a plot of middle width stand on half of it.
const wordShare = 170

// word names an area where it is thickest, if there is room.
func (f *figure) word(text, class string, base, over []float64, top float64, height int) {
	at, thick, middle := 0, 0.0, 0.0
	n := len(base)
	half := len([]rune(text))*n/wordShare + 1 // of the word: all of it must lie inside
	for i := max(n/10, half); i < n-max(n/10, half); i++ {
		low, up := 0.0, math.Inf(1)
		for k := i - half; k <= i+half; k++ {
			low, up = math.Max(low, base[k]), math.Min(up, over[k])
		}
		if up-low > thick {
			at, thick, middle = i, up-low, (up+low)/2
		}
	}
	if thick/top*float64(height) < 15 {
		return
	}
	y := f.y + int(float64(height)*(1-middle/top)) + 4
	x := (float64(at) + 0.5) / float64(n)
	hide, ok := f.beside(text, x, y, 0.25)
	if !ok {
		return
	}
	f.over.text(pct(x), px(y), "dl "+anchored(x)+"t-"+class+" "+hide, text)
}

// beside gives the class of a word that must fit beside those that stand at the
// same height already.
func (f *figure) beside(text string, x float64, y int, room float64) (class string, ok bool) {
	label := text
	for _, o := range f.areas {
		if d := math.Abs(o.x - x); o.y > y-16 && o.y < y+16 && d < room*2 {
			room, label = d, text+o.text+"  "
		}
	}
	if class, ok = fits(label, room); ok {
		f.areas = append(f.areas, areaWord{x, y, text})
	}
	return class, ok
}

// svg puts gutter and plot together.
func (f *figure) svg(label string, id int) template.HTML {
	var c canvas
	c.open("div", "class", "fig", "role", "img", "aria-label", clean(label))
	c.open("svg", "class", "gut", "height", px(f.y), "aria-hidden", "true")
	c.WriteString(f.gutter.String())
	c.close("svg")
	c.open("div", "class", "plot")
	c.open("svg", "height", px(f.y), "width", "100%", "aria-hidden", "true", "class", "pl", "id", "plot"+px(id))
	c.open("svg", "class", "zoom", "x", "0", "y", "0", "width", "100%", "height", px(f.y))
	c.WriteString(f.plot.String())
	c.WriteString(f.over.String())
	c.close("svg")
	c.WriteString(f.still.String())
	c.close("svg")
	c.close("div")
	c.close("div")
	return template.HTML(c.String())
}
