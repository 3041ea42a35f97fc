package reports

import (
	"fmt"
	"math"

	"ccsim/model"
	"ccsim/sim"
)

// ExpectedCalls is the exact mean of calls.offered where arrivals are Poisson
// with known rates. It is not known where a timeline changes the rates, calls come
// from a table or from callers who call again.
func ExpectedCalls(cfg *model.Config) (mean float64, ok bool) {
	if len(cfg.Trace) > 0 {
		return 0, false
	}
	for i := range cfg.Levers {
		if cfg.Levers[i].Verb == model.VerbSurge {
			return 0, false
		}
	}
	for i := range cfg.Types {
		t := &cfg.Types[i]
		if t.Every > 0 || t.Sources > 0 || t.Retry > 0 {
			return 0, false
		}
		n := 0.0
		for k := range t.Rates {
			n += expectedIn(t.Rates, k, cfg.Horizon)
		}
		if !t.Busyness.IsZero() {
			n = float64(n * t.Busyness.Mean().Seconds())
		}
		mean += n
	}
	return mean, mean > 0
}

// expectedIn is the mean number of arrivals in one step of the rates.
func expectedIn(rates []model.RateStep, k int, horizon sim.Time) float64 {
	from, to := max(rates[k].From, 0), horizon
	if k+1 < len(rates) {
		to = min(to, rates[k+1].From)
	}
	if to <= from {
		return 0
	}
	d := (to - from).Seconds()
	begin := rates[k].PerSecond + float64(rates[k].Slope*(from-rates[k].From).Seconds())
	return float64(begin*d) + float64(float64(rates[k].Slope*float64(d*d))/2)
}

// Controlled is a mean that makes use of a number whose mean is known: when
// more calls than usual came in these replications, part of the waiting is due to
// that and is taken off.
type Controlled struct {
	Metric
	Mean, Half float64
	Plain      float64 // half-width without
	Gain       float64 // variance without / with: so many times the replications
}

// Control adjusts a metric by the number of offered calls, by regression
// (S. Lavenberg and P. Welch, A perspective on the use of control variables to
// increase the efficiency of Monte Carlo simulations, 1981).
func (r *Result) Control(m Metric, expected float64) (Controlled, bool) {
	i, known := r.index[Metric{Name: m.Name, Scope: m.Scope}]
	j, counted := r.index[Metric{Name: "calls.offered", Scope: "all"}]
	n := len(r.Reps)
	if !known || !counted || n < 10 {
		return Controlled{}, false
	}
	e := newEstimate(r.Reps, i)
	if e.n != n {
		return Controlled{}, false
	}
	x := make([]float64, n)
	for k, rep := range r.Reps {
		x[k] = rep.Values[j]
	}
	meanX, meanY := average(x), average(e.pseudo)
	xx, xy, yy := 0.0, 0.0, 0.0
	for k := range x {
		dx, dy := x[k]-meanX, e.pseudo[k]-meanY
		xx, xy, yy = xx+float64(dx*dx), xy+float64(dx*dy), yy+float64(dy*dy)
	}
	if xx == 0 || yy == 0 {
		return Controlled{}, false
	}
	slope, off := xy/xx, meanX-expected
	rest := max(0, yy-float64(slope*xy)) / float64(n-2)
	se := math.Sqrt(float64(rest * (1/float64(n) + float64(off*off)/xx)))
	c := Controlled{Metric: r.Stats[i].Metric, Mean: e.mean - float64(slope*off), Half: float64(studentT(confidence, n-2) * se)}
	c.Plain = float64(studentT(confidence, n-1) * e.se)
	c.Gain = ratio(float64(c.Plain*c.Plain), float64(c.Half*c.Half))
	return c, c.Gain > 1
}

// Controls are the metrics whose interval the number of calls narrows.
func (r *Report) Controls(c Named) (all []Controlled) {
	expected, ok := ExpectedCalls(c.Config)
	if !r.Controlled || !ok {
		return nil
	}
	told := append(r.told(), Metric{Name: "mean_queue", Scope: "all"}, Metric{Name: "calls.handled", Scope: "all"})
	for _, m := range told {
		if x, ok := c.Result.Control(m, expected); ok {
			all = append(all, x)
		}
	}
	return all
}

// controlTable prints what control variates gain.
func controlTable(r *Report) *grid {
	if !r.Controlled {
		return nil
	}
	g := &grid{title: "With the number of calls as control variate", left: 2, head: []string{"metric", "", "mean", "without: ±", "variance ÷"}}
	for i, c := range r.columns() {
		for _, x := range r.Controls(c) {
			g.add(x.label(), heads(r, "")[i+1], Cell(x.Name, x.Mean, x.Half), signless(x.Plain, isShare(x.Name)), reductionWords(x.Gain))
		}
	}
	g.note = "The mean number of calls is known exactly; what is due to more or fewer of them than usual is taken off."
	if len(g.rows) == 0 {
		g.note = "The number of calls narrows no interval: " + r.noControl() + "."
	}
	return g
}

func (r *Report) noControl() string {
	if _, ok := ExpectedCalls(r.Config); !ok {
		return "its exact mean is not known (calls from a table, at fixed times, of finite sources, of callers who call again, or with a surge)"
	}
	if n := len(r.Plain.Reps); n < 10 {
		return fmt.Sprintf("%d replications are fewer than 10", n)
	}
	return "no metric depends on it"
}

type jsonControlled struct {
	Name   string  `json:"name"`
	Scope  string  `json:"scope"`
	Mean   *number `json:"value"`
	Half   *number `json:"half_width"`
	Plain  *number `json:"half_width_without"`
	Gain   *number `json:"variance_reduction"`
	N      int     `json:"n"`
	Unit   string  `json:"unit"`
	Source string  `json:"control"`
}

func (r *Report) jsonControls(c Named) (all []jsonControlled) {
	for _, x := range r.Controls(c) {
		all = append(all, jsonControlled{x.Name, x.Scope, maybe(x.Mean), maybe(x.Half), maybe(x.Plain), maybe(x.Gain), len(c.Result.Reps), x.Unit, "calls.offered"})
	}
	return all
}
