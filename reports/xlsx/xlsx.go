// Package xlsx writes results as workbooks: one sheet a table, numbers as
// numbers. The same result gives the same bytes.
package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ccsim/reports"

	"github.com/xuri/excelize/v2"
)

// stamp is the time of making that every workbook states: results depend on
// scenario, seed and version alone.
const stamp = "2000-01-01T00:00:00Z"

var made = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// book is a workbook in the making.
type book struct {
	file   *excelize.File
	bold   int
	wrap   int
	styles map[string]int // of numbers, by format
	names  map[string]bool
	sheets []string // of the tables, in order
}

// Write writes a workbook: first what was asked and how to repeat it, then a
// sheet for each table.
func Write(w io.Writer, b reports.Book) error {
	x := &book{file: excelize.NewFile(), styles: map[string]int{}, names: map[string]bool{}}
	defer func() { _ = x.file.Close() }() // holds no file of the disk
	err := x.prepare(b.Title)
	if err == nil {
		err = x.about(b)
	}
	for i := 0; err == nil && i < len(b.Tables); i++ {
		err = x.sheet(x.sheets[i], &b.Tables[i])
	}
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	var data bytes.Buffer
	if err := x.file.Write(&data); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return repack(w, data.Bytes())
}

func (x *book) prepare(title string) (err error) {
	if err = x.file.SetDocProps(&excelize.DocProperties{Creator: "ccsim", LastModifiedBy: "ccsim", Title: cut(title, 200), Created: stamp, Modified: stamp}); err != nil {
		return err
	}
	x.bold, err = x.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"},
		Border: []excelize.Border{{Type: "bottom", Color: "17202A", Style: 1}}})
	if err != nil {
		return err
	}
	x.wrap, err = x.file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	return err
}

// aboutName is the name of the first sheet.
const aboutName = "About"

func (x *book) about(b reports.Book) error {
	x.names[strings.ToLower(aboutName)] = true
	err := x.file.SetSheetName("Sheet1", aboutName)
	row := 1
	line := func(name, value string) {
		err = errors.Join(err, x.text(aboutName, 1, row, name), x.text(aboutName, 2, row, value))
		row++
	}
	for _, f := range b.About {
		line(f[0], f[1])
	}
	for _, n := range b.Notes {
		line("Note", n)
	}
	row++
	top := row
	line("Sheet", "Table")
	for i := range b.Tables {
		t := &b.Tables[i]
		name := x.name(t.Title)
		x.sheets = append(x.sheets, name)
		line(name, strings.TrimSpace(t.Title+". "+t.Note))
		err = errors.Join(err, x.file.SetCellHyperLink(aboutName, at(1, row-1), "'"+strings.ReplaceAll(name, "'", "''")+"'!A1", "Location"))
	}
	return errors.Join(err,
		x.file.SetColWidth(aboutName, "A", "A", 32), x.file.SetColWidth(aboutName, "B", "B", 100),
		x.file.SetCellStyle(aboutName, "B1", at(2, row), x.wrap), x.file.SetCellStyle(aboutName, at(1, top), at(2, top), x.bold),
		x.file.SetPageLayout(aboutName, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)}))
}

func ptr[T any](v T) *T { return &v }

// at is the name of a cell; rows and columns from 1 on.
func at(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// name makes a sheet's name of a title: at most 31 characters, none that a
// spreadsheet refuses, each once.
func (x *book) name(title string) string {
	clean := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return ' '
		}
		return r
	}, title), "' ")
	first, _, _ := strings.Cut(clean, ",")
	name := strings.Trim(cut(first, 31), "' ")
	if name == "" {
		name = "Table"
	}
	for n := 2; x.names[strings.ToLower(name)]; n++ {
		end := fmt.Sprintf(" %d", n)
		name = strings.Trim(cut(first, 31-len(end)), "' ") + end
	}
	x.names[strings.ToLower(name)] = true
	return name
}

// cut leaves at most n UTF-16 units, whole characters, and no words in half
// where it can.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	short := s
	for utf16Len(short) > n {
		_, size := utf8.DecodeLastRuneInString(short)
		short = short[:len(short)-size]
	}
	if i := strings.LastIndexByte(short, ' '); i > n/2 && len(short) < len(s) {
		short = short[:i]
	}
	return short
}

func utf16Len(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// sheet writes a table: heads frozen, numbers with the places of the report,
// and their intervals in a column of their own.
func (x *book) sheet(name string, t *reports.Table) error {
	if _, err := x.file.NewSheet(name); err != nil {
		return err
	}
	split := intervals(t)
	var err error
	col := 1
	for i, head := range t.Head {
		if head == "" {
			head = "No."
		}
		err = errors.Join(err, x.text(name, col, 1, head))
		width := float64(min(max(utf8.RuneCountInString(head), 10), 18))
		if i < t.Left {
			width = float64(min(max(longest(t, i), 10)+1, 60))
		}
		letter, _ := excelize.ColumnNumberToName(col)
		err = errors.Join(err, x.file.SetColWidth(name, letter, letter, width))
		if split[i] {
			col++
			err = errors.Join(err, x.text(name, col, 1, head+" ±"))
		}
		col++
	}
	for r, row := range t.Rows {
		err = errors.Join(err, x.row(name, r+2, row, t.Left, split))
	}
	if len(t.Rows) == 0 && t.Note != "" {
		err = errors.Join(err, x.text(name, 1, 2, t.Note))
	}
	last, _ := excelize.ColumnNumberToName(max(col-1, 1))
	pane := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if t.Left > 0 && t.Left < len(t.Head) {
		pane = &excelize.Panes{Freeze: true, XSplit: t.Left, YSplit: 1, TopLeftCell: at(t.Left+1, 2), ActivePane: "bottomRight"}
	}
	return errors.Join(err, x.file.SetCellStyle(name, "A1", last+"1", x.bold), x.file.SetPanes(name, pane),
		x.file.AutoFilter(name, fmt.Sprintf("A1:%s%d", last, max(len(t.Rows)+1, 2)), nil),
		x.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0)}))
}

func longest(t *reports.Table, i int) (n int) {
	n = utf8.RuneCountInString(t.Head[i])
	for _, row := range t.Rows {
		if i < len(row) {
			n = max(n, utf8.RuneCountInString(row[i]))
		}
	}
	return n
}

// intervals tells the columns in which a number has an interval.
func intervals(t *reports.Table) []bool {
	split := make([]bool, len(t.Head))
	for i := range t.Head {
		split[i] = i >= t.Left && slices.ContainsFunc(t.Rows, func(row []string) bool {
			if i >= len(row) {
				return false
			}
			n, ok := parse(row[i])
			return ok && n.interval
		})
	}
	return split
}

func (x *book) row(sheet string, r int, cells []string, left int, split []bool) error {
	col := 1
	var err error
	for i, text := range cells {
		n, ok := number{}, false
		if i >= left {
			n, ok = parse(text)
		}
		switch {
		case ok:
			err = errors.Join(err, x.number(sheet, at(col, r), n.value, n.format()))
			if n.interval {
				err = errors.Join(err, x.number(sheet, at(col+1, r), n.half, n.format()))
			}
		case i >= left && text == "–": // missing: an empty cell is no zero in a sum
		default:
			err = errors.Join(err, x.text(sheet, col, r, text))
		}
		col++
		if i < len(split) && split[i] {
			col++
		}
	}
	return err
}

// text writes a text as text: no name of a scenario becomes a formula.
func (x *book) text(sheet string, col, row int, s string) error {
	return x.file.SetCellStr(sheet, at(col, row), cut(s, excelize.TotalCellChars))
}

func (x *book) number(sheet, cell string, v float64, format string) error {
	if format == "" {
		return x.file.SetCellFloat(sheet, cell, v, -1, 64)
	}
	style, ok := x.styles[format]
	if !ok {
		var err error
		if style, err = x.file.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return err
		}
		x.styles[format] = style
	}
	return errors.Join(x.file.SetCellFloat(sheet, cell, v, -1, 64), x.file.SetCellStyle(sheet, cell, cell, style))
}

// repack writes the parts of a workbook in the order of their names and with
// one time.
func repack(w io.Writer, data []byte) error {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		from, err := f.Open()
		if err != nil {
			return err
		}
		to, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: made})
		if err == nil {
			_, err = io.Copy(to, from) //nolint:gosec // our own workbook, made a moment ago
		}
		if err = errors.Join(err, from.Close()); err != nil {
			return err
		}
	}
	return out.Close()
}
