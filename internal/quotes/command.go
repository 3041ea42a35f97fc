package main

import (
	"encoding/csv"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// command is what a quote is made by: ccsim with arguments and parts of its output.
// It is written as in a shell, so that a reader can paste it, but no shell runs it:
//
//	ccsim ARGUMENT ... [| PART ...]
//
// An argument with spaces stands in double quotes.
type command struct {
	args  []string
	parts []part
}

// part takes some of the lines of an output.
type part func(lines []string) []string

var (
	head   = regexp.MustCompile(`^head -n (\d+)$`)
	tail   = regexp.MustCompile(`^tail -n (\d+)$`)
	titled = regexp.MustCompile(`^sed -n '/\^([^/\\]+)/,/\^\$/p'$`)
)

// parse reads a command.
func parse(text string) (command, error) {
	stages := strings.Split(text, " | ")
	r := csv.NewReader(strings.NewReader(stages[0]))
	r.Comma = ' '
	words, err := r.Read()
	if err != nil || words[0] != "ccsim" {
		return command{}, fmt.Errorf("%q: a quote is made by ccsim ARGUMENT ... [| PART ...]", text)
	}
	c := command{args: words[1:]}
	for _, stage := range stages[1:] {
		p, err := parsePart(stage)
		if err != nil {
			return command{}, err
		}
		c.parts = append(c.parts, p)
	}
	return c, nil
}

// parsePart reads what takes some of the lines.
func parsePart(text string) (part, error) {
	if m := head.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return func(lines []string) []string { return first(lines, n) }, nil
	}
	if m := tail.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return func(lines []string) []string { return lines[max(0, len(lines)-n):] }, nil
	}
	if m := titled.FindStringSubmatch(text); m != nil {
		return func(lines []string) []string { return paragraph(lines, m[1]) }, nil
	}
	return nil, fmt.Errorf("%q: a part is head -n N, tail -n N or sed -n '/^TITLE/,/^$/p'", text)
}

// first is the first lines. Where there are more, the last of them says so.
func first(lines []string, n int) []string {
	if n >= len(lines) {
		return lines
	}
	return append(slices.Clone(lines[:n]), "...")
}

// paragraph is the lines from the first that begins with a title to the next
// empty one.
func paragraph(lines []string, title string) []string {
	from := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, title) })
	if from < 0 {
		return nil
	}
	if n := slices.Index(lines[from:], ""); n >= 0 {
		return lines[from : from+n]
	}
	return lines[from:]
}

// output runs a command in a directory and gives the lines that are quoted.
func (c command) output(ccsim, dir string) ([]string, error) {
	run := exec.Command(ccsim, c.args...)
	run.Dir = dir
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("ccsim %s: %w", strings.Join(c.args, " "), err)
	}
	lines := c.take(string(out))
	if len(lines) == 0 {
		return nil, fmt.Errorf("ccsim %s: nothing of its output is quoted", strings.Join(c.args, " "))
	}
	return lines, nil
}

// take gives the lines of an output that are quoted, without spaces at their ends.
func (c command) take(out string) []string {
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	for _, p := range c.parts {
		lines = p(lines)
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
