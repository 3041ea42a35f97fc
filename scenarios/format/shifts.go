package format

// Shifts are the shifts of which a roster may be made.
type Shifts struct {
	Value
	Group     Text    `key:"group" doc:"agents who work in shifts (default: the only group)"`
	Shrinkage Share   `key:"shrinkage" doc:"of paid time in which agents do not serve: absence, training, meetings (default 0%)"`
	Types     []Shift `key:"types" doc:"kinds of shifts"`
}

// Shift is a kind of shift.
type Shift struct {
	Value
	Name   Text         `key:"name" doc:"name"`
	Starts []Clock      `key:"starts" doc:"moments at which it may begin, on every day of the run"`
	From   Clock        `key:"from" doc:"or the first of them"`
	To     Clock        `key:"to" doc:"and the last"`
	Every  Duration     `key:"every" doc:"from one start to the next (default 30m)"`
	Length Duration     `key:"length" doc:"from begin to end, breaks included"`
	Breaks []ShiftBreak `key:"breaks" doc:"breaks, which are paid"`
}

// ShiftBreak is a break of a shift.
type ShiftBreak struct {
	Value
	After Duration `key:"after" doc:"the begin of the shift"`
	For   Duration `key:"for" doc:"how long it lasts"`
}
