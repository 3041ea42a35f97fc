package scenarios

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// codesSeen runs an embedded scenario and collects the codes of all its machines.
func codesSeen(t *testing.T, name string) map[model.Code]bool {
	t.Helper()
	src, err := Open(name, nil)
	require.NoError(t, err, name)
	c, err := src.Compile()
	require.NoError(t, err)
	seen := map[model.Code]bool{}
	for _, x := range factsOf(t, c.Config, c.Seed) {
		if x.Kind == model.FactCode {
			_, code := model.UnpackCode(x.Subject)
			seen[code] = true
		}
	}
	return seen
}

// No return code is without a scenario, and none is listed that cannot be reached.
func TestEveryCodeIsShownByItsScenario(t *testing.T) {
	seen := map[string]map[model.Code]bool{}
	for _, code := range model.Codes() {
		name := CodeScenario(code)
		if code == model.CodeDialer300 && !hasCampaigns() {
			continue // a Dialer without campaigns has no calls to wait for
		}
		require.NotEmpty(t, name, "%s has no scenario", code)
		if seen[name] == nil {
			seen[name] = codesSeen(t, name)
		}
		require.True(t, seen[name][code], "%s does not show %s", name, code)
	}
	require.Len(t, codeScenarios, len(model.Codes()), "a scenario for each code and for nothing else")
}

func hasCampaigns() bool {
	for _, name := range Library() {
		if name == CodeScenario(model.CodeDialer300) {
			return true
		}
	}
	return false
}

// Every code of the three tables of the chapter is known, and no other; the page
// of the documents has each with its meaning.
func TestTheCodesAreThoseOfTheTables(t *testing.T) {
	page, err := os.ReadFile("../docs/maintenance.md")
	require.NoError(t, err)
	var rows []string
	for _, m := range regexp.MustCompile(`(?m)^\| MMRequest-(\S+) +\| (\S+) +\| ([^|]*\S) *\|$`).FindAllStringSubmatch(string(page), -1) {
		rows = append(rows, m[1]+"|"+m[3]+"|"+m[2])
	}
	var want []string
	for _, c := range model.Codes() {
		want = append(want, c.String()+"|"+c.Meaning()+"|"+CodeScenario(c))
	}
	require.Equal(t, want, rows, "docs/maintenance.md")
	require.Len(t, want, 29)
}

// The rolling patch of the 2000 center loses no call, and its lost pending states are
// those outstanding at its switches.
func TestTheRollingPatchLosesWhatIsOutstandingAtItsSwitches(t *testing.T) {
	src, err := Open("rolling-patch", nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	for rep := range uint32(3) {
		w, err := model.New(c.Config, c.Seed, rep)
		require.NoError(t, err)
		var facts allFacts
		w.SetSink(&facts)
		require.NoError(t, w.Run())
		var outstanding, lost, calls int64
		down := map[uint32]bool{}
		for _, x := range facts {
			switch {
			case x.Kind == model.FactSwitched:
				outstanding += x.Value
			case x.Kind == model.FactPendingState && model.PendingOutcome(x.Aux) == model.PendingLost:
				lost++
			case x.Kind == model.FactCallLost:
				calls++
			case x.Kind == model.FactStopped:
				down[x.Subject] = true
			}
		}
		require.Positive(t, outstanding)
		require.Equal(t, outstanding, lost)
		require.Zero(t, calls)
		for _, vm := range c.Config.VMs {
			for _, id := range vm.Procs {
				patched := strings.HasPrefix(vm.Name, "pg-") || strings.HasPrefix(vm.Name, "rogger-") || strings.HasPrefix(vm.Name, "aw-") || strings.HasPrefix(vm.Name, "cvp-")
				require.Equal(t, patched, down[uint32(id)] || strings.HasPrefix(c.Config.ProcName(id), "cti-1/"), c.Config.ProcName(id))
			}
		}
	}
}

func TestTheScriptCanBeStartedAndAskedAtAnyMoment(t *testing.T) {
	src, err := Open("rogger-maintenance", nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	for at, want := range map[sim.Time]model.Code{30 * sim.Second: model.Code200, 62500 * sim.Millisecond: model.CodeRouter300, 2 * sim.Minute: model.Code500} {
		code, err := c.MMStatus("vm/rogger-a", at)
		require.NoError(t, err)
		require.Equal(t, want.String(), code.String(), at)
	}
	all, err := c.MMStart("vm/pg-1b", 10*sim.Second, 2, "")
	require.NoError(t, err)
	require.Equal(t, model.Code100, all[0].Code)
	require.Equal(t, model.Code500, all[len(all)-1].Code)
	all, err = c.MMStart("vm/rogger-b", 10*sim.Second, 2, "orchestration")
	require.NoError(t, err)
	require.Equal(t, []reports.CodeAt{{VM: all[0].VM, At: 10 * sim.Second, Code: model.Code400, Answer: true}}, all)
	_, err = c.MMStart("vm/rogger-b", 10*sim.Second, 7, "")
	require.ErrorContains(t, err, "InstallType 7")
	_, err = c.MMStatus("vm/roger-b", 0)
	require.ErrorContains(t, err, `did you mean "vm/rogger-b"?`)
}

// What preflight says of a maintenance is what becomes of it.
func TestPreflightSaysWhatHappens(t *testing.T) {
	for _, name := range Library() {
		if name == "rolling-patch" || strings.HasPrefix(name, "look-alike") {
			continue
		}
		src, err := Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		flights, err := c.Preflight("", 0)
		require.NoError(t, err)
		if len(flights) == 0 {
			continue
		}
		facts := factsOf(t, c.Config, c.Seed)
		n := 0
		for i := range c.Config.Levers {
			l := &c.Config.Levers[i]
			if l.Verb != model.VerbMaintenance {
				continue
			}
			f := flights[n]
			n++
			if f.Never || l.VM > 0 {
				continue // a script may fail later on
			}
			require.Equal(t, rejected(facts, uint32(l.Procs[0]), f.At), f.Refused(), "%s: %s %+v", name, f.Name, f.Checks)
		}
	}
}

// rejected tells whether a request of a moment was refused, or had nothing to act on.
func rejected(facts []sim.Fact, id uint32, at sim.Time) bool {
	for _, x := range facts {
		if x.T < at || x.Subject != id && x.Kind != model.FactLeverIgnored {
			continue
		}
		switch x.Kind {
		case model.FactMaintContinue, model.FactStopped:
			return false
		case model.FactMaintCancelled:
			return false // by hand or a failure: nobody could know
		case model.FactMaintRejected:
			return true
		case model.FactLeverIgnored:
			if x.T == at {
				return true
			}
		}
	}
	return false
}

func TestTheOrderOfTheScriptIsReadAsProperties(t *testing.T) {
	text := small + "timeline: [{at: 1m, do: maintenance, target: vm/agent-pg-1-a}]\n"
	for file, want := range map[string]string{
		"maintenance.mode.order=DIALER,MPRG\n": `unknown service "MPRG"; did you mean "MRPG"?`,
		"order=DIALER\n":                       `unknown key "order"`,
		"maintenance.mode.order=\n":            `unknown service ""`,
		"maintenance.mode.order=VRUPG, VRUPG":  "VRUPG stands twice",
	} {
		_, _, err := compileText(t, strings.Replace(text, "center: {", "center: {order: mm.properties, ", 1), map[string]string{"mm.properties": file})
		require.ErrorContains(t, err, want)
	}
	for text, want := range map[string]string{
		"timeline: [{at: 1m, do: maintenance, target: vm/agent-pg-1-a, install_type: 7}]":                 "InstallType is 1 (MS patch)",
		"timeline: [{at: 1m, do: maintenance, target: agent-pg-1/A, install_type: 1}]":                    "belongs to maintenance of a virtual machine",
		"timeline: [{when: {event: code 501, target: vm/agent-pg-1-a}, do: start, target: agent-pg-1/A}]": `unknown code "501"`,
		"expect: ['codes(pg-9) matches [100]']":                                                           `unknown virtual machine "pg-9"`,
		"expect: ['codes(agent-pg-1-a) matches [100, 101]']":                                              `unknown code "101"`,
		"timeline: [{at: 1m, do: fail, target: registry/nowhere}]":                                        `unknown virtual machine "nowhere"`,
		"timeline: [{at: 1m, do: patch, target: router/A}]":                                               "patch needs patch: ES68",
		"timeline: [{at: 1m, do: stop, target: router/A, patch: ES68}]":                                   "stop takes no patch",
	} {
		_, _, err := compileText(t, small+text+"\n", nil)
		require.ErrorContains(t, err, want)
	}
	_, _, err := compileText(t, strings.Replace(small, "center: {", "center: {releases: {router/A: 12.7}, ", 1), nil)
	require.ErrorContains(t, err, `unknown release "12.7"`)
}

func TestTheCodesOfARunAreInItsResult(t *testing.T) {
	src, err := Open("vm-maintenance-registry", nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	out, err := c.Run(t.Context(), RunOptions{})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, reports.JSON(&b, c.Report(src, out, "ccsim run x")))
	require.Contains(t, b.String(), `"code": "MMRequest-400-REGREADERROR-400"`)
	require.Contains(t, b.String(), `"at_s": 60,`)
}
