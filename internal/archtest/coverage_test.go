package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var quoted = regexp.MustCompile("`([^`]+)`")

// TestCoverageNamesWhatExists reads docs/coverage.md: every scenario, expectation
// and file of a row exists, and every scenario of the library stands in a row.
func TestCoverageNamesWhatExists(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root, "docs/coverage.md"))
	require.NoError(t, err)
	library := filepath.Join(root, "scenarios/library")
	named := map[string]bool{}
	proven := 0
	for _, line := range strings.Split(string(doc), "\n") {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch len(cells) {
		case 1, 4:
			for _, m := range quoted.FindAllStringSubmatch(cells[len(cells)-1], -1) {
				require.FileExists(t, filepath.Join(library, m[1]+".yaml"), line)
				named[m[1]] = true
			}
		case 5:
			if cells[0] == "No." {
				continue
			}
			proven++
			expected := map[string]bool{}
			for _, m := range quoted.FindAllStringSubmatch(cells[2], -1) {
				data, err := os.ReadFile(filepath.Join(library, m[1]+".yaml"))
				require.NoError(t, err, line)
				_, expect, _ := strings.Cut(string(data), "\nexpect:\n")
				for _, l := range strings.Split(expect, "\n") {
					l, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimSpace(l), "- "), " #")
					expected[strings.Trim(strings.TrimSpace(l), `"'`)] = true
				}
				named[m[1]] = true
			}
			proofs := quoted.FindAllStringSubmatch(cells[3], -1)
			require.NotEmpty(t, proofs, "a row without an expectation: %s", line)
			for _, m := range proofs {
				require.True(t, expected[m[1]], "no scenario of the row expects %s: %s", m[1], line)
			}
			files := quoted.FindAllStringSubmatch(cells[4], -1)
			require.NotEmpty(t, files, line)
			for _, m := range files {
				require.FileExists(t, filepath.Join(root, m[1]), line)
			}
		default:
			t.Errorf("a row of %d cells: %s", len(cells), line)
		}
	}
	require.Greater(t, proven, 100)
	all, err := filepath.Glob(filepath.Join(library, "*.yaml"))
	require.NoError(t, err)
	for _, file := range all {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		require.True(t, named[name], "%s stands in no row of docs/coverage.md", name)
	}
}
