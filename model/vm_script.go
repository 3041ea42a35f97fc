package model

import "ccsim/sim"

// The maintenance script of a virtual machine: a PowerShell script that runs an
// executable, which shuts the services of the machine down one after the other
// (Packaged CCE Administration and Configuration Guide 12.6(2), Orchestration
// Framework and Maintenance Mode). It looks at the service at work once a second, so
// that whoever asks for the status each second sees each of its codes.

// scriptPhase is what a script does.
type scriptPhase uint8

const (
	scriptRests scriptPhase = iota
	scriptBegins
	scriptWaits // for a service that has a maintenance mode
	scriptStops // a service that has none
)

// heard is what became of a request to a service.
type heard uint8

const (
	heardNothing heard = iota
	heardRejected
	heardCancelled
	heardFailed
)

// ScriptRow is the script of one machine.
type ScriptRow struct {
	Started sim.Time // of the last StartMM: it looks at its service each second after it
	Since   sim.Time // of the request to the present service
	Gen     uint32
	Cause   uint32
	Proc    ProcID // the service at work
	Step    int16  // its place in the order
	Code    Code
	Phase   scriptPhase
	Heard   heard
	Begun   bool // a service has come so far that nothing can be cancelled
	Down    bool // a service was stopped by this script
	Mode    bool // all services were shut down by a script
	Planned bool // a look is scheduled
	Registry,
	Control bool // the next read of the registry, the next request to service control fails
}

// ScriptAnswer is why StartMM answered as it did.
type ScriptAnswer int64

// Answers.
const (
	AnswerNone ScriptAnswer = iota
	AnswerAccepted
	AnswerOrigin // not from orchestration
	AnswerRegistry
	AnswerKind
	AnswerMixed
	AnswerDown
	AnswerInMode
)

// scriptPeriod is how often the executable looks at the service at work.
const scriptPeriod = sim.Second

// initScripts makes the rows of the machines, if the timeline uses scripts at all.
func (w *World) initScripts() {
	for i := range w.cfg.Levers {
		if w.cfg.Levers[i].VM > 0 {
			w.vms = make([]ScriptRow, len(w.cfg.VMs))
			return
		}
	}
}

// leverVM acts on a machine: its script, or what the script needs.
func (w *World) leverVM(l *Lever, cause uint32) IgnoreReason {
	vm := l.VM - 1
	r := &w.vms[vm]
	switch l.Verb {
	case VerbReject:
		if l.Control {
			r.Control = true
		} else {
			r.Registry = true
		}
		return 0
	case VerbCancel:
		return w.cancelScript(vm, cause)
	}
	if r.Phase != scriptRests {
		return IgnoreInProgress
	}
	w.startMM(vm, l.Orchestrated, cause)
	return 0
}

// startMM is StartMM.
func (w *World) startMM(vm int, orchestrated bool, cause uint32) {
	r := &w.vms[vm]
	code, why := w.scriptAnswer(vm, orchestrated)
	r.Started, r.Cause = w.now(), cause
	r.Registry = r.Registry && why != AnswerRegistry
	w.setCode(vm, code, why)
	if why == AnswerAccepted {
		r.Phase, r.Step, r.Heard, r.Begun, r.Down, r.Mode = scriptBegins, -1, heardNothing, false, false, false
		w.planLook(vm)
	}
}

// scriptAnswer judges a request by the state that it finds.
func (w *World) scriptAnswer(vm int, orchestrated bool) (Code, ScriptAnswer) {
	r := &w.vms[vm]
	if orchestrated && !w.cfg.MayOrchestrate(vm, w.softwareOf) {
		return Code400, AnswerOrigin
	}
	if r.Registry {
		return CodeRegRead, AnswerRegistry
	}
	switch w.cfg.VMKind(vm) {
	case VMMixed:
		return CodeNoDiscrete, AnswerMixed
	case VMOther:
		return CodeNoValid, AnswerKind
	case VMAW:
		if w.cfg.Release != Release150 || !w.hasPatch(w.cfg.VMs[vm].Procs[0], PatchPG) {
			return CodeNoValid, AnswerKind
		}
	}
	up, _ := w.servicesUp(vm)
	switch {
	case up == 0 && r.Mode:
		return Code500, AnswerInMode
	case up == 0:
		return Code402, AnswerDown
	}
	return Code100, AnswerAccepted
}

func (w *World) softwareOf(id ProcID) Level { return w.levels[id] }

// MayOrchestrate tells whether orchestration may start the script of a machine: of
// a PG machine; in 15.0 also of a Router or Rogger with its patch.
func (c *Config) MayOrchestrate(vm int, level func(ProcID) Level) bool {
	switch c.VMKind(vm) {
	case VMPG, VMMixed, VMOther:
		return true // what it finds there is its own answer
	case VMRouter, VMRogger:
		return c.Release == Release150 && c.patched(level(c.VMs[vm].Procs[0]), PatchStart)
	}
	return false
}

// servicesUp counts the services of a machine that are up, and those that should
// be.
func (w *World) servicesUp(vm int) (up, all int) {
	for _, id := range w.cfg.VMs[vm].Procs {
		if !w.top.units[id.Pair()].InService {
			continue
		}
		all++
		if w.procs[id].up() {
			up++
		}
	}
	return up, all
}

// status is what RequestStatus says of a machine on which no script works.
func (w *World) status(vm int) Code {
	up, all := w.servicesUp(vm)
	switch {
	case up == all:
		return Code200
	case up == 0 && w.vms[vm].Mode:
		return Code500
	case up == 0:
		return Code402
	}
	return Code401
}

// setCode is the one place that changes what a script says.
func (w *World) setCode(vm int, to Code, why ScriptAnswer) {
	r := &w.vms[vm]
	if why == AnswerNone && r.Code == to {
		return
	}
	if codeNext[r.Code]>>to&1 == 0 {
		w.unsound("the maintenance script of %s says %s after %s", w.cfg.VMs[vm].Name, to, r.Code)
	}
	r.Code = to
	w.mark(FactCode, CodeSubject(vm, to), int64(why), 0, r.Cause)
}

// CodeSubject packs the subject of FactCode: the machine and the code.
func CodeSubject(vm int, c Code) uint32 { return uint32(vm)<<8 | uint32(c) }

// UnpackCode reads the subject of FactCode.
func UnpackCode(subject uint32) (vm int, c Code) { return int(subject >> 8), Code(subject & 0xff) }

// planLook schedules the next look of a script. What the script does to a service
// is an action of an operator, so it comes before all else of its instant.
func (w *World) planLook(vm int) {
	r := &w.vms[vm]
	if r.Planned {
		return
	}
	r.Planned = true
	r.Gen++
	w.kernel.Schedule(sim.Event{
		T: w.now() + scriptPeriod - (w.now()-r.Started)%scriptPeriod, Ord: sim.Order(sim.RankFault, uint32(len(w.cfg.Levers)+vm), evLook, r.Gen&sim.MaxSeq),
		Row: uint32(vm), Gen: r.Gen, Cause: r.Cause,
	})
}

func (w *World) onLook(e sim.Event) {
	vm := int(e.Row)
	r := &w.vms[vm]
	if r.Gen != e.Gen {
		return // it was cancelled
	}
	r.Planned = false
	switch r.Phase {
	case scriptRests:
		w.restStatus(vm)
		return
	case scriptBegins:
		if w.controlFails(vm) {
			return
		}
		w.nextService(vm)
	case scriptWaits:
		w.watchService(vm)
	case scriptStops:
		if w.now()-r.Since < w.cfg.Timers.ServiceStop {
			w.say300(vm)
			break
		}
		if w.stopBy(vm) {
			w.nextService(vm)
		}
	}
	if r.Phase != scriptRests {
		w.planLook(vm)
	}
}

// restStatus follows what becomes of the services after a script. In maintenance
// mode is a machine until its first service is started again.
func (w *World) restStatus(vm int) {
	r := &w.vms[vm]
	if up, _ := w.servicesUp(vm); up > 0 {
		r.Mode = false
	}
	w.setCode(vm, w.status(vm), AnswerNone)
}

// controlFails is a request to service control, which may be refused.
func (w *World) controlFails(vm int) bool {
	r := &w.vms[vm]
	if !r.Control {
		return false
	}
	r.Control = false
	code := CodeSCError400
	if k := w.cfg.VMKind(vm); r.Down && k != VMPG {
		code = CodeSCError401 // of the Router and Logger table alone
	}
	w.endScript(vm, code)
	return true
}

// endScript ends the work of a script with its last code.
func (w *World) endScript(vm int, code Code) {
	r := &w.vms[vm]
	r.Phase = scriptRests
	r.Mode = code == Code500
	w.setCode(vm, code, AnswerNone)
}

// nextService turns to the next service that is up, or ends.
func (w *World) nextService(vm int) {
	r := &w.vms[vm]
	order := w.top.orders[vm]
	for r.Step++; int(r.Step) < len(order); r.Step++ {
		id := order[r.Step]
		if w.procs[id].up() {
			r.Proc, r.Since, r.Heard = id, w.now(), heardNothing
			w.beginService(vm)
			return
		}
		if u := &w.top.units[id.Pair()]; u.Kind == UnitRouter && !id.Beside() {
			w.endScript(vm, CodeRouter402)
			return
		}
	}
	if up, _ := w.servicesUp(vm); up > 0 {
		w.endScript(vm, Code401)
		return
	}
	w.endScript(vm, Code500)
}

// serviceCode is the first of the three codes of a service: asked, in progress,
// rejected.
func (w *World) serviceCode(id ProcID) Code {
	switch u := &w.top.units[id.Pair()]; {
	case u.Kind == UnitRouter && id.Beside():
		return CodeLogger101
	case u.Kind == UnitRouter:
		return CodeRouter101
	case u.Kind == UnitDialer:
		return CodeDialer101
	case u.Kind == UnitMRPG:
		return CodeMRPG101
	case u.Kind == UnitAgentPG && w.cfg.PGs[u.Number].Type == PGEnterprise:
		return CodeAgentPG101
	}
	return CodeNone
}

// beginService asks a service to shut down, or service control to stop it.
func (w *World) beginService(vm int) {
	r := &w.vms[vm]
	code := w.serviceCode(r.Proc)
	if code == CodeNone || code == CodeLogger101 {
		if code == CodeNone {
			code = Code300
		}
		w.setCode(vm, code, AnswerNone)
		r.Phase = scriptStops
		return
	}
	w.setCode(vm, code, AnswerNone)
	r.Phase = scriptWaits
	w.requestMaintenance(r.Proc, r.Cause)
}

// say300 says that the service at work is not done yet.
func (w *World) say300(vm int) {
	code := w.serviceCode(w.vms[vm].Proc)
	if code == CodeNone {
		w.setCode(vm, Code300, AnswerNone)
		return
	}
	w.setCode(vm, code+1, AnswerNone)
}

// watchService looks at a service that was asked.
func (w *World) watchService(vm int) {
	r := &w.vms[vm]
	switch {
	case r.Heard == heardRejected:
		w.endScript(vm, w.serviceCode(r.Proc)+2)
	case r.Heard == heardFailed:
		w.endScript(vm, Code401)
	case r.Heard == heardCancelled:
		w.endScript(vm, Code403)
	case w.procs[r.Proc].up():
		w.say300(vm)
	default:
		r.Down = true
		w.nextService(vm)
	}
}

// stopBy stops the service at work with service control, and what belongs to it.
func (w *World) stopBy(vm int) bool {
	r := &w.vms[vm]
	if w.procs[r.Proc].Refuses {
		w.procs[r.Proc].Refuses = false
		if w.serviceCode(r.Proc) == CodeLogger101 {
			w.endScript(vm, CodeLogger400)
			return false
		}
	}
	if w.controlFails(vm) {
		return false
	}
	r.Down, r.Begun = true, true
	for _, id := range w.cfg.VMs[vm].Procs {
		if w.goesWith(id, r.Proc) && w.procs[id].Role != RoleDown {
			w.stopService(id, r.Cause)
		}
	}
	return true
}

// goesWith tells whether a service stops with another: itself, the CG service of a
// PG, the Campaign Manager with its Logger.
func (w *World) goesWith(id, main ProcID) bool {
	switch u := &w.top.units[main.Pair()]; {
	case id == main:
		return true
	case u.Kind == UnitRouter && main.Beside():
		return w.top.units[id.Pair()].Kind == UnitCampaign
	}
	return id.Beside() && !main.Beside() && id.Pair() == main.Pair() && id.Side() == main.Side() && w.top.units[id.Pair()].Kind == UnitAgentPG
}

// cancelScript is the administrator's cancel: until the first service of the machine
// has its continue event.
func (w *World) cancelScript(vm int, cause uint32) IgnoreReason {
	r := &w.vms[vm]
	switch {
	case r.Phase == scriptRests:
		return IgnoreNoMaintenance
	case r.Begun || r.Down:
		return IgnoreTooLate
	}
	r.Cause, r.Planned = cause, false
	r.Gen++
	if r.Phase == scriptWaits {
		if m := &w.pairs[r.Proc.Pair()].Maint; m.Phase == MaintAsking && m.Side == r.Proc.Side() {
			w.cancelMaintenance(r.Proc.Pair(), RefusalOperator, cause)
		}
	}
	w.endScript(vm, Code403)
	return 0
}

// scriptHears lets the script of a machine know what happens at its services.
func (w *World) scriptHears(k sim.FactKind, id ProcID, aux uint32) {
	vm := w.top.vmOf[id]
	if vm == noVM || w.vms[vm].Phase == scriptRests {
		return
	}
	r := &w.vms[vm]
	switch k {
	case FactMaintContinue, FactDraining, FactStopped:
		r.Begun = true
	}
	if id != r.Proc || r.Phase != scriptWaits {
		return
	}
	switch {
	case k == FactMaintRejected:
		r.Heard = heardRejected
	case k == FactMaintCancelled && Refusal(aux) == RefusalOperator:
		r.Heard = heardCancelled
	case k == FactMaintCancelled:
		r.Heard = heardRejected
	case k == FactShutdownFailed, k == FactCrashed:
		r.Heard = heardFailed
	}
}

// scriptWakes lets the script of a machine look again after one of its services
// changed.
func (w *World) scriptWakes(id ProcID) {
	vm := w.top.vmOf[id]
	if vm == noVM {
		return
	}
	if r := &w.vms[vm]; r.Code != CodeNone && r.Phase == scriptRests {
		w.planLook(int(vm))
	}
}

// scripted tells whether the script of its machine shuts a service down.
func (w *World) scripted(id ProcID) bool {
	vm := w.top.vmOf[id]
	return len(w.vms) > 0 && vm != noVM && w.vms[vm].Phase == scriptWaits && w.vms[vm].Proc == id
}
