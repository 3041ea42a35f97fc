package reports

import (
	"fmt"
	"io"
	"math"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// Text prints a report for a terminal.
func Text(w io.Writer, r *Report) { body(textPrinter{w}, r) }

// Markdown prints a report as Markdown.
func Markdown(w io.Writer, r *Report) {
	_, _ = io.WriteString(w, "# "+r.Run.Scenario+"\n\n")
	body(markdownPrinter{w}, r)
}

func body(p printer, r *Report) {
	for _, line := range Headline(r) {
		p.line(line)
	}
	p.line("")
	for _, line := range about(r) {
		p.line(line)
	}
	for _, g := range grids(r) {
		p.table(g)
	}
	if len(r.Expect) > 0 {
		expectations(p, r)
	}
	for _, line := range repeat(r) {
		p.line(line)
	}
}

func about(r *Report) []string {
	c := r.Config
	agents := 0
	for _, g := range c.Groups {
		agents += g.Count
	}
	runs := "1 replication, no interval"
	if r.Run.Replications > 1 {
		runs = fmt.Sprintf("%d replications; ± is the 95 %% interval of the mean", r.Run.Replications)
	}
	lines := []string{
		fmt.Sprintf("Scenario %s: %s", r.Run.Scenario, r.Run.Title),
		fmt.Sprintf("%d agents, %s, horizon %s, seed %d, %s.", agents, plural(len(c.PGs), "Agent PG pair"), span(c.Horizon), r.Run.Seed, runs),
	}
	if r.Run.Replications > 1 {
		lines = append(lines, "0 (< x) is a count that was 0 in every replication: at 95 % its mean is below x.")
	}
	if r.Rule != nil && Met(r.Precision) {
		lines = append(lines, r.stopWords())
	}
	for n, i := range Faults(c) {
		lines = append(lines, fmt.Sprintf("%s  %s  %s", FaultLabel(n), r.when(c, i), c.Levers[i].Name))
	}
	return lines
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// span prints a duration by one unit where it fits one, such as 90 s.
func span(t sim.Time) string {
	for _, u := range []struct {
		of   sim.Time
		name string
	}{{sim.Day, "d"}, {sim.Hour, "h"}, {sim.Minute, "min"}, {sim.Second, "s"}} {
		if t >= u.of && t%u.of == 0 {
			return fmt.Sprintf("%d %s", t/u.of, u.name)
		}
	}
	return t.String()
}

// when says at which moment a lever acts.
func (r *Report) when(c *model.Config, i int) string { return Moment(&c.Levers[i], r.Clock) }

// Moment says when a lever acts; clock is nil where the scenario has no start.
func Moment(l *model.Lever, clock func(sim.Time) string) string {
	switch {
	case l.Trigger.Kind != model.FactNone:
		return "tied to an event"
	case !l.AtDist.IsZero():
		return "drawn"
	case clock != nil:
		return clock(l.At)
	}
	return "+" + span(l.At)
}

// pair prints the mean of a count or value with its interval.
func show(res *Result, name, scope string) string {
	s, ok := res.Get(name, scope)
	if !ok || s.N == 0 {
		return "–"
	}
	if s.Mean == 0 && s.SD == 0 && s.Unit == "" {
		if bound := s.Upper(); !math.IsNaN(bound) {
			return "0 (< " + boundWords(bound) + ")"
		}
		return "0"
	}
	return WithInterval(s.Mean, s.HalfWidth(confidence))
}

func showShare(res *Result, name, scope string) string {
	s, ok := res.Get(name, scope)
	if !ok || s.N == 0 {
		return "–"
	}
	return Percent(s.Mean, s.HalfWidth(confidence))
}

// showMedian prints the median over runs with its interval by order statistics.
func showMedian(res *Result, name, scope string) string {
	i, ok := res.index[Metric{Name: name, Scope: scope}]
	if !ok {
		return "–"
	}
	m := res.Median(i, confidence)
	if math.IsNaN(m.Low) || m.Low == m.High {
		return Plain(m.Value)
	}
	_, places := roundUp((m.High - m.Low) / 2)
	return fixed(m.Value, places) + " (" + fixed(m.Low, places) + " … " + fixed(m.High, places) + ")"
}

// heads are the column heads of a table over all variants.
func heads(r *Report, first string) []string {
	all := []string{first}
	for i, c := range r.columns() {
		name := c.Name
		if i == 0 && len(r.Variants) > 0 {
			name = "plain"
		}
		all = append(all, name)
	}
	return all
}

// rows fills a table with one row a metric over all variants.
func (r *Report) row(g *grid, label, name, scope string, f func(*Result, string, string) string) {
	cells := []string{label}
	for _, c := range r.columns() {
		cells = append(cells, f(c.Result, name, scope))
	}
	g.add(cells...)
}

func callsTable(r *Report) *grid {
	g := &grid{title: "Calls by outcome", head: heads(r, "calls")}
	for _, x := range [][2]string{{"offered", "calls.offered"}, {"handled", "calls.handled"}, {"abandoned", "calls.abandoned"}, {"balked", "calls.balked"}, {"blocked", "calls.blocked"},
		{"rejected", "calls.rejected"}, {"default-routed", "calls.default_routed"}, {"lost", "calls.lost"}, {"in progress at the end", "calls.in_progress"}} {
		if x[0] == "balked" || x[0] == "blocked" || x[0] == "rejected" || x[0] == "default-routed" || x[0] == "in progress at the end" {
			if r.allZero(x[1]) {
				continue
			}
		}
		r.row(g, x[0], x[1], "all", show)
	}
	return g
}

func (r *Report) allZero(name string) bool {
	for _, c := range r.columns() {
		if s, ok := c.Result.Get(name, "all"); ok && (s.Mean != 0 || s.SD != 0) {
			return false
		}
	}
	return true
}

func pendingTable(r *Report) *grid {
	g := &grid{title: "Pending states by outcome", head: heads(r, "pending states")}
	for _, o := range []string{"requested", "applied", "superseded", "cancelled", "rejected", "lost", "pending"} {
		if o != "requested" && o != "applied" && o != "lost" && r.allZero("pending_states."+o) {
			continue
		}
		label := o
		if o == "pending" {
			label = "still pending at the end"
		}
		r.row(g, label, "pending_states."+o, "all", show)
	}
	return g
}

// lossTable has one row for each kind and cause of which something was lost.
func lossTable(r *Report) *grid {
	g := &grid{title: "Losses by kind and cause", head: append([]string{"lost", "cause"}, heads(r, "")[1:]...), left: 2}
	for _, k := range model.LossKinds() {
		for _, cause := range r.causesOf(k) {
			cells := []string{lossWords[k][1], cause}
			for _, c := range r.columns() {
				cells = append(cells, lossCell(c, k, cause))
			}
			g.add(cells...)
		}
	}
	if len(g.rows) == 0 {
		g.note = "Nothing was lost" + noneNote(r.Plain)
		return g
	}
	g.note = "A call whose control (the desktop can act on it) or context (variables, wrap-up code) is lost goes on."
	return g
}

func noneNote(res *Result) string {
	if n := len(res.Reps); n > 1 {
		return fmt.Sprintf(" in %d replications (< %s a run at 95 %%).", n, boundWords(3/float64(n)))
	}
	return "."
}

// lossWords name what was lost: one of it, and several.
var lossWords = map[model.LossKind][2]string{
	model.LossPendingState:  {"pending state", "pending states"},
	model.LossCall:          {"call", "calls"},
	model.LossControl:       {"control of a call", "controls of calls"},
	model.LossContext:       {"context of a call", "contexts of calls"},
	model.LossUndeliverable: {"undeliverable call", "undeliverable calls"},
	model.LossSplitRecord:   {"split record", "split records"},
	model.LossSignIn:        {"sign-in", "sign-ins"},
	model.LossRoutingDialog: {"routing dialog", "routing dialogs"},
	model.LossRecord:        {"outbound record", "outbound records"},
	model.LossEvent:         {"event never published", "events never published"},
	model.LossMonitoring:    {"silent monitoring", "silent monitorings"},
	model.LossBargeIn:       {"barge-in mark", "barge-in marks"},
	model.LossTask:          {"place of a task in the queue", "places of tasks in the queue"},
}

// causesOf lists the causes of a kind of loss over all variants, by name.
func (r *Report) causesOf(k model.LossKind) (names []string) {
	for _, c := range r.columns() {
		for cause := range c.Config.Causes() {
			s, ok := c.Result.Get("losses."+k.String(), CauseScope(cause))
			name := Cause(c.Config, uint32(cause))
			if ok && s.Mean != 0 && !containsName(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func containsName(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

func lossCell(c Named, k model.LossKind, name string) string {
	for cause := range c.Config.Causes() {
		if Cause(c.Config, uint32(cause)) == name {
			return show(c.Result, "losses."+k.String(), CauseScope(cause))
		}
	}
	return "0"
}

func agentsTable(r *Report) *grid {
	g := &grid{title: "Agents affected", head: heads(r, "agents")}
	for _, x := range [][2]string{{"signed out by a fault", "agents.signed_out"}, {"made Not Ready against their wish", "agents.forced_not_ready"},
		{"Ready though they had asked for Not Ready", "agents.unwanted_ready"}, {"Not Ready though they had asked for Ready", "agents.unwanted_not_ready"}} {
		r.row(g, x[0], x[1], "all", show)
	}
	supervisorRows(r, g)
	return g
}

func serviceTable(r *Report) *grid {
	if len(r.Options.Levels) == 0 {
		return &grid{title: "Service level"}
	}
	level := r.Options.Levels[0]
	name := LevelName(level)
	g := &grid{title: fmt.Sprintf("Service level: answered within %s / offered, by the moment of arrival", span(level)), head: heads(r, "calls that came in")}
	for _, phase := range phases {
		if r.allZeroPhase(phase) || r.allZeroPhase("during") && r.allZeroPhase("after") {
			continue // nothing to compare with
		}
		label := map[string]string{"before": "before the first fault", "during": "until recovered", "after": "after"}[phase]
		r.row(g, label, name, "phase/"+phase, showShare)
	}
	r.row(g, "all", name, "all", showShare)
	for _, l := range r.Options.Levels[1:] {
		r.row(g, "all, within "+span(l), LevelName(l), "all", showShare)
	}
	return g
}

func (r *Report) allZeroPhase(phase string) bool {
	for _, c := range r.columns() {
		if s, ok := c.Result.Get("calls.offered", "phase/"+phase); ok && s.Mean != 0 {
			return false
		}
	}
	return true
}

func waitTable(r *Report) *grid {
	g := &grid{title: "Waiting and occupancy", head: heads(r, "after the warm-up")}
	if len(r.Config.Callers()) > 0 {
		r.row(g, "mean wait, s", "mean_wait", "all", show)
		r.row(g, "mean wait of answered calls (ASA), s", "mean_wait_handled", "all", show)
		r.row(g, "90 % waited at most, s: median of the runs", "wait_p90", "all", showMedian)
		r.row(g, "abandonment rate", "abandonment_rate", "all", showShare)
		r.row(g, "calls waiting, mean", "mean_queue", "all", show)
	}
	r.row(g, "occupancy", "occupancy", "all", showShare)
	if types := r.Config.Callers(); len(types) > 1 {
		for _, t := range types {
			r.row(g, "mean wait of "+t.Name+", s", "mean_wait", "type/"+t.Name, show)
			r.row(g, "abandonment rate of "+t.Name, "abandonment_rate", "type/"+t.Name, showShare)
		}
	}
	return g
}

func probeTable(r *Report) *grid {
	if len(r.Config.Probes) == 0 {
		return nil
	}
	g := &grid{title: "Probes", head: heads(r, "read just before its event")}
	for _, p := range r.Config.Probes {
		r.row(g, p.Name, "probes."+p.Name, "all", show)
	}
	return g
}

// sides is the timeline of the sides: each fault with when it was noticed, when
// the other side served and when all was well again.
func sides(r *Report) *grid {
	g := &grid{title: "Timeline of the sides, seconds after each fault", head: []string{"", "fault", "detected", "took over", "recovered"}, left: 2}
	for vi, c := range r.columns() {
		for n, i := range Faults(c.Config) {
			if !sideVerb(c.Config.Levers[i].Verb) {
				continue
			}
			label := FaultLabel(n)
			if len(r.Variants) > 0 {
				label = heads(r, "")[vi+1] + " " + label
			}
			g.add(label, c.Config.Levers[i].Name, r.step(c, i, "detection_s"), r.step(c, i, "takeover_s"), r.step(c, i, "recovery_s"))
		}
	}
	outage := false
	for _, c := range r.columns() {
		if s, ok := c.Result.Get("outage_s", "all"); ok && s.Mean > 0 {
			outage = true
		}
	}
	switch {
	case len(g.rows) == 0:
		g.note = "Nothing was done to a side or a link."
	case outage:
		g.note = "No side served: " + r.outages() + "."
	}
	g.note += r.findings() + r.unsettled()
	return g
}

// unsettled names what had not come back to normal when the runs ended.
func (r *Report) unsettled() (text string) {
	for i, c := range r.columns() {
		count := map[string]int{}
		var names []string
		for _, rep := range c.Result.Reps {
			for _, name := range rep.Unsettled {
				if count[name] == 0 {
					names = append(names, name)
				}
				count[name]++
			}
		}
		if len(names) == 0 {
			continue
		}
		for k, name := range names {
			if n := len(c.Result.Reps); n > 1 {
				names[k] = fmt.Sprintf("%s (%d of %d)", name, count[name], n)
			}
		}
		where := ""
		if len(r.Variants) > 0 {
			where = heads(r, "")[i+1] + ": "
		}
		text += " Not recovered at the end: " + where + strings.Join(names, ", ") + "."
	}
	return text
}

// findings says in a sentence each what a real center can do too, and should
// not.
func (r *Report) findings() (text string) {
	for _, x := range [][2]string{{"findings.both_sides_active", "both sides of a PG were active at once (%s times a run)"},
		{"no_routing_s", "no Router processed requests for %s s a run"}, {"both_routers_enabled_s", "both Routers ran, each for itself (%s s a run)"}, {"history_gap_s", "no Logger wrote for %s s a run"}} {
		for _, c := range r.columns() {
			if s, ok := c.Result.Get(x[0], "all"); ok && s.Mean > 0 {
				text += " Finding: " + fmt.Sprintf(x[1], show(c.Result, s.Name, "all")) + "."
				break
			}
		}
	}
	return text
}

// availabilityTable is how often and how long sides were down, for runs with
// random failures.
func availabilityTable(r *Report) *grid {
	if len(r.Config.Failures) == 0 {
		return nil
	}
	g := &grid{title: "Availability", head: heads(r, "a run")}
	r.row(g, "failures of a side", "side_failures", "all", show)
	r.row(g, "no side served, s", "outage_s", "all", show)
	r.row(g, "spells in which no side served", "outages", "all", show)
	r.row(g, "neither side up, s", "both_down_s", "all", show)
	r.row(g, "spells with neither side up", "both_down_spells", "all", show)
	r.row(g, "simplex, s", "simplex_s", "all", show)
	return g
}

func (r *Report) outages() string {
	var parts []string
	for i, c := range r.columns() {
		text := show(c.Result, "outage_s", "all") + " s"
		if len(r.Variants) > 0 {
			text = heads(r, "")[i+1] + " " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

func (r *Report) step(c Named, lever int, name string) string {
	s, ok := c.Result.Get(name, CauseScope(lever+1))
	if !ok || s.N == 0 {
		return "–"
	}
	text := WithInterval(s.Mean, s.HalfWidth(confidence))
	if math.IsNaN(s.HalfWidth(confidence)) {
		text = fixed(s.Mean, 2)
	}
	if s.N < len(c.Result.Reps) {
		text += fmt.Sprintf(" (%d of %d)", s.N, len(c.Result.Reps))
	}
	return text
}

// expectations are lines, since they are long.
func expectations(p printer, r *Report) {
	p.heading("Expectations")
	for _, e := range r.Expect {
		if e.OK {
			p.line("holds  " + e.Text)
		} else {
			p.line("FAILS  " + e.Text + " : " + e.Why)
		}
	}
}

func repeat(r *Report) []string {
	lines := []string{"", "Run " + r.Run.ID + ", " + r.Plain.Fingerprint.String() + " (first replication)"}
	for _, in := range r.Run.Inputs {
		lines = append(lines, "Input "+in.Name+" sha256 "+in.SHA256)
	}
	return append(lines, "Repeat: "+r.Run.Command+"   ("+r.Run.Version+")")
}
