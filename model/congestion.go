package model

import (
	"ccsim/sim"
	"ccsim/sim/detmath"
)

// Congestion control: the Router measures the new route requests of all routing
// clients as a moving weighted average and, above its capacity, rejects a share of
// new calls (Solution Design Guide for Packaged CCE 12.6(2), Sizing and Operating
// Conditions). What is in the center already is never dropped.
//
// The average takes a sample each second. While it is far below the first
// threshold no event is spent on that: the samples are made up when the next
// request comes, and an event stands only where a second can end above it.

// Congestion is the setting of congestion control.
type Congestion struct {
	Capacity  float64 // route requests a second; 0 = there is no congestion control
	Treatment Treatment
	Window    sim.Time // time constant of the average; 0 = 30 s
	FullAt    float64  // share of the capacity at which level 3 rejects every call; 0 = 2.5
}

// Treatment is what becomes of a call that congestion control rejects.
type Treatment uint8

// Treatments, with the numbers of the Congestion Control API (developer guide
// 12.5).
const (
	TreatDialedNumber Treatment = iota + 1 // default label of the dialed number
	TreatClient                            // default label of the routing client
	TreatSystem                            // default label of the system
	TreatDialogFail                        // the dialog fails: the route ends
	TreatRelease                           // the call is released
	treatments
)

var treatmentNames = [treatments]string{"", "dialed_number_label", "client_label", "system_label", "dialog_fail", "release"}

// String gives the name of the treatment in scenario files and results.
func (t Treatment) String() string { return treatmentNames[t] }

// Treatments lists all treatments.
func Treatments() []Treatment {
	return []Treatment{TreatDialedNumber, TreatClient, TreatSystem, TreatDialogFail, TreatRelease}
}

// CongestionLevels is the number of levels above 0.
const CongestionLevels = 3

// congestionLevels has the thresholds of each level as shares of the capacity,
// and what it rejects. They are fixed: only the capacity can be set.
var congestionLevels = [1 + CongestionLevels]struct {
	onset, abate float64
	rejects      int32 // of new calls, in millionths
}{
	1: {1.1, 0.9, 100_000},
	2: {1.3, 1.0, 300_000},
	3: {1.5, 1.0, 300_000}, // and more with the rate, up to all at fullAt
}

const (
	congestionFullAt = 2.5 // share of the capacity at which level 3 rejects every call
	congestionSample = sim.Second
	congestionWindow = 30 * sim.Second // time constant of the average
	million          = 1_000_000
)

// CongestionRow is what congestion control knows.
type CongestionRow struct {
	Average float64  // route requests a second
	Second  int64    // that is being counted
	Since   sim.Time // of Level
	Planned sim.Time // the sample for which an event stands
	Count   int32    // route requests in this second
	Level   int32
	Share   int32 // of new calls that is rejected, in millionths
	Due     int32 // millionths of a rejection that have come together
}

// sampleWeight is the weight of the newest sample.
func (c *Congestion) sampleWeight() float64 {
	window := c.Window
	if window <= 0 {
		window = congestionWindow
	}
	return 1 - detmath.Exp(-float64(congestionSample)/float64(window))
}

// fullAt is the share of the capacity at which level 3 rejects every new call.
func (c *Congestion) fullAt() float64 {
	if c.FullAt > 0 {
		return c.FullAt
	}
	return congestionFullAt
}

// routeRequest counts a request for a route, and tells whether the Router takes
// it. Only new ones are ever rejected: by an accumulator, so that of 10 % it is each
// tenth.
func (w *World) routeRequest(fresh bool) bool {
	if w.cfg.Congestion.Capacity <= 0 {
		return true
	}
	w.sampleCongestion()
	row := &w.congestion
	row.Count++
	if row.Level == 0 {
		if w.nextAverage() >= congestionLevels[1].onset*w.cfg.Congestion.Capacity {
			w.planSample()
		}
		return true
	}
	if !fresh {
		return true
	}
	row.Due += row.Share
	if row.Due < million {
		return true
	}
	row.Due -= million
	return false
}

// nextAverage is the average if the second ended now.
func (w *World) nextAverage() float64 {
	row := &w.congestion
	return row.Average + float64(w.top.sampleWeight*(float64(row.Count)-row.Average))
}

// congestionLevel is the present level.
func (w *World) congestionLevel() int {
	if w.cfg.Congestion.Capacity > 0 {
		w.sampleCongestion()
	}
	return int(w.congestion.Level)
}

// sampleCongestion takes the samples of all seconds that have ended. The level
// can change only where an event stands, or what comes at that very nanosecond.
func (w *World) sampleCongestion() {
	row := &w.congestion
	for now := int64(w.now() / congestionSample); row.Second < now; row.Second++ {
		if row.Count == 0 && row.Average == 0 {
			row.Second = now
			return
		}
		row.Average = w.nextAverage()
		if row.Count = 0; row.Average < 1e-9 {
			row.Average = 0
		}
		w.setCongestion(w.levelOf(row.Average / w.cfg.Congestion.Capacity))
	}
}

// levelOf is the level after a sample, by the average as a share of the capacity:
// upwards it may jump, downwards it goes one level at a time.
func (w *World) levelOf(load float64) int32 {
	was := w.congestion.Level
	for l := int32(CongestionLevels); l > was; l-- {
		if load >= congestionLevels[l].onset {
			return l
		}
	}
	if was > 0 && load < congestionLevels[was].abate {
		return was - 1
	}
	return was
}

// setCongestion is the one place that changes the level.
func (w *World) setCongestion(level int32) {
	row := &w.congestion
	was := row.Level
	if was != level {
		w.closeCongestion()
		row.Level = level
		kind := FactCongestionLevel
		switch {
		case was == 0:
			kind = FactCongested
		case level == 0:
			kind, row.Due = FactRelieved, 0
		}
		w.mark(kind, uint32(w.top.router), int64(row.Average*1000), uint32(level), 0)
	}
	row.Share = w.rejectShare(level)
	if level > 0 {
		w.planSample()
	}
}

// rejectShare is the share of new calls that a level rejects. Level 3 rejects more
// with the rate: all of them at fullAt.
func (w *World) rejectShare(level int32) int32 {
	least := congestionLevels[level].rejects
	over := w.congestion.Average/w.cfg.Congestion.Capacity - congestionLevels[CongestionLevels].onset
	if level < CongestionLevels || over <= 0 {
		return least
	}
	span := w.cfg.Congestion.fullAt() - congestionLevels[CongestionLevels].onset
	return least + int32(float64(float64(million-least)*min(over/span, 1)))
}

// forgetCongestion is a Router that starts without the state of its peer: it has
// measured nothing yet.
func (w *World) forgetCongestion() {
	row := &w.congestion
	if row.Average, row.Count = 0, 0; row.Level > 0 {
		w.setCongestion(0)
	}
}

// closeCongestion records how long a level above 0 has held.
func (w *World) closeCongestion() {
	row := &w.congestion
	if row.Level > 0 {
		w.record(FactCongestionTime, uint32(w.top.router), int64(w.now()-row.Since), uint32(row.Level), 0)
	}
	row.Since = w.now()
}

// planSample lets an event stand at the end of the present second.
func (w *World) planSample() {
	row := &w.congestion
	at := (w.now()/congestionSample + 1) * congestionSample
	if row.Planned >= at {
		return
	}
	row.Planned = at
	w.kernel.Schedule(sim.Event{
		T: at, Ord: sim.Order(sim.RankTimer, uint32(w.routerID(w.cfg.lead)), evCongestion, uint32(at/congestionSample)&sim.MaxSeq),
	})
}

func (w *World) onCongestion() { w.sampleCongestion() }

// reject ends a new call that congestion control does not let in. The setting of
// its routing client wins over the system's.
func (w *World) reject(c CallID) {
	call := &w.calls[c]
	t := w.cfg.Congestion.Treatment
	if call.CVP > 0 {
		if own := w.cfg.VRUPGs[w.top.units[w.vruOf(call)].Number].Treatment; own > 0 {
			t = own
		}
	}
	w.record(FactTreated, call.No, 0, uint32(t), 0)
	w.record(FactRejected, call.No, int64(w.now()-call.Arrived), w.callAux(call), 0)
	w.setCall(c, CallRejected)
	w.endCall(c)
}
