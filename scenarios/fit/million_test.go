package fit

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"
)

// million is the look-alike week again and again with later dates: 1,002,496 calls.
func million(b *testing.B) []byte {
	data, err := os.ReadFile("../library/look-alike-calls.csv")
	if err != nil {
		b.Fatal(err)
	}
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	out := bytes.NewBuffer(append(bytes.Clone(head), '\n'))
	rows := bytes.Split(bytes.TrimSpace(rest), []byte("\n"))
	for week := range 128 {
		for _, row := range rows {
			day, err := time.Parse("20060102", string(row[:8]))
			if err != nil {
				b.Fatal(err)
			}
			fmt.Fprintf(out, "%s%s\n", day.AddDate(0, 0, 7*week).Format("20060102"), row[8:])
		}
	}
	return out.Bytes()
}

// BenchmarkMillion measures reading and fitting a million calls:
//
//	go test -run '^$' -bench Million -benchtime 1x ./scenarios/fit
func BenchmarkMillion(b *testing.B) {
	data := million(b)
	for b.Loop() {
		start := time.Now()
		d, err := Read("million.csv", data, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "s/read")
		b.ReportMetric(float64(len(d.Calls)), "calls")
		start = time.Now()
		f := Estimate(d, There)
		b.ReportMetric(time.Since(start).Seconds(), "s/estimate")
		f.Write("million.yaml", Week)
	}
}
