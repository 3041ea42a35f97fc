package reports

import (
	"math"
	"strconv"
	"strings"
)

// Numbers are printed by fixed rules, with no more digits than the interval
// supports: the half-width is rounded up to one significant digit (two from 10
// on), the value to the same place.

// Plain prints a number without an interval: whole numbers with thousands
// commas, others with at most four significant digits after the integer part.
func Plain(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case v == math.Trunc(v) && math.Abs(v) < 1e15:
		return fixed(v, 0)
	case math.Abs(v) >= 100:
		return fixed(v, 1)
	case math.Abs(v) >= 1:
		return fixed(v, 2)
	}
	return fixed(v, 4)
}

// WithInterval prints value ± half-width by the rules above.
func WithInterval(v, half float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	if math.IsNaN(half) || half == 0 {
		return Plain(v)
	}
	if half < 0.0001 {
		return Plain(v) // finer than any timer of the model
	}
	h, places := roundUp(half)
	return fixed(v, places) + " ± " + fixed(h, places)
}

// roundUp rounds a half-width up to one significant digit, or to a whole number from
// 10 on, and gives the decimal places that this leaves.
func roundUp(half float64) (float64, int) {
	if half >= 10 {
		return math.Ceil(half), 0
	}
	places, scale := 0, 1.0
	for half*scale < 1 && places < 9 {
		places++
		scale *= 10
	}
	return math.Ceil(float64(half*scale)-1e-9) / scale, places
}

// Percent prints a share with its interval in percent.
func Percent(v, half float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	if math.IsNaN(half) || half == 0 {
		return fixed(v*100, 1) + " %"
	}
	return WithInterval(v*100, half*100) + " %"
}

// fixed prints v with a number of decimals, thousands commas and U+2212 for
// minus.
func fixed(v float64, places int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', places, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if v < 0 && strings.Trim(whole, "0.,") != "" {
		return "−" + whole
	}
	return whole
}
