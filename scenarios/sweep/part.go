package sweep

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// Part is what one machine ran of a sweep.
type Part struct {
	Format string `json:"format"` // always partFormat
	Head
	Done []Point `json:"done"`
}

const partFormat = "ccsim/sweep-part/v1"

// WritePart writes the points of a shard for merging.
func WritePart(w io.Writer, h Head, points []Point) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(Part{partFormat, h, points})
}

// ReadPart reads what WritePart wrote.
func ReadPart(name string, data []byte) (*Part, error) {
	p := &Part{}
	if err := json.Unmarshal(data, p); err != nil || p.Format != partFormat {
		return nil, fmt.Errorf("%s is no part of a sweep: it is written by ccsim sweep --shard", name)
	}
	return p, nil
}

// Merge puts the parts of one sweep together: every point once.
func Merge(names []string, parts []*Part) (Head, []Point, error) {
	h := parts[0].Head
	all := make([]*Point, h.Total)
	from := make([]string, h.Total)
	for i, part := range parts {
		if part.ID != h.ID || part.Total != h.Total {
			return h, nil, fmt.Errorf("%s and %s are parts of different sweeps: scenario, points, flags and version must be the same", names[0], names[i])
		}
		for k := range part.Done {
			p := &part.Done[k]
			at := p.Number - 1
			if at < 0 || at >= h.Total || p.Sweep != h.ID || len(p.Values) != len(h.Paths) {
				return h, nil, fmt.Errorf("%s is damaged: point %d is not of this sweep", names[i], p.Number)
			}
			if all[at] != nil {
				return h, nil, fmt.Errorf("point %d stands in %s and in %s", p.Number, from[at], names[i])
			}
			all[at], from[at] = p, names[i]
		}
	}
	if n := slices.Index(all, nil); n >= 0 {
		missing := 0
		for _, p := range all {
			if p == nil {
				missing++
			}
		}
		return h, nil, fmt.Errorf("%d of %d points are missing, the first is %d: a part is not named", missing, h.Total, n+1)
	}
	points := make([]Point, h.Total)
	for i, p := range all {
		points[i] = *p
	}
	return h, points, nil
}
