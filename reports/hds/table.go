package hds

import (
	"math"
	"reflect"
	"strconv"

	"ccsim/sim"
)

// The types of the fields of a row. A field with the tag null:"yes" is NULL until it is
// set; the others begin with zero.
type (
	// Int is a whole number of 32 bits, or Null.
	Int int64
	// Big is a whole number of 64 bits, or Null.
	Big int64
	// Secs is a sum of durations, written in whole seconds; what is left over stays for
	// the next row.
	Secs sim.Time
	// Time is a moment of the run, or Null.
	Time sim.Time
	// Real is a number whose NaN is NULL.
	Real float64
	// Text is a text whose "" is NULL.
	Text string
)

// Null is the value of a number or moment that is NULL.
const Null = math.MinInt64

// Kind is the type of a column.
type Kind uint8

// Kinds of columns.
const (
	KindInt Kind = iota
	KindBig
	KindReal
	KindTime // on the clock of the center, to the second
	KindText
)

// Column is a column of a table.
type Column struct {
	Name string
	Kind Kind
	Null bool // may be NULL
}

// Value is what stands in one column of a row.
type Value struct {
	Null bool
	N    int64 // numbers; moments as seconds since 1970 on the clock of the center
	F    float64
	S    string
}

// Table is a table with its columns in order.
type Table struct {
	Name    string
	Columns []Column

	blank  reflect.Value
	fields []field
	key    int // columns that are filled in for every row, or -1
	zone   int
	stored int
}

// field is where the value of a column stands in its struct.
type field struct {
	path []int
	item int // of an array, or -1
	kind reflect.Type
}

var (
	typeInt  = reflect.TypeFor[Int]()
	typeBig  = reflect.TypeFor[Big]()
	typeSecs = reflect.TypeFor[Secs]()
	typeTime = reflect.TypeFor[Time]()
	typeReal = reflect.TypeFor[Real]()
	typeText = reflect.TypeFor[Text]()
)

var kinds = map[reflect.Type]Kind{typeInt: KindInt, typeSecs: KindInt, typeBig: KindBig, typeTime: KindTime, typeReal: KindReal, typeText: KindText}

// define makes the table whose rows are structs of a type.
func define[T any](name string) *Table {
	t := &Table{Name: name, blank: reflect.New(reflect.TypeFor[T]()).Elem(), key: -1, zone: -1, stored: -1}
	t.take(reflect.TypeFor[T](), nil)
	for i, c := range t.Columns {
		switch c.Name {
		case "RecoveryKey":
			t.key = i
		case "TimeZone":
			t.zone = i
		case "DbDateTime":
			t.stored = i
		}
	}
	return t
}

// take adds the fields of a struct, those of embedded ones in their place.
func (t *Table) take(typ reflect.Type, path []int) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		at := append(append([]int(nil), path...), i)
		null := f.Tag.Get("null") == "yes"
		switch {
		case f.Anonymous:
			t.take(f.Type, at)
			continue
		case f.Type.Kind() == reflect.Array:
			for n := range f.Type.Len() {
				t.column(f.Name+strconv.Itoa(n+1), field{at, n, f.Type.Elem()}, null)
			}
			continue
		}
		t.column(f.Name, field{at, -1, f.Type}, null)
	}
}

func (t *Table) column(name string, f field, null bool) {
	t.fields = append(t.fields, f)
	t.Columns = append(t.Columns, Column{name, kinds[f.kind], null || f.kind == typeText || f.kind == typeReal})
	if v := f.in(t.blank); null && v.CanInt() {
		v.SetInt(Null)
	}
}

func (f field) in(row reflect.Value) reflect.Value {
	v := row.FieldByIndex(f.path)
	if f.item >= 0 {
		v = v.Index(f.item)
	}
	return v
}

// blankRow gives a row in which nothing is set.
func blankRow[T any](t *Table) T { return t.blank.Interface().(T) }

// values reads a row. Sums of durations keep what is less than a second.
func (t *Table) values(row reflect.Value, c *clock, out []Value) {
	for i, f := range t.fields {
		v := f.in(row)
		switch f.kind {
		case typeText:
			s := v.String()
			out[i] = Value{S: s, Null: s == ""}
			continue
		case typeReal:
			x := v.Float()
			out[i] = Value{F: x, Null: math.IsNaN(x)}
			continue
		}
		n := v.Int()
		if n == Null {
			out[i] = Value{Null: true}
			continue
		}
		switch f.kind {
		case typeSecs:
			v.SetInt(n % int64(sim.Second))
			n /= int64(sim.Second)
		case typeTime:
			n = c.wall(sim.Time(n))
		}
		out[i] = Value{N: n}
	}
}

// clear begins the next row of an accumulator: counts are zero again, durations keep
// what was too short to be written, or nothing of a row that is dropped.
func (t *Table) clear(row reflect.Value, dropped bool) {
	for _, f := range t.fields {
		if v := f.in(row); f.kind == typeInt || f.kind == typeSecs && dropped {
			v.SetInt(0)
		}
	}
}

// Store takes rows. Rows of different tables come in any order; a row is not used by
// the caller for anything else before Insert is back, and only then.
type Store interface {
	Create(tables []*Table) error
	Insert(table int, row []Value) error
	Close() error
}
