package scenarios

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"

	"github.com/google/uuid"
)

// Version of the program and of the model: results are the same bytes within
// one version.
const (
	Version      = "0.1.0"
	ModelVersion = 1
)

// namespace of run ids: a fixed UUID, so that an id depends on what was run
// alone.
var namespace = uuid.MustParse("6f5f2a1e-6a4e-5d39-9d6b-0d6a3c1b7e42")

// Report puts an outcome together with what was run, for the renderers.
func (c *Compiled) Report(src *Source, o *Outcome, command string) *reports.Report {
	r := &reports.Report{
		Run: reports.Run{
			ID: c.id(src), Scenario: c.Name, Title: c.Title, Seed: c.Seed, Replications: len(o.Plain.Reps), Asked: o.Asked,
			Version: "ccsim " + Version, Model: ModelVersion, Command: command,
		},
		Config: c.Config, Options: c.options(), Clock: c.clock(), Plain: o.Plain, Variants: o.Variants, Expect: o.Expect,
		Controlled: c.Controlled, Steady: o.Steady, Rule: c.Rule, Precision: o.Precision,
	}
	for _, in := range c.Inputs {
		r.Run.Inputs = append(r.Run.Inputs, reports.Input{Name: in.Name, SHA256: in.SHA256})
	}
	return r
}

// id is a UUID of scenario, input files, changes, seed and version.
func (c *Compiled) id(src *Source) string {
	text := fmt.Sprintf("%s\n%d\n%d\n%q\n%s\n", Version, c.Seed, c.Replications, c.Changes, src.Data)
	for _, in := range c.Inputs {
		text += in.Name + " " + in.SHA256 + "\n"
	}
	return uuid.NewSHA1(namespace, []byte(text)).String()
}

// JoinIDs is the id of what was made of several runs.
func JoinIDs(ids ...string) string {
	return uuid.NewSHA1(namespace, []byte(strings.Join(ids, "\n"))).String()
}

// ID is the id of a run of the scenario.
func (c *Compiled) ID(src *Source) string { return c.id(src) }

// clock prints moments as times of day, where the scenario has a start.
func (c *Compiled) clock() func(sim.Time) string {
	if c.Start.IsZero() {
		return nil
	}
	return func(t sim.Time) string {
		at := c.clockTime(t)
		form := "15:04:05"
		if c.Config.Horizon > sim.Day {
			form = "2006-01-02 15:04:05"
		}
		if t%sim.Second != 0 {
			form += ".000"
		}
		return at.Format(form)
	}
}

// Story runs the first replication with recording on and tells it.
func (c *Compiled) Story(w io.Writer) error {
	world, err := model.New(c.Config, c.Seed, 0)
	if err != nil {
		return err
	}
	var r reports.Recorder
	world.SetSink(&r)
	if err := world.Run(); err != nil {
		return err
	}
	return reports.Story(w, c.Config, &r, c.clock())
}

// steady runs the first replication again and follows its calls.
func (c *Compiled) steady() (*reports.Steady, error) {
	world, err := model.New(c.Config, c.Seed, 0)
	if err != nil {
		return nil, err
	}
	series := reports.NewLongRun(c.options())
	world.SetSink(series)
	if err := world.Run(); err != nil {
		return nil, err
	}
	return series.Analyze(), nil
}

// Golden is the story that lies beside a scenario, or nil, and the name of its
// file.
func (s *Source) Golden() ([]byte, string) {
	if s.Embedded {
		file := s.Name + ".story"
		data, err := fs.ReadFile(s.dir, file)
		if err != nil {
			return nil, file
		}
		return data, file
	}
	file := strings.TrimSuffix(strings.TrimSuffix(s.Name, ".yaml"), ".yml") + ".story"
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, file
	}
	return data, file
}

// Topology draws the center as text or as svg, with what the timeline hits.
func (c *Compiled) Topology(w io.Writer, form string) error {
	at := func(l *model.Lever) string { return reports.Moment(l, c.clock()) }
	if form == "svg" {
		return reports.TopologySVG(w, c.Config, c.Name, at)
	}
	reports.TopologyText(w, c.Config, at)
	return nil
}
