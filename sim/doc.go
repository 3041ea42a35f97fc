// Package sim runs events in order.
//
// A run depends on its seed and its scenario alone: the same input gives the
// same events and the same fingerprints on every machine and every processor
// architecture. The package promises
//
//   - a total order of events (time, rank, subject, kind, the subject's own
//     sequence) that does not depend on who scheduled first, and a kernel that
//     refuses an effect before its cause;
//   - random draws that belong to things (seed, replication, purpose, entity,
//     draw number), so that a change in one place does not move the draws of
//     another;
//   - samplers with the same bits everywhere, one draw for one variate;
//   - fingerprints of what happened, with rungs to find where two runs part;
//   - limits that name the handlers of an endless cycle;
//   - state without pointers, so that a copy is a snapshot and a fork.
//
// It knows nothing of calls or agents, and has no clock, goroutine, channel,
// map, input or output. It does not run handlers: the model takes events from
// the kernel and dispatches them. It does not remove events: a timer that
// outlived its purpose is recognized by its generation. Parallelism is across
// runs, never inside one.
package sim
