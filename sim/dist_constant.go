package sim

type constant struct{ value Time }

// Constant always gives value, from 0 to MaxDraw.
func Constant(value Time) (Dist, error) {
	if err := checkSpan("value", value); err != nil {
		return invalid(err)
	}
	return newDist(constant{value}), nil
}

func (l constant) quantile(float64) float64          { return float64(l.value) }
func (l constant) moments() (mean, variance float64) { return float64(l.value), 0 }
func (l constant) String() string                    { return "constant value " + spell(l.value) }

func (l constant) below(c float64) (p, m1, m2 float64) {
	v := float64(l.value)
	if v > c {
		return 0, 0, 0
	}
	return 1, v, float64(v * v)
}
