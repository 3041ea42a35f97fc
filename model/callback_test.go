package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// callbacks is a random rule about callbacks.
func (d *dice) callbacks() Callbacks {
	return Callbacks{
		Share: []float64{0.2, 1}[d.below(2)], Delay: must(sim.Exponential(sim.Time(1+d.below(120)) * sim.Second)), Personal: d.one(60),
		Missed: MissedCallback(d.below(3)), Limit: sim.Time(1+d.below(300)) * sim.Second,
	}
}

// callsBack is a small center all of whose customers answer, and ask to be called back in
// ten minutes.
func callsBack(mode DialMode, change func(*Campaign)) *Config {
	cfg := lab(6, 0)
	cfg.Types = nil
	cfg.Horizon = 2 * sim.Hour
	cfg.Groups[0].Pending = PendingHabit{}
	c := campaign(cfg, mode, 400)
	c.Choices = [5]float64{1}
	c.Outcome = [4]float64{1, 0, 0, 0}
	cfg.Types[c.Type].Talk = must(sim.Uniform(sim.Minute, 4*sim.Minute))
	c.Callbacks = Callbacks{Share: 0.5, Delay: must(sim.Constant(10 * sim.Minute)), Limit: 15 * sim.Minute}
	change(c)
	return cfg
}

func personal(c *Campaign) { c.Callbacks.Personal = true }

// told gives the facts of callbacks of one kind.
func (f *facts) told(what uint32) (all []sim.Fact) {
	for _, x := range f.all {
		if x.Kind == FactCallback && x.Aux>>16 == what {
			all = append(all, x)
		}
	}
	return all
}

func TestCallbacksAreDialedWhenTheyAreDue(t *testing.T) {
	for mode := ModePreview; mode <= ModePredictive; mode++ {
		cfg := callsBack(mode, func(*Campaign) {})
		w, f := run(t, cfg, 1)
		asked, dialed := f.told(CallbackAsked), f.told(CallbackDialed)
		require.Greater(t, len(asked), 50, "%v", mode)
		require.Len(t, f.told(CallbackPersonal), 0)
		due := map[uint32]sim.Time{}
		for _, x := range asked {
			require.EqualValues(t, 10*sim.Minute, x.Value)
			due[x.Subject+1] = x.T + sim.Time(x.Value)
		}
		for _, x := range dialed {
			require.EqualValues(t, x.T-due[x.Subject], x.Value, "%v", mode)
			require.GreaterOrEqual(t, x.Value, int64(0))
			require.Less(t, x.Value, int64(6*sim.Minute), "%v: before those who were never dialed", mode)
		}
		require.Greater(t, len(dialed), 30)
		require.EqualValues(t, len(asked)-len(dialed), w.census.Records[CustomerCallback]+w.census.Records[CustomerActive]-int64(active(w, promiseNone)), "%v", mode)
	}
}

// active counts the active records with a promise.
func active(w *World, p promise) (n int) {
	for i := range w.customers {
		if cu := &w.customers[i]; cu.State == CustomerActive && cu.Promise == p {
			n++
		}
	}
	return n
}

func TestPersonalCallbacksAreByTheSameAgent(t *testing.T) {
	for mode := ModePreview; mode <= ModePredictive; mode++ {
		for _, base := range []func(*Config) *Config{func(c *Config) *Config { return c }, ideal} {
			cfg := base(callsBack(mode, personal))
			cfg.Horizon = 2 * sim.Hour
			w, err := New(cfg, 1, 0)
			require.NoError(t, err)
			f := &facts{}
			w.SetSink(f)
			by := map[uint32][]AgentID{}
			for at := 10 * sim.Second; at <= cfg.Horizon; at += 10 * sim.Second {
				require.NoError(t, w.RunUntil(at))
				require.NoError(t, w.CheckAll())
				for a := range w.agents {
					if c := w.agents[a].Call; c != NoCall && w.calls[c].State == CallTalking {
						by[w.calls[c].No] = append(by[w.calls[c].No], AgentID(a))
					}
				}
			}
			require.NoError(t, w.Finish())
			asked := f.told(CallbackPersonal)
			require.Greater(t, len(asked), 50, "%v", mode)
			require.Empty(t, f.told(CallbackMissed), "%v: everybody is there", mode)
			for _, x := range f.told(CallbackDialed) {
				for _, a := range by[x.Subject] {
					if was := by[x.Subject-1]; len(was) > 0 {
						require.Equal(t, was[0], a, "%v: dial %d", mode, x.Subject)
					}
				}
				require.Less(t, x.Value, int64(15*sim.Minute))
			}
			require.Greater(t, len(f.told(CallbackKept)), 30, "%v", mode)
		}
	}
}

func TestAPersonalCallbackWhoseAgentHasGone(t *testing.T) {
	for way := MissedCampaign; way <= MissedClose; way++ {
		cfg := callsBack(ModeProgressive, personal)
		c := &cfg.Campaigns[0]
		c.Callbacks.Missed = way
		cfg.Groups = append(cfg.Groups, cfg.Groups[0])
		c.Callbacks.Share = 1
		cfg.Groups[1].Name, cfg.Groups[0].Count, cfg.Groups[1].Count = "others", 3, 3
		cfg.Horizon = 3 * sim.Hour
		cfg.Groups[1].Staff = []StaffStep{{0, 3}, {sim.Hour, 0}}
		w, f := run(t, cfg, 1)
		missed := f.told(CallbackMissed)
		require.Greater(t, len(missed), 5)
		due := map[uint32]sim.Time{}
		for _, x := range f.told(CallbackPersonal) {
			due[x.Subject] = x.T + sim.Time(x.Value)
		}
		again := 0
		for _, x := range missed {
			require.Equal(t, due[x.Subject]+15*sim.Minute+1, x.T, "the agent is tried for a quarter of an hour")
			n := CustomerID((x.Subject - outboundNo) / attemptsKept)
			switch cu := &w.customers[n]; way {
			case MissedCampaign:
				if cu.Attempt > uint8(x.Subject%attemptsKept) || cu.Attempt > 1 {
					again++
				}
				require.NotEqual(t, CustomerPersonal, cu.State)
			case MissedNextDay:
				require.Equal(t, CustomerPersonal, cu.State)
				require.Equal(t, due[x.Subject]+24*sim.Hour, cu.Due)
			case MissedClose:
				require.Equal(t, CustomerClosed, cu.State)
			}
		}
		require.Equal(t, way == MissedCampaign, again > 0)
		require.Empty(t, f.losses())
	}
}

// What becomes of personal callbacks at each failure: those that wait for their time are
// untouched, those at the Dialer share the fate of active records.
func TestCallbacksAtEachFailure(t *testing.T) {
	base := callsBack(ModeProgressive, personal)
	names := func(n string) []ProcID { return []ProcID{named(base, n)} }
	for name, c := range map[string]struct {
		lever  Lever
		wanted CustomerState
	}{
		"campaign link":    {Lever{Verb: VerbCut, Links: dialerLinks(base, needCampaign)}, CustomerUnknown},
		"cti link":         {Lever{Verb: VerbCut, Links: dialerLinks(base, needCTI)}, CustomerUnknown},
		"sip link":         {Lever{Verb: VerbCut, Links: dialerLinks(base, needGateway)}, CustomerUnknown},
		"mr link":          {Lever{Verb: VerbCut, Links: dialerLinks(base, needMR)}, CustomerActive},
		"campaign manager": {Lever{Verb: VerbCrash, Procs: names("campaign-manager/A")}, CustomerUnknown},
		"dialer":           {Lever{Verb: VerbCrash, Procs: names("dialer-1/A")}, CustomerActive}, // until the time of return
		"agent pg":         {Lever{Verb: VerbCrash, Procs: names("agent-pg-1/A")}, CustomerUnknown},
		"mr pg":            {Lever{Verb: VerbCrash, Procs: names("mr-pg-1/A")}, CustomerActive},
		"maintenance":      {Lever{Verb: VerbMaintenance, Procs: names("dialer-1/A")}, CustomerPersonal},
		"disabled":         {Lever{Verb: VerbDisable}, CustomerPersonal},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := callsBack(ModeProgressive, personal)
			l := c.lever
			l.At, l.Undo = sim.Hour, -1
			cfg.Levers = []Lever{l}
			w, err := New(cfg, 1, 0)
			require.NoError(t, err)
			require.NoError(t, w.RunUntil(sim.Hour-1))
			var wanted, waits []CustomerID
			for i := range w.customers {
				switch cu := &w.customers[i]; {
				case cu.State == CustomerActive && cu.Promise == promisePersonal && cu.Ask == askWaits:
					wanted = append(wanted, CustomerID(i))
				case cu.State == CustomerPersonal && cu.Due > sim.Hour+sim.Minute:
					waits = append(waits, CustomerID(i))
				}
			}
			require.NotEmpty(t, wanted)
			require.Greater(t, len(waits), 3)
			at := sim.Hour + 10*sim.Millisecond
			if l.Verb == VerbCut {
				at = sim.Hour + 2*sim.Second + 10*sim.Millisecond
			}
			require.NoError(t, w.RunUntil(at))
			left := 0
			for _, n := range wanted {
				if w.customers[n].State == c.wanted {
					left++
				}
			}
			require.Positive(t, left)
			if c.wanted == CustomerUnknown && l.Verb == VerbCrash {
				require.Len(t, wanted, left)
			}
			for _, n := range waits {
				require.Equal(t, CustomerPersonal, w.customers[n].State)
			}
			require.NoError(t, w.RunUntil(sim.Hour+90*sim.Second))
			if name == "dialer" {
				for _, n := range wanted {
					require.Equal(t, promiseNone, w.customers[n].Promise, "pending again: anybody calls")
				}
			}
			require.NoError(t, w.RunUntil(cfg.Horizon))
			require.NoError(t, w.Finish())
		})
	}
}

func TestWithoutACampaignManagerPersonalCallbacksAreMissed(t *testing.T) {
	cfg := callsBack(ModeProgressive, personal)
	both := []ProcID{named(cfg, "campaign-manager/A"), named(cfg, "campaign-manager/B")}
	cfg.Levers = []Lever{{Verb: VerbStop, Procs: both, At: half, Undo: -1}, {Verb: VerbStart, Procs: both, At: half + 20*sim.Minute, Undo: -1}}
	_, f := run(t, cfg, 1)
	require.NotEmpty(t, f.told(CallbackMissed))
	x := f.told(CallbackMissed)[0]
	require.GreaterOrEqual(t, x.T, half+20*sim.Minute, "the Campaign Manager finds them when it is back")
	require.Less(t, x.T, half+22*sim.Minute)
}

func TestACustomerWhoIsNotThereIsTriedEachMinute(t *testing.T) {
	cfg := callsBack(ModeProgressive, func(c *Campaign) {
		personal(c)
		c.Outcome, c.Attempts, c.Callbacks.Share, c.Callbacks.Missed = [4]float64{0.4, 0.6, 0, 0}, 4, 1, MissedClose
		c.Retry[DialNoAnswer] = 40 * sim.Minute
	})
	cfg.Horizon = 4 * sim.Hour
	_, f := run(t, cfg, 1)
	dials := map[uint32][]sim.Time{}
	for _, what := range []uint32{CallbackDialed, CallbackDialedAgain} {
		for _, x := range f.told(what) {
			dials[(x.Subject-outboundNo)/attemptsKept] = append(dials[(x.Subject-outboundNo)/attemptsKept], x.T)
		}
	}
	require.NotEmpty(t, f.told(CallbackDialedAgain))
	soon, later := 0, 0
	for _, x := range f.told(CallbackDialedAgain) {
		before := sim.Time(-1)
		for _, at := range dials[(x.Subject-outboundNo)/attemptsKept] {
			if at < x.T {
				before = max(before, at)
			}
		}
		require.GreaterOrEqual(t, x.T-before, sim.Minute)
		if x.T-before < 15*sim.Minute {
			soon++
		} else {
			later++
		}
	}
	require.Positive(t, soon)
	require.Greater(t, soon, later)
}

func TestAWishIsTheCustomersInEveryVariant(t *testing.T) {
	wishes := func(agents int) map[uint32]bool {
		cfg := callsBack(ModeProgressive, personal)
		cfg.Groups[0].Count = agents
		_, f := run(t, cfg, 1)
		all := map[uint32]bool{}
		for _, x := range f.all {
			if x.Kind == FactDial && DialResult(x.Aux>>16) == DialLive {
				all[x.Subject] = false
			}
		}
		for _, x := range f.told(CallbackPersonal) {
			all[x.Subject] = true
		}
		return all
	}
	few, many := wishes(4), wishes(8)
	same, differ := 0, 0
	for no, wish := range few {
		if o, ok := many[no]; ok && o == wish {
			same++
		} else if ok {
			differ++ // in progress at the end in one of them
		}
	}
	require.Greater(t, same, 60)
	require.LessOrEqual(t, differ, 8)
}

func TestWithoutADesktopNobodyNotesAWish(t *testing.T) {
	cfg := callsBack(ModeProgressive, personal)
	cfg.Levers = []Lever{{Verb: VerbCrash, Procs: []ProcID{named(cfg, "finesse-1/A"), named(cfg, "finesse-1/B")}, At: half, Undo: -1}}
	_, f := run(t, cfg, 1)
	n := len(f.told(CallbackUnnoted))
	require.Positive(t, n)
	require.Positive(t, f.losses()[LossRecord])
	for _, x := range f.all {
		if x.Kind == FactLoss && LossKind(x.Aux) == LossRecord {
			require.NotZero(t, x.Cause)
		}
	}
}

func TestWithoutTheMRPGTheRequestsAreTakenBack(t *testing.T) {
	cfg := callsBack(ModeProgressive, personal)
	cfg.Levers = []Lever{{Verb: VerbCrash, Procs: []ProcID{named(cfg, "mr-pg-1/A"), named(cfg, "mr-pg-1/B")}, At: half, Undo: -1}}
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	waiting := func() (n int) {
		for i := range w.customers {
			if cu := &w.customers[i]; cu.State == CustomerActive && cu.Promise == promisePersonal && cu.Ask == askWaits {
				n++
			}
		}
		return n
	}
	require.NoError(t, w.RunUntil(half-1))
	require.Positive(t, waiting())
	reserved := w.census.Reservations
	require.NoError(t, w.RunUntil(half+9*sim.Second))
	require.Zero(t, waiting())
	require.Equal(t, reserved, w.census.Reservations, "nobody is reserved until it is back")
	require.NoError(t, w.RunUntil(cfg.Horizon))
	require.NoError(t, w.Finish())
}
