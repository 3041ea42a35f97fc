package format

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Table reading: the cells of a CSV file by our own names, with positions.

// Row is one row of a table.
type Row struct {
	Line  int
	cells []string
	cols  map[string]int
	table *Reader
}

// Reader gives the rows of a CSV file.
type Reader struct {
	File string
	csv  *csv.Reader
	cols map[string]int
	date string
	p    *Problems
	bad  int
}

// aliases are names under which our columns are often found.
var aliases = map[string]string{
	"date": "date day", "start": "start interval_start interval time from", "count": "count offered calls agents n",
	"talk": "talk talk_s aht handle_time service_time_s mean_service_s", "arrival": "arrival arrival_s vru_entry_s time",
	"ivr": "ivr ivr_s vru_time_s", "type": "type call_type", "patience": "patience patience_s",
}

// maxBadRows is how many rows of one file are complained about.
const maxBadRows = 20

// OpenTable reads the header of a CSV file and finds the columns: those of the
// mapping by the user's names, the others by common ones. Missing required columns
// are errors at the position of the table in the scenario.
func OpenTable(p *Problems, at Pos, file string, data []byte, columns Mapping, dateFormat string, required, optional []string) *Reader {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	r := &Reader{File: file, csv: csv.NewReader(bufio.NewReader(bytes.NewReader(data))), cols: map[string]int{}, date: dateFormat, p: p}
	r.csv.FieldsPerRecord = -1
	r.csv.TrimLeadingSpace = true
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.csv.Comma = ';'
	}
	header, err := r.csv.Read()
	if err != nil {
		p.AddFile(file, 1, 1, "the file has no header line")
		return nil
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	known := append(slices.Clone(required), optional...)
	for _, pair := range columns.Pairs {
		if !slices.Contains(known, pair.Key.S) {
			p.Add(pair.Key.Pos, "this table has no column %q; %s", pair.Key.S, Suggest(pair.Key.S, known))
			continue
		}
		i := slices.Index(header, pair.Value.S)
		if i < 0 {
			p.Add(pair.Value.Pos, "%s has no column %q; %s", file, pair.Value.S, Suggest(pair.Value.S, header))
			continue
		}
		r.cols[pair.Key.S] = i
	}
	for _, name := range known {
		if _, mapped := columns.Get(name); mapped {
			continue
		}
		for _, alias := range splitFields(aliases[name]) {
			if i := slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(h, alias) }); i >= 0 {
				r.cols[name] = i
				break
			}
		}
		if _, found := r.cols[name]; !found && slices.Contains(required, name) {
			p.Add(at, "%s has no column for %q; name it, such as columns: {%s: %s}", file, name, name, header[0])
			return nil
		}
	}
	return r
}

// Has tells whether the table has a column.
func (r *Reader) Has(name string) bool { _, ok := r.cols[name]; return ok }

// Next gives the next row; ok is false at the end or after too many errors.
func (r *Reader) Next() (row Row, ok bool) {
	for r.bad < maxBadRows {
		cells, err := r.csv.Read()
		if errors.Is(err, io.EOF) {
			return Row{}, false
		}
		var syntax *csv.ParseError
		switch {
		case errors.As(err, &syntax):
			r.fail(syntax.Line, syntax.Column, syntax.Err.Error())
			continue
		case err != nil:
			r.fail(1, 1, err.Error())
			return Row{}, false
		}
		line, _ := r.csv.FieldPos(0)
		if len(cells) == 1 && strings.TrimSpace(cells[0]) == "" {
			continue
		}
		return Row{Line: line, cells: cells, cols: r.cols, table: r}, true
	}
	return Row{}, false
}

func (r *Reader) fail(line, col int, text string) {
	r.bad++
	if r.bad == maxBadRows {
		text += " (more errors of this file are not shown)"
	}
	r.p.AddFile(r.File, line, col, text)
}

// Text gives a cell; empty where the row is short or the column is missing.
func (row Row) Text(name string) string {
	i, ok := row.cols[name]
	if !ok || i >= len(row.cells) {
		return ""
	}
	return strings.TrimSpace(row.cells[i])
}

// Fail notes an error at a cell.
func (row Row) Fail(name, format string, args ...any) {
	i := row.cols[name]
	line, col := row.Line, 1
	if i < len(row.cells) {
		line, col = row.table.csv.FieldPos(i)
	}
	row.table.fail(line, col, fmt.Sprintf(format, args...))
}

// Seconds reads a span or a time of the day in nanoseconds: seconds, hh:mm or
// hh:mm:ss. ok is false for an empty cell; a wrong one is an error as well.
func (row Row) Seconds(name string) (ns int64, ok bool) {
	text := row.Text(name)
	if text == "" {
		return 0, false
	}
	ns, err := clockNS(text)
	if err != nil {
		row.Fail(name, "%q in column %q is neither seconds nor hh:mm:ss", text, name)
		return 0, false
	}
	return ns, true
}

func clockNS(text string) (int64, error) {
	text = strings.Replace(text, ",", ".", 1)
	if !strings.Contains(text, ":") {
		if text[0] == '-' {
			return 0, errPlain
		}
		return scaled(text, 1e9)
	}
	parts := strings.Split(text, ":")
	if len(parts) > 3 {
		return 0, errPlain
	}
	total, unit := int64(0), int64(3600e9)
	for _, part := range parts {
		n, err := scaled(part, unit)
		if err != nil || part == "" {
			return 0, errPlain
		}
		total, unit = total+n, unit/60
	}
	return total, nil
}

// Count reads a whole number from 0 up.
func (row Row) Count(name string) (float64, bool) {
	text := strings.Replace(row.Text(name), ",", ".", 1)
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || f < 0 || f > 1e9 {
		row.Fail(name, "%q in column %q is not a count", row.Text(name), name)
		return 0, false
	}
	return f, true
}

var dateForms = map[string]string{"yyyymmdd": "20060102", "yyyy-mm-dd": "2006-01-02", "dd.mm.yyyy": "02.01.2006", "mm/dd/yyyy": "01/02/2006"}

// Date reads a date in the zone of the scenario. Without a format the form
// decides: 20260303, 2026-03-03, 03.03.2026.
func (row Row) Date(name string, zone *time.Location) (time.Time, bool) {
	text := row.Text(name)
	form := row.table.date
	switch {
	case form != "":
	case strings.Contains(text, "."):
		form = "dd.mm.yyyy"
	case strings.Contains(text, "/"):
		form = "mm/dd/yyyy"
	case strings.Contains(text, "-"):
		form = "yyyy-mm-dd"
	default:
		form = "yyyymmdd"
	}
	t, err := time.ParseInLocation(dateForms[form], text, zone)
	if err != nil {
		row.Fail(name, "%q in column %q is not a date of the form %s", text, name, form)
		return t, false
	}
	return t, true
}

// Seconds reads one duration of a file: a plain number is seconds.
func Seconds(text string) (int64, error) {
	if ns, err := ParseDuration(text); err == nil && text != "0" {
		return ns, nil
	}
	if text == "" {
		return 0, errPlain
	}
	return clockNS(text)
}
