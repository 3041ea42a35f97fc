package sim

import (
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
)

// part names one part of a key and sets it, the others being small.
type part struct {
	name string
	bits int
	word func(w word, x uint64, other uint64) uint64
}

var parts = []part{
	{"seed", 64, func(w word, x, o uint64) uint64 { return w(x, uint32(o&7), Purpose(o&3), o, uint32(o%5)) }},
	{"replication", 32, func(w word, x, o uint64) uint64 { return w(o, uint32(x), Purpose(o&3), o, uint32(o%5)) }},
	{"purpose", 16, func(w word, x, o uint64) uint64 { return w(o, uint32(o&7), Purpose(x), o, uint32(o%5)) }},
	{"entity", 64, func(w word, x, o uint64) uint64 { return w(o, uint32(o&7), Purpose(o&3), x, uint32(o%5)) }},
	{"draw", 32, func(w word, x, o uint64) uint64 { return w(o, uint32(o&7), Purpose(o&3), o, uint32(x)) }},
}

// Each bit of each part of the key turns each bit of the word in half of the
// cases, also from small consecutive values.
func TestAvalanche(t *testing.T) {
	const n = 4000
	for _, g := range generators {
		for _, p := range parts {
			for in := range p.bits {
				var turned [64]int
				for x := range uint64(n) {
					d := p.word(g.word, x, x>>4) ^ p.word(g.word, x^1<<in, x>>4)
					for out := range 64 {
						turned[out] += int(d >> out & 1)
					}
				}
				for out, c := range turned {
					// 64*208 cells: seven deviations are beyond chance.
					require.InDelta(t, n/2, c, 7*math.Sqrt(n)/2, "%s: bit %d of the %s on bit %d", g.name, in, p.name, out)
				}
			}
		}
	}
}

// The bytes of words of consecutive keys are uniform, and so are the pairs of
// corresponding bytes of neighbors in every part of the key.
func TestUniformAndUncorrelatedNeighbors(t *testing.T) {
	const n = 1 << 18
	for _, g := range generators {
		for _, p := range parts {
			var single [256]int
			pairs := make([]int, 1<<16)
			sum, product := 0.0, 0.0
			span := uint64(1)<<min(p.bits, 18) - 1
			for x := range uint64(n) {
				a := p.word(g.word, x&span, x>>16)
				b := p.word(g.word, (x+1)&span, x>>16)
				ab, bb := bytesOf(a), bytesOf(b)
				single[ab[x%8]]++
				pairs[int(ab[x%8])<<8|int(bb[x%8])]++
				u, v := float64(a>>11)/(1<<53)-0.5, float64(b>>11)/(1<<53)-0.5
				sum += u
				product += u * v
			}
			require.InDelta(t, 0, chiSquare(single[:], n), 6, "%s: bytes along the %s", g.name, p.name)
			require.InDelta(t, 0, chiSquare(pairs, n), 6, "%s: pairs along the %s", g.name, p.name)
			require.InDelta(t, 0, sum, 5*math.Sqrt(n/12.0), "%s: mean along the %s", g.name, p.name)
			require.InDelta(t, 0, product, 5*math.Sqrt(n)/12, "%s: correlation along the %s", g.name, p.name)
		}
	}
}

// chiSquare gives the statistic of equal cells as a normal deviate.
func chiSquare(cells []int, n int) float64 {
	want := float64(n) / float64(len(cells))
	sum := 0.0
	for _, c := range cells {
		sum += (float64(c) - want) * (float64(c) - want) / want
	}
	df := float64(len(cells) - 1)
	return (sum - df) / math.Sqrt(2*df)
}

// Ours and the reference agree in the moments of the uniform numbers.
func TestMomentsAgreeWithPhilox(t *testing.T) {
	const n = 400_000
	for _, g := range generators {
		var m [5]float64
		for i := range uint64(n) {
			u := float64(g.word(1, 2, 3, i/8, uint32(i%8))>>11) / (1 << 53)
			for k, x := 1, u; k <= 4; k, x = k+1, x*u {
				m[k] += x / n
			}
		}
		for k := 1.0; k <= 4; k++ {
			deviation := math.Sqrt((1/(2*k+1) - 1/((k+1)*(k+1))) / n)
			require.InDelta(t, 1/(k+1), m[int(k)], 5*deviation, "%s: moment %v", g.name, k)
		}
	}
}

// Half a million words of small neighboring keys are all different, and no two
// entities' sequences overlap, which would repeat a word.
func TestNoCollisions(t *testing.T) {
	seen := make(map[uint64]struct{}, 1<<20)
	count := 0
	for seed := range uint64(8) {
		for replication := range uint32(8) {
			for purpose := range Purpose(8) {
				s := NewStream(seed, replication, purpose)
				for entity := range uint64(64) {
					for n := range uint32(16) {
						seen[s.Word(entity, n)] = struct{}{}
						count++
					}
				}
			}
		}
	}
	require.Len(t, seen, count)
}

// The keys of one seed differ, and no stream is another one with its entities
// shifted or exchanged.
func TestStreamsAreNotShiftedCopies(t *testing.T) {
	first := NewStream(1, 0, 0)
	words := make(map[uint64]struct{})
	for e := range uint64(10_000) {
		words[first.Word(e, 0)] = struct{}{}
	}
	keys := map[uint64]struct{}{first.key: {}}
	for i := uint64(1); i < 3000; i++ {
		s := NewStream(1, uint32(i>>4), Purpose(i&15))
		keys[s.key] = struct{}{}
		for e := range uint64(50) {
			_, repeated := words[s.Word(e, 0)]
			require.False(t, repeated, "stream %d, entity %d", i, e)
		}
	}
	require.Len(t, keys, 3000)
}

// Uniform never gives 0 or 1, not even for the words of all zeros and all ones.
func TestUniformStaysInside(t *testing.T) {
	s := NewStream(5, 6, 7)
	for i := range uint64(200_000) {
		u := s.Uniform(i, 1)
		require.True(t, u > 0 && u < 1)
		require.Equal(t, u, 1-(1-u), "1-u is exact")
	}
	require.Equal(t, 0x1p-53, Stream{0}.Uniform(0, 0))
	all := Stream{unmix(unmix(math.MaxUint64))}
	require.Equal(t, uint64(math.MaxUint64), all.Word(0, 0))
	require.Equal(t, 1-0x1p-53, all.Uniform(0, 0))
	require.Equal(t, uint64(9), all.Below(10, 0, 0))
	require.Equal(t, uint64(0), Stream{0}.Below(10, 0, 0))
}

// unmix undoes mix by undoing its steps from the last to the first.
func unmix(x uint64) uint64 {
	x = x ^ x>>31 ^ x>>62
	x *= inverse(0x94d049bb133111eb)
	x = x ^ x>>27 ^ x>>54
	x *= inverse(0xbf58476d1ce4e5b9)
	return x ^ x>>30 ^ x>>60
}

// inverse gives the inverse of an odd number modulo 2^64: each step doubles the
// number of correct bits.
func inverse(a uint64) uint64 {
	x := a
	for range 6 {
		x *= 2 - a*x
	}
	return x
}

func TestUnmix(t *testing.T) {
	for i := range uint64(1000) {
		require.Equal(t, i, unmix(mix(i)))
	}
}

func TestBelow(t *testing.T) {
	s := NewStream(1, 1, 1)
	require.Zero(t, s.Below(0, 1, 1))
	for _, bound := range []uint64{1, 2, 3, 10, 1000} {
		cells := make([]int, bound)
		for i := range uint64(100_000) {
			cells[s.Below(bound, i, 3)]++
		}
		if bound > 1 {
			require.InDelta(t, 0, chiSquare(cells, 100_000), 6, "bound %d", bound)
		}
	}
	hi, _ := bits.Mul64(s.Word(3, 4), math.MaxUint64)
	require.Equal(t, hi, s.Below(math.MaxUint64, 3, 4))
}

// The key of a draw is part of every result: it must not change.
func TestGoldenWords(t *testing.T) {
	h := uint64(0)
	for i := range uint64(10_000) {
		h = mix(h ^ NewStream(i, uint32(i%100), Purpose(i%10)).Word(i*i, uint32(i%7)))
	}
	require.Equal(t, uint64(0xf79306d2e74a4ac0), h)
}

func BenchmarkUniform(b *testing.B) {
	s := NewStream(1, 1, 1)
	n := uint64(0)
	for b.Loop() {
		n++
		s.Uniform(n, 0)
	}
}
