package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEveryBugCanBePlanted: a bug whose text is gone would end the whole run, and
// one that stands twice is two bugs.
func TestEveryBugCanBePlanted(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range all() {
		require.False(t, seen[m.Name], "%s stands twice in the list", m.Name)
		seen[m.Name] = true
		source, err := os.ReadFile(filepath.Join("../..", m.File))
		require.NoError(t, err, m.Name)
		require.Equal(t, 1, strings.Count(string(source), m.Old), "%s: %q must stand once in %s", m.Name, m.Old, m.File)
		require.NotEqual(t, m.Old, m.New, m.Name)
		require.NotEmpty(t, m.Packages, m.Name)
	}
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	require.Contains(t, string(readme), fmt.Sprintf("%d seeded bugs", len(seen)))
}
