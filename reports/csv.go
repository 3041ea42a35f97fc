package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strings"
)

// CSV prints one tidy table: a row for each metric of each variant. Losses and
// the steps of failovers have the name of their cause as scope.
func CSV(w io.Writer, r *Report) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"scenario", "variant", "metric", "scope", "value", "half_width", "sd", "n", "unit", "confidence", "note"}); err != nil {
		return err
	}
	for i, col := range r.columns() {
		variant := col.Name
		if i == 0 {
			variant = "plain"
		}
		for j := range col.Result.Stats {
			s := &col.Result.Stats[j]
			scope := s.Scope
			if n, ok := strings.CutPrefix(scope, "cause/"); ok {
				if s.N == 0 || s.Mean == 0 && s.SD == 0 {
					continue
				}
				cause := 0
				_, _ = fmt.Sscan(n, &cause)
				scope = "cause/" + Cause(col.Config, uint32(cause))
			}
			err := c.Write([]string{textCell(r.Run.Scenario), textCell(variant), s.Name, textCell(scope), cell(s.Mean), cell(s.HalfWidth(confidence)), cell(s.SD), fmt.Sprint(s.N), s.Unit, fmt.Sprint(confidence), r.note(i, s)})
			if err != nil {
				return err
			}
		}
	}
	for i, col := range r.columns() {
		variant := []string{"plain", col.Name}[min(i, 1)]
		for _, x := range r.Controls(col) {
			_ = c.Write([]string{textCell(r.Run.Scenario), textCell(variant), x.Name, "controlled", cell(x.Mean), cell(x.Half), "", fmt.Sprint(len(col.Result.Reps)), x.Unit, fmt.Sprint(confidence), "variance / " + cell(x.Gain)})
		}
	}
	if r.Steady != nil {
		for _, v := range r.Steady.Values {
			_ = c.Write([]string{textCell(r.Run.Scenario), "plain", v.Name, "steady_state", cell(v.Mean), cell(v.Half), "", fmt.Sprint(r.Steady.Batches), v.Unit, fmt.Sprint(confidence), r.Steady.Trouble})
		}
	}
	c.Flush()
	return c.Error()
}

func cell(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf("%.12g", v)
}

// textCell keeps a spreadsheet from taking a name for a formula.
func textCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}
