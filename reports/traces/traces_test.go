package traces_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"ccsim/model"
	"ccsim/reports/traces"
	"ccsim/scenarios"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

var some = []string{"busy-half-hour", "vm-maintenance", "site-crash", "maintenance-private-link", "random-failures", "campaign-during-pg-crash"}

func traced(t *testing.T, name, form string) (*scenarios.Compiled, []byte) {
	t.Helper()
	src, err := scenarios.Open(name, nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	var b, again bytes.Buffer
	require.NoError(t, c.Trace(&b, src, form))
	require.NoError(t, c.Trace(&again, src, form))
	require.True(t, bytes.Equal(b.Bytes(), again.Bytes()), "the same bytes each time")
	return c, b.Bytes()
}

type chromeEvent struct {
	Name, Ph, Cat, ID, S string
	TS, Dur              json.Number
	PID, TID             int
	Args                 map[string]any
}

// nanos reads microseconds with three decimals without rounding.
func nanos(t *testing.T, n json.Number) int64 {
	t.Helper()
	if n == "" {
		return 0
	}
	var whole, rest int64
	if _, err := fmt.Sscanf(string(n), "%d.%d", &whole, &rest); err != nil {
		v, err := strconv.ParseInt(string(n), 10, 64)
		require.NoError(t, err)
		return v * 1000
	}
	return whole*1000 + rest
}

// counted is what a world did, counted beside the trace.
type counted struct{ in, lost, levers int }

func (c *counted) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactInSystem:
		c.in++
	case model.FactLoss:
		c.lost++
	case model.FactLever:
		c.levers++
	}
}

func count(t *testing.T, c *scenarios.Compiled) (n counted) {
	t.Helper()
	w, err := model.New(c.Config, c.Seed, 0)
	require.NoError(t, err)
	w.SetSink(&n)
	require.NoError(t, w.Run())
	return n
}

func TestChromeTracesNest(t *testing.T) {
	for _, name := range some {
		t.Run(name, func(t *testing.T) {
			c, data := traced(t, name, "chrome")
			var trace struct {
				TraceEvents []chromeEvent
			}
			require.NoError(t, json.Unmarshal(data, &trace))
			named := map[[2]int]bool{}
			last := map[[2]int]int64{}
			type open struct {
				name string
				at   int64
			}
			stacks := map[string][]open{}
			calls, losses, faults := 0, 0, 0
			for _, e := range trace.TraceEvents {
				at := nanos(t, e.TS)
				track := [2]int{e.PID, e.TID}
				require.GreaterOrEqual(t, at, int64(0))
				switch e.Ph {
				case "M":
					named[track] = true
				case "X":
					require.Positive(t, nanos(t, e.Dur), e)
					require.True(t, named[track], "%v has no name", track)
					require.GreaterOrEqual(t, at, last[track], "slices of a track follow one another: %v", e)
					last[track] = at + nanos(t, e.Dur)
				case "b":
					list := stacks[e.ID]
					if len(list) > 0 {
						require.GreaterOrEqual(t, at, list[len(list)-1].at)
					}
					stacks[e.ID] = append(list, open{e.Name, at})
					if e.Cat == "call" && len(list) == 0 {
						calls++
					}
				case "e":
					list := stacks[e.ID]
					require.NotEmpty(t, list, "%s ends and has not begun", e.ID)
					top := list[len(list)-1]
					require.Equal(t, top.name, e.Name)
					require.GreaterOrEqual(t, at, top.at)
					if stacks[e.ID] = list[:len(list)-1]; len(list) > 1 {
						stacks[e.ID][len(list)-2].at = at // what comes next inside begins after it
					}
				case "n", "i":
					switch e.Cat {
					case "loss":
						losses++
					case "fault":
						faults++
					}
				default:
					require.Fail(t, "unknown phase "+e.Ph)
				}
			}
			for id, list := range stacks {
				require.Empty(t, list, "%s never ends", id)
			}
			require.Equal(t, count(t, c), counted{calls, losses, faults})
		})
	}
}

type otlpSpan struct {
	TraceID, SpanID, ParentSpanID, Name string
	StartTimeUnixNano, EndTimeUnixNano  string
	Events                              []struct{ TimeUnixNano, Name string }
	Status                              struct {
		Code    int
		Message string
	}
}

func TestOTLPSpansLieInTheirParents(t *testing.T) {
	for _, name := range some {
		t.Run(name, func(t *testing.T) {
			c, data := traced(t, name, "otlp")
			var trace struct {
				ResourceSpans []struct{ ScopeSpans []struct{ Spans []otlpSpan } }
			}
			require.NoError(t, json.Unmarshal(data, &trace))
			number := func(s string) int64 {
				v, err := strconv.ParseInt(s, 10, 64)
				require.NoError(t, err)
				return v
			}
			seen := map[string]otlpSpan{}
			roots := 0
			for _, s := range trace.ResourceSpans[0].ScopeSpans[0].Spans {
				require.Len(t, s.TraceID, 32)
				require.Len(t, s.SpanID, 16)
				_, twice := seen[s.SpanID]
				require.False(t, twice, "an id is given once")
				from, to := number(s.StartTimeUnixNano), number(s.EndTimeUnixNano)
				require.LessOrEqual(t, from, to)
				for _, e := range s.Events {
					require.LessOrEqual(t, from, number(e.TimeUnixNano))
					require.GreaterOrEqual(t, to, number(e.TimeUnixNano))
				}
				if s.ParentSpanID == "" {
					roots += boolInt(s.Name != "" && s.Name[:4] == "call")
				} else {
					parent, ok := seen[s.ParentSpanID]
					require.True(t, ok, "a parent stands before its children")
					require.Equal(t, parent.TraceID, s.TraceID)
					require.LessOrEqual(t, number(parent.StartTimeUnixNano), from)
					require.GreaterOrEqual(t, number(parent.EndTimeUnixNano), to)
				}
				seen[s.SpanID] = s
			}
			require.Equal(t, count(t, c).in, roots)
		})
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// failing takes so many bytes and no more.
type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, fmt.Errorf("the disk is full")
	}
	return len(p), nil
}

func TestAFullDiskIsAnError(t *testing.T) {
	src, err := scenarios.Open("busy-half-hour", nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	for _, form := range traces.Forms {
		for _, left := range []int{0, 70_000} {
			require.ErrorContains(t, c.Trace(&failing{left}, src, form), "the disk is full")
		}
	}
}
