package model

import (
	"fmt"

	"ccsim/sim"
)

// DialMode is how a campaign dials (Solution Design Guide for Unified CCE 12.5,
// Outbound Option).
type DialMode uint8

// Modes. The first four reserve an agent before a customer is dialed; the IVR
// modes connect customers to ports, without agents.
const (
	ModePreview        DialMode = iota // the agent sees the record first, and decides
	ModeDirectPreview                  // as preview, dialed from the agent's phone
	ModeProgressive                    // a fixed number of lines for each reserved agent
	ModePredictive                     // lines for each agent follow the abandonment rate
	ModeIVRProgressive                 // one line for each free port
	ModeIVRPredictive                  // lines for each free port follow the abandonment rate
)

// String gives the mode as scenario files write it.
func (m DialMode) String() string {
	return [...]string{"preview", "direct-preview", "progressive", "predictive", "ivr-progressive", "ivr-predictive"}[m]
}

// IVR tells the modes without agents.
func (m DialMode) IVR() bool { return m >= ModeIVRProgressive }

// Preview tells the modes in which the agent sees the record first.
func (m DialMode) Preview() bool { return m <= ModeDirectPreview }

// Predictive tells the modes whose lines follow the abandonment rate.
func (m DialMode) Predictive() bool { return m == ModePredictive || m == ModeIVRPredictive }

// DialResult is what came of dialing a customer.
type DialResult uint8

// Results. The first four are drawn; the others follow from what the center does.
const (
	DialLive              DialResult = iota // a person answered and was connected
	DialNoAnswer                            // rang until the limit
	DialBusy                                // busy
	DialMachine                             // an answering machine
	DialAbandoned                           // a person answered, and no agent or port was free
	DialCustomerAbandoned                   // a person answered and hung up within the minimum call
	DialFailedToIVR                         // a person answered and could not be connected to the IVR
	DialCancelled                           // given up before an outcome
	DialSkipped                             // the agent let the record pass; it comes again
	DialClosed                              // the agent closed the record without a call
	DialRejected                            // the agent rejected and closed the record
	dialResults
)

// String gives the name of the result in results.
func (r DialResult) String() string {
	return [...]string{"live", "no_answer", "busy", "machine", "abandoned", "customer_abandoned", "failed_to_ivr", "cancelled", "skipped", "closed", "rejected"}[r]
}

// DialResults lists all results in the order of reports.
func DialResults() []DialResult {
	all := make([]DialResult, 0, dialResults)
	for r := DialLive; r < dialResults; r++ {
		all = append(all, r)
	}
	return all
}

// Campaign is a list of customers and how a Dialer calls them. The defaults are
// those of the campaign parameters of the Unified CCE developer reference.
type Campaign struct {
	Name        string
	Dialer      int // index of Config.Dialers
	Mode        DialMode
	Skill       int     // whose agents it reserves
	Type        int     // index of Config.Types: the talks with its customers
	Records     int     // customers at the start
	Imported    int     // room for customers that imports bring
	Ports       int     // of the IVR modes
	Lines       float64 // for each reserved agent or free port, at the start
	MaxLines    float64 // of the predictive modes
	Reserve     float64 // share of the skill group's agents that it reserves at most
	Cache       int     // records that each Dialer keeps ready
	Outcome     [4]float64
	Ring        sim.Dist // until the outcome of a dial is known
	RingLimit   sim.Time // rings without an answer until it is given up; 0 = none
	Preview     sim.Dist // of the preview modes: an agent looks at a record
	Choices     [5]float64
	Message     sim.Dist // of the IVR modes: what the customer hears
	Machine     MachineUse
	MachineTalk sim.Dist // of an agent who leaves a message
	MinCall     sim.Time // a shorter call is a customer who hung up at once
	Attempts    int
	Retry       [dialResults]sim.Time // until the customer is dialed again; 0 = never
	Limit       float64               // of the predictive modes: share of abandoned live answers; 0 = none
	Pace        int                   // live answers from one correction of the lines to the next
	Gain        float64               // of a correction
	Disabled    bool                  // at the start
	Callbacks   Callbacks
}

// room is the number of rows that a campaign may need.
func (c *Campaign) room() int { return c.Records + c.Imported }

// Callers are the types of callers' calls; those of campaigns stand behind them.
func (c *Config) Callers() []CallType {
	for i := range c.Types {
		if c.Types[i].Outbound {
			return c.Types[:i]
		}
	}
	return c.Types
}

// attemptsKept is the number of dials of one customer that have keys of their own.
const attemptsKept = 16

// Numbers of calls that a Dialer makes. Those of customers follow from campaign,
// record and attempt, so that a customer has the same talk in every variant; those
// of reservations count.
// Both lie beyond those of callers' calls and of the initial state.
const (
	outboundNo     = initialCalls*attempt + 1<<23
	maxCustomerNos = 1 << 20
	reservationNo  = outboundNo + maxCustomerNos*attemptsKept
	reservations   = 1 << 23
)

// MaxRecords is the number of records of all campaigns, if they are of one size.
const MaxRecords = maxCustomerNos

// checkOutbound refuses campaigns that the model cannot run.
func (c *Config) checkOutbound() error {
	if len(c.Campaigns) > 1000 {
		return fmt.Errorf("model: at most 1000 campaigns")
	}
	for i := range c.Campaigns {
		switch m := &c.Campaigns[i]; {
		case m.Dialer < 0 || m.Dialer >= len(c.Dialers):
			return fmt.Errorf("model: campaign %q names a Dialer that does not exist", m.Name)
		case m.Skill >= len(c.Skills) || m.Type >= len(c.Types):
			return fmt.Errorf("model: campaign %q names a skill group or type of calls that does not exist", m.Name)
		case !m.Mode.IVR() && c.Dialers[m.Dialer].MRPG < 0:
			return fmt.Errorf("model: campaign %q reserves agents, but its Dialer has no MR PG", m.Name)
		case m.room()*len(c.Campaigns) >= maxCustomerNos:
			return fmt.Errorf("model: campaign %q has too many records", m.Name)
		case m.Attempts < 1 || m.Attempts >= attemptsKept || m.Cache < 1 || m.Ring.IsZero():
			return fmt.Errorf("model: campaign %q needs attempts from 1 to %d, a cache and a law of ringing", m.Name, attemptsKept-1)
		case m.Mode.IVR() && (m.Ports < 1 || m.Message.IsZero()):
			return fmt.Errorf("model: campaign %q needs ports and a message", m.Name)
		case m.Machine == MachineAgent && (m.Mode.IVR() || m.Mode.Preview() || m.MachineTalk.IsZero()), m.Machine == MachineIVR && (m.Mode.Preview() || m.Message.IsZero()):
			return fmt.Errorf("model: campaign %q cannot connect answering machines as it says", m.Name)
		case m.Callbacks.Share > 0 && (m.Mode.IVR() || m.Callbacks.Delay.IsZero() || m.Callbacks.Limit < 1):
			return fmt.Errorf("model: campaign %q cannot call customers back as it says", m.Name)
		}
	}
	return nil
}
