package reports

import (
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// Prices put a run into money. All amounts are in the currency; what costs
// nothing has no price.
type Prices struct {
	Currency string
	Items    []Price // in the order of reports, each of a kind at most once
}

// Price is what one of something costs.
type Price struct {
	Name   string  // of the metric, after "cost."
	Amount float64 // an hour, a call, a minute, a pending state, an agent
	Words  string  // as it was given, such as 34 an hour of an agent
}

// TotalCost is the name of the metric that sums all costs up.
const TotalCost = "cost.total"

// month is the mean month of the calendar, in hours.
const month = 730.5

// MonthHours is the length of a month of a line.
func MonthHours() float64 { return month }

// priced counts what only money asks for: calls answered after the first
// threshold, of the whole run.
func (f *Fold) priced(x *sim.Fact) {
	if f.opt.Prices != nil && x.Kind == model.FactAnswered && len(f.opt.Levels) > 0 && sim.Time(x.Value) > f.opt.Levels[0] {
		f.late++
	}
}

// costMetrics are what the run cost, of the whole run as all counts are. Hours
// of agents and lines are those that are paid, planned until the horizon,
// not those worked.
func (f *Fold) costMetrics(l *list) {
	if f.opt.Prices == nil {
		return
	}
	total := 0.0
	for _, p := range f.opt.Prices.Items {
		cost := float64(p.Amount * f.quantity(p.Name))
		total += cost
		l.put("cost."+p.Name, f.opt.Prices.Currency, cost)
	}
	l.put(TotalCost, f.opt.Prices.Currency, total)
}

// quantity is how many of something a price is asked for.
func (f *Fold) quantity(name string) float64 {
	switch name {
	case "agents":
		return PaidHours(f.cfg)
	case "lines":
		return float64(float64(f.cfg.Trunks) * hours(f.cfg.Horizon))
	case "lost":
		return float64(f.lost)
	case "late":
		return float64(f.late)
	case "abandoned":
		return float64(f.abandoned)
	case "blocked":
		return float64(f.blocked + f.rejected)
	case "outage":
		return f.outage.Seconds() / 60
	case "pending_states":
		return float64(f.pending[model.PendingLost])
	}
	return float64(f.signedOut)
}

func hours(t sim.Time) float64 { return t.Seconds() / 3600 }

// PaidHours are the hours of the agents' plans until the horizon: schedule or
// staffing, and the whole run for agents without either. Breaks are paid, and
// who does not come is too.
func PaidHours(cfg *model.Config) float64 {
	sum := sim.Time(0)
	for i := range cfg.Groups {
		g := &cfg.Groups[i]
		if len(g.Staff) == 0 {
			sum += sim.Time(g.Count) * cfg.Horizon
		}
		for k, s := range g.Staff {
			to := cfg.Horizon
			if k+1 < len(g.Staff) {
				to = min(to, g.Staff[k+1].At)
			}
			sum += sim.Time(s.Count) * max(to-max(s.At, 0), 0)
		}
	}
	return hours(sum)
}

// costTable says what the run cost, thing by thing.
func costTable(r *Report) *grid {
	p := r.Options.Prices
	if p == nil {
		return nil
	}
	g := &grid{title: "Cost of the run, " + p.Currency, head: heads(r, "cost")}
	g.note = "Of the whole run; paid hours are those of the plan, and lines are paid whether used or not.\n  Prices: "
	var words []string
	for _, x := range p.Items {
		r.row(g, strings.ReplaceAll(x.Name, "_", " "), "cost."+x.Name, "all", showMoney)
		words = append(words, x.Words)
	}
	g.note += strings.Join(words, ", ") + "."
	r.row(g, "all", TotalCost, "all", showMoney)
	return g
}

func showMoney(res *Result, name, scope string) string {
	s, ok := res.Get(name, scope)
	if !ok || s.N == 0 {
		return "–"
	}
	return Money(s.Mean, s.HalfWidth(confidence))
}

// Money prints an amount with its interval: whole units of the currency where
// the interval has no say.
func Money(v, half float64) string {
	if half > 0 || v != v {
		return WithInterval(v, half)
	}
	if v < 100 && v > -100 {
		return Plain(v)
	}
	return fixed(v, 0)
}
