package model

import "ccsim/sim"

// Bulk imports of customers by the Outbound API. The importer writes through the
// Logger beside the active Campaign Manager: if that Logger stops, the import does
// not complete. What an append has brought stays: the operator imports the others, or
// deletes all records and imports them again. An overwrite has deleted the old list
// first and must be run again (Packaged CCE Administration and Configuration Guide
// 12.6(2), Graceful shutdown).

// How imports stand, for FactImport.
const (
	ImportBegins   uint32 = iota
	ImportComplete        // all records are there
	ImportAppended        // stopped: some records are there
	ImportStopped         // stopped: the old list is gone, the new one is not complete
)

// importStep is the time between two looks at an import.
const importStep = sim.Second

// startImport begins a bulk import.
func (w *World) startImport(i int, l *Lever) IgnoreReason {
	s := w.pairs[w.top.campaign].Active
	if s < 0 || w.procs[w.loggerOf(Side(s))].Role != RoleActive || w.pairs[w.top.campaign].NoImporter[s] {
		return IgnoreNoImport
	}
	row := &w.levers[i]
	row.Importer = w.pairs[w.top.campaign].Importers[s]
	row.Logger, row.Turn = w.loggerOf(Side(s)), w.procs[w.loggerOf(Side(s))].Turn
	w.mark(FactImport, uint32(i), 0, ImportBegins, uint32(i)+1)
	if l.Overwrite || l.Reimport {
		w.deleteRecords(l.Campaign)
	}
	w.planImport(i)
	return 0
}

func (w *World) planImport(i int) {
	w.kernel.Schedule(sim.Event{
		T: w.now() + importStep, Ord: sim.Order(sim.RankWork, uint32(i), evImport, 0), Row: uint32(i), Cause: uint32(i) + 1,
	})
}

// onImport takes the records of one step.
func (w *World) onImport(e sim.Event) {
	l, row := &w.cfg.Levers[e.Row], &w.levers[e.Row]
	if w.procs[row.Logger].Turn != row.Turn || !w.imports(row.Logger.Side(), row.Importer) {
		how := ImportAppended
		if l.Overwrite {
			how = ImportStopped
		}
		w.mark(FactImport, e.Row, int64(row.Imported), how, w.procs[row.Logger].Cause)
		return
	}
	row.Steps++
	done := min(uint32(float64(float64(row.Steps)*l.PerSecond)), l.Records)
	w.appendRecords(l.Campaign, done-row.Imported)
	row.Imported = done
	if done == l.Records {
		w.mark(FactImport, e.Row, int64(done), ImportComplete, e.Cause)
		return
	}
	w.planImport(int(e.Row))
}

// appendRecords adds customers to the end of a list.
func (w *World) appendRecords(c int, n uint32) {
	row := &w.campaigns[c]
	for range n {
		w.setCustomer(CustomerID(w.top.firstCustomer[c]+row.Total), CustomerPending)
		row.Total++
	}
	w.wake(c)
}

// deleteRecords empties a list. Calls in progress go on; their records are gone when
// they end.
func (w *World) deleteRecords(c int) {
	row := &w.campaigns[c]
	for s := SideA; s <= SideB; s++ {
		w.unshow(c, s)
		row.Cached[s], row.Wanted[s] = customerList{}, customerList{}
	}
	row.Due, row.Personal = customerList{}, customerList{}
	for i := range row.Total {
		n := CustomerID(w.top.firstCustomer[c] + i)
		switch cu := &w.customers[n]; {
		case cu.State == CustomerNone:
		case cu.State == CustomerDialed && !cu.Orphan:
			cu.Deleted = true
		default:
			w.setCustomer(n, CustomerNone)
		}
	}
	row.Fresh = row.Total
}
