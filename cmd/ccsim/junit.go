package main

import (
	"encoding/xml"
	"strings"
)

// junitSuites is a file of test results in the form that CI servers read. It has
// no times: the same scenarios give the same bytes.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitFailure `xml:"failure,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func newJUnitCase(name string, problems []string) junitCase {
	c := junitCase{Class: "ccsim", Name: name}
	if len(problems) > 0 {
		c.Failure = &junitFailure{problems[0], strings.Join(problems, "\n")}
	}
	return c
}

// writeJUnit writes the results of a suite, whole or not at all.
func (t *tester) writeJUnit() error {
	if t.junit == "" {
		return nil
	}
	n := len(t.cases)
	data, err := xml.MarshalIndent(junitSuites{Tests: n, Failures: t.failed, Suites: []junitSuite{{"ccsim", n, t.failed, t.cases}}}, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(t.junit, append([]byte(xml.Header), append(data, '\n')...), true)
}
