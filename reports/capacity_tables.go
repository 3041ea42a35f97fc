package reports

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
)

// CapacityText prints a capacity report for a terminal.
func CapacityText(w io.Writer, c *Capacity) { c.body(textPrinter{w}) }

// CapacityMarkdown prints a capacity report as Markdown.
func CapacityMarkdown(w io.Writer, c *Capacity) {
	_, _ = io.WriteString(w, "# Capacity of "+c.Run.Scenario+"\n\n")
	c.body(markdownPrinter{w})
}

func (c *Capacity) body(p printer) {
	for _, line := range c.headline() {
		p.line(line)
	}
	p.line("")
	for _, line := range c.about() {
		p.line(line)
	}
	for _, g := range c.grids() {
		p.table(g)
	}
	for _, line := range c.repeat() {
		p.line(line)
	}
}

// about says what was asked and how it was decided.
func (c *Capacity) about() []string {
	how := fmt.Sprintf("Each number was run %d to %d times with the same callers, until the interval of every target lay wholly on one side of it: at most one decision in %.0f is wrong by chance.",
		c.Least, c.Most, 1/(1-c.Confidence))
	return []string{fmt.Sprintf("Scenario %s: %s", c.Run.Scenario, c.Run.Title), fmt.Sprintf("Target %s; seed %d.", c.targets(), c.Run.Seed), how}
}

// CapacityTables are the tables of a capacity report in their order.
func CapacityTables(c *Capacity) (all []Table) {
	for _, g := range c.grids() {
		all = append(all, Table{g.title, g.note, g.head, g.rows, max(g.left, 1), g.last})
	}
	return all
}

func (c *Capacity) grids() (all []*grid) {
	all = append(all, c.needTable())
	all = append(all, c.sums()...)
	if g := c.costTable(); g != nil {
		all = append(all, g)
	}
	if g := c.faultTable(); len(g.rows) > 0 {
		all = append(all, g)
	}
	for i := range c.Blames {
		all = append(all, c.blameTable(&c.Blames[i]))
	}
	if c.Headroom != nil {
		all = append(all, c.Headroom.table())
	}
	return all
}

// needTable is the need under each condition beside the formulas.
func (c *Capacity) needTable() *grid {
	normal := c.Conditions[0].Needs
	g := &grid{title: sizeWords[c.Size][1] + " needed", last: true}
	g.title = strings.ToUpper(g.title[:1]) + g.title[1:]
	g.head, g.left = []string{"interval", "group"}, 2
	calls := "calls"
	switch c.Size {
	case "agents":
	case "dialer-ports":
		g.head[1], calls = "Dialer", "dials"
	default:
		g.head, g.left = []string{"interval"}, 1
	}
	g.head = append(g.head, calls, "erlang")
	for i := range c.Conditions {
		g.head = append(g.head, c.conditionHead(i))
	}
	g.head = append(g.head, c.formulas()...)
	for i := range c.Targets {
		g.head = append(g.head, c.Targets[i].label())
	}
	g.head = append(g.head, "why it differs")
	for k := range normal {
		n := &normal[k]
		row := []string{c.between(n)}
		if g.left == 2 {
			row = append(row, n.Group)
		}
		row = append(row, fixed(n.Offered, 0), strings.TrimSuffix(fixed(n.Load, 1), ".0"))
		for i := range c.Conditions {
			row = append(row, c.Conditions[i].Needs[k].Words())
		}
		for _, f := range c.formulas() {
			row = append(row, formulaCell(n, f))
		}
		for t := range c.Targets {
			row = append(row, n.value(t))
		}
		g.add(append(row, strings.Join(n.Why, ", "))...)
	}
	g.note = "Values are those in normal operation with the number needed; ± is their 95 % interval."
	if len(c.Conditions) > 1 {
		for i := range c.Conditions[1:] {
			g.note += fmt.Sprintf(" %s: %s.", c.conditionHead(1+i), c.Conditions[1+i].Name)
		}
	}
	return g
}

// conditionHead is the head of a condition's column.
func (c *Capacity) conditionHead(i int) string {
	switch {
	case len(c.Conditions) == 1:
		return "needed"
	case i == 0:
		return "normal"
	}
	return fmt.Sprintf("C%d", i)
}

// faultTable lists where a fault asks for another number than normal operation.
func (c *Capacity) faultTable() *grid {
	g := &grid{title: "Where a fault asks for another number", head: []string{"condition", "interval", "group", "normal", "needed"}, left: 3}
	for i := range c.Targets {
		g.head = append(g.head, c.Targets[i].label())
	}
	for i := 1; i < len(c.Conditions); i++ {
		for k := range c.Conditions[i].Needs {
			n, usual := &c.Conditions[i].Needs[k], &c.Conditions[0].Needs[k]
			if n.Usual || n.Count == usual.Count && n.Enough == usual.Enough {
				continue
			}
			row := []string{c.Conditions[i].Name, c.between(n), n.Group, usual.Words(), n.Words()}
			for t := range c.Targets {
				row = append(row, n.value(t))
			}
			g.add(row...)
		}
	}
	return g
}

// blameTable is what makes the difference to the formulas where the need is largest.
func (c *Capacity) blameTable(b *Blame) *grid {
	g := &grid{title: fmt.Sprintf("What makes the difference: %s needs %d at %s, Erlang A says %s, Erlang C %s", b.Group, b.Count, c.moment(b.From), dash(b.ErlangA), dash(b.ErlangC))}
	g.head = []string{"without", "needed", "Erlang A"}
	for i := range c.Targets {
		g.head = append(g.head, c.Targets[i].label())
	}
	for i := range b.Parts {
		n := &b.Parts[i].Need
		row := []string{b.Parts[i].Name, n.Words(), formulaCell(n, "Erlang A")}
		for t := range c.Targets {
			row = append(row, n.value(t))
		}
		g.add(row...)
	}
	g.note = "Each is the need found anew with the same callers; effects need not add up."
	return g
}

// table is how far each limit is.
func (h *Headroom) table() *grid {
	g := &grid{title: "Headroom to the limits of the " + h.Design + "-agent design", head: []string{"limit of", "today", "limit", "used", "reached at, times today's load", "source"}, last: true}
	for i := range h.Limits {
		l := &h.Limits[i]
		g.add(l.Name, Plain(rounded(l.Use)), Plain(rounded(l.Limit)), Percent(l.Share(), missing), times(l.Times), l.Source)
	}
	g.note = "Today is the busiest interval; agents are added as the load asks for them."
	if h.Assumed {
		g.note += " The scenario names no reference design: it is the smallest that carries the load."
	}
	return g
}

// rounded keeps two digits behind the point.
func rounded(v float64) float64 { return math.Round(float64(v*100)) / 100 }

func dash(n int) string {
	if n == 0 {
		return "nothing"
	}
	return fmt.Sprint(n)
}

func (t *Target) label() string { return Metric{Name: t.Metric, Scope: t.Scope}.label() }

// byAgents is the rule of thumb for ports of a Dialer.
const byAgents = "lines of all agents"

// formulas are the models that have something to say.
func (c *Capacity) formulas() []string {
	switch c.Size {
	case "agents":
		return []string{"Erlang C", "Erlang A"}
	case "dialer-ports":
		return []string{byAgents}
	}
	return []string{"Erlang B"}
}

func formulaCell(n *Need, name string) string {
	v := n.formula(name)
	if v == 0 {
		return "–"
	}
	return fmt.Sprint(v)
}

func (n *Need) value(k int) string {
	if k >= len(n.Values) {
		return "–"
	}
	return Cell(n.Values[k].Name, n.Values[k].Mean, n.Values[k].Half)
}

func (c *Capacity) between(n *Need) string {
	if c.Interval == 0 {
		return "whole run"
	}
	return c.moment(n.From)
}

func (c *Capacity) repeat() []string {
	lines := []string{"", "Run " + c.Run.ID}
	for _, in := range c.Run.Inputs {
		lines = append(lines, "Input "+in.Name+" sha256 "+in.SHA256)
	}
	return append(lines, "Repeat: "+c.Run.Command+"   ("+c.Run.Version+")")
}

// CapacityCSV prints one tidy table: a row for each need and target.
func CapacityCSV(w io.Writer, c *Capacity) error {
	t := csv.NewWriter(w)
	_ = t.Write([]string{"condition", "from_s", "to_s", "from", "group", "size", "offered", "erlang", "found", "needed", "surely_too_few", "most_tried", "erlang_b", "erlang_c", "erlang_a",
		"target", "metric", "scope", "value", "half_width", "n", "why", "lines_of_all_agents"})
	for i := range c.Conditions {
		for k := range c.Conditions[i].Needs {
			n := &c.Conditions[i].Needs[k]
			for j := range c.Targets {
				v := Value{Metric: Metric{Name: c.Targets[j].Metric, Scope: c.Targets[j].Scope}, Mean: missing, Half: missing}
				if j < len(n.Values) {
					v = n.Values[j]
				}
				_ = t.Write([]string{textCell(c.Conditions[i].Name), cell(n.From.Seconds()), cell(n.To.Seconds()), c.moment(n.From), textCell(n.Group), c.Size, cell(n.Offered), cell(n.Load), n.Found().String(),
					fmt.Sprint(n.Count), fmt.Sprint(n.Low), fmt.Sprint(n.Top), fmt.Sprint(n.ErlangB), fmt.Sprint(n.ErlangC), fmt.Sprint(n.ErlangA),
					textCell(c.Targets[j].Text), v.Name, textCell(v.Scope), cell(v.Mean), cell(v.Half), fmt.Sprint(v.N), textCell(strings.Join(n.Why, "; ")), fmt.Sprint(n.ByAgents)})
			}
		}
	}
	t.Flush()
	return t.Error()
}

// capacitySchema is the version of the JSON of capacity reports.
const capacitySchema = 1

type jsonCapacity struct {
	Schema     int             `json:"schema"`
	Run        jsonRun         `json:"run"`
	Size       string          `json:"size"`
	Interval   float64         `json:"interval_s"` // 0 = one number for the whole run
	Confidence float64         `json:"confidence"`
	Least      int             `json:"least_replications"`
	Most       int             `json:"most_replications"`
	Targets    []jsonTarget    `json:"targets"`
	Conditions []jsonCondition `json:"conditions"`
	Blames     []jsonBlame     `json:"differences"`
	Headroom   *jsonHeadroom   `json:"headroom"`
	Totals     []jsonTotal     `json:"agent_hours"`
	Formulas   []jsonAgreement `json:"formulas"`
}

type jsonBlame struct {
	From  float64    `json:"from_s"`
	Clock string     `json:"from"`
	Group string     `json:"group"`
	Count int        `json:"needed"`
	Parts []jsonPart `json:"without"`
}

type jsonHeadroom struct {
	Design  string      `json:"design"`
	Assumed bool        `json:"design_assumed"`
	Limits  []jsonLimit `json:"limits"`
}

type jsonLimit struct {
	Name   string  `json:"name"`
	Use    *number `json:"today"`
	Limit  *number `json:"limit"`
	Times  *number `json:"reached_at_times"` // null = not within 200 times
	Source string  `json:"source"`
}

type jsonPart struct {
	Name string   `json:"feature"`
	Need jsonNeed `json:"need"`
}

type jsonTarget struct {
	Text   string  `json:"text"`
	Metric string  `json:"metric"`
	Scope  string  `json:"scope"`
	Op     string  `json:"op"`
	Want   float64 `json:"want"`
}

type jsonCondition struct {
	Name  string        `json:"name"`
	Needs []jsonNeed    `json:"needs"`
	Cost  *jsonNeedCost `json:"cost,omitempty"` // where there is a price
}

type jsonNeed struct {
	From    float64     `json:"from_s"`
	To      float64     `json:"to_s"`
	Clock   string      `json:"from"`
	Group   string      `json:"group"`
	Queues  []string    `json:"queues"`
	Offered *number     `json:"offered"`
	Load    *number     `json:"erlang"`
	Found   string      `json:"found"`
	Needed  *int        `json:"needed"`
	Low     int         `json:"surely_too_few"`
	Top     int         `json:"most_tried"`
	ErlangB *int        `json:"erlang_b"`
	ErlangC *int        `json:"erlang_c"`
	ErlangA *int        `json:"erlang_a"`
	Agents  *int        `json:"lines_of_all_agents,omitempty"`
	Why     []string    `json:"why"`
	Reasons []string    `json:"reasons"`
	Values  []jsonValue `json:"values"`
	Tried   int         `json:"numbers_simulated"`
	Usual   bool        `json:"as_normal"`
}

type jsonValue struct {
	Metric string  `json:"metric"`
	Scope  string  `json:"scope"`
	Value  *number `json:"value"`
	Half   *number `json:"half_width"`
	N      int     `json:"n"`
}

// CapacityJSON prints a capacity report as one JSON object.
func CapacityJSON(w io.Writer, c *Capacity) error {
	r := Report{Run: c.Run, Plain: &Result{}}
	out := jsonCapacity{Schema: capacitySchema, Run: r.jsonRun(), Size: c.Size, Interval: c.Interval.Seconds(), Confidence: c.Confidence, Least: c.Least, Most: c.Most,
		Targets: []jsonTarget{}, Conditions: []jsonCondition{}, Blames: []jsonBlame{}}
	out.Totals, out.Formulas = c.jsonSums()
	for _, t := range c.Targets {
		out.Targets = append(out.Targets, jsonTarget{t.Text, t.Metric, t.Scope, t.Op, t.Want})
	}
	for i := range c.Conditions {
		x := jsonCondition{Name: c.Conditions[i].Name, Needs: []jsonNeed{}, Cost: c.jsonCost(i)}
		for k := range c.Conditions[i].Needs {
			x.Needs = append(x.Needs, c.jsonNeed(&c.Conditions[i].Needs[k]))
		}
		out.Conditions = append(out.Conditions, x)
	}
	if h := c.Headroom; h != nil {
		out.Headroom = &jsonHeadroom{h.Design, h.Assumed, []jsonLimit{}}
		for _, l := range h.Limits {
			out.Headroom.Limits = append(out.Headroom.Limits, jsonLimit{l.Name, maybe(l.Use), maybe(l.Limit), maybe(l.Times), l.Source})
		}
	}
	for i := range c.Blames {
		b := &c.Blames[i]
		x := jsonBlame{b.From.Seconds(), c.moment(b.From), b.Group, b.Count, []jsonPart{}}
		for k := range b.Parts {
			x.Parts = append(x.Parts, jsonPart{b.Parts[k].Name, c.jsonNeed(&b.Parts[k].Need)})
		}
		out.Blames = append(out.Blames, x)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func (c *Capacity) jsonNeed(n *Need) jsonNeed {
	out := jsonNeed{
		From: n.From.Seconds(), To: n.To.Seconds(), Clock: c.moment(n.From), Group: n.Group, Queues: append([]string{}, n.Queues...), Offered: maybe(n.Offered), Load: maybe(n.Load),
		Found: n.Found().String(), Low: n.Low, Top: n.Top, ErlangB: known(n.ErlangB), ErlangC: known(n.ErlangC), ErlangA: known(n.ErlangA), Agents: known(n.ByAgents),
		Why: append([]string{}, n.Why...), Reasons: append([]string{}, n.Reasons...), Values: []jsonValue{}, Tried: n.Tried, Usual: n.Usual,
	}
	if f := n.Found(); f != FoundImpossible && f != FoundOpen {
		out.Needed = &n.Count
	}
	for _, v := range n.Values {
		out.Values = append(out.Values, jsonValue{v.Name, v.Scope, maybe(v.Mean), maybe(v.Half), v.N})
	}
	return out
}

// known is a number by formula, or nothing where it has none.
func known(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
