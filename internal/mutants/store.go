package main

// keeping are seeded bugs of the store of runs, and of tables that are kept.
var keeping = []mutant{
	{"store: who finds the file locked gives up", "reports/store/store.go", "busy_timeout(%d)\", place, patience.Milliseconds())", "busy_timeout(%d)\", place, 0)", kept, false},
	{"store: writers do not wait for each other in PostgreSQL", "reports/store/store.go", "\tif s.numbered {\n\t\t_, err = tx", "\tif !s.numbered && s.numbered {\n\t\t_, err = tx", kept, false},
	{"store: metrics of the run before stay", "reports/store/store.go", ", \"DELETE FROM ccsim_metric WHERE run = ?\"}", "}", kept, false},
	{"store: reports of the run before stay", "reports/store/store.go", "\"DELETE FROM ccsim_report WHERE run = ?\", ", "", kept, false},
	{"store: half widths add up", "reports/store/store.go", "null(math.Hypot(a.Half.Float64, b.Half.Float64))", "null(a.Half.Float64 + b.Half.Float64)", kept, false},
	{"store: the oldest comes first", "reports/store/store.go", "ORDER BY stored_at DESC, id", "ORDER BY stored_at, id", kept, false},
	{"store: the first of several that fit", "reports/store/store.go", "\tcase 1:\n\t\treturn &found[0], nil", "\tdefault:\n\t\treturn &found[0], nil", kept, false},
	{"store: a number that is none is zero", "reports/store/store.go", "Valid: !math.IsNaN(v) && !math.IsInf(v, 0)}", "Valid: true}", kept, false},
	{"tables: half hours, whatever is asked", "reports/hds/clock.go", "return &clock{start, interval}", "return &clock{start, halfHour}", []string{"./reports/hds/out"}, false},
}

var kept = []string{"./reports/store"}
