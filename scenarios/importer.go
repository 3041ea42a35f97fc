package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
)

// importer compiles what is done to the importers of the Campaign Managers.
func (c *compiler) importer(l *model.Lever, t format.Target) bool {
	if l.Verb != model.VerbStop && l.Verb != model.VerbCrash && l.Verb != model.VerbStart {
		c.Add(t.Pos, "%s does not fit the importer of a Campaign Manager: stop, crash or start it", l.Verb)
		return false
	}
	if t.Kind != format.TargetSide {
		c.Add(t.Pos, "%s acts on one side: write importer/A or importer/B", l.Verb)
		return false
	}
	l.Importers = []model.Side{model.Side(t.Side)}
	at, ok := c.place(format.Target{Value: t.Value, Kind: format.TargetUnit, Name: "campaign-manager", Text: "campaign-manager"})
	l.Pair = at.unit
	return ok
}
