package reports

import (
	"fmt"

	"ccsim/model"
	"ccsim/sim"
)

// Table is a table of a report: what a terminal, a page or a spreadsheet shows.
type Table struct {
	Title string
	Note  string
	Head  []string
	Rows  [][]string
	Left  int  // columns of words, the others are numbers
	Last  bool // the last column is of words, too
}

// Tables are the tables of a report in their order; one without rows has a
// note that says why.
func Tables(r *Report) (all []Table) {
	for _, g := range grids(r) {
		all = append(all, Table{g.title, g.note, g.head, g.rows, max(g.left, 1), g.last})
	}
	return all
}

// grids are the tables that every form of a report has.
func grids(r *Report) (all []*grid) {
	callers := len(r.Config.Callers()) > 0
	for _, g := range []*grid{sides(r), availabilityTable(r), callsTable(r).where(callers), outboundTable(r), pendingTable(r), lossTable(r), agentsTable(r), serviceTable(r).where(callers), waitTable(r), scriptTable(r), controlTable(r), steadyTable(r), costTable(r), differencesTable(r), probeTable(r)} {
		if g != nil && (len(g.rows) > 0 || g.note != "") {
			all = append(all, g)
		}
	}
	return all
}

// Columns are the scenario and its variants, side by side.
func (r *Report) Columns() []Named { return r.columns() }

// Show prints the mean of a metric with its interval.
func Show(res *Result, name, scope string) string { return show(res, name, scope) }

// ShowShare prints the mean of a share in percent, with its interval.
func ShowShare(res *Result, name, scope string) string { return showShare(res, name, scope) }

// Span prints a duration by one unit where it fits one, such as 90 s.
func Span(t sim.Time) string { return span(t) }

// LossWords names several losses of a kind.
func LossWords(k model.LossKind) string { return lossWords[k][1] }

// Summary is the answer in one sentence: what the fault of the scenario lost, or
// what all of its faults lost together.
func Summary(r *Report) string {
	text := ""
	if r.Partial() {
		text = fmt.Sprintf("Stopped after %d of %d replications: ", r.Run.Replications, r.Run.Asked)
	}
	if r.Rule != nil && !Met(r.Precision) {
		text += r.stopWords() + " "
	}
	c := r.columns()[0]
	faults := Told(c.Config)
	switch {
	case len(faults) == 1 && len(c.Config.Failures) == 0:
		return text + r.Sentence(c, faults[0])
	case len(faults)+len(c.Config.Failures) == 0:
		lines := Headline(r)
		return text + lines[len(lines)-1]
	case len(faults) == 0:
		return text + r.faultLines(c)[0]
	}
	return text + fmt.Sprintf("%d faults%s.", len(faults), lostWordsOf(c.Result, "all"))
}
