package scenarios

import (
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// reskill compiles which skill groups agents are given.
func (c *compiler) reskill(l *model.Lever, e *format.Entry) {
	switch {
	case l.Verb != model.VerbReskill && len(e.Skills) > 0:
		c.Add(e.Skills[0].Pos, "%s takes no skills", e.Do.S)
		return
	case l.Verb != model.VerbReskill:
		return
	case len(e.Skills) == 0:
		c.Add(e.Pos, "reskill needs skills, such as skills: [%s]", strings.Join(c.cfg.Skills, ", "))
		return
	}
	l.Group = slices.IndexFunc(c.cfg.Groups, func(g model.Group) bool { return g.Name == e.Target.Name })
	var names []string
	for _, text := range e.Skills {
		s := model.GroupSkill{Skill: c.index(text, c.cfg.Skills, "skill group")}
		for _, own := range c.cfg.Groups[l.Group].Skills {
			if own.Skill == s.Skill {
				s = own // with its own talk time
			}
		}
		l.Skills = append(l.Skills, s)
		names = append(names, text.S)
	}
	l.Name += " to " + strings.Join(names, ", ")
}
