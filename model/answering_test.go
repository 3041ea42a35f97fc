package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// answering is a campaign that reaches answering machines half of the time.
func answering(mode DialMode, use MachineUse) *Config {
	cfg := lab(10, 0)
	cfg.Types = nil
	c := campaign(cfg, mode, 600)
	c.Outcome = [4]float64{0.3, 0.1, 0.1, 0.5}
	c.Machine, c.MachineTalk = use, must(sim.Constant(20*sim.Second))
	return cfg
}

// Machines take the time of an agent or a port, and remain results of machines:
// customers who are dialed again.
func TestAnsweringMachinesAreConnected(t *testing.T) {
	for name, c := range map[string]struct {
		mode  DialMode
		use   MachineUse
		takes sim.Time // of a call with a machine
	}{
		"progressive, hung up":  {ModeProgressive, MachineHangUp, 0},
		"progressive, agent":    {ModeProgressive, MachineAgent, 20 * sim.Second},
		"predictive, agent":     {ModePredictive, MachineAgent, 20 * sim.Second},
		"progressive, IVR":      {ModeProgressive, MachineIVR, 25 * sim.Second},
		"IVR progressive, IVR":  {ModeIVRProgressive, MachineIVR, 25 * sim.Second},
		"IVR progressive, none": {ModeIVRProgressive, MachineHangUp, 0},
	} {
		cfg := answering(c.mode, c.use)
		w, f := run(t, cfg, 1)
		machines := map[uint32]bool{}
		for _, x := range f.all {
			if x.Kind == FactDial && DialResult(x.Aux>>16) == DialMachine {
				machines[x.Subject] = true
			}
		}
		require.NotEmpty(t, machines, name)
		talks := 0
		for _, x := range f.all {
			if x.Kind == FactHandled && machines[x.Subject] {
				require.Equal(t, c.takes, sim.Time(x.Value), name)
				talks++
			}
		}
		switch {
		case c.takes == 0:
			require.Zero(t, talks, name)
		case c.mode == ModePredictive: // more lines than agents: some machines find nobody
			require.Positive(t, talks, name)
		default:
			require.InDelta(t, len(machines), talks, 15, name)
		}
		require.Positive(t, w.census.Records[CustomerRetry]+w.census.Records[CustomerMaxAttempts], name)
		require.Empty(t, f.losses(), name)
	}
}

// Machines do not count as live answers, nor as abandoned ones.
func TestMachinesLeaveTheLinesAlone(t *testing.T) {
	_, f := run(t, answering(ModeProgressive, MachineHangUp), 1)
	_, g := run(t, answering(ModeProgressive, MachineAgent), 1)
	require.Zero(t, g.results()[DialAbandoned])
	require.Less(t, g.results()[DialLive], f.results()[DialLive], "agents who leave messages reach fewer people")
}
