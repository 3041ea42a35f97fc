package sim

import (
	"encoding/binary"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
)

// philox is Philox4x32-10 (J. Salmon, M. Moraes, R. Dror, D. Shaw, Parallel
// random numbers: as easy as 1, 2, 3, SC11), an independent generator by key
// to compare ours with.
func philox(counter [4]uint32, key [2]uint32) [4]uint32 {
	for range 10 {
		hi0, lo0 := bits.Mul32(0xd2511f53, counter[0])
		hi1, lo1 := bits.Mul32(0xcd9e8d57, counter[2])
		counter = [4]uint32{hi1 ^ counter[1] ^ key[0], lo1, hi0 ^ counter[3] ^ key[1], lo0}
		key[0] += 0x9e3779b9
		key[1] += 0xbb67ae85
	}
	return counter
}

// philoxWord is Word of the reference.
func philoxWord(seed uint64, replication uint32, p Purpose, entity uint64, n uint32) uint64 {
	out := philox(
		[4]uint32{uint32(entity), uint32(entity >> 32), n, uint32(p)},
		[2]uint32{uint32(seed), uint32(seed>>32) ^ bits.RotateLeft32(replication, 16)},
	)
	return uint64(out[0])<<32 | uint64(out[1])
}

// The known answers are those of the file kat_vectors of Random123
// (https://github.com/DEShawResearch/random123).
func TestPhiloxKnownAnswers(t *testing.T) {
	ones := ^uint32(0)
	require.Equal(t, [4]uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, philox([4]uint32{}, [2]uint32{}))
	require.Equal(t, [4]uint32{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
		philox([4]uint32{ones, ones, ones, ones}, [2]uint32{ones, ones}))
	require.Equal(t, [4]uint32{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
		philox([4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, [2]uint32{0xa4093822, 0x299f31d0}))
}

// ourWord is Word with all parts of its key as arguments.
func ourWord(seed uint64, replication uint32, p Purpose, entity uint64, n uint32) uint64 {
	return NewStream(seed, replication, p).Word(entity, n)
}

type word func(seed uint64, replication uint32, p Purpose, entity uint64, n uint32) uint64

var generators = []struct {
	name string
	word word
}{{"ours", ourWord}, {"philox", philoxWord}}

func bytesOf(w uint64) [8]byte {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], w)
	return b
}
