package sweep

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/reports/xlsx"
)

// Formats are the forms in which a sweep is printed.
var Formats = []string{"text", "markdown", "json", "csv", "html", "xlsx"}

// Print writes the table of a whole sweep.
func Print(w io.Writer, form string, h Head, points []Point) error {
	switch form {
	case "csv":
		return printCSV(w, h, points)
	case "json":
		return printJSON(w, h, points)
	case "html":
		return html.Sweep(w, Page(h, points))
	case "xlsx":
		return xlsx.Write(w, Workbook(h, points))
	}
	reports.SweepText(w, form == "markdown", table(h, points))
	return nil
}

// each visits every value: a row of the tidy table.
func each(points []Point, visit func(p *Point, c *Column, m *Metric, rep int) error) error {
	for i := range points {
		p := &points[i]
		for k := range p.Columns {
			c := &p.Columns[k]
			for j := range c.Metrics {
				for rep := range c.Metrics[j].Values {
					if err := visit(p, c, &c.Metrics[j], rep); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

func printCSV(w io.Writer, h Head, points []Point) error {
	t := csv.NewWriter(w)
	head := append([]string{"scenario", "point"}, h.Paths...)
	if err := t.Write(append(head, "variant", "replication", "seed", "run_id", "metric", "scope", "value", "unit")); err != nil {
		return err
	}
	err := each(points, func(p *Point, c *Column, m *Metric, rep int) error {
		row := []string{reports.TextCell(h.Scenario), strconv.Itoa(p.Number)}
		for _, v := range p.Values {
			row = append(row, reports.TextCell(v))
		}
		return t.Write(append(row, reports.TextCell(c.Variant), strconv.Itoa(rep), strconv.FormatUint(p.Seed, 10), p.RunID, m.Name, reports.TextCell(m.Scope), shown(m.Values[rep]), m.Unit))
	})
	t.Flush()
	return errors.Join(err, t.Error())
}

// shown prints a value as results do, with twelve digits.
func shown(v value) string {
	if math.IsNaN(float64(v)) {
		return ""
	}
	return fmt.Sprintf("%.12g", float64(v))
}

type jsonRow struct {
	Point       int               `json:"point"`
	Set         map[string]string `json:"set"`
	Variant     string            `json:"variant"`
	Replication int               `json:"replication"`
	Seed        uint64            `json:"seed"`
	RunID       string            `json:"run_id"`
	Metric      string            `json:"metric"`
	Scope       string            `json:"scope"`
	Value       json.RawMessage   `json:"value"`
	Unit        string            `json:"unit"`
}

// printJSON writes one object; each row stands on a line of its own.
func printJSON(w io.Writer, h Head, points []Point) error {
	head, err := json.Marshal(h)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "{\"schema\": 1, \"sweep\": %s, \"rows\": [", head)
	comma := "\n"
	err = errors.Join(err, each(points, func(p *Point, c *Column, m *Metric, rep int) error {
		row := jsonRow{p.Number, map[string]string{}, c.Variant, rep, p.Seed, p.RunID, m.Name, m.Scope, json.RawMessage("null"), m.Unit}
		for k, path := range h.Paths {
			row.Set[path] = p.Values[k]
		}
		if text := shown(m.Values[rep]); text != "" {
			row.Value = json.RawMessage(text)
		}
		data, err := json.Marshal(row)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s%s", comma, data)
		comma = ",\n"
		return err
	}))
	_, end := io.WriteString(w, "\n]}\n")
	return errors.Join(err, end)
}

// told are the metrics of the table for people.
var told = []string{"calls.lost", "agents.signed_out", "abandonment_rate", "mean_wait", "service_level_", "occupancy"}

// table is the summary: a row for each point and variant.
func table(h Head, points []Point) reports.SweepTable {
	t := reports.SweepTable{Title: fmt.Sprintf("%s at %d points (sweep %s)", h.Scenario, h.Total, h.ID), Head: append([]string{"point"}, h.Paths...), Left: 1 + len(h.Paths)}
	variants := len(points) > 0 && len(points[0].Columns) > 1
	if variants {
		t.Head, t.Left = append(t.Head, "variant"), t.Left+1
	}
	t.Head = append(t.Head, "n")
	if len(points) > 0 {
		for _, m := range summary(&points[0].Columns[0]) {
			t.Head = append(t.Head, m.Name)
		}
	}
	for i := range points {
		p := &points[i]
		for k := range p.Columns {
			c := &p.Columns[k]
			row := append([]string{strconv.Itoa(p.Number)}, p.Values...)
			if variants {
				row = append(row, c.Variant)
			}
			list := summary(c)
			n := 0
			if len(list) > 0 {
				n = len(list[0].Values)
			}
			row = append(row, strconv.Itoa(n))
			for _, m := range list {
				row = append(row, reports.Cell(m.Name, float64(m.Mean), float64(m.Half)))
			}
			t.Rows = append(t.Rows, row)
		}
		for _, f := range p.Failed {
			t.Notes = append(t.Notes, fmt.Sprintf("Point %d: FAILS  %s", p.Number, f))
		}
		if p.Short {
			t.Notes = append(t.Notes, fmt.Sprintf("Point %d: precision not reached", p.Number))
		}
	}
	return t
}

// summary picks the told metrics of all calls; of service levels the first.
func summary(c *Column) (list []*Metric) {
	for _, name := range told {
		i := slices.IndexFunc(c.Metrics, func(m Metric) bool {
			return m.Scope == "all" && (m.Name == name || strings.HasSuffix(name, "_") && strings.HasPrefix(m.Name, name))
		})
		if i >= 0 {
			list = append(list, &c.Metrics[i])
		}
	}
	return list
}
