package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// quote is a block of a page that repeats what a command prints: the comment that
// names the command, and below it a fenced block or a table.
type quote struct {
	command
	slow     bool // takes more than a few seconds: left out of the tests of every commit
	from, to int  // the lines of the block, without its fences
}

// marker names the command. What is measured on a machine, or takes very long, is
// marked as written by hand, with what measures it.
var marker = regexp.MustCompile(`^<!-- (slow: |by hand: )?(.+) -->$`)

// find gives the quotes of a page. Every fenced block without a language is one.
func find(lines []string) (all []quote, err error) {
	for i := 0; i < len(lines); i++ {
		if !strings.HasPrefix(lines[i], "```") {
			if q, ok, err := table(lines, i); err != nil {
				return nil, err
			} else if ok {
				all = append(all, q)
			}
			continue
		}
		end := i + 1
		for end < len(lines) && !strings.HasPrefix(lines[end], "```") {
			end++
		}
		q, ok, err := fenced(lines, i)
		if err != nil {
			return nil, err
		}
		if ok {
			q.from, q.to = i+1, end
			all = append(all, q)
		}
		i = end
	}
	return all, nil
}

// fenced reads the comment above a fenced block. A block without a language needs one.
func fenced(lines []string, at int) (quote, bool, error) {
	var above string
	if at > 0 {
		above = lines[at-1]
	}
	m := marker.FindStringSubmatch(above)
	switch {
	case m == nil && lines[at] == "```":
		return quote{}, false, fmt.Errorf("line %d: a block that quotes an output stands under <!-- ccsim ... -->; another says its language", at+1)
	case m == nil || m[1] == "by hand: ":
		return quote{}, false, nil
	}
	c, err := parse(m[2])
	return quote{command: c, slow: m[1] != ""}, true, err
}

// table is the quote of a table whose comment stands in a line.
func table(lines []string, at int) (quote, bool, error) {
	m := marker.FindStringSubmatch(lines[at])
	if m == nil || at+1 == len(lines) {
		return quote{}, false, nil
	}
	to := at + 1
	for to < len(lines) && strings.HasPrefix(lines[to], "|") {
		to++
	}
	switch {
	case to == at+1 && strings.HasPrefix(lines[at+1], "```"):
		return quote{}, false, nil
	case to == at+1:
		return quote{}, false, fmt.Errorf("line %d: no block and no table under the comment", at+1)
	}
	c, err := parse(m[2])
	return quote{command: c, slow: m[1] != "", from: at + 1, to: to}, true, err
}

// pages are the documents that may quote, of a repository.
func pages(root string) ([]string, error) {
	docs, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	return append([]string{filepath.Join(root, "README.md")}, docs...), err
}

// renewed is a page with its quotes as the commands print them now, and the first
// line of each that was not so.
func renewed(file, ccsim, root string, slow bool) (text string, stale []int, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", nil, err
	}
	lines := strings.Split(string(data), "\n")
	quotes, err := find(lines)
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, q := range slices.Backward(quotes) {
		if q.slow && !slow {
			continue
		}
		now, err := q.output(ccsim, root)
		if err != nil {
			return "", nil, fmt.Errorf("%s:%d: %w", file, q.from, err)
		}
		if !slices.Equal(now, lines[q.from:q.to]) {
			stale = append(stale, q.from)
			lines = slices.Replace(lines, q.from, q.to, now...)
		}
	}
	return strings.Join(lines, "\n"), stale, nil
}
