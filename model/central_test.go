package model

import (
	"fmt"
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// votes is a center of n PGs with one agent and no calls.
func votes(n int) *Config {
	cfg := lab(1, 1)
	cfg.Types[0].Rates = nil
	for i := 1; i < n; i++ {
		cfg.MRPGs = append(cfg.MRPGs, MRPG{Name: fmt.Sprintf("mr-pg-%d", i), InService: true})
	}
	cfg.Horizon = 2 * sim.Minute
	return cfg
}

// without cuts the public links of the PGs that a set leaves out.
func without(cfg *Config, router Side, reached int) {
	var links []LinkID
	for i, l := range cfg.Links() {
		if l.Kind == LinkPublic && l.Router == router && reached>>int(l.Pair)&1 == 0 {
			links = append(links, LinkID(i))
		}
	}
	at(cfg, Lever{Verb: VerbCut, Links: links, At: 10 * sim.Second})
}

func privateCut(cfg *Config) Lever {
	return Lever{Verb: VerbCut, Links: []LinkID{LinkID(routerOf(cfg.Units()))}, At: 30 * sim.Second}
}

func bits(x int) (n int) {
	for ; x > 0; x &= x - 1 {
		n++
	}
	return n
}

// byTable is the table of a lost private network: what becomes of A, which is
// enabled, and of B.
func byTable(n, reachA, reachB int) (a, b Role) {
	a, b = RoleIsolatedDisabled, RoleIsolatedDisabled
	if 2*bits(reachA) >= n {
		a = RoleIsolatedEnabled
	}
	if 2*bits(reachB) <= n {
		return a, b
	}
	if found := reachA&reachB != 0; !found || a == RoleIsolatedDisabled {
		b = RoleIsolatedEnabled
	}
	return a, b
}

func TestDeviceMajorityAndTestOtherSideOfEverySubset(t *testing.T) {
	worlds := 0
	for n := 1; n <= 6; n++ {
		for reachA := range 1 << n {
			for reachB := range 1 << n {
				cfg := votes(n)
				without(cfg, SideA, reachA)
				without(cfg, SideB, reachB)
				at(cfg, privateCut(cfg))
				w, f := run(t, cfg, uint64(worlds))
				a, b := byTable(n, reachA, reachB)
				require.Equal(t, [2]Role{a, b}, [2]Role{w.procs[w.routerID(SideA)].Role, w.procs[w.routerID(SideB)].Role}, "%d PGs, A reaches %b, B reaches %b", n, reachA, reachB)
				both := a == RoleIsolatedEnabled && b == RoleIsolatedEnabled
				require.Equal(t, both, f.first(FactFinding) != nil, "both at once is a finding")
				if both {
					require.Equal(t, uint32(3), f.first(FactFinding).Cause, "of the cut")
				}
				worlds++
			}
		}
	}
	require.Equal(t, 4+16+64+256+1024+4096, worlds)
}

func TestAnyPathOfEitherSideIsOneVote(t *testing.T) {
	for _, c := range []struct {
		name   string
		policy Majority
		sides  []Side // of the only PG whose links to Router A stay
		want   Role
	}{
		{"both sides are one vote", MajorityAnyPath, []Side{SideA, SideB}, RoleIsolatedEnabled},
		{"the idle path counts", MajorityAnyPath, []Side{SideB}, RoleIsolatedEnabled},
		{"not by the older texts", MajorityActivePath, []Side{SideB}, RoleIsolatedDisabled},
		{"none left", MajorityAnyPath, nil, RoleIsolatedDisabled},
	} {
		cfg := votes(1)
		cfg.Policies.Majority = c.policy
		var links []LinkID
		for i, l := range cfg.Links() {
			kept := false
			for _, s := range c.sides {
				kept = kept || l.Side == s
			}
			if l.Kind == LinkPublic && l.Router == SideA && !kept {
				links = append(links, LinkID(i))
			}
		}
		at(cfg, Lever{Verb: VerbCut, Links: links, At: 10 * sim.Second}, privateCut(cfg))
		w, _ := run(t, cfg, 1)
		require.Equal(t, c.want, w.procs[w.routerID(SideA)].Role, c.name)
	}
}

func TestPGsOutOfServiceCountForTheMajority(t *testing.T) {
	cfg := votes(2)
	cfg.MRPGs[0].InService = false
	w, _ := run(t, at(cfg, privateCut(cfg)), 1)
	require.Equal(t, RoleIsolatedEnabled, w.procs[w.routerID(SideA)].Role, "exactly half is enough for A")
	reached, total := w.PGVotes(SideA)
	require.Equal(t, [2]int{1, 2}, [2]int{reached, total})

	cfg = votes(2)
	cfg.MRPGs[0].InService = false
	w, _ = run(t, at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(routerOf(cfg.Units()), SideA)}, At: 30 * sim.Second, Stay: true}), 1)
	require.Equal(t, RoleIsolatedDisabled, w.procs[w.routerID(SideB)].Role, "exactly half is no majority for B: side A lost, and B stays down")
	require.Equal(t, routerOut, w.router.Status)
}

// The rows of the table of a lost private network with their times.
func TestPrivateNetworkLostTakesItsTime(t *testing.T) {
	detect := func(d sim.Time) bool { return d > 400*sim.Millisecond && d <= 500*sim.Millisecond+20*sim.Millisecond }
	t.Run("A with majority goes on at once, without a test", func(t *testing.T) {
		cfg := votes(3)
		_, f := run(t, at(cfg, privateCut(cfg)), 1)
		enabled := f.first(FactIsolatedEnabled)
		require.True(t, detect(enabled.T-30*sim.Second), "%v", enabled.T)
	})
	t.Run("B tests, finds A enabled and stops", func(t *testing.T) {
		cfg := votes(3)
		_, f := run(t, at(cfg, privateCut(cfg)), 1)
		require.NotNil(t, f.first(FactTesting))
		stopped := f.first(FactIsolatedDisabled)
		require.Less(t, stopped.T-30*sim.Second, sim.Second, "as soon as A has decided")
	})
	t.Run("A crashed: every PG says so at once, then it settles", func(t *testing.T) {
		cfg := votes(3)
		id := pgProc(routerOf(cfg.Units()), SideA)
		_, f := run(t, at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{id}, At: 30 * sim.Second, Stay: true}), 1)
		test, enabled := f.first(FactTesting), f.first(FactIsolatedEnabled)
		require.True(t, detect(test.T-30*sim.Second))
		require.Equal(t, 2*cfg.Latency.Public+cfg.Timers.Settle, enabled.T-test.T)
	})
	t.Run("A's machine is gone: the PGs wait for the limit of the test", func(t *testing.T) {
		cfg := votes(3)
		id := pgProc(routerOf(cfg.Units()), SideA)
		_, f := run(t, at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{id}, At: 30 * sim.Second, Stay: true, Dark: true}), 1)
		test, enabled := f.first(FactTesting), f.first(FactIsolatedEnabled)
		require.Equal(t, cfg.Timers.TestOtherSide+cfg.Timers.Settle, enabled.T-test.T)
	})
}

func TestRequestsWaitUntilOneRouterIsEnabled(t *testing.T) {
	cfg := lab(20, 400)
	cfg.Types[0].Patience = sim.Dist{}
	router := routerOf(cfg.Units())
	crash := Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(router, SideA)}, At: half, Dark: true, Stay: true}
	w, err := New(at(cfg, crash), 1, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	require.NoError(t, w.RunUntil(half+2*sim.Second))
	require.Equal(t, routerDecides, w.router.Status)
	require.NoError(t, w.Run())
	routing := f.first(FactRouting)
	require.Greater(t, routing.T-half, 2900*sim.Millisecond)
	require.Less(t, routing.T-half, 3100*sim.Millisecond)
	for _, x := range f.all {
		require.False(t, x.Kind == FactAnswered && x.T > half+6*sim.Second && x.T < routing.T, "nothing is routed meanwhile")
	}
	require.Empty(t, f.losses(), "and nothing is lost")
	require.Zero(t, w.census.Calls[CallDefaultRouted])
}

// Calls that came in while the Routers decided go to idle agents at once then.
func TestCallsOfTheDecisionAreRoutedAtOnce(t *testing.T) {
	cfg := lab(20, 400)
	cfg.Types[0].Patience, cfg.IVR = sim.Dist{}, sim.Dist{}
	cfg.Types[0].Rates = []RateStep{{PerSecond: 0}, {From: half, PerSecond: 4}, {From: half + 2*sim.Second, PerSecond: 0}}
	crash := Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(routerOf(cfg.Units()), SideA)}, At: half, Dark: true, Stay: true}
	w, f := run(t, at(cfg, crash), 1)
	routing := f.first(FactRouting)
	require.NotNil(t, routing)
	answered := 0
	for _, x := range f.all {
		if x.Kind == FactAnswered && x.T > routing.T {
			require.Less(t, x.T, routing.T+6*sim.Second)
			answered++
		}
	}
	require.Positive(t, answered)
	require.Equal(t, w.census.Offered, int64(f.count(FactAnswered)))
}

func TestNoRouterAtAll(t *testing.T) {
	cfg := lab(10, 1500)
	router := routerOf(cfg.Units())
	for s := SideA; s <= SideB; s++ {
		at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(router, s)}, At: half})
	}
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	require.NoError(t, w.RunUntil(half-1))
	waiting := w.census.Calls[CallQueued]
	require.Positive(t, waiting)
	require.NoError(t, w.RunUntil(half))
	require.Equal(t, int(waiting), f.losses()[LossRoutingDialog], "every queued call loses its dialog")
	require.Equal(t, waiting, w.census.Calls[CallDefaultRouted])
	talking := w.census.Calls[CallTalking]
	require.Positive(t, talking)
	require.NoError(t, w.RunUntil(half+9*sim.Second))
	require.Positive(t, w.census.Calls[CallDefaultRouted]-waiting, "new calls take the default route")
	require.NoError(t, w.Run())
	require.Zero(t, f.losses()[LossCall], "calls with agents go on")
	require.Zero(t, f.losses()[LossSignIn])
	require.Equal(t, RolePairedEnabled, w.procs[w.routerID(SideA)].Role, "A leads a fresh pairing")
	require.Equal(t, RolePairedDisabled, w.procs[w.routerID(SideB)].Role)
	require.Equal(t, routerServes, w.router.Status)
}

func TestARouterThatReturnsStaysBehindItsPeer(t *testing.T) {
	cfg := lab(20, 300)
	id := pgProc(routerOf(cfg.Units()), SideA)
	w, f := run(t, at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{id}, At: half}), 1)
	require.Equal(t, RolePairedDisabled, w.procs[id].Role, "no component fails back by itself")
	require.Equal(t, RolePairedEnabled, w.procs[id^1].Role)
	paired := f.first(FactPaired)
	require.InDelta(t, (half + cfg.Timers.Restart + cfg.Timers.StateTransfer).Seconds(), paired.T.Seconds(), 0.2)
	require.Empty(t, f.losses())
}

// The table of combinations of the Central Controller.
func TestCentralControllerCombinations(t *testing.T) {
	router := func(cfg *Config, s Side) ProcID { return pgProc(routerOf(cfg.Units()), s) }
	logger := func(cfg *Config, s Side) ProcID { return ctiProc(routerOf(cfg.Units()), s) }
	for _, c := range []struct {
		name    string
		down    func(cfg *Config) []ProcID
		routes  bool
		history bool
	}{
		{"one Logger: nothing visible", func(cfg *Config) []ProcID { return []ProcID{logger(cfg, SideA)} }, true, true},
		{"one Router: its side leaves, the other goes on", func(cfg *Config) []ProcID { return []ProcID{router(cfg, SideA)} }, true, true},
		{"Router of one side and Logger of the other", func(cfg *Config) []ProcID { return []ProcID{router(cfg, SideA), logger(cfg, SideB)} }, true, false},
		{"both Loggers: routing continues from memory", func(cfg *Config) []ProcID { return []ProcID{logger(cfg, SideA), logger(cfg, SideB)} }, true, false},
		{"both Routers: routing and reporting stop", func(cfg *Config) []ProcID { return []ProcID{router(cfg, SideA), router(cfg, SideB)} }, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			cfg := lab(20, 300)
			for _, id := range c.down(cfg) {
				at(cfg, Lever{Verb: VerbStop, Procs: []ProcID{id}, At: half})
			}
			w, f := run(t, cfg, 1)
			require.Equal(t, c.routes, w.router.Open)
			require.Equal(t, c.routes, w.census.Calls[CallDefaultRouted] == 0)
			require.Equal(t, c.history, f.count(FactHistoryGap) == 0)
			require.Zero(t, f.losses()[LossSignIn])
		})
	}
}

func TestBothNetworksLost(t *testing.T) {
	split := func(cfg *Config) *Config {
		l := privateCut(cfg)
		for i, x := range cfg.Links() {
			if x.crossSite() {
				l.Links = append(l.Links, LinkID(i))
			}
		}
		heal := l
		heal.Verb, heal.At = VerbHeal, 50*sim.Second
		cfg.Horizon = 5 * sim.Minute
		return at(cfg, l, heal)
	}
	for _, c := range []struct {
		policy BothLost
		want   [2]Role
	}{
		{BothLostRestart, [2]Role{RolePairedEnabled, RolePairedDisabled}},
		{BothLostManual, [2]Role{RoleIsolatedEnabled, RoleIsolatedEnabled}},
	} {
		cfg := split(votes(3))
		cfg.Policies.BothLost = c.policy
		w, f := run(t, cfg, 1)
		finding := slices.IndexFunc(f.all, func(x sim.Fact) bool { return x.Kind == FactFinding && x.Aux == uint32(FindingBothEnabled) })
		require.GreaterOrEqual(t, finding, 0, "each site has the local side of every PG: both Routers go on")
		require.Equal(t, c.want, [2]Role{w.procs[w.routerID(SideA)].Role, w.procs[w.routerID(SideB)].Role})
		require.Equal(t, c.policy == BothLostRestart, f.count(FactCrashed) == 0 && f.count(FactStarted) > 0)
	}
}

func TestAPGThatLosesItsRouterSendsToTheOther(t *testing.T) {
	cfg := lab(20, 300)
	var link LinkID
	for i, l := range cfg.Links() {
		if l.Kind == LinkPublic && l.Side == SideA && l.Router == SideA {
			link = LinkID(i)
		}
	}
	at(cfg, Lever{Verb: VerbCut, Links: []LinkID{link}, At: half})
	w, f := run(t, cfg, 1)
	require.Equal(t, int8(SideB), w.procs[pgA].Path)
	path := f.first(FactPath)
	require.Greater(t, path.T-half, 1600*sim.Millisecond)
	require.LessOrEqual(t, path.T-half, 2*sim.Second+cfg.Latency.Public)
	require.Empty(t, f.losses(), "a path switch loses no message")
	require.Equal(t, RoleActive, w.procs[pgA].Role)
}

func TestAPGSideWithoutAnyRouterGivesWay(t *testing.T) {
	cfg := lab(20, 300)
	var links []LinkID
	for i, l := range cfg.Links() {
		if l.Kind == LinkPublic && l.Side == SideA {
			links = append(links, LinkID(i))
		}
	}
	at(cfg, Lever{Verb: VerbCut, Links: links, At: half})
	w, f := run(t, cfg, 1)
	require.Equal(t, RoleActive, w.procs[pgB].Role)
	require.Equal(t, RoleStandby, w.procs[pgA].Role, "the private link is up")
	require.Equal(t, 20, f.losses()[LossSignIn], "as in a crash")
	require.Zero(t, w.pairs[0].Missing)
}

// Agents who were idle when both Routers went get calls again when they are back:
// after a while, and so soon that no PG has noticed anything.
func TestIdleAgentsAreKnownAgainAfterBothRoutersWereLost(t *testing.T) {
	for _, restart := range []sim.Time{10 * sim.Second, 500 * sim.Millisecond} {
		cfg := lab(10, 60)
		cfg.Types[0].Patience = sim.Dist{}
		cfg.Timers.Restart = restart
		router := routerOf(cfg.Units())
		for s := SideA; s <= SideB; s++ {
			at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(router, s)}, At: half, Dark: restart < sim.Second})
		}
		_, f := run(t, cfg, 1)
		answered := 0
		for _, x := range f.all {
			if x.Kind == FactAnswered && x.T > half+5*sim.Minute {
				require.Less(t, sim.Time(x.Value), sim.Minute, "somebody is always free")
				answered++
			}
		}
		require.Positive(t, answered)
	}
}

// A Router without device majority stops, and tests anew when it hears more PGs.
func TestARouterThatHearsItsPGsAgainRuns(t *testing.T) {
	cfg := votes(3)
	cfg.Horizon = 10 * sim.Minute
	b := pgProc(routerOf(cfg.Units()), SideB)
	cut := Lever{Verb: VerbCut, At: sim.Minute, Undo: -1}
	for i, l := range cfg.Links() {
		if l.Kind == LinkPublic && l.Router == SideB && l.Pair < 2 {
			cut.Links = append(cut.Links, LinkID(i))
		}
	}
	heal := cut
	heal.Verb, heal.At = VerbHeal, 5*sim.Minute
	crash := Lever{Verb: VerbCrash, Procs: []ProcID{b ^ 1}, At: 2 * sim.Minute, Stay: true, Undo: -1}
	cfg.Levers = []Lever{cut, crash, heal}
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(4*sim.Minute))
	require.Equal(t, RoleIsolatedDisabled, w.procs[b].Role, "one PG of three")
	require.NoError(t, w.RunUntil(6*sim.Minute))
	require.Equal(t, RoleIsolatedEnabled, w.procs[b].Role)
}

// Two Routers that test at the same time, whichever began, do not wait for each other
// and do not both run: side A goes first.
func TestOfTwoRoutersThatTestOneRuns(t *testing.T) {
	for later := -600 * sim.Millisecond; later <= 600*sim.Millisecond; later += 50 * sim.Millisecond {
		cfg := votes(3)
		cfg.Horizon = 10 * sim.Minute
		private := privateCut(cfg)
		private.At, private.Undo = 2*sim.Minute, -1
		cfg.Levers = []Lever{private}
		for s := SideA; s <= SideB; s++ {
			cut := Lever{Verb: VerbCut, At: sim.Minute, Undo: -1}
			cut.Links = linksOf(cfg, func(l Link) bool { return l.Kind == LinkPublic && l.Router == s })
			heal := cut
			heal.Verb, heal.At = VerbHeal, 5*sim.Minute+later*sim.Time(1-s)
			cfg.Levers = append(cfg.Levers, cut, heal)
		}
		w, f := run(t, cfg, 1)
		tests := [2]int{}
		for _, x := range f.all {
			if x.Kind == FactTesting && x.T > 4*sim.Minute {
				tests[ProcID(x.Subject).Side()]++
			}
		}
		require.Positive(t, tests[SideA])
		require.Positive(t, tests[SideB])
		require.Equal(t, RoleIsolatedEnabled, w.procs[w.routerID(SideA)].Role, "A hears its PGs %v after B", later)
		require.Equal(t, RoleIsolatedDisabled, w.procs[w.routerID(SideB)].Role, "A hears its PGs %v after B", later)
	}
}
