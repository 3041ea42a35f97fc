package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheCommittedTablesAreUpToDate(t *testing.T) {
	made := tables()
	require.Len(t, made, 3)
	for name, data := range made {
		committed, err := os.ReadFile(filepath.Join("../../scenarios/library", name))
		require.NoError(t, err)
		require.Equal(t, string(data), string(committed), "run make generate")
	}
}

func TestTheTablesAgreeWithOneAnother(t *testing.T) {
	all := arrivals()
	serve(all)
	require.InDelta(t, 30000, len(all), 3000)
	var sum half
	busiest, idle := 0, 0
	for _, c := range all {
		sum.add(c)
		if c.agent >= staff(c.day, c.second/slot) {
			idle++
		}
	}
	for day := range days {
		for i := range halfHours {
			if day == 17 && i == 43 {
				continue // the one busy evening
			}
			busiest = max(busiest, staff(day, i))
		}
	}
	require.Zero(t, idle, "a call was taken by an agent who is not in the plan")
	require.Equal(t, len(all), sum.answered+sum.abandoned)
	require.Positive(t, sum.waited)
	require.LessOrEqual(t, sum.answeredWithin, sum.answered)
	require.LessOrEqual(t, sum.abandonedWithin, sum.abandoned)
	require.GreaterOrEqual(t, busiest, 5)
	require.LessOrEqual(t, busiest, 12)
}

func TestAHalfHourCounts(t *testing.T) {
	var h half
	for _, c := range []call{
		{agent: 1, wait: 0, service: 100}, {agent: 1, wait: 20, service: 51}, {agent: 2, wait: 21, service: 50},
		{agent: -1, wait: 20}, {agent: -1, wait: 60},
	} {
		h.add(c)
	}
	require.Equal(t, "5,3,2,1,2,4,41,80,201,67.0,2", h.row())
	require.Equal(t, "0,0,0,0,0,0,0,0,0,,0", (&half{}).row())
}
