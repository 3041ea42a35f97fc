package reports

import "math"

// jsonRule is how a stopping rule ended.
type jsonRule struct {
	Min      int          `json:"min"`
	Max      int          `json:"max"`
	Width    number       `json:"precision"`
	Relative bool         `json:"relative"`
	Reached  bool         `json:"reached"`
	Of       []jsonStands `json:"of"`
	Words    string       `json:"words"`
}

// jsonStands is one metric of a rule: its half-width in the terms of the rule.
type jsonStands struct {
	Name    string  `json:"name"`
	Scope   string  `json:"scope"`
	Variant string  `json:"variant,omitempty"`
	Half    *number `json:"half_width"`
	Reached bool    `json:"reached"`
}

func (r *Report) jsonRule() *jsonRule {
	u := r.Rule
	if u == nil {
		return nil
	}
	out := &jsonRule{u.Min, u.Max, number(u.Width), u.Relative, Met(r.Precision), []jsonStands{}, r.stopWords()}
	for _, p := range r.Precision {
		out.Of = append(out.Of, jsonStands{p.Name, p.Scope, p.Column, maybe(p.Half), p.OK})
	}
	return out
}

// jsonTail is what some metrics have beside mean and half-width: the median
// over runs with its interval by order statistics, or the bound of a count that
// was never seen.
type jsonTail struct {
	Median *number `json:"median,omitempty"`
	Low    *number `json:"low,omitempty"`
	High   *number `json:"high,omitempty"`
	Below  *number `json:"below,omitempty"`
}

func (r *Result) tail(i int) *jsonTail {
	s := &r.Stats[i]
	if bound := s.Upper(); !math.IsNaN(bound) {
		return &jsonTail{Below: maybe(bound)}
	}
	if !isQuantile(s.Name) || s.N < 2 {
		return nil
	}
	m := r.Median(i, confidence)
	return &jsonTail{Median: maybe(m.Value), Low: maybe(m.Low), High: maybe(m.High)}
}

// note is what a row of the table says in words: a precision that was not
// reached, or the bound of a count that was never seen.
func (r *Report) note(column int, s *Stat) string {
	name := ""
	if column > 0 {
		name = r.Variants[column-1].Name
	}
	for _, p := range r.Precision {
		if !p.OK && p.Column == name && p.Name == s.Name && p.Scope == s.Scope {
			return "precision not reached"
		}
	}
	if bound := s.Upper(); !math.IsNaN(bound) {
		return "none: the mean is below " + cell(bound) + " at 95 %"
	}
	return ""
}
