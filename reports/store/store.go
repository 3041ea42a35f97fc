// Package store keeps reports of runs in a database, so that they are found again.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"time"

	"ccsim/reports"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver of PostgreSQL
	_ "modernc.org/sqlite"             // the driver of SQLite
)

// Run is a stored run.
type Run struct {
	ID, Scenario, Seed string
	Replications       int
	Version            string
	Stored             string // moment in UTC; in no report
}

// Metric is a metric of the plain scenario of a stored run; NULL where it has no number.
type Metric struct {
	Name, Scope, Unit string
	Value, Half       sql.NullFloat64
}

// Store is an open database.
type Store struct {
	db       *sql.DB
	numbered bool // placeholders are $1, not ?
}

// patience is how long a server has to answer a connection, and how long who writes to a
// SQLite file waits for another who does.
const patience = 10 * time.Second

// writing is the key of PostgreSQL's advisory lock under which one writes at a time: two
// who make the tables, or store the same run, would be in each other's way.
const writing = 0x63637369

// schema is the same in SQLite and PostgreSQL.
var schema = []string{
	`CREATE TABLE IF NOT EXISTS ccsim_run (id TEXT PRIMARY KEY, scenario TEXT NOT NULL, seed TEXT NOT NULL,
  replications INTEGER NOT NULL, version TEXT NOT NULL, stored_at TEXT NOT NULL)`,
	`CREATE TABLE IF NOT EXISTS ccsim_report (run TEXT NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, form))`,
	`CREATE TABLE IF NOT EXISTS ccsim_metric (run TEXT NOT NULL, n INTEGER NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL,
  unit TEXT NOT NULL, value DOUBLE PRECISION, half_width DOUBLE PRECISION, PRIMARY KEY (run, n))`,
}

// Open opens the store at a file or a postgres:// URL. Unless create is set, a file must
// be there.
func Open(ctx context.Context, place string, create bool) (*Store, error) {
	driver := "sqlite"
	numbered := strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
	if numbered {
		driver = "pgx"
	} else if _, err := os.Stat(place); err != nil && !create {
		return nil, fmt.Errorf("no store at %s: ccsim run --store %s makes one", place, place)
	}
	if !numbered && strings.Contains(place, "?") {
		return nil, fmt.Errorf("store %s: a SQLite file cannot have a question mark in its name", place)
	}
	db, err := sql.Open(driver, source(place, numbered))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	s := &Store{db, numbered}
	if err := s.tables(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", place, err), db.Close())
	}
	return s, nil
}

// source is a place as its driver wants it. Who finds a SQLite file locked waits.
func source(place string, numbered bool) string {
	if numbered {
		return place
	}
	return fmt.Sprintf("%s?_pragma=busy_timeout(%d)", place, patience.Milliseconds())
}

// tables makes those of the schema that are not there.
func (s *Store) tables(ctx context.Context) error {
	wait, cancel := context.WithTimeout(ctx, 2*patience)
	defer cancel()
	return s.alone(wait, func(tx *sql.Tx) error {
		for _, q := range schema {
			if _, err := tx.ExecContext(wait, q); err != nil {
				return err
			}
		}
		return nil
	})
}

// alone does all of something or nothing, and nobody else writes meanwhile.
func (s *Store) alone(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if s.numbered {
		_, err = tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", writing)
	}
	if err == nil {
		err = do(tx)
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// query writes the placeholders as the database wants them.
func (s *Store) query(q string) string {
	for n := 1; s.numbered && strings.Contains(q, "?"); n++ {
		q = strings.Replace(q, "?", fmt.Sprintf("$%d", n), 1)
	}
	return q
}

func null(v float64) sql.NullFloat64 {
	return sql.NullFloat64{Float64: v, Valid: !math.IsNaN(v) && !math.IsInf(v, 0)}
}

// Put stores a report in its forms; one with the same id is replaced.
func (s *Store) Put(ctx context.Context, r *reports.Report, forms map[string][]byte, now time.Time) error {
	return s.alone(ctx, func(tx *sql.Tx) error { return s.put(ctx, tx, r, forms, now) })
}

func (s *Store) put(ctx context.Context, tx *sql.Tx, r *reports.Report, forms map[string][]byte, now time.Time) error {
	id := r.Run.ID
	for _, q := range []string{"DELETE FROM ccsim_run WHERE id = ?", "DELETE FROM ccsim_report WHERE run = ?", "DELETE FROM ccsim_metric WHERE run = ?"} {
		if _, err := tx.ExecContext(ctx, s.query(q), id); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, s.query("INSERT INTO ccsim_run VALUES (?, ?, ?, ?, ?, ?)"), id, r.Run.Scenario,
		fmt.Sprint(r.Run.Seed), r.Run.Replications, r.Run.Version, now.UTC().Format("2006-01-02 15:04:05.000"))
	if err != nil {
		return err
	}
	for form, body := range forms {
		if _, err := tx.ExecContext(ctx, s.query("INSERT INTO ccsim_report VALUES (?, ?, ?)"), id, form, string(body)); err != nil {
			return err
		}
	}
	for i := range r.Plain.Stats {
		m := &r.Plain.Stats[i]
		_, err := tx.ExecContext(ctx, s.query("INSERT INTO ccsim_metric VALUES (?, ?, ?, ?, ?, ?, ?)"), id, i, m.Name, m.Scope, m.Unit,
			null(m.Mean), null(m.HalfWidth(0.95)))
		if err != nil {
			return err
		}
	}
	return nil
}

// Runs lists the runs, newest first.
func (s *Store) Runs(ctx context.Context) (all []Run, err error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, scenario, seed, replications, version, stored_at FROM ccsim_run ORDER BY stored_at DESC, id")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var r Run
		if err := rows.Scan(&r.ID, &r.Scenario, &r.Seed, &r.Replications, &r.Version, &r.Stored); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

// Find gives the run with an id, the start of one, or the name of a scenario.
func (s *Store) Find(ctx context.Context, name string) (*Run, error) {
	all, err := s.Runs(ctx)
	if err != nil {
		return nil, err
	}
	var found []Run
	for _, r := range all {
		if r.ID == name {
			return &r, nil
		}
		if name != "" && (r.Scenario == name || strings.HasPrefix(r.ID, name)) {
			found = append(found, r)
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("no run %q in the store; ccsim runs list shows all", name)
	case 1:
		return &found[0], nil
	}
	text := fmt.Sprintf("%q fits %d runs; name one:", name, len(found))
	for _, r := range found {
		text += fmt.Sprintf("\n  %s  %s  seed %s  %s", r.ID, r.Scenario, r.Seed, r.Stored)
	}
	return nil, errors.New(text)
}

// Report gives a report in one of its forms, the bytes that were stored.
func (s *Store) Report(ctx context.Context, id, form string) (body []byte, err error) {
	err = s.db.QueryRowContext(ctx, s.query("SELECT body FROM ccsim_report WHERE run = ? AND form = ?"), id, form).Scan(&body)
	return body, err
}

// Metrics gives the metrics of a run in the order of its report.
func (s *Store) Metrics(ctx context.Context, id string) (all []Metric, err error) {
	rows, err := s.db.QueryContext(ctx, s.query("SELECT name, scope, unit, value, half_width FROM ccsim_metric WHERE run = ? ORDER BY n"), id)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var m Metric
		if err := rows.Scan(&m.Name, &m.Scope, &m.Unit, &m.Value, &m.Half); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, rows.Err()
}

// Difference is what the second metric is above the first. The runs are taken as
// independent: the squares of the half-widths add up.
func Difference(a, b Metric) (value, half sql.NullFloat64) {
	if a.Value.Valid && b.Value.Valid {
		value = null(b.Value.Float64 - a.Value.Float64)
	}
	if value.Valid && a.Half.Valid && b.Half.Valid {
		half = null(math.Hypot(a.Half.Float64, b.Half.Float64))
	}
	return value, half
}
