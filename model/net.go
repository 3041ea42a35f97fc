package model

import (
	"fmt"

	"ccsim/sim"
)

// LinkKind is what a link joins.
type LinkKind uint8

// Kinds of links.
const (
	LinkPrivate LinkKind = iota // the two sides of a PG or of the Router
	LinkPublic                  // a PG side and a Router
	LinkJTAPI                   // an Agent PG side and its CTI Manager
	LinkCTI                     // a CTI client and the CTI servers of its PG
	LinkDesktop                 // the desktops of a group and their Finesse servers
	LinkSites                   // everything else that crosses the public network between the sites
	LinkDialer                  // a Dialer side and something that it needs
)

// Link says what a link joins. For a public link Side is the PG's and Router
// the Router's; a private link has neither.
type Link struct {
	Kind   LinkKind
	Pair   PairID
	Side   Side
	Router Side
	Index  int // of a client or a group; of a Dialer's link what it carries
}

// Exists tells a link from the place of one: a unit of one process has no private
// link, and none from the side that it does not have.
func (l Link) Exists(units []Unit) bool {
	switch u := &units[l.Pair]; l.Kind {
	case LinkPrivate:
		return !u.Single()
	case LinkPublic:
		return u.Has(l.Side)
	}
	return true
}

// linkName is how scenario files name the link.
func (c *Config) linkName(units []Unit, l Link) string {
	switch l.Kind {
	case LinkPrivate:
		return "link/private:" + units[l.Pair].Name
	case LinkPublic:
		return fmt.Sprintf("link/public:%s/%s:router/%s", units[l.Pair].Name, l.Side, l.Router)
	case LinkJTAPI:
		return fmt.Sprintf("link/jtapi:%s/%s", units[l.Pair].Name, l.Side)
	case LinkSites:
		return "link/public:sites"
	case LinkDialer:
		return fmt.Sprintf("link/%s:%s/%s", [...]string{"campaign", "cti", "sip", "mr"}[l.Index], units[l.Pair].Name, l.Side)
	case LinkCTI:
		return "link/cti:" + c.clientName(l.Index)
	}
	return "link/desktop:" + c.Groups[l.Index].Name
}

// clientName is the name of a CTI client, with its PG where several have one of
// that name.
func (c *Config) clientName(i int) string {
	own := c.Clients[i]
	for k := range c.Clients {
		if k != i && c.Clients[k].Name == own.Name {
			return own.Name + ":" + c.PGs[own.PG].Name
		}
	}
	return own.Name
}

// LinkName is how scenario files name a link.
func (c *Config) LinkName(id LinkID) string { return c.linkName(c.Units(), c.Links()[id]) }

// Links lists all links of a center; the place of each is its LinkID. Private
// links come first, in the order of their units.
func (c *Config) Links() []Link {
	var private, public, jtapi, rest []Link
	for i, u := range c.Units() {
		p := PairID(i)
		if u.IsPG() || u.Kind == UnitRouter {
			private = append(private, Link{Kind: LinkPrivate, Pair: p})
		}
		if u.IsPG() {
			for n := range 4 {
				public = append(public, Link{Kind: LinkPublic, Pair: p, Side: Side(n / 2), Router: Side(n % 2)})
			}
		}
		if u.Kind == UnitAgentPG {
			jtapi = append(jtapi, Link{Kind: LinkJTAPI, Pair: p}, Link{Kind: LinkJTAPI, Pair: p, Side: SideB})
		}
	}
	for i, client := range c.Clients {
		rest = append(rest, Link{Kind: LinkCTI, Pair: client.PG, Index: i})
	}
	for i, g := range c.Groups {
		rest = append(rest, Link{Kind: LinkDesktop, Pair: g.PG, Index: i})
	}
	router := routerOf(c.Units())
	rest = append(rest, Link{Kind: LinkSites, Pair: router})
	for i, u := range c.Units() {
		for n := 0; u.Kind == UnitDialer && n < 8; n++ {
			rest = append(rest, Link{Kind: LinkDialer, Pair: PairID(i), Side: Side(n / 4), Index: n % 4})
		}
	}
	return append(append(append(private, public...), jtapi...), rest...)
}

// watch is a direction of a link on which keep-alives run: who sends them, who
// listens, and how often.
type watch struct {
	Sender   ProcID
	Observer ProcID
	Every    sim.Time
	Limit    sim.Time // silence after the last one heard
	Latency  sim.Time
	Key      uint64 // of the draws of loss and phase
}

// crossSite tells whether the ends of a link stand on different sites.
func (l *Link) crossSite() bool {
	return l.Kind == LinkPrivate || l.Kind == LinkPublic && l.Side != l.Router
}

// watches lists the directions on which keep-alives run. They are the first
// LineIDs.
func (c *Config) watches(units []Unit, links []Link) []watch {
	var all []watch
	t := &c.Timers
	private := 0
	for _, l := range links {
		if l.Kind == LinkPrivate {
			private += 2
		}
	}
	for _, l := range links {
		switch l.Kind {
		case LinkPrivate:
			for s := SideA; s <= SideB; s++ {
				id := pgProc(l.Pair, s)
				all = append(all, watch{id, id ^ 1, t.PrivateHeartbeat, t.PrivateHeartbeat * sim.Time(t.PrivateMisses), c.Latency.Private, uint64(id ^ ProcID(c.lead))})
			}
		case LinkPublic:
			pg, router := pgProc(l.Pair, l.Side), pgProc(routerOf(units), l.Router)
			w := watch{pg, router, t.PublicHeartbeat, t.PublicHeartbeat * sim.Time(t.PublicMisses), max(c.publicLatency(l), 1), 0}
			for range 2 {
				w.Key = 1<<24 + uint64(private+((len(all)-private)^(6*int(c.lead)))) // a mirrored link has the key of its image
				all = append(all, w)
				w.Sender, w.Observer = w.Observer, w.Sender
			}
		}
	}
	return all
}

// publicLatency is the one-way time of a message between a PG side and a
// Router: across sites it is longer.
func (c *Config) publicLatency(l Link) sim.Time {
	if l.crossSite() {
		return max(c.Latency.Public, c.Latency.Cross)
	}
	return c.Latency.Public
}

func routerOf(units []Unit) PairID {
	for p := range units {
		if units[p].Kind == UnitRouter {
			return PairID(p)
		}
	}
	return 0
}

// LineRow is the state of one direction of a link.
type LineRow struct {
	Extra sim.Time // delay on top of the latency
	Loss  float64  // share of keep-alives that do not arrive
	Gen   uint32   // cuts so far
	Cause uint32   // lever that disturbed it last
	Flap  uint32   // lever by which the link flaps, or 0; kept in the first direction
	Down  bool
}

// WatchRow is what the listener of a direction knows, and what is under way.
type WatchRow struct {
	Beats     direction
	LastHeard sim.Time
	Synced    sim.Time // keep-alives before this have been accounted for
	Origin    sim.Time // grid of the sender's keep-alives
	Plan      uint32   // generation of the one planned conclusion
	Up        bool     // the listener believes that the sender is there
}

// privateLine is the direction of a private link by its sender.
func privateLine(id ProcID) LineID { return LinkID(id.Pair()).Line(int(id.Side())) }

// heardBy is the direction of the private link on which a side hears its peer.
func heardBy(id ProcID) LineID { return privateLine(id ^ 1) }

// peerUp is what a side believes of its peer.
func (w *World) peerUp(id ProcID) bool { return w.watch[heardBy(id)].Up }

// linked tells whether messages pass a private link in both directions.
func (w *World) linked(p PairID) bool {
	return !w.lines[LinkID(p).Line(0)].Down && !w.lines[LinkID(p).Line(1)].Down
}

// publicLink is the link between a PG side and a Router.
func (w *World) publicLink(id ProcID, router Side) LinkID {
	return w.top.public + LinkID(id.Pair())*4 + LinkID(id.Side())*2 + LinkID(router)
}

// joined tells whether messages pass a link in both directions.
func (w *World) joined(l LinkID) bool { return !w.lines[l.Line(0)].Down && !w.lines[l.Line(1)].Down }
