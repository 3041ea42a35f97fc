package html

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// drawn is a figure with the tables of its data.
type drawn struct {
	SVG    template.HTML
	Lanes  table
	Curves table
	Codes  table   // return codes of scripts in the figure
	From   float64 // seconds on the axis of the data, for the crosshair
	To     float64
	At     float64
	fig    *figure
}

// entries are the pairs of a center and the links that were cut, in the order of
// lanes.
func (d *drawer) entries() (list [][]*lane) {
	units := d.cfg.Units()
	type entry struct {
		lanes []*lane
		order int
	}
	var all []entry
	for _, l := range d.links {
		all = append(all, entry{[]*lane{l}, 0})
	}
	for i := range units {
		u := &units[i]
		var main, beside []*lane
		for _, id := range u.Procs(model.PairID(i)) {
			if l := d.procs[id]; id.Beside() {
				beside = append(beside, l)
			} else {
				main = append(main, l)
			}
		}
		for _, lanes := range [][]*lane{main, beside} {
			if len(lanes) > 0 {
				all = append(all, entry{lanes, lanes[0].order})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return a.order - b.order })
	for _, e := range all {
		list = append(list, e.lanes)
	}
	return list
}

// lanesIn tells which of them changed in the window of a figure, and names the
// others.
func (d *drawer) lanesIn(f *figure) (changed [][]*lane, same []string) {
	for _, lanes := range d.entries() {
		if slices.ContainsFunc(lanes, func(l *lane) bool { return l.changes(&f.scale) }) {
			changed = append(changed, lanes)
		} else if !lanes[0].link {
			same = append(same, laneName(lanes))
		}
	}
	return changed, same
}

func laneName(lanes []*lane) string {
	if lanes[0].link {
		return strings.TrimPrefix(lanes[0].name, "link/")
	}
	name, _, _ := strings.Cut(lanes[0].name, "/")
	return name
}

// drawer draws the figures of a scenario or variant.
type drawer struct {
	r      *reports.Report
	c      reports.Named
	p      *reports.Picture
	cfg    *model.Config
	procs  map[model.ProcID]*lane
	links  []*lane
	badges map[int]string // by lever
	figs   *int
}

func newDrawer(r *reports.Report, c reports.Named, p *reports.Picture, figs *int) *drawer {
	d := &drawer{r: r, c: c, p: p, cfg: c.Config, badges: map[int]string{}, figs: figs}
	d.procs, d.links = lanesOf(c.Config, p.Trace)
	for n, i := range reports.Faults(c.Config) {
		d.badges[i] = reports.FaultLabel(n)
	}
	return d
}

func (d *drawer) clock(t sim.Time) string {
	if d.r.Clock == nil {
		return offset(t)
	}
	return d.r.Clock(t)
}

// zero is the label of an axis at the moment that it counts from.
func (d *drawer) zero(at sim.Time) string {
	if d.r.Clock == nil {
		return "0 s"
	}
	return d.r.Clock(at)
}

// leverAt is when a lever acted in the first replication.
func (d *drawer) leverAt(lever int) sim.Time {
	for _, x := range d.p.Trace.Facts {
		if x.Kind == model.FactLever && int(x.Subject) == lever {
			return x.T
		}
	}
	return -1
}

func (d *drawer) flags(levers []int) (all []flag) {
	for _, l := range levers {
		if at := d.leverAt(l); at >= 0 {
			all = append(all, flag{at, d.badges[l], d.cfg.Levers[l].Name})
		}
	}
	slices.SortStableFunc(all, func(a, b flag) int { return int(max(-1, min(1, a.at-b.at))) })
	return all
}

// incident draws the swim lanes of the sides over what callers and agents felt.
func (d *drawer) incident(in *reports.Incident) drawn {
	f := newFigure(in.Window, in.At)
	flags := d.flags(in.Levers)
	f.faults("Fault", flags)
	top := f.y
	f.y += causeRow
	ticks := f.around(in.At, d.zero(in.At))
	f.axis(ticks)
	ends, words := d.phasesOf(in)
	f.phases(ends, words)
	codes := d.codes(f)
	changed, same := d.lanesIn(f)
	for _, lanes := range changed {
		f.pair(laneName(lanes), lanes)
	}
	f.fold(foldNames(same))
	if in.Curves != nil {
		d.curves(f, in.Curves)
	}
	losses := lossesOf(d.c, d.p.Trace, in.Levers, &f.scale)
	rows := f.y
	f.lossRows(losses, len(d.c.Result.Reps))
	f.hairlines(flags, top)
	d.causes(f, losses, rows)
	f.axis(ticks)
	out := d.finish(f, in.Window, in.Curves, changed, "Swim lanes of "+d.words(in))
	out.Codes = codes
	return out
}

// words says what an incident's figure shows, for those who cannot see it.
func (d *drawer) words(in *reports.Incident) string {
	var parts []string
	for _, l := range in.Levers {
		if told(d.cfg, l) {
			parts = append(parts, strings.TrimSuffix(d.r.Sentence(d.c, l), "."))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, d.cfg.Levers[in.Levers[0]].Name)
	}
	return strings.Join(parts, ". ") + ". All data stands in the tables below the figure."
}

func (d *drawer) finish(f *figure, w reports.Window, c *reports.Curves, changed [][]*lane, label string) drawn {
	*d.figs++
	out := drawn{SVG: f.svg(label, *d.figs), Lanes: laneTable(f, changed), From: (w.From - f.at).Seconds(), To: (w.To() - f.at).Seconds(), At: f.at.Seconds(), fig: f}
	if c != nil {
		out.Curves = curveTable(f, c)
	}
	return out
}

// foldNames lists names, or their number where there are many.
func foldNames(names []string) string {
	text := strings.Join(names, ", ")
	if len(text) > 110 {
		return fmt.Sprintf("%d others, in the tables of the scenario", len(names))
	}
	return text
}

// phasesOf cuts an incident into stretches: until the other side serves, until
// all is well again.
func (d *drawer) phasesOf(in *reports.Incident) (ends []sim.Time, words []string) {
	took := sim.Time(-1)
	mine := func(x sim.Fact) bool { return slices.Contains(in.Levers, int(x.Cause)-1) }
	after := "recovered"
	for _, x := range d.p.Trace.Facts {
		if !mine(x) {
			continue
		}
		switch x.Kind {
		case model.FactActive, model.FactSwitched, model.FactRouting:
			if took < 0 {
				took = x.T
			}
		case model.FactSimplex:
			after = "recovered, simplex"
		case model.FactDuplex:
			after = "recovered"
		}
	}
	takeover, back := "takeover", "agents come back"
	if d.cfg.Levers[in.Levers[0]].Verb == model.VerbMaintenance {
		takeover, back = "clients agree, handover", "the old side stops"
	}
	ends, words = []sim.Time{in.At}, []string{"before"}
	if took > in.At {
		ends, words = append(ends, took), append(words, takeover)
	}
	return append(ends, in.Recovered, in.Window.To()), append(words, back, after)
}

// curves draws the small multiples that changed, and names the others.
func (d *drawer) curves(f *figure, c *reports.Curves) {
	var same []string
	if c.Holding {
		top := nice(math.Max(high(c.Pending[0]), high(c.Pending[1])))
		f.chart("Pending states held| in the memory of each side, mean", 46, top, "", line{curve: c.Pending[0], class: "serve", word: "side A"}, line{curve: c.Pending[1], class: "serve", dash: true, word: "side B"})
	}
	if flat(c.Queue) {
		same = append(same, "calls in queue")
	} else {
		f.chart("Calls in queue|, mean and 95 % interval", 60, nice(high(c.Queue)), "", line{curve: c.Queue, class: "wait", band: true})
	}
	if !flat(c.Talk) || !flat(c.Desk) {
		f.chart("Calls in talk|: all, and (dashed) those with an agent who is signed in", 60, nice(high(c.Talk)), "", line{curve: c.Talk, class: "serve", band: true}, line{curve: c.Desk, class: "cut", dash: true})
	} else {
		same = append(same, "calls in talk")
	}
	if c.SignedOut || !flat(c.Agents[reports.BandTalking]) {
		d.agents(f, c)
	} else {
		same = append(same, "agents by state")
	}
	if len(d.r.Options.Levels) > 0 {
		if flat(c.Service) {
			same = append(same, "service level")
		} else {
			f.chart(fmt.Sprintf("Answered within %s|, by time of arrival in the queue", reports.Span(d.r.Options.Levels[0])), 46, 1, "%", line{curve: c.Service, class: "serve", band: true})
		}
	}
	if len(same) > 0 {
		f.fold(capital(strings.Join(same, ", ")))
	}
}

func (d *drawer) agents(f *figure, c *reports.Curves) {
	var curves []reports.Curve
	var classes, words []string
	names := [...]string{"talk", "wrap", "ready", "nr", "cut"}
	for _, b := range reports.Bands() {
		if high(c.Agents[b]) > 0 {
			curves, classes, words = append(curves, c.Agents[b]), append(classes, names[b]), append(words, b.String())
		}
	}
	if len(curves) > 0 {
		f.stack("Agents by state|, mean", 84, curves, classes, words)
	}
}

// causes draws the lines from faults to the largest losses.
func (d *drawer) causes(f *figure, losses []loss, rows int) {
	seen := map[sim.Time]bool{}
	shown := 0
	for _, l := range losses {
		if l.first < 0 || seen[l.first] || shown == 4 || !grave(l.kind) {
			continue
		}
		from := d.leverAt(l.lever)
		if from < 0 || from > l.first {
			continue
		}
		seen[l.first] = true
		shown++
		end := rows + 22 + 10
		for _, k := range lossOrder() {
			if k == l.kind {
				break
			}
			if k == model.LossCall || slices.ContainsFunc(losses, func(o loss) bool { return o.kind == k }) {
				end += lossRow
			}
		}
		f.cause(from, l.first, faultRow+8, holder(d.cfg, d.p.Trace, l.first), end)
	}
}

// grave tells the kinds of loss that lines are drawn to: a state, a call, what is
// known of it, or a sign-in.
func grave(k model.LossKind) bool {
	return k != model.LossEvent && k != model.LossControl && k != model.LossSplitRecord
}

// high is the highest value of a curve with its interval.
func high(c reports.Curve) (top float64) {
	for i, v := range c.Mean {
		if !math.IsNaN(v) {
			top = math.Max(top, v+c.Half[i])
		}
	}
	return top
}

// flat tells whether a curve stays inside its own interval: a horizontal line
// would fit through all of it.
func flat(c reports.Curve) bool {
	low, up := math.Inf(-1), math.Inf(1)
	for i, v := range c.Mean {
		if math.IsNaN(v) {
			continue
		}
		half := math.Max(c.Half[i], 1e-9)
		low, up = math.Max(low, v-half), math.Min(up, v+half)
	}
	return low <= up
}
