package scenarios

import (
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// place is what a target names: processes in the order in which a lever takes
// them, or links.
type place struct {
	procs []model.ProcID
	links []model.LinkID
	from  uint8 // of links: directions, 0 = both
	unit  model.PairID
	group int  // of desktops, counted from 1; 0 = none
	dark  bool // a machine or a site: nobody closes its connections
}

// place finds what a target names.
func (c *compiler) place(t format.Target) (place, bool) {
	switch t.Kind {
	case format.TargetLink:
		return c.linkPlace(t)
	case format.TargetSite:
		return c.sitePlace(t)
	case format.TargetVM:
		return c.vmPlace(t)
	case format.TargetDesktops:
		return c.desktopPlace(t)
	}
	return c.processPlace(t)
}

// processPlace finds a process or both sides of a unit.
func (c *compiler) processPlace(t format.Target) (place, bool) {
	units := c.cfg.Units()
	names := processNames(units)
	both := t.Kind == format.TargetUnit
	var at place
	for i := range units {
		u, p := &units[i], model.PairID(i)
		for _, id := range u.Procs(p) {
			name := c.cfg.ProcName(id)
			alone := u.Single() && t.Name == u.Name && (both || u.Has(model.Side(t.Side)))
			if alone || name == t.Name+"/"+model.Side(t.Side).String() && !both || both && strings.HasPrefix(name, t.Name+"/") && !u.Single() {
				at.procs, at.unit = append(at.procs, id), p
			}
		}
	}
	if len(at.procs) == 0 {
		c.Add(t.Pos, "unknown target %q; %s", t.Text, format.Suggest(t.Text, names))
		return place{}, false
	}
	return at, true
}

// processNames lists all processes and pairs, for messages.
func processNames(units []model.Unit) (names []string) {
	cfgNames := map[string]bool{}
	for i := range units {
		for _, id := range units[i].Procs(model.PairID(i)) {
			full := model.ProcName(units, id)
			names = append(names, full)
			if name, _, pair := strings.Cut(full, "/"); pair && !cfgNames[name] {
				cfgNames[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// desktopPlace is the desktops of a group.
func (c *compiler) desktopPlace(t format.Target) (place, bool) {
	var names []string
	for i, g := range c.cfg.Groups {
		if g.Name == t.Name {
			return place{group: i + 1, unit: g.PG}, true
		}
		names = append(names, g.Name)
	}
	c.Add(t.Pos, "unknown group of agents %q; %s", t.Name, format.Suggest(t.Name, names))
	return place{}, false
}

// sitePlace is all processes of a site.
func (c *compiler) sitePlace(t format.Target) (place, bool) {
	at := place{dark: true}
	units := c.cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(model.PairID(i)) {
			if id.Side() == model.Side(t.Side) && units[i].Kind != model.UnitCUCM {
				at.procs = append(at.procs, id)
			}
		}
	}
	at.unit = c.routerUnit()
	return at, true
}

func (c *compiler) routerUnit() model.PairID {
	units := c.cfg.Units()
	return model.PairID(slices.IndexFunc(units, func(u model.Unit) bool { return u.Kind == model.UnitRouter }))
}

// vmPlace is the services of a virtual machine.
func (c *compiler) vmPlace(t format.Target) (place, bool) {
	var names []string
	for _, vm := range c.cfg.VMs {
		if vm.Name == t.Name {
			at := place{procs: vm.Procs, dark: true}
			if len(vm.Procs) > 0 {
				at.unit = vm.Procs[0].Pair()
			}
			return at, true
		}
		names = append(names, vm.Name)
	}
	c.Add(t.Pos, "unknown virtual machine %q; %s", t.Name, format.Suggest(t.Name, names))
	return place{}, false
}

// linkPlace finds links by what they join: one, or all of a kind.
func (c *compiler) linkPlace(t format.Target) (place, bool) {
	want, from := direction(t.Name)
	var at place
	var names []string
	units := c.cfg.Units()
	for i, l := range c.cfg.Links() {
		if !l.Exists(units) {
			continue
		}
		name := strings.TrimPrefix(c.cfg.LinkName(model.LinkID(i)), "link/")
		names = append(names, name)
		if name != want && !strings.HasPrefix(name, want+":") && !strings.HasPrefix(name, want+"/") {
			continue
		}
		if want == "public" && l.Kind == model.LinkPublic && l.Side == l.Router {
			continue // link/public is the network between the sites
		}
		if len(at.links) == 0 {
			at.unit = l.Pair
		}
		at.links = append(at.links, model.LinkID(i))
	}
	if len(at.links) == 0 {
		for i := range names {
			names[i] = "link/" + names[i]
		}
		c.Add(t.Pos, "unknown link %q; %s", t.Text, format.Suggest("link/"+want, names))
		return place{}, false
	}
	at.from = from
	return at, true
}

// direction takes the direction off the name of a link: private:NAME:A>B, or
// public:PG/S>router/R for one way of a public link.
func direction(name string) (link string, from uint8) {
	for way, mask := range map[string]uint8{":A>B": 1 << model.SideA, ":B>A": 1 << model.SideB} {
		if rest, ok := strings.CutSuffix(name, way); ok {
			return rest, mask
		}
	}
	if kind, ends, ok := strings.Cut(name, ":"); ok && kind == "public" {
		if first, second, one := strings.Cut(ends, ">"); one {
			if strings.HasPrefix(first, "router/") {
				return kind + ":" + second + ":" + first, 2
			}
			return kind + ":" + first + ":" + second, 1
		}
	}
	return name, 0
}

// agentPG finds an Agent PG by its name.
func (c *compiler) agentPG(t format.Target) model.PairID {
	names := c.pgNames()
	i := slices.Index(names, t.Name)
	if i < 0 {
		c.Add(t.Pos, "unknown Agent PG %q; %s", t.Name, format.Suggest(t.Name, names))
		return 0
	}
	return model.PairID(i)
}

// possible refuses a verb that fits the form of a target but not what it is.
func (c *compiler) possible(v model.Verb, t format.Target, at place) bool {
	units := c.cfg.Units()
	switch v {
	case model.VerbMaintenance, model.VerbCancel:
		if t.Kind == format.TargetUnit && !units[at.unit].Single() && len(at.procs) > 1 {
			c.Add(t.Pos, "%s acts on one side: write %s/A or %s/B", v, t.Text, t.Text)
			return false
		}
		switch k := units[at.unit].Kind; {
		case k == model.UnitAgentPG && at.procs[0].Beside():
			c.Add(t.Pos, "the CG service shuts down with its PG: write the PG side, such as agent-pg-1/A")
			return false
		case k.IsPG(), k == model.UnitRouter, k == model.UnitDialer, k == model.UnitCampaign, k == model.UnitHDS:
			return true // what has no maintenance mode rejects the request
		case k == model.UnitCVP:
			c.Add(t.Pos, "the service controller shuts a Call Server down gracefully: write do: drain")
			return false
		}
		c.Add(t.Pos, "%s acts on the services of Unified CCE, such as agent-pg-1/A, mr-pg-1/A, dialer-1/A and router/A; stop %s instead", v, t.Text)
		return false
	case model.VerbReject:
		switch k := units[at.unit].Kind; {
		case len(at.procs) != 1:
			c.Add(t.Pos, "fail acts on one side: write %s/A or %s/B", t.Text, t.Text)
			return false
		case k == model.UnitAgentPG && !at.procs[0].Beside(), k == model.UnitMRPG, k == model.UnitRouter, k == model.UnitDialer: // a Logger rejects the script
			return true
		}
		c.Add(t.Pos, "%s has no maintenance mode, so there is no request that it could reject", t.Text)
		return false
	case model.VerbDrain:
		if units[at.unit].Kind != model.UnitCVP {
			c.Add(t.Pos, "drain acts on a CVP Call Server, where the service controller runs, such as cvp-a; stop %s instead", t.Text)
			return false
		}
	case model.VerbDelay, model.VerbLose:
		for _, l := range at.links {
			if k := c.cfg.Links()[l].Kind; k != model.LinkPrivate && k != model.LinkPublic {
				c.Add(t.Pos, "%s acts on private and public links; cut or flap %s instead", v, t.Text)
				return false
			}
		}
	case model.VerbPause, model.VerbResume, model.VerbCrash, model.VerbStop, model.VerbRestart, model.VerbStart:
		if t.Kind == format.TargetUnit && !units[at.unit].Single() && len(at.procs) > 1 {
			c.Add(t.Pos, "%s acts on one side: write %s/A or %s/B", v, t.Text, t.Text)
			return false
		}
	}
	return true
}
