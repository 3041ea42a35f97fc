// Package fit estimates a scenario from a table of calls: arrivals per interval and
// day of the week, times by several laws, patience from waits that an answer cut
// short, agents from those who were seen. It says what a table does not tell, and
// compares what the scenario gives with what happened.
package fit
