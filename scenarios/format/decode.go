package format

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// custom is a value that is more than a scalar or a struct.
type custom interface {
	decode(d *decoder, n ast.Node)
	schema(s *schemer) map[string]any
}

type decoder struct {
	*Problems
	anchors map[string]ast.Node
	from    string // of every position, for values that do not stand in the file
	depth   int
}

const maxDepth = 40

func (d *decoder) pos(n ast.Node) Pos {
	if d.from != "" {
		return Pos{From: d.from}
	}
	t := n.GetToken()
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		t = m.Values[0].Key.GetToken()
	}
	if m, ok := n.(*ast.MappingValueNode); ok {
		t = m.Key.GetToken()
	}
	if t == nil || t.Position == nil {
		return Pos{}
	}
	return Pos{Line: t.Position.Line, Col: t.Position.Column}
}

// resolve follows anchors and aliases to the node itself.
func (d *decoder) resolve(n ast.Node) ast.Node {
	for range maxDepth {
		switch x := n.(type) {
		case *ast.AnchorNode:
			d.anchors[x.Name.GetToken().Value] = x.Value
			n = x.Value
		case *ast.AliasNode:
			target, ok := d.anchors[x.Value.GetToken().Value]
			if !ok {
				d.Add(d.pos(n), "the alias *%s names no anchor above it", x.Value.GetToken().Value)
				return nil
			}
			n = target
		case *ast.TagNode:
			d.Add(d.pos(n), "tags such as %s are not used in scenario files", x.GetToken().Value)
			return nil
		default:
			return n
		}
	}
	d.Add(d.pos(n), "an alias names itself")
	return nil
}

// value decodes a node into a Go value and notes what is wrong.
func (d *decoder) value(n ast.Node, v reflect.Value, tag reflect.StructTag) {
	d.depth++
	defer func() { d.depth-- }()
	if d.depth > maxDepth {
		d.Add(d.pos(n), "nested too deep")
		return
	}
	if n = d.resolve(n); n == nil {
		return
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	switch x := v.Addr().Interface().(type) {
	case custom:
		x.decode(d, n)
	case scalar:
		d.scalar(n, x, tag)
	default:
		if v.Kind() == reflect.Slice {
			d.list(n, v, tag)
			return
		}
		d.mapping(n, v)
	}
}

func (d *decoder) scalar(n ast.Node, x scalar, tag reflect.StructTag) {
	text, ok := scalarText(n)
	if !ok {
		d.Add(d.pos(n), "expected %s, found %s", x.unit(), nodeName(n))
		return
	}
	x.note(d.pos(n))
	if err := x.parse(text); err != nil {
		if errors.Is(err, errPlain) {
			d.Add(d.pos(n), "%q is not %s", text, x.unit())
		} else {
			d.Add(d.pos(n), "%v", err)
		}
		return
	}
	choices := strings.Fields(tag.Get("oneof"))
	if t, isText := x.(*Text); isText && len(choices) > 0 && !slices.Contains(choices, t.S) {
		d.Add(d.pos(n), "%q is not known here; %s", t.S, Suggest(t.S, choices))
	}
}

// scalarText is the text of a scalar as it stands in the file.
func scalarText(n ast.Node) (string, bool) {
	switch x := n.(type) {
	case *ast.LiteralNode:
		return x.Value.Value, true
	case *ast.NullNode, *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode:
		return "", false
	case ast.ScalarNode:
		return x.GetToken().Value, true
	}
	return "", false
}

func nodeName(n ast.Node) string {
	switch n.(type) {
	case *ast.NullNode:
		return "nothing"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	}
	return "a single value"
}

func (d *decoder) list(n ast.Node, v reflect.Value, tag reflect.StructTag) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.Add(d.pos(n), "expected a list, found %s", nodeName(n))
		return
	}
	out := reflect.MakeSlice(v.Type(), len(seq.Values), len(seq.Values))
	for i, item := range seq.Values {
		d.value(item, out.Index(i), tag)
	}
	v.Set(out)
}

// pairs gives the entries of a mapping, and notes keys that stand twice.
func (d *decoder) pairs(n ast.Node) ([]*ast.MappingValueNode, bool) {
	var values []*ast.MappingValueNode
	switch x := n.(type) {
	case *ast.MappingNode:
		values = x.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{x}
	case *ast.NullNode:
		return nil, true
	default:
		d.Add(d.pos(n), "expected a mapping, found %s", nodeName(n))
		return nil, false
	}
	seen := map[string]bool{}
	for _, v := range values {
		key := v.Key.GetToken().Value
		if seen[key] {
			d.Add(d.pos(v.Key), "the key %q stands twice", key)
		}
		seen[key] = true
	}
	return values, true
}

// field is a key of a mapping.
type field struct {
	key   string
	index int
	tag   reflect.StructTag
}

// fields lists the keys of a struct in the order of its fields.
func fields(t reflect.Type) (all []field) {
	for i := range t.NumField() {
		f := t.Field(i)
		if key := f.Tag.Get("key"); key != "" {
			all = append(all, field{key, i, f.Tag})
		}
	}
	return all
}

func keysOf(t reflect.Type) (keys []string) {
	for _, f := range fields(t) {
		keys = append(keys, f.key)
	}
	return keys
}

func (d *decoder) mapping(n ast.Node, v reflect.Value) {
	pairs, ok := d.pairs(n)
	if !ok {
		return
	}
	if note := v.FieldByName("Value"); note.IsValid() {
		note.Addr().Interface().(*Value).note(d.pos(n))
	}
	all := fields(v.Type())
	for _, p := range pairs {
		key := p.Key.GetToken().Value
		i := slices.IndexFunc(all, func(f field) bool { return f.key == key })
		if i < 0 {
			d.unknown(p, key, v.Type())
			continue
		}
		d.value(p.Value, v.Field(all[i].index), all[i].tag)
	}
}

// unknown tells a key that comes in a later version from one that nobody
// knows.
func (d *decoder) unknown(p *ast.MappingValueNode, key string, t reflect.Type) {
	if why, ok := later[t.Name()+"."+key]; ok {
		d.Add(d.pos(p.Key), "%q is not available in this version of ccsim: %s", key, why)
		return
	}
	d.Add(d.pos(p.Key), "unknown key %q; %s", key, Suggest(key, keysOf(t)))
}

// guard turns a panic of the YAML library on malformed input into an error.
func guard(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("the file cannot be read as YAML (%v)", r)
	}
}
