package main

// numbers are the closed forms and the statistics.
var numbers = []string{"./scenarios/erlang", "./reports"}

var sweeps = []string{"./scenarios/sweep"}

// statistics are seeded bugs of what is told of many runs.
var statistics = []mutant{
	{"erlang: an answered call that hung up counts", "scenarios/erlang/queue.go", "return float64(q.density(c.allBusy, x) * q.stays(x)) })\n\tinQueue", "return q.density(c.allBusy, x) })\n\tinQueue", numbers, false},
	{"erlang: one agent too many", "scenarios/erlang/queue.go", "for high-low > 1 {", "for high-low > 2 {", numbers, false},
	{"rule: variants do not matter", "scenarios/pool.go", "for of, v := range p.all {\n\t\tfor _, x", "for of, v := range p.all[:1] {\n\t\tfor _, x", pictures, false},
	{"rule: in the order in which runs end", "scenarios/pool.go", "for p.stop == 0 && p.complete < p.plain.Replications && p.whole(p.complete) {\n\t\tp.complete++", "if p.stop == 0 && p.complete < p.plain.Replications {\n\t\tp.complete++", pictures, true},
	{"rule: nothing seen is precise", "reports/rule.go", "p.Half = ratio(p.Half, math.Abs(s.Mean))", "p.Half = p.Half * math.Abs(s.Mean)", pictures, false},
	{"rule: a share of the measured value", "reports/rule.go", "limit = u.Width / (1 + u.Width)", "limit = u.Width * 2", pictures, false},
	{"estimate: a mean of ratios", "reports/estimate.go", "e.mean = top / bottom", "top = e.mean * bottom", numbers, true},
	{"estimate: ratios as if runs were equal", "reports/estimate.go", "e.jackknife(reps, i, top, bottom)", "_ = e.jackknife", numbers, false},
	{"median: one rank too narrow", "reports/order.go", "return k\n", "return k + 1\n", numbers, false},
	{"paired: as if the runs were independent", "reports/paired.go", "d.SE = spread(pairs, average(pairs), d.N) / math.Sqrt(float64(d.N))", "d.SE = d.Apart", numbers, true},
	{"paired: no correction by Holm", "reports/paired.go", "float64(float64(len(tested)-i)*d.P)", "float64(float64(1+0*i)*d.P)", numbers, false},
	{"paired: Bonferroni", "reports/paired.go", "float64(float64(len(tested)-i)*d.P)", "float64(float64(len(tested)+0*i)*d.P)", numbers, false},
	{"paired: each scenario has callers of its own", "scenarios/compare/compare.go", "v.Seed, v.Variants, v.Expect, v.Rule = sides[0].Seed, nil, nil, nil", "v.Variants, v.Expect, v.Rule = nil, nil, nil", []string{"./scenarios/compare"}, false},
	{"callers: who fares the same is listed too", "reports/callers.go", "both++\n\t\t\tcontinue", "both++", []string{"./scenarios/compare", "./reports"}, false},
	{"sweep: points of another sweep are taken", "scenarios/sweep/sweep.go", "if p.Sweep != s.head.ID || p.Number != i+1 {", "if p.Number != i+1 {", sweeps, false},
	{"sweep: a kept point runs again", "scenarios/sweep/sweep.go", "if kept == nil {", "if true {", sweeps, false},
	{"sweep: a missing part is not noticed", "scenarios/sweep/part.go", "if n := slices.Index(all, nil); n >= 0 {", "if n := slices.Index(all, nil); n >= 1000 {", []string{"./cmd/ccsim"}, false},
	{"sweep: values of a stopped point are kept", "scenarios/sweep/sweep.go", "if err != nil || out.Partial {", "if err != nil {", sweeps, false},
	{"sweep: a hypercube without strata", "scenarios/sweep/points.go", "u := (float64(part) + draws", "u := (float64(part)*0.9 + draws", sweeps, false},
	{"steady: the warm-up counts", "reports/steady.go", "rest := len(s.waits) - cut", "rest := len(s.waits)", numbers, false},
	{"steady: calls instead of batches", "reports/steady.go", "spread(means, mean, batches) / math.Sqrt(batches)", "spread(means, mean, batches) / math.Sqrt(float64(batches*out.Size))", numbers, false},
	{"steady: correlated batches are believed", "reports/steady.go", "if v.Lag > maxLag {", "if v.Lag > 1 {", numbers, false},
	{"steady: the quiet end is the steady state", "reports/steady.go", "if j > n/2 {", "if j > n-2 {", numbers, false},
	{"control: the measured number of calls for the exact one", "reports/control.go", "slope, off := xy/xx, meanX-expected", "slope, off := xy/xx, float64(0*expected)", numbers, false},
	{"control: a surge is forgotten", "reports/control.go", "if cfg.Levers[i].Verb == model.VerbSurge {", "if i < 0 {", numbers, false},
}
