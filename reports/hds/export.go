package hds

import (
	"reflect"
	"time"

	"ccsim/model"
	"ccsim/sim"
)

// Options are what the tables are made by.
type Options struct {
	Start       time.Time // of the run, on the clock of the center; zero: a Monday
	Level       sim.Time  // service level threshold
	Interval    sim.Time  // of reporting: 15 or 30 min, which 0 is too
	Short       sim.Time  // calls abandoned within it are short; 0 = none are
	Seed        uint64    // for CallGUID
	Replication uint32    // for CallGUID
	Logger      Logger    // whose database is written
	History     *History  // nil: both Loggers write all the time
}

// Export writes the tables of one replication while it runs: a sink of its facts and
// its watcher.
type Export struct {
	cfg   *model.Config
	opt   Options
	clock *clock
	ids   ids

	store  Store
	tables []*Table
	values [][]Value
	keys   []int64
	seeded sim.Time
	err    error

	began, next sim.Time // the present interval
	touched     bool     // something was counted in it
	day         int64    // of the last route request
	lastKey     Int      // RouterCallKey of it
	legKey      Int      // ICRCallKey of the last leg
	periKeys    []Int    // PeripheralCallKey, by unit

	calls map[uint32]*call

	callingBack map[uint32]bool // dials of callbacks that ring
	free        []*call
	slow        []waiting // calls that have not waited longer than the threshold yet
	types       []typeSums
	groups      []groupSums // by PG and queue
	agents      []agent
	tcd         TerminationCallDetail
	rcd         RouteCallDetail
	blank       struct {
		tcd   TerminationCallDetail
		rcd   RouteCallDetail
		trace AgentStateTrace
		dial  DialerDetail
	}

	units   []model.Unit
	serving []bool  // by PG: a side is active
	routers [2]bool // they run
	members [][]int // agents of each PG
}

// NewExport makes the tables in a store and fills those of the configuration.
func NewExport(cfg *model.Config, opt Options, store Store) (*Export, error) {
	e := &Export{
		cfg: cfg, opt: opt, clock: newClock(opt.Start, opt.Interval), store: store, tables: Tables(), units: cfg.Units(),
		calls: map[uint32]*call{}, callingBack: map[uint32]bool{}, seeded: -1, day: -1,
	}
	e.ids = newIDs(cfg, e.units)
	e.keys = make([]int64, len(e.tables))
	e.reseed(0)
	for _, t := range e.tables {
		e.values = append(e.values, make([]Value, len(t.Columns)))
	}
	e.blank.tcd = blankRow[TerminationCallDetail](e.tables[tableTCD])
	e.blank.rcd = blankRow[RouteCallDetail](e.tables[tableRCD])
	e.blank.trace = blankRow[AgentStateTrace](e.tables[tableTrace])
	e.blank.dial = blankRow[DialerDetail](e.tables[tableDialerDetail])
	e.began = e.clock.begin(0)
	e.next = e.began + e.clock.interval
	e.periKeys = make([]Int, len(e.units))
	e.serving = make([]bool, len(e.units))
	for p := range e.units {
		for s := model.SideA; s <= model.SideB; s++ {
			role := cfg.FirstRole(model.PGProc(model.PairID(p), s))
			e.serving[p] = e.serving[p] || role == model.RoleActive
			if e.units[p].Kind == model.UnitRouter {
				e.routers[s] = routes(role)
			}
		}
	}
	e.initSums()
	if err := store.Create(e.tables); err != nil {
		return nil, err
	}
	e.configuration()
	return e, e.err
}

// routes tells the roles in which a Router works on calls, or is in step with one that
// does.
func routes(r model.Role) bool {
	return r == model.RolePairedEnabled || r == model.RolePairedDisabled || r == model.RoleIsolatedEnabled
}

// reseed lets the keys of all tables go on from the time in Greenwich, in
// milliseconds: what the first Logger to finish starting does.
func (e *Export) reseed(at sim.Time) {
	for i := range e.keys {
		e.keys[i] = max(e.keys[i], e.clock.date(at).UnixMilli())
	}
}

// put writes a row of a moment, unless the Logger never got it.
func (e *Export) put(table int, row any, at sim.Time) {
	t, f := e.tables[table], e.opt.History.of(at, e.opt.Logger)
	if f.held && !f.absent && f.stored > e.seeded {
		e.seeded = f.stored
		e.reseed(f.stored)
	}
	if !f.held || !f.absent {
		e.keys[table]++ // some Logger has given it a key
	}
	v := e.values[table]
	t.values(reflect.ValueOf(row).Elem(), e.clock, v)
	if f.absent || e.err != nil {
		return
	}
	if t.key >= 0 {
		v[t.key] = Value{N: e.keys[table]}
	}
	if t.zone >= 0 {
		v[t.zone] = Value{N: e.clock.zone(at)}
	}
	if t.stored >= 0 {
		v[t.stored] = Value{N: e.clock.wall(f.stored)}
	}
	e.err = e.store.Insert(table, v)
}

// advance comes to a moment: calls pass the threshold and intervals end on the way.
func (e *Export) advance(at sim.Time) {
	for {
		due := sim.Forever
		if len(e.slow) > 0 {
			due = e.slow[0].due
		}
		switch {
		case due <= at && due < e.next:
			e.passThreshold()
		case e.next <= at:
			e.endInterval(e.next)
			e.began, e.next = e.next, e.clock.begin(e.next+1)+e.clock.interval
		default:
			return
		}
	}
}

// Finish writes what is left when the run has ended, and closes the store.
func (e *Export) Finish(end sim.Time) error {
	e.advance(end)
	e.closeWrapups(end)
	if end > e.began || e.touched {
		e.endInterval(end)
	}
	err := e.store.Close()
	if e.err != nil {
		return e.err
	}
	return err
}

// Err is what went wrong so far.
func (e *Export) Err() error { return e.err }

// Record implements sim.Sink.
func (e *Export) Record(x sim.Fact) {
	e.advance(x.T)
	switch x.Kind {
	case model.FactOffered:
		e.offered(x)
	case model.FactAnswered:
		e.answered(x)
	case model.FactAbandoned:
		if c := e.calls[x.Subject]; c != nil {
			c.wait = sim.Time(x.Value)
		}
	case model.FactRONA, model.FactTransferred, model.FactInterrupted, model.FactClosed:
		if c := e.calls[x.Subject]; c != nil {
			c.why = x.Kind
		}
	case model.FactLoss:
		e.loss(x)
	case model.FactDial:
		e.dialed(x)
	case model.FactCallback:
		e.callback(x)
	case model.FactSignedOut:
		e.signedOut(x)
	case model.FactForced:
		e.agents[x.Subject].next = Int(x.Aux)
	case model.FactActive:
		if p := model.ProcID(x.Subject).Pair(); e.units[p].Kind == model.UnitAgentPG {
			e.pgActive(int(p), x.T)
		}
	case model.FactRole:
		e.role(model.ProcID(x.Subject), model.Role(x.Value), x.T)
	}
}

// role follows the Routers, and CUCM: when the phones are back, the PGs find their
// calls again.
func (e *Export) role(id model.ProcID, to model.Role, at sim.Time) {
	switch u := &e.units[id.Pair()]; {
	case u.Kind == model.UnitRouter && !id.Beside():
		e.routers[id.Side()] = routes(to)
	case u.Kind == model.UnitCUCM && to == model.RoleActive:
		for pg := range e.cfg.PGs {
			if e.serving[pg] {
				e.pgActive(pg, at)
			}
		}
	}
}

// RowsTaken implements model.Watcher.
func (e *Export) RowsTaken(sim.Time, model.Side, sim.Time, sim.Time) {}

// RowsLost implements model.Watcher.
func (e *Export) RowsLost(sim.Time, sim.Time, sim.Time) {}
