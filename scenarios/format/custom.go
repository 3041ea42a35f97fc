package format

import (
	"reflect"
	"strings"
	"time"
	_ "time/tzdata" // time zones on machines without them

	"github.com/goccy/go-yaml/ast"
)

func splitFields(s string) []string { return strings.Fields(s) }

// Pair is one entry of a Mapping.
type Pair struct {
	Key   Text
	Value Text
}

// Mapping is a mapping of names to texts, in the order of the file.
type Mapping struct {
	Value
	Pairs []Pair
}

// Get gives the text of a name.
func (m Mapping) Get(key string) (Text, bool) {
	for _, p := range m.Pairs {
		if p.Key.S == key {
			return p.Value, true
		}
	}
	return Text{}, false
}

func (m *Mapping) decode(d *decoder, n ast.Node) {
	m.note(d.pos(n))
	pairs, _ := d.pairs(n)
	for _, p := range pairs {
		key := Text{Value{d.pos(p.Key), true}, p.Key.GetToken().Value}
		var v Text
		if node := d.resolve(p.Value); node != nil {
			d.scalar(node, &v, "")
			m.put(key, v)
		}
	}
}

func (m *Mapping) put(key, v Text) {
	for i := range m.Pairs {
		if m.Pairs[i].Key.S == key.S {
			m.Pairs[i].Value = v
			return
		}
	}
	m.Pairs = append(m.Pairs, Pair{key, v})
}

func (m *Mapping) schema(*schemer) map[string]any {
	return map[string]any{"type": "object", "additionalProperties": map[string]any{"type": []any{"string", "number"}}}
}

// Start is the moment at which a run begins.
type Start struct {
	Value
	Time time.Time
}

var startForms = []string{"2006-01-02 15:04", "2006-01-02 15:04:05", "2006-01-02"}

func (s *Start) decode(d *decoder, n ast.Node) {
	s.note(d.pos(n))
	text, ok := scalarText(n)
	if !ok {
		d.Add(s.Pos, "expected a moment such as 2026-03-03 08:00 Europe/Vienna, found %s", nodeName(n))
		return
	}
	zone := time.UTC
	words := strings.Fields(text)
	if last := len(words) - 1; last > 0 && strings.ContainsAny(words[last], "/ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		loaded, err := time.LoadLocation(words[last])
		if err != nil {
			d.Add(s.Pos, "unknown time zone %q; use a name such as Europe/Vienna or UTC", words[last])
			return
		}
		zone, text = loaded, strings.Join(words[:last], " ")
	}
	for _, form := range startForms {
		if t, err := time.ParseInLocation(form, text, zone); err == nil {
			s.Time = t
			return
		}
	}
	d.Add(s.Pos, "%q is not a moment such as 2026-03-03 08:00 Europe/Vienna", text)
}

func (s *Start) schema(*schemer) map[string]any { return map[string]any{"type": "string"} }

// When is the moment of a timeline entry: a Clock, or a law that is drawn for
// each replication.
type When struct {
	Clock
	Dist *Dist
}

func (w *When) decode(d *decoder, n ast.Node) {
	if _, ok := scalarText(n); ok {
		d.scalar(n, &w.Clock, "")
		w.Dist = nil
		return
	}
	w.note(d.pos(n))
	w.Dist = &Dist{}
	w.Dist.decode(d, n)
}

func (w *When) schema(s *schemer) map[string]any { return (&Dist{}).schema(s) }

// Change is one value that a variant or --set puts in place of another.
type Change struct {
	Path Text
	Raw  string // as it was asked for
	node ast.Node
}

// Variant is the scenario with changes.
type Variant struct {
	Name        Text
	Changes     []Change
	Timeline    []Entry
	HasTimeline bool
}

// Variants are the variants in the order of the file.
type Variants struct {
	Value
	List []Variant
}

func (v *Variants) decode(d *decoder, n ast.Node) {
	v.note(d.pos(n))
	pairs, _ := d.pairs(n)
	for _, p := range pairs {
		one := Variant{Name: Text{Value{d.pos(p.Key), true}, p.Key.GetToken().Value}}
		parts, _ := d.pairs(d.resolveOrNull(p.Value))
		for _, part := range parts {
			one.take(d, part)
		}
		v.List = append(v.List, one)
	}
}

func (d *decoder) resolveOrNull(n ast.Node) ast.Node {
	if r := d.resolve(n); r != nil {
		return r
	}
	return &ast.NullNode{}
}

func (v *Variant) take(d *decoder, p *ast.MappingValueNode) {
	switch key := p.Key.GetToken().Value; key {
	case "timeline":
		v.HasTimeline = true
		d.value(p.Value, reflect.ValueOf(&v.Timeline).Elem(), "")
	case "set":
		pairs, _ := d.pairs(d.resolveOrNull(p.Value))
		for _, set := range pairs {
			path := Text{Value{d.pos(set.Key), true}, set.Key.GetToken().Value}
			v.Changes = append(v.Changes, Change{path, set.String(), set.Value})
		}
	default:
		d.Add(d.pos(p.Key), "unknown key %q of a variant; %s", key, Suggest(key, []string{"set", "timeline"}))
	}
}

func (v *Variants) schema(s *schemer) map[string]any {
	return map[string]any{"type": "object", "additionalProperties": map[string]any{
		"type": "object", "additionalProperties": false,
		"properties": map[string]any{
			"set":      map[string]any{"type": "object", "description": "path: value, such as report.service_level: 15s"},
			"timeline": s.typ(reflect.TypeFor[[]Entry](), ""),
		},
	}}
}
