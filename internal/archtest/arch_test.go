// Package archtest holds the rules of ARCHITECTURE.md that a compiler does not
// know: which package may import which, and what may not stand in the packages that
// run inside a simulation.
package archtest

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../.."

// layers are the packages from the outermost in: each may import only those
// after it.
var layers = []string{"cmd", "scenarios", "reports", "model", "sim"}

func layerOf(path string) int {
	return slices.Index(layers, strings.Split(filepath.ToSlash(path), "/")[0])
}

// pure are the packages that run inside a simulation.
func pure(path string) bool { l := layerOf(path); return l == 3 || l == 4 }

// allowed are the standard packages that pure code may import.
var allowed = []string{"cmp", "errors", "fmt", "math", "math/bits", "slices", "strconv", "strings"}

// printing are the functions of fmt that pure code may call: none of them writes.
var printing = []string{"Errorf", "Sprint", "Sprintf", "Sprintln", "Stringer", "Formatter", "State", "GoStringer"}

// exact are the functions of math whose result IEEE 754 fixes.
var exact = []string{"Abs", "Ceil", "Float64bits", "Float64frombits", "Floor", "Inf", "IsInf", "IsNaN", "MaxInt32", "MaxInt64", "MaxFloat64",
	"MaxUint32", "NaN", "Round", "Sqrt", "Trunc", "SmallestNonzeroFloat64", "Ldexp", "Frexp", "Ln2", "Pi", "Copysign", "Signbit"}

// broken lists the rules that a source file breaks.
func broken(path, source string) (rules []string) {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, path, source, 0)
	if err != nil {
		return []string{err.Error()}
	}
	note := func(n ast.Node, format string, args ...any) {
		rules = append(rules, fmt.Sprintf("%s: %s", files.Position(n.Pos()), fmt.Sprintf(format, args...)))
	}
	test := strings.HasSuffix(path, "_test.go")
	for _, i := range f.Imports {
		name, _ := strconv.Unquote(i.Path.Value)
		if inside, ok := strings.CutPrefix(name, "ccsim/"); ok {
			if from, to := layerOf(path), layerOf(inside); !test && from >= 0 && to >= 0 && to < from {
				note(i, "%s must not import %s: imports run %s", path, name, strings.Join(layers, " -> "))
			}
			if pure(path) && !test && !pure(inside) {
				note(i, "a package that runs inside a simulation must not import %s", name)
			}
			continue
		}
		if pure(path) && !test && !slices.Contains(allowed, name) {
			note(i, "a package that runs inside a simulation must not import %s", name)
		}
		if i.Name != nil && pure(path) && !test {
			note(i, "import %s under its own name: the other rules go by it", name)
		}
	}
	if !pure(path) || test {
		return rules
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.GoStmt:
			note(x, "no goroutine inside a simulation")
		case *ast.ChanType:
			note(x, "no channel inside a simulation")
		case *ast.SelectStmt:
			note(x, "no select inside a simulation")
		case *ast.MapType:
			note(x, "no map inside a simulation: its order is not fixed")
		case *ast.SelectorExpr:
			p, ok := x.X.(*ast.Ident)
			if ok && p.Name == "math" && !slices.Contains(exact, x.Sel.Name) {
				note(x, "math.%s differs between processors: use sim/detmath", x.Sel.Name)
			}
			if ok && p.Name == "fmt" && !slices.Contains(printing, x.Sel.Name) {
				note(x, "fmt.%s writes or reads: a simulation does neither", x.Sel.Name)
			}
		case *ast.CallExpr:
			if p, ok := x.Fun.(*ast.Ident); ok && (p.Name == "print" || p.Name == "println") {
				note(x, "%s writes: a simulation does not", p.Name)
			}
		}
		return true
	})
	return rules
}

func TestRulesOfTheArchitecture(t *testing.T) {
	seen := 0
	walk(t, func(path string, data []byte) {
		if !strings.HasSuffix(path, ".go") {
			return
		}
		seen++
		for _, rule := range broken(path, string(data)) {
			t.Error(rule)
		}
	})
	require.Greater(t, seen, 80)
}

func TestTheRulesCatch(t *testing.T) {
	for path, source := range map[string]string{
		"sim/a.go":       "package sim\nimport \"ccsim/model\"\nvar _ = model.None",
		"model/a.go":     "package model\nimport \"time\"\nvar _ = time.Now",
		"model/b.go":     "package model\nimport \"math/rand/v2\"\nvar _ = rand.Int",
		"model/c.go":     "package model\nfunc f() { go f() }",
		"model/d.go":     "package model\nvar c chan int",
		"model/e.go":     "package model\nvar m map[string]int",
		"sim/f.go":       "package sim\nimport \"math\"\nvar x = math.Exp(1)",
		"sim/sub/g.go":   "package sub\nfunc f() { select {} }",
		"reports/h.go":   "package reports\nimport \"ccsim/scenarios\"\nvar _ = scenarios.Version",
		"scenarios/i.go": "package scenarios\nimport \"ccsim/cmd/ccsim\"",
		"sim/j.go":       "package sim\nimport \"ccsim/internal/x\"\nvar _ = x.X",
		"sim/k.go":       "package sim\nimport m \"math\"\nvar x = m.Exp(1)",
		"sim/l.go":       "package sim\nimport . \"math\"\nvar x = Exp(1)",
		"model/m.go":     "package model\nimport \"fmt\"\nfunc f() { fmt.Println() }",
		"model/n.go":     "package model\nfunc f() { println() }",
		"model/o.go":     "package model\nimport \"unsafe\"\nvar _ unsafe.Pointer",
		"model/p.go":     "package model\nimport \"gonum.org/v1/gonum/stat\"\nvar _ = stat.Mean",
	} {
		require.NotEmpty(t, broken(path, source), path)
	}
	for path, source := range map[string]string{
		"cmd/x/a.go":      "package main\nimport \"ccsim/scenarios\"\nvar _ = scenarios.Version",
		"model/a_test.go": "package model\nimport \"testing\"\nvar m map[string]*testing.T",
		"sim/a.go":        "package sim\nimport \"math\"\nvar x = math.Sqrt(2)",
		"reports/a.go":    "package reports\nvar m map[string]int",
	} {
		require.Empty(t, broken(path, source), path)
	}
}

// maxLines keeps files small enough to be read in one go.
const maxLines = 500

// foreign are what only means something on one machine or in one tracker. They are
// written in parts, so that this file does not hold them itself.
var foreign = regexp.MustCompile(`(?i)/ro` + `ot/|/wo` + `rk/|sha` + `red/|/ho` + `me/|\bissue #?\d|\bissues/\d`)

// unfit lists what is wrong with a file as a text.
func unfit(path string, data []byte) (rules []string) {
	lines := bytes.Count(data, []byte("\n"))
	if strings.HasSuffix(path, ".go") && lines > maxLines && !ast.IsGenerated(parsedComments(path, data)) {
		rules = append(rules, fmt.Sprintf("%s: %d lines, at most %d: one noun a file", path, lines, maxLines))
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if f := foreign.Find(line); f != nil {
			rules = append(rules, fmt.Sprintf("%s:%d: names %q, which means nothing to a reader elsewhere", path, i+1, f))
		}
	}
	return rules
}

// parsedComments parses a file as far as its package clause, which is where the
// mark of generated code stands.
func parsedComments(path string, data []byte) *ast.File {
	f, err := parser.ParseFile(token.NewFileSet(), path, data, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		return &ast.File{}
	}
	return f
}

func TestFilesAreShortAndSpeakOfTheProjectAlone(t *testing.T) {
	walk(t, func(path string, data []byte) {
		for _, rule := range unfit(path, data) {
			t.Error(rule)
		}
	})
}

func TestUnfitTextsAreCaught(t *testing.T) {
	long := strings.Repeat("\n", maxLines+1)
	require.Len(t, unfit("a.go", []byte("package a"+long)), 1)
	require.Empty(t, unfit("a.go", []byte("// Code generated by x. DO NOT EDIT.\n\npackage a"+long)))
	require.Empty(t, unfit("a.csv", []byte(long)))
	for _, text := range []string{"see /wo" + "rk/x", "in sha" + "red/design", "fixes iss" + "ue #12", "x/y/iss" + "ues/12", "/ro" + "ot/go"} {
		require.Len(t, unfit("a.md", []byte("fine\n"+text)), 1, text)
	}
	require.Empty(t, unfit("a.md", []byte("a public issue, a network of its own, shared rows")))
}

func TestWhoReleasesIsWhatDocsSay(t *testing.T) {
	changelog, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	require.NoError(t, err)
	version, err := os.ReadFile(filepath.Join(root, "scenarios/report.go"))
	require.NoError(t, err)
	_, rest, ok := strings.Cut(string(version), `Version      = "`)
	require.True(t, ok)
	number, _, _ := strings.Cut(rest, `"`)
	require.Contains(t, string(changelog), "## ["+number+"]", "the changelog has no entry for the version")
}

// walk visits every text file of the repository.
func walk(t *testing.T, visit func(path string, data []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		if rel == ".git" && !d.IsDir() { // a linked work tree: the file names its place
			return nil
		}
		if d.IsDir() {
			if rel == ".git" || rel == "bin" || rel == "dist" {
				return filepath.SkipDir
			}
			return nil
		}
		data, err := os.ReadFile(p)
		if err == nil && bytes.IndexByte(data, 0) < 0 { // a program that was built here is no text
			visit(filepath.ToSlash(rel), data)
		}
		return err
	})
	require.NoError(t, err)
}
