package fit

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"ccsim/reports"
)

// Result is what the command tells: a fit, the files that were written, and the
// comparison where one was made.
type Result struct {
	Fit      *Fit
	Scenario string
	Command  string
	Compared *Comparison // nil = not made
}

// Document is the result for people.
func (r *Result) Document() *reports.Document {
	f := r.Fit
	d := &reports.Document{Title: "Fit of " + f.Data.File}
	d.Line(fmt.Sprintf("%d calls of %d days, %s to %s; zone %s.", len(f.Data.Calls), f.days.n, dateText(f.days.first), dateText(f.days.first+int64(f.days.n)-1), f.Data.Zone))
	if !f.Data.Dated {
		d = &reports.Document{Title: d.Title}
		d.Line(fmt.Sprintf("%d calls of one day without a date.", len(f.Data.Calls)))
	}
	d.Line("Columns: " + strings.Join(f.Data.Columns, ", ") + ".")
	if len(f.Data.unused) > 0 {
		d.Line("Not used: " + strings.Join(f.Data.unused, ", ") + ".")
	}
	if f.Data.BadRows > 0 {
		d.Line(fmt.Sprintf("%d of %d rows could not be read and were left out:", f.Data.BadRows, f.Data.Rows))
		for _, b := range f.Data.Bad {
			d.Line("  " + b.Error())
		}
		if n := f.Data.BadRows - len(f.Data.Bad); n > 0 {
			d.Line(fmt.Sprintf("  and %d more", n))
		}
	}
	f.arrivalsTable(d)
	f.lawsTable(d)
	f.patienceTable(d)
	f.otherLines(d)
	f.gaps(d)
	if r.Compared != nil {
		r.Compared.document(d)
	}
	if r.Scenario != "" {
		d.Line("")
		d.Line("Scenario: " + r.Scenario)
	}
	d.Line("Repeat: " + r.Command)
	return d
}

func (f *Fit) arrivalsTable(d *reports.Document) {
	w := weekOf(f.days.first, f.days.slots)
	var rows [][]string
	for i := range 7 {
		wd := (i + 1) % 7
		if w.days[wd] == 0 {
			continue
		}
		busiest := 0
		for s := range slots {
			if w.mean[wd][s] > w.mean[wd][busiest] {
				busiest = s
			}
		}
		name := weekdayName(wd)
		if !f.Data.Dated {
			name = "the day"
		}
		rows = append(rows, []string{name, fmt.Sprint(w.days[wd]), decimals(sumFloat(&w.mean[wd]), 1), slotText(busiest), decimals(w.mean[wd][busiest], 1)})
	}
	d.Table("Calls by day of the week", "", 1, []string{"day", "days", "calls a day", "busiest half hour", "calls in it"}, rows)
	if o := f.Over; o != nil {
		text := fmt.Sprintf("  Beyond chance, days of one weekday differ with a cv of %s %% (p %s)", digits3(o.DayCV*100), pText(o.DayP))
		if o.Index > 0 {
			text += fmt.Sprintf("; half hours within a day vary %s times as much as chance makes them (p %s)", digits3(o.Index), pText(o.IndexP))
		}
		d.Line(text + ".")
	}
	for _, u := range f.Unusual {
		d.Line(fmt.Sprintf("  Unusual: %s, %d calls where other weeks have %s.", u.When, u.Calls, digits3(u.Expected)))
	}
}

func pText(p float64) string {
	if math.IsNaN(p) {
		return "–"
	}
	if p == 1.0/(testTimes+1) {
		return "≤ " + decimals(p, 3)
	}
	if p < 0.001 {
		return "< 0.001"
	}
	return decimals(p, 3)
}

// lawsTable shows what was tried; the first of each is in the scenario.
func (f *Fit) lawsTable(d *reports.Document) {
	var rows [][]string
	add := func(what string, t *Times) {
		if t == nil {
			return
		}
		for i, l := range t.Laws[:min(shownLaws, len(t.Laws))] {
			name, n, mean, ad := "", "", "", ""
			if i == 0 {
				name, n, mean, ad = what, fmt.Sprint(t.N-t.Zero), digits3(t.Mean)+" s", pText(l.P)
			}
			rows = append(rows, []string{name, l.Text, n, mean, fmt.Sprintf("%.0f", l.AIC-t.Laws[0].AIC), fmt.Sprintf("%.3f", l.Distance), ad})
		}
	}
	for _, t := range f.Types {
		add("talk "+t.Name, t.Talk)
	}
	add("wrap-up", f.Wrapup)
	add("IVR", f.IVR)
	d.Table("Times: the first law of each is written", "", 2, []string{"what", "law", "n", "mean", "AIC over best", "KS distance", "AD p"}, rows)
	d.Line("  Shapes by maximum likelihood, the mean is that of the data. AD p: Anderson-Darling test of 200 of the values, by")
	d.Line("  parametric bootstrap; of thousands of values any law differs, so look at the distance: the greatest gap in probability.")
}

func (f *Fit) patienceTable(d *reports.Document) {
	var rows [][]string
	for i, t := range append([]*TypeFit{{Name: "all", Patience: f.Patience}}, f.Types...) {
		if t.Patience == nil || i > 0 && (len(f.Types) == 1 || t.Patience == f.Patience) {
			continue
		}
		for i, l := range t.Patience.Laws[:min(shownLaws, len(t.Patience.Laws))] {
			name, n := "", ""
			if i == 0 {
				name, n = t.Name, fmt.Sprintf("%d of %d", t.Patience.N, t.Patience.N+t.Patience.Answered)
			}
			rows = append(rows, []string{name, l.Text, n, fmt.Sprintf("%.0f", l.AIC-t.Patience.Laws[0].AIC), fmt.Sprintf("%.3f", l.Distance)})
		}
	}
	if len(rows) == 0 {
		return
	}
	d.Table("Patience: the first law of each type is written", "", 2, []string{"type", "law", "hung up", "AIC over best", "distance to Kaplan-Meier"}, rows)
	p := f.Patience
	d.Line("  The wait of an answered caller counts as patience of at least that long.")
	d.Line(fmt.Sprintf("  Fewer than %d callers waited longer than %s s; by Kaplan-Meier %s %% are more patient, and from there on the law is a guess.", leastAtRisk, digits3(p.Longest), digits3(p.Left*100)))
}

func (f *Fit) otherLines(d *reports.Document) {
	d.Heading("Abandonment, retrials, agents")
	abandoned := 0
	for i := range f.Data.Calls {
		if f.Data.Calls[i].Outcome == Abandoned {
			abandoned++
		}
	}
	n := len(f.Data.Calls)
	d.Line(fmt.Sprintf("  %d of %d callers hung up (%s %%): %d without a wait, %d of the %d in the queue (%s %%).", abandoned, n, digits3(float64(abandoned)/float64(n)*100),
		f.Early, abandoned-f.Early, n-f.Early, digits3(float64(abandoned-f.Early)/float64(n-f.Early)*100)))
	if r := f.Retry; r != nil {
		d.Line(fmt.Sprintf("  %s %% of %d callers who hung up called again within a day, after %s s on average; of the answered ones %s %% did.", digits3(r.Within*100), r.Abandoned, digits3(r.Mean), digits3(r.Base*100)))
		d.Line(fmt.Sprintf("  Retrial probability beyond that: %s %%.", digits3(r.Probability*100)))
	}
	if f.Seen > 0 {
		d.Line(fmt.Sprintf("  Agent hours: %s when everyone seen in a half hour counts for all of it (upper estimate), %s for the time that they were there.", decimals(f.Seen, 0), decimals(f.There, 0)))
	}
}

func (f *Fit) gaps(d *reports.Document) {
	d.Heading("Could not estimate")
	for _, g := range f.Gaps {
		d.Line(fmt.Sprintf("  %s: %s. In the scenario: %s.", g.What, g.Why, g.Instead))
	}
}

// jsonTimes is Times for machines.
type jsonTimes struct {
	N    int     `json:"n"`
	Zero int     `json:"zero"`
	Mean float64 `json:"mean_s"`
	Laws []Law   `json:"laws"`
}

func plain(t *Times) *jsonTimes {
	if t == nil {
		return nil
	}
	j := &jsonTimes{N: t.N, Zero: t.Zero, Mean: round3(t.Mean)}
	for _, l := range t.Laws {
		l.AIC, l.Distance, l.AD, l.P, l.Mean = math.Round(l.AIC), round3(l.Distance), round3(l.AD), round3(l.P), round3(l.Mean)
		j.Laws = append(j.Laws, l)
	}
	return j
}

type jsonPatience struct {
	jsonTimes
	Answered int     `json:"answered"`
	Longest  float64 `json:"longest_abandoned_s"`
	Left     float64 `json:"share_more_patient"`
	Median   float64 `json:"median_s"`
}

func plainPatience(p *Patience) *jsonPatience {
	if p == nil {
		return nil
	}
	return &jsonPatience{*plain(&p.Times), p.Answered, round3(p.Longest), round3(p.Left), round3(p.Median)}
}

// JSON prints the result for machines.
func (r *Result) JSON(w io.Writer) error {
	f := r.Fit
	type typ struct {
		Name     string        `json:"name"`
		Calls    int           `json:"calls"`
		Talk     *jsonTimes    `json:"talk"`
		Patience *jsonPatience `json:"patience"`
	}
	type gap struct {
		What    string `json:"what"`
		Why     string `json:"why"`
		Instead string `json:"instead"`
	}
	out := struct {
		Schema    int             `json:"schema"`
		File      string          `json:"file"`
		Scenario  string          `json:"scenario,omitempty"`
		Calls     int             `json:"calls"`
		Days      int             `json:"days"`
		BadRows   int             `json:"bad_rows"`
		Columns   []string        `json:"columns"`
		Types     []typ           `json:"types"`
		Wrapup    *jsonTimes      `json:"wrapup"`
		Share     float64         `json:"wrapup_share"`
		IVR       *jsonTimes      `json:"ivr"`
		Patience  *jsonPatience   `json:"patience"`
		Over      *Overdispersion `json:"overdispersion"`
		Retry     *Retry          `json:"retry"`
		Unusual   []Unusual       `json:"unusual"`
		SeenHours float64         `json:"agent_hours_seen"`
		Hours     float64         `json:"agent_hours_there"`
		Gaps      []gap           `json:"could_not_estimate"`
		Compared  *jsonComparison `json:"comparison,omitempty"`
	}{
		Schema: 1, File: f.Data.File, Scenario: r.Scenario, Calls: len(f.Data.Calls), Days: f.days.n, BadRows: f.Data.BadRows, Columns: f.Data.Columns,
		Wrapup: plain(f.Wrapup), Share: round3(f.Share), IVR: plain(f.IVR), Patience: plainPatience(f.Patience), Unusual: f.Unusual,
		SeenHours: round3(f.Seen), Hours: round3(f.There),
	}
	for i, name := range f.names() {
		t := f.Types[i]
		out.Types = append(out.Types, typ{name, t.Calls, plain(t.Talk), plainPatience(t.Patience)})
	}
	for _, g := range f.Gaps {
		out.Gaps = append(out.Gaps, gap(g))
	}
	for i := range out.Unusual {
		out.Unusual[i].Expected = round3(out.Unusual[i].Expected)
	}
	if o := f.Over; o != nil {
		out.Over = &Overdispersion{round3(o.DayCV), round3(o.Shape), round3(o.DayP), round3(o.Index), round3(o.IndexP), o.Compared}
	}
	if t := f.Retry; t != nil {
		out.Retry = &Retry{t.Abandoned, round3(t.Within), round3(t.Base), round3(t.Probability), round3(t.Mean), t.Later}
	}
	if r.Compared != nil {
		out.Compared = r.Compared.json()
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
