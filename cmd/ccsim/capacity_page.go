package main

import (
	"bytes"
	"errors"
	"fmt"

	"ccsim/reports"
	"ccsim/reports/html"
	"ccsim/scenarios"
	"ccsim/scenarios/plan"
	"ccsim/scenarios/shifts"

	"github.com/spf13/cobra"
)

// several tells whether more than one question is asked. A page answers them one
// below the other; all other forms have one answer.
func (f *capacityFlags) several(p *planFlags, s *shiftFlags) bool {
	n := 0
	for _, asked := range []bool{p.on, p.minimize != "", s.on, len(f.targets) > 0 && !s.on} {
		if asked {
			n++
		}
	}
	return n > 1 && f.format == "html"
}

// whole is what a page with several answers is made of.
type whole struct {
	src     *scenarios.Source
	c       *scenarios.Compiled
	need    *reports.Capacity // nothing where no target is asked for
	studies []*reports.Study
	command string
}

func (w *whole) add(flags string, a answer) {
	w.studies = append(w.studies, a.Study(w.src.Data))
	w.command += flags
}

// together answers several questions on one page.
func (f *capacityFlags) together(cmd *cobra.Command, to streams, name string, p *planFlags, s *shiftFlags) error {
	switch {
	case f.reps > 0:
		return errors.New("--replications means another number to each question: --set replications=N sets those of the plans")
	case p.minimize != "" && p.minimize != "cost":
		return fmt.Errorf("--minimize takes cost, not %q", p.minimize)
	case s.needs != "" || s.roster != "":
		return errors.New("--needs and --roster belong to --shifts alone")
	case s.on && len(f.targets) == 0:
		return errors.New(`--shifts covers what a target needs: give one, such as --target "80% in 20s"`)
	}
	for _, x := range []struct {
		asked bool
		flags []string
		by    string
	}{{p.on, planOnly, "--plan"}, {p.minimize != "", []string{"group"}, "--minimize"}, {len(f.targets) > 0, sizing, "--target"}} {
		if name := firstSet(cmd, x.flags); name != "" && !x.asked {
			return fmt.Errorf("--%s belongs to %s", name, x.by)
		}
	}
	if err := f.checkOutput(planFormats); err != nil {
		return err
	}
	w, err := f.needs(cmd, to, name, s)
	if err != nil {
		return err
	}
	if p.minimize != "" {
		if err := f.addCheapest(cmd, w, p); err != nil {
			return err
		}
	}
	if p.on {
		if err := f.addPlan(cmd, to, w, p); err != nil {
			return err
		}
	}
	w.command += " --format html"
	if err := f.writeWhole(to, w); err != nil {
		return err
	}
	if w.need != nil {
		return f.met(to, w.need)
	}
	return nil
}

// needs begins a page: with what the targets need and the roster that covers it.
func (f *capacityFlags) needs(cmd *cobra.Command, to streams, name string, s *shiftFlags) (*whole, error) {
	if len(f.targets) == 0 {
		src, c, err := f.load(to, name)
		return &whole{src: src, c: c, command: f.command("capacity", quoted(name), c)}, err
	}
	study, err := f.study(to, name)
	if err != nil {
		return nil, err
	}
	w := &whole{src: study.Source, c: study.Plain, command: f.line(name, study)}
	if s.on && w.c.Shifts == nil {
		return nil, shifts.ErrShifts
	}
	if w.need, err = study.Run(cmd.Context(), w.command); err != nil || !s.on {
		return w, err
	}
	r, err := f.rosterOf(cmd, study, w.need)
	if err != nil {
		return nil, err
	}
	w.add(" --shifts", r)
	return w, nil
}

func (f *capacityFlags) addCheapest(cmd *cobra.Command, w *whole, p *planFlags) error {
	changes, err := f.changes()
	if err != nil {
		return err
	}
	found, err := plan.Cheapest(cmd.Context(), w.src, changes, w.c, p.group, scenarios.RunOptions{Jobs: f.jobs})
	if err != nil {
		return err
	}
	w.add(p.minimizing(), found)
	return nil
}

func (f *capacityFlags) addPlan(cmd *cobra.Command, to streams, w *whole, p *planFlags) error {
	o, err := p.options(w.c, f.options(to))
	if err != nil {
		return err
	}
	found, err := plan.Run(cmd.Context(), w.src, w.c, o)
	if err != nil {
		return err
	}
	w.add(p.command(), found)
	return nil
}

// writeWhole writes the page, and its pictures where they were asked for.
func (f *capacityFlags) writeWhole(to streams, w *whole) error {
	all := reports.JoinStudies(w.command, w.studies...)
	var b bytes.Buffer
	if err := f.page(&b, all); err != nil {
		return err
	}
	if w.need != nil {
		b.Reset()
		w.need.Run.Command = w.command
		if err := html.WriteCapacity(&b, w.need, w.src.Data, all); err != nil {
			return err
		}
	}
	return f.write(to, b.Bytes())
}
