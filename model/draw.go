package model

import "ccsim/sim"

// Everything about a caller is drawn by the call's own number, so that caller
// 1234 has the same patience, talk time and wish in every variant.

func (w *World) patience(c CallID) sim.Time {
	call := &w.calls[c]
	if call.Row > 0 {
		if p := w.cfg.Trace[call.Row-1].Patience; p >= 0 {
			return p
		}
	}
	d := w.cfg.Types[call.Type].Patience
	if d.IsZero() {
		return sim.Forever
	}
	return d.Sample(w.rnd[drawPatience], uint64(call.No), 0)
}

func (w *World) ivrTime(no uint32, typ int) sim.Time {
	d := w.cfg.IVR
	if w.cfg.Types[typ].HasIVR {
		d = w.cfg.Types[typ].IVR
	}
	if d.IsZero() {
		return 0
	}
	return d.Sample(w.rnd[drawIVR], uint64(no), 0)
}

func (w *World) talkTime(c CallID) sim.Time {
	call := &w.calls[c]
	if call.Resumed {
		return call.Talk
	}
	if d := w.skillTalk(call.Agent, int(call.Queue)); !d.IsZero() {
		return d.Sample(w.rnd[drawTalk], uint64(call.No), uint32(call.Legs))
	}
	if call.Talk >= 0 {
		return call.Talk
	}
	return w.cfg.Types[call.Type].Talk.Sample(w.rnd[drawTalk], uint64(call.No), uint32(call.Legs))
}

func (w *World) ringTime(c CallID) sim.Time {
	if w.cfg.Ring.IsZero() {
		return 0
	}
	call := &w.calls[c]
	return w.cfg.Ring.Sample(w.rnd[drawRing], uint64(call.No), uint32(call.Attempt))
}

func (w *World) wrapupTime(a AgentID, c CallID) sim.Time {
	g, typ := &w.cfg.Groups[w.top.group[a]], &w.cfg.Types[w.calls[c].Type]
	law, share := g.Wrapup, g.WrapupShare
	if typ.HasWrapup {
		law, share = typ.Wrapup, typ.WrapupShare
	}
	no := uint64(w.calls[c].No)
	if law.IsZero() || share < 1 && w.rnd[drawWrapShare].Uniform(no, 0) >= share {
		return 0
	}
	return w.paced(a, law.Sample(w.rnd[drawWrapup], no, 0))
}
