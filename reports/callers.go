package reports

import (
	"fmt"
	"slices"
	"strings"

	"ccsim/model"
	"ccsim/sim"
)

// Callers remembers what became of each caller of one replication: a sink.
type Callers struct {
	cfg   *model.Config
	calls map[uint32]*caller
}

// caller is one call. A call keeps its number in every variant, since it is its
// place in the stream of its type.
type caller struct {
	arrived sim.Time
	typ     int
	fates   uint32 // a bit for each fate
	wait    sim.Time
}

// fate is what can become of a caller, told apart in a comparison.
type fate struct {
	name string // for results
	word string // for sentences about callers
	kind sim.FactKind
	loss model.LossKind // of FactLoss
}

var fates = []fate{
	{"lost", "were lost", model.FactCallLost, 0},
	{"abandoned", "hung up", model.FactAbandoned, 0},
	{"balked", "left at once", model.FactBalked, 0},
	{"blocked", "were blocked", model.FactBlocked, 0},
	{"rejected", "were rejected", model.FactRejected, 0},
	{"default_routed", "were default-routed", model.FactDefaultRouted, 0},
	{"context_lost", "lost their context", model.FactLoss, model.LossContext},
	{"control_lost", "could not be controlled from the desktop for a while", model.FactLoss, model.LossControl},
	{"routing_dialog_lost", "lost their routing dialog", model.FactLoss, model.LossRoutingDialog},
}

// NewCallers makes a sink for the calls of a configuration.
func NewCallers(cfg *model.Config) *Callers {
	return &Callers{cfg: cfg, calls: map[uint32]*caller{}}
}

// Record implements sim.Sink.
func (c *Callers) Record(x sim.Fact) {
	switch x.Kind {
	case model.FactOffered:
		c.calls[x.Subject] = &caller{arrived: x.T, typ: model.UnpackCall(x.Aux).Type}
		return
	case model.FactAnswered, model.FactAbandoned:
		if call := c.calls[x.Subject]; call != nil {
			call.wait = sim.Time(x.Value)
		}
	}
	for i, f := range fates {
		if f.kind != x.Kind || x.Kind == model.FactLoss && model.LossKind(x.Aux) != f.loss {
			continue
		}
		if call := c.calls[x.Subject]; call != nil {
			call.fates |= 1 << i
		}
	}
}

// Caller is one caller in a list.
type Caller struct {
	Number  uint32
	Type    string
	Arrived sim.Time // in the scenario whose caller this is
}

// Fated are the callers of whom something became true in one scenario only.
type Fated struct {
	Fate      string // name in results
	word      string
	OnlyPlain []Caller
	OnlyOther []Caller
	Both      int
}

// Word says what became of these callers.
func (f *Fated) Word() string { return f.word }

// CallerCount counts callers in words.
func CallerCount(n int) string { return callerCount(n) }

// Compare lists the callers to whom something happened in one of two scenarios
// only, by the fate, in the order of arrival. Callers of types that not both
// have are left out.
func (c *Callers) Compare(other *Callers) (all []Fated) {
	for i, f := range fates {
		x := Fated{Fate: f.name, word: f.word}
		x.OnlyPlain, x.Both = c.only(other, i)
		x.OnlyOther, _ = other.only(c, i)
		if len(x.OnlyPlain)+len(x.OnlyOther)+x.Both > 0 {
			all = append(all, x)
		}
	}
	return all
}

// only lists the callers of whom a fate is true here and not there, and counts
// those of whom it is in both.
func (c *Callers) only(other *Callers, i int) (list []Caller, both int) {
	for no, call := range c.calls {
		if call.fates>>i&1 == 0 {
			continue
		}
		there, known := other.number(c, no)
		if !known {
			continue
		}
		if o := other.calls[there]; o != nil && o.fates>>i&1 == 1 {
			both++
			continue
		}
		list = append(list, Caller{no, c.cfg.Types[call.typ].Name, call.arrived})
	}
	slices.SortFunc(list, func(a, b Caller) int {
		if a.Arrived != b.Arrived {
			return int(max(-1, min(1, a.Arrived-b.Arrived)))
		}
		return int(a.Number) - int(b.Number)
	})
	return list, both
}

// number is the number here of a call there: the same place in the stream of
// the type of the same name.
func (c *Callers) number(there *Callers, no uint32) (uint32, bool) {
	types := uint32(len(there.cfg.Types))
	name := there.cfg.Types[no%types].Name
	for t := range c.cfg.Types {
		if c.cfg.Types[t].Name == name {
			return no/types*uint32(len(c.cfg.Types)) + uint32(t), true
		}
	}
	return 0, false
}

// Answered compares the waits of the callers who were there in both: how many
// waited longer in the other one, and how many less, by more than a second.
func (c *Callers) Answered(other *Callers) (longer, shorter, same int) {
	for no, call := range c.calls {
		there, known := other.number(c, no)
		o := other.calls[there]
		if !known || o == nil {
			continue
		}
		switch d := o.wait - call.wait; {
		case d > sim.Second:
			longer++
		case d < -sim.Second:
			shorter++
		default:
			same++
		}
	}
	return longer, shorter, same
}

// mostCallers are named in a sentence; results list all.
const mostCallers = 14

// callerWords name callers by number and moment.
func callerWords(list []Caller, clock func(sim.Time) string) string {
	var words []string
	for i, c := range list {
		if i == mostCallers {
			words = append(words, fmt.Sprintf("and %d more", len(list)-i))
			break
		}
		at := fmt.Sprintf("+%d:%02d", c.Arrived/sim.Minute, c.Arrived%sim.Minute/sim.Second)
		if clock != nil {
			at = clock(c.Arrived - c.Arrived%sim.Second)
		}
		words = append(words, fmt.Sprintf("%d (%s)", c.Number, at))
	}
	return strings.Join(words, ", ")
}

// callerCount begins a sentence about callers.
func callerCount(n int) string {
	if n == 1 {
		return "1 caller"
	}
	return fmt.Sprintf("%d callers", n)
}
