package scenarios

import (
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

func TestBreaksFitIntoTheirHours(t *testing.T) {
	text := func(agents string) string {
		return "apiVersion: ccsim/v1\nname: x\nstart: 2026-03-03 08:00 UTC\nhorizon: 2d\ncenter: {preset: ideal, agents: [{name: team, count: 3, " + agents +
			"}]}\nworkload: {calls: [{type: calls, arrivals: {rate: 10/h}, talk: 1m}]}\n"
	}
	_, c, err := compileText(t, text(`breaks: [{from: "12:00", to: "14:00", for: 35m}, {from: "10:00", for: 10m}]`), nil)
	require.NoError(t, err)
	long := model.Break{From: 4 * sim.Hour, Gap: 40 * sim.Minute, Waves: 3, For: 35 * sim.Minute}
	short := model.Break{From: 2 * sim.Hour, Waves: 1, For: 10 * sim.Minute}
	next := func(b model.Break) model.Break { b.From += sim.Day; return b }
	require.Equal(t, []model.Break{short, long, next(short), next(long)}, c.Config.Groups[0].Breaks)
	for agents, want := range map[string]string{
		`breaks: [{from: "12:00", to: "12:20", for: 30m}]`:                                 "does not fit",
		`breaks: [{from: "12:00"}]`:                                                        "its begin and its length",
		`breaks: [{from: "12:00", to: "13:00", for: 30m}, {from: "12:40", for: 5m}]`:       "overlap",
		`adherence: {late: 5m}`:                                                            "a shift that never begins",
		`adherence: {absent: 120%}`:                                                        "at most 100%",
		`speed: {novice: {speed: 50%}}`:                                                    "a novice needs",
		`speed: {busy: {above: 90%}}`:                                                      "busy needs",
		`speed: {agents: {dist: lognormal, mean: 1s, cv: 0.2}}`:                            `"1s" is not a number`,
		`schedule: {from: "08:00", to: "16:00"}, speed: {agents: {dist: normal, mean: 1}}`: "normal needs sd or cv",
	} {
		_, _, err := compileText(t, text(agents), nil)
		require.ErrorContains(t, err, want, agents)
	}
}

func TestCallersAreCheckedWithPositions(t *testing.T) {
	for text, want := range map[string]string{
		"{type: x, talk: 1m, arrivals: {sources: 3}}":                                             "sources need a law",
		"{type: x, talk: 1m, arrivals: {rate: 3/h, think: 5m}}":                                   "think belongs to sources",
		"{type: x, talk: 1m, arrivals: {rate: 3/h, interpolate: linear}}":                         "interpolate belongs to intervals",
		"{type: x, talk: 1m, arrivals: {every: 3m}, busyness: 2}":                                 "busyness multiplies rates",
		"{type: x, talk: 1m, arrivals: {rate: 3/h}, busyness: -2}":                                "a factor is a number from 0 to 1000",
		"{type: x, talk: 1m, arrivals: {rate: 3/h}, balking: 110%}":                               "at most 100%",
		"{type: x, talk: 1m, arrivals: {rate: 3/h}, retry: {probability: 10%}}":                   "retry needs a probability and a law",
		"{type: x, talk: 1m, arrivals: {rate: 90000000/h}, retry: {probability: 10%, after: 1m}}": "shorten the horizon",
		"{type: x, talk: 1m, arrivals: {rate: 3/h}, patience: none, announce: {callers: leave}}":  "give them a patience",
		"{type: x, talk: 1m, arrivals: {rate: 3/h}, patience: 1m, announce: {patience: 20000%}}":  "at most 10000%",
		"{type: x, talk: 1m, arrivals: {times: none.csv}}":                                        "cannot read none.csv",
		"{type: x, talk: 1m, arrivals: {rate: 3/h, times: none.csv}}":                             "exactly one of",
		"{type: x, talk: 1m, arrivals: {rate: 3/h}, wrapup_share: 50%}":                           "needs its wrapup",
	} {
		_, _, err := compileText(t, oneType(text), nil)
		require.ErrorContains(t, err, want, text)
	}
	_, _, err := compileText(t, oneType("{type: x, talk: 1m, arrivals: {times: t.csv}}"), map[string]string{"t.csv": "arrival\n10\n\n20m\n"})
	require.ErrorContains(t, err, "t.csv:4")
	_, c, err := compileText(t, oneType("{type: x, talk: 1m, arrivals: {times: t.csv}}"), map[string]string{"t.csv": "arrival\n00:20:00\n10\n"})
	require.NoError(t, err)
	require.Equal(t, []sim.Time{10 * sim.Second, 20 * sim.Minute}, []sim.Time{c.Config.Trace[0].At, c.Config.Trace[1].At})
}

func TestOpeningHoursByTheCalendar(t *testing.T) {
	text := func(open string) string {
		return "apiVersion: ccsim/v1\nname: x\nstart: 2026-03-06 12:00 Europe/Vienna\nhorizon: 4d\ncenter: {preset: ideal, agents: [{name: team, count: 3}], open: " + open +
			"}\nworkload: {calls: [{type: calls, arrivals: {rate: 10/h}, talk: 1m}]}\n"
	}
	_, c, err := compileText(t, text(`{hours: [{from: "08:00", to: "18:00", days: [Mon, Fri]}, {from: "22:00", to: "02:00", days: [Fri]}], at_close: send_away}`), nil)
	require.NoError(t, err)
	h := sim.Hour
	require.Equal(t, model.Hours{SendAway: true, Open: []model.Span{{From: 0, To: 6 * h}, {From: 10 * h, To: 14 * h}, {From: 68 * h, To: 78 * h}}}, c.Config.Hours)
	for open, want := range map[string]string{
		`{hours: []}`:                                          "need their hours",
		`{hours: [{from: "08:00"}]}`:                           "need from and to",
		`{hours: [{from: 2h, to: 1h}]}`:                        "end before they begin",
		`{hours: [{from: 2h, to: 3h, days: [Mon]}]}`:           "need times of day",
		`{hours: [{from: "Mon 08:00", to: "18:00"}]}`:          "repeat every day",
		`{hours: [{from: "08:00", to: "18:00", days: [Thu]}]}`: "closed during the whole run",
		`{hours: [{from: "08:00", to: "18:00", days: [Mox]}]}`: `"Mox" is not known`,
	} {
		_, _, err := compileText(t, text(open), nil)
		require.ErrorContains(t, err, want, open)
	}
}
