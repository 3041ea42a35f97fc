package model

import "fmt"

// Check is one condition of a graceful shutdown, as it stands at a moment.
type Check struct {
	Of   string // service or machine
	Name string
	OK   bool
	Why  string // what is found
	Do   string // what to do first, where it is not OK
}

// VMCode is what RequestStatus says of a machine at this moment.
func (w *World) VMCode(vm int) Code {
	if len(w.vms) > 0 && w.vms[vm].Code != CodeNone {
		return w.vms[vm].Code
	}
	up, all := w.servicesUp(vm)
	switch up {
	case all:
		return Code200
	case 0:
		return Code402
	}
	return Code401
}

// CheckService says which checks of a request to a service would pass now.
func (w *World) CheckService(id ProcID) (all []Check) {
	p := id.Pair()
	u := &w.top.units[p]
	add := func(name string, ok bool, why, do string) {
		all = append(all, Check{procName(w.top.units, id), name, ok, why, do})
	}
	add("up", w.procs[id].up(), "the service is "+w.procs[id].Role.String(), "start it, or leave it: there is nothing to shut down")
	if !u.Kind.maintained() || id.Beside() {
		do := "stop it with the service control manager"
		if u.Kind == UnitVRUPG {
			do = "drain its CVP Call Servers, then stop it"
		}
		add("maintenance mode", false, "this service has none", do)
		return all
	}
	if u.Kind == UnitAgentPG {
		typ := w.cfg.PGs[p].Type
		add("PG type", typ == PGEnterprise, "the PG is of type "+typ.String(), "stop it with the service control manager, or on a machine let the script do so")
	}
	if u.Kind == UnitMRPG {
		spoken := w.cfg.MRPGs[u.Number].Protocol
		add("MR protocol", spoken >= MinMRProtocol, fmt.Sprintf("its application speaks version %d", spoken), fmt.Sprintf("put version %d or later of the application in place", MinMRProtocol))
	}
	if w.procs[id].Refuses {
		add("answer", false, "the service rejects the next request", "look at its logs; the request after that one is accepted")
	}
	active := w.pairs[p].Active == int8(id.Side())
	add("duplex", !w.pairs[p].Simplex, either(!w.pairs[p].Simplex, "both sides are in step", "the pair runs in simplex mode"), "start the other side and wait for duplex")
	add("no other maintenance", w.pairs[p].Maint.Phase == MaintNone, "of this pair", "wait for its end")
	if u.Kind == UnitRouter {
		for s := SideA; s <= SideB; s++ {
			l := w.levels[pgProc(p, s)]
			add("release of side "+s.String(), l.Release == w.cfg.Release.level(), "it is on "+releaseNames[l.Release], "put "+w.cfg.Release.String()+" in place on both sides")
		}
	}
	if patch := w.neededPatch(u.Kind); patch != "" {
		for s := SideA; s <= SideB; s++ {
			has := w.hasPatch(pgProc(p, s), patch)
			add("patch of side "+s.String(), has, either(has, patch+" is installed", patch+" is missing"), "install "+patch+" on this side, stopped by itself")
		}
	}
	if u.Kind == UnitAgentPG && active {
		add("congestion", w.congestionLevel() == 0, fmt.Sprintf("level %d", w.congestionLevel()), "wait until the load is down to level 0")
		for _, i := range w.top.clients[p] {
			w.checkClient(i, add)
		}
	}
	if u.Kind == UnitRouter && active {
		reached := w.reachedAlone(id ^ 1)
		add("device majority of the other side", w.majorityAlone(id^1), fmt.Sprintf("router/%s reaches %d of %d PGs", id.Side().Other(), reached, w.top.pgs), "bring PGs or their paths to the other side back")
	}
	return all
}

// checkClient says whether a CTI client would confirm.
func (w *World) checkClient(i int, add func(name string, ok bool, why, do string)) {
	c := &w.cfg.Clients[i]
	switch {
	case !c.TakesPart():
		add("client "+c.Name, true, "is never asked: it is cut off at the switch, and its agents are signed out", "")
	case c.Answer == AnswerReject:
		add("client "+c.Name, false, "rejects", "let it finish, or close its session")
	case c.Answer == AnswerSilent || w.cfg.Timers.CTIResponse < c.Delay+2*w.cfg.Latency.Desktop:
		add("client "+c.Name, false, "does not answer in time", "restart it or close its session")
	default:
		add("client "+c.Name, true, "confirms", "")
	}
}

// neededPatch is the patch that the maintenance mode of a service needs, or "".
func (w *World) neededPatch(k UnitKind) string {
	switch {
	case w.cfg.Release == Release1262 && k == UnitRouter:
		return PatchRouter
	case w.cfg.Release == Release150 && (k == UnitAgentPG || k == UnitMRPG):
		return PatchPG
	}
	return ""
}

// CheckVM says which checks of the script of a machine would pass now, those of its
// services included.
func (w *World) CheckVM(vm int, orchestrated bool) (all []Check) {
	name := "vm/" + w.cfg.VMs[vm].Name
	kind := w.cfg.VMKind(vm)
	add := func(what string, ok bool, why, do string) { all = append(all, Check{name, what, ok, why, do}) }
	if orchestrated {
		add("start from orchestration", w.cfg.MayOrchestrate(vm, w.softwareOf), "the machine is of kind "+kind.String(), "start the script on the machine itself")
	}
	if len(w.vms) > 0 {
		r := &w.vms[vm]
		add("registry", !r.Registry, "", "repair the registry of the machine")
		add("service control", !r.Control, "", "repair service control of the machine")
		add("no script at work", r.Phase == scriptRests, "", "wait for its end, or cancel it in time")
	}
	ok := kind != VMMixed && kind != VMOther && (kind != VMAW || w.cfg.Release == Release150 && w.hasPatch(w.cfg.VMs[vm].Procs[0], PatchPG))
	add("services", ok, "the machine is of kind "+kind.String(), "stop its services with the service control manager")
	up, of := w.servicesUp(vm)
	add("something is up", up > 0, fmt.Sprintf("%d of %d services are up", up, of), "there is nothing to shut down")
	if !ok {
		return all
	}
	for _, id := range w.top.orders[vm] {
		if w.procs[id].up() && w.serviceCode(id) != CodeNone && w.serviceCode(id) != CodeLogger101 {
			all = append(all, w.CheckService(id)...)
		}
	}
	return all
}

func either(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}
