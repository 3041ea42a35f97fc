package reports

import (
	"ccsim/model"
	"ccsim/sim"
)

// Refusal is a maintenance, or another action, that did not go as it was asked for.
type Refusal struct {
	Cause uint32 // the lever, from 1
	What  string // rejected, cancelled, failed, nothing to do
	Why   string // empty where nothing more is to say
}

// refusalOf reads the fact of a refusal.
func refusalOf(x sim.Fact) Refusal {
	r := Refusal{Cause: x.Cause}
	switch x.Kind {
	case model.FactMaintRejected:
		r.What, r.Why = "rejected", model.Refusal(x.Aux).String()
	case model.FactMaintCancelled:
		r.What, r.Why = "cancelled", model.Refusal(x.Aux).String()
	case model.FactLeverIgnored:
		r.What, r.Why = "nothing to do", model.IgnoreReason(x.Aux).String()
	default:
		r.What = "the shutdown failed"
	}
	return r
}
