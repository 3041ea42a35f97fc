package picture

import (
	"slices"
	"strings"
)

// Rule is one rule of a style sheet whose selector is an element, a class or
// several classes of one element.
type Rule struct {
	Selector string
	Decls    [][2]string
}

// Rules reads the rules of a style sheet that pictures understand. Ancestors are
// left out of selectors; rules of the form @... and those for the page are
// skipped. Variables stand for colors.
func Rules(css string, colors map[string]string) (all []Rule) {
	for len(css) > 0 {
		head, rest, ok := strings.Cut(css, "{")
		if !ok {
			return all
		}
		if strings.HasPrefix(strings.TrimSpace(head), "@") {
			css = rest[end(rest):]
			continue
		}
		body, after, _ := strings.Cut(rest, "}")
		css = after
		var decls [][2]string
		for _, d := range strings.Split(body, ";") {
			if name, value, ok := strings.Cut(d, ":"); ok {
				decls = append(decls, [2]string{strings.TrimSpace(name), resolved(strings.TrimSpace(value), colors)})
			}
		}
		for _, s := range strings.Split(head, ",") {
			parts := strings.Fields(s)
			if len(parts) == 0 {
				continue
			}
			last := parts[len(parts)-1]
			if last == "text" || last[0] == '.' && !strings.ContainsAny(last, ":>+[") {
				all = append(all, Rule{last, decls})
			}
		}
	}
	return all
}

// end is the place after a block, nested ones included; its first brace is read.
func end(s string) int {
	depth := 1
	for i, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

func resolved(value string, colors map[string]string) string {
	for {
		before, rest, ok := strings.Cut(value, "var(--")
		if !ok {
			return value
		}
		name, after, _ := strings.Cut(rest, ")")
		value = before + colors[name] + after
	}
}

// weight is how specific a selector is.
func (r *Rule) weight() int { return strings.Count(r.Selector, ".") }

// applies tells whether the rule is for an element with these classes.
func (r *Rule) applies(tag string, classes []string) bool {
	if r.Selector[0] != '.' {
		return r.Selector == tag
	}
	for _, c := range strings.Split(r.Selector[1:], ".") {
		if !slices.Contains(classes, c) {
			return false
		}
	}
	return true
}

// styleText writes rules as a style sheet, those that a picture uses.
func styleText(rules []Rule, used map[string]bool) string {
	var b strings.Builder
	for i := range rules {
		r := &rules[i]
		needed := true
		for _, c := range strings.Split(strings.TrimPrefix(r.Selector, "."), ".") {
			needed = needed && (used[c] || r.Selector == "text")
		}
		if !needed {
			continue
		}
		b.WriteString(r.Selector + "{")
		for _, d := range r.Decls {
			b.WriteString(d[0] + ":" + d[1] + ";")
		}
		b.WriteString("}\n")
	}
	return b.String()
}
