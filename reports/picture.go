package reports

import (
	"slices"

	"ccsim/model"
	"ccsim/sim"
)

// Trace keeps the facts of one replication that pictures of the sides are
// drawn from.
type Trace struct {
	Facts []sim.Fact
	End   sim.Time
}

// Record implements sim.Sink.
func (t *Trace) Record(x sim.Fact) {
	switch {
	case x.Kind == model.FactLoss, x.Kind >= model.FactLever && x.Kind <= model.FactFinding && x.Kind != model.FactDisagree:
		t.Facts = append(t.Facts, x)
	}
}

// Incident is what followed one or more faults whose effects overlap.
type Incident struct {
	Levers    []int    // indices of Config.Levers, in the order in which they acted
	At        sim.Time // when the first acted, in the first replication
	Recovered sim.Time // when the last of them was over, in the first replication
	Window    Window   // From is before At
	Curves    *Curves  // nil where no replication could be looked at
}

// Picture is what the figures of a scenario or a variant are drawn from.
type Picture struct {
	Trace     *Trace
	Day       *Curves
	Incidents []Incident
}

const (
	dayBins      = 240
	dayGroup     = 5 // bins of the day for one value of the service level
	incidentBins = 180
	// incidentGroup bins make one value of the service level: 5 s at 300 s of incident.
	incidentGroup = 4
	// maxIncident is the longest time after a fault that a figure shows.
	maxIncident = 30 * sim.Minute
)

// DayWindow covers a run until its horizon.
func DayWindow(cfg *model.Config) Window {
	return Window{Bin: max((cfg.Horizon+dayBins-1)/dayBins, 1), Bins: dayBins}
}

// Groups of bins that make one value of the service level.
func (w Window) group() int {
	if w.Bins == dayBins {
		return dayGroup
	}
	return incidentGroup
}

// Merge puts the series of a window over replications together.
func (w Window) Merge(reps []*Series) *Curves {
	if len(reps) == 0 {
		return nil
	}
	return NewCurves(reps, w.group())
}

// Incidents finds what the faults of a run led to: those whose effects overlap
// belong together. A fault without any effect on a side makes none.
func Incidents(cfg *model.Config, t *Trace) (all []Incident) {
	type span struct{ lever, from, to int64 }
	var spans []span
	for _, i := range Faults(cfg) {
		from, to := effect(t, uint32(i)+1)
		if !sideVerb(cfg.Levers[i].Verb) || from < 0 || to <= from {
			continue
		}
		spans = append(spans, span{int64(i), int64(from), int64(to)})
	}
	slices.SortStableFunc(spans, func(a, b span) int { return int(max(-1, min(1, a.from-b.from))) })
	for _, s := range spans {
		from, to := sim.Time(s.from), min(sim.Time(s.to), sim.Time(s.from)+maxIncident)
		if n := len(all); n > 0 && from <= all[n-1].Recovered {
			all[n-1].Levers = append(all[n-1].Levers, int(s.lever))
			all[n-1].Recovered = max(all[n-1].Recovered, min(to, all[n-1].At+maxIncident))
			continue
		}
		all = append(all, Incident{Levers: []int{int(s.lever)}, At: from, Recovered: to})
	}
	for i := range all {
		all[i].Window = around(all[i].At, all[i].Recovered)
	}
	return all
}

// effect is when a lever acted and when the last thing happened that it
// caused; -1 where it did nothing.
func effect(t *Trace, cause uint32) (from, to sim.Time) {
	from, to = -1, -1
	for _, x := range t.Facts {
		if x.Cause != cause {
			continue
		}
		switch x.Kind {
		case model.FactLever:
			from = x.T
		case model.FactLeverIgnored, model.FactUnsettled, model.FactSimplexTime, model.FactOutage:
		default:
			to = max(to, x.T)
		}
	}
	return from, to
}

// around is the window of a picture: a tenth before the fault, a fifth after
// the end of its effect, in bins of whole milliseconds.
func around(at, end sim.Time) Window {
	length := max(end-at, 10*sim.Second)
	from := at - length/10
	bin := (length + length/10 + length/5) / incidentBins
	bin = max(bin/sim.Millisecond*sim.Millisecond, sim.Millisecond)
	return Window{From: from, Bin: bin, Bins: incidentBins}
}

// Shifted is the window of another replication, in which the fault acted at
// another moment.
func (i *Incident) Shifted(at sim.Time) Window {
	w := i.Window
	w.From += at - i.At
	return w
}
