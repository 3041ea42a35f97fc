package fit

import (
	"fmt"
	"math"
	"strings"

	"ccsim/reports"
)

// document adds the comparison to a report.
func (c *Comparison) document(d *reports.Document) {
	head := []string{"", "calls", "simulated", "mean wait s", "simulated", "range", "abandoned %", "simulated", "range"}
	rows := func(lines []line) (rows [][]string) {
		for _, l := range lines {
			rows = append(rows, []string{
				l.Name, fmt.Sprintf("%.0f", l.Calls.Table), fmt.Sprintf("%.0f", l.Calls.Mean),
				fmt.Sprintf("%.1f", l.Wait.Table), fmt.Sprintf("%.1f", l.Wait.Mean), l.Wait.span(1) + mark(l.Wait),
				fmt.Sprintf("%.1f", 100*l.Abandoned.Table), fmt.Sprintf("%.1f", 100*l.Abandoned.Mean), l.Abandoned.span(100) + mark(l.Abandoned),
			})
		}
		return rows
	}
	note := fmt.Sprintf("By the moment at which a call joined the queue; calls that hung up without a wait are left out. Range: least and greatest of\n  %d simulated spans as long as the table; * = the table lies outside of it.", len(c.Sims))
	d.Table("What happened and what the scenario gives, by half hour of the day", note, 1, head, rows(append(c.halfHours(), c.all())))
	d.Table("The same by day of the week", "", 1, head, rows(c.weekdays()))
	d.Heading("Where and why they differ")
	for _, s := range c.differences() {
		d.Line("  " + s)
	}
}

func (f figure) span(scale float64) string {
	return fmt.Sprintf("%.1f–%.1f", f.Least*scale, f.Most*scale)
}

func mark(f figure) string {
	if f.outside() {
		return "*"
	}
	return " "
}

// differences says in words where the scenario differs from what happened, and what
// is known of the reasons.
func (c *Comparison) differences() (lines []string) {
	all := c.all()
	lines = append(lines, fmt.Sprintf("Over all: mean wait %.1f s in the table, %.1f s simulated (%s); abandonment %.1f %%, %.1f %% simulated (%s).",
		all.Wait.Table, all.Wait.Mean, all.Wait.span(1), 100*all.Abandoned.Table, 100*all.Abandoned.Mean, all.Abandoned.span(100)))
	halves := c.halfHours()
	above, below, left := 0, 0, 0
	worst := -1
	for i, l := range halves {
		switch {
		case l.Wait.Table < l.Wait.Least:
			above++
		case l.Wait.Table > l.Wait.Most:
			below++
		}
		if l.Abandoned.outside() {
			left++
		}
		if worst < 0 || l.weight() > halves[worst].weight() {
			worst = i
		}
	}
	lines = append(lines, fmt.Sprintf("Half hours of the day: of %d, the mean wait is simulated too long in %d and too short in %d, beyond chance; abandonment differs in %d.", len(halves), above, below, left))
	if worst >= 0 {
		w := halves[worst]
		lines = append(lines, fmt.Sprintf("Most waiting is misjudged at %s: %.1f s in the table, %.1f s simulated.", w.Name, w.Wait.Table, w.Wait.Mean))
	}
	return append(lines, c.reasons()...)
}

// weight is how many seconds of waiting the simulation is wrong by.
func (l line) weight() float64 { return math.Abs(l.Wait.Table-l.Wait.Mean) * l.Calls.Table }

// reasons are those that this table gives evidence of, and those that it leaves open.
func (c *Comparison) reasons() (lines []string) {
	f := c.fit
	add := func(format string, args ...any) { lines = append(lines, "Why: "+fmt.Sprintf(format, args...)) }
	if c.normal != nil {
		add("half hours with unusually many calls (%d, such as %s); without them the table has a mean wait of %.1f s and %.1f %% abandonment.", len(f.Unusual), f.Unusual[0].When, c.normal.total().meanWait(), 100*c.normal.total().share())
	}
	if f.overdispersed(c.Span) {
		add("days differ with a cv of %s %% beyond chance; so do simulated days, but their staff does not follow, as planners do.", digits3(f.Over.DayCV*100))
	}
	if o := f.Over; o != nil && o.Index > 1.3 {
		add("half hours vary %s times as much as chance makes them; simulated calls come by chance alone.", digits3(o.Index))
	}
	if f.Staff == nil {
		add("the table does not tell the agents: their number is a guess, which decides the waits.")
	} else {
		add("nobody planned the staff of the scenario, it is read off the calls: between %s agent hours (there) and %s (seen), and which of them were free to take a call the table does not tell.", decimals(f.There, 0), decimals(f.Seen, 0))
	}
	if f.WrapupFrom != "" || f.Wrapup == nil {
		add("wrap-up is not in the table.")
	}
	for _, name := range f.Data.unused {
		if strings.Contains(strings.ToLower(name), "prio") {
			add("the column %q is not used: here callers are served in the order in which they came.", name)
		}
	}
	if len(f.Types) > 1 {
		add("here every agent takes every type of call.")
	}
	if p := f.Patience; p != nil && p.Laws[0].Distance > 0.05 {
		add("patience follows no smooth law exactly: it misses Kaplan-Meier by up to %s.", digits3(p.Laws[0].Distance))
	}
	return lines
}

// jsonComparison is the comparison for machines.
type jsonComparison struct {
	Spans       int      `json:"spans"`
	All         line     `json:"all"`
	HalfHours   []line   `json:"half_hours"`
	Weekdays    []line   `json:"weekdays"`
	Differences []string `json:"differences"`
}

func (c *Comparison) json() *jsonComparison {
	round := func(lines []line) []line {
		for i := range lines {
			for _, x := range []*figure{&lines[i].Calls, &lines[i].Wait, &lines[i].Abandoned} {
				*x = figure{round4(x.Table), round4(x.Mean), round4(x.Least), round4(x.Most)}
			}
		}
		return lines
	}
	return &jsonComparison{len(c.Sims), round([]line{c.all()})[0], round(c.halfHours()), round(c.weekdays()), c.differences()}
}
