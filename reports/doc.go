// Package reports turns the facts of runs into numbers, tables and stories.
//
// A Fold takes the facts of one replication, in any order and in one pass, and
// gives one value for each metric. A Result holds the values of all replications
// in the order of their index with means and intervals. The renderers print
// results; they compute nothing.
package reports
