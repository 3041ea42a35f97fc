// Package compare runs scenarios side by side with the same callers and says what
// differs: metric by metric with the interval of the paired difference, and caller
// by caller.
package compare

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
)

// Side is a scenario that takes part.
type Side struct {
	Name   string
	Source *scenarios.Source
	*scenarios.Compiled
}

// ErrAlone means that there is nothing to compare with.
var ErrAlone = errors.New("there is nothing to compare: name a second scenario, or one with variants")

// Run compares the first scenario with the others, or with its own variants
// where it stands alone. All take seed and replications of the first: the same
// callers call in each. What the others measure, the first must measure too.
func Run(ctx context.Context, sides []Side, o scenarios.RunOptions, command string) (*reports.Comparison, error) {
	base := together(sides)
	if len(base.Variants) == 0 {
		return nil, ErrAlone
	}
	out, err := base.Run(ctx, o)
	if err != nil {
		return nil, err
	}
	c := &reports.Comparison{Report: base.Report(sides[0].Source, out, command)}
	c.Run.Scenario = sides[0].Name
	c.Run.ID = idOf(c.Run.ID, sides[1:])
	for _, s := range sides[1:] {
		for _, in := range s.Inputs {
			if x := (reports.Input{Name: in.Name, SHA256: in.SHA256}); !slices.Contains(c.Run.Inputs, x) {
				c.Run.Inputs = append(c.Run.Inputs, x)
			}
		}
	}
	all := append([]scenarios.Variant{{Name: base.Name, Compiled: base}}, base.Variants...)
	for _, v := range all {
		callers, err := callersOf(v)
		if err != nil {
			return nil, err
		}
		c.Callers = append(c.Callers, callers)
	}
	c.Changes = changes(sides, base, c.Clock)
	c.Partings, err = partings(base, base.Variants, c.Clock)
	return c, err
}

// together is the first scenario with the others as its variants.
func together(sides []Side) *scenarios.Compiled {
	base := *sides[0].Compiled
	base.Expect = nil
	if len(sides) > 1 {
		base.Variants = others(sides)
	}
	return &base
}

// Pictures gives what the figures of a comparison are drawn from: of the first
// scenario, then of each other.
func Pictures(ctx context.Context, sides []Side, o scenarios.RunOptions, c *reports.Comparison) ([]*reports.Picture, error) {
	return together(sides).Pictures(ctx, o, &scenarios.Outcome{Plain: c.Plain})
}

// idOf is the id of the first scenario, together with those of the others.
func idOf(first string, others []Side) string {
	if len(others) == 0 {
		return first
	}
	ids := []string{first}
	for _, s := range others {
		ids = append(ids, s.ID(s.Source))
	}
	return scenarios.JoinIDs(ids...)
}

// others are the scenarios after the first as variants of it, each under a name
// of its own.
func others(sides []Side) (all []scenarios.Variant) {
	seen := map[string]int{sides[0].Name: 1}
	for _, s := range sides[1:] {
		v := *s.Compiled
		v.Seed, v.Variants, v.Expect, v.Rule = sides[0].Seed, nil, nil, nil
		v.Replications = sides[0].Replications
		name := s.Name
		if seen[s.Name]++; seen[s.Name] > 1 {
			name = fmt.Sprintf("%s (%d)", s.Name, seen[s.Name])
		}
		all = append(all, scenarios.Variant{Name: name, Compiled: &v})
	}
	return all
}

// callersOf runs the first replication again and follows its callers.
func callersOf(v scenarios.Variant) (*reports.Callers, error) {
	w, err := model.New(v.Config, v.Seed, 0)
	if err != nil {
		return nil, err
	}
	callers := reports.NewCallers(v.Config)
	w.SetSink(callers)
	return callers, w.Run()
}
