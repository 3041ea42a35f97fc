package reports

import "ccsim/sim"

// Study is a report that is no run of a scenario, for a page: what was asked, the
// answer, the evidence, what it rests on and how to repeat it.
type Study struct {
	Kind     string // of the command, such as capacity
	Scenario string
	About    string   // replications and seed, in words
	Headline string   // the answer
	Lines    []string // how sure it is
	Parts    []StudyPart
	Rests    []string
	Command  string
	Repeat   []string
	Text     []byte // the scenario as it was written
}

// StudyPart is a section: a figure, or nothing, and tables.
type StudyPart struct {
	Title, Sub string
	Starts     *Starts
	Shifts     *ShiftChart
	Curve      *CostCurve
	Tables     []Table
}

// Starts are what each start of a maintenance costs, for a figure.
type Starts struct {
	Unit   string // what is told
	Finds  string // the finding, in at most three sentences
	Every  sim.Time
	Clock  func(sim.Time) string
	Points []StartPoint
	Runs   [][2]int // first and last of each run that cannot be told apart from the cheapest
}

// StartPoint is one start.
type StartPoint struct {
	At         sim.Time
	Mean, Half float64
	Possible   bool
	Best       bool
	Words      string // what the row of the table says of it
}

// ShiftChart is who works when, for a figure.
type ShiftChart struct {
	Finds    string
	From, To sim.Time
	Clock    func(sim.Time) string
	Bars     []ShiftBar
	Cells    []ShiftCell
}

// ShiftBar is a shift that some agents have.
type ShiftBar struct {
	Name     string
	Count    int
	From, To sim.Time
	Breaks   [][2]sim.Time
}

// ShiftCell is an interval with the agents who are needed and who are planned.
type ShiftCell struct {
	From, To      sim.Time
	Need, Planned int
}

// CostCurve is what each number of agents costs, for a figure.
type CostCurve struct {
	Unit   string
	Finds  string
	Counts []int
	Mean   []float64
	Half   []float64
	Best   int // the place of the cheapest
	Same   []bool
}
