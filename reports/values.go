package reports

import (
	"fmt"

	"ccsim/model"
	"ccsim/sim"
)

// Replication is the values of one replication, in the order of the metrics.
type Replication struct {
	Metrics     []Metric // shared by all replications of a configuration
	Values      []float64
	Weights     []float64 // what a ratio was divided by; 0 for all that are no ratios
	Fingerprint sim.Fingerprint
	Codes       []CodeAt // of maintenance scripts, in order
	Unsettled   []string // units that had not recovered when the run ended
	Refusals    []Refusal
}

// list collects metrics with their values.
type list struct {
	metrics []Metric
	values  []float64
	weights []float64
	scope   string
}

func (l *list) put(name, unit string, v float64) {
	l.metrics = append(l.metrics, Metric{name, l.scope, unit})
	l.values = append(l.values, v)
	l.weights = append(l.weights, 0)
}

// ratio puts a / b: over several replications it is the sum of all a over the
// sum of all b, so that calls weigh, not runs.
func (l *list) ratio(name, unit string, a, b float64) {
	l.put(name, unit, ratio(a, b))
	l.weights[len(l.weights)-1] = b
}

func (l *list) share(name string, a, b int64) { l.ratio(name, "", float64(a), float64(b)) }

func (l *list) mean(name string, sum sim.Time, n int64) {
	l.ratio(name, "s", sum.Seconds(), float64(n))
}

func (l *list) count(name string, n int64) { l.put(name, "", float64(n)) }

// ratio is a / b, or missing where there is nothing to divide by.
func ratio(a, b float64) float64 {
	if b == 0 {
		return missing
	}
	return a / b
}

func mean(sum sim.Time, n int64) float64 { return ratio(sum.Seconds(), float64(n)) }

// Finish gives the values of the replication.
func (f *Fold) Finish(print sim.Fingerprint) *Replication {
	l := &list{scope: "all"}
	f.counts(l)
	f.taskCounts(l)
	f.taskMetrics(l)
	f.callMetrics(l, &f.calls[0])
	f.agentMetrics(l, &f.agents[0])
	f.faultMetrics(l)
	f.outboundMetrics(l)
	for i, t := range f.cfg.Callers() {
		l.scope = "type/" + t.Name
		f.callMetrics(l, &f.calls[1+i])
	}
	for i := range f.cfg.Queues() {
		l.scope = "skill/" + f.cfg.QueueName(i)
		f.callMetrics(l, &f.calls[1+len(f.cfg.Types)+i])
	}
	for i, g := range f.cfg.Groups {
		l.scope = "agents/" + g.Name
		f.agentMetrics(l, &f.agents[1+i])
	}
	f.pairMetrics(l)
	f.scriptMetrics(l)
	f.phaseMetrics(l)
	f.causeMetrics(l)
	l.scope = "all"
	f.costMetrics(l)
	return &Replication{Metrics: l.metrics, Values: l.values, Weights: l.weights, Fingerprint: print, Codes: f.codes, Unsettled: f.unsettled, Refusals: f.refusals}
}

// counts are of the whole run.
func (f *Fold) counts(l *list) {
	l.count("calls.offered", f.offered)
	l.count("calls.handled", f.handled)
	l.count("calls.abandoned", f.abandoned)
	l.count("calls.balked", f.balked)
	l.count("calls.blocked", f.blocked)
	l.count("calls.rejected", f.rejected)
	l.count("calls.default_routed", f.defaultRouted)
	l.count("calls.lost", f.lost)
	l.count("calls.in_progress", f.offered-f.handled-f.abandoned-f.balked-f.blocked-f.rejected-f.defaultRouted-f.lost)
	ended := int64(0)
	for o := model.PendingRequested; o <= model.PendingLost; o++ {
		l.count("pending_states."+o.String(), f.pending[o])
		if o != model.PendingRequested {
			ended += f.pending[o]
		}
	}
	l.count("pending_states.pending", f.pending[model.PendingRequested]-ended)
	l.count("agents.signed_out", f.signedOut)
	l.count("agents.forced_not_ready", f.forced)
	l.count("agents.unwanted_ready", f.unwantedReady)
	l.count("agents.unwanted_not_ready", f.unwantedNotReady)
	for _, k := range model.LossKinds() {
		n := int64(0)
		for i := range f.faults {
			n += f.faults[i].losses[k]
		}
		l.count("losses."+k.String(), n)
	}
	f.supervisorCounts(l)
	f.callerCounts(l)
	l.count("calls_rona", f.rona)
	l.count("calls_transferred", f.transferred)
	l.count("calls_interrupted", f.scripts.interrupted)
	l.count("lookups.asked", sumOf(f.scripts.asked))
	l.count("lookups.failed", sumOf(f.scripts.failed))
	l.count("findings.both_sides_active", f.both)
	l.count("findings.both_routers_enabled", f.bothEnabled)
	for _, t := range model.Treatments() {
		l.count("treatments."+t.String(), f.treated[t])
	}
	l.count("levers_ignored", f.ignored)
	l.count("not_recovered", int64(len(f.unsettled)))
}

func (f *Fold) callMetrics(l *list, s *callSums) {
	left := s.answered + s.abandoned
	l.mean("mean_wait", s.waitAnswered+s.waitAbandoned, left)
	l.mean("mean_wait_handled", s.waitAnswered, s.answered)
	l.mean("mean_wait_abandoned", s.waitAbandoned, s.abandoned)
	l.share("p_wait", s.waited+s.balked, s.offered)
	for _, q := range []struct {
		name string
		at   float64
	}{{"wait_p50", 0.5}, {"wait_p90", 0.9}, {"wait_p95", 0.95}, {"wait_p99", 0.99}} {
		l.put(q.name, "s", s.waits.quantile(q.at))
	}
	l.share("abandonment_rate", s.abandoned, s.offered)
	l.share("blocked_rate", s.blocked, s.offered)
	for i, level := range f.opt.Levels {
		name := LevelName(level)
		l.share(name, s.within[i], s.offered)
		l.share(name+"_handled", s.within[i], s.answered)
		l.share(name+"_no_short", s.within[i], s.offered-s.shorts(f, i))
		l.share(name+"_any", s.left[i], s.offered)
	}
	f.callerMetrics(l, s)
	l.put("mean_queue", "calls", ratio(s.queue.Seconds(), f.window()))
	l.mean("mean_talk", s.talk, s.handled)
	l.put("throughput_h", "1/h", ratio(float64(s.handled)*3600, f.window()))
}

// shorts is the number of short abandonments: within the limit of the report,
// or within the threshold itself where none is set.
func (s *callSums) shorts(f *Fold, level int) int64 {
	if f.opt.ShortAbandon > 0 {
		return s.short
	}
	return s.left[level] - s.within[level]
}

// window is the measured time in seconds.
func (f *Fold) window() float64 { return (f.end - f.opt.Warmup).Seconds() }

func (f *Fold) agentMetrics(l *list, s *agentSums) {
	busy := s.in[model.AgentTalking] + s.in[model.AgentHold] + s.in[model.AgentReserved] + s.in[model.AgentReservedOutbound] + s.in[model.AgentReservedPreview] + s.in[model.AgentWorkReady] + s.in[model.AgentWorkNotReady]
	ready := busy + s.in[model.AgentAvailable]
	signedIn := ready + s.in[model.AgentNotReady]
	l.ratio("occupancy", "", busy.Seconds(), ready.Seconds())
	l.ratio("utilization", "", busy.Seconds(), signedIn.Seconds())
	l.put("mean_busy_agents", "agents", ratio(busy.Seconds(), f.window()))
	for _, state := range states {
		l.put("mean_agents_"+state.String(), "agents", ratio(s.in[state].Seconds(), f.window()))
	}
	for _, state := range outboundStates {
		if len(f.cfg.Campaigns) > 0 {
			l.put("mean_agents_"+state.String(), "agents", ratio(s.in[state].Seconds(), f.window()))
		}
	}
	work := s.in[model.AgentWorkReady] + s.in[model.AgentWorkNotReady]
	l.mean("aht", s.talk+work, s.handled)
}

func (f *Fold) faultMetrics(l *list) {
	l.put("outage_s", "s", f.outage.Seconds())
	l.count("outages", f.outages)
	l.put("both_down_s", "s", f.bothDown.Seconds())
	l.count("both_down_spells", f.bothDowns)
	first := missing
	if f.firstDown < sim.Forever {
		first = f.firstDown.Seconds()
	}
	l.put("first_both_down_s", "s", first)
	l.put("simplex_s", "s", f.simplex.Seconds())
	l.put("both_routers_enabled_s", "s", f.bothEnabledTime.Seconds())
	for level, d := range f.congested {
		if level > 0 {
			l.put(fmt.Sprintf("congestion_level_%d_s", level), "s", d.Seconds())
		}
	}
	l.put("history_lost_s", "s", f.historyLost.Seconds())
	l.put("history_recovered_s", "s", f.historyRecovered.Seconds())
	l.put("hds_behind_s", "s", f.behind.Seconds())
	l.put("reporting_held_s", "s", f.heldAtSource.Seconds())
	l.put("history_gap_s", "s", f.historyGap.Seconds())
	l.put("no_routing_s", "s", f.noRouting.Seconds())
	l.count("side_failures", f.crashes)
	for step, name := range steps {
		sum, n := sim.Time(0), int64(0)
		for i := range f.faults {
			if d, ok := f.faults[i].of(step); ok {
				sum += d
				n++
			}
		}
		l.put(name, "s", mean(sum, n))
	}
	for i, p := range f.cfg.Probes {
		l.put("probes."+p.Name, "", f.probes[i])
	}
}

// Steps of a failover, in seconds after its fault.
const (
	stepDetected = iota
	stepActive
	stepRecovered
)

var steps = [...]string{"detection_s", "takeover_s", "recovery_s"}

// of gives how long after the fault a step came, if it came.
func (s *faultSums) of(n int) (sim.Time, bool) {
	t := s.stepTime(n)
	return t - s.at, t != notYet && s.at != notYet
}

func (f *Fold) phaseMetrics(l *list) {
	for i, name := range phases {
		l.scope = "phase/" + name
		l.count("calls.offered", f.phases[i].offered)
		if len(f.opt.Levels) > 0 {
			l.share(LevelName(f.opt.Levels[0]), f.phases[i].within, f.phases[i].offered)
		}
	}
}

// causeMetrics are losses by cause and the steps of each fault.
func (f *Fold) causeMetrics(l *list) {
	for i := range f.faults {
		l.scope = CauseScope(i)
		for _, k := range model.LossKinds() {
			l.count("losses."+k.String(), f.faults[i].losses[k])
		}
		for step, name := range steps {
			v := missing
			if d, ok := f.faults[i].of(step); ok {
				v = d.Seconds()
			}
			l.put(name, "s", v)
		}
	}
}
