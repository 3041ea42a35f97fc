package reports

import (
	"fmt"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// scriptSums is what calls did in routing scripts and precision queues, over the
// whole run.
type scriptSums struct {
	steps       []int64 // of all scripts, by number from 1
	precision   []int64 // that left a step for the next, by the place of the next among all rosters
	asked       []int64 // lookups
	failed      []int64
	interrupted int64
}

func newScripts(cfg *model.Config) scriptSums {
	s := scriptSums{asked: make([]int64, len(cfg.Lookups)), failed: make([]int64, len(cfg.Lookups))}
	n := 1
	for i := range cfg.Scripts {
		n += len(cfg.Scripts[i].Steps)
	}
	s.steps = make([]int64, n)
	n = len(cfg.Skills)
	for i := range cfg.Precision {
		n += len(cfg.Precision[i].Steps)
	}
	s.precision = make([]int64, n)
	return s
}

func (s *scriptSums) add(x sim.Fact) {
	switch x.Kind {
	case model.FactScriptStep:
		s.steps[x.Aux]++
	case model.FactPrecisionStep:
		s.precision[x.Aux]++
	case model.FactLookup:
		s.asked[x.Subject]++
		s.failed[x.Subject] += int64(x.Aux)
	case model.FactInterrupted:
		s.interrupted++
	}
}

// moved counts a call for the skill in which it was answered, not for the one in which
// it waited first.
func (f *Fold) moved(a model.CallAux) {
	if a.Early || a.Queue == 0 {
		return
	}
	queues := f.queues[a.Type]
	f.calls[f.queueAt(queues[0])].offered--
	f.calls[f.queueAt(queues[a.Queue])].offered++
}

func (f *Fold) queueAt(q int) int { return 1 + len(f.cfg.Types) + q }

func (f *Fold) scriptMetrics(l *list) {
	cfg, n := f.cfg, 1
	for i := range cfg.Scripts {
		for k := range cfg.Scripts[i].Steps {
			l.scope = stepScope(cfg.Scripts[i].Name, k)
			l.count("calls_at_step", f.scripts.steps[n])
			n++
		}
	}
	n = len(cfg.Skills)
	for i := range cfg.Precision {
		for k := range cfg.Precision[i].Steps {
			if k > 0 {
				l.scope = precisionScope(cfg.Precision[i].Name, k)
				l.count("calls_at_step", f.scripts.precision[n])
			}
			n++
		}
	}
	for i := range cfg.Lookups {
		l.scope = "lookup/" + cfg.Lookups[i].Name
		l.count("lookups.asked", f.scripts.asked[i])
		l.count("lookups.failed", f.scripts.failed[i])
	}
}

// stepScope is the scope of a step of a script, counted from 1.
func stepScope(script string, step int) string {
	return fmt.Sprintf("script/%s:step/%d", script, step+1)
}

func precisionScope(queue string, step int) string {
	return fmt.Sprintf("skill/%s:step/%d", queue, step+1)
}

func sumOf(all []int64) (n int64) {
	for _, x := range all {
		n += x
	}
	return n
}

// scriptTable has a line for each step of a routing script and of a precision queue.
func scriptTable(r *Report) *grid {
	cfg := r.Config
	g := &grid{title: "Routing: calls that came to each step", head: heads(r, "step")}
	for i := range cfg.Scripts {
		for k := range cfg.Scripts[i].Steps {
			label := fmt.Sprintf("%s %d: %s", cfg.Scripts[i].Name, k+1, stepText(cfg, &cfg.Scripts[i].Steps[k]))
			r.row(g, label, "calls_at_step", stepScope(cfg.Scripts[i].Name, k), show)
		}
	}
	for i := range cfg.Precision {
		for k := 1; k < len(cfg.Precision[i].Steps); k++ {
			r.row(g, fmt.Sprintf("%s: on to step %d", cfg.Precision[i].Name, k+1), "calls_at_step", precisionScope(cfg.Precision[i].Name, k), show)
		}
	}
	for _, l := range cfg.Lookups {
		r.row(g, "lookups of "+l.Name+" that failed", "lookups.failed", "lookup/"+l.Name, show)
	}
	if cfg.Policies.Preempt {
		r.row(g, "talks interrupted by a better priority", "calls_interrupted", "all", show)
	}
	return g
}

// stepText says what a step of a script does.
func stepText(cfg *model.Config, s *model.Step) string {
	switch s.Kind {
	case model.StepQueue:
		var to []string
		for _, g := range s.To {
			to = append(to, cfg.Groups[g].Name)
		}
		if len(to) > 0 {
			return "queue to " + strings.Join(to, ", then ") + " of " + cfg.QueueName(s.Queue)
		}
		return "queue to " + cfg.QueueName(s.Queue)
	case model.StepWait:
		return "wait " + span(s.Wait)
	case model.StepPriority:
		if s.Raise {
			return fmt.Sprintf("priority %+d", s.Priority)
		}
		return fmt.Sprintf("priority %d", s.Priority)
	case model.StepLookup:
		return "look up " + cfg.Lookups[s.Lookup].Name
	}
	return "default route " + s.Label
}
