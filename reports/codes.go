package reports

import (
	"ccsim/model"
	"ccsim/sim"
)

// CodeAt is a code of the maintenance script of a machine.
type CodeAt struct {
	VM     int
	At     sim.Time
	Code   model.Code
	Answer bool // to StartMM; else of RequestStatus
}

// codeOf reads a code from its fact.
func codeOf(x sim.Fact) CodeAt {
	vm, code := model.UnpackCode(x.Subject)
	return CodeAt{vm, x.T, code, x.Value != 0}
}

// MMPrefix stands before every code.
const MMPrefix = "MMRequest-"

type jsonCode struct {
	VM   string `json:"vm"`
	At   number `json:"at_s"`
	Code string `json:"code"`
}

// jsonCodes lists the codes of the first replication.
func jsonCodes(cfg *model.Config, res *Result) []jsonCode {
	all := []jsonCode{}
	if len(res.Reps) == 0 {
		return all
	}
	for _, x := range res.Reps[0].Codes {
		all = append(all, jsonCode{cfg.VMs[x.VM].Name, number(float64(x.At) / float64(sim.Second)), MMPrefix + x.Code.String()})
	}
	return all
}

// code tells what the script of a machine says.
func (t *teller) code(x sim.Fact) {
	c := codeOf(x)
	how := "status "
	if c.Answer {
		how = "answer "
	}
	why := c.Code.Meaning()
	if model.ScriptAnswer(x.Value) == model.AnswerOrigin {
		why = article(t.cfg.VMKind(c.VM).String()) + " machine cannot be put into maintenance mode from orchestration"
	}
	t.say(x.T, "vm/"+t.cfg.VMs[c.VM].Name, how+MMPrefix+c.Code.String()+": "+why)
}

// article puts a or an before the name of a kind of machine.
func article(name string) string {
	if name == model.VMAW.String() {
		return "an " + name
	}
	return "a " + name
}
