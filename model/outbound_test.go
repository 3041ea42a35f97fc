package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// campaign adds a campaign in a mode to a center, with a Dialer and an MR PG of
// its own where there is none.
func campaign(cfg *Config, mode DialMode, records int) *Campaign {
	if len(cfg.MRPGs) == 0 {
		cfg.MRPGs = []MRPG{{Name: "mr-pg-1", InService: true}}
	}
	if len(cfg.Dialers) == 0 {
		cfg.Dialers = []Dialer{{Name: "dialer-1"}}
	}
	c := Campaign{
		Name: "collections", Mode: mode, Type: len(cfg.Types), Records: records, Ports: 10, Lines: 1, MaxLines: 2, Reserve: 1, Cache: 1,
		Outcome: [4]float64{0.3, 0.5, 0.1, 0.1}, Ring: must(sim.Uniform(8*sim.Second, 20*sim.Second)), RingLimit: 24 * sim.Second,
		Message: must(sim.Constant(25 * sim.Second)), MinCall: sim.Second, Attempts: 3, Limit: 0.03, Pace: 70, Gain: 1,
		Preview: must(sim.Exponential(10 * sim.Second)), Choices: [5]float64{0.8, 0.1, 0.03, 0.05, 0.02},
	}
	for _, r := range []DialResult{DialNoAnswer, DialBusy, DialMachine, DialAbandoned, DialCustomerAbandoned, DialFailedToIVR, DialCancelled, DialSkipped} {
		c.Retry[r] = 10 * sim.Minute
	}
	cfg.Types = append(cfg.Types, CallType{Name: c.Name, Outbound: true, Priority: 1, Talk: must(sim.Exponential(150 * sim.Second))})
	cfg.Campaigns = append(cfg.Campaigns, c)
	return &cfg.Campaigns[len(cfg.Campaigns)-1]
}

func (f *facts) results() (n [dialResults]int) {
	for _, x := range f.all {
		if x.Kind == FactDial {
			n[x.Aux>>16]++
		}
	}
	return n
}

func TestProgressiveDialsOneLineForEachReservedAgent(t *testing.T) {
	cfg := ideal(lab(20, 0))
	cfg.Types = nil
	cfg.Horizon = 100 * sim.Hour
	cfg.Groups[0].Wrapup, cfg.Groups[0].WrapupShare = must(sim.Exponential(30*sim.Second)), 1
	cfg.Groups[0].Pending = PendingHabit{}
	c := campaign(cfg, ModeProgressive, 120000)
	c.Ring = must(sim.Constant(20 * sim.Second))
	c.Outcome = [4]float64{0.3, 0.7, 0, 0}
	w, f := run(t, cfg, 1)
	n := f.results()
	require.Zero(t, n[DialAbandoned])
	require.InEpsilon(t, 972.973*100, float64(w.census.Dials), 0.01)
	require.InEpsilon(t, 14.5946*20*100, float64(n[DialLive]), 0.02)
}

func TestEveryModeKeepsItsRecords(t *testing.T) {
	for mode := ModePreview; mode <= ModeIVRPredictive; mode++ {
		for _, base := range []func(*Config) *Config{func(c *Config) *Config { return c }, ideal} {
			cfg := base(lab(10, 60))
			cfg.End = EndDrain
			c := campaign(cfg, mode, 400)
			c.Lines = 1.5
			w, f := run(t, cfg, 1)
			n := f.results()
			require.Positive(t, n[DialLive], "%v", mode)
			require.Equal(t, int64(400), w.census.Records[CustomerPending]+w.census.Records[CustomerClosed]+w.census.Records[CustomerRetry]+
				w.census.Records[CustomerMaxAttempts]+w.census.Records[CustomerRejected]+w.census.Records[CustomerActive]+w.census.Records[CustomerDialed], "%v", mode)
			require.Zero(t, w.census.Records[CustomerDialed], "%v: nothing rings after the end", mode)
			t.Logf("%v: %v %v", mode, n, w.census.Records)
		}
	}
}

// outboundWorld is a random small center with campaigns.
func (d *dice) outboundWorld() *Config {
	cfg := d.world()
	cfg.MRPGs = []MRPG{{Name: "mr-pg-1", InService: true}}
	if d.one(50) {
		cfg.Types = nil
		cfg.Initial.Waiting = nil // customers of a campaign do not wait for ever in a queue that nobody serves
	}
	for range 1 + d.below(3) {
		c := campaign(cfg, DialMode(d.below(6)), 20+d.below(100))
		c.Name = string(rune('a' + len(cfg.Campaigns)))
		c.Lines = 1 + float64(d.below(3))/2
		c.Cache = 1 + d.below(4)
		c.Pace = 5
		c.Reserve = []float64{1, 0.5}[d.below(2)]
		for r := range c.Retry {
			c.Retry[r] = sim.Time(d.below(3)) * sim.Minute
		}
	}
	if d.one(30) {
		cfg.Policies.CachedRecords = CachedUnknown
	}
	return cfg
}

// dialerLever is a random lever on what campaigns need.
func (d *dice) dialerLever(cfg *Config) Lever {
	l := d.lever(cfg)
	if d.one(40) {
		return l
	}
	l.Verb = []Verb{VerbMaintenance, VerbMaintenance, VerbCrash, VerbStop, VerbStart, VerbPause, VerbResume}[d.below(7)]
	units := cfg.Units()
	var some []ProcID
	for i, u := range units {
		if u.Kind == UnitDialer || u.Kind == UnitCampaign && l.Verb != VerbMaintenance {
			some = append(some, u.Procs(PairID(i))...)
		}
	}
	l.Procs, l.Groups = []ProcID{some[d.below(len(some))]}, nil
	if d.one(10) {
		l.Importers, l.Procs = []Side{Side(d.below(2))}, nil
		l.Verb = []Verb{VerbStop, VerbCrash, VerbStart}[d.below(3)]
		return l
	}
	if d.one(40) {
		l.Links = linksOf(cfg, func(l Link) bool { return l.Kind == LinkDialer && d.one(25) })
		l.Verb = []Verb{VerbCut, VerbHeal}[d.below(2)]
		if len(l.Links) == 0 {
			l.Links = []LinkID{0}
		}
	}
	return l
}

func TestOutboundWorlds(t *testing.T) {
	t.Parallel() // with the other long ones
	dialed, told := int64(0), [CallbackUnnoted + 1]int{}
	for seed := range uint64(trials) {
		d := newDice(seed + 3_000_000)
		cfg := d.outboundWorld()
		for range d.below(6) {
			l := d.dialerLever(cfg)
			l.At = sim.Time(1+d.below(600))*sim.Second + sim.Time(d.below(1000))*sim.Millisecond
			if len(cfg.Levers) > 0 && d.one(60) {
				l.At = d.alignedTime(t, cfg, seed)
			}
			cfg.Levers = append(cfg.Levers, l)
		}
		for i := range cfg.Campaigns {
			if m := &cfg.Campaigns[i]; m.Mode.IVR() {
				m.Machine = []MachineUse{MachineHangUp, MachineIVR}[d.below(2)]
			} else if !m.Mode.Preview() {
				m.Machine, m.MachineTalk = MachineUse(d.below(3)), must(sim.Exponential(20*sim.Second))
			}
			if m := &cfg.Campaigns[i]; !m.Mode.IVR() && d.one(70) {
				m.Callbacks = d.callbacks()
			}
		}
		w, f := run(t, cfg, seed)
		dialed += w.census.Dials
		for _, x := range f.all {
			if x.Kind == FactCallback {
				told[x.Aux>>16]++
			}
		}
		if cfg.End != EndStop {
			require.Zero(t, w.census.ringing(), "seed %d", seed)
		}
		twin := *cfg
		twin.Ticked = true
		if ticked, tf := run(t, &twin, seed); w.kernel.Fingerprint().Facts != ticked.kernel.Fingerprint().Facts {
			t.Fatalf("seed %d: %s\nlevers %+v", seed, firstDifference(f.all, tf.all), cfg.Levers)
		}
		parent, err := New(cfg, seed, 0)
		require.NoError(t, err)
		require.NoError(t, parent.RunUntil(sim.Time(d.below(int(cfg.Horizon/sim.Millisecond)))*sim.Millisecond))
		require.NoError(t, parent.CheckAll(), "seed %d", seed)
		fork := parent.Fork()
		require.NoError(t, fork.Run())
		require.Equal(t, w.kernel.Fingerprint(), fork.kernel.Fingerprint(), "seed %d", seed)
	}
	require.Greater(t, dialed, int64(20*trials))
	t.Logf("callbacks asked, of one agent, dialed, again, kept, missed, not noted: %v", told)
	for what := CallbackAsked; what <= CallbackMissed; what++ {
		require.Positive(t, told[what], "callbacks that are %d", what)
	}
}

func TestCallersComeBeforeCampaigns(t *testing.T) {
	cfg := ideal(lab(10, 300))
	c := campaign(cfg, ModeProgressive, 2000)
	w, f := run(t, cfg, 1)
	require.Positive(t, f.results()[DialLive])
	waited := 0
	for _, x := range f.all {
		if x.Kind == FactAnswered && x.Value > 0 {
			waited++
		}
	}
	require.Positive(t, waited)
	_ = w
	c.Reserve = 0.5
	for range 1 {
		w, err := New(cfg, 1, 0)
		require.NoError(t, err)
		for at := sim.Minute; at < sim.Hour; at += sim.Minute {
			require.NoError(t, w.RunUntil(at))
			busy := 0
			for a := range w.agents {
				if s := w.agents[a].State; s == AgentReservedOutbound || w.agents[a].Call != NoCall && w.calls[w.agents[a].Call].Campaign > 0 {
					busy++
				}
			}
			require.LessOrEqual(t, busy, 5, "half of the agents at %v", at)
		}
	}
}

func TestCampaignsOfOneSkillTakeTurns(t *testing.T) {
	a, b := 0.0, 0.0
	for seed := range uint64(10) {
		cfg := ideal(lab(10, 0))
		cfg.Types = nil
		campaign(cfg, ModeProgressive, 2000)
		campaign(cfg, ModeProgressive, 2000)
		w, _ := run(t, cfg, seed)
		a, b = a+float64(w.campaigns[0].Attempts), b+float64(w.campaigns[1].Attempts)
	}
	require.InEpsilon(t, a, b, 0.15)
}

func TestPredictiveLinesFollowTheLimit(t *testing.T) {
	lines := func(limit float64) (w *World, rate float64) {
		cfg := ideal(lab(40, 0))
		cfg.Types = nil
		cfg.Horizon = 8 * sim.Hour
		c := campaign(cfg, ModePredictive, 60000)
		c.Lines, c.MaxLines, c.Limit = 1.5, 4, limit
		w, f := run(t, cfg, 1)
		n := f.results()
		return w, float64(n[DialAbandoned]) / float64(n[DialAbandoned]+n[DialLive])
	}
	low, lowRate := lines(0.02)
	high, highRate := lines(0.10)
	require.Less(t, low.campaigns[0].Lines, high.campaigns[0].Lines)
	require.InDelta(t, 0.02*aimOfLimit, lowRate, 0.012)
	require.InDelta(t, 0.10*aimOfLimit, highRate, 0.03)
}

func TestCongestionRejectsReservations(t *testing.T) {
	cfg := lab(10, 0)
	cfg.Types = nil
	campaign(cfg, ModeProgressive, 2000)
	free, _ := run(t, cfg, 1)
	cfg.Congestion.Capacity = 0.02
	w, _ := run(t, cfg, 1)
	require.Positive(t, w.census.Refused)
	require.Less(t, w.census.Reservations, free.census.Reservations)
	require.Positive(t, w.census.Dials)
}

func TestRetriesByResult(t *testing.T) {
	cfg := ideal(lab(10, 0))
	cfg.Types = nil
	cfg.Horizon = 2 * sim.Hour
	c := campaign(cfg, ModeProgressive, 30)
	c.Outcome = [4]float64{0, 0.5, 0.5, 0}
	c.Retry = [dialResults]sim.Time{DialNoAnswer: 20 * sim.Minute}
	w, f := run(t, cfg, 1)
	n := f.results()
	require.EqualValues(t, n[DialBusy], w.census.Records[CustomerClosed], "busy is never tried again")
	require.EqualValues(t, 30-n[DialBusy], w.census.Records[CustomerMaxAttempts])
	at := map[uint32][]sim.Time{}
	for _, x := range f.all {
		if x.Kind == FactDial {
			at[x.Subject/attemptsKept] = append(at[x.Subject/attemptsKept], x.T)
		}
	}
	for _, times := range at {
		require.LessOrEqual(t, len(times), 3)
		for i := 1; i < len(times); i++ {
			require.GreaterOrEqual(t, times[i]-times[i-1], 20*sim.Minute)
		}
	}
	c.MinCall, c.Outcome, c.Retry[DialCustomerAbandoned] = sim.Hour, [4]float64{1, 0, 0, 0}, 10*sim.Minute
	w, _ = run(t, cfg, 1)
	require.Zero(t, w.census.Records[CustomerClosed], "every call is shorter than the minimum")
	require.EqualValues(t, 30, w.census.Records[CustomerMaxAttempts]+w.census.Records[CustomerRetry])
}

func TestACustomerIsTheSameInEveryVariant(t *testing.T) {
	outcomes := func(agents int) map[uint32]DialResult {
		cfg := lab(agents, 0)
		cfg.Types = nil
		campaign(cfg, ModeProgressive, 300)
		_, f := run(t, cfg, 1)
		all := map[uint32]DialResult{}
		for _, x := range f.all {
			if x.Kind == FactDial {
				all[x.Subject] = DialResult(x.Aux >> 16)
			}
		}
		return all
	}
	few, many := outcomes(5), outcomes(20)
	same := 0
	for no, r := range few {
		if o, ok := many[no]; ok {
			require.Equal(t, r, o)
			same++
		}
	}
	require.Greater(t, same, 50)
}
