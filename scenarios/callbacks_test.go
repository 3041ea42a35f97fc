package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCallbacksThatMakeNoSense(t *testing.T) {
	src, err := Open("campaign-callbacks", nil)
	require.NoError(t, err)
	text := string(src.Data)
	for bad, want := range map[string]string{
		"callbacks: {delay: 30m}":                                  "callbacks need the share of talks",
		"callbacks: {share: 0%}":                                   "callbacks need the share of talks",
		"callbacks: {share: 120%}":                                 "this share is at most 100%",
		"callbacks: {share: 10%, delay: none}":                     "callbacks need a time until the customer is called",
		"callbacks: {share: 10%, missed: close}":                   "any agent calls back: personal: true belongs to missed",
		"callbacks: {share: 10%, time_limit: 5m}":                  "any agent calls back: personal: true belongs to time_limit",
		"callbacks: {share: 10%, personal: true, missed: never}":   "missed",
		"callbacks: {share: 10%, personal: true, time_limit: 1ms}": "is tried for 1s at least",
	} {
		i := strings.Index(text, "callbacks: {share")
		j := i + strings.Index(text[i:], "}}}")
		_, _, err := compileText(t, text[:i]+bad+text[j+2:], nil)
		require.ErrorContains(t, err, want, bad)
	}
	_, _, err = compileText(t, strings.Replace(text, "mode: progressive", "mode: ivr-progressive, ports: 5", 1), nil)
	require.ErrorContains(t, err, "connects to no agent who could note a callback")
}

func TestTheImporterIsStoppedCrashedOrStarted(t *testing.T) {
	for bad, want := range map[string]string{
		"{at: 1m, do: maintenance, target: importer/A}":        "stop, crash or start it",
		"{at: 1m, do: stop, target: importer}":                 "write importer/A or importer/B",
		"{at: 1m, do: stop, target: router/A, login: refused}": "stop takes no login",
	} {
		_, _, err := compileText(t, small+"timeline:\n  - "+bad+"\n", nil)
		require.ErrorContains(t, err, want, bad)
	}
}
