// Package model is the contact center: calls and agents, the Central Controller
// and the Peripheral Gateways of both sides, CTI servers, desktops, telephony and
// the networks between them, what each of them knows, and what is lost when one of
// them leaves.
//
// A World is one run of a Config. It holds the truth (Agent, Call) and what
// processes believe of it (Record, RouterView, View) in rows without pointers;
// messages move beliefs, faults make them differ, and a loss is what the last
// holder lets go of (Holdings). Handlers change rows through a single writer each
// and state facts; they count nothing.
//
// The package promises that calls, requests for states, messages and agents' time
// are conserved after every event, that heartbeats as events and heartbeats computed
// give the same facts, and that a fork goes on like its parent. The two Routers are
// logically one, so their lists are kept once; what their synchronizers do apart is
// in central.go. docs/facts.md says what is taken as given.
package model
