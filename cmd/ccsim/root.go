package main

import (
	"fmt"
	"io"

	"ccsim/scenarios"
	"ccsim/scenarios/format"

	"github.com/spf13/cobra"
)

// streams are where a verb reads and writes. Data goes to out, talk to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func newRoot(stdin io.Reader, stdout, stderr io.Writer) *cobra.Command {
	io := streams{stdin, stdout, stderr}
	root := &cobra.Command{
		Use:   "ccsim",
		Short: "Simulate a duplexed contact center: what does a maintenance or a failure cost?",
		Long: `ccsim simulates a contact center with a Side A and a Side B, puts one side into
maintenance or crashes it, and says what is lost and why.

Start with "ccsim run": it runs an embedded example.`,
		SilenceUsage: true, SilenceErrors: true,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			hint := `see "ccsim --help"`
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				hint = fmt.Sprintf("did you mean %q?", near[0])
			}
			return fmt.Errorf("unknown command %q; %s", args[0], hint)
		},
		SuggestionsMinimumDistance: 2,
	}
	root.AddCommand(mmVerb(io), preflightVerb(io), capacityVerb(io), runsVerb(io))
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.AddCommand(runVerb(io), compareVerb(io), sweepVerb(io), mergeVerb(io), testVerb(io), validateVerb(io), scenariosVerb(io), schemaVerb(io), versionVerb(io), fitVerb(io))
	return root
}

// common are the flags that change what is run.
type common struct {
	seed int64
	reps int
	set  []string
}

func (c *common) flags(cmd *cobra.Command) {
	cmd.Flags().Int64Var(&c.seed, "seed", -1, "seed of all draws (default: the scenario's)")
	cmd.Flags().IntVar(&c.reps, "replications", 0, "independent runs (default: the scenario's)")
	cmd.Flags().StringArrayVar(&c.set, "set", nil, "path=value: a value instead of the scenario's; may be given several times")
}

// changes are the flags as changes of the scenario.
func (c *common) changes() ([]format.Change, error) {
	args := c.set
	if c.seed >= 0 {
		args = append(args, "seed="+itoa(c.seed))
	}
	if c.reps > 0 {
		args = append(args, "replications="+itoa(int64(c.reps)))
	}
	var all []format.Change
	for _, a := range args {
		change, err := format.ParseChange(a)
		if err != nil {
			return nil, err
		}
		all = append(all, change)
	}
	return all, nil
}

// load opens and compiles a scenario with the flags on top.
func (c *common) load(io streams, name string) (*scenarios.Source, *scenarios.Compiled, error) {
	changes, err := c.changes()
	if err != nil {
		return nil, nil, err
	}
	src, err := scenarios.Open(name, io.in)
	if err != nil {
		return nil, nil, err
	}
	compiled, err := src.Compile(changes...)
	return src, compiled, err
}
