package fit

import (
	"math"
	"slices"
	"time"

	"gonum.org/v1/gonum/stat/distuv"
)

// slot is the length of the intervals of profile, staffing and comparison.
const (
	slotMS = 30 * 60 * 1000
	slots  = dayMS / slotMS
)

// days are the calendar days of the table.
type days struct {
	first int64 // day number
	n     int
	slots [][slots]int64 // by day: calls that came
	of    [][][slots]int64
}

// weekday gives 0 for Sunday.
func weekday(day int64) int { return int((day%7 + 7 + 4) % 7) }

// weekdayName is the name of a day of the week.
func weekdayName(w int) string { return time.Weekday(w).String() }

// slotOf gives day number and interval of a moment.
func slotOf(at int64) (day int64, slot int) {
	day = at / dayMS
	if at%dayMS < 0 {
		day--
	}
	return day, int((at - day*dayMS) / slotMS)
}

// countDays counts the calls that came, by day, interval and type.
func countDays(d *Data, types []int, n int) *days {
	first, _ := slotOf(d.Calls[0].Arrival)
	last, _ := slotOf(d.Calls[len(d.Calls)-1].Arrival)
	p := &days{first: first, n: int(last-first) + 1}
	p.slots = make([][slots]int64, p.n)
	p.of = make([][][slots]int64, n)
	for t := range p.of {
		p.of[t] = make([][slots]int64, p.n)
	}
	for i := range d.Calls {
		c := &d.Calls[i]
		if c.beforeQueue() {
			continue
		}
		day, s := slotOf(c.Arrival)
		p.slots[day-first][s]++
		p.of[types[i]][day-first][s]++
	}
	return p
}

// beforeQueue tells whether the caller hung up without a wait: in the IVR or right
// after it. Such calls need no agent and have no patience to learn from.
func (c *Call) beforeQueue() bool { return c.Outcome == Abandoned && c.Wait == 0 }

func sumOf(s *[slots]int64) (sum int64) {
	for _, n := range s {
		sum += n
	}
	return sum
}

// week is the mean of each day of the week.
type week struct {
	days [7]int // how many there are in the table
	mean [7][slots]float64
}

func weekOf[T int64 | float64](first int64, counts [][slots]T) (w week) {
	for i := range counts {
		wd := weekday(first + int64(i))
		w.days[wd]++
		for s, n := range counts[i] {
			w.mean[wd][s] += float64(n)
		}
	}
	for wd := range w.mean {
		for s := range w.mean[wd] {
			if w.days[wd] > 0 {
				w.mean[wd][s] /= float64(w.days[wd])
			}
		}
	}
	return w
}

// Overdispersion says how much more calls differ than chance makes them.
type Overdispersion struct {
	DayCV    float64 `json:"day_cv"`    // of a factor on all rates of a day
	Shape    float64 `json:"day_shape"` // of the gamma law of that factor with mean 1
	DayP     float64 `json:"day_p"`     // p-value of "days differ by chance alone"
	Index    float64 `json:"half_hour_index"`
	IndexP   float64 `json:"half_hour_p"` // p-value of "half hours differ by chance alone"
	Compared int     `json:"days_compared"`
}

// overdispersion compares days of the same day of the week, and half hours of such
// days beyond the factor of the whole day. ok is false where no day of the week is
// there twice.
func (p *days) overdispersion() (o Overdispersion, ok bool) {
	w := weekOf(p.first, p.slots)
	var excess, squares, chi, chiFree, within, withinFree float64
	for i := range p.slots {
		wd := weekday(p.first + int64(i))
		k := float64(w.days[wd])
		mean := sumFloat(&w.mean[wd])
		if k < 2 || mean < 10 {
			continue
		}
		o.Compared++
		n := float64(sumOf(&p.slots[i]))
		d := (n - mean) * (n - mean) * k / (k - 1)
		excess += d - mean
		squares += float64(mean * mean)
		chi += (n - mean) * (n - mean) / mean
		chiFree += (k - 1) / k
		for s, m := range w.mean[wd] {
			want := m * n / mean
			if m < 1 || want == 0 {
				continue
			}
			d := float64(p.slots[i][s]) - want
			within += d * d / want
			withinFree += float64((k - 1) / k * (1 - m/mean))
		}
	}
	if o.Compared == 0 || chiFree < 1 {
		return o, false
	}
	o.DayP = distuv.ChiSquared{K: chiFree}.Survival(chi)
	if excess > 0 {
		o.DayCV = math.Sqrt(excess / squares)
		o.Shape = squares / excess
	}
	if withinFree >= 1 {
		o.Index = within / withinFree
		o.IndexP = distuv.ChiSquared{K: withinFree}.Survival(within)
	}
	return o, true
}

func sumFloat(s *[slots]float64) (sum float64) {
	for _, v := range s {
		sum += v
	}
	return sum
}

// Unusual is a half hour far above what its day of the week has.
type Unusual struct {
	When     string  `json:"when"`
	Calls    int64   `json:"calls"`
	Expected float64 `json:"expected"`
	day      int64
	slot     int
}

// unusual lists half hours whose calls no chance explains: more than ten standard
// deviations, and twice what the other days of that day of the week have.
func (p *days) unusual() (all []Unusual) {
	w := weekOf(p.first, p.slots)
	for i := range p.slots {
		wd := weekday(p.first + int64(i))
		k := float64(w.days[wd])
		if k < 2 {
			continue
		}
		for s, n := range p.slots[i] {
			others := (float64(w.mean[wd][s]*k) - float64(n)) / (k - 1)
			if float64(n) > 2*others && float64(n)-others > 10*math.Sqrt(others+1) {
				day := p.first + int64(i)
				all = append(all, Unusual{dateText(day) + " " + slotText(s), n, others, day, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Unusual) int { return int(b.Calls - a.Calls) })
	return all[:min(len(all), 5)]
}

func dateText(day int64) string { return time.Unix(day*86400, 0).UTC().Format("2006-01-02") }

func slotText(s int) string {
	return time.Unix(int64(s)*slotMS/1000, 0).UTC().Format("15:04")
}
