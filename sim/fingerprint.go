package sim

import "fmt"

// Fingerprint identifies what a run did. Facts is the sum of one hash per
// fact, so it does not depend on the order of recording and is the same in every
// mode of running. Flow rolls over every event in order and belongs to one mode.
type Fingerprint struct {
	Flow  uint64
	Facts uint64
}

// String prints both parts as hexadecimal numbers.
func (f Fingerprint) String() string { return fmt.Sprintf("flow %016x facts %016x", f.Flow, f.Facts) }

// Rung is the fingerprint of everything before a simulated time. Two runs that
// differ are compared rung by rung to find the interval in which they part.
type Rung struct {
	T  Time
	At Fingerprint
}

func (f *Fingerprint) event(e Event) {
	h := mix(uint64(e.T) ^ e.Ord*0x9e3779b97f4a7c15)
	h ^= uint64(e.Gen)<<32 | uint64(e.Arg)
	f.Flow = mix(f.Flow ^ h)
}
