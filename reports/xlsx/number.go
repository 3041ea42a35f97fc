package xlsx

import (
	"regexp"
	"strconv"
	"strings"
)

// number is a cell of a report as a spreadsheet has it: the value, and half the
// width of its interval where it has one.
type number struct {
	value, half float64
	interval    bool
	places      int // decimals that the report shows; -1 = as many as there are
	percent     bool
	unit        string
}

// shown is a number as reports print it: sign, thousands commas, an interval, a
// unit, and the bound of a count that was never seen.
var shown = regexp.MustCompile(`^([+−-]?)([0-9][0-9,]*(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?)(?: ± ([0-9][0-9,]*(?:\.[0-9]+)?))?( ?%| s| ms| h)?(?: \(< [0-9.,]+\))?$`)

func parse(text string) (n number, ok bool) {
	m := shown.FindStringSubmatch(text)
	if m == nil {
		return n, false
	}
	plain := strings.ReplaceAll(m[2], ",", "")
	shift := "" // a share in percent: its value is a hundredth
	if strings.HasSuffix(m[4], "%") {
		shift = "e-2"
	}
	v, err := strconv.ParseFloat(plain+shift, 64)
	if err != nil || len(plain) > 15 && !strings.ContainsAny(plain, ".e") {
		return n, false // a spreadsheet keeps 15 digits: a longer seed stays a text
	}
	if m[1] != "" && m[1] != "+" {
		v = -v
	}
	_, decimals, _ := strings.Cut(plain, ".")
	n.value, n.places, n.unit = v, len(decimals), strings.TrimSpace(m[4])
	if m[3] != "" {
		n.half, n.interval = first(strconv.ParseFloat(strings.ReplaceAll(m[3], ",", "")+shift, 64)), true
	}
	if n.places > 6 || strings.Contains(plain, "e") {
		n.places = -1
	}
	if n.unit == "%" {
		n.percent, n.unit = true, ""
	}
	return n, true
}

func first(v float64, _ error) float64 { return v }

// format is the number format of a spreadsheet; empty for one that shows all
// digits.
func (n number) format() string {
	if n.places < 0 {
		return ""
	}
	f := "#,##0"
	if n.places > 0 {
		f += "." + strings.Repeat("0", n.places)
	}
	switch {
	case n.percent:
		f += "%"
	case n.unit != "":
		f += ` "` + n.unit + `"`
	}
	return f
}
