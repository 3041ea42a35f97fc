package format

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"
)

// GroupSkill is a skill group of agents: its name, or a mapping of the name and the
// talk time of its calls with these agents.
type GroupSkill struct {
	Value
	Name Text
	Talk *Dist
}

// groupSkill is the long form.
type groupSkill struct {
	Name Text  `key:"name" doc:"skill group"`
	Talk *Dist `key:"talk" doc:"talk time of its calls with these agents, instead of the call's own"`
}

func (g *GroupSkill) decode(d *decoder, n ast.Node) {
	g.note(d.pos(n))
	if _, ok := scalarText(n); ok {
		d.scalar(n, &g.Name, "")
		return
	}
	var long groupSkill
	d.mapping(n, reflect.ValueOf(&long).Elem())
	g.Name, g.Talk = long.Name, long.Talk
	if !g.Name.Set {
		d.Add(g.Pos, "a skill of agents needs its name, such as {name: support, talk: {dist: exponential, mean: 75s}}")
	}
}

func (g *GroupSkill) schema(s *schemer) map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": []any{"string", "number"}},
		s.object(reflect.TypeFor[groupSkill](), []string{"name"}),
	}}
}
