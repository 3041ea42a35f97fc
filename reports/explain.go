package reports

import (
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
)

// Explanation is what a metric means.
type Explanation struct {
	Names   []string
	Meaning string
}

var codeSpan = regexp.MustCompile("`([^`]+)`")

// Explanations reads the tables of docs/metrics.md: a row names one metric or
// several, and gives the term of the field and what they mean; the meaning counts
// here. A name that begins with an underscore goes on
// where the one before it leaves off.
func Explanations(doc string) (all []Explanation) {
	for line := range strings.Lines(doc) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 3 || !strings.HasPrefix(strings.TrimSpace(cells[0]), "`") {
			continue
		}
		e := Explanation{Meaning: strings.ReplaceAll(strings.TrimSpace(cells[2]), "`", "")}
		for _, m := range codeSpan.FindAllStringSubmatch(cells[0], -1) {
			name := m[1]
			if strings.HasPrefix(name, "_") && len(e.Names) > 0 {
				first := e.Names[0]
				name = first[:strings.LastIndex(first, "_")] + name
			}
			e.Names = append(e.Names, name)
		}
		all = append(all, e)
	}
	return all
}

// means tells whether a name of the document, which may stand for several, means
// a metric.
func means(doc, metric string) bool {
	pattern := regexp.QuoteMeta(doc)
	pattern = strings.NewReplacer(`\*`, `.+`, "NAME", `.+`, "STATE", `.+`, "N_s", `[0-9]+_s`).Replace(pattern)
	pattern = strings.Replace(pattern, "20s", `[0-9.]+s`, 1)
	return regexp.MustCompile("^" + pattern + "$").MatchString(metric)
}

// Explain finds what a metric means, or nothing.
func Explain(all []Explanation, metric string) string {
	for _, e := range all {
		for _, n := range e.Names {
			if means(n, metric) {
				return e.Meaning
			}
		}
	}
	return ""
}

// Explained prints every metric of a run with what it means, and its value for the
// whole center; those of single types, groups and causes mean the same for these.
func Explained(w io.Writer, r *Report, doc string) {
	all := Explanations(doc)
	g := &grid{title: "What each number means", head: []string{"metric", "value", "unit", "meaning"}, left: 4}
	seen := map[string]bool{}
	for i := range r.Plain.Stats {
		m := r.Plain.Stats[i].Metric
		if seen[m.Name] || m.Scope != "all" {
			continue
		}
		seen[m.Name] = true
		value := "–"
		if v := r.Plain.Stats[i].Mean; !math.IsNaN(v) {
			value = fmt.Sprintf("%.4g", v)
		}
		g.add(m.Name, value, m.Unit, Explain(all, m.Name))
	}
	g.note = "Value: the mean over replications of the plain scenario. A dash: the run has none. More: docs/metrics.md."
	textPrinter{w}.table(g)
}
