package main

var (
	plans   = []string{"./scenarios/plan"}
	rosters = []string{"./scenarios/shifts"}
)

// planning are seeded bugs of plans and of money.
var planning = []mutant{
	{"plan: a start that is refused is the best", "scenarios/plan/plan.go", "return len(s.Trouble) == 0 }", "return len(s.Trouble) < 100 }", plans, true},
	{"plan: other maintenances take place", "scenarios/plan/plan.go", "case planned(l):", "case planned(l) && lever < 0:", plans, false},
	{"plan: a maintenance tied to an event takes place in the plain day", "scenarios/plan/plan.go", "l.IsUndo, l.AtDist, l.Trigger = true, sim.Dist{}, model.Trigger{}", "l.IsUndo, l.AtDist = true, sim.Dist{}", plans, false},
	{"plan: estimated again with the same callers", "scenarios/plan/plan.go", "Fresh: c.Seed + 1,", "Fresh: c.Seed,", plans, false},
	{"plan: fewer who abandon are a gain", "scenarios/plan/plan.go", "more = max(more, 0)", "more = more + 0", plans, false},
	{"plan: the end of the run is a start", "scenarios/plan/plan.go", "if l.Undo >= 0 && at+l.For >= c.Config.Horizon {", "if l.Undo >= 0 && at >= c.Config.Horizon {", plans, false},
	{"plan: the cheapest, not the earliest of its run", "scenarios/plan/choice.go", "m.Best = r.First", "m.Best = m.Cheapest", plans, false},
	{"plan: the first of all that cannot be told apart", "scenarios/plan/choice.go", "if r.First <= m.Cheapest && m.Cheapest <= r.Last {", "if m.Best < 0 {", plans, false},
	{"plan: everything is told apart", "scenarios/plan/choice.go", "all[i].N > 1 && all[i].Sure()", "all[i].N > 1", plans, false},
	{"prices: every answered call is late", "reports/prices.go", "sim.Time(x.Value) > f.opt.Levels[0]", "sim.Time(x.Value) >= 0", plans, false},
	{"prices: agents are paid around the clock", "reports/prices.go", "if len(g.Staff) == 0 {\n", "if true {\n", plans, false},
	{"prices: a month is a year", "reports/prices.go", "const month = 730.5", "const month = 8766", plans, false},
	{"prices: of what comes after the warm-up", "reports/prices.go", "return float64(f.abandoned)", "return float64(f.calls[0].abandoned)", plans, false},
	{"cost: the dearest number", "scenarios/plan/staffing.go", "s.Tried[i].Cost.Mean < s.Tried[s.Best].Cost.Mean", "s.Tried[i].Cost.Mean > s.Tried[s.Best].Cost.Mean", plans, false},
	{"cost: told apart without the same callers", "scenarios/plan/staffing.go", "c.Expect, c.Rule, c.Steady, c.Seed = nil, nil, false, seed", "c.Expect, c.Rule, c.Steady, c.Seed = nil, nil, false, seed+uint64(n)", plans, false},
	{"cost: numbers beyond a gap are the same", "scenarios/plan/staffing.go", "!s.Tried[high+1].Apart && ", "", plans, false},
	{"shifts: heads rounded down", "scenarios/shifts/solve.go", "(agents*full + full - shrinkage - 1) / (full - shrinkage)", "agents * full / (full - shrinkage)", rosters, false},
	{"shifts: breaks are work", "scenarios/shifts/solve.go", "if at >= start+b.After && at < start+b.After+b.For {", "if b.For < 0 {", rosters, true},
	{"shifts: the last need of a row counts", "scenarios/shifts/solve.go", "g.rows[r].heads = max(g.rows[r].heads, heads)", "g.rows[r].heads = heads", rosters, false},
	{"shifts: rounded to the nearest", "scenarios/shifts/relax.go", "int(math.Ceil(v-slack))", "int(math.Round(v))", rosters, false},
	{"shifts: rounding without a tolerance", "scenarios/shifts/relax.go", "int(math.Ceil(v-slack))", "int(math.Ceil(v))", rosters, false},
	{"shifts: any of several optima", "scenarios/shifts/relax.go", "float64(g.columns[c].paid) + surcharge(&g.columns[c])", "float64(g.columns[c].paid)", rosters, false},
	{"shifts: nothing is trimmed", "scenarios/shifts/trim.go", "for g.less(counts, spare, order) || g.shorter(counts, spare, order) || g.oneForTwo(counts, spare, order) {", "for g.shorter(counts, spare, order) && false {", rosters, false},
	{"shifts: the check has everybody on the roster", "scenarios/shifts/check.go", "n := Serving(p.heads(shifts, at), p.Shrinkage)", "n := p.heads(shifts, at)", rosters, false},
	{"shifts: the check by the moment of the answer", "scenarios/shifts/check.go", "entered := x.T - wait", "entered := x.T + 0*wait", rosters, false},
	{"shifts: not sure is kept", "scenarios/shifts/check.go", "case c.Level.Mean-half >= g.Share:", "case c.Level.Mean >= g.Share:", rosters, false},
	{"shifts: faults in the check", "scenarios/shifts/check.go", "len(l.Procs)+len(l.Links)+len(l.Groups)+l.VM > 0", "l.VM > 0", rosters, false},
}
