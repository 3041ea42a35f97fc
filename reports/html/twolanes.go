package html

import (
	"fmt"
	"math"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// twoDays draws what callers felt over the whole run, one scenario over the
// other.
func twoDays(base, d *drawer) (drawn, bool) {
	w := reports.DayWindow(base.cfg)
	if base.p.Day == nil || d.p.Day == nil || reports.DayWindow(d.cfg) != w {
		return drawn{}, false
	}
	f := newFigure(w, 0)
	ticks := f.hours(base.clock)
	f.twoFaults(base, d, reports.Told(base.cfg), reports.Told(d.cfg))
	f.axis(ticks)
	a, b := base.p.Day, d.p.Day
	over := func(title string, height int, top float64, unit string, x, y reports.Curve) {
		f.chart(title, height, top, unit, line{curve: x, class: "axis", dash: true}, line{curve: y, class: "ink", band: true})
	}
	over("Calls in queue", 60, nice(math.Max(high(a.Queue), high(b.Queue))), "", a.Queue, b.Queue)
	over("Calls in talk", 60, nice(math.Max(high(a.Talk), high(b.Talk))), "", a.Talk, b.Talk)
	if len(base.r.Options.Levels) > 0 {
		over(fmt.Sprintf("Answered within %s|, by time of arrival in the queue", reports.Span(base.r.Options.Levels[0])), 60, 1, "%", a.Service, b.Service)
	}
	f.axis(ticks)
	*base.figs++
	return drawn{SVG: f.svg("The whole run of both scenarios: calls in queue and in talk, and service level over time.", *base.figs), From: w.From.Seconds(), To: w.To().Seconds(), fig: f,
		Lanes: curveTable(f, a).titled("Curves of " + clean(base.c.Name)), Curves: curveTable(f, b).titled("Curves of " + clean(d.c.Name))}, true
}

// titled is the table under another caption.
func (t table) titled(caption string) table {
	t.Caption = caption
	return t
}

// twoFaults draws the flags of both scenarios, one row each where it has any.
func (f *figure) twoFaults(base, d *drawer, ours, theirs []int) {
	for _, x := range []struct {
		d      *drawer
		levers []int
	}{{base, ours}, {d, theirs}} {
		if flags := x.d.flags(x.levers); len(flags) > 0 {
			f.faults(short(x.d.c.Name, 20), flags)
		}
	}
}

// sides are the changes of roles and links of a picture.
func sides(p *reports.Picture) (all []sim.Fact) {
	for _, x := range p.Trace.Facts {
		switch x.Kind {
		case model.FactRole, model.FactCut, model.FactHeal:
			x.Cause = 0
			all = append(all, x)
		}
	}
	return all
}

// firstApart is when the sides of two runs first differ.
func firstApart(a, b *reports.Picture) (sim.Time, bool) {
	x, y := sides(a), sides(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	at := sim.Forever
	if i < len(x) {
		at = min(at, x[i].T)
	}
	if i < len(y) {
		at = min(at, y[i].T)
	}
	return at, at < sim.Forever
}

// spanOf is the incident around a moment, if there is one.
func spanOf(p *reports.Picture, at sim.Time) *reports.Incident {
	for i := range p.Incidents {
		if in := &p.Incidents[i]; at >= in.At && at <= in.Window.To() {
			return in
		}
	}
	return nil
}

// twoLanes draws the swim lanes of the first incident in which roles differ, the
// first scenario above the other on one axis.
func twoLanes(base, d *drawer) (drawn, string, bool) {
	at, ok := firstApart(base.p, d.p)
	if !ok {
		return drawn{}, "", false
	}
	w := reports.Window{From: at - 10*sim.Second, Bin: sim.Second, Bins: 180}
	from, to, zero := w.From, w.To(), at
	for k, in := range []*reports.Incident{spanOf(base.p, at), spanOf(d.p, at)} {
		if in == nil {
			continue
		}
		if k == 0 || from == w.From {
			from, to, zero = in.Window.From, in.Window.To(), in.At
			continue
		}
		from, to, zero = min(from, in.Window.From), max(to, in.Window.To()), min(zero, in.At)
	}
	w = reports.Window{From: from, Bin: max((to-from)/180, 1), Bins: 180}
	f := newFigure(w, zero)
	ticks := f.around(zero, base.zero(zero))
	changed := map[string]bool{}
	for _, x := range []*drawer{base, d} {
		list, _ := x.lanesIn(f)
		for _, lanes := range list {
			changed[laneName(lanes)] = true
		}
	}
	var shown [][]*lane
	for k, x := range []*drawer{base, d} {
		var levers []int
		for _, l := range reports.Faults(x.cfg) {
			if t := x.leverAt(l); t >= w.From && t <= w.To() {
				levers = append(levers, l)
			}
		}
		top := f.y
		f.faults(short(x.c.Name, 20), x.flags(levers))
		if k == 0 {
			f.axis(ticks)
		}
		for _, lanes := range x.entries() {
			if changed[laneName(lanes)] {
				f.pair(laneName(lanes), lanes)
				shown = append(shown, lanes)
			}
		}
		f.lossRows(lossesOf(x.c, x.p.Trace, levers, &f.scale), len(x.c.Result.Reps))
		f.hairlines(x.flags(levers), top+faultRow)
		f.y += 18
	}
	f.axis(ticks)
	*base.figs++
	title := fmt.Sprintf("Who served: %s above %s, where they first differ", clean(base.c.Name), clean(d.c.Name))
	return drawn{SVG: f.svg(title+". All data stands in the table below the figure.", *base.figs), Lanes: laneTable(f, shown), From: (w.From - zero).Seconds(), To: (w.To() - zero).Seconds(), fig: f}, title, true
}
