package reports

import (
	"io"
	"strings"
)

// SweepTable is the summary of a sweep: a row for each point and variant.
type SweepTable struct {
	Title string
	Head  []string
	Left  int // columns that name the row
	Rows  [][]string
	Notes []string
}

// SweepText prints the summary of a sweep for a terminal or as Markdown.
func SweepText(w io.Writer, markdown bool, t SweepTable) {
	var p printer = textPrinter{w}
	if markdown {
		p = markdownPrinter{w}
	}
	p.table(&grid{title: t.Title, head: t.Head, rows: t.Rows, left: t.Left, note: "n is the number of replications; ± is the 95 % interval of the mean. Single values: --format csv."})
	for _, n := range t.Notes {
		p.line(n)
	}
}

// Cell prints a metric with its interval, shares in percent.
func Cell(name string, mean, half float64) string {
	if isShare(name) {
		return Percent(mean, half)
	}
	return WithInterval(mean, half)
}

// TextCell keeps a spreadsheet from taking a text for a formula.
func TextCell(s string) string { return textCell(s) }

// OfCause tells whether a scope is one cause: its number means something in one
// scenario only.
func OfCause(scope string) bool { return strings.HasPrefix(scope, "cause/") }

// IsShare tells metrics that are printed in percent.
func IsShare(name string) bool { return isShare(name) }
