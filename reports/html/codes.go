package html

import (
	"fmt"

	"ccsim/reports"
)

// codeRow is the height of the row of return codes.
const codeRow = 34

// codes draws a tick for each return code that scripts of machines gave in the
// window, by number; their key is the table.
func (d *drawer) codes(f *figure) table {
	t := table{Caption: "Return codes of the maintenance scripts in the figure", Head: []string{"code", "from the fault", "machine", "return code", "meaning"}, Left: 5, Class: "stack"}
	if len(d.c.Result.Reps) == 0 {
		return t
	}
	var at []float64
	for _, x := range d.c.Result.Reps[0].Codes {
		if !f.holds(x.At) {
			continue
		}
		at = append(at, f.x(x.At))
		meaning := x.Code.Meaning()
		if !x.Answer {
			meaning = "status: " + meaning
		}
		t.Rows = append(t.Rows, []string{fmt.Sprint(len(at)), stamp(x.At - f.at), "vm/" + d.cfg.VMs[x.VM].Name, reports.MMPrefix + x.Code.String(), meaning})
	}
	if len(at) == 0 {
		return t
	}
	f.gutter.text("0", px(f.y+17), "nm", "Codes")
	for i, x := range at {
		f.plot.titledLine(x, f.y+2, f.y+12, "ctick", t.Rows[i][3]+" "+t.Rows[i][1])
	}
	for _, set := range []struct {
		class string
		gap   float64
	}{{"wide", 0.07}, {"slim", 0.22}} {
		for i := 0; i < len(at); {
			j := i
			for j+1 < len(at) && at[j+1]-at[i] < set.gap {
				j++
			}
			label := fmt.Sprint(i + 1)
			if j > i {
				label += "–" + fmt.Sprint(j+1)
			}
			class := "s "
			if at[i] > 1-set.gap {
				class = "e "
			}
			f.plot.text(pct(at[i]), px(f.y+25), "code "+class+set.class, label)
			i = j + 1
		}
	}
	f.y += codeRow
	return t
}

// titledLine writes an upright line that names itself.
func (c *canvas) titledLine(x float64, from, to int, class, title string) {
	c.open("line", "x1", pct(x), "x2", pct(x), "y1", px(from), "y2", px(to), "class", class)
	c.open("title")
	c.WriteString(escape(title))
	c.close("title")
	c.close("line")
}
