package model

import "slices"

// Reskilling: an administrator or supervisor gives agents other skill groups. It is
// a change of configuration, so it needs a Logger that writes; the PG, and a
// maintenance of it, have no part in it.

// reskilled is a group as a lever makes it; one without skills is the group itself.
func (c *Config) reskilled(l *Lever) (g Group) {
	g = c.Groups[l.Group]
	if len(l.Skills) > 0 {
		g.Skills, g.NoSkills = l.Skills, false
	}
	return g
}

// reskills lays out what agents can be skilled in: what their groups are first, then
// what each lever gives.
func (t *topology) reskills(cfg *Config, parts [][]part) {
	for g := range cfg.Groups {
		t.skilled = append(t.skilled, cfg.Groups[g].Skills)
	}
	for i := range cfg.Levers {
		if l := &cfg.Levers[i]; l.Verb == VerbReskill {
			g := cfg.reskilled(l)
			t.duties, t.skilled = append(t.duties, cfg.dutiesOf(&g, parts[l.Group])), append(t.skilled, g.Skills)
		}
	}
}

// profileOf is the place of what a lever gives.
func (t *topology) profileOf(cfg *Config, lever int) uint32 {
	n := uint32(len(cfg.Groups))
	for i := range cfg.Levers[:lever] {
		if cfg.Levers[i].Verb == VerbReskill {
			n++
		}
	}
	return n
}

// reskill gives agents other skills. Those who wait for a call take what waits for
// them now; those on a call finish it.
func (w *World) reskill(l *Lever, lever uint32) IgnoreReason {
	if w.pairs[w.top.router].Gap {
		return IgnoreNoLogger
	}
	to := w.top.profileOf(w.cfg, int(lever))
	for _, a := range l.Agents {
		r := &w.records[a].Router
		listed, since := r.Available, r.Since
		w.unlist(a)
		w.agents[a].Profile = to
		if listed {
			w.list(a, since)
		}
	}
	if w.router.Open {
		w.matchAll()
	}
	return 0
}

// becomesSkilled tells whether a lever gives agents of a group a skill.
func (c *Config) becomesSkilled(group, skill int) bool {
	return slices.ContainsFunc(c.Levers, func(l Lever) bool {
		return l.Verb == VerbReskill && l.Group == group && slices.ContainsFunc(l.Skills, func(s GroupSkill) bool { return s.Skill == skill })
	})
}
