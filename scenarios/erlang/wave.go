package erlang

import "math"

// Wave follows arrivals that swing like a sine through unlimited agents with an
// exponential service time: the mean number busy comes lag later than the
// arrivals, with damping times their relative swing (S. Eick, W. Massey, W. Whitt,
// The physics of the Mt/G/infinity queue, Operations Research 41, 1993). Period
// and service are in one unit, and so is the lag.
func Wave(period, service float64) (lag, damping float64) {
	speed := 2 * math.Pi / period
	return math.Atan(speed*service) / speed, 1 / math.Hypot(1, speed*service)
}
