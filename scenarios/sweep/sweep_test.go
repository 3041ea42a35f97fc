package sweep

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"ccsim/scenarios"

	"github.com/stretchr/testify/require"
)

const small = `apiVersion: ccsim/v1
name: small
horizon: 20m
replications: 2
center: {preset: ideal, agents: [{name: team, count: 3}]}
workload: {calls: [{type: a, arrivals: {rate: 90/h}, talk: {dist: exponential, mean: 2m}, patience: {dist: exponential, mean: 2m}}]}
variants: {rush: {set: {workload.calls.a.talk: 3m}}}
`

func newSweep(t *testing.T, text string, points Points) *Sweep {
	t.Helper()
	file := filepath.Join(t.TempDir(), "small.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	src, err := scenarios.Open(file, nil)
	require.NoError(t, err)
	s, err := New(src, nil, points)
	require.NoError(t, err)
	return s
}

// kept is a state in memory.
type kept struct {
	lock sync.Mutex
	data map[int][]byte
	runs int
}

func (k *kept) load(p int) ([]byte, error) { return k.data[p], nil }

func printed(t *testing.T, s *Sweep, points []Point) string {
	t.Helper()
	var all bytes.Buffer
	for _, form := range Formats {
		require.NoError(t, Print(&all, form, s.Head(), points))
	}
	return all.String()
}

func TestAnInterruptedSweepGoesOnToTheSameBytes(t *testing.T) {
	grid, err := Grid([]string{"center.agents.team.count=2,3,4,5,6", "workload.volume=70%,100%"})
	require.NoError(t, err)
	s := newSweep(t, small, grid)
	whole, err := s.Run(context.Background(), Options{Jobs: 3})
	require.NoError(t, err)
	want := printed(t, s, whole)
	for _, stopAfter := range []int{1, 3, 5} {
		for _, jobs := range []int{1, 4} {
			k := &kept{data: map[int][]byte{}}
			save := func(stop func()) func(int, []byte) error {
				return func(p int, data []byte) error {
					k.lock.Lock()
					defer k.lock.Unlock()
					k.data[p] = data
					if k.runs++; k.runs == stopAfter {
						stop()
					}
					return nil
				}
			}
			ctx, stop := context.WithCancel(context.Background())
			_, err := s.Run(ctx, Options{Jobs: jobs, Save: save(stop)})
			require.ErrorIs(t, err, context.Canceled)
			first := k.runs
			require.Less(t, first, 10, "it did stop")
			points, err := s.Run(context.Background(), Options{Jobs: jobs, Load: k.load, Save: save(func() {})})
			require.NoError(t, err)
			require.Equal(t, 10, k.runs, "what was kept is not run again")
			require.Equal(t, want, printed(t, s, points), "stopped after %d with %d jobs", first, jobs)
		}
	}
}

func TestShardsAreTheWhole(t *testing.T) {
	grid, err := Grid([]string{"center.agents.team.count=2,3,4,5,6"})
	require.NoError(t, err)
	s := newSweep(t, small, grid)
	whole, err := s.Run(context.Background(), Options{})
	require.NoError(t, err)
	for _, n := range []int{1, 2, 3, 7} {
		var parts []*Part
		var names []string
		for i := n; i >= 1; i-- {
			points, err := s.Run(context.Background(), Options{Shard: i, Shards: n})
			require.NoError(t, err)
			var b bytes.Buffer
			require.NoError(t, WritePart(&b, s.Head(), points))
			part, err := ReadPart("part", b.Bytes())
			require.NoError(t, err)
			parts, names = append(parts, part), append(names, fmt.Sprint(i))
		}
		head, points, err := Merge(names, parts)
		require.NoError(t, err)
		require.Equal(t, s.Head(), head)
		require.Equal(t, printed(t, s, whole), printed(t, s, points), "%d shards", n)
	}
}

func TestDamagedPartsAreRefused(t *testing.T) {
	h := Head{ID: "x", Total: 1, Paths: []string{"seed"}}
	for _, p := range []Point{{Sweep: "y", Number: 1, Values: []string{"1"}}, {Sweep: "x", Number: 2, Values: []string{"1"}}, {Sweep: "x", Number: 1}} {
		_, _, err := Merge([]string{"a"}, []*Part{{partFormat, h, []Point{p}}})
		require.ErrorContains(t, err, "a is damaged")
	}
	_, err := ReadPart("a", []byte(`{"format": "other"}`))
	require.ErrorContains(t, err, "no part of a sweep")
}

func TestAKeptPointOfAnotherSweepIsRefused(t *testing.T) {
	grid, err := Grid([]string{"center.agents.team.count=2,3"})
	require.NoError(t, err)
	s := newSweep(t, small, grid)
	for _, data := range []string{"{", `{"sweep": "other", "point": 1}`, fmt.Sprintf(`{"sweep": %q, "point": 2}`, s.Head().ID)} {
		_, err := s.Run(context.Background(), Options{Load: func(p int) ([]byte, error) {
			if p > 1 {
				return nil, nil
			}
			return []byte(data), nil
		}})
		require.ErrorContains(t, err, "remove the state", data)
	}
}

func TestAGridCrossesItsAxes(t *testing.T) {
	p, err := Grid([]string{"a=1,2", `b={dist: exponential, mean: 2m},"x,y",[3, 4]`})
	require.NoError(t, err)
	require.Equal(t, []string{"a", "b"}, p.Paths)
	require.Len(t, p.Values, 6)
	require.Equal(t, []string{"1", "{dist: exponential, mean: 2m}"}, p.Values[0])
	require.Equal(t, []string{"2", "[3, 4]"}, p.Values[5])
	_, err = Grid([]string{"a=" + strings.Repeat("1,", 400), "b=" + strings.Repeat("1,", 400)})
	require.ErrorContains(t, err, "more than 100000 points")
}

func TestALatinHypercubeUsesEveryPartOnce(t *testing.T) {
	const n = 20
	axes := []string{"share=80%..120%", "count=1..40", "time=10s..20s"}
	p, err := Latin(axes, n, 7)
	require.NoError(t, err)
	for axis, lowHigh := range [][2]float64{{80, 120}, {1, 41}, {10, 20}} {
		var parts []int
		for _, v := range p.Values {
			f, err := strconv.ParseFloat(strings.TrimRight(v[axis], "%s"), 64)
			require.NoError(t, err)
			parts = append(parts, int((f-lowHigh[0])/(lowHigh[1]-lowHigh[0])*n))
		}
		slices.Sort(parts)
		for i, part := range parts {
			require.Equal(t, i, part, "axis %d", axis)
		}
	}
	require.NotContains(t, p.Values[0][1], ".", "whole numbers stay whole")
	same, _ := Latin(axes, n, 7)
	require.Equal(t, p, same)
	other, _ := Latin(axes, n, 8)
	require.NotEqual(t, p, other)
	_, err = Latin([]string{"a=3..1"}, 2, 1)
	require.ErrorContains(t, err, "ends before it begins")
}

func TestAListHasPathsInItsHeader(t *testing.T) {
	p, err := List("points.csv", []byte("\xef\xbb\xbfa;b\n1;2\n;3\n"))
	require.NoError(t, err)
	require.Equal(t, Points{[]string{"a", "b"}, [][]string{{"1", "2"}, {"", "3"}}}, p)
	changes, err := p.changes(1)
	require.NoError(t, err)
	require.Len(t, changes, 1, "an empty cell leaves what the scenario says")
	for text, want := range map[string]string{"a,a\n1,2\n": "varied twice", "a\n": "a header with paths", "a,\n1,2\n": "no path", "a,b\n1\n": "points.csv:2:1"} {
		_, err := List("points.csv", []byte(text))
		require.ErrorContains(t, err, want)
	}
}
