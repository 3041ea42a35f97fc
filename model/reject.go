package model

// leverReject makes services reject the next request for maintenance.
func (w *World) leverReject(l *Lever) IgnoreReason {
	for _, id := range l.Procs {
		w.procs[id].Refuses = true
	}
	return 0
}
