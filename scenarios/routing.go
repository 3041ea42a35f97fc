package scenarios

import (
	"slices"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// skillsOf compiles the skill groups of agents, in their order.
func (c *compiler) skillsOf(g *format.Group) (all []model.GroupSkill) {
	if len(g.Skills) == 0 && len(c.cfg.Skills) > 1 {
		c.Add(g.Pos, "the group %q needs its skill groups: skills: [%s]", g.Name.S, c.cfg.Skills[0])
	}
	for _, f := range g.Skills {
		s := model.GroupSkill{Skill: c.index(f.Name, c.cfg.Skills, "skill group")}
		if slices.ContainsFunc(all, func(o model.GroupSkill) bool { return o.Skill == s.Skill }) {
			c.Add(f.Pos, "the group %q has the skill group %q twice", g.Name.S, f.Name.S)
			continue
		}
		c.dist(f.Talk, &s.Talk)
		all = append(all, s)
	}
	return all
}
