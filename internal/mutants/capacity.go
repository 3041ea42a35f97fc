package main

var sizing = []string{"./scenarios/capacity"}

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
}
