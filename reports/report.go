package reports

import (
	"ccsim/model"
	"ccsim/sim"
)

// Report is everything that a renderer prints.
type Report struct {
	Run      Run
	Config   *model.Config
	Options  Options
	Clock    func(sim.Time) string // clock time of a moment; nil where the scenario has no start
	Plain    *Result
	Variants []Named
	Expect   []Expectation

	Rule       *Rule       // nil where the number of replications was fixed
	Controlled bool        // control variates are told
	Steady     *Steady     // of one long run, where that was asked for
	Precision  []Precision // how the metrics of the rule stand
}

// Run says what was run and how to repeat it.
type Run struct {
	ID           string
	Scenario     string
	Title        string
	Seed         uint64
	Replications int
	Asked        int // replications that were asked for; more than Replications where the run was stopped
	Version      string
	Model        int
	Inputs       []Input
	Command      string
}

// Input is a file that was read.
type Input struct{ Name, SHA256 string }

// Named is a variant with its result.
type Named struct {
	Name   string
	Config *model.Config
	Result *Result
}

// Expectation is one that was judged.
type Expectation struct {
	Text  string
	OK    bool
	Value float64 // NaN where it has none
	Why   string  // why it fails
}

// Partial tells whether the run was stopped before its end.
func (r *Report) Partial() bool { return r.Run.Replications < r.Run.Asked }

// Failed counts the expectations that do not hold.
func (r *Report) Failed() (n int) {
	for _, e := range r.Expect {
		if !e.OK {
			n++
		}
	}
	return n
}

// columns are the plain scenario and its variants, side by side.
func (r *Report) columns() []Named {
	return append([]Named{{r.Run.Scenario, r.Config, r.Plain}}, r.Variants...)
}

const confidence = 0.95
