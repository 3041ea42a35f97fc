package scenarios

import (
	"fmt"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// preset is what a scenario leaves out.
type preset struct {
	cfg                        model.Config
	talk                       sim.Dist // zero: must be given
	patience                   sim.Dist
	wrapup                     sim.Dist
	share                      float64
	pending                    model.PendingHabit
	away                       sim.Dist
	ready                      sim.Dist
	hold, transfer, conference float64
	holdTime                   sim.Dist
	lookup                     model.Lookup
	split                      bool // Router and Logger on machines of their own
}

// presets are the centers that a file can start from.
var presets = map[string]func() preset{
	"ideal": ideal, "lab": lab, "small-world": smallWorld,
	"2000":  func() preset { return reference(1, 3000, false) },
	"4000":  func() preset { return reference(2, 6000, false) },
	"12000": func() preset { return reference(6, 18000, true) },
	"24000": func() preset { return reference(12, 36000, true) },
}

func law(d sim.Dist, err error) sim.Dist {
	if err != nil {
		panic(err) // the laws of presets are constants of this file
	}
	return d
}

// base is what all presets share. docs/facts.md has the sources.
func base() preset {
	return preset{share: 1, cfg: model.Config{
		Limits: sim.DefaultLimits(), Trunks: model.None, QueueLimit: model.None, VRUPorts: model.None,
		Weights: model.Weights{AgentPIM: 100, VRUPIM: 10, MRPIM: 10, CTIServer: 5},
		Timers: model.Timers{
			PrivateHeartbeat: 100 * sim.Millisecond, PrivateMisses: 5, PublicHeartbeat: 400 * sim.Millisecond, PublicMisses: 5,
			Connection: 30 * sim.Second, TestOtherSide: 2 * sim.Second, Settle: 500 * sim.Millisecond, CampaignFailover: 60 * sim.Second, RouteRequest: 20 * sim.Second,
			CTIHeartbeat: 5 * sim.Second, CTIMisses: 3, JTAPI: 30 * sim.Second, Presence: 120 * sim.Second, ForcedLogout: 60 * sim.Second, RecordReturn: 60 * sim.Second, DesktopGrace: 120 * sim.Second, CTIResponse: 5 * sim.Second,
			Restart: 10 * sim.Second, Reboot: 180 * sim.Second, StateTransfer: 30 * sim.Second, Reservation: 30 * sim.Second,
		},
	}}
}

// ideal is a center in which nothing takes time but what the scenario says:
// exactly the queueing model that it states. Keep-alives run.
func ideal() preset {
	p := base()
	p.cfg.Latency.Private = 1
	return p
}

// lab is a center with real message times and the defaults for what nobody
// publishes.
func lab() preset {
	p := base()
	c := &p.cfg
	c.Latency = model.Latency{Public: 5 * sim.Millisecond, Cross: 20 * sim.Millisecond, Private: 20 * sim.Millisecond, Desktop: 15 * sim.Millisecond}
	c.IVR = law(sim.Exponential(30 * sim.Second))
	c.Ring = law(sim.Uniform(sim.Second, 5*sim.Second))
	c.RONA = 12 * sim.Second
	p.lookup = model.Lookup{Takes: 100 * sim.Millisecond, Timeout: 300 * sim.Millisecond, Abandon: 5 * sim.Second}
	c.Timers.Handover = 2 * sim.Second
	c.Timers.MaintenanceTimeout = 120 * sim.Second
	c.Timers.MRMaintenance, c.Timers.RouterMaintenance = 60*sim.Second, 60*sim.Second
	c.Timers.Activation = 5 * sim.Second
	c.Timers.ActivationPerAgent = 10 * sim.Millisecond
	c.Timers.Recovery = law(sim.Uniform(35*sim.Second, 75*sim.Second))
	c.Timers.DesktopFailover = law(sim.Uniform(50*sim.Second, 110*sim.Second))
	c.Timers.ServiceStop = 2 * sim.Second
	c.Timers.OpenRequest = 15 * sim.Millisecond
	c.History = model.History{
		Memory: 60 * sim.Minute, Lag: law(sim.Uniform(sim.Minute, 5*sim.Minute)), Fetch: 2000, FetchTime: sim.Second, RowsACall: 4,
	}
	p.hold, p.transfer, p.conference = 0.2, 0.1, 0.02
	p.holdTime = law(sim.Exponential(30 * sim.Second))
	p.talk = law(sim.Lognormal(150*sim.Second, 0.6))
	p.patience = law(sim.Exponential(150 * sim.Second))
	p.wrapup, p.share = law(sim.Exponential(30*sim.Second)).Capped(60*sim.Second), 0.7
	p.pending = model.PendingHabit{Probability: 0.1, NotReadyShare: 0.8}
	p.away = law(sim.Exponential(10 * sim.Minute))
	p.ready = law(sim.Exponential(30 * sim.Second))
	return p
}

// smallWorld is the smallest center with two Agent PGs.
func smallWorld() preset {
	p := lab()
	p.cfg.PGs = []model.PG{{Name: "agent-pg-1", InService: true}, {Name: "agent-pg-2", InService: true}}
	return p
}

// reference is a reference design with so many standard PG machines on each
// side, each with an Agent PG, a VRU PG, an MR PG and a Dialer (Solution Design
// Guide for Packaged CCE 12.6(2), reference designs and limits). The VRU PGs are
// simplex, each with a CVP Call Server of its own, so that one side can be drained
// and stopped (Packaged CCE Administration and Configuration Guide 12.6(2),
// Graceful shutdown). The VRU ports are spread over the Call Servers.
func reference(pgs, ports int, split bool) preset {
	p := lab()
	p.split = split
	c := &p.cfg
	c.QueueLimit, c.VRUPorts = 15000, ports
	for i := 1; i <= pgs; i++ {
		c.PGs = append(c.PGs, model.PG{Name: fmt.Sprintf("agent-pg-%d", i), InService: true})
		c.MRPGs = append(c.MRPGs, model.MRPG{Name: fmt.Sprintf("mr-pg-%d", i), InService: true, Protocol: model.MinMRProtocol})
		c.Dialers = append(c.Dialers, model.Dialer{Name: fmt.Sprintf("dialer-%d", i), PG: model.PairID(i - 1), MRPG: i - 1})
		for _, site := range []model.Side{model.SideA, model.SideB} {
			c.VRUPGs = append(c.VRUPGs, model.VRUPG{Name: siteName("vru-pg", i, pgs, site), InService: true, Simplex: true, Side: site, CVPs: []int{len(c.CVPs)}})
			c.CVPs = append(c.CVPs, model.Node{Name: siteName("cvp", i, pgs, site), Site: site, Ports: ports / pgs / 2})
			c.VVBs = append(c.VVBs, model.Node{Name: siteName("vvb", i, pgs, site), Site: site, Ports: model.None})
		}
	}
	c.Reporting = []model.Node{{Name: "reporting-a", Ports: model.None}}
	for _, site := range []model.Side{model.SideA, model.SideB} {
		c.Gateways = append(c.Gateways, model.Node{Name: siteName("gateway", 1, 1, site), Site: site, Ports: model.None})
		c.HDSs = append(c.HDSs, model.Node{Name: fmt.Sprintf("hds-%d", site+1), Site: site, Ports: model.None})
	}
	return p
}

// siteName is cvp-a where there is one on each site, else cvp-1a and so on.
func siteName(what string, i, of int, site model.Side) string {
	letter := strings.ToLower(site.String())
	if of == 1 {
		return what + "-" + letter
	}
	return fmt.Sprintf("%s-%d%s", what, i, letter)
}

// vms is the layout of a preset's machines: a standard PG machine holds one
// Agent PG, one VRU PG, one MR PG and the Dialer; Router and Logger share a
// Rogger up to 4000 agents; the Campaign Manager runs beside its Logger.
func (p *preset) vms(cfg *model.Config) (all []model.VM) {
	if len(cfg.MRPGs) == 0 && len(cfg.VRUPGs) == 0 {
		return nil
	}
	units := cfg.Units()
	for _, side := range []model.Side{model.SideA, model.SideB} {
		letter := strings.ToLower(side.String())
		var router, logger []model.ProcID
		pg, vrus := map[int][]model.ProcID{}, 0
		for i := range units {
			u, id := &units[i], model.PGProc(model.PairID(i), side)
			if !u.Has(side) {
				continue
			}
			switch u.Kind {
			case model.UnitRouter:
				router, logger = append(router, id), append(logger, model.CTIProc(model.PairID(i), side))
			case model.UnitCampaign:
				logger = append(logger, id)
			case model.UnitAgentPG:
				pg[u.Number] = append(pg[u.Number], id, model.CTIProc(model.PairID(i), side))
			case model.UnitMRPG, model.UnitDialer:
				pg[u.Number] = append(pg[u.Number], id)
			case model.UnitVRUPG: // simplex ones are counted on their own side
				pg[vrus] = append(pg[vrus], id)
				vrus++
			}
		}
		if p.split {
			all = append(all, model.VM{Name: "router-" + letter, Procs: router}, model.VM{Name: "logger-" + letter, Procs: logger})
		} else {
			all = append(all, model.VM{Name: "rogger-" + letter, Procs: append(router, logger...)})
		}
		for n := range len(pg) {
			all = append(all, model.VM{Name: fmt.Sprintf("pg-%d%s", n+1, letter), Procs: pg[n]})
		}
	}
	return all
}
