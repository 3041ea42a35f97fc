// Package sweep runs a scenario at many points: a grid of values, a Latin
// hypercube or a list. The result is one table over all points, variants and
// replications, and the same bytes whether it ran in one go, was interrupted and
// resumed, or was split over several machines.
package sweep

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ccsim/scenarios/format"
	"ccsim/sim"
)

// Points are what varies: the paths as for --set, and the values of each point
// in their order. An empty value leaves what the scenario says.
type Points struct {
	Paths  []string
	Values [][]string
}

// maxPoints keeps a slip of the keyboard from running for a year.
const maxPoints = 100_000

// Grid crosses the values of its axes, each as path=a,b,c; the last axis runs
// fastest.
func Grid(axes []string) (Points, error) {
	p := Points{Values: [][]string{nil}}
	for _, axis := range axes {
		path, list, ok := strings.Cut(axis, "=")
		values := split(list)
		if !ok || path == "" || len(values) == 0 {
			return p, fmt.Errorf("--grid %s: write path=a,b,c, such as workload.volume=80%%,100%%,120%%", axis)
		}
		if err := p.addPath(path); err != nil {
			return p, err
		}
		if len(p.Values)*len(values) > maxPoints {
			return p, fmt.Errorf("the grid has more than %d points", maxPoints)
		}
		var next [][]string
		for _, point := range p.Values {
			for _, v := range values {
				next = append(next, append(append([]string(nil), point...), v))
			}
		}
		p.Values = next
	}
	return p, nil
}

func (p *Points) addPath(path string) error {
	for _, other := range p.Paths {
		if other == path {
			return fmt.Errorf("%s is varied twice", path)
		}
	}
	p.Paths = append(p.Paths, path)
	return nil
}

// split cuts a list at its commas, but not inside of brackets and quotes.
func split(list string) (values []string) {
	depth, quote, from := 0, rune(0), 0
	add := func(to int) {
		if v := strings.TrimSpace(list[from:to]); v != "" {
			values = append(values, v)
		}
	}
	for i, r := range list {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '{' || r == '[':
			depth++
		case r == '}' || r == ']':
			depth--
		case r == ',' && depth == 0:
			add(i)
			from = i + 1
		}
	}
	add(len(list))
	return values
}

// latinPurpose is a purpose of draws that no model uses.
const latinPurpose sim.Purpose = 1<<15 + 1

var span = regexp.MustCompile(`^\s*(-?\d+(?:\.\d+)?)\s*([^\d\s.]*)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([^\d\s.]*)\s*$`)

// Latin draws points of a Latin hypercube from ranges as path=low..high: each
// range is cut into as many parts as there are points, and every part is used
// once (M. D. McKay, R. J. Beckman and W. J. Conover, 1979). The draws are keyed
// by seed and axis. Whole numbers without a unit stay whole.
func Latin(axes []string, points int, seed uint64) (Points, error) {
	var p Points
	if points < 1 || points > maxPoints {
		return p, fmt.Errorf("a Latin hypercube has 1 to %d points: say how many with --points", maxPoints)
	}
	p.Values = make([][]string, points)
	draws := sim.NewStream(seed, 0, latinPurpose)
	for a, axis := range axes {
		path, text, _ := strings.Cut(axis, "=")
		m := span.FindStringSubmatch(text)
		if m == nil || path == "" || m[2] != m[4] && m[2] != "" {
			return p, fmt.Errorf("--latin %s: write path=low..high with one unit, such as workload.volume=80%%..120%%", axis)
		}
		if err := p.addPath(path); err != nil {
			return p, err
		}
		low, _ := strconv.ParseFloat(m[1], 64)
		high, _ := strconv.ParseFloat(m[3], 64)
		if low >= high {
			return p, fmt.Errorf("--latin %s: the range ends before it begins", axis)
		}
		whole := m[4] == "" && !strings.Contains(m[1]+m[3], ".")
		for i, part := range permutation(draws, points, uint64(a)) {
			u := (float64(part) + draws.Uniform(uint64(a)<<32|1<<31|uint64(i), 0)) / float64(points)
			p.Values[i] = append(p.Values[i], number(low, high, u, whole)+m[4])
		}
	}
	return p, nil
}

// number prints the value at a share u of a range.
func number(low, high, u float64, whole bool) string {
	if whole {
		return strconv.FormatInt(int64(low)+int64(u*(high-low+1)), 10)
	}
	return strconv.FormatFloat(low+float64(u*(high-low)), 'f', 6, 64)
}

// permutation shuffles 0 to n-1 by keyed draws.
func permutation(draws sim.Stream, n int, axis uint64) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(draws.Below(uint64(i+1), axis<<32|uint64(i), 1))
		all[i], all[j] = all[j], all[i]
	}
	return all
}

// List reads points from a CSV file: the header has the paths, each row is a
// point, and an empty cell leaves what the scenario says.
func List(file string, data []byte) (Points, error) {
	var p Points
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	r := csv.NewReader(bytes.NewReader(data))
	r.TrimLeadingSpace = true
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	var at *csv.ParseError
	if errors.As(err, &at) {
		return p, fmt.Errorf("%s:%d:%d: %w", file, at.Line, at.Column, at.Err)
	}
	if err != nil || len(rows) < 2 {
		return p, fmt.Errorf("%s: a list needs a header with paths and a row for each point", file)
	}
	if len(rows)-1 > maxPoints {
		return p, fmt.Errorf("%s: more than %d points", file, maxPoints)
	}
	for _, path := range rows[0] {
		if path = strings.TrimSpace(path); path == "" {
			return p, fmt.Errorf("%s:1:1: a column has no path", file)
		}
		if err := p.addPath(path); err != nil {
			return p, fmt.Errorf("%s:1:1: %w", file, err)
		}
	}
	p.Values = rows[1:]
	return p, nil
}

// changes are what a point puts in place of the scenario's values.
func (p *Points) changes(i int) (all []format.Change, err error) {
	for k, path := range p.Paths {
		v := strings.TrimSpace(p.Values[i][k])
		if v == "" {
			continue
		}
		c, err := format.ParseChange(path + "=" + v)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}
