package fit

import (
	"math"
	"strconv"
	"strings"
)

// digits3 prints three significant digits: what a fit supports, and few enough to be
// the same on every processor.
func digits3(v float64) string { return significant(v, 3) }

func significant(v float64, n int) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	s := strconv.FormatFloat(v, 'e', n-1, 64)
	r, _ := strconv.ParseFloat(s, 64)
	return strconv.FormatFloat(r, 'f', -1, 64)
}

// seconds prints a duration of a scenario with three significant digits.
func seconds(v float64) string { return digits3(v) + "s" }

// decimals prints a number with at most so many decimals.
func decimals(v float64, n int) string {
	s := strconv.FormatFloat(v, 'f', n, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// round3 rounds to three significant digits; what is no number becomes 0.
func round3(v float64) float64 {
	r, _ := strconv.ParseFloat(digits3(v), 64)
	return r
}

// round4 rounds to four decimals.
func round4(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return math.Round(v*1e4) / 1e4
}
