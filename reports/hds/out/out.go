// Package out opens the databases and files to which the tables of reporting systems
// are written.
package out

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ccsim/reports/hds"
)

// Formats are the forms of files that are not databases.
var Formats = []string{"csv", "parquet"}

// Check tells what is wrong with a place or a form before anything is run.
func Check(place, format string) error {
	switch {
	case format != "" && format != "csv" && format != "parquet":
		return fmt.Errorf("unknown form of tables %q: use %s", format, strings.Join(Formats, " or "))
	case format != "" && (isPostgres(place) || isSQLite(place)):
		return fmt.Errorf("--tables-format is for a directory, but %s is a database", place)
	case strings.Contains(place, "://") && !isPostgres(place):
		return fmt.Errorf("tables go to a directory, to a SQLite file such as day.db, or to a URL of PostgreSQL such as postgres://user@host/database, not to %q", place)
	}
	return nil
}

// Open opens a place for tables: a URL of PostgreSQL, a file of SQLite whose name ends
// in .db or .sqlite, or a directory for files of a form. What is there already is
// replaced only by force.
func Open(place, format string, force bool) (hds.Store, error) {
	if err := Check(place, format); err != nil {
		return nil, err
	}
	switch {
	case isPostgres(place):
		return openPostgres(place, force)
	case isSQLite(place):
		if err := free(place, force); err != nil {
			return nil, err
		}
		store, err := openSQLite(place)
		if err != nil {
			return nil, err
		}
		return &Files{Store: store, name: func(string) string { return place }}, nil
	}
	extension := ".csv"
	if format == "parquet" {
		extension = ".parquet"
	}
	if err := free(filepath.Join(place, "Termination_Call_Detail"+extension), force); err != nil {
		return nil, err
	}
	store := hds.CSV(place)
	if format == "parquet" {
		store = openParquet(place)
	}
	return &Files{Store: store, name: func(table string) string { return filepath.Join(place, table+extension) }}, nil
}

// Files are tables that stand in files. What a run that failed has written of them can
// be taken away again.
type Files struct {
	hds.Store
	name func(table string) string
	made []string
}

// Create implements hds.Store.
func (f *Files) Create(tables []*hds.Table) error {
	for _, t := range tables {
		f.made = append(f.made, f.name(t.Name))
	}
	return f.Store.Create(tables)
}

// Discard removes the files that were made, after they are closed: a half-written
// table looks like one of a quiet day.
func (f *Files) Discard() error {
	var all error
	for _, name := range f.made {
		if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

func isPostgres(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

func isSQLite(place string) bool {
	e := filepath.Ext(place)
	return e == ".db" || e == ".sqlite" || e == ".sqlite3"
}

// ErrExists means that something would be overwritten.
var ErrExists = errors.New("exists; use --force to overwrite it")

// free makes room for a file.
func free(path string, force bool) error {
	_, err := os.Stat(path)
	switch {
	case err != nil:
		return nil //nolint:nilerr // nothing is there, or opening it says what is wrong
	case !force:
		return fmt.Errorf("%s %w", path, ErrExists)
	}
	return os.Remove(path)
}
