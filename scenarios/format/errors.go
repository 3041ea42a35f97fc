package format

import (
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a file. Lines and columns count from 1; 0 is unknown.
type Pos struct {
	Line, Col int
	From      string // where the value came from instead of the file, such as "--set seed"
}

// At gives the position itself; every value of a scenario embeds one.
func (p Pos) At() Pos { return p }

// Error is one thing that is wrong with a scenario.
type Error struct {
	Pos
	File string
	Text string
}

// Error prints file:line:column and what is wrong.
func (e *Error) Error() string {
	switch {
	case e.From != "":
		return fmt.Sprintf("%s: %s", e.From, e.Text)
	case e.Line == 0:
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Text)
}

// Errors is everything that is wrong with a scenario, in the order of the
// file.
type Errors struct {
	List  []*Error
	lines []string
}

// Error prints each error with the line it is about.
func (e *Errors) Error() string {
	var b strings.Builder
	for i, one := range e.List {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(one.Error())
		if one.From == "" && one.Line > 0 && one.Line <= len(e.lines) {
			b.WriteString(excerpt(e.lines[one.Line-1], one.Col))
		}
	}
	return b.String()
}

// excerpt is a line with a caret below the column, cut to what fits.
func excerpt(line string, col int) string {
	runes := []rune(strings.ReplaceAll(line, "\t", " "))
	start := 0
	if col > 80 {
		start = col - 60
	}
	end := min(len(runes), start+100)
	if start >= end {
		return ""
	}
	return fmt.Sprintf("\n    %s\n    %s^", string(runes[start:end]), strings.Repeat(" ", max(0, col-1-start)))
}

// Problems collects errors while a scenario is read and checked.
type Problems struct {
	File  string
	lines []string
	list  []*Error
}

// Add notes an error at a position.
func (p *Problems) Add(at Pos, format string, args ...any) {
	p.list = append(p.list, &Error{Pos: at, File: p.File, Text: fmt.Sprintf(format, args...)})
}

// AddFile notes an error in another file, such as a table of calls.
func (p *Problems) AddFile(file string, line, col int, text string) {
	p.list = append(p.list, &Error{Pos: Pos{Line: line, Col: col}, File: file, Text: text})
}

// Err gives all errors, or nil. Errors of one place and text are given once.
func (p *Problems) Err() error {
	if len(p.list) == 0 {
		return nil
	}
	slices.SortStableFunc(p.list, func(a, b *Error) int {
		if a.File != b.File {
			return strings.Compare(a.File, b.File)
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	p.list = slices.CompactFunc(p.list, func(a, b *Error) bool { return *a == *b })
	return &Errors{List: p.list, lines: p.lines}
}

// Nearest gives the one of names that is most like name, or "" where none is
// near.
func Nearest(name string, names []string) string {
	best, at := "", len(name)/2+1
	for _, n := range names {
		if len(name) > 2 && strings.HasPrefix(n, strings.ToLower(name)) {
			return n
		}
	}
	for _, n := range names {
		if d := distance(strings.ToLower(name), strings.ToLower(n)); d < at {
			best, at = n, d
		}
	}
	return best
}

// Suggest is the end of an error about an unknown name: the nearest valid one,
// or all of them.
func Suggest(name string, names []string) string {
	if n := Nearest(name, names); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	sorted := slices.Clone(names)
	slices.Sort(sorted)
	if len(sorted) == 0 {
		return "there is none"
	}
	return "one of: " + strings.Join(sorted, ", ")
}

// distance is the number of single-letter edits (Levenshtein) between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// Take adds the problems of another collection.
func (p *Problems) Take(o *Problems) { p.list = append(p.list, o.list...) }
