package fit

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"ccsim/scenarios/format"
)

// Outcome is how a call ended, seen from the queue.
type Outcome uint8

// Outcomes of a call.
const (
	Answered Outcome = iota
	Abandoned
	Other // neither: its wait was cut short by something else
)

// OutcomeNames are the outcomes by name.
var OutcomeNames = []string{"answered", "abandoned", "other"}

// unknown is a time that the table does not tell.
const unknown = -1

// Call is one row of the table. Moments are milliseconds of wall time since 1970,
// spans are milliseconds, or unknown.
type Call struct {
	Arrival, Queued               int64
	IVR, Wait, Talk, Wrapup       int64
	Outcome                       Outcome
	Type, Agent, Caller           int32 // index into the names; unknown where there is none
	line                          int32
	answeredAt, endedAt, handling int64
}

// Options say how the table is read.
type Options struct {
	Columns    map[string]string  // our name: heading of the table
	Outcomes   map[string]Outcome // word of the table: outcome
	DateFormat string             // one of dateForms; empty = as dates look
	Zone       *time.Location     // nil = UTC
	SkipBad    bool               // rows that cannot be read are left out
}

// Data is a table of calls, in order of arrival.
type Data struct {
	File    string
	Calls   []Call
	Types   []string
	Agents  []string
	Callers int
	Bad     []*format.Error // the first rows that could not be read
	BadRows int
	Rows    int
	Dated   bool
	Zone    *time.Location
	Columns []string // what each column was taken for
	has     [columns]bool
	unused  []string
}

// shownBad is how many bad rows are listed.
const shownBad = 20

// reader reads one table.
type reader struct {
	*layout
	moments
	data   *Data
	opt    Options
	csv    *csv.Reader
	types  map[string]int32
	agents map[string]int32
	caller map[string]int32
}

// Read reads a table of calls. Rows that cannot be read are an error, unless they
// are to be skipped.
func Read(file string, content []byte, opt Options) (*Data, error) {
	if opt.Zone == nil {
		opt.Zone = time.UTC
	}
	if opt.DateFormat != "" && !slices.Contains(dateForms, opt.DateFormat) {
		return nil, fmt.Errorf("--date-format %s: use one of %s", opt.DateFormat, strings.Join(dateForms, ", "))
	}
	text := decode(content)
	r := &reader{opt: opt, data: &Data{File: file, Zone: opt.Zone}, types: map[string]int32{}, agents: map[string]int32{}, caller: map[string]int32{}}
	comma := separator(text)
	r.numbers = numbers{commas: comma == ','}
	r.dates, r.zone = map[string]int64{}, opt.Zone
	head, sample, err := r.head(text, comma)
	if err != nil {
		return nil, err
	}
	if err := r.columns(head, sample); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, head.line, err)
	}
	if err := r.dateForm(text, comma, sample); err != nil {
		return nil, err
	}
	r.csv = newCSV(text, comma)
	r.rows(head)
	slices.SortStableFunc(r.data.Calls, func(a, b Call) int { return int(max(-1, min(1, a.Arrival-b.Arrival))) })
	return r.data, r.verdict()
}

// verdict refuses tables with bad rows that are not to be skipped, and empty ones.
func (r *reader) verdict() error {
	d := r.data
	if d.BadRows > 0 && !r.opt.SkipBad {
		p := &format.Problems{}
		for _, b := range d.Bad {
			p.AddFile(b.File, b.Line, b.Col, b.Text)
		}
		more := ""
		if n := d.BadRows - len(d.Bad); n > 0 {
			more = fmt.Sprintf("\n%d more rows cannot be read", n)
		}
		return fmt.Errorf("%w%s\nmend the %d rows, or leave them out with --skip-bad-rows", p.Err(), more, d.BadRows)
	}
	if len(d.Calls) == 0 {
		return fmt.Errorf("%s holds no call", d.File)
	}
	return nil
}

// decode gives the text as UTF-8 without a byte order mark, with line feeds, and
// with ="0123" as "0123".
func decode(b []byte) []byte {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		words := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			w := uint16(b[i]) | uint16(b[i+1])<<8
			if b[0] == 0xfe {
				w = w>>8 | w<<8
			}
			words = append(words, w)
		}
		b = []byte(string(utf16.Decode(words)))
	default:
		b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	}
	// Lines that end in a bare carriage return, as old spreadsheets write them.
	if !bytes.Contains(b, []byte("\n")) {
		b = bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
	}
	if bytes.Contains(b, []byte(`="`)) {
		for _, before := range []string{",", ";", "\t", "\n"} {
			b = bytes.ReplaceAll(b, []byte(before+`="`), []byte(before+`"`))
		}
	}
	return b
}

// separator finds what stands between cells: named by a line sep=, or what is most
// frequent in the first lines.
func separator(text []byte) rune {
	if rest, ok := bytes.CutPrefix(text, []byte("sep=")); ok && len(rest) > 0 {
		return rune(rest[0])
	}
	best, most := ',', 0
	head := text[:min(len(text), 4096)]
	for _, c := range []rune{',', ';', '\t', '|'} {
		if n := bytes.Count(head, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	// Decimal commas may outnumber the semicolons between cells.
	if best == ',' {
		line, _, _ := bytes.Cut(head, []byte("\n"))
		for _, c := range []rune{';', '\t', '|'} {
			if bytes.Count(line, []byte(string(c))) > bytes.Count(line, []byte(",")) {
				return c
			}
		}
	}
	return best
}

func newCSV(text []byte, comma rune) *csv.Reader {
	c := csv.NewReader(bytes.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.TrimLeadingSpace, c.ReuseRecord = comma, -1, comma != '\t', true
	return c
}

// head finds the heading line, which may stand below a title, and the rows after
// it. It gives the number of records before the first row of calls.
func (r *reader) head(text []byte, comma rune) (head heading, sample [][]string, err error) {
	c := newCSV(text, comma)
	c.ReuseRecord = false
	best := -1
	for n := 0; n < 20+sampleRows; n++ {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			continue
		}
		if n < 20 {
			if known := r.known(record); known > best {
				line, _ := c.FieldPos(0)
				best, head, sample = known, heading{slices.Clone(record), line}, nil
				continue
			}
		}
		sample = append(sample, record)
	}
	if best < 0 {
		return head, nil, fmt.Errorf("%s:1:1: the file has no heading line", r.data.File)
	}
	for i := range head.cells {
		head.cells[i] = clean(head.cells[i])
	}
	return head, sample, nil
}

// heading is the heading line and where it stands.
type heading struct {
	cells []string
	line  int
}

const sampleRows = 300

// known counts the cells of a row that name columns.
func (r *reader) known(record []string) (n int) {
	head := slices.Clone(record)
	for i := range head {
		head[i] = clean(head[i])
	}
	l := newLayout(head)
	for c := range columns {
		if l.has(c) {
			n += 2
		}
	}
	for _, want := range r.opt.Columns {
		if slices.Contains(head, want) {
			n += 2
		}
	}
	return n
}

// columns decides what each column is.
func (r *reader) columns(head heading, sample [][]string) error {
	r.layout = newLayout(head.cells)
	if err := r.apply(r.opt.Columns); err != nil {
		return err
	}
	r.guess(sample, r.opt.Outcomes)
	if !r.has(colArrival) && !r.has(colQueue) {
		return fmt.Errorf("no column tells when a call came; name it, such as --columns arrival=%s", example(head.cells))
	}
	if !r.has(colArrival) {
		r.at[colArrival], r.unit[colArrival] = r.at[colQueue], r.unit[colQueue]
		r.at[colQueue] = -1
	}
	for c := range columns {
		r.data.has[c] = r.has(c)
		if r.has(c) {
			r.data.Columns = append(r.data.Columns, fmt.Sprintf("%s = %q", columnNames[c].name, r.heading(c)))
		}
	}
	for i, h := range r.layout.head {
		if h != "" && !slices.Contains(r.at[:], i) {
			r.data.unused = append(r.data.unused, h)
		}
	}
	// A moment without a date can be one of the only day of the table.
	r.data.Dated = r.has(colDate)
	numbers, shares, series := 0, 0, 0
	for _, row := range sample {
		cell := r.cell(row, colArrival)
		if looksLikeMoment(cell) {
			r.data.Dated = true
		}
		v, ok := r.parse(cell)
		if !ok {
			continue
		}
		numbers++
		if v < 1 {
			shares++
		}
		if v > 10_000 && v < 100_000 && v != float64(int64(v)) {
			series++
		}
		r.data.Dated = r.data.Dated || v >= 1e8
	}
	r.share = numbers > 2 && shares == numbers
	r.serie = !r.has(colDate) && numbers > 0 && series > numbers/2
	r.data.Dated = r.data.Dated || r.serie
	return nil
}

func example(head []string) string {
	for _, h := range head {
		if h != "" {
			return "'" + h + "'"
		}
	}
	return "NAME"
}

// cell gives a cell of a row; empty where the row is short or has no such column.
func (r *reader) cell(row []string, c column) string {
	i := r.at[c]
	if i < 0 || i >= len(row) {
		return ""
	}
	return clean(row[i])
}

// dateForm decides whether 03/04/2026 is in March or in April: by the first date
// of which only one reading exists.
func (r *reader) dateForm(text []byte, comma rune, sample [][]string) error {
	r.form = r.opt.DateFormat
	if r.form != "" {
		return nil
	}
	from := colDate
	if !r.has(colDate) {
		from = colArrival
	}
	slash := func(row []string) (a, b int64, ok bool) {
		cell := r.cell(row, from)
		date, _, _ := cutMoment(cell)
		a, b, _, sep, ok := dateParts(date)
		return a, b, ok && sep == '/' && a <= 31
	}
	if !slices.ContainsFunc(sample, func(row []string) bool { _, _, ok := slash(row); return ok }) {
		return nil
	}
	for c := newCSV(text, comma); ; {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			continue
		}
		switch a, b, ok := slash(row); {
		case !ok:
		case a > 12:
			r.form = "dd/mm/yyyy"
			return nil
		case b > 12:
			r.form = "mm/dd/yyyy"
			return nil
		}
	}
	return fmt.Errorf("%s: dates such as %q can be read both ways; say --date-format dd/mm/yyyy or mm/dd/yyyy", r.data.File, r.cell(sample[0], from))
}

// rows reads all calls below the heading.
func (r *reader) rows(head heading) {
	for {
		row, err := r.csv.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			if syntax.StartLine > head.line {
				r.data.Rows++
				r.bad(syntax.Line, syntax.Column, syntax.Err.Error())
			}
			continue
		}
		line, _ := r.csv.FieldPos(0)
		if line <= head.line || !slices.ContainsFunc(row, func(s string) bool { return clean(s) != "" }) {
			continue
		}
		r.data.Rows++
		call := Call{line: int32(line)}
		if c, err := r.call(row, &call); err != nil {
			col := 1
			if i := r.at[c]; i >= 0 && i < len(row) {
				line, col = r.csv.FieldPos(i)
			}
			r.bad(line, col, err.Error())
			continue
		}
		r.data.Calls = append(r.data.Calls, call)
	}
}

func (r *reader) bad(line, col int, text string) {
	r.data.BadRows++
	if len(r.data.Bad) < shownBad {
		r.data.Bad = append(r.data.Bad, &format.Error{Pos: format.Pos{Line: line, Col: col}, File: r.data.File, Text: text})
	}
}
