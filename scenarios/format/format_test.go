package format

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
)

// decode reads a text as a scenario and gives it with all its errors.
func decode(text string, changes ...Change) (*Scenario, string) {
	doc, err := Parse("s.yaml", []byte(text))
	if err != nil {
		return nil, err.Error()
	}
	p := &Problems{}
	sc := doc.Decode(p, changes...)
	if err := p.Err(); err != nil {
		return sc, err.Error()
	}
	return sc, ""
}

func TestErrorsHaveTheirPlaceAndSayWhatToDo(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"unknown key":      {"seed: 1\nhorzion: 8h\n", `s.yaml:2:1: unknown key "horzion"; did you mean "horizon"?`},
		"nested key":       {"center:\n  trunk: 5\n", `s.yaml:2:3: unknown key "trunk"; did you mean "trunks"?`},
		"no unit":          {"horizon: 30\n", "s.yaml:1:10: 30 has no unit: write 30s for seconds, 30m for minutes"},
		"bad unit":         {"horizon: 30x\n", `s.yaml:1:10: "30x" is not a duration with its unit`},
		"not a number":     {"seed: many\n", `s.yaml:1:7: "many" is not a whole number`},
		"rate":             {"workload: {calls: [{type: a, arrivals: {rate: 20}}]}\n", `"20" is not a rate with its time, such as 2000/h`},
		"choice":           {"end: drian\n", `s.yaml:1:6: "drian" is not known here; did you mean "drain"?`},
		"later key":        {"timeline: [{at: 1h, do: delay, target: link/private, by: 5ms, jitter: 1ms}]\n", `"jitter" is not available in this version of ccsim: delays of links come in a later version`},
		"bad target":       {"timeline: [{at: 1h, do: crash, target: agent-pg-1/C}]\n", `"agent-pg-1/C" is not a target`},
		"twice":            {"seed: 1\nseed: 2\n", `"seed"`},
		"list wanted":      {"timeline: {at: 1h}\n", "s.yaml:1:11: expected a list, found a mapping"},
		"mapping wanted":   {"center: 5\n", "s.yaml:1:9: expected a mapping, found a single value"},
		"scalar wanted":    {"seed: [1]\n", "s.yaml:1:7: expected a whole number, found a list"},
		"family":           {"center: {ring: {dist: expo, mean: 3s}}\n", `"expo" is not known here; did you mean`},
		"family parameter": {"center: {ring: {dist: exponential, mean: 3s, cv: 2}}\n", `exponential takes no "cv"; it takes mean`},
		"lack of cv":       {"center: {ring: {dist: lognormal, mean: 3s}}\n", "s.yaml:1:16: lognormal needs cv"},
		"lack of shape":    {"center: {ring: {dist: gamma, mean: 3s}}\n", "gamma needs shape or cv"},
		"no family":        {"center: {ring: {mean: 3s}}\n", "a law needs its family"},
		"zone":             {"start: 2026-03-03 08:00 Europe/Wien\n", `unknown time zone "Europe/Wien"`},
		"start":            {"start: tomorrow\n", `"tomorrow" is not a moment`},
		"negative share":   {"workload: {volume: -5%}\n", "a share is not negative"},
		"limit":            {"center: {trunks: lots}\n", `"lots" is not a whole number from 0 up, or none`},
		"alias":            {"seed: *x\n", "x"},
		"tabs":             {"center:\n\ttrunks: 5\n", "s.yaml:2:"},
		"syntax":           {"seed: [1, 2\n", "s.yaml:1:"},
		"two documents":    {"seed: 1\n---\nseed: 2\n", "a file holds one scenario"},
		"empty":            {"", "the file is empty"},
		"binary":           {"\x00\x01", "this is not a text file"},
	} {
		_, got := decode(c.in)
		require.Contains(t, got, c.want, name)
		require.True(t, strings.HasPrefix(got, "s.yaml:"), "%s: %s", name, got)
	}
}

func TestAllErrorsAtOnceInTheOrderOfTheFile(t *testing.T) {
	_, got := decode("sed: 1\nhorizon: 8\nend: never\n")
	lines := strings.Split(got, "\n")
	require.Len(t, lines, 9, "an error, its line and a caret each:\n%s", got)
	require.Contains(t, lines[0], "s.yaml:1:1")
	require.Contains(t, lines[3], "s.yaml:2:10")
	require.Equal(t, "    horizon: 8", lines[4])
	require.Equal(t, "             ^", lines[5])
	require.Contains(t, lines[6], "s.yaml:3:6")
}

func TestDurationsAreExact(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "30s": 30e9, "1h30m": 5400e9, "500ms": 5e8, "1.5s": 15e8, "2d": 172800e9, "1w": 604800e9, "0.1s": 1e8, "3ns": 3, "5min": 300e9, "1h0.000000001s": 3600e9 + 1,
	} {
		got, err := ParseDuration(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "s", "30", "1.2.3s", "-5s", "1h 30m", "99999999999h", "5x", "1e3s"} {
		_, err := ParseDuration(text)
		if text == "" {
			require.NoError(t, err) // the caller refuses empty values
			continue
		}
		require.Error(t, err, text)
	}
}

func TestChanges(t *testing.T) {
	base := "seed: 1\nworkload:\n  calls:\n    - {type: a, talk: {dist: exponential, mean: 3m}}\n    - {type: b, talk: 5s}\nreport: {service_level: [10s, 20s]}\n"
	change := func(text string) Change {
		c, err := ParseChange(text)
		require.NoError(t, err)
		return c
	}
	sc, errs := decode(base, change("seed=7"), change("workload.calls.b.talk=9s"), change("workload.calls[0].talk.mean=4m"), change("report.service_level=15s"), change("center.timers.handover=1s"))
	require.Empty(t, errs)
	require.EqualValues(t, 7, sc.Seed.N)
	require.EqualValues(t, 9e9, sc.Workload.Calls[1].Talk.Params.Constant.NS)
	require.EqualValues(t, 240e9, sc.Workload.Calls[0].Talk.Params.Mean.NS)
	require.Equal(t, "exponential", sc.Workload.Calls[0].Talk.Family.S)
	require.Len(t, sc.Report.ServiceLevel, 1)
	require.EqualValues(t, 1e9, sc.Center.Timers.Handover.NS)
	for text, want := range map[string]string{
		"sed=7":                     `--set sed: the path has no "sed"; did you mean "seed"?`,
		"workload.calls.c.talk=9s":  `--set workload.calls.c.talk: the list has no "c"`,
		"workload.calls[9].talk=9s": "the list has 2 elements",
		"seed=lots":                 `--set seed: "lots" is not a whole number`,
		"seed.deeper=1":             `the path`,
	} {
		_, errs := decode(base, change(text))
		require.Contains(t, errs, want, text)
	}
	_, err := ParseChange("nothing")
	require.ErrorContains(t, err, "path=value")
}

func TestExpressions(t *testing.T) {
	for _, good := range []string{
		"calls.lost == 0", "pending_states.lost <= 25", "mean(mean_wait(sales)) < 10s", "variant(plain-stop, agents.signed_out) > 0",
		"within(120s after maintenance-continue agent-pg-1/A, role(agent-pg-1/B) == active)", "within(180s, signed_in(agent-pg-1) == 100%)",
		"order(maintenance-continue agent-pg-1/A, cut link/private:agent-pg-1, active agent-pg-1/B)", "role(agent-pg-1/B, at 2h1m) != down",
		"service_level_20s >= 80%", "service_level_7.5s_any > 0.5", "abandonment_rate<3%",
	} {
		_, _, err := ParseExpr(good)
		require.NoError(t, err, good)
	}
	for bad, want := range map[string]struct {
		text string
		col  int
	}{
		"calls.lst == 0":                        {`unknown metric "calls.lst"; did you mean "calls.lost"?`, 1},
		"calls.lost = 0":                        {"expected a comparison", 12},
		"calls.lost == many":                    {"expected a number", 15},
		"calls.lost == 0 0":                     {"nothing is expected after this", 17},
		"codes(pg-1a) matches 100":              {`expected "[", found "100"`, 22},
		"within(5, role(agent-pg-1/A) == down)": {"expected a duration", 8},
		"within(5s, calls.lost == 0)":           {"within() takes role(...) or signed_in(...)", 12},
		"order(crashd agent-pg-1/A)":            {`unknown event "crashd"; did you mean "crashed"?`, 7},
		"order(detected agent-pg-1)":            {`happens at agent-pg-1/A, not at agent-pg-1`, 7},
		"role(site/A) == active":                {"role() takes one side", 6},
		"role(agent-pg-1/A) == busy":            {`unknown role "busy"`, 23},
		"signed_in(agent-pg-1/A) == 100%":       {"signed_in() takes an Agent PG", 11},
		"":                                      {"the text ends here", 1},
		"mean(":                                 {"the text ends here", 6},
	} {
		_, col, err := ParseExpr(bad)
		require.ErrorContains(t, err, want.text, bad)
		require.Equal(t, want.col, col, bad)
	}
	p, _, err := ParseProbe("queue(sales) before crashed agent-pg-1/A")
	require.NoError(t, err)
	require.Equal(t, "sales", p.Of)
	_, col, err := ParseProbe("qeue(sales) before crashed agent-pg-1/A")
	require.ErrorContains(t, err, `did you mean "queue"?`)
	require.Equal(t, 1, col)
}

func TestSchemaAndDecoderAgree(t *testing.T) {
	var schema any
	require.NoError(t, json.Unmarshal(Schema(), &schema))
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("scenario.json", schema))
	s, err := compiler.Compile("scenario.json")
	require.NoError(t, err)
	valid := func(data []byte) error {
		var v any
		if err := yaml.Unmarshal(data, &v); err != nil {
			return err
		}
		again, err := json.Marshal(v)
		if err != nil {
			return err
		}
		v, err = jsonschema.UnmarshalJSON(strings.NewReader(string(again)))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}
	files, err := filepath.Glob("../library/*.yaml")
	require.NoError(t, err)
	more, err := filepath.Glob("../validation/*.yaml")
	require.NoError(t, err)
	require.Greater(t, len(files), 20)
	for _, f := range append(files, more...) {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		require.NoError(t, valid(data), f)
		_, errs := decode(string(data))
		require.Empty(t, errs, f)
	}
	const head = "apiVersion: ccsim/v1\nname: x\nhorizon: 1h\n"
	require.NoError(t, valid([]byte(head)))
	for _, wrong := range []string{"sed: 1", "end: never", "center: {trunk: 1}", "timeline: {at: 1h}", "center: {preset: lab2}", "center: {trunks: lots}", "seed: many", "expect: 5"} {
		require.Error(t, valid([]byte(head+wrong)), wrong)
		_, errs := decode(head + wrong)
		require.NotEmpty(t, errs, wrong)
	}
}

func TestTheCommittedSchemaIsUpToDate(t *testing.T) {
	committed, err := os.ReadFile("../../docs/scenario.schema.json")
	require.NoError(t, err)
	require.Equal(t, string(Schema()), string(committed), "run make generate")
}

func table(data string, columns Mapping, required ...string) (*Reader, *Problems) {
	p := &Problems{File: "s.yaml"}
	return OpenTable(p, Pos{Line: 3, Col: 4}, "t.csv", []byte(data), columns, "", required, []string{"date", "talk"}), p
}

func TestTables(t *testing.T) {
	r, p := table("\xef\xbb\xbfDatum;Interval;Offered;AHT\n03.03.2026;08:30;12;1:30\n\n04.03.2026;9:00;3,5;\n",
		Mapping{Pairs: []Pair{{Text{S: "date"}, Text{S: "Datum"}}}}, "start", "count")
	require.NoError(t, p.Err())
	row, ok := r.Next()
	require.True(t, ok)
	start, _ := row.Seconds("start")
	count, _ := row.Count("count")
	day, _ := row.Date("date", nil2utc())
	talk, _ := row.Seconds("talk")
	require.EqualValues(t, (8*3600+1800)*1e9, start)
	require.Equal(t, 12.0, count)
	require.Equal(t, "2026-03-03", day.Format("2006-01-02"))
	require.EqualValues(t, 5400e9, talk, "hours and minutes")
	row, ok = r.Next()
	require.True(t, ok)
	require.Equal(t, 4, row.Line)
	count, _ = row.Count("count")
	require.Equal(t, 3.5, count)
	_, ok = row.Seconds("talk")
	require.False(t, ok, "an empty cell is no value and no error")
	_, ok = r.Next()
	require.False(t, ok)
	require.NoError(t, p.Err())
}

func TestTableErrors(t *testing.T) {
	r, p := table("start,count\n08:00,12\n8 o'clock,5\n09:00,-3\n09:30,\"5\n", Mapping{}, "start", "count")
	for {
		row, ok := r.Next()
		if !ok {
			break
		}
		_, _ = row.Seconds("start")
		_, _ = row.Count("count")
	}
	got := p.Err().Error()
	require.Contains(t, got, `t.csv:3:1: "8 o'clock" in column "start" is neither seconds nor hh:mm:ss`)
	require.Contains(t, got, `t.csv:4:7: "-3" in column "count" is not a count`)
	require.Contains(t, got, "t.csv:5:")
	_, p = table("a,b\n1,2\n", Mapping{}, "start", "count")
	require.ErrorContains(t, p.Err(), `t.csv has no column for "start"; name it, such as columns: {start: a}`)
	_, p = table("start,count\n", Mapping{Pairs: []Pair{{Text{S: "count"}, Text{S: "cuont"}}}}, "start", "count")
	require.ErrorContains(t, p.Err(), `t.csv has no column "cuont"; did you mean "count"?`)
	_, p = table("", Mapping{}, "start")
	require.ErrorContains(t, p.Err(), "no header")
}
