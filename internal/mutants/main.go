// Command mutants plants bugs on purpose, one at a time, and checks that the
// tests notice each. It changes no file: the compiler is given the broken source
// as an overlay.
//
//	go run ./internal/mutants          all of them
//	go run ./internal/mutants -small   one of each kind, for every commit
//	go run ./internal/mutants -only heartbeat
//	go run ./internal/mutants -from "cvp: a name"   goes on where a run has stopped
//
// A mutant that hung ran into the time limit of its tests: noticed, but on a busy
// machine worth a second run. It exits with 1 when a mutant survives, or cannot be planted any more: its text is
// not found, or it does not compile.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	small := flag.Bool("small", false, "only the mutants marked for every commit")
	only := flag.String("only", "", "only the mutants whose name contains this")
	from := flag.String("from", "", "begin at the mutant of this name")
	flag.Parse()
	count := map[string]int{}
	begun := *from == ""
	for _, m := range all() {
		begun = begun || m.Name == *from
		if !begun || *small && !m.Small || !strings.Contains(m.Name, *only) {
			continue
		}
		verdict, err := m.try()
		if err != nil {
			verdict = "broken"
			fmt.Fprintf(os.Stderr, "mutants: %s: %v\n", m.Name, err)
		}
		fmt.Printf("%-9s %s\n", verdict, m.Name)
		count[verdict]++
	}
	fmt.Printf("%d killed, %d hung, %d survived, %d broken\n", count["killed"], count["hung"], count["SURVIVED"], count["broken"])
	if count["SURVIVED"]+count["broken"] > 0 || count["killed"]+count["hung"] == 0 {
		os.Exit(1)
	}
}

// all is every list, so that the run and its test have the same.
func all() []mutant { return slices.Concat(mutants, statistics, capacity, planning, keeping) }

// mutant is one bug: Old becomes New in File, and the tests of Packages must
// fail.
type mutant struct {
	Name     string
	File     string
	Old, New string
	Packages []string
	Small    bool
}

func (m mutant) try() (string, error) {
	source, err := os.ReadFile(m.File)
	if err != nil {
		return "", err
	}
	if n := bytes.Count(source, []byte(m.Old)); n != 1 {
		return "", fmt.Errorf("%q stands %d times in %s, want once", m.Old, n, m.File)
	}
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	overlay, err := m.overlay(dir, bytes.Replace(source, []byte(m.Old), []byte(m.New), 1))
	if err != nil {
		return "", err
	}
	if out, err := exec.Command("go", append([]string{"build", "-overlay", overlay}, m.Packages...)...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("does not compile: %s", out)
	}
	if slices.Equal(m.Packages, world) { // most are noticed by few of the random worlds, without the longest test
		if verdict := m.test(overlay, "-skip=EveryKindAtEveryEvent", "-args", "-trials=50"); verdict == "killed" {
			return verdict, nil
		}
	}
	return m.test(overlay), nil
}

// test runs the tests of a mutant's packages and says what they made of it.
func (m mutant) test(overlay string, more ...string) string {
	args := slices.Concat([]string{"test", "-overlay", overlay, "-count=1", "-failfast", "-timeout=600s"}, m.Packages, more)
	switch out, err := exec.Command("go", args...).CombinedOutput(); {
	case err == nil:
		return "SURVIVED"
	case bytes.Contains(out, []byte("[build failed]")):
		return "broken" // a test that does not compile notices nothing
	case bytes.Contains(out, []byte("panic: test timed out")):
		return "hung" // noticed, but on a busy machine it may also be the tests that are slow
	}
	return "killed"
}

func (m mutant) overlay(dir string, source []byte) (string, error) {
	original, err := filepath.Abs(m.File)
	if err != nil {
		return "", err
	}
	broken := filepath.Join(dir, filepath.Base(m.File))
	list, err := json.Marshal(map[string]map[string]string{"Replace": {original: broken}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(broken, source, 0o600); err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, list, 0o600)
}
