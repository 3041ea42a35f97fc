package reports

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"ccsim/model"
)

// JSON schema version of the result.
const schemaVersion = 1

type jsonRun struct {
	ID           string            `json:"id"`
	Scenario     string            `json:"scenario"`
	Seed         uint64            `json:"seed"`
	Replications int               `json:"replications"`
	Version      string            `json:"version"`
	Model        int               `json:"model"`
	Partial      bool              `json:"partial"`
	Inputs       map[string]string `json:"inputs"`
	Fingerprint  jsonPrint         `json:"fingerprint"`
	Precision    *jsonRule         `json:"precision,omitempty"`
}

type jsonPrint struct {
	Flow  string `json:"flow"`
	Facts string `json:"facts"`
}

type jsonLoss struct {
	Kind   string  `json:"kind"`
	Cause  string  `json:"cause"`
	ButFor string  `json:"but_for"`
	Count  int64   `json:"count"`
	Mean   float64 `json:"mean"`
	Half   *number `json:"half_width"`
}

type jsonFailover struct {
	Component string  `json:"component"`
	Fault     string  `json:"fault"`
	Detected  *number `json:"detected_s"`
	TookOver  *number `json:"took_over_s"`
	Recovered *number `json:"recovered_s"`
}

type jsonMetric struct {
	Name       string  `json:"name"`
	Scope      string  `json:"scope"`
	Value      *number `json:"value"`
	Unit       string  `json:"unit"`
	Half       *number `json:"half_width"`
	SD         *number `json:"sd"`
	N          int     `json:"n"`
	Confidence float64 `json:"confidence"`
	*jsonTail
}

type jsonExpectation struct {
	Text  string  `json:"text"`
	OK    bool    `json:"ok"`
	Value *number `json:"value"`
	Why   string  `json:"why,omitempty"`
}

// block is what a result and each of its variants have.
type block struct {
	Calls     counts         `json:"calls"`
	Pending   counts         `json:"pending_states"`
	Agents    counts         `json:"agents"`
	Outbound  jsonOutbound   `json:"outbound"`
	Tasks     counts         `json:"tasks"`
	Losses    []jsonLoss     `json:"losses"`
	Failovers []jsonFailover `json:"failovers"`
	Metrics   []jsonMetric   `json:"metrics"`

	Controlled  []jsonControlled `json:"controlled,omitempty"`
	Differences []jsonDifference `json:"differences,omitempty"` // of a variant: less the plain scenario
	Supervisors counts           `json:"supervisors,omitempty"`
}

type jsonReport struct {
	Schema int     `json:"schema"`
	Run    jsonRun `json:"run"`
	block
	Expectations []jsonExpectation `json:"expectations"`
	Codes        any               `json:"codes"`
	Variants     variants          `json:"variants"`
	Steady       *jsonSteady       `json:"steady_state,omitempty"`
}

// number prints with up to twelve significant digits, the same everywhere.
type number float64

func (n number) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf("%.12g", float64(n))), nil }

func maybe(v float64) *number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	n := number(v)
	return &n
}

// counts is an object of whole numbers in a fixed order.
type counts []struct {
	name string
	n    int64
}

func (c counts) MarshalJSON() ([]byte, error) {
	parts := make([]string, len(c))
	for i, x := range c {
		parts[i] = fmt.Sprintf("%q:%d", x.name, x.n)
	}
	return []byte("{" + strings.Join(parts, ",") + "}"), nil
}

// variants is an object of blocks in the order of the scenario.
type variants []struct {
	name string
	block
}

func (v variants) MarshalJSON() ([]byte, error) {
	parts := make([]string, len(v))
	for i, x := range v {
		key, err := json.Marshal(x.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(x.block)
		if err != nil {
			return nil, err
		}
		parts[i] = string(key) + ":" + string(value)
	}
	return []byte("{" + strings.Join(parts, ",") + "}"), nil
}

// JSON prints a report as one JSON object, schema version 1. Counts are of the
// first replication; values without a number are null.
func JSON(w io.Writer, r *Report) error {
	out := jsonReport{
		Schema: schemaVersion, Run: r.jsonRun(),
		block: blockOf(r.Config, r.Plain), Expectations: []jsonExpectation{}, Codes: []struct{}{}, Variants: variants{},
		Steady: r.jsonSteady(),
	}
	out.Controlled = r.jsonControls(r.columns()[0])
	for _, e := range r.Expect {
		out.Expectations = append(out.Expectations, jsonExpectation{e.Text, e.OK, maybe(e.Value), e.Why})
	}
	differences := r.variantDifferences()
	for i, v := range r.Variants {
		out.Variants = append(out.Variants, struct {
			name string
			block
		}{v.Name, blockOf(v.Config, v.Result)})
		out.Variants[i].Differences, out.Variants[i].Controlled = differences[i], r.jsonControls(v)
	}
	out.Codes = jsonCodes(r.Config, r.Plain)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// jsonRun is what was run.
func (r *Report) jsonRun() jsonRun {
	out := jsonRun{
		ID: r.Run.ID, Scenario: r.Run.Scenario, Seed: r.Run.Seed, Replications: r.Run.Replications, Version: r.Run.Version,
		Model: r.Run.Model, Partial: r.Partial(), Inputs: map[string]string{}, Precision: r.jsonRule(),
		Fingerprint: jsonPrint{fmt.Sprintf("%016x", r.Plain.Fingerprint.Flow), fmt.Sprintf("%016x", r.Plain.Fingerprint.Facts)},
	}
	for _, in := range r.Run.Inputs {
		out.Inputs[in.Name] = in.SHA256
	}
	return out
}

// variantDifferences are those of the variants; with one replication there are
// none worth a row.
func (r *Report) variantDifferences() [][]jsonDifference {
	all := make([][]jsonDifference, len(r.Variants))
	if len(r.Plain.Reps) < 2 {
		return all
	}
	for i, list := range r.differences() {
		all[i] = jsonDifferences(list)
	}
	return all
}

func blockOf(cfg *model.Config, res *Result) block {
	b := block{
		Calls:     countsOf(res, "calls.", "offered", "handled", "abandoned", "balked", "blocked", "rejected", "default_routed", "lost", "in_progress"),
		Pending:   countsOf(res, "pending_states.", "requested", "applied", "superseded", "cancelled", "rejected", "lost", "pending"),
		Agents:    countsOf(res, "agents.", "signed_out", "forced_not_ready", "unwanted_ready", "unwanted_not_ready"),
		Outbound:  outboundOf(cfg, res),
		Tasks:     jsonTasks(cfg, res),
		Losses:    []jsonLoss{},
		Failovers: []jsonFailover{},
	}
	b.Supervisors = jsonSupervisors(cfg, res)
	for cause := range cfg.Causes() {
		for _, k := range model.LossKinds() {
			if s, ok := res.Get("losses."+k.String(), CauseScope(cause)); ok && s.Mean != 0 {
				b.Losses = append(b.Losses, jsonLoss{k.String(), Cause(cfg, uint32(cause)), "not_tested", int64(s.First), s.Mean, maybe(s.HalfWidth(confidence))})
			}
		}
	}
	for _, i := range Faults(cfg) {
		l := &cfg.Levers[i]
		f := jsonFailover{Component: cfg.Units()[l.Pair].Name, Fault: l.Name,
			Detected: first(res, "detection_s", i), TookOver: first(res, "takeover_s", i), Recovered: first(res, "recovery_s", i)}
		if f.Detected != nil || f.TookOver != nil || f.Recovered != nil {
			b.Failovers = append(b.Failovers, f)
		}
	}
	for i := range res.Stats {
		s := &res.Stats[i]
		if strings.HasPrefix(s.Scope, "cause/") {
			continue // these are the losses and failovers above
		}
		b.Metrics = append(b.Metrics, jsonMetric{s.Name, s.Scope, maybe(s.Mean), s.Unit, maybe(s.HalfWidth(confidence)), maybe(s.SD), s.N, confidence, res.tail(i)})
	}
	return b
}

func first(res *Result, name string, lever int) *number {
	s, ok := res.Get(name, CauseScope(lever+1))
	if !ok {
		return nil
	}
	return maybe(s.First)
}

func countsOf(res *Result, prefix string, names ...string) (c counts) {
	for _, n := range names {
		v := int64(0)
		if s, ok := res.Get(prefix+n, "all"); ok {
			v = int64(s.First)
		}
		c = append(c, struct {
			name string
			n    int64
		}{n, v})
	}
	return c
}
