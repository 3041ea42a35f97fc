package format

// Adherence is how agents keep to their plan.
type Adherence struct {
	Value
	Late   *Dist    `key:"late" doc:"after the begin of a shift"`
	Early  *Dist    `key:"early" doc:"before its end"`
	Absent Share    `key:"absent" doc:"of shifts to which an agent does not come"`
	Ramp   Duration `key:"ramp" doc:"agents whose shift begins together sign in one after another over this span"`
}

// Break is a break of the agents of a group.
type Break struct {
	Value
	From Clock    `key:"from" doc:"the first agents go"`
	To   Clock    `key:"to" doc:"the last are back: they go in as many waves as fit (default: all go at once)"`
	For  Duration `key:"for" doc:"length, from the moment of going"`
}

// Speed says how fast agents are: 2 halves talk and wrap-up.
type Speed struct {
	Value
	Agents *Factor  `key:"agents" doc:"law of one factor for each agent, such as {dist: lognormal, mean: 1, cv: 0.2}"`
	Novice *Novice  `key:"novice" doc:"agents who learn during the run"`
	Busy   *Pressed `key:"busy" doc:"agents who hurry, or tire, when most are busy"`
}

// Novice is how agents learn.
type Novice struct {
	Value
	Speed Share `key:"speed" doc:"at the first call, in percent of the speed to come"`
	Calls Int   `key:"calls" doc:"after which the agent is no novice any more; in between in a straight line"`
}

// Pressed is what a busy group does to its speed.
type Pressed struct {
	Value
	Above  Share `key:"above" doc:"busy agents of those signed in and not Not Ready, who takes the call among them"`
	Factor Share `key:"factor" doc:"on the speed of who takes a call then"`
}
