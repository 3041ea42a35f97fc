package html

import (
	"fmt"
	"math"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// day draws the whole run: who served, when it was simplex, and what callers
// felt.
func (d *drawer) day() drawn {
	w := reports.DayWindow(d.cfg)
	f := newFigure(w, 0)
	flags := d.flags(reports.Told(d.cfg))
	f.faults("Faults", flags)
	top := f.y
	ticks := f.hours(d.clock)
	f.axis(ticks)
	changed, same := d.lanesIn(f)
	for _, lanes := range changed {
		f.pair(laneName(lanes), lanes)
	}
	f.fold(foldNames(same))
	d.simplex(f)
	if c := d.p.Day; c != nil {
		f.chart("Calls in queue|, mean and 95 % interval", 60, nice(high(c.Queue)), "", line{curve: c.Queue, class: "wait", band: true})
		f.chart("Calls in talk|, mean and 95 % interval", 60, nice(high(c.Talk)), "", line{curve: c.Talk, class: "serve", band: true})
		if len(d.r.Options.Levels) > 0 {
			f.chart(fmt.Sprintf("Answered within %s|, by time of arrival in the queue", reports.Span(d.r.Options.Levels[0])), 60, 1, "%", line{curve: c.Service, class: "serve", band: true})
		}
	}
	losses := lossesOf(d.c, d.p.Trace, reports.Faults(d.cfg), &f.scale)
	f.lossRows(losses, len(d.c.Result.Reps))
	f.hairlines(flags, top)
	f.axis(ticks)
	return d.finish(f, w, d.p.Day, changed, "The whole run: faults, sides, calls in queue and in talk, service level and losses over time. All data stands in the tables below the figure.")
}

// simplex draws when an Agent PG or the Routers were not duplex.
func (d *drawer) simplex(f *figure) {
	units := d.cfg.Units()
	drawn := false
	for _, x := range d.p.Trace.Facts {
		if x.Kind != model.FactSimplexTime || x.Value <= 0 {
			continue
		}
		from, to := max(x.T-sim.Time(x.Value), f.from), min(x.T, f.to)
		if to <= from || units[x.Subject].Single() || !units[x.Subject].InService {
			continue
		}
		if !drawn {
			f.gutter.text("0", px(f.y+12), "nm", "Simplex")
			drawn = true
		}
		x0, wide := f.x(from), f.x(to)-f.x(from)
		f.plot.titled(pct(x0), px(f.y+4), pct(math.Max(wide, 0.002)), "10", "simp", fmt.Sprintf("%s simplex from %s to %s", units[x.Subject].Name, d.clock(from), d.clock(to)))
	}
	if drawn {
		f.y += laneRow + laneGap
	}
}
