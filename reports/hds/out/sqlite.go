package out

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"ccsim/reports/hds"

	_ "modernc.org/sqlite" // the driver
)

// rowsTogether is how many rows go to a database at a time.
const rowsTogether = 5000

type sqlite struct {
	db     *sql.DB
	tx     *sql.Tx
	tables []*hds.Table
	insert []*sql.Stmt
	args   [][]any
	rows   int
	broken bool
}

func openSQLite(path string) (hds.Store, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	// The file is new and written once: if that fails, it is written again.
	for _, p := range []string{"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"} {
		if _, err := db.Exec(p); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	return &sqlite{db: db}, nil
}

// Create implements hds.Store.
func (s *sqlite) Create(tables []*hds.Table) error {
	s.tables = tables
	if err := s.begin(); err != nil {
		return err
	}
	for _, t := range tables {
		if _, err := s.tx.Exec(create(t)); err != nil {
			return s.fail(err)
		}
		s.args = append(s.args, make([]any, len(t.Columns)))
	}
	return nil
}

func (s *sqlite) begin() (err error) {
	if s.tx, err = s.db.Begin(); err != nil {
		return s.fail(err)
	}
	s.rows, s.insert = 0, make([]*sql.Stmt, len(s.tables))
	return nil
}

// Insert implements hds.Store.
func (s *sqlite) Insert(table int, row []hds.Value) error {
	t := s.tables[table]
	if s.insert[table] == nil {
		marks := strings.Repeat(", ?", len(t.Columns))[2:]
		stmt, err := s.tx.Prepare(fmt.Sprintf("INSERT INTO %s VALUES (%s)", t.Name, marks))
		if err != nil {
			return s.fail(err)
		}
		s.insert[table] = stmt
	}
	args := s.args[table]
	for i, v := range row {
		args[i] = argument(t.Columns[i].Kind, v)
	}
	if _, err := s.insert[table].Exec(args...); err != nil {
		return s.fail(err)
	}
	if s.rows++; s.rows < rowsTogether {
		return nil
	}
	if err := s.tx.Commit(); err != nil {
		return s.fail(err)
	}
	return s.begin()
}

// argument is a value for SQLite, whose moments are texts.
func argument(k hds.Kind, v hds.Value) any {
	switch {
	case v.Null:
		return nil
	case k == hds.KindText:
		return v.S
	case k == hds.KindReal:
		return v.F
	case k == hds.KindTime:
		return string(hds.AppendTime(nil, v.N))
	}
	return v.N
}

func (s *sqlite) fail(err error) error {
	s.broken = true
	return err
}

// Close implements hds.Store.
func (s *sqlite) Close() error {
	if s.broken || s.tx == nil {
		return s.db.Close()
	}
	err := s.tx.Commit()
	for _, index := range indexes {
		if err == nil {
			_, err = s.db.Exec(index)
		}
	}
	return errors.Join(err, s.db.Close())
}
