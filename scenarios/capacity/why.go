package capacity

import (
	"fmt"
	"math"
	"strconv"

	"ccsim/model"
	"ccsim/reports"
)

// why says what the simulated runs of an interval show of what the formulas leave
// out. It is empty where the formula that fits says the same.
func (x *search) why(n *reports.Need, p *pool, counts map[int]int, reps []*reports.Replication) []string {
	g := p.group(x.Plain.Config, n.Group)
	var all []string
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if counts[g] == n.ErlangA {
		return nil
	}
	r := reports.Merge(reps)
	mean := func(name, scope string) float64 {
		if s, ok := r.Get(name, scope); ok && s.N > 0 {
			return s.Mean
		}
		return 0
	}
	group := "agents/" + n.Group
	count := float64(counts[g])
	if v := mean("mean_agents_not_ready", group); v >= float64(0.02*count) {
		add("%s of %d agents are Not Ready", tenths(v), counts[g])
	}
	if v := mean("mean_agents_reserved_outbound", group) + mean("mean_agents_reserved_preview", group); v >= 0.1 {
		add("%s are reserved for campaigns", tenths(v))
	}
	if u := mean("utilization", group); u > 0 {
		if in := mean("mean_busy_agents", group) / u; math.Abs(in-count) >= max(float64(0.02*count), 0.2) {
			add("%s are signed in", tenths(in))
		}
	}
	if x.Interval != Whole {
		begin(n, mean(metricTalking, "all"), mean(metricWaiting, "all"), add)
	}
	return all
}

// begin tells how an interval begins, which the formulas take for steady.
func begin(n *reports.Need, talking, waiting float64, add func(string, ...any)) {
	if math.Abs(talking-n.Load) >= max(float64(0.1*n.Load), 0.3) {
		add("begins with %s calls in talk, %s would be steady", tenths(talking), tenths(n.Load))
	}
	if waiting >= 0.1 {
		add("%s wait from before", tenths(waiting))
	}
}

// tenths prints a number with one digit behind the point.
func tenths(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// group finds a group of the pool by its name.
func (p *pool) group(cfg *model.Config, name string) int {
	for _, g := range p.groups {
		if cfg.Groups[g].Name == name {
			return g
		}
	}
	return p.groups[0]
}
