package shifts

import (
	"context"
	"errors"
	"fmt"
	"math"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"
)

var missing = math.NaN()

// Plan is a roster with what it covers and what came of it.
type Plan struct {
	Scenario     string
	ID           string
	Group        string
	Seed         uint64
	Replications int
	Problem      *Problem
	Roster       *Roster
	Cells        []Cell
	Goal         Goal
	Source       string // of the needs, in words
	Price        float64
	Currency     string // empty without a price of agents
	Command      string
	Version      string
	Inputs       []scenarios.Input
	Start        func(sim.Time) (date, clock string) // for the table of staffing
	horizon      sim.Time
}

// ErrShifts means that the scenario says nothing of shifts.
var ErrShifts = errors.New(`the scenario has no shifts: add the block shifts, such as {shrinkage: 20%, types: [{name: day, from: "08:00", to: "10:00", length: 8h}]}`)

// Make makes a roster for the needs and checks it by so many replications.
func Make(ctx context.Context, src *scenarios.Source, c *scenarios.Compiled, needs []Need, goal Goal, replications, jobs int) (*Plan, error) {
	if c.Shifts == nil {
		return nil, ErrShifts
	}
	p := &Plan{Scenario: c.Name, ID: c.ID(src), Group: c.Config.Groups[c.Shifts.Group].Name, Seed: c.Seed, Replications: replications,
		Goal: goal, Version: "ccsim " + scenarios.Version, Inputs: c.Inputs, horizon: c.Config.Horizon}
	p.Problem = &Problem{Kinds: c.Shifts.Kinds, Needs: needs, Shrinkage: c.Shifts.Shrinkage, Clock: c.When()}
	p.Start = func(t sim.Time) (string, string) { return c.DateOf(t) }
	if c.Prices != nil {
		for _, x := range c.Prices.Items {
			if x.Name == "agents" {
				p.Price, p.Currency = x.Amount, c.Prices.Currency
			}
		}
	}
	var err error
	if p.Roster, err = p.Problem.Solve(); err != nil {
		return nil, err
	}
	p.Cells = p.Problem.cells(p.Roster.Shifts)
	cfg := rostered(c, c.Shifts.Group, p.Problem.steps(p.Roster.Shifts))
	return p, simulate(ctx, c, cfg, p.Cells, &p.Goal, replications, jobs)
}

// counts are the intervals by what became of the goal.
func (p *Plan) counts() (yes, no, unsure int) {
	for i := range p.Cells {
		switch p.Cells[i].Met(&p.Goal) {
		case "yes", "yes, in one run":
			yes++
		case "no", "no, in one run":
			no++
		case "not sure":
			unsure++
		}
	}
	return yes, no, unsure
}

func (p *Plan) level() string {
	return fmt.Sprintf("%g %% in %s", float64(p.Goal.Share*100), reports.Span(p.Goal.Within))
}
