package reports

import (
	"ccsim/model"
	"ccsim/sim"
)

// callerSums is what is counted of callers who do not just wait: only
// scenarios that have such callers report it.
type callerSums struct {
	balked, retries, announced int64
	announcement               sim.Time
}

func (s *callerSums) add(x *sim.Fact) {
	switch x.Kind {
	case model.FactBalked:
		s.balked++
	case model.FactRetry:
		s.retries++
	case model.FactAnnounced:
		s.announced++
		s.announcement += sim.Time(x.Value)
	}
}

// any tells whether a type of calls has something.
func (f *Fold) any(has func(*model.CallType) bool) bool {
	for i := range f.cfg.Types {
		if has(&f.cfg.Types[i]) {
			return true
		}
	}
	return false
}

func (f *Fold) retry() bool {
	return f.any(func(t *model.CallType) bool { return t.Retry > 0 || !t.RetryAfter.IsZero() })
}

func (f *Fold) announce() bool {
	return f.any(func(t *model.CallType) bool { return t.Announce.Handling > 0 })
}

// callerCounts are of the whole run. A caller who tries again is offered once as
// a caller, and as many times as a call.
func (f *Fold) callerCounts(l *list) {
	if f.retry() {
		l.count("callers.offered", f.offered-f.retries)
		l.count("callers.served", f.handled)
		l.count("calls_retried", f.retries)
	}
	if len(f.cfg.Hours.Open) > 0 {
		l.count("calls_closed", f.outside)
	}
	for i := range f.cfg.Groups {
		if len(f.cfg.Groups[i].Breaks) > 0 {
			l.count("breaks_taken", f.breaks)
			break
		}
	}
}

func (f *Fold) callerMetrics(l *list, s *callSums) {
	if f.any(func(t *model.CallType) bool { return t.Balking > 0 }) || f.announce() {
		l.share("balked_rate", s.balked, s.offered)
	}
	if f.retry() {
		l.ratio("attempts_per_caller", "calls", float64(s.offered), float64(s.offered-s.retries))
		l.share("finally_served", s.handled, s.offered-s.retries)
	}
	if f.announce() {
		l.mean("mean_announced", s.announcement, s.announced)
		l.share("announced_rate", s.announced, s.offered)
	}
}
