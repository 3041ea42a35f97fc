package html

import (
	"fmt"
	"strings"

	"ccsim/reports"
	"ccsim/reports/picture"
)

// Picture is a figure of a page that stands alone.
type Picture struct {
	Name string // of its file, without what follows the dot
	SVG  []byte
}

// Sizes of a picture, in pixels: as a wide page has them.
const (
	plotWidth   = 1000
	gutterWidth = 168
	sideMargin  = 16
	plotEnd     = 32 // room for words that end after the last moment
	allWidth    = sideMargin + gutterWidth + plotWidth + plotEnd
)

// Pictures gives the figures of a run's page, each as a picture.
func Pictures(r *reports.Report, pictures []*reports.Picture) (all []Picture) {
	v := &view{}
	figs := 0
	foot := fmt.Sprintf("%s · %s", clean(r.Run.Command), r.Run.Version)
	for i, c := range r.Columns() {
		v.column(r, c, pictures[i], i, &figs)
		col := &v.Columns[i]
		if i == 0 {
			all = append(all, Picture{"day", col.Day.fig.alone(clean(r.Run.Scenario)+". "+col.DayTitle, "Flags are faults, bars who served, curves what callers felt.", foot, true)})
		}
		for n := range col.Incidents {
			s := &col.Incidents[n]
			name := fmt.Sprintf("incident-%d", n+1)
			if i > 0 {
				name = fmt.Sprintf("variant-%d-", i) + name
			}
			all = append(all, Picture{name, s.fig.alone(s.Title, s.Caption, foot, true)})
		}
	}
	return all
}

// lightRules are the rules of the pages for figures, in the light colors.
func lightRules() []picture.Rule {
	colors := map[string]string{}
	for _, c := range palette {
		colors[c.name] = c.light
	}
	return picture.Rules(style, colors)
}

// headed writes the title, the caption and the foot of a picture around its
// content, which begins at a height.
type headed struct {
	canvas
	y int
}

func newHeaded(title, caption string) *headed {
	h := &headed{y: 12}
	for _, line := range wrapped(title, 140) {
		h.y += 20
		h.text(px(sideMargin), px(h.y), "pt", line)
	}
	for _, line := range wrapped(caption, 170) {
		h.y += 18
		h.text(px(sideMargin), px(h.y), "pc muted", line)
	}
	h.y += 14
	return h
}

// finish makes the document.
func (h *headed) finish(foot string) []byte {
	for _, line := range wrapped(foot, 190) {
		h.y += 15
		h.text(px(sideMargin), px(h.y), "tk", line)
	}
	h.y += 12
	paper := fmt.Sprintf(`<rect width="%d" height="%d" class="paper"/>`, allWidth, h.y)
	rules := append(lightRules(), picture.Rule{Selector: ".pt", Decls: [][2]string{{"font-size", "16px"}, {"font-weight", "700"}}},
		picture.Rule{Selector: ".pc", Decls: [][2]string{{"font-size", "13px"}}}, picture.Rule{Selector: ".paper", Decls: [][2]string{{"fill", "#ffffff"}}})
	return picture.SVG(px(allWidth), px(h.y), rules, strings.TrimSpace(defs), paper+h.String())
}

// alone makes a picture of a figure: gutter and plot in one document.
func (f *figure) alone(title, caption, foot string, key bool) []byte {
	h := newHeaded(title, caption)
	h.nest(sideMargin, h.y, gutterWidth-10, f.y, f.gutter.String())
	h.nest(sideMargin+gutterWidth, h.y, plotWidth, f.y, f.plot.String()+f.over.String()+f.still.String())
	h.y += f.y + 10
	if key {
		h.keys()
	}
	return h.finish(foot)
}

// standing makes a picture of content that has a size of its own.
func standing(content string, size int, title, foot string) []byte {
	h := newHeaded(title, "")
	h.nest(sideMargin, h.y, size, size, content)
	h.y += size + 10
	return h.finish(foot)
}

// nest places a part of a figure.
func (h *headed) nest(x, y, width, height int, content string) {
	h.open("svg", "x", px(x), "y", px(y), "width", px(width), "height", px(height), "overflow", "visible")
	h.WriteString(content)
	h.close("svg")
}

// keys explains the bars of swim lanes, as the page does.
func (h *headed) keys() {
	x := sideMargin
	for _, k := range []struct{ class, word string }{{"active", "active, serving"}, {"standby", "standby"}, {"starting", "starting"}, {"drain", "draining"}, {"stopped", "stopped on purpose"}, {"down", "down"}, {"cut", "cut off"}} {
		t := thick[k.class]
		if t == 0 {
			t = 14
		}
		h.leaf("rect", "x", px(x), "y", px(h.y+7-t/2), "width", "26", "height", px(t), "class", k.class)
		h.text(px(x+32), px(h.y+11), "s", k.word)
		x += 32 + 7*len(k.word) + 18
	}
	h.use("g-fault", px(x+7), px(h.y+8), "fault")
	h.text(px(x+20), px(h.y+11), "s", "fault or action")
	x += 20 + 7*15 + 18
	h.leaf("path", "d", fmt.Sprintf("M%d %dh30", x, h.y+7), "class", "cause")
	h.use("g-ring", px(x+15), px(h.y+7), "ring")
	h.text(px(x+36), px(h.y+11), "s", "caused; ring: who forgot it")
	h.y += 22
}

// wrapped breaks a text into lines of at most so many characters.
func wrapped(text string, most int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(clean(text)) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > most {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
