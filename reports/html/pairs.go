package html

import (
	"fmt"
	"html/template"
	"math"

	"ccsim/reports"
)

// pairsSize is the width and height of a picture of pairs.
const pairsSize = 288

// pairsOf draws the pairs of the difference that is surest for a metric, and of
// the first other one that scatters.
func pairsOf(c *reports.Comparison, i int, told []reports.Difference) (all []pairsFigure) {
	for _, sure := range []bool{true, false} {
		for k := range told {
			d := &told[k]
			if len(all) == 2 || d.N < 2 || d.Sure() != sure || !(d.Apart > 0) {
				continue
			}
			if p, dots := pairs(c, i, d); dots > 2 {
				all = append(all, p)
			}
		}
	}
	return all
}

// between are the values inside a range by steps of 1, 2 or 5 times a power of
// ten: at most five.
func between(low, top float64) (all []float64) {
	scale := 1.0
	for scale*10 <= (top-low)/4 {
		scale *= 10
	}
	for scale > (top-low)/4 {
		scale /= 10
	}
	step := 10 * scale
	for _, m := range []float64{5, 2, 1} {
		if m*scale*4 >= top-low {
			step = m * scale
		}
	}
	for n := math.Ceil(low / step); n*step <= top; n++ {
		all = append(all, n*step)
	}
	return all
}

// pairs draws a dot for each replication, one scenario against the other, and
// tells how many of them differ.
func pairs(c *reports.Comparison, i int, d *reports.Difference) (figure pairsFigure, dots int) {
	var xs, ys []float64
	seen := map[[2]float64]bool{}
	low, top := math.Inf(1), math.Inf(-1)
	for rep := range c.Plain.Reps {
		x, okX := c.Plain.Value(rep, d.Name, d.Scope)
		y, okY := c.Variants[i].Result.Value(rep, d.Name, d.Scope)
		if okX && okY && !math.IsNaN(x) && !math.IsNaN(y) {
			xs, ys = append(xs, x), append(ys, y)
			seen[[2]float64{x, y}] = true
			low, top = min(low, x, y), max(top, x, y)
		}
	}
	if top <= low {
		low, top = low-1, top+1
	}
	pad := float64((top - low) * 0.06)
	low, top = low-pad, top+pad
	const left, right, up, down = 46.0, 8.0, 22.0, 40.0
	side := pairsSize - left - right
	height := pairsSize - up - down
	X := func(v float64) string { return num(left + float64((v-low)/(top-low)*side)) }
	Y := func(v float64) string { return num(up + float64((top-v)/(top-low)*height)) }
	var s canvas
	s.leaf("rect", "x", num(left), "y", num(up), "width", num(side), "height", num(height), "class", "frame")
	s.leaf("line", "x1", X(low), "y1", Y(low), "x2", X(top), "y2", Y(top), "class", "diag")
	for n := range xs {
		s.leaf("circle", "cx", X(xs[n]), "cy", Y(ys[n]), "r", "4", "class", "pt2")
	}
	for _, v := range between(low, top) {
		text := tickText(nil, d.Name, v)
		s.text(num(left-6), num(up+float64((top-v)/(top-low)*height)+4), "tk e", text)
		s.text(X(v), num(pairsSize-down+16), "tk mid", text)
	}
	s.text("0", "12", "tk s", "up: "+short(c.Variants[i].Name, 36))
	s.text(num(pairsSize-right), num(pairsSize-8), "tk e", "across: "+short(c.Run.Scenario, 32))
	caption := fmt.Sprintf("%s: a dot for each of %d replications; on the line there is no difference.", capital(metricWords(d)), len(xs))
	if r := d.Reduction(); !math.IsNaN(r) && d.Apart > 0 {
		caption += fmt.Sprintf(" Pairing makes the interval %s times shorter.", num(math.Round(math.Sqrt(r)*10)/10))
	}
	label := fmt.Sprintf("%s, replication by replication, %s against %s: difference %s, %s.", capital(metricWords(d)), c.Variants[i].Name, c.Run.Scenario, d.Text(), judged(d))
	var out canvas
	out.open("div", "class", "fig pairs", "role", "img", "aria-label", clean(label))
	out.open("svg", "width", px(pairsSize), "height", px(pairsSize), "aria-hidden", "true")
	out.WriteString(s.String())
	out.close("svg")
	out.close("div")
	return pairsFigure{template.HTML(out.String()), hard(caption), s.String()}, len(seen)
}
