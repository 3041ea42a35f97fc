package fit

import (
	"bytes"
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Colors that stay apart for color-blind readers (Okabe and Ito).
var (
	colData = color.RGBA{0x80, 0x80, 0x80, 0xff}
	colBars = color.RGBA{0xd0, 0xd0, 0xd0, 0xff}
	colBand = color.RGBA{0xbf, 0xdd, 0xf0, 0xff}
	colors  = []color.RGBA{{0x00, 0x72, 0xb2, 0xff}, {0xd5, 0x5e, 0x00, 0xff}, {0x00, 0x9e, 0x73, 0xff}, {0xcc, 0x79, 0xa7, 0xff}, {0xe6, 0x9f, 0x00, 0xff}, {0x56, 0xb4, 0xe9, 0xff}, {0x00, 0x00, 0x00, 0xff}}
)

// shownLaws is how many laws a panel and a table show.
const shownLaws = 3

// Picture draws fit against data, and the comparison where there is one, as svg or
// png.
func (r *Result) Picture(form string) ([]byte, error) {
	f := r.Fit
	var panels []*plot.Plot
	add := func(p *plot.Plot, err error) error {
		if p != nil {
			panels = append(panels, p)
		}
		return err
	}
	steps := []func() (*plot.Plot, error){f.profilePanel}
	for i := range f.Types {
		if t := f.Types[i]; t.Talk != nil && i == 0 {
			steps = append(steps, func() (*plot.Plot, error) { return histogramPanel("Talk time of "+t.Name, t.Talk) })
		}
	}
	if f.Wrapup != nil {
		title := "Wrap-up"
		if f.WrapupFrom != "" {
			title = "Wrap-up, from gaps between calls"
		}
		steps = append(steps, func() (*plot.Plot, error) { return histogramPanel(title, f.Wrapup) })
	}
	if f.Patience != nil {
		steps = append(steps, f.patiencePanel)
	}
	if r.Compared != nil {
		steps = append(steps,
			func() (*plot.Plot, error) {
				return r.Compared.panel("Mean wait by half hour", "s", 1, func(l line) figure { return l.Wait })
			},
			func() (*plot.Plot, error) {
				return r.Compared.panel("Abandoned by half hour", "%", 100, func(l line) figure { return l.Abandoned })
			})
	}
	for _, s := range steps {
		if err := add(s()); err != nil {
			return nil, err
		}
	}
	return tile(panels, form)
}

// tile lays the panels out in two columns.
func tile(panels []*plot.Plot, form string) ([]byte, error) {
	const columns = 2
	rows := (len(panels) + columns - 1) / columns
	w, h := vg.Length(columns)*13*vg.Centimeter, vg.Length(rows)*8*vg.Centimeter
	var canvas vg.CanvasWriterTo
	if form == "svg" {
		canvas = vgsvg.New(w, h)
	} else {
		canvas = vgimg.PngCanvas{Canvas: vgimg.New(w, h)}
	}
	dc := draw.New(canvas)
	dc.SetColor(color.White)
	dc.Fill(dc.Path())
	tiles := draw.Tiles{Rows: rows, Cols: columns, PadTop: 8, PadBottom: 8, PadLeft: 8, PadRight: 14, PadX: 16, PadY: 16}
	grid := make([][]*plot.Plot, rows)
	for i := range grid {
		grid[i] = make([]*plot.Plot, columns)
		for j := range grid[i] {
			if n := i*columns + j; n < len(panels) {
				grid[i][j] = panels[n]
			}
		}
	}
	canvases := plot.Align(grid, tiles, dc)
	for n, p := range panels {
		p.Draw(canvases[n/columns][n%columns])
	}
	var b bytes.Buffer
	_, err := canvas.WriteTo(&b)
	// Readers without this font have another one without serifs.
	return bytes.ReplaceAll(b.Bytes(), []byte("font-family:Liberation Sans;"), []byte("font-family:'Liberation Sans',Arial,Helvetica,sans-serif;")), err
}

func newPlot(title, x, y string) *plot.Plot {
	p := plot.New()
	sans := font.Font{Typeface: "Liberation", Variant: "Sans"}
	for _, s := range []*font.Font{&p.Title.TextStyle.Font, &p.X.Label.TextStyle.Font, &p.Y.Label.TextStyle.Font, &p.X.Tick.Label.Font, &p.Y.Tick.Label.Font, &p.Legend.TextStyle.Font} {
		size := s.Size
		*s = font.From(sans, size)
	}
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = title, x, y
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.TickerFunc(ticks), plot.TickerFunc(ticks)
	p.Legend.Top = true
	p.Legend.TextStyle.Font.Size = 9
	p.Legend.ThumbnailWidth = 14
	return p
}

// ticks are four to eight round numbers.
func ticks(lo, hi float64) (all []plot.Tick) {
	if !(hi > lo) {
		return plot.DefaultTicks{}.Ticks(lo, hi)
	}
	step := math.Pow(10, math.Floor(math.Log10((hi-lo)/2)))
	for _, m := range []float64{1, 2, 5, 10} {
		if (hi-lo)/(step*m) <= 7 {
			step *= m
			break
		}
	}
	for i := math.Ceil(lo/step - 1e-9); i*step <= hi*(1+1e-9); i++ {
		all = append(all, plot.Tick{Value: i * step, Label: significant(i*step, 6)})
	}
	return all
}

// hours are the ticks of a day.
var hours = plot.ConstantTicks{{Value: 0, Label: "0:00"}, {Value: 4, Label: "4:00"}, {Value: 8, Label: "8:00"}, {Value: 12, Label: "12:00"}, {Value: 16, Label: "16:00"}, {Value: 20, Label: "20:00"}, {Value: 24, Label: "24:00"}}

func addLine(p *plot.Plot, name string, xy plotter.XYs, c color.Color, width vg.Length, dashes ...vg.Length) error {
	l, err := plotter.NewLine(xy)
	if err != nil {
		return err
	}
	l.Color, l.Width, l.Dashes = c, width, dashes
	p.Add(l)
	if name != "" {
		p.Legend.Add(name, l)
	}
	return nil
}

// profilePanel draws the mean calls of each day of the week.
func (f *Fit) profilePanel() (*plot.Plot, error) {
	p := newPlot("Calls per half hour", "time of day", "calls")
	p.X.Tick.Marker, p.X.Min, p.X.Max = hours, 0, 24
	w := weekOf(f.days.first, f.days.slots)
	for i := range 7 {
		wd := (i + 1) % 7
		if sumFloat(&w.mean[wd]) == 0 {
			continue
		}
		var xy plotter.XYs
		for s, n := range w.mean[wd] {
			xy = append(xy, plotter.XY{X: float64(s) / 2, Y: n}, plotter.XY{X: float64(s+1) / 2, Y: n})
		}
		if err := addLine(p, weekdayName(wd)[:3], xy, colors[i%len(colors)], 1); err != nil {
			return nil, err
		}
	}
	p.Legend.Left = true
	p.Y.Max *= 1.1
	return p, nil
}

// histogramPanel draws spans with the densities of the best laws.
func histogramPanel(title string, t *Times) (*plot.Plot, error) {
	p := newPlot(title, "seconds", "share per second")
	s := t.sample
	// Up to the 98 % quantile: the long tail would press the rest together.
	last, seen := 0.0, 0.0
	for i, x := range s.x {
		if seen += s.ended[i]; seen <= 0.98*s.n || last == 0 {
			last = x
		}
	}
	const bins = 40
	width := last / bins
	if s.whole {
		width = math.Max(1, math.Round(width))
	}
	// A whole second holds what was rounded to it.
	shift := 0.0
	if s.whole {
		shift = 0.5
	}
	h := &plotter.Histogram{Width: width, FillColor: colBars, LineStyle: draw.LineStyle{Color: color.White, Width: 0.5}}
	for b := 0; float64(b)*width < last; b++ {
		h.Bins = append(h.Bins, plotter.HistogramBin{Min: float64(float64(b)*width) + shift, Max: float64(float64(b+1)*width) + shift})
	}
	for i, x := range s.x {
		if b := int((x - shift) / width); b < len(h.Bins) {
			h.Bins[b].Weight += s.ended[i] / s.n / width
		}
	}
	p.Add(h)
	p.Legend.Add("data", h)
	top := 0.0
	for _, b := range h.Bins {
		top = math.Max(top, b.Weight)
	}
	for i, l := range t.Laws[:min(shownLaws, len(t.Laws))] {
		c := l.family.curve(l.params)
		var xy plotter.XYs
		for n := 1; n <= 200; n++ {
			x := float64(n) * last / 200
			xy = append(xy, plotter.XY{X: x, Y: math.Min(math.Exp(c.LogProb(x)), 1.3*top)})
		}
		if err := addLine(p, legend(i, l), xy, colors[i], lineWidth(i)); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func legend(i int, l Law) string {
	if i == 0 {
		return l.Family + " (written)"
	}
	return l.Family
}

// lineWidth makes the law that is written stand out.
func lineWidth(i int) vg.Length {
	if i == 0 {
		return 2
	}
	return 1
}

// patiencePanel draws the Kaplan-Meier curve of all types with the laws.
func (f *Fit) patiencePanel() (*plot.Plot, error) {
	p := newPlot("Patience: share of callers still waiting", "seconds of wait", "share")
	km := f.Patience.sample.kaplanMeier()
	last := 0.0
	seen := 0.0
	for i, x := range f.Patience.sample.x { // where the last of 100 hangs up
		if seen += f.Patience.sample.ended[i]; seen <= 0.99*f.Patience.sample.n || last == 0 {
			last = x
		}
	}
	var curve, band plotter.XYs
	y := 1.0
	curve = append(curve, plotter.XY{X: 0, Y: 1})
	low := plotter.XYs{{X: 0, Y: 1}}
	band = append(band, plotter.XY{X: 0, Y: 1})
	for _, k := range km {
		if k.x > last {
			break
		}
		curve = append(curve, plotter.XY{X: k.x, Y: y}, plotter.XY{X: k.x, Y: k.s})
		band = append(band, plotter.XY{X: k.x, Y: math.Min(1, k.s+float64(1.96*k.se))})
		low = append(low, plotter.XY{X: k.x, Y: math.Max(0, k.s-float64(1.96*k.se))})
		y = k.s
	}
	for i := len(low) - 1; i >= 0; i-- {
		band = append(band, low[i])
	}
	area, err := plotter.NewPolygon(band)
	if err != nil {
		return nil, err
	}
	area.Color, area.Width = colBars, 0
	p.Add(area)
	if err := addLine(p, "Kaplan-Meier, 95 % band", curve, colData, 1.5); err != nil {
		return nil, err
	}
	for i, l := range f.Patience.Laws[:min(shownLaws, len(f.Patience.Laws))] {
		c := l.family.curve(l.params)
		var xy plotter.XYs
		for n := 0; n <= 200; n++ {
			x := float64(n) * last / 200
			xy = append(xy, plotter.XY{X: x, Y: c.Survival(x)})
		}
		if err := addLine(p, legend(i, l), xy, colors[i], lineWidth(i)); err != nil {
			return nil, err
		}
	}
	p.Y.Min, p.Y.Max = 0, 1.1
	return p, nil
}

// panel draws one number of the table by half hour, with the simulated mean and
// range.
func (c *Comparison) panel(title, unit string, scale float64, of func(line) figure) (*plot.Plot, error) {
	p := newPlot(title, "time of day", unit)
	p.X.Tick.Marker, p.X.Min, p.X.Max, p.Y.Min = hours, 0, 24, 0
	var table, mean plotter.XYs
	var low, band plotter.XYs
	for _, l := range c.halfHours() {
		var h, m int
		_, _ = fmt.Sscanf(l.Name, "%d:%d", &h, &m)
		f := of(l)
		if math.IsNaN(f.Mean) {
			continue
		}
		x := float64(h) + float64(m)/60 + 0.25
		table = append(table, plotter.XY{X: x, Y: f.Table * scale})
		mean = append(mean, plotter.XY{X: x, Y: f.Mean * scale})
		band = append(band, plotter.XY{X: x, Y: f.Most * scale})
		low = append(low, plotter.XY{X: x, Y: f.Least * scale})
	}
	if len(table) < 2 {
		return nil, nil
	}
	for i := len(low) - 1; i >= 0; i-- {
		band = append(band, low[i])
	}
	area, err := plotter.NewPolygon(band)
	if err != nil {
		return nil, err
	}
	area.Color, area.Width = colBand, 0
	p.Add(area)
	if err := addLine(p, "simulated, with range", mean, colors[0], 1.5); err != nil {
		return nil, err
	}
	p.Y.Max *= 1.25 // room for the legend
	return p, addLine(p, "what happened", table, colors[1], 1.5, 4, 2)
}
