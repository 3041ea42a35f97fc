// Command lookalike makes the tables of the embedded scenarios: a month of a small
// bank's call center that never existed. They have the shape of such data
// (single calls, half-hour counts, staffing) and nothing else in common with any.
//
//	go run ./internal/lookalike -dir scenarios/library
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("dir", "scenarios/library", "where to write the tables")
	flag.Parse()
	for name, data := range tables() {
		if err := os.WriteFile(filepath.Join(*dir, name), data, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "lookalike:", err)
			os.Exit(1)
		}
	}
}
