package traces

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"ccsim/model"
	"ccsim/sim"
)

// Processes of a Chrome trace: sites, or the virtual machines of a center that
// names them.
const (
	pidSideA = 1 + iota
	pidSideB
	pidNetwork
	pidCalls
	pidTimeline
	pidMachines = 10 // and those after it
)

// Tracks of the timeline.
const (
	tidFaults = 1 + iota
	tidLosses
)

// chrome writes the JSON form of Chrome's traces, which Perfetto reads
// (https://ui.perfetto.dev).
type chrome struct {
	w     *bufio.Writer
	cfg   *model.Config
	title string
	comma string
	pid   map[model.ProcID]int
	cuts  map[model.LinkID]bool // links that have a track
	next  int                   // id of the next maintenance
	err   error
}

// NewChrome begins a trace for Perfetto.
func NewChrome(w io.Writer, cfg *model.Config, title string) *Trace {
	c := &chrome{w: bufio.NewWriterSize(w, 1<<16), cfg: cfg, title: title, pid: map[model.ProcID]int{}, cuts: map[model.LinkID]bool{}}
	return newTrace(cfg, c)
}

// event is one entry of the trace. Times are microseconds.
type event struct {
	Name  string         `json:"name"`
	Phase string         `json:"ph"`
	Cat   string         `json:"cat,omitempty"`
	ID    string         `json:"id,omitempty"`
	TS    json.Number    `json:"ts"`
	Dur   json.Number    `json:"dur,omitempty"`
	PID   int            `json:"pid"`
	TID   int            `json:"tid"`
	Scope string         `json:"s,omitempty"`
	Args  map[string]any `json:"args,omitempty"`
}

// micros prints a time exactly: the clock of a run counts nanoseconds.
func micros(t sim.Time) json.Number {
	return json.Number(fmt.Sprintf("%d.%03d", int64(t)/1000, int64(t)%1000))
}

func (c *chrome) write(e event) {
	if c.err != nil {
		return
	}
	data, err := json.Marshal(e)
	if err != nil {
		c.err = err
		return
	}
	_, c.err = fmt.Fprintf(c.w, "%s%s", c.comma, data)
	c.comma = ",\n"
}

func (c *chrome) name(kind string, pid, tid int, name string) {
	c.write(event{Name: kind + "_name", Phase: "M", TS: "0", PID: pid, TID: tid, Args: map[string]any{"name": name}})
	place := tid
	if kind == "process" {
		place = pid
	}
	c.write(event{Name: kind + "_sort_index", Phase: "M", TS: "0", PID: pid, TID: tid, Args: map[string]any{"sort_index": place}})
}

func (c *chrome) begin() {
	title, err := json.Marshal(c.title)
	if err != nil {
		c.err = err
		return
	}
	_, c.err = fmt.Fprintf(c.w, "{\"displayTimeUnit\": \"ms\", \"otherData\": {\"title\": %s}, \"traceEvents\": [\n", title)
	for pid, name := range []string{pidSideA: "Side A", pidSideB: "Side B", pidNetwork: "Network", pidCalls: "Calls and agents", pidTimeline: "Timeline"} {
		if name != "" {
			c.name("process", pid, 0, name)
		}
	}
	for i := range c.cfg.VMs {
		c.name("process", pidMachines+i, 0, "vm/"+c.cfg.VMs[i].Name)
		for _, id := range c.cfg.VMs[i].Procs {
			c.pid[id] = pidMachines + i
		}
	}
	units := c.cfg.Units()
	for i := range units {
		for _, id := range units[i].Procs(model.PairID(i)) {
			c.name("thread", c.of(id), c.track(id), c.cfg.ProcName(id))
		}
	}
	for g := range c.cfg.Groups {
		c.name("thread", pidCalls, 1+g, "agents/"+c.cfg.Groups[g].Name)
	}
	c.name("thread", pidTimeline, tidFaults, "faults and actions")
	c.name("thread", pidTimeline, tidLosses, "losses")
}

// of is the process of a trace in which a process of the center stands.
func (c *chrome) of(id model.ProcID) int {
	if pid, ok := c.pid[id]; ok {
		return pid
	}
	return pidSideA + int(id.Side())
}

func (c *chrome) track(id model.ProcID) int { return 1 + int(id) }

func args(attrs []attr) map[string]any {
	if len(attrs) == 0 {
		return nil
	}
	m := map[string]any{}
	for _, a := range attrs {
		m[a.name] = a.value
	}
	return m
}

func (c *chrome) slice(pid, tid int, cat string, s span) {
	c.write(event{Name: s.name, Phase: "X", Cat: cat, TS: micros(s.from), Dur: micros(s.to - s.from), PID: pid, TID: tid, Args: args(s.attrs)})
}

func (c *chrome) role(id model.ProcID, s span) { c.slice(c.of(id), c.track(id), "role", s) }

func (c *chrome) cut(id model.LinkID, s span) {
	if !c.cuts[id] {
		c.cuts[id] = true
		c.name("thread", pidNetwork, 1+int(id), c.cfg.LinkName(id))
	}
	c.slice(pidNetwork, 1+int(id), "link", s)
}

// async writes a span that may overlap others, with what lies inside it.
func (c *chrome) async(pid, tid int, cat, id string, s span) {
	at := args(s.attrs)
	if s.failed != "" {
		if at == nil {
			at = map[string]any{}
		}
		at["failed"] = s.failed
	}
	c.write(event{Name: s.name, Phase: "b", Cat: cat, ID: id, TS: micros(s.from), PID: pid, TID: tid, Args: at})
	for _, child := range s.children {
		c.async(pid, tid, cat, id, child)
	}
	for _, i := range s.events {
		c.write(event{Name: i.name, Phase: "n", Cat: cat, ID: id, TS: micros(i.at), PID: pid, TID: tid, Args: args(i.attrs)})
	}
	c.write(event{Name: s.name, Phase: "e", Cat: cat, ID: id, TS: micros(s.to), PID: pid, TID: tid})
}

func (c *chrome) maintenance(id model.ProcID, s span) {
	c.next++
	c.async(c.of(id), c.track(id), "maintenance", fmt.Sprintf("m%d", c.next), s)
}

func (c *chrome) call(no uint32, s span) { c.async(pidCalls, 0, "call", fmt.Sprintf("c%d", no), s) }

func (c *chrome) point(pid, tid int, cat, scope string, i instant) {
	c.write(event{Name: i.name, Phase: "i", Cat: cat, TS: micros(i.at), PID: pid, TID: tid, Scope: scope, Args: args(i.attrs)})
}

func (c *chrome) process(id model.ProcID, i instant) {
	c.point(c.of(id), c.track(id), "process", "t", i)
}

func (c *chrome) group(g int, i instant) { c.point(pidCalls, 1+g, "agent", "t", i) }

func (c *chrome) fault(i instant) { c.point(pidTimeline, tidFaults, "fault", "g", i) }

func (c *chrome) loss(i instant) { c.point(pidTimeline, tidLosses, "loss", "p", i) }

func (c *chrome) end() error {
	if c.err == nil {
		_, c.err = c.w.WriteString("\n]}\n")
	}
	if c.err == nil {
		c.err = c.w.Flush()
	}
	return c.err
}
