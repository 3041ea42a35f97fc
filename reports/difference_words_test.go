package reports

import (
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func TestDifferencesAreSaidInWords(t *testing.T) {
	for want, d := range map[string]Difference{
		"8 more agents signed out":               {Metric: Metric{Name: "agents.signed_out"}, N: 5, Value: 8},
		"1 fewer call lost":                      {Metric: Metric{Name: "calls.lost"}, N: 5, Value: -1},
		"abandonment rate 0.6 points lower":      {Metric: Metric{Name: "abandonment_rate"}, N: 5, Value: -0.006},
		"service level (20 s) 1.0 points higher": {Metric: Metric{Name: LevelName(20 * sim.Second)}, N: 5, Value: 0.01},
		"mean wait 2 s longer":                   {Metric: Metric{Name: "mean_wait", Unit: "s"}, N: 5, Value: 2},
		"cost 1,200 EUR lower":                   {Metric: Metric{Name: TotalCost, Unit: "EUR"}, N: 5, Value: -1200},
		"4 ± 2 fewer pending states lost":        {Metric: Metric{Name: "pending_states.lost"}, N: 5, Value: -4, SE: 0.6},
		"occupancy 2 ± 2 points higher":          {Metric: Metric{Name: "occupancy"}, N: 5, Value: 0.02, SE: 0.006},
	} {
		require.Equal(t, want, d.words())
	}
}

// A headline has no name of a metric in it.
func TestEveryMetricOfAHeadlineHasWords(t *testing.T) {
	r := &Report{Options: Options{Levels: []sim.Time{20 * sim.Second}, Prices: &Prices{}}}
	r.Config = &model.Config{}
	for _, m := range r.told() {
		p := phraseOf(m.Name)
		require.NotRegexp(t, "[._]", p.subject+p.noun+p.one, "no words for a difference of %s", m.Name)
		require.True(t, p.subject != "" || p.noun != "" && p.one != "")
	}
}
