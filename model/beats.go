package model

import "ccsim/sim"

// Keep-alives of a healthy link are not events. For each direction of a
// private link the model keeps the segments in which keep-alives were sent, and
// for each side the one conclusion that comes next: the peer's expiry, or the
// first keep-alive after a silence. The ticked mode sends every keep-alive as an
// event and must give the same facts to the nanosecond.

// segment is a stretch of keep-alives: sent at Origin + k x interval from From up
// to but not including End, lost if they would arrive at Kill or later.
type segment struct {
	Origin, From, End, Kill sim.Time
}

const maxSegments = 4

// direction holds the segments of one direction of a private link that the
// receiver may not have accounted for yet. The newest is the last.
type direction struct {
	Segments [maxSegments]segment
	N        uint8
}

func (s *segment) open() bool { return s.End == sim.Forever && s.Kill == sim.Forever }

// edge is the first instant whose keep-alives come after the current event: levers
// act before the network at one instant, timers after it.
func (w *World) edge() sim.Time {
	if w.kernel.Events() == 0 || w.kernel.Current().Rank() == sim.RankFault {
		return w.now()
	}
	return w.now() + 1
}

func (w *World) beatLimit() sim.Time {
	return w.cfg.Timers.PrivateHeartbeat * sim.Time(w.cfg.Timers.PrivateMisses)
}

func (w *World) outgoing(id ProcID) *direction { return &w.pairs[id.Pair()].Beats[id.Side()] }
func (w *World) incoming(id ProcID) *direction { return &w.pairs[id.Pair()].Beats[id.Side().Other()] }

// startBeats begins a life of a PG side: its keep-alives lie on a grid of
// their own, whose phase is a keyed draw.
func (w *World) startBeats(id ProcID, from sim.Time) {
	p := &w.procs[id]
	phase := w.rnd[drawPhase].Below(uint64(w.cfg.Timers.PrivateHeartbeat), uint64(id), p.Life)
	p.Origin = from + sim.Time(phase)
	p.Synced = from
	w.openSegment(id, from)
	if w.cfg.Ticked {
		w.scheduleTick(id, p.Origin)
	}
}

// openSegment lets the keep-alives of a side pass from a moment on.
func (w *World) openSegment(id ProcID, from sim.Time) {
	if !w.pairs[id.Pair()].LinkUp || w.cfg.Ticked {
		return
	}
	d := w.outgoing(id)
	if int(d.N) == maxSegments {
		w.unsound("process %d has more than %d stretches of keep-alives under way", id, maxSegments)
	}
	d.Segments[d.N] = segment{Origin: w.procs[id].Origin, From: from, End: sim.Forever, Kill: sim.Forever}
	d.N++
}

// stopBeats ends the keep-alives of a side; those under way still arrive.
func (w *World) stopBeats(id ProcID) {
	edge := w.edge()
	d := w.outgoing(id)
	for i := range d.Segments[:d.N] {
		d.Segments[i].End = min(d.Segments[i].End, edge)
	}
	w.planBeats(id ^ 1)
}

// cutBeats loses all keep-alives of a pair, those under way included.
func (w *World) cutBeats(p PairID) {
	for s := SideA; s <= SideB; s++ {
		w.hear(pgProc(p, s))
	}
	edge := w.edge()
	for s := SideA; s <= SideB; s++ {
		d := &w.pairs[p].Beats[s]
		for i := range d.Segments[:d.N] {
			d.Segments[i].End = min(d.Segments[i].End, edge)
			d.Segments[i].Kill = min(d.Segments[i].Kill, edge)
		}
	}
}

// hear takes the keep-alives that arrived up to now into account.
func (w *World) hear(id ProcID) {
	if w.cfg.Ticked {
		return // each arrives as an event
	}
	p := &w.procs[id]
	to := w.edge()
	d := w.incoming(id)
	if p.up() {
		for i := range d.Segments[:d.N] {
			p.LastHeard = max(p.LastHeard, w.lastArrival(&d.Segments[i], p.Synced, to))
		}
	}
	p.Synced = max(p.Synced, to)
	w.forget(d, p.Synced)
}

// forget drops segments that can bring nothing after a moment.
func (w *World) forget(d *direction, synced sim.Time) {
	kept := uint8(0)
	for _, s := range d.Segments[:d.N] {
		gone := s.Kill <= synced || s.End < sim.Forever && s.End+w.cfg.Latency.Private <= synced
		if !gone {
			d.Segments[kept] = s
			kept++
		}
	}
	d.N = kept
}

// nextArrival gives the first arrival of a segment at or after a moment, or
// Forever.
func (w *World) nextArrival(s *segment, from sim.Time) sim.Time {
	every, delay := w.cfg.Timers.PrivateHeartbeat, w.cfg.Latency.Private
	send := max(s.From, from-delay, s.Origin)
	send = s.Origin + (send-s.Origin+every-1)/every*every
	if send >= s.End || send+delay >= s.Kill {
		return sim.Forever
	}
	return send + delay
}

// lastArrival gives the last arrival of a segment in [from, to), or -1.
func (w *World) lastArrival(s *segment, from, to sim.Time) sim.Time {
	every, delay := w.cfg.Timers.PrivateHeartbeat, w.cfg.Latency.Private
	// The last send before End whose arrival is before Kill and before to.
	before := min(s.End, s.Kill-delay, to-delay)
	if before <= s.Origin {
		return -1
	}
	send := s.Origin + (before-1-s.Origin)/every*every
	if send < s.From || send+delay < from {
		return -1
	}
	return send + delay
}

// planBeats schedules the one conclusion about the peer that comes next, if
// nothing changes: the first keep-alive after a silence, or the expiry.
func (w *World) planBeats(id ProcID) {
	w.hear(id)
	p := &w.procs[id]
	p.Plan++
	if !p.up() {
		return
	}
	if w.cfg.Ticked {
		if p.PeerUp {
			w.scheduleExpiry(id, p.LastHeard+w.beatLimit()+1)
		}
		return
	}
	if !p.PeerUp {
		w.planReturnOfPeer(id)
		return
	}
	w.planExpiry(id)
}

func (w *World) planReturnOfPeer(id ProcID) {
	d := w.incoming(id)
	first, seg := sim.Forever, 0
	for i := range d.Segments[:d.N] {
		if at := w.nextArrival(&d.Segments[i], w.procs[id].Synced); at < first {
			first, seg = at, i
		}
	}
	if first < sim.Forever {
		w.scheduleBeat(id, first, d.Segments[seg].Origin)
	}
}

// planExpiry walks the stretches of keep-alives for the first gap over the
// limit. An open stretch within reach ends the walk: there will be none.
func (w *World) planExpiry(id ProcID) {
	d := w.incoming(id)
	heard := w.procs[id].LastHeard
	for range maxSegments + 1 {
		reached := heard
		for i := range d.Segments[:d.N] {
			s := &d.Segments[i]
			if next := w.nextArrival(s, max(heard+1, w.procs[id].Synced)); next > heard+w.beatLimit() {
				continue
			}
			if s.open() {
				return
			}
			reached = max(reached, w.lastArrival(s, 0, sim.Forever))
		}
		if reached == heard {
			break
		}
		heard = reached
	}
	w.scheduleExpiry(id, heard+w.beatLimit()+1)
}

func (w *World) scheduleExpiry(id ProcID, at sim.Time) {
	p := &w.procs[id]
	w.kernel.Schedule(sim.Event{
		T: max(at, w.edge()), Ord: sim.Order(sim.RankTimer, uint32(id), evExpiry, p.Plan&sim.MaxSeq),
		Row: uint32(id), Gen: p.Plan, Cause: w.kernel.Current().Cause,
	})
}

// scheduleBeat lets one keep-alive arrive as an event. At most one of a link
// and an instant has an effect, so its number only has to be unique: the place on
// the sender's grid, or the plan that foresaw it.
func (w *World) scheduleBeat(id ProcID, at, origin sim.Time) {
	k := uint32((at - w.cfg.Latency.Private - origin) / w.cfg.Timers.PrivateHeartbeat)
	if !w.cfg.Ticked {
		k = w.procs[id].Plan
	}
	link := linkSubject(id.Pair(), linkBeatsA+uint32(id.Side().Other()))
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.MessageOrder(link, k&(sim.MaxSeq>>1), evBeat),
		Row: uint32(id), Gen: w.procs[id].Plan, Arg: w.pairs[id.Pair()].LinkGen, Cause: w.kernel.Current().Cause,
	})
}

// onBeat is a keep-alive that arrives: in the lazy mode only the first after a
// silence, in the ticked mode each.
func (w *World) onBeat(e sim.Event) {
	id := ProcID(e.Row)
	p := &w.procs[id]
	if w.cfg.Ticked && e.Arg != w.pairs[id.Pair()].LinkGen || !w.cfg.Ticked && e.Gen != p.Plan || !p.up() {
		return
	}
	p.LastHeard = w.now()
	p.Synced = w.now() + 1
	if !p.PeerUp {
		p.PeerUp = true
		w.peerBack(id, w.pairs[id.Pair()].Cause)
	}
	w.planBeats(id)
}

// onExpiry concludes that the peer is lost, unless it was heard meanwhile.
func (w *World) onExpiry(e sim.Event) {
	id := ProcID(e.Row)
	p := &w.procs[id]
	if e.Gen != p.Plan || !p.up() || !p.PeerUp {
		return
	}
	w.hear(id)
	if w.now()-p.LastHeard <= w.beatLimit() {
		w.planBeats(id)
		return
	}
	p.PeerUp = false
	w.peerLost(id, w.causeOfSilence(id))
	if w.procs[id].up() {
		w.planBeats(id)
	}
}

// causeOfSilence is the lever behind a peer that is not heard.
func (w *World) causeOfSilence(id ProcID) uint32 {
	if peer := &w.procs[id^1]; !peer.up() && peer.Cause != 0 {
		return peer.Cause
	}
	return w.pairs[id.Pair()].LinkCause
}

func (w *World) scheduleTick(id ProcID, at sim.Time) {
	p := &w.procs[id]
	k := uint32((at - p.Origin) / w.cfg.Timers.PrivateHeartbeat)
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.MessageOrder(linkSubject(id.Pair(), linkTicksA+uint32(id.Side())), k&sim.MaxSeq, evTick),
		Row: uint32(id), Gen: p.Life,
	})
}

// onTick sends a keep-alive in the ticked mode.
func (w *World) onTick(e sim.Event) {
	id := ProcID(e.Row)
	p := &w.procs[id]
	if p.Life != e.Gen || !p.up() {
		return
	}
	w.scheduleTick(id, w.now()+w.cfg.Timers.PrivateHeartbeat)
	if w.pairs[id.Pair()].LinkUp {
		w.scheduleBeat(id^1, w.now()+w.cfg.Latency.Private, p.Origin)
	}
}
