package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// oneType is a scenario with one type of calls, as the test writes it.
func oneType(calls string) string {
	return "apiVersion: ccsim/v1\nname: small\nhorizon: 1h\ncenter: {preset: ideal, agents: [{name: team, count: 3}]}\nworkload:\n  calls:\n    - " +
		calls + "\n"
}

func TestLawsOfPatience(t *testing.T) {
	for text, want := range map[string]string{
		"{dist: normal, mean: 180s, sd: 60s}":              "normal mean 3m sd 1m",
		"{dist: normal, mean: 180s, cv: 0.5}":              "normal mean 3m sd 1m30s",
		"{dist: triangular, min: 1s, mode: 2s, max: 1m}":   "triangular min 1s mode 2s max 1m",
		"{dist: weibull, mean: 150s, shape: 0.7, cap: 1h}": "weibull mean 2m30s shape 0.7 cap 1h",
		"{dist: loglogistic, median: 1m, shape: 2}":        "loglogistic median 1m shape 2",
		"{dist: pareto, min: 30s, shape: 2.5}":             "pareto min 30s shape 2.5",
	} {
		_, c, err := compileText(t, oneType("{type: calls, arrivals: {rate: 10/h}, talk: 3m, patience: "+text+"}"), nil)
		require.NoError(t, err)
		require.Equal(t, want, c.Config.Types[0].Patience.String())
	}
	for text, want := range map[string]string{
		"{dist: normal, mean: 180s}":                          "normal needs sd or cv",
		"{dist: normal, mean: 180s, sd: 1s, cv: 1}":           "give sd or cv, not both",
		"{dist: loglogistic, median: 1m, mean: 2m, shape: 2}": "give the median or the mean, not both",
		"{dist: loglogistic, mean: 2m, shape: 1}":             "give the median instead",
		"{dist: triangular, min: 1s, mode: 2m, max: 1m}":      "mode 2m must lie between",
		"{dist: pareto, mean: 30s, shape: 2.5}":               `pareto takes no "mean"`,
		"{dist: weibull, mean: 30s, shape: 0.01}":             "shape is 0.01 but must be from 0.1 to 1000",
		"{dist: uniform, min: 1s, max: 2s, median: 1s}":       `uniform takes no "median"`,
	} {
		_, _, err := compileText(t, oneType("{type: calls, arrivals: {rate: 10/h}, talk: 3m, patience: "+text+"}"), nil)
		require.ErrorContains(t, err, want)
	}
}
