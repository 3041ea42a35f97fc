package capacity

import (
	"slices"

	"ccsim/model"
)

// pool is groups of agents who share queues, with the queues whose calls come to
// them. Pools have no call in common, so each is sized for itself.
type pool struct {
	groups []int
	queues []int
}

// pools are those that callers' calls come to, in the order of their first group.
func pools(cfg *model.Config) (all []pool) {
	called := make([]bool, cfg.Queues())
	for i := range cfg.Callers() {
		for _, q := range cfg.QueuesOf(i) {
			called[q] = true
		}
	}
	done := make([]bool, len(cfg.Groups))
	for g := range cfg.Groups {
		if done[g] {
			continue
		}
		p := pool{groups: []int{g}}
		done[g] = true
		for i := 0; i < len(p.groups); i++ {
			for q, yes := range called {
				if !yes || !serves(cfg, p.groups[i], q) || slices.Contains(p.queues, q) {
					continue
				}
				p.queues = append(p.queues, q)
				for other := range cfg.Groups {
					if !done[other] && serves(cfg, other, q) {
						done[other] = true
						p.groups = append(p.groups, other)
					}
				}
			}
		}
		if len(p.queues) > 0 {
			slices.Sort(p.groups)
			slices.Sort(p.queues)
			all = append(all, p)
		}
	}
	return all
}

// serves tells whether a group takes calls of a queue.
func serves(cfg *model.Config, group, queue int) bool {
	if queue < len(cfg.Skills) {
		return cfg.Groups[group].Has(queue)
	}
	for _, s := range cfg.Precision[queue-len(cfg.Skills)].Steps {
		if slices.Contains(s.Groups, group) {
			return true
		}
	}
	return false
}

// owner is the group to which the formulas give the calls of a queue: the first
// that takes them before all others, or the first that takes them at all.
func owner(cfg *model.Config, p *pool, queue int) int {
	first := -1
	for _, g := range p.groups {
		if !serves(cfg, g, queue) {
			continue
		}
		if s := cfg.Groups[g].Skills; len(s) == 0 || s[0].Skill == queue {
			return g
		}
		if first < 0 {
			first = g
		}
	}
	return first
}
