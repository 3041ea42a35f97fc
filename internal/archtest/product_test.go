package archtest

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rounded are the packages whose numbers are printed or decide something, so
// that a product that is added to something must be rounded by itself.
var rounded = []string{"./sim/...", "./model/...", "./reports/...", "./scenarios/..."}

// listed is what the go command says of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// list gives packages and all that they import, with the compiled export data
// that a type checker needs.
func list(t *testing.T, patterns ...string) (all []listed) {
	t.Helper()
	args := append([]string{"list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles"}, patterns...)
	c := exec.Command("go", args...)
	c.Dir = root
	c.Stderr = os.Stderr
	out, err := c.Output()
	require.NoError(t, err)
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return all
		}
		require.NoError(t, err)
		all = append(all, p)
	}
}

// exports reads the export data of the listed packages.
func exports(files *token.FileSet, all []listed) types.Importer {
	where := map[string]string{}
	for _, p := range all {
		where[p.ImportPath] = p.Export
	}
	return importer.ForCompiler(files, "gc", func(path string) (io.ReadCloser, error) { return os.Open(where[path]) })
}

// fusible lists the places where a compiler may fuse a product with a sum, which
// rounds once instead of twice and so gives other bits on some processors.
// See "Floating-point operators" in the Go specification.
func fusible(files *token.FileSet, imports types.Importer, path string, parsed []*ast.File) ([]string, error) {
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	if _, err := (&types.Config{Importer: imports}).Check(path, files, parsed, &info); err != nil {
		return nil, err
	}
	var found []string
	note := func(n ast.Node, what string) {
		found = append(found, fmt.Sprintf("%s: %s: write float64(a*b), so that no compiler fuses it", files.Position(n.Pos()), what))
	}
	product := func(e ast.Expr) bool { return isProduct(info, e) }
	for _, f := range parsed {
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.BinaryExpr:
				switch {
				case (x.Op == token.ADD || x.Op == token.SUB) && (product(x.X) || product(x.Y)):
					note(x, "a product is added")
				case x.Op == token.MUL && (isTwo(info, x.X) && product(x.Y) || isTwo(info, x.Y) && product(x.X)):
					note(x, "twice a product is compiled as a sum")
				}
			case *ast.AssignStmt:
				if (x.Tok == token.ADD_ASSIGN || x.Tok == token.SUB_ASSIGN) && product(x.Rhs[0]) {
					note(x, "a product is added")
				}
			}
			return true
		})
	}
	return found, nil
}

// isProduct says whether an expression, without its parentheses and sign, is a
// product of floating-point numbers computed at run time.
func isProduct(info types.Info, e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return x.Op == token.SUB && isProduct(info, x.X)
	case *ast.BinaryExpr:
		v := info.Types[x]
		basic, ok := v.Type.Underlying().(*types.Basic)
		return x.Op == token.MUL && v.Value == nil && ok && basic.Info()&(types.IsFloat|types.IsComplex) != 0
	}
	return false
}

func isTwo(info types.Info, e ast.Expr) bool {
	v := info.Types[e].Value
	return v != nil && (v.Kind() == constant.Int || v.Kind() == constant.Float) && constant.Compare(v, token.EQL, constant.MakeInt64(2))
}

func TestEveryProductThatIsAddedIsRounded(t *testing.T) {
	all := list(t, rounded...)
	files := token.NewFileSet()
	imports := exports(files, all)
	seen := 0
	for _, p := range all {
		if !strings.HasPrefix(p.ImportPath, "ccsim/") {
			continue
		}
		seen++
		var parsed []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			parsed = append(parsed, f)
		}
		found, err := fusible(files, imports, p.ImportPath, parsed)
		require.NoError(t, err)
		for _, f := range found {
			t.Error(f)
		}
	}
	require.GreaterOrEqual(t, seen, 6)
}

func TestAddedProductsAreCaught(t *testing.T) {
	for expr, caught := range map[string]bool{
		"a*b + c":                    true,
		"c - a*b":                    true,
		"(a*b) + c":                  true,
		"-(a*b) + c":                 true,
		"float64(2*(a*b)) + c":       true,
		"a * b * 2":                  true,
		"float64(own(a)*own(b) + 1)": true,
		"func() float64 { c += a*b; return c }()": true,
		"func() float64 { c -= a*b; return c }()": true,
		"float64(a*b) + c":                        false,
		"float64(a*b) - float64(b*c)":             false,
		"(a + b) * c":                             false,
		"2*3 + c":                                 false,
		"float64(i*i + i)":                        false,
		"2 * a * b":                               false,
		"a*b/c + 1":                               false,
		"func() float64 { c *= a*b; return c }()": false,
	} {
		files := token.NewFileSet()
		source := "package p\ntype own float64\nfunc f(a, b, c float64, i int) float64 { return " + expr + " }"
		f, err := parser.ParseFile(files, "p.go", source, 0)
		require.NoError(t, err, expr)
		found, err := fusible(files, nil, "p", []*ast.File{f})
		require.NoError(t, err, expr)
		require.Equal(t, caught, len(found) > 0, "%s: %v", expr, found)
	}
}
