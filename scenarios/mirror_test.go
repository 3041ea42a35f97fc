package scenarios

import (
	"cmp"
	"slices"
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

type allFacts []sim.Fact

func (f *allFacts) Record(x sim.Fact) { *f = append(*f, x) }

func factsOf(t *testing.T, cfg *model.Config, seed uint64) []sim.Fact {
	t.Helper()
	w, err := model.New(cfg, seed, 0)
	require.NoError(t, err)
	var f allFacts
	w.SetSink(&f)
	require.NoError(t, w.Run())
	return f
}

func sortFacts(all []sim.Fact) {
	slices.SortFunc(all, func(a, b sim.Fact) int {
		return cmp.Or(cmp.Compare(a.T, b.T), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject),
			cmp.Compare(a.Value, b.Value), cmp.Compare(a.Aux, b.Aux), cmp.Compare(a.Cause, b.Cause))
	})
}

// ties are the scenarios in which both sides do something at the same
// nanosecond. There the order of what happens at one instant decides, and side A
// comes first; a millisecond between the levers makes them mirror, too.
var ties = map[string]bool{"finesse-both-crash": true, "skill-group-deleted": true}

// firstDifference gives the first fact in which the mirrored run is not the image
// of the run, or nil.
func firstDifference(t *testing.T, cfg *model.Config, seed uint64) []sim.Fact {
	t.Helper()
	want := factsOf(t, cfg, seed)
	for i := range want {
		want[i] = cfg.Mirror(want[i])
	}
	got := factsOf(t, cfg.Mirrored(), seed)
	sortFacts(want)
	sortFacts(got)
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			return []sim.Fact{want[i], got[i]}
		}
	}
	require.Len(t, got, len(want))
	return nil
}

// The image of every scenario with A and B exchanged is the mirrored run of it:
// what prefers side A is what model.Config.Mirrored names, and nothing else.
func TestSwappingTheSidesMirrorsEveryScenario(t *testing.T) {
	for _, name := range Library() {
		t.Run(name, func(t *testing.T) {
			src, err := Open(name, nil)
			require.NoError(t, err)
			c, err := src.Compile()
			require.NoError(t, err)
			if ties[name] {
				require.NotNil(t, firstDifference(t, c.Config, c.Seed), "this scenario has no ties any more")
				for i := range c.Config.Levers {
					c.Config.Levers[i].At += sim.Time(i) * sim.Millisecond
				}
			}
			require.Nil(t, firstDifference(t, c.Config, c.Seed))
		})
	}
}

// The asymmetries that Mirrored exchanges are real: with only the actions
// exchanged, each of them shows.
func TestTheDocumentedAsymmetriesShow(t *testing.T) {
	for name, want := range map[string]string{
		"even-pgs-side-a-lost":         "exactly half of the PGs is a majority for A alone",
		"both-networks-lost":           "side B restarts when both ran",
		"router-crash":                 "side A leads at the start",
		"private-link-cut-side-a-wins": "side A always wins by the old rule",
	} {
		src, err := Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		image := factsOf(t, c.Config, c.Seed)
		for i := range image {
			image[i] = c.Config.Mirror(image[i])
		}
		swapped := factsOf(t, c.Config.Mirrored().Unpreferred(), c.Seed)
		sortFacts(image)
		sortFacts(swapped)
		require.NotEqual(t, image, swapped, want)
	}
}
