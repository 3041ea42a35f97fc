package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"ccsim/reports"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

var sample = reports.Book{
	Title: "sample", About: [][2]string{{"Scenario", "=1+1"}, {"Command", "ccsim run sample"}},
	Tables: []reports.Table{
		{Title: "Losses by kind, and [cause]: a title that is longer than a sheet's name may be", Head: []string{"kind", "", "lost", "share"}, Left: 2, Rows: [][]string{
			{"=cmd()", "@x", "1,234 ± 17", "82.4 ± 0.6 %"}, {"call", "-1", "0 (< 0.19)", "–"}, {"state", "", "−2.50", "see note"},
		}},
		{Title: "Losses by kind, again", Head: []string{"seed"}, Rows: [][]string{{"18446744073709551615"}, {"12"}}},
		{Title: "None", Note: "nothing failed", Head: []string{"a"}, Left: 1},
	},
}

func written(t *testing.T, b reports.Book) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Write(&out, b))
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

func TestNumbersAreNumbers(t *testing.T) {
	f := written(t, sample)
	sheets := f.GetSheetList()
	require.Equal(t, []string{"About", "Losses by kind", "Losses by kind 2", "None"}, sheets)
	rows, err := f.GetRows(sheets[1], excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	require.Equal(t, []string{"kind", "No.", "lost", "lost ±", "share", "share ±"}, rows[0])
	require.Equal(t, []string{"=cmd()", "@x", "1234", "17", "0.824", "0.006"}, rows[1])
	require.Equal(t, []string{"call", "-1", "0"}, rows[2])
	require.Equal(t, []string{"state", "", "-2.5", "", "see note"}, rows[3])
	shown, err := f.GetRows(sheets[1])
	require.NoError(t, err)
	require.Equal(t, []string{"=cmd()", "@x", "1,234", "17", "82.4%", "0.6%"}, shown[1], "with the places of the report")
	require.Equal(t, "-2.50", shown[3][2])
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeSharedString, "B3": excelize.CellTypeSharedString, "C2": excelize.CellTypeUnset, "E2": excelize.CellTypeUnset} {
		kind, err := f.GetCellType(sheets[1], cell)
		require.NoError(t, err)
		require.Equal(t, want, kind, cell)
		formula, err := f.GetCellFormula(sheets[1], cell)
		require.NoError(t, err)
		require.Empty(t, formula)
	}
	seeds, err := f.GetRows(sheets[2], excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	require.Equal(t, [][]string{{"seed"}, {"18446744073709551615"}, {"12"}}, seeds, "no digit of a seed is lost")
	pane, err := f.GetPanes(sheets[1])
	require.NoError(t, err)
	require.True(t, pane.Freeze)
	require.Equal(t, 1, pane.YSplit)
	none, err := f.GetCellValue("None", "A2")
	require.NoError(t, err)
	require.Equal(t, "nothing failed", none)
}

func TestTheFirstSheetSaysWhatWasAsked(t *testing.T) {
	f := written(t, sample)
	rows, err := f.GetRows("About")
	require.NoError(t, err)
	require.Equal(t, []string{"Scenario", "=1+1"}, rows[0])
	require.Equal(t, []string{"Command", "ccsim run sample"}, rows[1])
	require.Equal(t, "Losses by kind", rows[4][0])
	linked, to, err := f.GetCellHyperLink("About", "A5")
	require.NoError(t, err)
	require.True(t, linked)
	require.Equal(t, "'Losses by kind'!A1", to)
}

func TestWorkbooksAreTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	require.NoError(t, Write(&first, sample))
	require.NoError(t, Write(&second, sample))
	require.Equal(t, first.Bytes(), second.Bytes())
}

func TestNamesOfSheets(t *testing.T) {
	x := &book{names: map[string]bool{}}
	for _, title := range []string{strings.Repeat("ä", 40), "'", "a/b:c", "A/B:C", ""} {
		name := x.name(title)
		require.NotEmpty(t, name)
		require.LessOrEqual(t, utf16Len(name), 31)
		require.NotContains(t, name, "/")
	}
	require.Len(t, x.names, 5, "each once, whatever the case")
}
