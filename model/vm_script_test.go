package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// A change of a code that the table does not have is a bug of the simulator.
func TestAnIllegalCodeIsUnsound(t *testing.T) {
	cfg := at(lab(2, 1), Lever{Verb: VerbMaintenance, VM: 1, At: sim.Minute, Undo: -1})
	cfg.VMs = []VM{{Name: "pg-1a", Procs: []ProcID{pgProc(0, SideA), ctiProc(0, SideA)}}}
	for _, c := range []struct {
		from, to Code
		legal    bool
	}{
		{Code100, CodeDialer101, true}, {Code100, Code500, false}, {CodeAgentPG101, CodeAgentPG300, true}, {CodeAgentPG300, CodeAgentPG101, false},
		{CodeDialer101, CodeMRPG400, false}, {CodeAgentPG300, CodeRouter101, false}, {CodeRouter300, CodeLogger101, true}, {CodeLogger300, CodeRouter101, false},
		{Code500, Code300, false}, {Code500, Code401, true}, {Code403, Code100, true}, {Code401, CodeSCError400, false}, {CodeRegRead, Code100, true},
	} {
		w, err := New(cfg, 1, 0)
		require.NoError(t, err)
		w.vms[0].Code = c.from
		change := func() { w.setCode(0, c.to, AnswerNone) }
		if c.legal {
			require.NotPanics(t, change, "%s, then %s", c.from, c.to)
		} else {
			require.Panics(t, change, "%s, then %s", c.from, c.to)
		}
	}
}

// From the first code of each service every code of its table row can be reached.
func TestEveryCodeCanBeReached(t *testing.T) {
	reached := codes(CodeNone)
	for range numCodes {
		for c := range numCodes {
			if reached>>c&1 == 1 {
				reached |= codeNext[c]
			}
		}
	}
	for _, c := range Codes() {
		require.NotZero(t, reached>>c&1, c.String())
		require.NotEmpty(t, c.Meaning())
	}
}
