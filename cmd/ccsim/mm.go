package main

import (
	"fmt"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/spf13/cobra"
)

func mmVerb(io streams) *cobra.Command {
	cmd := &cobra.Command{Use: "mm", Short: "The maintenance script of a virtual machine: its codes, a start, a status"}
	var l listing
	codes := &cobra.Command{
		Use: "codes", Short: "List the return codes with their meaning and a scenario that shows each", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			t := reports.Table{Title: "Return codes", Head: []string{"code", "scenario", "meaning"}, Left: 3}
			for _, c := range model.Codes() {
				t.Rows = append(t.Rows, []string{reports.MMPrefix + c.String(), scenarios.CodeScenario(c), c.Meaning()})
			}
			return l.print(io, t, func(r []string) string { return fmt.Sprintf("%-32s %-36s %s", r[0], r[1], r[2]) })
		},
	}
	l.flags(codes)
	cmd.AddCommand(codes, mmStart(io), mmStatus(io))
	return cmd
}

// instant are the flags that name a machine and a moment.
type instant struct {
	common
	at, target string
}

func (i *instant) flags(cmd *cobra.Command, what string) {
	i.common.flags(cmd)
	cmd.Flags().StringVar(&i.at, "at", "0s", "moment: a duration since the start, or a time of day where the scenario has a start")
	cmd.Flags().StringVar(&i.target, "target", "", what)
}

func mmStart(io streams) *cobra.Command {
	var i instant
	var l listing
	kind, from := 2, ""
	cmd := &cobra.Command{
		Use: "start SCENARIO", Short: "Start the script of a machine at a moment of a scenario, and print its codes", Args: cobra.ExactArgs(1), ValidArgsFunction: completeScenarios,
		RunE: func(_ *cobra.Command, args []string) error {
			_, c, err := i.load(io, args[0])
			if err != nil {
				return err
			}
			at, err := c.At(i.at)
			if err != nil {
				return err
			}
			if from != "" && from != "box" && from != "orchestration" {
				return fmt.Errorf("--from is orchestration or box, not %q", from)
			}
			all, err := c.MMStart(i.target, at, kind, from)
			if err != nil {
				return err
			}
			t := reports.Table{Title: "Return codes of " + i.target, Head: []string{"at", "code", "meaning"}, Left: 3}
			for _, x := range all {
				t.Rows = append(t.Rows, []string{x.At.String(), reports.MMPrefix + x.Code.String(), x.Code.Meaning()})
			}
			return l.print(io, t, func(r []string) string { return fmt.Sprintf("%-12s %-32s %s", r[0], r[1], r[2]) })
		},
	}
	i.flags(cmd, "machine, such as vm/pg-1a")
	l.flags(cmd)
	cmd.Flags().IntVar(&kind, "install-type", 2, "1 MS patch, 2 ES, 3 ES rollback, 4 MR, 5 MR rollback, 6 ISO or major release")
	cmd.Flags().StringVar(&from, "from", "", "orchestration or box (default: where it may be started)")
	return cmd
}

func mmStatus(io streams) *cobra.Command {
	var i instant
	var l listing
	cmd := &cobra.Command{
		Use: "status SCENARIO", Short: "Print what RequestStatus says of a machine at a moment of a scenario", Args: cobra.ExactArgs(1), ValidArgsFunction: completeScenarios,
		RunE: func(_ *cobra.Command, args []string) error {
			_, c, err := i.load(io, args[0])
			if err != nil {
				return err
			}
			at, err := c.At(i.at)
			if err != nil {
				return err
			}
			code, err := c.MMStatus(i.target, at)
			if err != nil {
				return err
			}
			t := reports.Table{Title: "Status of " + i.target, Head: []string{"code", "meaning"}, Left: 2, Rows: [][]string{{reports.MMPrefix + code.String(), code.Meaning()}}}
			return l.print(io, t, func(r []string) string { return r[0] + " " + r[1] })
		},
	}
	i.flags(cmd, "machine, such as vm/pg-1a")
	l.flags(cmd)
	return cmd
}

func preflightVerb(io streams) *cobra.Command {
	var i instant
	var l listing
	cmd := &cobra.Command{
		Use: "preflight SCENARIO", Short: "Say which checks each maintenance of a scenario would pass, and what to do first", Args: cobra.ExactArgs(1), ValidArgsFunction: completeScenarios,
		Long: `preflight looks at the center right before each maintenance of the timeline, or at
--at before one of --target, and says which checks would pass, which would refuse it,
why, and what to do first. It exits with 1 where one would be refused.`,
		RunE: func(_ *cobra.Command, args []string) error {
			_, c, err := i.load(io, args[0])
			if err != nil {
				return err
			}
			at, err := c.At(i.at)
			if err != nil {
				return err
			}
			flights, err := c.Preflight(i.target, at)
			if err != nil {
				return err
			}
			if err := l.check(); err != nil {
				return err
			}
			refused := false
			for _, f := range flights {
				refused = refused || f.Refused()
				if l.format == "text" {
					printFlight(io, &f)
				}
			}
			if l.format != "text" {
				if err := l.print(io, flightTable(flights), nil); err != nil {
					return err
				}
			}
			if len(flights) == 0 {
				fmt.Fprintln(io.err, "ccsim: the timeline has no maintenance; name one with --target and --at")
			}
			if refused {
				return errFailed
			}
			return nil
		},
	}
	l.flags(cmd)
	i.flags(cmd, "service or machine instead of the timeline, such as agent-pg-1/A or vm/pg-1a")
	return cmd
}

// flightTable has a row for each check of each maintenance.
func flightTable(flights []scenarios.Flight) reports.Table {
	t := reports.Table{Title: "Checks before each maintenance", Head: []string{"maintenance", "at", "of", "check", "passes", "why", "first"}, Left: 7}
	for _, f := range flights {
		if f.Never {
			t.Rows = append(t.Rows, []string{f.Name, "", "", "", "", "its moment does not come in this run", ""})
		}
		for _, x := range f.Checks {
			row := []string{f.Name, f.At.String(), x.Of, x.Name, "yes", x.Why, ""}
			if !x.OK {
				row[4], row[6] = "no", x.Do
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// printFlight prints the checks of one maintenance.
func printFlight(io streams, f *scenarios.Flight) {
	if f.Never {
		fmt.Fprintf(io.out, "%s: its moment does not come in this run\n", f.Name)
		return
	}
	verdict := "would be accepted"
	if f.Refused() {
		verdict = "would be refused"
	}
	fmt.Fprintf(io.out, "%s at %s: %s\n", f.Name, f.At/sim.Millisecond*sim.Millisecond, verdict)
	for _, x := range f.Checks {
		mark, why := "ok", x.Why
		if !x.OK {
			mark = "NO"
			if why != "" {
				why += "; "
			}
			why += "first: " + x.Do
		}
		fmt.Fprintf(io.out, "  %s  %-14s %-36s %s\n", mark, x.Of, x.Name, why)
	}
}
