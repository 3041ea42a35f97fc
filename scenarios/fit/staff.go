package fit

import (
	"cmp"
	"math"
	"slices"
)

// agentsSeen counts the agents who were on a call or its wrap-up in each half hour:
// an upper estimate where agents relieve each other within it.
func agentsSeen(d *Data, first int64, n int) [][slots]float64 {
	seen := make([][slots]float64, n)
	type key struct {
		day  int64
		slot int
	}
	last := make(map[int32]key, len(d.Agents)) // the latest half hour each was seen in
	for _, c := range served(d) {
		from := c.answeredAt
		to := from + max(c.Talk, 0) + max(c.Wrapup, 0)
		for at := from - (from%slotMS+slotMS)%slotMS; at == from || at < max(to, from+1); at += slotMS {
			day, s := slotOf(at)
			i := day - first
			if i < 0 || i >= int64(n) {
				break
			}
			if was, ok := last[c.Agent]; ok && (was.day > day || was.day == day && was.slot >= s) {
				continue
			}
			last[c.Agent] = key{day, s}
			seen[i][s]++
		}
	}
	return seen
}

// presence is how many agents were there on average in each half hour: each while on a
// call, and between two calls unless that took long while callers waited, whom an
// agent who was there would have taken.
func presence(d *Data, first int64, n int) [][slots]float64 {
	there := make([][slots]float64, n)
	add := func(from, to int64) {
		for at := from; at < to; {
			day, s := slotOf(at)
			until := min(to, day*dayMS+int64(s+1)*slotMS)
			if i := day - first; i >= 0 && i < int64(n) {
				there[i][s] += float64(until-at) / slotMS
			}
			at = until
		}
	}
	queue := waiting(d)
	until := make(map[int32]int64, len(d.Agents)) // to when each agent is counted
	for _, c := range served(d) {
		end := c.answeredAt + max(c.Talk, 0) + max(c.Wrapup, 0)
		from := c.answeredAt
		if was, ok := until[c.Agent]; ok {
			gap := from - was
			if gap <= shortGap || gap <= longestIdle && !queue.overlaps(was, from) {
				from = was
			}
		}
		add(from, end)
		until[c.Agent] = max(end, until[c.Agent])
	}
	return there
}

const (
	shortGap    = 5 * 60 * 1000  // wrap-up, a breath, a quiet moment: no absence
	longestIdle = 60 * 60 * 1000 // no agent waits longer for a call
	noticed     = 10 * 1000      // a wait longer than that shows that nobody was free
)

// spans are times in order that do not touch.
type spans [][2]int64

// waiting are the times in which a caller waited whom nobody took.
func waiting(d *Data) (all spans) {
	for i := range d.Calls {
		if c := &d.Calls[i]; c.Wait > noticed {
			all = append(all, [2]int64{c.Queued, c.Queued + c.Wait})
		}
	}
	slices.SortFunc(all, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	merged := all[:0]
	for _, s := range all {
		if n := len(merged); n > 0 && s[0] <= merged[n-1][1] {
			merged[n-1][1] = max(merged[n-1][1], s[1])
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

func (s spans) overlaps(from, to int64) bool {
	i, _ := slices.BinarySearchFunc(s, from, func(x [2]int64, from int64) int { return cmp.Compare(x[1], from+1) })
	return i < len(s) && s[i][0] < to
}

// served are the calls that an agent took, by the moment of the answer.
func served(d *Data) (calls []*Call) {
	for i := range d.Calls {
		if c := &d.Calls[i]; c.Outcome == Answered && c.Agent != unknown && c.answeredAt > 0 {
			calls = append(calls, c)
		}
	}
	slices.SortStableFunc(calls, func(a, b *Call) int { return int(max(-1, min(1, a.answeredAt-b.answeredAt))) })
	return calls
}

// longestGap is how long a break between two calls may be to count as one: longer
// ones are the end of a shift.
const longestGap = 10 * 60 * 1000

// betweenCalls are the spans from the end of an agent's call to the next one, where
// the next caller was already waiting: the agent was not available then. They stand
// for wrap-up where a table has none.
func betweenCalls(d *Data) (gaps []int64) {
	before := make(map[int32]int64, len(d.Agents)) // end of the agent's last call
	for _, c := range served(d) {
		if c.Talk == unknown {
			continue
		}
		end, ok := before[c.Agent]
		if gap := c.answeredAt - end; ok && c.Queued <= end && gap >= 0 && gap <= longestGap {
			gaps = append(gaps, gap)
		}
		before[c.Agent] = c.answeredAt + c.Talk
	}
	return gaps
}

// peakLoad is the greatest number of agents that all calls of a half hour would
// keep busy on average.
func peakLoad(p *days, handle float64) float64 {
	w := weekOf(p.first, p.slots)
	most := 0.0
	for wd := range w.mean {
		for _, n := range w.mean[wd] {
			most = math.Max(most, n*handle/(slotMS/1000))
		}
	}
	return most
}
