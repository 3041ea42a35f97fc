package scenarios

import (
	"bufio"
	"bytes"
	"errors"
	"math"
	"strings"

	"ccsim/scenarios/format"
	"ccsim/sim"
)

// dist compiles a law onto a value that holds the preset's; nil leaves it.
func (c *compiler) dist(f *format.Dist, to *sim.Dist) {
	if f == nil {
		return
	}
	if f.None {
		*to = sim.Dist{}
		return
	}
	*to = c.law(f, 0)
}

// law compiles a law. A mean above zero stands in for the file's, for calls
// whose mean differs by interval.
func (c *compiler) law(f *format.Dist, mean sim.Time) sim.Dist {
	d, err := c.family(f, mean)
	if err != nil {
		c.Add(f.Pos, "%s: %s", f.Family.S, strings.TrimPrefix(err.Error(), "sim: "))
		return sim.Dist{}
	}
	if f.Params.Cap.Set {
		if f.Params.Cap.NS <= 0 {
			c.Add(f.Params.Cap.Pos, "a cap must be above 0")
			return sim.Dist{}
		}
		d = d.Capped(sim.Time(f.Params.Cap.NS))
	}
	return d
}

func (c *compiler) family(f *format.Dist, mean sim.Time) (sim.Dist, error) {
	p := &f.Params
	if mean == 0 {
		mean = sim.Time(p.Mean.NS)
	}
	switch f.Family.S {
	case "constant":
		if p.Constant.NS == 0 {
			return sim.Dist{}, nil
		}
		return sim.Constant(sim.Time(p.Constant.NS))
	case "uniform":
		return sim.Uniform(sim.Time(p.Min.NS), sim.Time(p.Max.NS))
	case "exponential":
		return sim.Exponential(mean)
	case "erlang":
		return sim.Erlang(int(p.K.N), mean)
	case "gamma":
		shape := p.Shape.F
		if p.CV.Set && p.CV.F > 0 {
			shape = 1 / (p.CV.F * p.CV.F)
		}
		return sim.Gamma(mean, shape)
	case "lognormal":
		return sim.Lognormal(mean, p.CV.F)
	case "hyperexponential":
		if len(p.Means) == 0 {
			return sim.HyperexponentialCV(mean, p.CV.F)
		}
		return c.hyper(p)
	case "empirical":
		return c.empirical(p.File)
	}
	return tailed(f, mean)
}

// tailed compiles the laws of patience and of tasks that planners estimate.
func tailed(f *format.Dist, mean sim.Time) (sim.Dist, error) {
	p := &f.Params
	switch f.Family.S {
	case "normal":
		sd := sim.Time(p.SD.NS)
		if p.CV.Set && p.SD.Set {
			return sim.Dist{}, errors.New("give sd or cv, not both")
		}
		if p.CV.Set {
			sd = sim.Time(math.Round(float64(mean) * p.CV.F))
		}
		return sim.Normal(mean, sd)
	case "triangular":
		return sim.Triangular(sim.Time(p.Min.NS), sim.Time(p.Mode.NS), sim.Time(p.Max.NS))
	case "weibull":
		return sim.Weibull(mean, p.Shape.F)
	case "loglogistic":
		if p.Median.Set && p.Mean.Set {
			return sim.Dist{}, errors.New("give the median or the mean, not both")
		}
		if p.Median.Set {
			return sim.LogLogistic(sim.Time(p.Median.NS), p.Shape.F)
		}
		return sim.LogLogisticMean(mean, p.Shape.F)
	case "pareto":
		return sim.Pareto(sim.Time(p.Min.NS), p.Shape.F)
	}
	return sim.Dist{}, nil // an unknown family is an error already
}

func (c *compiler) hyper(p *format.DistParams) (sim.Dist, error) {
	var probs []float64
	var means []sim.Time
	for _, s := range p.Probabilities {
		probs = append(probs, s.F)
	}
	for _, m := range p.Means {
		means = append(means, sim.Time(m.NS))
	}
	return sim.Hyperexponential(probs, means)
}

// empirical reads a file with one duration a line, in seconds or with units.
// The first line may be a heading.
func (c *compiler) empirical(file format.Text) (sim.Dist, error) {
	data, ok := c.in.read(c.Problems, file)
	if !ok {
		return sim.Dist{}, nil
	}
	var values []sim.Time
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(lines.Text())
		if text == "" {
			continue
		}
		ns, err := format.Seconds(text)
		if err != nil {
			if n > 1 {
				c.AddFile(file.S, n, 1, "expected a duration, such as 12.5 for seconds or 1m30s, found "+text)
			}
			continue
		}
		values = append(values, sim.Time(ns))
	}
	if len(values) == 0 {
		c.Add(file.Pos, "%s holds no durations", file.S)
		return sim.Dist{}, nil
	}
	return sim.Empirical(values)
}
