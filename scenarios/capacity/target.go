package capacity

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// within is the short form of a service level, such as 80% in 20s.
var within = regexp.MustCompile(`^\s*(\d+(?:\.\d+)?)\s*%\s*in\s*(\S+)\s*$`)

// threshold is the span in the name of a service level.
var threshold = regexp.MustCompile(`^service_level_(\d+(?:\.\d+)?)s(?:_|$)`)

// ParseTarget reads a target: "80% in 20s", or a metric against a number such as
// "abandonment_rate<3%" or "mean_wait_handled(sales) <= 10s". Without a scope it
// holds for the calls of every skill group.
func ParseTarget(c *scenarios.Compiled, text string) (reports.Target, error) {
	if m := within.FindStringSubmatch(text); m != nil {
		share, _ := strconv.ParseFloat(m[1], 64)
		ns, err := format.ParseDuration(m[2])
		switch {
		case err != nil:
			return reports.Target{}, fmt.Errorf("--target %s: %w", text, err)
		case !(share > 0 && share < 100) || ns <= 0:
			return reports.Target{}, fmt.Errorf("--target %s: a service level is a share between 0%% and 100%% within a time, such as 80%% in 20s", text)
		}
		return reports.Target{Text: strings.TrimSpace(text), Metric: reports.LevelName(sim.Time(ns)), Op: ">=", Want: share / 100, Level: sim.Time(ns)}, nil
	}
	e, _, err := format.ParseExpr(text)
	switch {
	case err != nil:
		return reports.Target{}, fmt.Errorf(`--target %s: %w; write it as "80%% in 20s" or "abandonment_rate<3%%"`, text, err)
	case e.Compare == nil || e.Compare.Variant != "":
		return reports.Target{}, fmt.Errorf(`--target %s: a target compares a metric with a number, such as "abandonment_rate<3%%"`, text)
	}
	return bind(c, text, e.Compare)
}

// bind checks the names of a target.
func bind(c *scenarios.Compiled, text string, m *format.Compare) (reports.Target, error) {
	t := reports.Target{Text: strings.TrimSpace(text), Metric: m.Metric, Op: m.Op, Want: m.Want}
	if m.Scope != "" {
		scope, ok := c.Scope(m.Scope)
		if !ok {
			return t, fmt.Errorf("--target %s: unknown scope %q; name a type of calls, a skill group or a group of agents", text, m.Scope)
		}
		t.Scope = scope
	}
	if l := threshold.FindStringSubmatch(m.Metric); l != nil {
		seconds, _ := strconv.ParseFloat(l[1], 64)
		t.Level = sim.FromSeconds(seconds)
	}
	switch grows := more(m.Metric); {
	case m.Op == "==" || m.Op == "!=":
		return t, fmt.Errorf("--target %s: a target has < or >, since no number of agents makes a metric equal to a value", text)
	case grows && strings.HasPrefix(m.Op, "<"), !grows && strings.HasPrefix(m.Op, ">"):
		other := map[bool]string{true: ">=", false: "<="}[grows]
		return t, fmt.Errorf("--target %s: more of it would only make this worse; write %s with %s", text, m.Metric, other)
	}
	return t, nil
}

// more tells whether a metric grows with the number of agents or lines; all others
// shrink.
func more(metric string) bool {
	for _, name := range []string{"service_level_", "throughput_h", "calls.handled", "mean_agents_available", "dials_h", "conversations_h", "outbound."} {
		if strings.HasPrefix(metric, name) {
			return true
		}
	}
	return false
}
