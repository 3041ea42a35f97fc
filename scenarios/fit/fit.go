package fit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fit is all that was estimated from a table.
type Fit struct {
	Data       *Data
	Types      []*TypeFit
	Wrapup     *Times
	WrapupFrom string // "" = a column; else what stands for it
	Share      float64
	IVR        *Times
	Patience   *Patience // of all types
	Over       *Overdispersion
	Retry      *Retry
	Unusual    []Unusual
	Staff      [][slots]float64 // by day: agents in the scenario; nil where nobody was seen
	Seen       float64          // agent hours, counting all who were seen in a half hour
	There      float64          // agent hours, counting the time that they were there
	Gaps       []Gap
	Early      int // calls that hung up without a wait
	typeOf     []int
	days       *days
}

// TypeFit is one type of calls.
type TypeFit struct {
	Name     string
	Calls    int
	Talk     *Times
	Patience *Patience
}

// Times are spans of one kind with the laws that were tried.
type Times struct {
	N      int
	Zero   int // spans of 0, which are in no law
	Mean   float64
	Laws   []Law
	sample *sample
}

// Patience is what waits tell: of callers who hung up to the end, of the answered
// ones that they would have waited longer.
type Patience struct {
	Times
	Answered int     // waits that an answer cut short
	Longest  float64 // s, the last wait of a caller who hung up that at least leastAtRisk callers reached
	Left     float64 // share of callers who are more patient than that
	Median   float64 // s, of Kaplan and Meier; 0 = more than half were never seen to hang up
}

// Gap is something that the table does not tell, and what the scenario has in its
// place.
type Gap struct{ What, Why, Instead string }

func (f *Fit) missing(what, why, instead string) {
	f.Gaps = append(f.Gaps, Gap{what, why, instead})
}

// leastOfType is how many calls a type needs to stand alone.
const leastOfType = 100

// Estimate fits everything that the table allows.
func Estimate(d *Data, how Staffing) *Fit {
	f := &Fit{Data: d}
	f.splitTypes()
	f.days = countDays(d, f.typeOf, len(f.Types))
	for i := range d.Calls {
		if d.Calls[i].beforeQueue() {
			f.Early++
		}
	}
	f.arrivals()
	f.talk()
	f.wrapup()
	f.ivr()
	f.patience()
	f.retry()
	f.staff(how)
	f.missing("holds, transfers and conferences", "a table of calls has each call once", "none: they are part of the talk")
	f.missing("pending states", "a table of calls does not tell what agents asked for while they talked", "none; set center.agents.team.pending")
	return f
}

// splitTypes gives every type with enough calls a place; the others are one.
func (f *Fit) splitTypes() {
	d := f.Data
	f.typeOf = make([]int, len(d.Calls))
	counts := make([]int, len(d.Types))
	without := 0
	for i := range d.Calls {
		if t := d.Calls[i].Type; t != unknown {
			counts[t]++
		} else {
			without++
		}
	}
	order := make([]int, len(counts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(counts[b], counts[a]) })
	place := make([]int, len(counts))
	rest, small := without, 0
	for at, t := range order {
		place[t] = -1
		if counts[t] >= leastOfType && at < 20 {
			place[t] = len(f.Types)
			f.Types = append(f.Types, &TypeFit{Name: d.Types[t], Calls: counts[t]})
		} else {
			rest += counts[t]
			small++
		}
	}
	other := 0
	if rest > 0 || len(f.Types) == 0 {
		name := "other"
		if len(f.Types) == 0 {
			name = "calls"
		}
		other = len(f.Types)
		f.Types = append(f.Types, &TypeFit{Name: name, Calls: rest})
	}
	for i := range d.Calls {
		f.typeOf[i] = other
		if t := d.Calls[i].Type; t != unknown && place[t] >= 0 {
			f.typeOf[i] = place[t]
		}
	}
	switch {
	case !d.has[colType]:
		f.missing("types of calls", "no column tells them", "one type")
	case small > 0:
		f.missing("rare types", fmt.Sprintf("%d types have fewer than %d calls", small, leastOfType), "together as "+f.Types[other].Name)
	}
	f.missing("who serves which type", "a table of calls does not tell skills", "every agent takes every call, in the order in which they came")
}

func (f *Fit) arrivals() {
	if !f.Data.Dated {
		f.missing("day of the week", "the table has no date", "one day")
	} else {
		w := weekOf(f.days.first, f.days.slots)
		var closed []string
		for i := range min(7, f.days.n) {
			wd := weekday(f.days.first + int64(i))
			if sumFloat(&w.mean[wd]) == 0 {
				closed = append(closed, weekdayName(wd))
			}
		}
		switch {
		case f.days.n < 7:
			f.missing("day of the week", fmt.Sprintf("the table has %d days", f.days.n), "the days that it has")
		case len(closed) > 0:
			f.missing("arrivals on "+strings.Join(closed, ", "), "the table has no call on this day", "closed")
		}
	}
	if o, ok := f.days.overdispersion(); ok {
		f.Over = &o
	} else {
		f.missing("how days differ (overdispersion)", "no day of the week is there twice with 10 calls and more", "chance alone")
	}
	f.Unusual = f.days.unusual()
}

// times fits spans, if they are enough.
func times(spans []int64) *Times {
	t := &Times{N: len(spans)}
	for _, v := range spans {
		if v == 0 {
			t.Zero++
		}
	}
	t.sample = newSample(spans, nil)
	if t.sample.n < leastValues || len(t.sample.x) < 2 {
		return nil
	}
	t.Mean = t.sample.mean()
	t.Laws = t.sample.laws(true)
	return t
}

func (f *Fit) talk() {
	const what = "talk time"
	spans := make([][]int64, len(f.Types))
	var all []int64
	for i := range f.Data.Calls {
		if c := &f.Data.Calls[i]; c.Outcome == Answered && c.Talk != unknown {
			spans[f.typeOf[i]] = append(spans[f.typeOf[i]], c.Talk)
			all = append(all, c.Talk)
		}
	}
	if f.Data.has[colHandle] && !f.Data.has[colTalk] && !f.Data.has[colWrapup] {
		f.missing("talk without wrap-up", "the table has handle times only", "the handle time as talk")
	}
	whole := times(all)
	if whole == nil {
		f.missing(what, "no column tells it, or fewer than 30 talks have one", "the preset's")
		return
	}
	var few []string
	for i, t := range f.Types {
		if t.Talk = times(spans[i]); t.Talk == nil {
			t.Talk = whole
			few = append(few, t.Name)
		}
	}
	if len(few) > 0 {
		f.missing("talk time of "+strings.Join(few, ", "), "fewer than 30 talks", "that of all types")
	}
}

func (f *Fit) wrapup() {
	var spans []int64
	answered := 0
	for i := range f.Data.Calls {
		if c := &f.Data.Calls[i]; c.Outcome == Answered && c.Wrapup != unknown {
			answered++
			if c.Wrapup > 0 {
				spans = append(spans, c.Wrapup)
			}
		}
	}
	if f.Wrapup = times(spans); f.Wrapup != nil {
		f.Share = float64(len(spans)) / float64(answered)
		return
	}
	if gaps := betweenCalls(f.Data); len(gaps) >= 10*leastValues {
		if f.Wrapup = times(gaps); f.Wrapup != nil {
			f.Share = float64(f.Wrapup.N-f.Wrapup.Zero) / float64(f.Wrapup.N)
			f.WrapupFrom = "gaps between two calls of an agent while the next caller already waited"
			f.missing("wrap-up time", "no column tells it", "the "+f.WrapupFrom+"; they hold short breaks, too")
			return
		}
	}
	f.missing("wrap-up time", "no column tells it", "none")
}

func (f *Fit) ivr() {
	var spans []int64
	for i := range f.Data.Calls {
		if c := &f.Data.Calls[i]; c.IVR > 0 && !c.beforeQueue() {
			spans = append(spans, c.IVR)
		}
	}
	if f.IVR = times(spans); f.IVR == nil {
		f.missing("time in the IVR", "no column tells it", "none")
	}
}

// patienceOf fits waits: ended by the caller, or cut short by an answer.
func patienceOf(left, cut []int64) *Patience {
	s := newSample(left, cut)
	if s.n < leastValues || len(s.x) < 3 {
		return nil
	}
	p := &Patience{Times: Times{N: int(s.n), Mean: s.mean(), sample: s}, Answered: len(cut)}
	p.Laws = s.laws(false)
	for _, k := range s.kaplanMeier() {
		if k.left >= leastAtRisk {
			p.Longest, p.Left = k.x, k.s
		}
		if p.Median == 0 && k.s <= 0.5 {
			p.Median = k.x
		}
	}
	return p
}

func (f *Fit) patience() {
	left, cut := make([][]int64, len(f.Types)), make([][]int64, len(f.Types))
	var allLeft, allCut []int64
	told := false
	for i := range f.Data.Calls {
		c := &f.Data.Calls[i]
		if c.Wait == unknown {
			continue
		}
		told = true
		if t := f.typeOf[i]; c.Outcome == Abandoned {
			left[t], allLeft = append(left[t], c.Wait), append(allLeft, c.Wait)
		} else {
			cut[t], allCut = append(cut[t], c.Wait), append(allCut, c.Wait)
		}
	}
	if !told {
		f.missing("patience", "no column tells the wait", "callers wait for ever")
		return
	}
	if f.Patience = patienceOf(allLeft, allCut); f.Patience == nil {
		f.missing("patience", "fewer than 30 callers hung up while they waited", "callers wait for ever")
		return
	}
	var few []string
	for i, t := range f.Types {
		if t.Patience = patienceOf(left[i], cut[i]); t.Patience == nil {
			t.Patience = f.Patience
			few = append(few, t.Name)
		}
	}
	if len(few) > 0 {
		f.missing("patience of "+strings.Join(few, ", "), "fewer than 30 of these callers hung up while they waited", "that of all types")
	}
	if f.Early > 0 {
		f.missing("hanging up without a wait", fmt.Sprintf("%d calls ended with a wait of 0 s, in the IVR or right after it%s: that is no patience", f.Early, f.mostEarly()), "left out, also of the arrivals")
	}
}

func (f *Fit) retry() {
	if !f.Data.has[colCaller] {
		f.missing("retrials", "no column tells the caller", "none: a caller who comes back is a new one")
		return
	}
	r, ok := retrials(f.Data)
	if !ok {
		f.missing("retrials", "fewer than 30 callers hung up a day before the end, or fewer than 10 of them came back", "none")
		return
	}
	f.Retry = &r
}

// Staffing is how agents on shift are estimated from those who took calls.
type Staffing string

// Ways of estimating staff.
const (
	There Staffing = "there" // for the part of the half hour in which they were on calls or between two
	Seen  Staffing = "seen"  // everyone who was on a call in the half hour: an upper estimate
)

func (f *Fit) staff(how Staffing) {
	const why = "a table of calls shows who took one, not who was there"
	seen, there := agentsSeen(f.Data, f.days.first, f.days.n), presence(f.Data, f.days.first, f.days.n)
	for i := range seen {
		f.Seen += sumFloat(&seen[i]) / 2
		f.There += sumFloat(&there[i]) / 2
	}
	switch {
	case f.Seen == 0:
		f.missing("agents on shift", "no column tells the agent", fmt.Sprintf("a guess: %d at all times, enough for the busiest half hour", f.guessStaff()))
	case how == Seen:
		f.Staff = seen
		f.missing("agents on shift", why, "all agents seen in a half hour: an upper estimate, since they relieved each other and took breaks within it")
	default:
		f.Staff = there
		f.missing("agents on shift", why, "agents for the time that they were on calls, or between two calls no more than five minutes apart or without a caller who waited (--staff seen gives the upper estimate)")
	}
}

// mostEarly names the half hour in which many of the callers hung up without a wait.
func (f *Fit) mostEarly() string {
	type half struct {
		day  int64
		slot int
	}
	n := map[half]int{}
	best := half{}
	for i := range f.Data.Calls {
		if c := &f.Data.Calls[i]; c.beforeQueue() {
			day, s := slotOf(c.Arrival)
			h := half{day, s}
			if n[h]++; n[h] > n[best] {
				best = h
			}
		}
	}
	if n[best] < 30 || n[best]*20 < f.Early {
		return ""
	}
	return fmt.Sprintf(", %d of them from %s %s", n[best], dateText(best.day), slotText(best.slot))
}
