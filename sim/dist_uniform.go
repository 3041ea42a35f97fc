package sim

import "fmt"

type uniform struct{ min, width float64 }

// Uniform gives spans between least and most, 0 <= least <= most <= MaxDraw.
func Uniform(least, most Time) (Dist, error) {
	if err := checkSpan("min", least); err != nil {
		return invalid(err)
	}
	if err := checkSpan("max", most); err != nil {
		return invalid(err)
	}
	if most < least {
		return invalid(fmt.Errorf("max %s is below min %s; exchange them", spell(most), spell(least)))
	}
	return newDist(uniform{float64(least), float64(most - least)}), nil
}

func (l uniform) quantile(u float64) float64 { return l.min + float64(u*l.width) }

func (l uniform) moments() (mean, variance float64) {
	return l.min + float64(l.width/2), float64(l.width*l.width) / 12
}

func (l uniform) below(c float64) (p, m1, m2 float64) {
	c = min(c, l.min+l.width)
	switch {
	case c < l.min:
		return 0, 0, 0
	case l.width == 0:
		return 1, l.min, float64(l.min * l.min)
	}
	p = (c - l.min) / l.width
	squares := float64(c*c) + float64(c*l.min) + float64(l.min*l.min)
	return p, float64(p * ((l.min + c) / 2)), float64(p * (squares / 3))
}

func (l uniform) String() string {
	return "uniform min " + spell(Time(l.min)) + " max " + spell(Time(l.min+l.width))
}
