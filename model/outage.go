package model

import "ccsim/sim"

// What becomes of the records that a Dialer holds when it, or what it needs, is
// lost: by the cause of the loss (Solution Design Guide for Packaged CCE 12.6(2),
// High Availability; Database Schema Handbook 12.6(1), Field Values). Active records
// are in its memory, dialed ones on its lines or with an agent.

// need is something that a side of a Dialer cannot do without.
type need uint8

const (
	needCampaign need = iota // the link to the Campaign Manager
	needCTI                  // the link to the CTI server of its Agent PG
	needGateway              // the link to the SIP gateway
	needMR                   // the link to its MR PIM
	needRuns                 // it does not hang
)

// needsDialer is what a Campaign Manager has lost, for FactNotReady.
const (
	needsDialer = uint32(needRuns) + 1 + iota
	needsImporter
)

// NeedWords says what a Dialer, or the Campaign Manager, has lost, for FactNotReady.
func NeedWords(aux uint32) string {
	return [...]string{"it has lost the Campaign Manager", "it has lost its CTI server", "it has lost its SIP gateway", "it has lost its MR PIM", "it hangs", "no Dialer is connected and Ready", "it has lost its importer"}[aux]
}

// DialerNeed says what a link of a Dialer leads to.
func DialerNeed(l Link) string {
	return [...]string{"campaign-manager", "CTI servers", "SIP gateways", "MR PIM"}[l.Index]
}

// DialerNeeds is the process at the other end of a Dialer's link, of its own side
// where there are two; a center without gateways has the Dialer itself.
func (c *Config) DialerNeeds(l Link) ProcID {
	units := c.Units()
	first := func(k UnitKind) PairID {
		for i := range units {
			if units[i].Kind == k {
				return PairID(i)
			}
		}
		return l.Pair
	}
	switch need(l.Index) {
	case needCTI:
		return ctiProc(units[l.Pair].PG, l.Side)
	case needGateway:
		return units[first(UnitGateway)].Procs(first(UnitGateway))[0]
	case needMR:
		return pgProc(first(UnitMRPG)+PairID(max(c.Dialers[units[l.Pair].Number].MRPG, 0)), l.Side)
	}
	return pgProc(first(UnitCampaign), l.Side)
}

// fate is what happens to records at a loss.
type fate uint8

const (
	fateStays   fate = iota // nothing
	fateOrphan              // it stays dialed for ever: nobody can report the result
	fateUnknown             // U
	fateClosing             // C when its call is over, whatever came of it
	fateClosed              // C now
	fateReturns             // P after the time of return
	fateBarred              // P after the time of return, and not dialed by itself
)

// fates is the table: what becomes of active and of dialed records. What happens
// to active ones when the Dialer itself fails is a policy.
var fates = [...]struct{ active, dialed fate }{
	needCampaign: {fateUnknown, fateOrphan},
	needCTI:      {fateUnknown, fateOrphan},
	needGateway:  {fateUnknown, fateClosing},
	needMR:       {fateStays, fateClosing},
	needRuns:     {fateUnknown, fateOrphan}, // as the link to the Campaign Manager
}

// FateWords says what became of records, for FactSpoiled.
func FateWords(aux uint32) string {
	was := "dialed: "
	if aux>>8 == 1 {
		was = "in the Dialer's memory: "
	}
	return was + [...]string{"unchanged", "stays so, nobody can report the result", "unknown", "closed when the call is over", "closed, though the result is not known",
		"pending again after the time of return", "pending after the time of return, not dialed again by itself"}[aux&0xff]
}

var (
	campaignFates = struct{ active, dialed fate }{fateUnknown, fateClosed}
	dialerFates   = struct{ active, dialed fate }{fateReturns, fateBarred}
)

// spoil does to a record what the table says.
func (w *World) spoil(n CustomerID, f fate, cause uint32) {
	cu := &w.customers[n]
	cu.Cause = cause
	switch f {
	case fateOrphan:
		if !cu.Orphan {
			cu.Orphan = true
			w.loseRecord(n, cause)
		}
	case fateUnknown:
		w.loseRecord(n, cause)
		w.setCustomer(n, CustomerUnknown)
	case fateClosing:
		cu.Closing = true
	case fateClosed:
		w.loseRecord(n, cause)
		w.setCustomer(n, CustomerClosed)
	case fateBarred:
		cu.Orphan, cu.Barred = true, true
		w.loseRecord(n, cause)
		w.customerEvent(n, evReturned, w.cfg.Timers.RecordReturn, cause)
	case fateReturns:
		cu.Orphan = true
		w.customerEvent(n, evReturned, w.cfg.Timers.RecordReturn, cause)
	}
}

// spoilAll does to all records of a side of a campaign what the table says.
func (w *World) spoilAll(c int, s Side, active, dialed fate, cause uint32) {
	w.unshow(c, s)
	if active != fateStays {
		w.campaigns[c].Cached[s], w.campaigns[c].Wanted[s] = customerList{}, customerList{}
	}
	var hit [2]int64
	w.eachCustomer(c, s, func(n CustomerID, cu *Customer) {
		switch {
		case cu.Orphan:
		case cu.State == CustomerActive:
			hit[0]++
			w.spoil(n, active, cause)
		default:
			hit[1]++
			w.spoil(n, dialed, cause)
		}
	})
	for i, f := range [2]fate{active, dialed} {
		if hit[i] > 0 && f != fateStays {
			w.record(FactSpoiled, uint32(c), hit[i], uint32(f)|uint32(1-i)<<8, cause)
		}
	}
}

// unshow takes the records that agents look at off their screens, into the
// Dialer's memory.
func (w *World) unshow(c int, s Side) {
	row := &w.campaigns[c]
	if row.Showing[s] == 0 {
		return
	}
	w.eachCustomer(c, s, func(n CustomerID, cu *Customer) {
		if cu.Call == 0 || cu.State != CustomerActive || cu.Ask == askComing && !w.calls[cu.Call-1].Shown {
			return
		}
		id := CallID(cu.Call - 1)
		w.putAside(id, n)
		if cu.Promise == promisePersonal {
			cu.Ask = askNone
			w.pushCustomer(&row.Wanted[s], n)
		} else {
			w.pushCustomer(&row.Cached[s], n)
		}
		w.endReservation(id)
	})
}

// onReturned lets a record whose Dialer is gone be pending again. One that was
// dialed is not dialed again by itself: regulation forbids it.
func (w *World) onReturned(e sim.Event) {
	n := CustomerID(e.Row)
	cu := &w.customers[n]
	if cu.Gen != e.Gen {
		return
	}
	w.setCustomer(n, CustomerPending)
	cu.Orphan = false
	cu.Promise = promiseNone // nobody remembers it
	if !cu.Barred {
		w.pushCustomer(&w.campaigns[cu.Campaign].Due, n)
		w.wake(int(cu.Campaign))
	}
}

// dialerLink is the link that carries something a side of a Dialer needs.
func (w *World) dialerLink(id ProcID, what need) LinkID {
	u := &w.top.units[id.Pair()]
	return w.top.dialer + LinkID(8*u.Number+4*int(id.Side())+int(what))
}

// has tells whether a side of a Dialer has what it needs.
func (w *World) has(id ProcID, what need) bool {
	switch what {
	case needCTI:
		pg := &w.pairs[w.top.units[id.Pair()].PG]
		if pg.Active < 0 || pg.ActiveCTI < 0 {
			return false
		}
	case needGateway:
		if !w.someGateway() {
			return false
		}
	case needRuns:
		return !w.procs[id].Paused
	}
	return w.joined(w.dialerLink(id, what))
}

// someGateway tells whether some gateway takes calls; a center without any has one
// that always works.
func (w *World) someGateway() bool {
	if len(w.cfg.Gateways) == 0 {
		return true
	}
	for i := range w.cfg.Gateways {
		if w.works(UnitGateway, i) {
			return true
		}
	}
	return false
}

// dialerReady tells whether a side of a Dialer is Ready: one that is not is no
// standby that could be activated.
func (w *World) dialerReady(id ProcID) bool {
	return w.has(id, needCampaign) && w.has(id, needCTI) && w.has(id, needGateway) && w.has(id, needRuns)
}

// dialerMisses schedules what follows when a side of a Dialer misses something
// for longer than the limit: nobody is told, so each end waits.
func (w *World) dialerMisses(id ProcID, what need, cause uint32) {
	p := &w.procs[id]
	p.Checks++
	limit := w.cfg.Timers.PublicHeartbeat * sim.Time(w.cfg.Timers.PublicMisses)
	w.kernel.Schedule(sim.Event{
		T: w.now() + max(limit, 1), Ord: sim.Order(sim.RankTimer, uint32(id), evMissing, p.Checks&sim.MaxSeq),
		Row: uint32(id), Gen: w.missGen(id, what), Arg: uint32(what), Cause: cause,
	})
}

// missGen tells one absence from the next.
func (w *World) missGen(id ProcID, what need) uint32 {
	if what == needRuns {
		return w.procs[id].Pauses
	}
	return w.lines[w.dialerLink(id, what).Line(0)].Gen + w.lines[w.dialerLink(id, what).Line(1)].Gen
}

func (w *World) onMissing(e sim.Event) {
	id, what := ProcID(e.Row), need(e.Arg)
	if w.procs[id].up() && !w.has(id, what) && w.missGen(id, what) == e.Gen {
		w.dialerLost(id, what, e.Cause)
	}
}

// dialerLost is a side of a Dialer that has lost something it needs. Without its
// MR PIM it only reserves no more; without anything else the Campaign Manager
// activates the standby.
func (w *World) dialerLost(id ProcID, what need, cause uint32) {
	p, s := id.Pair(), id.Side()
	serves := w.pairs[p].Active == int8(s)
	if !serves && w.procs[id].Role != RoleDraining {
		if what != needMR {
			w.disturb(p, cause)
			w.goSimplex(p, cause)
			w.dialersChanged(cause)
			w.checkRecovered(p)
		}
		return
	}
	w.disturb(p, cause)
	for c := range w.campaigns {
		if w.dialerOf(c) != p {
			continue
		}
		if what == needMR && w.cfg.Campaigns[c].Mode.IVR() {
			continue
		}
		w.spoilAll(c, s, fates[what].active, fates[what].dialed, cause)
		if what == needGateway {
			w.dropLines(c, s)
		}
		w.takeBackRequests(c, s)
		w.dropIdle(c, s, what == needCTI)
		w.wake(c)
	}
	if serves && what != needMR {
		w.standBy(id, what, cause)
	}
	w.dialersChanged(cause)
	w.checkRecovered(p)
}

// standBy takes a side that is not Ready out of service.
func (w *World) standBy(id ProcID, what need, cause uint32) {
	p := id.Pair()
	pair := &w.pairs[p]
	w.goSimplex(p, cause)
	w.setRole(id, RoleStandby)
	pair.Active, pair.OutageSince = -1, w.now()
	w.mark(FactNotReady, uint32(id), 0, uint32(what), cause)
	if peer := id ^ 1; w.procs[peer].Role == RoleStandby && w.pairs[w.top.campaign].Active >= 0 && w.dialerReady(peer) {
		w.setRole(peer, RoleActivating)
		w.procEvent(peer, evTakeover, w.takeoverTime(p), cause)
		return
	}
	w.planTakeover(p, cause)
}

// dropIdle ends the reservations that no line in progress needs, or all.
func (w *World) dropIdle(c int, s Side, all bool) {
	row := &w.campaigns[c]
	for row.Idle[s].Len > 0 && (all || row.Idle[s].Len > w.sharedLines(c, s)) {
		w.endReservation(row.Idle[s].Last)
	}
}

// dropLines gives up the lines of a side that ring.
func (w *World) dropLines(c int, s Side) {
	first := w.top.firstCustomer[c]
	for i := range w.campaigns[c].Total {
		if n := CustomerID(first + i); w.customers[n].Line && w.customers[n].Side == s {
			w.dropLine(n)
		}
	}
}

// dropLine gives up a line that rings.
func (w *World) dropLine(n CustomerID) {
	id := w.customers[n].Call
	w.hangUpLine(n, DialCancelled)
	if id > 0 {
		w.putAside(CallID(id-1), n)
		w.endReservation(CallID(id - 1))
	}
	if w.customers[n].State == CustomerDialed && !w.customers[n].Orphan {
		w.result(n, DialCancelled)
	}
}

// dialerDown is a side of a Dialer that is gone: its lines are dropped, its
// agents are free, and calls that are with an agent go on.
func (w *World) dialerDown(id ProcID, cause uint32) {
	p, s := id.Pair(), id.Side()
	active := dialerFates.active
	if w.cfg.Policies.CachedRecords == CachedUnknown {
		active = fateUnknown
	}
	for c := range w.campaigns {
		if w.dialerOf(c) != p {
			continue
		}
		w.spoilAll(c, s, active, dialerFates.dialed, cause)
		w.dropLines(c, s)
		w.takeBackRequests(c, s)
		w.dropIdle(c, s, true)
		w.wake(c)
	}
	w.dialersChanged(cause)
}

// campaignLost is the active Campaign Manager gone: it forgets what the Dialers
// were given, and the next one finds the records as they stand.
func (w *World) campaignLost(cause uint32) {
	for c := range w.campaigns {
		for s := SideA; s <= SideB; s++ {
			w.spoilAll(c, s, campaignFates.active, campaignFates.dialed, cause)
			w.takeBackRequests(c, s)
			w.dropIdle(c, s, false)
		}
		w.wake(c)
	}
}

// ctiLostByDialers is the active CTI server, or its whole PG, lost to the Dialers
// that are its clients.
func (w *World) ctiLostByDialers(pg PairID, cause uint32) {
	for i := range w.cfg.Dialers {
		p := w.unitOf(UnitDialer, i)
		for s := SideA; s <= SideB && w.top.units[p].PG == pg; s++ {
			if id := pgProc(p, s); w.procs[id].Role == RoleActive || w.procs[id].Role == RoleDraining {
				w.dialerLost(id, needCTI, cause)
			}
		}
	}
}

// mrLostByDialers is an MR PG lost to the Dialers that reserve through it.
func (w *World) mrLostByDialers(mr PairID, cause uint32) {
	for i, d := range w.cfg.Dialers {
		p := w.unitOf(UnitDialer, i)
		for s := SideA; s <= SideB && d.MRPG >= 0 && w.unitOf(UnitMRPG, d.MRPG) == mr; s++ {
			if id := pgProc(p, s); w.procs[id].Role == RoleActive || w.procs[id].Role == RoleDraining {
				w.dialerLost(id, needMR, cause)
			}
		}
	}
}

// gatewayLostByDialers is a gateway gone with the lines that it dialed.
func (w *World) gatewayLostByDialers(i int, cause uint32) {
	for n := range w.customers {
		if cu := &w.customers[n]; cu.Line && int(cu.Gateway) == i+1 {
			cu.Cause = cause
			w.dropLine(CustomerID(n))
		}
	}
	if w.someGateway() {
		return
	}
	for d := range w.cfg.Dialers {
		for s := SideA; s <= SideB; s++ {
			if id := pgProc(w.unitOf(UnitDialer, d), s); w.procs[id].Role == RoleActive || w.procs[id].Role == RoleDraining {
				w.dialerLost(id, needGateway, cause)
			}
		}
	}
}

// dialersMayServe lets Dialers that were not Ready be activated, and campaigns go
// on: something that they need has come back.
func (w *World) dialersMayServe(cause uint32) {
	for i := range w.cfg.Dialers {
		p := w.unitOf(UnitDialer, i)
		w.planTakeover(p, cause)
		w.checkDuplex(p, cause)
		w.checkRecovered(p)
	}
	w.dialersChanged(cause)
	w.wakeAll()
}

// dialerLinkCut is a link of a Dialer that passes no messages any more.
func (w *World) dialerLinkCut(l *Link, cause uint32) {
	w.dialerMisses(pgProc(l.Pair, l.Side), need(l.Index), cause)
	w.wakeDialer(l.Pair)
}
