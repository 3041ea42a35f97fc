package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// shown is a picture in a document, with the words for who cannot see it.
var shown = regexp.MustCompile(`!\[([^\]]*)\]\(([^)\s]+\.(?:svg|png))\)`)

// Every picture of the documents is there, is made by make pictures, and is seen
// somewhere.
func TestEveryPictureIsMadeAndShown(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	require.NoError(t, err)
	docs, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, page := range append(docs, filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		require.NotContains(t, string(text), "<img", "%s: show pictures as ![what is seen](file), so that they are checked", page)
		for _, m := range shown.FindAllStringSubmatch(string(text), -1) {
			file := filepath.Join(filepath.Dir(page), m[2])
			info, err := os.Stat(file)
			require.NoError(t, err, page)
			require.Less(t, info.Size(), int64(300_000), file)
			require.NotEmpty(t, m[1], "%s: %s has no words for who cannot see it", page, m[2])
			name, err := filepath.Rel(root, file)
			require.NoError(t, err)
			require.Regexp(t, `(?m)^pictures: (?:.*\n\t)*.*\s`+regexp.QuoteMeta(name)+`(\s|$)`, string(makefile), "make pictures does not make %s", name)
			seen[file] = true
		}
	}
	files, err := filepath.Glob(filepath.Join(root, "docs", "pictures", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		require.True(t, seen[file], "%s is in no document", file)
	}
}
