package html

import (
	"fmt"
	"math"

	"ccsim/reports"
	"ccsim/sim"
)

// table is a table of a page.
type table struct {
	Caption string
	Head    []string
	Rows    [][]string
	Left    int    // columns of words
	Last    bool   // the last column is of words, too
	Class   string // stack: rows become blocks on a narrow screen
	Note    string
	Sort    bool
}

// Cell is a cell with what it needs to stand alone.
type cell struct {
	Text, Label string
	Head, Num   bool
	Zero        bool
}

// Cells gives the rows with the head of each column.
func (t table) Cells() (rows [][]cell) {
	for _, r := range t.Rows {
		var row []cell
		for i, text := range r {
			head := ""
			if i < len(t.Head) {
				head = t.Head[i]
			}
			row = append(row, cell{hard(text), head, i == 0, t.number(i), text == "0" || text == "–"})
		}
		rows = append(rows, row)
	}
	return rows
}

// number tells whether a column is of numbers.
func (t *table) number(i int) bool { return i >= t.Left && (!t.Last || i < len(t.Head)-1) }

// Columns gives the heads, and whether each is of numbers.
func (t table) Columns() (all []cell) {
	for i, h := range t.Head {
		if h == "" {
			h = "No." // a head without a name says nothing to a screen reader
		}
		all = append(all, cell{Text: hard(h), Num: t.number(i), Head: i == 0})
	}
	return all
}

// laneTable tells the bars of the lanes in words.
func laneTable(f *figure, changed [][]*lane) table {
	t := table{Caption: "Conditions of the processes and links in the figure", Head: []string{"process", "condition", "from", "to"}, Left: 2, Class: "stack"}
	for _, lanes := range changed {
		for _, l := range lanes {
			for _, b := range l.bars {
				from, to := max(b.from, f.from), min(b.to, f.to)
				if to > from && b.class != "whole" {
					t.Rows = append(t.Rows, []string{l.name, b.word, stamp(from - f.at), stamp(to - f.at)})
				}
			}
		}
	}
	return t
}

// stamp prints a moment of a table: to the millisecond.
func stamp(t sim.Time) string {
	sign := "+"
	if t < 0 {
		sign, t = "−", -t
	}
	return fmt.Sprintf("%s%.3f s", sign, t.Seconds())
}

// maxRows is the longest table of a figure's data; longer ones skip rows.
const maxRows = 120

// curveTable tells the curves in numbers.
func curveTable(f *figure, c *reports.Curves) table {
	t := table{Caption: "Curves of the figure, mean ± half the 95 % interval", Left: 1}
	t.Head = []string{"from", "in queue", "in talk", "of these with a signed-in agent"}
	var bands []reports.Band
	for _, b := range reports.Bands() {
		if high(c.Agents[b]) > 0 {
			bands = append(bands, b)
			t.Head = append(t.Head, "agents "+b.String())
		}
	}
	t.Head = append(t.Head, "answered in time")
	step := (c.Bins + maxRows - 1) / maxRows
	for i := 0; i < c.Bins; i += step {
		row := []string{stamp(c.From + c.Bin*sim.Time(i) - f.at), value(c.Queue, i), value(c.Talk, i), value(c.Desk, i)}
		for _, b := range bands {
			row = append(row, value(c.Agents[b], i))
		}
		service := "–"
		if k := i * c.ServiceBins / c.Bins; k < c.ServiceBins && !math.IsNaN(c.Service.Mean[k]) {
			service = reports.Percent(c.Service.Mean[k], c.Service.Half[k])
		}
		t.Rows = append(t.Rows, append(row, service))
	}
	return t
}

func value(c reports.Curve, i int) string { return reports.WithInterval(c.Mean[i], c.Half[i]) }
