package editing

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/draft"
	"communique/editor/release"
)

// grid is a table as plainly as one can be kept, with the caret and where the selection began.
type grid struct {
	cells       [][]string
	from, caret gridPlace
}

type gridPlace struct{ row, column, at int } // code points

func (g *grid) text() string {
	var rows []string
	for _, row := range g.cells {
		rows = append(rows, strings.Join(row, "\t"))
	}
	return strings.Join(rows, "\n")
}

func (g *grid) put(p gridPlace) { g.from, g.caret = p, p }

// offset is where a place stands in the table's text.
func (g *grid) offset(p gridPlace) int {
	n := p.at
	for r, row := range g.cells[:p.row+1] {
		for c, text := range row {
			if r < p.row || c < p.column {
				n += len([]rune(text)) + 1
			}
		}
	}
	return n
}

func (g *grid) ends() (from, to gridPlace) {
	if g.offset(g.from) <= g.offset(g.caret) {
		return g.from, g.caret
	}
	return g.caret, g.from
}

// cut empties what is selected: of the first cell and the last their parts, of those between all.
// Rows that are selected whole go, where that is more than a cell.
func (g *grid) cut() {
	from, to := g.ends()
	one := from.row == to.row && from.column == to.column
	var kept [][]string
	caret, gone := from, false
	for r, row := range g.cells {
		if r < from.row || r > to.row {
			kept = append(kept, row)
			continue
		}
		first, last := gridPlace{r, 0, 0}, gridPlace{r, len(row) - 1, len([]rune(row[len(row)-1]))}
		begin, end := first, last
		if r == from.row {
			begin = from
		}
		if r == to.row {
			end = to
		}
		if !one && begin == first && end == last && strings.Join(row, "\t") != "" {
			gone = gone || r == from.row
			continue
		}
		kept = append(kept, emptied(row, begin, end))
	}
	if g.cells = kept; gone {
		if caret = (gridPlace{from.row, 0, 0}); from.row == len(kept) {
			last := kept[from.row-1]
			caret = gridPlace{from.row - 1, len(last) - 1, len([]rune(last[len(last)-1]))}
		}
	}
	g.put(caret)
}

// emptied is a row without what stands between two of its places.
func emptied(row []string, from, to gridPlace) []string {
	row = slices.Clone(row)
	head, tail := string([]rune(row[from.column])[:from.at]), string([]rune(row[to.column])[to.at:])
	for c := from.column; c <= to.column; c++ {
		row[c] = ""
	}
	row[to.column] = tail
	row[from.column] = head + row[from.column]
	return row
}

// insert writes letters in the place of what is selected.
func (g *grid) insert(text string) {
	g.cut()
	p := g.caret
	cell := []rune(g.cells[p.row][p.column])
	g.cells[p.row][p.column] = string(cell[:p.at]) + text + string(cell[p.at:])
	p.at += len([]rune(text))
	g.put(p)
}

// tab goes to another cell and selects what is in it.
func (g *grid) tab(back bool) {
	at := g.caret
	switch last := len(g.cells[at.row]) - 1; {
	case back && at.row == 0 && at.column == 0:
		return
	case back && at.column == 0:
		at = gridPlace{at.row - 1, len(g.cells[at.row-1]) - 1, 0}
	case back:
		at.column--
	case at.column < last:
		at.column++
	case at.row < len(g.cells)-1:
		at = gridPlace{at.row + 1, 0, 0}
	default:
		g.caret.row = len(g.cells) - 1
		g.addRow()
		return
	}
	g.from = gridPlace{at.row, at.column, 0}
	g.caret = gridPlace{at.row, at.column, len([]rune(g.cells[at.row][at.column]))}
}

func (g *grid) addRow() {
	row := make([]string, len(g.cells[g.caret.row]))
	g.cells = slices.Insert(g.cells, g.caret.row+1, row)
	g.put(gridPlace{g.caret.row + 1, 0, 0})
}

func (g *grid) addColumn() {
	for r := range g.cells {
		g.cells[r] = slices.Insert(g.cells[r], g.caret.column+1, "")
	}
	g.put(gridPlace{g.caret.row, g.caret.column + 1, 0})
}

func (g *grid) deleteRow() {
	g.cells = slices.Delete(g.cells, g.caret.row, g.caret.row+1)
	g.put(gridPlace{max(0, g.caret.row-1), 0, 0})
}

func (g *grid) deleteColumn() {
	c := g.caret.column
	for r := range g.cells {
		g.cells[r] = slices.Delete(g.cells[r], c, c+1)
	}
	at := gridPlace{g.caret.row, max(0, c-1), 0}
	if c > 0 {
		at.at = len([]rune(g.cells[at.row][at.column]))
	}
	g.put(at)
}

func (g *grid) backspace() {
	p := g.caret
	switch {
	case g.from != g.caret:
		g.cut()
	case p.at > 0:
		g.from.at--
		g.cut()
	case p.column > 0:
		g.put(gridPlace{p.row, p.column - 1, len([]rune(g.cells[p.row][p.column-1]))})
	default:
		row := g.cells[p.row-1]
		g.put(gridPlace{p.row - 1, len(row) - 1, len([]rune(row[len(row)-1]))})
	}
}

func (g *grid) delete() {
	if p := g.caret; g.from == p && p.at < len([]rune(g.cells[p.row][p.column])) {
		g.from.at++
	}
	g.cut()
}

// isAll reports whether all of the table is selected, which goes as a block does.
func (g *grid) isAll() bool {
	from, to := g.ends()
	return from != to && g.offset(from) == 0 && g.offset(to) == len([]rune(g.text()))
}

func (g *grid) place(random *rand.Rand) gridPlace {
	r := random.IntN(len(g.cells))
	c := random.IntN(len(g.cells[r]))
	return gridPlace{r, c, random.IntN(len([]rune(g.cells[r][c])) + 1)}
}

// TestATableAgainstAPlainModel makes random edits within a table, on an editor and on a grid:
// text and selection are the same after each, undone and redone it is what it was.
func TestATableAgainstAPlainModel(t *testing.T) {
	random := rand.New(rand.NewPCG(31, *seed))
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	for round := 0; round < *rounds; {
		r := release.New("ru")
		r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "До"}, {Kind: release.Table, Text: "а\tбв\nгде\t"}, {Kind: release.Paragraph, Text: "После"}})
		e := New(draft.NewSession(r, func() time.Time { return now }))
		table := wordsOf(r.Blocks[1].ID)
		g := &grid{cells: [][]string{{"а", "бв"}, {"где", ""}}}
		at := func(p gridPlace) release.Position { return release.Position{TextID: table, Offset: g.offset(p)} }
		texts, story := []string{g.text()}, []string{}
		e.Select(at(g.caret), at(g.caret))
		for range 60 {
			round++
			now = now.Add(time.Minute) // a step each
			what := actInTable(e, g, random, at)
			story = append(story, what)
			want := Selection{Anchor: at(g.from), Caret: at(g.caret)}
			if got := textOf(e, table); got != g.text() || e.selection != want {
				t.Fatalf("round %d, %s:\n%q, %v\nwant\n%q, %v", round, strings.Join(story[max(0, len(story)-6):], "; "), got, e.selection, g.text(), want)
			}
			if g.text() != texts[len(texts)-1] {
				texts = append(texts, g.text())
			}
		}
		if kept := e.session.Release(); kept.Blocks[0].Text != "До" || kept.Blocks[2].Text != "После" {
			t.Fatalf("round %d: beside the table stands %+v", round, kept.Blocks)
		}
		undoneAndRedone(t, e, texts, func() string { return textOf(e, table) })
	}
}

// actInTable does one thing to both and says what.
func actInTable(e *Editor, g *grid, random *rand.Rand, at func(gridPlace) release.Position) string {
	p, first := g.caret, gridPlace{}
	switch n := random.IntN(24); {
	case g.isAll():
		g.put(gridPlace{})
	case n < 6:
		letter := []string{"ж", "щ", " ", "😀"}[n%4]
		e.Type(letter)
		g.insert(letter)
		return "type " + letter
	case n < 9:
		back := n == 8
		e.Tab(back)
		g.tab(back)
		return fmt.Sprint("tab, back ", back)
	case n == 9 && len(g.cells) < 8:
		e.AddRow()
		g.addRow()
		return "a row"
	case n == 10 && len(g.cells[0]) < 6:
		e.AddColumn()
		g.addColumn()
		return "a column"
	case n == 11 && len(g.cells) > 1:
		e.DeleteRow()
		g.deleteRow()
		return "a row less"
	case n == 12 && len(g.cells[0]) > 1:
		e.DeleteColumn()
		g.deleteColumn()
		return "a column less"
	case n < 16 && (p != first || g.from != p):
		e.Backspace()
		g.backspace()
		return "backspace"
	case n < 18:
		e.DeleteForward()
		g.delete()
		return "delete"
	case n == 18 && p.row < len(g.cells)-1 && g.from == p:
		e.NewParagraph()
		g.put(gridPlace{p.row + 1, p.column, 0})
		return "enter"
	default:
		return selects(e, g, n < 21, random, at)
	}
	e.Select(at(g.from), at(g.caret))
	return fmt.Sprint("select ", g.from, g.caret)
}
