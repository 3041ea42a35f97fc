package model

import (
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// reference is a center with every kind of part: reachable from both sites.
func reference() *Config {
	cfg := lab(24, 450)
	cfg.MRPGs = []MRPG{{Name: "mr-pg-1", InService: true}}
	cfg.Dialers = []Dialer{{Name: "dialer-1", MRPG: 0}}
	cfg.IVR = must(sim.Exponential(20 * sim.Second))
	for i, s := range []string{"a", "b"} {
		cfg.CVPs = append(cfg.CVPs, Node{Name: "cvp-" + s, Site: Side(i), Ports: None})
		cfg.VVBs = append(cfg.VVBs, Node{Name: "vvb-" + s, Site: Side(i), Ports: None})
		cfg.Gateways = append(cfg.Gateways, Node{Name: "gateway-" + s, Site: Side(i), Ports: None})
		cfg.HDSs = append(cfg.HDSs, Node{Name: "hds-" + s, Site: Side(i), Ports: None})
		cfg.VRUPGs = append(cfg.VRUPGs, VRUPG{Name: "vru-pg-" + s, InService: true, Simplex: true, Side: Side(i), CVPs: []int{i}})
	}
	cfg.Groups[0].Pending = PendingHabit{PerHour: 40, NotReadyShare: 0.8}
	return cfg
}

// named finds a process by its name.
func named(cfg *Config, name string) ProcID {
	units := cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(PairID(i)) {
			if procName(units, id) == name {
				return id
			}
		}
	}
	panic("no process " + name)
}

// linksOf gives the links that a test chooses.
func linksOf(cfg *Config, want func(l Link) bool) (all []LinkID) {
	for i, l := range cfg.Links() {
		if want(l) {
			all = append(all, LinkID(i))
		}
	}
	return all
}

func crash(cfg *Config, names ...string) (levers []Lever) {
	for _, n := range names {
		levers = append(levers, Lever{Verb: VerbCrash, Procs: []ProcID{named(cfg, n)}, At: half})
	}
	return levers
}

func cutLinks(cfg *Config, want func(l Link) bool) []Lever {
	return []Lever{{Verb: VerbCut, Links: linksOf(cfg, want), At: half}}
}

func privateOf(cfg *Config, unit string) func(l Link) bool {
	return func(l Link) bool { return l.Kind == LinkPrivate && cfg.Units()[l.Pair].Name == unit }
}

func betweenSites(l Link) bool {
	return l.Kind == LinkPublic && l.Side != l.Router || l.Kind == LinkSites
}

type levers = func(cfg *Config) []Lever

// unreached cuts a Router off from some PGs, a while before it matters.
func unreached(cfg *Config, router Side, pgs ...string) []Lever {
	l := cutLinks(cfg, func(l Link) bool {
		return l.Kind == LinkPublic && l.Router == router && slices.Contains(pgs, cfg.Units()[l.Pair].Name)
	})
	l[0].At = half - 20*sim.Second
	return l
}

func lasting(l []Lever) []Lever {
	for i := range l {
		l[i].Stay = true
	}
	return l
}

func crashOf(n ...string) levers { return func(cfg *Config) []Lever { return crash(cfg, n...) } }

// Calls that come in at a side whose Router does not run are taken by the gateway;
// those of the other side are routed.
func TestNewCallsAtADisabledSide(t *testing.T) {
	cfg := reference()
	l := append(lasting(crash(cfg, "mr-pg-1/B")), cutLinks(cfg, func(l Link) bool { return betweenSites(l) || l.Kind == LinkPrivate })...)
	l[0].At = half - 20*sim.Second
	w, f := run(t, at(cfg, l...), 1)
	require.Equal(t, RoleIsolatedDisabled, w.procs[w.routerID(SideB)].Role)
	defaulted, answered := 0, 0
	before := map[uint32]bool{}
	for _, x := range f.all {
		switch {
		case x.T < half+5*sim.Second:
			before[x.Subject] = before[x.Subject] || x.Kind == FactOffered
		case before[x.Subject]: // it was in the system when it happened
		case x.Kind == FactDefaultRouted:
			require.Equal(t, SideB, cfg.Gateways[x.Subject%2].Site, "call %d came in at side A", x.Subject)
			defaulted++
		case x.Kind == FactAnswered:
			require.Equal(t, SideA, cfg.Gateways[x.Subject%2].Site, "call %d came in at side B", x.Subject)
			answered++
		}
	}
	require.Greater(t, defaulted, 20)
	require.Greater(t, answered, 20)
}

// Without the public network between the sites a gateway has only the Call Servers
// of its own site.
func TestNoCallServerAcrossANetworkThatIsGone(t *testing.T) {
	cfg := reference()
	l := append(lasting(crash(cfg, "cvp-b")), cutLinks(cfg, func(l Link) bool { return l.Kind == LinkSites })...)
	_, f := run(t, at(cfg, l...), 1)
	defaulted := map[Side]int{}
	for _, x := range f.all {
		if x.T > half && x.Kind == FactDefaultRouted {
			defaulted[cfg.Gateways[x.Subject%2].Site]++
		}
	}
	require.Greater(t, defaulted[SideB], 50)
	require.Zero(t, defaulted[SideA])
}

// The reason of a sign-out is that of the part that failed.
func TestReasonsOfSignOuts(t *testing.T) {
	for name, want := range map[string]uint32{"agent-pg-1/A": 50002, "cti-manager/A": 50002, "cucm": 50003} {
		cfg := reference()
		_, f := run(t, at(cfg, crash(cfg, name)...), 1)
		out := f.first(FactSignedOut)
		require.NotNil(t, out, name)
		require.Equal(t, want, out.Aux, name)
	}
}

// Each row is a row of a table of what practitioners and the vendor's guides say of
// a failure: what is lost at it (kinds that must be there), what must not be, and who
// serves half a minute later.
func TestTheTablesOfTheDuplex(t *testing.T) {
	type roles map[string]Role
	const signIn, context, split, control, pending = LossSignIn, LossContext, LossSplitRecord, LossControl, LossPendingState
	for _, row := range []struct {
		name  string
		do    levers
		lost  []LossKind // and nothing else but lost events
		roles roles
		after sim.Time // half a minute where nothing is said
	}{
		// Private network lost, public up.
		{"1.4 the Routers' private link: A goes on, B tests and stops", func(c *Config) []Lever { return cutLinks(c, privateOf(c, "router")) }, nil,
			roles{"router/A": RoleIsolatedEnabled, "router/B": RoleIsolatedDisabled, "agent-pg-1/A": RoleActive, "logger/B": RoleIsolated}, 0},
		{"1.4 a PG's private link: the heavier side goes on", func(c *Config) []Lever { return cutLinks(c, privateOf(c, "agent-pg-1")) }, nil,
			roles{"agent-pg-1/A": RoleActive, "agent-pg-1/B": RoleIsolated}, 0},
		{"1.4 an MR PG's private link", func(c *Config) []Lever { return cutLinks(c, privateOf(c, "mr-pg-1")) }, nil,
			roles{"mr-pg-1/A": RoleActive, "mr-pg-1/B": RoleIsolated}, 0},
		{"1.4 A without majority stops; B tests, finds it stopped and runs", func(c *Config) []Lever {
			return append(cutLinks(c, privateOf(c, "router")), unreached(c, SideA, "mr-pg-1", "vru-pg-a", "vru-pg-b")...)
		}, nil, roles{"router/A": RoleIsolatedDisabled, "router/B": RoleIsolatedEnabled, "agent-pg-1/A": RoleActive, "logger/A": RoleIsolated, "logger/B": RoleActive}, 0},
		{"1.4 B without majority stops", func(c *Config) []Lever {
			return append(cutLinks(c, privateOf(c, "router")), unreached(c, SideB, "vru-pg-a", "vru-pg-b")...)
		}, nil, roles{"router/A": RoleIsolatedEnabled, "router/B": RoleIsolatedDisabled}, 0},
		{"1.4 neither has it", func(c *Config) []Lever {
			return append(append(cutLinks(c, privateOf(c, "router")), unreached(c, SideA, "mr-pg-1", "vru-pg-a", "vru-pg-b")...), unreached(c, SideB, "vru-pg-a", "vru-pg-b")...)
		}, []LossKind{LossRoutingDialog}, roles{"router/A": RoleIsolatedDisabled, "router/B": RoleIsolatedDisabled, "agent-pg-1/A": RoleActive}, 0},
		{"1.4 duplex again when the link is back", func(c *Config) []Lever {
			l := cutLinks(c, privateOf(c, "router"))
			heal := l[0]
			heal.Verb, heal.At = VerbHeal, half+sim.Minute
			return append(l, heal)
		}, nil, roles{"router/A": RolePairedEnabled, "router/B": RolePairedDisabled, "logger/B": RoleActive}, 3 * sim.Minute},
		{"1.4 a PG before 7.5(10): A goes on, and agents sign in again if B was active", func(c *Config) []Lever {
			c.Policies.PrivateLoss = WinnerA
			l := append(crash(c, "agent-pg-1/A"), cutLinks(c, privateOf(c, "agent-pg-1"))...)
			l[0].At = half - 4*sim.Minute
			return l
		}, []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/A": RoleActive, "agent-pg-1/B": RoleIsolated}, 0},
		// Public network lost between sites, private up.
		{"1.5 no PG and no Router fails over; the far half of the desktops moves", func(c *Config) []Lever { return cutLinks(c, betweenSites) }, []LossKind{pending, control, LossUndeliverable, LossCall},
			roles{"router/A": RolePairedEnabled, "router/B": RolePairedDisabled, "agent-pg-1/A": RoleActive}, 0},
		// Both lost.
		{"1.6 between the sites: each Router has the local PG sides and runs", func(c *Config) []Lever {
			return cutLinks(c, func(l Link) bool { return betweenSites(l) || l.Kind == LinkPrivate })
		}, []LossKind{pending, control, LossUndeliverable, LossCall}, roles{"router/A": RoleIsolatedEnabled, "router/B": RoleIsolatedEnabled, "agent-pg-1/A": RoleActive, "agent-pg-1/B": RoleActive}, 0},
		{"1.6 within a site: that site is down", func(c *Config) []Lever {
			return []Lever{{Verb: VerbCrash, Procs: []ProcID{named(c, "router/A"), named(c, "agent-pg-1/A"), named(c, "mr-pg-1/A")}, At: half, Dark: true, Stay: true}}
		}, []LossKind{pending, control, context, split, signIn}, roles{"router/B": RoleIsolatedEnabled, "agent-pg-1/B": RoleActive, "mr-pg-1/B": RoleActive}, 0},
		{"1.6 side B restarts when the networks return, and follows", func(c *Config) []Lever {
			l := cutLinks(c, func(l Link) bool { return betweenSites(l) || l.Kind == LinkPrivate })
			heal := l[0]
			heal.Verb, heal.At = VerbHeal, half+5*sim.Second
			return append(l, heal)
		}, nil, roles{"router/A": RolePairedEnabled, "router/B": RolePairedDisabled, "agent-pg-1/A": RoleActive, "agent-pg-1/B": RoleStandby}, 2 * sim.Minute},
		{"1.6 a side without majority routes no new calls: the gateway takes them", func(c *Config) []Lever {
			l := append(lasting(crash(c, "mr-pg-1/B")), cutLinks(c, func(l Link) bool { return betweenSites(l) || l.Kind == LinkPrivate })...)
			l[0].At = half - 20*sim.Second
			return l
		}, []LossKind{pending, control, LossRoutingDialog, LossCall}, roles{"router/A": RoleIsolatedEnabled, "router/B": RoleIsolatedDisabled}, 0},
		// Combinations of the Central Controller; more in TestCentralControllerCombinations.
		{"1.7 one Logger: nothing visible", crashOf("logger/A"), nil, roles{"logger/B": RoleActive, "router/A": RolePairedEnabled}, 0},
		{"1.7 one Router", crashOf("router/A"), nil, roles{"router/B": RoleIsolatedEnabled, "campaign-manager/A": RoleStandby}, 0},
		{"1.7 Router on one side and Logger on the other: nobody writes", func(c *Config) []Lever { return lasting(crash(c, "router/A", "logger/B")) }, nil,
			roles{"router/B": RoleIsolatedEnabled, "logger/A": RoleIsolated, "logger/B": RoleDown, "campaign-manager/B": RoleActivating}, 0},
		{"1.7 both Loggers: routing from memory", func(c *Config) []Lever { return lasting(crash(c, "logger/A", "logger/B")) }, nil,
			roles{"router/A": RolePairedEnabled, "hds-a": RoleIsolated}, 0},
		{"1.7 both Routers: routing stops", func(c *Config) []Lever { return lasting(crash(c, "router/A", "router/B")) }, []LossKind{LossRoutingDialog},
			roles{"agent-pg-1/A": RoleActive, "logger/A": RoleIsolated}, 0},
		{"1.7 a Router that is back takes over the state, then its Logger does", crashOf("router/B"), nil, roles{"router/A": RolePairedEnabled, "router/B": RolePairedDisabled, "logger/B": RoleActive}, 3 * sim.Minute},
		// Failover of each component.
		{"2 Router, the survivor without majority: stops", func(c *Config) []Lever {
			return append(lasting(crash(c, "router/A")), unreached(c, SideB, "vru-pg-a", "vru-pg-b")...)
		}, []LossKind{LossRoutingDialog}, roles{"router/B": RoleIsolatedDisabled, "agent-pg-1/A": RoleActive}, 0},
		{"2 PIM - CUCM link: as a PG crash, the peer's PIM activates", func(c *Config) []Lever {
			return cutLinks(c, func(l Link) bool { return l.Kind == LinkJTAPI && l.Side == SideA })
		}, []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/B": RoleActive}, sim.Minute},
		{"2 no component fails back by itself", crashOf("agent-pg-1/A"), []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/A": RoleStandby, "agent-pg-1/B": RoleActive}, 3 * sim.Minute},
		{"2 Router, duplex", crashOf("router/B"), nil, roles{"router/A": RoleIsolatedEnabled}, 0},
		{"2 Agent PG side", crashOf("agent-pg-1/A"), []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/B": RoleActive, "cti-1/B": RoleActive}, 0},
		{"2 CTI server only", crashOf("cti-1/A"), []LossKind{control}, roles{"agent-pg-1/A": RoleActive, "cti-1/B": RoleActive}, 0},
		{"2 Finesse server", crashOf("finesse-1/A"), []LossKind{pending, control}, roles{"finesse-1/B": RoleActive, "agent-pg-1/A": RoleActive}, 0},
		{"2 CTI Manager: the PG side switches, and does not fail back", crashOf("cti-manager/A"), []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/B": RoleActive, "agent-pg-1/A": RoleSyncing}, 0},
		{"2 CUCM: the PG does not fail over", crashOf("cucm"), []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/A": RoleActive, "agent-pg-1/B": RoleStandby}, 0},
		{"2 VRU PG: calls come back as new", crashOf("vru-pg-a"), []LossKind{LossRoutingDialog, split}, roles{"agent-pg-1/A": RoleActive, "vru-pg-b": RoleActive}, 0},
		{"2 CVP SIP service: default-routed, talks go on", crashOf("cvp-a"), []LossKind{LossRoutingDialog}, roles{"cvp-b": RoleActive}, 0},
		{"2 Call Server stopped without draining: all its calls end", func(c *Config) []Lever {
			return []Lever{{Verb: VerbStop, Procs: []ProcID{named(c, "cvp-a")}, At: half}}
		}, []LossKind{LossCall}, roles{"cvp-a": RoleDown}, 0},
		{"2 voice browser: its calls drop", crashOf("vvb-a"), []LossKind{LossCall}, roles{"vvb-b": RoleActive}, 0},
		{"2 ingress gateway: its calls are gone", crashOf("gateway-a"), []LossKind{LossCall}, roles{"gateway-b": RoleActive}, 0},
		{"2 MR PG", crashOf("mr-pg-1/A"), nil, roles{"mr-pg-1/B": RoleActive}, 0},
		{"2 Dialer: the warm standby is activated", crashOf("dialer-1/A"), nil, roles{"dialer-1/B": RoleActive}, 0},
		{"2 Campaign Manager: the standby takes a minute", crashOf("campaign-manager/A"), nil, roles{"campaign-manager/B": RoleActivating}, 0},
		{"2 AW-HDS: others can be read", crashOf("hds-a"), nil, roles{"hds-b": RoleActive}, 0},
		{"2 Agent PG on one side and CTI Manager on the other: no agents", func(c *Config) []Lever {
			l := append(crash(c, "cti-manager/B"), crash(c, "agent-pg-1/A")...)
			l[0].Stay, l[1].Stay = true, true
			return l
		}, []LossKind{pending, control, context, split, signIn}, roles{"agent-pg-1/A": RoleDown, "agent-pg-1/B": RoleIsolated}, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			cfg := reference()
			at(cfg, row.do(cfg)...)
			w, err := New(cfg, 1, 0)
			require.NoError(t, err)
			f := &facts{}
			w.SetSink(f)
			require.NoError(t, w.RunUntil(half-1))
			require.Positive(t, w.census.Held, "nothing is pending: the row shows nothing")
			if row.after == 0 {
				row.after = 30 * sim.Second
			}
			require.NoError(t, w.RunUntil(half+row.after))
			for name, want := range row.roles {
				require.Equal(t, want, w.procs[named(cfg, name)].Role, name)
			}
			lost := f.losses()
			delete(lost, LossEvent)
			for _, kind := range row.lost {
				require.Positive(t, lost[kind], "%v must be lost", kind)
				delete(lost, kind)
			}
			delete(lost, LossUndeliverable) // calls that were on their way when it happened
			require.Empty(t, lost)
			require.NoError(t, w.Run())
		})
	}
}
