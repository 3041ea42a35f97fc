package format

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"
)

// Retry says who calls again, and when.
type Retry struct {
	Value
	Probability Share `key:"probability" doc:"of those who hung up, left at once, found no line or were cut off"`
	After       *Dist `key:"after" doc:"until they call again"`
}

// Announce tells callers who have to wait how long it will take.
type Announce struct {
	Value
	Handling Duration `key:"handling" doc:"mean handle time of the estimate (calls waiting + 1) x handling / agents at work (default: the mean talk time)"`
	Above    Duration `key:"above" doc:"told only if the estimate is longer (default 0s)"`
	Callers  Text     `key:"callers" oneof:"leave stay" doc:"who has less patience than the estimate leaves at once, or stays all the same (default leave)"`
	Patience Share    `key:"patience" doc:"patience of those who stay, in percent of what it was (default 100%)"`
}

// Open are opening hours.
type Open struct {
	Value
	Hours []Hours `key:"hours" doc:"when calls are taken, on every day of the run"`
	Close Text    `key:"at_close" oneof:"keep send_away" doc:"who waits when the center closes goes on waiting, over night too (default), or is sent away"`
}

// Hours is a stretch of the day.
type Hours struct {
	Value
	From Clock  `key:"from" doc:"begin"`
	To   Clock  `key:"to" doc:"end"`
	Days []Text `key:"days" oneof:"Mon Tue Wed Thu Fri Sat Sun" doc:"days of the week (default all)"`
}

// Factor is a law of a factor: its parameters are plain numbers.
type Factor struct {
	Dist
}

// factorParams are the parameters of the laws of factors.
type factorParams struct {
	Family   Text  `key:"dist" oneof:"constant uniform exponential erlang gamma lognormal hyperexponential normal triangular weibull loglogistic pareto" doc:"family"`
	Constant Float `key:"value" doc:"of constant"`
	Mean     Float `key:"mean" doc:"mean"`
	CV       Float `key:"cv" doc:"coefficient of variation: standard deviation / mean"`
	SD       Float `key:"sd" doc:"of normal: standard deviation"`
	Min      Float `key:"min" doc:"of uniform, triangular and pareto"`
	Max      Float `key:"max" doc:"of uniform and triangular"`
	Mode     Float `key:"mode" doc:"of triangular: the usual value"`
	Median   Float `key:"median" doc:"of loglogistic"`
	K        Int   `key:"k" doc:"of erlang: number of phases"`
	Shape    Float `key:"shape" doc:"of gamma, weibull, loglogistic and pareto"`
	Cap      Float `key:"cap" doc:"larger values become this"`
}

func (x *Factor) decode(d *decoder, n ast.Node) {
	x.note(d.pos(n))
	var p factorParams
	if _, ok := scalarText(n); ok {
		d.scalar(n, &p.Constant, "")
		p.Family = Text{Value{x.Pos, true}, "constant"}
	} else {
		d.mapping(n, reflect.ValueOf(&p).Elem())
	}
	x.Family = p.Family
	x.Params = DistParams{Family: p.Family, CV: p.CV, K: p.K, Shape: p.Shape}
	for _, f := range []struct {
		from Float
		to   *Duration
	}{{p.Constant, &x.Params.Constant}, {p.Mean, &x.Params.Mean}, {p.SD, &x.Params.SD}, {p.Min, &x.Params.Min}, {p.Max, &x.Params.Max},
		{p.Mode, &x.Params.Mode}, {p.Median, &x.Params.Median}, {p.Cap, &x.Params.Cap}} {
		if f.from.F < 0 || f.from.F > 1000 {
			d.Add(f.from.Pos, "a factor is a number from 0 to 1000")
			f.from.F = 1
		}
		*f.to = Duration{f.from.Value, int64(float64(f.from.F*1e9) + 0.5)}
	}
	if !x.Family.Set {
		d.Add(x.Pos, "a law needs its family, such as {dist: gamma, mean: 1, shape: 400}, or write a bare number")
		return
	}
	if _, ok := scalarText(n); !ok {
		x.check(d, n)
	}
}

func (x *Factor) schema(s *schemer) map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": "number", "description": "a bare number for a constant"},
		s.object(reflect.TypeFor[factorParams](), []string{"dist"}),
	}}
}
