package reports

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
)

// PrintTable prints one table as text, markdown, csv or json. As JSON it is an
// object with the schema and rows by the heads, in words with underscores.
func PrintTable(w io.Writer, form string, t Table) error {
	g := &grid{title: t.Title, note: t.Note, head: t.Head, rows: t.Rows, left: t.Left}
	switch form {
	case "markdown":
		markdownPrinter{w}.table(g)
	case "csv":
		out := csv.NewWriter(w)
		err := out.Write(t.Head)
		for _, row := range t.Rows {
			safe := make([]string, len(row))
			for i, c := range row {
				safe[i] = textCell(c)
			}
			err = errors.Join(err, out.Write(safe))
		}
		out.Flush()
		return errors.Join(err, out.Error())
	case "json":
		return tableJSON(w, t)
	default:
		textPrinter{w}.table(g)
	}
	return nil
}

// tableJSON writes rows in the order of the columns.
func tableJSON(w io.Writer, t Table) error {
	var b strings.Builder
	b.WriteString(`{"schema": ` + strconv.Itoa(schemaVersion) + `, "rows": [`)
	for r, row := range t.Rows {
		b.WriteString(strings.Repeat(",", min(r, 1)) + "\n  {")
		for i, c := range row {
			name, err := json.Marshal(strings.ReplaceAll(t.Head[i], " ", "_"))
			if err != nil {
				return err
			}
			value, err := json.Marshal(c)
			if err != nil {
				return err
			}
			b.WriteString(strings.Repeat(", ", min(i, 1)) + string(name) + ": " + string(value))
		}
		b.WriteString("}")
	}
	b.WriteString("\n]}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// CSV prints the tables of the document as one tidy table: a row for each cell
// that is no name of a row.
func (d *Document) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{"table", "row", "column", "value"})
	for _, x := range d.parts {
		if x.table == nil {
			continue
		}
		left := max(x.table.left, 1)
		for _, row := range x.table.rows {
			name := textCell(strings.Join(row[:min(left, len(row))], " / "))
			for i := left; i < len(row); i++ {
				err = errors.Join(err, out.Write([]string{textCell(x.table.title), name, textCell(x.table.head[i]), textCell(row[i])}))
			}
		}
	}
	out.Flush()
	return errors.Join(err, out.Error())
}
