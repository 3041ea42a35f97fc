package reports

import (
	"fmt"
	"slices"

	"ccsim/model"
	"ccsim/sim"
)

// campaignSums is what is counted of one campaign, or of all.
type campaignSums struct {
	dials, reservations, handled, short int64
	imported, missing                   int64   // records of imports
	results                             []int64 // by model.DialResult
	records                             []int64 // by model.CustomerState, at the end
	measured                            []int64 // results after the warm-up
	talks                               int64   // handled after the warm-up
	talk                                sim.Time
	callbacks                           callbackSums
	noPort                              sim.Time // a campaign would have dialed, and had no port
}

func newCampaignSums(cfg *model.Config) []campaignSums {
	all := make([]campaignSums, 1+len(cfg.Campaigns))
	for i := range all {
		all[i].results = make([]int64, len(model.DialResults()))
		all[i].measured = make([]int64, len(model.DialResults()))
		all[i].records = make([]int64, len(model.CustomerStates())+1)
	}
	return all
}

func (s *campaignSums) clone() campaignSums {
	c := *s
	c.results, c.measured, c.records = slices.Clone(s.results), slices.Clone(s.measured), slices.Clone(s.records)
	return c
}

// ofCampaign is the sums that a fact of a campaign counts in.
func (f *Fold) ofCampaign(c int) [2]*campaignSums {
	return [2]*campaignSums{&f.campaigns[0], &f.campaigns[1+c]}
}

// outbound takes a fact of a campaign.
func (f *Fold) outbound(x sim.Fact) {
	switch x.Kind {
	case model.FactDial:
		for _, s := range f.ofCampaign(int(x.Aux & 0xffff)) {
			s.dials++
			s.results[x.Aux>>16]++
			if f.measures(x) {
				s.measured[x.Aux>>16]++
			}
		}
	case model.FactCallback:
		for _, s := range f.ofCampaign(int(x.Aux & 0xffff)) {
			s.callbacks.add(x, f.measures(x))
		}
	case model.FactReservation:
		for _, s := range f.ofCampaign(int(x.Subject)) {
			s.reservations++
		}
	case model.FactImport:
		l := &f.cfg.Levers[x.Subject]
		for _, s := range f.ofCampaign(l.Campaign) {
			if x.Aux != model.ImportBegins {
				s.imported += x.Value
				s.missing += int64(l.Records) - x.Value
			}
		}
	case model.FactPortWait:
		for _, s := range f.ofCampaign(int(x.Subject)) {
			s.noPort += f.clip(x)
		}
	case model.FactRecords:
		for _, s := range f.ofCampaign(int(x.Subject)) {
			s.records[x.Aux] += x.Value
		}
	}
}

func (f *Fold) measures(x sim.Fact) bool { return x.T >= f.opt.Warmup && x.T <= f.end }

// outboundCall takes a fact of a call with a customer. It is no caller's call; the
// agent who talks works all the same.
func (f *Fold) outboundCall(x sim.Fact, a model.CallAux) {
	if x.Kind != model.FactHandled {
		return
	}
	c := slices.IndexFunc(f.cfg.Campaigns, func(c model.Campaign) bool { return c.Type == a.Type })
	for _, s := range f.ofCampaign(c) {
		s.handled++
		if sim.Time(x.Value) < f.cfg.Campaigns[c].MinCall {
			s.short++
		}
		if f.measures(x) {
			s.talks++
			s.talk += sim.Time(x.Value)
		}
	}
	if a.Group >= 0 && f.measures(x) {
		for _, i := range [2]int{0, 1 + a.Group} {
			f.agents[i].handled++
			f.agents[i].talk += sim.Time(x.Value)
		}
	}
}

// outboundMetrics are of all campaigns, and of each. A run without campaigns has
// the counts of the contract only.
func (f *Fold) outboundMetrics(l *list) {
	if len(f.cfg.Campaigns) == 0 {
		l.count("outbound.attempts", 0)
		l.count("outbound.failed_to_ivr", 0)
		return
	}
	f.campaignMetrics(l, &f.campaigns[0])
	for i := range f.cfg.Campaigns {
		l.scope = "campaign/" + f.cfg.Campaigns[i].Name
		f.campaignMetrics(l, &f.campaigns[1+i])
	}
	l.scope = "all"
}

func (f *Fold) campaignMetrics(l *list, s *campaignSums) {
	l.count("outbound.attempts", s.dials)
	for r := model.DialLive; r <= model.DialMachine; r++ {
		l.count("outbound."+r.String(), s.results[r])
	}
	l.count("outbound.abandoned", s.results[model.DialAbandoned])
	l.count("outbound.failed_to_ivr", s.results[model.DialFailedToIVR])
	l.count("outbound.cancelled", s.results[model.DialCancelled])
	l.count("outbound.customer_abandoned", s.short)
	l.count("outbound.handled", s.handled)
	l.count("outbound.reservations", s.reservations)
	l.count("outbound.imported", s.imported)
	l.count("outbound.import_missing", s.missing)
	for _, state := range model.CustomerStates() {
		l.count("outbound.records."+state.String(), s.records[state])
	}
	m := s.measured
	live := m[model.DialLive] + m[model.DialAbandoned] + m[model.DialFailedToIVR]
	dials := int64(0)
	for _, n := range m {
		dials += n
	}
	l.share("dialer_abandonment_rate", m[model.DialAbandoned], live)
	l.share("hit_rate", live, dials)
	l.put("dials_h", "1/h", ratio(float64(dials)*3600, f.window()))
	l.put("conversations_h", "1/h", ratio(float64(m[model.DialLive])*3600, f.window()))
	l.mean("mean_outbound_talk", s.talk, s.talks)
	f.callbackMetrics(l, &s.callbacks)
	time := f.window()
	if s == &f.campaigns[0] {
		time = float64(time * float64(len(f.cfg.Campaigns)))
	}
	l.ratio("dialer_ports_busy_rate", "", s.noPort.Seconds(), time)
}

// outboundTable is what came of the dials of all campaigns, and of their records.
func outboundTable(r *Report) *grid {
	if len(r.Config.Campaigns) == 0 {
		return nil
	}
	g := &grid{title: "Outbound", head: heads(r, "dials and records")}
	for _, x := range [][2]string{{"dials", "outbound.attempts"}, {"live answers connected", "outbound.live"}, {"live answers abandoned by the Dialer", "outbound.abandoned"},
		{"not connected to the IVR", "outbound.failed_to_ivr"}, {"no answer", "outbound.no_answer"}, {"busy", "outbound.busy"}, {"answering machine", "outbound.machine"},
		{"given up", "outbound.cancelled"}, {"customer hung up at once", "outbound.customer_abandoned"}, {"requests for agents", "outbound.reservations"},
		{"records imported", "outbound.imported"}, {"records that imports did not bring", "outbound.import_missing"}} {
		if x[1] != "outbound.attempts" && x[1] != "outbound.live" && r.allZero(x[1]) {
			continue
		}
		r.row(g, x[0], x[1], "all", show)
	}
	callbackRows(r, g)
	r.row(g, "dialer abandonment rate", "dialer_abandonment_rate", "all", showShare)
	if slices.ContainsFunc(r.Config.Dialers, func(d model.Dialer) bool { return d.Ports > 0 }) {
		r.row(g, "all ports of the Dialer busy", "dialer_ports_busy_rate", "all", showShare)
	}
	for _, s := range model.CustomerStates() {
		if name := "outbound.records." + s.String(); !r.allZero(name) {
			r.row(g, "records "+recordWords[s], name, "all", show)
		}
	}
	return g
}

// recordWords name the states of records.
var recordWords = map[model.CustomerState]string{
	model.CustomerPending: "pending (P)", model.CustomerActive: "active (A)", model.CustomerDialed: "dialed, no result (D)", model.CustomerClosed: "closed (C)",
	model.CustomerRetry: "to be dialed again (R)", model.CustomerCallback: "callback (B)", model.CustomerPersonal: "personal callback (S)",
	model.CustomerMaxAttempts: "dialed often enough (M)", model.CustomerRejected: "rejected by agents (J)", model.CustomerUnknown: "unknown (U)",
}

// jsonOutbound is the outbound block of results.
type jsonOutbound struct {
	Records     counts `json:"records"`
	Attempts    int64  `json:"attempts"`
	FailedToIVR int64  `json:"failed_to_ivr"`
	Live        int64  `json:"live"`
	NoAnswer    int64  `json:"no_answer"`
	Busy        int64  `json:"busy"`
	Machine     int64  `json:"machine"`
	Abandoned   int64  `json:"abandoned"`
	Cancelled   int64  `json:"cancelled"`
}

func outboundOf(cfg *model.Config, res *Result) jsonOutbound {
	one := func(name string) int64 { return countsOf(res, "outbound.", name)[0].n }
	b := jsonOutbound{
		Records: counts{}, Attempts: one("attempts"), FailedToIVR: one("failed_to_ivr"), Live: one("live"), NoAnswer: one("no_answer"),
		Busy: one("busy"), Machine: one("machine"), Abandoned: one("abandoned"), Cancelled: one("cancelled"),
	}
	if len(cfg.Campaigns) > 0 {
		var names []string
		for _, s := range model.CustomerStates() {
			names = append(names, s.String())
		}
		b.Records = countsOf(res, "outbound.records.", names...)
	}
	return b
}

// toldOutbound tells the facts of campaigns that a story needs.
func toldOutbound(x sim.Fact) bool {
	return x.Kind == model.FactNotReady || x.Kind == model.FactSpoiled || x.Kind == model.FactImport || toldCallback(x) || x.Kind == model.FactDial && model.DialResult(x.Aux>>16) == model.DialFailedToIVR
}

// ofDialer tells whether a process is a side of a Dialer.
func (t *teller) ofDialer(id uint32) bool {
	return t.cfg.Units()[model.ProcID(id).Pair()].Kind == model.UnitDialer
}

// drains tells what a side that shuts down does.
func (t *teller) drains(x sim.Fact) string {
	if !t.ofDialer(x.Subject) || len(t.cfg.Campaigns) == 0 {
		return "draining" + t.carries(x)
	}
	return "stops reserving and dialing, " + plural(int(x.Value), "call") + " in progress"
}

// unconnected tells how many customers a Dialer that drained could not connect to
// the IVR.
func (t *teller) unconnected(x sim.Fact) string {
	if !t.ofDialer(x.Subject) || t.unjoined == 0 {
		return ""
	}
	text := ": " + plural(t.unjoined, "customer") + " who answered could not be connected to the IVR"
	t.unjoined = 0
	return text
}

// outboundLine is the headline of a run without callers and faults.
func outboundLine(r *Report) string {
	return "Of " + show(r.Plain, "outbound.attempts", "all") + " customers dialed " + show(r.Plain, "outbound.live", "all") + " were connected; " +
		showShare(r.Plain, "dialer_abandonment_rate", "all") + " of those who answered found nobody."
}

// imports tells how a bulk import stands.
func (t *teller) imports(x sim.Fact) {
	l := &t.cfg.Levers[x.Subject]
	t.say(x.T, "campaign/"+t.cfg.Campaigns[l.Campaign].Name, [...]string{
		map[bool]string{true: "all records are deleted, and the import begins", false: "the import begins"}[l.Reimport],
		fmt.Sprintf("all %d records are imported", l.Records),
		fmt.Sprintf("the import stops after %d of %d records: append the others, or delete all and import them again", x.Value, l.Records),
		fmt.Sprintf("the import stops after %d of %d records, and the old list is gone: it must be run again", x.Value, l.Records),
	}[x.Aux])
}
