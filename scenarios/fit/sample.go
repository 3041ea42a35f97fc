package fit

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// sample is spans in seconds: how often each was seen to its end, and how often it
// was cut short. Values stand in order, each once.
type sample struct {
	x, ended, cut []float64
	n, censored   float64
	sum           float64 // of the spans that ended
	whole         bool    // all are whole seconds
}

// newSample counts spans in milliseconds. Spans of 0 say nothing of a law and are
// left out.
func newSample(ended, cut []int64) *sample {
	type pair struct{ ended, cut float64 }
	counts := map[int64]pair{}
	s := &sample{whole: true}
	for _, v := range ended {
		if v > 0 {
			p := counts[coarse(v)]
			p.ended++
			counts[coarse(v)] = p
			s.sum += float64(v)
			s.n++
			s.whole = s.whole && v%1000 == 0
		}
	}
	for _, v := range cut {
		if v > 0 {
			p := counts[coarse(v)]
			p.cut++
			counts[coarse(v)] = p
			s.censored++
		}
	}
	s.sum /= 1000
	keys := make([]int64, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		s.x = append(s.x, float64(k)/1000)
		s.ended = append(s.ended, counts[k].ended)
		s.cut = append(s.cut, counts[k].cut)
	}
	return s
}

// coarse rounds to four digits: what is printed needs no more, and a million spans
// become some thousands.
func coarse(v int64) int64 {
	unit := int64(1)
	for v/unit >= 10_000 {
		unit *= 10
	}
	return (v + unit/2) / unit * unit
}

func (s *sample) mean() float64 { return s.sum / s.n }

// moments of the spans that ended.
func (s *sample) moments() moments2 {
	logs := make([]float64, len(s.x))
	for i, x := range s.x {
		logs[i] = math.Log(x)
	}
	mean, variance := stat.PopMeanVariance(s.x, s.ended)
	logMean, logVariance := stat.PopMeanVariance(logs, s.ended)
	m := moments2{mean: mean, cv: math.Sqrt(variance) / mean, logMean: logMean, logSD: math.Sqrt(logVariance)}
	m.cv = math.Min(math.Max(m.cv, 0.02), 20)
	m.logSD = math.Min(math.Max(m.logSD, 0.02), 5)
	if s.censored > 0 { // what was cut short would have lasted longer
		m.mean *= (s.n + s.censored) / s.n
		m.logMean += math.Log((s.n + s.censored) / s.n)
	}
	return m
}

// step is a point of a survival curve, with its standard error and how many spans
// were left before it.
type step struct{ x, s, se, left float64 }

// leastAtRisk is how many spans must be left for a survival curve to be believed.
const leastAtRisk = 50

// kaplanMeier is the share of spans that last longer, in the presence of spans that
// were cut short (Kaplan and Meier, 1958; variance by Greenwood's formula).
func (s *sample) kaplanMeier() (curve []step) {
	left := s.n + s.censored
	alive, green := 1.0, 0.0
	for i, x := range s.x {
		if d := s.ended[i]; d > 0 {
			alive *= 1 - d/left
			if left > d {
				green += d / (left * (left - d))
			}
			curve = append(curve, step{x, alive, alive * math.Sqrt(green), left})
		}
		left -= s.ended[i] + s.cut[i]
	}
	return curve
}
