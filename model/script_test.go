package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// routing gives a center several skills, scripts, a precision queue, lookups and
// sometimes preemption.
func (d *dice) routing(cfg *Config) {
	cfg.Skills = append(cfg.Skills, "support", "spare")
	for g := range cfg.Groups {
		cfg.Groups[g].Skills = skills(d.permutation(3)[:1+d.below(3)]...)
	}
	cfg.Precision = []PrecisionQueue{{Name: "precise", Steps: []PrecisionStep{
		{Groups: []int{0}, Wait: sim.Time(d.below(20)) * sim.Second}, {Groups: []int{len(cfg.Groups) - 1}, Wait: 5 * sim.Second}, {Groups: d.permutation(len(cfg.Groups))},
	}}}
	cfg.Lookups = []Lookup{{Name: "db", Tolerance: FaultTolerance(d.below(4)), Takes: sim.Time(d.below(3)) * 100 * sim.Millisecond, Timeout: sim.Time(d.below(3)) * sim.Second, Abandon: 5 * sim.Second}}
	for range 2 {
		cfg.Scripts = append(cfg.Scripts, Script{Steps: d.steps(cfg)})
	}
	for i := range cfg.Scripts[0].Steps {
		if s := &cfg.Scripts[0].Steps[i]; s.Kind == StepLookup && d.one(50) {
			s.OnFail = 1
		}
	}
	typ := cfg.Types[0]
	for _, script := range []int{1, 2, 0, 0} {
		typ.Script, typ.Skill, typ.Priority = script, d.below(4), 1+d.below(3)
		typ.Name = string(rune('a' + len(cfg.Types)))
		cfg.Types = append(cfg.Types, typ)
	}
	for i := range cfg.Types {
		for k := range cfg.Types[i].Rates {
			cfg.Types[i].Rates = append([]RateStep(nil), cfg.Types[i].Rates...)
			cfg.Types[i].Rates[k].PerSecond /= 3
		}
	}
	cfg.Policies.Preempt = d.one(40)
	if d.one(40) {
		cfg.Policies.FreedAgent = FreedOldest
	}
}

// steps is a random script.
func (d *dice) steps(cfg *Config) (all []Step) {
	for range 2 + d.below(6) {
		s := Step{Kind: StepKind(d.below(4)), OnFail: FailContinue}
		switch s.Kind {
		case StepQueue:
			s.Queue = d.below(4)
			for g := range cfg.Groups {
				if s.Queue < 3 && cfg.Groups[g].Has(s.Queue) && d.one(50) {
					s.To = append(s.To, g)
				}
			}
		case StepWait:
			s.Wait = sim.Time(1+d.below(20)) * sim.Second
		case StepPriority:
			s.Raise, s.Priority = d.one(70), int32(1+d.below(3))
		case StepLookup:
			if d.one(20) {
				s.OnFail = FailDefault
			}
		}
		all = append(all, s)
	}
	last := Step{Kind: StepQueue}
	if d.one(30) {
		last.Kind = StepDefault
	}
	return append(all, last)
}

// No roster ever has an available agent and a waiting call while the Router routes,
// whatever scripts, lookups, precision queues, interruptions and faults do, and agents
// only get calls of their queues.
func TestScriptsConserveWork(t *testing.T) {
	interrupted, failed, steps, precise := 0, 0, 0, 0
	for seed := range uint64(max(trials/10, 60)) {
		d := newDice(seed + 7_000_000)
		cfg := d.world()
		if cfg.Scripts == nil {
			d.routing(cfg)
		}
		cfg.Trunks = None
		for range d.below(3) {
			l := d.lever(cfg)
			l.At = sim.Time(d.below(600)) * sim.Second
			if d.one(40) {
				l.Verb, l.Procs = VerbStop, []ProcID{pgProc(routerOf(cfg.Units()), Side(d.below(2)))}
			} else if d.one(20) {
				l = Lever{Verb: VerbFail, Lookup: 1, At: l.At, Undo: -1}
			}
			cfg.Levers = append(cfg.Levers, l)
		}
		w, err := New(cfg, seed, 0)
		require.NoError(t, err)
		f := &facts{}
		w.SetSink(f)
		for n := 0; !w.done(); n++ {
			e, ok, err := w.kernel.Next(w.cfg.Horizon)
			require.NoError(t, err)
			if !ok {
				break
			}
			w.handle(e)
			w.checkConserved()
			for r := range RosterID(w.top.rosters) {
				both := w.router.Open && w.firstAvailable(r) != NoAgent && w.firstOf(r.list(listWaiting)) != 0
				require.False(t, both, "seed %d: roster %d has an available agent and a waiting call", seed, r)
			}
			if n%50 == 0 {
				require.NoError(t, w.CheckAll())
			}
			for c := range w.calls {
				if call := &w.calls[c]; call.State.InProgress() && call.Agent != NoAgent {
					require.True(t, cfg.Serves(w.top.group[call.Agent], int(call.Queue)), "seed %d: agent %d does not serve queue %d", seed, call.Agent, call.Queue)
				}
			}
		}
		require.NoError(t, w.Finish())
		interrupted += f.count(FactInterrupted)
		steps += f.count(FactScriptStep)
		precise += f.count(FactPrecisionStep)
		for _, x := range f.all {
			if x.Kind == FactLookup && x.Aux == 1 {
				failed++
			}
		}
	}
	require.Positive(t, interrupted)
	require.Positive(t, failed)
	require.Positive(t, steps)
	require.Positive(t, precise)
}

// scripted is a script of one call type behind a routing script, with two groups of
// one agent each who have the only skill.
func scripted(steps []Step, calls ...TraceCall) *Config {
	cfg := script(1, calls...)
	second := cfg.Groups[0]
	second.Name = "second"
	cfg.Groups = append(cfg.Groups, second)
	cfg.Scripts = []Script{{Name: "script", Steps: steps}}
	cfg.Types[0].Script = 1
	return cfg
}

// byAgent gives who answered when.
func byAgent(f *facts) (all [][2]sim.Time) {
	for _, x := range f.all {
		if x.Kind == FactAnswered {
			all = append(all, [2]sim.Time{sim.Time(UnpackCall(x.Aux).Group), x.T})
		}
	}
	return all
}

func TestGroupsAreTriedInOrder(t *testing.T) {
	steps := []Step{{Kind: StepQueue, To: []int{1, 0}}}
	_, f := run(t, scripted(steps, TraceCall{At: 1 * s, Talk: 10 * s}, TraceCall{At: 2 * s, Talk: 10 * s}, TraceCall{At: 3 * s, Talk: 10 * s}), 1)
	require.Equal(t, [][2]sim.Time{{1, 1 * s}, {0, 2 * s}, {1, 11 * s}}, byAgent(f))
}

func TestDelayedOverflow(t *testing.T) {
	steps := []Step{{Kind: StepQueue, To: []int{0}}, {Kind: StepWait, Wait: 4 * s}, {Kind: StepQueue, To: []int{1}}, {Kind: StepWait, Wait: 6 * s}, {Kind: StepDefault}}
	calls := []TraceCall{{At: 1 * s, Talk: 30 * s}, {At: 2 * s, Talk: 30 * s}, {At: 3 * s, Talk: 10 * s}}
	_, f := run(t, scripted(steps, calls...), 1)
	require.Equal(t, [][2]sim.Time{{0, 1 * s}, {1, 6 * s}}, byAgent(f), "the second after four seconds in the queue")
	require.Equal(t, 13*s, f.first(FactDefaultRouted).T, "the third after ten")
	require.Equal(t, 1+3+5, f.count(FactScriptStep))
}

// A call that overflows keeps its age: it stands before those who came to the center
// later.
func TestOverflowKeepsTheAge(t *testing.T) {
	cfg := scripted([]Step{{Kind: StepQueue, To: []int{0}}, {Kind: StepWait, Wait: 5 * s}, {Kind: StepQueue, To: []int{1}}},
		TraceCall{At: 1 * s, Talk: 60 * s}, TraceCall{At: 2 * s, Talk: 20 * s, Type: 1}, TraceCall{At: 3 * s, Talk: 10 * s}, TraceCall{At: 4 * s, Talk: 10 * s, Type: 1})
	direct := cfg.Types[0]
	direct.Name, direct.Script = "direct", 2
	cfg.Types = append(cfg.Types, direct)
	cfg.Scripts = append(cfg.Scripts, Script{Name: "direct", Steps: []Step{{Kind: StepQueue, To: []int{1}}}})
	_, f := run(t, cfg, 1)
	var order []uint32
	for _, a := range f.answers() {
		order = append(order, a.call)
	}
	require.Equal(t, []uint32{0, 3, 4, 7}, order, "numbers are row x types + type: the third caller before the fourth")
}

func TestAScriptRaisesThePriority(t *testing.T) {
	steps := []Step{{Kind: StepQueue}, {Kind: StepWait, Wait: 5 * s}, {Kind: StepPriority, Priority: 1, Raise: true}}
	cfg := scripted(steps, TraceCall{At: 1 * s, Talk: 10 * s}, TraceCall{At: 1 * s, Talk: 60 * s}, TraceCall{At: 2 * s, Talk: 10 * s, Type: 1}, TraceCall{At: 3 * s, Talk: 10 * s})
	plain := cfg.Types[0]
	plain.Name, plain.Script = "plain", 0
	cfg.Types = append(cfg.Types, plain)
	_, f := run(t, cfg, 1)
	var order []uint32
	for _, a := range f.answers() {
		order = append(order, a.call)
	}
	require.Equal(t, []uint32{0, 2, 6, 5}, order, "the last caller has overtaken the one before")
}

// Ring no answer starts the script anew: with its priority from the beginning and its
// queues from the first.
func TestRONAStartsTheScriptAnew(t *testing.T) {
	cfg := scripted([]Step{{Kind: StepPriority, Priority: 1, Raise: true}, {Kind: StepQueue, To: []int{0}}, {Kind: StepWait, Wait: 8 * s}, {Kind: StepQueue, To: []int{1}}}, TraceCall{At: 1 * s, Talk: 10 * s})
	cfg.Ring, cfg.RONA = must(sim.Constant(20*s)), 5*s
	cfg.Horizon = 25 * s
	cfg.End = EndStop
	w, f := run(t, cfg, 1)
	require.Equal(t, 2, f.count(FactRONA), "after 5 s at the first group, then 8 s in the queue and 5 s at the second")
	require.Equal(t, 2+4+2+1, f.count(FactScriptStep))
	require.Equal(t, int32(0), w.calls[0].Priority, "raised once, not thrice")
}

// A call that has gone on to the next step waits for its agents alone: the first agent
// is free again at 13 s, and the third call is not for it any more.
func TestPrecisionQueueWidens(t *testing.T) {
	cfg := script(1, TraceCall{At: 1 * s, Talk: 12 * s}, TraceCall{At: 2 * s, Talk: 10 * s}, TraceCall{At: 3 * s, Talk: 10 * s})
	second := cfg.Groups[0]
	second.Name, second.NoSkills = "second", true
	cfg.Groups = append(cfg.Groups, second)
	cfg.Precision = []PrecisionQueue{{Name: "precise", Steps: []PrecisionStep{{Groups: []int{0}, Wait: 4 * s}, {Groups: []int{1}}}}}
	cfg.Types[0].Skill = 1
	_, f := run(t, cfg, 1)
	require.Equal(t, [][2]sim.Time{{0, 1 * s}, {1, 6 * s}, {1, 16 * s}}, byAgent(f))
	require.Equal(t, 2, f.count(FactPrecisionStep))
}

func lookupFails(f *facts) (failed, asked int) {
	for _, x := range f.all {
		if x.Kind == FactLookup {
			asked++
			failed += int(x.Aux)
		}
	}
	return failed, asked
}

// stopped is a center whose Router side A stops at 60 s; calls that look something up
// come every second.
func stopped(tolerance FaultTolerance) *Config {
	cfg := lab(50, 0)
	cfg.Horizon = 2 * sim.Minute
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, sim.Second
	cfg.Types[0].Script = 1
	cfg.Scripts = []Script{{Name: "asks", Steps: []Step{{Kind: StepLookup, OnFail: FailContinue}, {Kind: StepQueue}}}}
	cfg.Lookups = []Lookup{{Name: "db", Tolerance: tolerance, Takes: 200 * sim.Millisecond, Timeout: 300 * sim.Millisecond, Abandon: 5 * sim.Second}}
	return at(cfg, Lever{Verb: VerbStop, Procs: []ProcID{pgProc(routerOf(cfg.Units()), SideA)}, At: sim.Minute + 100*sim.Millisecond})
}

// When one side of the Router stops, lookups fail: the one under way, and those that
// are still sent to it; with a connection of one side only all of them, with requests
// through both none.
func TestLookupsFailWhenARouterSideStops(t *testing.T) {
	for tolerance, want := range map[FaultTolerance][2]int{
		LookupHotStandby: {6, 7}, LookupAlternate: {2, 5}, LookupDuplicate: {0, 0}, LookupNone: {58, 61},
	} {
		_, f := run(t, stopped(tolerance), 1)
		failed, asked := lookupFails(f)
		require.GreaterOrEqual(t, asked, 118)
		require.GreaterOrEqual(t, failed, want[0], "fault tolerance %d", tolerance)
		require.LessOrEqual(t, failed, want[1], "fault tolerance %d", tolerance)
		require.Zero(t, f.count(FactCallLost))
	}
}

func TestALookupFailsByItself(t *testing.T) {
	cfg := stopped(LookupDuplicate)
	cfg.Levers = []Lever{{Verb: VerbFail, Lookup: 1, At: 10*s + s/2, Undo: 1, For: 20 * s}, {Verb: VerbAnswer, Lookup: 1, IsUndo: true, Undo: -1}}
	cfg.Scripts[0].Steps[0].OnFail = FailDefault
	_, f := run(t, cfg, 1)
	failed, _ := lookupFails(f)
	require.Equal(t, 20, failed)
	require.Equal(t, 20, f.count(FactDefaultRouted))
}

// A better priority interrupts the talk of a worse one that began last; it is resumed
// for the rest of its time.
func TestPreemptResume(t *testing.T) {
	cfg := script(2, TraceCall{At: 1 * s, Talk: 20 * s}, TraceCall{At: 2 * s, Talk: 20 * s}, TraceCall{At: 5 * s, Talk: 10 * s, Type: 1}, TraceCall{At: 6 * s, Talk: 1 * s, Type: 1})
	urgent := cfg.Types[0]
	cfg.Types[0].Priority = 2
	urgent.Name, urgent.Priority = "urgent", 1
	cfg.Types = append(cfg.Types, urgent)
	cfg.Policies.Preempt = true
	_, f := run(t, cfg, 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {2, 2 * s, 0}, {5, 5 * s, 0}, {7, 6 * s, 0}}, f.answers(), "both urgent calls at once")
	ends := map[uint32]sim.Time{}
	for _, x := range f.all {
		if x.Kind == FactHandled {
			ends[x.Subject] = x.T
		}
	}
	require.Equal(t, map[uint32]sim.Time{7: 7 * s, 5: 15 * s, 0: 22 * s, 2: 32 * s}, ends, "the oldest is resumed first")
	require.Equal(t, 2, f.count(FactInterrupted))
}

// An agent who was interrupted for a call takes that call, though another one waits for
// the agent's first skill.
func TestAnInterruptedAgentIsForThatCall(t *testing.T) {
	cfg := blended(skills(0, 1), TraceCall{At: 1 * s, Talk: 20 * s}, TraceCall{At: 2 * s, Talk: 20 * s}, TraceCall{At: 5 * s, Talk: 10 * s, Type: 1})
	cfg.Types[0].Priority, cfg.Types[1].Priority = 2, 1
	cfg.Policies.Preempt = true
	_, f := run(t, cfg, 1)
	require.Equal(t, []answered{{0, 1 * s, 0}, {5, 5 * s, 0}, {2, 31 * s, 29 * s}}, f.answers())
}
