package model

import (
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

const half = 30 * sim.Minute

func lever(v Verb, id ProcID) Lever {
	l := Lever{Verb: v, Pair: id.Pair(), At: half}
	if v >= VerbCut && v <= VerbSteady {
		l.Links = []LinkID{LinkID(id.Pair())}
	} else {
		l.Procs = []ProcID{id}
	}
	return l
}

func after(k sim.FactKind, id ProcID, plus sim.Time, l Lever) Lever {
	l.At = 0
	l.Trigger = Trigger{Kind: k, Subject: uint32(id), Plus: plus}
	return l
}

var (
	pgA = pgProc(0, SideA)
	pgB = pgProc(0, SideB)
)

func TestMaintenanceLosesThePendingStatesOutstandingAtTheSwitch(t *testing.T) {
	// 2000 agents at 9 calls a second is the rated load of the reference design.
	for _, c := range []struct {
		agents int
		perH   float64
	}{{20, 320}, {200, 3240}, {2000, 32400}} {
		w, f := run(t, at(lab(c.agents, c.perH), lever(VerbMaintenance, pgA)), 1)
		switched := f.first(FactSwitched)
		require.NotNil(t, switched)
		require.Positive(t, switched.Value, "no state was pending: the test shows nothing")
		require.Equal(t, map[LossKind]int{LossPendingState: int(switched.Value)}, f.losses())
		require.Zero(t, w.census.Calls[CallLost])
		require.Equal(t, RoleActive, w.procs[pgB].Role)
		require.Equal(t, RoleDown, w.procs[pgA].Role)
		require.Equal(t, RoleDown, w.procs[ctiProc(0, SideA)].Role, "the CG service goes with the PG")
		require.Equal(t, half+30*sim.Millisecond, f.first(FactMaintContinue).T, "asked and answered over the desktop's path")
		require.Equal(t, half+30*sim.Millisecond+2*sim.Second, switched.T)
	}
}

// holders counts at the moment of a fault what each line of the table of
// holdings is about.
type holders struct{ pending, talking, ringing, routed, wrapping, signedIn int }

func (w *World) holders() (h holders) {
	for a := range w.agents {
		if w.records[a].Pending != WishNone {
			h.pending++
		}
		if w.records[a].State != AgentLogout {
			h.signedIn++
		}
		switch w.agents[a].State {
		case AgentTalking:
			h.talking++
		case AgentWorkReady, AgentWorkNotReady:
			h.wrapping++
		case AgentReserved:
			if w.calls[w.agents[a].Call].State == CallRinging {
				h.ringing++
			} else {
				h.routed++
			}
		}
	}
	return h
}

func TestCrashLosesWhatTheTableSays(t *testing.T) {
	for _, verb := range []Verb{VerbCrash, VerbStop} {
		cfg := at(lab(2000, 36000), lever(verb, pgA))
		cfg.Latency.Public = 900 * sim.Millisecond // so that some calls are reserved, but do not ring yet
		w, err := New(cfg, 1, 0)
		require.NoError(t, err)
		f := &facts{}
		w.SetSink(f)
		require.NoError(t, w.RunUntil(half-1))
		h := w.holders()
		require.NoError(t, w.RunUntil(half))
		live := h.talking + h.ringing
		require.Equal(t, map[LossKind]int{
			LossPendingState: h.pending, LossControl: live, LossContext: live + h.wrapping, LossSplitRecord: live, LossSignIn: h.signedIn,
		}, f.losses())
		require.Positive(t, h.routed, "no reservation to lose: the test shows nothing")
		require.NoError(t, w.Run())
		require.LessOrEqual(t, f.losses()[LossUndeliverable], h.routed+1+int(w.census.Dropped))
		require.Equal(t, int(w.census.Calls[CallLost]), f.losses()[LossUndeliverable], "only calls that cannot be delivered are lost")
		require.Positive(t, w.census.Calls[CallLost])
	}
}

func TestTheTableOfHoldingsDecidesEveryLoss(t *testing.T) {
	saved := holdings
	defer func() { holdings = saved }()
	for i := range holdings {
		holdings[i].Carried, holdings[i].Rebuilt = true, true
	}
	_, f := run(t, at(lab(50, 800), lever(VerbMaintenance, pgA), Lever{Verb: VerbCrash, Procs: []ProcID{pgB}, At: 40 * sim.Minute}), 1)
	for kind, n := range f.losses() {
		if kind == LossEvent {
			continue // what happens while nobody watches is held by nobody
		}
		require.Equal(t, LossUndeliverable, kind, "%d lost although the table keeps it", n)
	}
}

func TestMediaIsLostOnlyWhereTheTableSaysSo(t *testing.T) {
	saved := holdings
	defer func() { holdings = saved }()
	holdings[0].Rebuilt = false
	require.Equal(t, ItemMedia, holdings[0].Item)
	w, f := run(t, at(lab(50, 800), lever(VerbCrash, pgA)), 1)
	require.Positive(t, f.losses()[LossCall])
	require.EqualValues(t, f.losses()[LossCall]+f.losses()[LossUndeliverable], w.census.Calls[CallLost])
	require.Zero(t, f.losses()[LossSplitRecord], "a call that is gone leaves no second record")
}

func TestDetectionLiesInTheLastIntervalBeforeTheLimit(t *testing.T) {
	for _, latency := range []sim.Time{1, 20 * sim.Millisecond} {
		detectionIsUniform(t, latency)
	}
}

func detectionIsUniform(t *testing.T, latency sim.Time) {
	t.Helper()
	const n = 400
	var delays []float64
	for seed := range uint64(n) {
		cfg := at(ideal(lab(1, 1)), Lever{Verb: VerbCrash, Procs: []ProcID{pgA}, At: sim.Minute})
		cfg.Latency.Private = latency
		_, f := run(t, cfg, seed)
		d := f.first(FactDetected).T - sim.Minute - latency
		require.Greater(t, d, 400*sim.Millisecond)
		require.LessOrEqual(t, d, 500*sim.Millisecond)
		delays = append(delays, (d-400*sim.Millisecond).Seconds()/0.1)
	}
	slices.Sort(delays)
	worst := 0.0
	for i, d := range delays {
		worst = max(worst, float64(i+1)/n-d, d-float64(i)/n)
	}
	require.Less(t, worst, 1.95/20, "Kolmogorov-Smirnov against the uniform law at 0.1 %")
}

func TestAFailureInMidShutdownEndsAsAFailover(t *testing.T) {
	cut := Lever{Verb: VerbCut, Links: []LinkID{0}}
	for name, failure := range map[string]Lever{
		"crash of the side that shuts down":         after(FactMaintContinue, pgA, 100*sim.Millisecond, lever(VerbCrash, pgA)),
		"crash of the side that is being activated": after(FactMaintContinue, pgA, 100*sim.Millisecond, lever(VerbCrash, pgB)),
		"private link cut":                          after(FactMaintContinue, pgA, 100*sim.Millisecond, cut),
		"private link cut after the switch":         after(FactSwitched, pgA, sim.Millisecond, cut),
		"CTI server of the new side":                after(FactMaintContinue, pgA, 100*sim.Millisecond, lever(VerbCrash, ctiProc(0, SideB))),
	} {
		t.Run(name, func(t *testing.T) {
			cfg := at(lab(50, 800), lever(VerbMaintenance, pgA), failure)
			if name == "private link cut after the switch" {
				cfg.Latency.Desktop = 800 * sim.Millisecond // drains slower than the cut is noticed
			}
			w, f := run(t, cfg, 1)
			require.Equal(t, 1, f.count(FactShutdownFailed))
			require.Equal(t, 50, f.losses()[LossSignIn], "agents have to be signed in again")
			require.Positive(t, f.losses()[LossContext])
			require.Equal(t, RoleDown, w.procs[pgA].Role, "the side that shut down stays stopped")
			require.Equal(t, RoleActive, w.procs[pgB].Role, "its peer restarts")
			require.True(t, w.pairs[0].Simplex)
			require.Zero(t, w.pairs[0].Missing, "all agents are back")
			require.NotNil(t, f.first(FactRecovered))
			for _, x := range f.all {
				if x.Kind == FactLoss && LossKind(x.Aux) == LossSignIn {
					require.EqualValues(t, 2, x.Cause, "the failure is the cause, not the maintenance")
				}
			}
		})
	}
}

func TestAFailureBeforeTheContinueEventCancels(t *testing.T) {
	for name, l := range map[string]Lever{
		"operator":        after(FactMaintRequested, pgA, 0, lever(VerbCancel, pgA)),
		"crash of A":      after(FactMaintRequested, pgA, 0, lever(VerbCrash, pgA)),
		"CTI server of B": after(FactMaintRequested, pgA, 0, lever(VerbCrash, ctiProc(0, SideB))),
	} {
		_, f := run(t, at(lab(20, 320), lever(VerbMaintenance, pgA), l), 1)
		require.NotNil(t, f.first(FactMaintCancelled), name)
		require.Nil(t, f.first(FactMaintContinue), name)
	}
}

func TestRefusals(t *testing.T) {
	silent := lab(20, 320)
	silent.Clients[0].Answer = AnswerSilent
	rejecting := lab(20, 320)
	rejecting.Clients[0].Answer = AnswerReject
	late := lab(20, 320)
	late.Clients[0].Delay = 6 * sim.Second
	generic := lab(20, 320)
	generic.PGs[0].Type = PGGeneric
	simplex := at(lab(20, 320), Lever{Verb: VerbStop, Procs: []ProcID{pgB}, At: 20 * sim.Minute})
	busy := at(lab(20, 320), Lever{Verb: VerbMaintenance, Procs: []ProcID{pgA}, At: half - sim.Second})
	standby := at(lab(20, 320), Lever{Verb: VerbStop, Procs: []ProcID{pgA}, At: 20 * sim.Minute}, Lever{Verb: VerbCut, Links: []LinkID{0}, At: half - sim.Minute})
	for want, c := range map[Refusal][]*Config{
		RefusalClientSilent: {silent, late}, RefusalClientRejected: {rejecting}, RefusalType: {generic},
		RefusalSimplex: {simplex, standby}, RefusalBusy: {busy},
	} {
		for _, cfg := range c {
			id := pgA
			if cfg == standby {
				id = pgB
			}
			w, f := run(t, at(cfg, lever(VerbMaintenance, id)), 1)
			rejected := f.first(FactMaintRejected)
			require.NotNil(t, rejected, "%v %+v", want, cfg.Levers)
			require.Equal(t, want, Refusal(rejected.Aux))
			if want != RefusalBusy { // there the first request succeeds
				require.NotEqual(t, RoleDown, w.procs[id].Role)
			}
		}
	}
}

func TestMaintenanceOfTheStandbySideJustStopsIt(t *testing.T) {
	w, f := run(t, at(lab(20, 320), lever(VerbMaintenance, pgB)), 1)
	require.Empty(t, f.losses())
	require.Nil(t, f.first(FactMaintContinue))
	require.Equal(t, half, f.first(FactStopped).T)
	require.Equal(t, RoleDown, w.procs[pgB].Role)
	require.True(t, w.pairs[0].Simplex)
}

func TestAnOldClientIsCutOffAtTheSwitch(t *testing.T) {
	cfg := lab(20, 320)
	cfg.Clients = append(cfg.Clients, Client{Name: "old", Protocol: 20, Mask: true})
	old := cfg.Groups[0]
	old.Name, old.Client, old.Count = "old-team", 1, 7
	cfg.Groups = append(cfg.Groups, old)
	_, f := run(t, at(cfg, lever(VerbMaintenance, pgA)), 1)
	require.NotNil(t, f.first(FactSwitched))
	require.Equal(t, 7, f.losses()[LossSignIn])
	for _, x := range f.all {
		if x.Kind == FactLoss && LossKind(x.Aux) == LossSignIn {
			require.Equal(t, f.first(FactSwitched).T, x.T)
			require.GreaterOrEqual(t, x.Subject, uint32(20))
		}
	}
}

func TestPrivateLinkCut(t *testing.T) {
	heal := Lever{Verb: VerbHeal, Links: []LinkID{0}, At: half + sim.Minute}
	t.Run("by weight the active side goes on and nothing is lost", func(t *testing.T) {
		for _, first := range []ProcID{pgA, pgB} {
			cfg := lab(20, 320)
			if first == pgB {
				at(cfg, Lever{Verb: VerbRestart, Procs: []ProcID{pgA}, At: 20 * sim.Minute})
			}
			w, f := run(t, at(cfg, Lever{Verb: VerbCut, Links: []LinkID{0}, At: half}, heal), 1)
			for _, x := range f.all {
				require.False(t, x.Kind == FactLoss && x.T >= half, "%+v", x)
			}
			require.Equal(t, RoleActive, w.procs[first].Role)
			require.Equal(t, RoleStandby, w.procs[first^1].Role)
			require.False(t, w.pairs[0].Simplex)
		}
	})
	t.Run("side A always wins before release 7.5(10)", func(t *testing.T) {
		cfg := at(lab(20, 320), Lever{Verb: VerbRestart, Procs: []ProcID{pgA}, At: 20 * sim.Minute}, Lever{Verb: VerbCut, Links: []LinkID{0}, At: half}, heal)
		cfg.Policies.PrivateLoss = WinnerA
		w, f := run(t, cfg, 1)
		require.Equal(t, 40, f.losses()[LossSignIn], "all agents sign in twice")
		require.Nil(t, f.first(FactFinding), "both notice, and never serve at once")
		require.Equal(t, RoleActive, w.procs[pgA].Role)
	})
	t.Run("a cut that nobody notices leaves no trace", func(t *testing.T) {
		cfg := at(lab(20, 320), Lever{Verb: VerbCut, Links: []LinkID{0}, At: half}, Lever{Verb: VerbHeal, Links: []LinkID{0}, At: half + 300*sim.Millisecond})
		_, f := run(t, cfg, 1)
		require.Zero(t, f.count(FactDetected))
		require.Empty(t, f.losses())
	})
}

func TestASideThatComesUpAloneIsSimplex(t *testing.T) {
	// Side A goes before B has noticed anything, and stays down.
	cfg := at(lab(20, 320), lever(VerbCrash, pgB), Lever{Verb: VerbStop, Procs: []ProcID{pgA}, At: half + 100*sim.Millisecond}, Lever{Verb: VerbMaintenance, Procs: []ProcID{pgB}, At: half + 10*sim.Minute})
	w, f := run(t, cfg, 1)
	require.True(t, w.pairs[0].Simplex)
	require.Equal(t, RefusalSimplex, Refusal(f.first(FactMaintRejected).Aux))
	require.Equal(t, RoleActive, w.procs[pgB].Role)
}

func TestUnwantedReady(t *testing.T) {
	cfg := lab(200, 3240)
	cfg.Groups[0].Pending.NotReadyShare = 1
	_, f := run(t, at(cfg, lever(VerbMaintenance, pgA)), 1)
	lost := f.losses()[LossPendingState]
	require.Positive(t, lost)
	require.Equal(t, lost, f.count(FactUnwanted), "each ends its call ready against the wish")
}

func TestCTIServerAloneLosesNoPendingState(t *testing.T) {
	w, f := run(t, at(lab(200, 3240), lever(VerbCrash, ctiProc(0, SideA))), 1)
	require.Zero(t, f.losses()[LossPendingState])
	require.Zero(t, f.losses()[LossSignIn])
	require.Positive(t, f.losses()[LossControl])
	require.EqualValues(t, SideB, w.pairs[0].ActiveCTI)
	require.Positive(t, w.census.Pending[PendingRejected], "a desktop without a session gets errors")
}

func TestTheLimitRunsFromTheLastKeepAlive(t *testing.T) {
	cfg := ideal(lab(1, 1))
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	const every = 100 * sim.Millisecond
	beat := w.watch[privateLine(pgA)].Origin + 600*every
	for _, c := range []struct{ crash, delay sim.Time }{
		{beat, 400*sim.Millisecond + 1},   // that keep-alive is not sent any more
		{beat + 1, 500 * sim.Millisecond}, // it is, and the limit runs from it
		{beat + every/2, 450*sim.Millisecond + 1},
	} {
		again := *cfg
		_, f := run(t, at(&again, Lever{Verb: VerbCrash, Procs: []ProcID{pgA}, At: c.crash}), 1)
		require.Equal(t, c.delay+1, f.first(FactDetected).T-c.crash, "and 1 ns of latency")
	}
}

func TestCancelComesTooLateAfterTheContinueEvent(t *testing.T) {
	w, f := run(t, at(lab(20, 320), lever(VerbMaintenance, pgA), after(FactMaintContinue, pgA, sim.Second, lever(VerbCancel, pgA))), 1)
	require.Nil(t, f.first(FactMaintCancelled))
	require.Equal(t, IgnoreTooLate, IgnoreReason(f.first(FactLeverIgnored).Aux))
	require.Equal(t, RoleDown, w.procs[pgA].Role)
}

func TestAgentsOnACallComeBackNotReady(t *testing.T) {
	cfg := lab(200, 3240)
	cfg.Groups[0].ReadyAgain = sim.Dist{}
	cfg.Groups[0].Pending = PendingHabit{}
	w, f := run(t, at(cfg, lever(VerbCrash, pgA)), 1)
	forced := f.count(FactForced)
	require.Positive(t, forced)
	require.EqualValues(t, 51004, f.first(FactForced).Aux)
	notReady := 0
	for a := range w.agents {
		if w.records[a].State == AgentNotReady {
			notReady++
		}
	}
	require.Equal(t, forced, notReady, "nobody presses Ready in this center")
}

// TestNobodyHandsOverToASideWithoutARouter: a loss before the continue event cancels the
// request, and costs nothing.
func TestNobodyHandsOverToASideWithoutARouter(t *testing.T) {
	cfg := lab(20, 320)
	var links []LinkID
	for i, l := range cfg.Links() {
		if l.Kind == LinkPublic && l.Side == SideB {
			links = append(links, LinkID(i))
		}
	}
	at(cfg, Lever{Verb: VerbCut, Links: links, At: 29 * sim.Minute}, Lever{Verb: VerbMaintenance, Procs: []ProcID{pgA}, At: 30 * sim.Minute})
	w, f := run(t, cfg, 1)
	require.Equal(t, uint32(RefusalFailure), f.first(FactMaintCancelled).Aux)
	require.Nil(t, f.first(FactMaintContinue))
	require.Equal(t, RoleActive, w.procs[pgA].Role)
	require.Empty(t, f.losses())
}
