package fit

import (
	"fmt"
	"strings"
)

// longest is the longest span that is believed: a greater one is in another unit.
const longest = dayMS

// call reads one row. An error comes with the column that it is about.
func (r *reader) call(row []string, c *Call) (column, error) {
	day := int64(0)
	if r.has(colDate) {
		cell := r.cell(row, colDate)
		date, _, _ := cutMoment(cell)
		d, ok := r.day(date)
		if !ok {
			return colDate, fmt.Errorf("%q is no date%s", cell, r.formHint())
		}
		day = d
	}
	cell := r.cell(row, colArrival)
	if isEmpty(cell) {
		return colArrival, fmt.Errorf("the cell %q is empty: nobody knows when this call came", r.heading(colArrival))
	}
	at, err := r.moment(cell, day, r.has(colDate))
	if err != nil {
		return colArrival, err
	}
	c.Arrival = at
	for _, m := range []struct {
		col column
		to  *int64
	}{{colQueue, &c.Queued}, {colAnswer, &c.answeredAt}, {colEnd, &c.endedAt}} {
		if err := r.later(row, m.col, c.Arrival, day, m.to); err != nil {
			return m.col, err
		}
	}
	for _, s := range []struct {
		col column
		to  *int64
	}{{colIVR, &c.IVR}, {colWait, &c.Wait}, {colTalk, &c.Talk}, {colWrapup, &c.Wrapup}, {colHandle, &c.handling}} {
		if err := r.span(row, s.col, s.to); err != nil {
			return s.col, err
		}
	}
	c.Type, c.Agent, c.Caller = r.name(row, colType, r.types, &r.data.Types), r.name(row, colAgent, r.agents, &r.data.Agents), r.callerOf(row)
	if err := r.outcome(row, c); err != nil {
		return colOutcome, err
	}
	return r.complete(c)
}

func (r *reader) formHint() string {
	if r.form == "" {
		return ", such as 2026-03-02"
	}
	return " of the form " + r.form
}

// later reads a moment of a call after its arrival; one that runs past midnight has
// no date of its own.
func (r *reader) later(row []string, c column, arrival, day int64, to *int64) error {
	*to = unknown
	cell := r.cell(row, c)
	if isEmpty(cell) || cell == "0" && arrival%dayMS > hourMS { // 0 stands for no such moment
		return nil
	}
	at, err := r.moment(cell, day, r.has(colDate) || !r.data.Dated)
	if err != nil {
		return err
	}
	if !looksLikeMoment(cell) && at < arrival-12*hourMS {
		at += dayMS
	}
	if at < arrival {
		return fmt.Errorf("%q is before the call came", cell)
	}
	*to = at
	return nil
}

// span reads a duration.
func (r *reader) span(row []string, c column, to *int64) error {
	*to = unknown
	cell := r.cell(row, c)
	if isEmpty(cell) {
		return nil
	}
	v, ok := r.duration(cell, r.unit[c])
	switch {
	case !ok:
		return fmt.Errorf("%q is no duration: seconds, mm:ss or hh:mm:ss", cell)
	case v < 0:
		return fmt.Errorf("%q is below 0", cell)
	case v > longest:
		return fmt.Errorf("%q is more than a day; a heading that ends in _ms or (min) tells another unit", cell)
	}
	*to = v
	return nil
}

// name gives the number of a name in a column.
func (r *reader) name(row []string, c column, index map[string]int32, names *[]string) int32 {
	cell := r.cell(row, c)
	if isEmpty(cell) || strings.EqualFold(cell, "no_server") {
		return unknown
	}
	i, ok := index[cell]
	if !ok {
		cell = strings.Clone(cell)
		i = int32(len(*names))
		index[cell] = i
		*names = append(*names, cell)
	}
	return i
}

// callerOf numbers the callers; their names are not kept.
func (r *reader) callerOf(row []string) int32 {
	cell := r.cell(row, colCaller)
	if isEmpty(cell) || strings.EqualFold(cell, "anonymous") || cell == "0" {
		return unknown
	}
	i, ok := r.caller[cell]
	if !ok {
		i = int32(len(r.caller))
		r.caller[strings.Clone(cell)] = i
		r.data.Callers++
	}
	return i
}

// outcome reads how the call ended, or concludes it from talk time and agent.
func (r *reader) outcome(row []string, c *Call) error {
	cell := r.cell(row, colOutcome)
	if !r.has(colOutcome) || isEmpty(cell) {
		c.Outcome = Abandoned
		if c.Talk > 0 || c.handling > 0 || c.answeredAt != unknown || c.Agent != unknown {
			c.Outcome = Answered
		}
		return nil
	}
	o, ok := outcomeOf(cell, r.opt.Outcomes)
	if !ok {
		return fmt.Errorf("%q is no outcome that is known; say what it means, such as --outcomes '%s=abandoned' (answered, abandoned or other)", cell, cell)
	}
	c.Outcome = o
	return nil
}

// complete derives what the row tells in another way.
func (r *reader) complete(c *Call) (column, error) {
	if c.Queued == unknown {
		c.Queued = c.Arrival + max(c.IVR, 0)
	} else if c.IVR == unknown {
		c.IVR = c.Queued - c.Arrival
	}
	if c.Wait == unknown {
		switch {
		case c.answeredAt != unknown && c.Outcome == Answered:
			c.Wait = c.answeredAt - c.Queued
		case c.endedAt != unknown && c.Outcome != Answered:
			c.Wait = c.endedAt - c.Queued
		}
		if c.Wait < unknown {
			return colAnswer, fmt.Errorf("the call is answered or ends before it is in the queue")
		}
	}
	if c.handling != unknown {
		switch {
		case c.Talk == unknown && c.Wrapup != unknown && c.handling >= c.Wrapup:
			c.Talk = c.handling - c.Wrapup
		case c.Talk == unknown:
			c.Talk = c.handling
		case c.Wrapup == unknown && c.handling >= c.Talk && !r.has(colWrapup):
			c.Wrapup = c.handling - c.Talk
		}
	}
	if c.Outcome != Answered {
		c.Talk, c.Wrapup = unknown, unknown
		return 0, nil
	}
	answered := c.answeredAt
	if answered == unknown && c.Wait != unknown {
		answered = c.Queued + c.Wait
	}
	if c.Talk == unknown && c.endedAt != unknown && answered != unknown {
		if c.endedAt < answered {
			return colEnd, fmt.Errorf("the call ends before it is answered")
		}
		c.Talk = c.endedAt - answered
	}
	c.answeredAt = answered
	return 0, nil
}
