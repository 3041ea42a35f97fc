package reports

import (
	"fmt"
	"io"
	"strings"

	"ccsim/model"
)

// topology is what both pictures of a center are drawn from: processes, links,
// and what the timeline does to each.
type topology struct {
	cfg   *model.Config
	units []model.Unit
	links []model.Link
	procs map[model.ProcID]string // what happens to it
	lines map[model.LinkID]string
}

func newTopology(cfg *model.Config, at func(*model.Lever) string) *topology {
	t := &topology{cfg: cfg, units: cfg.Units(), links: cfg.Links(), procs: map[model.ProcID]string{}, lines: map[model.LinkID]string{}}
	for n, i := range Faults(cfg) {
		l := &cfg.Levers[i]
		mark := fmt.Sprintf("%s %s %s", FaultLabel(n), l.Verb, at(l))
		for _, id := range l.Procs {
			t.procs[id] = joined(t.procs[id], mark)
		}
		for _, link := range l.Links {
			t.lines[link] = joined(t.lines[link], mark+way(uint32(l.From)))
		}
	}
	return t
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// ends names what a link joins.
func (t *topology) ends(l model.Link) (a, b string) {
	name := func(s model.Side) string { return t.cfg.ProcName(model.PGProc(l.Pair, s)) }
	switch l.Kind {
	case model.LinkPrivate:
		if u := &t.units[l.Pair]; u.Single() {
			return t.cfg.ProcName(u.Procs(l.Pair)[0]), "no peer"
		}
		return name(model.SideA), name(model.SideB)
	case model.LinkPublic:
		return name(l.Side), fmt.Sprintf("router/%s", l.Router)
	case model.LinkJTAPI:
		return name(l.Side), fmt.Sprintf("cti-manager/%s", l.Side)
	case model.LinkCTI:
		return t.cfg.Clients[l.Index].Name, fmt.Sprintf("cti-%d/A, cti-%d/B", t.units[l.Pair].Number+1, t.units[l.Pair].Number+1)
	case model.LinkSites:
		return "site A", "site B"
	case model.LinkDialer:
		return name(l.Side), model.DialerNeed(l)
	}
	return "desktops/" + t.cfg.Groups[l.Index].Name, t.cfg.Clients[t.cfg.Groups[l.Index].Client].Name
}

// carries says what goes over a link.
func carries(l model.Link, u *model.Unit) string {
	switch l.Kind {
	case model.LinkPrivate:
		if u.Kind == model.UnitRouter {
			return "order of inputs, state, keep-alives of the Routers"
		}
		return "state and keep-alives of the PG sides"
	case model.LinkPublic:
		if l.Side == l.Router {
			return "active path of the side"
		}
		return "idle path of the side"
	case model.LinkJTAPI:
		return "phones of the PG"
	case model.LinkCTI:
		return "sessions of the client"
	case model.LinkSites:
		return "all else between the sites"
	case model.LinkDialer:
		return [...]string{"records of its campaigns", "states of its agents", "its calls", "reservations"}[l.Index]
	}
	return "desktops of the group"
}

// TopologyText draws the center as tables: machines with their services, and
// every link by the name that a timeline uses.
func TopologyText(w io.Writer, cfg *model.Config, at func(*model.Lever) string) {
	t := newTopology(cfg, at)
	p := textPrinter{w}
	machines := &grid{title: "Machines and services", head: []string{"machine", "service", "at the start", "in this scenario"}, left: 4}
	for _, vm := range cfg.VMs {
		name := "vm/" + vm.Name
		for _, id := range vm.Procs {
			machines.add(name, cfg.ProcName(id), cfg.FirstRole(id).String(), t.procs[id])
			name = ""
		}
	}
	p.table(machines)
	links := &grid{title: "Links", head: []string{"target", "from A or the PG", "to B or the other", "carries", "in this scenario"}, left: 5}
	for i, l := range t.links {
		if l.Exists(t.units) {
			a, b := t.ends(l)
			links.add(cfg.LinkName(model.LinkID(i)), a, b, carries(l, &t.units[l.Pair]), t.lines[model.LinkID(i)])
		}
	}
	links.note = "One way: link/private:router:A>B, link/public:agent-pg-1/A>router/B. All private links: link/private; between the sites: link/public."
	p.table(links)
	groups := &grid{title: "Agents", head: []string{"agents", "number", "Agent PG", "client", "desktops"}, left: 5}
	for _, g := range cfg.Groups {
		site := "both sites"
		if g.HasSite {
			site = "site " + g.Site.String()
		}
		groups.add("agents/"+g.Name, fmt.Sprint(g.Count), cfg.PGs[g.PG].Name, cfg.Clients[g.Client].Name, site)
	}
	p.table(groups)
}

// TopologySVG draws the center as a picture: sites side by side, parts in layers,
// links with numbers that a list below explains. What the timeline hits is marked.
func TopologySVG(w io.Writer, cfg *model.Config, title string, at func(*model.Lever) string) error {
	d := newDrawing(newTopology(cfg, at), title)
	_, err := io.WriteString(w, d.svg())
	return err
}

func (d *drawing) svg() string {
	d.layers()
	d.connections()
	d.legend()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">`+"\n%s\n",
		drawWidth, d.y, drawWidth, d.y, xmlText(d.title), drawStyle)
	fmt.Fprintf(&b, `<rect class="paper" width="%d" height="%d"/>`+"\n", drawWidth, d.y)
	b.WriteString(d.under.String())
	b.WriteString(d.over.String())
	b.WriteString("</svg>\n")
	return b.String()
}
