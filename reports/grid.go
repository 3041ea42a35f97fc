package reports

import (
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// grid is a table: a heading, column heads and rows of text. The first column
// is aligned left, the others right.
type grid struct {
	title string
	note  string
	head  []string
	rows  [][]string
	left  int  // columns aligned left; 0 means the first
	last  bool // the last column is of words, too
}

// where leaves a table out that a run has nothing for.
func (g *grid) where(there bool) *grid {
	if !there {
		return nil
	}
	return g
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// printer writes grids and lines in one form.
type printer interface {
	heading(text string)
	line(text string)
	table(g *grid)
}

// textPrinter writes for a terminal.
type textPrinter struct{ w io.Writer }

func (p textPrinter) heading(text string) {
	_, _ = io.WriteString(p.w, "\n"+text+"\n")
}

func (p textPrinter) line(text string) { _, _ = io.WriteString(p.w, text+"\n") }

func (p textPrinter) table(g *grid) {
	p.heading(g.title)
	if len(g.rows) == 0 {
		p.line("  " + g.note)
		return
	}
	render(p.w, g, renderer.NewBlueprint(tw.Rendition{
		Borders:  tw.BorderNone,
		Symbols:  tw.NewSymbols(tw.StyleLight),
		Settings: tw.Settings{Separators: tw.Separators{BetweenColumns: tw.Off}, Lines: tw.Lines{ShowHeaderLine: tw.On}},
	}))
	if g.note != "" {
		p.line("  " + g.note)
	}
}

// markdownPrinter writes Markdown.
type markdownPrinter struct{ w io.Writer }

func (p markdownPrinter) heading(text string) { _, _ = io.WriteString(p.w, "\n## "+text+"\n\n") }

func (p markdownPrinter) line(text string) { _, _ = io.WriteString(p.w, escape(text)+"\n\n") }

func (p markdownPrinter) table(g *grid) {
	p.heading(g.title)
	if len(g.rows) == 0 {
		p.line(g.note)
		return
	}
	safe := *g
	safe.rows = nil
	for _, row := range g.rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = escape(c)
		}
		safe.rows = append(safe.rows, cells)
	}
	render(p.w, &safe, renderer.NewMarkdown())
	_, _ = io.WriteString(p.w, "\n")
	if g.note != "" {
		p.line(g.note)
	}
}

// escape keeps cells from ending their column.
func escape(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// render is the one place that calls the table library: its automatic headers
// are off because they rewrite names.
func render(w io.Writer, g *grid, r tw.Renderer) {
	align := make(tw.Alignment, len(g.head))
	for i := range align {
		align[i] = tw.AlignRight
		if i < max(1, g.left) || g.last && i == len(align)-1 {
			align[i] = tw.AlignLeft
		}
	}
	t := tablewriter.NewTable(w,
		tablewriter.WithRenderer(r),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAlignmentConfig(tw.CellAlignment{PerColumn: align}),
		tablewriter.WithRowAlignmentConfig(tw.CellAlignment{PerColumn: align}),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
	)
	t.Header(anys(g.head)...)
	for _, row := range g.rows {
		_ = t.Append(anys(row)...)
	}
	_ = t.Render()
}

func anys(cells []string) []any {
	all := make([]any, len(cells))
	for i, c := range cells {
		all[i] = c
	}
	return all
}
