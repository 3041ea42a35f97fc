package detmath

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheTailsUndoTheQuantile(t *testing.T) {
	for _, df := range []int{1, 2, 5, 9, 30, 999, 50_000, 2_000_000} {
		for _, p := range []float64{0.6, 0.9, 0.975, 0.9995, 1 - 1e-9} {
			two := StudentTTails(StudentTQuantile(p, df), df)
			require.InEpsilon(t, 2*(1-p), two, 1e-6, "df %d, p %v", df, p)
			require.Equal(t, two, StudentTTails(-StudentTQuantile(p, df), df))
		}
	}
	// One degree of freedom is the Cauchy law: 2/pi times the arc tangent of 1/t.
	require.InEpsilon(t, 0.5, StudentTTails(1, 1), 1e-12)
	require.Equal(t, 1.0, StudentTTails(0, 4))
	require.Zero(t, StudentTTails(math.Inf(1), 4))
	require.True(t, math.IsNaN(StudentTTails(1, 0)))
	require.True(t, math.IsNaN(StudentTTails(math.NaN(), 3)))
}
