package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// held is a center whose Dialer holds records in its memory and on its lines when
// something is lost.
func held(t *testing.T, mode DialMode, change func(*Config), l Lever) (*World, *facts) {
	t.Helper()
	cfg := lab(10, 0)
	cfg.Types = nil
	c := campaign(cfg, mode, 400)
	c.Cache = 7
	c.Lines = 1.5
	if change != nil {
		change(cfg)
	}
	l.At = half
	l.Undo = -1
	cfg.Levers = []Lever{l}
	return run(t, cfg, 1)
}

func dialerLinks(cfg *Config, what need) []LinkID {
	return linksOf(cfg, func(l Link) bool { return l.Kind == LinkDialer && l.Side == SideA && need(l.Index) == what })
}

// spoiled gives how many active and dialed records a loss hit, and with what fate.
func (f *facts) spoiled() (active, dialed map[fate]int64) {
	active, dialed = map[fate]int64{}, map[fate]int64{}
	for _, x := range f.all {
		if x.Kind == FactSpoiled && x.Aux>>8 == 1 {
			active[fate(x.Aux&0xff)] += x.Value
		} else if x.Kind == FactSpoiled {
			dialed[fate(x.Aux&0xff)] += x.Value
		}
	}
	return active, dialed
}

func TestRecordsByTheCauseOfTheLoss(t *testing.T) {
	cfg := lab(1, 0)
	campaign(cfg, ModeProgressive, 1)
	cut := func(what need) Lever { return Lever{Verb: VerbCut, Links: dialerLinks(cfg, what)} }
	crash := func(name string) Lever { return Lever{Verb: VerbCrash, Procs: []ProcID{named(cfg, name)}} }
	for name, c := range map[string]struct {
		lever          Lever
		active, dialed fate
		failover       bool // of the Dialer
	}{
		"campaign link":    {cut(needCampaign), fateUnknown, fateOrphan, true},
		"cti link":         {cut(needCTI), fateUnknown, fateOrphan, true},
		"sip link":         {cut(needGateway), fateUnknown, fateClosing, true},
		"mr link":          {cut(needMR), fateStays, fateClosing, false},
		"campaign manager": {crash("campaign-manager/A"), fateUnknown, fateClosed, false},
		"dialer":           {crash("dialer-1/A"), fateReturns, fateBarred, true},
		"cti server":       {crash("cti-1/A"), fateUnknown, fateOrphan, true},
		"agent pg":         {crash("agent-pg-1/A"), fateUnknown, fateOrphan, false},
		"mr pg":            {crash("mr-pg-1/A"), fateStays, fateClosing, false},
	} {
		t.Run(name, func(t *testing.T) {
			w, f := held(t, ModeProgressive, nil, c.lever)
			active, dialed := f.spoiled()
			if c.active == fateStays {
				require.Empty(t, active)
			} else {
				require.Equal(t, map[fate]int64{c.active: 7}, active)
			}
			require.Len(t, dialed, 1)
			n := dialed[c.dialed]
			require.Positive(t, n)
			lost := int64(f.losses()[LossRecord])
			switch c.dialed {
			case fateOrphan:
				require.Equal(t, 7+n, lost)
				require.GreaterOrEqual(t, w.census.Records[CustomerDialed], n)
			case fateClosed:
				require.Equal(t, 7+n, lost)
			case fateBarred:
				require.Equal(t, n, lost, "records in memory come back")
				barred := 0
				for i := range w.customers {
					if w.customers[i].Barred {
						require.Equal(t, CustomerPending, w.customers[i].State)
						barred++
					}
				}
				require.Equal(t, int(n), barred)
			default:
				require.Less(t, lost, 7+n, "talks end with their result")
			}
			require.Equal(t, c.active == fateUnknown, w.census.Records[CustomerUnknown] == 7)
			if side := map[bool]int8{true: 1, false: 0}[c.failover]; name != "agent pg" {
				require.Equal(t, side, w.pairs[w.dialerOf(0)].Active)
			}
			require.Zero(t, f.losses()[LossCall], "talks go on")
			again := 0
			for _, x := range f.all {
				if x.Kind == FactDial && x.T > half+2*sim.Minute {
					again++
				}
			}
			require.Equal(t, name != "mr link", again > 20, "%d dials later", again)
		})
	}
}

func TestRecordsInMemoryAreUnknownByPolicy(t *testing.T) {
	cfg := lab(1, 0)
	campaign(cfg, ModeProgressive, 1)
	l := Lever{Verb: VerbCrash, Procs: []ProcID{named(cfg, "dialer-1/A")}}
	w, _ := held(t, ModeProgressive, func(c *Config) { c.Policies.CachedRecords = CachedUnknown }, l)
	require.EqualValues(t, 7, w.census.Records[CustomerUnknown])
	w, _ = held(t, ModeProgressive, nil, l)
	require.Zero(t, w.census.Records[CustomerUnknown])
}

func TestEnablingLetsBarredCustomersBeDialed(t *testing.T) {
	cfg := lab(10, 0)
	cfg.Types = nil
	campaign(cfg, ModeProgressive, 400)
	dialer := named(cfg, "dialer-1/A")
	cfg.Levers = []Lever{{Verb: VerbCrash, Procs: []ProcID{dialer}, At: half, Undo: -1}, {Verb: VerbEnable, At: half + 5*sim.Minute, Undo: -1}}
	w, f := run(t, cfg, 1)
	_, dialed := f.spoiled()
	require.Positive(t, dialed[fateBarred])
	for i := range w.customers {
		require.False(t, w.customers[i].Barred)
	}
	require.Zero(t, f.count(FactLeverIgnored))
}

func TestALinkThatHealsInTimeCostsNothing(t *testing.T) {
	cfg := lab(10, 0)
	cfg.Types = nil
	campaign(cfg, ModeProgressive, 400)
	links := dialerLinks(cfg, needCampaign)
	limit := cfg.Timers.PublicHeartbeat * sim.Time(cfg.Timers.PublicMisses)
	cfg.Levers = []Lever{{Verb: VerbCut, Links: links, At: half, Undo: -1}, {Verb: VerbHeal, Links: links, At: half + limit - 1, Undo: -1}}
	_, f := run(t, cfg, 1)
	require.Zero(t, f.count(FactNotReady))
	require.Zero(t, f.losses()[LossRecord])
	cfg.Levers[1].At = half + limit + 1
	_, f = run(t, cfg, 1)
	require.Equal(t, 1, f.count(FactNotReady))
}

func TestDialerShutsDownGracefully(t *testing.T) {
	for mode := ModePreview; mode <= ModeIVRPredictive; mode++ {
		cfg := lab(10, 0)
		cfg.Types = nil
		c := campaign(cfg, mode, 2000)
		c.Lines, c.Cache = 1.5, 5
		c.Outcome = [4]float64{0.6, 0.4, 0, 0}
		a := named(cfg, "dialer-1/A")
		cfg.Levers = []Lever{{Verb: VerbMaintenance, Procs: []ProcID{a}, At: half, Undo: -1}}
		w, f := run(t, cfg, 1)
		require.Equal(t, RoleDown, w.procs[a].Role, "%v", mode)
		require.Equal(t, RoleActive, w.procs[a^1].Role, "%v", mode)
		require.Zero(t, f.losses()[LossRecord], "%v: every call is finished and reported", mode)
		require.Zero(t, f.results()[DialCancelled], "%v", mode)
		drain, stop := f.first(FactDraining), f.first(FactStopped)
		require.Positive(t, drain.Value, "%v: calls were in progress", mode)
		require.Greater(t, stop.T, drain.T)
		failed := f.results()[DialFailedToIVR]
		require.Equal(t, mode.IVR(), failed > 0, "%v", mode)
		for _, x := range f.all {
			if x.Kind == FactDial && DialResult(x.Aux>>16) == DialFailedToIVR {
				require.Greater(t, x.T, drain.T)
				require.Less(t, x.T, stop.T)
			}
		}
		for i := range w.customers {
			require.False(t, w.customers[i].Orphan)
		}
		for s := range 2 {
			require.Zero(t, w.campaigns[0].Cached[0].Len, "%v: handed back", s)
		}
	}
}

func TestDialerMaintenanceNeedsAPeerThatIsReady(t *testing.T) {
	cfg := lab(10, 0)
	campaign(cfg, ModeProgressive, 100)
	a := named(cfg, "dialer-1/A")
	ask := Lever{Verb: VerbMaintenance, Procs: []ProcID{a}, At: half, Undo: -1}
	for _, l := range []Lever{
		{Verb: VerbStop, Procs: []ProcID{a ^ 1}, At: half - sim.Minute, Undo: -1},
		{Verb: VerbCut, Links: linksOf(cfg, func(l Link) bool { return l.Kind == LinkDialer && l.Side == SideB && l.Index == int(needGateway) }), At: half - sim.Minute, Undo: -1},
	} {
		cfg.Levers = []Lever{l, ask}
		w, f := run(t, cfg, 1)
		require.Equal(t, uint32(RefusalSimplex), f.first(FactMaintRejected).Aux)
		require.Equal(t, RoleActive, w.procs[a].Role)
	}
	twice := ask
	twice.At += sim.Second
	cfg.Levers = []Lever{ask, twice}
	_, f := run(t, cfg, 1)
	require.Equal(t, uint32(RefusalBusy), f.first(FactMaintRejected).Aux)
}
