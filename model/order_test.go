package model

import (
	"slices"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// A list gives who is first, whatever the order in which places come and go.
func TestListsGiveTheFirst(t *testing.T) {
	for seed := range uint64(max(trials/20, 20)) {
		d := newDice(seed + 5_000_000)
		w := &World{}
		w.lists = make([]OrderList, 1)
		w.places = make([]PlaceRow, 1)
		var in []int32
		heaped := 0
		for n := range 400 {
			if len(in) > 0 && d.one(45) {
				i := d.below(len(in))
				if d.one(40) {
					i = slices.Index(in, w.firstOf(0))
				}
				w.leavePlace(in[i])
				in = slices.Delete(in, i, i+1)
			} else {
				late := sim.Time(0)
				if d.one(40) {
					late = sim.Time(d.below(300))
				}
				at := w.place(PlaceRow{At: sim.Time(n) - late, Priority: int32(d.below(2)), No: uint32(d.below(4)*1000 + n)})
				if w.places[at].Heaped {
					heaped++
				}
				in = append(in, at)
			}
			require.Equal(t, len(in), w.recountList(0))
			want := int32(0)
			for _, at := range in {
				if want == 0 || w.before(at, want) {
					want = at
				}
			}
			require.Equal(t, want, w.firstOf(0), "seed %d, step %d", seed, n)
		}
		require.Positive(t, heaped)
		require.Less(t, len(w.places), 402, "rows of the pool are used again")
	}
}
