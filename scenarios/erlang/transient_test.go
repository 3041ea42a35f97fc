package erlang

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAQueueThatStartsEmpty(t *testing.T) {
	// Agents for all: the busy ones are a Poisson number with mean a (1 - e^(-t/h)).
	many := Queue{Rate: 2.0 / 60, Handle: 120, Patience: 60, Agents: 40}
	got := many.FromEmpty(300)
	near(t, 4*(1-120.0/300*(1-math.Exp(-300.0/120))), got.Busy, "busy")
	require.Less(t, got.Queue, 1e-12)
	near(t, 10, got.Offered, "offered")
	// Patience as long as the handle time: calls in the system are those of agents for all.
	same := Queue{Rate: 90.0 / 3600, Handle: 120, Patience: 120, Agents: 3}
	got = same.FromEmpty(600)
	near(t, 3*(1-120.0/600*(1-math.Exp(-600.0/120))), got.Busy+got.Queue, "in the system")
	near(t, got.Queue*600/120, got.Abandoned, "abandoned")
	// In the end it is the stationary queue.
	day := same.FromEmpty(20_000)
	require.InEpsilon(t, same.MeanQueue(), day.Queue, 0.02)
	require.InEpsilon(t, same.Abandonment(), day.Abandoned/day.Offered, 0.02)
	require.True(t, math.IsNaN(Queue{Rate: 1, Handle: 1, Agents: 2}.FromEmpty(5).Queue))
}
