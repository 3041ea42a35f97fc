package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"ccsim/sim"
)

// Total is the need of a group over a day, or over the whole run, in agent hours: the
// number of each interval times its length.
type Total struct {
	Day              string // empty = the whole run
	Group            string
	Offered          float64
	Needed           []Hours // under each condition
	ErlangC, ErlangA float64 // missing where the formula says nothing of an interval
}

// Hours are a sum of agent hours.
type Hours struct {
	Sum     float64
	AtLeast bool // of some interval only that is known which surely does not do
}

// Totals sum the need day by day and over the run, each group for itself.
func (c *Capacity) Totals() (all []Total) {
	normal := c.Conditions[0].Needs
	for _, g := range names(normal) {
		run := c.total("", g)
		var days []Total
		for k := range normal {
			n := &normal[k]
			if n.Group != g {
				continue
			}
			if d := c.day(n.From); len(days) == 0 || days[len(days)-1].Day != d {
				days = append(days, c.total(d, g))
			}
			c.sum(&run, k)
			c.sum(&days[len(days)-1], k)
		}
		if len(days) > 1 {
			all = append(all, days...)
		}
		all = append(all, run)
	}
	return all
}

func (c *Capacity) total(day, group string) Total {
	return Total{Day: day, Group: group, Needed: make([]Hours, len(c.Conditions))}
}

// sum adds an interval to a total.
func (c *Capacity) sum(t *Total, k int) {
	n := &c.Conditions[0].Needs[k]
	length := hours(n.To - n.From)
	t.Offered += n.Offered
	for i := range c.Conditions {
		m := &c.Conditions[i].Needs[k]
		count := m.Count
		switch m.Found() {
		case FoundNothing:
			count = 0
		case FoundOpen, FoundImpossible:
			count = m.Low + 1
			t.Needed[i].AtLeast = true
		}
		t.Needed[i].Sum += float64(float64(count) * length)
	}
	t.ErlangC += byFormula(n, n.ErlangC, length)
	t.ErlangA += byFormula(n, n.ErlangA, length)
}

// byFormula are the agent hours that a formula asks for; missing where it says nothing.
func byFormula(n *Need, count int, length float64) float64 {
	if count == 0 && n.Offered > 0 {
		return missing
	}
	return float64(float64(count) * length)
}

// day names the day of a moment: its date, or its number where there is none.
func (c *Capacity) day(t sim.Time) string {
	if c.Clock == nil {
		return fmt.Sprintf("day %d", 1+t/sim.Day)
	}
	date, _, dated := strings.Cut(c.Clock(t), " ")
	if !dated {
		return ""
	}
	return date
}

// names are the groups of needs in their order.
func names(needs []Need) (all []string) {
	for i := range needs {
		if !slices.Contains(all, needs[i].Group) {
			all = append(all, needs[i].Group)
		}
	}
	return all
}

// Agreement is how a formula compares with the simulation over all intervals of a
// group in normal operation in which both have a number.
type Agreement struct {
	Group, Formula string
	Intervals      int
	Agrees         int     // no less than is surely too few and no more than is surely enough
	Few            int     // intervals in which the formula's number surely misses a target
	Many           int     // and in which fewer are surely enough
	Needed, Formed float64 // agent hours by simulation and by the formula
	Reasons        []Reason
}

// Reason is something that the runs show, in how many intervals that a formula gets
// wrong.
type Reason struct {
	Name      string
	Few, Many int
}

// ReasonNone is the reason where the runs show nothing that the formulas leave out.
const ReasonNone = "none of these: laws that are not exponential, the end of the interval"

// Agreements compare the formulas with the simulation.
func (c *Capacity) Agreements() (all []Agreement) {
	needs := c.Conditions[0].Needs
	for _, g := range names(needs) {
		for _, f := range c.formulas() {
			a := Agreement{Group: g, Formula: f}
			for k := range needs {
				if needs[k].Group == g {
					a.compare(&needs[k])
				}
			}
			slices.SortStableFunc(a.Reasons, func(x, y Reason) int { return y.Few + y.Many - x.Few - x.Many })
			all = append(all, a)
		}
	}
	return all
}

// compare adds an interval.
func (a *Agreement) compare(n *Need) {
	count := n.formula(a.Formula)
	if f := n.Found(); count == 0 || f != FoundExact && f != FoundWithin {
		return
	}
	length := hours(n.To - n.From)
	a.Intervals++
	a.Needed += float64(float64(n.Count) * length)
	a.Formed += float64(float64(count) * length)
	few, many := 0, 0
	switch {
	case count <= n.Low:
		few = 1
	case count > n.Count:
		many = 1
	default:
		a.Agrees++
		return
	}
	a.Few, a.Many = a.Few+few, a.Many+many
	list := n.Reasons
	if len(list) == 0 {
		list = []string{ReasonNone}
	}
	for _, name := range list {
		at := slices.IndexFunc(a.Reasons, func(r Reason) bool { return r.Name == name })
		if at < 0 {
			at = len(a.Reasons)
			a.Reasons = append(a.Reasons, Reason{Name: name})
		}
		a.Reasons[at].Few += few
		a.Reasons[at].Many += many
	}
}

// formula is the number that one of the formulas asks for.
func (n *Need) formula(name string) int {
	return map[string]int{"Erlang A": n.ErlangA, "Erlang B": n.ErlangB, "Erlang C": n.ErlangC, byAgents: n.ByAgents}[name]
}

// sums are the tables of totals; nothing where there is one number for the whole run.
func (c *Capacity) sums() (all []*grid) {
	if c.Interval == 0 || c.Size != "agents" {
		return nil
	}
	all = append(all, c.totalTable(), c.agreementTable())
	if g := c.reasonTable(); len(g.rows) > 0 {
		all = append(all, g)
	}
	return all
}

// totalTable is the need in agent hours beside the formulas.
func (c *Capacity) totalTable() *grid {
	g := &grid{title: "Agent hours", head: []string{"day", "group", "calls"}, left: 2,
		note: "The numbers of the intervals, each times its length, without shrinkage and shifts."}
	for i := range c.Conditions {
		g.head = append(g.head, c.conditionHead(i))
	}
	g.head = append(g.head, c.formulas()...)
	for _, t := range c.Totals() {
		day := t.Day
		if day == "" {
			day = "all"
		}
		row := []string{day, t.Group, fixed(t.Offered, 0)}
		for _, h := range t.Needed {
			least := ""
			if h.AtLeast {
				least = "≥ "
			}
			row = append(row, least+tenth(h.Sum))
		}
		g.add(append(row, tenth(t.ErlangC), tenth(t.ErlangA))...)
	}
	return g
}

// tenth prints hours.
func tenth(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return strings.TrimSuffix(fixed(v, 1), ".0")
}

// agreementTable says how often the formulas agree with the simulation.
func (c *Capacity) agreementTable() *grid {
	g := &grid{title: "The formulas beside the simulation, normal operation", head: []string{"group", "formula", "intervals", "agrees", "surely too few", "more than needed", "hours, simulation", "hours, formula"}, left: 2,
		note: "Agrees: its number is not surely too few, and no smaller one is surely enough. Hours are those of the intervals in which both have a number."}
	for _, a := range c.Agreements() {
		g.add(a.Group, a.Formula, fmt.Sprint(a.Intervals), fmt.Sprint(a.Agrees), fmt.Sprint(a.Few), fmt.Sprint(a.Many), tenth(a.Needed), tenth(a.Formed))
	}
	return g
}

// reasonTable says what the runs show where Erlang A is wrong.
func (c *Capacity) reasonTable() *grid {
	g := &grid{title: "Where Erlang A does not agree, what the runs show", head: []string{"group", "what the runs show", "Erlang A too few", "Erlang A more than needed"}, left: 2,
		note: "Intervals; one may count in several rows."}
	for _, a := range c.Agreements() {
		for _, r := range a.Reasons {
			if a.Formula == "Erlang A" {
				g.add(a.Group, r.Name, fmt.Sprint(r.Few), fmt.Sprint(r.Many))
			}
		}
	}
	return g
}

// jsonTotal is the need of a group over a day or the run.
type jsonTotal struct {
	Day     *string     `json:"day"` // null = the whole run
	Group   string      `json:"group"`
	Offered *number     `json:"offered"`
	Needed  []jsonHours `json:"needed"`
	ErlangC *number     `json:"erlang_c_hours"`
	ErlangA *number     `json:"erlang_a_hours"`
}

type jsonHours struct {
	Condition string  `json:"condition"`
	Hours     *number `json:"hours"`
	AtLeast   bool    `json:"at_least"`
}

type jsonAgreement struct {
	Group     string       `json:"group"`
	Formula   string       `json:"formula"`
	Intervals int          `json:"intervals"`
	Agrees    int          `json:"agrees"`
	Few       int          `json:"surely_too_few"`
	Many      int          `json:"more_than_needed"`
	Needed    *number      `json:"hours_simulation"`
	Formed    *number      `json:"hours_formula"`
	Reasons   []jsonReason `json:"runs_show"`
}

type jsonReason struct {
	Name string `json:"what"`
	Few  int    `json:"surely_too_few"`
	Many int    `json:"more_than_needed"`
}

// jsonSums are the totals and comparisons as data; empty where there is one number for
// the whole run.
func (c *Capacity) jsonSums() (totals []jsonTotal, formulas []jsonAgreement) {
	totals, formulas = []jsonTotal{}, []jsonAgreement{}
	if c.Interval == 0 || c.Size != "agents" {
		return totals, formulas
	}
	for _, t := range c.Totals() {
		x := jsonTotal{Group: t.Group, Offered: maybe(t.Offered), ErlangC: maybe(t.ErlangC), ErlangA: maybe(t.ErlangA)}
		if t.Day != "" {
			x.Day = &t.Day
		}
		for i, h := range t.Needed {
			x.Needed = append(x.Needed, jsonHours{c.Conditions[i].Name, maybe(h.Sum), h.AtLeast})
		}
		totals = append(totals, x)
	}
	for _, a := range c.Agreements() {
		x := jsonAgreement{a.Group, a.Formula, a.Intervals, a.Agrees, a.Few, a.Many, maybe(a.Needed), maybe(a.Formed), []jsonReason{}}
		for _, r := range a.Reasons {
			x.Reasons = append(x.Reasons, jsonReason(r))
		}
		formulas = append(formulas, x)
	}
	return totals, formulas
}
