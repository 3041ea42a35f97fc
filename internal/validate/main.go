// Command validate runs the cases with known answers in scenarios/validation and
// prints the exact value, the estimate and its 99.9 % interval for each.
//
//	go run ./internal/validate          all cases, with intervals of at most 2 % (5 % below 0.02)
//	go run ./internal/validate -small   much shorter runs, without that limit
//	go run ./internal/validate -only c01
//
// A value outside its interval is run once again with four times as many fresh
// replications before it counts as a miss: of the some ninety-five values one in
// eleven runs would miss by chance alone. It exits with 1 on a miss.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"ccsim/reports"
	"ccsim/scenarios"
	"ccsim/scenarios/format"
	"ccsim/sim"
	"ccsim/sim/detmath"
)

func main() {
	small := flag.Bool("small", false, "much shorter runs, for every commit")
	only := flag.String("only", "", "only the cases whose name contains this")
	dir := flag.String("dir", "scenarios/validation", "where the scenario files are")
	flag.Parse()
	v := &validator{dir: *dir, small: *small}
	fmt.Printf("%-18s %-28s %14s %14s %14s %8s  %s\n", "case", "metric", "exact", "estimate", "± 99.9 %", "± / value", "")
	for _, c := range cases {
		if !strings.Contains(c.file, *only) {
			continue
		}
		if err := v.run(c); err != nil {
			fmt.Fprintln(os.Stderr, "validate:", err)
			os.Exit(2)
		}
	}
	fmt.Printf("%d passed, %d failed\n", v.passed, v.failed)
	if v.failed > 0 || v.passed == 0 {
		os.Exit(1)
	}
}

type validator struct {
	dir            string
	small          bool
	passed, failed int
}

func (v *validator) run(c validationCase) error {
	r, err := v.simulate(c.file, 1, "")
	if err != nil {
		return err
	}
	var again *reports.Result
	for _, q := range c.values {
		ok, line := v.judge(c, q, r)
		if !ok && again == nil {
			fmt.Println(line + "  again with four times the replications:")
			if again, err = v.simulate(c.file, 4, "seed=1000001"); err != nil {
				return err
			}
		}
		if !ok {
			ok, line = v.judge(c, q, again)
		}
		fmt.Println(line)
		if ok {
			v.passed++
		} else {
			v.failed++
		}
	}
	return nil
}

// simulate runs a case with its replications times a factor.
func (v *validator) simulate(file string, factor int, change string) (*reports.Result, error) {
	src, err := scenarios.Open(filepath.Join(v.dir, file+".yaml"), nil)
	if err != nil {
		return nil, err
	}
	c, err := src.Compile()
	if err != nil {
		return nil, err
	}
	reps := c.Replications * factor
	var changes []string
	if v.small {
		reps = max(10, reps/200)
		if hours := int(c.Config.Horizon / sim.Hour); hours > 100 && len(c.Config.Failures) == 0 {
			changes = append(changes, fmt.Sprintf("horizon=%dh", hours/8))
		}
	}
	changes = append(changes, fmt.Sprintf("replications=%d", reps))
	if change != "" {
		changes = append(changes, change)
	}
	var all []format.Change
	for _, text := range changes {
		ch, err := format.ParseChange(text)
		if err != nil {
			return nil, err
		}
		all = append(all, ch)
	}
	if c, err = src.Compile(all...); err != nil {
		return nil, err
	}
	out, err := c.Run(context.Background(), scenarios.RunOptions{})
	if err != nil {
		return nil, err
	}
	for _, e := range out.Expect {
		if !e.OK {
			return nil, fmt.Errorf("%s: %s: %s", file, e.Text, e.Why)
		}
	}
	return out.Plain, nil
}

// judge compares one value with its interval.
func (v *validator) judge(c validationCase, q quantity, r *reports.Result) (bool, string) {
	estimate, half := q.of(r)
	relative := half / math.Abs(q.exact)
	narrow := 0.02
	if math.Abs(q.exact) < 0.02 {
		narrow = 0.05
	}
	inside := math.Abs(estimate-q.exact) <= half
	verdict := "ok"
	switch {
	case !inside:
		verdict = "OUTSIDE"
	case !v.small && !days[c.file] && q.exact != 0 && relative > narrow:
		verdict = fmt.Sprintf("interval wider than %g %%", narrow*100)
	}
	line := fmt.Sprintf("%-18s %-28s %14.8g %14.8g %14.3g %7.2f %%  %s", c.file, q.name, q.exact, estimate, half, relative*100, verdict)
	return verdict == "ok", line
}

// column gives the values of a metric, one for each replication: of all, or of the
// scope in brackets behind its name.
func column(r *reports.Result, metric string) []float64 {
	name, scope, given := strings.Cut(strings.TrimSuffix(metric, ")"), "(")
	if !given {
		scope = "all"
	}
	all := make([]float64, 0, len(r.Reps))
	for i := range r.Reps {
		if v, ok := r.Value(i, name, scope); ok && !math.IsNaN(v) {
			all = append(all, v)
		}
	}
	return all
}

// interval gives the mean and the half-width of its 99.9 % interval.
func interval(values []float64) (mean, half float64) {
	n := float64(len(values))
	for _, v := range values {
		mean += v / n
	}
	squares := 0.0
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	t := detmath.StudentTQuantile(0.9995, len(values)-1)
	return mean, t * math.Sqrt(squares/(n-1)/n)
}
