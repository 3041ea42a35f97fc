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
	codes := &cobra.Command{
		Use: "codes", Short: "List the return codes with their meaning and a scenario that shows each", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, c := range model.Codes() {
				fmt.Fprintf(io.out, "%-32s %-36s %s\n", reports.MMPrefix+c.String(), scenarios.CodeScenario(c), c.Meaning())
			}
			return nil
		},
	}
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
			for _, x := range all {
				fmt.Fprintf(io.out, "%-12s %-32s %s\n", x.At, reports.MMPrefix+x.Code.String(), x.Code.Meaning())
			}
			return nil
		},
	}
	i.flags(cmd, "machine, such as vm/pg-1a")
	cmd.Flags().IntVar(&kind, "install-type", 2, "1 MS patch, 2 ES, 3 ES rollback, 4 MR, 5 MR rollback, 6 ISO or major release")
	cmd.Flags().StringVar(&from, "from", "", "orchestration or box (default: where it may be started)")
	return cmd
}

func mmStatus(io streams) *cobra.Command {
	var i instant
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
			fmt.Fprintf(io.out, "%s %s\n", reports.MMPrefix+code.String(), code.Meaning())
			return nil
		},
	}
	i.flags(cmd, "machine, such as vm/pg-1a")
	return cmd
}

func preflightVerb(io streams) *cobra.Command {
	var i instant
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
			refused := false
			for _, f := range flights {
				refused = printFlight(io, &f) || refused
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
	i.flags(cmd, "service or machine instead of the timeline, such as agent-pg-1/A or vm/pg-1a")
	return cmd
}

// printFlight prints the checks of one maintenance and tells whether it would be
// refused.
func printFlight(io streams, f *scenarios.Flight) bool {
	if f.Never {
		fmt.Fprintf(io.out, "%s: its moment does not come in this run\n", f.Name)
		return false
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
	return f.Refused()
}
