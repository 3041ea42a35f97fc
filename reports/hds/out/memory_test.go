package out_test

import (
	"context"
	"path/filepath"
	"runtime"
	"testing"

	"ccsim/reports/hds"
	"ccsim/reports/hds/out"
	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

// weighed is a store that notes how much memory is in use each so many rows.
type weighed struct {
	hds.Store
	rows int
	heap []uint64
}

func (w *weighed) Insert(table int, row []hds.Value) error {
	if w.rows++; w.rows%20_000 == 0 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		w.heap = append(w.heap, m.HeapAlloc)
	}
	return w.Store.Insert(table, row)
}

// TestMemoryDoesNotGrowWithTheLength exports many hours of a busy center: what is in use
// at the end is what was in use early on. make export-day shows it for a day of 24,000
// agents.
func TestMemoryDoesNotGrowWithTheLength(t *testing.T) {
	for form, hours := range map[string]string{"csv": "16h", "parquet": "48h"} {
		c := drained(t, "busy-half-hour", "horizon="+hours, "timeline=[]")
		store, err := out.Open(filepath.Join(t.TempDir(), "tables"), form, false)
		require.NoError(t, err)
		w := &weighed{Store: store}
		require.NoError(t, c.Tables(context.Background(), scenarios.TablesOptions{Store: w}))
		n := len(w.heap)
		require.Greater(t, n, 8, "%d rows", w.rows)
		early, late := uint64(0), uint64(0)
		for i, h := range w.heap {
			if i < n/2 {
				early = max(early, h)
			} else {
				late = max(late, h)
			}
		}
		require.Less(t, float64(late), 1.1*float64(early), "%s: %v", form, w.heap)
	}
}
