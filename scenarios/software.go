package scenarios

import (
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/scenarios/format"
)

// software compiles the release profile, and which releases and patches are where
// at the start.
func (c *compiler) software() {
	c.orders()
	if c.sc.Release.S == "15.0" {
		c.cfg.Release = model.Release150
	}
	levels := map[model.ProcID]model.Level{}
	var order []model.ProcID
	for _, list := range []struct {
		lists format.Lists
		apply func(*model.Level, format.Text)
	}{
		{c.sc.Center.Releases, func(l *model.Level, t format.Text) { l.Release = c.release(t) }},
		{c.sc.Center.Patches, func(l *model.Level, t format.Text) { l.Patches |= c.patchBit(t) }},
	} {
		for _, pair := range list.lists.Pairs {
			for _, id := range c.carriers(pair.Key) {
				level, ok := levels[id]
				if !ok {
					level.Release = model.LevelOf(c.cfg.Release)
					order = append(order, id)
				}
				for _, item := range pair.Items {
					list.apply(&level, item)
				}
				levels[id] = level
			}
		}
	}
	for _, id := range order {
		c.cfg.Levels = append(c.cfg.Levels, model.ProcLevel{Proc: id, Level: levels[id]})
	}
}

// carriers are the processes that the name of a process, pair, machine or site means.
func (c *compiler) carriers(name format.Text) []model.ProcID {
	t, err := format.ParseTarget(name.S)
	if err != nil {
		c.Add(name.Pos, "%v", err)
		return nil
	}
	t.Pos = name.Pos
	switch t.Kind {
	case format.TargetSide, format.TargetUnit, format.TargetVM, format.TargetSite:
		at, _ := c.place(t)
		return at.procs
	}
	c.Add(name.Pos, "%s carries no software; name a process, a pair or a machine, such as router/A or vm/rogger-a", name.S)
	return nil
}

// release finds a release by its name; 15.0 is short for 15.0(1).
func (c *compiler) release(t format.Text) uint8 {
	name := t.S
	if name == "15.0" {
		name = "15.0(1)"
	}
	i := slices.Index(model.ReleaseNames(), name)
	if i < 0 {
		c.Add(t.Pos, "unknown release %q; %s", t.S, format.Suggest(t.S, model.ReleaseNames()))
		return model.LevelOf(c.cfg.Release)
	}
	return uint8(i)
}

// maxPatches is how many names of patches a scenario may use.
const maxPatches = 32

// patchBit numbers the names of patches: ICM12.6.2_ES68 and ES68 are the same.
func (c *compiler) patchBit(t format.Text) uint32 {
	name := t.S[strings.LastIndex(t.S, "_")+1:]
	if name == "" {
		c.Add(t.Pos, "a patch needs a name, such as ES68")
		return 0
	}
	i := slices.Index(c.cfg.Patches, name)
	if i < 0 {
		if i = len(c.cfg.Patches); i == maxPatches {
			c.Add(t.Pos, "a scenario has at most %d different patches", maxPatches)
			return 0
		}
		c.cfg.Patches = append(c.cfg.Patches, name)
	}
	return 1 << i
}

// patch compiles what a patch lever installs.
func (c *compiler) patch(l *model.Lever, e *format.Entry) {
	if l.Verb != model.VerbPatch {
		for _, k := range []struct {
			value format.Value
			key   string
		}{{e.Patch.Value, "patch"}, {e.Release.Value, "release"}, {e.Rollback.Value, "rollback"}} {
			if k.value.Set {
				c.Add(k.value.Pos, "%s takes no %s", e.Do.S, k.key)
			}
		}
		return
	}
	switch {
	case !e.Patch.Set && !e.Release.Set:
		c.Add(e.Pos, "patch needs patch: ES68, or release: 15.0(1)")
		return
	case e.Rollback.B && !e.Patch.Set:
		c.Add(e.Rollback.Pos, "rollback takes a patch off: name it; a release is put in place by its name")
	}
	if e.Patch.Set {
		l.Name += " " + e.Patch.S
		if bit := c.patchBit(e.Patch); e.Rollback.B {
			l.Install.Remove = bit
			l.Name += " off again"
		} else {
			l.Install.Add = bit
		}
	}
	if e.Release.Set {
		l.Install.Release = c.release(e.Release) + 1
		l.Name += " release " + e.Release.S
	}
}
