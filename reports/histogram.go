package reports

import (
	"math/bits"

	"ccsim/sim"
)

// histogram counts spans in buckets whose width is at most 1/512 of their
// value, so that a quantile is exact to 0.2 %. Counts are integers: the order of
// adding does not matter.
type histogram struct {
	counts []uint32
	n      int64
}

const mantissa = 9

func bucket(v int64) int {
	if v < 1<<mantissa {
		return int(v)
	}
	shift := bits.Len64(uint64(v)) - 1 - mantissa
	return (shift+1)<<mantissa + int(v>>shift) - 1<<mantissa
}

// value is the middle of a bucket.
func value(b int) float64 {
	if b < 1<<mantissa {
		return float64(b)
	}
	shift := b>>mantissa - 1
	low := int64(b&(1<<mantissa-1)+1<<mantissa) << shift
	return float64(low + int64(1)<<shift>>1)
}

func (h *histogram) add(t sim.Time) {
	b := bucket(int64(max(t, 0)))
	if n := len(h.counts); b >= n {
		h.counts = append(h.counts, make([]uint32, b+1-n)...)
	}
	h.counts[b]++
	h.n++
}

// quantile gives the smallest bucket that holds at least the share q of all
// values, in seconds.
func (h *histogram) quantile(q float64) float64 {
	if h.n == 0 {
		return missing
	}
	need := int64(float64(q * float64(h.n)))
	seen := int64(0)
	for b, c := range h.counts {
		seen += int64(c)
		if seen > need {
			return value(b) / 1e9
		}
	}
	return value(len(h.counts)-1) / 1e9
}
