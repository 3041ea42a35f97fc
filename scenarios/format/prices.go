package format

// Prices put a run into money. What has no price costs nothing.
type Prices struct {
	Value
	Currency     Text  `key:"currency" doc:"name of the currency, such as EUR"`
	AgentHour    Float `key:"agent_hour" doc:"an hour of an agent's plan, breaks included"`
	LineHour     Float `key:"line_hour" doc:"an hour of a trunk, used or not"`
	LineMonth    Float `key:"line_month" doc:"or a month of a trunk (730.5 hours)"`
	Lost         Float `key:"lost_call" doc:"a call that was lost"`
	Late         Float `key:"late_call" doc:"a call that was answered after the first threshold of report.service_level"`
	Abandoned    Float `key:"abandoned_call" doc:"a call whose caller hung up while waiting"`
	Blocked      Float `key:"blocked_call" doc:"a call that got no trunk or waiting place, or that congestion control rejected"`
	Outage       Float `key:"outage_minute" doc:"a minute in which a PG has no active side"`
	PendingState Float `key:"pending_state" doc:"a pending state that was lost"`
	SignedOut    Float `key:"signed_out_agent" doc:"an agent who was signed out by a fault"`
}
