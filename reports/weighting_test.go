package reports

import (
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// Three half hours with 200, 50 and 10 calls, of which 150, 49 and 10 were
// answered in time: the service level of the day weighs calls, not half hours.
func TestTheServiceLevelOfADayWeighsCalls(t *testing.T) {
	f := NewFold(center(), Options{Levels: []sim.Time{20 * sim.Second}})
	for half, n := range [][2]int{{200, 150}, {50, 49}, {10, 10}} {
		at := sim.Time(half) * 30 * sim.Minute
		for i := range n[0] {
			f.Record(call(model.FactOffered, at, 0, model.CallAux{Group: -1}))
			wait := sim.Minute
			if i < n[1] {
				wait = 20 * sim.Second
			}
			f.Record(call(model.FactAnswered, at+wait, wait, model.CallAux{Waited: true}))
		}
	}
	r := f.Finish(sim.Fingerprint{})
	require.InDelta(t, 0.8038461538461539, get(t, r, "service_level_20s", "all"), 1e-9)
	require.InDelta(t, 0.8038461538461539, get(t, r, "service_level_20s", "type/sales"), 1e-9)
}
