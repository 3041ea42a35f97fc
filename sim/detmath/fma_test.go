package detmath

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// fused matches the instructions that multiply and add with one rounding, in
// the assembler's names: FMADDD, FNMSUB, VFMADD231SD, WFMADB and so on.
var fused = regexp.MustCompile(`\t[VW]?FN?M(ADD|SUB|AD|SD|A|S)(132|213|231)?[SDB]*\t`)

// compile gives the assembly of packages for one architecture.
func compile(t *testing.T, arch []string, dir string, packages ...string) string {
	t.Helper()
	c := exec.Command("go", append([]string{"build", "-gcflags=-S"}, packages...)...)
	c.Dir = dir
	c.Env = append(append(os.Environ(), "GOOS=linux", "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "GOTOOLCHAIN=local"), arch...)
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s: %s", arch, out)
	return string(out)
}

var fusing = [][]string{
	{"GOARCH=arm64"}, {"GOARCH=riscv64"}, {"GOARCH=s390x"}, {"GOARCH=ppc64le"}, {"GOARCH=amd64", "GOAMD64=v3"},
}

// TestNothingIsFused compiles the packages that run inside a simulation for
// the architectures whose compilers fuse, and looks for fused instructions.
func TestNothingIsFused(t *testing.T) {
	for _, arch := range fusing {
		t.Run(strings.Join(arch, " "), func(t *testing.T) {
			out := compile(t, arch, "../..", "./sim/...", "./model", "./reports/...", "./scenarios")
			require.Contains(t, out, "ccsim/sim/detmath.Log STEXT", "the listing is incomplete")
			for _, line := range strings.Split(out, "\n") {
				if fused.MatchString(line) {
					t.Error(line)
				}
			}
		})
	}
}

// TestFusedIsFound makes sure that the search would find what it looks for.
func TestFusedIsFound(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(dir+"/go.mod", []byte("module fusible\n\ngo 1.26\n"), 0o644))
	source := "package fusible\n\nfunc Add(a, b, c float64) float64 { return a*b + c }\n\n" +
		"func Sub(a, b, c float64) float64 { return a*b - c }\n\nfunc Neg(a, b, c float64) float64 { return c - a*b }\n"
	require.NoError(t, os.WriteFile(dir+"/fusible.go", []byte(source), 0o644))
	for _, arch := range fusing {
		t.Run(strings.Join(arch, " "), func(t *testing.T) {
			require.Regexp(t, fused, compile(t, arch, dir, "."))
		})
	}
}
