package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/format"

	"github.com/spf13/cobra"
)

func validateVerb(io streams) *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE...",
		Short: "Check scenario files without running them",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			bad := 0
			for _, name := range args {
				if _, _, err := (&common{seed: -1}).load(io, name); err != nil {
					if len(args) == 1 {
						return err
					}
					fmt.Fprintln(io.err, err)
					bad++
					continue
				}
				fmt.Fprintf(io.out, "%s is valid\n", name)
			}
			if bad > 0 {
				return fmt.Errorf("%d of %d files are not valid", bad, len(args))
			}
			return nil
		},
		ValidArgsFunction: completeScenarios,
	}
}

func scenariosVerb(io streams) *cobra.Command {
	cmd := &cobra.Command{Use: "scenarios", Short: "List, show and write the embedded scenarios"}
	var l listing
	list := &cobra.Command{
		Use: "list", Short: "List the embedded scenarios with their stories", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			t := reports.Table{Title: "Embedded scenarios", Head: []string{"name", "title"}, Left: 2}
			for _, name := range scenarios.Library() {
				_, c, err := (&common{seed: -1}).load(io, name)
				if err != nil {
					return err
				}
				t.Rows = append(t.Rows, []string{name, c.Title})
			}
			return l.print(io, t, func(r []string) string { return fmt.Sprintf("%-30s %s", r[0], r[1]) })
		},
	}
	l.flags(list)
	show := &cobra.Command{
		Use: "show NAME", Short: "Print an embedded scenario", Args: cobra.ExactArgs(1), ValidArgsFunction: completeScenarios,
		RunE: func(_ *cobra.Command, args []string) error {
			src, err := scenarios.Open(args[0], nil)
			if err != nil {
				return err
			}
			_, err = io.out.Write(src.Data)
			return err
		},
	}
	dir, force := ".", false
	write := &cobra.Command{
		Use: "write NAME", Short: "Write an embedded scenario and its tables to files, to change them", Args: cobra.ExactArgs(1), ValidArgsFunction: completeScenarios,
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := scenarios.Files(args[0])
			if err != nil {
				return err
			}
			names := make([]string, 0, len(files))
			for name := range files {
				names = append(names, name)
			}
			slices.Sort(names)
			for _, name := range names {
				to := filepath.Join(dir, filepath.Base(name))
				if err := writeFile(to, files[name], force); err != nil {
					return err
				}
				fmt.Fprintf(io.err, "ccsim: wrote %s\n", to)
			}
			return nil
		},
	}
	write.Flags().StringVar(&dir, "dir", ".", "directory to write to")
	write.Flags().BoolVar(&force, "force", false, "overwrite existing files")
	cmd.AddCommand(list, show, write)
	return cmd
}

func schemaVerb(io streams) *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of scenario files, for editors", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.out.Write(format.Schema())
			return err
		},
	}
}

func versionVerb(io streams) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print version, commit, Go and format versions", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			commit := "unknown"
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						commit = s.Value
					}
				}
			}
			_, err := fmt.Fprintf(io.out, "ccsim %s\ncommit %s\n%s %s/%s\nscenario format ccsim/v1\nresult schema 1\nmodel %d\n",
				scenarios.Version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH, scenarios.ModelVersion)
			return err
		},
	}
}
