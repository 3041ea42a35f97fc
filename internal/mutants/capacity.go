package main

var (
	sizing = []string{"./scenarios/capacity"}
	told   = []string{"./reports"}
)

// capacity are seeded bugs of the search for a number of agents or lines.
var capacity = []mutant{
	{"capacity: undecided is enough", "scenarios/capacity/search.go", "return v == Met, err", "return v != Missed, err", sizing, true},
	{"capacity: undecided is too few", "scenarios/capacity/search.go", "return v != Missed, err", "return v == Met, err", sizing, false},
	{"capacity: the bracket is off by one", "scenarios/capacity/search.go", "for high-low > 1 {", "for high-low > 2 {", sizing, false},
	{"capacity: the lower end of the bracket", "scenarios/capacity/search.go", "\treturn high, nil", "\treturn low, nil", sizing, false},
	{"capacity: the wrong side of a service level", "scenarios/capacity/judge.go", "if strings.HasPrefix(t.Op, \">\") {", "if false {", sizing, false},
	{"capacity: the mean alone decides", "scenarios/capacity/judge.go", "case mean+half < 0:", "case mean < 0:", sizing, true},
	{"capacity: a few calls decide", "scenarios/capacity/judge.go", "if n < 2 || few(calls, t) {", "if n < 2 {", sizing, false},
	{"capacity: runs weigh, not calls", "scenarios/capacity/judge.go", "w = r.Weights[at]", "_ = w", sizing, false},
	{"capacity: one target is enough", "scenarios/capacity/decide.go", "case Undecided:\n\t\t\tsure = Undecided", "case Undecided:", sizing, false},
	{"capacity: every window begins with an empty center", "scenarios/capacity/window.go", "if k == 0 {\n\t\tfresh", "if k >= 0 {\n\t\tfresh", sizing, true},
	{"capacity: what was found is not planned", "scenarios/capacity/window.go", "l.plan = l.plan.with(k, k+1, counts)", "l.plan = l.plan.with(k, k, counts)", sizing, false},
	{"capacity: calls of other windows count", "scenarios/capacity/window.go", "if x.T < s.from || x.T >= s.to {", "if x.T < s.from {", sizing, false},
	{"capacity: calls are not followed beyond their window", "scenarios/capacity/window.go", "for at := win.to; s.open > 0 && at < win.to+tail; {", "for at := win.to; s.open > 0 && at < win.to; {", sizing, false},
	{"capacity: faults happen in normal operation", "scenarios/capacity/condition.go", "if !slices.Contains(c.keep, i) {", "if len(c.keep) > i+9 {", sizing, false},
	{"capacity: a fault is over at once", "scenarios/capacity/day.go", "same >= calm && d.windows[k].from > x.condition.to)", "same >= calm)", sizing, false},
	{"capacity: the mean handle time by one call too many", "scenarios/capacity/theory.go", "t.handle /= t.rate", "t.handle /= t.rate + 1", sizing, false},
	{"capacity: the limit with the largest share breaks first", "scenarios/capacity/limits.go", "case a.Times < b.Times:", "case a.Use > b.Use:", sizing, false},
	{"capacity: congestion begins at the capacity", "scenarios/capacity/limits.go", "onset        = 1.1 ", "onset        = 1.0 ", sizing, false},
	{"capacity: a formula that is surely too few agrees", "reports/capacity_totals.go", "case count <= n.Low:", "case count < n.Low:", told, false},
	{"capacity: what is undecided counts with nobody in the sum", "reports/capacity_totals.go", "\t\t\tcount = m.Low + 1\n", "\t\t\tcount = 0\n", told, false},
	{"capacity: wrap-up counts among the calls in talk", "scenarios/capacity/why.go", "steady := talks(x.Plain.Config, n.From, n.To)", "steady := n.Load", sizing, false},
	{"capacity: who always waits has waited from before", "scenarios/capacity/why.go", "waiting-x.queued(n, p, counts) >= 0.1", "waiting >= 0.1", sizing, false},
	{"capacity: a Dialer keeps its own ports", "scenarios/capacity/dialers.go", "c.Config.Dialers[d].Ports = count", "_ = count", sizing, false},
	{"capacity: the campaigns of other Dialers count", "scenarios/capacity/dialers.go", "if c.Dialer == d {\n\t\t\t\tt.Scope", "if c.Dialer >= 0 {\n\t\t\t\tt.Scope", sizing, false},
	{"erlang: a flooded queue serves everybody", "scenarios/erlang/queue.go", "if c.allBusy == 0 && c.wait == 1 {", "if false {", numbers, false},
}
