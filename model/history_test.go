package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

const day = 24 * sim.Hour

// quiet is a center with Loggers, an AW-HDS on each site and few calls.
func quiet(horizon sim.Time) *Config {
	cfg := lab(2, 6)
	cfg.Horizon = horizon
	cfg.RungGap = 0
	for s := SideA; s <= SideB; s++ {
		cfg.HDSs = append(cfg.HDSs, Node{Name: "hds-" + s.String(), Site: s, Ports: None})
	}
	cfg.History = History{Memory: 60 * sim.Minute, Fetch: 10, FetchTime: sim.Second, RowsACall: 4, Lag: must(sim.Constant(2 * sim.Minute))}
	return cfg
}

// down takes a process down at a moment and starts it after a while.
func down(cfg *Config, name string, from, lasts sim.Time) []Lever {
	id := []ProcID{named(cfg, name)}
	return []Lever{{Verb: VerbStop, Procs: id, At: from}, {Verb: VerbStart, Procs: id, At: from + lasts}}
}

// total adds the values of the facts of a kind.
func (f *facts) total(k sim.FactKind) (sum sim.Time) {
	for _, x := range f.all {
		if x.Kind == k {
			sum += sim.Time(x.Value)
		}
	}
	return sum
}

func TestLoggersRecoverFromEachOther(t *testing.T) {
	// A Logger boots in 10 s and transfers state for 30 s.
	const back = 40 * sim.Second
	for _, c := range []struct {
		name            string
		retention       [2]sim.Time
		memory          sim.Time
		levers          func(cfg *Config) []Lever
		lost, recovered sim.Time
	}{
		{"one Logger down", [2]sim.Time{}, sim.Hour, func(c *Config) []Lever { return down(c, "logger/A", day, 10*day) }, 0, 10*day + back},
		{"retention 15 and 7 days, the longer one down 10 days", [2]sim.Time{15 * day, 7 * day}, sim.Hour, func(c *Config) []Lever { return down(c, "logger/A", day, 10*day) }, 3*day + back, 7 * day},
		{"retention 15 and 7 days, the shorter one down 10 days", [2]sim.Time{15 * day, 7 * day}, sim.Hour, func(c *Config) []Lever { return down(c, "logger/B", day, 10*day) }, 0, 7 * day},
		{"both down for half an hour: the Routers hold it", [2]sim.Time{}, sim.Hour, func(c *Config) []Lever {
			return append(down(c, "logger/A", day, 30*sim.Minute), down(c, "logger/B", day, 40*sim.Minute)...)
		}, 0, 2*(30*sim.Minute+back) + 10*sim.Minute},
		{"both down for 90 minutes: the Routers drop half an hour", [2]sim.Time{}, sim.Hour, func(c *Config) []Lever {
			return append(down(c, "logger/A", day, 90*sim.Minute), down(c, "logger/B", day, 90*sim.Minute)...)
		}, 30*sim.Minute + back, 2 * sim.Hour},
		{"both down for 90 minutes, memory without limit", [2]sim.Time{}, 0, func(c *Config) []Lever {
			return append(down(c, "logger/A", day, 90*sim.Minute), down(c, "logger/B", day, 90*sim.Minute)...)
		}, 0, 2 * (90*sim.Minute + back)},
		{"one after the other, overlapping", [2]sim.Time{}, sim.Hour, func(c *Config) []Lever {
			return append(down(c, "logger/A", day, sim.Hour), down(c, "logger/B", day+50*sim.Minute, sim.Hour)...)
		}, 0, 2 * (sim.Hour + back)},
		{"no Router for two hours: the PGs keep their rows", [2]sim.Time{}, sim.Hour, func(c *Config) []Lever {
			return append(down(c, "router/A", day, 2*sim.Hour), down(c, "router/B", day, 2*sim.Hour)...)
		}, 0, -1},
		{"both Loggers, then both Routers down: what they held is gone", [2]sim.Time{}, sim.Hour, func(c *Config) []Lever {
			l := append(down(c, "logger/A", day, 50*sim.Minute), down(c, "logger/B", day, 50*sim.Minute)...)
			l = append(l, down(c, "router/A", day+20*sim.Minute, 10*sim.Minute)...)
			return append(l, down(c, "router/B", day+20*sim.Minute, 10*sim.Minute)...)
		}, 20 * sim.Minute, -1},
	} {
		cfg := quiet(16 * day)
		cfg.History.Retention, cfg.History.Memory = c.retention, c.memory
		w, f := run(t, at(cfg, c.levers(cfg)...), 1)
		require.Equal(t, c.lost, f.total(FactHistoryLost), c.name)
		if c.recovered >= 0 {
			require.Equal(t, c.recovered, f.total(FactHistoryRecovered), c.name)
		}
		require.Empty(t, w.gaps, "%s: nothing is missing at the end that could be had", c.name)
		for _, x := range f.all {
			if x.Kind == FactHistoryLost {
				require.NotZero(t, x.Cause, "%s: a loss has a cause", c.name)
			}
		}
	}
}

func TestALoggerWaitsForItsPeerToRecover(t *testing.T) {
	cfg := quiet(3 * day)
	l := append(down(cfg, "logger/A", day, sim.Hour), down(cfg, "logger/B", day+30*sim.Minute, 5*sim.Hour)...)
	w, err := New(at(cfg, l...), 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(day+2*sim.Hour))
	require.Len(t, w.gaps, 2, "A lacks its first half hour, B what lasts")
	require.NoError(t, w.RunUntil(day+6*sim.Hour))
	require.Empty(t, w.gaps)
}

func TestAnAWHDSCatchesUpWithItsLogger(t *testing.T) {
	cfg := quiet(2 * day)
	cfg.Types[0].Rates = nil
	cfg.Types[0].Every = 10 * sim.Minute
	at(cfg, down(cfg, "hds-A", day+sim.Minute, 10*sim.Hour)...)
	_, f := run(t, cfg, 1)
	caught := f.first(FactCaughtUp)
	require.Equal(t, uint32(named(cfg, "hds-A")), caught.Subject)
	// Ten hours and a boot: 60 calls, 240 rows, 24 fetches, and the lag.
	require.Equal(t, 10*sim.Hour+10*sim.Second+2*sim.Minute+24*sim.Second, sim.Time(caught.Value))

	cfg = quiet(2 * day)
	at(cfg, down(cfg, "logger/B", day, sim.Hour)...)
	_, f = run(t, cfg, 1)
	caught = f.first(FactCaughtUp)
	require.Equal(t, uint32(named(cfg, "hds-B")), caught.Subject, "that of the Logger's side, and no other")
	require.Greater(t, sim.Time(caught.Value), sim.Hour+2*sim.Minute)

	cfg = quiet(day)
	at(cfg, Lever{Verb: VerbStop, Procs: []ProcID{named(cfg, "logger/A")}, At: day - sim.Hour})
	_, f = run(t, cfg, 1)
	require.Equal(t, sim.Hour, f.total(FactBehind), "it never moves to the other Logger")
}
