package detmath

import "math"

const (
	oneBits      = 0x3ff0000000000000 // the bits of 1.0
	infBits      = 0x7ff0000000000000 // the bits of +Inf
	smallestBits = 0x0010000000000000 // the bits of the smallest normal number
	fractionMask = 1<<52 - 1

	// ln 2 in two parts; the first is a multiple of 2^-42, so that its product
	// with an exponent is exact.
	ln2Hi = 0x1.62e42fefa38p-1
	ln2Lo = 0x1.ef35793c7673p-45
)

// Log gives the natural logarithm of x with an error below 1 ulp. It is -Inf
// for zero and NaN for negative numbers.
//
// With x = 2^k m and c the nearest 1 + i/128 to m, the result is the exact sum
// k ln 2 + ln c from a table plus ln(1+r) for r = (m-c)/c, which is at most
// 1/256. The differences m-c are exact, and the table is zero at c = 1 and
// cancels at c = 2, so the relative error stays small next to x = 1.
func Log(x float64) float64 {
	b := math.Float64bits(x)
	k := -1023
	if b-smallestBits >= infBits-smallestBits {
		switch {
		case x == 0:
			return math.Inf(-1)
		case x < 0:
			return math.NaN()
		case b >= infBits:
			return x
		}
		b = math.Float64bits(x * (1 << 52))
		k -= 52
	}
	k += int(b >> 52)
	b &= fractionMask
	i := (b>>44 + 1) >> 1
	row := &logTable[i]
	r := float64((math.Float64frombits(b|oneBits) - math.Float64frombits(oneBits+i<<45)) * row.inv)

	hi := float64(float64(k)*ln2Hi) + row.hi
	lo := float64(float64(k)*ln2Lo) + row.lo
	sum := hi + r
	lo += hi - sum + r

	r2 := float64(r * r)
	p0 := float64(r*(1.0/3)) - 1.0/2
	p1 := float64(r*(1.0/5)) - 1.0/4
	p2 := float64(r*(1.0/7)) - 1.0/6
	p := p0 + float64(r2*(p1+float64(r2*p2)))
	return sum + (lo + float64(r2*p))
}

// Log1p gives the natural logarithm of 1+x with an error below 3 ulp, also for
// x so small that 1+x is 1.
//
// The rounding error of 1+x is taken back by the factor x/((1+x)-1) (D.
// Goldberg, What every computer scientist should know about floating-point
// arithmetic, ACM Computing Surveys 23, 1991, theorem 4).
func Log1p(x float64) float64 {
	u := 1 + x
	switch {
	case u == 1:
		return x
	case u <= 0 || u > math.MaxFloat64 || u != u:
		return Log(u)
	}
	return float64(Log(u) * (x / (u - 1)))
}
