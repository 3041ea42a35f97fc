package model

import (
	"testing"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// importing is a center with an import in the middle of the run.
func importing(overwrite bool) *Config {
	cfg := lab(10, 0)
	cfg.Types = nil
	c := campaign(cfg, ModeProgressive, 300)
	c.Imported = 1000
	cfg.Levers = []Lever{{Verb: VerbImport, Records: 1000, PerSecond: 20, Overwrite: overwrite, At: half, Undo: -1}}
	return cfg
}

func (f *facts) imports() (all []sim.Fact) {
	for _, x := range f.all {
		if x.Kind == FactImport {
			all = append(all, x)
		}
	}
	return all
}

func TestImportsAddOrReplaceRecords(t *testing.T) {
	w, f := run(t, importing(false), 1)
	got := f.imports()
	require.Len(t, got, 2)
	require.Equal(t, ImportComplete, got[1].Aux)
	require.Equal(t, half+50*sim.Second, got[1].T, "1000 records at 20 a second")
	require.EqualValues(t, 1300, w.campaigns[0].Total)
	require.Zero(t, w.census.Records[CustomerNone])

	w, f = run(t, importing(true), 1)
	require.Equal(t, ImportComplete, f.imports()[1].Aux)
	require.EqualValues(t, 300, w.census.Records[CustomerNone], "the old list is gone, those who were on the line too")
	later := 0
	for _, x := range f.all {
		if x.Kind == FactDial && x.T > half+2*sim.Minute {
			later++
			require.GreaterOrEqual(t, (x.Subject-outboundNo)/attemptsKept, uint32(300))
		}
	}
	require.Positive(t, later)
}

func TestAnImportStopsWithItsLogger(t *testing.T) {
	for _, overwrite := range []bool{false, true} {
		for name, want := range map[string]int{"logger/A": 1, "router/A": 1, "logger/B": 0} {
			cfg := importing(overwrite)
			cfg.Levers = append(cfg.Levers, Lever{Verb: VerbStop, Procs: []ProcID{named(cfg, name)}, At: half + 10*sim.Second + sim.Second/2, Undo: -1})
			w, f := run(t, cfg, 1)
			got := f.imports()
			require.Len(t, got, 2)
			if want == 0 {
				require.Equal(t, ImportComplete, got[1].Aux, name)
				continue
			}
			require.Equal(t, map[bool]uint32{false: ImportAppended, true: ImportStopped}[overwrite], got[1].Aux, name)
			require.EqualValues(t, 200, got[1].Value, name)
			require.EqualValues(t, 500, w.campaigns[0].Total)
		}
	}
}

func TestAnImportNeedsALogger(t *testing.T) {
	cfg := importing(false)
	cfg.Levers = append(cfg.Levers, Lever{Verb: VerbStop, Procs: []ProcID{named(cfg, "logger/A")}, At: half - sim.Minute, Undo: -1})
	_, f := run(t, cfg, 1)
	require.Equal(t, uint32(IgnoreNoImport), f.first(FactLeverIgnored).Aux)
	require.Empty(t, f.imports())
}

// The operator deletes all records and imports them again; where that stops, it is an
// append that has stopped: some records are there.
func TestAReimportDeletesFirst(t *testing.T) {
	cfg := importing(false)
	cfg.Levers[0].Reimport = true
	w, f := run(t, cfg, 1)
	require.Equal(t, ImportComplete, f.imports()[1].Aux)
	require.EqualValues(t, 300, w.census.Records[CustomerNone], "the old list is gone")

	cfg.Levers = append(cfg.Levers, Lever{Verb: VerbStop, Procs: []ProcID{named(cfg, "logger/A")}, At: half + 10*sim.Second + sim.Second/2, Undo: -1})
	_, f = run(t, cfg, 1)
	require.Equal(t, ImportAppended, f.imports()[1].Aux)
	require.EqualValues(t, 200, f.imports()[1].Value)
}
