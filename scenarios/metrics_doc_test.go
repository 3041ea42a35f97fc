package scenarios

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// documented are the metrics of the table of docs/metrics.md: a pattern for each
// name, with its definition. NAME, STATE and * stand for more.
func documented(t *testing.T) map[string]*regexp.Regexp {
	t.Helper()
	data, err := os.ReadFile("../docs/metrics.md")
	require.NoError(t, err)
	names := regexp.MustCompile("`([^`]+)`")
	all := map[string]*regexp.Regexp{}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), " | ")
		require.Len(t, cells, 3, "metric, term in the field, definition: %s", line)
		require.NotEmpty(t, strings.TrimSpace(cells[1]), line)
		for _, m := range names.FindAllStringSubmatch(cells[0], -1) {
			require.NotContains(t, all, m[1], "one definition each")
			pattern := regexp.QuoteMeta(m[1])
			for _, any := range []string{`\*`, "NAME", "STATE", "N_s"} {
				pattern = strings.ReplaceAll(pattern, any, map[bool]string{true: "[0-9]_s", false: "[-a-z_0-9]+"}[any == "N_s"])
			}
			all[m[1]] = regexp.MustCompile("^" + pattern + "$")
		}
	}
	return all
}

// measured are the names of all metrics that the library has results of, with
// the threshold that the documents speak of.
func measured(t *testing.T) (names []string) {
	t.Helper()
	for _, name := range Library() {
		src, err := Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		opt := c.options()
		opt.Levels = []sim.Time{20 * sim.Second}
		for _, m := range reports.NewFold(c.Config, opt).Finish(sim.Fingerprint{}).Metrics {
			names = append(names, m.Name)
		}
	}
	_, c, err := compileText(t, small+"report: {probes: {all-of-them: queue(all) before crashed agent-pg-1/A}}\n", nil)
	require.NoError(t, err)
	for _, m := range reports.NewFold(c.Config, c.options()).Finish(sim.Fingerprint{}).Metrics {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEveryMetricHasOneDefinitionInTheDocuments(t *testing.T) {
	docs, names := documented(t), measured(t)
	require.Greater(t, len(names), 80)
	for _, name := range names {
		n := 0
		for _, pattern := range docs {
			if pattern.MatchString(name) {
				n++
			}
		}
		require.Equal(t, 1, n, "docs/metrics.md must define %s once", name)
	}
	for name, pattern := range docs {
		require.True(t, slices.ContainsFunc(names, pattern.MatchString), "docs/metrics.md defines %s, which no result has", name)
	}
}

func TestWhatExpectationsMayNameIsDocumented(t *testing.T) {
	docs := documented(t)
	for _, m := range format.Metrics {
		_, ok := docs[m.Name]
		for _, pattern := range docs {
			ok = ok || pattern.MatchString(m.Name)
		}
		require.True(t, ok, "docs/metrics.md must define %s", m.Name)
	}
}
