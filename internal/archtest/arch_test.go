// Package archtest holds the rules of ARCHITECTURE.md that a compiler does not
// know: which package may import which, and what may not stand in the packages that
// run inside a simulation.
package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
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
			continue
		}
		if pure(path) && !test && !slices.Contains(allowed, name) {
			note(i, "a package that runs inside a simulation must not import %s", name)
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
			if p, ok := x.X.(*ast.Ident); ok && p.Name == "math" && !slices.Contains(exact, x.Sel.Name) {
				note(x, "math.%s differs between processors: use sim/detmath", x.Sel.Name)
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

func TestFilesAreShortAndSpeakOfTheProjectAlone(t *testing.T) {
	// Written in parts, so that this file does not hold them itself.
	foreign := []string{"/ro" + "ot/", "/wo" + "rk/", "sha" + "red/", "/ho" + "me/"}
	walk(t, func(path string, data []byte) {
		if strings.HasSuffix(path, ".go") {
			require.LessOrEqual(t, strings.Count(string(data), "\n"), maxLines, "%s is too long: one noun a file", path)
		}
		for _, f := range foreign {
			require.NotContains(t, string(data), f, "%s names a path of one machine", path)
		}
	})
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

// walk visits every file of the repository that a person wrote.
func walk(t *testing.T, visit func(path string, data []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		if d.IsDir() {
			if rel == ".git" || rel == "bin" || rel == "dist" {
				return filepath.SkipDir
			}
			return nil
		}
		switch filepath.Ext(p) {
		case ".go", ".md", ".yaml", ".yml", ".sh", ".mod", ".story", ".txtar", "":
		default:
			return nil
		}
		data, err := os.ReadFile(p)
		if err == nil {
			visit(filepath.ToSlash(rel), data)
		}
		return err
	})
	require.NoError(t, err)
}
