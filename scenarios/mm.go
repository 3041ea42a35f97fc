package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// codeScenarios names for each return code the embedded scenario that shows it.
var codeScenarios = map[model.Code]string{
	model.Code100: "vm-maintenance", model.Code200: "vm-maintenance", model.Code300: "vm-maintenance",
	model.Code400: "vm-maintenance-refused", model.Code401: "rogger-maintenance", model.Code402: "vm-maintenance-refused",
	model.Code403: "vm-maintenance-cancelled", model.Code500: "vm-maintenance",
	model.CodeRegRead: "vm-maintenance-registry", model.CodeNoValid: "vm-maintenance-refused", model.CodeNoDiscrete: "vm-maintenance-refused",
	model.CodeSCError400: "vm-maintenance-service-control", model.CodeSCError401: "rogger-maintenance-service-control",
	model.CodeAgentPG101: "vm-maintenance", model.CodeAgentPG300: "vm-maintenance", model.CodeAgentPG400: "vm-maintenance-rejected",
	model.CodeDialer101: "vm-maintenance", model.CodeDialer300: "vm-maintenance-campaign", model.CodeDialer400: "vm-maintenance-dialer-rejects",
	model.CodeMRPG101: "vm-maintenance", model.CodeMRPG300: "vm-maintenance", model.CodeMRPG400: "vm-maintenance-mr-pg-rejects",
	model.CodeRouter101: "rogger-maintenance", model.CodeRouter300: "rogger-maintenance", model.CodeRouter400: "rogger-maintenance-unpatched",
	model.CodeRouter402: "rogger-maintenance-router-down",
	model.CodeLogger101: "rogger-maintenance", model.CodeLogger300: "rogger-maintenance", model.CodeLogger400: "rogger-maintenance-logger-rejects",
}

// CodeScenario is the embedded scenario that shows a return code.
func CodeScenario(c model.Code) string { return codeScenarios[c] }

// vmNamed finds a machine by its target, vm/NAME.
func (c *Compiled) vmNamed(target string) (int, error) {
	var names []string
	for i, vm := range c.Config.VMs {
		if "vm/"+vm.Name == target {
			return i, nil
		}
		names = append(names, "vm/"+vm.Name)
	}
	return 0, fmt.Errorf("unknown machine %q; %s", target, format.Suggest(target, names))
}

// At reads a moment of the scenario: a duration, or a time of day where it has a
// start.
func (c *Compiled) At(text string) (sim.Time, error) {
	p := &format.Problems{}
	clock, err := format.ParseClock(text)
	if err != nil {
		return 0, err
	}
	k := &compiler{Problems: p, cfg: c.Config, start: c.Start, horizon: c.Config.Horizon}
	t := k.clock(clock)
	if err := p.Err(); err != nil {
		return 0, err
	}
	if t < 0 || t > c.Config.Horizon {
		return 0, fmt.Errorf("the scenario runs from 0s to %v: %s is outside", c.Config.Horizon, text)
	}
	return t, nil
}

// MMStatus is what RequestStatus says of a machine at a moment of the first
// replication. 100 answers StartMM alone: until the script has asked its first
// service, a status says 300.
func (c *Compiled) MMStatus(target string, at sim.Time) (model.Code, error) {
	vm, err := c.vmNamed(target)
	if err != nil {
		return 0, err
	}
	w, err := c.worldAt(c.Config, at)
	if err != nil {
		return 0, err
	}
	if code := w.VMCode(vm); code != model.Code100 {
		return code, nil
	}
	return model.Code300, nil
}

func (c *Compiled) worldAt(cfg *model.Config, at sim.Time) (*model.World, error) {
	w, err := model.New(cfg, c.Seed, 0)
	if err != nil {
		return nil, err
	}
	return w, w.RunUntil(at)
}

// MMStart starts the script of a machine at a moment of the first replication, and
// gives the codes until the script rests.
func (c *Compiled) MMStart(target string, at sim.Time, installType int, from string) ([]reports.CodeAt, error) {
	vm, err := c.vmNamed(target)
	if err != nil {
		return nil, err
	}
	if installType < 1 || installType >= len(installTypes) {
		return nil, fmt.Errorf("InstallType %d: it is 1 (MS patch), 2 (ES), 3 (ES rollback), 4 (MR), 5 (MR rollback) or 6 (ISO or major release)", installType)
	}
	cfg := *c.Config
	orchestrated := from == "orchestration" || from == "" && cfg.VMKind(vm) == model.VMPG
	cfg.Levers = append(slices.Clone(cfg.Levers), model.Lever{
		Name: "maintenance " + target, Verb: model.VerbMaintenance, VM: vm + 1, Procs: cfg.VMs[vm].Procs, Type: -1, Factor: 1, Undo: -1,
		At: max(at, 1), Orchestrated: orchestrated, Entry: len(cfg.Levers),
	})
	w, err := model.New(&cfg, c.Seed, 0)
	if err != nil {
		return nil, err
	}
	f := reports.NewFold(&cfg, c.options())
	w.SetSink(f)
	if err := w.Run(); err != nil {
		return nil, err
	}
	var all []reports.CodeAt
	for _, x := range f.Finish(w.Kernel().Fingerprint()).Codes {
		if x.VM != vm || x.At < at {
			continue
		}
		all = append(all, x)
		if x.Code.Resting() {
			break
		}
	}
	return all, nil
}

// Flight is the checks of one maintenance.
type Flight struct {
	Name   string
	At     sim.Time
	Never  bool // its moment never comes in this run
	Checks []model.Check
}

// Preflight says, for each maintenance of the timeline or for one target at a
// moment, which checks would pass.
func (c *Compiled) Preflight(target string, at sim.Time) ([]Flight, error) {
	if target != "" {
		return c.preflightOf(target, at)
	}
	moments, err := c.moments()
	if err != nil {
		return nil, err
	}
	var all []Flight
	for i := range c.Config.Levers {
		l := &c.Config.Levers[i]
		if l.Verb != model.VerbMaintenance {
			continue
		}
		f := Flight{Name: l.Name, At: moments[i], Never: moments[i] < 0}
		if !f.Never {
			w, err := c.worldAt(c.Config, f.At-1)
			if err != nil {
				return nil, err
			}
			if l.VM > 0 {
				f.Checks = w.CheckVM(l.VM-1, l.Orchestrated)
			} else {
				f.Checks = w.CheckService(l.Procs[0])
			}
		}
		all = append(all, f)
	}
	return all, nil
}

func (c *Compiled) preflightOf(target string, at sim.Time) ([]Flight, error) {
	f := Flight{Name: "maintenance " + target, At: at}
	w, err := c.worldAt(c.Config, at)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(target, "vm/") {
		vm, err := c.vmNamed(target)
		if err != nil {
			return nil, err
		}
		f.Checks = w.CheckVM(vm, c.Config.VMKind(vm) == model.VMPG)
		return []Flight{f}, nil
	}
	t, err := format.ParseTarget(target)
	if err != nil {
		return nil, err
	}
	k := c.lookup()
	where, ok := k.place(t)
	if !ok || len(where.procs) != 1 || !k.possible(model.VerbMaintenance, t, where) {
		if err := k.Err(); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("preflight looks at one service or machine, such as agent-pg-1/A or vm/pg-1a, not at %s", target)
	}
	f.Checks = w.CheckService(where.procs[0])
	return []Flight{f}, nil
}

// levers remembers when each lever acted.
type leverTimes []sim.Time

// Record implements sim.Sink.
func (l leverTimes) Record(x sim.Fact) {
	if x.Kind == model.FactLever && l[x.Subject] < 0 {
		l[x.Subject] = x.T
	}
}

func (c *Compiled) moments() (leverTimes, error) {
	times := make(leverTimes, len(c.Config.Levers))
	for i := range times {
		times[i] = -1
	}
	w, err := model.New(c.Config, c.Seed, 0)
	if err != nil {
		return nil, err
	}
	w.SetSink(times)
	return times, w.Run()
}

// Refused tells whether a check of a flight does not pass.
func (f *Flight) Refused() bool {
	return slices.ContainsFunc(f.Checks, func(x model.Check) bool { return !x.OK })
}
