package format

// Campaign is an outbound campaign.
type Campaign struct {
	Value
	Name       Text     `key:"name" doc:"name"`
	Dialer     Text     `key:"dialer" doc:"its Dialer (default: the first)"`
	Mode       Text     `key:"mode" oneof:"preview direct-preview progressive predictive ivr-progressive ivr-predictive" doc:"how it dials (default progressive)"`
	Skill      Text     `key:"skill" doc:"skill group whose agents it reserves (default: the only one)"`
	Records    Int      `key:"records" doc:"customers on its list"`
	Ports      Int      `key:"ports" doc:"of the IVR modes: customers connected at a time"`
	Lines      Float    `key:"lines_per_agent" doc:"lines for each reserved agent, or free port, at the start (default 1.5)"`
	MaxLines   Float    `key:"max_lines_per_agent" doc:"of the predictive modes: lines are raised up to this (default 2)"`
	Reserve    Share    `key:"reserve" doc:"of the skill group's agents, at most, are reserved or in its calls (default 100%)"`
	Cache      Int      `key:"cached_records" doc:"records that the Dialer keeps ready (default 1)"`
	Outcome    *Outcome `key:"outcome" doc:"what comes of dials"`
	Ring       *Dist    `key:"ring" doc:"until the outcome of a dial is known"`
	RingLimit  Int      `key:"ring_limit" doc:"rings of 6 s without an answer until a dial is given up, 2 to 10 (default 4)"`
	Talk       *Dist    `key:"talk" doc:"talk with an agent"`
	Message    *Dist    `key:"message" doc:"of the IVR modes, and of machine: ivr: what the customer hears"`
	Machine    Text     `key:"machine" oneof:"hang_up agent ivr" doc:"an answering machine: hung up on, given to an agent who leaves a message, or to the IVR, which plays one (default hang_up)"`
	MachineT   *Dist    `key:"machine_talk" doc:"an agent leaves a message (default exponential, mean 20s)"`
	Preview    *Preview `key:"preview" doc:"of the preview modes: what agents do with a record"`
	MinCall    Duration `key:"minimum_call" doc:"a shorter call is a customer who hung up at once (default 1s)"`
	Attempts   Int      `key:"attempts" doc:"dials of one customer, at most (default 3)"`
	Retry      *Redial  `key:"retry" doc:"until a customer is dialed again, by result; 0s = never"`
	Limit      Share    `key:"abandonment_limit" doc:"of the predictive modes: dialer abandoned of live answers, at most; 0% = none (default 3%)"`
	Correction Int      `key:"correction_pace" doc:"live answers from one correction of the lines to the next (default 70)"`
	Gain       Float    `key:"correction_gain" doc:"strength of a correction, 0.1 to 3 (default 1)"`
	Enabled    Bool     `key:"enabled" doc:"false: waits for the verb enable"`
	Callbacks  *Wishes  `key:"callbacks" doc:"customers who ask the agent to be called back (default: nobody)"`
}

// Wishes is what a campaign does about customers who ask to be called back.
type Wishes struct {
	Value
	Share    Share    `key:"share" doc:"of talks that end with the wish to be called back"`
	Delay    *Dist    `key:"delay" doc:"from the end of the talk until then (default uniform, 30m to 2h)"`
	Personal Bool     `key:"personal" doc:"true: by the same agent (default: by any agent of the campaign)"`
	Missed   Text     `key:"missed" oneof:"campaign next_day close" doc:"of personal callbacks whose agent could not be had in time: any agent of the campaign calls, the same agent does on the next day, or nobody (default campaign)"`
	Limit    Duration `key:"time_limit" doc:"of personal callbacks: how long the agent is tried (default 15m)"`
}

// Outcome is shares of what comes of dials.
type Outcome struct {
	Value
	Live     Share `key:"live" doc:"a person answers"`
	NoAnswer Share `key:"no_answer" doc:"nobody answers"`
	Busy     Share `key:"busy" doc:"busy"`
	Machine  Share `key:"machine" doc:"an answering machine"`
}

// Preview is what agents do with records that they see.
type Preview struct {
	Value
	Time        *Dist `key:"time" doc:"an agent looks at a record"`
	Accept      Share `key:"accept" doc:"the customer is dialed (default: the rest)"`
	Skip        Share `key:"skip" doc:"next record; this one comes again"`
	SkipClose   Share `key:"skip_close" doc:"next record; this one is closed"`
	Reject      Share `key:"reject" doc:"the agent leaves the reservation; the record comes again"`
	RejectClose Share `key:"reject_close" doc:"the agent leaves the reservation; the record is rejected"`
}

// Redial is delays until a customer is dialed again.
type Redial struct {
	NoAnswer          Duration `key:"no_answer" doc:"default 60m"`
	Busy              Duration `key:"busy" doc:"default 60m"`
	Machine           Duration `key:"machine" doc:"default 60m"`
	CustomerAbandoned Duration `key:"customer_abandoned" doc:"hung up at once; default 30m"`
	DialerAbandoned   Duration `key:"dialer_abandoned" doc:"no agent was free; default 60m"`
	Skipped           Duration `key:"skipped" doc:"let pass in preview; default 60m"`
}
