package editing

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// step goes to the next place of a row, or the one before.
func (g *grid) step(way int) {
	p := g.caret
	switch at := p.at + way; {
	case at < 0:
		g.put(gridPlace{p.row, p.column - 1, len([]rune(g.cells[p.row][p.column-1]))})
	case at > len([]rune(g.cells[p.row][p.column])):
		g.put(gridPlace{p.row, p.column + 1, 0})
	default:
		g.put(gridPlace{p.row, p.column, at})
	}
}

// stands reports whether the caret is at a place and nothing is selected.
func (g *grid) stands(offset int) bool { return g.from == g.caret && g.offset(g.caret) == offset }

// TestPartsAgainstAPlainModel makes random edits within a quotation and its speaker, and within
// the texts of a picture, on an editor and on a grid of one row: texts and selection are the same
// after each, undone and redone they are what they were, and what stands beside is left alone.
func TestPartsAgainstAPlainModel(t *testing.T) {
	quotation := release.Block{Kind: release.Quotation, Text: "Мы готовы", Speaker: "Анна"}
	picture := release.Block{Kind: release.Picture, Picture: testPicture, Text: "Встреча", Author: "Пётр", Alternative: "Стол"}
	for name, block := range map[string]release.Block{"a quotation": quotation, "a picture": picture} {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(33, *seed))
			for round := 0; round < *rounds; round += 60 {
				tryParts(t, random, block)
			}
		})
	}
}

func tryParts(t *testing.T, random *rand.Rand, block release.Block) {
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "До"}, block, {Kind: release.Paragraph, Text: "После"}})
	e := New(draft.NewSession(r, func() time.Time { return now }))
	parts := partsOf(block.Kind)
	read := func() (all []string) {
		for _, part := range parts {
			all = append(all, textOf(e, document.Body(r.Blocks[1].ID, part)))
		}
		return all
	}
	joined := func() string { return strings.Join(read(), "\t") }
	at := func(p gridPlace) release.Position {
		return release.Position{TextID: document.Body(r.Blocks[1].ID, parts[p.column]), Offset: p.at}
	}
	g := &grid{cells: [][]string{read()}}
	texts, story := []string{g.text()}, []string{}
	e.Select(at(g.caret), at(g.caret))
	for range 60 {
		now = now.Add(time.Minute) // a step each
		story = append(story, actInParts(e, g, block.Kind == release.Quotation, random, at))
		want := Selection{Anchor: at(g.from), Caret: at(g.caret)}
		if got := joined(); got != g.text() || e.selection != want {
			t.Fatalf("%s:\n%q, %v\nwant\n%q, %v", strings.Join(story[max(0, len(story)-6):], "; "), got, e.selection, g.text(), want)
		}
		if g.text() != texts[len(texts)-1] {
			texts = append(texts, g.text())
		}
	}
	if kept := e.session.Release().Blocks; len(kept) != 3 || kept[0].Text != "До" || kept[2].Text != "После" || kept[1].Picture != block.Picture {
		t.Fatalf("beside it stands %+v", kept)
	}
	undoneAndRedone(t, e, texts, joined)
}

// undoneAndRedone takes all steps back and does them again: the texts that were read after each
// come in their order.
func undoneAndRedone(t *testing.T, e *Editor, texts []string, read func() string) {
	t.Helper()
	for _, step := range []func() bool{e.Undo, e.Redo} {
		slices.Reverse(texts)
		for i, want := range texts {
			for read() != want { // a letter in the place of the same is a step, too
				if before := read(); !step() || i > 0 && read() != want && read() != before {
					t.Fatalf("step %d leads from %q to %q, not to %q", i, before, read(), want)
				}
			}
		}
	}
}

// actInParts does one thing to both and says what.
func actInParts(e *Editor, g *grid, quoted bool, random *rand.Rand, at func(gridPlace) release.Position) string {
	p, last := g.caret, len([]rune(g.text()))
	behind := g.from == p && p.at == len([]rune(g.cells[0][p.column]))
	switch n := random.IntN(20); {
	case g.isAll(): // a picture then goes as a block does
		g.put(gridPlace{})
	case n < 6:
		letter := []string{"ж", "щ", " ", "😀"}[n%4]
		e.Type(letter)
		g.insert(letter)
		return "type " + letter
	case n < 9 && !g.stands(0):
		e.Backspace()
		g.backspace()
		return "backspace"
	case n < 11 && (!behind || !quoted || p.column > 0 || g.cells[0][1] != ""): // else the next block joins
		e.DeleteForward()
		g.delete()
		return "delete"
	case n == 11 && behind && p.column < len(g.cells[0])-1 && g.cells[0][p.column] != "":
		e.NewParagraph()
		g.put(gridPlace{0, p.column + 1, 0})
		return "enter"
	case n == 12 && quoted && p.column == 0 && g.from.column == 0:
		e.NewLine()
		g.insert("\n")
		return "a line"
	case n == 13 && g.from == p && !g.stands(0):
		e.Move(Left, false)
		g.step(-1)
		return "left"
	case n == 14 && g.from == p && !g.stands(last):
		e.Move(Right, false)
		g.step(1)
		return "right"
	default:
		return selects(e, g, n < 17, random, at)
	}
	e.Select(at(g.from), at(g.caret))
	return fmt.Sprint("select ", g.from, g.caret)
}

// selects puts the caret somewhere, or selects from there to elsewhere.
func selects(e *Editor, g *grid, some bool, random *rand.Rand, at func(gridPlace) release.Position) string {
	g.put(g.place(random))
	if some {
		g.from = g.place(random)
	}
	e.Select(at(g.from), at(g.caret))
	return fmt.Sprint("select ", g.from, g.caret)
}
