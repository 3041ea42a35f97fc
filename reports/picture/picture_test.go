package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"
)

const sheet = `body{margin:0}
.fig text,.strip text{fill:var(--ink);font-size:12px}
.fig .e{text-anchor:end}a:hover .x{fill:#000000}
@media print{.red{fill:#000000}.deep{x:y}}
.red{fill:#ff0000}.red.blue{fill:#0000ff}.thin{stroke:#00ff00;stroke-width:2;fill:none;vector-effect:non-scaling-stroke}
.tiled{fill:url(#p)}.half{fill:#ff0000;fill-opacity:.5}.gone{display:none}.g{stroke:#00ff00;fill:#ff0000}`

func painted(t *testing.T, content string) image.Image {
	t.Helper()
	svg := SVG("100", "100", Rules(sheet, map[string]string{"ink": "#17202a"}), `<defs><pattern id="p" width="10" height="10"><rect width="5" height="10" class="red"/></pattern><g id="mark"><path d="M-5-5H5V5H-5Z" stroke="none"/></g></defs>`, content)
	data, err := PNG(svg)
	require.NoError(t, err)
	im, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, 200, im.Bounds().Dx())
	return im
}

func at(im image.Image, x, y int) color.NRGBA {
	c, _ := color.NRGBAModel.Convert(im.At(2*x, 2*y)).(color.NRGBA)
	return c
}

var (
	red   = color.NRGBA{255, 0, 0, 255}
	blue  = color.NRGBA{0, 0, 255, 255}
	green = color.NRGBA{0, 255, 0, 255}
	white = color.NRGBA{255, 255, 255, 255}
)

func TestRulesOfAPage(t *testing.T) {
	rules := Rules(sheet, map[string]string{"ink": "#17202a"})
	var names []string
	for _, r := range rules {
		names = append(names, r.Selector)
	}
	require.Equal(t, []string{"text", "text", ".e", ".x", ".red", ".red.blue", ".thin", ".tiled", ".half", ".gone", ".g"}, names, "no media rule, no rule of the page")
	require.Equal(t, [2]string{"fill", "#17202a"}, rules[0].Decls[0])
}

func TestShapesAreWhereTheyBelong(t *testing.T) {
	im := painted(t, `<rect x="10%" y="10" width="20%" height="10" class="red"/><rect x="40" y="10" width="10" height="10" class="red blue"/>`+
		`<svg x="50" y="50" width="50%" height="40" viewBox="0 0 1000 40" preserveAspectRatio="none"><path d="M0 0H500V40H0Z" class="half"/><path d="M0 40L1000 40" class="thin"/></svg>`+
		`<rect x="70" y="10" width="20" height="10" class="tiled"/><rect x="0" y="90" width="9" height="9" class="gone red"/>`+
		`<use href="#mark" x="20" y="70" class="g"/><circle cx="30" cy="40" r="5" class="red"/>`)
	require.Equal(t, red, at(im, 20, 15))
	require.Equal(t, white, at(im, 32, 15))
	require.Equal(t, blue, at(im, 45, 15), "the rule with more classes wins")
	require.Equal(t, color.NRGBA{255, 127, 127, 255}, at(im, 60, 60), "half transparent, stretched to half of the width")
	require.Equal(t, white, at(im, 80, 60))
	require.Equal(t, green, at(im, 90, 90), "a stroke is not stretched")
	require.Equal(t, red, at(im, 72, 15))
	require.Equal(t, white, at(im, 77, 15), "between the stripes of a pattern")
	require.Equal(t, white, at(im, 4, 94), "not displayed")
	require.Equal(t, red, at(im, 17, 70))
	require.Equal(t, white, at(im, 14, 70), "the glyph has no stroke, whatever its class says")
	require.Equal(t, red, at(im, 30, 40))
}

func TestTextStandsAtItsAnchor(t *testing.T) {
	dark := func(im image.Image, from, to int) (n int) {
		for x := from; x < to; x++ {
			for y := 40; y < 55; y++ {
				if c := at(im, x, y); c.R < 128 {
					n++
				}
			}
		}
		return n
	}
	im := painted(t, `<text x="50" y="50" class="e">MMMM<title>no</title></text>`)
	require.Positive(t, dark(im, 5, 50))
	require.Zero(t, dark(im, 51, 100))
	im = painted(t, `<text x="50" y="50">MM<tspan class="gone">W</tspan></text>`)
	require.Zero(t, dark(im, 0, 49))
	require.Positive(t, dark(im, 51, 100))
}

func TestWhatIsNoPicture(t *testing.T) {
	for _, bad := range []string{"", "<svg", `<svg width="0" height="1"/>`, `<svg width="100000" height="100000"/>`} {
		_, err := PNG([]byte(bad))
		require.ErrorContains(t, err, "picture:", bad)
	}
}
