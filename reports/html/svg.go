package html

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// canvas writes SVG. Numbers go through one formatter and text through one
// escaper, so that no name and no value can break a picture.
type canvas struct{ strings.Builder }

// num prints a number with at most three decimals, never with an exponent.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	s := strconv.FormatFloat(v, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

// pct prints a share of the width.
func pct(v float64) string { return num(v*100) + "%" }

// clean makes a name fit for a page: control and direction marks are replaced.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '·'
		}
		return r
	}, s)
}

// short cuts a name for a figure; the whole name stands in the tables.
func short(s string, n int) string {
	r := []rune(clean(s))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n-1]) + "…"
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(clean(s)))
	return b.String()
}

// open writes a start tag. Attributes come in pairs; an empty value leaves one
// out.
func (c *canvas) open(tag string, attrs ...string) {
	c.tag(tag, ">", attrs)
}

func (c *canvas) tag(tag, end string, attrs []string) {
	c.WriteString("<" + tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			c.WriteString(" " + attrs[i] + `="` + escape(attrs[i+1]) + `"`)
		}
	}
	c.WriteString(end)
}

// leaf writes an element without content.
func (c *canvas) leaf(tag string, attrs ...string) { c.tag(tag, "/>", attrs) }

func (c *canvas) close(tag string) { c.WriteString("</" + tag + ">") }

// text writes a text at a place.
func (c *canvas) text(x, y, class, s string) {
	c.open("text", "x", x, "y", y, "class", class)
	c.WriteString(escape(s))
	c.close("text")
}

// titled writes a rectangle that names itself.
func (c *canvas) titled(x, y, width, height, class, title string) {
	c.open("rect", "x", x, "y", y, "width", width, "height", height, "class", class)
	c.open("title")
	c.WriteString(escape(title))
	c.close("title")
	c.close("rect")
}

// use places a glyph of the page.
func (c *canvas) use(id, x, y, class string) {
	c.leaf("use", "href", "#"+id, "x", x, "y", y, "class", class)
}

// fits gives the class that hides a label where the plot is too narrow for it:
// share is the part of the width that the label may take. A label that never
// fits gets none, and is not to be written.
func fits(label string, share float64) (class string, ok bool) {
	need := (float64(7*len([]rune(label))) + 8) / math.Max(share, 1e-9)
	for _, w := range []struct {
		px    float64
		class string
	}{{180, ""}, {220, "m220"}, {420, "m420"}, {620, "m620"}, {820, "m820"}} {
		if need <= w.px {
			return w.class, true
		}
	}
	return "", false
}
