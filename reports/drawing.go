package reports

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
)

const (
	drawWidth = 1240
	boxWidth  = 190
	boxHeight = 38
	rowHeight = 62
	lowRow    = 46  // of a large center
	largeFrom = 6   // PGs from which a center is large
	columnA   = 250 // left edge of the main processes of site A
	columnB   = 800
	besideA   = 30
	besideB   = 1020
)

// drawStyle follows the reader's light or dark setting. What the timeline hits is
// marked by color, thickness and words, not by color alone.
const drawStyle = `<style>
text{font:13px system-ui,sans-serif;fill:#1b1f24}
.small{font-size:11px;fill:#57606a}.head{font-size:17px;font-weight:600}.layer{font-size:12px;fill:#57606a}
.paper{fill:#fff}.box{fill:#f6f8fa;stroke:#8c959f}.hit{stroke:#c0262d;stroke-width:3}.hurt{fill:#c0262d;font-weight:600}
.site{fill:none;stroke:#d0d7de;stroke-dasharray:6 4}
path{fill:none;stroke:#8c959f;stroke-width:1.4}.idle{stroke-dasharray:4 3}.private{stroke:#2f6f9f;stroke-width:2.4}path.hit{stroke:#c0262d;stroke-width:3.5}
.mark{fill:#fff;stroke:#8c959f}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.small,.layer{fill:#9198a1}.paper{fill:#0d1117}.box{fill:#161b22;stroke:#656c76}.mark{fill:#0d1117}.hurt{fill:#ff7b72}.hit,path.hit{stroke:#ff7b72}.private{stroke:#58a6ff}.site{stroke:#3d444d}}
</style>`

// point is the middle of an edge of a box.
type point struct{ x, y int }

// drawing is a picture in the making: boxes over lines.
type drawing struct {
	*topology
	title       string
	y           int
	at          map[model.ProcID]point // left upper corner of a box
	groups      []point
	top         int
	large       bool     // many PGs: only their private links and what the timeline hits are drawn
	rest        []string // links that are not drawn
	marks       []string // legend, in the order of numbers
	under, over strings.Builder
}

func newDrawing(t *topology, title string) *drawing {
	pgs := 0
	for i := range t.units {
		pgs += boolIndex(t.units[i].IsPG())
	}
	return &drawing{topology: t, title: title, at: map[model.ProcID]point{}, y: 24, large: pgs >= largeFrom}
}

func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

func (d *drawing) text(x, y int, class, s string) {
	fmt.Fprintf(&d.over, `<text x="%d" y="%d" class="%s">%s</text>`+"\n", x, y, class, xmlText(s))
}

// box draws a process with its role at the start, and what happens to it.
func (d *drawing) box(x, y int, id model.ProcID) {
	class := "box"
	hurt := d.procs[id]
	if hurt != "" {
		class += " hit"
	}
	d.at[id] = point{x, y}
	fmt.Fprintf(&d.over, `<g><title>%s</title><rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="6"/></g>`+"\n", xmlText(d.cfg.ProcName(id)+" "+hurt), class, x, y, boxWidth, boxHeight)
	d.text(x+9, y+16, "", d.cfg.ProcName(id))
	if hurt == "" {
		d.text(x+9, y+31, "small", d.cfg.FirstRole(id).String())
		return
	}
	if len(hurt) > 28 {
		hurt = hurt[:27] + "…"
	}
	d.text(x+9, y+31, "small hurt", hurt)
}

// layerOrder is the way of a call from the top, and then what serves agents.
var layerOrder = []struct {
	kind model.UnitKind
	name string
}{
	{model.UnitGateway, "ingress gateways"}, {model.UnitCVP, "CVP Call Servers"}, {model.UnitVVB, "voice browsers"}, {model.UnitVRUPG, "VRU PGs"},
	{model.UnitReporting, "CVP Reporting Servers"}, {model.UnitHDS, "AW-HDS"}, {model.UnitCampaign, "Campaign Managers"}, {model.UnitRouter, "Routers and Loggers"}, {model.UnitMRPG, "MR PGs"},
	{model.UnitDialer, "Dialers"}, {model.UnitAgentPG, "Agent PGs and CTI servers"}, {model.UnitCTIManager, "CTI Managers"}, {model.UnitCUCM, "CUCM"}, {model.UnitFinesse, "Finesse"},
}

// layers draws the boxes.
func (d *drawing) layers() {
	d.text(30, d.y+6, "head", d.title)
	d.y += 30
	d.top = d.y
	d.text(columnA, d.y+18, "head", "Site A")
	d.text(columnB, d.y+18, "head", "Site B")
	d.y += 36
	for _, layer := range layerOrder {
		rows := d.rowsOf(layer.kind)
		if len(rows) == 0 {
			continue
		}
		d.text(columnA, d.y+5, "layer", layer.name)
		d.y += 12
		for _, row := range d.paired(layer.kind, rows) {
			d.row(row)
		}
	}
	for i := range d.cfg.Groups {
		d.group(i)
	}
	for _, x := range [2]int{besideA - 14, columnB - 20} {
		fmt.Fprintf(&d.under, `<rect class="site" x="%d" y="%d" width="%d" height="%d" rx="10"/>`+"\n", x, d.top, columnA+boxWidth+34-besideA, d.y-d.top)
	}
	d.y += 30
}

// rowsOf lays the units of a kind into rows: single processes of both sites
// share one.
func (d *drawing) rowsOf(kind model.UnitKind) (rows [][]model.ProcID) {
	free := [2]int{-1, -1}
	for i := range d.units {
		u := &d.units[i]
		if u.Kind != kind {
			continue
		}
		procs := u.Procs(model.PairID(i))
		if s := procs[0].Side(); u.Single() && len(procs) == 1 {
			if at := free[s.Other()]; at >= 0 {
				rows[at] = append(rows[at], procs[0])
				free[s.Other()] = -1
				continue
			}
			free[s] = len(rows)
		}
		rows = append(rows, procs)
	}
	return rows
}

// row draws boxes beside each other; in a large center two of those that have no
// private link share one on each site.
func (d *drawing) row(procs []model.ProcID) {
	var used [2]bool
	for _, id := range procs {
		outside := id.Beside() || used[id.Side()]
		used[id.Side()] = true
		x := [2][2]int{{columnA, columnB}, {besideA, besideB}}[boolIndex(outside)][id.Side()]
		d.box(x, d.y, id)
	}
	d.y += d.step()
}

func (d *drawing) step() int {
	if d.large {
		return lowRow
	}
	return rowHeight
}

// paired puts two rows into one where there is room beside the boxes.
func (d *drawing) paired(kind model.UnitKind, rows [][]model.ProcID) (all [][]model.ProcID) {
	switch kind {
	case model.UnitAgentPG, model.UnitMRPG, model.UnitVRUPG, model.UnitRouter:
		return rows
	}
	for i := 0; d.large && i < len(rows); i += 2 {
		all = append(all, slices.Concat(rows[i:min(i+2, len(rows))]...))
	}
	if d.large {
		return all
	}
	return rows
}

func boolIndex(b bool) int {
	if b {
		return 1
	}
	return 0
}

// group draws the desktops of a group of agents.
func (d *drawing) group(i int) {
	g := &d.cfg.Groups[i]
	x := (columnA + columnB) / 2
	d.groups = append(d.groups, point{x, d.y})
	fmt.Fprintf(&d.over, `<rect class="box" x="%d" y="%d" width="%d" height="%d" rx="16"/>`+"\n", x, d.y, boxWidth, boxHeight)
	d.text(x+12, d.y+16, "", "agents/"+g.Name)
	d.text(x+12, d.y+31, "small", fmt.Sprintf("%d agents, %s", g.Count, d.cfg.Clients[g.Client].Name))
	d.y += rowHeight
}

// connections draws the links with their numbers.
func (d *drawing) connections() {
	for i, l := range d.links {
		id := model.LinkID(i)
		if !l.Exists(d.units) || l.Kind == model.LinkDialer && d.lines[id] == "" {
			continue // a Dialer's links are drawn where something happens to them
		}
		from, to, class, ok := d.route(l)
		if !ok {
			continue
		}
		hurt := d.lines[id]
		if d.large && hurt == "" && l.Kind != model.LinkPrivate && l.Kind != model.LinkSites {
			d.rest = append(d.rest, d.cfg.LinkName(id))
			continue
		}
		if hurt != "" {
			class += " hit"
		}
		d.marks = append(d.marks, joinedWords(d.cfg.LinkName(id), hurt))
		n := len(d.marks)
		via := d.bend(from, to, n)
		fmt.Fprintf(&d.under, `<path class="%s" d="M%d %d Q%d %d %d %d"><title>%s</title></path>`+"\n", class, from.x, from.y, via.x, via.y, to.x, to.y, xmlText(d.marks[n-1]))
		m := onCurve(from, via, to, 34+8*(n%5)) // numbers should not cover each other
		fmt.Fprintf(&d.over, `<circle class="mark%s" cx="%d" cy="%d" r="9"/><text x="%d" y="%d" class="small" text-anchor="middle">%d</text>`+"\n", hitClass(hurt), m.x, m.y, m.x, m.y+4, n)
	}
}

// bend gives the control point of a link: straight across the sites, around the
// boxes within one.
func (d *drawing) bend(from, to point, n int) point {
	mid := point{(from.x + to.x) / 2, (from.y + to.y) / 2}
	switch {
	case from.x != to.x:
		return mid
	case from.x < drawWidth/2:
		mid.x -= 34 + 12*(n%3)
	default:
		mid.x += 34 + 12*(n%3)
	}
	return mid
}

// onCurve is a point of a quadratic curve at a share, in percent.
func onCurve(a, via, b point, share int) point {
	s, r := share, 100-share
	at := func(a, v, b int) int { return (r*r*a + 2*r*s*v + s*s*b) / 10000 }
	return point{at(a.x, via.x, b.x), at(a.y, via.y, b.y)}
}

func hitClass(hurt string) string {
	if hurt == "" {
		return ""
	}
	return " hit"
}

func joinedWords(a, b string) string {
	if b == "" {
		return a
	}
	return a + " : " + b
}

// route gives the ends of a link in the picture and how it is drawn.
func (d *drawing) route(l model.Link) (from, to point, class string, ok bool) {
	right := func(p point) point { return point{p.x + boxWidth, p.y + boxHeight/2} }
	left := func(p point) point { return point{p.x, p.y + boxHeight/2} }
	a, b := d.at[model.PGProc(l.Pair, model.SideA)], d.at[model.PGProc(l.Pair, model.SideB)]
	own := [2]point{a, b}[l.Side]
	switch l.Kind {
	case model.LinkPrivate:
		return right(a), left(b), "private", true
	case model.LinkPublic:
		router := d.at[model.PGProc(d.unitOf(model.UnitRouter), l.Router)]
		class = "active"
		if l.Side != l.Router {
			class = "idle"
		}
		if l.Side == l.Router {
			return outer(own), outer(router), class, true
		}
		return vertical(own, router), vertical(router, own), class, true
	case model.LinkJTAPI:
		manager := d.at[model.PGProc(d.unitOf(model.UnitCTIManager), l.Side)]
		return outer(own), outer(manager), "active", true
	case model.LinkCTI:
		return point{a.x + boxWidth - 30, a.y + boxHeight}, point{(columnA+columnB)/2 + 40, d.groups[0].y}, "active", len(d.groups) > 0
	case model.LinkDialer:
		needs := d.at[d.cfg.DialerNeeds(l)]
		return vertical(own, needs), vertical(needs, own), "active", true
	case model.LinkDesktop:
		finesse := d.at[model.PGProc(d.unitOf(model.UnitFinesse)+l.Pair, model.SideA)]
		return vertical(finesse, d.groups[l.Index]), vertical(d.groups[l.Index], finesse), "active", true
	case model.LinkSites:
		return point{columnA + boxWidth + 20, d.top + 14}, point{columnB - 20, d.top + 14}, "active", true
	}
	return point{}, point{}, "", false
}

// vertical is the middle of the edge of a box that looks towards another.
func vertical(of, towards point) point {
	p := point{of.x + boxWidth/2, of.y}
	if towards.y > of.y {
		p.y += boxHeight
	}
	return p
}

// outer is the middle of the edge of a main box that looks away from the other
// site.
func outer(of point) point {
	p := point{of.x, of.y + boxHeight/2}
	if of.x > drawWidth/2 {
		p.x += boxWidth
	}
	return p
}

func (d *drawing) unitOf(k model.UnitKind) model.PairID {
	for i := range d.units {
		if d.units[i].Kind == k {
			return model.PairID(i)
		}
	}
	return 0
}

// legend lists the links by their numbers, in columns.
func (d *drawing) legend() {
	d.text(30, d.y, "head", "Links, by the names that a timeline uses")
	d.y += 24
	const columns = 3
	rows := (len(d.marks) + columns - 1) / columns
	for i, m := range d.marks {
		class := "small"
		if strings.Contains(m, " : ") {
			class = "small hurt"
		}
		d.text(30+(i/rows)*400, d.y+(i%rows)*18, class, fmt.Sprintf("%d  %s", i+1, m))
	}
	d.y += rows*18 + 10
	for _, line := range d.undrawn() {
		d.text(30, d.y, "small", line)
		d.y += 18
	}
	d.text(30, d.y, "small", "Thick: private links. Solid: active paths. Dashed: idle paths. Red and thick: what the timeline of this scenario hits.")
	d.y += 24
}

// undrawn tells of the links that a large center has beside those that are drawn,
// a line for each kind.
func (d *drawing) undrawn() (lines []string) {
	for i := 0; i < len(d.rest); {
		kind, _, _ := strings.Cut(d.rest[i], ":")
		n := i
		for n < len(d.rest) && strings.HasPrefix(d.rest[n], kind+":") {
			n++
		}
		lines = append(lines, fmt.Sprintf("Not drawn: %d of %s, from %s to %s", n-i, kind, d.rest[i], d.rest[n-1]))
		i = n
	}
	if len(lines) > 0 {
		lines = append(lines, "All of them stand in the text: --format text.")
	}
	return lines
}
