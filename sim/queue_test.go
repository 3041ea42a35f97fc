package sim

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// reference is the obvious pending set: a sorted slice.
type reference []Event

func (r *reference) push(e Event) {
	i, _ := slices.BinarySearchFunc(*r, e, compareEvents)
	*r = slices.Insert(*r, i, e)
}

func (r *reference) pop() Event {
	e := (*r)[0]
	*r = (*r)[1:]
	return e
}

// randomTime gives gaps as a simulation has them: small, tied, none, far away.
func randomTime(rnd *rand.Rand, now Time) Time {
	switch rnd.IntN(5) {
	case 0:
		return now
	case 1:
		return now + Time(rnd.IntN(1000))
	case 2:
		return now + Time(rnd.IntN(4))*Second
	case 3:
		return now + Time(rnd.ExpFloat64()*float64(Minute))
	}
	return now + Time(rnd.IntN(30))*Day
}

func TestQueueEqualsASortedSlice(t *testing.T) {
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		var q, copied Queue
		var r reference
		now, subject := Time(0), uint32(0)
		for range 4000 {
			if rnd.IntN(100) == 0 {
				copied.CopyFrom(&q)
				q, copied = copied, q
			}
			if len(r) > 0 && rnd.IntN(100) < 48 {
				want := r.pop()
				got, ok := q.Pop()
				require.True(t, ok)
				require.Equal(t, want, got)
				now = got.T
				continue
			}
			burst := 1
			if rnd.IntN(200) == 0 {
				burst = 500
			}
			at := randomTime(rnd, now)
			for range burst {
				subject++
				e := Event{T: at, Ord: Order(Rank(rnd.IntN(5)), subject&MaxSubject, Kind(rnd.IntN(200)), 0), Row: subject}
				q.Push(e)
				r.push(e)
			}
			require.Equal(t, len(r), q.Len())
		}
		require.Equal(t, []Event(r), q.Sorted())
	}
}

func TestQueueCopyIsIndependent(t *testing.T) {
	var q, c Queue
	for i := range uint32(1000) {
		q.Push(Event{T: Time(i) * Second, Ord: Order(RankWork, i, 1, 0)})
	}
	c.CopyFrom(&q)
	for range 500 {
		q.Pop()
	}
	require.Equal(t, 1000, c.Len())
	first, _ := c.Peek()
	require.Equal(t, Time(0), first.T)
}

// BenchmarkHold pops one event and pushes one, at several numbers of pending
// events: the classic measure of a pending set.
func BenchmarkHold(b *testing.B) {
	for _, n := range []int{100, 10_000, 1_000_000} {
		b.Run(sizeName(n), func(b *testing.B) {
			rnd := rand.New(rand.NewPCG(1, 1))
			var q Queue
			for i := range n {
				q.Push(Event{T: Time(rnd.ExpFloat64() * float64(Minute)), Ord: Order(RankWork, uint32(i), 1, 0)})
			}
			for b.Loop() {
				e, _ := q.Pop()
				e.T += Time(rnd.ExpFloat64() * float64(Minute))
				q.Push(e)
			}
		})
	}
}

func sizeName(n int) string {
	switch {
	case n >= 1_000_000:
		return "1M"
	case n >= 1000:
		return "10k"
	}
	return "100"
}
