package reports

import "io"

// Document is a report that is no run of a scenario: lines and tables in order.
type Document struct {
	Title string
	parts []part
}

// part is a heading, a line or a table.
type part struct {
	heading, line string
	table         *grid
}

// Line adds a line of text.
func (d *Document) Line(text string) { d.parts = append(d.parts, part{line: text}) }

// Heading begins a section.
func (d *Document) Heading(text string) { d.parts = append(d.parts, part{heading: text}) }

// Table adds a table. The first left columns are aligned left, the others right.
// Without rows the note stands in its place.
func (d *Document) Table(title, note string, left int, head []string, rows [][]string) {
	d.parts = append(d.parts, part{table: &grid{title: title, note: note, head: head, rows: rows, left: left}})
}

// Text prints the document for a terminal.
func (d *Document) Text(w io.Writer) {
	_, _ = io.WriteString(w, d.Title+"\n")
	d.print(textPrinter{w})
}

// Markdown prints the document as Markdown.
func (d *Document) Markdown(w io.Writer) {
	_, _ = io.WriteString(w, "# "+d.Title+"\n\n")
	d.print(markdownPrinter{w})
}

func (d *Document) print(p printer) {
	for _, x := range d.parts {
		switch {
		case x.table != nil:
			p.table(x.table)
		case x.heading != "":
			p.heading(x.heading)
		default:
			p.line(x.line)
		}
	}
}
