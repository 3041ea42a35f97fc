package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/capacity"
	"ccsim/scenarios/shifts"

	"github.com/spf13/cobra"
)

// shiftFlags say of what a roster is made.
type shiftFlags struct {
	on            bool
	needs, roster string
}

func (s *shiftFlags) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&s.on, "shifts", false, "make a roster of the shifts of the scenario that covers the needs, and check it by simulation")
	cmd.Flags().StringVar(&s.needs, "needs", "", "of --shifts: what ccsim capacity --format json wrote (default: it is found first, for --target)")
	cmd.Flags().StringVar(&s.roster, "roster", "", "of --shifts: write those who serve into this file, as a table for staffing:")
}

// shiftsOnly are the flags that mean something with --shifts alone.
var shiftsOnly = []string{"needs", "roster"}

// makeRoster prints a roster of shifts.
func (f *capacityFlags) makeRoster(cmd *cobra.Command, to streams, name string, s *shiftFlags) error {
	if err := f.checkOutput(planFormats); err != nil {
		return err
	}
	if s.roster != "" && !f.force && exists(s.roster) {
		return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, s.roster)
	}
	src, p, err := f.roster(cmd, to, name, s)
	if err != nil {
		return err
	}
	if s.roster != "" {
		var b bytes.Buffer
		if err := p.Staffing(&b); err != nil {
			return err
		}
		if err := writeFile(s.roster, b.Bytes(), f.force); err != nil {
			return err
		}
	}
	return f.give(to, p, src)
}

// roster takes the needs from a file, or finds them first.
func (f *capacityFlags) roster(cmd *cobra.Command, to streams, name string, s *shiftFlags) (*scenarios.Source, *shifts.Plan, error) {
	if s.needs == "" {
		return f.rosterOfStudy(cmd, to, name)
	}
	if other := firstSet(cmd, []string{"size", "confidence", "interval", "conditions"}); other != "" {
		return nil, nil, fmt.Errorf("--%s finds needs, --needs has them: ask one of them", other)
	}
	data, err := os.ReadFile(s.needs)
	if err != nil {
		return nil, nil, fmt.Errorf("%w %s: %w", scenarios.ErrIO, s.needs, errors.Unwrap(err))
	}
	src, c, err := f.load(to, name)
	if err != nil {
		return nil, nil, err
	}
	if c.Shifts == nil {
		return nil, nil, shifts.ErrShifts
	}
	found, err := shifts.ReadNeeds(s.needs, data, c.Config.Groups[c.Shifts.Group].Name)
	if err != nil {
		return nil, nil, err
	}
	if len(f.targets) > 0 {
		found.Target = f.targets[0]
	}
	t, err := capacity.ParseTarget(c, found.Target)
	if err != nil {
		return nil, nil, err
	}
	p, err := f.rosterFor(cmd, src, c, found.Needs, found.Queues, []reports.Target{t})
	if err != nil {
		return nil, nil, err
	}
	p.Source = "of " + s.needs + ", for " + t.Text
	p.Command = f.command("capacity", quoted(name), c) + " --shifts --needs " + quoted(s.needs)
	for _, t := range f.targets {
		p.Command += " --target " + quoted(t)
	}
	return src, p, nil
}

// rosterOfStudy finds the needs by simulation.
func (f *capacityFlags) rosterOfStudy(cmd *cobra.Command, to streams, name string) (*scenarios.Source, *shifts.Plan, error) {
	study, err := f.study(to, name)
	if err != nil {
		return nil, nil, err
	}
	c := study.Plain
	if c.Shifts == nil {
		return nil, nil, shifts.ErrShifts
	}
	study.OnlyNormal = true // a roster is not made for a fault
	found, err := study.Run(cmd.Context(), f.line(name, study))
	if err != nil {
		return nil, nil, err
	}
	p, err := f.rosterOf(cmd, study, found)
	if err != nil {
		return nil, nil, err
	}
	p.Command = f.line(name, study) + " --shifts"
	return study.Source, p, nil
}

// rosterOf makes a roster that covers the needs that a study has found.
func (f *capacityFlags) rosterOf(cmd *cobra.Command, study *capacity.Study, found *reports.Capacity) (*shifts.Plan, error) {
	c := study.Plain
	needs, queues, err := shifts.NeedsOf(found, c.Config.Groups[c.Shifts.Group].Name)
	if err != nil {
		return nil, err
	}
	p, err := f.rosterFor(cmd, study.Source, c, needs, queues, study.Targets)
	if err != nil {
		return nil, err
	}
	p.Source = "by simulation, for"
	for i, t := range study.Targets {
		if i > 0 {
			p.Source += " and"
		}
		p.Source += " " + t.Text
	}
	return p, nil
}

// checks is how many replications a roster is checked by, where nobody says how many
// and the scenario has fewer: a single interval has few calls.
const checks = 100

// rosterFor makes the roster; it is judged by the first target that is a service level.
func (f *capacityFlags) rosterFor(cmd *cobra.Command, src *scenarios.Source, c *scenarios.Compiled, needs []shifts.Need, queues []string, targets []reports.Target) (*shifts.Plan, error) {
	replications := c.Replications
	if f.reps == 0 {
		replications = max(replications, checks)
	}
	for _, t := range targets {
		if t.Level > 0 && t.Metric == reports.LevelName(t.Level) && t.Scope == "" {
			return shifts.Make(cmd.Context(), src, c, needs, shifts.Goal{Share: t.Want, Within: t.Level, Queues: queues}, replications, f.jobs)
		}
	}
	return nil, errors.New(`a roster is judged by a service level: ask for one, such as --target "80% in 20s"`)
}
