package plan

import (
	"fmt"
	"strings"

	"ccsim/reports"
	"ccsim/sim"
)

// label names a column.
func (p *Plan) label(name string) string {
	switch name {
	case reports.TotalCost:
		return "cost, " + p.Currency
	case "pending_states.lost":
		return "pending states lost"
	case "calls.abandoned":
		return "more abandoned"
	case "calls.lost":
		return "calls lost"
	case "agents.signed_out":
		return "agents signed out"
	case Harm:
		return "people harmed"
	}
	return "service level, points"
}

// Objective says in words what starts are judged by.
func (p *Plan) Objective() string {
	switch p.By {
	case Cost:
		return "cost in " + p.Currency
	case Harm:
		return "people harmed: pending states lost, callers more who abandoned, calls lost and agents signed out, each as one"
	}
	return p.label(p.By)
}

// amount prints what a start costs.
func (p *Plan) amount(d *reports.Difference) string {
	text := d.Signed()
	if p.By == Cost {
		return text + " " + p.Currency
	}
	if p.By == Harm {
		return text + " people harmed"
	}
	return text + " " + p.label(p.By)
}

// Headline is the answer for one maintenance.
func (p *Plan) Headline(m *Maintenance) string {
	if m.Best < 0 {
		return fmt.Sprintf("No start from %s on lets the maintenance of %s come to its end.", p.short(p.From), m.Target)
	}
	s := &m.Starts[m.Best]
	text := fmt.Sprintf("Start the maintenance of %s at %s: ", m.Target, p.short(s.At))
	if m.Fresh == nil {
		d := p.mean(s)
		return text + p.amount(&d) + " against the same day without it."
	}
	text += p.amount(m.Fresh) + " against the same day without it"
	switch {
	case m.As != nil:
		text += fmt.Sprintf(", %s at %s as the scenario has it", p.amount(m.As), p.short(m.Written))
	case m.Written == s.At:
		text += ", as the scenario has it"
	}
	return text + "."
}

// mean is what a start costs by the replications that it was chosen by.
func (p *Plan) mean(s *Start) reports.Difference {
	return reports.PairValues(reports.Metric{Name: p.By, Scope: "all"}, make([]float64, len(s.Values)), s.Values)
}

// Certainty says how sure the choice is.
func (p *Plan) Certainty(m *Maintenance) string {
	switch {
	case m.Best < 0:
		return ""
	case p.Replications < 2:
		return "One replication says nothing about chance: ask for more with --replications."
	case m.Possible == 1:
		return "No other start is possible."
	case m.Same == 1:
		return fmt.Sprintf("Each of the %d other starts costs more, and not by chance.", m.Possible-1)
	case m.Same == m.Possible:
		return fmt.Sprintf("None of the %d possible starts can be told apart from the cheapest (%s); the earliest of the run around it is taken.", m.Possible, p.short(m.Starts[m.Cheapest].At))
	}
	return fmt.Sprintf("%d of %d possible starts cannot be told apart from the cheapest (%s): %s. The earliest of the run around it is taken.",
		m.Same, m.Possible, p.short(m.Starts[m.Cheapest].At), p.runs(m))
}

func (p *Plan) runs(m *Maintenance) string {
	var words []string
	for _, r := range m.Runs {
		text := p.short(m.Starts[r.First].At)
		if r.First != r.Last {
			text += " – " + p.short(m.Starts[r.Last].At)
		}
		words = append(words, text)
	}
	return strings.Join(words, ", ")
}

// short leaves out the seconds of a time of day where there are none.
func (p *Plan) short(t sim.Time) string {
	text := p.Clock(t)
	if strings.Count(text, ":") == 2 && strings.HasSuffix(text, ":00") {
		return strings.TrimSuffix(text, ":00")
	}
	return text
}

// Note is what a row says of its start.
func (m *Maintenance) Note(i int) string {
	s := &m.Starts[i]
	switch {
	case !s.Possible():
		return strings.Join(s.Trouble, "; ")
	case i == m.Best && i == m.Cheapest:
		return "best"
	case i == m.Best:
		return "best: the earliest of its run"
	case i == m.Cheapest:
		return "cheapest"
	case !s.Apart:
		return "not told apart"
	}
	return ""
}

// Assumptions say what the plan rests on.
func (p *Plan) Assumptions() []string {
	lines := []string{
		fmt.Sprintf("Each start is the whole run with the maintenance alone, against the run without any: the same callers, paired replication by replication (%d of seed %d).", p.Replications, p.Seed),
		"All else of the timeline stays where it is, and what is tied to an event of the maintenance comes with it; other maintenances are left out.",
		"Judged by " + p.Objective() + ".",
		"Told apart: at 95 %, with Holm's correction for the number of starts.",
	}
	if p.gained() {
		lines = append(lines, "Where fewer callers abandon with the maintenance, agents work on whose request for Not Ready was lost: "+p.gain())
	}
	for i := range p.Maintenances {
		if p.Maintenances[i].Fresh != nil {
			return append(lines, fmt.Sprintf("The sentence above is of as many other replications (%d of seed %d): the least of many estimates is too low.", p.Replications, p.Fresh))
		}
	}
	return lines
}

// gained tells whether at some start surely fewer callers abandon.
func (p *Plan) gained() bool {
	for i := range p.Maintenances {
		for k := range p.Maintenances[i].Starts {
			for j := range p.Maintenances[i].Starts[k].Costs {
				if d := &p.Maintenances[i].Starts[k].Costs[j]; d.Name == "calls.abandoned" && d.Value < 0 && d.Sure() {
					return true
				}
			}
		}
	}
	return false
}

// gain says what the objective makes of that.
func (p *Plan) gain() string {
	switch p.By {
	case Cost:
		return "that is a gain in money only, and prices.pending_state says what a lost request is worth."
	case Harm:
		return "that is not counted as a gain."
	}
	return "that is no merit of the start."
}
