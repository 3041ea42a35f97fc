package reports

import (
	"fmt"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// Metric names one value of a replication.
type Metric struct {
	Name  string // such as mean_wait
	Scope string // all, type/x, skill/x, agents/x, type/x:agents/y, phase/x, cause/x, fault/x
	Unit  string // s, calls, agents, 1/h or empty for shares and counts
}

// Options say what a fold measures.
type Options struct {
	Warmup       sim.Time   // metrics count what arrives later; counts are of the whole run
	Levels       []sim.Time // service level thresholds
	ShortAbandon sim.Time   // abandonments within it are short
	Prices       *Prices    // nil = results are not told in money
}

// LevelName is the name of the service level at a threshold, such as
// service_level_20s.
func LevelName(l sim.Time) string {
	return "service_level_" + strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", l.Seconds()), "0"), ".") + "s"
}

// states are the agent states that metrics name.
var states = []model.AgentState{model.AgentNotReady, model.AgentAvailable, model.AgentReserved, model.AgentTalking, model.AgentHold,
	model.AgentWorkReady, model.AgentWorkNotReady, model.AgentLogout}

// outboundStates are those of runs with campaigns.
var outboundStates = []model.AgentState{model.AgentReservedOutbound, model.AgentReservedPreview}

// Phases of a run around its faults, in the order of reports.
var phases = []string{"before", "during", "after"}

// Cause is the name of the lever behind a cause number; 0 is the workload.
func Cause(cfg *model.Config, cause uint32) string {
	n := int(cause) - 1
	switch {
	case n < 0:
		return "workload"
	case n < len(cfg.Levers):
		return cfg.Levers[n].Name
	case n < len(cfg.Levers)+len(cfg.Failures):
		return "random failure of " + cfg.FailureName(n-len(cfg.Levers))
	}
	return "unknown"
}

// Faults lists the levers that are named apart in reports: all but undos.
func Faults(cfg *model.Config) (all []int) {
	for i := range cfg.Levers {
		if !cfg.Levers[i].IsUndo {
			all = append(all, i)
		}
	}
	return all
}

// FaultLabel is the short name of a fault: F1, F2 and so on in the order of
// the file.
func FaultLabel(n int) string { return fmt.Sprintf("F%d", n+1) }

// CauseScope is the scope of what a cause lost; 0 is the workload.
func CauseScope(cause int) string { return fmt.Sprintf("cause/%d", cause) }
