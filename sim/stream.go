package sim

import "math/bits"

// Purpose tells what a stream of draws is for; the model owns the numbers.
type Purpose uint16

// Stream gives random draws by key instead of by position: a draw depends on
// the seed, the replication, the purpose, the entity it belongs to and its
// number there, and on nothing that was drawn before. A call keeps its talk time
// and its patience whatever else happens, so that two runs that differ by one
// fault can be compared call by call. A Stream is a plain value without state.
//
// The draws are a hash of the key by two finalizers of SplitMix64 with odd
// multipliers for the parts (the multiplier of draw numbers is from G. Steele
// and S. Vigna, Computationally easy, spectrally good multipliers for
// congruential pseudorandom number generators, 2022). They serve simulation, not
// secrecy.
type Stream struct{ key uint64 }

const (
	entityStep = 0x9e3779b97f4a7c15
	drawStep   = 0xd1342543de82ef95
)

// NewStream makes the stream of one purpose in one replication. Streams of one
// seed that differ in replication or purpose have different keys.
func NewStream(seed uint64, replication uint32, p Purpose) Stream {
	return Stream{mix(mix(seed+entityStep) ^ mix(uint64(replication)<<16|uint64(p)))}
}

// Word gives 64 random bits. The entity goes in by exclusive or: by addition
// the entities of one stream would be those of another, shifted.
func (s Stream) Word(entity uint64, n uint32) uint64 {
	return mix(mix(s.key^entity*entityStep) + uint64(n)*drawStep)
}

// Uniform gives one of the 2^52 numbers (k + 1/2) 2^-52, all exact in a float64:
// strictly between 0 and 1, and u is as likely as 1-u. With one bit more the
// largest would round to 1.
func (s Stream) Uniform(entity uint64, n uint32) float64 {
	return (float64(int64(s.Word(entity, n)>>12)) + 0.5) / (1 << 52)
}

// Below gives a whole number from 0 to bound-1, each with a probability that is
// exact to 2^-64, and 0 for a bound of 0.
func (s Stream) Below(bound, entity uint64, n uint32) uint64 {
	hi, _ := bits.Mul64(s.Word(entity, n), bound)
	return hi
}
