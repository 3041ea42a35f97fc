package format

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func nil2utc() *time.Location { return time.UTC }

// FuzzParse feeds the reader anything: it may complain, never panic.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("../library/*.yaml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{"a: &x [*x]", "? [a]: b", "- 1\n- 2", "a: !!binary x", "<<: {a: 1}", "{", "a:\n b: |\n  c", "\"", "seed: 0x10"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Parse("fuzz.yaml", data)
		if err != nil {
			_ = err.Error()
			return
		}
		p := &Problems{}
		if doc.Decode(p) == nil {
			t.Fatal("no scenario and no error")
		}
		if err := p.Err(); err != nil {
			_ = err.Error()
		}
	})
}

// FuzzExpr does the same for expectations and probes.
func FuzzExpr(f *testing.F) {
	for _, text := range []string{"calls.lost == 0", "within(120s after crashed agent-pg-1/A, role(agent-pg-1/B) == active)", "order(cut link/private:x)", "mean(variant(a, mean_wait(b))) < 1s", "queue(a) before crashed b/A"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if e, col, err := ParseExpr(text); err == nil && e == nil || err != nil && (col < 1 || col > len(text)+1) {
			t.Fatalf("%q: %v at column %d", text, err, col)
		}
		_, _, _ = ParseProbe(text)
		_, _, _ = ParseEvent(text, text)
	})
}

// FuzzTable does the same for tables.
func FuzzTable(f *testing.F) {
	f.Add([]byte("date,start,count,talk\n20260303,08:00,5,90\n"))
	f.Add([]byte("start;count\n8:00;\"5\n"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		p := &Problems{File: "s.yaml"}
		r := OpenTable(p, Pos{}, "t.csv", data, Mapping{}, "", []string{"start", "count"}, []string{"date", "talk"})
		for r != nil {
			row, ok := r.Next()
			if !ok {
				break
			}
			_, _ = row.Seconds("start")
			_, _ = row.Count("count")
			_, _ = row.Date("date", time.UTC)
		}
		if err := p.Err(); err != nil {
			_ = err.Error()
		}
	})
}
