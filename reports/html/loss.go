package html

import (
	"fmt"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"
)

// glyphs are the marks of the kinds of loss.
var glyphs = map[model.LossKind]string{
	model.LossPendingState: "g-pend", model.LossCall: "g-call", model.LossContext: "g-ctx", model.LossSignIn: "g-sign", model.LossControl: "g-ctl",
	model.LossRoutingDialog: "g-dialog", model.LossUndeliverable: "g-undel", model.LossSplitRecord: "g-split", model.LossEvent: "g-event",
}

func glyph(k model.LossKind) string {
	if g := glyphs[k]; g != "" {
		return g
	}
	return "g-task"
}

// lossOrder is the order of kinds in a report: the four that always stand,
// then the others.
func lossOrder() []model.LossKind {
	all := []model.LossKind{model.LossPendingState, model.LossCall, model.LossContext, model.LossSignIn}
	for _, k := range model.LossKinds() {
		if k != model.LossPendingState && k != model.LossCall && k != model.LossContext && k != model.LossSignIn {
			all = append(all, k)
		}
	}
	return all
}

// loss is how much of a kind was lost, and when in the first replication.
type loss struct {
	kind  model.LossKind
	text  string // mean with its interval
	mean  float64
	first sim.Time // -1 where the first replication lost none
	last  sim.Time
	lever int // whose
}

// lossesOf sums up what some levers lost.
func lossesOf(c reports.Named, t *reports.Trace, levers []int, s *scale) (all []loss) {
	for _, k := range lossOrder() {
		for _, lever := range levers {
			stat, ok := c.Result.Get("losses."+k.String(), reports.CauseScope(lever+1))
			if !ok || stat.Mean == 0 {
				continue
			}
			l := loss{kind: k, text: reports.Show(c.Result, stat.Name, stat.Scope), mean: stat.Mean, first: -1, lever: lever}
			for _, x := range t.Facts {
				if x.Kind == model.FactLoss && model.LossKind(x.Aux) == k && x.Cause == uint32(lever)+1 && s.holds(x.T) {
					if l.first < 0 {
						l.first = x.T
					}
					l.last = x.T
				}
			}
			all = append(all, l)
		}
	}
	return all
}

// lossRows draws a row for each kind of loss, with a glyph at its instant.
func (f *figure) lossRows(all []loss, replications int) {
	f.heading("Losses a run|, by kind, at the instant they happen")
	for _, k := range lossOrder() {
		var mine []loss
		for _, l := range all {
			if l.kind == k {
				mine = append(mine, l)
			}
		}
		if len(mine) == 0 && k != model.LossCall {
			continue
		}
		f.gutter.use(glyph(k), "8", px(f.y+10), "lossg")
		f.gutter.text("20", px(f.y+14), "sd s", gutterWord(k))
		if len(mine) == 0 {
			f.plot.open("text", "x", "0", "y", px(f.y+14), "class", "muted s")
			shortened(&f.plot, strings.Replace(none(replications), "none ", "none| ", 1))
			f.plot.close("text")
		}
		for _, l := range mine {
			f.lossMark(l)
		}
		f.y += lossRow
	}
}

// gutterWord is a short name of a kind of loss: the gutter of a phone is narrow.
func gutterWord(k model.LossKind) string {
	switch k {
	case model.LossContext:
		return "Contexts"
	case model.LossControl:
		return "Controls"
	case model.LossRoutingDialog:
		return "Dialogs"
	case model.LossUndeliverable:
		return "Undeliverable"
	case model.LossEvent:
		return "Events"
	}
	return capital(reports.LossWords(k))
}

func (f *figure) lossMark(l loss) {
	if l.first < 0 {
		f.plot.open("text", "x", "0", "y", px(f.y+14), "class", "lv s")
		shortened(&f.plot, l.text+"|, none in this replication")
		f.plot.close("text")
		return
	}
	x := f.x(l.first)
	if l.last > l.first {
		f.plot.leaf("line", "x1", pct(x), "x2", pct(f.x(l.last)), "y1", px(f.y+10), "y2", px(f.y+10), "class", "lossl")
	}
	f.plot.use(glyph(l.kind), pct(x), px(f.y+10), "lossg")
	class, dx := "lv s halo", "11"
	switch end := f.x(l.last); {
	case end <= 0.72:
		x = end // beside the line of losses that last
	case x > 0.3:
		class, dx = "lv e halo", "-11"
	}
	f.over.open("text", "x", pct(x), "dx", dx, "y", px(f.y+14), "class", class)
	f.over.WriteString(escape(l.text))
	f.over.close("text")
}

// cause draws the line from a fault to a loss, through the lane of the process
// that forgot it last.
func (f *figure) cause(from, to sim.Time, flagY int, lane string, end int) {
	x, at := pct(f.x(from)), pct(f.x(to))
	f.over.leaf("line", "x1", x, "x2", at, "y1", px(flagY), "y2", px(flagY), "class", "cause")
	f.over.leaf("line", "x1", at, "x2", at, "y1", px(flagY), "y2", px(end), "class", "cause")
	if y, ok := f.lanesY[lane]; ok {
		f.over.use("g-ring", at, px(y), "ring")
	}
	if to > from {
		label := fmt.Sprintf("%s forgotten", offset((to-from)/(100*sim.Millisecond)*(100*sim.Millisecond)))
		class, dx, room := "why s halo", "8", 1-f.x(to)
		if f.x(to) > 0.6 {
			class, dx, room = "why e halo", "-8", f.x(to)-f.x(from)
		}
		if hide, ok := fits(label, room); ok {
			f.over.open("text", "x", at, "dx", dx, "y", px(flagY+4), "class", class+" "+hide)
			f.over.WriteString(escape(label))
			f.over.close("text")
		}
	}
}

// holder is the process that lost something at an instant: the Agent PG side
// that handed over, stopped or crashed then.
func holder(cfg *model.Config, t *reports.Trace, at sim.Time) string {
	for _, x := range t.Facts {
		if x.T == at && (x.Kind == model.FactSwitched || x.Kind == model.FactCrashed || x.Kind == model.FactStopped || x.Kind == model.FactShutdownFailed) {
			return cfg.ProcName(model.ProcID(x.Subject))
		}
	}
	return ""
}

// none says that something was not seen.
func none(replications int) string {
	if replications < 2 {
		return "none (one replication)"
	}
	return fmt.Sprintf("none in %d runs (<\u00a0%s a run at 95\u00a0%%)", replications, num(3/float64(replications)))
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
