package archtest

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var quoted = regexp.MustCompile("`([^`]+)`")

// quotes are the texts between backquotes of a cell.
func quotes(cell string) (all []string) {
	for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
		all = append(all, m[1])
	}
	return all
}

// coverage is what docs/coverage.md is checked against.
type coverage struct {
	t       *testing.T
	library string
	tests   string          // names of all tests, each in a line of its own
	schema  map[string]any  // of scenario files
	named   map[string]bool // scenarios that stand in a row
}

// TestCoverageNamesWhatExists reads docs/coverage.md: every scenario, expectation,
// setting and file of a row exists; each scenario of a row expects something that the
// row quotes; and every scenario of the library stands in a row.
func TestCoverageNamesWhatExists(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root, "docs/coverage.md"))
	require.NoError(t, err)
	c := &coverage{t: t, library: filepath.Join(root, "scenarios/library"), tests: testNames(t), named: map[string]bool{}}
	data, err := os.ReadFile(filepath.Join(root, "docs/scenario.schema.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &c.schema))
	proven, numbers := 0, map[string]bool{}
	for _, line := range strings.Split(string(doc), "\n") {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "| "), " |"), " | ")
		if cells[0] == "No." || cells[0] == "Scenarios" {
			continue
		}
		if len(cells) > 1 {
			proven++
			require.False(t, numbers[cells[0]], "two rows have the number %s", cells[0])
			numbers[cells[0]] = true
		}
		switch len(cells) {
		case 1: // a scenario that proves nothing of the sources
			c.scenarios(cells[0], line)
		case 5: // number, what is so, scenarios, expectations, files
			c.proves(cells[2], cells[3], line)
			files := quotes(cells[4])
			require.NotEmpty(t, files, line)
			for _, name := range files {
				require.FileExists(t, filepath.Join(root, name), line)
			}
		case 7: // number, what is open, reading taken, the other, setting, scenarios, expectations
			c.setting(cells[4], line)
			if cells[6] == "—" {
				require.Regexp(t, "^none: not modeled", cells[4], "a row without a proof: %s", line)
				continue
			}
			c.proves(cells[5], cells[6], line)
		default:
			t.Errorf("a row of %d cells: %s", len(cells), line)
		}
	}
	require.Greater(t, proven, 130)
	all, err := filepath.Glob(filepath.Join(c.library, "*.yaml"))
	require.NoError(t, err)
	for _, file := range all {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		require.True(t, c.named[name], "%s stands in no row of docs/coverage.md", name)
	}
}

// scenarios are those that a cell names; each exists.
func (c *coverage) scenarios(cell, line string) []string {
	names := quotes(cell)
	for _, name := range names {
		require.FileExists(c.t, filepath.Join(c.library, name+".yaml"), line)
		c.named[name] = true
	}
	return names
}

// expected are the expectations of a scenario.
func (c *coverage) expected(name string) map[string]bool {
	data, err := os.ReadFile(filepath.Join(c.library, name+".yaml"))
	require.NoError(c.t, err)
	_, expect, _ := strings.Cut(string(data), "\nexpect:\n")
	all := map[string]bool{}
	for _, l := range strings.Split(expect, "\n") {
		l, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimSpace(l), "- "), " #")
		all[strings.Trim(strings.TrimSpace(l), `"'`)] = true
	}
	return all
}

// proves checks that each quote is an expectation of a scenario of the row, or the
// name of a test, and that each scenario has one of them.
func (c *coverage) proves(scenarios, proofs, line string) {
	used, silent := map[string]bool{}, c.scenarios(scenarios, line)
	all := quotes(proofs)
	require.NotEmpty(c.t, all, "a row without an expectation: %s", line)
	for _, name := range silent {
		expected, speaks := c.expected(name), false
		for _, proof := range all {
			if expected[proof] {
				used[proof], speaks = true, true
			}
		}
		require.True(c.t, speaks, "%s expects nothing of what the row quotes: %s", name, line)
	}
	for _, proof := range all {
		if strings.HasPrefix(proof, "Test") {
			require.Contains(c.t, c.tests, "\nfunc "+proof+"(", line)
			continue
		}
		require.True(c.t, used[proof], "no scenario of the row expects %s: %s", proof, line)
	}
}

// setting checks that each key of a cell can stand in a scenario file, by itself or
// under center, and that a row without one says why.
func (c *coverage) setting(cell, line string) {
	keys := quotes(cell)
	if len(keys) == 0 {
		require.Regexp(c.t, "^none: .{15}", cell, "a row without a setting says why: %s", line)
		return
	}
	for _, key := range keys {
		path := strings.Split(key, ".")
		require.True(c.t, stands(c.schema, path) || stands(c.schema, append([]string{"center"}, path...)), "no key %s in a scenario file: %s", key, line)
	}
}

// stands tells whether a path of keys exists in a schema, through lists and choices.
func stands(schema any, path []string) bool {
	s, ok := schema.(map[string]any)
	if !ok {
		return false
	}
	if len(path) == 0 {
		return true
	}
	if keys, ok := s["properties"].(map[string]any); ok && keys[path[0]] != nil && stands(keys[path[0]], path[1:]) {
		return true
	}
	if stands(s["items"], path) {
		return true
	}
	any, _ := s["anyOf"].([]any)
	for _, choice := range any {
		if stands(choice, path) {
			return true
		}
	}
	return false
}

// testNames are the lines of all test files that begin a function.
func testNames(t *testing.T) string {
	var all strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		all.WriteString("\n")
		all.Write(data)
		return err
	})
	require.NoError(t, err)
	return all.String()
}

// The check itself notices a row that says less than it seems to.
func TestStandsFindsKeysOfScenarioFiles(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "docs/scenario.schema.json"))
	require.NoError(t, err)
	var schema map[string]any
	require.NoError(t, json.Unmarshal(data, &schema))
	for key, want := range map[string]bool{
		"center.policies.device_majority": true, "center.cti_clients.answers": true, "timeline.do": true, "release": true,
		"center.policies.device_minority": false, "center.cti_clients.0": false, "": false,
	} {
		require.Equal(t, want, stands(schema, strings.Split(key, ".")), key)
	}
}
