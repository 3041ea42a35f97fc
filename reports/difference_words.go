package reports

import (
	"math"
	"strings"
)

// phrases say a difference of a metric in words: what there is more of, or what is
// higher. The metrics are those that a headline tells of.
var phrases = map[string]phrase{
	"calls.lost":          {noun: "calls lost", one: "call lost", up: "more", down: "fewer"},
	"calls.abandoned":     {noun: "calls abandoned", one: "call abandoned", up: "more", down: "fewer"},
	"pending_states.lost": {noun: "pending states lost", one: "pending state lost", up: "more", down: "fewer"},
	"agents.signed_out":   {noun: "agents signed out", one: "agent signed out", up: "more", down: "fewer"},
	"abandonment_rate":    {subject: "abandonment rate", up: "higher", down: "lower"},
	"mean_wait":           {subject: "mean wait", up: "longer", down: "shorter"},
	"occupancy":           {subject: "occupancy", up: "higher", down: "lower"},
	TotalCost:             {subject: "cost", up: "higher", down: "lower"},
}

// phrase has the words around a difference: "8 more agents signed out" of what is
// counted, "mean wait 2 s longer" of what is measured.
type phrase struct {
	noun, one string // of what is counted
	subject   string // of what is measured
	up, down  string
}

// phraseOf is the phrase of a metric.
func phraseOf(name string) phrase {
	if level, ok := strings.CutPrefix(name, "service_level_"); ok {
		return phrase{subject: "service level (" + strings.TrimSuffix(level, "s") + " s)", up: "higher", down: "lower"}
	}
	if p, ok := phrases[name]; ok {
		return p
	}
	return phrase{subject: name, up: "higher", down: "lower"}
}

// words say a difference, such as 8 more agents signed out.
func (d *Difference) words() string {
	p := phraseOf(d.Name)
	way := p.up
	if d.Value < 0 {
		way = p.down
	}
	size := d.size()
	switch {
	case p.subject != "":
		return p.subject + " " + size + " " + way
	case size == "1":
		return size + " " + way + " " + p.one
	}
	return size + " " + way + " " + p.noun
}

// size is a difference without its sign, with its unit: shares differ by points of
// a percentage.
func (d *Difference) size() string {
	v, half := math.Abs(d.Value), d.HalfWidth(confidence)
	switch {
	case isShare(d.Name):
		return strings.TrimSuffix(Percent(v, half), " %") + " points"
	case d.Unit == "s" || d.Name == TotalCost:
		return WithInterval(v, half) + " " + d.Unit
	}
	return WithInterval(v, half)
}
