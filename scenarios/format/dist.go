package format

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Dist is a law of durations: a family with its parameters, a bare duration
// for a constant, or none.
type Dist struct {
	Value
	None   bool
	Family Text
	Params DistParams
}

// DistParams are the parameters of all families.
type DistParams struct {
	Value
	Family        Text       `key:"dist" oneof:"constant uniform exponential erlang gamma lognormal hyperexponential empirical normal triangular weibull loglogistic pareto" doc:"family"`
	Constant      Duration   `key:"value" doc:"of constant"`
	Mean          Duration   `key:"mean" doc:"mean"`
	CV            Float      `key:"cv" doc:"coefficient of variation: standard deviation / mean"`
	SD            Duration   `key:"sd" doc:"of normal: standard deviation"`
	Min           Duration   `key:"min" doc:"of uniform, triangular and pareto"`
	Max           Duration   `key:"max" doc:"of uniform and triangular"`
	Mode          Duration   `key:"mode" doc:"of triangular: the usual value"`
	Median        Duration   `key:"median" doc:"of loglogistic"`
	K             Int        `key:"k" doc:"of erlang: number of phases"`
	Shape         Float      `key:"shape" doc:"of gamma, weibull, loglogistic and pareto"`
	Probabilities []Share    `key:"probabilities" doc:"of hyperexponential"`
	Means         []Duration `key:"means" doc:"of hyperexponential"`
	File          Text       `key:"file" doc:"of empirical: a file with one duration a line"`
	Cap           Duration   `key:"cap" doc:"larger values become this"`
}

// familyKeys says which parameters a family takes.
var familyKeys = map[string]string{
	"constant": "value", "uniform": "min max", "exponential": "mean", "erlang": "k mean", "gamma": "mean shape cv",
	"lognormal": "mean cv", "hyperexponential": "mean cv probabilities means", "empirical": "file",
	"normal": "mean sd cv", "triangular": "min mode max", "weibull": "mean shape", "loglogistic": "median mean shape", "pareto": "min shape",
}

func (x *Dist) decode(d *decoder, n ast.Node) {
	x.note(d.pos(n))
	if text, ok := scalarText(n); ok {
		if text == "none" {
			x.None = true
			return
		}
		x.None = false
		x.Params = DistParams{Family: Text{Value{x.Pos, true}, "constant"}}
		d.scalar(n, &x.Params.Constant, "")
		x.Family = x.Params.Family
		return
	}
	x.None = false
	x.Params = DistParams{}
	d.mapping(n, reflect.ValueOf(&x.Params).Elem())
	x.Family = x.Params.Family
	if !x.Family.Set {
		d.Add(x.Pos, "a law needs its family, such as {dist: exponential, mean: 30s}, or write a bare duration")
		return
	}
	x.check(d, n)
}

// needs are the parameters without which a family says nothing; a bar separates
// alternatives.
var needs = map[string]string{
	"constant": "value", "uniform": "min max", "exponential": "mean", "erlang": "k mean", "gamma": "mean shape|cv",
	"lognormal": "mean cv", "hyperexponential": "mean|means cv|probabilities", "empirical": "file",
	"normal": "mean sd|cv", "triangular": "min mode max", "weibull": "mean shape", "loglogistic": "median|mean shape", "pareto": "min shape",
}

// check refuses parameters that the family does not take, and their lack.
func (x *Dist) check(d *decoder, n ast.Node) {
	takes, known := familyKeys[x.Family.S]
	pairs, _ := d.pairs(n)
	given := map[string]bool{}
	for _, p := range pairs {
		given[p.Key.GetToken().Value] = true
	}
	for _, need := range splitFields(needs[x.Family.S]) {
		if !slices.ContainsFunc(strings.Split(need, "|"), func(k string) bool { return given[k] }) {
			d.Add(x.Pos, "%s needs %s", x.Family.S, strings.ReplaceAll(need, "|", " or "))
		}
	}
	for _, p := range pairs {
		key := p.Key.GetToken().Value
		if known && key != "dist" && key != "cap" && !contains(takes, key) && hasKey(reflect.TypeFor[DistParams](), key) {
			d.Add(d.pos(p.Key), "%s takes no %q; it takes %s", x.Family.S, key, takes)
		}
	}
}

func (x *Dist) schema(s *schemer) map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": "string", "description": "a bare duration for a constant, or none"},
		s.object(reflect.TypeFor[DistParams](), []string{"dist"}),
	}}
}

func contains(words, word string) bool {
	for _, w := range splitFields(words) {
		if w == word {
			return true
		}
	}
	return false
}

func hasKey(t reflect.Type, key string) bool {
	for _, k := range keysOf(t) {
		if k == key {
			return true
		}
	}
	return false
}
