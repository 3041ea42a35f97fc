package reports

import (
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// Each attempt is lost with 20 %, and a lost caller tries again with 75 %: of 17
// callers with 20 calls 16 are served, 4 calls were lost, 3 tried again.
func TestCallsAndCallers(t *testing.T) {
	cfg := &model.Config{
		Horizon: sim.Hour, PGs: []model.PG{{Name: "agent-pg-1"}}, Skills: []string{"all"},
		Types:  []model.CallType{{Name: "calls", Callers: model.Callers{Retry: 0.75}}},
		Groups: []model.Group{{Name: "team", Count: 1}},
	}
	f := NewFold(cfg, Options{})
	say := func(k model.CallAux, kind sim.FactKind, n int) {
		for range n {
			f.Record(sim.Fact{T: sim.Minute, Kind: kind, Aux: k.Pack()})
		}
	}
	say(model.CallAux{Group: -1}, model.FactOffered, 20)
	say(model.CallAux{Group: -1}, model.FactRetry, 3)
	say(model.CallAux{Group: -1, Waited: true}, model.FactBalked, 1)
	say(model.CallAux{Group: -1, Waited: true}, model.FactAbandoned, 3)
	say(model.CallAux{Group: 0}, model.FactAnswered, 16)
	say(model.CallAux{Group: 0}, model.FactHandled, 16)
	r := f.Finish(sim.Fingerprint{})
	value := func(name string) float64 {
		for i, m := range r.Metrics {
			if m.Name == name && m.Scope == "all" {
				return r.Values[i]
			}
		}
		t.Fatalf("no metric %s", name)
		return 0
	}
	require.InDelta(t, 1.1764705882352942, value("attempts_per_caller"), 1e-15)
	require.InDelta(t, 0.9411764705882353, value("finally_served"), 1e-15)
	require.Equal(t, 20.0, value("calls.offered"))
	require.Equal(t, 17.0, value("callers.offered"))
	require.Equal(t, 16.0, value("callers.served"))
	require.Equal(t, 1.0, value("calls.balked"))
	require.Zero(t, value("calls.in_progress"))
	require.InDelta(t, 0.2, value("p_wait"), 1e-15, "who balks has found no free agent")
}
