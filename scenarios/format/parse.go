package format

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// MaxSize is the largest scenario file that is read, in bytes.
const MaxSize = 1 << 20

// Document is a scenario file that has been read as YAML. Each call of Decode
// gives a scenario of its own, so that variants can be changed apart.
type Document struct {
	File  string
	lines []string
	body  ast.Node
}

// Parse reads a scenario file. The error is *Errors with the position of the
// first thing that is not YAML.
func Parse(file string, data []byte) (*Document, error) {
	p := &Problems{File: file, lines: strings.Split(string(data), "\n")}
	if len(data) > MaxSize {
		p.Add(Pos{}, "the file has %d bytes; a scenario has at most %d", len(data), MaxSize)
		return nil, p.Err()
	}
	if i := strings.IndexByte(string(data), 0); i >= 0 {
		p.Add(Pos{Line: 1, Col: 1}, "this is not a text file")
		return nil, p.Err()
	}
	body, err := parseYAML(data)
	if err != nil {
		at, text := yamlError(err)
		p.Add(at, "%s", text)
		return nil, p.Err()
	}
	return &Document{File: file, lines: p.lines, body: body}, nil
}

func parseYAML(data []byte) (body ast.Node, err error) {
	defer guard(&err)
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, err
	}
	var found []ast.Node
	for _, doc := range f.Docs {
		if doc.Body != nil {
			found = append(found, doc.Body)
		}
	}
	switch {
	case len(found) == 0:
		return nil, fmt.Errorf("[1:1] the file is empty")
	case len(found) > 1:
		t := found[1].GetToken().Position
		return nil, fmt.Errorf("[%d:%d] a file holds one scenario, but here begins a second document", t.Line, t.Column)
	}
	return found[0], nil
}

var yamlPosition = regexp.MustCompile(`^\[(\d+):(\d+)\] ([^\n]*)`)

// yamlError takes the position out of the library's message.
func yamlError(err error) (Pos, string) {
	m := yamlPosition.FindStringSubmatch(err.Error())
	if m == nil {
		return Pos{Line: 1, Col: 1}, err.Error()
	}
	line, _ := strconv.Atoi(m[1])
	col, _ := strconv.Atoi(m[2])
	return Pos{Line: line, Col: col}, m[3]
}

// Decode gives the scenario of the document with changes on top. What is
// wrong is added to the problems.
func (doc *Document) Decode(p *Problems, changes ...Change) *Scenario {
	p.File, p.lines = doc.File, doc.lines
	sc := &Scenario{}
	d := &decoder{Problems: p, anchors: map[string]ast.Node{}}
	d.value(doc.body, reflect.ValueOf(sc).Elem(), "")
	for _, c := range changes {
		sc.set(d, c)
	}
	return sc
}

// ParseChange reads the argument of --set: path=value, the value in YAML.
func ParseChange(arg string) (Change, error) {
	path, text, ok := strings.Cut(arg, "=")
	if !ok || path == "" {
		return Change{}, fmt.Errorf("--set %s: write path=value, such as report.service_level=15s", arg)
	}
	node, err := parseYAML([]byte(text))
	if err != nil {
		_, what := yamlError(err)
		return Change{}, fmt.Errorf("--set %s: %s", arg, what)
	}
	return Change{Text{Value{Pos{From: "--set " + path}, true}, path}, arg, node}, nil
}

// set puts a value at a path into the scenario.
func (sc *Scenario) set(d *decoder, c Change) {
	v, tag, err := find(reflect.ValueOf(sc).Elem(), "", splitPath(c.Path.S))
	if err != nil {
		d.Add(c.Path.Pos, "%v", err)
		return
	}
	if c.Path.From != "" {
		d.from = c.Path.From
		defer func() { d.from = "" }()
	}
	if v.Kind() == reflect.Slice && !isList(c.node) {
		one := reflect.New(v.Type().Elem()).Elem()
		d.value(c.node, one, tag)
		v.Set(reflect.Append(reflect.MakeSlice(v.Type(), 0, 1), one))
		return
	}
	if v.CanAddr() {
		if m, ok := v.Addr().Interface().(*Mapping); ok {
			*m = Mapping{}
		}
	}
	d.value(c.node, v, tag)
}

func isList(n ast.Node) bool {
	_, ok := n.(*ast.SequenceNode)
	return ok
}

// splitPath cuts a.b[0].c into its parts.
func splitPath(path string) []string {
	path = strings.NewReplacer("[", ".", "]", "").Replace(path)
	return strings.Split(path, ".")
}

// find walks a path of keys, indices and names of list elements.
func find(v reflect.Value, tag reflect.StructTag, path []string) (reflect.Value, reflect.StructTag, error) {
	if len(path) == 0 {
		return v, tag, nil
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	if d, ok := v.Addr().Interface().(*Dist); ok {
		d.None = false
		v = reflect.ValueOf(&d.Params).Elem()
	}
	switch v.Kind() {
	case reflect.Slice:
		i, err := element(v, path[0])
		if err != nil {
			return v, "", err
		}
		return find(v.Index(i), tag, path[1:])
	case reflect.Struct:
		for _, f := range fields(v.Type()) {
			if f.key == path[0] {
				return find(v.Field(f.index), f.tag, path[1:])
			}
		}
		if why, ok := later[v.Type().Name()+"."+path[0]]; ok {
			return v, "", fmt.Errorf("%q is not available in this version of ccsim: %s", path[0], why)
		}
		return v, "", fmt.Errorf("the path has no %q; %s", path[0], Suggest(path[0], keysOf(v.Type())))
	}
	return v, "", fmt.Errorf("the path ends before %q", path[0])
}

// element finds a list element by its index, or by its name or type.
func element(v reflect.Value, key string) (int, error) {
	if i, err := strconv.Atoi(key); err == nil {
		if i < 0 || i >= v.Len() {
			return 0, fmt.Errorf("the list has %d elements, counted from 0: there is no %d", v.Len(), i)
		}
		return i, nil
	}
	var names []string
	for i := range v.Len() {
		for _, name := range []string{"Name", "Type"} {
			f := v.Index(i)
			if f.Kind() != reflect.Struct || !f.FieldByName(name).IsValid() {
				continue
			}
			if t, ok := f.FieldByName(name).Interface().(Text); ok && t.Set {
				if t.S == key {
					return i, nil
				}
				names = append(names, t.S)
				break
			}
		}
	}
	return 0, fmt.Errorf("the list has no %q; %s", key, Suggest(key, names))
}
