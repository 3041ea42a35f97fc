package detmath

import "math"

// StudentTTails gives the probability that a variate of Student's t distribution
// with df degrees of freedom is further from 0 than t, on either side, with a
// relative error below 1e-10. It is NaN for df below 1.
func StudentTTails(t float64, df int) float64 {
	t = math.Abs(t)
	switch {
	case t != t || df < 1:
		return math.NaN()
	case t == 0:
		return 1
	case t > math.MaxFloat64:
		return 0
	case df > manyDegrees:
		n := float64(df) // Abramowitz and Stegun, 26.7.8
		return float64(2 * NormCDF(-float64(t*(1-1/(4*n)))/math.Sqrt(1+float64(t*t)/(2*n))))
	}
	area, _ := newStudent(float64(df)).area(Log(t), true)
	return area
}
