// Command quotes makes anew what README.md and docs/ quote of the outputs of ccsim.
// A quote stands under a comment that names its command:
//
//	<!-- ccsim run pg-crash --story | head -n 5 -->
//	<!-- slow: ccsim capacity plan-a-patch --plan | head -n 3 -->
//	<!-- ccsim compare maintenance-at-ten | sed -n '/^Differences/,/^$/p' -->
//
// and is a fenced block or a table.
//
//	go run ./internal/quotes -ccsim bin/ccsim          writes all of them
//	go run ./internal/quotes -ccsim bin/ccsim -check   writes nothing, and fails where one is stale
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	ccsim := flag.String("ccsim", "bin/ccsim", "the command that is quoted")
	check := flag.Bool("check", false, "write nothing, and fail where a quote is stale")
	fast := flag.Bool("fast", false, "leave the slow ones out")
	flag.Parse()
	if err := renew(*ccsim, *check, !*fast); err != nil {
		fmt.Fprintln(os.Stderr, "quotes:", err)
		os.Exit(1)
	}
}

// renew makes the quotes of all pages anew.
func renew(ccsim string, check, slow bool) error {
	ccsim, err := filepath.Abs(ccsim)
	if err != nil {
		return err
	}
	all, err := pages(".")
	if err != nil {
		return err
	}
	bad := 0
	for _, file := range all {
		text, stale, err := renewed(file, ccsim, ".", slow)
		if err != nil {
			return err
		}
		for _, line := range stale {
			fmt.Printf("%s:%d: the quote is stale\n", file, line)
		}
		bad += len(stale)
		if check || len(stale) == 0 {
			continue
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
	}
	if check && bad > 0 {
		return fmt.Errorf("%d quotes are stale: make docs", bad)
	}
	return nil
}
