package html

import (
	"fmt"
	"math"

	"ccsim/reports"
	"ccsim/sim"
)

// ordinate is a y axis from low to high, both round, with 0 among its ticks.
type ordinate struct {
	low, high float64
	y, height int
}

// newOrdinate finds an axis that holds all values.
func newOrdinate(y, height int, low, high float64) ordinate {
	o := ordinate{y: y, height: height}
	if high > 0 {
		o.high = nice(high)
	}
	if low < 0 {
		o.low = -nice(-low)
	}
	if o.high == o.low {
		o.high = 1
	}
	return o
}

// at is the height of a value, in pixels.
func (o *ordinate) at(v float64) float64 {
	share := (v - o.low) / (o.high - o.low)
	return float64(o.y) + float64(float64(o.height)*(1-share))
}

// draw writes the ticks: 0, the ends and the middles between.
func (o *ordinate) draw(f *figure) {
	ticks := []float64{0}
	for _, v := range []float64{o.high, o.high / 2, o.low, o.low / 2} {
		if v != 0 && math.Abs(o.at(v)-o.at(0)) > 12 {
			ticks = append(ticks, v)
		}
	}
	for _, v := range ticks {
		y := num(o.at(v))
		class := "grid"
		if v == 0 {
			class = "zero"
		}
		f.gutter.text("100%", num(o.at(v)+4), "tk e", signless(v))
		f.plot.leaf("line", "x1", "0", "x2", "100%", "y1", y, "y2", y, "class", class)
	}
}

// signless prints a tick with a true minus sign.
func signless(v float64) string {
	if v < 0 {
		return "−" + num(-v)
	}
	return num(v)
}

const startsHeight = 200

// startsFigure draws what each start costs: a dot with its interval, and under them a
// bracket for each run of starts that cannot be told apart from the cheapest.
func startsFigure(s *reports.Starts) *figure {
	from := s.Points[0].At - s.Every/2
	to := s.Points[len(s.Points)-1].At + s.Every/2
	f := newFigure(reports.Window{From: from, Bin: to - from, Bins: 1}, 0)
	f.heading(s.Unit + "| more than the same day without the maintenance, by the moment at which it starts")
	low, high := 0.0, 0.0
	for i := range s.Points {
		p := &s.Points[i]
		half := math.Max(p.Half, 0)
		if p.Possible && !math.IsNaN(p.Mean) {
			low, high = math.Min(low, p.Mean-half), math.Max(high, p.Mean+half)
		}
	}
	o := newOrdinate(f.y+4, startsHeight, low, high)
	o.draw(f)
	f.starts(s, &o)
	f.y += startsHeight + 12
	f.brackets(s)
	f.startAxis(s)
	return f
}

func (f *figure) starts(s *reports.Starts, o *ordinate) {
	for i := range s.Points {
		p := &s.Points[i]
		x := pct(f.x(p.At))
		title := s.Clock(p.At) + ": "
		if !p.Possible {
			f.plot.open("g")
			f.plot.open("title")
			f.plot.WriteString(escape(title + p.Words))
			f.plot.close("title")
			f.plot.text(x, num(o.at(0)-6), "no mid", "×")
			f.plot.close("g")
			continue
		}
		class := "pnt"
		if p.Best {
			class = "pnt best"
		}
		f.plot.open("g")
		f.plot.open("title")
		f.plot.WriteString(escape(title + reports.WithInterval(p.Mean, p.Half) + " " + p.Words))
		f.plot.close("title")
		if p.Half > 0 {
			f.plot.leaf("line", "x1", x, "x2", x, "y1", num(o.at(p.Mean-p.Half)), "y2", num(o.at(p.Mean+p.Half)), "class", "iv")
		}
		f.plot.leaf("circle", "cx", x, "cy", num(o.at(p.Mean)), "r", map[bool]string{true: "5.5", false: "3.5"}[p.Best], "class", class)
		f.plot.close("g")
	}
}

// brackets mark the runs of starts that cannot be told apart, and name the best.
func (f *figure) brackets(s *reports.Starts) {
	f.gutter.text("0", px(f.y+12), "nm", "Not told apart")
	quarter := s.Every / 4
	for _, r := range s.Runs {
		a, b := f.x(s.Points[r[0]].At-quarter), f.x(s.Points[r[1]].At+quarter)
		f.plot.leaf("line", "x1", pct(a), "x2", pct(b), "y1", px(f.y+8), "y2", px(f.y+8), "class", "bracket")
		for _, x := range []float64{a, b} {
			f.plot.leaf("line", "x1", pct(x), "x2", pct(x), "y1", px(f.y+2), "y2", px(f.y+9), "class", "bracket")
		}
	}
	for i := range s.Points {
		if p := &s.Points[i]; p.Best {
			word := "best: " + brief(s.Clock(p.At))
			x := f.x(p.At)
			f.over.leaf("line", "x1", pct(x), "x2", pct(x), "y1", px(f.y+2), "y2", px(f.y+16), "class", "bracket")
			f.over.text(pct(x), px(f.y+28), "halo good-t "+anchored(x), word)
		}
	}
	f.y += 34
}

// startAxis labels round moments among the starts.
func (f *figure) startAxis(s *reports.Starts) {
	step := max(stepFor(f.to-f.from, 8), s.Every)
	first := s.Points[0].At
	for i := range s.Points {
		if hour := brief(s.Clock(s.Points[i].At)); len(hour) == 5 && hour[3:] == "00" {
			first = s.Points[i].At
			break
		}
	}
	var ticks []tick
	for t := first; t <= f.to; t += step {
		ticks = append(ticks, tick{f.x(t), brief(s.Clock(t))})
		f.plot.leaf("line", "x1", pct(f.x(t)), "x2", pct(f.x(t)), "y1", px(f.y), "y2", px(f.y+4), "class", "zero")
	}
	f.axis(ticks)
	f.y += 4
}

// shiftsFigure draws who works when: a bar a shift with its count at the left, and
// above them what is needed and what is planned.
func shiftsFigure(s *reports.ShiftChart) *figure {
	f := newFigure(reports.Window{From: s.From, Bin: s.To - s.From, Bins: 1}, 0)
	f.heading("Agents on duty|: the bar is who is planned, the line who is needed")
	top := 0.0
	for _, c := range s.Cells {
		top = math.Max(top, float64(max(c.Need, c.Planned)))
	}
	o := newOrdinate(f.y+4, 120, 0, top)
	o.draw(f)
	for _, c := range s.Cells {
		x, w := f.x(c.From), f.x(c.To)-f.x(c.From)
		title := fmt.Sprintf("%s: %d planned, %d needed", s.Clock(c.From), c.Planned, c.Need)
		y := o.at(float64(c.Planned))
		f.plot.titled(pct(x), num(y), pct(w), num(o.at(0)-y), "duty", title)
	}
	for i, c := range s.Cells {
		y := num(o.at(float64(c.Need)))
		f.over.leaf("line", "x1", pct(f.x(c.From)), "x2", pct(f.x(c.To)), "y1", y, "y2", y, "class", "iv")
		if i > 0 && s.Cells[i-1].To == c.From {
			f.over.leaf("line", "x1", pct(f.x(c.From)), "x2", pct(f.x(c.From)), "y1", num(o.at(float64(s.Cells[i-1].Need))), "y2", y, "class", "iv")
		}
	}
	f.y += 136
	for _, b := range s.Bars {
		f.bar(s, &b)
	}
	f.y += 4
	f.axis(f.hours(s.Clock))
	return f
}

func (f *figure) bar(s *reports.ShiftChart, b *reports.ShiftBar) {
	f.gutter.text("0", px(f.y+13), "nm", fmt.Sprint(b.Count))
	f.gutter.text("30", px(f.y+13), "sd", short(b.Name, 16))
	from, to := max(b.From, f.from), min(b.To, f.to)
	title := fmt.Sprintf("%s: %d from %s to %s", b.Name, b.Count, s.Clock(b.From), s.Clock(b.To))
	f.plot.titled(pct(f.x(from)), px(f.y+2), pct(f.x(to)-f.x(from)), "14", "active", title)
	for _, p := range b.Breaks {
		f.plot.titled(pct(f.x(p[0])), px(f.y+2), pct(f.x(p[1])-f.x(p[0])), "14", "pause", b.Name+": break from "+s.Clock(p[0])+" to "+s.Clock(p[1]))
	}
	f.y += laneRow
}

// curveFigure draws what each number of agents costs.
func curveFigure(c *reports.CostCurve) *figure {
	first, last := c.Counts[0], c.Counts[len(c.Counts)-1]
	f := newFigure(reports.Window{From: sim.Time(2*first - 1), Bin: sim.Time(2*(last-first) + 2), Bins: 1}, 0)
	f.heading(c.Unit + "| by the number of agents")
	low, high := math.Inf(1), math.Inf(-1)
	for i, v := range c.Mean {
		half := math.Max(c.Half[i], 0)
		low, high = math.Min(low, v-half), math.Max(high, v+half)
	}
	step := nice((high - low) / 3)
	o := ordinate{low: float64(step * math.Floor(low/step)), high: float64(step * math.Ceil(high/step)), y: f.y + 4, height: startsHeight}
	if o.high <= o.low {
		o.high = o.low + step
	}
	for k := 0; o.low+float64(float64(k)*step) <= o.high; k++ {
		v := o.low + float64(float64(k)*step)
		f.gutter.text("100%", num(o.at(v)+4), "tk e", reports.Plain(v))
		f.plot.leaf("line", "x1", "0", "x2", "100%", "y1", num(o.at(v)), "y2", num(o.at(v)), "class", "grid")
	}
	var ticks []tick
	for i, n := range c.Counts {
		x := f.x(sim.Time(2 * n))
		f.plot.open("g")
		f.plot.open("title")
		f.plot.WriteString(escape(fmt.Sprintf("%d agents: %s %s", n, reports.WithInterval(c.Mean[i], c.Half[i]), c.Unit)))
		f.plot.close("title")
		f.plot.leaf("line", "x1", pct(x), "x2", pct(x), "y1", num(o.at(c.Mean[i]-math.Max(c.Half[i], 0))), "y2", num(o.at(c.Mean[i]+math.Max(c.Half[i], 0))), "class", "iv")
		f.plot.leaf("circle", "cx", pct(x), "cy", num(o.at(c.Mean[i])), "r", map[bool]string{true: "5.5", false: "3.5"}[i == c.Best], "class", map[bool]string{true: "pnt best", false: "pnt"}[c.Same[i]])
		f.plot.close("g")
		ticks = append(ticks, tick{x, fmt.Sprint(n)})
	}
	f.y += startsHeight + 12
	f.axis(ticks)
	return f
}
