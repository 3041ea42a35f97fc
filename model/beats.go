package model

import "ccsim/sim"

// Keep-alives of a healthy link are not events. For each direction of a link
// the model keeps the segments in which keep-alives were sent, and for its
// listener the one conclusion that comes next: the sender's expiry, or the first
// keep-alive after a silence. The ticked mode sends every keep-alive as an event
// and must give the same facts to the nanosecond.

// segment is a stretch of keep-alives of one sender: sent at Origin + k x
// interval from From up to but not including End, under way for Delay, lost if
// they would arrive at Kill or later, or by a keyed draw for each.
type segment struct {
	Origin, From, End, Kill, Delay sim.Time
	Loss                           float64
	Life                           uint32 // of the sender: the draws belong to it
}

const maxSegments = 16

// direction holds the segments that the listener may not have accounted for
// yet. The newest is the last.
type direction struct {
	Segments [maxSegments]segment
	N        uint8
}

// sure tells whether the stretch goes on without end and without loss.
func (s *segment) sure() bool { return s.End == sim.Forever && s.Kill == sim.Forever && s.Loss == 0 }

// delay is the way of a keep-alive that is sent now.
func (w *World) delay(n LineID) sim.Time { return w.top.watches[n].Latency + w.lines[n].Extra }

// lost tells whether the k-th keep-alive of a life gets lost.
func (w *World) lost(n LineID, life uint32, k sim.Time, loss float64) bool {
	return loss > 0 && w.rnd[drawBeat].Uniform(w.top.watches[n].Key<<32|uint64(life), uint32(k)) < loss
}

// edge is the first instant whose keep-alives come after the current event: levers
// act before the network at one instant, timers after it.
func (w *World) edge() sim.Time {
	if w.kernel.Events() == 0 || w.kernel.Current().Rank() == sim.RankFault {
		return w.now()
	}
	return w.now() + 1
}

// sends tells whether a process sends keep-alives now.
func (p *Process) sends() bool { return p.up() && !p.Paused }

// startBeats begins a life of a process: its keep-alives lie on a grid of
// their own on each link, whose phase is a keyed draw.
func (w *World) startBeats(id ProcID, from sim.Time) {
	for _, n := range w.top.sends[id] {
		row, info := &w.watch[n], &w.top.watches[n]
		phase := w.rnd[drawPhase].Below(uint64(info.Every), info.Key, w.procs[id].Life)
		row.Origin = from + sim.Time(phase)
		w.openSegment(n, from)
		if w.cfg.Ticked {
			w.scheduleTick(n, row.Origin)
		}
	}
	for _, n := range w.top.hears[id] {
		w.watch[n].Synced = from
	}
}

// openSegment lets the keep-alives of a direction pass from a moment on.
func (w *World) openSegment(n LineID, from sim.Time) {
	line := &w.lines[n]
	if line.Down || w.cfg.Ticked {
		return
	}
	d := &w.watch[n].Beats
	if int(d.N) == maxSegments {
		// Sixteen changes of a delay within the delay itself: what is left of the oldest is lost.
		copy(d.Segments[:], d.Segments[1:])
		d.N--
	}
	d.Segments[d.N] = segment{Origin: w.watch[n].Origin, From: from, End: sim.Forever, Kill: sim.Forever, Delay: w.delay(n), Loss: line.Loss, Life: w.procs[w.top.watches[n].Sender].Life}
	d.N++
}

// stopBeats ends the keep-alives of a process; those under way still arrive.
func (w *World) stopBeats(id ProcID) {
	for _, n := range w.top.sends[id] {
		w.closeSegments(n, false)
		w.planBeats(n)
	}
}

// planAll plans what a process hears.
func (w *World) planAll(id ProcID) {
	for _, n := range w.top.hears[id] {
		w.planBeats(n)
	}
}

// closeSegments ends the stretches of a direction. What is under way is lost
// when the direction is cut, and arrives when it only changes.
func (w *World) closeSegments(n LineID, kill bool) {
	edge := w.edge()
	d := &w.watch[n].Beats
	for i := range d.Segments[:d.N] {
		d.Segments[i].End = min(d.Segments[i].End, edge)
		if kill {
			d.Segments[i].Kill = min(d.Segments[i].Kill, edge)
		}
	}
}

// listens tells whether the process at the end of a direction runs.
func (w *World) listens(n LineID) bool { return w.procs[w.top.watches[n].Observer].up() }

// hear takes the keep-alives that arrived up to now into account.
func (w *World) hear(n LineID) {
	if w.cfg.Ticked {
		return // each arrives as an event
	}
	row := &w.watch[n]
	to := w.edge()
	if w.listens(n) {
		for i := range row.Beats.Segments[:row.Beats.N] {
			row.LastHeard = max(row.LastHeard, w.lastArrival(n, &row.Beats.Segments[i], row.Synced, to))
		}
	}
	row.Synced = max(row.Synced, to)
	row.Beats.forget(row.Synced)
}

// forget drops segments that can bring nothing after a moment.
func (d *direction) forget(synced sim.Time) {
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
func (w *World) nextArrival(n LineID, s *segment, from, until sim.Time) sim.Time {
	every := w.top.watches[n].Every
	send := max(s.From, from-s.Delay, s.Origin)
	k := (send - s.Origin + every - 1) / every
	for send = s.Origin + k*every; send < s.End && send+s.Delay < s.Kill && send+s.Delay <= until; send += every {
		if !w.lost(n, s.Life, k, s.Loss) {
			return send + s.Delay
		}
		k++
	}
	return sim.Forever
}

// lastArrival gives the last arrival of a segment in [from, to), or -1.
func (w *World) lastArrival(n LineID, s *segment, from, to sim.Time) sim.Time {
	every := w.top.watches[n].Every
	// The last send before End whose arrival is before Kill and before to.
	before := min(s.End, s.Kill-s.Delay, to-s.Delay)
	if before <= s.Origin {
		return -1
	}
	k := (before - 1 - s.Origin) / every
	for send := s.Origin + k*every; send >= s.From && send+s.Delay >= from; send -= every {
		if !w.lost(n, s.Life, k, s.Loss) {
			return send + s.Delay
		}
		k--
	}
	return -1
}

// planBeats schedules the one conclusion about the sender that comes next, if
// nothing changes: the first keep-alive after a silence, or the expiry.
func (w *World) planBeats(n LineID) {
	w.hear(n)
	row := &w.watch[n]
	row.Plan++
	if !w.listens(n) || w.procs[w.top.watches[n].Observer].Paused {
		return
	}
	if w.cfg.Ticked {
		if row.Up {
			w.scheduleExpiry(n, row.LastHeard+w.top.watches[n].Limit+1)
		}
		return
	}
	if !row.Up {
		w.planReturnOfSender(n)
		return
	}
	w.planExpiry(n)
}

// walkLimit is how many keep-alives a plan looks ahead on a lossy link before
// it leaves a note to go on from there.
const walkLimit = 2048

func (w *World) planReturnOfSender(n LineID) {
	row, info := &w.watch[n], &w.top.watches[n]
	from := row.Synced
	until := from + walkLimit*info.Every
	first, goesOn := sim.Forever, false
	for i := range row.Beats.Segments[:row.Beats.N] {
		s := &row.Beats.Segments[i]
		first = min(first, w.nextArrival(n, s, from, max(until, s.From+s.Delay+info.Every)))
		goesOn = goesOn || s.End == sim.Forever && s.Kill == sim.Forever
	}
	switch {
	case first < sim.Forever:
		w.scheduleBeat(n, first, row.Plan)
	case goesOn:
		w.scheduleRescan(n, until)
	}
}

// planExpiry walks the keep-alives to come for the first gap over the limit. A
// stretch without end and loss within reach ends the walk: there will be none.
func (w *World) planExpiry(n LineID) {
	row, limit := &w.watch[n], w.top.watches[n].Limit
	heard := row.LastHeard
	for range walkLimit {
		next := sim.Forever
		for i := range row.Beats.Segments[:row.Beats.N] {
			s := &row.Beats.Segments[i]
			at := w.nextArrival(n, s, max(heard+1, row.Synced), heard+limit)
			if at < sim.Forever && s.sure() {
				return
			}
			next = min(next, at)
		}
		if next == sim.Forever {
			w.scheduleExpiry(n, heard+limit+1)
			return
		}
		heard = next
	}
	w.scheduleRescan(n, heard)
}

// subject orders the conclusions of the listeners: one that hears its peer
// goes by its own number.
func (w *World) subject(n LineID) uint32 {
	if info := &w.top.watches[n]; info.Sender == info.Observer^1 {
		return uint32(info.Observer)
	}
	return uint32(len(w.procs)) + uint32(n)
}

// scheduleRescan lets a plan on a lossy link go on later.
func (w *World) scheduleRescan(n LineID, at sim.Time) {
	row := &w.watch[n]
	w.kernel.Schedule(sim.Event{T: max(at, w.edge()), Ord: sim.Order(sim.RankObserver, w.subject(n), evRescan, row.Plan&sim.MaxSeq), Row: uint32(n), Gen: row.Plan})
}

func (w *World) onRescan(e sim.Event) {
	if w.watch[e.Row].Plan == e.Gen {
		w.planBeats(LineID(e.Row))
	}
}

func (w *World) scheduleExpiry(n LineID, at sim.Time) {
	row := &w.watch[n]
	w.kernel.Schedule(sim.Event{
		T: max(at, w.edge()), Ord: sim.Order(sim.RankTimer, w.subject(n), evExpiry, row.Plan&sim.MaxSeq),
		Row: uint32(n), Gen: row.Plan, Cause: w.kernel.Current().Cause,
	})
}

// beatSubject orders the keep-alives of a direction among the messages of
// links; ticks come beside them.
func (w *World) beatSubject(n LineID, ticks uint32) uint32 {
	info := &w.top.watches[n]
	if info.Sender == info.Observer^1 {
		return linkSubject(info.Sender.Pair(), linkBeatsA+uint32(info.Sender.Side())+ticks*(linkTicksA-linkBeatsA))
	}
	return w.top.lineSubject + uint32(n)*2 + ticks
}

// scheduleBeat lets one keep-alive arrive as an event. At most one of a link
// and an instant has an effect, so its number only has to be unique: the place on
// the sender's grid, or the plan that foresaw it.
func (w *World) scheduleBeat(n LineID, at sim.Time, number uint32) {
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.MessageOrder(w.beatSubject(n, 0), number&(sim.MaxSeq>>1), evBeat),
		Row: uint32(n), Gen: w.watch[n].Plan, Arg: w.lines[n].Gen, Cause: w.kernel.Current().Cause,
	})
}

// onBeat is a keep-alive that arrives: in the lazy mode only the first after a
// silence, in the ticked mode each.
func (w *World) onBeat(e sim.Event) {
	n := LineID(e.Row)
	row := &w.watch[n]
	if w.cfg.Ticked && e.Arg != w.lines[n].Gen || !w.cfg.Ticked && e.Gen != row.Plan || !w.listens(n) {
		return
	}
	row.LastHeard = w.now()
	row.Synced = w.now() + 1
	if w.procs[w.top.watches[n].Observer].Paused {
		return // it waits in the socket
	}
	if !row.Up {
		row.Up = true
		w.heardAgain(n)
	}
	w.planBeats(n)
}

// onExpiry concludes that the sender is lost, unless it was heard meanwhile.
func (w *World) onExpiry(e sim.Event) {
	n := LineID(e.Row)
	row := &w.watch[n]
	if e.Gen != row.Plan || !w.listens(n) || !row.Up {
		return
	}
	w.hear(n)
	if w.now()-row.LastHeard <= w.top.watches[n].Limit {
		w.planBeats(n)
		return
	}
	row.Up = false
	w.silent(n, w.causeOfSilence(n))
	if w.listens(n) {
		w.planBeats(n)
	}
}

// causeOfSilence is the lever behind a sender that is not heard.
func (w *World) causeOfSilence(n LineID) uint32 {
	if sender := &w.procs[w.top.watches[n].Sender]; !sender.sends() && sender.Cause != 0 {
		return sender.Cause
	}
	return w.lines[n].Cause
}

// causeOfReturn is the lever behind the silence that a sender ends.
func (w *World) causeOfReturn(n LineID) uint32 {
	if cause := w.procs[w.top.watches[n].Sender].Cause; cause > w.lines[n].Cause {
		return cause
	}
	return w.lines[n].Cause
}

// silent is a listener that has not heard a sender for longer than the limit.
func (w *World) silent(n LineID, cause uint32) {
	info := &w.top.watches[n]
	switch pg := w.top.units[info.Observer.Pair()].IsPG(); {
	case info.Sender != info.Observer^1:
		w.pathSilent(n, cause)
	case pg:
		w.peerLost(info.Observer, cause)
	default:
		w.routerAlone(info.Observer, cause)
	}
}

// heardAgain is a listener that hears a sender after a silence.
func (w *World) heardAgain(n LineID) {
	info := &w.top.watches[n]
	switch pg := w.top.units[info.Observer.Pair()].IsPG(); {
	case info.Sender != info.Observer^1:
		w.pathHeard(n)
	case pg:
		w.peerBack(info.Observer, w.pairs[info.Observer.Pair()].Cause)
	default:
		w.routerMeets(info.Observer, w.pairs[info.Observer.Pair()].Cause)
	}
}

func (w *World) scheduleTick(n LineID, at sim.Time) {
	info := &w.top.watches[n]
	k := uint32((at - w.watch[n].Origin) / info.Every)
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.MessageOrder(w.beatSubject(n, 1), k&sim.MaxSeq, evTick),
		Row: uint32(n), Gen: w.procs[info.Sender].Life,
	})
}

// onTick sends a keep-alive in the ticked mode.
func (w *World) onTick(e sim.Event) {
	n := LineID(e.Row)
	info := &w.top.watches[n]
	p := &w.procs[info.Sender]
	if p.Life != e.Gen || !p.up() {
		return
	}
	w.scheduleTick(n, w.now()+info.Every)
	k := (w.now() - w.watch[n].Origin) / info.Every
	if !p.Paused && !w.lines[n].Down && !w.lost(n, p.Life, k, w.lines[n].Loss) {
		w.scheduleBeat(n, w.now()+w.delay(n), uint32(k))
	}
}
