package hds

// The rows of the tables. Fields are columns, in order, by the names of the Database
// Schema Handbook. What the simulator has nothing to say about is NULL, never made up.

// TerminationCallDetail is one leg of a call at a peripheral, written when it ends.
type TerminationCallDetail struct {
	RecoveryKey                 Big
	DateTime                    Time
	TimeZone                    Int
	PeripheralID                Int `null:"yes"`
	PeripheralCallType          Int
	PeripheralCallKey           Int
	RouterCallKeyDay            Int `null:"yes"`
	RouterCallKey               Int `null:"yes"`
	RouterCallKeySequenceNumber Int `null:"yes"`
	CallTypeID                  Int `null:"yes"`
	CallDisposition             Int
	CallDispositionFlag         Int
	ICRCallKey                  Int
	ICRCallKeyParent            Int `null:"yes"`
	ICRCallKeyChild             Int `null:"yes"`
	ANI                         Text
	DNIS                        Text
	DigitsDialed                Text
	AgentSkillTargetID          Int `null:"yes"`
	SkillGroupSkillTargetID     Int `null:"yes"`
	PrecisionQueueID            Int `null:"yes"`
	AgentPeripheralNumber       Text
	InstrumentPortNumber        Int `null:"yes"`
	NetworkTime                 Int
	Duration                    Int
	RingTime                    Int
	DelayTime                   Int
	TimeToAband                 Int
	HoldTime                    Int
	TalkTime                    Int
	WorkTime                    Int
	LocalQTime                  Int
	ConferenceTime              Int
	NetQTime                    Int
	Variable                    [10]Text
	WrapupData                  Text
	CED                         Text
	Priority                    Int  `null:"yes"`
	AnsweredWithinServiceLevel  Text // Y or N
	NewTransaction              Text
	CallReferenceID             Text
	CallGUID                    Text
	ECCPayloadID                Big `null:"yes"`

	RoutedAgentSkillTargetID      Int `null:"yes"`
	RoutedSkillGroupSkillTargetID Int `null:"yes"`
	Originated                    Text
	MRDomainID                    Int
	DbDateTime                    Time
}

// RouteCallDetail is one answer of the Routers to a route request.
type RouteCallDetail struct {
	RecoveryKey                 Big
	RouterCallKeyDay            Int
	RouterCallKey               Int
	RouterCallKeySequenceNumber Int
	DateTime                    Time
	RequestType                 Int `null:"yes"`
	RoutingClientID             Int `null:"yes"`
	RoutingClientCallKey        Int `null:"yes"`
	OriginatorType              Int `null:"yes"`
	DialedNumberID              Int
	DialedNumberString          Text
	ANI                         Text
	CED                         Text
	CDPD                        Text
	ScriptID                    Int `null:"yes"`
	FinalObjectID               Int `null:"yes"`
	CallTypeID                  Int
	RouterErrorCode             Int `null:"yes"`
	RouterQueueTime             Int
	NetQTime                    Int
	CallSegmentTime             Int
	Label                       Text
	TargetLabel                 Text
	LabelID                     Int `null:"yes"`
	TargetLabelID               Int `null:"yes"`
	TargetType                  Int `null:"yes"`
	RequeryResult               Int `null:"yes"`
	VruScripts                  Int
	VruProgress                 Int `null:"yes"`
	Variable                    [10]Text
	Priority                    Int
	MsgOrigin                   Int `null:"yes"`
	MRDomainID                  Int
	BeganRoutingDateTime        Time
	BeganCallTypeDateTime       Time
	TimeZone                    Int
	ECCPayloadID                Big `null:"yes"`
	DbDateTime                  Time
}

// AgentEventDetail is a sign-in, a sign-out, or a time in Not Ready that has ended.
type AgentEventDetail struct {
	RecoveryKey   Big
	DateTime      Time
	TimeZone      Int
	MRDomainID    Int
	SkillTargetID Int
	LoginDateTime Time
	Event         Int
	ReasonCode    Int
	Duration      Int
	DbDateTime    Time
}

// AgentStateTrace is a change of state of an agent whose trace is on.
type AgentStateTrace struct {
	RecoveryKey                 Big
	DateTime                    Time
	TimeZone                    Int
	SkillTargetID               Int
	MRDomainID                  Int
	SkillGroupSkillTargetID     Int `null:"yes"`
	EventName                   Int
	AgentState                  Int
	ReasonCode                  Int `null:"yes"`
	Direction                   Int
	ICRCallKey                  Int `null:"yes"`
	PeripheralCallKey           Int `null:"yes"`
	RouterCallKeyDay            Int `null:"yes"` // of tasks that are no calls
	RouterCallKey               Int `null:"yes"`
	RouterCallKeySequenceNumber Int `null:"yes"`
	DbDateTime                  Time
}

// AgentLogout is a sign-out.
type AgentLogout struct {
	RecoveryKey     Big
	LogoutDateTime  Time
	TimeZone        Int
	SkillTargetID   Int
	MRDomainID      Int
	LoginDuration   Int
	ReasonCode      Int
	NetworkTargetID Int `null:"yes"`
	DbDateTime      Time
}

// CallTypeInterval is an interval of a call type.
type CallTypeInterval struct {
	DateTime                 Time
	CallTypeID               Big
	TimeZone                 Int
	RecoveryKey              Big
	CallsOffered             Int
	CallsHandled             Int
	CallsAnswered            Int
	TotalCallsAband          Int
	CallDelayAbandTime       Secs
	CTDelayAbandTime         Secs
	AnswerWaitTime           Secs
	HandleTime               Secs
	TalkTime                 Secs
	HoldTime                 Secs
	RouterQueueCalls         Int
	RouterQueueWaitTime      Secs
	AvgRouterDelayQ          Int
	RouterCallsAbandQ        Int
	RouterCallsAbandToAgent  Int
	DelayQAbandTime          Secs
	DelayAgentAbandTime      Secs
	ServiceLevel             Real
	ServiceLevelCalls        Int
	ServiceLevelAband        Int
	ServiceLevelCallsOffered Int
	ServiceLevelError        Int
	ServiceLevelRONA         Int
	ServiceLevelType         Big
	CallsRONA                Int
	CallsRequeried           Int
	OverflowOut              Int
	IncompleteCalls          Int
	ShortCalls               Int
	ErrorCount               Int
	AgentErrorCount          Int
	CallsRoutedNonAgent      Int
	ReturnBusy               Int
	ReturnRing               Int
	ReturnRelease            Int
	ICRDefaultRouted         Int
	NetworkDefaultRouted     Int
	NetworkAnnouncement      Int
	RouterQueueGlobalLimit   Int
	RouterQueueCallTypeLimit Int
	MaxCallsQueued           Int
	MaxCallWaitTime          Int
	VRUTime                  Secs
	CTVRUTime                Secs
	BucketIntervalID         Big
	AnsInterval              [10]Int
	AbandInterval            [10]Int
	ReservationCalls         Int
	ReportingInterval        Big
	DbDateTime               Time
}

// Work is what agents did in an interval: the columns that tables of agents and of
// skill groups share.
type Work struct {
	LoggedOnTime          Secs
	AvailTime             Secs
	NotReadyTime          Secs
	ReservedStateTime     Secs
	TalkInTime            Secs
	TalkOutTime           Secs
	TalkOtherTime         Secs
	HoldTime              Secs
	WorkReadyTime         Secs
	WorkNotReadyTime      Secs
	BusyOtherTime         Secs
	InterruptedTime       Secs
	CallsAnswered         Int
	CallsHandled          Int
	HandledCallsTime      Secs
	HandledCallsTalkTime  Secs
	AnswerWaitTime        Secs
	IncomingCallsOnHold   Int
	IncomingCallsHoldTime Secs
	AbandonRingCalls      Int
	AbandonRingTime       Secs
	AbandonHoldCalls      Int
	RedirectNoAnsCalls    Int
	RedirectNoAnsTime     Secs
	AgentOutCalls         Int
	AgentOutCallsTime     Secs
	AgentOutCallsTalkTime Secs
	AgentOutCallsOnHold   Int
	InternalCalls         Int
	InternalCallsTime     Secs
	ConsultativeCalls     Int
	ConferencedInCalls    Int
	ConferencedOutCalls   Int
	TransferredInCalls    Int
	TransferredOutCalls   Int
	ShortCalls            Int
	AgentTerminatedCalls  Int
}

// AgentSkillGroupInterval is half an hour of an agent in a skill group.
type AgentSkillGroupInterval struct {
	RecoveryKey             Big
	DateTime                Time
	SkillTargetID           Big
	SkillGroupSkillTargetID Big
	PrecisionQueueID        Big `null:"yes"`
	TimeZone                Int
	Work
	ReportingInterval Big
	DbDateTime        Time
}

// SkillGroupInterval is half an hour of a skill group at a peripheral.
type SkillGroupInterval struct {
	RecoveryKey      Big
	DateTime         Time
	SkillTargetID    Big
	PrecisionQueueID Big `null:"yes"`
	TimeZone         Int
	Work
	CallsOffered             Int
	CallsQueued              Int
	RouterCallsAbandQ        Int
	ServiceLevel             Real
	ServiceLevelCalls        Int
	ServiceLevelCallsOffered Int
	ReportingInterval        Big
	DbDateTime               Time
}

// DialerDetail is one attempt of a Dialer to reach a customer.
type DialerDetail struct {
	RecoveryKey             Big
	DateTime                Time
	TimeZone                Int
	CampaignID              Int
	DialerID                Int
	DialingListID           Int
	DialingMode             Int `null:"yes"`
	Phone                   Text
	CallResult              Int
	AgentPeripheralNumber   Text
	SkillGroupSkillTargetID Int `null:"yes"`
	PeripheralCallKey       Int `null:"yes"`
	CallDuration            Int
	DbDateTime              Time
}

// Tables of the configuration, as far as ids need names.
type (
	callType struct {
		CallTypeID     Int
		EnterpriseName Text
	}
	skillGroup struct {
		SkillTargetID    Int
		PeripheralID     Int
		PrecisionQueueID Int `null:"yes"`
		EnterpriseName   Text
	}
	precisionQueue struct {
		PrecisionQueueID Int
		EnterpriseName   Text
	}
	agentRow struct {
		SkillTargetID    Int
		PersonID         Int
		PeripheralID     Int
		PeripheralNumber Text
		EnterpriseName   Text
	}
	person struct {
		PersonID  Int
		LoginName Text
	}
	agentTeam struct {
		AgentTeamID    Int
		PeripheralID   Int
		EnterpriseName Text
	}
	agentTeamMember struct {
		AgentTeamID   Int
		SkillTargetID Int
	}
	skillGroupMember struct {
		SkillGroupSkillTargetID Int
		AgentSkillTargetID      Int
	}
	peripheral struct {
		PeripheralID   Int
		EnterpriseName Text
	}
	mediaRoutingDomain struct {
		MRDomainID     Int
		EnterpriseName Text
	}
	bucketIntervals struct {
		BucketIntervalID   Int
		EnterpriseName     Text
		IntervalUpperBound [9]Int
	}
	campaign struct {
		CampaignID   Int
		CampaignName Text
	}
	dialer struct {
		DialerID   Int
		DialerName Text
	}
)

// The tables, in the order in which they are created.
const (
	tableTCD = iota
	tableRCD
	tableAgentEvent
	tableTrace
	tableLogout
	tableCallTypeInterval
	tableSkillGroupInterval
	tableAgentSkillGroupInterval
	tableDialerDetail
	tableCallType
	tableSkillGroup
	tablePrecisionQueue
	tableAgent
	tablePerson
	tableTeam
	tableTeamMember
	tableSkillGroupMember
	tablePeripheral
	tableDomain
	tableBuckets
	tableCampaign
	tableDialer
)

// Tables lists all tables.
func Tables() []*Table {
	return []*Table{
		define[TerminationCallDetail]("Termination_Call_Detail"),
		define[RouteCallDetail]("Route_Call_Detail"),
		define[AgentEventDetail]("Agent_Event_Detail"),
		define[AgentStateTrace]("Agent_State_Trace"),
		define[AgentLogout]("Agent_Logout"),
		define[CallTypeInterval]("Call_Type_Interval"),
		define[SkillGroupInterval]("Skill_Group_Interval"),
		define[AgentSkillGroupInterval]("Agent_Skill_Group_Interval"),
		define[DialerDetail]("Dialer_Detail"),
		define[callType]("Call_Type"),
		define[skillGroup]("Skill_Group"),
		define[precisionQueue]("Precision_Queue"),
		define[agentRow]("Agent"),
		define[person]("Person"),
		define[agentTeam]("Agent_Team"),
		define[agentTeamMember]("Agent_Team_Member"),
		define[skillGroupMember]("Skill_Group_Member"),
		define[peripheral]("Peripheral"),
		define[mediaRoutingDomain]("Media_Routing_Domain"),
		define[bucketIntervals]("Bucket_Intervals"),
		define[campaign]("Campaign"),
		define[dialer]("Dialer"),
	}
}
