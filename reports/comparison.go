package reports

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Comparison is several scenarios against a plain one, with the same callers.
type Comparison struct {
	*Report            // the plain scenario and the others as its variants
	Callers []*Callers // of the first replication: plain, then the others

	Changes  []string  // what each of the others changes in the scenario, as lines
	Partings []Parting // where the first replication of each of the others leaves the plain one
}

// CompareText prints a comparison for a terminal.
func CompareText(w io.Writer, c *Comparison) { c.body(textPrinter{w}) }

// CompareMarkdown prints a comparison as Markdown.
func CompareMarkdown(w io.Writer, c *Comparison) {
	_, _ = io.WriteString(w, "# "+c.Run.Scenario+" compared\n\n")
	c.body(markdownPrinter{w})
}

func (c *Comparison) body(p printer) {
	for _, line := range c.headline() {
		p.line(line)
	}
	p.line("")
	p.line(fmt.Sprintf("%s against %s, seed %d, %s.", c.Run.Scenario, joinNames(c.Variants), c.Run.Seed, plural(c.Run.Replications, "replication")))
	p.table(pairedTable(c.Report, "Differences from "+c.Run.Scenario+", with the same callers", "scenario"))
	for i := range c.Variants {
		c.callerLines(p, i)
		if line := c.partingLine(i); line != "" {
			p.line(line)
		}
	}
	for _, line := range repeat(c.Report) {
		p.line(line)
	}
}

func joinNames(list []Named) string {
	var names []string
	for _, v := range list {
		names = append(names, v.Name)
	}
	return join(names)
}

// headline is one sentence for each of the others.
func (c *Comparison) headline() (lines []string) {
	if c.Partial() {
		lines = append(lines, fmt.Sprintf("Stopped after %d of %d replications.", c.Run.Replications, c.Run.Asked))
	}
	if words := c.stopWords(); words != "" {
		lines = append(lines, words)
	}
	all := c.differences()
	for i, v := range c.Variants {
		var parts []string
		for _, m := range c.told() {
			for k := range all[i] {
				if d := &all[i][k]; d.Name == m.Name && d.Scope == m.Scope && m.Scope == "all" && d.Sure() {
					parts = append(parts, d.words())
				}
			}
		}
		switch {
		case len(parts) > 0:
			lines = append(lines, fmt.Sprintf("%s against %s: %s.", v.Name, c.Run.Scenario, strings.Join(parts, ", ")))
		case c.Run.Replications < 2:
			lines = append(lines, fmt.Sprintf("%s against %s: one replication says nothing about chance.", v.Name, c.Run.Scenario))
		default:
			lines = append(lines, fmt.Sprintf("%s against %s: no difference that is more than chance.", v.Name, c.Run.Scenario))
		}
		for _, f := range c.Callers[0].Compare(c.Callers[1+i]) {
			if f.Fate == "lost" && len(f.OnlyOther) > 0 {
				lines = append(lines, fmt.Sprintf("%s %s only in %s, in the first replication.", callerCount(len(f.OnlyOther)), f.word, v.Name))
			}
		}
	}
	return lines
}

// callerLines tell the first replication caller by caller.
func (c *Comparison) callerLines(p printer, i int) {
	plain, other := c.Run.Scenario, c.Variants[i].Name
	p.heading(fmt.Sprintf("Caller by caller in the first replication, %s and %s: number (arrival)", plain, other))
	differ := false
	for _, f := range c.Callers[0].Compare(c.Callers[1+i]) {
		for _, x := range []struct {
			name string
			list []Caller
		}{{plain, f.OnlyPlain}, {other, f.OnlyOther}} {
			if len(x.list) > 0 {
				differ = true
				p.line(fmt.Sprintf("%s %s only in %s: %s.", callerCount(len(x.list)), f.word, x.name, callerWords(x.list, c.Clock)))
			}
		}
		if f.Both > 0 {
			p.line(fmt.Sprintf("%s %s in both.", callerCount(f.Both), f.word))
		}
	}
	if !differ {
		p.line("The same became of every caller.")
	}
	longer, shorter, same := c.Callers[0].Answered(c.Callers[1+i])
	p.line(fmt.Sprintf("Of the callers in both, %d waited longer in %s by more than a second, %d waited less, %d the same.", longer, other, shorter, same))
}

// CompareCSV prints one tidy table: a row for each metric of each pair.
func CompareCSV(w io.Writer, c *Comparison) error {
	t := csv.NewWriter(w)
	_ = t.Write([]string{"base", "scenario", "metric", "scope", "base_value", "difference", "half_width", "independent_half_width", "variance_reduction", "n", "p", "p_holm", "sure", "unit", "confidence"})
	for i, list := range c.differences() {
		for k := range list {
			d := &list[k]
			if d.N == 0 {
				continue
			}
			_ = t.Write([]string{textCell(c.Run.Scenario), textCell(c.Variants[i].Name), d.Name, textCell(d.Scope), cell(d.Base), cell(d.Value), cell(d.HalfWidth(confidence)),
				cell(d.Independent(confidence)), cell(d.Reduction()), fmt.Sprint(d.N), cell(d.P), cell(d.Holm), fmt.Sprint(d.Sure()), d.Unit, fmt.Sprint(confidence)})
		}
	}
	t.Flush()
	return t.Error()
}

func (r *Report) differences() [][]Difference {
	results := make([]*Result, len(r.Variants))
	for i, v := range r.Variants {
		results[i] = v.Result
	}
	return Differences(r.Plain, results)
}

type jsonCaller struct {
	Number  uint32  `json:"number"`
	Type    string  `json:"type"`
	Arrived *number `json:"arrived_s"`
}

type jsonFated struct {
	Fate      string       `json:"fate"`
	OnlyBase  []jsonCaller `json:"only_base"`
	OnlyOther []jsonCaller `json:"only_other"`
	Both      int          `json:"both"`
}

type jsonCompared struct {
	Name        string           `json:"name"`
	Differences []jsonDifference `json:"differences"`
	Callers     []jsonFated      `json:"callers"`
	Longer      int              `json:"waited_longer"`
	Shorter     int              `json:"waited_less"`
	Same        int              `json:"waited_the_same"`
	Parts       *jsonParting     `json:"parts"`
}

// jsonParting is where two first replications part; null where they do not.
type jsonParting struct {
	At    *number `json:"at_s"`
	Base  string  `json:"base"`
	Other string  `json:"other"`
}

type jsonComparison struct {
	Schema int            `json:"schema"`
	Run    jsonRun        `json:"run"`
	Base   string         `json:"base"`
	Others []jsonCompared `json:"others"`
}

// CompareJSON prints a comparison as one JSON object; its callers are those of
// the first replication.
func CompareJSON(w io.Writer, c *Comparison) error {
	out := jsonComparison{Schema: schemaVersion, Run: c.jsonRun(), Base: c.Run.Scenario, Others: []jsonCompared{}}
	for i, list := range c.differences() {
		x := jsonCompared{Name: c.Variants[i].Name, Differences: jsonDifferences(list), Callers: []jsonFated{}}
		for _, f := range c.Callers[0].Compare(c.Callers[1+i]) {
			x.Callers = append(x.Callers, jsonFated{f.Fate, jsonCallers(f.OnlyPlain), jsonCallers(f.OnlyOther), f.Both})
		}
		x.Longer, x.Shorter, x.Same = c.Callers[0].Answered(c.Callers[1+i])
		if i < len(c.Partings) && c.Partings[i].There {
			p := c.Partings[i]
			x.Parts = &jsonParting{maybe(p.At.Seconds()), p.Base, p.Other}
		}
		out.Others = append(out.Others, x)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func jsonCallers(list []Caller) []jsonCaller {
	out := []jsonCaller{}
	for _, c := range list {
		out = append(out, jsonCaller{c.Number, c.Type, maybe(c.Arrived.Seconds())})
	}
	return out
}
