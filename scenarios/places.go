package scenarios

import (
	"strings"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// places compiles what the center consists of beside its Agent PGs. A list in
// the file replaces the preset's list of that name.
func (c *compiler) places() {
	f, cfg := &c.sc.Center, c.cfg
	if len(f.MRPGs) > 0 {
		cfg.MRPGs = nil
	}
	for _, pg := range f.MRPGs {
		c.named(pg.Name, "MR PG")
		mr := model.MRPG{Name: pg.Name.S, InService: !pg.InService.Set || pg.InService.B, Protocol: model.MinMRProtocol}
		c.whole(pg.Protocol, &mr.Protocol, 1, 100)
		cfg.MRPGs = append(cfg.MRPGs, mr)
	}
	cfg.CVPs = c.nodes(f.CVPs, cfg.CVPs, "CVP Call Server")
	cfg.VVBs = c.nodes(f.VVBs, cfg.VVBs, "voice browser")
	cfg.Gateways = c.nodes(f.Gateways, cfg.Gateways, "gateway")
	cfg.HDSs = c.nodes(f.HDSs, cfg.HDSs, "AW-HDS")
	cfg.Reporting = c.nodes(f.Reporting, cfg.Reporting, "Reporting Server")
	c.vruPGs()
	c.dialers()
	c.distinct()
	c.machines()
}

func (c *compiler) named(name format.Text, what string) {
	if !name.Set || name.S == "" || strings.ContainsAny(name.S, "/:> ") {
		c.Add(name.Pos, "a %s needs a name without slashes, colons and spaces", what)
	}
}

func (c *compiler) nodes(list []format.Node, preset []model.Node, what string) []model.Node {
	if len(list) == 0 {
		return preset
	}
	var all []model.Node
	for _, n := range list {
		c.named(n.Name, what)
		node := model.Node{Name: n.Name.S, Ports: model.None}
		if n.Site.S == "B" {
			node.Site = model.SideB
		}
		limit(n.Ports, &node.Ports)
		if n.Ports.Set && what != "CVP Call Server" {
			c.Add(n.Ports.Pos, "a %s has no ports: here: they are limits of a CVP Call Server", what)
		}
		c.address(n.Address, what)
		all = append(all, node)
	}
	return all
}

// vruPGs compiles the VRU PGs: which Call Servers each connects. A Call Server
// that none names goes to the first.
func (c *compiler) vruPGs() {
	f, cfg := &c.sc.Center, c.cfg
	if len(f.VRUPGs) == 0 {
		if len(f.CVPs) > 0 && len(cfg.VRUPGs) == 0 {
			c.Add(f.CVPs[0].Name.Pos, "CVP Call Servers need a VRU PG: add vru_pgs: [{name: vru-pg-1}]")
		}
		if len(f.CVPs) > 0 {
			c.spreadCVPs(cfg.VRUPGs)
		}
		return
	}
	cfg.VRUPGs = nil
	var names []string
	for _, n := range cfg.CVPs {
		names = append(names, n.Name)
	}
	if len(names) == 0 {
		c.Add(f.VRUPGs[0].Name.Pos, "VRU PGs need Call Servers: add cvp: [{name: cvp-a, site: A}]")
	}
	for _, pg := range f.VRUPGs {
		c.named(pg.Name, "VRU PG")
		v := model.VRUPG{Name: pg.Name.S, InService: !pg.InService.Set || pg.InService.B, Simplex: pg.Side.Set, Treatment: treatment(pg.Treatment)}
		if pg.Side.S == "B" {
			v.Side = model.SideB
		}
		for _, name := range append([]format.Text{pg.CVP}, pg.CVPs...) {
			if name.Set && len(names) > 0 {
				v.CVPs = append(v.CVPs, c.index(name, names, "CVP Call Server"))
			}
		}
		cfg.VRUPGs = append(cfg.VRUPGs, v)
	}
	c.spreadCVPs(cfg.VRUPGs)
}

// spreadCVPs gives the Call Servers that no VRU PG names to the VRU PGs in
// turn.
func (c *compiler) spreadCVPs(pgs []model.VRUPG) {
	owned := make([]bool, len(c.cfg.CVPs))
	for i := range pgs {
		kept := pgs[i].CVPs[:0:0]
		for _, n := range pgs[i].CVPs {
			if n < len(owned) {
				owned[n] = true
				kept = append(kept, n)
			}
		}
		pgs[i].CVPs = kept
	}
	for n, has := range owned {
		if !has && len(pgs) > 0 {
			pg := &pgs[n%len(pgs)]
			pg.CVPs = append(pg.CVPs, n)
		}
	}
}

func (c *compiler) dialers() {
	f, cfg := &c.sc.Center, c.cfg
	if len(f.Dialers) > 0 {
		cfg.Dialers = nil
	}
	var mr []string
	for _, pg := range cfg.MRPGs {
		mr = append(mr, pg.Name)
	}
	for _, d := range f.Dialers {
		c.named(d.Name, "Dialer")
		dialer := model.Dialer{Name: d.Name.S, PG: model.PairID(c.pgByName(d.PG)), MRPG: -1}
		if d.MRPG.Set {
			dialer.MRPG = c.index(d.MRPG, mr, "MR PG")
		}
		dialer.Ports = c.dialerPorts(d.Ports)
		cfg.Dialers = append(cfg.Dialers, dialer)
	}
	for i := range cfg.Dialers {
		if int(cfg.Dialers[i].PG) >= len(cfg.PGs) {
			cfg.Dialers = cfg.Dialers[:i]
			break
		}
	}
}

// distinct refuses two parts of one name.
func (c *compiler) distinct() {
	seen := map[string]bool{}
	for _, u := range c.cfg.Units() {
		if seen[u.Name] {
			c.Add(format.Pos{Line: 1, Col: 1}, "two parts of the center have the name %q", u.Name)
		}
		seen[u.Name] = true
	}
}

// machines compiles the virtual machines. Each process that stands on none has
// one of its own.
func (c *compiler) machines() {
	on := map[model.ProcID]bool{}
	if list := c.sc.Center.VMs; len(list) > 0 {
		for _, vm := range list {
			c.named(vm.Name, "virtual machine")
			m := model.VM{Name: vm.Name.S}
			for _, s := range vm.Services {
				at, ok := c.processPlace(s)
				for _, id := range at.procs {
					if ok && on[id] {
						c.Add(s.Pos, "%s runs on two virtual machines", s.Text)
					}
					on[id] = true
					m.Procs = append(m.Procs, id)
				}
			}
			c.vms = append(c.vms, m)
		}
	} else {
		c.presetMachines(on)
	}
	units := c.cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(model.PairID(i)) {
			if !on[id] {
				name := strings.ToLower(strings.ReplaceAll(model.ProcName(units, id), "/", "-"))
				c.vms = append(c.vms, model.VM{Name: name, Procs: []model.ProcID{id}})
			}
		}
	}
	c.cfg.VMs = c.vms
}

// presetMachines lays out the machines of a preset: what exists of them.
func (c *compiler) presetMachines(on map[model.ProcID]bool) {
	for _, vm := range c.pre.vms(c.cfg) {
		var procs []model.ProcID
		for _, id := range vm.Procs {
			if !on[id] {
				on[id] = true
				procs = append(procs, id)
			}
		}
		if len(procs) > 0 {
			c.vms = append(c.vms, model.VM{Name: vm.Name, Procs: procs})
		}
	}
}
