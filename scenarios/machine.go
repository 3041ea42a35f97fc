package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"

	"github.com/magiconair/properties"
)

// installTypes are the values of InstallType.
var installTypes = [...]string{"", "MS patch", "ES patch", "ES rollback", "MR patch", "MR rollback", "ISO or major release"}

// ofMachine aims a verb at the maintenance script of a machine.
func (c *compiler) ofMachine(l *model.Lever, e *format.Entry) bool {
	t := e.Target
	switch {
	case t.Kind == format.TargetRegistry, t.Kind == format.TargetControl:
		l.Verb, l.Control = model.VerbReject, t.Kind == format.TargetControl
	case t.Kind != format.TargetVM || l.Verb != model.VerbMaintenance && l.Verb != model.VerbCancel:
		return false
	}
	if at, ok := c.vmPlace(t); ok {
		l.Procs, l.Pair, l.VM = at.procs, at.unit, c.machine(t.Name)+1
	}
	return true
}

// machine gives the index of a machine, or -1.
func (c *compiler) machine(name string) int {
	return slices.IndexFunc(c.cfg.VMs, func(vm model.VM) bool { return vm.Name == name })
}

// scriptOfMachine compiles how the script is started.
func (c *compiler) scriptOfMachine(l *model.Lever, e *format.Entry) {
	if l.VM == 0 || l.Verb != model.VerbMaintenance {
		for _, k := range []struct {
			value format.Value
			key   string
		}{{e.InstallType.Value, "install_type"}, {e.From.Value, "from"}} {
			if k.value.Set {
				c.Add(k.value.Pos, "%s: belongs to maintenance of a virtual machine, such as target: vm/pg-1a", k.key)
			}
		}
		return
	}
	kind := 2
	if e.InstallType.Set {
		kind = int(e.InstallType.N)
	}
	if kind < 1 || kind >= len(installTypes) {
		c.Add(e.InstallType.Pos, "InstallType is 1 (MS patch), 2 (ES), 3 (ES rollback), 4 (MR), 5 (MR rollback) or 6 (ISO or major release); with another value the script starts nothing")
		return
	}
	vm := l.VM - 1
	switch e.From.S {
	case "orchestration":
		l.Orchestrated = true
	case "":
		l.Orchestrated = c.cfg.VMKind(vm) == model.VMPG
	}
	where := "on the machine"
	if l.Orchestrated {
		where = "from orchestration"
	}
	l.Name += fmt.Sprintf(" (StartMM InstallType %d, %s, %s)", kind, installTypes[kind], where)
}

// codeEvent finds the fact of a code of a machine.
func (c *compiler) codeEvent(e *format.EventAt) (kind sim.FactKind, subject uint32, state model.CallState, ok bool) {
	if _, ok := c.vmPlace(e.Target); !ok {
		return 0, 0, 0, false
	}
	var names []string
	for _, code := range model.Codes() {
		if code.String() == e.Code {
			return model.FactCode, model.CodeSubject(c.machine(e.Target.Name), code), 0, true
		}
		names = append(names, code.String())
	}
	c.Add(e.Target.Pos, "unknown code %q; %s", e.Code, format.Suggest(e.Code, names))
	return 0, 0, 0, false
}

// bindCodes checks the names in codes(VM) matches [...].
func (c *compiler) bindCodes(m *format.CodesMatch, at format.Pos) {
	if c.machine(m.VM) < 0 {
		var names []string
		for _, vm := range c.cfg.VMs {
			names = append(names, vm.Name)
		}
		c.Add(shifted(at, m.Col), "unknown virtual machine %q; %s", m.VM, format.Suggest(m.VM, names))
	}
	var names []string
	for _, code := range model.Codes() {
		names = append(names, code.String())
	}
	for _, want := range m.Want {
		if want != "..." && !slices.Contains(names, want) {
			c.Add(shifted(at, m.Col), "unknown code %q; %s", want, format.Suggest(want, names))
		}
	}
}

// codesOf lists the codes of a machine in one replication.
func codesOf(cfg *model.Config, rep *reports.Replication, name string) (all []string) {
	for _, x := range rep.Codes {
		if cfg.VMs[x.VM].Name == name {
			all = append(all, x.Code.String())
		}
	}
	return all
}

// orderKey is the key of MaintenanceMode.properties that holds the order.
const orderKey = "maintenance.mode.order"

// orderOf reads the order of services of a machine from its properties file.
func (c *compiler) orderOf(file format.Text, vm int) []model.ProcID {
	data, ok := c.in.read(c.Problems, file)
	if !ok {
		return nil
	}
	p, err := properties.Load(data, properties.ISO_8859_1)
	if err != nil {
		c.Add(file.Pos, "%s is no properties file: %v", file.S, err)
		return nil
	}
	for _, key := range p.Keys() {
		if key != orderKey {
			c.Add(file.Pos, "%s: unknown key %q; %s", file.S, key, format.Suggest(key, []string{orderKey}))
		}
	}
	text, ok := p.Get(orderKey)
	if !ok {
		c.Add(file.Pos, "%s needs %s, such as %s=DIALER,MRPG,AGENTPG,VRUPG,OTHER", file.S, orderKey, orderKey)
		return nil
	}
	kinds := []string{"DIALER", "MRPG", "AGENTPG", "VRUPG", "OTHER"}
	var order, seen []string
	for _, word := range strings.Split(text, ",") {
		word = strings.ToUpper(strings.TrimSpace(word))
		switch {
		case !slices.Contains(kinds, word):
			c.Add(file.Pos, "%s: unknown service %q; %s", file.S, word, format.Suggest(word, kinds))
		case slices.Contains(seen, word):
			c.Add(file.Pos, "%s: %s stands twice", file.S, word)
		default:
			order = append(order, word)
		}
		seen = append(seen, word)
	}
	for _, kind := range kinds {
		if !slices.Contains(seen, kind) {
			order = append(order, kind) // what the file leaves out comes last
		}
	}
	var all []model.ProcID
	for _, kind := range order {
		for _, id := range c.cfg.ScriptOrder(vm) {
			if c.serviceWord(id) == kind {
				all = append(all, id)
			}
		}
	}
	return all
}

// serviceWord is the word for a service in MaintenanceMode.properties.
func (c *compiler) serviceWord(id model.ProcID) string {
	switch u := c.cfg.Units()[id.Pair()]; {
	case u.Kind == model.UnitDialer:
		return "DIALER"
	case u.Kind == model.UnitMRPG:
		return "MRPG"
	case u.Kind == model.UnitAgentPG && c.cfg.PGs[u.Number].Type == model.PGEnterprise:
		return "AGENTPG"
	case u.Kind == model.UnitVRUPG:
		return "VRUPG"
	}
	return "OTHER"
}

// orders reads the orders of the maintenance scripts.
func (c *compiler) orders() {
	for vm := range c.cfg.VMs {
		file := c.sc.Center.Order
		for _, v := range c.sc.Center.VMs {
			if v.Name.S == c.cfg.VMs[vm].Name && v.Order.Set {
				file = v.Order
			}
		}
		if file.Set && c.cfg.VMKind(vm) == model.VMPG {
			c.cfg.VMs[vm].Order = c.orderOf(file, vm)
		}
	}
}
