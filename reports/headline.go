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
	if r.Rule != nil && !Met(r.Precision) {
		lines = append(lines, r.stopWords())
	}
	if n := r.Failed(); n > 0 {
		lines = append(lines, fmt.Sprintf("%s of %d FAILED.", plural(n, "expectation"), len(r.Expect)))
	}
	for _, c := range r.columns() {
		lines = append(lines, r.faultLines(c)...)
	}
	if len(lines) == 0 && len(r.Config.Callers()) == 0 && len(r.Config.Campaigns) > 0 {
		return []string{outboundLine(r)}
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

// serious are the kinds of loss that a headline speaks of: always, or only
// where there were any.
var serious = []struct {
	kinds    []model.LossKind
	one, all string
	always   bool
}{
	{[]model.LossKind{model.LossPendingState}, lossWords[model.LossPendingState][0], lossWords[model.LossPendingState][1], true},
	{[]model.LossKind{model.LossSignIn}, lossWords[model.LossSignIn][0], lossWords[model.LossSignIn][1], true},
	{[]model.LossKind{model.LossContext}, lossWords[model.LossContext][0], lossWords[model.LossContext][1], true},
	{[]model.LossKind{model.LossRoutingDialog}, lossWords[model.LossRoutingDialog][0], lossWords[model.LossRoutingDialog][1], false},
	{[]model.LossKind{model.LossCall, model.LossUndeliverable}, "call", "calls", true},
}

func (r *Report) faultLines(c Named) (lines []string) {
	for _, i := range Faults(c.Config) {
		if l := &c.Config.Levers[i]; told(l) {
			lines = append(lines, r.Sentence(c, i))
		}
	}
	for i := range c.Config.Failures {
		pg := c.Config.FailureName(i)
		lines = append(lines, fmt.Sprintf("Random failures of %s (%s a run)%s.", pg, show(c.Result, "side_failures", "all"), lostWords(c.Result, len(c.Config.Levers)+i)))
	}
	return lines
}

// told tells whether a headline speaks of a lever.
func told(l *model.Lever) bool {
	return sideVerb(l.Verb) && l.Verb != model.VerbStart && l.Verb != model.VerbHeal && l.Verb != model.VerbResume
}

// Told lists the faults that a headline speaks of, by their place in
// Config.Levers.
func Told(c *model.Config) (all []int) {
	for _, i := range Faults(c) {
		if told(&c.Levers[i]) {
			all = append(all, i)
		}
	}
	return all
}

// Sentence says what a fault lost.
func (r *Report) Sentence(c Named, lever int) string {
	l := &c.Config.Levers[lever]
	at := ""
	if r.Clock != nil && l.Trigger.Kind == model.FactNone && l.AtDist.IsZero() {
		at = " at " + r.Clock(l.At)
	}
	return fmt.Sprintf("%s%s%s.", opening(l), at, lostWords(c.Result, lever))
}

// sideVerb tells whether a verb acts on a process or a link, not on agents or
// calls.
func sideVerb(v model.Verb) bool {
	return v <= model.VerbSteady || v == model.VerbPause || v == model.VerbResume
}

// linkWords name a link that is not private.
func linkWords(link string) string {
	kind, ends, _ := strings.Cut(link, ":")
	switch kind {
	case "private":
		return "all private links"
	case "public":
		if ends == "" {
			return "the public network between the sites"
		}
		return "the public link " + strings.ReplaceAll(ends, ":", " – ")
	}
	return "the " + map[string]string{"jtapi": "JTAPI", "cti": "CTI", "desktop": "desktop", "campaign": "Campaign Manager", "sip": "SIP gateway", "mr": "MR PIM"}[kind] + " link of " + ends
}

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
	if link, ok := strings.CutPrefix(target, "link/"); ok {
		target = linkWords(link)
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
	case model.VerbPause:
		return "The pause of " + target
	}
	return "The cancel of the maintenance of " + target
}

// lostWords says what a lever lost and that the rest was not.
func lostWords(res *Result, lever int) string { return lostWordsOf(res, CauseScope(lever+1)) }

// lostWordsOf says what was lost in a scope.
func lostWordsOf(res *Result, scope string) string {
	var lost, kept []string
	for _, s := range serious {
		none := true
		for _, kind := range s.kinds {
			stat, ok := res.Get("losses."+kind.String(), scope)
			if !ok || stat.Mean == 0 {
				continue
			}
			none = false
			word := s.all
			if stat.Mean == 1 && stat.SD == 0 {
				word = s.one
			}
			if kind == model.LossUndeliverable {
				word = "undeliverable " + word
			}
			lost = append(lost, WithInterval(stat.Mean, stat.HalfWidth(confidence))+" "+word)
		}
		if none && s.always {
			kept = append(kept, "no "+s.one)
		}
	}
	switch {
	case len(lost) == 0:
		return " lost nothing"
	case len(kept) == 0:
		return " lost " + join(lost)
	}
	return " lost " + join(lost) + ", but " + join(kept)
}

func join(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
