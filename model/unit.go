package model

import "fmt"

// UnitKind is what a row of processes is.
type UnitKind uint8

// Kinds of units. A unit is up to four processes that belong together: two
// sides, and what stands beside each of them.
const (
	UnitAgentPG UnitKind = iota // Agent PG sides, CTI servers beside them
	UnitMRPG
	UnitVRUPG
	UnitRouter     // Routers, Loggers beside them
	UnitFinesse    // the Finesse servers of one Agent PG
	UnitCampaign   // Campaign Managers
	UnitDialer     // SIP Dialers of one Agent PG
	UnitCTIManager // CTI Managers
	UnitCUCM       // call processing of the cluster
	UnitCVP        // one CVP Call Server
	UnitVVB        // one voice browser
	UnitGateway    // one ingress gateway
	UnitHDS        // one AW-HDS
	UnitReporting  // one CVP Reporting Server
	unitKinds
)

// Unit is a duplexed pair, or a single process that stands on one site.
type Unit struct {
	Kind      UnitKind
	Name      string
	Number    int    // among the units of its kind, from 0
	Sides     uint8  // bit 0: there is a side A; bit 1: a side B
	InService bool   // false: configured, but all its processes are down
	PG        PairID // of Finesse and Dialer: the Agent PG they serve
	Lead      Side   // which side leads at the start and where both could: A
}

const bothSides = 1<<SideA | 1<<SideB

// Has tells whether the unit has a process on a side.
func (u *Unit) Has(s Side) bool { return u.Sides>>s&1 == 1 }

// Single tells a unit that is one process from one that is a pair.
func (u *Unit) Single() bool { return u.Sides != bothSides }

// IsPG tells the PGs, which are connected to both Routers.
func (u *Unit) IsPG() bool { return u.Kind.IsPG() }

// IsPG tells the kinds of PGs.
func (k UnitKind) IsPG() bool { return k <= UnitVRUPG }

// Units lists all units of a center. The place of each is its PairID: the
// Agent PGs, the other PGs and the Router, which have a private link, and then
// what has none.
func (c *Config) Units() []Unit {
	var all []Unit
	add := func(k UnitKind, name string, number int, sides uint8, up bool, pg PairID) {
		all = append(all, Unit{k, name, number, sides, up, pg, c.lead})
	}
	for i, pg := range c.PGs {
		add(UnitAgentPG, pg.Name, i, bothSides, pg.InService, PairID(i))
	}
	for i, pg := range c.MRPGs {
		add(UnitMRPG, pg.Name, i, bothSides, pg.InService, 0)
	}
	for i, pg := range c.VRUPGs {
		add(UnitVRUPG, pg.Name, i, pg.sides(), pg.InService, 0)
	}
	add(UnitRouter, "router", 0, bothSides, true, 0)
	for i := range c.PGs {
		add(UnitFinesse, fmt.Sprintf("finesse-%d", i+1), i, bothSides, true, PairID(i))
	}
	add(UnitCampaign, "campaign-manager", 0, bothSides, true, 0)
	add(UnitCTIManager, "cti-manager", 0, bothSides, true, 0)
	add(UnitCUCM, "cucm", 0, 1<<c.lead, true, 0)
	for i, d := range c.Dialers {
		add(UnitDialer, d.Name, i, bothSides, true, d.PG)
	}
	for _, list := range []struct {
		kind  UnitKind
		nodes []Node
	}{{UnitCVP, c.CVPs}, {UnitVVB, c.VVBs}, {UnitGateway, c.Gateways}, {UnitHDS, c.HDSs}, {UnitReporting, c.Reporting}} {
		for i, n := range list.nodes {
			add(list.kind, n.Name, i, 1<<n.Site, true, 0)
		}
	}
	return all
}

// ProcName names a process as scenario files do.
func (c *Config) ProcName(id ProcID) string { return procName(c.Units(), id) }

// ProcName names a process of a list of units.
func ProcName(units []Unit, id ProcID) string { return procName(units, id) }

func procName(units []Unit, id ProcID) string {
	u := &units[id.Pair()]
	switch {
	case id.Beside() && u.Kind == UnitRouter:
		return fmt.Sprintf("logger/%s", id.Side())
	case id.Beside():
		return fmt.Sprintf("cti-%d/%s", u.Number+1, id.Side())
	case u.Single():
		return u.Name
	}
	return fmt.Sprintf("%s/%s", u.Name, id.Side())
}

// hasBeside tells the units with a second process on each side.
func (u *Unit) hasBeside() bool { return u.Kind == UnitAgentPG || u.Kind == UnitRouter }

// Procs lists the processes of the unit, which is number p.
func (u *Unit) Procs(p PairID) (all []ProcID) {
	for s := SideA; s <= SideB; s++ {
		if u.Has(s) {
			all = append(all, pgProc(p, s))
			if u.hasBeside() {
				all = append(all, ctiProc(p, s))
			}
		}
	}
	return all
}
