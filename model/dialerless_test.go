package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// managed is a center with a campaign, at whose middle something happens to what its
// Campaign Manager needs.
func managed(t *testing.T, levers func(*Config) []Lever) (*Config, *World, *facts) {
	t.Helper()
	cfg := lab(10, 0)
	cfg.Types = nil
	campaign(cfg, ModeProgressive, 400)
	cfg.Levers = levers(cfg)
	for i := range cfg.Levers {
		cfg.Levers[i].Undo = -1
	}
	w, f := run(t, cfg, 1)
	return cfg, w, f
}

func (f *facts) at(kind sim.FactKind, id ProcID) sim.Time {
	for _, x := range f.all {
		if x.Kind == kind && x.Subject == uint32(id) {
			return x.T
		}
	}
	return -1
}

func TestACampaignManagerWithoutDialersFailsOver(t *testing.T) {
	both := func(verb Verb, at sim.Time) func(*Config) Lever {
		return func(cfg *Config) Lever {
			return Lever{Verb: verb, Procs: []ProcID{named(cfg, "dialer-1/A"), named(cfg, "dialer-1/B")}, At: at}
		}
	}
	cfg, w, f := managed(t, func(cfg *Config) []Lever { return []Lever{both(VerbStop, half)(cfg)} })
	a, b := named(cfg, "campaign-manager/A"), named(cfg, "campaign-manager/B")
	require.Equal(t, half+sim.Minute, f.at(FactNotReady, a))
	require.Equal(t, half+sim.Minute+10*sim.Millisecond, f.at(FactActive, b))
	require.Equal(t, RoleStandby, w.procs[a].Role, "and it stays so: the other one has lost no Dialer")
	require.Equal(t, 1, f.count(FactNotReady))

	cfg, w, f = managed(t, func(cfg *Config) []Lever {
		return []Lever{both(VerbStop, half)(cfg), both(VerbStart, half+40*sim.Second)(cfg), both(VerbStop, half+70*sim.Second)(cfg)}
	})
	require.Equal(t, half+130*sim.Second, f.at(FactNotReady, named(cfg, "campaign-manager/A")), "the time begins anew")
	require.Equal(t, int8(SideB), w.pairs[w.top.campaign].Active)

	for name, l := range map[string]func(*Config) Lever{
		"one Dialer left": func(cfg *Config) Lever {
			return Lever{Verb: VerbStop, Procs: []ProcID{named(cfg, "dialer-1/A")}, At: half}
		},
		"no MR PIM": func(cfg *Config) Lever {
			return Lever{Verb: VerbCut, Links: linksOf(cfg, func(l Link) bool { return l.Kind == LinkDialer && need(l.Index) == needMR }), At: half}
		},
	} {
		cfg, w, f := managed(t, func(cfg *Config) []Lever { return []Lever{l(cfg)} })
		require.Equal(t, int8(SideA), w.pairs[w.top.campaign].Active, name)
		require.EqualValues(t, -1, f.at(FactNotReady, named(cfg, "campaign-manager/A")), name)
	}
	for what := range needMR { // no Dialer is Ready
		cfg, w, _ := managed(t, func(cfg *Config) []Lever {
			return []Lever{{Verb: VerbCut, Links: linksOf(cfg, func(l Link) bool { return l.Kind == LinkDialer && need(l.Index) == what }), At: half}}
		})
		require.Equal(t, RoleStandby, w.procs[named(cfg, "campaign-manager/A")].Role, "%d", what)
	}
	// Without another one it stays.
	_, w, _ = managed(t, func(cfg *Config) []Lever {
		return []Lever{{Verb: VerbStop, Procs: []ProcID{named(cfg, "campaign-manager/B")}, At: half - sim.Minute}, both(VerbStop, half)(cfg)}
	})
	require.Equal(t, int8(SideA), w.pairs[w.top.campaign].Active)
}

func TestACampaignManagerWithoutItsImporterFailsOver(t *testing.T) {
	of := func(v Verb, at sim.Time, s ...Side) Lever { return Lever{Verb: v, Importers: s, At: at} }
	for name, c := range map[string]struct {
		levers []Lever
		active int8
	}{
		"stopped":                    {[]Lever{of(VerbStop, half, SideA)}, 1},
		"that of the standby":        {[]Lever{of(VerbStop, half, SideB)}, 0},
		"crashed, and started again": {[]Lever{of(VerbCrash, half, SideA)}, 0},
		"started in time":            {[]Lever{of(VerbStop, half, SideA), of(VerbStart, half+59*sim.Second, SideA)}, 0},
		"started too late":           {[]Lever{of(VerbStop, half, SideA), of(VerbStart, half+61*sim.Second, SideA)}, 1},
		"both":                       {[]Lever{of(VerbStop, half, SideA, SideB)}, 0},
		"one after the other":        {[]Lever{of(VerbStop, half, SideA), of(VerbStart, half+2*sim.Minute, SideA), of(VerbStop, half+3*sim.Minute, SideB)}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			cfg, w, f := managed(t, func(*Config) []Lever { return c.levers })
			require.Equal(t, c.active, w.pairs[w.top.campaign].Active)
			if name == "stopped" {
				require.Equal(t, half+sim.Minute, f.at(FactNotReady, named(cfg, "campaign-manager/A")))
				require.Positive(t, f.losses()[LossRecord], "what the Dialer held is not known to the other one")
			}
		})
	}
}

func TestACampaignManagerThatTakesOverWithoutAnImporterWaitsForOne(t *testing.T) {
	_, w, _ := managed(t, func(cfg *Config) []Lever {
		return []Lever{
			{Verb: VerbStop, Importers: []Side{SideB}, At: half - sim.Minute},
			{Verb: VerbCrash, Procs: []ProcID{named(cfg, "campaign-manager/A")}, At: half},
		}
	})
	require.Equal(t, int8(SideA), w.pairs[w.top.campaign].Active, "B was active for a minute")
}

func TestAnImportStopsWithItsImporter(t *testing.T) {
	cfg := lab(4, 0)
	cfg.Types = nil
	c := campaign(cfg, ModeProgressive, 10)
	c.Imported = 1000
	cfg.Levers = []Lever{
		{Verb: VerbImport, Records: 1000, PerSecond: 10, At: half, Undo: -1},
		{Verb: VerbCrash, Importers: []Side{SideA}, At: half + 30*sim.Second + 1, Undo: -1},
	}
	w, f := run(t, cfg, 1)
	require.EqualValues(t, 300, w.levers[0].Imported)
	require.Equal(t, 2, f.count(FactImport))
	cfg.Levers = []Lever{
		{Verb: VerbStop, Importers: []Side{SideA}, At: half - 1, Undo: -1},
		{Verb: VerbImport, Records: 1000, PerSecond: 10, At: half, Undo: -1},
	}
	_, f = run(t, cfg, 1)
	require.Zero(t, f.count(FactImport), "nobody takes it")
}

func TestACampaignManagerThatHangsHandsNothingOver(t *testing.T) {
	cfg, w, f := managed(t, func(cfg *Config) []Lever {
		a := []ProcID{named(cfg, "campaign-manager/A")}
		return []Lever{
			{Verb: VerbStop, Importers: []Side{SideA}, At: half},
			{Verb: VerbPause, Procs: a, At: half + 30*sim.Second},
			{Verb: VerbResume, Procs: a, At: half + 90*sim.Second},
		}
	})
	require.Equal(t, half+90*sim.Second+1, f.at(FactNotReady, named(cfg, "campaign-manager/A")))
	require.Equal(t, int8(SideB), w.pairs[w.top.campaign].Active)
}
