package out

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"ccsim/reports/hds"

	"github.com/jackc/pgx/v5"
)

// postgres copies rows table by table, some thousands at a time: a connection can copy
// into one table only.
type postgres struct {
	ctx    context.Context
	conn   *pgx.Conn
	tx     pgx.Tx
	tables []*hds.Table
	names  [][]string
	rows   [][][]any
	force  bool
	broken bool
}

// patience is how long a server has to answer a connection.
const patience = 10 * time.Second

func openPostgres(url string, force bool) (hds.Store, error) {
	ctx := context.Background()
	wait, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	conn, err := pgx.Connect(wait, url)
	if err != nil {
		return nil, err
	}
	return &postgres{ctx: ctx, conn: conn, force: force}, nil
}

// Create implements hds.Store. Everything is one transaction: whoever reads meanwhile
// sees all rows, or none.
func (p *postgres) Create(tables []*hds.Table) (err error) {
	p.tables, p.rows = tables, make([][][]any, len(tables))
	if p.tx, err = p.conn.Begin(p.ctx); err != nil {
		return p.fail(err)
	}
	for _, t := range tables {
		var names []string
		for _, c := range t.Columns {
			names = append(names, strings.ToLower(c.Name))
		}
		p.names = append(p.names, names)
		if p.force {
			if _, err := p.tx.Exec(p.ctx, "DROP TABLE IF EXISTS "+t.Name); err != nil {
				return p.fail(err)
			}
		} else if err := p.there(t); err != nil {
			return p.fail(err)
		}
		if _, err := p.tx.Exec(p.ctx, create(t)); err != nil {
			return p.fail(err)
		}
	}
	return nil
}

func (p *postgres) there(t *hds.Table) error {
	var there bool
	if err := p.tx.QueryRow(p.ctx, "SELECT to_regclass($1) IS NOT NULL", t.Name).Scan(&there); err != nil {
		return err
	}
	if there {
		return fmt.Errorf("the table %s %w", t.Name, ErrExists)
	}
	return nil
}

// Insert implements hds.Store.
func (p *postgres) Insert(table int, row []hds.Value) error {
	args := make([]any, len(row))
	for i, v := range row {
		args[i] = argument(p.tables[table].Columns[i].Kind, v)
		if k := p.tables[table].Columns[i].Kind; !v.Null && k == hds.KindTime {
			args[i] = time.Unix(v.N, 0).UTC()
		}
	}
	p.rows[table] = append(p.rows[table], args)
	if len(p.rows[table]) < rowsTogether {
		return nil
	}
	return p.copy(table)
}

func (p *postgres) copy(table int) error {
	if len(p.rows[table]) == 0 {
		return nil
	}
	name := pgx.Identifier{strings.ToLower(p.tables[table].Name)}
	if _, err := p.tx.CopyFrom(p.ctx, name, p.names[table], pgx.CopyFromRows(p.rows[table])); err != nil {
		return p.fail(err)
	}
	p.rows[table] = p.rows[table][:0]
	return nil
}

func (p *postgres) fail(err error) error {
	p.broken = true
	return err
}

// Close implements hds.Store.
func (p *postgres) Close() error {
	if p.broken || p.tx == nil {
		return p.conn.Close(p.ctx) // and the server takes back what was written
	}
	var err error
	for t := range p.tables {
		if err == nil {
			err = p.copy(t)
		}
	}
	for _, index := range indexes {
		if err == nil {
			_, err = p.tx.Exec(p.ctx, index)
		}
	}
	if err == nil {
		err = p.tx.Commit(p.ctx)
	}
	return errors.Join(err, p.conn.Close(p.ctx))
}
