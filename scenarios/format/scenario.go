package format

// Scenario is a scenario file.
type Scenario struct {
	APIVersion   Text         `key:"apiVersion" oneof:"ccsim/v1" doc:"version of the format"`
	Name         Text         `key:"name" doc:"name of the scenario and of its outputs"`
	Description  Text         `key:"description" doc:"the story: what happens and what is expected"`
	Seed         Int          `key:"seed" doc:"seed of all draws (default 1)"`
	Replications Replications `key:"replications" doc:"independent runs (default 1), or when there are enough: {min, max, precision, of}"`
	Start        Start        `key:"start" doc:"moment at which the run begins, such as 2026-03-03 08:00 Europe/Vienna; then times of day may be used"`
	Horizon      Duration     `key:"horizon" doc:"how long calls arrive"`
	Warmup       Duration     `key:"warmup" doc:"metrics start here; counts and losses are of the whole run"`
	End          Text         `key:"end" oneof:"stop drain cut" doc:"at the horizon: stop; drain: calls in the system finish; cut: waiting calls are sent away, the others finish"`
	Release      Text         `key:"release" oneof:"12.6(2) 15.0" doc:"profile of behavior (default 12.6(2))"`
	Center       Center       `key:"center" doc:"the center"`
	Scripts      []Script     `key:"scripts" doc:"routing as data: a call's route is a script, a skill group or a precision queue"`
	Workload     Workload     `key:"workload" doc:"the calls"`
	Initial      *Initial     `key:"initial" doc:"the state in which the run begins (default: nobody calls, all agents are available)"`
	Timeline     []Entry      `key:"timeline" doc:"faults and operator actions"`
	Report       Report       `key:"report" doc:"what is measured"`
	Variants     Variants     `key:"variants" doc:"the scenario with changes, run beside it with the same callers"`
	Expect       []Text       `key:"expect" doc:"what must hold"`
	Prices       *Prices      `key:"prices" doc:"what things cost: results are then also told in money (default: they are not)"`
	Shifts       *Shifts      `key:"shifts" doc:"shifts of which ccsim capacity --shifts makes a roster"`
}

// Center is the center: what a file leaves out comes from its preset.
type Center struct {
	Preset    Text             `key:"preset" oneof:"ideal lab small-world 2000 4000 12000 24000" doc:"what the file leaves out (default lab)"`
	Trunks    Limit            `key:"trunks" doc:"simultaneous calls, waiting or talking"`
	Queue     Limit            `key:"queue_limit" doc:"waiting places"`
	VRUPorts  Limit            `key:"vru_ports" doc:"calls in the IVR or waiting"`
	IVR       *Dist            `key:"ivr" doc:"time before the queue"`
	Ring      *Dist            `key:"ring" doc:"until the agent answers"`
	RONA      Duration         `key:"rona" doc:"ring no answer: the call goes back to the Router; 0 = never"`
	Timers    Timers           `key:"timers" doc:"limits and durations of processes"`
	Latency   Latency          `key:"latency" doc:"one-way times of messages"`
	History   History          `key:"history" doc:"what the Loggers keep and how an AW-HDS follows"`
	Policies  Policies         `key:"policies" doc:"choices where sources disagree"`
	Weights   Weights          `key:"weights" doc:"decide which PG side goes on when the private link is lost"`
	PGs       []PG             `key:"agent_pgs" doc:"Agent PG pairs"`
	MRPGs     []MRPG           `key:"mr_pgs" doc:"Media Routing PG pairs"`
	VRUPGs    []VRUPG          `key:"vru_pgs" doc:"VRU PGs, duplexed pairs or simplex"`
	CVPs      []Node           `key:"cvp" doc:"CVP Call Servers"`
	VVBs      []Node           `key:"vvbs" doc:"voice browsers"`
	Gateways  []Node           `key:"gateways" doc:"ingress gateways"`
	HDSs      []Node           `key:"hds" doc:"AW-HDS servers"`
	Dialers   []Dialer         `key:"dialers" doc:"SIP Dialers, pairs"`
	VMs       []VM             `key:"vms" doc:"virtual machines and their services; a service on none has one of its own"`
	Clients   []Client         `key:"cti_clients" doc:"CTI clients beside Finesse"`
	Skills    []Skill          `key:"skill_groups" doc:"skill groups"`
	Agents    []Group          `key:"agents" doc:"groups of agents who are alike"`
	Precision []PrecisionQueue `key:"precision_queues" doc:"queues whose agents follow from their attributes"`
	Lookups   []Lookup         `key:"lookups" doc:"databases and application gateways that scripts ask"`
	Failures  []Failure        `key:"failures" doc:"random failures and repairs of the sides of a PG"`

	Congestion Congestion `key:"congestion" doc:"congestion control of the Routers"`
	Campaigns  []Campaign `key:"campaigns" doc:"outbound campaigns"`
	MRDs       []MRD      `key:"mrds" doc:"Media Routing Domains of non-voice tasks"`
	Reporting  []Node     `key:"reporting" doc:"CVP Reporting Servers"`
	Open       *Open      `key:"open" doc:"opening hours"`

	Order    Text  `key:"order" doc:"MaintenanceMode.properties of all PG machines: the order of the maintenance script"`
	Releases Lists `key:"releases" doc:"process or machine: release that it is on, such as router/B: 12.6(1) (default: the release of the scenario)"`
	Patches  Lists `key:"patches" doc:"process or machine: patches that it has, such as router/A: [ES68] (default: none)"`
}

// Congestion is congestion control.
type Congestion struct {
	Deployment Text `key:"deployment" oneof:"none contact-director 24000 12000 4000 2000 lab packaged-lab" doc:"whose capacity holds (default: the preset's; none = no congestion control)"`
	Capacity   Rate `key:"capacity" doc:"new route requests that the Routers take, instead of the deployment's"`
	Treatment  Text `key:"treatment" oneof:"dialed_number_label client_label system_label dialog_fail release" doc:"of rejected calls (default dialed_number_label)"`

	Window Duration `key:"time_constant" doc:"of the moving weighted average of route requests (default 30s)"`
	FullAt Share    `key:"full_rejection" doc:"of the capacity: here level 3 rejects every new call (default 250%)"`
}

// MRD is a Media Routing Domain.
type MRD struct {
	Name          Text     `key:"name" doc:"name"`
	Interruptible Bool     `key:"interruptible" doc:"a call, or a task of an MRD that is not interruptible, interrupts its tasks (default false)"`
	MaxQueue      Limit    `key:"max_in_queue" doc:"tasks that wait (default 15000)"`
	MaxWait       Duration `key:"max_time_in_queue" doc:"a task leaves the queue after this (default 1h)"`
	MaxLife       Duration `key:"max_task_life" doc:"a task ends so long after it came to its agent (default 1h)"`
}

// GroupTasks is an MRD of a group of agents.
type GroupTasks struct {
	MRD   Text `key:"mrd" doc:"name of the MRD"`
	Limit Int  `key:"limit" doc:"tasks at a time (default 1)"`
}

// TaskType is a kind of non-voice task.
type TaskType struct {
	Value
	Type      Text          `key:"type" doc:"name"`
	MRD       Text          `key:"mrd" doc:"its MRD (default: the only one)"`
	MRPG      Text          `key:"mr_pg" doc:"MR PG of its application (default: the first)"`
	Arrivals  *TaskArrivals `key:"arrivals" doc:"how tasks come in"`
	Handle    *Dist         `key:"handle" doc:"time that an agent works on it"`
	Pause     Share         `key:"pause" doc:"of tasks that the agent pauses once (default 0%)"`
	PauseTime *Dist         `key:"pause_time" doc:"how long a pause lasts"`
}

// TaskArrivals say how tasks come in: one of rate, intervals and every.
type TaskArrivals struct {
	Value
	Rate      Rate       `key:"rate" doc:"Poisson arrivals at this rate"`
	Intervals []Interval `key:"intervals" doc:"Poisson arrivals with a rate per interval"`
	Every     Duration   `key:"every" doc:"one task each"`
}

// Timers are limits and durations of processes.
type Timers struct {
	PrivateHeartbeat   Duration `key:"private_heartbeat" doc:"between keep-alives of a PG pair"`
	PrivateMisses      Int      `key:"private_misses" doc:"keep-alives that may be missed"`
	PublicHeartbeat    Duration `key:"public_heartbeat" doc:"between keep-alives of a PG side and a Router"`
	PublicMisses       Int      `key:"public_misses" doc:"keep-alives that may be missed"`
	Connection         Duration `key:"router_connection" doc:"a Router that starts looks for its peer"`
	TestOtherSide      Duration `key:"test_other_side" doc:"limit of a PG's answer in Test-Other-Side"`
	Settle             Duration `key:"router_settle" doc:"from the last answer until the Router is enabled"`
	CampaignFailover   Duration `key:"campaign_manager_failover" doc:"until the standby Campaign Manager is active"`
	RouteRequest       Duration `key:"route_request" doc:"a Call Server waits for a route; 0s = for ever"`
	CTIHeartbeat       Duration `key:"cti_heartbeat" doc:"between keep-alives of a CTI client"`
	CTIMisses          Int      `key:"cti_misses" doc:"keep-alives that may be missed"`
	JTAPI              Duration `key:"jtapi_timeout" doc:"a silent JTAPI link counts as lost"`
	Presence           Duration `key:"desktop_presence" doc:"Finesse sees a crashed browser within this"`
	ForcedLogout       Duration `key:"forced_logout" doc:"and waits so long before it acts"`
	RecordReturn       Duration `key:"record_return" doc:"until a record whose Dialer is gone is pending again"`
	DesktopGrace       Duration `key:"desktop_grace" doc:"a desktop that is away longer costs the sign-in; 0s = never"`
	OpenRequest        Duration `key:"open_request" doc:"a CTI server's work for one client that connects"`
	DesktopFailover    *Dist    `key:"desktop_failover" doc:"until a desktop is on the other Finesse server"`
	ClientRecovery     *Dist    `key:"client_recovery" doc:"as finesse_recovery, of agents of another CTI client"`
	CTIResponse        Duration `key:"cti_response" doc:"a client's answer to the maintenance request"`
	Handover           Duration `key:"handover" doc:"from the continue event to the switch"`
	MaintenanceTimeout Duration `key:"maintenance_timeout" doc:"of a whole maintenance; 0 = none"`
	Restart            Duration `key:"node_manager_restart" doc:"until a crashed or started process is up"`
	StateTransfer      Duration `key:"state_transfer" doc:"from connecting to the peer until standby"`
	Activation         Duration `key:"pim_activation" doc:"PIM activation, fixed part"`
	ActivationPerAgent Duration `key:"pim_activation_per_agent" doc:"and for each phone"`
	ServiceStop        Duration `key:"service_stop" doc:"service control stops a service"`
	Reservation        Duration `key:"reservation_timeout" doc:"the PIM waits for a routed call"`
	Recovery           *Dist    `key:"finesse_recovery" doc:"after the new side is active until an agent is signed in again"`

	MRMaintenance     Duration `key:"mr_maintenance_timeout" doc:"of a whole maintenance of an MR PG; 0s = none"`
	RouterMaintenance Duration `key:"router_maintenance_timeout" doc:"of a whole maintenance of a Router; 0s = none"`
	Reboot            Duration `key:"machine_reboot" doc:"until a machine that crashed is up again, with its services"`
}

// Latency holds one-way times of messages.
type Latency struct {
	Local   Duration `key:"local" doc:"one hop inside a site"`
	Cross   Duration `key:"cross_site" doc:"one hop between sites"`
	Private Duration `key:"private" doc:"of the private link of a PG pair (default: cross_site)"`
	Desktop Duration `key:"desktop" doc:"PG to desktop, the whole chain (default: three local hops)"`
}

// Policies are choices where sources disagree.
type Policies struct {
	AfterFailover Text     `key:"agent_state_after_failover" oneof:"rc126 not_ready" doc:"rc126: as before; not_ready: connection failure"`
	PrivateLoss   Text     `key:"private_loss_winner" oneof:"weight side_a" doc:"which PG side goes on without the private link"`
	Majority      Text     `key:"device_majority" oneof:"any_path active_path" doc:"what counts as reaching a PG"`
	Load          Text     `key:"finesse_load" oneof:"0 1" doc:"an agent whose desktop crashed: 0 = Not Ready, after the call; 1 = signed out at once"`
	LateForced    Text     `key:"late_forced_logout" oneof:"voided lands" doc:"the forced logout of a desktop that crashed, when the agent is back before it: voided, or it hits the new session"`
	FreedAgent    Text     `key:"freed_agent" oneof:"own_order oldest" doc:"own_order: takes the first skill of its list for which a call waits; oldest: the call of the best priority that has waited longest, whatever its skill"`
	Preemption    Text     `key:"preemption" oneof:"none resume" doc:"resume: a call for which nobody is available interrupts a talk of a worse priority, which is resumed later (default none)"`
	CachedRecords Text     `key:"records_after_dialer_failure" oneof:"pending unknown" doc:"records in the memory of a Dialer that fails: pending again after a minute, or unknown"`
	ForcedSignOut Text     `key:"forced_sign_out" oneof:"at_once after_call not_ready" doc:"an agent whom a supervisor signs out during a call: at_once (default), after_call = when it is over, not_ready = Not Ready when it is over"`
	TalkAfterCVP  Duration `key:"talk_after_cvp_failure" doc:"a talk is dropped so long after its Call Server died; 0s = goes on"`
	LogoutCode    Text     `key:"logout_code_after_failover" oneof:"50002 -1 -2" doc:"of agents whom the failure of a PG, CTI Manager or CTI client signs out"`
	BothLost      Text     `key:"both_networks_lost" oneof:"restart_b manual" doc:"two Routers that both ran meet again: side B restarts, or an operator has to do it"`
}

// History is what the Loggers keep, and how an AW-HDS follows.
type History struct {
	RetentionA Duration `key:"retention_a" doc:"Logger A purges what is older (default: keeps all)"`
	RetentionB Duration `key:"retention_b" doc:"Logger B purges what is older (default: keeps all)"`
	Memory     Duration `key:"router_memory" doc:"the Routers hold rows that no Logger takes for so long; 0s = without limit"`
	Lag        *Dist    `key:"hds_lag" doc:"of an AW-HDS behind its Logger"`
	Fetch      Int      `key:"hds_fetch_rows" doc:"rows that an AW-HDS fetches at a time"`
	FetchTime  Duration `key:"hds_fetch_time" doc:"of one fetch"`
	Rows       Float    `key:"rows_per_call" doc:"rows that a call leaves behind"`
}

// Weights of PG components.
type Weights struct {
	AgentPIM  Int `key:"agent_pim" doc:"of an active agent PIM"`
	CTIServer Int `key:"cti_server" doc:"of a CTI server"`
	VRUPIM    Int `key:"vru_pim" doc:"of an active VRU PIM"`
	MRPIM     Int `key:"mr_pim" doc:"of an active MR PIM"`
}

// PG is an Agent PG pair.
type PG struct {
	Name      Text `key:"name" doc:"name"`
	Type      Text `key:"type" oneof:"enterprise generic simplified tdm" doc:"only enterprise supports maintenance mode"`
	InService Bool `key:"in_service" doc:"false: configured, all processes down"`
}

// MRPG is a Media Routing PG pair.
type MRPG struct {
	Name      Text `key:"name" doc:"name"`
	InService Bool `key:"in_service" doc:"false: configured, all processes down"`
	Protocol  Int  `key:"mr_protocol" doc:"MR protocol of its application (default 5); maintenance needs 5"`
}

// VRUPG is a VRU PG.
type VRUPG struct {
	Name      Text   `key:"name" doc:"name"`
	Side      Text   `key:"side" oneof:"A B" doc:"of a simplex PG; none = a duplexed pair"`
	CVP       Text   `key:"cvp" doc:"its CVP Call Server"`
	CVPs      []Text `key:"cvps" doc:"its CVP Call Servers, where it has several"`
	InService Bool   `key:"in_service" doc:"false: configured, all processes down"`

	Treatment Text `key:"congestion_treatment" oneof:"dialed_number_label client_label system_label dialog_fail release" doc:"of its calls that congestion control rejects (default: the center's)"`
}

// Node is a single process on a site.
type Node struct {
	Name  Text  `key:"name" doc:"name"`
	Site  Text  `key:"site" oneof:"A B" doc:"where it stands (default A)"`
	Ports Limit `key:"ports" doc:"of a CVP Call Server: calls at a time"`

	Address Text `key:"address" doc:"IP address of a CVP Call Server or Reporting Server, as the service controller asks for it"`
}

// Dialer is a pair of SIP Dialers.
type Dialer struct {
	Name  Text  `key:"name" doc:"name"`
	PG    Text  `key:"pg" doc:"its Agent PG"`
	MRPG  Text  `key:"mr_pg" doc:"the MR PG through which it reserves agents"`
	Ports Limit `key:"ports" doc:"lines that it may dial at a time"`
}

// VM is a virtual machine.
type VM struct {
	Name     Text     `key:"name" doc:"name"`
	Order    Text     `key:"order" doc:"MaintenanceMode.properties: the order of the maintenance script"`
	Services []Target `key:"services" doc:"its services, such as [agent-pg-1/A, mr-pg-1/A]"`
}

// Client is a CTI client.
type Client struct {
	Name     Text     `key:"name" doc:"name"`
	PG       Text     `key:"pg" doc:"its Agent PG"`
	Protocol Int      `key:"protocol" doc:"CTI protocol version; maintenance needs 24"`
	Mask     Bool     `key:"maintenance_mask" doc:"opened with the ACTIVE_STANDBY service mask"`
	Answers  Text     `key:"answers" oneof:"accept reject silent" doc:"to a maintenance request"`
	Delay    Duration `key:"delay" doc:"before it answers"`
}

// Skill is a skill group.
type Skill struct {
	Value
	Name Text `key:"name" doc:"name"`
}

// Group is a group of agents.
type Group struct {
	Value
	Name        Text         `key:"name" doc:"name"`
	Count       Int          `key:"count" doc:"number of agents"`
	PG          Text         `key:"pg" doc:"their Agent PG (default: the first)"`
	Client      Text         `key:"client" doc:"their CTI client (default: finesse)"`
	Site        Text         `key:"site" oneof:"A B" doc:"of desktops and phones (default: both in turn)"`
	PhoneSite   Text         `key:"phone_site" oneof:"A B" doc:"of the phones, where they are not with the desktops"`
	Skills      []GroupSkill `key:"skills" doc:"skill groups: what a freed agent takes first stands first (default: the only one)"`
	Attributes  Attributes   `key:"attributes" doc:"what the agents are or can: true, false or a proficiency from 1 to 10"`
	Schedule    *Schedule    `key:"schedule" doc:"times of day on shift"`
	Staffing    *Table       `key:"staffing" doc:"agents per interval, from a table"`
	Wrapup      *Dist        `key:"wrapup" doc:"wrap-up time"`
	WrapupShare Share        `key:"wrapup_share" doc:"of calls with wrap-up (default 100%)"`
	Pending     *Pending     `key:"pending" doc:"states asked for while talking"`
	ReadyAgain  *Dist        `key:"ready_again" doc:"until an agent who was made Not Ready goes Ready"`

	Adherence *Adherence   `key:"adherence" doc:"how agents keep to their plan (default: to the minute)"`
	Breaks    []Break      `key:"breaks" doc:"breaks, on every day of the run"`
	Speed     *Speed       `key:"speed" doc:"how fast agents are (default 1)"`
	Tasks     []GroupTasks `key:"tasks" doc:"MRDs in which the agents work; the first is served first"`

	Team        Text         `key:"team" doc:"their team, of at most 50 agents of one Agent PG"`
	Supervises  []Text       `key:"supervises" doc:"teams whose supervisors they are, at most 20; without skills they take no calls"`
	Supervision *Supervision `key:"supervision" doc:"what they do as supervisors by habit"`
}

// Supervision is what supervisors do by habit.
type Supervision struct {
	Value
	Monitor  Rate  `key:"monitor" doc:"calls of the teams that a supervisor looks for to monitor silently, such as 6/h"`
	Time     *Dist `key:"time" doc:"of a silent monitoring (default: until the call is over)"`
	BargeIn  Share `key:"barge_in" doc:"of monitored calls: the supervisor barges in (default 0%)"`
	Force    Rate  `key:"force" doc:"agents of the teams whose state a supervisor changes, such as 2/h"`
	NotReady Share `key:"not_ready" doc:"of changes: to Not Ready (default 80%); the others are to Ready"`
	Logout   Share `key:"logout" doc:"of changes: sign-outs (default 0%)"`
}

// Failure makes processes fail and be repaired at random.
type Failure struct {
	Value
	Target Target   `key:"target" doc:"both sides of a pair, or a single process"`
	MTTF   Duration `key:"mttf" doc:"mean time to failure of a side, exponential"`
	MTTR   Duration `key:"mttr" doc:"mean time of a repair, exponential"`
	Crews  Int      `key:"crews" doc:"repairs at a time (default 2)"`
}

// Schedule is a shift.
type Schedule struct {
	From Clock `key:"from" doc:"begin"`
	To   Clock `key:"to" doc:"end"`
}

// Pending is how agents ask for a state while they talk.
type Pending struct {
	Value
	Probability Share `key:"probability" doc:"of one request, at a uniform moment of the talk"`
	Rate        Rate  `key:"rate" doc:"or requests per time of talk"`
	NotReady    Share `key:"not_ready" doc:"share of requests for Not Ready; the others ask for Ready (default 80%)"`
	Away        *Dist `key:"away" doc:"how long an applied Not Ready lasts"`
}

// Table is a CSV file with a mapping of its columns.
type Table struct {
	Value
	CSV     Text    `key:"csv" doc:"file, relative to the scenario"`
	Columns Mapping `key:"columns" doc:"our name: name in the file"`
	Date    Text    `key:"date_format" oneof:"yyyymmdd yyyy-mm-dd dd.mm.yyyy mm/dd/yyyy" doc:"how dates are written (default: as they look)"`
}

// Workload is the calls of a scenario.
type Workload struct {
	Value
	Volume Share      `key:"volume" doc:"scales every arrival rate (default 100%)"`
	Calls  []CallType `key:"calls" doc:"types of calls"`

	Busyness *Factor `key:"busyness" doc:"law of one factor a day on the rates of all types without a factor of their own"`

	Trace *Trace `key:"trace" doc:"single calls from a table, replayed"`

	Tasks []TaskType `key:"tasks" doc:"types of non-voice tasks"`
}

// CallType is a kind of call.
type CallType struct {
	Value
	Type       Text      `key:"type" doc:"name"`
	Route      Text      `key:"route" doc:"a skill group, a precision queue or a script (default: the only skill group)"`
	Arrivals   *Arrivals `key:"arrivals" doc:"how calls come in"`
	Talk       *Dist     `key:"talk" doc:"talk time"`
	Patience   *Dist     `key:"patience" doc:"until the caller hangs up; none = waits for ever"`
	IVR        *Dist     `key:"ivr" doc:"time before the queue, instead of the center's"`
	Hold       Share     `key:"hold" doc:"of talks with a hold"`
	HoldTime   *Dist     `key:"hold_time" doc:"how long a hold lasts, within the talk"`
	Transfer   Share     `key:"transfer" doc:"of talks that end with a transfer to another agent of the skill group"`
	Conference Share     `key:"conference" doc:"of talks with a third party"`
	Priority   Int       `key:"priority" doc:"1 is served first (default 1)"`
	Busyness   *Factor   `key:"busyness" doc:"law of one factor a day on all rates, such as {dist: gamma, mean: 1, shape: 400}"`
	Balking    Share     `key:"balking" doc:"of those who would have to wait who leave at once"`

	Wrapup      *Dist `key:"wrapup" doc:"wrap-up after calls of this type, instead of the agents'"`
	WrapupShare Share `key:"wrapup_share" doc:"of calls of this type with wrap-up (default 100%)"`

	Retry    *Retry    `key:"retry" doc:"callers who ended without an agent call again"`
	Announce *Announce `key:"announce" doc:"callers are told how long they will wait"`
}

// Arrivals say how calls come in: one of rate, intervals, csv, every, times and
// sources.
type Arrivals struct {
	Value
	Rate      Rate       `key:"rate" doc:"Poisson arrivals at this rate"`
	Intervals []Interval `key:"intervals" doc:"Poisson arrivals with a rate per interval"`
	CSV       Text       `key:"csv" doc:"file of counts per interval"`
	Columns   Mapping    `key:"columns" doc:"our name (date, start, count, talk): name in the file"`
	Date      Text       `key:"date_format" oneof:"yyyymmdd yyyy-mm-dd dd.mm.yyyy mm/dd/yyyy" doc:"how dates are written"`
	Every     Duration   `key:"every" doc:"one call each"`
	Linear    Text       `key:"interpolate" oneof:"constant linear" doc:"of intervals: the rate is constant (default), or changes in a straight line from one begin to the next"`
	Times     Text       `key:"times" doc:"file of moments of arrival, one call a row"`
	Sources   Int        `key:"sources" doc:"a finite number of callers, each with one call at a time"`
	Think     *Dist      `key:"think" doc:"of sources: from the end of a call until the same caller calls again"`
}

// Interval is a rate from a moment on.
type Interval struct {
	From Clock `key:"from" doc:"begin"`
	To   Clock `key:"to" doc:"end (default: the next interval)"`
	Rate Rate  `key:"rate" doc:"arrival rate"`
}

// Trace is a table of single calls.
type Trace struct {
	Value
	CSV     Text    `key:"csv" doc:"file, relative to the scenario"`
	Columns Mapping `key:"columns" doc:"our name (date, arrival, ivr, type, talk, patience): name in the file"`
	Types   Mapping `key:"types" doc:"code in the file: call type"`
	Date    Text    `key:"date_format" oneof:"yyyymmdd yyyy-mm-dd dd.mm.yyyy mm/dd/yyyy" doc:"how dates are written"`
}

// Entry is one fault or operator action.
type Entry struct {
	Value
	At     *When    `key:"at" doc:"moment: a duration, a time of day or a law"`
	When   *Trigger `key:"when" doc:"or tied to an event of the run"`
	Do     Text     `key:"do" oneof:"maintenance cancel stop start restart crash pause resume cut heal delay lose flap sign_in sign_out ready not_ready surge drain patch fail reskill change_team monitor barge_in force_state disable enable import" doc:"verb"`
	Target Target   `key:"target" doc:"what it acts on"`
	For    Duration `key:"for" doc:"undo after that time"`
	Factor Float    `key:"factor" doc:"of surge: multiplies the arrival rate"`
	By     Duration `key:"by" doc:"of delay: on top of the latency; 0s ends it"`
	Share  Share    `key:"share" doc:"of lose: keep-alives that do not arrive; 0% ends it"`
	Every  Duration `key:"every" doc:"of flap: the link goes down each"`
	Up     Duration `key:"up" doc:"of flap: and is up for this part of it"`

	InstallType Int  `key:"install_type" doc:"of maintenance on a machine: 1 MS patch, 2 ES, 3 ES rollback, 4 MR, 5 MR rollback, 6 ISO or major release (default 2)"`
	From        Text `key:"from" oneof:"orchestration box" doc:"of maintenance on a machine: where the script is started (default: where it may be)"`

	Patch    Text `key:"patch" doc:"of patch: what is installed, such as ES68"`
	Release  Text `key:"release" doc:"of patch: the release that is put in place, such as 15.0(1)"`
	Rollback Bool `key:"rollback" doc:"of patch: true takes the patch off again"`

	Skills []Text `key:"skills" doc:"of reskill: the skill groups, what a freed agent takes first stands first"`

	Team       Text   `key:"team" doc:"of change_team: the new team"`
	Supervisor Target `key:"supervisor" doc:"of monitor, barge_in and force_state: who does it, such as agents/floor/1 (default: the first supervisor of the agent's team who can)"`
	State      Text   `key:"state" oneof:"READY NOT_READY LOGOUT" doc:"of force_state: the state that a supervisor sets"`

	Service         Text `key:"service" oneof:"callserver reportingserver" doc:"of drain: what the service controller shuts down (default callserver)"`
	CallServer      Text `key:"callserver" doc:"of drain: answer to CALLSERVER-IP-ADDRESS (default: the target's own address)"`
	Login           Text `key:"login" oneof:"accepted refused" doc:"of drain: what the Call Server says to the answers to CALLSERVER-USERNAME and CALLSERVER-PASSWORD (default accepted)"`
	ReportingServer Text `key:"reportingserver" doc:"of drain: answer to REPORTINGSERVER-IP-ADDRESS, needed with reportingserver"`

	Mode    Text `key:"mode" oneof:"append overwrite reimport" doc:"of import; reimport: all records are deleted, then imported again"`
	Records Int  `key:"records" doc:"of import: customers"`
	Rate    Rate `key:"rate" doc:"of import: customers in a time, such as 100/s"`
}

// Trigger ties an entry to the first event of a kind.
type Trigger struct {
	Value
	Event  Text     `key:"event" doc:"name of an event, or: call N STATE"`
	Target Text     `key:"target" doc:"whose event"`
	Plus   Duration `key:"plus" doc:"how long after it"`
}

// Report says what is measured.
type Report struct {
	ServiceLevel []Duration `key:"service_level" doc:"thresholds (default 20s)"`
	ShortAbandon Duration   `key:"short_abandon" doc:"abandonments within it are short"`
	Controls     Bool       `key:"control_variates" doc:"use the known mean number of calls to narrow intervals, and print the gain"`
	SteadyState  Bool       `key:"steady_state" doc:"find the warm-up of one long run and give its steady state by batch means"`
	Probes       Mapping    `key:"probes" doc:"name: what is read at an event, such as queue(sales) before crashed agent-pg-1/A"`
}

// later names the keys that come in a later version, by struct and key.
var later = map[string]string{
	"Entry.jitter": "delays of links come in a later version",
}
