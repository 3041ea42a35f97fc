package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ccsim/scenarios"

	"github.com/spf13/cobra"
)

func testVerb(io streams) *cobra.Command {
	t := &tester{streams: io}
	cmd := &cobra.Command{
		Use:   "test PATH...|all",
		Short: "Run scenarios and check their expectations and golden stories",
		Long: `Run scenarios and check what they expect. PATH is a scenario file, a directory of
them, or the name of an embedded one; "all" is the whole embedded library.

A scenario that has a story beside it (NAME.story) must tell the same story
again; --update writes it anew.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return t.run(cmd.Context(), args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return append(scenarios.Library(), "all"), cobra.ShellCompDirectiveDefault
		},
	}
	cmd.Flags().BoolVar(&t.update, "update", false, "write the stories of scenario files anew")
	cmd.Flags().StringVar(&t.junit, "junit", "", "write the results to this file as JUnit XML, which CI servers read")
	cmd.Flags().IntVar(&t.jobs, "jobs", 0, "replications at a time (default: one for each processor)")
	return cmd
}

type tester struct {
	streams
	update         bool
	jobs           int
	passed, failed int
	junit          string
	cases          []junitCase
}

func (t *tester) run(ctx context.Context, args []string) error {
	names, err := testNames(args)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := t.one(ctx, name); err != nil {
			return err
		}
	}
	fmt.Fprintf(t.out, "%d scenarios passed, %d failed\n", t.passed, t.failed)
	if err := t.writeJUnit(); err != nil {
		return err
	}
	if t.failed > 0 {
		return errFailed
	}
	return nil
}

// testNames expands directories and "all".
func testNames(args []string) (names []string, err error) {
	for _, a := range args {
		if a == "all" {
			names = append(names, scenarios.Library()...)
			continue
		}
		info, err := os.Stat(a)
		if err != nil || !info.IsDir() {
			names = append(names, a)
			continue
		}
		found := 0
		err = filepath.WalkDir(a, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (strings.HasSuffix(p, ".yaml") || strings.HasSuffix(p, ".yml")) {
				names = append(names, p)
				found++
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("%w %s: %w", scenarios.ErrIO, a, err)
		}
		if found == 0 {
			return nil, fmt.Errorf("%s holds no scenario (*.yaml)", a)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// one runs a scenario. A scenario that cannot be read or is wrong is a failed
// test, not the end of the suite.
func (t *tester) one(ctx context.Context, name string) error {
	problems, err := t.problems(ctx, name)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		if exitCode(err) == exitUnsound {
			return err
		}
		problems = strings.Split(err.Error(), "\n")
	}
	t.cases = append(t.cases, newJUnitCase(name, problems))
	if len(problems) == 0 {
		t.passed++
		fmt.Fprintf(t.out, "ok    %s\n", name)
		return nil
	}
	t.failed++
	fmt.Fprintf(t.out, "FAIL  %s\n", name)
	for _, p := range problems {
		fmt.Fprintf(t.out, "      %s\n", p)
	}
	return nil
}

func (t *tester) problems(ctx context.Context, name string) (all []string, err error) {
	src, c, err := (&common{seed: -1}).load(t.streams, name)
	if err != nil {
		return nil, err
	}
	outcome, err := c.Run(ctx, scenarios.RunOptions{Jobs: t.jobs})
	if err != nil {
		return nil, err
	}
	for i, e := range outcome.Expect {
		if !e.OK {
			at := c.Expect[i].Pos
			all = append(all, fmt.Sprintf("%s:%d:%d: %s: %s", src.Name, at.Line, at.Col, e.Text, e.Why))
		}
	}
	story, err := t.story(src, c)
	return append(all, story...), err
}

// story compares the story of a scenario with the golden one beside it.
func (t *tester) story(src *scenarios.Source, c *scenarios.Compiled) ([]string, error) {
	var now bytes.Buffer
	if err := c.Story(&now); err != nil {
		return nil, err
	}
	golden, file := src.Golden()
	if t.update && !src.Embedded {
		if bytes.Equal(golden, now.Bytes()) {
			return nil, nil
		}
		fmt.Fprintf(t.err, "ccsim: wrote %s\n", file)
		return nil, writeFile(file, now.Bytes(), true)
	}
	if golden == nil || bytes.Equal(golden, now.Bytes()) {
		return nil, nil
	}
	return []string{"the story differs from " + file + ": " + firstDifference(string(golden), now.String())}, nil
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		x, y := "(nothing)", "(nothing)"
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return fmt.Sprintf("line %d was %q and is %q", i+1, x, y)
		}
	}
	return "nothing"
}
