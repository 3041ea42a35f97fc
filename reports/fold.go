package reports

import (
	"math"
	"slices"

	"ccsim/model"
	"ccsim/sim"
)

// missing stands for a value that a replication does not have, such as the
// mean wait where nobody waited to be counted.
var missing = math.NaN()

// callSums is what is counted of the calls of one scope. All are sums of
// integers, so the order of facts does not matter.
type callSums struct {
	offered, answered, abandoned, blocked, rejected, lost, handled int64
	callerSums
	waited, short                            int64
	waitAnswered, waitAbandoned, talk, queue sim.Time
	within, left                             []int64 // by threshold
	waits                                    histogram
}

// agentSums is the time that the agents of one scope spent in each state.
type agentSums struct {
	in      [17]sim.Time
	handled int64
	talk    sim.Time
}

// phaseSums is the service level of the calls that arrived in one phase.
type phaseSums struct{ offered, within int64 }

// faultSums is what became of one lever.
type faultSums struct {
	at     sim.Time
	steps  []sim.Time // by step and unit: when it first came
	losses []int64
}

const notYet sim.Time = -1

// Fold folds the facts of one replication.
type Fold struct {
	cfg     *model.Config
	units   []model.Unit
	hit     [][]bool // by cause and unit: whose steps count
	opt     Options
	end     sim.Time
	calls   []callSums  // all, then types, then skills
	agents  []agentSums // all, then groups
	pairs   pairs
	queues  [][]int // of each type
	scripts scriptSums
	phases  [3]phaseSums
	faults  []faultSums // by cause: 0 is the workload

	campaigns []campaignSums // all, then each

	supervisors supervisorSums

	offered, answered, abandoned, blocked, rejected, lost, handled, rona int64
	pending                                                              [6]int64
	signedOut, forced, unwantedReady, unwantedNotReady                   int64
	outage, simplex, noRouting                                           sim.Time
	outages, crashes, ignored, bothDowns                                 int64
	bothDown                                                             sim.Time
	firstDown                                                            sim.Time
	both, bothEnabled, defaultRouted, transferred                        int64
	bothEnabledTime, historyGap                                          sim.Time
	balked, retries, outside, breaks                                     int64
	probes                                                               []float64
	codes                                                                []CodeAt
	unsettled                                                            []string
	congested                                                            [1 + model.CongestionLevels]sim.Time
	treated                                                              [8]int64 // by treatment
	heldAtSource                                                         sim.Time
	historyLost, historyRecovered, behind                                sim.Time
	tasks                                                                []taskSums // all, then types
	media                                                                []mediaSums
	late                                                                 int64     // of the whole run, where there are prices
	refusals                                                             []Refusal // in the order in which they came
}

// NewFold makes a fold for replications of a configuration.
func NewFold(cfg *model.Config, opt Options) *Fold {
	f := &Fold{cfg: cfg, units: cfg.Units(), opt: opt, end: cfg.Horizon, firstDown: sim.Forever}
	f.calls = make([]callSums, 1+len(cfg.Types)+cfg.Queues())
	for i := range cfg.Types {
		f.queues = append(f.queues, cfg.QueuesOf(i))
	}
	f.scripts = newScripts(cfg)
	for i := range f.calls {
		f.calls[i].within = make([]int64, len(opt.Levels))
		f.calls[i].left = make([]int64, len(opt.Levels))
	}
	f.agents = make([]agentSums, 1+len(cfg.Groups))
	f.campaigns = newCampaignSums(cfg)
	f.pairs = newPairs(cfg)
	f.faults = make([]faultSums, cfg.Causes())
	for i := range f.faults {
		f.faults[i] = faultSums{at: notYet, losses: make([]int64, len(model.LossKinds())+1), steps: slices.Repeat([]sim.Time{notYet}, len(steps)*len(f.units))}
	}
	f.tasks = make([]taskSums, 1+len(cfg.TaskTypes))
	f.media = make([]mediaSums, len(cfg.MRDs))
	f.hit = unitsHit(cfg, len(f.units))
	f.probes = make([]float64, len(cfg.Probes))
	for i := range f.probes {
		f.probes[i] = missing
	}
	return f
}

// unitsHit tells which units each cause acts on; the workload on none.
func unitsHit(cfg *model.Config, units int) [][]bool {
	links := cfg.Links()
	hit := make([][]bool, cfg.Causes())
	for i := range hit {
		hit[i] = make([]bool, units)
	}
	for i := range cfg.Levers {
		l := &cfg.Levers[i]
		for _, id := range l.Procs {
			hit[1+i][id.Pair()] = true
		}
		for _, link := range l.Links {
			hit[1+i][links[link].Pair] = true
		}
		for _, g := range l.Groups {
			hit[1+i][cfg.Groups[g].PG] = true
		}
	}
	for i := range cfg.Failures {
		hit[1+len(cfg.Levers)+i][cfg.Failures[i].Procs[0].Pair()] = true
	}
	return hit
}

// Record takes one fact.
func (f *Fold) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactOffered, model.FactQueueTime, model.FactAnswered, model.FactAbandoned, model.FactHandled, model.FactTransferred, model.FactBlocked, model.FactRejected, model.FactDefaultRouted, model.FactCallLost:
		f.call(x)
	case model.FactDial, model.FactReservation, model.FactRecords, model.FactImport, model.FactCallback, model.FactPortWait:
		f.outbound(x)
	case model.FactAgentTime:
		f.agentTime(x)
	case model.FactScriptStep, model.FactPrecisionStep, model.FactLookup:
		f.scripts.add(x)
	case model.FactInterrupted:
		f.scripts.add(x)
		f.call(x)
	case model.FactCode:
		f.codes = append(f.codes, codeOf(x))
	case model.FactRONA:
		f.rona++
	case model.FactPendingState:
		f.pending[x.Aux]++
	case model.FactLoss:
		f.faults[x.Cause].losses[x.Aux]++
	case model.FactSignedOut:
		if x.Cause != 0 {
			f.signedOut++
		}
	case model.FactForced:
		if x.Cause != 0 {
			f.forced++
		}
	case model.FactUnwanted:
		if x.Aux == 0 {
			f.unwantedReady++
		} else {
			f.unwantedNotReady++
		}
	case model.FactOutage:
		if f.units[x.Subject].Kind == model.UnitRouter {
			f.noRouting += sim.Time(x.Value)
			return
		}
		f.outage += sim.Time(x.Value)
		f.outages++
	case model.FactBothDown:
		f.bothDown += sim.Time(x.Value)
		f.bothDowns++
		f.firstDown = min(f.firstDown, x.T-sim.Time(x.Value))
	case model.FactSimplexTime:
		f.simplex += sim.Time(x.Value)
	case model.FactProbe:
		f.probes[x.Subject] = float64(x.Value)
	case model.FactFinding:
		f.finding(x)
	case model.FactUnsettled:
		f.unsettled = append(f.unsettled, f.units[x.Subject].Name)
	case model.FactTaskOffered, model.FactTaskStarted, model.FactTaskEnded, model.FactTaskAgain:
		f.task(x)
	case model.FactMediaTime:
		f.media[x.Aux&0xffff][x.Aux>>16] += f.clip(x)
	case model.FactCongestionTime:
		f.congested[x.Aux] += sim.Time(x.Value)
	case model.FactTreated:
		f.treated[x.Aux]++
	case model.FactHistoryGap:
		if f.units[x.Subject].Kind == model.UnitReporting {
			f.heldAtSource += sim.Time(x.Value)
			return
		}
		f.historyGap += sim.Time(x.Value)
	case model.FactHistoryLost:
		f.historyLost += sim.Time(x.Value)
	case model.FactHistoryRecovered:
		f.historyRecovered += sim.Time(x.Value)
	case model.FactCaughtUp, model.FactBehind:
		f.behind += sim.Time(x.Value)
	case model.FactLeverIgnored:
		f.ignored++
		f.refusals = append(f.refusals, refusalOf(x))
	case model.FactCrashed:
		f.crashes++
		f.fault(x)
	case model.FactBreak:
		f.breaks++
	case model.FactTeam, model.FactSupervised, model.FactMonitored:
		f.supervised(x)
	case model.FactBalked, model.FactRetry, model.FactAnnounced, model.FactClosed:
		f.call(x)
	default:
		f.fault(x)
	}
}

// finding counts what a real center can do too, and a user should know.
func (f *Fold) finding(x sim.Fact) {
	switch {
	case model.Finding(x.Aux) == model.FindingBothActive:
		f.both++
	case x.Value == 0:
		f.bothEnabled++
	default:
		f.bothEnabledTime += sim.Time(x.Value)
	}
}

// fault notes the first time of each step of a failover, for each unit that
// the fault hit.
func (f *Fold) fault(x sim.Fact) {
	unit := int(x.Subject)
	switch x.Kind {
	case model.FactLever:
		f.faults[x.Cause].at = x.T
	case model.FactDetected:
		f.step(x, stepDetected, int(model.ProcID(x.Subject).Pair()))
	case model.FactActive:
		f.step(x, stepActive, int(model.ProcID(x.Subject).Pair()))
	case model.FactRouting:
		f.step(x, stepActive, unit)
	case model.FactRecovered:
		f.step(x, stepRecovered, unit)
	case model.FactMaintRejected, model.FactMaintCancelled, model.FactShutdownFailed:
		f.refusals = append(f.refusals, refusalOf(x))
	}
}

func (f *Fold) step(x sim.Fact, n, unit int) {
	if !f.hit[x.Cause][unit] {
		return // it followed another
	}
	if t := &f.faults[x.Cause].steps[n*len(f.units)+unit]; *t == notYet || x.T < *t {
		*t = x.T
	}
}

// stepTime is when a step had come in all units that came to it, or notYet.
func (s *faultSums) stepTime(n int) sim.Time {
	units := len(s.steps) / len(steps)
	return slices.Max(s.steps[n*units : (n+1)*units])
}

// clip gives the part of an interval that lies between the warm-up and the
// horizon.
func (f *Fold) clip(x sim.Fact) sim.Time {
	from, to := max(x.T-sim.Time(x.Value), f.opt.Warmup), min(x.T, f.end)
	return max(to-from, 0)
}

func (f *Fold) agentTime(x sim.Fact) {
	a := model.UnpackAgent(x.Aux)
	if a.True == model.AgentLogout {
		return // not on shift
	}
	s := a.True
	switch s {
	case model.AgentTalking, model.AgentHold, model.AgentReserved, model.AgentReservedOutbound, model.AgentReservedPreview, model.AgentWorkReady, model.AgentWorkNotReady:
	default:
		s = a.Record // an idle agent is what the system says
	}
	d := f.clip(x)
	f.agents[0].in[s] += d
	f.agents[1+a.Group].in[s] += d
}

func (f *Fold) call(x sim.Fact) {
	a := model.UnpackCall(x.Aux)
	if f.cfg.Types[a.Type].Outbound {
		f.outboundCall(x, a)
		return
	}
	f.count(x.Kind)
	f.priced(&x)
	f.phase(&x, &a)
	skill := f.queueAt(f.queues[a.Type][a.Queue])
	if x.Kind == model.FactAnswered {
		f.moved(a)
	}
	for _, i := range [3]int{0, 1 + a.Type, skill} {
		f.calls[i].add(&x, &a, f)
	}
	f.pairs.add(&x, &a)
	if (x.Kind == model.FactHandled || x.Kind == model.FactTransferred || x.Kind == model.FactInterrupted) && a.Group >= 0 && x.T >= f.opt.Warmup && x.T <= f.end {
		for _, i := range [2]int{0, 1 + a.Group} {
			if x.Kind != model.FactInterrupted {
				f.agents[i].handled++
			}
			f.agents[i].talk += sim.Time(x.Value)
		}
	}
}

func (f *Fold) count(k sim.FactKind) {
	switch k {
	case model.FactOffered:
		f.offered++
	case model.FactAnswered:
		f.answered++
	case model.FactAbandoned:
		f.abandoned++
	case model.FactBlocked:
		f.blocked++
	case model.FactRejected:
		f.rejected++
	case model.FactDefaultRouted:
		f.defaultRouted++
	case model.FactCallLost:
		f.lost++
	case model.FactTransferred:
		f.transferred++
	case model.FactHandled:
		f.handled++
	case model.FactBalked:
		f.balked++
	case model.FactRetry:
		f.retries++
	case model.FactClosed:
		f.outside++
	}
}

func (f *Fold) phase(x *sim.Fact, a *model.CallAux) {
	p := &f.phases[a.Phase]
	switch {
	case a.Early:
	case x.Kind == model.FactOffered:
		p.offered++
	case x.Kind == model.FactAnswered && len(f.opt.Levels) > 0 && sim.Time(x.Value) <= f.opt.Levels[0]:
		p.within++
	}
}

// add counts a fact of a call that arrived after the warm-up.
func (s *callSums) add(x *sim.Fact, a *model.CallAux, f *Fold) {
	v := sim.Time(x.Value)
	if x.Kind == model.FactQueueTime {
		s.queue += f.clip(*x)
	}
	if a.Early {
		return
	}
	switch x.Kind {
	case model.FactOffered:
		s.offered++
	case model.FactBlocked:
		s.blocked++
	case model.FactRejected:
		s.rejected++
	case model.FactCallLost:
		s.lost++
	case model.FactInterrupted:
		s.talk += v
	case model.FactHandled:
		s.handled++
		s.talk += v
	case model.FactAnswered:
		s.answered++
		s.waitAnswered += v
		s.ended(v, a, f)
		for i, l := range f.opt.Levels {
			if v <= l {
				s.within[i]++
			}
		}
	case model.FactAbandoned:
		s.abandoned++
		s.waitAbandoned += v
		s.ended(v, a, f)
		if f.opt.ShortAbandon > 0 && v <= f.opt.ShortAbandon {
			s.short++
		}
	default:
		s.callerSums.add(x)
	}
}

// ended counts a call that left the queue, answered or not.
func (s *callSums) ended(wait sim.Time, a *model.CallAux, f *Fold) {
	s.waits.add(wait)
	if a.Waited {
		s.waited++
	}
	for i, l := range f.opt.Levels {
		if wait <= l {
			s.left[i]++
		}
	}
}

// CopyFrom makes f an independent copy of src: what a fork of a run goes on
// with.
func (f *Fold) CopyFrom(src *Fold) {
	*f = *src
	f.calls = make([]callSums, len(src.calls))
	for i := range src.calls {
		f.calls[i] = src.calls[i]
		f.calls[i].within = slices.Clone(src.calls[i].within)
		f.calls[i].left = slices.Clone(src.calls[i].left)
		f.calls[i].waits.counts = slices.Clone(src.calls[i].waits.counts)
	}
	f.agents = slices.Clone(src.agents)
	f.codes = slices.Clone(src.codes)
	f.refusals = slices.Clone(src.refusals)
	f.campaigns = make([]campaignSums, len(src.campaigns))
	for i := range src.campaigns {
		f.campaigns[i] = src.campaigns[i].clone()
	}
	f.pairs.sums = slices.Clone(src.pairs.sums)
	f.scripts.steps = slices.Clone(src.scripts.steps)
	f.scripts.precision = slices.Clone(src.scripts.precision)
	f.scripts.asked = slices.Clone(src.scripts.asked)
	f.scripts.failed = slices.Clone(src.scripts.failed)
	f.faults = slices.Clone(src.faults)
	for i := range f.faults {
		f.faults[i].losses = slices.Clone(src.faults[i].losses)
		f.faults[i].steps = slices.Clone(src.faults[i].steps)
	}
	f.probes = slices.Clone(src.probes)
	f.unsettled = slices.Clone(src.unsettled)
	f.tasks = slices.Clone(src.tasks)
	f.media = slices.Clone(src.media)
}
