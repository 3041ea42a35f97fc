package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// shortOf sums for how long each campaign had no port.
func (f *facts) shortOf(campaigns int) []sim.Time {
	all := make([]sim.Time, campaigns)
	for _, x := range f.all {
		if x.Kind == FactPortWait {
			all[x.Subject] += sim.Time(x.Value)
		}
	}
	return all
}

// Ten lines ring all the time for ten free ports of the IVR: with ten ports of the Dialer
// none is missing, with nine one always is.
func TestAMissingPortIsNotedForAsLongAsItIsMissing(t *testing.T) {
	for _, ports := range []int{0, 10, 9} {
		cfg := ideal(lab(1, 0))
		cfg.Types = nil
		c := campaign(cfg, ModeIVRProgressive, 20000)
		c.Outcome = [4]float64{0, 1, 0, 0}
		cfg.Dialers[0].Ports = ports
		w, err := New(cfg, 1, 0)
		require.NoError(t, err)
		f := &facts{}
		w.SetSink(f)
		for at := sim.Minute; at < cfg.Horizon; at += sim.Minute {
			require.NoError(t, w.RunUntil(at))
			require.InDelta(t, map[int]int{0: 10, 10: 10, 9: 9}[ports], int(w.campaigns[0].Dialing[0]), 0, "%d ports at %v", ports, at)
		}
		require.NoError(t, w.RunUntil(cfg.Horizon))
		require.NoError(t, w.Finish())
		short := f.shortOf(1)[0]
		if ports == 9 {
			require.InDelta(t, cfg.Horizon.Seconds(), short.Seconds(), 0.1)
		} else {
			require.Zero(t, short)
		}
	}
}

// Two campaigns share the ports of their Dialer: together they never dial more lines than
// there are, a line that becomes free is taken by whichever needs it, and a campaign of
// another Dialer has its own.
func TestCampaignsShareTheirPorts(t *testing.T) {
	cfg := ideal(lab(30, 0))
	cfg.Types = nil
	cfg.MRPGs = []MRPG{{Name: "mr-pg-1", InService: true}}
	cfg.Dialers = []Dialer{{Name: "dialer-1", Ports: 4}, {Name: "dialer-2"}}
	campaign(cfg, ModeProgressive, 20000)
	campaign(cfg, ModeIVRProgressive, 12)
	campaign(cfg, ModeIVRProgressive, 20000)
	cfg.Campaigns[2].Dialer = 1
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	f := &facts{}
	w.SetSink(f)
	both := false
	for at := sim.Second; at < cfg.Horizon; at += sim.Second {
		require.NoError(t, w.RunUntil(at))
		mine := w.campaigns[0].Dialing[0] + w.campaigns[1].Dialing[0]
		require.LessOrEqual(t, mine, int32(4), "at %v", at)
		both = both || w.campaigns[0].Dialing[0] > 0 && w.campaigns[1].Dialing[0] > 0
	}
	require.NoError(t, w.RunUntil(cfg.Horizon))
	require.NoError(t, w.Finish())
	short := f.shortOf(3)
	require.True(t, both)
	require.Greater(t, short[0], 10*sim.Minute, "thirty agents ask for more than four lines")
	require.Greater(t, short[1], sim.Second)
	require.Zero(t, short[2], "another Dialer has its own")
	require.Greater(t, w.campaigns[2].Attempts, w.campaigns[0].Attempts, "four lines for thirty agents against ten")
}

// In preview the record is shown when there is a port to dial it.
func TestAPreviewTakesItsPort(t *testing.T) {
	for _, mode := range []DialMode{ModePreview, ModeDirectPreview} {
		cfg := ideal(lab(10, 0))
		cfg.Types = nil
		campaign(cfg, mode, 2000)
		cfg.Dialers[0].Ports = 2
		w, err := New(cfg, 1, 0)
		require.NoError(t, err)
		f := &facts{}
		w.SetSink(f)
		most := int32(0)
		for at := sim.Second; at < cfg.Horizon; at += sim.Second {
			require.NoError(t, w.RunUntil(at))
			most = max(most, w.campaigns[0].Showing[0])
		}
		require.NoError(t, w.RunUntil(cfg.Horizon))
		require.NoError(t, w.Finish())
		if mode == ModePreview {
			require.Equal(t, int32(2), most)
			require.Positive(t, f.shortOf(1)[0])
		} else {
			require.Greater(t, most, int32(2), "the agent's own phone dials")
			require.Zero(t, f.shortOf(1)[0])
		}
	}
}

// Few ports in random centers with faults: nothing hangs, no law breaks, and a port that
// nobody misses changes nothing.
func TestPortsInOutboundWorlds(t *testing.T) {
	t.Parallel() // with the other long ones
	short := sim.Time(0)
	for seed := range uint64(trials / 4) {
		d := newDice(seed + 9_000_000)
		cfg := d.outboundWorld()
		for range d.below(4) {
			l := d.dialerLever(cfg)
			l.At = sim.Time(1+d.below(600)) * sim.Second
			cfg.Levers = append(cfg.Levers, l)
		}
		cfg.Dialers[0].Ports = 1 + d.below(4)
		w, f := run(t, cfg, seed)
		require.NoError(t, w.CheckAll(), "seed %d", seed)
		if cfg.End != EndStop {
			require.Zero(t, w.census.ringing(), "seed %d", seed)
		}
		for _, s := range f.shortOf(len(cfg.Campaigns)) {
			short += s
		}
		twin := *cfg
		twin.Ticked = true
		if ticked, tf := run(t, &twin, seed); w.kernel.Fingerprint().Facts != ticked.kernel.Fingerprint().Facts {
			t.Fatalf("seed %d: %s\nlevers %+v", seed, firstDifference(f.all, tf.all), cfg.Levers)
		}
	}
	require.Positive(t, short)
}
