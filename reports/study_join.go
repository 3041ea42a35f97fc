package reports

import (
	"slices"
	"strings"
)

// JoinStudies puts several studies of a scenario on one page: each answer is told at
// the top, and how sure it is where its part begins.
func JoinStudies(command string, all ...*Study) *Study {
	out := *all[0]
	out.Kind, out.Command = "capacity", command
	out.Lines, out.Parts, out.Rests, out.Repeat = nil, nil, nil, nil
	var about []string
	for i, s := range all {
		about = append(about, strings.TrimPrefix(s.Kind, "capacity --")+": "+s.About)
		if i > 0 {
			out.Lines = append(out.Lines, s.Headline)
		}
		parts := slices.Clone(s.Parts)
		if len(parts) > 0 {
			parts[0].Sub = strings.TrimSpace(strings.Join(append(slices.Clone(s.Lines), parts[0].Sub), " "))
		}
		out.Parts = append(out.Parts, parts...)
		out.Rests = addNew(out.Rests, s.Rests)
		out.Repeat = addNew(out.Repeat, s.Repeat)
	}
	out.About = strings.Join(about, "; ")
	return &out
}

// addNew adds the lines that are not there yet.
func addNew(list, more []string) []string {
	for _, line := range more {
		if !slices.Contains(list, line) {
			list = append(list, line)
		}
	}
	return list
}
