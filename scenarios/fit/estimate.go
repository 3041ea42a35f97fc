package fit

import (
	"cmp"
	"math"
	"slices"

	"ccsim/sim"

	"gonum.org/v1/gonum/optimize"
)

// Law is a family fitted to spans.
type Law struct {
	Family   string  `json:"family"`
	Text     string  `json:"law"` // as in a scenario
	AIC      float64 `json:"aic"`
	Distance float64 `json:"ks_distance"` // greatest gap between the law and the data
	AD       float64 `json:"ad"`          // Anderson-Darling statistic of a few hundred values
	P        float64 `json:"ad_p"`        // its p-value by parametric bootstrap, of the chosen law; NaN where values were cut short
	Mean     float64 `json:"mean_s"`
	params   []float64
	family   *family
}

// leastValues is how many spans a law needs at least.
const leastValues = 30

// How long the search goes on: until so many steps gain no more, a value. For what is
// printed until no digit moves; for the test of fit less will do.
var (
	exactly = optimize.FunctionConverge{Absolute: 1e-11, Iterations: 40}
	roughly = optimize.FunctionConverge{Absolute: 1e-7, Iterations: 10}
)

// estimate fits a family by maximum likelihood. Spans that were cut short count
// with the probability of lasting at least as long.
func (s *sample) estimate(f *family, to optimize.FunctionConverge) (params []float64, loglik float64, ok bool) {
	m := s.moments()
	start := f.start(m)
	if f.closed && s.censored == 0 {
		return start, s.loglik(f.curve(start)), true
	}
	x := make([]float64, len(start))
	for i, v := range start {
		x[i] = math.Log(v)
	}
	p := make([]float64, len(x))
	problem := optimize.Problem{Func: func(x []float64) float64 {
		for i, v := range x {
			if math.Abs(v) > 30 {
				return math.Inf(1)
			}
			p[i] = math.Exp(v)
		}
		l := -s.loglik(f.curve(p)) / (s.n + s.censored)
		if math.IsNaN(l) {
			return math.Inf(1)
		}
		return l
	}}
	settings := &optimize.Settings{Converger: &to, FuncEvaluations: 2000}
	r, err := optimize.Minimize(problem, x, settings, &optimize.NelderMead{})
	if err != nil || math.IsInf(r.F, 0) {
		return nil, 0, false
	}
	params = make([]float64, len(x))
	for i, v := range r.X {
		params[i] = math.Exp(v)
	}
	return params, -r.F * (s.n + s.censored), true
}

func (s *sample) loglik(c curve) (sum float64) {
	for i, x := range s.x {
		if s.ended[i] > 0 {
			sum += float64(s.ended[i] * c.LogProb(x))
		}
		if s.cut[i] > 0 {
			sum += float64(s.cut[i] * math.Log(math.Max(c.Survival(x), 1e-300)))
		}
	}
	return sum
}

// laws fits all families, the best by Akaike's criterion first; that one is tested and
// written. The mean of written
// laws of spans that all ended is that of the data: load depends on it alone.
func (s *sample) laws(tests bool) (all []Law) {
	for i := range families {
		f := &families[i]
		p, l, ok := s.estimate(f, exactly)
		if !ok {
			continue
		}
		c := f.curve(p)
		law := Law{Family: f.name, AIC: float64(2*len(p)) - float64(2*l), Distance: s.distance(c), P: math.NaN(), AD: math.NaN(), Mean: c.Mean(), params: p, family: f}
		mean := 0.0
		if s.censored == 0 {
			mean = s.mean()
		}
		law.Text = f.spell(p, mean)
		all = append(all, law)
	}
	slices.SortStableFunc(all, func(a, b Law) int {
		if s.censored == 0 && s.offMean(a) != s.offMean(b) {
			return cmp.Compare(btoi(s.offMean(a)), btoi(s.offMean(b)))
		}
		return cmp.Compare(math.Round(a.AIC*10), math.Round(b.AIC*10))
	})
	if len(all) > 0 && tests {
		all[0].AD, all[0].P = goodness(all[0].family, s.few(testSize, drawValue))
	}
	return all
}

// offMean tells whether a law of spans that all ended misses their mean by more than
// a quarter: its tail is not that of the data, so it comes behind the others.
func (s *sample) offMean(l Law) bool { return !(math.Abs(l.Mean/s.mean()-1) <= 0.25) }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// distance is the greatest gap between a law and the data, in probability
// (Kolmogorov-Smirnov), or its Kaplan-Meier estimate where spans were cut short, as long
// as enough are left.
func (s *sample) distance(c curve) (most float64) {
	before := 0.0
	for _, k := range s.kaplanMeier() {
		if s.censored > 0 && k.left < leastAtRisk {
			break
		}
		f := c.CDF(k.x)
		most = math.Max(most, math.Max(math.Abs(f-before), math.Abs(f-(1-k.s))))
		before = 1 - k.s
	}
	return most
}

// The test of fit draws: purposes of keyed draws, of this package alone.
const (
	drawValue sim.Purpose = 1<<15 + 1 + iota
	drawWithin
	drawBootstrap
)

const (
	testSize  = 200 // values that the test of fit looks at
	testTimes = 99  // samples of the law that it is compared with
)

// few draws values of the sample with replacement, in order, each spread within its
// second where the table has whole seconds.
func (s *sample) few(n int, purpose sim.Purpose) []float64 {
	which, within := sim.NewStream(1, 0, purpose), sim.NewStream(1, 0, drawWithin)
	upTo := make([]float64, len(s.x))
	total := 0.0
	for i, w := range s.ended {
		total += w
		upTo[i] = total
	}
	values := make([]float64, n)
	for i := range values {
		u := which.Uniform(0, uint32(i)) * total
		at, _ := slices.BinarySearch(upTo, u)
		values[i] = s.x[min(at, len(s.x)-1)]
		if s.whole {
			values[i] += within.Uniform(0, uint32(i)) - 0.5
		}
	}
	slices.Sort(values)
	return values
}

// goodness is the Anderson-Darling statistic of a family fitted to values in order,
// and the share of samples of the fitted law, fitted anew, that have a greater one
// (parametric bootstrap; Stute et al., 1993).
func goodness(f *family, values []float64) (ad, p float64) {
	params, _, ok := plainSample(values).estimate(f, roughly)
	if !ok {
		return math.NaN(), math.NaN()
	}
	law := f.curve(params)
	ad = andersonDarling(law, values)
	rnd := sim.NewStream(1, 0, drawBootstrap)
	greater, done := 0, 0
	other := make([]float64, len(values))
	for t := range testTimes {
		for i := range other {
			other[i] = law.Quantile(rnd.Uniform(uint64(t), uint32(i)))
		}
		slices.Sort(other)
		again, _, ok := plainSample(other).estimate(f, roughly)
		if !ok {
			continue
		}
		done++
		if andersonDarling(f.curve(again), other) >= ad {
			greater++
		}
	}
	return ad, float64(greater+1) / float64(done+1)
}

// plainSample takes values as they are.
func plainSample(values []float64) *sample {
	s := &sample{x: values, ended: make([]float64, len(values)), cut: make([]float64, len(values)), n: float64(len(values))}
	for i := range values {
		s.ended[i] = 1
		s.sum += values[i]
	}
	return s
}

// andersonDarling measures how far values in order are from a law; the tails count
// more.
func andersonDarling(c curve, values []float64) float64 {
	n := len(values)
	sum := 0.0
	for i := range values {
		lower := math.Log(math.Max(c.CDF(values[i]), 1e-300))
		upper := math.Log(math.Max(c.Survival(values[n-1-i]), 1e-300))
		sum += float64(float64(2*i+1) * (lower + upper))
	}
	return -float64(n) - sum/float64(n)
}
