package html

import (
	"fmt"
	"math"
	"strings"

	"ccsim/reports"
)

// differenceRow is the height of a row of the picture of differences.
const differenceRow = 48

// differencesFigure draws a row for each metric and scenario: the paired
// difference with its interval, over the interval of independent runs.
func differencesFigure(c *reports.Comparison, told [][]reports.Difference, figs *int) drawn {
	f := newFigure(reports.Window{Bin: 1, Bins: 1}, 0)
	var words []string
	for k := range longestOf(told) {
		for i := range told {
			if k >= len(told[i]) {
				continue
			}
			d := &told[i][k]
			if d.N == 0 {
				continue
			}
			f.difference(d, clean(c.Variants[i].Name))
			words = append(words, metricWords(d)+" "+d.Text()+" "+judged(d))
		}
	}
	label := "Paired differences from " + c.Run.Scenario + ": " + strings.Join(words[:min(3, len(words))], "; ") + ". All of them stand in the table of differences."
	*figs++
	return drawn{SVG: f.svg(label, *figs), fig: f}
}

func longestOf(told [][]reports.Difference) (n int) {
	for _, list := range told {
		n = max(n, len(list))
	}
	return n
}

func (f *figure) difference(d *reports.Difference, who string) {
	half, apart := d.HalfWidth(0.95), d.Independent(0.95)
	reach := math.Abs(d.Value)
	for _, h := range []float64{half, apart} {
		if !math.IsNaN(h) {
			reach = math.Max(reach, math.Abs(d.Value)+h)
		}
	}
	if reach == 0 {
		reach = 1
	}
	x := func(v float64) float64 { return 0.5 + float64(v/reach*0.46) }
	f.name(capital(metricWords(d)), shortWords[d.Name])
	f.gutter.text("0", px(f.y+29), "sd s wide", short(who, 24))
	f.gutter.text("0", px(f.y+29), "sd s slim", short(who, 14))
	if !math.IsNaN(apart) && apart > 0 {
		f.plot.leaf("rect", "x", pct(x(d.Value-apart)), "y", px(f.y+4), "width", pct(x(d.Value+apart)-x(d.Value-apart)), "height", "12", "class", "apart")
	}
	f.plot.leaf("line", "x1", "50%", "x2", "50%", "y1", px(f.y), "y2", px(f.y+22), "class", "zero")
	if !math.IsNaN(half) && half > 0 {
		f.plot.leaf("line", "x1", pct(x(d.Value-half)), "x2", pct(x(d.Value+half)), "y1", px(f.y+10), "y2", px(f.y+10), "class", "ci")
	}
	f.plot.leaf("circle", "cx", pct(x(d.Value)), "cy", px(f.y+10), "r", "4.5", "class", "pt")
	f.plot.open("text", "x", "0", "y", px(f.y+36), "class", "dt s")
	text := d.Text() + d.UnitWords()
	if v := judged(d); v == "no difference seen" {
		text = v + "| (" + text + ")"
	} else {
		text += ", " + v
	}
	if r := d.Reduction(); !math.IsNaN(r) && d.Apart > 0 {
		text += fmt.Sprintf("|; pairing makes the interval %s times shorter", num(math.Round(math.Sqrt(r)*10)/10))
	}
	shortened(&f.plot, text)
	f.plot.close("text")
	f.y += differenceRow
}

// shortWords name a metric where the gutter is narrow.
var shortWords = map[string]string{"calls.abandoned": "Abandoned", "pending_states.lost": "Pending lost", "agents.signed_out": "Signed out", "abandonment_rate": "Abandoned %"}

// name writes the name of a row of the gutter, shorter where it is narrow.
func (f *figure) name(text, slim string) {
	if len(text) > 11 {
		if slim == "" {
			slim = short(text, 13)
		}
		f.gutter.text("0", px(f.y+13), "nm wide", short(text, 21))
		f.gutter.text("0", px(f.y+13), "nm slim", slim)
		return
	}
	f.gutter.text("0", px(f.y+13), "nm", text)
}

// judged says what a difference means: better and worse where the metric has a
// good end.
func judged(d *reports.Difference) string {
	switch {
	case !d.Sure():
		return "no difference seen"
	case d.Name == "occupancy" || d.Name == "utilization":
		return map[bool]string{true: "more", false: "less"}[d.Value > 0]
	case strings.HasPrefix(d.Name, "service_level") == (d.Value > 0):
		return "better"
	}
	return "worse"
}
