package sim

// FactKind tells what a fact states; the model owns the numbers.
type FactKind uint16

// Fact is one thing that happened. What has a duration is recorded when it
// ends, with the duration as Value, so that facts may be folded in any order.
// Subject is the thing's own number (never a slot), Cause the lever at the head
// of the chain that led here (0: the workload).
type Fact struct {
	T       Time
	Value   int64
	Kind    FactKind
	Subject uint32
	Aux     uint32
	Cause   uint32
}

// Sink takes facts as they are recorded. It must not change the run.
type Sink interface {
	Record(f Fact)
}

// hash gives the fact's share of the facts fingerprint.
func (f Fact) hash() uint64 {
	h := mix(uint64(f.T) ^ 0x9e3779b97f4a7c15)
	h = mix(h ^ uint64(f.Value))
	h = mix(h ^ uint64(f.Kind)<<32 ^ uint64(f.Subject))
	return mix(h ^ uint64(f.Aux)<<32 ^ uint64(f.Cause))
}

// mix is the finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood, Fast
// splittable pseudorandom number generators, OOPSLA 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
