package shifts

import (
	"bytes"
	"encoding/json"
	"fmt"

	"ccsim/reports"
	"ccsim/sim"
)

// NeedsOf takes the needs of a group from what ccsim capacity found in normal
// operation, and the queues whose calls they serve.
func NeedsOf(c *reports.Capacity, group string) (needs []Need, queues []string, err error) {
	if len(c.Conditions) == 0 {
		return nil, nil, fmt.Errorf("nothing was sized")
	}
	for i := range c.Conditions[0].Needs {
		n := &c.Conditions[0].Needs[i]
		if n.Group != group {
			continue
		}
		if !n.Enough && n.Top > 0 {
			return nil, nil, fmt.Errorf("how many of %s are needed from %v on is not known: %s", group, n.From, n.Words())
		}
		needs, queues = append(needs, Need{n.From, n.To, n.Count}), n.Queues
	}
	return needs, queues, check(needs, group)
}

// check tells whether there are needs by intervals in order of time.
func check(needs []Need, group string) error {
	if len(needs) == 0 {
		return fmt.Errorf("there are no needs of the group %s", group)
	}
	for i, n := range needs {
		if n.To <= n.From || i > 0 && n.From < needs[i-1].To || n.Agents < 0 {
			return fmt.Errorf("needs are intervals in order of time, without overlaps; number %d is not", i+1)
		}
	}
	return nil
}

// Found is what was read from a file of needs.
type Found struct {
	Needs  []Need
	Queues []string
	Target string // the first service level that they keep
}

// ReadNeeds reads what ccsim capacity --format json wrote: the needs of a group in
// normal operation.
func ReadNeeds(name string, data []byte, group string) (*Found, error) {
	var file struct {
		Schema  int
		Targets []struct {
			Text   string
			Metric string
		}
		Conditions []struct {
			Name  string
			Needs []struct {
				From   float64 `json:"from_s"`
				To     float64 `json:"to_s"`
				Clock  string  `json:"from"`
				Group  string
				Queues []string
				Found  string
				Needed *int
			}
		}
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&file); err != nil || file.Schema != 1 || len(file.Conditions) == 0 {
		return nil, fmt.Errorf("%s is not what ccsim capacity --format json writes", name)
	}
	out := &Found{}
	for _, t := range file.Targets {
		if out.Target == "" {
			out.Target = t.Text
		}
	}
	for _, n := range file.Conditions[0].Needs {
		if n.Group != group {
			continue
		}
		agents := 0
		if n.Found != "no_calls" {
			if n.Needed == nil {
				return nil, fmt.Errorf("%s: how many of %s are needed at %s is not known (%s)", name, group, n.Clock, n.Found)
			}
			agents = *n.Needed
		}
		out.Needs, out.Queues = append(out.Needs, Need{sim.FromSeconds(n.From), sim.FromSeconds(n.To), agents}), n.Queues
	}
	if err := check(out.Needs, group); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}
