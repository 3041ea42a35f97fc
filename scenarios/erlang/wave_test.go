package erlang

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWave(t *testing.T) {
	lag, damping := Wave(60, 3)
	require.InDelta(t, 2.9067657484186453, lag, 1e-12)
	require.InDelta(t, 0.954028216378465, damping, 1e-12)
	// The closed form solves m' = rate - m/service.
	speed := 2 * math.Pi / 60
	for at := 0.0; at < 60; at += 7 {
		m := 1 + damping*math.Sin(speed*(at-lag))
		slope := damping * speed * math.Cos(speed*(at-lag))
		require.InDelta(t, (1+math.Sin(speed*at)-m)/3, slope, 1e-12)
	}
	lag, damping = Wave(1e9, 3)
	require.InDelta(t, 3, lag, 1e-6, "a slow wave is followed a service time later")
	require.InDelta(t, 1, damping, 1e-6)
}
