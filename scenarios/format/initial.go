package format

// Initial is the state in which a run begins.
type Initial struct {
	Value
	Waiting []InitialCalls  `key:"waiting" doc:"calls that wait"`
	Talking []InitialCalls  `key:"talking" doc:"calls in talk"`
	Agents  []InitialAgents `key:"agents" doc:"agents who wrap up or are Not Ready; all others are available"`
}

// InitialCalls are calls of one type.
type InitialCalls struct {
	Value
	Type      Text       `key:"type" doc:"type of calls (default: the only one)"`
	Group     Text       `key:"group" doc:"of talks: the agents' group (default: the only one)"`
	Ages      []Duration `key:"ages" doc:"how long each waits or talks already"`
	Count     Int        `key:"count" doc:"or so many calls"`
	Age       *Dist      `key:"age" doc:"with a law of ages (default: just begun)"`
	Remaining *Dist      `key:"remaining" doc:"of talks: what is left (default: by the talk time of the type, for a talk of this age)"`
}

// InitialAgents are agents of a group.
type InitialAgents struct {
	Value
	Group     Text  `key:"group" doc:"group of agents (default: the only one)"`
	State     Text  `key:"state" oneof:"wrapup not_ready" doc:"what they do"`
	Count     Int   `key:"count" doc:"how many"`
	Remaining *Dist `key:"remaining" doc:"until they are Ready (default: wrap-up of the group; Not Ready for the whole run)"`
}
