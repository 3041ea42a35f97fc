package compare

import (
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/rogpeppe/go-internal/diff"
)

// changes says what each of the others changes in the scenario: lines with + and
// - of the files, or what a variant sets and does at other moments.
func changes(sides []Side, base *scenarios.Compiled, clock func(sim.Time) string) (all []string) {
	for _, s := range sides[1:] {
		all = append(all, strings.TrimSpace(string(diff.Diff(sides[0].Name, sides[0].Source.Data, s.Name, s.Source.Data))))
	}
	if len(sides) > 1 {
		return all
	}
	for _, v := range base.Variants {
		lines := v.Changes
		before, after := actions(base.Config, clock), actions(v.Config, clock)
		if before != after {
			lines = append(lines[:len(lines):len(lines)], strings.TrimSpace(string(diff.Diff(base.Name, []byte(before), v.Name, []byte(after)))))
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all
}

// actions lists what a timeline does.
func actions(cfg *model.Config, clock func(sim.Time) string) string {
	var b strings.Builder
	for i := range cfg.Levers {
		b.WriteString(reports.Moment(&cfg.Levers[i], clock) + "  " + cfg.Levers[i].Name + "\n")
	}
	return b.String()
}
