package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What waits for a path goes in the order in which it was said: a later state of an
// agent is not overtaken by an earlier one.
func TestHeldMessagesKeepTheirOrder(t *testing.T) {
	w, err := New(lab(2, 0), 1, 0)
	require.NoError(t, err)
	said, heard := uint32(0), uint32(0)
	for _, n := range []int{3, -2, 2, -3, 1, -1} { // said, or heard
		for ; n > 0; n-- {
			said++
			w.hold(0, toRouter, HeldRow{Row: said})
		}
		for ; n < 0; n++ {
			m, ok := w.takeHeld(0, toRouter)
			require.True(t, ok)
			heard++
			require.Equal(t, heard, m.Row)
		}
	}
	_, ok := w.takeHeld(0, toRouter)
	require.False(t, ok)
}
