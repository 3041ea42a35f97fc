package html_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"ccsim/reports/html"
	"ccsim/reports/picture"
	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

// picturesOf makes the pictures of a scenario.
func picturesOf(t *testing.T, name, text string) []html.Picture {
	t.Helper()
	src, err := scenarios.Open(name, strings.NewReader(text))
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	c.Replications = min(c.Replications, 3)
	out, err := c.Run(context.Background(), scenarios.RunOptions{})
	require.NoError(t, err)
	drawn, err := c.Pictures(context.Background(), scenarios.RunOptions{}, out)
	require.NoError(t, err)
	return html.Pictures(c.Report(src, out, "ccsim run "+name), drawn)
}

func TestPicturesStandAlone(t *testing.T) {
	for _, name := range []string{"busy-half-hour", "site-crash", "vm-maintenance"} {
		all := picturesOf(t, name, "")
		require.Greater(t, len(all), 1)
		require.Equal(t, "day", all[0].Name)
		for _, p := range all {
			svg := string(p.SVG)
			require.NotContains(t, svg, "var(")
			require.NotContains(t, svg, "NaN")
			require.NotContains(t, strings.ReplaceAll(svg, `xmlns="http://www.w3.org/2000/svg"`, ""), "http")
			ids := map[string]bool{}
			for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(svg, -1) {
				ids[m[1]] = true
			}
			for _, m := range regexp.MustCompile(`(?:href="#|url\(#)([^")]+)`).FindAllStringSubmatch(svg, -1) {
				require.True(t, ids[m[1]], "%s uses %s", p.Name, m[1])
			}
			data, err := picture.PNG(p.SVG)
			require.NoError(t, err)
			im, err := png.Decode(bytes.NewReader(data))
			require.NoError(t, err)
			require.Equal(t, 2*1216, im.Bounds().Dx())
		}
	}
}

func TestNamesInPicturesAreData(t *testing.T) {
	for _, p := range picturesOf(t, "-", hostile) {
		d := xml.NewDecoder(bytes.NewReader(p.SVG))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err)
			if e, ok := token.(xml.StartElement); ok {
				require.Contains(t, []string{"svg", "g", "defs", "style", "pattern", "rect", "line", "path", "circle", "use", "text", "tspan", "title"}, e.Name.Local)
				for _, a := range e.Attr {
					require.NotEqual(t, "onload", a.Name.Local)
				}
			}
		}
	}
}
