package capacity

import (
	"fmt"
	"math"
	"strconv"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/erlang"
	"ccsim/sim"
)

// why says what the simulated runs of an interval show of what the formulas leave
// out, with and without its numbers. It is empty where the formula that fits says the
// same.
func (x *search) why(n *reports.Need, p *pool, counts map[int]int, reps []*reports.Replication) (all, reasons []string) {
	g := p.group(x.Plain.Config, n.Group)
	add := func(reason, format string, args ...any) {
		all, reasons = append(all, fmt.Sprintf(format, args...)), append(reasons, reason)
	}
	if counts[g] == n.ErlangA {
		return nil, nil
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
		add("agents are Not Ready", "%s of %d agents are Not Ready", tenths(v), counts[g])
	}
	if v := mean("mean_agents_reserved_outbound", group) + mean("mean_agents_reserved_preview", group); v >= 0.1 {
		add("agents are reserved for campaigns", "%s are reserved for campaigns", tenths(v))
	}
	if u := mean("utilization", group); u > 0 {
		if in := mean("mean_busy_agents", group) / u; math.Abs(in-count) >= max(float64(0.02*count), 0.2) {
			add("other numbers are signed in than planned", "%s are signed in", tenths(in))
		}
	}
	if x.Interval != Whole {
		x.begin(n, p, counts, mean(metricTalking, "all"), mean(metricWaiting, "all"), add)
	}
	return all, reasons
}

// begin tells how an interval begins, which the formulas take for steady.
func (x *search) begin(n *reports.Need, p *pool, counts map[int]int, talking, waiting float64, add func(reason, format string, args ...any)) {
	steady := talks(x.Plain.Config, n.From, n.To)
	if math.Abs(talking-steady) >= max(float64(0.1*steady), 0.3) {
		add(map[bool]string{true: "begins with more calls in talk than are steady", false: "begins with fewer calls in talk than are steady"}[talking > steady],
			"begins with %s calls in talk, %s would be steady", tenths(talking), tenths(steady))
	}
	if waiting-x.queued(n, p, counts) >= 0.1 {
		add("calls wait from before", "%s wait from before", tenths(waiting))
	}
}

// talks is how many calls of all types would be in talk if the load of an interval
// lasted and nobody hung up.
func talks(cfg *model.Config, from, to sim.Time) (sum float64) {
	for i := range cfg.Callers() {
		calls, talk := callsOf(cfg, i, from, to)
		sum += float64(calls*talk) / (to - from).Seconds()
	}
	return sum
}

// queued is how many calls wait at the numbers of a pool if the load of an interval lasts:
// so many may wait at its begin, too, without a difference.
func (x *search) queued(n *reports.Need, p *pool, counts map[int]int) (sum float64) {
	cfg := x.Plain.Config
	for _, g := range p.groups {
		t := trafficOf(cfg, p, g, n.From, n.To)
		q := erlang.Queue{Rate: t.rate, Handle: t.handle, Patience: t.patience, Agents: counts[g]}
		if t.rate > 0 && q.Stable() {
			sum += q.MeanQueue()
		}
	}
	return sum
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
