package reports

import (
	"ccsim/model"
	"ccsim/sim"
)

// pairSums is what the agents of one group did with the calls of one type that
// arrived after the warm-up.
type pairSums struct {
	answered, handled int64
	wait, talk        sim.Time
}

// pairs counts by type of calls and group of agents, for those who can meet.
type pairs struct {
	groups int
	at     []int32 // by type and group: place in sums, counted from 1; 0 = they cannot meet
	sums   []pairSums
	names  []string
}

func newPairs(cfg *model.Config) pairs {
	p := pairs{groups: len(cfg.Groups), at: make([]int32, len(cfg.Types)*len(cfg.Groups))}
	for t := range cfg.Callers() {
		for g := range cfg.Groups {
			if cfg.Reaches(t, g) {
				p.names = append(p.names, "type/"+cfg.Types[t].Name+":agents/"+cfg.Groups[g].Name)
				p.at[t*p.groups+g] = int32(len(p.names))
			}
		}
	}
	p.sums = make([]pairSums, len(p.names))
	return p
}

func (p *pairs) add(x *sim.Fact, a *model.CallAux) {
	if a.Early || a.Group < 0 {
		return
	}
	at := p.at[a.Type*p.groups+a.Group]
	if at == 0 {
		return // somebody else's agents, such as after a transfer
	}
	s := &p.sums[at-1]
	switch x.Kind {
	case model.FactAnswered:
		s.answered++
		s.wait += sim.Time(x.Value)
	case model.FactInterrupted:
		s.talk += sim.Time(x.Value)
	case model.FactHandled:
		s.handled++
		s.talk += sim.Time(x.Value)
	}
}

func (f *Fold) pairMetrics(l *list) {
	for i, s := range f.pairs.sums {
		l.scope = f.pairs.names[i]
		l.mean("mean_wait_handled", s.wait, s.answered)
		l.mean("mean_talk", s.talk, s.handled)
		l.put("throughput_h", "1/h", ratio(float64(s.handled)*3600, f.window()))
	}
}
