package detmath

import "math"

const (
	expOverflow  = 709.782712893384   // Exp is +Inf above
	expUnderflow = -745.1332191019412 // Exp is 0 below

	// ln 2 / 128 in two parts; the first is a multiple of 2^-42, so that its
	// product with a whole number of up to 18 bits is exact.
	stepHi  = 0x1.62e42fefcp-8
	stepLo  = -0x1.c610ca86c3899p-44
	perStep = 0x1.71547652b82fep+7 // 128 / ln 2
)

// Exp gives e to the power of x with an error below 0.6 ulp where the result is
// a normal number and below 1 ulp where it is smaller. It is +Inf above 709.78
// and 0 below -745.13.
//
// With k the nearest whole number to 128 x / ln 2, the result is 2^(k/128), a
// shift and a table entry, times e^r for r of at most ln 2 / 256.
func Exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	}
	kf := math.Floor(float64(x*perStep) + 0.5)
	k := int64(kf)
	r := x - float64(kf*stepHi)
	r -= float64(kf * stepLo)

	r2 := float64(r * r)
	p0 := float64(r*(1.0/6)) + 1.0/2
	p1 := float64(r*(1.0/120)) + 1.0/24
	p := r + float64(r2*(p0+float64(r2*p1)))
	row := &expTable[k&127]
	return scale(row.hi+(row.lo+float64(row.hi*p)), k>>7)
}

// scale gives y times 2^e for y near 1, rounded once.
func scale(y float64, e int64) float64 {
	switch {
	case e > 1023:
		return float64(float64(y*0x1p1023) * 2)
	case e < -1022:
		return float64(float64(y*power(e+128)) * 0x1p-128)
	}
	return float64(y * power(e))
}

// power gives 2^e for e from -1022 to 1023.
func power(e int64) float64 { return math.Float64frombits(uint64(e+1023) << 52) }
