package picture

import (
	"image"
	"image/color"
	"math"
	"strings"

	"git.sr.ht/~sbinet/gg"
)

// tile is a pattern that repeats, turned by an angle.
type tile struct {
	im       image.Image
	w, h     float64 // in pixels
	fine     float64 // pixels of the image for one pixel
	cos, sin float64
}

// fineness is how much finer than the picture a tile is painted.
const fineness = 4

// tile paints a pattern element once.
func (p *painter) tile(id string) gg.Pattern {
	n := p.ids[id]
	if n == nil || n.tag != "pattern" {
		return nil
	}
	w, h := length(n.attrs["width"], 0), length(n.attrs["height"], 0)
	k := p.k * fineness
	inner := &painter{dc: gg.NewContext(int(w*k), int(h*k)), k: k, rules: p.rules, ids: p.ids, faces: p.faces}
	inner.all(n, frame{0, 0, k, k, w, h}, map[string]string{"fill": "#000000", "stroke": "none", "stroke-width": "1"})
	angle := 0.0
	if turn, ok := strings.CutPrefix(n.attrs["patternTransform"], "rotate("); ok {
		angle = length(strings.TrimSuffix(turn, ")"), 0) * math.Pi / 180
	}
	return &tile{inner.dc.Image(), w * p.k, h * p.k, fineness, math.Cos(angle), math.Sin(angle)}
}

// ColorAt implements gg.Pattern: the mean of four points of the tile.
func (t *tile) ColorAt(x, y int) color.Color {
	var r, g, b, a uint32
	for i := range 4 {
		dx, dy := float64(x)+0.25+float64(float64(i%2)/2), float64(y)+0.25+float64(float64(i/2)/2)
		u, v := float64(dx*t.cos)+float64(dy*t.sin), float64(dy*t.cos)-float64(dx*t.sin)
		c := t.im.At(int(wrap(u, t.w)*t.fine), int(wrap(v, t.h)*t.fine))
		cr, cg, cb, ca := c.RGBA()
		r, g, b, a = r+cr, g+cg, b+cb, a+ca
	}
	return color.RGBA64{uint16(r / 4), uint16(g / 4), uint16(b / 4), uint16(a / 4)} //nolint:gosec // means of 16 bits
}

func wrap(v, whole float64) float64 {
	v = math.Mod(v, whole)
	if v < 0 {
		v += whole
	}
	return math.Min(v, whole-1e-9)
}
