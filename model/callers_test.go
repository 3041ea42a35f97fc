package model

import (
	"math"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// plain is an ideal center with one type of calls that talk exactly so long and
// wait for ever.
func plain(agents int, talk sim.Time) *Config {
	cfg := ideal(lab(agents, 60))
	cfg.Groups[0].Wrapup, cfg.Groups[0].Pending = sim.Dist{}, PendingHabit{}
	cfg.Types[0].Talk, cfg.Types[0].Patience = must(sim.Constant(talk)), sim.Dist{}
	return cfg
}

// offered gives the moments at which calls came, by their numbers.
func (f *facts) offered() map[uint32]sim.Time {
	at := map[uint32]sim.Time{}
	for _, x := range f.all {
		if x.Kind == FactOffered {
			at[x.Subject] = x.T
		}
	}
	return at
}

func (f *facts) between(k sim.FactKind, from, to sim.Time) (n int) {
	for _, x := range f.all {
		if x.Kind == k && x.T >= from && x.T < to {
			n++
		}
	}
	return n
}

func TestRatesThatChangeInAStraightLine(t *testing.T) {
	cfg := plain(1, sim.Second)
	cfg.Types[0].Rates = []RateStep{{Slope: 20.0 / 3600}, {From: sim.Hour, PerSecond: 20, Slope: -20.0 / 3600}, {From: 2 * sim.Hour}}
	cfg.Horizon = 3 * sim.Hour
	_, f := run(t, cfg, 1)
	for hour, want := range []float64{9000, 27000, 27000, 9000, 0, 0} {
		from := sim.Time(hour) * 30 * sim.Minute
		require.InDelta(t, want, f.between(FactOffered, from, from+30*sim.Minute), 5*math.Sqrt(want), "half hour %d", hour)
	}
	// A surge by 1 in the middle of a line moves no arrival.
	same := *cfg
	same.Levers = nil
	at(&same, Lever{Verb: VerbSurge, Type: 0, Factor: 1, At: 40*sim.Minute + 7}, Lever{Verb: VerbSurge, Type: 0, Factor: 1, At: 80*sim.Minute + 7})
	_, g := run(t, &same, 1)
	moved := g.offered()
	require.Len(t, moved, len(f.offered()))
	for no, x := range f.offered() {
		require.InDelta(t, int64(x), int64(moved[no]), 20, "call %d", no)
	}
}

func TestBusynessIsOneFactorADay(t *testing.T) {
	cfg := plain(1, sim.Second)
	cfg.Types[0].Rates = nil
	cfg.Horizon = 4 * sim.Day
	for d := range 4 {
		cfg.Types[0].Rates = append(cfg.Types[0].Rates, RateStep{From: sim.Time(d) * sim.Day, PerSecond: 0.2, Day: uint32(d)})
	}
	second := cfg.Types[0]
	second.Name = "support"
	cfg.Types = append(cfg.Types, second)
	for i := range cfg.Types {
		cfg.Types[i].Busyness, cfg.Types[i].Shared = must(sim.Uniform(sim.Second/2, 3*sim.Second/2)), true
	}
	w, f := run(t, cfg, 3)
	for d := range 4 {
		day := sim.Time(d) * sim.Day
		factor := cfg.Types[0].Busyness.Sample(w.rnd[drawBusyness], 1<<32, uint32(d)).Seconds()
		require.Equal(t, factor, w.pace(1, d))
		n := 0
		for _, x := range f.all {
			if x.Kind == FactOffered && x.T >= day && x.T < day+sim.Day && UnpackCall(x.Aux).Type == 1 {
				n++
			}
		}
		want := 0.2 * 86400 * factor
		require.InDelta(t, want, n, 5*math.Sqrt(want), "day %d", d)
	}
	// A type with a factor of its own has another.
	cfg.Types[1].Shared = false
	w, _ = run(t, cfg, 3)
	require.NotEqual(t, w.pace(0, 2), w.pace(1, 2))
	// A factor that is always 1 changes nothing.
	cfg.Types[0].Busyness, cfg.Types[1].Busyness = must(sim.Constant(sim.Second)), must(sim.Constant(sim.Second))
	_, f = run(t, cfg, 3)
	cfg.Types[0].Busyness, cfg.Types[1].Busyness = sim.Dist{}, sim.Dist{}
	_, g := run(t, cfg, 3)
	require.Equal(t, f.all, g.all)
}

func TestSourcesHaveOneCallAtATime(t *testing.T) {
	cfg := plain(5, 100*sim.Second)
	typ := &cfg.Types[0]
	typ.Rates, typ.Sources, typ.Think = nil, 3, must(sim.Constant(50*sim.Second))
	w, f := run(t, cfg, 1)
	// Each of the three: 50 s, then a call of 100 s, and so on.
	require.EqualValues(t, 3*24, w.census.Offered)
	for no, x := range f.offered() {
		require.Equal(t, 50*sim.Second+sim.Time(no/3)*150*sim.Second, x, "call %d", no)
	}
	// One who waits does not call: with one agent they take turns.
	cfg.Groups[0].Count = 1
	w, _ = run(t, cfg, 1)
	require.LessOrEqual(t, w.census.Offered, int64(3600/100+3))
	require.Greater(t, w.census.Offered, int64(3600/100-3))
}

func TestWhoBalksHasNotWaited(t *testing.T) {
	cfg := plain(1, sim.Hour)
	cfg.Types[0].Balking = 0.3
	w, f := run(t, cfg, 1)
	require.Equal(t, w.census.Offered, 1+w.census.Calls[CallBalked]+w.census.Calls[CallQueued], "the first was served at once")
	require.EqualValues(t, f.count(FactBalked), w.census.Calls[CallBalked])
	require.Greater(t, w.census.Calls[CallBalked], int64(5))
	require.Zero(t, f.count(FactAbandoned))
	cfg.Types[0].Balking = 1
	w, _ = run(t, cfg, 1)
	require.Equal(t, w.census.Offered, 1+w.census.Calls[CallBalked])
}

func TestCallersTryAgain(t *testing.T) {
	cfg := plain(1, 3*sim.Hour)
	cfg.End = EndDrain
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, 10*sim.Minute
	cfg.Types[0].Patience = must(sim.Constant(sim.Minute))
	_, once := run(t, cfg, 1)
	cfg.Types[0].Retry, cfg.Types[0].RetryAfter = 1, must(sim.Constant(2*sim.Minute))
	w, f := run(t, cfg, 1)
	for no, x := range once.offered() {
		require.Equal(t, x, f.offered()[no], "retrials do not renumber first calls")
	}
	// The second caller, of 20 minutes: every 3 minutes, six times more.
	for k := range uint32(7) {
		require.Equal(t, 20*sim.Minute+sim.Time(k)*3*sim.Minute, f.offered()[1+k<<attemptBit])
	}
	require.NotContains(t, f.offered(), uint32(1+7<<attemptBit))
	require.NotContains(t, f.offered(), uint32(0+1<<attemptBit), "the first was served")
	require.Equal(t, len(f.offered()), len(once.offered())+f.count(FactRetry))
	require.EqualValues(t, len(f.offered()), w.census.Offered)
	for _, x := range f.offered() {
		require.Less(t, x, cfg.Horizon, "nobody calls after the horizon")
	}
	// A source that tries again thinks when it has given up.
	cfg.Types[0].Every, cfg.Types[0].Sources, cfg.Types[0].Think = 0, 2, must(sim.Constant(5*sim.Minute))
	_, f = run(t, cfg, 1)
	require.Equal(t, 5*sim.Minute+6*3*sim.Minute, f.offered()[1+6<<attemptBit])
	require.Equal(t, 5*sim.Minute+6*3*sim.Minute+sim.Minute+5*sim.Minute, f.offered()[3])
}

// Every kind of end without an agent lets a caller try again, and no other.
func TestWhoTriesAgain(t *testing.T) {
	w, err := New(plain(1, sim.Second), 1, 0)
	require.NoError(t, err)
	w.cfg.Types[0].Retry = 1
	for s := CallIVR; s < callStates; s++ {
		want := s == CallAbandoned || s == CallBalked || s == CallBlocked || s == CallLost
		require.Equal(t, want, w.triesAgain(&Call{State: s}), "%v", s)
	}
}

func TestAnnouncedWait(t *testing.T) {
	cfg := at(plain(3, 3*sim.Hour), Lever{Verb: VerbNotReady, Agents: []AgentID{2}, At: sim.Second})
	cfg.Groups[0].Away = sim.Dist{} // one of the three is not there
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, 5*sim.Minute
	cfg.Types[0].Patience = must(sim.Constant(250 * sim.Second))
	cfg.Types[0].Announce = Announce{Handling: 100 * sim.Second, Above: 60 * sim.Second, Leave: true, Patience: 2}
	cfg.Trace = []TraceCall{{At: 20 * sim.Minute, Row: 100, Bare: true, IVR: -1, Talk: -1, Patience: -1}}
	for n := range 5 {
		cfg.Trace = append(cfg.Trace, TraceCall{At: 21*sim.Minute + sim.Time(n), Row: uint32(101 + n), Bare: true, IVR: -1, Talk: -1, Patience: -1})
	}
	w, f := run(t, cfg, 1)
	var told []sim.Time
	for _, x := range f.all {
		if x.Kind == FactAnnounced && x.T >= 21*sim.Minute && x.T < 22*sim.Minute {
			told = append(told, sim.Time(x.Value))
		}
	}
	// At 20 minutes two calls begin to wait, each with 250 s of patience, doubled.
	require.Equal(t, []sim.Time{150 * sim.Second, 200 * sim.Second, 250 * sim.Second, 300 * sim.Second, 300 * sim.Second}, told)
	require.Positive(t, w.census.Calls[CallBalked])
	for _, x := range f.all {
		if x.Kind == FactAbandoned {
			require.Contains(t, []sim.Time{250 * sim.Second, 500 * sim.Second}, sim.Time(x.Value), "250 s where the estimate of 50 s was not told")
		}
	}
	cfg.Types[0].Announce.Leave = false
	w, _ = run(t, cfg, 1)
	require.Zero(t, w.census.Calls[CallBalked])
	// Nobody knows how long it takes when nobody works.
	cfg.Groups[0].Staff = []StaffStep{{}}
	_, f = run(t, cfg, 1)
	require.Zero(t, f.count(FactAnnounced))
}

func TestOpeningHours(t *testing.T) {
	cfg := plain(1, sim.Minute)
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, sim.Minute
	cfg.Groups[0].Staff = []StaffStep{{At: 0}, {At: 50 * sim.Minute, Count: 1}}
	cfg.Hours.Open = []Span{{10 * sim.Minute, 20 * sim.Minute}, {30 * sim.Minute, 40*sim.Minute + 1}}
	w, f := run(t, cfg, 1)
	require.Equal(t, 10+11, int(w.census.Offered)-f.count(FactClosed), "the end of the hours is not part of them")
	require.EqualValues(t, f.count(FactClosed), w.census.Calls[CallRejected])
	require.EqualValues(t, 10, w.census.Calls[CallHandled], "who waits at the end waits on")
	cfg.Hours.SendAway = true
	w, _ = run(t, cfg, 1)
	require.EqualValues(t, w.census.Offered, w.census.Calls[CallRejected])
}

func TestWorkingAgentsAreCounted(t *testing.T) {
	cfg := lab(20, 500)
	cfg.Groups[0].Staff = []StaffStep{{Count: 20}, {At: 20 * sim.Minute, Count: 5}, {At: 40 * sim.Minute, Count: 15}}
	at(cfg, Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(0, SideA)}, At: 30 * sim.Minute})
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	for m := sim.Time(1); m < 60; m++ {
		require.NoError(t, w.RunUntil(m*sim.Minute))
		n := int32(0)
		for a := range w.agents {
			if w.agents[a].State.works() {
				n++
			}
		}
		require.Equal(t, n, w.groups[0].Working)
	}
}

// people gives callers and agents some of the habits that they can have.
func (d *dice) people(cfg *Config) {
	for i := range cfg.Types {
		typ := &cfg.Types[i]
		if d.one(30) {
			typ.Balking = 0.2
		}
		if d.one(50) {
			typ.Retry, typ.RetryAfter = 0.8, must(sim.Exponential(20*sim.Second))
		}
		if d.one(20) {
			typ.Rates, typ.Sources, typ.Think = nil, 1+d.below(10), must(sim.Exponential(30*sim.Second))
		}
		if d.one(30) {
			typ.Announce = Announce{Handling: sim.Minute, Leave: d.one(50), Patience: 1.5}
		}
	}
	g := &cfg.Groups[0]
	if d.one(30) {
		g.Breaks = []Break{{From: 2 * sim.Minute, Gap: 70 * sim.Second, Waves: 3, For: sim.Minute}, {From: 7 * sim.Minute, Waves: 1, For: sim.Minute}}
	}
	if d.one(30) {
		g.Late, g.Early, g.Absent = must(sim.Exponential(20*sim.Second)), must(sim.Exponential(20*sim.Second)), 0.1
		g.Ramp = 10 * sim.Second
	}
	if d.one(30) {
		g.Speed = Speed{Agents: must(sim.Uniform(sim.Second/2, 2*sim.Second)), Novice: 0.5, Calls: 5, Busy: 0.5, Factor: 1.2}
	}
	if d.one(40) {
		n := max(g.Count/4, 1)
		cfg.Initial = Initial{
			Waiting: []InitialCalls{{Count: d.below(5), Age: must(sim.Exponential(20 * sim.Second))}},
			Talking: []InitialCalls{{Count: n, Age: must(sim.Exponential(20 * sim.Second))}},
			Agents:  []InitialAgents{{Count: n, Wrapup: d.one(50), Rest: must(sim.Exponential(20 * sim.Second))}},
		}
		cfg.Types[0].Sources = 0
	}
	if d.one(20) {
		cfg.Hours = Hours{Open: []Span{{0, 4 * sim.Minute}, {6 * sim.Minute, 9 * sim.Minute}}, SendAway: d.one(50)}
	}
}

// A call that comes back to the Router as new has made up its mind before.
func TestWhoHasWaitedDoesNotBalk(t *testing.T) {
	cfg := plain(1, sim.Hour)
	cfg.Types[0].Rates, cfg.Types[0].Every = nil, sim.Minute
	cfg.Types[0].Announce = Announce{Handling: sim.Minute, Leave: true, Patience: 1}
	cfg.Types[0].Patience = must(sim.Constant(100 * sim.Second))
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(2*sim.Minute+sim.Second))
	require.EqualValues(t, 1, w.census.Calls[CallQueued])
	for c := range w.calls {
		if w.calls[c].Waiting {
			cfg.Types[0].Announce.Handling = sim.Hour
			w.unwait(CallID(c))
			w.setCall(CallID(c), CallIVR)
			w.enterQueue(CallID(c))
		}
	}
	require.EqualValues(t, 1, w.census.Calls[CallQueued])
	require.Zero(t, w.census.Calls[CallBalked])
}
