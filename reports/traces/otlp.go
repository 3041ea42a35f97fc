package traces

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"ccsim/model"
	"ccsim/sim"
)

// otlp writes spans of calls and maintenances as one ExportTraceServiceRequest of
// the OpenTelemetry protocol in its JSON encoding.
type otlp struct {
	w     *bufio.Writer
	cfg   *model.Config
	about About
	comma string
	next  int // number of the next maintenance
	err   error
}

// About says what a trace is of. Ids of spans come from the run, so that the same
// run has the same.
type About struct {
	Run, Scenario, Version string
	Start                  time.Time // of the run; zero where the scenario has none
}

// NewOTLP begins a trace in OTLP/JSON. A scenario without a start begins at
// 2000-01-01 00:00 UTC.
func NewOTLP(w io.Writer, cfg *model.Config, about About) *Trace {
	if about.Start.IsZero() {
		about.Start = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return newTrace(cfg, &otlp{w: bufio.NewWriterSize(w, 1<<16), cfg: cfg, about: about})
}

type otlpValue struct {
	String string `json:"stringValue"`
}

type otlpAttr struct {
	Key   string    `json:"key"`
	Value otlpValue `json:"value"`
}

type otlpEvent struct {
	Time  string     `json:"timeUnixNano"`
	Name  string     `json:"name"`
	Attrs []otlpAttr `json:"attributes,omitempty"`
}

type otlpStatus struct {
	Code    int    `json:"code"` // 2 = error
	Message string `json:"message,omitempty"`
}

type otlpSpan struct {
	TraceID string      `json:"traceId"`
	SpanID  string      `json:"spanId"`
	Parent  string      `json:"parentSpanId,omitempty"`
	Name    string      `json:"name"`
	Kind    int         `json:"kind"` // 1 = internal
	Start   string      `json:"startTimeUnixNano"`
	End     string      `json:"endTimeUnixNano"`
	Attrs   []otlpAttr  `json:"attributes,omitempty"`
	Events  []otlpEvent `json:"events,omitempty"`
	Status  *otlpStatus `json:"status,omitempty"`
}

func otlpAttrs(list []attr) (all []otlpAttr) {
	for _, a := range list {
		all = append(all, otlpAttr{a.name, otlpValue{a.value}})
	}
	return all
}

func (o *otlp) begin() {
	resource, err := json.Marshal(otlpAttrs([]attr{{"service.name", "ccsim"}, {"service.version", o.about.Version}, {"ccsim.scenario", o.about.Scenario}, {"ccsim.run", o.about.Run}}))
	if err != nil {
		o.err = err
		return
	}
	_, o.err = fmt.Fprintf(o.w, "{\"resourceSpans\": [{\"resource\": {\"attributes\": %s}, \"scopeSpans\": [{\"scope\": {\"name\": \"ccsim\"}, \"spans\": [\n", resource)
}

// id makes the id of a thing of the run.
func (o *otlp) id(bytes int, what string) string {
	sum := sha256.Sum256([]byte(o.about.Run + "/" + what))
	return hex.EncodeToString(sum[:bytes])
}

func (o *otlp) stamp(t sim.Time) string {
	return strconv.FormatInt(o.about.Start.UnixNano()+int64(t), 10)
}

// span writes a span, then those inside it.
func (o *otlp) span(trace, parent, name string, s span) {
	id := o.id(8, name)
	x := otlpSpan{TraceID: trace, SpanID: id, Parent: parent, Name: s.name, Kind: 1, Start: o.stamp(s.from), End: o.stamp(s.to), Attrs: otlpAttrs(s.attrs)}
	for _, i := range s.events {
		x.Events = append(x.Events, otlpEvent{o.stamp(i.at), i.name, otlpAttrs(i.attrs)})
	}
	if s.failed != "" {
		x.Status = &otlpStatus{2, s.failed}
	}
	data, err := json.Marshal(x)
	if err != nil || o.err != nil {
		if o.err == nil {
			o.err = err
		}
		return
	}
	_, o.err = fmt.Fprintf(o.w, "%s%s", o.comma, data)
	o.comma = ",\n"
	for n, child := range s.children {
		o.span(trace, id, fmt.Sprintf("%s/%d", name, n), child)
	}
}

func (o *otlp) call(no uint32, s span) {
	name := fmt.Sprintf("call/%d", no)
	o.span(o.id(16, name), "", name, s)
}

func (o *otlp) maintenance(_ model.ProcID, s span) {
	o.next++
	name := fmt.Sprintf("maintenance/%d", o.next)
	o.span(o.id(16, name), "", name, s)
}

// What is no call and no maintenance is no span: the trace of Perfetto has it.
func (o *otlp) role(model.ProcID, span)       {}
func (o *otlp) cut(model.LinkID, span)        {}
func (o *otlp) process(model.ProcID, instant) {}
func (o *otlp) group(int, instant)            {}
func (o *otlp) fault(instant)                 {}
func (o *otlp) loss(instant)                  {}

func (o *otlp) end() error {
	if o.err == nil {
		_, o.err = o.w.WriteString("\n]}]}]}\n")
	}
	if o.err == nil {
		o.err = o.w.Flush()
	}
	return o.err
}
