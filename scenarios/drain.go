package scenarios

import (
	"net/netip"
	"slices"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// address checks the IP address of a server that the service controller asks for.
func (c *compiler) address(a format.Text, what string) {
	if !a.Set {
		return
	}
	if what != "CVP Call Server" && what != "Reporting Server" {
		c.Add(a.Pos, "a %s has no address: here: the service controller asks for those of Call Servers and Reporting Servers", what)
		return
	}
	c.isAddress(a)
}

func (c *compiler) isAddress(a format.Text) {
	if _, err := netip.ParseAddr(a.S); a.Set && err != nil {
		c.Add(a.Pos, "%q is not an IP address, such as 10.0.0.1", a.S)
	}
}

// drain compiles the answers to the prompts of the service controller.
func (c *compiler) drain(l *model.Lever, e *format.Entry) {
	if l.Verb != model.VerbDrain {
		for _, a := range []struct {
			text format.Text
			key  string
		}{{e.Service, "service"}, {e.CallServer, "callserver"}, {e.ReportingServer, "reportingserver"}, {e.Login, "login"}} {
			if a.text.Set {
				c.Add(a.text.Pos, "%s takes no %s", e.Do.S, a.key)
			}
		}
		return
	}
	c.isAddress(e.CallServer)
	c.isAddress(e.ReportingServer)
	l.CallServer, l.BadLogin = l.Procs[0], e.Login.S == "refused"
	own := addressOf(c.sc.Center.CVPs, e.Target.Name)
	if own != "" && e.CallServer.Set && e.CallServer.S != own {
		c.Add(e.CallServer.Pos, "%s has the address %s", e.Target.Name, own)
	}
	if e.Service.S != "reportingserver" {
		if e.ReportingServer.Set {
			c.Add(e.ReportingServer.Pos, "the address of a Reporting Server belongs to service: reportingserver")
		}
		return
	}
	l.Name += " for its Reporting Server"
	l.Procs = c.reportingServer(e)
	if len(l.Procs) > 0 {
		l.Pair = l.Procs[0].Pair()
	}
}

func addressOf(list []format.Node, name string) string {
	for _, n := range list {
		if n.Name.S == name {
			return n.Address.S
		}
	}
	return ""
}

// reportingServer finds the Reporting Server of an address. An answer that is left
// out finds none: the service controller will ask for it.
func (c *compiler) reportingServer(e *format.Entry) []model.ProcID {
	if len(c.cfg.Reporting) == 0 {
		c.Add(e.Service.Pos, "the center has no Reporting Server: add reporting: [{name: reporting-a, site: A}]")
		return nil
	}
	if !e.ReportingServer.Set {
		return nil
	}
	found := -1
	var known []string
	for i, n := range c.cfg.Reporting {
		a := addressOf(c.sc.Center.Reporting, n.Name)
		if a != "" {
			known = append(known, a)
		}
		if a == e.ReportingServer.S || a == "" && len(c.cfg.Reporting) == 1 {
			found = i
		}
	}
	if found < 0 {
		c.Add(e.ReportingServer.Pos, "no Reporting Server has the address %s; %s", e.ReportingServer.S, format.Suggest(e.ReportingServer.S, known))
		return nil
	}
	units := c.cfg.Units()
	at := slices.IndexFunc(units, func(u model.Unit) bool { return u.Kind == model.UnitReporting && u.Number == found })
	return units[at].Procs(model.PairID(at))
}
