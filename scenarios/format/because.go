package format

import (
	"strconv"
	"strings"
)

// Reasons are the names of why a maintenance was rejected or cancelled.
var Reasons = []string{
	"simplex", "pg-type", "client-rejected", "client-silent", "operator", "failure", "in-progress", "timeout", "congestion",
	"vru-pg", "prompt", "call-server-down", "no-maintenance-mode", "release", "patch", "device-majority", "service-rejected", "mr-protocol", "login",
}

// because reads the reason that may stand behind an event: because REASON.
func (p *exprParser) because(e *EventAt) {
	if p.peek() != "because" {
		return
	}
	p.i++
	col := p.col()
	reason := p.word("a reason")
	switch e.Event {
	case "maintenance-rejected", "maintenance-cancelled":
		for i, r := range Reasons {
			if r == reason {
				e.Because = i + 1
				return
			}
		}
		p.fail(col, "unknown reason %q; %s", reason, Suggest(reason, Reasons))
	case "signed-out", "forced-not-ready":
		n, err := strconv.ParseInt(reason, 10, 17)
		if err != nil || n == 0 || n < -100 {
			p.fail(col, "expected a reason code, such as 50002 or -2, found %q", reason)
		}
		e.Because = int(uint16(n)) // as facts have it: -2 is 65534
	default:
		p.fail(col, "%s has no reason; one stands behind %s", e.Event, strings.Join(withReason, ", "))
	}
}

var withReason = []string{"maintenance-rejected", "maintenance-cancelled", "signed-out", "forced-not-ready"}

// withoutReason refuses a reason where an event is only waited for.
func (p *exprParser) withoutReason(e *EventAt) {
	if e.Because > 0 {
		p.fail(e.Col, "a reason can be asked for in expectations only")
	}
}
