package fit

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// at is a moment of wall time.
func at(t *testing.T, text string) int64 {
	t.Helper()
	m, err := time.Parse("2006-01-02 15:04:05", text)
	require.NoError(t, err)
	return m.UnixMilli()
}

// The same three calls as every spreadsheet writes them: 2 March 2026, 8:15:00 talk
// 205 s after a wait of 12.5 s, and a caller who hangs up after 40 s.
func TestEveryWayOfWritingATable(t *testing.T) {
	utf16 := func(s string) string {
		b := []byte{0xff, 0xfe}
		for _, r := range s {
			b = append(b, byte(r), byte(r>>8))
		}
		return string(b)
	}
	plain := "date,arrival,wait,outcome,talk,agent\n2026-03-02,08:15:00,12.5,answered,205,A1\n2026-03-02,08:16:30,40,abandoned,,\n"
	vienna, err := time.LoadLocation("Europe/Vienna")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		text string
		opt  Options
	}{
		"plain":                       {text: plain},
		"windows line ends":           {text: strings.ReplaceAll(plain, "\n", "\r\n")},
		"old mac line ends":           {text: strings.ReplaceAll(plain, "\n", "\r")},
		"byte order mark":             {text: "\xef\xbb\xbf" + plain},
		"utf-16":                      {text: utf16(plain)},
		"empty rows":                  {text: plain + "\n,,,,,\n"},
		"a title above":               {text: "Call report,,,,,\nMarch 2026\n\n" + plain},
		"semicolons, decimal commas":  {text: "Datum;Beginn;Wartezeit;Ergebnis;Gesprächszeit;Agent\n02.03.2026;08:15:00;12,5;angenommen;205,0;A1\n02.03.2026;08:16:30;40;aufgelegt;;\n"},
		"separator line":              {text: "sep=;\n" + strings.ReplaceAll(plain, ",", ";")},
		"tabs":                        {text: strings.ReplaceAll(plain, ",", "\t")},
		"quoted cells":                {text: "\"date\",\"arrival\",\"wait\",\"outcome\",\"talk\",\"agent\"\n\"2026-03-02\",\"08:15:00\",\"12.5\",\"answered\",\"205\",\"A1\"\n\"2026-03-02\",\"08:16:30\",\"40\",\"abandoned\",\"\",\"\"\n"},
		"formula cells":               {text: "date,arrival,wait,outcome,talk,agent\n=\"2026-03-02\",08:15:00,12.5,answered,205,=\"A1\"\n2026-03-02,08:16:30,40,abandoned,,\n"},
		"numbers as text":             {text: strings.ReplaceAll(plain, "12.5", "'12.5")},
		"one moment":                  {text: "Timestamp,Wait (s),Disposition,Talk Time,Agent ID\n2026-03-02 08:15:00,12.5,ANSWERED,3:25,A1\n2026-03-02 08:16:30,40,Abandoned,,\n"},
		"iso with an offset":          {text: "Timestamp,Wait (s),Disposition,Talk Time,Agent ID\n2026-03-02T07:15:00Z,12.5,ANSWERED,0:03:25,A1\n2026-03-02T09:16:30+02:00,40,Abandoned,,\n", opt: Options{Zone: vienna}},
		"seconds of 1970":             {text: "timestamp,wait,outcome,talk,agent\n1772435700,12.5,answered,205,A1\n1772435790,40,abandoned,,\n", opt: Options{Zone: vienna}},
		"milliseconds of 1970":        {text: "timestamp,wait,outcome,talk,agent\n1772435700000,12.5,answered,205,A1\n1772435790000,40,abandoned,,\n", opt: Options{Zone: vienna}},
		"days of a spreadsheet":       {text: "timestamp,wait,outcome,talk,agent\n46083.34375,12.5,answered,205,A1\n46083.344791666666,40,abandoned,,\n"},
		"am and pm":                   {text: strings.ReplaceAll(strings.ReplaceAll(plain, "08:15:00", "8:15:00 AM"), "08:16:30", "08:16:30 am")},
		"month first":                 {text: strings.ReplaceAll(plain, "2026-03-02", "03/02/2026"), opt: Options{DateFormat: "mm/dd/yyyy"}},
		"day first":                   {text: strings.ReplaceAll(plain, "2026-03-02", "02/03/2026"), opt: Options{DateFormat: "dd/mm/yyyy"}},
		"short years":                 {text: strings.ReplaceAll(plain, "2026-03-02", "2.3.26")},
		"names of months":             {text: strings.ReplaceAll(plain, "2026-03-02", "2-Mar-2026")},
		"compact dates":               {text: strings.ReplaceAll(plain, "2026-03-02", "20260302")},
		"seconds of the day":          {text: strings.ReplaceAll(strings.ReplaceAll(plain, "08:15:00", "29700"), "08:16:30", "29790")},
		"milliseconds":                {text: "date,arrival,wait_ms,outcome,talk_ms,agent\n2026-03-02,08:15:00,12500,answered,205000,A1\n2026-03-02,08:16:30,40000,abandoned,,\n"},
		"minutes":                     {text: "date,arrival,wait,outcome,talk (min),agent\n2026-03-02,08:15:00,12.5,answered,3.416666667,A1\n2026-03-02,08:16:30,40,abandoned,,\n"},
		"units in cells":              {text: strings.ReplaceAll(plain, "205", "3m 25s")},
		"moments instead of spans":    {text: "date,arrival,answered_at,end_time,outcome,agent\n2026-03-02,08:15:00,08:15:12.5,08:18:37.5,answered,A1\n2026-03-02,08:16:30,,08:17:10,abandoned,\n"},
		"without outcomes":            {text: "date,arrival,wait,talk,agent\n2026-03-02,08:15:00,12.5,205,A1\n2026-03-02,08:16:30,40,,\n"},
		"handle time and wrap-up":     {text: "date,arrival,wait,outcome,aht,acw,agent\n2026-03-02,08:15:00,12.5,answered,235,30,A1\n2026-03-02,08:16:30,40,abandoned,,,\n"},
		"mapped":                      {text: "a,b,c,d,e,f\n2026-03-02,08:15:00,12.5,ok!,205,A1\n2026-03-02,08:16:30,40,gone,,\n", opt: Options{Columns: map[string]string{"date": "a", "arrival": "b", "wait": "c", "outcome": "d", "talk": "e", "agent": "f"}, Outcomes: map[string]Outcome{"ok!": Answered, "gone": Abandoned}}},
		"found by content":            {text: "x,y,wait,z,talk,agent\n2026-03-02,08:15:00,12.5,answered,205,A1\n2026-03-02,08:16:30,40,abandoned,,\n"},
		"thousands":                   {text: strings.ReplaceAll(strings.ReplaceAll(plain, "talk", "talk_ms"), "205", "\"205,000\"")},
		"in any order":                {text: "date,arrival,wait,outcome,talk,agent\n2026-03-02,08:16:30,40,abandoned,,\n2026-03-02,08:15:00,12.5,answered,205,A1\n"},
		"nulls":                       {text: strings.ReplaceAll(plain, "abandoned,,", "abandoned,NULL,-")},
		"spaces around cells":         {text: strings.ReplaceAll(plain, ",", " , ")},
		"not breaking spaces in cell": {text: strings.ReplaceAll(plain, "205", "\u00a0205")},
	} {
		d, err := Read("calls.csv", []byte(c.text), c.opt)
		require.NoError(t, err, name)
		require.Len(t, d.Calls, 2, name)
		a, b := d.Calls[0], d.Calls[1]
		require.Equal(t, at(t, "2026-03-02 08:15:00"), a.Arrival, name)
		require.Equal(t, at(t, "2026-03-02 08:16:30"), b.Arrival, name)
		require.Equal(t, []any{Answered, int64(12_500), int64(205_000)}, []any{a.Outcome, a.Wait, a.Talk}, name)
		require.Equal(t, []any{Abandoned, int64(40_000), int64(unknown)}, []any{b.Outcome, b.Wait, b.Talk}, name)
		require.Equal(t, []string{"A1"}, d.Agents, name)
		require.Equal(t, int32(unknown), b.Agent, name)
		require.True(t, d.Dated, name)
	}
}

func TestDatesThatCanBeReadBothWays(t *testing.T) {
	table := func(dates ...string) []byte {
		text := "date,arrival,wait,talk\n"
		for _, d := range dates {
			text += d + ",08:00:00,1,10\n"
		}
		return []byte(text)
	}
	_, err := Read("calls.csv", table("03/02/2026", "04/02/2026"), Options{})
	require.ErrorContains(t, err, `dates such as "03/02/2026" can be read both ways; say --date-format dd/mm/yyyy or mm/dd/yyyy`)
	d, err := Read("calls.csv", table("03/02/2026", "13/02/2026"), Options{})
	require.NoError(t, err)
	require.Equal(t, at(t, "2026-02-03 08:00:00"), d.Calls[0].Arrival)
	d, err = Read("calls.csv", table("03/02/2026", "02/13/2026"), Options{})
	require.NoError(t, err)
	require.Equal(t, at(t, "2026-03-02 08:00:00"), d.Calls[1].Arrival)
}

// A call that runs past midnight has its later moments on the next day, and the hour
// that a zone repeats or skips moves no call.
func TestMidnightAndZones(t *testing.T) {
	d, err := Read("calls.csv", []byte("date,arrival,answered_at,end_time,agent\n2026-03-02,23:59:50,00:00:05,00:01:00,A\n"), Options{})
	require.NoError(t, err)
	require.Equal(t, []int64{15_000, 55_000}, []int64{d.Calls[0].Wait, d.Calls[0].Talk})
	vienna, _ := time.LoadLocation("Europe/Vienna")
	d, err = Read("calls.csv", []byte("timestamp,wait,talk\n2026-03-29T00:59:59Z,0,5\n2026-03-29T01:00:00Z,0,5\n"), Options{Zone: vienna})
	require.NoError(t, err)
	require.Equal(t, at(t, "2026-03-29 01:59:59"), d.Calls[0].Arrival)
	require.Equal(t, at(t, "2026-03-29 03:00:00"), d.Calls[1].Arrival)
}

func TestBadRowsAreListedAndSkippedOnRequest(t *testing.T) {
	const text = "date,arrival,wait,outcome,talk\n" +
		"2026-03-02,08:00:00,5,answered,100\n" +
		"2026-02-30,08:00:00,5,answered,100\n" +
		"2026-03-02,25h,5,answered,100\n" +
		"2026-03-02,08:00:00,-5,answered,100\n" +
		"2026-03-02,08:00:00,5,transferred,100\n" +
		"2026-03-02,08:00:00,5,answered,long\n" +
		"2026-03-02,08:00:00,5,answered,100000\n" +
		"2026-03-02,,5,answered,100\n" +
		"2026-03-02,08:00:00,\"5\"x,answered,100\n" +
		"Total,,,,700\n"
	_, err := Read("calls.csv", []byte(text), Options{})
	for _, want := range []string{
		`calls.csv:3:1: "2026-02-30" is no date`,
		`calls.csv:4:12: "25h" is no time of day`,
		`calls.csv:5:21: "-5" is below 0`,
		`calls.csv:6:23: "transferred" is no outcome that is known; say what it means, such as --outcomes 'transferred=abandoned'`,
		`calls.csv:7:32: "long" is no duration`,
		`calls.csv:8:32: "100000" is more than a day`,
		`calls.csv:9:12: the cell "arrival" is empty`,
		`calls.csv:10:`,
		`calls.csv:11:1: "Total" is no date`,
		`mend the 9 rows, or leave them out with --skip-bad-rows`,
	} {
		require.ErrorContains(t, err, want)
	}
	d, err := Read("calls.csv", []byte(text), Options{SkipBad: true})
	require.NoError(t, err)
	require.Len(t, d.Calls, 1)
	require.Equal(t, []int{9, 10}, []int{d.BadRows, d.Rows})
	many := "date,arrival,wait,outcome,talk\n" + strings.Repeat("x,,,,\n", 50)
	_, err = Read("calls.csv", []byte(many), Options{})
	require.ErrorContains(t, err, "30 more rows cannot be read")
}

func TestTablesThatAreNone(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "calls.csv:1:1: the file has no heading line",
		"a,b\n1,2\n":                     "calls.csv:1: no column tells when a call came; name it, such as --columns arrival='a'",
		"date,arrival,talk\n":            "calls.csv holds no call",
		"date,arrival\n2026-03-02,8:00x": `"8:00x" is no time of day`,
	} {
		_, err := Read("calls.csv", []byte(text), Options{})
		require.ErrorContains(t, err, want, text)
	}
	good := []byte("date,arrival,wait,talk\n2026-03-02,08:00:00,1,10\n")
	for _, c := range []struct {
		opt  Options
		want string
	}{
		{Options{Columns: map[string]string{"tlk": "talk"}}, `there is no column "tlk" of ours; did you mean "talk"?`},
		{Options{Columns: map[string]string{"talk": "tallk"}}, `the table has no column "tallk"; did you mean "talk"?`},
		{Options{DateFormat: "y"}, "--date-format y: use one of yyyymmdd"},
	} {
		_, err := Read("calls.csv", good, c.opt)
		require.ErrorContains(t, err, c.want)
	}
	d, err := Read("calls.csv", good, Options{Columns: map[string]string{"talk": "none"}})
	require.NoError(t, err)
	require.Equal(t, int64(unknown), d.Calls[0].Talk)
	require.Contains(t, d.unused, "talk")
}
