package reports

import (
	"ccsim/model"
	"ccsim/sim"
)

// taskSums is what is counted of the tasks of one type, or of all.
type taskSums struct {
	offered, started, again int64
	ended                   [16]int64 // by model.TaskState
	wait, time              sim.Time
}

// mediaSums is the time that agents spent in each state of an MRD.
type mediaSums [16]sim.Time

// task takes a fact of a task.
func (f *Fold) task(x sim.Fact) {
	for _, s := range [2]*taskSums{&f.tasks[0], &f.tasks[1+x.Aux&0xffff]} {
		switch x.Kind {
		case model.FactTaskOffered:
			s.offered++
		case model.FactTaskStarted:
			s.started++
			s.wait += sim.Time(x.Value)
		case model.FactTaskAgain:
			s.again++
		case model.FactTaskEnded:
			s.ended[x.Aux>>16]++
			if model.TaskState(x.Aux>>16) == model.TaskHandled {
				s.time += sim.Time(x.Value)
			}
		}
	}
}

// taskCounts are of the whole run.
func (f *Fold) taskCounts(l *list) {
	s := &f.tasks[0]
	l.count("tasks.offered", s.offered)
	open := s.offered
	for _, o := range model.TaskOutcomes() {
		l.count("tasks."+o.String(), s.ended[o])
		open -= s.ended[o]
	}
	l.count("tasks.in_progress", open)
	l.count("tasks.submitted_again", s.again)
}

// taskMetrics are of all tasks, then by type, then the states of agents by MRD.
func (f *Fold) taskMetrics(l *list) {
	if len(f.cfg.TaskTypes) == 0 {
		return
	}
	for i := range f.tasks {
		l.scope = "all"
		if i > 0 {
			l.scope = "task/" + f.cfg.TaskTypes[i-1].Name
		}
		s := &f.tasks[i]
		l.put("tasks_mean_wait", "s", mean(s.wait, s.started))
		l.put("tasks_mean_time", "s", mean(s.time, s.ended[model.TaskHandled]))
	}
	for m := range f.media {
		l.scope = "mrd/" + f.cfg.MRDs[m].Name
		for _, s := range model.MediaStates() {
			l.put("mean_agents_"+s.String(), "agents", ratio(f.media[m][s].Seconds(), f.window()))
		}
	}
	l.scope = "all"
}

// jsonTasks is the block of tasks; empty where the scenario has none.
func jsonTasks(cfg *model.Config, res *Result) counts {
	if len(cfg.TaskTypes) == 0 {
		return counts{}
	}
	return countsOf(res, "tasks.", "offered", "handled", "expired", "cut_off", "rejected", "in_progress", "submitted_again")
}
