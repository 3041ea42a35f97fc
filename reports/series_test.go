package reports

import (
	"math"
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func TestSeriesSpreadIntervalsOverBins(t *testing.T) {
	s := newSeries(Window{From: 10, Bin: 10, Bins: 3})
	s.spread(s.Queue, 5, 25, 1)
	s.spread(s.Queue, 38, 99, 2)
	require.Equal(t, []int64{10, 5, 4}, s.Queue, "clipped to the window")
	s.at(s.Left, 9)
	s.at(s.Left, 10)
	s.at(s.Left, 39)
	s.at(s.Left, 40)
	require.Equal(t, []int64{1, 0, 1}, s.Left)
}

func TestPendingStatesBelongToTheSideThatHoldsThem(t *testing.T) {
	cfg := &model.Config{PGs: []model.PG{{Name: "pg", InService: true}}, Groups: []model.Group{{Count: 2}}}
	w := NewWatcher(cfg, 0, []Window{{Bin: 10, Bins: 10}})
	state := func(at sim.Time, agent uint32, o model.PendingOutcome) {
		w.Record(sim.Fact{T: at, Kind: model.FactPendingState, Subject: agent, Aux: uint32(o)})
	}
	state(10, 0, model.PendingRequested)
	state(20, 0, model.PendingSuperseded)
	state(20, 0, model.PendingRequested)
	state(20, 1, model.PendingRequested)
	state(40, 0, model.PendingLost)
	w.Record(sim.Fact{T: 40, Kind: model.FactSwitched, Subject: uint32(model.PGProc(0, model.SideA))})
	state(50, 0, model.PendingRequested)
	state(60, 1, model.PendingApplied)
	s := w.Finish(80)[0]
	require.Equal(t, []int64{0, 10, 20, 20, 10, 10, 0, 0, 0, 0}, s.Pending[0])
	require.Equal(t, []int64{0, 0, 0, 0, 0, 10, 10, 10, 0, 0}, s.Pending[1])
}

func TestCurvesAreMeansWithIntervals(t *testing.T) {
	c := curve(3, 2, func(rep, bin int) float64 {
		if bin == 1 && rep < 2 {
			return math.NaN()
		}
		return []float64{1, 2, 3}[rep]
	})
	require.Equal(t, []float64{2, 3}, c.Mean)
	require.InDelta(t, 4.302653/math.Sqrt(3), c.Half[0], 1e-6, "Student's t with two degrees of freedom")
	require.Zero(t, c.Half[1], "one value has no interval")
}
