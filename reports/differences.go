package reports

import (
	"fmt"
	"math"
	"strings"
)

// differencesTable says what the variants change, metric by metric.
func differencesTable(r *Report) *grid {
	if len(r.Variants) == 0 || len(r.Plain.Reps) < 2 {
		return nil
	}
	return pairedTable(r, "Differences from the plain scenario, with the same callers", "variant")
}

// told are the metrics of a table of differences.
func (r *Report) told() (all []Metric) {
	for _, name := range []string{"calls.lost", "calls.abandoned", "pending_states.lost", "agents.signed_out", "abandonment_rate", "mean_wait"} {
		all = append(all, Metric{Name: name, Scope: "all"})
	}
	for _, l := range r.Options.Levels[:min(1, len(r.Options.Levels))] {
		all = append(all, Metric{Name: LevelName(l), Scope: "all"})
	}
	all = append(all, Metric{Name: "occupancy", Scope: "all"})
	if r.Options.Prices != nil {
		all = append(all, Metric{Name: TotalCost, Scope: "all"})
	}
	if len(r.Config.Types) > 1 {
		for _, t := range r.Config.Types {
			all = append(all, Metric{Name: "abandonment_rate", Scope: "type/" + t.Name}, Metric{Name: "mean_wait", Scope: "type/" + t.Name})
		}
	}
	return all
}

func pairedTable(r *Report, title, who string) *grid {
	g := &grid{title: title, left: 2, head: []string{"metric", who, "difference", "independent runs: ±", "variance ÷", "sure"}}
	all := r.differences()
	for _, m := range r.told() {
		for i, v := range r.Variants {
			for k := range all[i] {
				if d := &all[i][k]; d.Name == m.Name && d.Scope == m.Scope {
					g.add(append([]string{m.label(), v.Name}, d.cells()...)...)
				}
			}
		}
	}
	g.note = "Taken run by run with the same callers; ±: 95 % interval. Variance ÷: so many times more independent runs would be as good."
	if len(r.Variants) > 1 {
		g.note += fmt.Sprintf("\n  Sure: not by chance, at 95 %%, with Holm's correction for %d comparisons of each metric.", len(r.Variants))
	}
	return g
}

// cells are difference, half-width of independent runs, variance reduction, and
// whether the difference is more than chance.
func (d *Difference) cells() []string {
	half, apart := d.HalfWidth(confidence), d.Independent(confidence)
	sure := "no"
	if d.Sure() {
		sure = "yes"
	}
	share := isShare(d.Name)
	out := []string{signed(d.Value, half, share), "–", "–", sure}
	if !math.IsNaN(apart) && apart > 0 {
		out[1] = signless(apart, share)
	}
	if x := d.Reduction(); !math.IsNaN(x) && d.Apart > 0 {
		out[2] = reductionWords(x)
	}
	if d.N < 2 {
		out[3] = "–"
	}
	return out
}

// Label names the metric for readers.
func (d *Difference) Label() string { return d.label() }

// Text prints the difference with its sign and interval.
func (d *Difference) Text() string {
	return signed(d.Value, d.HalfWidth(confidence), isShare(d.Name))
}

// UnitWords are what stands behind a difference that is no count and no share.
func (d *Difference) UnitWords() string {
	if d.Unit == "s" {
		return " s"
	}
	return ""
}

// AllDifferences are those of each variant from the plain scenario.
func (r *Report) AllDifferences() [][]Difference { return r.differences() }

// ToldDifferences are the differences of the metrics that a table of differences
// has, in its order, for each variant.
func (r *Report) ToldDifferences() [][]Difference {
	all := r.differences()
	out := make([][]Difference, len(all))
	for i, list := range all {
		for _, m := range r.told() {
			for k := range list {
				if d := &list[k]; d.Name == m.Name && d.Scope == m.Scope {
					out[i] = append(out[i], *d)
				}
			}
		}
	}
	return out
}

// isShare tells metrics that are printed in percent.
func isShare(name string) bool {
	return strings.HasSuffix(name, "_rate") || strings.HasPrefix(name, "service_level_") || name == "occupancy" || name == "utilization" || name == "p_wait"
}

// signed prints a difference with its sign.
func signed(v, half float64, share bool) string {
	if v == 0 && half == 0 {
		return "0"
	}
	text := WithInterval(v, half)
	if share {
		text = Percent(v, half)
	}
	if v > 0 {
		return "+" + text
	}
	return text
}

// signless prints a half-width, rounded up.
func signless(half float64, share bool) string {
	unit := ""
	if share {
		half, unit = half*100, " %"
	}
	h, places := roundUp(half)
	return fixed(h, places) + unit
}

// reductionWords print a factor with two digits.
func reductionWords(x float64) string {
	if x >= 10 {
		return fixed(x, 0)
	}
	return fixed(x, 1)
}

// jsonDifference is one row of a comparison.
type jsonDifference struct {
	Name        string  `json:"name"`
	Scope       string  `json:"scope"`
	Base        *number `json:"base"`
	Value       *number `json:"value"`
	Unit        string  `json:"unit"`
	Half        *number `json:"half_width"`
	Independent *number `json:"independent_half_width"`
	Reduction   *number `json:"variance_reduction"`
	N           int     `json:"n"`
	P           *number `json:"p"`
	Holm        *number `json:"p_holm"`
	Sure        bool    `json:"sure"`
	Confidence  float64 `json:"confidence"`
}

func jsonDifferences(list []Difference) []jsonDifference {
	out := []jsonDifference{}
	for i := range list {
		d := &list[i]
		if d.N == 0 {
			continue
		}
		out = append(out, jsonDifference{d.Name, d.Scope, maybe(d.Base), maybe(d.Value), d.Unit, maybe(d.HalfWidth(confidence)), maybe(d.Independent(confidence)),
			maybe(d.Reduction()), d.N, maybe(d.P), maybe(d.Holm), d.Sure(), confidence})
	}
	return out
}
