// Package scenarios turns scenario files into runs: it loads and compiles
// them, holds the embedded library, runs replications in parallel and evaluates
// expectations.
//
// A result depends on the scenario, its input files, the seed and the version
// alone. Replications run side by side and are merged in the order of their
// index, so the number of workers changes nothing but the time.
package scenarios
