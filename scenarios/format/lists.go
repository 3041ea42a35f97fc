package format

import "github.com/goccy/go-yaml/ast"

// ListPair is one entry of Lists.
type ListPair struct {
	Key   Text
	Items []Text
}

// Lists is a mapping of names to lists of texts, in the order of the file. A single
// text is a list of one.
type Lists struct {
	Value
	Pairs []ListPair
}

func (l *Lists) decode(d *decoder, n ast.Node) {
	l.note(d.pos(n))
	l.Pairs = nil // a change replaces what the file says
	pairs, _ := d.pairs(n)
	for _, p := range pairs {
		one := ListPair{Key: Text{Value{d.pos(p.Key), true}, p.Key.GetToken().Value}}
		nodes := []ast.Node{d.resolve(p.Value)}
		if seq, ok := nodes[0].(*ast.SequenceNode); ok {
			nodes = seq.Values
		}
		for _, node := range nodes {
			if node = d.resolve(node); node != nil {
				var t Text
				d.scalar(node, &t, "")
				one.Items = append(one.Items, t)
			}
		}
		l.Pairs = append(l.Pairs, one)
	}
}

func (l *Lists) schema(*schemer) map[string]any {
	text := map[string]any{"type": "string"}
	return map[string]any{"type": "object", "additionalProperties": map[string]any{
		"anyOf": []any{text, map[string]any{"type": "array", "items": text}},
	}}
}
