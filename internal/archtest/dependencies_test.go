package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

var requirement = regexp.MustCompile(`(?m)^\t(\S+) (v\S+)(?: // indirect)?$`)

func TestEveryDependencyIsExplained(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	require.NoError(t, err)
	doc, err := os.ReadFile(filepath.Join(root, "docs/dependencies.md"))
	require.NoError(t, err)
	modules := requirement.FindAllStringSubmatch(string(mod), -1)
	require.NotEmpty(t, modules)
	for _, d := range modules {
		require.Contains(t, string(doc), d[1]+" | "+d[2]+" |", "docs/dependencies.md does not say what %s %s is for", d[1], d[2])
	}
}
