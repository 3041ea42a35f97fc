package html

import (
	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// bar is a stretch in which a process or link was in one condition.
type bar struct {
	from, to sim.Time
	class    string // active, standby, starting, drain, stopped, down, cut
	word     string
}

// lane is the bars of one process or link.
type lane struct {
	name  string
	proc  model.ProcID
	link  bool
	bars  []bar
	order int
}

// looks is how a role is drawn.
func looks(r model.Role, stopped bool) (class, word string) {
	switch r {
	case model.RoleActive, model.RolePairedEnabled, model.RolePairedDisabled, model.RoleIsolatedEnabled:
		return "active", r.String()
	case model.RoleStandby:
		return "standby", r.String()
	case model.RoleDraining:
		return "drain", "draining"
	case model.RoleDown:
		if stopped {
			return "stopped", "stopped"
		}
		return "down", "down"
	case model.RoleIsolated, model.RoleIsolatedDisabled:
		return "cut", r.String()
	}
	return "starting", r.String()
}

// lanesOf draws the conditions of all processes and of the links that were cut,
// from the facts of one replication.
func lanesOf(cfg *model.Config, t *reports.Trace) (procs map[model.ProcID]*lane, links []*lane) {
	procs = map[model.ProcID]*lane{}
	units := cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(model.PairID(i)) {
			class, word := looks(cfg.FirstRole(id), true)
			procs[id] = &lane{name: model.ProcName(units, id), proc: id, bars: []bar{{0, t.End, class, word}}, order: rank(units[i].Kind, id)}
		}
	}
	stopped := map[model.ProcID]sim.Time{}
	for _, x := range t.Facts {
		if x.Kind != model.FactStopped {
			continue
		}
		id := model.ProcID(x.Subject)
		stopped[id] = x.T
		if u := &units[id.Pair()]; u.Kind == model.UnitAgentPG && !id.Beside() {
			stopped[model.CTIProc(id.Pair(), id.Side())] = x.T // the CG service goes with its PG
		}
	}
	cut := map[uint32]*lane{}
	for _, x := range t.Facts {
		switch x.Kind {
		case model.FactRole:
			id := model.ProcID(x.Subject)
			l, ok := procs[id]
			if !ok {
				continue
			}
			at, was := stopped[id]
			class, word := looks(model.Role(x.Value), was && at >= x.T-sim.Second && at <= x.T+sim.Second)
			l.change(x.T, t.End, class, word)
		case model.FactCut, model.FactHeal:
			l := cut[x.Subject]
			if l == nil {
				l = &lane{name: cfg.LinkName(model.LinkID(x.Subject)), link: true, bars: []bar{{0, t.End, "whole", ""}}}
				cut[x.Subject] = l
				links = append(links, l)
			}
			if x.Kind == model.FactCut {
				l.change(x.T, t.End, "cut", "cut off")
			} else {
				l.change(x.T, t.End, "whole", "")
			}
		}
	}
	return procs, links
}

func (l *lane) change(at, end sim.Time, class, word string) {
	last := &l.bars[len(l.bars)-1]
	if last.class == class && last.word == word {
		return
	}
	last.to = at
	l.bars = append(l.bars, bar{at, end, class, word})
}

// changes tells whether anything happened in a window.
func (l *lane) changes(s *scale) bool {
	for _, b := range l.bars[1:] {
		if s.holds(b.from) {
			return true
		}
	}
	return false
}

// rank is the order of lanes, from the network outwards.
func rank(k model.UnitKind, id model.ProcID) int {
	n := map[model.UnitKind]int{model.UnitRouter: 1, model.UnitAgentPG: 3, model.UnitMRPG: 5, model.UnitVRUPG: 6, model.UnitFinesse: 7, model.UnitDialer: 8, model.UnitCampaign: 9}[k]
	if n == 0 {
		n = 10 + int(k)
	}
	if id.Beside() {
		n++ // a Logger after the Router, a CTI server after its PG
	}
	return n
}
