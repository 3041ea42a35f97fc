package html

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// luminance is the relative luminance of a color (WCAG 2.2).
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	var rgb [3]float64
	for i := range rgb {
		v, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		c := float64(v) / 255
		if c <= 0.04045 {
			rgb[i] = c / 12.92
		} else {
			rgb[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// TestPaletteHasContrast: text 4.5, marks 3 on the page and on panels.
func TestPaletteHasContrast(t *testing.T) {
	least := map[string]float64{"ink": 4.5, "muted": 4.5, "serve": 4.5, "lost": 4.5, "good": 4.5, "cut": 4.5, "axis": 3, "wait": 3, "readyline": 3}
	byName := map[string]color{}
	for _, c := range palette {
		byName[c.name] = c
	}
	for name, want := range least {
		for _, ground := range []string{"page", "panel"} {
			require.GreaterOrEqual(t, contrast(t, byName[name].light, byName[ground].light), want, "%s on %s", name, ground)
			require.GreaterOrEqual(t, contrast(t, byName[name].dark, byName[ground].dark), want, "%s on dark %s", name, ground)
		}
	}
	require.GreaterOrEqual(t, contrast(t, byName["onserve"].light, byName["serve"].light), 4.5)
	require.GreaterOrEqual(t, contrast(t, byName["onserve"].dark, byName["serve"].dark), 4.5)
}
