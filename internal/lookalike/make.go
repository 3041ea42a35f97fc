package main

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"ccsim/sim"
)

// Purposes of the draws, apart from those of the model.
const (
	drawCount sim.Purpose = 2000 + iota
	drawSecond
	drawType
	drawIVR
	drawPatience
	drawService
)

const (
	halfHours = 48
	weekDays  = 7
	days      = 28
	slot      = 1800 // seconds
)

var firstDay = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC) // a Monday

// codes of the made bank's types of calls, with their shares.
var codes = []struct {
	code  string
	share float64
}{{"AC", 0.62}, {"CR", 0.20}, {"ON", 0.11}, {"FX", 0.05}, {"HL", 0.02}}

// shape is the mean number of calls of each hour of a weekday.
var shape = [24]float64{3, 2, 2, 1, 1, 3, 12, 48, 88, 112, 118, 110, 101, 97, 104, 96, 88, 76, 64, 60, 70, 84, 34, 9}

// expected is the mean number of calls in a half hour. Fridays end at 14:00 and
// Saturdays begin at 20:00; one half hour has an outage elsewhere behind it, one
// evening is busy.
func expected(day, half int) float64 {
	weekday := (day + 1) % weekDays // 0 = Sunday
	mean := shape[half/2] / 2
	switch {
	case weekday == 5 && half >= 28, weekday == 6 && half < 40:
		mean = 0.4
	case weekday == 5 || weekday == 6:
		mean *= 0.7
	case weekday == 1:
		mean *= 1.15
	}
	if day == 9 && half == 26 {
		mean = 260
	}
	if day == 17 && half == 43 {
		mean = 120
	}
	return mean
}

// staff is the plan: enough for the usual load, not for the outage.
func staff(day, half int) int {
	mean := expected(day, half)
	if day == 9 && half == 26 {
		mean = shape[13] / 2
	}
	if mean < 1 {
		return 0
	}
	return int(mean*170/slot*1.25) + 2
}

// call is one call of the made month.
type call struct {
	day, second, ivr int
	code             string
	wait, service    int
	agent            int // -1 = hung up
}

// count draws a Poisson number by adding exponential gaps.
func count(key uint64, mean float64) int {
	s := sim.NewStream(20260601, 0, drawCount)
	gap, err := sim.Exponential(sim.Second)
	if err != nil || mean <= 0 {
		return 0
	}
	left := mean
	for n := uint32(0); ; n++ {
		left -= gap.Sample(s, key, n).Seconds()
		if left < 0 {
			return int(n)
		}
	}
}

// arrivals draws the calls of the month in order of time.
func arrivals() (all []call) {
	second, kind := sim.NewStream(20260601, 0, drawSecond), sim.NewStream(20260601, 0, drawType)
	ivr, err := sim.Lognormal(9*sim.Second, 0.7)
	if err != nil {
		panic(err)
	}
	times := sim.NewStream(20260601, 0, drawIVR)
	for day := range days {
		for half := range halfHours {
			key := uint64(day*halfHours + half)
			for i := range count(key, expected(day, half)) {
				n := uint32(i)
				all = append(all, call{
					day: day, second: half*slot + int(second.Below(slot, key, n)), code: pick(kind.Uniform(key, n)),
					ivr: int(ivr.Sample(times, key, n) / sim.Second), agent: -1,
				})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b call) int { return (a.day*86400 + a.second) - (b.day*86400 + b.second) })
	return all
}

func pick(u float64) string {
	for _, c := range codes {
		if u < c.share {
			return c.code
		}
		u -= c.share
	}
	return codes[0].code
}

// serve lets a plain queue of the planned agents take the calls, so that waits
// and outcomes fit together.
func serve(all []call) {
	patience, err := sim.Exponential(240 * sim.Second)
	if err != nil {
		panic(err)
	}
	service, err := sim.Lognormal(170*sim.Second, 1.1)
	if err != nil {
		panic(err)
	}
	p, s := sim.NewStream(20260601, 0, drawPatience), sim.NewStream(20260601, 0, drawService)
	var free [40]int // second at which each agent is free
	for i := range all {
		c := &all[i]
		at := c.day*86400 + c.second + c.ivr
		limit := int(patience.Sample(p, uint64(i), 0) / sim.Second)
		best := -1
		for a := range min(staff(c.day, c.second/slot), len(free)) {
			if best < 0 || free[a] < free[best] {
				best = a
			}
		}
		if best < 0 || free[best]-at > limit {
			c.wait = limit
			if best < 0 {
				c.wait = min(limit, 30)
			}
			continue
		}
		c.wait = max(0, free[best]-at)
		c.service = max(1, int(service.Sample(s, uint64(i), 0)/sim.Second))
		c.agent = best
		free[best] = at + c.wait + c.service
	}
}

// tables are the files by name.
func tables() map[string][]byte {
	all := arrivals()
	serve(all)
	return map[string][]byte{
		"look-alike-calls.csv":     calls(all),
		"look-alike-halfhours.csv": halves(all),
		"look-alike-staff.csv":     plan(),
	}
}

func date(day int) string { return firstDay.AddDate(0, 0, day).Format("20060102") }

// calls are the single calls of the first week.
func calls(all []call) []byte {
	var b bytes.Buffer
	b.WriteString("date,type,priority,vru_entry_s,vru_time_s,queue_entry_s,queue_time_s,outcome,service_start_s,service_time_s,agent\n")
	for _, c := range all {
		if c.day >= weekDays {
			break
		}
		entry := c.second + c.ivr
		fmt.Fprintf(&b, "%s,%s,0,%d,%d,%d,%d,", date(c.day), c.code, c.second, c.ivr, entry, c.wait)
		if c.agent < 0 {
			b.WriteString("HANG,,,\n")
			continue
		}
		fmt.Fprintf(&b, "AGENT,%d,%d,M%02d\n", entry+c.wait, c.service, c.agent+1)
	}
	return b.Bytes()
}

// within is the wait in seconds that the columns of a service level count up to.
const within = 20

// half is what the table tells of the calls that came in a half hour.
type half struct {
	offered, answered, abandoned, abandonedWithin, answeredWithin, waited int
	waitAnswered, waitAbandoned, service                                  int // seconds
	agents                                                                []int
}

func (h *half) add(c call) {
	h.offered++
	if c.wait > 0 {
		h.waited++
	}
	if c.agent < 0 {
		h.abandoned++
		h.waitAbandoned += c.wait
		if c.wait <= within {
			h.abandonedWithin++
		}
		return
	}
	h.answered++
	h.waitAnswered += c.wait
	h.service += c.service
	if c.wait <= within {
		h.answeredWithin++
	}
	if !slices.Contains(h.agents, c.agent) {
		h.agents = append(h.agents, c.agent)
	}
}

// row is the half hour as a row of the table, after its date and start.
func (h *half) row() string {
	mean := ""
	if h.answered > 0 {
		mean = fmt.Sprintf("%.1f", float64(h.service)/float64(h.answered))
	}
	return fmt.Sprintf("%d,%d,%d,%d,%d,%d,%d,%d,%d,%s,%d", h.offered, h.answered, h.abandoned, h.abandonedWithin, h.answeredWithin,
		h.waited, h.waitAnswered, h.waitAbandoned, h.service, mean, len(h.agents))
}

// halves are the counts of each half hour of the month, by the moment a call came.
func halves(all []call) []byte {
	var sum [days][halfHours]half
	for _, c := range all {
		sum[c.day][c.second/slot].add(c)
	}
	var b bytes.Buffer
	b.WriteString("date,interval_start,offered,answered,abandoned,abandoned_within_20s,answered_within_20s,had_to_wait," +
		"sum_wait_answered_s,sum_wait_abandoned_s,sum_service_s,mean_service_s,distinct_agents_seen\n")
	for day := range days {
		for i := range sum[day] {
			fmt.Fprintf(&b, "%s,%02d:%02d,%s\n", date(day), i/2, i%2*30, sum[day][i].row())
		}
	}
	return b.Bytes()
}

func plan() []byte {
	var b bytes.Buffer
	b.WriteString("date,start,count\n")
	for day := range days {
		for half := range halfHours {
			fmt.Fprintf(&b, "%s,%02d:%02d,%d\n", date(day), half/2, half%2*30, staff(day, half))
		}
	}
	return b.Bytes()
}
