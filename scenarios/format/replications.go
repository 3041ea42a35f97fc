package format

import (
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Replications is how many independent runs there are: a number, or a rule
// that ends them when the intervals of some metrics are narrow enough.
type Replications struct {
	Value
	N         int64
	Min       Int       `key:"min" doc:"at least so many (default 10)"`
	Max       Int       `key:"max" doc:"at most so many (default 1000)"`
	Precision Precision `key:"precision" doc:"half-width of the 95 % interval: a share of the value such as 5%, or in the unit of the metric, such as 0.01 or 2s"`
	Of        []Text    `key:"of" doc:"metrics that must be so precise, such as abandonment_rate or mean_wait(sales)"`
}

// HasRule tells whether the runs end by a rule.
func (r *Replications) HasRule() bool {
	return r.Min.Set || r.Max.Set || r.Precision.Set || len(r.Of) > 0
}

func (r *Replications) decode(d *decoder, n ast.Node) {
	if _, ok := scalarText(n); ok {
		var i Int
		d.scalar(n, &i, "")
		*r = Replications{Value: i.Value, N: i.N}
		return
	}
	d.mapping(n, reflect.ValueOf(r).Elem())
}

func (r *Replications) schema(s *schemer) map[string]any {
	return map[string]any{"anyOf": []any{map[string]any{"type": "integer"}, s.object(reflect.TypeFor[Replications](), []string{"precision", "of"})}}
}

// Precision is a half-width: a share of the value, or a size in its unit.
type Precision struct {
	Value
	Width    float64
	Relative bool
}

func (p *Precision) parse(s string) error {
	number, percent := strings.CutSuffix(s, "%")
	if ns, err := ParseDuration(s); err == nil && ns > 0 {
		p.Width, p.Relative = float64(ns)/1e9, false
		return nil
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(f > 0) || math.IsInf(f, 0) {
		return errPlain
	}
	p.Width, p.Relative = f, percent
	if percent {
		p.Width /= 100
	}
	return nil
}

func (p *Precision) unit() string {
	return "a precision above 0: a share of the value such as 5%, or in the unit of the metric, such as 0.01 or 2s"
}
