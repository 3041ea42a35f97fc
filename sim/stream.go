package sim

import "math/bits"

// Purpose tells what a stream of draws is for; the model owns the numbers.
type Purpose uint16

// Stream gives keyed draws.
type Stream struct{ key uint64 }

// NewStream makes the stream of one purpose in one replication.
func NewStream(seed uint64, replication uint32, p Purpose) Stream {
	return Stream{mix(mix(seed+0x9e3779b97f4a7c15) ^ mix(uint64(replication)<<16|uint64(p)))}
}

// Word gives 64 random bits.
func (s Stream) Word(entity uint64, n uint32) uint64 {
	return mix(mix(s.key^entity*0x9e3779b97f4a7c15) + uint64(n)*0xd1342543de82ef95)
}

// Uniform gives a number strictly between 0 and 1.
func (s Stream) Uniform(entity uint64, n uint32) float64 {
	return (float64(s.Word(entity, n)>>11) + 0.5) / (1 << 53)
}

// Below gives a whole number below bound.
func (s Stream) Below(bound uint64, entity uint64, n uint32) uint64 {
	hi, _ := bits.Mul64(s.Word(entity, n), bound)
	return hi
}
