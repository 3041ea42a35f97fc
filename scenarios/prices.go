package scenarios

import (
	"slices"
	"strconv"
	"strings"

	"ccsim/reports"
	"ccsim/scenarios/format"
)

// prices compiles what things cost; nil where the scenario has no prices.
func (c *compiler) prices() *reports.Prices {
	f := c.sc.Prices
	if f == nil {
		return nil
	}
	out := &reports.Prices{Currency: f.Currency.S}
	if !f.Currency.Set || f.Currency.S == "" {
		c.Add(f.Pos, "prices need their currency, such as currency: EUR")
	}
	if f.LineHour.Set && f.LineMonth.Set {
		c.Add(f.LineMonth.Pos, "a line has a price an hour or a month, not both")
	}
	line, of, given := f.LineHour, "an hour of a line", f.LineHour.F
	if f.LineMonth.Set {
		line, of, given = f.LineMonth, "a month of a line", f.LineMonth.F
		line.F /= reports.MonthHours()
	}
	if line.Set && c.cfg.Trunks <= 0 {
		c.Add(line.Pos, "lines have a price, but the center has no number of them: set center.trunks")
	}
	for _, x := range []struct {
		name, of string
		price    format.Float
	}{
		{"agents", "an hour of an agent", f.AgentHour}, {"lines", of, line}, {"lost", "a lost call", f.Lost},
		{"late", "a call answered after the first threshold", f.Late}, {"abandoned", "an abandoned call", f.Abandoned},
		{"blocked", "a blocked or rejected call", f.Blocked}, {"outage", "a minute without an active side", f.Outage},
		{"pending_states", "a lost pending state", f.PendingState}, {"signed_out", "an agent signed out by a fault", f.SignedOut},
	} {
		if x.price.F < 0 {
			c.Add(x.price.Pos, "a price is not negative")
		}
		if x.price.Set {
			amount := x.price.F
			if x.name == "lines" {
				amount = given
			}
			out.Items = append(out.Items, reports.Price{Name: x.name, Amount: x.price.F, Words: strconv.FormatFloat(amount, 'f', -1, 64) + " " + x.of})
		}
	}
	if len(out.Items) == 0 {
		c.Add(f.Pos, "nothing has a price: name one, such as agent_hour: 35 or abandoned_call: 4")
	}
	return out
}

// priced checks that a metric of money has its price.
func (c *compiler) priced(to *Compiled, metric string, at format.Pos) {
	name, ok := strings.CutPrefix(metric, "cost.")
	if !ok || to.Prices != nil && (metric == reports.TotalCost || slices.ContainsFunc(to.Prices.Items, func(p reports.Price) bool { return p.Name == name })) {
		return
	}
	c.Add(at, "%s is not measured: nothing of it has a price under prices", metric)
}
