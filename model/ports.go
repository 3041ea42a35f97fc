package model

// A port of a Dialer is a line on which it dials: taken from the dial until its outcome,
// when the gateway has the call; in preview from the moment when the agent sees the
// record, so that who accepts need not wait. In direct preview the agent's own phone
// dials. Each side has its own.

// ports are the lines that a campaign's Dialer side may dial at a time; 0 = no limit.
func (w *World) ports(c int) int32 { return int32(w.cfg.Dialers[w.cfg.Campaigns[c].Dialer].Ports) }

// portFree tells whether a side of a campaign's Dialer may dial one more line.
func (w *World) portFree(c int, s Side) bool {
	limit := w.ports(c)
	return limit == 0 || w.portsTaken(w.cfg.Campaigns[c].Dialer, s) < limit
}

// portsTaken are the lines of one side of a Dialer.
func (w *World) portsTaken(dialer int, s Side) (n int32) {
	for c := range w.campaigns {
		switch m := &w.cfg.Campaigns[c]; {
		case m.Dialer != dialer || m.Mode == ModeDirectPreview:
		case m.Mode.Preview():
			n += w.campaigns[c].Showing[s]
		default:
			n += w.campaigns[c].Dialing[s]
		}
	}
	return n
}

// freesPort wakes the campaigns that may take a port which has become free.
func (w *World) freesPort(c int) {
	if w.ports(c) > 0 {
		w.wakeDialer(w.dialerOf(c))
	}
}

// markPorts notes from when until when a campaign would dial, and has no port.
func (w *World) markPorts(c int, s Side, serves bool) {
	if w.ports(c) == 0 {
		return
	}
	m, row := &w.cfg.Campaigns[c], &w.campaigns[c]
	short := serves && row.toDial(s) > 0 && !w.portFree(c, s)
	if m.Mode.Preview() {
		short = short && row.Idle[s].Len > 0
	} else {
		short = short && w.sharedLines(c, s) < w.linesFor(c, s)
	}
	if short == row.Short {
		return
	}
	if row.Short {
		w.portWait(c)
	}
	row.Short, row.Since = short, w.now()
}

// portWait records how long a campaign has had no port.
func (w *World) portWait(c int) {
	row := &w.campaigns[c]
	w.record(FactPortWait, uint32(c), int64(w.now()-row.Since), 0, 0)
}

// closePorts ends what lasts until the end of the run.
func (w *World) closePorts() {
	for c := range w.campaigns {
		if w.campaigns[c].Short {
			w.portWait(c)
		}
	}
}
