package format

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// schemer writes the JSON Schema of the Go types.
type schemer struct{}

// Schema is the JSON Schema (draft 2020-12) of scenario files, as editors
// understand it. It is made from the same types as the decoder.
func Schema() []byte {
	s := &schemer{}
	root := s.object(reflect.TypeFor[Scenario](), []string{"apiVersion", "name", "horizon"})
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "ccsim scenario"
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic(err) // maps of plain values always encode
	}
	return b.Bytes()
}

func (s *schemer) object(t reflect.Type, required []string) map[string]any {
	props := map[string]any{}
	for _, f := range fields(t) {
		p := s.typ(t.Field(f.index).Type, f.tag)
		if doc := f.tag.Get("doc"); doc != "" {
			p["description"] = doc
		}
		props[f.key] = p
	}
	o := map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

func (s *schemer) typ(t reflect.Type, tag reflect.StructTag) map[string]any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch x := reflect.New(t).Interface().(type) {
	case custom:
		return x.schema(s)
	case *Int:
		return map[string]any{"type": "integer"}
	case *Float:
		return map[string]any{"type": "number"}
	case *Bool:
		return map[string]any{"type": "boolean"}
	case *Limit:
		return map[string]any{"anyOf": []any{map[string]any{"type": "integer", "minimum": 0}, map[string]any{"const": "none"}}}
	case *Share, *Precision:
		return map[string]any{"type": []any{"string", "number"}}
	case *Text:
		if choices := strings.Fields(tag.Get("oneof")); len(choices) > 0 {
			return map[string]any{"enum": oneOf(choices)}
		}
		return map[string]any{"type": []any{"string", "number"}}
	case scalar:
		return map[string]any{"type": []any{"string", "integer"}}
	}
	if t.Kind() == reflect.Slice {
		items := s.typ(t.Elem(), tag)
		return map[string]any{"type": "array", "items": items}
	}
	return s.object(t, nil)
}

// oneOf lists the words that a text may be; what looks like a number may be
// written as one.
func oneOf(choices []string) (all []any) {
	for _, c := range choices {
		all = append(all, c)
		if n, err := strconv.Atoi(c); err == nil {
			all = append(all, n)
		}
	}
	return all
}
