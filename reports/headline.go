package reports

import (
	"fmt"
	"strings"

	"ccsim/model"
)

// Headline is the answer in a sentence or two: what each fault of the plain
// scenario lost, then how each variant compares.
func Headline(r *Report) []string {
	var lines []string
	if r.Partial() {
		lines = append(lines, fmt.Sprintf("Stopped after %d of %d replications.", r.Run.Replications, r.Run.Asked))
	}
	if n := r.Failed(); n > 0 {
		lines = append(lines, fmt.Sprintf("%s of %d FAILED.", plural(n, "expectation"), len(r.Expect)))
	}
	for _, c := range r.columns() {
		lines = append(lines, r.faultLines(c)...)
	}
	if len(lines) == 0 {
		level := ""
		if len(r.Options.Levels) > 0 {
			level = ", " + showShare(r.Plain, LevelName(r.Options.Levels[0]), "all") + " were answered within " + span(r.Options.Levels[0])
		}
		lines = append(lines, fmt.Sprintf("Of %s calls offered %s were handled and %s abandoned%s.",
			show(r.Plain, "calls.offered", "all"), show(r.Plain, "calls.handled", "all"), show(r.Plain, "calls.abandoned", "all"), level))
	}
	return lines
}

// serious are the kinds of loss that a headline always speaks of.
var serious = []struct {
	kind     model.LossKind
	one, all string
}{
	{model.LossPendingState, lossWords[model.LossPendingState][0], lossWords[model.LossPendingState][1]},
	{model.LossSignIn, lossWords[model.LossSignIn][0], lossWords[model.LossSignIn][1]},
	{model.LossContext, lossWords[model.LossContext][0], lossWords[model.LossContext][1]},
	{model.LossUndeliverable, "call", "calls"}, // the only calls that this version can lose
}

func (r *Report) faultLines(c Named) (lines []string) {
	for _, i := range Faults(c.Config) {
		l := &c.Config.Levers[i]
		if !sideVerb(l.Verb) || l.Verb == model.VerbStart || l.Verb == model.VerbHeal {
			continue
		}
		at := ""
		if r.Clock != nil && l.Trigger.Kind == model.FactNone && l.AtDist.IsZero() {
			at = " at " + r.Clock(l.At)
		}
		lines = append(lines, fmt.Sprintf("%s%s%s.", opening(l), at, lostWords(c.Result, i)))
	}
	for i := range c.Config.Failures {
		pg := c.Config.PGs[c.Config.Failures[i].Pair].Name
		lines = append(lines, fmt.Sprintf("Random failures of %s (%s a run)%s.", pg, show(c.Result, "side_failures", "all"), lostWords(c.Result, len(c.Config.Levers)+i)))
	}
	return lines
}

// sideVerb tells whether a verb acts on a side or a link, not on agents or
// calls.
func sideVerb(v model.Verb) bool { return v <= model.VerbSteady }

// opening begins a sentence about a fault.
func opening(l *model.Lever) string {
	_, target, _ := strings.Cut(l.Name, " ")
	target = strings.ReplaceAll(strings.ReplaceAll(target, "/A", " side A"), "/B", " side B")
	if link, ok := strings.CutPrefix(target, "link/private:"); ok {
		for _, way := range []string{"A", "B"} {
			other := map[string]string{"A": "B", "B": "A"}[way]
			link = strings.Replace(link, ":"+way+">"+other, " from "+way+" to "+other, 1)
		}
		target = "the private link of " + link
	}
	switch l.Verb {
	case model.VerbMaintenance:
		return "Maintenance of " + target
	case model.VerbCrash:
		return "The crash of " + target
	case model.VerbStop:
		return "The plain stop of " + target
	case model.VerbRestart:
		return "The restart of " + target
	case model.VerbCut:
		return "The cut of " + target
	case model.VerbDelay:
		return "A delay on " + target
	case model.VerbLose:
		return "Loss on " + target
	case model.VerbFlap:
		return "Flapping of " + target
	}
	return "The cancel of the maintenance of " + target
}

// lostWords says what a lever lost and that the rest was not.
func lostWords(res *Result, lever int) string {
	var lost, kept []string
	for _, s := range serious {
		stat, ok := res.Get("losses."+s.kind.String(), CauseScope(lever+1))
		switch {
		case !ok:
		case stat.Mean == 0:
			kept = append(kept, "no "+s.one)
		default:
			word := s.all
			if stat.Mean == 1 && stat.SD == 0 {
				word = s.one
			}
			lost = append(lost, WithInterval(stat.Mean, stat.HalfWidth(confidence))+" "+word)
		}
	}
	switch {
	case len(lost) == 0:
		return " lost nothing"
	case len(kept) == 0:
		return " lost " + join(lost, "and")
	}
	return " lost " + join(lost, "and") + ", but " + join(kept, "and")
}

func join(words []string, last string) string {
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}
