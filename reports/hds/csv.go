package hds

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// CSV writes each table into a file of comma-separated values in a directory. NULL is
// an empty cell.
func CSV(dir string) Store { return &csvStore{dir: dir} }

type csvStore struct {
	dir     string
	files   []io.WriteCloser
	buffers []*bufio.Writer
	tables  []*Table
	line    []byte
}

// Create implements Store.
func (s *csvStore) Create(tables []*Table) error {
	s.tables = tables
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	for _, t := range tables {
		f, err := os.Create(filepath.Join(s.dir, t.Name+".csv"))
		if err != nil {
			return errors.Join(err, s.Close())
		}
		s.files = append(s.files, f)
		b := bufio.NewWriterSize(f, 1<<16)
		s.buffers = append(s.buffers, b)
		names := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			names[i] = c.Name
		}
		if _, err := fmt.Fprintln(b, strings.Join(names, ",")); err != nil {
			return errors.Join(err, s.Close())
		}
	}
	return nil
}

// Insert implements Store.
func (s *csvStore) Insert(table int, row []Value) error {
	line := s.line[:0]
	for i, v := range row {
		if i > 0 {
			line = append(line, ',')
		}
		if !v.Null {
			line = appendCell(line, s.tables[table].Columns[i].Kind, v)
		}
	}
	s.line = append(line, '\n')
	_, err := s.buffers[table].Write(s.line)
	return err
}

func appendCell(line []byte, k Kind, v Value) []byte {
	switch k {
	case KindText:
		if strings.ContainsAny(v.S, ",\"\r\n") {
			return append(append(append(line, '"'), strings.ReplaceAll(v.S, `"`, `""`)...), '"')
		}
		return append(line, v.S...)
	case KindReal:
		return strconv.AppendFloat(line, v.F, 'g', -1, 64)
	case KindTime:
		return AppendTime(line, v.N)
	}
	return strconv.AppendInt(line, v.N, 10)
}

// AppendTime writes a moment as databases do.
func AppendTime(to []byte, seconds int64) []byte {
	return time.Unix(seconds, 0).UTC().AppendFormat(to, time.DateTime)
}

// Close implements Store.
func (s *csvStore) Close() error {
	var errs []error
	for i, f := range s.files {
		if i < len(s.buffers) {
			errs = append(errs, s.buffers[i].Flush())
		}
		errs = append(errs, f.Close())
	}
	s.files, s.buffers = nil, nil
	return errors.Join(errs...)
}
