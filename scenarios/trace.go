package scenarios

import (
	"fmt"
	"io"

	"ccsim/model"
	"ccsim/reports/traces"
)

// Trace runs the first replication with a trace: "chrome" for Perfetto, or
// "otlp".
func (c *Compiled) Trace(w io.Writer, src *Source, form string) error {
	world, err := model.New(c.Config, c.Seed, 0)
	if err != nil {
		return err
	}
	var t *traces.Trace
	switch form {
	case "otlp":
		t = traces.NewOTLP(w, c.Config, traces.About{Run: c.id(src), Scenario: c.Name, Version: Version, Start: c.Start})
	case "chrome":
		t = traces.NewChrome(w, c.Config, fmt.Sprintf("%s, seed %d, replication 0, ccsim %s", c.Name, c.Seed, Version))
	default:
		return fmt.Errorf("unknown form of a trace %q: use chrome or otlp", form)
	}
	world.SetSink(t)
	if err := world.Run(); err != nil {
		return err
	}
	return t.Close(world.End())
}
