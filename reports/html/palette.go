package html

import (
	"fmt"
	"strings"
)

// color is one entry of the palette, on light and on dark ground.
type color struct{ name, light, dark string }

// palette holds every color of a page, by meaning. Its contrasts are computed
// anew by a test: 4.5 for text on its ground, 3 for marks (WCAG 2.2).
var palette = []color{
	{"page", "#ffffff", "#12171d"},
	{"panel", "#f4f6f8", "#1b222a"},
	{"rule", "#d9dee3", "#333d48"},
	{"ink", "#17202a", "#e9edf1"},
	{"muted", "#55606c", "#aab4bf"},
	{"axis", "#7d8792", "#7f8b97"},
	{"serve", "#176bdd", "#4f86eb"},
	{"onserve", "#ffffff", "#12171d"},
	{"wrap", "#7fb0ee", "#3a65a6"},
	{"ready", "#d3e4fa", "#2b4668"},
	{"readyline", "#5b86b3", "#7d9dc0"},
	{"notready", "#c9cfd6", "#46525f"},
	{"wait", "#b0873f", "#fed68e"},
	{"cut", "#72056c", "#f69cf1"},
	{"lost", "#bb2706", "#eb6022"},
	{"good", "#026f58", "#34be97"},
}

// variables are the palette as CSS: light, and dark on a dark screen; print is
// always light.
func variables() string {
	var b strings.Builder
	b.WriteString(":root{color-scheme:light dark")
	for _, c := range palette {
		fmt.Fprintf(&b, ";--%s:%s", c.name, c.light)
	}
	b.WriteString("}\n@media screen and (prefers-color-scheme:dark){:root{")
	for i, c := range palette {
		if i > 0 {
			b.WriteString(";")
		}
		fmt.Fprintf(&b, "--%s:%s", c.name, c.dark)
	}
	b.WriteString("}}\n")
	return b.String()
}
