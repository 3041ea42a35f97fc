package scenarios

import (
	"context"
	"slices"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/scenarios/format"

	"github.com/stretchr/testify/require"
)

func TestEveryRefusalHasAName(t *testing.T) {
	want := map[model.Refusal]string{
		model.RefusalSimplex: "simplex", model.RefusalType: "pg-type", model.RefusalClientRejected: "client-rejected",
		model.RefusalClientSilent: "client-silent", model.RefusalOperator: "operator", model.RefusalFailure: "failure",
		model.RefusalBusy: "in-progress", model.RefusalTimeout: "timeout", model.RefusalCongestion: "congestion", model.RefusalVRUPG: "vru-pg",
		model.RefusalPrompt: "prompt", model.RefusalCallServer: "call-server-down", model.RefusalService: "no-maintenance-mode",
		model.RefusalRelease: "release", model.RefusalPatch: "patch", model.RefusalMajority: "device-majority",
		model.RefusalFault: "service-rejected", model.RefusalProtocol: "mr-protocol", model.RefusalLogin: "login",
	}
	require.Len(t, format.Reasons, len(model.Refusals()))
	for _, r := range model.Refusals() {
		require.Equal(t, want[r], format.Reasons[r-1], r.String())
	}
}

// An expectation can ask for the reason of an event, and for the course of a variant.
func TestReasonsAndCoursesOfVariants(t *testing.T) {
	text := small + `timeline:
  - {at: 10m, do: stop, target: agent-pg-1/B}
  - {at: 11m, do: maintenance, target: agent-pg-1/A}
variants:
  duplex: {timeline: [{at: 11m, do: maintenance, target: agent-pg-1/A}]}
  crash: {timeline: [{at: 11m, do: crash, target: agent-pg-1/A}]}
expect:
  - order(maintenance-rejected agent-pg-1/A because simplex)
  - order(maintenance-rejected agent-pg-1/A because congestion)
  - variant(duplex, order(maintenance-requested agent-pg-1/A, switched agent-pg-1/A))
  - variant(duplex, order(maintenance-rejected agent-pg-1/A))
  - variant(crash, order(signed-out agents/team/1 because 50002))
  - variant(crash, order(signed-out agents/team/1 because 50003))
  - variant(duplex, role(agent-pg-1/A) == down)
  - role(agent-pg-1/A) == down
  - variant(crash, within(1s after crashed agent-pg-1/A, role(agent-pg-1/B) == active))
  - variant(crash, signed_in(agent-pg-1) == 100%)
`
	_, c, err := compileText(t, text, nil, "replications=2")
	require.NoError(t, err)
	out, err := c.Run(context.Background(), RunOptions{})
	require.NoError(t, err)
	want := []bool{true, false, true, false, true, false, true, false, true, true}
	for i, e := range out.Expect {
		require.Equal(t, want[i], e.OK, "%s: %s", e.Text, e.Why)
	}
	require.Contains(t, out.Expect[1].Why, "maintenance-rejected agent-pg-1/A because congestion (but because simplex) did not happen")
	require.Contains(t, out.Expect[5].Why, "because 50003 (but because 50002)")
	require.NotContains(t, out.Expect[3].Why, "because")
}

func TestWrongReasonsAndVariantsArePlaced(t *testing.T) {
	for text, want := range map[string]string{
		"order(maintenance-rejected agent-pg-1/A because simplx)": `unknown reason "simplx"; did you mean "simplex"?`,
		"order(maintenance-rejected agent-pg-1/A because)":        `expected a reason, found ")"`,
		"order(signed-out agents/team/1 because simplex)":         "expected a reason code, such as 50002",
		"order(switched agent-pg-1/A because simplex)":            "switched has no reason",
		"variant(queit, order(crashed agent-pg-1/A))":             `unknown variant "queit"; did you mean "quiet"?`,
		"variant(quiet, order(crashed agent-pg-7/A))":             "agent-pg-7",
		"variant(quiet, role(agent-pg-1/A) == active":             `expected ")"`,
		"variant(other, role(agent-pg-2/A) == active)":            "",
		"role(agent-pg-2/A) == active":                            "agent-pg-2",
	} {
		file := small + "variants: {quiet: {timeline: []}, other: {set: {center.agent_pgs: [{name: agent-pg-1}, {name: agent-pg-2}]}}}\nexpect: [\"" + text + "\"]\n"
		_, _, err := compileText(t, file, nil)
		if want == "" {
			require.NoError(t, err, text)
			continue
		}
		require.ErrorContains(t, err, want, text)
	}
	_, _, err := compileText(t, small+"timeline: [{when: {event: maintenance-rejected agent-pg-1/A because simplex}, do: crash, target: agent-pg-1/A}]\n", nil)
	require.ErrorContains(t, err, "in expectations only")
	require.True(t, slices.Contains(format.EventNames(), "forced-not-ready"))
}

// --set and variants replace a mapping of patches or releases, as they do a list.
func TestAChangeReplacesPatches(t *testing.T) {
	for _, key := range []string{"patches: {router/A: [ES68]}", "releases: {router/A: 12.6(1)}"} {
		name, _, _ := strings.Cut(key, ":")
		value := strings.TrimPrefix(key, name+": ")
		text := strings.Replace(small, "center: {", "center: {"+key+", ", 1)
		_, c, err := compileText(t, text, nil, "center."+name+"="+strings.Replace(value, "/A", "/B", 1))
		require.NoError(t, err)
		require.Len(t, c.Config.Levels, 1, name)
		require.Equal(t, "router/B", c.Config.ProcName(c.Config.Levels[0].Proc))
	}
}
