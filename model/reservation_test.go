package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// A call that was on its way to an agent when the PG crashed is given up when the PIM's
// time for it is over, if its caller is still there; the agent is free again.
func TestARoutedCallIsGivenUpAfterTheTimeOfThePIM(t *testing.T) {
	last := map[sim.Time]sim.Time{}
	for _, limit := range []sim.Time{7 * sim.Second, 30 * sim.Second} {
		cfg := at(lab(2000, 36000), lever(VerbCrash, pgA))
		cfg.Latency.Public = 900 * sim.Millisecond // so that some calls are reserved, but do not ring yet
		cfg.Timers.Reservation = limit
		_, f := run(t, cfg, 1)
		for _, x := range f.all {
			if x.Kind == FactLoss && LossKind(x.Aux) == LossUndeliverable {
				require.LessOrEqual(t, x.T, half+2*cfg.Latency.Public+limit)
				last[limit] = x.T
			}
		}
		require.Greater(t, last[limit], half+limit-2*cfg.Latency.Public)
	}
	require.Len(t, last, 2)
}
