package model

import (
	"reflect"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// pointerFree fails where a row could share memory with a copy of itself.
func pointerFree(t *testing.T, typ reflect.Type, path string) {
	switch typ.Kind() {
	case reflect.Struct:
		for i := range typ.NumField() {
			pointerFree(t, typ.Field(i).Type, path+"."+typ.Field(i).Name)
		}
	case reflect.Array:
		pointerFree(t, typ.Elem(), path+"[]")
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Chan, reflect.Func, reflect.Interface, reflect.String, reflect.UnsafePointer:
		t.Errorf("%s is a %v: a copy of the row would share it", path, typ.Kind())
	}
}

func TestRowsHoldNoPointers(t *testing.T) {
	state := reflect.TypeFor[state]()
	slices := 0
	for i := range state.NumField() {
		f := state.Field(i)
		if f.Type.Kind() != reflect.Slice {
			pointerFree(t, f.Type, f.Name)
			continue
		}
		slices++
		pointerFree(t, f.Type.Elem(), f.Name)
	}
	require.Equal(t, 29, slices, "CopyFrom and this test must know every slice")
}

func TestCopyForgetsNoSliceAndSharesNone(t *testing.T) {
	cfg := at(lab(6, 90), Lever{Verb: VerbCrash, Procs: []ProcID{pgProc(0, SideA)}, At: 5 * sim.Minute})
	cfg.Failures = []Failure{failure(0, sim.Hour, sim.Minute, 1)}
	campaign(cfg, ModeProgressive, 50)
	w, err := New(cfg, 1, 0)
	require.NoError(t, err)
	require.NoError(t, w.RunUntil(6*sim.Minute))
	fork := w.Fork()
	require.Equal(t, w.state, fork.state)
	require.Equal(t, w.kernel.PendingEvents(), fork.kernel.PendingEvents())
	a, b := reflect.ValueOf(&w.state).Elem(), reflect.ValueOf(&fork.state).Elem()
	for i := range a.NumField() {
		if a.Field(i).Kind() == reflect.Slice && a.Field(i).Len() > 0 {
			require.NotEqual(t, a.Field(i).Pointer(), b.Field(i).Pointer(), "%s is shared with the fork", a.Type().Field(i).Name)
		}
	}
}

func TestEveryKindHasANameAndAHandler(t *testing.T) {
	for k := evNone + 1; k < numKinds; k++ {
		require.NotEmpty(t, KindName(k))
	}
	require.Equal(t, "unknown", KindName(200))
	w, err := New(lab(1, 1), 1, 0)
	require.NoError(t, err)
	defer func() {
		broken, ok := recover().(*SoundnessError)
		require.True(t, ok)
		require.Contains(t, broken.Error(), "unknown kind")
	}()
	w.handle(sim.Event{Ord: sim.Order(sim.RankWork, 0, numKinds, 0)})
}

func BenchmarkSnapshot(b *testing.B) {
	w, err := New(lab(2000, 32000), 1, 0)
	require.NoError(b, err)
	require.NoError(b, w.RunUntil(10*sim.Minute))
	var copied World
	for b.Loop() {
		copied.CopyFrom(w)
	}
}

// BenchmarkRun is an hour of the reference design at its rated load: 2000
// agents, 9 calls a second.
func BenchmarkRun(b *testing.B) {
	calls := int64(0)
	for b.Loop() {
		w, err := New(lab(2000, 32400), 1, 0)
		require.NoError(b, err)
		require.NoError(b, w.Run())
		calls += w.census.Offered
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(calls), "ns/call")
}
