package sim

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func event(t Time, r Rank, subject uint32, k Kind, seq uint32) Event {
	return Event{T: t, Ord: Order(r, subject, k, seq)}
}

func TestTotalOrder(t *testing.T) {
	inOrder := []Event{
		event(1, RankObserver, 9, 9, 9),
		event(2, RankFault, 9, 9, 9),
		{T: 2, Ord: MessageOrder(3, 1, 200)},
		{T: 2, Ord: MessageOrder(3, 2, 1)}, // a later message of the link, though of a smaller kind
		{T: 2, Ord: MessageOrder(4, 1, 1)},
		event(2, RankTimer, 0, 0, 0),
		event(2, RankWork, 1, 2, 7),
		event(2, RankWork, 1, 3, 0),
		event(2, RankWork, 2, 1, 0),
		event(2, RankWork, 2, 1, 1),
		event(2, RankObserver, 0, 0, 0),
	}
	k := NewKernel(Limits{})
	for i := len(inOrder) - 1; i >= 0; i-- {
		k.Schedule(inOrder[i])
	}
	for _, want := range inOrder {
		got, ok, err := k.Next(Forever)
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, want, got)
	}
}

func TestEventParts(t *testing.T) {
	e := Event{Ord: Order(RankTimer, MaxSubject, 255, MaxSeq)}
	require.Equal(t, RankTimer, e.Rank())
	require.EqualValues(t, MaxSubject, e.Subject())
	require.EqualValues(t, 255, e.Kind())
	m := Event{Ord: MessageOrder(17, MaxSeq, 42)}
	require.Equal(t, RankNetwork, m.Rank())
	require.EqualValues(t, 17, m.Subject())
	require.EqualValues(t, 42, m.Kind())
	require.Panics(t, func() { Order(RankWork, MaxSubject+1, 0, 0) })
	require.Panics(t, func() { Order(RankWork, 0, 0, MaxSeq+1) })
	require.Panics(t, func() { MessageOrder(MaxSubject+1, 0, 0) })
}

func TestAnEffectNeverComesBeforeItsCause(t *testing.T) {
	k := NewKernel(Limits{})
	k.Schedule(event(10, RankWork, 5, 5, 5))
	_, _, err := k.Next(Forever)
	require.NoError(t, err)
	require.Panics(t, func() { k.Schedule(event(9, RankWork, 5, 5, 5)) }, "earlier")
	require.Panics(t, func() { k.Schedule(event(10, RankTimer, 5, 5, 5)) }, "an earlier rank of the same instant")
	require.Panics(t, func() { k.Schedule(event(10, RankWork, 5, 5, 5)) }, "itself")
	require.NotPanics(t, func() { k.Schedule(event(10, RankWork, 5, 5, 6)) })
}

func TestTwoEventsWithOneKeyAreABug(t *testing.T) {
	k := NewKernel(Limits{})
	k.Schedule(event(1, RankWork, 1, 1, 1))
	k.Schedule(event(1, RankWork, 1, 1, 1))
	_, _, err := k.Next(Forever)
	require.NoError(t, err)
	require.Panics(t, func() { _, _, _ = k.Next(Forever) })
}

func TestNextLeavesWhatComesLater(t *testing.T) {
	k := NewKernel(Limits{})
	k.Schedule(event(10, RankWork, 1, 1, 1))
	_, ok, err := k.Next(9)
	require.NoError(t, err)
	require.False(t, ok)
	require.Equal(t, 1, k.Pending())
	_, ok, _ = k.Next(10)
	require.True(t, ok)
}

// spin runs two kinds that call each other, each event delay after the last.
func spin(k *Kernel, delay Time) error {
	k.Schedule(event(1, RankWork, 1, 1, 0))
	for i := uint32(1); ; i++ {
		e, ok, err := k.Next(Forever)
		if err != nil || !ok {
			return err
		}
		k.Schedule(event(e.T+delay, RankWork, i, 3-e.Kind(), 0))
	}
}

func TestLimitsNameTheCycle(t *testing.T) {
	for name, c := range map[string]struct {
		limits Limits
		delay  Time
	}{
		"events at one instant":         {Limits{AtOneInstant: 100}, 0},
		"events":                        {Limits{Events: 100}, 1},
		"simulated time in nanoseconds": {Limits{Time: 100}, 1},
		"memory in bytes":               {Limits{Memory: 1}, 1},
	} {
		err := spin(NewKernel(c.limits), c.delay)
		var limit *LimitError
		require.ErrorAs(t, err, &limit, name)
		require.Equal(t, name, limit.Which)
		require.ElementsMatch(t, []Kind{1, 2}, limit.Cycle, name)
		require.Contains(t, err.Error(), "kind 1")
	}
}

type sum struct{ n int }

func (s *sum) Record(Fact) { s.n++ }

func TestFactsFingerprintDoesNotDependOnTheOrderOfRecording(t *testing.T) {
	facts := []Fact{{T: 1, Kind: 1}, {T: 2, Kind: 1, Subject: 3}, {T: 2, Kind: 2, Value: -5}, {T: 2, Kind: 2, Value: -5}}
	a, b, c := NewKernel(Limits{}), NewKernel(Limits{}), NewKernel(Limits{})
	var s sum
	a.SetSink(&s)
	for i := range facts {
		a.Record(facts[i])
		b.Record(facts[len(facts)-1-i])
	}
	for _, f := range facts[:3] {
		c.Record(f)
	}
	require.Equal(t, a.Fingerprint(), b.Fingerprint())
	require.NotEqual(t, a.Fingerprint(), c.Fingerprint(), "a fact stated twice counts twice")
	require.Equal(t, len(facts), s.n)
}

func TestEveryPartOfAFactCounts(t *testing.T) {
	seen := map[uint64]bool{}
	for _, f := range []Fact{{}, {T: 1}, {Value: 1}, {Kind: 1}, {Subject: 1}, {Aux: 1}, {Cause: 1}, {Subject: 1, Aux: 1}} {
		require.False(t, seen[f.hash()], "%+v", f)
		seen[f.hash()] = true
	}
}

func TestRungs(t *testing.T) {
	k := NewKernel(Limits{})
	k.SetRungs(10)
	for _, at := range []Time{5, 10, 35} {
		k.Schedule(event(at, RankWork, 1, 1, 0))
	}
	for {
		e, ok, _ := k.Next(Forever)
		if !ok {
			break
		}
		k.Record(Fact{T: e.T})
	}
	require.Len(t, k.Rungs(), 3)
	require.Equal(t, Time(10), k.Rungs()[0].T)
	require.Equal(t, Fact{T: 5}.hash(), k.Rungs()[0].At.Facts, "a rung holds what came before its time")
	require.Equal(t, k.Rungs()[1].At, k.Rungs()[2].At, "nothing happened between")
}

func TestCopyGoesOnLikeItsSource(t *testing.T) {
	k := NewKernel(Limits{})
	for i := range uint32(100) {
		k.Schedule(event(Time(i), RankWork, i, 1, 0))
	}
	for range 50 {
		_, _, _ = k.Next(Forever)
	}
	var c Kernel
	c.CopyFrom(k)
	before := k.Fingerprint()
	for range 50 {
		_, _, _ = c.Next(Forever)
	}
	require.Equal(t, before, k.Fingerprint())
	require.Equal(t, 50, k.Pending())
	for range 50 {
		_, _, _ = k.Next(Forever)
	}
	require.Equal(t, k.Fingerprint(), c.Fingerprint())
}

func TestTimeString(t *testing.T) {
	for want, at := range map[string]Time{
		"0.000s": 0, "0.500s": 500 * Millisecond, "1m0.000s": Minute, "2h0m1.250s": 2*Hour + 1250*Millisecond,
		"0.000000001s": 1, "-1.000s": -Second, "forever": Forever,
	} {
		require.Equal(t, want, at.String())
	}
	require.Equal(t, 1500*Millisecond, FromSeconds(1.5))
	require.Equal(t, 1.5, (1500 * Millisecond).Seconds())
}
