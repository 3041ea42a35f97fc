package out_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"ccsim/reports/hds"
	"ccsim/reports/hds/out"
	"ccsim/scenarios"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"
)

// written exports a scenario into a new directory.
func written(t *testing.T, c *scenarios.Compiled, form string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "tables")
	store, err := out.Open(dir, form, false)
	require.NoError(t, err)
	require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store}))
	return dir
}

// cells reads a table of a directory of CSV.
func cells(t *testing.T, dir, table string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, table+".csv"))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return rows
}

// TestAllFormsSayTheSame reads every cell of every table from CSV, SQLite and Parquet.
func TestAllFormsSayTheSame(t *testing.T) {
	c := drained(t, "campaign-during-pg-crash")
	commas, columns := written(t, c, "csv"), written(t, c, "parquet")
	db := exported(t, c, hds.AnyLogger)
	for _, table := range hds.Tables() {
		want := cells(t, commas, table.Name)
		require.Equal(t, want, fromSQLite(t, db, table), table.Name)
		require.Equal(t, want, fromParquet(t, columns, table), table.Name)
	}
}

// TestARunThatFailedLeavesNoTables: what was written goes, what was there stays.
func TestARunThatFailedLeavesNoTables(t *testing.T) {
	for _, place := range []string{"csv", "parquet", "all.db"} {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "mine.csv"), []byte("stays"), 0o600))
		at, form := dir, place
		if place == "all.db" {
			at, form = filepath.Join(dir, place), ""
		}
		store, err := out.Open(at, form, false)
		require.NoError(t, err)
		require.NoError(t, store.Create(hds.Tables()))
		require.NoError(t, store.Close())
		left, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Greater(t, len(left), 1, place)
		files, ok := store.(*out.Files)
		require.True(t, ok, place)
		require.NoError(t, files.Discard(), place)
		left, err = os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, left, 1, place)
	}
}

// header is the names of the columns.
func header(table *hds.Table) (names []string) {
	for _, c := range table.Columns {
		names = append(names, c.Name)
	}
	return names
}

func fromSQLite(t *testing.T, db *sql.DB, table *hds.Table) [][]string {
	t.Helper()
	all := [][]string{header(table)}
	rows, err := db.Query("SELECT * FROM " + table.Name + " ORDER BY rowid")
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	for rows.Next() {
		row, to := make([]any, len(table.Columns)), make([]any, len(table.Columns))
		for i := range row {
			to[i] = &row[i]
		}
		require.NoError(t, rows.Scan(to...))
		line := make([]string, len(row))
		for i, v := range row {
			switch v := v.(type) {
			case int64:
				line[i] = strconv.FormatInt(v, 10)
			case float64:
				line[i] = strconv.FormatFloat(v, 'g', -1, 64)
			case string:
				line[i] = v
			case time.Time:
				line[i] = v.Format(time.DateTime)
			}
		}
		all = append(all, line)
	}
	return all
}

func fromParquet(t *testing.T, dir string, table *hds.Table) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, table.Name+".parquet"))
	require.NoError(t, err)
	r := parquet.NewReader(bytes.NewReader(data))
	defer func() { require.NoError(t, r.Close()) }()
	var names []string
	for _, c := range r.Schema().Columns() {
		names = append(names, c[0])
	}
	require.Equal(t, header(table), names)
	all := [][]string{names}
	for rows := make([]parquet.Row, 1); ; {
		n, err := r.ReadRows(rows)
		if n == 0 {
			require.ErrorIs(t, err, io.EOF)
			return all
		}
		line := make([]string, len(names))
		for i, v := range rows[0] {
			switch {
			case v.IsNull():
			case table.Columns[i].Kind == hds.KindText:
				line[i] = string(v.ByteArray())
			case table.Columns[i].Kind == hds.KindReal:
				line[i] = strconv.FormatFloat(v.Double(), 'g', -1, 64)
			case table.Columns[i].Kind == hds.KindInt:
				line[i] = strconv.FormatInt(int64(v.Int32()), 10)
			case table.Columns[i].Kind == hds.KindTime:
				line[i] = time.UnixMilli(v.Int64()).UTC().Format(time.DateTime)
			default:
				line[i] = strconv.FormatInt(v.Int64(), 10)
			}
		}
		all = append(all, line)
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	c := drained(t, "pg-crash")
	for _, form := range out.Formats {
		dir := written(t, c, form)
		_, err := out.Open(dir, form, false)
		require.ErrorIs(t, err, out.ErrExists)
		store, err := out.Open(dir, form, true)
		require.NoError(t, err)
		require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store}))
	}
	db := filepath.Join(t.TempDir(), "a.sqlite")
	require.NoError(t, os.WriteFile(db, []byte("mine"), 0o600))
	_, err := out.Open(db, "", false)
	require.ErrorIs(t, err, out.ErrExists)
	for _, bad := range [][2]string{{"x", "xlsx"}, {"x.db", "csv"}, {"postgres://h/d", "parquet"}, {"mysql://h/d", ""}} {
		require.Error(t, out.Check(bad[0], bad[1]), bad)
	}
}

func TestAStoreThatFails(t *testing.T) {
	c := drained(t, "pg-crash")
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for _, form := range out.Formats {
		store, err := out.Open(filepath.Join(file, "below"), form, false)
		require.NoError(t, err)
		require.Error(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: store}))
	}
	full := &failing{after: 100}
	require.ErrorIs(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: full}), errFull)
	require.True(t, full.closed)
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	full = &failing{after: 1 << 30}
	require.ErrorIs(t, c.Tables(stopped, scenarios.TablesOptions{Store: full}), context.Canceled)
	require.True(t, full.closed)
}

// failing is a store that is full after some rows.
type failing struct {
	after  int
	closed bool
}

var errFull = io.ErrShortWrite

func (f *failing) Create([]*hds.Table) error { return nil }
func (f *failing) Insert(int, []hds.Value) error {
	if f.after--; f.after < 0 {
		return errFull
	}
	return nil
}
func (f *failing) Close() error { f.closed = true; return nil }
