package scenarios

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"ccsim/model"
	"ccsim/reports"

	"github.com/stretchr/testify/require"
)

func topologies(t *testing.T, c *Compiled) (text, svg string) {
	t.Helper()
	var a, b bytes.Buffer
	require.NoError(t, c.Topology(&a, "text"))
	require.NoError(t, c.Topology(&b, "svg"))
	return a.String(), b.String()
}

func wellFormed(t *testing.T, doc string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(doc))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			require.NoError(t, err)
		}
	}
}

func TestTheTopologyOfEveryScenarioShowsWhatItsTimelineHits(t *testing.T) {
	for _, name := range Library() {
		src, err := Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		text, svg := topologies(t, c)
		wellFormed(t, svg)
		for n, i := range reports.Faults(c.Config) {
			if l := &c.Config.Levers[i]; len(l.Procs) > 0 || len(l.Links) > 0 {
				mark := reports.FaultLabel(n) + " " + l.Verb.String()
				require.Contains(t, text, mark, name)
				require.Contains(t, svg, mark, name)
			}
		}
		for i, u := range c.Config.Units() {
			for _, id := range u.Procs(model.PairID(i)) {
				require.Contains(t, svg, ">"+c.Config.ProcName(id)+"<", name)
			}
		}
	}
}

// A large center stays readable: what the timeline hits is drawn, the other public
// links are told of, and every link has a name of its own.
func TestALargeCenterIsDrawnReadably(t *testing.T) {
	head := "apiVersion: ccsim/v1\nname: x\nhorizon: 1h\ncenter: {preset: 12000, agents: [{name: team, count: 4, pg: agent-pg-1}]}\n"
	_, c, err := compileText(t, head+"timeline: [{at: 10m, do: cut, target: \"link/public:agent-pg-3/A:router/B\"}]\n", nil)
	require.NoError(t, err)
	_, svg := topologies(t, c)
	require.Contains(t, svg, "link/public:agent-pg-3/A:router/B : F1 cut")
	require.NotContains(t, svg, ">link/public:agent-pg-4/A:router/B<")
	require.Contains(t, svg, "Not drawn: 71 of link/public")
	require.Contains(t, svg, "link/private:agent-pg-6")
	seen := map[string]bool{}
	for i := range c.Config.Links() {
		name := c.Config.LinkName(model.LinkID(i))
		require.False(t, seen[name], name)
		seen[name] = true
	}
}

// Whatever name of a link the topology prints, a timeline takes it for that link.
func TestNamesOfTheTopologyAreTargets(t *testing.T) {
	for _, preset := range []string{"small-world", "2000"} {
		head := "apiVersion: ccsim/v1\nname: x\nhorizon: 1h\ncenter: {preset: " + preset + ", agents: [{name: team, count: 4, pg: agent-pg-1}]}\n"
		_, c, err := compileText(t, head, nil)
		require.NoError(t, err)
		text, _ := topologies(t, c)
		units := c.Config.Units()
		for i, l := range c.Config.Links() {
			name := c.Config.LinkName(model.LinkID(i))
			_, cut, err := compileText(t, head+"timeline: [{at: 10m, do: cut, target: \""+name+"\"}]\n", nil)
			if !l.Exists(units) {
				require.ErrorContains(t, err, "unknown link", name)
				require.NotContains(t, text, name)
				continue
			}
			require.Contains(t, text, name)
			require.NoError(t, err, name)
			require.Contains(t, cut.Config.Levers[0].Links, model.LinkID(i), name)
			for _, also := range cut.Config.Levers[0].Links {
				require.Equal(t, name, c.Config.LinkName(also), "the link of one client to several PGs has one name")
			}
		}
	}
}
