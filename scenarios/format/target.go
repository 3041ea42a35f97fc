package format

import (
	"fmt"
	"strconv"
	"strings"
)

// TargetKind is what a target is.
type TargetKind uint8

// Kinds of targets.
const (
	TargetNone   TargetKind = iota
	TargetPG                // agent-pg-1, both sides
	TargetPGSide            // agent-pg-1/A
	TargetCTI               // cti-1/A, the CTI server of the first Agent PG
	TargetLink              // link/private:agent-pg-1
	TargetAgents            // agents/sales-team
	TargetAgent             // agents/sales-team/3
	TargetCalls             // calls/sales
)

// Target is what a lever acts on or whose event is meant.
type Target struct {
	Value
	Kind TargetKind
	Name string // of the PG, group or call type as the file has it
	Side int    // 0 = A, 1 = B
	N    int    // number of an agent of a group, or of a CTI server, from 1
	From string // of a link: A or B for one direction, named by its sender; empty = both
	Text string
}

func (t *Target) unit() string { return "a target, such as agent-pg-1/A" }

// parse reads the form only; whether the name exists is checked when the
// whole file is known.
func (t *Target) parse(s string) error {
	t.Text = s
	if why := laterTarget(s); why != "" {
		return fmt.Errorf("%q is not available in this version of ccsim: %s", s, why)
	}
	parts := strings.Split(s, "/")
	switch {
	case parts[0] == "link" && len(parts) == 2:
		name, ok := strings.CutPrefix(parts[1], "private:")
		for _, way := range []string{"A>B", "B>A"} {
			if rest, one := strings.CutSuffix(name, ":"+way); one {
				name, t.From = rest, way[:1]
			}
		}
		t.Kind, t.Name = TargetLink, name
		if !ok || name == "" || strings.ContainsAny(name, ":>") {
			return fmt.Errorf("%q is not a link of this version; write link/private:AGENT-PG, or link/private:AGENT-PG:A>B for one direction", s)
		}
	case parts[0] == "agents" && len(parts) == 2:
		t.Kind, t.Name = TargetAgents, parts[1]
	case parts[0] == "agents" && len(parts) == 3:
		n, err := strconv.Atoi(parts[2])
		if err != nil || n < 1 {
			return fmt.Errorf("%q: agents of a group are counted from 1, such as agents/%s/3", s, parts[1])
		}
		t.Kind, t.Name, t.N = TargetAgent, parts[1], n
	case parts[0] == "calls" && len(parts) == 2:
		t.Kind, t.Name = TargetCalls, parts[1]
	case len(parts) == 1:
		t.Kind, t.Name = TargetPG, s
	case len(parts) == 2 && (parts[1] == "A" || parts[1] == "B"):
		t.Name, t.Side, t.Kind = parts[0], int(parts[1][0]-'A'), TargetPGSide
		if n, ok := strings.CutPrefix(parts[0], "cti-"); ok {
			if i, err := strconv.Atoi(n); err == nil {
				t.Kind, t.N = TargetCTI, i
			}
		}
	default:
		return fmt.Errorf("%q is not a target; write agent-pg-1/A, cti-1/A, link/private:agent-pg-1, agents/GROUP, agents/GROUP/3 or calls/TYPE", s)
	}
	return nil
}

var laterTargets = []struct{ prefix, why string }{
	{"router/", "the Router pair always runs; its failures come in a later version"},
	{"logger/", "Loggers come in a later version"},
	{"finesse-", "Finesse servers as processes come in a later version; crash the CTI server instead"},
	{"dialer-", "the Dialer comes in a later version"},
	{"mr-pg-", "Media Routing PGs come in a later version"},
	{"vru-pg-", "VRU PGs come in a later version"},
	{"cvp-", "CVP comes in a later version"},
	{"reporting-", "CVP comes in a later version"},
	{"hds-", "AW-HDS comes in a later version"},
	{"cucm", "CUCM comes in a later version"},
	{"cti-manager/", "CUCM comes in a later version"},
	{"campaign", "campaigns come in a later version"},
	{"vm/", "virtual machines come in a later version; target the service itself"},
	{"site/", "sites come in a later version"},
	{"link/public", "the public network comes in a later version"},
	{"link/private:router", "the Router pair always runs; its private link comes in a later version"},
	{"link/jtapi", "CUCM comes in a later version"},
	{"link/cti", "CTI links come in a later version"},
	{"gateway-", "gateways come in a later version"},
	{"vvb-", "voice browsers come in a later version"},
	{"desktops/", "desktops as targets come in a later version"},
	{"registry/", "virtual machines come in a later version"},
	{"service-control/", "virtual machines come in a later version"},
	{"lookup/", "routing scripts come in a later version"},
}

func laterTarget(s string) string {
	for _, l := range laterTargets {
		if strings.HasPrefix(s, l.prefix) {
			return l.why
		}
	}
	return ""
}

// VerbFits says which kinds of targets each verb acts on.
var VerbFits = map[string][]TargetKind{
	"maintenance": {TargetPGSide}, "cancel": {TargetPGSide},
	"stop": {TargetPGSide, TargetCTI}, "start": {TargetPGSide, TargetCTI}, "restart": {TargetPGSide, TargetCTI}, "crash": {TargetPGSide, TargetCTI},
	"cut": {TargetLink}, "heal": {TargetLink}, "delay": {TargetLink}, "lose": {TargetLink}, "flap": {TargetLink},
	"sign_in": {TargetAgents, TargetAgent}, "sign_out": {TargetAgents, TargetAgent}, "ready": {TargetAgents, TargetAgent}, "not_ready": {TargetAgents, TargetAgent},
	"surge": {TargetCalls},
}

// Form is how targets of a kind are written, for messages.
func (k TargetKind) Form() string {
	return [...]string{"", "agent-pg-1", "agent-pg-1/A", "cti-1/A", "link/private:agent-pg-1", "agents/GROUP", "agents/GROUP/3", "calls/TYPE"}[k]
}

// Events are the events that when: and order() can name, with the kinds of
// targets they happen at.
var Events = map[string][]TargetKind{
	"maintenance-requested": {TargetPGSide}, "maintenance-continue": {TargetPGSide}, "maintenance-cancelled": {TargetPGSide},
	"maintenance-rejected": {TargetPGSide}, "switched": {TargetPGSide}, "shutdown-failed": {TargetPGSide},
	"stopped": {TargetPGSide, TargetCTI}, "started": {TargetPGSide, TargetCTI}, "crashed": {TargetPGSide, TargetCTI},
	"detected": {TargetPGSide}, "activating": {TargetPGSide}, "active": {TargetPGSide}, "standby": {TargetPGSide}, "draining": {TargetPGSide},
	"simplex": {TargetPG}, "duplex": {TargetPG}, "recovered": {TargetPG}, "sessions-lost": {TargetPG},
	"cut": {TargetLink}, "heal": {TargetLink},
	"signed-out": {TargetAgent}, "signed-in": {TargetAgent},
}

var laterEvents = []string{"isolated-enabled", "isolated-disabled", "paired", "code"}

// EventNames lists the events, for messages.
func EventNames() []string {
	names := make([]string, 0, len(Events))
	for n := range Events {
		names = append(names, n)
	}
	return names
}

// CheckEvent says what is wrong with the name of an event, or nothing.
func CheckEvent(name string) string {
	if _, ok := Events[name]; ok {
		return ""
	}
	for _, l := range laterEvents {
		if name == l {
			return fmt.Sprintf("the event %q is not available in this version of ccsim", name)
		}
	}
	return fmt.Sprintf("unknown event %q; %s", name, Suggest(name, EventNames()))
}
