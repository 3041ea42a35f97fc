package html

import (
	"html/template"
	"math"
	"strings"

	"ccsim/model"
	"ccsim/reports"
)

// card is a key figure.
type card struct {
	Glyph  string
	Label  string
	Value  string
	Half   string // with its sign, or empty
	Unit   string
	Note   string
	Strip  template.HTML
	metric string
}

// cardsOf are the key figures: the four losses, the service level and the time
// without service.
func cardsOf(r *reports.Report, c reports.Named) (all []card) {
	for _, k := range []model.LossKind{model.LossPendingState, model.LossCall, model.LossContext, model.LossSignIn} {
		x := metricCard(c, "losses."+k.String(), capital(reports.LossWords(k))+" lost")
		x.Glyph = glyph(k)
		if k == model.LossCall {
			x = metricCard(c, "calls.lost", "Calls lost")
			x.Glyph = glyph(k)
		}
		if k == model.LossSignIn {
			x.Label = "Agents signed out"
		}
		if k == model.LossPendingState {
			if s, ok := c.Result.Get("agents.unwanted_ready", "all"); ok && s.Mean > 0 {
				x.Note = reports.Show(c.Result, s.Name, s.Scope) + " agents ready against their wish"
			}
		}
		all = append(all, x)
	}
	if len(r.Options.Levels) > 0 {
		name := reports.LevelName(r.Options.Levels[0])
		all = append(all, shareCard(c, name, "Answered within "+strings.ReplaceAll(reports.Span(r.Options.Levels[0]), " ", "\u00a0"), "of the calls offered"))
	} else {
		all = append(all, shareCard(c, "abandonment_rate", "Abandoned", "of the calls offered"))
	}
	x := metricCard(c, "outage_s", "No side served")
	x.Unit, x.Note = "s", "sum over all PGs, from the fault until a side served again"
	return append(all, x)
}

func metricCard(c reports.Named, name, label string) card {
	s, ok := c.Result.Get(name, "all")
	x := card{Label: label, Value: "–", metric: name}
	if !ok || s.N == 0 {
		return x
	}
	x.Value, x.Half = parts(reports.Show(c.Result, name, "all"))
	if s.Mean == 0 && s.SD == 0 {
		x.Note = none(len(c.Result.Reps))
	}
	x.Strip = strip(c.Result, name)
	return x
}

func shareCard(c reports.Named, name, label, note string) card {
	x := card{Label: label, Value: "–", Note: note, metric: name}
	if s, ok := c.Result.Get(name, "all"); ok && s.N > 0 {
		text := strings.TrimSuffix(reports.ShowShare(c.Result, name, "all"), " %")
		x.Value, x.Half = parts(text)
		x.Unit = "%"
		x.Strip = strip(c.Result, name)
	}
	return x
}

func parts(text string) (value, half string) {
	text, _, _ = strings.Cut(text, " (") // the note says how sure a zero is
	value, half, _ = strings.Cut(text, " ± ")
	if half != "" {
		half = "± " + half
	}
	return value, hard(half)
}

// strip draws a dot for each replication, the interval and the mean. Many
// replications are drawn by quantiles.
func strip(res *reports.Result, name string) template.HTML {
	var values []float64
	for rep := range res.Reps {
		if v, ok := res.Value(rep, name, "all"); ok && !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	if len(values) < 2 {
		return ""
	}
	low, top := values[0], values[0]
	for _, v := range values {
		low, top = math.Min(low, v), math.Max(top, v)
	}
	if low == top {
		return ""
	}
	values = thin(values)
	pad := float64((top - low) * 0.08)
	x := func(v float64) string { return pct((v - low + pad) / (top - low + pad + pad)) }
	var c canvas
	c.open("svg", "class", "strip", "height", "30", "width", "100%", "aria-hidden", "true")
	for _, v := range values {
		c.leaf("circle", "cx", x(v), "cy", "9", "r", "3.5", "class", "dot")
	}
	s, _ := res.Get(name, "all")
	if half := s.HalfWidth(0.95); !math.IsNaN(half) {
		c.leaf("line", "x1", x(s.Mean-half), "x2", x(s.Mean+half), "y1", "9", "y2", "9", "class", "ci")
	}
	c.leaf("line", "x1", x(s.Mean), "x2", x(s.Mean), "y1", "3", "y2", "15", "class", "mean")
	c.text("0", "27", "tk s", tickText(res, name, low))
	c.text("100%", "27", "tk e", tickText(res, name, top))
	c.close("svg")
	return template.HTML(c.String())
}

func tickText(_ *reports.Result, name string, v float64) string {
	if strings.HasPrefix(name, "service_level") || strings.HasSuffix(name, "_rate") {
		return reports.Plain(math.Round(v*1000) / 10)
	}
	return reports.Plain(math.Round(v*100) / 100)
}

// thin keeps at most 200 values.
func thin(values []float64) []float64 {
	if len(values) <= 200 {
		return values
	}
	var kept []float64
	for i := range 200 {
		kept = append(kept, values[i*len(values)/200])
	}
	return kept
}
