package model

import "ccsim/sim"

// Keep-alives of a healthy link are not events. For each direction of a
// private link the model keeps the segments in which keep-alives were sent, and
// for each side the one conclusion that comes next: the peer's expiry, or the
// first keep-alive after a silence. The ticked mode sends every keep-alive as an
// event and must give the same facts to the nanosecond.

// segment is a stretch of keep-alives of one side: sent at Origin + k x interval
// from From up to but not including End, under way for Delay, lost if they would
// arrive at Kill or later, or by a keyed draw for each.
type segment struct {
	Origin, From, End, Kill, Delay sim.Time
	Loss                           float64
	Life                           uint32 // of the sender: the draws belong to it
	Sender                         ProcID
}

const maxSegments = 16

// direction holds the segments of one direction of a private link that the
// receiver may not have accounted for yet. The newest is the last.
type direction struct {
	Segments [maxSegments]segment
	N        uint8
}

// sure tells whether the stretch goes on without end and without loss.
func (s *segment) sure() bool { return s.End == sim.Forever && s.Kill == sim.Forever && s.Loss == 0 }

// linked tells whether messages pass in both directions.
func (p *Pair) linked() bool { return p.Link[SideA].Up && p.Link[SideB].Up }

// delay is the way of a keep-alive that a side sends now.
func (w *World) delay(sender ProcID) sim.Time {
	return w.cfg.Latency.Private + w.pairs[sender.Pair()].Link[sender.Side()].Extra
}

// lost tells whether the k-th keep-alive of a life gets lost.
func (w *World) lost(sender ProcID, life uint32, k sim.Time, loss float64) bool {
	return loss > 0 && w.rnd[drawBeat].Uniform(uint64(sender)<<32|uint64(life), uint32(k)) < loss
}

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
	line := &w.pairs[id.Pair()].Link[id.Side()]
	if !line.Up || w.cfg.Ticked {
		return
	}
	d := w.outgoing(id)
	if int(d.N) == maxSegments {
		// Sixteen changes of a delay within the delay itself: what is left of the oldest is lost.
		copy(d.Segments[:], d.Segments[1:])
		d.N--
	}
	p := &w.procs[id]
	d.Segments[d.N] = segment{Origin: p.Origin, From: from, End: sim.Forever, Kill: sim.Forever, Delay: w.delay(id), Loss: line.Loss, Life: p.Life, Sender: id}
	d.N++
}

// stopBeats ends the keep-alives of a side; those under way still arrive.
func (w *World) stopBeats(id ProcID) {
	w.closeSegments(id, false)
	w.planBeats(id ^ 1)
}

// closeSegments ends the stretches of a direction. What is under way is lost
// when the direction is cut, and arrives when it only changes.
func (w *World) closeSegments(id ProcID, kill bool) {
	edge := w.edge()
	d := w.outgoing(id)
	for i := range d.Segments[:d.N] {
		d.Segments[i].End = min(d.Segments[i].End, edge)
		if kill {
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
		gone := s.Kill <= synced || s.End < sim.Forever && s.End+s.Delay <= synced
		if !gone {
			d.Segments[kept] = s
			kept++
		}
	}
	d.N = kept
}

// nextArrival gives the first arrival of a segment at or after a moment and at
// or before another, or Forever.
func (w *World) nextArrival(s *segment, from, until sim.Time) sim.Time {
	every := w.cfg.Timers.PrivateHeartbeat
	send := max(s.From, from-s.Delay, s.Origin)
	k := (send - s.Origin + every - 1) / every
	for send = s.Origin + k*every; send < s.End && send+s.Delay < s.Kill && send+s.Delay <= until; send += every {
		if !w.lost(s.Sender, s.Life, k, s.Loss) {
			return send + s.Delay
		}
		k++
	}
	return sim.Forever
}

// lastArrival gives the last arrival of a segment in [from, to), or -1.
func (w *World) lastArrival(s *segment, from, to sim.Time) sim.Time {
	every := w.cfg.Timers.PrivateHeartbeat
	// The last send before End whose arrival is before Kill and before to.
	before := min(s.End, s.Kill-s.Delay, to-s.Delay)
	if before <= s.Origin {
		return -1
	}
	k := (before - 1 - s.Origin) / every
	for send := s.Origin + k*every; send >= s.From && send+s.Delay >= from; send -= every {
		if !w.lost(s.Sender, s.Life, k, s.Loss) {
			return send + s.Delay
		}
		k--
	}
	return -1
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

// walkLimit is how many keep-alives a plan looks ahead on a lossy link before
// it leaves a note to go on from there.
const walkLimit = 2048

func (w *World) planReturnOfPeer(id ProcID) {
	d := w.incoming(id)
	from := w.procs[id].Synced
	until := from + walkLimit*w.cfg.Timers.PrivateHeartbeat
	first, goesOn := sim.Forever, false
	for i := range d.Segments[:d.N] {
		s := &d.Segments[i]
		first = min(first, w.nextArrival(s, from, max(until, s.From+s.Delay+w.cfg.Timers.PrivateHeartbeat)))
		goesOn = goesOn || s.End == sim.Forever && s.Kill == sim.Forever
	}
	switch {
	case first < sim.Forever:
		w.scheduleBeat(id, first, w.procs[id].Plan)
	case goesOn:
		w.scheduleRescan(id, until)
	}
}

// planExpiry walks the keep-alives to come for the first gap over the limit. A
// stretch without end and loss within reach ends the walk: there will be none.
func (w *World) planExpiry(id ProcID) {
	d := w.incoming(id)
	heard := w.procs[id].LastHeard
	for range walkLimit {
		next := sim.Forever
		for i := range d.Segments[:d.N] {
			s := &d.Segments[i]
			at := w.nextArrival(s, max(heard+1, w.procs[id].Synced), heard+w.beatLimit())
			if at < sim.Forever && s.sure() {
				return
			}
			next = min(next, at)
		}
		if next == sim.Forever {
			w.scheduleExpiry(id, heard+w.beatLimit()+1)
			return
		}
		heard = next
	}
	w.scheduleRescan(id, heard)
}

// scheduleRescan lets a plan on a lossy link go on later.
func (w *World) scheduleRescan(id ProcID, at sim.Time) {
	p := &w.procs[id]
	w.kernel.Schedule(sim.Event{T: max(at, w.edge()), Ord: sim.Order(sim.RankObserver, uint32(id), evRescan, p.Plan&sim.MaxSeq), Row: uint32(id), Gen: p.Plan})
}

func (w *World) onRescan(e sim.Event) {
	if w.procs[e.Row].Plan == e.Gen {
		w.planBeats(ProcID(e.Row))
	}
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
func (w *World) scheduleBeat(id ProcID, at sim.Time, number uint32) {
	from := id.Side().Other()
	link := linkSubject(id.Pair(), linkBeatsA+uint32(from))
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.MessageOrder(link, number&(sim.MaxSeq>>1), evBeat),
		Row: uint32(id), Gen: w.procs[id].Plan, Arg: w.pairs[id.Pair()].Link[from].Gen, Cause: w.kernel.Current().Cause,
	})
}

// onBeat is a keep-alive that arrives: in the lazy mode only the first after a
// silence, in the ticked mode each.
func (w *World) onBeat(e sim.Event) {
	id := ProcID(e.Row)
	p := &w.procs[id]
	if w.cfg.Ticked && e.Arg != w.pairs[id.Pair()].Link[id.Side().Other()].Gen || !w.cfg.Ticked && e.Gen != p.Plan || !p.up() {
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
	return w.pairs[id.Pair()].Link[id.Side().Other()].Cause
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
	line := &w.pairs[id.Pair()].Link[id.Side()]
	k := (w.now() - p.Origin) / w.cfg.Timers.PrivateHeartbeat
	if line.Up && !w.lost(id, p.Life, k, line.Loss) {
		w.scheduleBeat(id^1, w.now()+w.delay(id), uint32(k))
	}
}
