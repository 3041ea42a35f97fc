package reports

import "math"

// price is what an hour of an agent or line costs, and whether it has a price.
func (c *Capacity) price() (amount float64, ok bool) {
	name := map[string]string{"agents": "agents", "trunks": "lines"}[c.Size]
	if c.Prices == nil || name == "" {
		return 0, false
	}
	for _, p := range c.Prices.Items {
		if p.Name == name {
			return p.Amount, true
		}
	}
	return 0, false
}

// Hours are what is needed over all intervals under a condition; missing where the need
// of one is not known.
func (c *Capacity) Hours(condition int) float64 {
	sum := 0.0
	for i := range c.Conditions[condition].Needs {
		n := &c.Conditions[condition].Needs[i]
		if !n.Enough && n.Top > 0 {
			return missing
		}
		sum += float64(float64(n.Count) * hours(n.To-n.From))
	}
	return sum
}

// Cost is what the need costs under a condition, in the currency of the prices;
// missing without a price.
func (c *Capacity) Cost(condition int) float64 {
	amount, ok := c.price()
	if !ok {
		return missing
	}
	return float64(amount * c.Hours(condition))
}

// costTable says what the need costs under each condition; nil without a price.
func (c *Capacity) costTable() *grid {
	if _, ok := c.price(); !ok {
		return nil
	}
	g := &grid{title: "Cost of the need, " + c.Prices.Currency, head: []string{"condition", "hours", "cost", "more than normal"},
		note: "Of the intervals above, paid for exactly as long as they are needed: shifts and shrinkage come on top (--shifts)."}
	usual := c.Cost(0)
	for i := range c.Conditions {
		more := "–"
		if d := c.Cost(i) - usual; i > 0 && !math.IsNaN(d) {
			more = signed(d, 0, false)
		}
		g.add(c.Conditions[i].Name, Plain(math.Round(c.Hours(i)*10)/10), Money(c.Cost(i), missing), more)
	}
	return g
}

// jsonNeedCost is what a need costs.
type jsonNeedCost struct {
	Hours    *number `json:"hours"`
	Cost     *number `json:"cost"`
	Currency string  `json:"currency"`
}

// jsonCost is nothing without a price.
func (c *Capacity) jsonCost(condition int) *jsonNeedCost {
	if _, ok := c.price(); !ok {
		return nil
	}
	return &jsonNeedCost{maybe(c.Hours(condition)), maybe(c.Cost(condition)), c.Prices.Currency}
}
