package reports

import (
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// supervisorSums is what supervisors did, and who changed teams.
type supervisorSums struct {
	acts      [8]int64 // by model.Supervised
	monitored sim.Time
	changes   int64
}

// supervised takes a fact of teams and supervisors.
func (f *Fold) supervised(x sim.Fact) {
	s := &f.supervisors
	switch x.Kind {
	case model.FactTeam:
		s.changes++
	case model.FactSupervised:
		s.acts[x.Aux]++
	case model.FactMonitored:
		s.monitored += sim.Time(x.Value)
	}
}

// hasSupervisors tells whether a center has somebody who supervises.
func hasSupervisors(cfg *model.Config) bool {
	for i := range cfg.Groups {
		if len(cfg.Groups[i].Supervises) > 0 {
			return true
		}
	}
	return false
}

// supervisorCounts are of the whole run.
func (f *Fold) supervisorCounts(l *list) {
	s := &f.supervisors
	if len(f.cfg.Teams) > 0 {
		l.count("team_changes", s.changes)
	}
	if !hasSupervisors(f.cfg) {
		return
	}
	l.count("supervisors.monitored", s.acts[model.SupervisorMonitors])
	l.count("supervisors.barged_in", s.acts[model.SupervisorBargesIn])
	l.count("supervisors.forced", s.acts[model.SupervisorForcesReady]+s.acts[model.SupervisorForcesNotReady])
	l.count("supervisors.signed_out", s.acts[model.SupervisorSignsOut])
	l.put("supervisors_monitoring_s", "s", s.monitored.Seconds())
}

// supervisorRows are the rows of the table of agents about supervisors.
func supervisorRows(r *Report, g *grid) {
	for _, x := range [][2]string{{"calls monitored by supervisors", "supervisors.monitored"}, {"barge-ins of supervisors", "supervisors.barged_in"},
		{"made Ready or Not Ready by supervisors", "supervisors.forced"}, {"signed out by supervisors", "supervisors.signed_out"}} {
		if hasSupervisors(r.Config) {
			r.row(g, x[0], x[1], "all", show)
		}
	}
}

// jsonSupervisors is the block of supervisors; nil where there are none.
func jsonSupervisors(cfg *model.Config, res *Result) counts {
	if !hasSupervisors(cfg) {
		return nil
	}
	return countsOf(res, "supervisors.", "monitored", "barged_in", "forced", "signed_out")
}

// bySupervisor tells the levers whose acts are told by what the supervisor does.
func bySupervisor(v model.Verb) bool { return v >= model.VerbMonitor && v <= model.VerbLeave }

// whoActs is who pulls a lever, and what is said where it has no effect.
func whoActs(v model.Verb) (who, none string) {
	if bySupervisor(v) {
		return "supervisor", "refused"
	}
	return "operator", "nothing to do"
}

// supervisor tells what a supervisor does by the timeline, and what of it goes on
// across a switch.
func (t *teller) supervisor(x sim.Fact) {
	who, me := t.agent(x.Subject), t.agent(uint32(x.Value))
	switch x.Kind {
	case model.FactSupervisionKept:
		var kept []string
		if x.Value > 0 {
			kept = append(kept, plural(int(x.Value), "silent monitoring"))
		}
		if x.Aux > 0 {
			kept = append(kept, plural(int(x.Aux), "barge-in"))
		}
		t.say(x.T, t.unit(x.Subject), "keeps "+strings.Join(kept, " and "))
	case model.FactSupervised:
		t.say(x.T, me, map[model.Supervised]string{
			model.SupervisorMonitors: "monitors the call of " + who, model.SupervisorBargesIn: "barges in on the call of " + who,
			model.SupervisorForcesReady: "sets " + who + " Ready, code 999", model.SupervisorForcesNotReady: "sets " + who + " Not Ready, code 999",
			model.SupervisorSignsOut: "signs " + who + " out, code 999", model.SupervisorLeaves: "is off the call of " + who,
		}[model.Supervised(x.Aux)])
	}
}

// toldSupervisors tells the facts of it that a story has.
func toldSupervisors(x sim.Fact) bool {
	return x.Kind == model.FactSupervisionKept || x.Kind == model.FactSupervised && x.Cause != 0
}
