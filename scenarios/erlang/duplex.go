package erlang

// Duplex is a pair of sides that fail and are repaired independently, each with
// a crew of its own, with exponential times (A. Birolini, Reliability
// Engineering: 1-out-of-2 redundancy).
type Duplex struct {
	MTTF float64 // of one side, from repaired to failed
	MTTR float64 // of one side, from failed to repaired
}

// BothDown is the long-run share of time with neither side up; it holds for
// any laws with these means.
func (d Duplex) BothDown() float64 {
	down := d.MTTR / (d.MTTF + d.MTTR)
	return float64(down * down)
}

// BothDownRate is how often a time unit neither side is up any more.
func (d Duplex) BothDownRate() float64 { return d.BothDown() / d.MeanBothDown() }

// MeanBothDown is how long that lasts: until the first of two repairs.
func (d Duplex) MeanBothDown() float64 { return d.MTTR / 2 }

// TimeToBothDown is the mean time from both up until neither is: with failure
// rate l and repair rate m, (3l + m) / 2l^2.
func (d Duplex) TimeToBothDown() float64 {
	l, m := 1/d.MTTF, 1/d.MTTR
	return (float64(3*l) + m) / float64(2*float64(l*l))
}

// Failures is how many sides fail a time unit.
func (d Duplex) Failures() float64 { return 2 / (d.MTTF + d.MTTR) }
