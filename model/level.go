package model

// Release is a profile of behavior.
type Release uint8

// Profiles. They differ in what a graceful shutdown needs and in what orchestration
// may start.
const (
	Release1262 Release = iota // 12.6(2), the default
	Release150                 // 15.0(1)
)

// releaseNames are the releases that a component can be on, oldest first.
var releaseNames = []string{"12.5(1)", "12.6(1)", "12.6(2)", "15.0(1)"}

// ReleaseNames lists the releases that a component can be on.
func ReleaseNames() []string { return releaseNames }

// String gives the name of the profile's release.
func (r Release) String() string { return releaseNames[r.level()] }

// LevelOf gives the number of the profile's release.
func LevelOf(r Release) uint8 { return r.level() }

func (r Release) level() uint8 {
	if r == Release150 {
		return 3
	}
	return 2
}

// Level is the release and the patches of a process.
type Level struct {
	Release uint8  // index of ReleaseNames
	Patches uint32 // bits of Config.Patches
}

// Patches that a graceful shutdown needs.
const (
	PatchRouter = "ES68"     // 12.6(2): ICM12.6.2_ES68, for the Router
	PatchPG     = "ES202607" // 15.0(1): for Agent PG, MR PG and AW
	PatchStart  = "ES202508" // 15.0(1): Router and Rogger may be started from orchestration
)

// initLevels sets every process to the level at the start of the run.
func (w *World) initLevels() {
	w.levels = make([]Level, len(w.procs))
	for id := range w.levels {
		w.levels[id].Release = w.cfg.Release.level()
	}
	for _, l := range w.cfg.Levels {
		w.levels[l.Proc] = l.Level
	}
}

// hasPatch tells whether a process has a patch.
func (w *World) hasPatch(id ProcID, name string) bool {
	return w.cfg.patched(w.levels[id], name)
}

func (c *Config) patched(l Level, name string) bool {
	for i, n := range c.Patches {
		if n == name {
			return l.Patches>>i&1 == 1
		}
	}
	return false
}

// levelRefusal checks release and patches of both sides.
func (w *World) levelRefusal(p PairID) Refusal {
	kind := w.top.units[p].Kind
	for s := SideA; s <= SideB; s++ {
		id := pgProc(p, s)
		switch {
		case kind == UnitRouter && w.levels[id].Release != w.cfg.Release.level():
			return RefusalRelease
		case w.cfg.Release == Release1262 && kind == UnitRouter && !w.hasPatch(id, PatchRouter):
			return RefusalPatch
		case w.cfg.Release == Release150 && (kind == UnitAgentPG || kind == UnitMRPG) && !w.hasPatch(id, PatchPG):
			return RefusalPatch
		}
	}
	return RefusalNone
}

// leverPatch installs or removes a patch, or puts a release in place, on processes
// that are down: what runs cannot be replaced.
func (w *World) leverPatch(l *Lever) IgnoreReason {
	why := IgnoreRuns
	for _, id := range l.Procs {
		if w.procs[id].Role != RoleDown {
			continue
		}
		why = 0
		level := &w.levels[id]
		level.Patches |= l.Install.Add
		level.Patches &^= l.Install.Remove
		if l.Install.Release > 0 {
			level.Release = l.Install.Release - 1
		}
	}
	return why
}

// Install is what a patch lever changes.
type Install struct {
	Add     uint32 // bits of Config.Patches
	Remove  uint32
	Release uint8 // index of ReleaseNames, from 1; 0 = as it is
}

// ProcLevel is the level of a process at the start.
type ProcLevel struct {
	Proc  ProcID
	Level Level
}
