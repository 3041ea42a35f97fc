// Package picture makes pictures that stand alone of the figures of a page: SVG
// with its own style, and PNG.
package picture

import (
	"regexp"
	"strings"
)

// classes finds the classes that a picture uses.
var classes = regexp.MustCompile(`class="([^"]*)"`)

// SVG makes a document of the content of a picture: its own style, and the
// patterns and glyphs that it uses.
func SVG(width, height string, rules []Rule, defs, content string) []byte {
	used := map[string]bool{}
	for _, m := range classes.FindAllStringSubmatch(defs+content, -1) {
		for _, c := range strings.Fields(m[1]) {
			used[c] = true
		}
	}
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="` + width + `" height="` + height + `" viewBox="0 0 ` + width + " " + height + `" role="img">
<style>
text{font-family:"Liberation Sans",Arial,Helvetica,sans-serif}
` + styleText(rules, used) + `</style>
` + defs + `
` + content + `
</svg>
`)
}
