package out

import (
	"fmt"
	"strings"

	"ccsim/reports/hds"
)

// types are the types of columns in SQL, for SQLite and PostgreSQL.
var types = map[hds.Kind]string{
	hds.KindInt: "INTEGER", hds.KindBig: "BIGINT", hds.KindReal: "DOUBLE PRECISION", hds.KindTime: "TIMESTAMP", hds.KindText: "TEXT",
}

// create gives the statement that makes a table. Names are not quoted: a query can write
// them as it likes.
func create(t *hds.Table) string {
	var columns []string
	for _, c := range t.Columns {
		not := " NOT NULL"
		if c.Null {
			not = ""
		}
		columns = append(columns, fmt.Sprintf("  %s %s%s", c.Name, types[c.Kind], not))
	}
	return fmt.Sprintf("CREATE TABLE %s (\n%s\n)", t.Name, strings.Join(columns, ",\n"))
}

// indexes are for the columns by which rows are looked up and joined.
var indexes = []string{
	"CREATE INDEX tcd_router_call ON Termination_Call_Detail (RouterCallKeyDay, RouterCallKey)",
	"CREATE INDEX rcd_router_call ON Route_Call_Detail (RouterCallKeyDay, RouterCallKey)",
}
