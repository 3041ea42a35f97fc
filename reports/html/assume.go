package html

import (
	"fmt"

	"ccsim/model"
	"ccsim/reports"
)

// terms define what the key figures count.
var terms = []fact{
	{"Pending state lost", "A state that an agent asked for during a call, accepted and never applied. The agent ends the call in the state before it."},
	{"Call lost", "A call that a fault ended: neither the caller nor the agent hung up."},
	{"Context lost", "A live call whose variables no process can show any more, or a wrap-up whose code is gone. The caller hears nothing of it."},
	{"Control lost", "A live call that the desktop cannot act on until the agent is signed in again."},
	{"Agents signed out", "Agents whom a fault signed out; they have to be signed in again."},
	{"Service level", "Calls answered within the threshold, of all calls offered."},
	{"Recovered", "What every process believes agrees with the truth again, and every agent on shift is signed in with a desktop."},
}

// assumptions are the settings behind a result that no public source gives, or
// that sources disagree on.
func assumptions(c *model.Config) (all []fact) {
	t := &c.Timers
	all = append(all, fact{"Stated by the vendor", fmt.Sprintf("A side is missed after %d keep-alives of %s on the private link, %d of %s on the public network; a CTI client answers a maintenance request within %s.",
		t.PrivateMisses, t.PrivateHeartbeat, t.PublicMisses, t.PublicHeartbeat, t.CTIResponse)})
	if t.Activation > 0 || t.ActivationPerAgent > 0 {
		all = append(all, fact{"Assumed: PIM activation", fmt.Sprintf("%s and %s for each phone.", reports.Span(t.Activation), t.ActivationPerAgent)})
	}
	if t.Handover > 0 {
		all = append(all, fact{"Assumed: handover", fmt.Sprintf("%s from the agreement of all clients until the peer serves.", reports.Span(t.Handover))})
	}
	if !t.Recovery.IsZero() {
		all = append(all, fact{"Stated: Finesse failover", fmt.Sprintf("Agents are signed in again %s after the new side serves (Finesse Administration Guide 15.0(1)).", t.Recovery)})
	}
	for _, g := range c.Groups {
		if p := g.Pending; p.Probability > 0 || p.PerHour > 0 {
			how := fmt.Sprintf("%s of calls", reports.Percent(p.Probability, 0))
			if p.PerHour > 0 {
				how = "at a rate per time of talk"
			}
			all = append(all, fact{"Assumed: pending states", fmt.Sprintf("Agents of %s ask for a state in %s, %s of them for Not Ready.", clean(g.Name), how, reports.Percent(p.NotReadyShare, 0))})
			break
		}
	}
	policy := "as before the fault (Reporting Concepts 12.6(1)); the other reading is Not Ready"
	if c.Policies.AfterFailover == model.AfterNotReady {
		policy = "Not Ready (Finesse 15.0(1)); the other reading is as before the fault"
	}
	return append(all, fact{"Sources disagree", "After a failover an agent comes back " + policy + "."})
}
