package model

// VMKind is what the maintenance script makes of the services of a machine.
type VMKind uint8

// Kinds of machines.
const (
	VMOther  VMKind = iota // no service of Unified CCE that the script knows
	VMPG                   // PG services alone
	VMRouter               // the Router alone
	VMLogger               // Logger services alone
	VMRogger               // Router and Logger
	VMAW                   // an AW-HDS
	VMMixed                // services of several of these
)

// String names the kind.
func (k VMKind) String() string {
	return [...]string{"other", "PG", "Router", "Logger", "Rogger", "AW", "mixed"}[k]
}

// VMKind tells what a machine is to the script.
func (c *Config) VMKind(vm int) VMKind {
	units := c.Units()
	var pg, router, logger, aw, other bool
	for _, id := range c.VMs[vm].Procs {
		switch k := units[id.Pair()].Kind; {
		case k.IsPG(), k == UnitDialer:
			pg = true
		case k == UnitRouter && !id.Beside():
			router = true
		case k == UnitRouter, k == UnitCampaign:
			logger = true
		case k == UnitHDS:
			aw = true
		default:
			other = true
		}
	}
	switch {
	case pg && !router && !logger && !aw && !other:
		return VMPG
	case router && logger && !pg && !aw && !other:
		return VMRogger
	case router && !pg && !aw && !other:
		return VMRouter
	case logger && !pg && !aw && !other:
		return VMLogger
	case pg, router, logger:
		return VMMixed
	case aw && !other:
		return VMAW
	}
	return VMOther
}

// scriptOrder is the default order in which the script shuts services down: a
// Dialer needs its MR PG and CTI server while it drains.
func (c *Config) scriptOrder(vm int) []ProcID {
	units := c.Units()
	rank := func(id ProcID) int {
		switch u := &units[id.Pair()]; {
		case id.Beside() && u.Kind == UnitAgentPG, u.Kind == UnitCampaign:
			return -1 // goes with its PG, or with the Logger
		case u.Kind == UnitDialer:
			return 0
		case u.Kind == UnitMRPG:
			return 1
		case u.Kind == UnitAgentPG && c.PGs[u.Number].Type == PGEnterprise:
			return 2
		case u.Kind == UnitVRUPG:
			return 3
		case u.Kind == UnitRouter && id.Beside():
			return 5
		}
		return 4
	}
	var all []ProcID
	for r := range 6 {
		for _, id := range c.VMs[vm].Procs {
			if rank(id) == r {
				all = append(all, id)
			}
		}
	}
	return all
}

// ScriptOrder is the order in which the script shuts the services of a machine
// down.
func (c *Config) ScriptOrder(vm int) []ProcID {
	if order := c.VMs[vm].Order; len(order) > 0 {
		return order
	}
	return c.scriptOrder(vm)
}
