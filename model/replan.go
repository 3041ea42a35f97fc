package model

// Replan lets a world, at best a fork, go on by another plan of its agents: cfg is
// a copy of its configuration in which only the counts of steps of Group.Staff
// differ that lie ahead. Searches for a number of agents try several from one
// moment.
func (w *World) Replan(cfg *Config) { w.cfg = cfg }
