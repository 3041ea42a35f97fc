package fit

import (
	"math"
	"strconv"
	"strings"
)

// isEmpty tells whether a cell says nothing.
func isEmpty(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "-", "–", "null", "na", "n/a", "none", "nan":
		return true
	}
	return false
}

// clean strips what spreadsheets put around a value: spaces that do not break, an
// apostrophe that makes text, ="..." that keeps leading zeros.
func clean(s string) string {
	s = strings.Trim(s, " \t\u00a0\u202f")
	if rest, ok := strings.CutPrefix(s, "="); ok && len(rest) > 1 && rest[0] == '"' {
		return strings.Trim(rest, `"`)
	}
	return strings.TrimPrefix(s, "'")
}

// numbers reads plain numbers. A comma is decimal unless the table itself is
// separated by commas and the cell has the form of thousands, such as 1,234.
type numbers struct{ commas bool }

func (n numbers) parse(s string) (float64, bool) {
	if strings.Contains(s, ",") {
		if n.commas && thousands(s) {
			s = strings.ReplaceAll(s, ",", "")
		} else {
			if strings.Contains(s, ".") { // 1.234,5
				s = strings.ReplaceAll(s, ".", "")
			}
			s = strings.Replace(s, ",", ".", 1)
		}
	}
	if s == "" || s[0] != '-' && s[0] != '.' && (s[0] < '0' || s[0] > '9') {
		return 0, false
	}
	if v, ok := digits(s); ok {
		return float64(v), true
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// thousands tells whether commas stand before groups of three digits.
func thousands(s string) bool {
	whole, _, _ := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3) {
			return false
		}
	}
	return true
}

// digits reads a whole number without sign of at most 15 digits.
func digits(s string) (int64, bool) {
	if len(s) == 0 || len(s) > 15 {
		return 0, false
	}
	v := int64(0)
	for i := range len(s) {
		d := s[i] - '0'
		if d > 9 {
			return 0, false
		}
		v = v*10 + int64(d)
	}
	return v, true
}

// ms rounds seconds to milliseconds.
func ms(seconds float64) int64 { return int64(math.Round(seconds * 1000)) }

// duration reads a span in milliseconds: a number in the unit of its column,
// mm:ss, hh:mm:ss, or with units such as 3m25s.
func (n numbers) duration(s string, unit float64) (int64, bool) {
	if v, ok := n.parse(s); ok {
		return ms(v * unit), true
	}
	if strings.Contains(s, ":") {
		return n.sexagesimal(s, true)
	}
	return n.withUnits(s)
}

// sexagesimal reads parts of 60. Two parts are mm:ss of a span, hh:mm of a time of
// day.
func (n numbers) sexagesimal(s string, span bool) (int64, bool) {
	parts := strings.Split(s, ":")
	if len(parts) > 3 || len(parts) < 2 {
		return 0, false
	}
	total := int64(0)
	for i, p := range parts {
		v, ok := n.parse(p)
		if !ok || v < 0 || i > 0 && v >= 60 {
			return 0, false
		}
		total = total*60 + ms(v)
	}
	if len(parts) == 2 && !span {
		total *= 60
	}
	return total, true
}

var spanUnits = []struct {
	name string
	ms   float64
}{{"ms", 1}, {"sec", 1000}, {"min", 60000}, {"s", 1000}, {"m", 60000}, {"h", 3600000}}

func (n numbers) withUnits(s string) (total int64, ok bool) {
	for s = strings.ToLower(strings.ReplaceAll(s, " ", "")); s != ""; {
		end := strings.IndexFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' })
		if end < 1 {
			return 0, false
		}
		v, good := n.parse(s[:end])
		if s = s[end:]; !good || v < 0 {
			return 0, false
		}
		good = false
		for _, u := range spanUnits {
			if rest, is := strings.CutPrefix(s, u.name); is {
				total, s, good = total+int64(math.Round(v*u.ms)), rest, true
				break
			}
		}
		if !good {
			return 0, false
		}
	}
	return total, true
}

// clock reads a time of day in milliseconds: hh:mm, hh:mm:ss, with am or pm.
func (n numbers) clock(s string) (int64, bool) {
	lower := strings.ToLower(s)
	half := ""
	for _, suffix := range []string{"am", "pm", "a.m.", "p.m."} {
		if rest, ok := strings.CutSuffix(lower, suffix); ok {
			s, half = strings.TrimSpace(rest), suffix[:1]
		}
	}
	t, ok := n.sexagesimal(s, false)
	if !ok {
		return 0, false
	}
	const hour = 3600_000
	if half != "" {
		if t < hour || t >= 13*hour {
			return 0, false
		}
		t %= 12 * hour
		if half == "p" {
			t += 12 * hour
		}
	}
	return t, t < 48*hour
}

func looksLikeClock(s string) bool { _, ok := numbers{}.clock(s); return ok }

// words of outcomes in call tables, without case and punctuation.
var words = map[Outcome]string{
	Answered:  "agent answered answer handled served completed connected yes ok normal angenommen bearbeitet",
	Abandoned: "hang hangup hungup abandoned abandon aband lost noanswer unanswered missed no aufgelegt verloren abgebrochen",
}

// outcomeOf reads an outcome: by the user's words first.
func outcomeOf(s string, own map[string]Outcome) (Outcome, bool) {
	if o, ok := own[s]; ok {
		return o, true
	}
	name := plainName(strings.ToLower(s))
	for o, list := range words {
		for _, w := range strings.Fields(list) {
			if w == name {
				return o, true
			}
		}
	}
	return 0, false
}
