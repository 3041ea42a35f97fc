package erlang

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func near(t *testing.T, want, got float64, what string) {
	t.Helper()
	require.InDelta(t, want, got, 1e-8*max(1e-6, math.Abs(want)), what)
}

func TestErlangB(t *testing.T) {
	near(t, 0.5, Loss(1, 1), "one line, one erlang")
	near(t, 0.01294887522472657, Loss(10, 17), "17 lines")
	near(t, 0.10921284587252247, Loss(18, 20), "20 lines")
	for load, lines := range map[float64]int{5: 11, 10: 18, 20: 30, 50: 64, 100: 117, 200: 221} {
		require.Equal(t, lines, Lines(load, 0.01), "lines for 1 %% at %v erlang", load)
	}
	require.Zero(t, Lines(-1, 0.1))
	require.True(t, math.IsNaN(Loss(-1, 2)))
	require.True(t, math.IsNaN(LossLoad(0, 0.1)))
}

func TestTheLoadAtWhichADialerDropsThreePercent(t *testing.T) {
	for agents, want := range map[int][2]float64{
		5: {1.8752057017494659, 0.3637899061393964}, 10: {5.52941773355758, 0.5363535201550852}, 20: {13.997423117800146, 0.6788750212133071},
		50: {41.93274727437184, 0.8134952971228137}, 100: {90.79389493927678, 0.8807007809109847}, 200: {190.88589451332732, 0.9257965883896375},
	} {
		load := LossLoad(agents, 0.03)
		near(t, want[0], load, "load")
		near(t, want[1], load*(1-Loss(load, agents))/float64(agents), "occupancy")
	}
}

func TestDialsAtOnce(t *testing.T) {
	o := DialAtOnce(10, 25, 1.0/3)
	near(t, 8.333333333333334, o.Answered, "answered")
	near(t, 0.040252451192776706, o.DropRate, "drop rate")
	near(t, 0.17798535749245803, o.AnyDrop, "any drop")
	near(t, 2.0021037599398057, o.Idle, "idle")
	require.Equal(t, Overdial{Idle: 3}, DialAtOnce(3, 5, 0))
	require.Equal(t, Overdial{Answered: 5, DropRate: 0.4, AnyDrop: 1}, DialAtOnce(3, 5, 1))
}

func TestErlangC(t *testing.T) {
	for _, c := range []struct {
		q                                       Queue
		within                                  float64
		wait, asa, level, occupancy, queue, p90 float64
	}{
		{Queue{Rate: 100.0 / 1800, Handle: 180, Agents: 14}, 20, 0.17413193359504983, 7.835937011777243, 0.8883500191794669, 0.7142857142857143, 0.4353298339876246, 24.95893792322009},
		{Queue{Rate: 200.0 / 1800, Handle: 180, Agents: 23}, 60, 0.41573757468486205, 24.944254481091722, 0.8470586933509622, 0.8695652173913043, 2.7715838312324137, 85.49304270790138},
	} {
		near(t, c.wait, c.q.Wait(), "wait")
		near(t, c.asa, c.q.MeanWait(), "mean wait")
		near(t, c.asa, c.q.MeanWaitAnswered(), "asa")
		near(t, c.level, c.q.ServiceLevel(c.within), "service level")
		near(t, c.occupancy, c.q.Occupancy(), "occupancy")
		near(t, c.queue, c.q.MeanQueue(), "queue")
		near(t, c.p90, c.q.WaitQuantile(0.9), "p90")
		require.Zero(t, c.q.WaitQuantile(0.1))
		require.Zero(t, c.q.Abandonment())
	}
	full := Queue{Rate: 1, Handle: 10, Agents: 10}
	require.False(t, full.Stable())
	require.True(t, math.IsInf(full.MeanWait(), 1))
	require.Equal(t, 1.0, full.Wait())
	require.Equal(t, 1.0, full.Occupancy())
	require.True(t, math.IsNaN(full.ServiceLevel(20)))
	require.True(t, math.IsNaN(full.WaitQuantile(0.9)))
}

func TestFewPlaces(t *testing.T) {
	q := Queue{Rate: 3.0 / 60, Handle: 180, Agents: 10, Places: 5}
	near(t, 0.06125876182566402, q.Blocked(), "blocked")
	near(t, 22.729794007776672, q.MeanWait(), "mean wait")
	near(t, 0.8448671143569024, q.Occupancy(), "occupancy")
	require.True(t, math.IsNaN(q.ServiceLevel(20)), "no closed form here")
	palm := Queue{Rate: 3.5 / 60, Handle: 180, Patience: 300, Agents: 9, Places: 91}
	near(t, 56.61843549562094, palm.MeanWait(), "mean wait")
	near(t, 0.18872811831873648, palm.Abandonment(), "abandonment")
	near(t, 0.9464838619614742, palm.Occupancy(), "occupancy")
}

func TestErlangA(t *testing.T) {
	for _, c := range []struct {
		q                                                                       Queue
		wait, gone, all, asa, occupancy, level, ofAnswered, noShort, anyOutcome float64
	}{
		{Queue{Rate: 100.0 / 1800, Handle: 180, Patience: 300, Agents: 14}, 0.1452601142963612, 0.013983744122408938, 4.195123236722681, 3.8784800445210217, 0.7042973256268508, 0.9167920918635468, 0.9297940945685199, 0.9234073222785785, 0.9239560272747455},
		{Queue{Rate: 1.0 / 60, Handle: 60, Patience: 60, Agents: 1}, 0.6321205588285577, 0.36787944117144233, 22.07276647028654, 15.612120647362627, 0.6321205588285577, 0.4705492573584959, 0.7443979645758005, 0.5621213897301517, 0.633453807949633},
		{Queue{Rate: 130.0 / 1800, Handle: 180, Patience: 300, Agents: 10}, 0.8982228294311824, 0.24782684663929452, 74.34805399178835, 78.40140548652457, 0.9778250993689171, 0.16777900709159965, 0.22305902084109752, 0.17770463671549866, 0.2236336533594386},
	} {
		l := c.q.Within(20)
		near(t, c.wait, c.q.Wait(), "wait")
		near(t, c.gone, c.q.Abandonment(), "abandonment")
		near(t, c.all, c.q.MeanWait(), "mean wait")
		near(t, c.asa, c.q.MeanWaitAnswered(), "asa")
		near(t, c.occupancy, c.q.Occupancy(), "occupancy")
		near(t, c.level, l.Answered, "level")
		near(t, c.ofAnswered, l.Answered/(1-c.gone), "of answered")
		near(t, c.noShort, l.Answered/(1-l.Abandoned), "no short")
		near(t, c.anyOutcome, l.Answered+l.Abandoned, "any")
	}
}

func TestStaffing(t *testing.T) {
	for load, want := range map[float64]int{10: 15, 20: 26, 50: 57, 100: 108, 200: 209} {
		q := Queue{Rate: load / 180, Handle: 180, Patience: 300}
		require.Equal(t, want, q.Staff(func(q Queue) bool { return q.Abandonment() <= 0.01 }), "at %v erlang", load)
	}
	hubers := Queue{Rate: 200.0 / 1800, Handle: 180}
	require.Equal(t, 23, hubers.Staff(func(q Queue) bool { return q.Stable() && q.ServiceLevel(60) >= 0.8 }))
	require.Equal(t, 1, hubers.Staff(func(Queue) bool { return true }))
	require.Zero(t, hubers.Staff(func(Queue) bool { return false }))
}

func TestADuplexedPair(t *testing.T) {
	d := Duplex{MTTF: 4000, MTTR: 8}
	near(t, 3.9840478723192335e-06, d.BothDown(), "both down")
	near(t, 2.0940155616909895, d.BothDown()*8760*60, "minutes a year")
	near(t, 0.008725064840379122, d.BothDownRate()*8760, "spells a year")
	near(t, 4, d.MeanBothDown(), "spell")
	near(t, 1006000, d.TimeToBothDown(), "to both down")
	near(t, 4.37125748502994, d.Failures()*8760, "failures")
}

// Far too few agents: the sums overflow, and the answer is that of a fluid.
func TestAFloodedQueue(t *testing.T) {
	q := Queue{Rate: 50, Handle: 180, Patience: 300, Agents: 10}
	require.InDelta(t, 1-10.0/9000, q.Abandonment(), 1e-3)
	require.InDelta(t, 0, q.ServiceLevel(20), 1e-6)
	require.Equal(t, 1.0, q.Wait())
	q.Places = 5000
	require.InDelta(t, 1-10.0/9000, q.Blocked(), 0.1)
	full := Queue{Rate: 50, Handle: 180, Patience: 300}.Staff(func(q Queue) bool { return q.ServiceLevel(20) >= 0.8 })
	require.InDelta(t, 8700, full, 300)
}
