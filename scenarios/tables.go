package scenarios

import (
	"context"

	"ccsim/model"
	"ccsim/reports/hds"
	"ccsim/sim"
)

// TablesOptions say which replication is written in the tables of reporting systems.
type TablesOptions struct {
	Replication uint32     // counted from 0
	Logger      hds.Logger // whose database is written
	Interval    sim.Time   // of reporting; 0 = 30 min
	Store       hds.Store  // is closed
}

// Tables runs one replication again and writes it in the tables of reporting systems,
// row by row as it goes on.
func (c *Compiled) Tables(ctx context.Context, o TablesOptions) error {
	opt := hds.Options{Start: c.Start, Short: c.ShortAbandon, Seed: c.Seed, Replication: o.Replication, Logger: o.Logger, Interval: o.Interval}
	if len(c.Levels) > 0 {
		opt.Level = c.Levels[0]
	}
	if len(c.Config.Levers)+len(c.Config.Failures) > 0 {
		var err error
		if opt.History, err = c.history(ctx, o.Replication); err != nil {
			_ = o.Store.Close()
			return err
		}
	}
	e, err := hds.NewExport(c.Config, opt, o.Store)
	if err != nil {
		_ = o.Store.Close()
		return err
	}
	w, err := model.New(c.Config, c.Seed, o.Replication)
	if err != nil {
		_ = o.Store.Close()
		return err
	}
	w.SetSink(e)
	w.SetWatcher(e)
	if err := c.inSteps(ctx, w, e.Err); err != nil {
		_ = o.Store.Close()
		return err
	}
	return e.Finish(w.End())
}

// history finds out when the rows of each moment came to each Logger, if something can
// happen to the Loggers.
func (c *Compiled) history(ctx context.Context, rep uint32) (*hds.History, error) {
	w, err := model.New(c.Config, c.Seed, rep)
	if err != nil {
		return nil, err
	}
	h := &hds.History{}
	w.SetWatcher(h)
	if err := c.inSteps(ctx, w, func() error { return nil }); err != nil {
		return nil, err
	}
	h.Finish(w)
	return h, nil
}

// inSteps runs a world to its end, and looks in between whether it should stop.
func (c *Compiled) inSteps(ctx context.Context, w *model.World, failed func() error) error {
	for at := sim.Minute; at < c.Config.Horizon; at += sim.Minute {
		if err := w.RunUntil(at); err != nil {
			return err
		}
		if err := failed(); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return w.Run()
}
