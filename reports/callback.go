package reports

import (
	"slices"

	"ccsim/model"
	"ccsim/sim"
)

// callbackSums is what is counted of the callbacks of a campaign, or of all.
type callbackSums struct {
	asked, kept, missed, unnoted int64
	first                        int64    // first dials after the warm-up
	late                         sim.Time // of these, after the time that was asked for
}

func (s *callbackSums) add(x sim.Fact, measured bool) {
	switch x.Aux >> 16 {
	case model.CallbackAsked, model.CallbackPersonal:
		s.asked++
	case model.CallbackKept:
		s.kept++
	case model.CallbackMissed:
		s.missed++
	case model.CallbackUnnoted:
		s.unnoted++
	case model.CallbackDialed:
		if measured {
			s.first++
			s.late += sim.Time(x.Value)
		}
	}
}

// callsBack tells whether customers of some campaign ask to be called back: the
// results of others have no metrics of it.
func callsBack(cfg *model.Config) bool {
	return slices.ContainsFunc(cfg.Campaigns, func(c model.Campaign) bool { return c.Callbacks.Share > 0 })
}

func (f *Fold) callbackMetrics(l *list, s *callbackSums) {
	if !callsBack(f.cfg) {
		return
	}
	l.count("outbound.callbacks", s.asked)
	l.count("outbound.callbacks_kept", s.kept)
	l.count("outbound.callbacks_missed", s.missed)
	l.count("outbound.callbacks_unnoted", s.unnoted)
	l.mean("mean_callback_delay", s.late, s.first)
}

func callbackRows(r *Report, g *grid) {
	if !callsBack(r.Config) {
		return
	}
	r.row(g, "callbacks asked for", "outbound.callbacks", "all", show)
	r.row(g, "callbacks kept as promised", "outbound.callbacks_kept", "all", show)
	for _, x := range [][2]string{{"personal callbacks without their agent", "outbound.callbacks_missed"}, {"callbacks that no desktop noted", "outbound.callbacks_unnoted"}} {
		if !r.allZero(x[1]) {
			r.row(g, x[0], x[1], "all", show)
		}
	}
}

// toldCallback tells the facts of callbacks that a story needs.
func toldCallback(x sim.Fact) bool {
	return x.Kind == model.FactCallback && (x.Aux>>16 == model.CallbackMissed || x.Aux>>16 == model.CallbackUnnoted)
}

// callback tells of a callback that went wrong.
func (t *teller) callback(x sim.Fact) {
	m := &t.cfg.Campaigns[x.Aux&0xffff]
	if x.Aux>>16 == model.CallbackUnnoted {
		t.say(x.T, "campaign/"+m.Name, "a customer asks to be called back, and the agent has no desktop to note it")
		return
	}
	if t.vain == nil {
		t.vain = make([]int, len(t.cfg.Campaigns))
	}
	t.vain[x.Aux&0xffff]++
}

// callbacks tells in one line for each campaign of the personal callbacks that have
// waited in vain at one instant.
func (t *teller) callbacks(at sim.Time) {
	for c, n := range t.vain {
		if n == 0 {
			continue
		}
		m := &t.cfg.Campaigns[c]
		t.say(at, "campaign/"+m.Name, plural(n, "personal callback")+" without the agent: "+[...]string{
			model.MissedCampaign: "any agent of the campaign is to call",
			model.MissedNextDay:  "the same agent is to call on the next day",
			model.MissedClose:    "closed",
		}[m.Callbacks.Missed])
		t.vain[c] = 0
	}
}
