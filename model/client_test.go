package model

import (
	"fmt"
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// A client of any protocol, mask and answer: who takes part decides, who does not is
// never asked and is cut off at the switch.
func TestEveryClientInAMaintenance(t *testing.T) {
	for _, protocol := range []int{14, 20, 23, 24, 25} {
		for _, mask := range []bool{true, false} {
			for _, answer := range []Answer{AnswerAccept, AnswerReject, AnswerSilent} {
				name := fmt.Sprintf("protocol %d, mask %v, answer %d", protocol, mask, answer)
				cfg := lab(20, 320)
				cfg.Clients = append(cfg.Clients, Client{Name: "crm", Protocol: protocol, Mask: mask, Answer: answer})
				team := cfg.Groups[0]
				team.Name, team.Client, team.Count = "crm-team", 1, 7
				cfg.Groups = append(cfg.Groups, team)
				w, f := run(t, at(cfg, lever(VerbMaintenance, pgA)), 1)
				asked := protocol >= 24 && mask
				if !asked || answer == AnswerAccept {
					require.NotNil(t, f.first(FactSwitched), name)
					require.Equal(t, RoleActive, w.procs[pgB].Role, name)
					signedOut := 0
					if !asked {
						signedOut = 7
					}
					require.Equal(t, signedOut, f.losses()[LossSignIn], name)
					continue
				}
				rejected := f.first(FactMaintRejected)
				require.NotNil(t, rejected, name)
				require.Nil(t, f.first(FactSwitched), name)
				require.Equal(t, RoleActive, w.procs[pgA].Role, name)
				require.Empty(t, f.losses(), name)
				want, after := RefusalClientRejected, 30*sim.Millisecond
				if answer == AnswerSilent {
					want, after = RefusalClientSilent, 5*sim.Second
				}
				require.Equal(t, want, Refusal(rejected.Aux), name)
				require.GreaterOrEqual(t, rejected.T-half, after, name)
				require.Less(t, rejected.T-half, after+100*sim.Millisecond, name)
			}
		}
	}
}

// Asked directly, the active side of every type but Enterprise refuses; its standby
// side has nothing to migrate, and refuses, too.
func TestEveryTypeOfPGAskedDirectly(t *testing.T) {
	for typ := PGEnterprise; typ <= PGTDM; typ++ {
		for _, id := range []ProcID{pgA, pgB} {
			cfg := lab(20, 320)
			cfg.PGs[0].Type = typ
			w, f := run(t, at(cfg, lever(VerbMaintenance, id)), 1)
			rejected := f.first(FactMaintRejected)
			if typ == PGEnterprise {
				require.Nil(t, rejected)
				require.Equal(t, RoleDown, w.procs[id].Role)
				continue
			}
			require.NotNil(t, rejected, "%v %v", typ, id)
			require.Equal(t, RefusalType, Refusal(rejected.Aux))
			require.True(t, w.procs[id].up())
			require.Empty(t, f.losses())
		}
	}
}
