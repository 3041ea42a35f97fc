package format

import (
	"fmt"
	"strconv"
	"strings"
)

// TargetKind is what a target is.
type TargetKind uint8

// Kinds of targets, by their form.
const (
	TargetNone     TargetKind = iota
	TargetUnit                // agent-pg-1, both sides; cvp-a, a single process
	TargetSide                // agent-pg-1/A
	TargetLink                // link/private:agent-pg-1
	TargetVM                  // vm/pg-1a
	TargetSite                // site/A
	TargetAgents              // agents/sales-team
	TargetAgent               // agents/sales-team/3
	TargetCalls               // calls/sales
	TargetDesktops            // desktops/sales-team
	TargetLookup              // lookup/customer-db
	TargetRegistry            // registry/pg-1a
	TargetControl             // service-control/pg-1a
	TargetCampaign            // campaign/collections
)

// Target is what a lever acts on or whose event is meant.
type Target struct {
	Value
	Kind TargetKind
	Name string // of the unit, machine, group or call type; of a link all behind link/
	Side int    // 0 = A, 1 = B
	N    int    // number of an agent of a group, from 1
	Text string
}

// ParseTarget reads a target outside of its place in a file.
func ParseTarget(s string) (t Target, err error) {
	t.Set = true
	err = t.parse(s)
	return t, err
}

func (t *Target) unit() string { return "a target, such as agent-pg-1/A" }

// parse reads the form only; whether the name exists is checked when the
// whole file is known.
func (t *Target) parse(s string) error {
	t.Text = s
	if why := laterTarget(s); why != "" {
		return fmt.Errorf("%q is not available in this version of ccsim: %s", s, why)
	}
	head, rest, more := strings.Cut(s, "/")
	switch {
	case head == "link" && rest != "":
		t.Kind, t.Name = TargetLink, rest
		return nil
	case strings.Count(rest, "/") == 0 && more && rest != "" && named[head] != TargetNone:
		t.Kind, t.Name = named[head], rest
		return nil
	case head == "agents" && more:
		name, number, _ := strings.Cut(rest, "/")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 {
			return fmt.Errorf("%q: agents of a group are counted from 1, such as agents/%s/3", s, name)
		}
		t.Kind, t.Name, t.N = TargetAgent, name, n
		return nil
	case head == "site" && (rest == "A" || rest == "B"):
		t.Kind, t.Name, t.Side = TargetSite, s, int(rest[0]-'A')
		return nil
	case !more && s != "":
		t.Kind, t.Name = TargetUnit, s
		return nil
	case rest == "A" || rest == "B":
		t.Kind, t.Name, t.Side = TargetSide, head, int(rest[0]-'A')
		return nil
	}
	return fmt.Errorf("%q is not a target; write agent-pg-1/A, router/A, cti-1/A, cvp-a, link/private:agent-pg-1, link/public:agent-pg-1/A:router/B, vm/NAME, site/A, agents/GROUP, agents/GROUP/3 or calls/TYPE", s)
}

// named are the targets that a word before the slash tells.
var named = map[string]TargetKind{"vm": TargetVM, "agents": TargetAgents, "calls": TargetCalls, "desktops": TargetDesktops, "lookup": TargetLookup,
	"registry": TargetRegistry, "service-control": TargetControl, "campaign": TargetCampaign}

var laterTargets = []struct{ prefix, why string }{}

func laterTarget(s string) string {
	for _, l := range laterTargets {
		if strings.HasPrefix(s, l.prefix) {
			return l.why
		}
	}
	return ""
}

var (
	processes = []TargetKind{TargetSide, TargetUnit, TargetVM, TargetSite}
	people    = []TargetKind{TargetAgents, TargetAgent}
	links     = []TargetKind{TargetLink}
	sides     = []TargetKind{TargetSide, TargetUnit}
)

// VerbFits says which kinds of targets each verb acts on.
var VerbFits = map[string][]TargetKind{
	"maintenance": append([]TargetKind{TargetVM}, sides...), "cancel": append([]TargetKind{TargetVM}, sides...),
	"stop": processes, "start": processes, "restart": processes, "crash": append([]TargetKind{TargetDesktops}, processes...),
	"pause": processes, "resume": processes,
	"cut": links, "heal": links, "delay": links, "lose": links, "flap": links,
	"reskill": people, "change_team": people, "monitor": people, "barge_in": people, "force_state": people, "sign_in": people, "sign_out": people, "ready": people, "not_ready": people,
	"surge": {TargetCalls}, "drain": {TargetUnit}, "patch": processes, "fail": append([]TargetKind{TargetLookup, TargetRegistry, TargetControl}, sides...), "disable": {TargetCampaign}, "enable": {TargetCampaign}, "import": {TargetCampaign},
}

// Form is how targets of a kind are written, for messages.
func (k TargetKind) Form() string {
	return [...]string{"", "agent-pg-1", "agent-pg-1/A", "link/private:agent-pg-1", "vm/NAME", "site/A", "agents/GROUP", "agents/GROUP/3", "calls/TYPE", "desktops/GROUP", "lookup/NAME", "registry/VM", "service-control/VM", "campaign/NAME"}[k]
}

// Events are the events that when: and order() can name, with the kinds of
// targets they happen at.
var Events = map[string][]TargetKind{
	"maintenance-requested": sides, "maintenance-continue": {TargetSide}, "maintenance-cancelled": {TargetSide},
	"maintenance-rejected": sides, "switched": {TargetSide}, "shutdown-failed": {TargetSide},
	"stopped": sides, "started": sides, "crashed": sides, "paused": sides, "resumed": sides,
	"detected": {TargetSide}, "activating": {TargetSide}, "active": {TargetSide}, "standby": {TargetSide}, "draining": sides,
	"testing": {TargetSide}, "isolated-enabled": {TargetSide}, "isolated-disabled": {TargetSide}, "paired": {TargetSide}, "realigned": {TargetSide},
	"simplex": {TargetUnit}, "duplex": {TargetUnit}, "recovered": {TargetUnit}, "sessions-lost": {TargetUnit}, "routing": {TargetUnit},
	"congested": {TargetUnit}, "congestion-level": {TargetUnit}, "relieved": {TargetUnit},
	"history-lost": {TargetUnit}, "history-recovered": {TargetSide}, "caught-up": sides,
	"cut": links, "heal": links,
	"signed-out": {TargetAgent}, "signed-in": {TargetAgent}, "forced-not-ready": {TargetAgent},
}

var laterEvents = []string{}

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
