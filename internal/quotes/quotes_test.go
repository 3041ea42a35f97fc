package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../.."

// ccsim builds the command that is quoted.
func ccsim(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ccsim")
	build := exec.Command("go", "build", "-o", file, "./cmd/ccsim")
	build.Dir = root
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return file
}

// Every quote of the documents is what its command prints; make docs also checks the slow ones.
func TestQuotesAreWhatTheCommandsPrint(t *testing.T) {
	command := ccsim(t)
	all, err := pages(root)
	require.NoError(t, err)
	require.Greater(t, len(all), 10)
	for _, file := range all {
		_, stale, err := renewed(file, command, root, false)
		require.NoError(t, err)
		require.Empty(t, stale, "%s: lines of quotes that are not what the command prints: make docs", file)
	}
}

func TestACommandIsRead(t *testing.T) {
	c, err := parse(`ccsim capacity a --target "80% in 20s" | sed -n '/^Title/,/^$/p' | head -n 2`)
	require.NoError(t, err)
	require.Equal(t, []string{"capacity", "a", "--target", "80% in 20s"}, c.args)
	require.Equal(t, []string{"Title 1", "a", "..."}, c.take("\nTitle 1\na  \nb\n\nTitle 2\n"))
	c, err = parse(`ccsim run | tail -n 2`)
	require.NoError(t, err)
	require.Equal(t, []string{"b"}, c.take("a\n\nb\n"), "as in a shell, the output ends with its last line")
	for _, bad := range []string{"rm -rf x", "ccsim run | sort", "ccsim run | head -n x", `ccsim "run`, "ccsim run | sed -n '/a/p'"} {
		_, err := parse(bad)
		require.Error(t, err, bad)
	}
}

func TestQuotesAreFound(t *testing.T) {
	page := strings.Split("<!-- ccsim run -->\n```\nold\n```\n```sh\nls\n```\n<!-- slow: ccsim mm codes -->\n| a |\n| b |\n\n<!-- by hand: make x -->\n```\n1 s\n```", "\n")
	all, err := find(page)
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Equal(t, []int{2, 3, 8, 10}, []int{all[0].from, all[0].to, all[1].from, all[1].to})
	require.False(t, all[0].slow)
	require.True(t, all[1].slow)
	for _, bad := range []string{"```\nnobody says where this is from\n```", "<!-- ccsim run -->\ntext", "<!-- sh -c x -->\n```\n```", "<!-- sort -->\n| a |"} {
		_, err := find(strings.Split(bad, "\n"))
		require.Error(t, err, bad)
	}
}
