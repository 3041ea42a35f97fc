package out

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"reflect"

	"ccsim/reports/hds"

	"github.com/parquet-go/parquet-go"
)

// rowGroup is how many rows a Parquet file keeps in memory before it writes them.
const rowGroup = 50_000

// parquets writes each table into a Parquet file in a directory.
type parquets struct {
	dir   string
	files []*parquetFile
}

type parquetFile struct {
	file   *os.File
	buffer *bufio.Writer
	to     *parquet.GenericWriter[any]
	table  *hds.Table
	row    []parquet.Row
}

func openParquet(dir string) hds.Store { return &parquets{dir: dir} }

// Create implements hds.Store.
func (p *parquets) Create(tables []*hds.Table) error {
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return err
	}
	for _, t := range tables {
		f, err := os.Create(filepath.Join(p.dir, t.Name+".parquet"))
		if err != nil {
			return errors.Join(err, p.Close())
		}
		b := bufio.NewWriterSize(f, 1<<16)
		w := parquet.NewGenericWriter[any](b, schema(t), parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(rowGroup), parquet.CreatedBy("ccsim", "1", ""))
		p.files = append(p.files, &parquetFile{file: f, buffer: b, to: w, table: t, row: []parquet.Row{make(parquet.Row, len(t.Columns))}})
	}
	return nil
}

// schema describes a table. It is made of a struct, because a group of the library puts
// its columns in the order of the alphabet.
func schema(t *hds.Table) *parquet.Schema {
	var fields []reflect.StructField
	for _, c := range t.Columns {
		tag, typ := c.Name, reflect.TypeFor[int64]()
		switch c.Kind {
		case hds.KindInt:
			typ = reflect.TypeFor[int32]()
		case hds.KindReal:
			typ = reflect.TypeFor[float64]()
		case hds.KindText:
			typ = reflect.TypeFor[string]()
			tag += ",dict"
		case hds.KindTime:
			tag += ",timestamp(millisecond:local)"
		}
		if c.Null {
			tag += ",optional"
		}
		fields = append(fields, reflect.StructField{Name: c.Name, Type: typ, Tag: reflect.StructTag(`parquet:"` + tag + `"`)})
	}
	return parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// Insert implements hds.Store.
func (p *parquets) Insert(table int, row []hds.Value) error {
	f := p.files[table]
	for i, v := range row {
		c := &f.table.Columns[i]
		f.row[0][i] = cell(c, i, v)
	}
	_, err := f.to.WriteRows(f.row)
	return err
}

func cell(c *hds.Column, i int, v hds.Value) parquet.Value {
	if v.Null {
		return parquet.NullValue().Level(0, 0, i)
	}
	level := 0
	if c.Null {
		level = 1
	}
	var x parquet.Value
	switch c.Kind {
	case hds.KindInt:
		x = parquet.Int32Value(int32(v.N))
	case hds.KindReal:
		x = parquet.DoubleValue(v.F)
	case hds.KindText:
		x = parquet.ByteArrayValue([]byte(v.S))
	case hds.KindTime:
		x = parquet.Int64Value(v.N * 1000)
	default:
		x = parquet.Int64Value(v.N)
	}
	return x.Level(0, level, i)
}

// Close implements hds.Store.
func (p *parquets) Close() error {
	var errs []error
	for _, f := range p.files {
		errs = append(errs, f.to.Close(), f.buffer.Flush(), f.file.Close())
	}
	p.files = nil
	return errors.Join(errs...)
}
