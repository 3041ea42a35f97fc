package sim

import "strconv"

// units are the parts of a span below one second, from coarse to fine.
var units = [...]struct {
	size Time
	name string
}{{Millisecond, "ms"}, {Microsecond, "us"}, {Nanosecond, "ns"}}

// spell writes a span as a scenario would: 2m30s, 1h, 1.5s, 250ms.
func spell(t Time) string {
	switch {
	case t == 0:
		return "0s"
	case t < 0:
		// The smallest Time has no opposite; one nanosecond more will do.
		return "-" + spell(-max(t, -Forever))
	case t < Second:
		for _, u := range units {
			if t >= u.size {
				return decimal(t, u.size) + u.name
			}
		}
	}
	text := ""
	if h := t / Hour; h > 0 {
		text += strconv.FormatInt(int64(h), 10) + "h"
	}
	if m := t % Hour / Minute; m > 0 {
		text += strconv.FormatInt(int64(m), 10) + "m"
	}
	if s := t % Minute; s > 0 {
		text += decimal(s, Second) + "s"
	}
	return text
}

// decimal writes t in units with as many decimals as it needs.
func decimal(t, unit Time) string {
	text := strconv.FormatInt(int64(t/unit), 10)
	rest := t % unit
	if rest == 0 {
		return text
	}
	text += "."
	for rest > 0 {
		unit /= 10
		text += strconv.FormatInt(int64(rest/unit), 10)
		rest %= unit
	}
	return text
}

// number writes a parameter with as many digits as it needs.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
