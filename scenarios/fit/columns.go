package fit

import (
	"fmt"
	"slices"
	"strings"

	"ccsim/scenarios/format"
)

// column is what a column of the table means to us.
type column int

const (
	colDate column = iota
	colArrival
	colQueue
	colIVR
	colWait
	colAnswer
	colEnd
	colOutcome
	colTalk
	colHandle
	colWrapup
	colAgent
	colType
	colCaller
	columns
)

// columnNames are our names, and those under which call tables have them:
// compared without case, spaces, punctuation and unit.
var columnNames = [columns]struct{ name, also string }{
	colDate:    {"date", "date day calldate datum tag"},
	colArrival: {"arrival", "arrival arrivaltime arrivedat calltime callstart starttime start time timestamp datetime vruentry offeredat received receivedat begin beginn uhrzeit anrufzeit zeit"},
	colQueue:   {"queue_entry", "queueentry queuedat queuestart queueentered enqueued"},
	colIVR:     {"ivr", "ivr ivrtime vrutime vru timeinivr"},
	colWait:    {"wait", "wait waittime waitingtime waited queuetime qtime timeinqueue wartezeit asa"},
	colAnswer:  {"answer", "answer answeredat answertime servicestart connecttime talkstart connectedat"},
	colEnd:     {"end", "end endtime callend hanguptime serviceexit serviceend disconnecttime ende endedat"},
	colOutcome: {"outcome", "outcome disposition status result callresult ergebnis"},
	colTalk:    {"talk", "talk talktime servicetime sertime gespraechszeit gesprächszeit gesprächsdauer conversationtime"},
	colHandle:  {"handle", "handle handletime handlingtime aht bearbeitungszeit"},
	colWrapup:  {"wrapup", "wrapup wrapuptime acw acwtime aftercallwork nachbearbeitung nachbearbeitungszeit"},
	colAgent:   {"agent", "agent agentid agentname server user mitarbeiter operator"},
	colType:    {"type", "type calltype skill skillgroup service queuename queue dnis vq"},
	colCaller:  {"caller", "caller callerid ani customer customerid callingnumber cli phone phonenumber rufnummer"},
}

// Columns are our names of columns, for help texts.
func Columns() (names []string) {
	for _, c := range columnNames {
		names = append(names, c.name)
	}
	return names
}

// units are the endings of a heading that name a unit, in seconds.
var units = []struct {
	name    string
	seconds float64
}{
	{"milliseconds", 1e-3}, {"millis", 1e-3}, {"msec", 1e-3}, {"ms", 1e-3}, {"hh:mm:ss", 1}, {"mm:ss", 1},
	{"seconds", 1}, {"sekunden", 1}, {"secs", 1}, {"sec", 1}, {"sek", 1}, {"s", 1}, {"minutes", 60}, {"minuten", 60}, {"mins", 60}, {"min", 60},
}

// headingUnit splits a heading into its name without punctuation and the unit of
// its plain numbers in seconds.
func headingUnit(heading string) (name string, unit float64) {
	unit = 1
	text := strings.ToLower(strings.TrimSpace(heading))
	bare := strings.TrimRight(text, ")] ")
	for _, u := range units {
		rest, ok := strings.CutSuffix(bare, u.name)
		if ok && rest != "" && strings.ContainsAny(rest[len(rest)-1:], "_ ([-.") {
			return plainName(rest), u.seconds
		}
	}
	return plainName(text), unit
}

// plainName drops what is neither letter nor digit.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" _-./()[]:#\t\u00a0", r) {
			return -1
		}
		return r
	}, s)
}

// layout says where our columns are in the table.
type layout struct {
	at   [columns]int // -1 = none
	unit [columns]float64
	head []string
}

func (l *layout) has(c column) bool { return l.at[c] >= 0 }

// heading is the user's name of one of our columns.
func (l *layout) heading(c column) string { return l.head[l.at[c]] }

// newLayout finds our columns by their headings.
func newLayout(head []string) *layout {
	l := &layout{head: head}
	names, scale := make([]string, len(head)), make([]float64, len(head))
	for i, h := range head {
		names[i], scale[i] = headingUnit(h)
	}
	taken := make([]bool, len(head))
	for c := range columns {
		l.at[c], l.unit[c] = -1, 1
		for _, alias := range strings.Fields(columnNames[c].also) {
			i := slices.Index(names, alias)
			if i >= 0 && !taken[i] {
				l.at[c], l.unit[c], taken[i] = i, scale[i], true
				break
			}
		}
	}
	return l
}

// apply puts the user's own choice of columns on top. A column mapped to "none" is
// left out.
func (l *layout) apply(mapping map[string]string) error {
	keys := make([]string, 0, len(mapping))
	for k := range mapping {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, key := range keys {
		c := slices.Index(Columns(), key)
		if c < 0 {
			return fmt.Errorf("--columns: there is no column %q of ours; %s", key, format.Suggest(key, Columns()))
		}
		if mapping[key] == "none" {
			l.at[c] = -1
			continue
		}
		i := slices.Index(l.head, mapping[key])
		if i < 0 {
			return fmt.Errorf("--columns %s=%s: the table has no column %q; %s", key, mapping[key], mapping[key], format.Suggest(mapping[key], l.head))
		}
		for other := range columns {
			if _, chosen := mapping[columnNames[other].name]; !chosen && l.at[other] == i {
				l.at[other] = -1
			}
		}
		l.at[c] = i
		_, l.unit[c] = headingUnit(l.head[i])
	}
	return nil
}

// guess finds by content what no heading told: a column of moments, of dates, of
// outcomes. It looks at the first rows of the table.
func (l *layout) guess(sample [][]string, outcomes map[string]Outcome) {
	all := func(i int, is func(string) bool) bool {
		seen := 0
		for _, row := range sample {
			if i >= len(row) || isEmpty(row[i]) {
				continue
			}
			if !is(clean(row[i])) {
				return false
			}
			seen++
		}
		return seen > 0
	}
	find := func(c column, is func(string) bool) {
		for i := range l.head {
			if !l.has(c) && !slices.Contains(l.at[:], i) && all(i, is) {
				l.at[c] = i
			}
		}
	}
	if !l.has(colArrival) {
		find(colArrival, looksLikeMoment)
	}
	if !l.has(colArrival) {
		find(colDate, looksLikeDate)
		find(colArrival, looksLikeClock)
	}
	find(colOutcome, func(s string) bool { _, ok := outcomeOf(s, outcomes); return ok })
}
